use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;

use super::exact::Exact;

/// A number as a text gives it: one value, a range, or open on one side or on both.
///
/// Values are exact: decimals of up to 28 digits, or fractions where no decimal is equal (`1/3`).
///
/// | text | value | lower | upper | approximate |
/// |---|---|---|---|---|
/// | `13 ألف` | 13000 | 13000 | 13000 | no |
/// | `نحو 13 ألف` | 13000 | 13000 | 13000 | yes |
/// | `أكثر من 10 آلاف` | 10000 | 10000 | | no |
/// | `ما يصل إلى 10000` | 10000 | | 10000 | no |
/// | `بين 8 و10 آلاف` | | 8000 | 10000 | no |
/// | `عشرات الآلاف` | | 10000 | | no |
///
/// A number too large for a value has none and no bounds.
///
/// # Examples
///
/// ```
/// let found = kashaf::numbers("بين نحو 4 آلاف وأكثر من 6 آلاف");
/// let number = found[0].quantity().number();
/// assert_eq!(number.value(), None); // not one number
/// assert_eq!(number.lower().and_then(|n| n.to_i128()), Some(4000));
/// assert_eq!(number.to_string(), "4000/6000");
/// ```
///
/// serde writes an object with `value`, `lower`, `upper` (strings, `null` where there is none) and `approximate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    lower: Option<Exact>,
    upper: Option<Exact>,
    /// Whether the text says one number, which is one of the bounds or both.
    single: bool,
    approximate: bool,
}

impl Number {
    /// A number that is there and has no value, because it is too large for one.
    pub(crate) const UNKNOWN: Self = Self::between(None, None);

    pub(crate) const fn exact(value: Exact) -> Self {
        Self { lower: Some(value), upper: Some(value), single: true, approximate: false }
    }

    pub(crate) const fn between(lower: Option<Exact>, upper: Option<Exact>) -> Self {
        Self { lower, upper, single: false, approximate: false }
    }

    pub(crate) const fn approximately(self) -> Self {
        Self { approximate: true, ..self }
    }

    /// Not bounded above: `أكثر من`.
    pub(crate) const fn or_more(self) -> Self {
        Self { upper: None, ..self }
    }

    /// Not bounded below: `أقل من`.
    pub(crate) const fn or_less(self) -> Self {
        Self { lower: None, ..self }
    }

    pub(crate) const fn single(self) -> Option<Exact> {
        match (self.single, self.lower) {
            (false, _) => None,
            (true, None) => self.upper,
            (true, lower) => lower,
        }
    }

    /// The value, when it is one decimal.
    pub(crate) fn decimal(self) -> Option<Decimal> {
        self.single()?.decimal()
    }

    /// The number that the text says, alone, when it says one: 10000 for `أكثر من 10 آلاف`, none for a range.
    #[must_use]
    pub fn value(self) -> Option<Self> {
        self.single().map(Self::exact)
    }

    /// The lowest value; `None` when the number is open below.
    #[must_use]
    pub fn lower(self) -> Option<Self> {
        self.lower.map(Self::exact)
    }

    /// The highest value; `None` when the number is open above.
    #[must_use]
    pub fn upper(self) -> Option<Self> {
        self.upper.map(Self::exact)
    }

    /// Whether the text says about (`نحو`, `حوالي`).
    #[must_use]
    pub const fn is_approximate(self) -> bool {
        self.approximate
    }

    /// The value, when the text says one and it is whole.
    #[must_use]
    pub fn to_i128(self) -> Option<i128> {
        self.single()?.integer()
    }

    /// The nearest `f64`, when the text says one value.
    #[must_use]
    pub fn to_f64(self) -> Option<f64> {
        self.single()?.to_f64()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut fields = serializer.serialize_struct("Number", 4)?;
        fields.serialize_field("value", &self.single())?;
        fields.serialize_field("lower", &self.lower)?;
        fields.serialize_field("upper", &self.upper)?;
        fields.serialize_field("approximate", &self.approximate)?;
        fields.end()
    }
}

impl fmt::Display for Number {
    /// A plain decimal (`13000`, `0.5`), a fraction where that has no end (`1/3`), or a range: two values with `/`
    /// between them as in ISO 8601, `..` for an open side. Nothing for a number too large for a value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(value) = self.single() {
            return f.pad(&value.to_string());
        }
        let side = |v: Option<Exact>| v.map_or("..".to_owned(), |v| v.to_string());
        match (self.lower, self.upper) {
            (None, None) => Ok(()),
            (lower, upper) => f.pad(&format!("{}/{}", side(lower), side(upper))),
        }
    }
}

impl PartialOrd for Number {
    /// Less when every value that this number can be is less than every value that the other can be. `None` when they
    /// overlap and are not the same.
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let below = |a: &Self, b: &Self| a.upper.zip(b.lower).is_some_and(|(a, b)| a < b);
        if self == other {
            Some(Ordering::Equal)
        } else if below(self, other) {
            Some(Ordering::Less)
        } else {
            below(other, self).then_some(Ordering::Greater)
        }
    }
}

/// The largest number is less than 2⁹⁶, about 7.9 × 10²⁸.
impl TryFrom<i128> for Number {
    type Error = NumberError;

    fn try_from(value: i128) -> Result<Self, NumberError> {
        let value = Decimal::try_from_i128_with_scale(value, 0).map_err(|_| NumberError::TOO_LARGE)?;
        Ok(Self::exact(Exact::whole(value)))
    }
}

macro_rules! integers {
    ($($int:ident)*) => {$(
        impl From<$int> for Number {
            fn from(value: $int) -> Self {
                Self::exact(Exact::whole(value.into()))
            }
        }

        impl TryFrom<Number> for $int {
            type Error = NumberError;

            /// Fails when the number is not one whole value, or does not fit.
            fn try_from(number: Number) -> Result<Self, NumberError> {
                let whole = number.to_i128().ok_or(NumberError::NOT_WHOLE)?;
                whole.try_into().map_err(|_| NumberError::TOO_LARGE)
            }
        }
    )*};
}

integers! { u8 u16 u32 u64 i8 i16 i32 i64 }

#[cfg(feature = "rust_decimal_1")]
impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        Self::exact(Exact::whole(value))
    }
}

#[cfg(feature = "rust_decimal_1")]
impl TryFrom<Number> for Decimal {
    type Error = NumberError;

    /// Fails when the number is not one value, or no decimal is equal to it.
    fn try_from(number: Number) -> Result<Self, NumberError> {
        number.single().and_then(Exact::decimal).ok_or(NumberError::NO_DECIMAL)
    }
}

/// Why a string is no number, or a number has not the form that was asked for.
///
/// # Examples
///
/// ```
/// use kashaf::parse_number;
///
/// let error = |text: &str| parse_number(text).unwrap_err().to_string();
/// assert_eq!(error("كتاب"), "not a number");
/// assert_eq!(error("خمسة كتب"), "not a number"); // and something else
/// assert_eq!(error("3 و4"), "more than one number");
/// assert_eq!(error("خمسة آلاف أوكتيليون"), "the number is too large");
/// assert!(parse_number("خمسة آلاف أوكتيليون").unwrap_err().is_too_large());
/// assert!(parse_number(&"9".repeat(40)).unwrap_err().is_too_large());
/// let half = parse_number("نصف").unwrap();
/// assert_eq!(u8::try_from(half).unwrap_err().to_string(), "the number is not one whole value");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberError(&'static str);

impl NumberError {
    pub(crate) const NOT_A_NUMBER: Self = Self("not a number");
    pub(crate) const MORE: Self = Self("more than one number");
    pub(crate) const TOO_LARGE: Self = Self("the number is too large");
    pub(crate) const NOT_WHOLE: Self = Self("the number is not one whole value");
    #[cfg(feature = "rust_decimal_1")]
    pub(crate) const NO_DECIMAL: Self = Self("the number is not one decimal");

    /// Whether there is a number, and no value can hold it.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        *self == Self::TOO_LARGE
    }
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl core::error::Error for NumberError {}

/// A number with its unit, if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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

    /// The unit: a CLDR unit id (`kilometer`, `kilometer-per-hour`, `percent`) or an ISO 4217 currency code (`USD`).
    ///
    /// `None` for a number that counts no unit, for a currency when the text does not say whose (`5 دنانير`), and for
    /// a unit that CLDR has no id for: a feddan, 4200 m², is no acre.
    #[must_use]
    pub const fn unit(self) -> Option<&'static str> {
        self.unit
    }
}

impl fmt::Display for Quantity {
    /// The number, and after a space the unit: `30 kilometer`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number.to_string();
        match self.unit {
            Some(unit) if number.is_empty() => f.pad(unit),
            Some(unit) => f.pad(&format!("{number} {unit}")),
            None => f.pad(&number),
        }
    }
}
