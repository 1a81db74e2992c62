use core::ops::Range;

use crate::normalize::{is_attached, is_joiner};

/// A range of bytes in the caller's text.
///
/// Both ends lie on character boundaries of the text the span was made for,
/// and `start <= end`. A span of a name ends after the combining marks of its
/// last letter.
///
/// # Examples
///
/// ```
/// use kashaf::Span;
///
/// let text = "في قطر";
/// let span = Span::new(5, 11);
/// assert_eq!(span.of(text), "قطر");
/// assert_eq!(span.chars(text), 3..6); // code points, for Python
/// assert_eq!(span.utf16(text), 3..6); // UTF-16 units, for JavaScript
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`.
    ///
    /// An `end` before `start` gives the empty span at `start`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// First byte.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range of bytes.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The text under the span; empty when the span is not of this text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same stretch counted in code points. Linear in `end`.
    #[must_use]
    pub fn chars(self, text: &str) -> Range<usize> {
        let start = text.get(..self.start).map_or(0, |t| t.chars().count());
        start..start + self.of(text).chars().count()
    }

    /// The same stretch counted in UTF-16 units. Linear in `end`.
    #[must_use]
    pub fn utf16(self, text: &str) -> Range<usize> {
        let units = |t: &str| t.chars().map(char::len_utf16).sum::<usize>();
        let start = text.get(..self.start).map_or(0, units);
        start..start + units(self.of(text))
    }

    /// The span that covers these code points of `text`; ends beyond it fall back to its end.
    ///
    /// Linear in the end of the range.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::Span;
    ///
    /// assert_eq!(Span::from_chars("في قطر", 3..6), Span::new(5, 11));
    /// ```
    #[must_use]
    pub fn from_chars(text: &str, range: Range<usize>) -> Self {
        Self::from_units(text, range, |_| 1)
    }

    /// The span that covers these UTF-16 units of `text`; ends beyond it fall back to its end.
    ///
    /// An end between the two units of one character moves behind it. Linear
    /// in the end of the range.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::Span;
    ///
    /// assert_eq!(Span::from_utf16("🇶🇦 قطر", 5..8).of("🇶🇦 قطر"), "قطر");
    /// ```
    #[must_use]
    pub fn from_utf16(text: &str, range: Range<usize>) -> Self {
        Self::from_units(text, range, char::len_utf16)
    }

    /// The span of a range in units, of which a character has so many.
    fn from_units(text: &str, range: Range<usize>, units: impl Fn(char) -> usize) -> Self {
        let mut chars = text.char_indices();
        let mut seen = 0;
        let mut byte_at = |unit: usize| {
            while seen < unit {
                seen += chars.next().map_or(usize::MAX - seen, |(_, c)| units(c));
            }
            chars.offset()
        };
        let start = byte_at(range.start);
        Self::new(start, byte_at(range.end))
    }

    /// The span grown to whole letters of `text`, on both sides.
    ///
    /// It does not part a letter from its combining marks, tatweel and
    /// joiners. An empty span stays empty. Linear in the marks that are added.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::Span;
    ///
    /// let text = "محمَّد";
    /// let span = Span::new(0, "محم".len());
    /// assert_eq!(span.of(text), "محم");
    /// assert_eq!(span.to_graphemes(text).of(text), "محمَّ");
    /// ```
    #[must_use]
    pub fn to_graphemes(self, text: &str) -> Self {
        if self.is_empty() {
            return self;
        }
        let extends = |c: char| is_attached(c) || is_joiner(c);
        let mut start = self.start;
        let mut head = text.get(..start).unwrap_or("").chars();
        let mut first = text.get(start..).and_then(|rest| rest.chars().next());
        while first.is_some_and(extends) {
            first = head.next_back();
            start = head.as_str().len();
        }
        let tail = text.get(self.end..).unwrap_or("");
        Self::new(start, self.end + tail.len() - tail.trim_start_matches(extends).len())
    }

    /// Whether the two spans share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
