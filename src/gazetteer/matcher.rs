//! Word-level matching of many patterns, by anchored walks over an Aho–Corasick automaton.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::{Builder, NFA};
use aho_corasick::{Anchored, MatchKind};

use super::clitics::{Proclitics, Reading, readings};
use super::filter::{Beginnings, WordHashes, hash};
use crate::text::{Gap, HYPHENS, QUOTES, SEPARATOR, WordKind, Words};

/// How many hyphens and quotation marks may stand between two words of a name.
const MOST_JOINERS: usize = 2;

/// A pattern found in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// Index of the first word.
    pub(crate) start: usize,
    /// One past the index of the last word.
    pub(crate) end: usize,
    /// Index of the pattern.
    pub(crate) pattern: u32,
    pub(crate) proclitics: Proclitics,
}

/// Patterns of one automaton; building takes more than twice the time for twice as many.
const SHARD: usize = 1 << 12;

/// Automata over the codes of patterns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matcher {
    beginnings: Beginnings,
    /// In the order of their patterns.
    shards: Vec<Shard>,
}

/// An automaton over some of the patterns.
#[derive(Clone, Debug)]
struct Shard {
    /// The codes of the first pattern, and its number.
    first: Box<[u8]>,
    base: u32,
    nfa: NFA,
    root: StateID,
}

impl Matcher {
    /// Compiles patterns, which must be sorted and distinct; their indices come back in [`Hit::pattern`].
    ///
    /// # Errors
    ///
    /// When the patterns need more states than an automaton can number.
    pub(crate) fn new(patterns: &[&[u8]]) -> Result<Self, aho_corasick::BuildError> {
        let mut shards = Vec::new();
        for (base, patterns) in (0..).step_by(SHARD).zip(patterns.chunks(SHARD)) {
            // Standard semantics build five times faster than leftmost ones, and an anchored walk needs no more.
            let nfa = Builder::new().match_kind(MatchKind::Standard).prefilter(false).build(patterns)?;
            let first = patterns.first().map_or(&[][..], |first| first).into();
            if let Ok(root) = nfa.start_state(Anchored::Yes) {
                shards.push(Shard { first, base, nfa, root });
            }
        }
        Ok(Self { beginnings: Beginnings::new(patterns), shards })
    }

    pub(crate) fn memory_usage(&self) -> usize {
        let shards = self.shards.iter().map(|shard| shard.nfa.memory_usage() + shard.first.len());
        self.beginnings.memory_usage() + shards.sum::<usize>()
    }

    /// The pattern with exactly these codes.
    pub(crate) fn get(&self, codes: &[u8]) -> Option<u32> {
        let before = self.shards.partition_point(|shard| *shard.first <= *codes);
        let shard = self.shards.get(before.checked_sub(1)?)?;
        let mut walk = Walk::new(shard);
        walk.step(codes)?;
        walk.pattern()
    }

    /// Every pattern that begins at the word with index `at`, in every reading of its proclitics.
    pub(crate) fn find_at(&self, words: &Words<'_>, at: usize, found: &mut impl FnMut(Hit)) {
        let Some(word) = words.get(at).filter(|_| !self.shards.is_empty()) else { return };
        if word.is_symbol() || word.opaque || glued(words, at) {
            return;
        }
        let codes = words.codes(word);
        let hashes = WordHashes::new(codes);
        let next = || next_in_name(words, at).and_then(|next| words.get(next)).map(|next| hash(words.codes(next)));
        readings(codes, &mut |reading| {
            let Some(word) = hashes.of(&reading) else { return };
            if self.beginnings.may_begin(word) && self.beginnings.may_go_on(word, next) {
                let first = || reading.prefix.codes().iter().chain(codes.get(reading.from..).unwrap_or(&[]));
                // The patterns that begin with this word lie next to each other, mostly in one shard.
                let before = self.shards.partition_point(|shard| shard.first.iter().lt(first()));
                let begins = |shard: &&Shard| shard.first.iter().take(first().count()).eq(first());
                let more = self.shards.get(before..).unwrap_or(&[]).iter().take_while(begins);
                for shard in before.checked_sub(1).and_then(|at| self.shards.get(at)).into_iter().chain(more) {
                    follow(Walk::new(shard), words, at, reading, found);
                }
            }
        });
    }
}

/// A walk through an automaton.
struct Walk<'m> {
    shard: &'m Shard,
    state: StateID,
    depth: usize,
}

impl<'m> Walk<'m> {
    fn new(shard: &'m Shard) -> Self {
        Self { shard, state: shard.root, depth: 0 }
    }

    /// Goes on by some codes; none when no pattern does.
    fn step(&mut self, codes: &[u8]) -> Option<()> {
        for &code in codes {
            self.state = self.shard.nfa.next_state(Anchored::Yes, self.state, code);
            if self.shard.nfa.is_dead(self.state) {
                return None;
            }
        }
        self.depth += codes.len();
        Some(())
    }

    /// The pattern that ends here, walked from its first code.
    fn pattern(&self) -> Option<u32> {
        if !self.shard.nfa.is_match(self.state) {
            return None;
        }
        let pattern = self.shard.nfa.match_pattern(self.state, 0);
        (self.shard.nfa.pattern_len(pattern) == self.depth).then(|| self.shard.base + pattern.as_u32())
    }
}

/// Follows the text from one reading of the word `start` as far as any pattern goes.
fn follow(mut walk: Walk<'_>, words: &Words<'_>, start: usize, reading: Reading, found: &mut impl FnMut(Hit)) {
    if walk.step(reading.prefix.codes()).is_none() {
        return;
    }
    let mut at = start;
    let mut from = reading.from;
    while let Some(word) = words.get(at) {
        if walk.step(words.codes(word).get(from..).unwrap_or(&[])).is_none() {
            return;
        }
        if let Some(pattern) = walk.pattern().filter(|_| !glued(words, at + 1)) {
            found(Hit { start, end: at + 1, pattern, proclitics: reading.proclitics });
        }
        let Some(next) = next_in_name(words, at) else { return };
        if walk.step(&[SEPARATOR]).is_none() {
            return;
        }
        at = next;
        from = 0;
    }
}

/// The next word that may belong to the same name as the word `at`.
pub(crate) fn next_in_name(words: &Words<'_>, at: usize) -> Option<usize> {
    for next in at + 1..=at + 1 + MOST_JOINERS {
        let word = words.get(next)?;
        let symbols = next - at - 1;
        if word.opaque || word.gap == Gap::Paragraph || (word.gap == Gap::Line && symbols > 0) {
            return None;
        }
        match word.kind {
            WordKind::Symbol(_) if word.gap == Gap::Line || !(word.is_any(&QUOTES) || word.is_any(&HYPHENS)) => {
                return None;
            }
            WordKind::Symbol(_) => {}
            _ => return Some(next),
        }
    }
    None
}

/// Whether the word is written together with the one before it, as in `F16` or `16GB`.
fn glued(words: &Words<'_>, at: usize) -> bool {
    let latin = |i: usize| words.get(i).is_some_and(|w| matches!(w.kind, WordKind::Other | WordKind::Digits));
    at > 0 && latin(at) && latin(at - 1) && words.get(at).is_some_and(|w| w.gap == Gap::None)
}
