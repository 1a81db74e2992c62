//! Names on their way into a matcher.

use std::mem::take;

use once_cell::sync::Lazy;

use super::{BuildError, Entry, Form, Listed, Matcher};
use crate::text::{ARTICLE, Letters, SEPARATOR, Tokens, encode, head, is_word};

/// A form of an entry, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameForm {
    pub(crate) entry: u32,
    pub(crate) form: u32,
}

impl NameForm {
    pub(crate) fn resolve(self, entries: &[Entry]) -> Option<(&Entry, &Form)> {
        let entry = entries.get(self.entry as usize)?;
        Some((entry, entry.form(self.form)))
    }
}

/// Patterns on their way into a [`Matcher`], each with its senses.
pub(crate) struct Patterns<'l, T> {
    letters: &'l Letters,
    /// Memory for the codes of one pattern, and for making them.
    codes_of_one: Vec<u8>,
    tokens: Tokens,
    /// No pattern has more words than this.
    most_words: usize,
    /// The codes of all patterns, one after the other.
    codes: Vec<u8>,
    added: Vec<Added<T>>,
}

struct Added<T> {
    /// The first eight codes as a number, which settles most comparisons.
    head: u64,
    start: usize,
    len: u32,
    sense: T,
}

/// The senses of patterns.
#[derive(Clone, Debug)]
pub(crate) struct Senses<T> {
    senses: Vec<T>,
    /// By pattern: where its senses begin, and at last where those of the last one end.
    starts: Vec<u32>,
}

impl<T> Default for Senses<T> {
    fn default() -> Self {
        Self { senses: Vec::new(), starts: vec![0] }
    }
}

impl<T> Senses<T> {
    /// The senses of a pattern, in the order they were added.
    pub(crate) fn get(&self, pattern: u32) -> &[T] {
        match self.starts.get(pattern as usize..) {
            Some(&[start, end, ..]) => self.senses.get(start as usize..end as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The senses of each pattern, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len() as u32).map(|pattern| self.get(pattern))
    }

    /// Hands the senses of each pattern that has several to `each`.
    pub(crate) fn for_each_mut(&mut self, mut each: impl FnMut(&mut [T])) {
        for bounds in self.starts.windows(2) {
            let &[start, end] = bounds else { return };
            if let Some(senses) = self.senses.get_mut(start as usize..end as usize).filter(|senses| senses.len() > 1) {
                each(senses);
            }
        }
    }

    /// The number of patterns.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Bytes on the heap.
    pub(crate) fn memory_usage(&self) -> usize {
        size_of_val(self.senses.as_slice()) + size_of_val(self.starts.as_slice())
    }
}

impl<'l, T: Copy> Patterns<'l, T> {
    /// None yet; they are folded as `letters` say.
    pub(crate) fn new(letters: &'l Letters) -> Self {
        let (codes_of_one, tokens) = (Vec::new(), Tokens::default());
        Self { letters, codes_of_one, tokens, most_words: 0, codes: Vec::new(), added: Vec::new() }
    }

    /// Adds a word or name and the ways its words are joined or split in writing. Symbols in it are white space.
    pub(crate) fn add(&mut self, text: &str, sense: T) {
        let mut codes = take(&mut self.codes_of_one);
        codes.clear();
        self.tokens.encode(text, self.letters, &mut codes);
        self.add_codes(&codes, sense);
        self.codes_of_one = codes;
    }

    /// Adds a name as [`add`](Self::add) does, and with the symbols between its words.
    fn add_name(&mut self, text: &str, sense: T) {
        self.add(text, sense);
        let mut codes = take(&mut self.codes_of_one);
        codes.clear();
        if self.tokens.encode_symbols(text, self.letters, &mut codes) {
            self.add_codes(&codes, sense);
        }
        self.codes_of_one = codes;
    }

    fn add_codes(&mut self, codes: &[u8], sense: T) {
        if codes.is_empty() {
            return;
        }
        if words_of(codes).any(has_head) {
            for other in [rejoin(codes, true), rejoin(codes, false)] {
                if other != codes {
                    self.push(&other, sense);
                }
            }
        }
        self.push(codes, sense);
    }

    fn push(&mut self, codes: &[u8], sense: T) {
        let (start, len) = (self.codes.len(), codes.len() as u32);
        self.codes.extend_from_slice(codes);
        self.added.push(Added { head: head(codes), start, len, sense });
        self.most_words = self.most_words.max(1 + codes.iter().filter(|&&code| code == SEPARATOR).count());
    }

    /// Adds every form of every entry.
    pub(crate) fn add_names(&mut self, entries: &[Entry], sense: impl Fn(Listed) -> T) {
        for (entry, e) in (0u32..).zip(entries) {
            for (form, f) in (0u32..).zip(e.forms()) {
                self.add_name(f.text(), sense(Listed::new(NameForm { entry, form }, e, f)));
            }
        }
    }

    /// The most words that one of them has.
    pub(crate) const fn most_words(&self) -> usize {
        self.most_words
    }

    /// The matcher, and the senses by pattern; `takes_article` says whether an article may stand before that sense.
    pub(crate) fn compile(self, takes_article: impl Fn(T) -> bool) -> Result<(Matcher, Senses<T>), BuildError> {
        let Self { codes, mut added, .. } = self;
        let of = |one: &Added<T>| codes.get(one.start..one.start + one.len as usize).unwrap_or(&[]);
        // Sorted patterns build faster and lie closer together. Senses of one pattern keep their order.
        added.sort_by(|a, b| a.head.cmp(&b.head).then_with(|| of(a).cmp(of(b))));
        let mut patterns: Vec<&[u8]> = Vec::new();
        let mut articles = Vec::new();
        let mut senses = Senses { senses: Vec::with_capacity(added.len()), ..Senses::default() };
        for one in &added {
            if patterns.last() != Some(&of(one)) {
                patterns.push(of(one));
                articles.push(false);
                senses.starts.push(0);
            }
            senses.senses.push(one.sense);
            if let Some(end) = senses.starts.last_mut() {
                *end = senses.senses.len() as u32;
            }
            if let Some(article) = articles.last_mut() {
                *article |= takes_article(one.sense);
            }
        }
        Ok((Matcher::new(&patterns, &articles).map_err(BuildError::new)?, senses))
    }
}

/// The words of a pattern.
pub(super) fn words_of(pattern: &[u8]) -> impl Iterator<Item = &[u8]> {
    pattern.split(|&code| !is_word(code)).filter(|word| !word.is_empty())
}

/// The first words of names that are written together with the next one.
static HEADS: Lazy<Vec<Vec<u8>>> = Lazy::new(|| ["عبد", "أبو", "أبا", "أبي"].iter().map(|w| encode(w)).collect());

/// Whether a word may be joined with the next one or split.
fn has_head(word: &[u8]) -> bool {
    HEADS.iter().any(|head| word.starts_with(head))
}

/// `عبد الله` and `أبو ظبي` are also written as one word: the codes with such words joined, or split.
fn rejoin(codes: &[u8], join: bool) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(codes.len() + 1);
    let mut rest = codes;
    while !rest.is_empty() {
        let (word, after) = split_at_first(rest, |code| !is_word(code));
        let (between, next) = split_at_first(after, is_word);
        rest = next;
        let head = HEADS.iter().position(|h| word.starts_with(h)).and_then(|i| HEADS.get(i).map(|h| (i, h.len())));
        let splits = head.is_some_and(|(i, n)| match (i, word.get(n..).unwrap_or(&[])) {
            // Only an article may follow عبد in the same word; names such as عبدو stay whole.
            (0, last) => last.starts_with(&ARTICLE) && last.len() > 3,
            (1, last) => last.len() > 2,
            _ => false,
        });
        match head {
            Some((_, n)) if !join && splits => {
                let (head, last) = word.split_at_checked(n).unwrap_or((word, &[]));
                out.extend_from_slice(head);
                out.push(SEPARATOR);
                out.extend_from_slice(last);
            }
            _ => out.extend_from_slice(word),
        }
        let joins = join && between == [SEPARATOR] && head.is_some_and(|(_, n)| word.len() == n);
        if !joins {
            out.extend_from_slice(between);
        }
    }
    out
}

/// The codes before the first one of a sort, and the others.
fn split_at_first(codes: &[u8], is_first: impl Fn(u8) -> bool) -> (&[u8], &[u8]) {
    let at = codes.iter().position(|&code| is_first(code)).unwrap_or(codes.len());
    codes.split_at_checked(at).unwrap_or((codes, &[]))
}
