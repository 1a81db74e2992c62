//! Numbers: digits, number words, ordinals, quantities and money.

mod amount;
mod beside;
mod cardinal;
mod compound;
mod digits;
mod exact;
mod fraction;
mod grammar;
mod homograph;
mod ordinal;
mod quantity;
mod range;
mod scientific;
mod spell;
mod telephone;
mod value;
mod words;

pub use digits::DecimalConvention;
pub(crate) use grammar::{Run, find, is_version, number_at, ordinal_at};
pub use spell::{Case, CountedNoun, Gender, Spelling};
pub use value::{Number, NumberError, Quantity};
pub(crate) use words::{NumberWord, Parts, Role, words};

use crate::gazetteer::Proclitics;
use crate::lexicon::Lexicon;
use crate::text::WordKind;
use crate::{Context, EntityKind, Span};

/// A number found in a text: where it stands, what kind it is, its value and unit.
///
/// # Examples
///
/// ```
/// let found = kashaf::numbers("على بعد نحو 30 كيلومترا");
/// assert_eq!(found[0].span().of("على بعد نحو 30 كيلومترا"), "30 كيلومترا");
/// assert_eq!(found[0].quantity().unit(), Some("kilometer"));
/// assert!(found[0].quantity().number().is_approximate());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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

/// Every number in `text`, in order, not overlapping. Linear in the text; never fails.
///
/// | written | read |
/// |---|---|
/// | `12`, `٣٫٥`, `1,234.5`, `1 234 567`, `2½`, `3×10⁶`, `-5` | digits of three sets, with separators, fractions, powers and signs |
/// | `46ر116` | 116.46, as agencies type it with the letter reh for a decimal point |
/// | `ثلاثة وعشرون`, `ألف وتسعمئة`, `سبع وستين وتسعمائة وألف` | words in every case, gender and spelling, up to 10²⁷ |
/// | `خمستاشر`, `تلت تلاف`, `ميتين` | words as spoken in Egypt, the Levant, the Gulf and the Maghreb |
/// | `13 ألف`, `مليون و200 ألف` | digits and words mixed |
/// | `ثلاثة أرباع`, `مليار ونصف المليار`, `خمسة إلا ربعا` | fractions |
/// | `الحادي والعشرون`, `الـ21`, `المادة 5` | ordinals |
/// | `بين 8 و10 آلاف`, `أكثر من 20`, `بضعة عشر`, `عشرات الآلاف` | bounds: see [`Number`] |
/// | `5 دولارات و30 سنتا`, `كيلومترين`, `15 في المئة` | money, quantities and percentages, with their unit |
///
/// و joins parts of one number only where grammar makes one of them: `ثلاثة وعشرون` is 23, `22 و23` are two numbers.
/// A word that is a number among others and something else alone (`أحد`, `خمس`, `ألف`) is decided by its neighbours.
///
/// Digits that name and do not count are left out: telephone numbers, addresses, versions, models (`F-15`, `إف 16`), dates and
/// times in digits, notes in brackets. Years and days are numbers here; a [`Tagger`](crate::Tagger) gives them as parts
/// of their date.
///
/// Units are unit identifiers of CLDR (UTS #35, part 6), rates among them: `80 كم/س` is in `kilometer-per-hour`.
/// Currencies are ISO 4217 codes, a part of one counts as a fraction of it (`30 سنتا` is 0.3), and what the price is
/// for is a mention of its own: `80 دولارا` and `للبرميل`.
///
/// A number too large for a value (28 digits) has a mention when it is in words, and none when it is in digits alone.
///
/// # Limitations
///
/// Two numbers that only sense tells from one are read as one (`مئة وخمسون`), and the classical order that begins with
/// the units is read up to the tens of thousands: `واحد وثلاثة آلاف` are two. A single group of digits behind a plain
/// space goes on with the number only when it is `000`.
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
/// [`NumberError`], which never depends on more than the text: when it is no number (`كتاب`), more than one (`3 و4`),
/// has a unit (`5%`), or is too large for a value ([`NumberError::is_too_large`]).
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
        let mut words = scan.words.iter();
        let digits = words.next().is_some_and(|word| word.kind == WordKind::Digits) && words.next().is_none();
        return Err(match found.as_slice() {
            [] if digits && digits::too_many(&scan.words, 0) => NumberError::TOO_LARGE,
            [] => NumberError::NOT_A_NUMBER,
            _ => NumberError::MORE,
        });
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
