//! Automata over a part of the patterns, and anchored walks through them.

use core::ops::Range;

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::{Builder, NFA};
use aho_corasick::{Anchored, MatchKind};

use super::tails::{LONGEST, Tails};
use crate::text::head;

/// Patterns of one automaton; building takes more than twice the time for twice as many.
const SHARD: usize = 1 << 12;
/// Stands before every pattern, so that none can be found inside another: no walk ever leaves its branch.
const START: u8 = 1;
/// Up to this depth, [`START`] and the first letters, states have their transitions in a table.
const DENSE_DEPTH: usize = 3;

/// Sorted patterns, in automata of some thousands each.
#[derive(Clone, Debug, Default)]
pub(super) struct Shards {
    /// By shard: the first codes of its first pattern, as a number. They ascend.
    heads: Vec<u64>,
    shards: Vec<Shard>,
}

impl Shards {
    /// Compiles sorted and distinct patterns.
    pub(super) fn new(patterns: &[&[u8]]) -> Result<Self, aho_corasick::BuildError> {
        let (mut heads, mut shards) = (Vec::new(), Vec::new());
        for (base, patterns) in (0..).step_by(SHARD).zip(patterns.chunks(SHARD)) {
            heads.push(patterns.first().map_or(0, |first| head(first)));
            shards.push(Shard::new(base, patterns)?);
        }
        Ok(Self { heads, shards })
    }

    /// The shards that may have a pattern whose first codes are between two numbers.
    pub(super) fn between(&self, low: u64, high: u64) -> impl Iterator<Item = &Shard> {
        self.numbers_between(low, high).filter_map(|number| self.get(number))
    }

    /// The same by number.
    pub(super) fn numbers_between(&self, low: u64, high: u64) -> Range<usize> {
        let from = self.heads.partition_point(|&head| head < low).saturating_sub(1);
        let heads = self.heads.get(from..).unwrap_or(&[]);
        from..from + heads.iter().take_while(|&&head| head <= high).count()
    }

    pub(super) fn get(&self, number: usize) -> Option<&Shard> {
        self.shards.get(number)
    }

    pub(super) fn memory_usage(&self) -> usize {
        size_of_val(self.heads.as_slice()) + self.shards.iter().map(Shard::memory_usage).sum::<usize>()
    }
}

/// An automaton over some of the patterns.
#[derive(Clone, Debug)]
pub(super) struct Shard {
    /// The number of the first pattern.
    base: u32,
    nfa: NFA,
    /// The state behind [`START`].
    root: StateID,
    /// By pattern.
    tails: Tails,
}

impl Shard {
    /// Compiles sorted patterns, of which the first has the number `base`.
    pub(super) fn new(base: u32, patterns: &[&[u8]]) -> Result<Self, aho_corasick::BuildError> {
        let mut known: Vec<u8> = Vec::new();
        let (mut ends, mut tails) = (Vec::new(), Vec::new());
        let mut shared = 0;
        for (at, pattern) in patterns.iter().enumerate() {
            let next =
                patterns.get(at + 1).map_or(0, |next| pattern.iter().zip(*next).take_while(|(a, b)| a == b).count());
            let head = (shared.max(next) + 1).max(pattern.len().saturating_sub(LONGEST));
            let (head, tail) = pattern.split_at_checked(head).unwrap_or((pattern, &[]));
            known.push(START);
            known.extend_from_slice(head);
            ends.push(known.len());
            tails.push(tail);
            shared = next;
        }
        let known = (0..ends.len()).map(|at| {
            let from = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
            known.get(from..ends.get(at).copied().unwrap_or(0)).unwrap_or(&[])
        });
        // Standard semantics build five times faster than leftmost ones, and an anchored walk needs no more.
        let mut builder = Builder::new();
        builder.match_kind(MatchKind::Standard).prefilter(false).dense_depth(DENSE_DEPTH);
        let nfa = builder.build(known)?;
        // Without a pattern there is no way from here.
        let root = nfa
            .start_state(Anchored::Yes)
            .map_or_else(|_| StateID::default(), |start| nfa.next_state(Anchored::Yes, start, START));
        Ok(Self { base, nfa, root, tails: Tails::new(&tails) })
    }

    pub(super) fn memory_usage(&self) -> usize {
        self.nfa.memory_usage() + self.tails.memory_usage()
    }
}

/// Where a walk is that has not come to the end of a pattern.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    state: StateID,
    /// Codes that are left of the tail of the only pattern that goes on; none when there may be more patterns.
    left: u32,
}

impl Place {
    /// No place.
    pub(super) const NONE: Self = Self { state: StateID::ZERO, left: 0 };
}

/// A walk through an automaton, and on along a tail.
pub(super) struct Walk<'m> {
    shard: &'m Shard,
    state: StateID,
    /// The only pattern that goes on here, and what is left of its tail.
    tail: Option<(usize, &'m [u8])>,
}

impl<'m> Walk<'m> {
    pub(super) const fn new(shard: &'m Shard) -> Self {
        Self { shard, state: shard.root, tail: None }
    }

    /// A walk that goes on from a place.
    pub(super) fn from(shard: &'m Shard, place: Place) -> Self {
        let tail = (place.left > 0).then(|| {
            let pattern = shard.nfa.match_pattern(place.state, 0).as_usize();
            let tail = shard.tails.get(pattern);
            (pattern, tail.get(tail.len().saturating_sub(place.left as usize)..).unwrap_or(&[]))
        });
        Self { shard, state: place.state, tail }
    }

    /// Where it is.
    pub(super) fn place(&self) -> Place {
        Place { state: self.state, left: self.tail.map_or(0, |(_, tail)| tail.len() as u32) }
    }

    /// Goes on by some codes; none when no pattern does.
    pub(super) fn step(&mut self, codes: &[u8]) -> Option<()> {
        let nfa = &self.shard.nfa;
        let mut codes = codes.iter();
        while self.tail.is_none()
            && let Some(&code) = codes.next()
        {
            self.state = nfa.next_state(Anchored::Yes, self.state, code);
            if nfa.is_special(self.state) {
                if nfa.is_dead(self.state) {
                    return None;
                }
                let pattern = nfa.match_pattern(self.state, 0).as_usize();
                self.tail = Some((pattern, self.shard.tails.get(pattern))).filter(|(_, tail)| !tail.is_empty());
            }
        }
        if let Some((_, tail)) = &mut self.tail {
            *tail = tail.strip_prefix(codes.as_slice())?;
        }
        Some(())
    }

    /// The pattern that ends here.
    pub(super) fn pattern(&self) -> Option<u32> {
        let nfa = &self.shard.nfa;
        let pattern = match self.tail {
            Some((pattern, tail)) => tail.is_empty().then_some(pattern),
            None => nfa.is_match(self.state).then(|| nfa.match_pattern(self.state, 0).as_usize()),
        };
        pattern.map(|pattern| self.shard.base + pattern as u32)
    }
}
