//! The week of a country: the day it begins with, and its weekend.

use jiff::civil::Date;

use super::point::add_days;
use super::resolve::weekday_of;
use crate::gazetteer::rows;

/// The day a week begins with and the days of its weekend; days are counted from Monday, 1, to Sunday, 7.
///
/// A [`Context`](crate::Context) counts as ISO 8601 does unless it is told otherwise.
///
/// # Examples
///
/// ```
/// use kashaf::{Context, Date, Week, parse_date};
///
/// let context = Context::news(Date::new(2023, 8, 16).unwrap());
/// let from = |context| {
///     let timex = parse_date("عطلة نهاية الأسبوع", &context).unwrap();
///     timex.interval().unwrap().from().unwrap().date().to_string()
/// };
/// assert_eq!(from(context), "2023-08-19");
/// assert_eq!(from(context.in_week(Week::of_country("EG").unwrap())), "2023-08-18");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Week {
    first: u8,
    weekend: u8,
    days: u8,
}

impl Week {
    /// From Monday, with Saturday and Sunday for its weekend, as ISO 8601 has it.
    pub const ISO: Self = Self { first: 1, weekend: 6, days: 2 };

    /// A week that begins with the day `first` and rests from the day `weekend` on for `days` days.
    ///
    /// `None` when a day is not one of 1 to 7.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(kashaf::Week::new(1, 6, 2), Some(kashaf::Week::ISO));
    /// assert_eq!(kashaf::Week::new(0, 6, 2), None);
    /// ```
    #[must_use]
    pub fn new(first: u8, weekend: u8, days: u8) -> Option<Self> {
        let is_day = |day| (1..=7).contains(&day);
        (is_day(first) && is_day(weekend) && is_day(days)).then_some(Self { first, weekend, days })
    }

    /// The week of an Arab country by its ISO 3166-1 code, such as `EG`, after the week data of Unicode CLDR.
    ///
    /// `None` for other countries, and for those whose public and private weekends differ.
    #[must_use]
    pub fn of_country(code: &str) -> Option<Self> {
        let row = rows(include_str!("../../seeds/lexicon/weeks.tsv")).find(|row| row.first() == Some(&code))?;
        let &[_, first, weekend, days] = row.as_slice() else { return None };
        Self::new(first.parse().ok()?, weekend.parse().ok()?, days.parse().ok()?)
    }

    /// The day with this number in the same week as another.
    pub(crate) fn day(self, same_week: Date, weekday: u8) -> Option<Date> {
        let from_first = |day: u8| (i64::from(day) - i64::from(self.first)).rem_euclid(7);
        add_days(same_week, from_first(weekday) - from_first(weekday_of(same_week)))
    }

    /// The first day of the weekend of the ISO week that begins with `monday`, and the day after its last.
    pub(crate) fn weekend_of(self, monday: Date) -> Option<(Date, Date)> {
        let first = add_days(monday, i64::from(self.weekend) - 1)?;
        Some((first, add_days(first, self.days.into())?))
    }
}

impl Default for Week {
    /// [`Week::ISO`]
    fn default() -> Self {
        Self::ISO
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_reads() {
        for row in rows(include_str!("../../seeds/lexicon/weeks.tsv")) {
            assert!(row.first().and_then(|code| Week::of_country(code)).is_some(), "{row:?}");
        }
    }
}
