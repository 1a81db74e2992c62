use std::borrow::Cow;
use std::ops::Range;

use super::{Buffer, is_arabic, is_attached};
use crate::Span;

/// A folded text and its alignment with the source.
///
/// Made by [`Normalizer::normalize`](crate::Normalizer::normalize). Ranges are
/// of bytes; [`Span::chars`] and [`Span::utf16`] give code points and UTF-16 units.
///
/// # Examples
///
/// ```
/// use kashaf::Normalizer;
///
/// let n = Normalizer::search().normalize("في قَطَرَ");
/// let hit = n.as_str().find("قطر").unwrap();
/// let hit = hit..hit + "قطر".len();
/// assert_eq!(n.to_source(hit.clone()).of(n.source()), "قَطَرَ");
/// assert_eq!(n.to_source_exact(hit.clone()).of(n.source()), "قَطَر");
/// assert_eq!(n.to_source(hit).chars(n.source()), 3..9);
/// ```
#[derive(Clone, Debug)]
pub struct Normalized<'t> {
    source: &'t str,
    text: Cow<'t, str>,
    /// Where the two texts differ, in order; between two edits they are equal.
    edits: Cow<'t, [Edit]>,
}

/// `source[source_start..source_end]` became `text[start..end]`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edit {
    pub(super) source_start: usize,
    pub(super) source_end: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'t> Normalized<'t> {
    pub(super) fn owned(source: &'t str, buffer: Buffer) -> Self {
        let text = if buffer.edits.is_empty() { Cow::Borrowed(source) } else { Cow::Owned(buffer.text) };
        Self { source, text, edits: Cow::Owned(buffer.edits) }
    }

    pub(super) fn borrowed(source: &'t str, buffer: &'t Buffer) -> Self {
        let text = if buffer.edits.is_empty() { source } else { &buffer.text };
        Self { source, text: Cow::Borrowed(text), edits: Cow::Borrowed(&buffer.edits) }
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The folded text, borrowed from the source when nothing changed, or from the [`Buffer`].
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
    pub fn is_unchanged(&self) -> bool {
        self.edits.is_empty()
    }

    /// The stretch of the source that a byte range of the folded text came from.
    ///
    /// A range that ends after a letter takes the marks and letters that were
    /// deleted after it. Ends inside a replaced stretch grow to its bounds;
    /// ends beyond the text fall back to its end. Logarithmic in the number of changes.
    #[must_use]
    pub fn to_source(&self, range: Range<usize>) -> Span {
        self.map_back(range, true)
    }

    /// As [`to_source`](Self::to_source), without what was deleted after the range.
    ///
    /// What was deleted within the range is part of it.
    #[must_use]
    pub fn to_source_exact(&self, range: Range<usize>) -> Span {
        self.map_back(range, false)
    }

    /// As [`to_source`](Self::to_source), grown to whole letters on both sides.
    ///
    /// The span does not part a letter from its combining marks, tatweel and
    /// joiners, whether the folds keep those or not. An empty range stays empty.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::Normalizer;
    ///
    /// let n = Normalizer::light().normalize("محمَّد"); // keeps the marks
    /// assert_eq!(n.to_source(0.."محم".len()).of(n.source()), "محم");
    /// assert_eq!(n.to_source_graphemes(0.."محم".len()).of(n.source()), "محمَّ");
    /// ```
    #[must_use]
    pub fn to_source_graphemes(&self, range: Range<usize>) -> Span {
        let span = self.map_back(range, true);
        if span.is_empty() {
            return span;
        }
        let extends = |c: char| is_attached(c) || matches!(c, '\u{200C}' | '\u{200D}'); // ZWNJ, ZWJ
        let mut start = span.start();
        let mut head = self.source.get(..start).unwrap_or("").chars();
        let mut first = self.source.get(start..).and_then(|rest| rest.chars().next());
        while first.is_some_and(extends) {
            first = head.next_back();
            start = head.as_str().len();
        }
        let tail = self.source.get(span.end()..).unwrap_or("");
        let end = span.end() + tail.len() - tail.trim_start_matches(extends).len();
        Span::new(start, end)
    }

    fn map_back(&self, range: Range<usize>, with_deleted: bool) -> Span {
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
            let of_word = || self.source.get(e.source_start..e.source_end).is_some_and(|s| s.chars().all(is_of_word));
            if e.start >= range.end && !(with_deleted && deleted_after && range.end > range.start && of_word()) {
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

/// Marks and letters, which belong to the word they follow even when they are deleted.
fn is_of_word(c: char) -> bool {
    is_attached(c) || (is_arabic(c) && c.is_alphabetic())
}
