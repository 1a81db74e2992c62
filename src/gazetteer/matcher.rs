//! Word-level matching of many patterns, by anchored walks over an Aho–Corasick automaton.

use super::clitics::{Proclitics, Reading, readings};
use super::filter::{Beginnings, Cuts};
use super::firsts::{Firsts, LONGEST, rest_of_head};
use super::shard::{Shards, Walk};
use crate::text::{Between, Gap, LINE, WordKind, Words, head, is_word, symbol};
use once_cell::unsync::Lazy;

/// The words of a text in which patterns are looked for, by index.
pub(crate) trait Text {
    /// The codes of a word at which a pattern may begin.
    fn first(&self, at: usize) -> Option<&[u8]>;

    /// The codes of a word.
    fn codes(&self, at: usize) -> &[u8];

    /// The next word that may belong to the same name, and what stands before it.
    fn behind(&self, at: usize) -> Option<(usize, Between)>;

    /// The next word that may belong to the same name, when that has no symbols of its own.
    fn next_in_name(&self, at: usize) -> Option<usize> {
        self.behind(at).filter(|(_, between)| between.is_space()).map(|(next, _)| next)
    }

    /// Whether a word is written together with the one before it, as in `F16` or `16GB`.
    fn is_glued(&self, at: usize) -> bool;
}

/// A pattern found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Index of the first word.
    pub(crate) start: usize,
    /// One past the index of the last word.
    pub(crate) end: usize,
    /// Index of the pattern.
    pub(crate) pattern: u32,
    pub(crate) proclitics: Proclitics,
}

/// Automata over the codes of patterns.
///
/// The automata know of a pattern as many codes as tell it from its
/// neighbours; what is left of it, its tail, is compared as it stands, which
/// takes a tenth of the memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matcher {
    beginnings: Beginnings,
    /// What patterns begin with, where that is a short word.
    firsts: Firsts,
    shards: Shards,
}

impl Matcher {
    /// Compiles patterns, which must be sorted and distinct; their indices come back in [`Hit::pattern`].
    /// Says of each whether it may take an article.
    ///
    /// # Errors
    ///
    /// When the patterns need more states than an automaton can number.
    pub(crate) fn new(patterns: &[&[u8]], takes_article: &[bool]) -> Result<Self, aho_corasick::BuildError> {
        let shards = Shards::new(patterns)?;
        let beginnings = Beginnings::new(patterns.iter().copied().zip(takes_article.iter().copied()));
        let firsts = Firsts::new(patterns, &shards);
        Ok(Self { beginnings, firsts, shards })
    }

    pub(crate) fn memory_usage(&self) -> usize {
        self.beginnings.memory_usage() + self.firsts.memory_usage() + self.shards.memory_usage()
    }

    /// The pattern with exactly these codes.
    pub(crate) fn get(&self, codes: &[u8]) -> Option<u32> {
        let head = head(codes);
        if codes.len() <= LONGEST && codes.iter().all(|&code| is_word(code)) {
            return self.firsts.get(head)?.alone();
        }
        self.shards.between(head, head).find_map(|shard| {
            let mut walk = Walk::new(shard);
            walk.step(codes)?;
            walk.pattern()
        })
    }

    /// How patterns begin.
    pub(super) const fn beginnings(&self) -> &Beginnings {
        &self.beginnings
    }

    /// Every pattern that begins at the word with index `at`, in every reading of its proclitics.
    pub(crate) fn find_at(&self, text: &impl Text, at: usize, found: &mut impl FnMut(Hit)) {
        let Some(codes) = text.first(at) else { return };
        let cuts = Lazy::new(|| self.beginnings.cuts(codes, || text.behind(at).map(|(next, _)| text.codes(next))));
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
        let Reading { proclitics, from, prefix } = reading;
        let mut hit = |end: usize, pattern: u32| {
            if !text.is_glued(end) {
                found(Hit { start: at, end, pattern, proclitics });
            }
        };
        let short = letters <= LONGEST;
        if short {
            let Some(first) = self.firsts.get(low) else { return };
            if let Some(pattern) = first.alone() {
                hit(at + 1, pattern);
            }
            let bare = codes.get(proclitics.letters()..).unwrap_or(&[]);
            let behind = first.goes_on().then(|| text.behind(at)).flatten();
            let Some((next, between)) = behind.filter(|&(next, _)| self.beginnings.pair(bare, text.codes(next))) else {
                return;
            };
            if between.is_space() {
                self.firsts.walks(first, &self.shards).for_each(|walk| follow(walk, text, next, &mut hit));
                return;
            }
        }
        // The patterns that begin with this word lie next to each other, mostly in one shard.
        for shard in self.shards.between(low, low | rest_of_head(letters)) {
            let mut walk = Walk::new(shard);
            let word = walk.step(prefix.codes()).and_then(|()| walk.step(codes.get(from..).unwrap_or(&[])));
            if word.is_none() {
                continue;
            }
            if let Some(pattern) = walk.pattern().filter(|_| !short) {
                hit(at + 1, pattern);
            }
            if let Some(next) = go_on(&mut walk, text, at) {
                follow(walk, text, next, &mut hit);
            }
        }
    }
}

/// Follows the text from the word `at` on, behind the first one, as far as any pattern goes.
fn follow(mut walk: Walk<'_>, text: &impl Text, mut at: usize, hit: &mut impl FnMut(usize, u32)) {
    while walk.step(text.codes(at)).is_some() {
        if let Some(pattern) = walk.pattern() {
            hit(at + 1, pattern);
        }
        let Some(next) = go_on(&mut walk, text, at) else { return };
        at = next;
    }
}

/// Takes a walk behind what follows the word `at`; gives the word there.
#[inline]
fn go_on(walk: &mut Walk<'_>, text: &impl Text, at: usize) -> Option<usize> {
    let (next, between) = text.behind(at)?;
    walk.step(between.codes()).map(|()| next)
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
        self.codes_at(at)
    }

    fn behind(&self, at: usize) -> Option<(usize, Between)> {
        let mut between = Between::default();
        for next in at + 1.. {
            let word = self.get(next).filter(|word| !word.opaque)?;
            between = match word.gap {
                Gap::None | Gap::Space => between,
                Gap::Line => between.and(LINE)?,
                Gap::Paragraph => return None,
            };
            match word.kind {
                WordKind::Symbol(c) => between = between.and(symbol(c))?,
                _ => return Some((next, between)),
            }
        }
        None
    }

    fn is_glued(&self, at: usize) -> bool {
        let latin = |i: usize| self.get(i).is_some_and(|w| matches!(w.kind, WordKind::Other | WordKind::Digits));
        at > 0 && latin(at) && latin(at - 1) && self.get(at).is_some_and(|w| w.gap == Gap::None)
    }
}
