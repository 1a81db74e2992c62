//! Names and the words of the grammars in one matcher, and the scan of a text for all of them.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::{Ambiguity, BuildError, Entry, Form, Hit, Matcher, span_of};
use crate::date::DateWord;
use crate::number::NumberWord;
use crate::tag::TagWord;
use crate::text::{SEPARATOR, Words, encode};
use crate::{Span, date, number, tag};

/// What a pattern can mean.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sense {
    /// A form of an entry.
    Name(NameForm),
    /// A word of the number grammar.
    Number(NumberWord),
    /// A word of the date grammar.
    Date(DateWord),
    /// A word of the name grammars.
    Tag(TagWord),
}

/// A form of an entry, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameForm {
    pub(crate) entry: u32,
    pub(crate) form: u32,
}

impl NameForm {
    pub(crate) fn resolve(self, entries: &[Entry]) -> Option<(&Entry, &Form)> {
        let entry = entries.get(self.entry as usize)?;
        Some((entry, entry.forms().get(self.form as usize)?))
    }
}

/// Patterns on their way into a [`Matcher`], each with its senses.
pub(crate) struct Patterns<T> {
    senses: HashMap<Vec<u8>, Vec<T>>,
}

impl<T> Default for Patterns<T> {
    fn default() -> Self {
        Self { senses: HashMap::new() }
    }
}

impl<T: Copy> Patterns<T> {
    /// Adds a word or name and the ways its words are joined or split in writing.
    pub(crate) fn add(&mut self, text: &str, sense: T) {
        let codes = encode(text);
        if codes.is_empty() {
            return;
        }
        let joined = rejoin(&codes, true);
        let split = rejoin(&codes, false);
        for other in [joined, split] {
            if other != codes {
                self.senses.entry(other).or_default().push(sense);
            }
        }
        self.senses.entry(codes).or_default().push(sense);
    }

    /// Adds every form of every entry.
    pub(crate) fn add_names(&mut self, entries: &[Entry], sense: impl Fn(NameForm) -> T) {
        for (entry, e) in (0u32..).zip(entries) {
            for (form, f) in (0u32..).zip(e.forms()) {
                self.add(f.text(), sense(NameForm { entry, form }));
            }
        }
    }

    /// The matcher, and the senses by pattern.
    pub(crate) fn compile(self) -> Result<(Matcher, Vec<Vec<T>>), BuildError> {
        let mut patterns: Vec<(Vec<u8>, Vec<T>)> = self.senses.into_iter().collect();
        // Sorted patterns build faster and lie closer together.
        patterns.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let (codes, senses): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
        Ok((Matcher::new(&codes).map_err(BuildError::new)?, senses))
    }
}

/// `عبد الله` and `أبو ظبي` are also written as one word: the codes with such words joined, or split.
fn rejoin(codes: &[u8], join: bool) -> Vec<u8> {
    static HEADS: Lazy<Vec<Vec<u8>>> = Lazy::new(|| ["عبد", "أبو", "أبا", "أبي"].iter().map(|w| encode(w)).collect());
    static ARTICLE: Lazy<Vec<u8>> = Lazy::new(|| encode("ال"));
    let mut out: Vec<u8> = Vec::with_capacity(codes.len() + 1);
    let mut words = codes.split(|&c| c == SEPARATOR).peekable();
    while let Some(word) = words.next() {
        let head = HEADS.iter().position(|h| word.starts_with(h)).and_then(|i| HEADS.get(i).map(|h| (i, h.len())));
        out.extend_from_slice(word);
        match head {
            // Only an article may follow عبد in the same word; names such as عبدو stay whole.
            Some((0, n)) if !join && word.get(n..).is_some_and(|rest| rest.starts_with(&ARTICLE) && rest.len() > 3) => {
                out.truncate(out.len() - (word.len() - n));
                out.push(SEPARATOR);
                out.extend_from_slice(word.get(n..).unwrap_or(&[]));
            }
            Some((1, n)) if !join && word.len() > n + 2 => {
                out.truncate(out.len() - (word.len() - n));
                out.push(SEPARATOR);
                out.extend_from_slice(word.get(n..).unwrap_or(&[]));
            }
            Some((_, n)) if join && word.len() == n && words.peek().is_some() => continue,
            _ => {}
        }
        if words.peek().is_some() {
            out.push(SEPARATOR);
        }
    }
    out
}

/// The data rows of a table under `seeds/`: a header line, then cells between tabs.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).filter(|line| !line.is_empty()).map(|line| line.split('\t').collect())
}

/// Entries and grammar words, compiled into one matcher.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    entries: Vec<Entry>,
    matcher: Matcher,
    senses: Vec<Vec<Sense>>,
}

impl Lexicon {
    /// The words of every grammar, and no names.
    pub(crate) fn words() -> &'static Self {
        static WORDS: Lazy<Lexicon> = Lazy::new(|| {
            // Our own tables are far below the automaton's limit.
            Lexicon::new(Vec::new()).unwrap_or_default()
        });
        &WORDS
    }

    /// The words of every grammar and these entries.
    pub(crate) fn new(entries: Vec<Entry>) -> Result<Self, BuildError> {
        let mut patterns = Patterns::default();
        patterns.add_names(&entries, Sense::Name);
        number::words(&mut |text, word| patterns.add(text, Sense::Number(word)));
        date::words(&mut |text, word| patterns.add(text, Sense::Date(word)));
        tag::words(&mut |text, word| patterns.add(text, Sense::Tag(word)));
        let (matcher, senses) = patterns.compile()?;
        Ok(Self { entries, matcher, senses })
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What a pattern of exactly these codes can mean.
    fn senses_of(&self, codes: &[u8]) -> &[Sense] {
        let pattern = self.matcher.get(codes);
        pattern.and_then(|pattern| self.senses.get(pattern as usize)).map_or(&[], Vec::as_slice)
    }

    /// Finds everything the lexicon knows in a text. Linear in the text.
    pub(crate) fn scan<'l, 't>(&'l self, text: &'t str) -> Scan<'l, 't> {
        let mut words = Words::new(text);
        words.cut_seams(|codes| self.senses_of(codes).iter().any(|sense| matches!(sense, Sense::Name(_))));
        let mut hits = Vec::new();
        let mut first = Vec::with_capacity(words.len() + 1);
        for at in 0..words.len() {
            first.push(hits.len());
            let from = hits.len();
            self.matcher.find_at(&words, at, &mut |hit| hits.push(hit));
            if let Some(here) = hits.get_mut(from..) {
                here.sort_by_key(|hit: &Hit| {
                    (std::cmp::Reverse(hit.end), hit.proclitics.letters(), hit.proclitics.article())
                });
            }
        }
        first.push(hits.len());
        Scan { lexicon: self, words, hits, first }
    }
}

/// A text with everything a [`Lexicon`] found in it. Grammars compose these hits and never look at the text again.
#[derive(Debug)]
pub(crate) struct Scan<'l, 't> {
    lexicon: &'l Lexicon,
    pub(crate) words: Words<'t>,
    /// Sorted by first word, then longest first, then fewest proclitics.
    hits: Vec<Hit>,
    /// By word: the index of its first hit.
    first: Vec<usize>,
}

impl<'l> Scan<'l, '_> {
    pub(crate) fn entries(&self) -> &'l [Entry] {
        &self.lexicon.entries
    }

    /// The hits that begin at a word, longest first, then fewest proclitics.
    pub(crate) fn hits(&self, at: usize) -> &[Hit] {
        match (self.first.get(at), self.first.get(at + 1)) {
            (Some(&from), Some(&to)) => self.hits.get(from..to).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// What a hit can mean.
    pub(crate) fn senses_of(&self, hit: Hit) -> impl Iterator<Item = Sense> {
        let senses = self.lexicon.senses.get(hit.pattern as usize).map_or(&[][..], Vec::as_slice);
        // س stands before verbs; before a name it is a letter of another word.
        let named = |sense: &Sense| matches!(sense, Sense::Name(_) | Sense::Tag(TagWord::Name(_)));
        senses.iter().copied().filter(move |sense| !hit.proclitics.future() || !named(sense))
    }

    /// What the hits at a word can mean, in the same order.
    pub(crate) fn senses(&self, at: usize) -> impl Iterator<Item = (Hit, Sense)> {
        self.hits(at).iter().flat_map(|&hit| self.senses_of(hit).map(move |sense| (hit, sense)))
    }

    /// The first of these that `want` takes.
    pub(crate) fn find<T>(&self, at: usize, mut want: impl FnMut(&Hit, Sense) -> Option<T>) -> Option<(Hit, T)> {
        self.senses(at).find_map(|(hit, sense)| want(&hit, sense).map(|got| (hit, got)))
    }

    /// The first sense of a number word that `want` takes.
    pub(crate) fn number<T>(&self, at: usize, mut want: impl FnMut(&Hit, NumberWord) -> Option<T>) -> Option<(Hit, T)> {
        self.find(at, |hit, sense| if let Sense::Number(word) = sense { want(hit, word) } else { None })
    }

    /// The first sense of a date word that `want` takes.
    pub(crate) fn date<T>(&self, at: usize, mut want: impl FnMut(&Hit, DateWord) -> Option<T>) -> Option<(Hit, T)> {
        self.find(at, |hit, sense| if let Sense::Date(word) = sense { want(hit, word) } else { None })
    }

    /// The first sense of a word of the name grammars that `want` takes.
    pub(crate) fn tag<T>(&self, at: usize, mut want: impl FnMut(&Hit, TagWord) -> Option<T>) -> Option<(Hit, T)> {
        self.find(at, |hit, sense| if let Sense::Tag(word) = sense { want(hit, word) } else { None })
    }

    /// The source span of words `start..end`, without the proclitics of a hit that begins there.
    pub(crate) fn span(&self, start: usize, end: usize, proclitics: super::Proclitics) -> Span {
        span_of(&self.words, start, end, proclitics)
    }

    /// Whether the lexicon has this very word with a sense that `want` takes.
    pub(crate) fn lookup(&self, word: &str, want: impl Fn(Sense) -> bool) -> bool {
        self.lexicon.senses_of(&encode(word)).iter().any(|&sense| want(sense))
    }

    /// How sure a form is, after looking whether its letters must agree.
    pub(crate) fn ambiguity(&self, hit: &Hit, name: NameForm) -> Option<(&'l Entry, Ambiguity)> {
        let (entry, form) = name.resolve(self.entries())?;
        let fits = (!hit.proclitics.article() || entry.takes_article())
            && (!form.is_exact() || super::spelled_exactly(&self.words, hit, form));
        fits.then_some((entry, form.ambiguity()))
    }
}
