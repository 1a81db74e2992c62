//! The first words of patterns in a hash table.

use core::num::NonZeroU32;

use crate::text::{SEPARATOR, ShortMap, head};

/// Codes of the longest word in the table.
pub(super) const LONGEST: usize = 8;

/// What patterns begin with a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct First {
    /// One more than the number of the pattern that is the word alone.
    alone: Option<NonZeroU32>,
    goes_on: bool,
}

impl First {
    /// The pattern that is the word alone.
    pub(super) fn alone(self) -> Option<u32> {
        self.alone.map(|number| number.get() - 1)
    }

    /// Whether there are patterns of more words.
    pub(super) const fn goes_on(self) -> bool {
        self.goes_on
    }
}

/// The words of up to [`LONGEST`] codes with which sorted patterns begin. Takes time linear in the patterns.
pub(super) fn firsts(patterns: &[&[u8]]) -> ShortMap<First> {
    let mut words: Vec<(u64, First)> = Vec::new();
    for (pattern, number) in patterns.iter().zip(1..) {
        let mut parts = pattern.split(|&code| code == SEPARATOR);
        let Some(word) = parts.next().filter(|word| word.len() <= LONGEST).map(head) else { continue };
        if words.last().is_none_or(|(last, _)| *last != word) {
            words.push((word, First::default()));
        }
        if let Some((_, first)) = words.last_mut() {
            if parts.next().is_some() {
                first.goes_on = true;
            } else {
                first.alone = NonZeroU32::new(number);
            }
        }
    }
    words.into_iter().collect()
}
