//! The day before: `عشية عيد الفطر`; and the evening of a day: `عشية أمس`.

use super::day::full;
use super::grammar::Meaning;
use super::holiday::holiday;
use super::point::Point;
use super::reader::{Piece, Reader};
use super::relative::{lone_weekday, near_day};
use super::resolve::Resolver;
use super::start::Roles;
use super::timex::TimexKind;
use super::value::Value;
use super::words::{DateWord, DayPart};

/// `عشية 7 أكتوبر`, `عشية رأس السنة`, and as the Maghreb has it `عشية الأحد`.
pub(crate) fn eve(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let eve = r.word_of(at, Roles::RARE, |hit, w| (w == DateWord::Eve && !hit.proclitics.article()).then_some(()))?;
    let dated = full(r, eve.end).map(|date| date.with(Meaning::date(s.partial(&date.value).0)));
    if let Some(day) = dated.or_else(|| holiday(r, s, eve.end)).and_then(Piece::bare) {
        let first = match day.value.value {
            Value::Point(point @ Point::Day { .. }) | Value::Interval(point @ Point::Day { .. }, _) => Some(point),
            _ => None,
        };
        return Some(eve.with(Meaning::point(first.and_then(|p| p.shift(-1)))).to(day.end));
    }
    let day = near_day(r, s, eve.end).or_else(|| lone_weekday(r, s, eve.end))?.bare()?;
    let value = day.value.value.point().map_or(Value::Nothing, |day| Value::PartOfDay(day, DayPart::Evening));
    Some(eve.with(Meaning { time: true, ..Meaning::new(TimexKind::Time, value) }).to(day.end))
}
