//! The way through a text, a part at a time: words, candidates, hits.

use core::borrow::BorrowMut;
use core::cell::Cell;
use core::fmt;

use super::filter::{Candidate, Row, Stages};
use super::matcher::Text;
use super::{Gazetteer, Hit};
use crate::Span;
use crate::text::{Between, Letters, Tokens, is_foreign, is_opaque};

/// Bytes of a text that are read at a time: what is made of them stays in the processor's nearest memories.
const PART: usize = 32 << 10;

/// Memory for reading texts, used again from part to part.
#[derive(Default)]
pub(super) struct Memory {
    tokens: Tokens,
    stages: Stages,
}

impl fmt::Debug for Memory {
    /// Codes and word numbers say nothing to who prints a worker.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").field("words", &self.tokens.len()).finish_non_exhaustive()
    }
}

/// A part of a text that has been read.
pub(super) struct Part<'t, 'm> {
    /// The part, and where it begins in the text.
    text: &'t str,
    base: usize,
    tokens: &'m Tokens,
    letters: &'m Letters,
    run: &'m Cell<Run>,
}

/// The last run of ASCII without white space that was looked at: where it is in a part, and whether it is opaque.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    start: usize,
    end: usize,
    opaque: bool,
}

impl<'t> Part<'t, '_> {
    /// The span of a hit in the text, and what stands there.
    pub(super) fn span(&self, hit: &Hit) -> (Span, &'t str) {
        let skip = hit.proclitics.letters();
        let span = self.tokens.span(self.text, self.letters, hit.start, skip, hit.end.saturating_sub(1));
        let span = super::close_quote(self.text, span);
        (Span::new(self.base + span.start(), self.base + span.end()), span.of(self.text))
    }

    /// Whether a word is part of a URL, an e-mail address or a file path: in a
    /// run of ASCII without white space that holds `www.`, an `@` before a dot,
    /// or two slashes and a letter.
    fn is_opaque(&self, at: usize) -> bool {
        let at = self.source_start(at);
        let run = self.run.get();
        if (run.start..run.end).contains(&at) {
            return run.opaque;
        }
        let (head, tail) = self.text.as_bytes().split_at_checked(at).unwrap_or_default();
        let start = at - head.iter().rev().take_while(|byte| byte.is_ascii_graphic()).count();
        let end = at + tail.iter().take_while(|byte| byte.is_ascii_graphic()).count();
        let opaque = is_opaque(self.text.get(start..end).unwrap_or(""));
        self.run.set(Run { start, end, opaque });
        opaque
    }

    /// The byte of the part at which a word begins.
    fn source_start(&self, at: usize) -> usize {
        self.tokens.source_start(self.text, self.letters, at)
    }

    fn is_foreign(&self, at: usize) -> bool {
        self.tokens.codes(at).first().is_some_and(|&code| is_foreign(code))
    }
}

impl Text for Part<'_, '_> {
    fn first(&self, at: usize) -> Option<&[u8]> {
        let barred = self.is_foreign(at) && (self.is_glued(at) || self.is_opaque(at));
        (!barred).then(|| self.codes(at))
    }

    fn codes(&self, at: usize) -> &[u8] {
        self.tokens.codes(at)
    }

    #[inline]
    fn behind(&self, at: usize) -> Option<(usize, Between)> {
        let between = Between::of(self.tokens.after(at)?)?;
        (!(self.is_foreign(at + 1) && self.is_opaque(at + 1))).then_some((at + 1, between))
    }

    fn is_glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        before.is_some_and(|before| {
            self.tokens.after(before) == Some(&[]) && self.is_foreign(before) && self.is_foreign(at)
        })
    }
}

/// A search for the names of a list in a text, with memory of its own or of a worker.
#[derive(Debug)]
pub(super) struct Search<'t, M> {
    text: &'t str,
    /// Whether the text ends where it ends; otherwise words are left whose names may go on.
    whole: bool,
    memory: M,
    run: Cell<Run>,
    /// Whether a part has been read.
    begun: bool,
    /// Where the part begins and ends, and how long it was to be.
    from: usize,
    to: usize,
    size: usize,
    /// Words that end up to this byte are not looked at.
    done: usize,
    /// Of the words of the part: the first that no match has taken, and one whose names may go beyond the part.
    next: usize,
    limit: usize,
    /// The next candidate of the part.
    candidate: usize,
}

impl<'t, M: BorrowMut<Memory>> Search<'t, M> {
    /// A search from byte `done` on.
    pub(super) fn new(text: &'t str, whole: bool, done: usize, memory: M) -> Self {
        let (run, size) = (Cell::default(), PART);
        Self { text, whole, memory, run, begun: false, from: 0, to: 0, size, done, next: 0, limit: 0, candidate: 0 }
    }

    /// The next word at which a name may begin.
    pub(super) fn candidate(&mut self, list: &Gazetteer) -> Option<Candidate> {
        loop {
            while let Some(&candidate) = self.memory.borrow().stages.candidates.get(self.candidate) {
                if candidate.word >= self.limit {
                    break;
                }
                self.candidate += 1;
                if candidate.word >= self.next {
                    return Some(candidate);
                }
            }
            if !self.read_part(list) {
                return None;
            }
        }
    }

    /// Goes on behind a match that ends before word `end`.
    pub(super) const fn go_on(&mut self, end: usize) {
        self.next = end;
    }

    /// The part that the last candidate is in.
    pub(super) fn part<'m>(&'m self, list: &'m Gazetteer) -> Part<'t, 'm> {
        let text = self.text.get(self.from..self.to).unwrap_or("");
        Part { text, base: self.from, tokens: &self.memory.borrow().tokens, letters: &list.letters, run: &self.run }
    }

    /// The byte before which all names have been found.
    pub(super) fn end(&self, list: &Gazetteer) -> usize {
        let next = self.next.max(self.limit);
        if next == 0 { self.done } else { self.from + self.part(list).source_start(next) }
    }

    /// Reads the next part, if there is one.
    fn read_part(&mut self, list: &Gazetteer) -> bool {
        if self.begun {
            if self.to >= self.text.len() {
                return false;
            }
            let done = self.end(list);
            if done == self.done {
                // Not one name was sure to end in the part.
                self.size *= 2;
            }
            self.done = done;
        }
        self.begun = true;
        // A text may be cut at white space: no word and no URL goes on behind it.
        let bytes = self.text.as_bytes();
        let is_space = |&byte: &u8| matches!(byte, b' ' | b'\n');
        let before = bytes.get(self.from..self.done).unwrap_or(&[]);
        self.from += before.iter().rposition(is_space).unwrap_or(0);
        let to = self.done.saturating_add(self.size);
        self.to = match bytes.get(to..) {
            None => bytes.len(),
            Some(rest) => {
                let space = bytes.get(self.done..to).and_then(|part| part.iter().rposition(is_space));
                let further = || to + rest.iter().position(is_space).unwrap_or(rest.len());
                space.filter(|&space| space > 0).map_or_else(further, |space| self.done + space)
            }
        };
        let text = self.text.get(self.from..self.to).unwrap_or("");
        let Memory { tokens, stages } = self.memory.borrow_mut();
        tokens.read(text, &list.letters);
        self.run.take();
        self.next = tokens.first_after(text, &list.letters, self.done - self.from);
        let is_last = self.to == bytes.len() && self.whole;
        self.limit = tokens.len().saturating_sub(if is_last { 0 } else { list.most_words + 1 });
        let (starts, ends) = tokens.bounds();
        list.matcher.beginnings().candidates(Row { codes: tokens.all_codes(), starts, ends }, stages);
        self.candidate = 0;
        true
    }
}
