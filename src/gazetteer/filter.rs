//! Telling at a glance that no pattern begins with a word.

use super::clitics::Reading;
use crate::text::SEPARATOR;

/// How patterns begin: it may say of a few other words that a pattern begins with them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beginnings {
    /// The first words of all patterns.
    first: Bloom,
    /// Patterns of one word.
    alone: Bloom,
    /// The first two words of the others.
    pairs: Bloom,
}

impl Beginnings {
    /// Those of sorted patterns.
    pub(crate) fn new(patterns: &[&[u8]]) -> Self {
        let (mut first, mut alone, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
        for pattern in patterns {
            let mut words = pattern.split(|&code| code == SEPARATOR).map(hash);
            let word = words.next().unwrap_or(0);
            first.push(word);
            match words.next() {
                Some(second) => pairs.push(pair(word, second)),
                None => alone.push(word),
            }
        }
        Self { first: Bloom::new(first), alone: Bloom::new(alone), pairs: Bloom::new(pairs) }
    }

    /// Whether a pattern may begin with a word.
    pub(crate) fn may_begin(&self, word: u64) -> bool {
        self.first.may_hold(word)
    }

    /// Whether a pattern may be this word, or begin with it and the next.
    pub(crate) fn may_go_on(&self, word: u64, next: impl FnOnce() -> Option<u64>) -> bool {
        self.alone.may_hold(word) || next().is_some_and(|next| self.pairs.may_hold(pair(word, next)))
    }

    /// Bytes on the heap.
    pub(crate) fn memory_usage(&self) -> usize {
        [&self.first, &self.alone, &self.pairs].map(|bloom| size_of_val(bloom.bits.as_slice())).iter().sum()
    }
}

/// A set of hashes that may hold a few others.
#[derive(Clone, Debug, Default)]
struct Bloom {
    bits: Vec<u64>,
    /// How far right a hash is shifted to number a bit.
    shift: u32,
}

/// Bits for each hash, of which two are set: one other hash in about seventy passes.
const BITS_PER_HASH: usize = 16;

impl Bloom {
    fn new(mut hashes: Vec<u64>) -> Self {
        hashes.dedup();
        let size = (hashes.len() * BITS_PER_HASH).next_power_of_two().max(64);
        let mut new = Self { bits: vec![0; size / 64], shift: u64::BITS - size.trailing_zeros() };
        for hash in hashes {
            for bit in new.places(hash) {
                if let Some(word) = new.bits.get_mut(bit / 64) {
                    *word |= 1 << (bit % 64);
                }
            }
        }
        new
    }

    fn may_hold(&self, hash: u64) -> bool {
        self.places(hash).into_iter().all(|bit| self.bits.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1))
    }

    fn places(&self, hash: u64) -> [usize; 2] {
        [0x9E37_79B9_7F4A_7C15_u64, 0xD6E8_FEB8_6659_FD93].map(|odd| (hash.wrapping_mul(odd) >> self.shift) as usize)
    }
}

/// The hashes of a word and of what is left of it when letters are taken off its front.
pub(crate) struct WordHashes {
    /// By letters taken off.
    hashes: [u64; 8],
}

impl WordHashes {
    pub(crate) fn new(codes: &[u8]) -> Self {
        let mut hashes = [0; 8];
        let (head, tail) = codes.split_at(codes.len().min(hashes.len()));
        let mut hash = hash(tail);
        for (slot, &code) in hashes.iter_mut().zip(head).rev() {
            hash = prepend(hash, code);
            *slot = hash;
        }
        Self { hashes }
    }

    /// The hash of the word in a reading; none for one that takes off more letters than any does.
    pub(crate) fn of(&self, reading: &Reading) -> Option<u64> {
        let hash = self.hashes.get(reading.from).copied()?;
        Some(reading.prefix.codes().iter().rev().fold(hash, |hash, &code| prepend(hash, code)))
    }
}

/// The hash of a word, made from its end so that letters can be put before it.
pub(crate) fn hash(codes: &[u8]) -> u64 {
    codes.iter().rev().fold(0, |hash, &code| prepend(hash, code))
}

const fn prepend(hash: u64, code: u8) -> u64 {
    hash.wrapping_mul(0x0100_0000_01B3).wrapping_add(code as u64)
}

/// The hash of two words.
const fn pair(first: u64, second: u64) -> u64 {
    first.wrapping_mul(0xA24B_AED4_963E_E407) ^ second
}
