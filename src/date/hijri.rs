//! Hijri dates in the Gregorian calendar, by the Umm al-Qura tables.
//!
//! `icu_calendar` has the tables of King Abdulaziz City for Science and
//! Technology for 1300 to 1600 AH, and arithmetic outside these years.

use jiff::civil::Date;

use super::point::days_between;
#[cfg(feature = "hijri")]
use super::point::{add_days, civil};

/// The Gregorian day of a Hijri one, when it exists and the feature `hijri` is on.
#[cfg(feature = "hijri")]
pub(crate) fn to_gregorian(year: i32, month: u8, day: u8) -> Option<Date> {
    use icu_calendar::cal::Hijri;
    if !(1..=1700).contains(&year) {
        return None;
    }
    let hijri = icu_calendar::Date::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura()).ok()?;
    // Day 1 of the common count is 0001-01-01.
    add_days(civil(1, 1, 1)?, hijri.to_rata_die().to_i64_date().checked_sub(1)?)
}

#[cfg(not(feature = "hijri"))]
pub(crate) fn to_gregorian(_year: i32, _month: u8, _day: u8) -> Option<Date> {
    None
}

/// The first and last day of a month.
pub(crate) fn month(year: i32, month: u8) -> Option<(Date, Date)> {
    let last = to_gregorian(year, month, 30).or_else(|| to_gregorian(year, month, 29))?;
    Some((to_gregorian(year, month, 1)?, last))
}

/// The first and last day of a year.
pub(crate) fn year(year: i32) -> Option<(Date, Date)> {
    Some((to_gregorian(year, 1, 1)?, month(year, 12)?.1))
}

/// Year, month and day of a Gregorian day, when the tables hold it and the feature `hijri` is on.
pub(crate) fn of_gregorian(day: Date) -> Option<(i32, u8, u8)> {
    let guess = year_around(day);
    let holds = |(from, to): (Date, Date)| from <= day && day <= to;
    let of_year = (guess - 1..=guess + 1).find(|&y| year(y).is_some_and(holds))?;
    let (month, (first, _)) = (1..=12).filter_map(|m| Some((m, month(of_year, m)?))).find(|&(_, days)| holds(days))?;
    Some((of_year, month, u8::try_from(days_between(first, day) + 1).ok()?))
}

/// About the Hijri year of a Gregorian day: a year to search from.
pub(crate) fn year_around(day: Date) -> i32 {
    // A Hijri year is 0.97 of a Gregorian one; the guess is at most one off.
    let days = i32::from(day.year()) - 622;
    days.saturating_mul(33) / 32
}

#[cfg(all(test, feature = "hijri"))]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        assert_eq!(to_gregorian(1445, 9, 16), civil(2024, 3, 26));
        assert_eq!(to_gregorian(1445, 1, 1), civil(2023, 7, 19));
        assert_eq!(to_gregorian(1445, 9, 31), None);
        assert_eq!(year(1445), civil(2023, 7, 19).zip(civil(2024, 7, 6)));
        for d in [civil(1900, 1, 1), civil(2024, 7, 6), civil(2024, 7, 7), civil(2070, 5, 1)].into_iter().flatten() {
            let guess = year_around(d);
            assert!((guess - 1..=guess + 1).any(|y| year(y).is_some_and(|(a, b)| a <= d && d <= b)), "{d}");
        }
    }
}
