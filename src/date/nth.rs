//! Days and weeks counted within a month or week: `أول ثلاثاء من شهر أكتوبر`, `آخر يوم من الشهر`, `أحد الأسبوع الماضي`.

use jiff::civil::Date;

use super::day::{month, weekday};
use super::grammar::Meaning;
use super::point::{Point, add_days, days_between};
use super::reader::{Piece, Reader};
use super::relative::placed_unit;
use super::resolve::{Resolver, weekday_of};
use super::start::Roles;
use super::value::Value;
use super::words::{Count, DateWord, Lead, Relative, Unit};

/// Which one of a month's days or weeks.
#[derive(Clone, Copy, PartialEq)]
enum Nth {
    /// From the beginning, 1 first.
    First(u8),
    Last,
}

/// What is counted.
#[derive(Clone, Copy, PartialEq)]
enum Counted {
    Weekday(u8),
    Day,
    Week,
}

/// `أول ثلاثاء من شهر أكتوبر`, `الاثنين الأخير من مارس 2014`, `آخر يوم من الشهر المقبل`, `ثاني أسبوع من مايو`.
pub(crate) fn nth(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let (piece, counted) = before(r, at).or_else(|| after(r, at))?;
    let (of, end) = month_of(r, s, piece.end)?;
    let value = of.and_then(|(first, last)| day_of(first, last, piece.value, counted));
    Some(piece.with(Meaning::point(value)).to(end))
}

/// `أول ثلاثاء`, `الأحد الأول`, whatever they are counted in.
pub(crate) fn counted_day(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<()>> {
    let (piece, _) = before(r, at).or_else(|| after(r, at))?;
    Some(piece.with(()))
}

/// `أول ثلاثاء`, `آخر يوم`, `ثالث يوم ثلاثاء`
fn before(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Piece<Nth>, Counted)> {
    let last =
        r.word_of(at, Roles::EDGE, |hit, w| (w == DateWord::LastOf && !hit.proclitics.article()).then_some(Nth::Last));
    let nth = last.or_else(|| {
        let ordinal = r.ordinal(at).filter(|o| o.value <= 5 && !o.proclitics.article())?;
        (!r.folded(at).starts_with("ال")).then(|| ordinal.map(Nth::First))
    })?;
    let day = unit(r, nth.end, Unit::Day).filter(|u| !u.value);
    let from = day.map_or(nth.end, |d| d.end);
    let weekday = r.word_of(from, Roles::WEEKDAY, |hit, w| match w {
        DateWord::Weekday { day, .. } if hit.proclitics.letters() == 0 => Some(day),
        _ => None,
    });
    if let Some(weekday) = weekday {
        return Some((nth.to(weekday.end), Counted::Weekday(weekday.value)));
    }
    if let Some(day) = day {
        return Some((nth.to(day.end), Counted::Day));
    }
    let week = unit(r, nth.end, Unit::Week).filter(|u| !u.value)?;
    Some((nth.to(week.end), Counted::Week))
}

/// `الثلاثاء الأول`, `الاثنين الأخير`, `اليوم الثالث`
fn after(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Piece<Nth>, Counted)> {
    let definite = |unit_is: Unit| unit(r, at, unit_is).filter(|u| u.value && u.proclitics.letters() == 0);
    let (noun, counted) = match weekday(r, at) {
        Some(day) => (day.with(()), Counted::Weekday(day.value)),
        None => match definite(Unit::Day) {
            Some(day) => (day.with(()), Counted::Day),
            None => (definite(Unit::Week)?.with(()), Counted::Week),
        },
    };
    if let Some(last) = r.relative(noun.end).filter(|p| p.value == Relative::Recent) {
        return Some((noun.with(Nth::Last).to(last.end), counted));
    }
    let ordinal = r.ordinal(noun.end)?.bare()?;
    Some((noun.with(Nth::First(ordinal.value)).to(ordinal.end), counted))
}

fn unit(r: &Reader<'_, '_, '_>, at: usize, unit: Unit) -> Option<Piece<bool>> {
    r.word_of(at, Roles::UNIT, |hit, w| (w == DateWord::Unit(unit, Count::One)).then(|| hit.proclitics.article()))
}

/// The first and last day of a month.
pub(crate) type Days = (Date, Date);

/// The month that is counted in, after `من`, `في` or `ب`.
pub(crate) fn month_of(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<(Option<Days>, usize)> {
    let days = |point: Point| match point {
        Point::Month { .. } => Some((point.first_day()?, add_days(point.shift(1)?.first_day()?, -1)?)),
        _ => None,
    };
    let of = r.skip(r.skip(at, Lead::From), Lead::In);
    let led = |p: &crate::Proclitics| {
        p.conjunction().is_none() && if of > at { p.letters() == 0 } else { p.preposition() == Some('ب') }
    };
    let noun = unit(r, of, Unit::Month).filter(|u| led(&u.proclitics));
    if let Some(noun) = noun.filter(|n| n.value) {
        let placed = placed_unit(r, s, of);
        return Some(match placed {
            Some(placed) => (placed.value.value.point().and_then(days), placed.end),
            // `اليوم الأول من الشهر` may be of any month.
            None if r.alone(at, noun.end) => (s.unit(Unit::Month, Relative::This).and_then(days), noun.end),
            None => return None,
        });
    }
    let named = month(r, noun.map_or(of, |n| n.end))?;
    if noun.is_none() && !led(&named.proclitics) {
        return None;
    }
    let value = match s.partial(&named.value).0 {
        Value::Point(point) => days(point),
        // A Hijri month.
        Value::Interval(from, to) => from.first_day().zip(to.first_day()),
        _ => None,
    };
    Some((value, named.end))
}

/// That day or week of a month.
fn day_of(first: Date, last: Date, nth: Nth, counted: Counted) -> Option<Point> {
    let (from, step) = match counted {
        Counted::Day => (first, 1),
        Counted::Weekday(day) => (next(first, day)?, 7),
        // Weeks that lie in the month as a whole.
        Counted::Week => (next(first, 1)?, 7),
    };
    let rest = if counted == Counted::Week { 6 } else { 0 };
    let n = match nth {
        Nth::First(n) => i64::from(n) - 1,
        Nth::Last => (days_between(from, last) - rest) / step,
    };
    let day = add_days(from, n.checked_mul(step)?).filter(|&d| n >= 0 && d <= last)?;
    match counted {
        Counted::Week => Point::around(day, Unit::Week),
        Counted::Day | Counted::Weekday(_) => Some(Point::of_day(day)),
    }
}

/// The first such weekday from a day on.
fn next(day: Date, weekday: u8) -> Option<Date> {
    add_days(day, (i64::from(weekday) - i64::from(weekday_of(day))).rem_euclid(7))
}

/// `أحد الأسبوع الماضي`, `الأسبوع الماضي يوم الأحد`, `السبت هذا الأسبوع`.
pub(crate) fn weekday_of_week(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let day = |at: usize| {
        r.word_of(at, Roles::WEEKDAY, |hit, w| match w {
            DateWord::Weekday { day, .. } => Some((day, hit.proclitics.letters())),
            _ => None,
        })
    };
    let week = |at: usize| placed_unit(r, s, at).filter(|w| matches!(w.value.value.point(), Some(Point::Week { .. })));
    if let Some(day) = day(at) {
        let week = week(r.skip(day.end, Lead::From))?.bare()?;
        let value = of_week(s, week.value.value.point(), day.value.0);
        return Some(day.with(Meaning::point(value)).to(week.end));
    }
    let week = week(at)?;
    let noun = unit(r, r.comma(week.end), Unit::Day).filter(|u| !u.value && u.proclitics.letters() == 0)?;
    let day = day(noun.end).filter(|d| d.value.1 == 0)?;
    let value = of_week(s, week.value.value.point(), day.value.0);
    Some(week.with(Meaning::point(value)).to(day.end))
}

/// A day of a week.
fn of_week(s: &Resolver, week: Option<Point>, day: u8) -> Option<Point> {
    // Thursday is in the same week, wherever it begins.
    s.day_of_week(add_days(week?.first_day()?, 3)?, day).map(Point::of_day)
}
