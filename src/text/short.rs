//! Short words as numbers, whose ends come off in one step, and a table by them.

use core::hash::{BuildHasherDefault, Hasher};
use std::collections::HashMap;

use super::codes::letter;

/// The first eight codes as a number that is ordered as they are.
#[inline]
pub(crate) fn head(codes: &[u8]) -> u64 {
    // Fewer than eight are read as two pieces, which may overlap.
    let both = |first: u64, last: u64, size: usize| first << (64 - 8 * size) | last << (64 - 8 * codes.len());
    if let Some(&eight) = codes.first_chunk() {
        u64::from_be_bytes(eight)
    } else if let (Some(&first), Some(&last)) = (codes.first_chunk(), codes.last_chunk()) {
        both(u32::from_be_bytes(first).into(), u32::from_be_bytes(last).into(), 4)
    } else if let (Some(&first), Some(&last)) = (codes.first_chunk(), codes.last_chunk()) {
        both(u16::from_be_bytes(first).into(), u16::from_be_bytes(last).into(), 2)
    } else {
        codes.first().map_or(0, |&code| u64::from(code) << 56)
    }
}

/// A word of up to [`MOST`](Self::MOST) codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Short {
    /// The last code in the lowest byte.
    codes: u128,
    len: usize,
}

impl Short {
    /// The most codes.
    const MOST: usize = 16;

    /// A word of folded letters of the basic Arabic alphabet.
    ///
    /// Other letters, and more of them, make another word of it: for the words of our own rules.
    pub(crate) const fn new(word: &str) -> Self {
        let (mut codes, mut len, mut rest) = (0, 0, word.as_bytes());
        while let [lead, last, after @ ..] = rest {
            let point = (*lead as u32 & 0x1F) << 6 | (*last as u32 & 0x3F);
            codes = codes << 8 | letter(point) as u128;
            len += 1;
            rest = after;
        }
        Self { codes, len }
    }

    /// The word of these codes, if it is short.
    #[inline]
    pub(crate) fn of(codes: &[u8]) -> Option<Self> {
        let rest = codes.get(8..).unwrap_or(&[]);
        let both = u128::from(head(codes)) << 64 | u128::from(head(rest));
        let len = codes.len();
        (1..=Self::MOST).contains(&len).then(|| Self { codes: both >> (8 * (Self::MOST - len)), len })
    }

    /// How many codes it has.
    pub(crate) const fn len(self) -> usize {
        self.len
    }

    /// The word without these codes at its end.
    #[inline]
    pub(crate) fn strip_suffix(self, suffix: Self) -> Option<Self> {
        let bits = 8 * suffix.len;
        let last = self.codes & !u128::MAX.checked_shl(bits as u32).unwrap_or(0);
        let codes = self.codes.checked_shr(bits as u32).unwrap_or(0);
        (self.len >= suffix.len && last == suffix.codes).then(|| Self { codes, len: self.len - suffix.len })
    }

    /// The word without these codes at its front.
    #[inline]
    pub(crate) fn strip_prefix(self, prefix: Self) -> Option<Self> {
        let len = self.len.checked_sub(prefix.len)?;
        let first = self.codes.checked_shr(8 * len as u32).unwrap_or(0);
        let codes = self.codes & !u128::MAX.checked_shl(8 * len as u32).unwrap_or(0);
        (first == prefix.codes).then_some(Self { codes, len })
    }

    /// The word without what it begins with, when that is one of these.
    #[inline]
    pub(crate) fn strip_start(self, of: &[Self]) -> Option<Self> {
        of.iter().find_map(|&one| self.strip_prefix(one))
    }

    /// The word without what it ends in, when that is one of these.
    #[inline]
    pub(crate) fn strip_end(self, of: &[Self]) -> Option<Self> {
        of.iter().find_map(|&end| self.strip_suffix(end))
    }

    /// The word with these codes after it, if it is short still.
    #[inline]
    pub(crate) fn with(self, end: Self) -> Option<Self> {
        let len = self.len + end.len;
        let before = self.codes.checked_shl(8 * end.len as u32).unwrap_or(0);
        (len <= Self::MOST).then_some(Self { codes: before | end.codes, len })
    }

    /// Its [`head`], when it has no more codes.
    #[inline]
    pub(crate) fn head(self) -> Option<u64> {
        (1..=8).contains(&self.len).then(|| (self.codes as u64) << (64 - 8 * self.len))
    }

    /// Hands its codes to `read`.
    pub(crate) fn read<T>(self, read: impl FnOnce(&[u8]) -> T) -> T {
        read(self.codes.to_be_bytes().get(Self::MOST - self.len..).unwrap_or(&[]))
    }
}

/// Words of our own rules.
pub(crate) const fn shorts<const N: usize>(words: [&str; N]) -> [Short; N] {
    let mut all = [Short::new(""); N];
    let (mut to, mut from): (&mut [Short], &[&str]) = (&mut all, &words);
    while let ([slot, after @ ..], [word, rest @ ..]) = (to, from) {
        *slot = Short::new(word);
        (to, from) = (after, rest);
    }
    all
}

/// Values by words of up to eight codes, each given as its [`head`].
pub(crate) type ShortMap<V> = HashMap<u64, V, BuildHasherDefault<ShortHasher>>;

/// Hashes the [`head`] of a word by one multiplication. A list can be made whose words collide; it is then slow, and right.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ShortHasher(u64);

impl Hasher for ShortHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.chunks(8).for_each(|eight| self.write_u64(self.0.rotate_left(5) ^ head(eight)));
    }

    #[inline]
    fn write_u64(&mut self, word: u64) {
        let product = u128::from(word) * 0x9E37_79B9_7F4A_7C15;
        self.0 = (product >> 64) as u64 ^ product as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::encode;

    #[test]
    fn ends_come_off() {
        let short = |word: &str| Short::of(&encode(word)).unwrap();
        let word = short("فسيكتبونها");
        assert_eq!(word, Short::new("فسيكتبونها"));
        assert_eq!(word.strip_suffix(Short::new("ها")), Some(short("فسيكتبون")));
        assert_eq!(word.strip_suffix(Short::new("هم")), None);
        assert_eq!(word.strip_prefix(Short::new("فس")), Some(short("يكتبونها")));
        assert_eq!(word.strip_prefix(word).map(Short::len), Some(0));
        assert_eq!(short("كتاب").with(Short::new("ه")), Some(short("كتابه")));
        assert_eq!(short("كتاب").strip_suffix(Short::new("الكتاب")), None);
        assert_eq!(Short::of(&encode("ابتثجحخدذرزسشصضطظ")), None);
        let sixteen = short("ابتثجحخدذرزسشصضط");
        assert_eq!(sixteen.strip_suffix(sixteen).map(Short::len), Some(0));
        assert_eq!(sixteen.with(Short::new("ه")), None);
        assert_eq!(Short::new("").with(sixteen), Some(sixteen));
        sixteen.read(|codes| assert_eq!(codes, encode("ابتثجحخدذرزسشصضط")));
    }

    #[test]
    fn heads_are_ordered() {
        let codes = encode("دحرج واحدة");
        for len in 1..codes.len() {
            let mut padded = codes[..len].to_vec();
            padded.resize(8.max(len), 0);
            assert_eq!(head(&codes[..len]).to_be_bytes(), padded[..8], "{len}");
            assert_eq!(Short::of(&codes[..len]).unwrap().head(), (len <= 8).then_some(head(&codes[..len])));
        }
    }
}
