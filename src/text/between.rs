//! What may stand between two words of a name.

use super::codes::{END, HYPHEN, LINE, PARAGRAPH, QUOTE, SEPARATOR};

/// How many hyphens and quotation marks may stand between two words of a name.
const MOST_JOINERS: u8 = 2;
/// How many other symbols may.
const MOST_SYMBOLS: usize = 4;

/// What stands between two words of a name: white space, hyphens and quotation marks, which all count as white space;
/// and other symbols (`AT&T`, `ش.م.م`), which do not.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Between {
    symbols: [u8; MOST_SYMBOLS],
    count: u8,
    joiners: u8,
    line: bool,
}

impl Between {
    /// What these codes say, unless a name ends there.
    #[inline]
    pub(crate) fn of(codes: &[u8]) -> Option<Self> {
        if codes == [SEPARATOR] {
            return Some(Self::default());
        }
        codes.iter().try_fold(Self::default(), |between, &code| between.and(code))
    }

    /// The same with one more code; none when a name ends there: at a paragraph, a line break beside a symbol, and too
    /// many symbols.
    pub(crate) fn and(mut self, code: u8) -> Option<Self> {
        match code {
            SEPARATOR | END => {}
            LINE if !self.line && self.joiners == 0 && self.count == 0 => self.line = true,
            LINE | PARAGRAPH => return None,
            _ if self.line => return None,
            HYPHEN | QUOTE if self.joiners < MOST_JOINERS => self.joiners += 1,
            HYPHEN | QUOTE => return None,
            symbol => {
                *self.symbols.get_mut(usize::from(self.count))? = symbol;
                self.count += 1;
            }
        }
        Some(self)
    }

    /// Whether there is no symbol but hyphens and quotation marks.
    pub(crate) const fn is_space(&self) -> bool {
        self.count == 0
    }

    /// The codes that a pattern has there.
    pub(crate) fn codes(&self) -> &[u8] {
        if self.is_space() { &[SEPARATOR] } else { self.symbols.get(..usize::from(self.count)).unwrap_or(&[]) }
    }
}
