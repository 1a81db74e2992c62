//! From one part of a day to another: `من الصباح إلى المساء`, `بين الظهر والعصر`, `من صباح الأحد حتى مساء الاثنين`.

use super::context::Direction;
use super::day::weekday;
use super::grammar::Meaning;
use super::point::{Point, days_between};
use super::range::from_to;
use super::reader::{Piece, Reader};
use super::relative::{day_part, part_of_day};
use super::resolve::Resolver;
use super::timex::TimexKind;
use super::value::Value;
use super::words::DayPart;

/// A part of a day, with its day when the text names one; `Some(None)` for a day that is not known.
type Part = (DayPart, Option<Option<Point>>);

/// From one part of a day to another, of one day or of two.
pub(crate) fn parts_of_days(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let (lead, first, second) = from_to(r, at, |r, at| part(r, s, at))?;
    let ((from, day), (to, next)) = (first.value, second.value);
    let value = match (day.or(next), next.or(day)) {
        // `من الصباح إلى المساء` is of any day.
        (None, _) | (_, None) => Value::Parts((None, from), (None, to)),
        (Some(day), Some(next)) => match day.zip(next).and_then(|(a, b)| in_order(r, s, (&first, a), (&second, b))) {
            Some((day, next)) => Value::Parts((Some(day), from), (Some(next), to)),
            None => Value::Nothing,
        },
    };
    let meaning = Meaning { time: true, ..Meaning::new(TimexKind::Time, value) };
    Some(lead.with(meaning).to(second.end))
}

/// `صباح الأحد`, `الصباح`, `ظهر اليوم`.
fn part(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Part>> {
    let named = day_part(r, at)?;
    if let Some(dated) = part_of_day(r, s, at) {
        return Some(dated.with((named.value, Some(dated.value.value.point()))).to(dated.end));
    }
    let definite = r.folded(at).trim_start_matches('و').starts_with("ال");
    // `الليلة الأولى`, `العصر الحديث`
    let qualified = r.is_definite(named.end);
    (definite && !qualified).then(|| named.with((named.value, None)))
}

/// The two days in order. Weekdays follow one another: `من مساء السبت إلى صباح الاثنين`.
fn in_order(
    r: &Reader<'_, '_, '_>,
    s: &Resolver,
    (first, a): (&Piece<Part>, Point),
    (second, b): (&Piece<Part>, Point),
) -> Option<(Point, Point)> {
    let days = days_between(a.first_day()?, b.first_day()?);
    if days >= 0 {
        return Some((a, b));
    }
    let loose = |p: &Piece<Part>| weekday(r, p.end - 1).is_some();
    match s.direction {
        Direction::Past if loose(first) => Some((a.shift(-7)?, b)),
        _ if loose(second) => Some((a, b.shift(7)?)),
        _ => None,
    }
}
