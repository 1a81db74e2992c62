//! Word-level matching of many patterns, by anchored walks over an Aho–Corasick automaton.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::{Builder, NFA};
use aho_corasick::{Anchored, MatchKind};

use super::clitics::{Prefix, Proclitics, Reading, readings};
use super::filter::{FirstWords, WordHashes};
use crate::text::{ALEF, Gap, HYPHENS, LAM, QUOTES, SEPARATOR, WordKind, Words};

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

/// An automaton over the codes of patterns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matcher {
    first_words: FirstWords,
    /// The automaton and its anchored start; none when there is no pattern.
    automaton: Option<(NFA, StateID)>,
}

impl Matcher {
    /// Compiles patterns, which must be sorted and distinct; their indices come back in [`Hit::pattern`].
    ///
    /// # Errors
    ///
    /// When the patterns need more states than the automaton can number.
    pub(crate) fn new(patterns: &[Vec<u8>]) -> Result<Self, aho_corasick::BuildError> {
        // Standard semantics build five times faster than leftmost ones, and an anchored walk needs no more.
        let nfa = Builder::new().match_kind(MatchKind::Standard).prefilter(false).build(patterns)?;
        let root = nfa.start_state(Anchored::Yes).ok();
        Ok(Self { first_words: FirstWords::new(patterns), automaton: root.map(|root| (nfa, root)) })
    }

    pub(crate) fn memory_usage(&self) -> usize {
        self.automaton.as_ref().map_or(0, |(nfa, _)| nfa.memory_usage())
    }

    /// The pattern with exactly these codes.
    pub(crate) fn get(&self, codes: &[u8]) -> Option<u32> {
        let (nfa, root) = self.automaton.as_ref()?;
        let mut state = *root;
        for &code in codes {
            state = nfa.next_state(Anchored::Yes, state, code);
            if nfa.is_dead(state) {
                return None;
            }
        }
        if !nfa.is_match(state) {
            return None;
        }
        let pattern = nfa.match_pattern(state, 0);
        (nfa.pattern_len(pattern) == codes.len()).then(|| pattern.as_u32())
    }

    /// Every pattern that begins at the word with index `at`, in every reading of its proclitics.
    pub(crate) fn find_at(&self, words: &Words<'_>, at: usize, found: &mut impl FnMut(Hit)) {
        let (Some(word), Some((nfa, root))) = (words.get(at), &self.automaton) else { return };
        if word.is_symbol() || word.opaque || glued(words, at) {
            return;
        }
        let codes = words.codes(word);
        let hashes = WordHashes::new(codes);
        readings(codes, &mut |reading| {
            if hashes.may_begin(&reading, &self.first_words) {
                walk(nfa, *root, words, at, reading, found);
            }
        });
    }
}

/// Follows the text from one reading of the word `start` as far as any pattern goes.
fn walk(nfa: &NFA, root: StateID, words: &Words<'_>, start: usize, reading: Reading, found: &mut impl FnMut(Hit)) {
    let mut state = root;
    let mut depth = 0;
    let mut step = |state: &mut StateID, codes: &[u8]| {
        for &code in codes {
            *state = nfa.next_state(Anchored::Yes, *state, code);
            if nfa.is_dead(*state) {
                return None;
            }
        }
        depth += codes.len();
        Some(depth)
    };
    let prefix: &[u8] = match reading.prefix {
        Prefix::None => &[],
        Prefix::Alef => &[ALEF],
        Prefix::AlefLam => &[ALEF, LAM],
    };
    if step(&mut state, prefix).is_none() {
        return;
    }
    let mut at = start;
    let mut from = reading.from;
    while let Some(word) = words.get(at) {
        let codes = words.codes(word).get(from..).unwrap_or(&[]);
        let Some(depth) = step(&mut state, codes) else { return };
        if nfa.is_match(state) && !glued(words, at + 1) {
            let pattern = nfa.match_pattern(state, 0);
            if nfa.pattern_len(pattern) == depth {
                found(Hit { start, end: at + 1, pattern: pattern.as_u32(), proclitics: reading.proclitics });
            }
        }
        let Some(next) = next_in_name(words, at) else { return };
        if step(&mut state, &[SEPARATOR]).is_none() {
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
