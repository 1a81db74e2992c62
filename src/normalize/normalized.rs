use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::pass::Place;
use super::table::{Entry, Table};
use super::{Buffer, Normalizer, Pieces, is_arabic, is_attached};
use crate::Span;

/// A folded text and its alignment with the source.
///
/// Made by [`Normalizer::normalize`](crate::Normalizer::normalize). Ranges are
/// of bytes; [`Span::from_chars`], [`Span::from_utf16`], [`Span::chars`] and
/// [`Span::utf16`] come from and go to code points and UTF-16 units, and
/// [`Span::to_graphemes`] grows a span to whole letters, on either side.
///
/// Finding a place takes time logarithmic in the text, and that of folding
/// about 64 bytes of it again; of more where one letter carries more marks
/// than that and composes with some, or where they are part of the span.
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
    alignment: Alignment<'t>,
}

/// How the folded text and the source go together.
#[derive(Clone, Debug)]
enum Alignment<'t> {
    /// They are equal.
    Equal,
    /// Places where a piece begins; folding again from there gives the edits that follow.
    Places(Arc<Table>, Cow<'t, [Place]>),
    /// Where they differ, in order; between two edits they are equal.
    Edits(Cow<'t, [Edit]>),
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
    pub(super) fn owned(normalizer: &Normalizer, source: &'t str, changed: bool, buffer: Buffer) -> Self {
        let text = if changed { Cow::Owned(buffer.text) } else { Cow::Borrowed(source) };
        let alignment = Alignment::of(normalizer, changed, Cow::Owned(buffer.places), Cow::Owned(buffer.edits));
        Self { source, text, alignment }
    }

    pub(super) fn borrowed(normalizer: &Normalizer, source: &'t str, changed: bool, buffer: &'t Buffer) -> Self {
        let text = Cow::Borrowed(if changed { buffer.text.as_str() } else { source });
        let (places, edits) = (Cow::Borrowed(&*buffer.places), Cow::Borrowed(&*buffer.edits));
        Self { source, text, alignment: Alignment::of(normalizer, changed, places, edits) }
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
    pub const fn is_unchanged(&self) -> bool {
        matches!(self.alignment, Alignment::Equal)
    }

    /// The stretch of the source that a byte range of the folded text came from.
    ///
    /// A range that ends after a letter takes the marks and letters that were
    /// deleted after it. Ends inside a replaced stretch grow to its bounds;
    /// ends beyond the text fall back to its end.
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

    fn map_back(&self, range: Range<usize>, with_deleted: bool) -> Span {
        let range = clamp(range, self.text.len());
        let start = self.source_start(range.start);
        Span::new(start, self.source_end(range.end, with_deleted && !range.is_empty()))
    }

    /// Where in the source the folded text from byte `at` on begins.
    fn source_start(&self, at: usize) -> usize {
        let (mut last, edits) = self.edits_before(|place| place.text <= at);
        for e in edits {
            if e.start > at {
                break;
            }
            if e.end > at {
                return e.source_start;
            }
            last = e.place_after();
        }
        last.source + (at - last.text)
    }

    /// Where in the source the folded text up to byte `at` ends, with the
    /// marks and letters deleted after it or without.
    fn source_end(&self, at: usize, with_deleted: bool) -> usize {
        let (mut last, edits) = self.edits_before(|place| place.text < at);
        let mut deleted = None;
        for e in edits {
            if e.start < at {
                last = e.place_after();
                continue;
            }
            let of_word = || self.source.get(e.source_start..e.source_end).is_some_and(|s| s.chars().all(is_of_word));
            if !with_deleted || e.start > at || e.end > at || !of_word() {
                break;
            }
            deleted = Some(e.source_end);
        }
        deleted.unwrap_or_else(|| last.source + at.saturating_sub(last.text))
    }

    /// The last place known for which `is_before` holds, or the beginning, and
    /// the edits from there on.
    fn edits_before(&self, is_before: impl Fn(Place) -> bool) -> (Place, Edits<'_>) {
        match &self.alignment {
            Alignment::Equal => (Place::default(), Edits::Stored([].iter())),
            Alignment::Edits(edits) => {
                let before = edits.partition_point(|e| is_before(e.place_after()));
                let (head, tail) = edits.split_at(before);
                (head.last().map(Edit::place_after).unwrap_or_default(), Edits::Stored(tail.iter()))
            }
            Alignment::Places(table, places) => {
                let before = places.partition_point(|&place| is_before(place));
                let place = before.checked_sub(1).and_then(|i| places.get(i)).copied().unwrap_or_default();
                let next = places.get(before).map_or(self.source.len(), |place| place.source);
                (place, Edits::Made(Maker::new(table, self.source, place, next)))
            }
        }
    }

    /// The stretch of the folded text that came from a byte range of the source.
    ///
    /// Ends inside a replaced stretch grow to its bounds; ends beyond the
    /// source fall back to its end.
    #[must_use]
    pub fn from_source(&self, range: Range<usize>) -> Span {
        let range = clamp(range, self.source.len());
        Span::new(self.text_start(range.start), self.text_end(range.end))
    }

    /// Where in the folded text what came from byte `at` of the source on begins.
    fn text_start(&self, at: usize) -> usize {
        let (mut last, edits) = self.edits_before(|place| place.source <= at);
        for e in edits {
            if e.source_start > at {
                break;
            }
            if e.source_end > at {
                return e.start;
            }
            last = e.place_after();
        }
        last.text + (at - last.source)
    }

    /// Where in the folded text what came from the source up to byte `at` ends.
    fn text_end(&self, at: usize) -> usize {
        let (mut last, edits) = self.edits_before(|place| place.source < at);
        for e in edits {
            if e.source_start >= at {
                break;
            }
            if e.source_end >= at {
                return e.end;
            }
            last = e.place_after();
        }
        last.text + (at - last.source)
    }
}

impl<'t> Alignment<'t> {
    fn of(normalizer: &Normalizer, changed: bool, places: Cow<'t, [Place]>, edits: Cow<'t, [Edit]>) -> Self {
        match (changed, edits.is_empty()) {
            (false, _) => Self::Equal,
            (true, true) => Self::Places(normalizer.table().clone(), places),
            (true, false) => Self::Edits(edits),
        }
    }
}

impl Edit {
    const fn place_after(&self) -> Place {
        Place { source: self.source_end, text: self.end }
    }
}

/// The edits from some place on.
enum Edits<'n> {
    Stored(std::slice::Iter<'n, Edit>),
    /// These say of a character that does not change that it becomes itself.
    Made(Maker<'n>),
}

impl Iterator for Edits<'_> {
    type Item = Edit;

    fn next(&mut self) -> Option<Edit> {
        match self {
            Self::Stored(edits) => edits.next().copied(),
            Self::Made(maker) => maker.next(),
        }
    }
}

/// Folds again from a place on, for the edits.
struct Maker<'n> {
    table: &'n Table,
    source: &'n str,
    pieces: Pieces<'n, 'n>,
    at: usize,
    folded: String,
    spare: String,
}

impl<'n> Maker<'n> {
    /// The edits from a place on; the next one begins at byte `next` of the source.
    fn new(table: &'n Table, source: &'n str, from: Place, next: usize) -> Self {
        let pieces = Pieces::between(table, source, from.source, next);
        Self { table, source, pieces, at: from.text, folded: String::new(), spare: String::new() }
    }
}

impl Iterator for Maker<'_> {
    type Item = Edit;

    fn next(&mut self) -> Option<Edit> {
        loop {
            let (piece, start) = (self.pieces.next()?, self.at);
            let edit = |end| Edit { source_start: piece.start, source_end: piece.end, start, end };
            if let Some((_, len)) = piece.entry.and_then(Entry::short) {
                self.at += len;
                return Some(edit(self.at));
            }
            self.folded.clear();
            piece.fold(self.table, self.source, &mut self.folded, &mut self.spare);
            self.at += self.folded.len();
            if self.source.get(piece.start..piece.end) != Some(&self.folded) {
                return Some(edit(self.at));
            }
        }
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
