use core::fmt;
use core::str::FromStr;

use super::hijri;
use super::interval::DateTime;
use super::point::{Point, Signed};
use super::timex::HijriDate;
use super::week::Week;
use crate::DecimalConvention;

/// A day of the proleptic Gregorian calendar.
///
/// # Examples
///
/// ```
/// use kashaf::Date;
///
/// let day: Date = "2024-03-07".parse().unwrap();
/// assert_eq!((day.year(), day.month(), day.day()), (2024, 3, 7));
/// assert!("2024-02-30".parse::<Date>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The day with that year (-9999 to 9999), month (1 to 12) and day (1 to 31).
    ///
    /// # Errors
    ///
    /// [`DateError`] when there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, DateError> {
        jiff::civil::Date::new(year, month, day)
            .map(Self)
            .map_err(|_| DateError::new(format!("there is no day {}-{month:02}-{day:02}", Signed(year.into(), 4))))
    }

    /// The year; 0 is 1 BC.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day in the Hijri calendar, by the Umm al-Qura tables. `None` without the feature `hijri`, and for days of no
    /// year from 1 to 1700 AH.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[cfg(feature = "hijri")] {
    /// let hijri = kashaf::Date::new(2024, 3, 26).unwrap().hijri().unwrap();
    /// assert_eq!(hijri.to_string(), "1445-09-16");
    /// # }
    /// ```
    #[must_use]
    pub fn hijri(self) -> Option<HijriDate> {
        let (year, month, day) = hijri::of_gregorian(self.0)?;
        Some(HijriDate { year: Some(year), month: Some(month), day: Some(day) })
    }

    pub(crate) const fn civil(self) -> jiff::civil::Date {
        self.0
    }

    pub(crate) const fn of(day: jiff::civil::Date) -> Self {
        Self(day)
    }
}

impl fmt::Display for Date {
    /// ISO 8601: `2024-03-07`, `-0005-06-01`; the same text as [`Timex::value`](crate::Timex::value) has for the day.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&Point::of_day(self.0).to_string())
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads `YYYY-MM-DD`, with `-` before a year below 0.
    ///
    /// # Errors
    ///
    /// [`DateError`] when the text has another form or there is no such day.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let form = || DateError::new(format!("\"{text}\" is not of the form YYYY-MM-DD"));
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let mut parts = digits.split('-');
        let mut next = |len: usize| {
            let part = parts.next().filter(|p| p.len() == len && p.bytes().all(|b| b.is_ascii_digit()));
            part.and_then(|p| p.parse::<i16>().ok()).ok_or_else(form)
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        // There is one year 0.
        if parts.next().is_some() || (sign < 0 && year == 0) {
            return Err(form());
        }
        // Two digits always fit.
        Self::new(sign * year, i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0))
    }
}

/// A day that does not exist, or text that is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError(String);

impl DateError {
    pub(crate) const fn new(message: String) -> Self {
        Self(message)
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for DateError {}

/// Where an expression without a year lies, seen from the reference date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// The last one before the reference date, as in reports.
    #[default]
    Past,
    /// The next one after it, as in plans.
    Future,
}

/// What a text does not say itself: when it was written, and which way it looks.
///
/// Without a reference date, relative expressions stay underspecified (`XXXX-07-20`). So does a day or month without
/// a year in a paragraph that has just told of a date a hundred years or more before it.
///
/// # Examples
///
/// ```
/// use kashaf::{Context, Date};
///
/// let report = Context::news(Date::new(2024, 3, 7).unwrap());
/// assert_eq!(report.reference(), Some(Date::new(2024, 3, 7).unwrap()));
/// assert_eq!(Context::default().reference(), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Context {
    reference: Option<Date>,
    time: Option<DateTime>,
    direction: Direction,
    decimals: DecimalConvention,
    month_first: bool,
    week: Week,
}

impl Context {
    /// A report written on that day: it looks back.
    #[must_use]
    pub const fn news(reference: Date) -> Self {
        Self {
            reference: Some(reference),
            time: None,
            direction: Direction::Past,
            month_first: false,
            decimals: DecimalConvention::Detect,
            week: Week::ISO,
        }
    }

    /// A plan or programme written on that day: it looks ahead.
    #[must_use]
    pub const fn plans(reference: Date) -> Self {
        Self { direction: Direction::Future, ..Self::news(reference) }
    }

    /// The same, with that reading of `.` and `,` in digits.
    #[must_use]
    pub const fn with_decimals(self, decimals: DecimalConvention) -> Self {
        Self { decimals, ..self }
    }

    /// Which of `.` and `,` is the decimal point.
    #[must_use]
    pub const fn decimals(&self) -> DecimalConvention {
        self.decimals
    }

    /// The same, written at that moment of its day: `قبل ساعتين` and `الآن` are times then.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::{Context, DateTime, parse_date};
    ///
    /// let moment: DateTime = "2023-08-16T10:00".parse().unwrap();
    /// let timex = parse_date("قبل ساعتين", &Context::news(moment.date()).at(moment)).unwrap();
    /// assert_eq!(timex.value(), Some("2023-08-16T08:00"));
    /// ```
    #[must_use]
    pub fn at(self, moment: DateTime) -> Self {
        Self { reference: Some(moment.date()), time: Some(moment), ..self }
    }

    /// Reads `3/4/2023` as the fourth of March; the third of April is usual.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::{Context, parse_date};
    ///
    /// let read = |context| parse_date("3/4/2023", &context).unwrap().to_string();
    /// assert_eq!(read(Context::default()), "2023-04-03");
    /// assert_eq!(read(Context::default().month_first()), "2023-03-04");
    /// ```
    #[must_use]
    pub const fn month_first(self) -> Self {
        Self { month_first: true, ..self }
    }

    /// The day the text was written.
    #[must_use]
    pub const fn reference(&self) -> Option<Date> {
        self.reference
    }

    /// The moment the text was written, when more than the day is known.
    #[must_use]
    pub const fn moment(&self) -> Option<DateTime> {
        self.time
    }

    /// Which way the text looks.
    #[must_use]
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// The same, with the week and weekend of a country: they place `عطلة نهاية الأسبوع` and `الأحد من الأسبوع المقبل`.
    ///
    /// Weeks are still written as ISO 8601 numbers them.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::{Context, Date, Week, parse_date};
    ///
    /// let context = Context::news(Date::new(2021, 9, 1).unwrap());
    /// let read = |context| parse_date("الأسبوع المقبل يوم الأحد", &context).unwrap().to_string();
    /// assert_eq!(read(context), "2021-09-12");
    /// assert_eq!(read(context.in_week(Week::of_country("SA").unwrap())), "2021-09-05");
    /// ```
    #[must_use]
    pub const fn in_week(self, week: Week) -> Self {
        Self { week, ..self }
    }

    /// The week that days are counted in.
    #[must_use]
    pub const fn week(&self) -> Week {
        self.week
    }

    pub(crate) const fn is_month_first(&self) -> bool {
        self.month_first
    }
}
