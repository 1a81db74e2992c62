//! Conversions to and from the types of `jiff` 0.2.

use super::context::{Date, DateError};
use super::interval::DateTime;
use super::timex::{Timex, TimexKind};

impl From<Date> for jiff::civil::Date {
    fn from(date: Date) -> Self {
        date.civil()
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        Self::of(date)
    }
}

impl From<DateTime> for jiff::civil::DateTime {
    fn from(moment: DateTime) -> Self {
        moment.0
    }
}

/// Fractions of a second are cut off.
impl From<jiff::civil::DateTime> for DateTime {
    fn from(moment: jiff::civil::DateTime) -> Self {
        let whole = moment.with().subsec_nanosecond(0).build();
        Self(whole.unwrap_or(moment))
    }
}

/// A duration as a span of the same units.
///
/// # Examples
///
/// ```
/// use kashaf::{Context, parse_date};
///
/// let timex = parse_date("سنة وشهرين وثلاثة أيام", &Context::default()).unwrap();
/// let span = jiff::Span::try_from(&timex).unwrap();
/// assert_eq!((span.get_years(), span.get_months(), span.get_days()), (1, 2, 3));
/// ```
impl TryFrom<&Timex> for jiff::Span {
    type Error = DateError;

    /// # Errors
    ///
    /// [`DateError`] when the expression is no duration, of an unknown number (`بضع سنوات`), or has a fraction of a unit
    /// longer than an hour.
    fn try_from(timex: &Timex) -> Result<Self, DateError> {
        let value = timex.value().filter(|_| timex.kind() == TimexKind::Duration);
        let span = value.and_then(|value| value.parse().ok());
        span.ok_or_else(|| DateError::new(format!("\"{timex}\" is no duration of whole units")))
    }
}
