//! Everything that a lexicon knows in a text, found once for all grammars.

use core::cell::Cell;
use core::mem::take;
use std::cmp::Reverse;

use super::answers::{Answers, Question};
use super::kinds::Kinds;
use super::{Lexicon, Sense};
use crate::date::{DateWord, Roles};
use crate::gazetteer::{Hit, Listed};
use crate::number::{Parts, Role};
use crate::tag::TagWord;
use crate::text::{Cut, Short, Words};
use crate::{DecimalConvention, Entry, Proclitics, Span};

impl Lexicon {
    /// Finds everything the lexicon knows in a text. Linear in the text.
    pub(crate) fn scan<'l, 't>(&'l self, text: &'t str) -> Scan<'l, 't> {
        let Memory { cut, mut found } = MEMORY.try_with(Cell::take).unwrap_or_default();
        let mut words = Words::new_in(text, cut);
        words.cut_seams(|codes| self.senses_of(codes).iter().any(|sense| matches!(sense, Sense::Name(_))));
        found.clear(words.len());
        for at in 0..words.len() {
            let mut here = Kinds::default();
            self.matcher.find_at(&words, at, &mut |hit| {
                let kinds = self.kinds.get(hit.pattern as usize).copied().unwrap_or_default();
                let word = hit.end == at + 1 && kinds.any(Kinds::NO_NAME);
                here = here.and(kinds).and(if word { Kinds::WORD } else { Kinds::default() });
                found.hits.push(hit);
            });
            found.kinds.push(here);
            let hits = found.hits.last_mut();
            if hits.len() > 1 {
                hits.sort_by_key(|hit| (Reverse(hit.end), hit.proclitics.letters(), hit.proclitics.article()));
            }
            if here.any(Kinds::NUMBER.and(Kinds::DATE)) {
                for &hit in &*hits {
                    for &sense in self.senses.get(hit.pattern) {
                        match sense {
                            Sense::Number(word) if word.is_spelled(&words, at) => found.numbers.push((hit, word.role)),
                            Sense::Date(word) => found.dates.push((hit, word)),
                            _ => {}
                        }
                    }
                }
            }
            found.close();
        }
        Kinds::note_shapes(&mut found.kinds, &words);
        Scan {
            lexicon: self,
            words,
            memory: Memory { found, cut: Cut::default() },
            convention: DecimalConvention::default(),
        }
    }
}

thread_local! {
    /// The memory of the last scan, for the next one.
    static MEMORY: Cell<Memory> = Cell::default();
}

/// Memory of a scan that the next one of a thread uses again.
#[derive(Debug, Default)]
struct Memory {
    cut: Cut,
    found: Found,
}

impl Memory {
    /// Bytes for words and hits that are kept: those of a text of some four thousand words.
    const KEPT: usize = 1 << 19;

    fn is_small(&self) -> bool {
        self.cut.memory_usage() + self.found.hits.memory_usage() <= Self::KEPT
    }
}

impl Drop for Scan<'_, '_> {
    fn drop(&mut self) {
        let memory = Memory { cut: take(&mut self.words).into_cut(), ..take(&mut self.memory) };
        if memory.is_small() {
            // There is none when the thread ends.
            let _ = MEMORY.try_with(|kept| kept.set(memory));
        }
    }
}

/// What is found in a text.
#[derive(Debug, Default)]
struct Found {
    /// By word: what the hits that begin there can be.
    kinds: Vec<Kinds>,
    /// The longest first, then the one with the fewest proclitics.
    hits: ByWord<Hit>,
    /// What they mean to the two grammars that ask the most.
    numbers: ByWord<(Hit, Role)>,
    dates: ByWord<(Hit, DateWord)>,
    answers: Answers,
}

impl Found {
    /// Nothing yet, in a text of so many words.
    fn clear(&mut self, words: usize) {
        self.kinds.clear();
        self.hits.clear();
        self.numbers.clear();
        self.dates.clear();
        self.answers.clear(words);
    }

    /// Ends what begins at a word.
    fn close(&mut self) {
        self.hits.close();
        self.numbers.close();
        self.dates.close();
    }
}

/// Things in the order of the words at which they begin.
#[derive(Debug)]
struct ByWord<T> {
    all: Vec<T>,
    /// By word: the index of its first, and at last the index after the last.
    starts: Vec<u32>,
}

impl<T> Default for ByWord<T> {
    fn default() -> Self {
        Self { all: Vec::new(), starts: Vec::new() }
    }
}

impl<T> ByWord<T> {
    fn clear(&mut self) {
        self.all.clear();
        self.starts.clear();
        self.starts.push(0);
    }

    fn push(&mut self, one: T) {
        self.all.push(one);
    }

    fn memory_usage(&self) -> usize {
        self.all.capacity() * size_of::<T>()
    }

    /// Those that begin at the word that is not closed yet.
    fn last_mut(&mut self) -> &mut [T] {
        let first = self.starts.last().map_or(0, |&start| start as usize);
        self.all.get_mut(first..).unwrap_or_default()
    }

    /// Ends what begins at a word.
    fn close(&mut self) {
        self.starts.push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
    }

    #[inline]
    fn at(&self, at: usize) -> &[T] {
        match self.starts.get(at..) {
            Some(&[from, to, ..]) => self.all.get(from as usize..to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }
}

/// A text with everything a [`Lexicon`] found in it. Grammars compose these hits and never look at the text again.
#[derive(Debug)]
pub(crate) struct Scan<'l, 't> {
    lexicon: &'l Lexicon,
    pub(crate) words: Words<'t>,
    memory: Memory,
    convention: DecimalConvention,
}

impl<'l> Scan<'l, '_> {
    /// The same, its digits read by that convention.
    pub(crate) fn under(mut self, convention: DecimalConvention) -> Self {
        self.convention = convention;
        self
    }

    /// Which of `.` and `,` is the decimal point.
    pub(crate) const fn convention(&self) -> DecimalConvention {
        self.convention
    }

    pub(crate) fn entries(&self) -> &'l [Entry] {
        &self.lexicon.entries
    }

    /// The hits that begin at a word: the longest first, then the one with the fewest proclitics.
    pub(crate) fn hits(&self, at: usize) -> &[Hit] {
        self.memory.found.hits.at(at)
    }

    /// What a hit can mean.
    pub(crate) fn senses_of(&self, hit: &Hit) -> &'l [Sense] {
        self.lexicon.senses.get(hit.pattern)
    }

    /// The [`hits`](Self::hits) at a word with each of their senses.
    pub(crate) fn senses(&self, at: usize) -> impl Iterator<Item = (Hit, Sense)> {
        self.hits(at).iter().flat_map(|hit| self.senses_of(hit).iter().map(|&sense| (*hit, sense)))
    }

    /// Whether a hit that begins at a word has a sense of these kinds.
    pub(crate) fn has(&self, at: usize, kinds: Kinds) -> bool {
        self.memory.found.kinds.get(at).is_some_and(|here| here.any(kinds))
    }

    /// The first of the words `from..to` that has one of these kinds.
    pub(crate) fn first_with(&self, from: usize, to: usize, kinds: Kinds) -> Option<usize> {
        let found = self.memory.found.kinds.get(from..to)?.iter().position(|here| here.any(kinds));
        found.map(|more| from + more)
    }

    /// Whether the lexicon knows the word alone as something other than a name or a part of one.
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.has(at, Kinds::WORD)
    }

    /// What the date words that begin at a word do; [`Roles::NUMBER`] too for a word that begins a number.
    pub(crate) fn roles(&self, at: usize) -> Roles {
        self.memory.found.kinds.get(at).map_or_else(Roles::default, |kinds| kinds.roles())
    }

    /// What an amount can begin with the number words at a word as.
    pub(crate) fn parts(&self, at: usize) -> Parts {
        self.memory.found.kinds.get(at).map_or(Parts::NONE, |kinds| kinds.parts())
    }

    /// What was answered before about a word, else `answer`, which the word alone must decide.
    #[inline]
    pub(crate) fn answer(&self, at: usize, question: Question, answer: impl FnOnce() -> bool) -> bool {
        self.memory.found.answers.get(at, question, answer)
    }

    /// The first of the [`senses`](Self::senses) at a word that `want` takes.
    pub(crate) fn find<T>(&self, at: usize, mut want: impl FnMut(&Hit, Sense) -> Option<T>) -> Option<(Hit, T)> {
        let mut hits = self.hits(at).iter();
        hits.find_map(|hit| self.senses_of(hit).iter().find_map(|&sense| want(hit, sense)).map(|got| (*hit, got)))
    }

    /// The number words that begin at a word, longest first, then fewest proclitics.
    pub(crate) fn numbers(&self, at: usize) -> &[(Hit, Role)] {
        self.memory.found.numbers.at(at)
    }

    /// The first sense of a date word that `want` takes.
    pub(crate) fn date<T>(&self, at: usize, mut want: impl FnMut(&Hit, DateWord) -> Option<T>) -> Option<(Hit, T)> {
        self.memory.found.dates.at(at).iter().find_map(|(hit, word)| want(hit, *word).map(|got| (*hit, got)))
    }

    /// The first word of the name grammars that `want` takes, where there is one of these kinds.
    pub(crate) fn tag<T>(
        &self,
        at: usize,
        kinds: Kinds,
        mut want: impl FnMut(&Hit, TagWord) -> Option<T>,
    ) -> Option<(Hit, T)> {
        let any = self.has(at, kinds).then_some(());
        any.and_then(|()| self.find(at, |hit, sense| if let Sense::Tag(word) = sense { want(hit, word) } else { None }))
    }

    /// The source span of words `start..end`, without the proclitics of a hit that begins there.
    pub(crate) fn span(&self, start: usize, end: usize, proclitics: Proclitics) -> Span {
        let first = self.words.letter_start(start, proclitics.letters());
        let last = end.checked_sub(1).and_then(|i| self.words.get(i)).map_or(first, |w| w.span().end());
        Span::new(first, last)
    }

    /// Whether the lexicon has this very word with a sense that `want` takes.
    pub(crate) fn lookup(&self, word: Short, want: impl Fn(Sense) -> bool) -> bool {
        word.read(|codes| self.lexicon.senses_of(codes)).iter().any(|&sense| want(sense))
    }

    /// Whether a name counts as a hit spells it: with an article before it, and letter by letter where that is asked.
    pub(crate) fn fits(&self, hit: &Hit, name: &Listed) -> bool {
        let text = || self.span(hit.start, hit.end, hit.proclitics).of(self.words.text());
        name.fits(self.entries(), text, hit.proclitics)
    }
}
