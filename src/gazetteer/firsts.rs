//! The first words of patterns in a hash table, each with the way on from there.

use core::num::NonZeroU32;

use super::patterns::words_of;
use super::shard::{Place, Shards, Walk};
use crate::text::{SEPARATOR, ShortMap, head};

/// Codes of the longest word in the table.
pub(super) const LONGEST: usize = 8;

/// What patterns begin with a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct First {
    /// One more than the number of the pattern that is the word alone.
    alone: Option<NonZeroU32>,
    /// One more than the index of its first way.
    ways: Option<NonZeroU32>,
}

impl First {
    /// The pattern that is the word alone.
    pub(super) fn alone(self) -> Option<u32> {
        self.alone.map(|number| number.get() - 1)
    }

    /// Whether there are patterns of more words, with a space or symbols behind this one.
    pub(super) const fn goes_on(self) -> bool {
        self.ways.is_some()
    }
}

/// The place behind a first word and the space after it.
#[derive(Clone, Copy, Debug)]
struct Way {
    shard: u32,
    place: Place,
    /// Whether the next way is of the same word, in another shard.
    more: bool,
}

impl Way {
    /// That of a word which has symbols behind it in every pattern: it leads to no shard.
    const NONE: Self = Self { shard: u32::MAX, place: Place::NONE, more: false };
}

/// The words of up to [`LONGEST`] codes with which patterns begin, so that no walk has to spell them.
#[derive(Clone, Debug, Default)]
pub(super) struct Firsts {
    table: ShortMap<First>,
    ways: Vec<Way>,
}

impl Firsts {
    /// Those of sorted patterns and of the shards that these are compiled to. Takes time linear in the patterns.
    pub(super) fn new(patterns: &[&[u8]], shards: &Shards) -> Self {
        let (mut words, mut ways): (Vec<(u64, First)>, Vec<Way>) = (Vec::new(), Vec::new());
        for (pattern, number) in patterns.iter().zip(1..) {
            let mut parts = words_of(pattern);
            let Some(word) = parts.next().filter(|word| word.len() <= LONGEST) else { continue };
            let key = head(word);
            if words.last().is_none_or(|(last, _)| *last != key) {
                words.push((key, First::default()));
            }
            let Some((_, first)) = words.last_mut() else { continue };
            if parts.next().is_none() {
                first.alone = NonZeroU32::new(number);
            } else if first.ways.is_none() {
                first.ways = NonZeroU32::new(ways.len() as u32 + 1);
                let before = ways.len();
                ways.extend(ways_on(word, shards));
                if ways.len() == before {
                    ways.push(Way::NONE);
                }
                if let Some(last) = ways.last_mut() {
                    last.more = false;
                }
            }
        }
        ways.shrink_to_fit();
        Self { table: words.into_iter().collect(), ways }
    }

    /// What begins with a word of up to [`LONGEST`] codes, given as its [`head`].
    pub(super) fn get(&self, word: u64) -> Option<First> {
        self.table.get(&word).copied()
    }

    /// Walks that have come behind the word and the space after it.
    pub(super) fn walks<'m>(&'m self, first: First, shards: &'m Shards) -> impl Iterator<Item = Walk<'m>> {
        let from = first.ways.map_or(self.ways.len(), |number| number.get() as usize - 1);
        let mut more = true;
        let ways =
            self.ways.get(from..).unwrap_or(&[]).iter().take_while(move |way| std::mem::replace(&mut more, way.more));
        ways.filter_map(|way| Some(Walk::from(shards.get(way.shard as usize)?, way.place)))
    }

    /// Bytes on the heap.
    pub(super) fn memory_usage(&self) -> usize {
        self.table.capacity() * size_of::<(u64, First, u8)>() + size_of_val(self.ways.as_slice())
    }
}

/// The ways on behind a word, each with another one after it.
fn ways_on(word: &[u8], shards: &Shards) -> impl Iterator<Item = Way> {
    let low = head(word);
    shards.numbers_between(low, low | rest_of_head(word.len())).filter_map(|shard| {
        let mut walk = Walk::new(shards.get(shard)?);
        walk.step(word)?;
        walk.step(&[SEPARATOR])?;
        Some(Way { shard: shard as u32, place: walk.place(), more: true })
    })
}

/// The bits of a [`head`] behind so many codes.
pub(super) fn rest_of_head(codes: usize) -> u64 {
    u64::MAX.checked_shr(8 * codes.min(8) as u32).unwrap_or(0)
}
