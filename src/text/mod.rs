//! Text as matching sees it: spans, words, and the compact codes of their letters.

mod between;
mod codes;
mod letters;
mod short;
mod span;
mod symbols;
mod tokens;
mod words;

pub(crate) use between::Between;
pub(crate) use codes::{
    ALEF, ARTICLE, BEH, FEH, HEH, KAF, LAM, LINE, SEPARATOR, WAW, YEH, is_foreign, is_word, symbol,
};
pub(crate) use letters::Letters;
pub(crate) use short::{Short, ShortMap, head, shorts};
pub use span::Span;
pub(crate) use symbols::{COMMAS, HYPHENS, QUOTE_PAIRS, QUOTES};
pub(crate) use tokens::{Tokens, encode};
pub(crate) use words::{Cut, Gap, Word, WordKind, Words, is_opaque};
