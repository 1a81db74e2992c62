//! Parts of months and years: `النصف الثاني من يوليو`, `الأشهر الستة الأولى من العام`, `أول ثلاثة أيام من رمضان`.

use jiff::civil::Date;

use super::duration::length;
use super::grammar::Meaning;
use super::nth::{Days, month_of};
use super::point::{Point, add_days, days_between};
use super::reader::{Piece, Reader};
use super::resolve::Resolver;
use super::start::Roles;
use super::timex::Modifier;
use super::value::Value;
use super::words::{Count, DateWord, Fraction, Relative, Unit};
use super::year::of_year;

/// `النصف الأول من الشهر الجاري`, `الثلث الأخير من رمضان`, `العشر الأواخر من رمضان`: from one day of a month to another.
pub(crate) fn part_of_month(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let (part, parts, nth) = part(r, at)?;
    let (days, end) = month_of(r, s, part.end)?;
    let value = days.and_then(|days| nth_part(days, parts, nth));
    Some(part.with(Meaning::date(value.unwrap_or(Value::Nothing))).to(end))
}

/// How many parts a month is cut into, and which of them is meant.
fn part(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Piece<()>, u8, u8)> {
    let tenth = r.word_of(at, Roles::RARE, |_, w| match w {
        DateWord::Tenth(Modifier::Start) => Some(1),
        DateWord::Tenth(Modifier::Mid) => Some(2),
        DateWord::Tenth(_) => Some(3),
        _ => None,
    });
    if let Some(tenth) = tenth {
        return Some((tenth.with(()), 3, tenth.value));
    }
    let parts = r.word_of(at, Roles::FRACTION, |_, w| match w {
        DateWord::Fraction(Fraction::Half) => Some(2),
        DateWord::Fraction(Fraction::Third) => Some(3),
        _ => None,
    })?;
    let nth = match r.relative(parts.end).filter(|p| p.value == Relative::Recent) {
        Some(last) => last.with(parts.value),
        None => r.ordinal(parts.end)?.bare().filter(|nth| (1..=parts.value).contains(&nth.value))?,
    };
    Some((parts.with(()).to(nth.end), parts.value, nth.value))
}

/// The first half of a month ends with its day 15, the thirds with days 10 and 20.
fn nth_part((first, last): Days, parts: u8, nth: u8) -> Option<Value> {
    let length = if parts == 2 { 15 } else { 10 };
    let from = add_days(first, length * i64::from(nth.checked_sub(1)?))?;
    let to = if nth == parts { last } else { add_days(from, length - 1)? };
    days(from, to)
}

fn days(from: Date, to: Date) -> Option<Value> {
    (from <= to).then(|| Value::Interval(Point::of_day(from), Point::of_day(to)))
}

/// `الأشهر الستة الأولى من العام`, `أول 9 أشهر من 2023`, `آخر ثلاثة أيام من الشهر`, `الأيام العشرة الأخيرة من رمضان`.
pub(crate) fn first_of(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let (counted, unit, count, last) = first_units(r, at)?;
    let (value, end) = match unit {
        Unit::Month => {
            let (year, end) = of_year(r, s, counted.end)?;
            let months = || {
                let year = year?;
                let count = u8::try_from(count).ok().filter(|n| (1..12).contains(n))?;
                let (from, to) = if last { (13 - count, 12) } else { (1, count) };
                let month = |month| Point::Month { year: Some(year), month };
                Some(Value::Interval(month(from), month(to)))
            };
            (months(), end)
        }
        Unit::Day => {
            let (of, end) = month_of(r, s, counted.end)?;
            let part = |(first, end): Days| {
                let more = i64::from(count) - 1;
                let fits = (0..days_between(first, end)).contains(&more);
                let (from, to) = if last { (add_days(end, -more)?, end) } else { (first, add_days(first, more)?) };
                days(from, to).filter(|_| fits)
            };
            (of.and_then(part), end)
        }
        _ => return None,
    };
    Some(counted.with(Meaning::date(value.unwrap_or(Value::Nothing))).to(end))
}

/// The unit, how many of it, and whether they are the last ones.
fn first_units(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Piece<()>, Unit, i32, bool)> {
    // `أول ستة أشهر`, `آخر ثلاثة أيام`
    let lead =
        r.word_of(at, Roles::EDGE, |hit, w| (w == DateWord::LastOf && !hit.proclitics.article()).then_some(true));
    let lead = lead.or_else(|| {
        let first = r.ordinal(at).filter(|o| o.value == 1 && !o.proclitics.article())?;
        (!r.folded(at).starts_with("ال")).then(|| first.with(false))
    });
    if let Some(lead) = lead {
        let counted = length(r, lead.end)?.bare()?;
        let (unit, count) = counted.value.amount?.single()?;
        return Some((lead.with(()).to(counted.end), unit, count, lead.value));
    }
    // `الأشهر الستة الأولى`
    let definite = |hit: &crate::gazetteer::Hit, w| {
        let many = matches!(w, DateWord::Unit(_, Count::Many)) && hit.proclitics.article();
        many.then_some(())
    };
    r.word_of(at, Roles::UNIT, definite)?;
    let counted = length(r, at)?;
    let (unit, count) = counted.value.amount?.single()?;
    if let Some(last) = r.relative(counted.end).filter(|p| p.value == Relative::Recent) {
        return Some((counted.with(()).to(last.end), unit, count, true));
    }
    let first = r.ordinal(counted.end)?.bare().filter(|first| first.value == 1)?;
    Some((counted.with(()).to(first.end), unit, count, false))
}
