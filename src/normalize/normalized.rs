use std::borrow::Cow;
use std::ops::Range;

use super::{Folds, fold_char, is_attached};
use crate::Span;

/// A folded text and its alignment with the source.
///
/// Made by [`Normalizer::normalize`](crate::Normalizer::normalize).
#[derive(Clone, Debug)]
pub struct Normalized<'t> {
    source: &'t str,
    text: Cow<'t, str>,
    /// Where the two texts differ, in order; between two edits they are equal.
    edits: Vec<Edit>,
}

/// `source[source_start..source_end]` became `text[start..end]`.
#[derive(Clone, Copy, Debug)]
struct Edit {
    source_start: usize,
    source_end: usize,
    start: usize,
    end: usize,
}

impl<'t> Normalized<'t> {
    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The folded text, borrowed from the source when nothing changed.
    #[must_use]
    pub fn into_text(self) -> Cow<'t, str> {
        self.text
    }

    /// The text that was folded.
    #[must_use]
    pub const fn source(&self) -> &'t str {
        self.source
    }

    /// Whether folding changed nothing.
    #[must_use]
    pub const fn is_unchanged(&self) -> bool {
        self.edits.is_empty()
    }

    /// The stretch of the source that a byte range of the folded text came from.
    ///
    /// A range that ends after a letter takes the marks that were deleted
    /// after it. Ends inside a replaced stretch grow to its bounds; ends
    /// beyond the text fall back to its end. Logarithmic in the number of changes.
    #[must_use]
    pub fn to_source(&self, range: Range<usize>) -> Span {
        let range = clamp(range, self.text.len());
        let before =
            self.edits.partition_point(|e| e.start < range.start || (e.start == e.end && e.start == range.start));
        let start = match before.checked_sub(1).and_then(|i| self.edits.get(i)) {
            Some(e) if e.end > range.start => e.source_start,
            Some(e) => e.source_end + (range.start - e.end),
            None => range.start,
        };
        let before = self.edits.partition_point(|e| e.end < range.end);
        let mut end = match before.checked_sub(1).and_then(|i| self.edits.get(i)) {
            Some(e) => e.source_end + (range.end - e.end),
            None => range.end,
        };
        for e in self.edits.get(before..).unwrap_or(&[]) {
            let deleted_after = e.start == e.end && e.start == range.end;
            let marks = || self.source.get(e.source_start..e.source_end).is_some_and(|s| s.chars().all(is_attached));
            if e.start >= range.end && !(deleted_after && range.end > range.start && marks()) {
                break;
            }
            end = e.source_end;
        }
        Span::new(start, end)
    }

    /// The stretch of the folded text that came from a byte range of the source.
    ///
    /// Ends inside a replaced stretch grow to its bounds; ends beyond the
    /// source fall back to its end. Logarithmic in the number of changes.
    #[must_use]
    pub fn from_source(&self, range: Range<usize>) -> Span {
        let range = clamp(range, self.source.len());
        let map = |at: usize, last: bool| {
            let before = self.edits.partition_point(|e| if last { e.source_start < at } else { e.source_start <= at });
            match before.checked_sub(1).and_then(|i| self.edits.get(i)) {
                Some(e) if e.source_end > at || (last && e.source_end == at) => {
                    if last {
                        e.end
                    } else {
                        e.start
                    }
                }
                Some(e) => e.end + (at - e.source_end),
                None => at,
            }
        };
        Span::new(map(range.start, false), map(range.end, true))
    }
}

fn clamp(range: Range<usize>, len: usize) -> Range<usize> {
    let start = range.start.min(len);
    start..range.end.clamp(start, len)
}

/// Collects a folded text; what does not change is copied in long runs.
pub(super) struct Builder<'t> {
    source: &'t str,
    text: String,
    /// Up to where `text` holds the source.
    copied: usize,
    edits: Vec<Edit>,
    piece: String,
}

impl<'t> Builder<'t> {
    pub(super) const fn new(source: &'t str) -> Self {
        Self { source, text: String::new(), copied: 0, edits: Vec::new(), piece: String::new() }
    }

    /// Folds the one character at `at`.
    pub(super) fn fold(&mut self, at: usize, c: char, folds: &Folds) {
        self.piece.clear();
        let piece = &mut self.piece;
        fold_char(c, folds, &mut |c| piece.push(c));
        self.push(at, at + c.len_utf8());
    }

    /// Puts `chars` in the place of `source[start..end]`.
    pub(super) fn replace(&mut self, start: usize, end: usize, chars: impl Iterator<Item = char>) {
        self.piece.clear();
        self.piece.extend(chars);
        self.push(start, end);
    }

    /// Puts the piece in the place of `source[start..end]`.
    fn push(&mut self, start: usize, end: usize) {
        if self.source.get(start..end).is_some_and(|old| old == self.piece) {
            return;
        }
        if self.edits.is_empty() {
            self.text.reserve(self.source.len());
        }
        self.text.push_str(self.source.get(self.copied..start).unwrap_or(""));
        let at = self.text.len();
        self.text.push_str(&self.piece);
        self.copied = end;
        self.edits.push(Edit { source_start: start, source_end: end, start: at, end: self.text.len() });
    }

    pub(super) fn finish(mut self) -> Normalized<'t> {
        let text = if self.edits.is_empty() {
            Cow::Borrowed(self.source)
        } else {
            self.text.push_str(self.source.get(self.copied..).unwrap_or(""));
            Cow::Owned(self.text)
        };
        Normalized { source: self.source, text, edits: self.edits }
    }
}
