//! Stretches of time from one moment to another.

use core::fmt;
use core::str::FromStr;

use jiff::ToSpan;
use jiff::civil::{Date as Day, DateTime as Moment, Time};

use super::context::{Date, DateError};
use super::point::{Point, add_days, civil};
use super::timex::{Edges, Modifier, Open};
use super::value::{Clock, Precision, Value};
use super::words::DayPart;

/// A day and a time of it, by the clocks of the place.
///
/// # Examples
///
/// ```
/// use kashaf::DateTime;
///
/// let moment: DateTime = "2023-08-16T10:00".parse().unwrap();
/// assert_eq!((moment.date().day(), moment.hour(), moment.minute(), moment.second()), (16, 10, 0, 0));
/// assert!("2023-08-16T27:00".parse::<DateTime>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DateTime(pub(crate) Moment);

impl DateTime {
    /// That time of a day: hour 0 to 23, minute and second 0 to 59.
    ///
    /// # Errors
    ///
    /// [`DateError`] when the day has no such time.
    pub fn new(date: Date, hour: i8, minute: i8, second: i8) -> Result<Self, DateError> {
        let time = Time::new(hour, minute, second, 0);
        let none = |_| DateError::new(format!("there is no time {hour:02}:{minute:02}:{second:02}"));
        Ok(Self(date.civil().to_datetime(time.map_err(none)?)))
    }

    /// The day.
    #[must_use]
    pub fn date(self) -> Date {
        Date::of(self.0.date())
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> i8 {
        self.0.hour()
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(self) -> i8 {
        self.0.minute()
    }

    /// The second, 0 to 59.
    #[must_use]
    pub fn second(self) -> i8 {
        self.0.second()
    }
}

impl fmt::Display for DateTime {
    /// ISO 8601: `2023-08-16T10:00:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}T{:02}:{:02}:{:02}", self.date(), self.hour(), self.minute(), self.second()))
    }
}

impl FromStr for DateTime {
    type Err = DateError;

    /// Reads `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`.
    ///
    /// # Errors
    ///
    /// [`DateError`] when the text has another form or there is no such time.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let form = || DateError::new(format!("\"{text}\" is not of the form YYYY-MM-DDTHH:MM"));
        let (day, time) = text.split_once('T').ok_or_else(form)?;
        let mut parts = [0; 3];
        let mut count = 0;
        for (part, to) in time.split(':').zip(parts.iter_mut()) {
            let digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            *to = part.parse().ok().filter(|_| digits).ok_or_else(form)?;
            count += 1;
        }
        let [hour, minute, second] = parts;
        if count < 2 || time.split(':').count() > count {
            return Err(form());
        }
        Self::new(day.parse()?, hour, minute, second)
    }
}

/// The unit that an expression counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Grain {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
    /// Three months of weather, or of accounts.
    Quarter,
    /// Six months.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

impl Grain {
    /// Its English name in small letters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }
}

impl fmt::Display for Grain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A stretch of time: its first moment, the first moment after it, and the unit it counts in.
///
/// # Examples
///
/// ```
/// use kashaf::{Context, parse_date};
///
/// let timex = parse_date("من 13 إلى 15 يوليو 2013", &Context::default()).unwrap();
/// let interval = timex.interval().unwrap();
/// assert_eq!(interval.from().unwrap().to_string(), "2013-07-13T00:00:00");
/// assert_eq!(interval.to().unwrap().to_string(), "2013-07-16T00:00:00");
/// assert_eq!(interval.grain().as_str(), "day");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    pub(crate) from: Option<Moment>,
    pub(crate) to: Option<Moment>,
    pub(crate) grain: Grain,
}

impl Interval {
    /// Its first moment; `None` when it has no beginning: `حتى 2030`.
    #[must_use]
    pub fn from(&self) -> Option<DateTime> {
        self.from.map(DateTime)
    }

    /// The first moment after it; `None` when it has no end: `منذ 1992`.
    #[must_use]
    pub fn to(&self) -> Option<DateTime> {
        self.to.map(DateTime)
    }

    /// The unit it counts in: a year for `منذ 1992`, a day for `من 13 إلى 15 يوليو`.
    #[must_use]
    pub const fn grain(&self) -> Grain {
        self.grain
    }

    fn closed(from: Moment, to: Moment, grain: Grain) -> Self {
        Self { from: Some(from), to: Some(to), grain }
    }

    fn days(from: Day, to: Day, grain: Grain) -> Self {
        Self::closed(start(from), start(to), grain)
    }

    /// The stretch that a value names; `None` for durations, sets and what is not known well enough.
    pub(crate) fn of(value: &Value, modifier: Option<Modifier>, open: Option<Open>, edges: Edges) -> Option<Self> {
        let interval = match value {
            Value::Point(point) => whole_or_part(*point, modifier)?,
            Value::Interval(from, to) => {
                let (from, to) = (whole_or_part(*from, edges.0)?, whole_or_part(*to, edges.1)?);
                Self { from: from.from, to: to.to, grain: from.grain.min(to.grain) }
            }
            Value::Clock(clock) => time(clock)?,
            Value::Clocks(from, to) => {
                // The end lasts as long as the finer of the two says.
                let precision = from.precision.max(to.precision);
                let (from, to) = (time(from)?, time(&Clock { precision, ..*to })?);
                Self { from: from.from, to: to.to, grain: to.grain }
            }
            Value::PartOfDay(day, part) => part_of_day(*day, *part)?,
            Value::Parts((from, first), (to, last)) => {
                let (from, to) = (part_of_day((*from)?, *first)?, part_of_day((*to)?, *last)?);
                Self { to: to.to, ..from }
            }
            Value::Weekend(of, week) => {
                let (from, to) = week.weekend_of(of.first_day()?)?;
                Self::days(from, to, Grain::Day)
            }
            Value::Now(moment) => {
                let moment = (*moment)?;
                Self::closed(moment, moment.checked_add(1.second()).ok()?, Grain::Second)
            }
            Value::Nothing | Value::Set(_) | Value::Written(_) => return None,
        };
        Some(match open {
            None => interval,
            Some(Open::Since) => Self { to: None, ..interval },
            Some(Open::Until) => Self { from: None, ..interval },
        })
    }
}

/// The midnight that a day begins with.
fn start(day: Day) -> Moment {
    day.to_datetime(Time::midnight())
}

impl DayPart {
    /// From and to which hour it lasts, roughly.
    const fn hours(self) -> (i64, i64) {
        match self {
            Self::Morning => (4, 12),
            Self::Noon => (12, 14),
            Self::Afternoon => (12, 19),
            Self::Evening | Self::Night => (18, 24),
        }
    }
}

/// A part of a day, by its hours.
fn part_of_day(day: Point, part: DayPart) -> Option<Interval> {
    let (from, to) = part.hours();
    let day = start(day.first_day()?);
    Some(Interval::closed(day.checked_add(from.hours()).ok()?, day.checked_add(to.hours()).ok()?, Grain::Hour))
}

/// A stretch of the calendar from its first day to the day after its last.
fn stretch(point: Point) -> Option<Interval> {
    let years = |first: i32, count: i32, grain| {
        Some(Interval::days(civil(first, 1, 1)?, civil(first.checked_add(count)?, 1, 1)?, grain))
    };
    let months = |year: i32, month: u8, count: i32, grain| {
        let first = Point::Month { year: Some(year), month };
        Some(Interval::days(first.first_day()?, first.shift(count)?.first_day()?, grain))
    };
    match point {
        Point::Day { .. } => {
            let day = point.first_day()?;
            Some(Interval::days(day, add_days(day, 1)?, Grain::Day))
        }
        Point::Week { .. } => {
            let monday = point.first_day()?;
            Some(Interval::days(monday, add_days(monday, 7)?, Grain::Week))
        }
        Point::Month { year, month } => months(year?, month, 1, Grain::Month),
        Point::Year(year) => years(year, 1, Grain::Year),
        Point::Decade(n) => years(n.checked_mul(10)?, 10, Grain::Decade),
        // The first century BC ends with the year 0.
        Point::Century(n) if n < 0 => years(n.checked_mul(100)?.checked_add(1)?, 100, Grain::Century),
        Point::Century(n) => years(n.checked_mul(100)?, 100, Grain::Century),
        Point::Millennium(n) => years(n.checked_mul(1000)?, 1000, Grain::Millennium),
        Point::Part { year, code } => match code {
            21..=24 => months(year?, (code - 20) * 3, 3, Grain::Quarter),
            33..=36 => months(year?, (code - 33) * 3 + 1, 3, Grain::Quarter),
            _ => months(year?, (code.checked_sub(40)?) * 6 + 1, 6, Grain::Half),
        },
    }
}

/// A stretch of the calendar, or the part of it that is meant.
fn whole_or_part(point: Point, modifier: Option<Modifier>) -> Option<Interval> {
    modifier.and_then(|m| part(point, m)).or_else(|| stretch(point))
}

/// The third of a month that is its beginning, middle or end.
fn part(point: Point, modifier: Modifier) -> Option<Interval> {
    let Point::Month { .. } = point else { return None };
    let first = point.first_day()?;
    let (from, to) = match modifier {
        Modifier::Start => (first, add_days(first, 10)?),
        Modifier::Mid => (add_days(first, 10)?, add_days(first, 20)?),
        Modifier::End => (add_days(first, 20)?, point.shift(1)?.first_day()?),
        _ => return None,
    };
    Some(Interval::days(from, to, Grain::Day))
}

/// The hour, minute or second that a time names, by the clocks it names it by.
fn time(clock: &Clock) -> Option<Interval> {
    let span = i64::from(clock.hour).hours().minutes(clock.minute).seconds(clock.second);
    let from = start(clock.day?.first_day()?).checked_add(span).ok()?;
    let (length, grain) = match clock.precision {
        Precision::Hour => (1.hour(), Grain::Hour),
        Precision::Minute => (1.minute(), Grain::Minute),
        Precision::Second => (1.second(), Grain::Second),
    };
    Some(Interval::closed(from, from.checked_add(length).ok()?, grain))
}
