//! The first words of patterns in a hash table.

use core::num::NonZeroU32;

use super::matcher::head;
use crate::text::SEPARATOR;

/// Codes of the longest word in the table.
pub(super) const LONGEST: usize = 8;

/// What patterns begin with a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct First {
    /// One more than the number of the pattern that is the word alone.
    alone: Option<NonZeroU32>,
    /// Whether there are patterns of more words.
    goes_on: bool,
}

impl First {
    pub(super) fn alone(self) -> Option<u32> {
        self.alone.map(|number| number.get() - 1)
    }

    pub(super) const fn goes_on(self) -> bool {
        self.goes_on
    }
}

/// The words of up to [`LONGEST`] codes with which patterns begin.
#[derive(Clone, Debug, Default)]
pub(super) struct Firsts {
    /// By hash: the codes of a word as a number, and what it begins; 0 where there is none.
    slots: Vec<(u64, First)>,
}

impl Firsts {
    /// Those of sorted patterns. Takes time linear in their number.
    pub(super) fn new(patterns: &[&[u8]]) -> Self {
        let mut words: Vec<(u64, First)> = Vec::new();
        for (pattern, number) in patterns.iter().zip(1..) {
            let mut parts = pattern.split(|&code| code == SEPARATOR);
            let Some(word) = parts.next().filter(|word| word.len() <= LONGEST) else { continue };
            let (word, goes_on) = (head(word), parts.next().is_some());
            if words.last().is_none_or(|(last, _)| *last != word) {
                words.push((word, First::default()));
            }
            if let Some((_, first)) = words.last_mut() {
                first.goes_on |= goes_on;
                first.alone = if goes_on { first.alone } else { NonZeroU32::new(number) };
            }
        }
        // A third of the places stay free.
        let mut new = Self { slots: vec![(0, First::default()); words.len() + words.len() / 2 + 1] };
        for (word, first) in words {
            let free = new.places(word).find(|&at| new.slots.get(at).is_some_and(|&(taken, _)| taken == 0));
            if let Some(slot) = free.and_then(|free| new.slots.get_mut(free)) {
                *slot = (word, first);
            }
        }
        new
    }

    /// What a word begins, given its codes as a number.
    #[inline]
    pub(super) fn get(&self, word: u64) -> Option<First> {
        for at in self.places(word) {
            match self.slots.get(at) {
                Some(&(found, first)) if found == word => return Some(first),
                Some(&(0, _)) | None => return None,
                _ => {}
            }
        }
        None
    }

    /// Where a word may be, the likeliest place first.
    #[inline]
    fn places(&self, word: u64) -> impl Iterator<Item = usize> + use<> {
        let hash = word.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let len = self.slots.len();
        let first = ((u128::from(hash) * len as u128) >> 64) as usize;
        (first..len).chain(0..first)
    }

    /// Bytes on the heap.
    pub(super) fn memory_usage(&self) -> usize {
        size_of_val(self.slots.as_slice())
    }
}
