//! Numbers: digits, number words, ordinals, quantities and money.

mod cardinal;
mod digits;
mod exact;
mod fraction;
mod grammar;
mod homograph;
mod ordinal;
mod quantity;
mod scientific;
mod spell;
mod telephone;
mod value;
mod words;

pub use digits::DecimalConvention;
pub(crate) use grammar::{find, number_at, ordinal_at};
pub use spell::{Case, CountedNoun, Gender, Spelling};
pub use value::{Number, NumberError, Quantity};
pub(crate) use words::{NumberWord, Role, words};

use crate::gazetteer::Proclitics;
use crate::lexicon::Lexicon;
use crate::{Context, EntityKind, Span};

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

    /// CARDINAL, ORDINAL, PERCENT, MONEY or QUANTITY; CURR or UNIT for a currency or unit without a number.
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        self.kind
    }

    /// The value and its unit. A number too large for a value has none, and neither has a unit without a number.
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
    numbers_in(text, &Context::default())
}

/// Every number in `text`, as [`numbers`] finds them, with `.` and `,` read as the context says.
///
/// # Examples
///
/// ```
/// use kashaf::{Context, DecimalConvention, numbers_in};
///
/// let context = Context::default().with_decimals(DecimalConvention::Maghreb);
/// let found = numbers_in("بلغ السعر 3,500 دينار", &context);
/// assert_eq!(found[0].quantity().number().to_string(), "3.5");
/// ```
#[must_use]
pub fn numbers_in(text: &str, context: &Context) -> Vec<NumberMention> {
    find(&Lexicon::words().scan(text).under(context.decimals()))
}

/// Reads a text that must be one number, cardinal or ordinal, and nothing else but white space.
///
/// Words that are numbers only among other words, such as `واحد` and `خمس`, are numbers here.
///
/// # Errors
///
/// When the text is no number, or more than one, or has a unit, or when the number is too large for a value.
///
/// # Examples
///
/// ```
/// use kashaf::parse_number;
///
/// assert_eq!(parse_number("خمسة وعشرون ألفا")?.to_i128(), Some(25_000));
/// assert_eq!(parse_number("ثلثان")?.to_string(), "2/3");
/// assert!(parse_number("خمسة كتب").is_err());
/// assert!(parse_number("2020 و2021").is_err());
/// # Ok::<(), kashaf::NumberError>(())
/// ```
pub fn parse_number(text: &str) -> Result<Number, NumberError> {
    parse_number_in(text, &Context::default())
}

/// Reads a text that must be one number, as [`parse_number`] does, with `.` and `,` read as the context says.
///
/// # Errors
///
/// As those of [`parse_number`].
///
/// # Examples
///
/// ```
/// use kashaf::{Context, DecimalConvention, parse_number_in};
///
/// let context = Context::default().with_decimals(DecimalConvention::Maghreb);
/// assert_eq!(parse_number_in("1.234", &context)?.to_i128(), Some(1234));
/// # Ok::<(), kashaf::NumberError>(())
/// ```
pub fn parse_number_in(text: &str, context: &Context) -> Result<Number, NumberError> {
    let scan = Lexicon::words().scan(text).under(context.decimals());
    let found = find(&scan);
    let [mention] = found.as_slice() else {
        return Err(if found.is_empty() { NumberError::NOT_A_NUMBER } else { NumberError::MORE });
    };
    let whole = mention.span() == scan.span(0, scan.words.len(), Proclitics::default());
    let number = mention.quantity().number();
    match mention.kind() {
        EntityKind::Cardinal | EntityKind::Ordinal if whole => {
            if number == Number::UNKNOWN {
                Err(NumberError::TOO_LARGE)
            } else {
                Ok(number)
            }
        }
        _ => Err(NumberError::NOT_A_NUMBER),
    }
}
