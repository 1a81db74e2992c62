use core::ops::Range;

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

    /// Whether the two spans share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
