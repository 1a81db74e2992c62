//! From one part of a day to another: `من الصباح إلى المساء`, `بين الظهر والعصر`, `من صباح الأحد حتى مساء الاثنين`.

use super::day::weekday;
use super::grammar::Meaning;
use super::point::Point;
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
        (Some(day), Some(next)) => {
            let end = |day: Point, part: &Piece<Part>| (day, weekday(r, part.end - 1).is_some());
            let ends = day.zip(next).and_then(|(a, b)| s.in_order(end(a, &first), end(b, &second)));
            ends.map_or(Value::Nothing, |(day, next)| Value::Parts((Some(day), from), (Some(next), to)))
        }
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
