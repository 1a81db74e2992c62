//! Telling at a glance that no pattern begins with a word.

use super::clitics::Reading;
use crate::text::SEPARATOR;

/// The first words of patterns, as a Bloom filter: it may say of a few other words that one begins with them.
#[derive(Clone, Debug, Default)]
pub(crate) struct FirstWords {
    bits: Vec<u64>,
    /// How far right a hash is shifted to number a bit.
    shift: u32,
}

/// Bits for each first word, of which two are set: one other word in about seventy passes.
const BITS_PER_WORD: usize = 16;

impl FirstWords {
    /// The filter of sorted patterns.
    pub(crate) fn new(patterns: &[&[u8]]) -> Self {
        let first = |pattern: &&[u8]| hash(pattern.split(|&code| code == SEPARATOR).next().unwrap_or(&[]));
        let mut hashes: Vec<u64> = patterns.iter().map(first).collect();
        hashes.dedup();
        let size = (hashes.len() * BITS_PER_WORD).next_power_of_two().max(64);
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

    /// Bytes on the heap.
    pub(crate) fn memory_usage(&self) -> usize {
        size_of_val(self.bits.as_slice())
    }

    /// Whether a pattern may begin with a word that hashes so.
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

    /// Whether a pattern may begin with the word in this reading.
    pub(crate) fn may_begin(&self, reading: &Reading, patterns: &FirstWords) -> bool {
        let Some(&hash) = self.hashes.get(reading.from) else { return true };
        patterns.may_hold(reading.prefix.codes().iter().rev().fold(hash, |hash, &code| prepend(hash, code)))
    }
}

/// The hash of a word, made from its end so that letters can be put before it.
fn hash(codes: &[u8]) -> u64 {
    codes.iter().rev().fold(0, |hash, &code| prepend(hash, code))
}

const fn prepend(hash: u64, code: u8) -> u64 {
    hash.wrapping_mul(0x0100_0000_01B3).wrapping_add(code as u64)
}
