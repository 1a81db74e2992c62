//! Telling at a glance that no pattern begins with a word.

use super::clitics::{may_follow, may_lead};
use crate::text::{ALEF, LAM, SEPARATOR};

/// In which readings of a word a pattern may begin: bit by bit, for as many letters taken off its front.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cuts(u8);

impl Cuts {
    /// Whether it may with so many letters taken off.
    pub(crate) const fn has(self, letters: usize) -> bool {
        self.0 >> letters & 1 == 1
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// How patterns begin: it may say of a few other words that a pattern begins with them.
///
/// A pattern that begins with the article is known without what ل swallows of
/// it too (`للدوحة`, `للاذقية`), and one that may take the article with it; so
/// that a word is to be looked up only as it stands and without one and two letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beginnings {
    /// First words: whether a pattern may be that word alone, and whether it may go on.
    first: Bloom<2>,
    /// The first two words of patterns.
    pairs: Bloom<1>,
}

/// The first word of patterns is one of one word.
const ALONE: u64 = 1;
/// The first word of patterns is one of several words.
const GOES_ON: u64 = 2;

/// Words of a text, as the stages of [`Beginnings::candidates`] see them.
#[derive(Clone, Copy)]
pub(crate) struct Row<'t> {
    /// All codes, with eight more after the last.
    pub(crate) codes: &'t [u8],
    /// Where the words begin and end in the codes.
    pub(crate) starts: &'t [usize],
    pub(crate) ends: &'t [usize],
}

/// A word at which a pattern may begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) word: usize,
    pub(crate) cuts: Cuts,
}

/// The memory of [`Beginnings::candidates`].
#[derive(Debug, Default)]
pub(crate) struct Stages {
    /// By word: two bits for each number of letters taken off.
    first: Vec<u8>,
    /// Words from which one letter may be taken off, or two.
    led: Vec<usize>,
    pub(crate) candidates: Vec<Candidate>,
}

impl Beginnings {
    /// Those of patterns, each with whether it may take an article.
    pub(crate) fn new<'p>(patterns: impl Iterator<Item = (&'p [u8], bool)>) -> Self {
        let (mut first, mut pairs) = (Vec::new(), Vec::new());
        let mut with_article = Vec::new();
        for (pattern, takes_article) in patterns {
            let mut words = pattern.split(|&code| code == SEPARATOR);
            let word = words.next().unwrap_or(&[]);
            let next = words.next();
            let mut add = |word: &[u8]| {
                let hash = hash(word);
                first.push((hash, if next.is_some() { GOES_ON } else { ALONE }));
                pairs.extend(next.map(|next| (pair(hash, Key::of(next)), 1)));
            };
            add(word);
            if let [ALEF, rest @ ..] = word
                && let [LAM, swallowed @ ..] = rest
            {
                add(rest);
                if swallowed.first() == Some(&LAM) {
                    add(swallowed);
                }
            }
            if takes_article {
                with_article.clear();
                with_article.extend([ALEF, LAM]);
                with_article.extend_from_slice(word);
                add(&with_article);
                add(with_article.get(1..).unwrap_or(&[]));
            }
        }
        Self { first: Bloom::new(first), pairs: Bloom::new(pairs) }
    }

    /// In which readings of a word a pattern may begin, with the word that may follow it.
    pub(crate) fn cuts<'t>(&self, codes: &[u8], next: impl FnOnce() -> Option<&'t [u8]>) -> Cuts {
        let (mut kinds, mut hashes) = (0, [0; 3]);
        for (cut, slot) in (0..).zip(&mut hashes) {
            if cut > 0 && (cut >= codes.len() || !may_lead(codes, cut)) {
                break;
            }
            *slot = hash(codes.get(cut..).unwrap_or(&[]));
            kinds |= self.first.get(*slot) << (2 * cut);
        }
        if kinds == 0 {
            return Cuts::default();
        }
        let next = if kinds & 0b10_1010 == 0 { None } else { next().map(Key::of) };
        self.settle(kinds, hashes, next)
    }

    /// The readings of a word that stay when the word after it is looked at.
    fn settle(&self, kinds: u64, hashes: [u64; 3], next: Option<Key>) -> Cuts {
        let mut cuts = 0;
        for (cut, hash) in (0..).zip(hashes) {
            let kinds = kinds >> (2 * cut);
            let goes_on = kinds & GOES_ON != 0 && next.is_some_and(|next| self.pairs.get(pair(hash, next)) != 0);
            cuts |= u8::from(kinds & ALONE != 0 || goes_on) << cut;
        }
        Cuts(cuts)
    }

    /// The words of a row at which a pattern may begin, in order. Linear in the words.
    ///
    /// Each stage looks at what the one before has left, and the first ones
    /// have no branch that depends on the text.
    pub(crate) fn candidates(&self, row: Row<'_>, stages: &mut Stages) {
        let words = row.starts.len();
        let Stages { first, led, candidates } = stages;
        first.clear();
        first.reserve(words);
        if led.len() < words + 1 {
            led.resize(words + 1, 0);
        }
        candidates.clear();
        let mut count = 0;
        for (word, (&start, &end)) in row.starts.iter().zip(row.ends).enumerate() {
            let key = Key::at(row.codes, start, end - start);
            first.push(self.first.get(key.hash()) as u8);
            if let Some(slot) = led.get_mut(count) {
                *slot = word;
            }
            count += usize::from(may_follow(key.first()));
        }
        for &word in led.get(..count).unwrap_or(&[]) {
            let (Some(&start), Some(&end)) = (row.starts.get(word), row.ends.get(word)) else { continue };
            let Some(kinds) = first.get_mut(word) else { continue };
            for cut in 1..=2 {
                let codes = row.codes.get(start..end).unwrap_or(&[]);
                if cut < codes.len() && may_lead(codes, cut) {
                    let key = Key::at(row.codes, start + cut, end - start - cut);
                    *kinds |= (self.first.get(key.hash()) << (2 * cut)) as u8;
                }
            }
        }
        for (word, &kinds) in first.iter().enumerate().filter(|&(_, &kinds)| kinds != 0) {
            let (Some(&start), Some(&end)) = (row.starts.get(word), row.ends.get(word)) else { continue };
            let next = row.starts.get(word + 1).zip(row.ends.get(word + 1));
            let next = next.map(|(&start, &end)| Key::at(row.codes, start, end - start));
            let hashes = [0, 1, 2].map(|cut| Key::at(row.codes, start + cut, (end - start).saturating_sub(cut)).hash());
            let cuts = self.settle(u64::from(kinds), hashes, next);
            if !cuts.is_empty() {
                candidates.push(Candidate { word, cuts });
            }
        }
    }

    /// Bytes on the heap.
    pub(crate) fn memory_usage(&self) -> usize {
        size_of_val(self.first.bits.as_slice()) + size_of_val(self.pairs.bits.as_slice())
    }
}

/// The first eight codes of a word, and how many it has.
#[derive(Clone, Copy)]
struct Key {
    codes: u64,
    len: u64,
}

impl Key {
    /// That of a word which stands in `codes`, with eight more codes after its start.
    fn at(codes: &[u8], start: usize, len: usize) -> Self {
        let eight = codes.get(start..).and_then(|codes| codes.first_chunk()).copied().unwrap_or_default();
        Self::new(u64::from_le_bytes(eight), len)
    }

    /// That of a word which stands alone.
    fn of(word: &[u8]) -> Self {
        let mut eight = [0; 8];
        eight.iter_mut().zip(word).for_each(|(slot, &code)| *slot = code);
        Self::new(u64::from_le_bytes(eight), word.len())
    }

    const fn new(eight: u64, len: usize) -> Self {
        let used = if len < 8 { len as u32 } else { 8 };
        let codes = if used == 0 { 0 } else { eight & u64::MAX >> (u64::BITS - 8 * used) };
        Self { codes, len: len as u64 }
    }

    const fn first(self) -> u8 {
        self.codes as u8
    }

    const fn hash(self) -> u64 {
        (self.codes ^ self.len << 3).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

fn hash(word: &[u8]) -> u64 {
    Key::of(word).hash()
}

/// The hash of two words, from that of the first.
const fn pair(first: u64, second: Key) -> u64 {
    (first.rotate_left(31) ^ second.codes ^ second.len << 3).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// For hashes, `BITS` bits each that may also be set for a few others.
#[derive(Clone, Debug, Default)]
struct Bloom<const BITS: u32> {
    bits: Vec<u64>,
    /// How far right a hash is shifted to number its bits.
    shift: u32,
}

/// Bits of memory for each hash.
const BITS_PER_HASH: usize = 16;

impl<const BITS: u32> Bloom<BITS> {
    fn new(mut hashes: Vec<(u64, u64)>) -> Self {
        hashes.sort_unstable();
        hashes.dedup();
        let size = (hashes.len() * BITS_PER_HASH).next_power_of_two().max(64);
        let mut new = Self { bits: vec![0; size / 64], shift: u64::BITS - size.trailing_zeros() };
        for (hash, value) in hashes {
            let (word, bit) = new.place(hash);
            if let Some(word) = new.bits.get_mut(word) {
                *word |= value << bit;
            }
        }
        new
    }

    #[inline]
    fn get(&self, hash: u64) -> u64 {
        let (word, bit) = self.place(hash);
        self.bits.get(word).map_or(0, |word| word >> bit & ((1 << BITS) - 1))
    }

    const fn place(&self, hash: u64) -> (usize, u64) {
        let bit = hash >> self.shift & !(BITS as u64 - 1);
        ((bit >> 6) as usize, bit & 63)
    }
}
