//! Text as matching sees it: spans, words, and the compact codes of their letters.

mod codes;
mod letters;
mod span;
mod symbols;
mod words;

pub(crate) use codes::{ALEF, BEH, FEH, KAF, LAM, SEEN, SEPARATOR, WAW, encode};
pub use span::Span;
pub(crate) use symbols::{HYPHENS, QUOTE_PAIRS, QUOTES};
pub(crate) use words::{Gap, Word, WordKind, Words};
