use core::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A number as a text gives it: exact, a range, or open on one side.
///
/// Values are exact decimals of up to 28 digits.
///
/// # Examples
///
/// ```
/// let found = kashaf::numbers("بين نحو 8 آلاف وأكثر من 10 آلاف");
/// let number = found[0].quantity().number();
/// assert_eq!(number.value(), None); // not one number
/// assert_eq!(number.to_string(), "8000/10000");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    lower: Option<Decimal>,
    upper: Option<Decimal>,
    approximate: bool,
}

impl Number {
    pub(crate) const fn exact(value: Decimal) -> Self {
        Self { lower: Some(value), upper: Some(value), approximate: false }
    }

    pub(crate) const fn between(lower: Option<Decimal>, upper: Option<Decimal>) -> Self {
        Self { lower, upper, approximate: false }
    }

    pub(crate) const fn approximately(self) -> Self {
        Self { approximate: true, ..self }
    }

    /// The value, when the text gives one.
    pub(crate) fn decimal(self) -> Option<Decimal> {
        self.lower.filter(|_| self.lower == self.upper)
    }

    /// The value rounded to the nearest `f64`, when the text gives one.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        self.decimal()?.to_f64()
    }

    /// The value, when the text gives one and it is whole.
    #[must_use]
    pub fn to_i128(self) -> Option<i128> {
        self.decimal().filter(Decimal::is_integer)?.to_i128()
    }

    /// The lowest value; `None` when the number is open below.
    #[must_use]
    pub fn lower(self) -> Option<f64> {
        self.lower?.to_f64()
    }

    /// The highest value; `None` when the number is open above.
    #[must_use]
    pub fn upper(self) -> Option<f64> {
        self.upper?.to_f64()
    }

    /// Whether the text says about (`نحو`, `حوالي`).
    #[must_use]
    pub const fn is_approximate(self) -> bool {
        self.approximate
    }
}

impl fmt::Display for Number {
    /// A plain decimal (`13000`, `0.5`), or two with `/` between them, `..` for an open side.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(value) = self.decimal() {
            return write!(f, "{}", value.normalize());
        }
        let side = |v: Option<Decimal>| v.map_or("..".to_owned(), |v| v.normalize().to_string());
        write!(f, "{}/{}", side(self.lower), side(self.upper))
    }
}

/// A number with its unit, if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    number: Number,
    unit: Option<&'static str>,
}

impl Quantity {
    pub(crate) const fn new(number: Number, unit: Option<&'static str>) -> Self {
        Self { number, unit }
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> Number {
        self.number
    }

    /// The unit: a CLDR unit id (`kilometer`, `percent`) or an ISO 4217 currency code (`USD`).
    #[must_use]
    pub const fn unit(self) -> Option<&'static str> {
        self.unit
    }
}

impl fmt::Display for Quantity {
    /// The number, and after a space the unit: `30 kilometer`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit {
            Some(unit) => write!(f, "{} {unit}", self.number),
            None => write!(f, "{}", self.number),
        }
    }
}
