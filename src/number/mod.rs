//! Numbers: digits, number words, ordinals, quantities and money.

mod cardinal;
mod digits;
mod fraction;
mod grammar;
mod ordinal;
mod quantity;
mod value;
mod words;

pub(crate) use grammar::{find, number_at, ordinal_at};
pub use value::{Number, Quantity};
pub(crate) use words::{NumberWord, words};

use crate::lexicon::Lexicon;
use crate::{EntityKind, Span};

/// A number found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberMention {
    pub(crate) span: Span,
    pub(crate) kind: EntityKind,
    pub(crate) quantity: Quantity,
}

impl NumberMention {
    /// Where the number stands, its unit included, proclitics excluded.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// CARDINAL, ORDINAL, PERCENT, MONEY or QUANTITY.
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        self.kind
    }

    /// The value and its unit.
    #[must_use]
    pub const fn quantity(&self) -> Quantity {
        self.quantity
    }
}

/// Every number in `text`, left to right. Linear in the text; never fails.
///
/// Numbers that belong to a date are given too; a [`Tagger`](crate::Tagger) tells them apart.
///
/// # Examples
///
/// ```
/// use kashaf::EntityKind;
///
/// let text = "بقيمة 3.5 مليار دولار، وزادت ١٥ في المئة";
/// let found: Vec<_> = kashaf::numbers(text).iter().map(|n| (n.kind(), n.quantity().to_string())).collect();
/// assert_eq!(found, [
///     (EntityKind::Money, "3500000000 USD".to_owned()),
///     (EntityKind::Percent, "15 percent".to_owned()),
/// ]);
/// ```
#[must_use]
pub fn numbers(text: &str) -> Vec<NumberMention> {
    find(&Lexicon::words().scan(text))
}
