//! Coptic dates in the Gregorian calendar: `29 كيهك`, `سنة 1740 للشهداء`.
//!
//! Twelve months of 30 days and a short one of five, of six in every fourth year; the years are counted from 29 August 284
//! of the Julian calendar (Reingold and Dershowitz, Calendrical Calculations, ch. 4).

use jiff::civil::Date;

use super::point::{add_days, civil};

/// The day before the first one, counted from the first day of our era, which is 1.
const EPOCH: i64 = 103_604;
/// The years that a text may count.
const YEARS: core::ops::RangeInclusive<i32> = 1..=2400;

/// The Gregorian day of a Coptic one, when it exists.
pub(crate) fn to_gregorian(year: i32, month: u8, day: u8) -> Option<Date> {
    if !YEARS.contains(&year) || !(1..=days_of(year, month)?).contains(&day) {
        return None;
    }
    let before = 365 * i64::from(year - 1) + i64::from(year / 4) + 30 * (i64::from(month) - 1);
    add_days(civil(1, 1, 1)?, EPOCH + before + i64::from(day) - 1)
}

fn days_of(year: i32, month: u8) -> Option<u8> {
    match month {
        1..=12 => Some(30),
        13 => Some(if year % 4 == 3 { 6 } else { 5 }),
        _ => None,
    }
}

/// The first and last day of a month.
pub(crate) fn month(year: i32, month: u8) -> Option<(Date, Date)> {
    Some((to_gregorian(year, month, 1)?, to_gregorian(year, month, days_of(year, month)?)?))
}

/// The first and last day of a year.
pub(crate) fn year(year: i32) -> Option<(Date, Date)> {
    Some((to_gregorian(year, 1, 1)?, month(year, 13)?.1))
}

/// The Coptic year that begins in a year of our era.
pub(crate) const fn year_around(civil: i32) -> i32 {
    civil - 283
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        assert_eq!(to_gregorian(1740, 1, 1), civil(2023, 9, 12));
        assert_eq!(to_gregorian(1741, 1, 1), civil(2024, 9, 11));
        assert_eq!(to_gregorian(1740, 4, 28), civil(2024, 1, 7));
        assert_eq!(to_gregorian(1739, 13, 6), civil(2023, 9, 11));
        assert_eq!(to_gregorian(1740, 13, 6), None);
        assert_eq!(to_gregorian(1740, 14, 1), None);
        assert_eq!(year(1740), civil(2023, 9, 12).zip(civil(2024, 9, 10)));
    }
}
