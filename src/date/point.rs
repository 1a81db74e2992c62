//! Stretches of the calendar and how they are written.

use core::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::words::Unit;

/// A stretch of the Gregorian calendar; what the text leaves open is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Point {
    Day {
        year: Option<i32>,
        month: Option<u8>,
        day: u8,
    },
    Month {
        year: Option<i32>,
        month: u8,
    },
    Year(i32),
    /// The first three digits of its years.
    Decade(i32),
    /// The first two digits of its years; -1 is the first century BC.
    Century(i32),
    /// The first digit of its years.
    Millennium(i32),
    Week {
        year: i32,
        week: u8,
    },
    /// A season, quarter or half of a year, by its EDTF code.
    Part {
        year: Option<i32>,
        code: u8,
    },
}

impl Point {
    pub(crate) fn of_day(day: Date) -> Self {
        Self::Day {
            year: Some(day.year().into()),
            month: Some(day.month().unsigned_abs()),
            day: day.day().unsigned_abs(),
        }
    }

    /// The stretch of this unit that a day lies in.
    pub(crate) fn around(day: Date, unit: Unit) -> Option<Self> {
        let year = i32::from(day.year());
        Some(match unit {
            Unit::Day => Self::of_day(day),
            Unit::Week => {
                let week = day.iso_week_date();
                Self::Week { year: week.year().into(), week: week.week().unsigned_abs() }
            }
            Unit::Month => Self::Month { year: Some(year), month: day.month().unsigned_abs() },
            Unit::Quarter => {
                let month = day.month().unsigned_abs();
                Self::Part { year: Some(year), code: 33 + month.saturating_sub(1) / 3 }
            }
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year.div_euclid(10)),
            Unit::Century => Self::Century(year.div_euclid(100)),
            Unit::Millennium => Self::Millennium(year.div_euclid(1000)),
            Unit::Second | Unit::Minute | Unit::Hour => return None,
        })
    }

    /// The stretch of this unit that this one lies in, as far as it says.
    pub(crate) fn widen(self, unit: Unit) -> Option<Self> {
        if let Some(day) = self.first_day() {
            let own = self.unit();
            return if own <= unit { Self::around(day, unit) } else { None };
        }
        match (self, unit) {
            (Self::Day { month: Some(month), .. }, Unit::Month) => Some(Self::Month { year: None, month }),
            (Self::Day { .. }, Unit::Day) | (Self::Month { .. }, Unit::Month) => Some(self),
            _ => None,
        }
    }

    const fn unit(self) -> Unit {
        match self {
            Self::Day { .. } => Unit::Day,
            Self::Month { .. } | Self::Part { .. } => Unit::Month,
            Self::Year(_) => Unit::Year,
            Self::Decade(_) => Unit::Decade,
            Self::Century(_) => Unit::Century,
            Self::Millennium(_) => Unit::Millennium,
            Self::Week { .. } => Unit::Week,
        }
    }

    /// The stretch of the same unit that begins this many units later.
    pub(crate) fn shift(self, by: i32) -> Option<Self> {
        Some(match self {
            Self::Day { .. } => Self::of_day(add_days(self.first_day()?, by.into())?),
            Self::Month { year: Some(year), month } => {
                let months = year.checked_mul(12)?.checked_add(i32::from(month) - 1)?.checked_add(by)?;
                Self::Month { year: Some(months.div_euclid(12)), month: u8::try_from(months.rem_euclid(12) + 1).ok()? }
            }
            Self::Year(year) => Self::Year(year.checked_add(by)?),
            Self::Decade(n) => Self::Decade(n.checked_add(by)?),
            Self::Century(n) => Self::Century(n.checked_add(by)?),
            Self::Millennium(n) => Self::Millennium(n.checked_add(by)?),
            Self::Week { .. } => Self::around(add_days(self.first_day()?, i64::from(by).checked_mul(7)?)?, Unit::Week)?,
            Self::Part { year: Some(year), code: code @ 33..=36 } => {
                let quarters = year.checked_mul(4)?.checked_add(i32::from(code) - 33)?.checked_add(by)?;
                let code = u8::try_from(quarters.rem_euclid(4) + 33).ok()?;
                Self::Part { year: Some(quarters.div_euclid(4)), code }
            }
            Self::Month { year: None, .. } | Self::Part { .. } => return None,
        })
    }

    /// Its first day, when it exists.
    pub(crate) fn first_day(self) -> Option<Date> {
        match self {
            Self::Day { year, month, day } => civil(year?, month?, day),
            Self::Month { year, month } => civil(year?, month, 1),
            Self::Year(year) => civil(year, 1, 1),
            Self::Decade(n) => civil(n.checked_mul(10)?, 1, 1),
            Self::Century(n) => civil(n.checked_mul(100)?, 1, 1),
            Self::Millennium(n) => civil(n.checked_mul(1000)?, 1, 1),
            Self::Week { year, week } => {
                let week =
                    ISOWeekDate::new(i16::try_from(year).ok()?, i8::try_from(week).ok()?, Weekday::Monday).ok()?;
                Some(week.date())
            }
            Self::Part { .. } => None,
        }
    }

    pub(crate) fn year(self) -> Option<i32> {
        match self {
            Self::Day { year, .. } | Self::Month { year, .. } | Self::Part { year, .. } => year,
            Self::Year(year) | Self::Week { year, .. } => Some(year),
            Self::Decade(_) | Self::Century(_) | Self::Millennium(_) => None,
        }
    }

    /// Whether there is such a day, in some year when the year is open, and four digits write its years.
    pub(crate) fn exists(self) -> bool {
        match self {
            Self::Day { year, month, day } => match month {
                Some(month) => civil(year.unwrap_or(2000), month, day).is_some(),
                None => (1..=31).contains(&day),
            },
            Self::Month { year, month } => civil(year.unwrap_or(2000), month, 1).is_some(),
            Self::Year(year) | Self::Week { year, .. } => (-9999..=9999).contains(&year),
            Self::Part { year, .. } => year.is_none_or(|year| (-9999..=9999).contains(&year)),
            // `-000X` would be the years -9 to 0, which no decade is.
            Self::Decade(n) => (0..=999).contains(&n),
            Self::Century(n) => (-100..=99).contains(&n),
            Self::Millennium(n) => (0..=9).contains(&n),
        }
    }
}

impl Point {
    /// As [`Timex::value`](super::Timex::value) gives it.
    pub(crate) fn text(&self) -> String {
        /// As long as most are.
        const DAY: usize = "2022-07-20".len();
        let mut text = String::with_capacity(DAY);
        // A string takes all that is written to it.
        self.write(&mut text).map_or_else(|_| String::new(), |()| text)
    }

    fn write(self, out: &mut impl fmt::Write) -> fmt::Result {
        match self {
            Self::Day { year, month, day } => {
                write_year(out, year)?;
                match month {
                    Some(month) => write_part(out, "-", month)?,
                    None => out.write_str("-XX")?,
                }
                write_part(out, "-", day)
            }
            Self::Month { year, month: code } | Self::Part { year, code } => {
                write_year(out, year)?;
                write_part(out, "-", code)
            }
            Self::Year(year) => write_year(out, Some(year)),
            Self::Decade(n) => {
                write_signed(out, n, 3)?;
                out.write_str("X")
            }
            Self::Century(n) if n < 0 => {
                out.write_str("-")?;
                write_digits(out, u64::from(n.unsigned_abs().saturating_sub(1)), 2)?;
                out.write_str("XX")
            }
            Self::Century(n) => {
                write_signed(out, n, 2)?;
                out.write_str("XX")
            }
            Self::Millennium(n) => {
                write_signed(out, n, 1)?;
                out.write_str("XXX")
            }
            Self::Week { year, week } => {
                write_year(out, Some(year))?;
                write_part(out, "-W", week)
            }
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

fn write_year(out: &mut impl fmt::Write, year: Option<i32>) -> fmt::Result {
    match year {
        Some(year) => write_signed(out, year, 4),
        None => out.write_str("XXXX"),
    }
}

fn write_part(out: &mut impl fmt::Write, before: &str, part: u8) -> fmt::Result {
    out.write_str(before)?;
    write_digits(out, part.into(), 2)
}

/// A number with at least so many digits, the sign apart.
fn write_signed(out: &mut impl fmt::Write, n: i32, width: u32) -> fmt::Result {
    if n < 0 {
        out.write_str("-")?;
    }
    write_digits(out, n.unsigned_abs().into(), width)
}

/// A number with at least so many digits, which are written two by two.
pub(crate) fn write_digits(out: &mut impl fmt::Write, n: u64, width: u32) -> fmt::Result {
    if n > 99 || width > 2 {
        write_digits(out, n / 100, width.saturating_sub(2))?;
    }
    let pair = (n % 100) as usize;
    let both = n > 9 || width > 1;
    out.write_str(PAIRS.get(2 * pair + usize::from(!both)..2 * pair + 2).unwrap_or_default())
}

/// The numbers up to 99 with two digits each.
const PAIRS: &str = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
                     5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

/// A number with that many digits, the sign apart.
pub(crate) struct Signed(pub(crate) i32, pub(crate) u32);

impl fmt::Display for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_signed(f, self.0, self.1)
    }
}

/// The day, when it exists.
pub(crate) fn civil(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day that many days later.
pub(crate) fn add_days(day: Date, days: i64) -> Option<Date> {
    // More days than the calendar has would be refused by the span, not by the sum.
    if days.abs() > 7_000_000 {
        return None;
    }
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// Days from one day to another.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}
