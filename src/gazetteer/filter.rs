//! Telling at a glance that no pattern begins with a word.

use super::clitics::{leads_by_one, leads_by_two};
use super::patterns::words_of;
use crate::text::{ALEF, ARTICLE, LAM, head};

/// In which readings of a word a pattern may begin: every second bit, for as many letters taken off its front.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cuts(u8);

impl Cuts {
    /// Whether it may with so many letters taken off.
    pub(crate) const fn has(self, letters: usize) -> bool {
        self.0 >> (2 * letters) & 1 == 1
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
/// Those for no letters taken off, one and two.
const ANY_ALONE: u64 = ALONE | ALONE << 2 | ALONE << 4;
const ANY_GOES_ON: u64 = ANY_ALONE << 1;

/// Words of a text, as the stages of [`Beginnings::candidates`] see them.
#[derive(Clone, Copy)]
pub(crate) struct Row<'t> {
    /// All codes, with eight more after the last.
    pub(crate) codes: &'t [u8],
    /// Where the words begin and end in the codes.
    pub(crate) starts: &'t [usize],
    pub(crate) ends: &'t [usize],
}

impl Row<'_> {
    /// Where a word begins in the codes, and how many it has; none for a word beyond the last.
    #[inline]
    fn word(&self, at: usize) -> (usize, usize) {
        match (self.starts.get(at), self.ends.get(at)) {
            (Some(&start), Some(&end)) => (start, end - start),
            _ => (0, 0),
        }
    }
}

/// Writes a list without a branch.
struct Kept<'l> {
    list: &'l mut [usize],
    count: usize,
}

impl<'l> Kept<'l> {
    /// Writes over a list with room for one more than will be kept.
    fn new(list: &'l mut [usize]) -> Self {
        Self { list, count: 0 }
    }

    /// Keeps a word if `kept` is 1, and not if it is 0.
    #[inline]
    fn keep_if(&mut self, word: usize, kept: usize) {
        if let Some(slot) = self.list.get_mut(self.count) {
            *slot = word;
        }
        self.count += kept;
    }
}

/// A word at which a pattern may begin.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Candidate {
    pub(crate) word: usize,
    pub(crate) cuts: Cuts,
}

/// The memory of [`Beginnings::candidates`].
#[derive(Debug, Default)]
pub(crate) struct Stages {
    /// By word: what begins with it, two bits for each number of letters taken off.
    kinds: Vec<u8>,
    /// The words that a stage has left.
    left: Vec<usize>,
    pub(crate) candidates: Vec<Candidate>,
}

impl Beginnings {
    /// Those of patterns, each with whether it may take an article.
    pub(crate) fn new<'p>(patterns: impl Iterator<Item = (&'p [u8], bool)>) -> Self {
        let (mut first, mut pairs) = (Vec::new(), Vec::new());
        let mut with_article = Vec::new();
        for (pattern, takes_article) in patterns {
            let mut words = words_of(pattern);
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
                with_article.extend(ARTICLE);
                with_article.extend_from_slice(word);
                add(&with_article);
                add(with_article.get(1..).unwrap_or(&[]));
            }
        }
        Self { first: Bloom::new(first, 64), pairs: Bloom::new(pairs, 16) }
    }

    /// In which readings of a word a pattern may begin, with the word that may follow it.
    pub(crate) fn cuts<'t>(&self, codes: &[u8], next: impl FnOnce() -> Option<&'t [u8]>) -> Cuts {
        let (mut kinds, mut hashes) = (0, [0; 3]);
        let most = match *codes {
            [first, second, _, ..] if leads_by_two(first, second) == 1 => 2,
            [first, _, ..] => leads_by_one(first),
            _ => 0,
        };
        for (cut, slot) in hashes.iter_mut().enumerate().take(most + 1) {
            *slot = hash(codes.get(cut..).unwrap_or(&[]));
            kinds |= self.first.get(*slot) << (2 * cut);
        }
        if kinds == 0 {
            return Cuts::default();
        }
        let next = if kinds & ANY_GOES_ON == 0 { None } else { next().map(Key::of) };
        Cuts(self.settle(kinds, next, |cut| hashes.get(cut).copied().unwrap_or(0)) as u8)
    }

    /// Whether a pattern may begin with two words.
    pub(crate) fn pair(&self, first: &[u8], second: &[u8]) -> bool {
        self.pairs.get(pair(hash(first), Key::of(second))) != 0
    }

    /// The readings of a word that stay when the word after it is looked at; `hash` gives that of a reading.
    #[inline]
    fn settle(&self, kinds: u64, next: Option<Key>, hash: impl Fn(usize) -> u64) -> u64 {
        // The lower bit of each two: the reading is alone. It is no matter then whether it goes on.
        let mut cuts = kinds & ANY_ALONE;
        let mut left = kinds >> 1 & !kinds & ANY_ALONE;
        if let Some(next) = next {
            while left != 0 {
                let shift = left.trailing_zeros();
                cuts |= self.pairs.get(pair(hash(shift as usize / 2), next)) << shift;
                left &= left - 1;
            }
        }
        cuts
    }

    /// The words of a row at which a pattern may begin, in order. Linear in the words.
    ///
    /// Each stage looks at what the one before has left, and none of them but
    /// the last has a branch that depends on the text.
    pub(crate) fn candidates(&self, row: Row<'_>, stages: &mut Stages) {
        let words = row.starts.len();
        let Stages { kinds, left, candidates } = stages;
        kinds.clear();
        kinds.resize(words, 0);
        if left.len() <= words {
            left.resize(words + 1, 0);
        }
        // Every word as it stands.
        let mut led = Kept::new(left);
        for (word, (kinds, (&start, &end))) in kinds.iter_mut().zip(row.starts.iter().zip(row.ends)).enumerate() {
            let key = Key::at(row.codes, start, end - start);
            *kinds = self.first.get(key.hash()) as u8;
            led.keep_if(word, leads_by_one(key.first()));
        }
        // Without a letter that may be a proclitic.
        let led = led.count;
        let mut led_by_two = 0;
        for at in 0..led {
            let word = left.get(at).copied().unwrap_or(0);
            let (start, len) = row.word(word);
            let key = Key::at(row.codes, start + 1, len.saturating_sub(1));
            if let Some(kinds) = kinds.get_mut(word) {
                *kinds |= (self.first.get(key.hash()) << 2) as u8;
            }
            // The list is written where it has been read.
            if let Some(slot) = left.get_mut(led_by_two) {
                *slot = word;
            }
            let &[first, second] = row.codes.get(start..).and_then(|codes| codes.first_chunk()).unwrap_or(&[0; 2]);
            led_by_two += leads_by_two(first, second);
        }
        // Without two.
        for &word in left.get(..led_by_two).unwrap_or(&[]) {
            let (start, len) = row.word(word);
            let key = Key::at(row.codes, start + 2, len.saturating_sub(2));
            if let Some(kinds) = kinds.get_mut(word) {
                *kinds |= (self.first.get(key.hash()) << 4) as u8;
            }
        }
        // Those that begin a pattern in some way.
        let mut begin = Kept::new(left);
        for (word, &kinds) in kinds.iter().enumerate() {
            begin.keep_if(word, usize::from(kinds != 0));
        }
        // Of these, with the words after them.
        let begin = begin.count;
        candidates.clear();
        candidates.resize(begin + 1, Candidate::default());
        let mut count = 0;
        for &word in left.get(..begin).unwrap_or(&[]) {
            let (start, len) = row.word(word);
            let (next, next_len) = row.word(word + 1);
            let next = Key::at(row.codes, next, next_len);
            let kinds = u64::from(kinds.get(word).copied().unwrap_or(0));
            let hash = |cut: usize| Key::at(row.codes, start + cut, len.saturating_sub(cut)).hash();
            let pairs = self.pairs.get(pair(hash(0), next));
            let mut cuts = kinds & ANY_ALONE | kinds >> 1 & pairs;
            if kinds > 3 {
                cuts |= self.settle(kinds & !3, Some(next), hash);
            }
            if let Some(slot) = candidates.get_mut(count) {
                *slot = Candidate { word, cuts: Cuts(cuts as u8) };
            }
            count += usize::from(cuts != 0);
        }
        candidates.truncate(count);
    }

    /// Bytes on the heap.
    pub(crate) fn memory_usage(&self) -> usize {
        size_of_val(self.first.words.as_slice()) + size_of_val(self.pairs.words.as_slice())
    }
}

/// The first eight codes of a word, and how many it has.
#[derive(Clone, Copy)]
struct Key {
    codes: u64,
    len: u64,
}

/// By number of codes: those codes of eight.
const MASKS: [u64; 9] =
    [0, 0xFF, 0xFFFF, 0xFF_FFFF, u32::MAX as u64, 0xFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF, 0xFF_FFFF_FFFF_FFFF, u64::MAX];

impl Key {
    /// That of a word which stands in `codes`, with eight more codes after its start.
    fn at(codes: &[u8], start: usize, len: usize) -> Self {
        let eight = codes.get(start..).and_then(|codes| codes.first_chunk()).copied().unwrap_or_default();
        Self::new(u64::from_le_bytes(eight), len)
    }

    /// That of a word which stands alone.
    fn of(word: &[u8]) -> Self {
        Self { codes: head(word).swap_bytes(), len: word.len() as u64 }
    }

    fn new(eight: u64, len: usize) -> Self {
        Self { codes: eight & MASKS.get(len.min(8)).copied().unwrap_or(0), len: len as u64 }
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
    /// A power of two of them, or none.
    words: Vec<u64>,
    /// The bits of a place.
    mask: u64,
}

/// The least bits of a filter: what stays in the nearest memory anyway.
const LEAST_BITS: usize = 1 << 14;

impl<const BITS: u32> Bloom<BITS> {
    /// A filter for these hashes, with at least so many bits of memory for each.
    fn new(mut hashes: Vec<(u64, u64)>, bits_per_hash: usize) -> Self {
        hashes.sort_unstable();
        hashes.dedup();
        let size = (hashes.len() * bits_per_hash).next_power_of_two().max(LEAST_BITS);
        let mut new = Self { words: vec![0; size / 64], mask: size as u64 - u64::from(BITS) };
        for (hash, value) in hashes {
            let (word, bit) = new.place(hash);
            if let Some(word) = new.words.get_mut(word) {
                *word |= value << bit;
            }
        }
        new
    }

    #[inline]
    fn get(&self, hash: u64) -> u64 {
        let (word, bit) = self.place(hash);
        self.words.get(word).map_or(0, |word| word >> bit & ((1 << BITS) - 1))
    }

    /// The word and the bit in it; the upper half of a hash is the better one.
    #[inline]
    const fn place(&self, hash: u64) -> (usize, u64) {
        let bit = hash >> 32 & self.mask;
        ((bit >> 6) as usize, bit & 63)
    }
}
