//! Holidays: `عيد الفطر`, `رأس السنة الهجرية`, `اليوم الوطني السعودي`, `عيد الأضحى 2023`.

use jiff::civil::Date;

use super::context::Direction;
use super::day::{Partial, marked_year, month, year_after};
use super::grammar::Meaning;
use super::point::{Point, add_days, civil};
use super::range::Several;
use super::reader::{Piece, Reader};
use super::resolve::Resolver;
use super::start::Roles;
use super::value::Value;
use super::words::{Count, DateWord, Holiday, Lead, Reckoning, Relative, Unit};
use crate::gazetteer::Hit;

/// `أول أيام عيد الفطر`, `ثالث أيام رمضان`: a day counted from the first.
pub(crate) fn day_of_holiday(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let nth = r.ordinal(at).filter(|o| !r.folded(at).starts_with("ال") && !o.proclitics.article());
    let Some(nth) = nth else { return last_day(r, s, at) };
    // `ثالث أيام التشريق`
    let several = r.word_of(nth.end, Roles::RARE, |_, w| match w {
        DateWord::Holiday(Holiday::Fixed { from, to, .. }) if from != to => Some(()),
        _ => None,
    });
    if let Some(days) = several.and_then(|_| holiday(r, s, nth.end)).and_then(Piece::bare) {
        let day = match days.value.value {
            Value::Interval(first, _) => first.shift(i32::from(nth.value) - 1),
            _ => None,
        };
        return Some(nth.with(Meaning::point(day)).to(days.end));
    }
    let days = r.word_of(nth.end, Roles::DAY, |hit, w| {
        (w == DateWord::Unit(Unit::Day, Count::Many) && hit.proclitics.letters() == 0).then_some(())
    })?;
    if let Some(day) = holiday(r, s, days.end).and_then(Piece::bare) {
        let first = day.value.value.point().and_then(|p| p.shift(i32::from(nth.value) - 1));
        return Some(nth.with(Meaning::point(first)).to(day.end));
    }
    let of = r.word_of(days.end, Roles::MONTHS, |_, w| (w == DateWord::Unit(Unit::Month, Count::One)).then_some(()));
    let month = month(r, of.map_or(days.end, |u| u.end))?.bare().filter(|m| m.value.calendar.is_hijri())?;
    let (value, hijri) = s.partial(&Partial { day: Some(nth.value), ..month.value });
    Some(nth.with(Meaning { hijri, ..Meaning::date(value) }).to(month.end))
}

/// `آخر أيام رمضان`
fn last_day(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let last =
        r.word_of(at, Roles::EDGE, |hit, w| (w == DateWord::LastOf && !hit.proclitics.article()).then_some(()))?;
    let many = |hit: &Hit, w| (w == DateWord::Unit(Unit::Day, Count::Many) && hit.proclitics.is_empty()).then_some(());
    let days = r.word_of(last.end, Roles::UNIT, many)?;
    let of = r.word_of(days.end, Roles::MONTHS, |_, w| (w == DateWord::Unit(Unit::Month, Count::One)).then_some(()));
    let month = month(r, of.map_or(days.end, |u| u.end))?.bare().filter(|m| m.value.calendar.is_hijri())?;
    let (value, hijri) = s.partial(&month.value);
    let day = match value {
        Value::Interval(_, last) => Some(last),
        _ => None,
    };
    Some(last.with(Meaning { hijri, ..Meaning::point(day) }).to(month.end))
}

/// A holiday with its year, when the text says which.
pub(crate) fn holiday(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let name = r.word_of(at, Roles::RARE, |hit, w| match w {
        DateWord::Holiday(holiday) if !hit.proclitics.article() => Some(holiday),
        _ => None,
    })?;
    let mut end = name.end;
    while let Some(blessed) = r.is(end, DateWord::Blessed) {
        end = blessed;
    }
    let (month, from, to, calendar) = match name.value {
        Holiday::Fixed { calendar, month, from, to } => (Some(month), from, to, calendar),
        Holiday::Easter { .. } => (None, 0, 0, Reckoning::Gregorian),
    };
    let mut partial = Partial { month, day: Some(from), calendar, ..Partial::default() };
    if let Some(year) = year_after(r, end, calendar) {
        year.value.put(&mut partial);
        end = year.end;
    } else if let Some(year) = marked_year(r, r.skip(end, Lead::From)).filter(|y| y.proclitics.letters() == 0) {
        year.value.put(&mut partial);
        end = year.end;
    } else if let Some(relative) = r.relative(end).filter(|p| p.value != Relative::Recent) {
        partial.relative = Some(relative.value);
        end = relative.end;
    }
    let meaning = match name.value {
        Holiday::Easter { days, eastern } => {
            let sunday = if eastern { eastern_easter } else { easter };
            Meaning::point(around_easter(s, &partial, sunday, days).map(Point::of_day))
        }
        Holiday::Fixed { .. } if from == to => {
            let (value, hijri) = s.partial(&partial);
            Meaning { hijri, ..Meaning::date(value) }
        }
        Holiday::Fixed { .. } => {
            Meaning::date(s.several(&Several::Range(partial, Partial { day: Some(to), ..partial })))
        }
    };
    Some(name.with(meaning).to(end))
}

/// The day that many days after Easter, of the year that the text says or looks to.
fn around_easter(s: &Resolver, partial: &Partial, sunday: fn(i32) -> Option<Date>, days: i8) -> Option<Date> {
    let of = |year: i32| add_days(sunday(year)?, days.into());
    if let Some(year) = partial.year {
        return of(year);
    }
    let reference = s.reference?;
    let year = i32::from(reference.year());
    let next = match (partial.relative, s.direction) {
        (Some(Relative::Last), _) | (None, Direction::Past) => false,
        (Some(Relative::Next), _) | (None, Direction::Future) => true,
        (Some(Relative::This), _) => return of(year),
        _ => return None,
    };
    let mut days = (year - 1..=year + 1).filter_map(of);
    if next { days.find(|&d| d >= reference) } else { days.rfind(|&d| d <= reference) }
}

/// Easter Sunday of the Western churches, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    civil(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31 + 1).ok()?).filter(|_| year > 1582)
}

/// Easter Sunday of the Eastern churches, which count it in the Julian calendar (Meeus, ch. 8), as a day of ours.
fn eastern_easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34).rem_euclid(7);
    let n = d + e + 114;
    let julian = civil(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31 + 1).ok()?)?;
    let century = year.div_euclid(100);
    add_days(julian, i64::from(century - century.div_euclid(4) - 2)).filter(|_| year > 1582)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_sundays() {
        for (year, month, day) in
            [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2013, 3, 31), (2024, 3, 31), (2038, 4, 25)]
        {
            assert_eq!(easter(year), civil(year, month, day), "{year}");
        }
        assert_eq!(easter(1500), None);
        for (year, month, day) in [(1990, 4, 15), (2010, 4, 4), (2013, 5, 5), (2021, 5, 2), (2024, 5, 5), (2025, 4, 20)]
        {
            assert_eq!(eastern_easter(year), civil(year, month, day), "{year}");
        }
    }
}
