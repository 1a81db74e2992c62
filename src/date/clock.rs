//! Times of the day: `الساعة 15:30`, `الثالثة والنصف مساء`, `منتصف الليل`.

use super::day::full;
use super::grammar::Meaning;
use super::point::{Point, Value};
use super::reader::{Piece, Reader};
use super::relative::{day_part, lone_weekday, near_day, part_of_day};
use super::resolve::Resolver;
use super::timex::TimexKind;
use super::words::{Count, DateWord, DayPart, Fraction, Lead, Unit};

/// Hour and minute as read, before we know which half of the day.
#[derive(Clone, Copy, Debug)]
struct Reading {
    hour: i16,
    /// Negative before the hour.
    minute: i16,
    /// Written so that the hour counts to 24.
    full: bool,
}

/// A time of the day, with what tells the half of the day.
pub(crate) fn clock(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    if let Some(night) = r.word(at, |_, w| match w {
        DateWord::Midnight => Some(24),
        DateWord::Midday => Some(12),
        _ => None,
    }) {
        let value = Value::Clock { day: None, hour: night.value, minute: 0, utc: false };
        return Some(night.with(Meaning { time: true, ..Meaning::new(TimexKind::Time, value) }));
    }
    let marker =
        r.word(at, |hit, w| (w == DateWord::Unit(Unit::Hour, Count::One) && hit.proclitics.article()).then_some(()));
    // `الساعات الأولى من صباح أمس`
    let counted = || r.before(at).is_some_and(|b| r.word(b, |_, w| is_several(w).then_some(())).is_some());
    if marker.is_none() && counted() {
        return None;
    }
    let from = marker.map_or(at, |m| m.end);
    let time = colon(r, from).or_else(|| hours(r, from, marker.is_some()))?;
    if marker.is_some() && time.proclitics.letters() > 0 {
        return None;
    }
    // `التاسعة من مساء السبت`
    let of = r.skip(time.end, Lead::From);
    if let Some(dated) = part_of_day(r, s, of).and_then(Piece::bare)
        && let Some(part) = day_part(r, of)
    {
        let (day, known) = match dated.value.value {
            Value::PartOfDay(day, _) => (Some(day), true),
            _ => (None, s.reference.is_none()),
        };
        let settled = settle(time.value, Some(part.value)).filter(|_| known);
        let value = settled.map_or(Value::Nothing, |(hour, minute)| Value::Clock { day, hour, minute, utc: false });
        let start = marker.map_or(time.with(()), |m| m.with(()));
        return Some(start.with(Meaning { time: true, ..Meaning::new(TimexKind::Time, value) }).to(dated.end));
    }
    let part_at = r.skip(time.end, Lead::In);
    let part =
        day_part(r, part_at).filter(|p| p.proclitics.letters() == 0 && (part_at == time.end || p.proclitics.article()));
    let part = part.or_else(|| day_part(r, time.end).filter(|p| p.proclitics.letters() == 0));
    let mut end = part.map_or(time.end, |p| p.end);
    let zone = r.word(end, |hit, w| (w == DateWord::Utc && hit.proclitics.preposition() == Some('ب')).then_some(()));
    end = zone.map_or(end, |p| p.end);
    let told = marker.is_some() || part.is_some() || zone.is_some() || (time.value.full && led(r, at));
    if !told {
        return None;
    }
    let value = settle(time.value, part.map(|p| p.value)).map_or(Value::Nothing, |(hour, minute)| {
        let day = day_after(r, s, end).or_else(|| s.day_before(at)).or_else(|| s.reference.map(Point::of_day));
        Value::Clock { day, hour, minute, utc: zone.is_some() }
    });
    let start = marker.map_or(time.with(()), |m| m.with(()));
    Some(start.with(Meaning { time: true, ..Meaning::new(TimexKind::Time, value) }).to(end))
}

/// Whether a word names more than one of a unit: `الساعات`, after which an ordinal is no hour.
fn is_several(word: DateWord) -> bool {
    matches!(word, DateWord::Unit(_, Count::Two | Count::Many))
}

/// The day named right after a time: `الساعة 15:30 يوم السبت`.
fn day_after(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Point> {
    let of = r.skip(r.skip(at, Lead::From), Lead::In);
    let day =
        r.word(of, |hit, w| (w == DateWord::Unit(Unit::Day, Count::One) && !hit.proclitics.article()).then_some(()));
    let from = day.map_or(of, |d| d.end);
    let date = full(r, from).and_then(Piece::bare).map(|d| s.partial(&d.value).0);
    let date = date.or_else(|| {
        near_day(r, s, from).or_else(|| lone_weekday(r, s, from)).and_then(Piece::bare).map(|d| d.value.value)
    });
    date?.point().filter(|p| matches!(p, Point::Day { .. }))
}

/// Whether a preposition of time stands before.
fn led(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.before(at).and_then(|b| r.lead(b)).is_some_and(|p| {
        matches!(p.value, Lead::In | Lead::Since | Lead::Until | Lead::On | Lead::Before | Lead::After | Lead::By)
    })
}

/// `15:30`
fn colon(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Reading>> {
    let hour = r.group(at).filter(|g| g.len <= 2 && g.value < 24)?;
    let joined = r.symbol(at + 1, ':') && r.touches(at + 1) && r.touches(at + 2);
    let minute = r.group(at + 2).filter(|g| joined && g.len == 2 && g.value < 60)?;
    let before = at >= 1 && r.touches(at) && (r.symbol(at - 1, ':') || r.symbol(at - 1, '.'));
    let mut end = at + 3;
    let seconds = r.symbol(end, ':') && r.touches(end) && r.group(end + 1).is_some_and(|g| g.len == 2 && g.value < 60);
    if seconds {
        end += 2;
    }
    if before || (r.symbol(end, ':') && r.touches(end) && r.group(end + 1).is_some()) {
        return None;
    }
    let value = Reading {
        hour: i16::try_from(hour.value).ok()?,
        minute: i16::try_from(minute.value).ok()?,
        full: hour.len == 2,
    };
    Some(Piece { start: at, end, proclitics: Default::default(), value })
}

/// `3`, `الثالثة`, `الثالثة والنصف`, `الخامسة إلا ربعا`, `العاشرة و20 دقيقة`.
fn hours(r: &Reader<'_, '_, '_>, at: usize, marked: bool) -> Option<Piece<Reading>> {
    let hour = match r.digits(at) {
        Some(digits) => {
            let hour = i16::try_from(digits.value.value).ok().filter(|&h| h <= 24 && digits.value.len <= 2)?;
            digits.with(hour)
        }
        None => {
            // `الثالثة` is an hour with its article; `الواحدة` is counted, the others are ordinals.
            let one = r.word(at, |hit, w| (w == DateWord::One && hit.proclitics.article()).then_some(1_i16));
            let ordinal = || r.ordinal(at).filter(|o| (1..=12).contains(&o.value)).map(|o| o.map(i16::from));
            one.or_else(ordinal)?
        }
    };
    if !marked && hour.proclitics.preposition().is_none() && r.digits(at).is_some() && hour.value > 12 {
        return None;
    }
    let fraction = |r: &Reader<'_, '_, '_>, at: usize| {
        r.word(at, |_, w| match w {
            DateWord::Fraction(Fraction::Half) => Some(30),
            DateWord::Fraction(Fraction::Third) => Some(20),
            DateWord::Fraction(Fraction::Quarter) => Some(15),
            _ => None,
        })
    };
    let minutes = |r: &Reader<'_, '_, '_>, at: usize| {
        let number = r.number(at).filter(|n| n.value % 1000 == 0 && (0..60_000).contains(&n.value))?;
        let unit = r.word(number.end, |_, w| matches!(w, DateWord::Unit(Unit::Minute, _)).then_some(()))?;
        Some(number.with(i16::try_from(number.value / 1000).ok()?).to(unit.end))
    };
    let reading = |minute: i16| Reading { hour: hour.value, minute, full: hour.value > 12 };
    if let Some(except) = r.is(hour.end, DateWord::Except) {
        let less = fraction(r, except).or_else(|| minutes(r, except))?;
        return Some(hour.with(reading(-less.value)).to(less.end));
    }
    match r.and(hour.end, fraction).or_else(|| r.and(hour.end, minutes)) {
        Some(more) => Some(hour.with(reading(more.value)).to(more.end)),
        None => Some(hour.with(reading(0))),
    }
}

/// Hour and minute of the 24-hour day; `None` when either half of the day is possible.
fn settle(time: Reading, part: Option<DayPart>) -> Option<(u8, u8)> {
    let hour = match part {
        _ if time.full => time.hour,
        None if time.hour > 12 || time.hour == 0 => time.hour,
        None => return None,
        // `الثانية عشرة مساء` is midnight for most, noon for some.
        Some(DayPart::Evening) if time.hour == 12 => return None,
        Some(DayPart::Morning) => time.hour % 12,
        Some(DayPart::Noon) if time.hour >= 10 => time.hour,
        Some(DayPart::Noon | DayPart::Afternoon | DayPart::Evening) if time.hour <= 12 => time.hour % 12 + 12,
        // `الثانية ليلا` is after midnight, `العاشرة ليلا` before.
        Some(DayPart::Night) if time.hour <= 5 || time.hour == 12 => time.hour % 12,
        Some(DayPart::Night) if time.hour < 12 => time.hour + 12,
        Some(_) => time.hour,
    };
    let minutes = (hour * 60 + time.minute).rem_euclid(24 * 60);
    Some((u8::try_from(minutes / 60).ok()?, u8::try_from(minutes % 60).ok()?))
}
