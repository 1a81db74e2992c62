//! Word-level matching of many patterns, by anchored walks over an Aho–Corasick automaton.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::{Builder, NFA};
use aho_corasick::{Anchored, MatchKind};

use super::clitics::{Proclitics, Reading, readings};
use super::filter::{Beginnings, Cuts};
use super::firsts::{First, LONGEST, firsts};
use crate::text::{Gap, HYPHENS, QUOTES, SEPARATOR, ShortMap, WordKind, Words, head};
use once_cell::unsync::Lazy;

/// How many hyphens and quotation marks may stand between two words of a name.
pub(super) const MOST_JOINERS: usize = 2;

/// The words of a text in which patterns are looked for, by index.
pub(crate) trait Text {
    /// The codes of a word at which a pattern may begin.
    fn first(&self, at: usize) -> Option<&[u8]>;

    /// The codes of a word.
    fn codes(&self, at: usize) -> &[u8];

    /// The next word that may belong to the same name.
    fn next_in_name(&self, at: usize) -> Option<usize>;

    /// Whether a word is written together with the one before it, as in `F16` or `16GB`.
    fn is_glued(&self, at: usize) -> bool;
}

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

/// Stands before every pattern, so that none can be found inside another: no walk ever leaves its branch.
const START: u8 = 1;
/// Up to this depth, [`START`] and the first letters, states have their transitions in a table.
const DENSE_DEPTH: usize = 3;

/// Automata over the codes of patterns.
///
/// The automata know of a pattern as many codes as tell it from its
/// neighbours; what is left of it, its tail, is compared as it stands, which
/// takes a tenth of the memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matcher {
    beginnings: Beginnings,
    /// What patterns begin with, where that is a short word.
    firsts: ShortMap<First>,
    /// By shard: the first codes of its first pattern, as a number. They ascend.
    heads: Vec<u64>,
    shards: Vec<Shard>,
}

/// An automaton over some of the patterns.
#[derive(Clone, Debug)]
struct Shard {
    /// The number of the first pattern.
    base: u32,
    nfa: NFA,
    /// The state behind [`START`].
    root: StateID,
    /// The tails of all patterns, one after the other.
    tails: Box<[u8]>,
    /// By pattern: where its tail ends.
    tail_ends: Box<[usize]>,
}

impl Shard {
    /// Compiles sorted patterns, of which the first has the number `base`.
    fn new(base: u32, patterns: &[&[u8]]) -> Result<Self, aho_corasick::BuildError> {
        let mut known: Vec<u8> = Vec::new();
        let (mut ends, mut tails, mut tail_ends) = (Vec::new(), Vec::new(), Vec::new());
        let mut shared = 0;
        for (at, pattern) in patterns.iter().enumerate() {
            let next =
                patterns.get(at + 1).map_or(0, |next| pattern.iter().zip(*next).take_while(|(a, b)| a == b).count());
            let (head, tail) = pattern.split_at_checked(shared.max(next) + 1).unwrap_or((pattern, &[]));
            known.push(START);
            known.extend_from_slice(head);
            ends.push(known.len());
            tails.extend_from_slice(tail);
            tail_ends.push(tails.len());
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
        Ok(Self { base, nfa, root, tails: tails.into(), tail_ends: tail_ends.into() })
    }

    fn tail(&self, pattern: usize) -> &[u8] {
        let from = pattern.checked_sub(1).and_then(|before| self.tail_ends.get(before)).copied().unwrap_or(0);
        self.tail_ends.get(pattern).and_then(|&end| self.tails.get(from..end)).unwrap_or(&[])
    }

    fn memory_usage(&self) -> usize {
        self.nfa.memory_usage() + size_of_val(&*self.tails) + size_of_val(&*self.tail_ends)
    }
}

impl Matcher {
    /// Compiles patterns, which must be sorted and distinct; their indices come back in [`Hit::pattern`].
    /// Says of each whether it may take an article.
    ///
    /// # Errors
    ///
    /// When the patterns need more states than an automaton can number.
    pub(crate) fn new(patterns: &[&[u8]], takes_article: &[bool]) -> Result<Self, aho_corasick::BuildError> {
        let (mut heads, mut shards) = (Vec::new(), Vec::new());
        for (base, patterns) in (0..).step_by(SHARD).zip(patterns.chunks(SHARD)) {
            heads.push(patterns.first().map_or(0, |first| head(first)));
            shards.push(Shard::new(base, patterns)?);
        }
        let beginnings = Beginnings::new(patterns.iter().copied().zip(takes_article.iter().copied()));
        Ok(Self { beginnings, firsts: firsts(patterns), heads, shards })
    }

    pub(crate) fn memory_usage(&self) -> usize {
        let shards = self.shards.iter().map(Shard::memory_usage);
        self.beginnings.memory_usage()
            + self.firsts.capacity() * size_of::<(u64, First, u8)>()
            + size_of_val(self.heads.as_slice())
            + shards.sum::<usize>()
    }

    /// The pattern with exactly these codes.
    pub(crate) fn get(&self, codes: &[u8]) -> Option<u32> {
        let head = head(codes);
        if codes.len() <= LONGEST && !codes.contains(&SEPARATOR) {
            return self.firsts.get(&head)?.alone();
        }
        self.shards_between(head, head).find_map(|shard| {
            let mut walk = Walk::new(shard);
            walk.step(codes)?;
            walk.pattern()
        })
    }

    /// How patterns begin.
    pub(super) const fn beginnings(&self) -> &Beginnings {
        &self.beginnings
    }

    /// The shards that may have a pattern whose first codes are between two numbers.
    fn shards_between(&self, low: u64, high: u64) -> impl Iterator<Item = &Shard> {
        let from = self.heads.partition_point(|&head| head < low).saturating_sub(1);
        let heads = self.heads.get(from..).unwrap_or(&[]).iter().take_while(move |&&head| head <= high);
        heads.zip(self.shards.get(from..).unwrap_or(&[])).map(|(_, shard)| shard)
    }

    /// Every pattern that begins at the word with index `at`, in every reading of its proclitics.
    pub(crate) fn find_at(&self, text: &impl Text, at: usize, found: &mut impl FnMut(Hit)) {
        let Some(codes) = text.first(at) else { return };
        let cuts = Lazy::new(|| self.beginnings.cuts(codes, || text.next_in_name(at).map(|next| text.codes(next))));
        readings(codes, &mut |reading| {
            // Of short words the table knows all, and more exactly.
            if reading.letters(codes) <= LONGEST || cuts.has(reading.proclitics.letters()) {
                self.find_in(text, at, codes, reading, found);
            }
        });
    }

    /// As [`find_at`](Self::find_at), in the readings with some letters taken off.
    pub(super) fn find_cuts(&self, text: &impl Text, at: usize, cuts: Cuts, found: &mut impl FnMut(Hit)) {
        let Some(codes) = text.first(at) else { return };
        readings(codes, &mut |reading| {
            if cuts.has(reading.proclitics.letters()) {
                self.find_in(text, at, codes, reading, found);
            }
        });
    }

    /// Every pattern that begins with one reading of a word.
    fn find_in(&self, text: &impl Text, at: usize, codes: &[u8], reading: Reading, found: &mut impl FnMut(Hit)) {
        let (low, letters) = (reading.head(codes), reading.letters(codes));
        if letters <= LONGEST {
            let Some(first) = self.firsts.get(&low) else { return };
            let bare = codes.get(reading.proclitics.letters()..).unwrap_or(&[]);
            let goes_on = first.goes_on()
                && text.next_in_name(at).is_some_and(|next| self.beginnings.pair(bare, text.codes(next)));
            if !goes_on {
                if let Some(pattern) = first.alone().filter(|_| !text.is_glued(at + 1)) {
                    found(Hit { start: at, end: at + 1, pattern, proclitics: reading.proclitics });
                }
                return;
            }
        }
        // The patterns that begin with this word lie next to each other, mostly in one shard.
        let high = low | u64::MAX.checked_shr(8 * letters.min(8) as u32).unwrap_or(0);
        for shard in self.shards_between(low, high) {
            follow(Walk::new(shard), text, at, reading, found);
        }
    }
}

/// A walk through an automaton, and on along a tail.
struct Walk<'m> {
    shard: &'m Shard,
    state: StateID,
    /// The only pattern that goes on here, and what is left of its tail.
    tail: Option<(usize, &'m [u8])>,
}

impl<'m> Walk<'m> {
    fn new(shard: &'m Shard) -> Self {
        Self { shard, state: shard.root, tail: None }
    }

    /// Goes on by some codes; none when no pattern does.
    fn step(&mut self, codes: &[u8]) -> Option<()> {
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
                self.tail = Some((pattern, self.shard.tail(pattern))).filter(|(_, tail)| !tail.is_empty());
            }
        }
        if let Some((_, tail)) = &mut self.tail {
            *tail = tail.strip_prefix(codes.as_slice())?;
        }
        Some(())
    }

    /// The pattern that ends here.
    fn pattern(&self) -> Option<u32> {
        let nfa = &self.shard.nfa;
        let pattern = match self.tail {
            Some((pattern, tail)) => tail.is_empty().then_some(pattern),
            None => nfa.is_match(self.state).then(|| nfa.match_pattern(self.state, 0).as_usize()),
        };
        pattern.map(|pattern| self.shard.base + pattern as u32)
    }
}

/// Follows the text from one reading of the word `start` as far as any pattern goes.
fn follow(mut walk: Walk<'_>, text: &impl Text, start: usize, reading: Reading, found: &mut impl FnMut(Hit)) {
    if walk.step(reading.prefix.codes()).is_none() {
        return;
    }
    let mut at = start;
    let mut from = reading.from;
    loop {
        if walk.step(text.codes(at).get(from..).unwrap_or(&[])).is_none() {
            return;
        }
        if let Some(pattern) = walk.pattern().filter(|_| !text.is_glued(at + 1)) {
            found(Hit { start, end: at + 1, pattern, proclitics: reading.proclitics });
        }
        if walk.step(&[SEPARATOR]).is_none() {
            return;
        }
        let Some(next) = text.next_in_name(at) else { return };
        at = next;
        from = 0;
    }
}

impl Reading {
    /// How many codes the word has that the pattern must spell.
    fn letters(&self, codes: &[u8]) -> usize {
        self.prefix.codes().len() + codes.len().saturating_sub(self.from)
    }

    /// The first eight of them as a number.
    fn head(&self, codes: &[u8]) -> u64 {
        let prefix = self.prefix.codes();
        head(prefix) | head(codes.get(self.from..).unwrap_or(&[])) >> (8 * prefix.len())
    }
}

impl Text for Words<'_> {
    fn first(&self, at: usize) -> Option<&[u8]> {
        let word = self.get(at).filter(|word| !word.is_symbol() && !word.opaque)?;
        (!self.is_glued(at)).then(|| Words::codes(self, word))
    }

    fn codes(&self, at: usize) -> &[u8] {
        self.get(at).map_or(&[], |word| Words::codes(self, word))
    }

    fn next_in_name(&self, at: usize) -> Option<usize> {
        for next in at + 1..=at + 1 + MOST_JOINERS {
            let word = self.get(next)?;
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

    fn is_glued(&self, at: usize) -> bool {
        let latin = |i: usize| self.get(i).is_some_and(|w| matches!(w.kind, WordKind::Other | WordKind::Digits));
        at > 0 && latin(at) && latin(at - 1) && self.get(at).is_some_and(|w| w.gap == Gap::None)
    }
}
