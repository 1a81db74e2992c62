//! Times of the day: `الساعة 15:30`, `الثالثة والنصف مساء`, `من السابعة إلى التاسعة ليلا`, `منتصف الليل`.

use super::day::{full, numeric};
use super::grammar::Meaning;
use super::point::Point;
use super::reader::{Piece, Reader};
use super::relative::{day_part, lone_weekday, near_day, night_to, part_of_day};
use super::resolve::Resolver;
use super::start::Roles;
use super::timex::TimexKind;
use super::value::{Clock, Precision, Value};
use super::words::{Count, DateWord, DayPart, Fraction, Lead, Unit};
use crate::gazetteer::Hit;

/// Hour and minute as read, before we know which half of the day.
#[derive(Clone, Copy, Debug)]
struct Reading {
    hour: i16,
    /// Negative before the hour.
    minute: i16,
    second: u8,
    precision: Precision,
    /// Written so that the hour counts to 24.
    full: bool,
    /// Hour and minute in digits.
    digits: bool,
    /// Written as a clock shows it: `09:30`.
    shown: bool,
    /// An hour with its article and its minutes: `الثالثة إلا خمس دقائق`. `السابعة والنصف` may be more.
    told: bool,
}

/// A time with what tells the half of the day and the place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    reading: Reading,
    /// `الساعة` stands before.
    marked: bool,
    part: Option<DayPart>,
    /// Minutes ahead of UTC, when the zone says.
    zone: Option<Option<i16>>,
    /// Where the half of the day would be told.
    after: usize,
}

impl Told {
    /// Whether it is a time and nothing else.
    const fn is_clear(&self) -> bool {
        self.marked || self.part.is_some() || self.zone.is_some() || self.reading.told
    }

    /// The time on no day; `None` when either half of the day is possible.
    fn clock(&self) -> Option<Clock> {
        let full = self.reading.full || (self.zone.is_some() && self.part.is_none());
        let (hour, minute) = settle(Reading { full, ..self.reading }, self.part)?;
        let Reading { second, precision, .. } = self.reading;
        let offset = self.zone.flatten();
        Some(Clock { second, precision, offset, ..Clock::new(hour, minute) })
    }
}

fn meaning(value: Option<Value>) -> Meaning {
    Meaning { time: true, ..Meaning::new(TimexKind::Time, value.unwrap_or(Value::Nothing)) }
}

/// A time of the day, with what tells the half of the day.
pub(crate) fn clock(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    if let Some(night) = r.word_of(at, Roles::RARE, |_, w| match w {
        DateWord::Midnight => Some(24),
        DateWord::Midday => Some(12),
        _ => None,
    }) {
        return Some(night.with(meaning(Some(Value::Clock(Clock::new(night.value, 0))))));
    }
    if let Some(night) = middle_of(r, s, at) {
        return Some(night);
    }
    if !may_tell_time(r, at) {
        return None;
    }
    // `فاز 3-1 مساء`
    let joined = at >= 2 && r.touches(at) && r.dash(at - 1) && r.touches(at - 1) && r.group(at - 2).is_some();
    if joined && s.day_before(at).is_none() {
        return None;
    }
    let time = told(r, at)?;
    if time.value.reading.digits && is_length(r, time.value.after) {
        return None;
    }
    // `التاسعة من مساء السبت`
    let of = r.skip(time.value.after, Lead::From);
    if let Some(dated) = part_of_day(r, s, of).and_then(Piece::bare)
        && let Some(part) = day_part(r, of)
    {
        let (day, known) = match dated.value.value {
            Value::PartOfDay(day, _) => (Some(day), true),
            _ => (None, s.reference.is_none()),
        };
        let clock = Told { part: Some(part.value), ..time.value }.clock().filter(|_| known);
        let zone = zone(r, dated.end);
        let offset = zone.and_then(|z| z.value);
        let value = clock.map(|clock| Value::Clock(Clock { offset, ..clock.on(day) }));
        return Some(time.with(meaning(value)).to(zone.map_or(dated.end, |z| z.end)));
    }
    let digits = time.value.reading.digits;
    // `14:30 (11:30 بتوقيت غرينتش)`
    let elsewhere = || r.symbol(time.end, '(') && told(r, time.end + 1).is_some_and(|t| t.value.zone.is_some());
    let alone = digits && (r.alone(at, time.end) || elsewhere());
    // `16 أغسطس 2023 - 10:45`, `2023/08/16 10:45`
    let after_day = || s.day_before(at).is_some() && (s.last_end == at || r.which(at - 1).is_some());
    if !(time.value.is_clear() || alone || (time.value.reading.shown && (led(r, at) || after_day()))) {
        return None;
    }
    let value = time.value.clock().map(|clock| {
        let day = day_after(r, s, time.end).or_else(|| s.day_before(at)).or_else(|| s.reference.map(Point::of_day));
        Value::Clock(clock.on(day))
    });
    Some(time.with(meaning(value)))
}

/// Whether a mark may stand between the hour and its minutes.
const fn parts_time(mark: char) -> bool {
    matches!(mark, ':' | '.' | ',' | '\u{066B}')
}

/// Whether what stands here or behind it can say that a number is an hour: a mark behind digits, the minutes of an hour in
/// words, a part of the day, a zone.
fn may_tell_time(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    const TELLS: Roles = Roles::HOUR.and(Roles::DAY_PART).and(Roles::OTHER).and(Roles::RARE);
    let shown = if r.is_digits(at) { r.which(at + 1).is_some_and(parts_time) } else { r.has_unit(at) };
    shown || r.near(at).any(TELLS)
}

/// A time of no day: `الساعة 10 صباحا`.
pub(crate) fn hour(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Clock>> {
    let time = told(r, r.comma(at))?.bare().filter(|time| time.value.is_clear())?;
    Some(time.with(time.value.clock()?))
}

/// Whether a unit of time follows digits, which are then a length: `12:35 دقيقة`.
fn is_length(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.word_of(at, Roles::UNIT, |hit, w| {
        let short = matches!(w, DateWord::Unit(unit, _) if unit < Unit::Day);
        (short && hit.proclitics.is_empty()).then_some(())
    })
    .is_some()
}

/// `12:35 دقيقة`, `2:05 ساعة`: the larger and the smaller unit, in the unit of the noun.
pub(crate) fn shown_length(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<(Unit, i64, i64)>> {
    let (whole, part) = (r.group(at)?, r.group(at + 2).filter(|part| part.len == 2 && part.value < 60)?);
    let joined = r.symbol(at + 1, ':') && r.touches(at + 1) && r.touches(at + 2) && !r.symbol(at + 3, ':');
    let noun = r.word_of(at + 3, Roles::UNIT, |hit, w| match w {
        DateWord::Unit(unit @ (Unit::Hour | Unit::Minute), _) if hit.proclitics.is_empty() => Some(unit),
        _ => None,
    })?;
    let value = (noun.value, i64::from(whole.value), i64::from(part.value));
    joined.then(|| Piece { start: at, ..noun.with(value) })
}

/// `منتصف ليل السبت`, `منتصف ليل الثلاثاء الأربعاء`: the end of the day; `منتصف نهار الجمعة`.
fn middle_of(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let middle = r.word_of(at, Roles::RARE, |_, w| if let DateWord::MiddleOf(hour) = w { Some(hour) } else { None })?;
    let dated = full(r, middle.end).map(|date| date.with(Meaning::date(s.partial(&date.value).0)));
    let day = dated.or_else(|| near_day(r, s, middle.end)).or_else(|| lone_weekday(r, s, middle.end))?.bare()?;
    let clock = day.value.value.point().map(|point| Value::Clock(Clock::new(middle.value, 0).on(Some(point))));
    Some(middle.with(meaning(clock)).to(night_to(r, &day).unwrap_or(day.end)))
}

/// `2023-03-15T14:30`, `2023-03-15T14:30:00Z`, as ISO 8601 writes a time of a day.
pub(crate) fn iso(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    r.group(at).filter(|year| year.len == 4 && r.near(at).any(Roles::OTHER))?;
    let date = numeric(r, at)?;
    let letter = r.surface(date.end) == "T" && r.touches(date.end) && r.touches(date.end + 1);
    let time = colon(r, date.end + 1).filter(|time| letter && time.value.shown)?;
    let zone = iso_zone(r, time.end);
    let value = match (s.partial(&date.value).0, settle(time.value, None)) {
        (Value::Point(day), Some((hour, minute))) => {
            let Reading { second, precision, .. } = time.value;
            let offset = zone.map(|(minutes, _)| minutes);
            Some(Value::Clock(Clock { second, precision, offset, ..Clock::new(hour, minute).on(Some(day)) }))
        }
        _ => None,
    };
    Some(date.with(meaning(value)).to(zone.map_or(time.end, |(_, end)| end)))
}

/// `Z`, `+03:00`: minutes ahead of UTC, and where that ends.
fn iso_zone(r: &Reader<'_, '_, '_>, at: usize) -> Option<(i16, usize)> {
    if r.surface(at) == "Z" && r.touches(at) {
        return Some((0, at + 1));
    }
    let ahead = r.symbol(at, '+');
    let joined = (ahead || r.dash(at)) && r.symbol(at + 2, ':') && (at..=at + 3).all(|i| r.touches(i));
    let part = |i: usize| r.group(i).filter(|g| joined && g.len == 2 && g.value < 60);
    let (hours, minutes) = part(at + 1).zip(part(at + 3)).filter(|(hours, _)| hours.value < 24)?;
    let offset = i16::try_from(hours.value * 60 + minutes.value).ok()?;
    Some((if ahead { offset } else { -offset }, at + 4))
}

/// `من الساعة 3 إلى الساعة 4 عصرا`, `من 9 إلى 11 مساء`, `بين الثامنة والعاشرة صباحا`, `09:00-11:30`.
pub(crate) fn clocks(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let lead =
        r.lead(at).filter(|p| matches!(p.value, Lead::From | Lead::Between) && p.proclitics.preposition().is_none());
    let read = if lead.is_some() { spoken } else { told };
    let from = read(r, lead.map_or(at, |p| p.end))?;
    let between = lead.is_some_and(|p| p.value == Lead::Between);
    let to = if between {
        r.and(from.end, read)?
    } else {
        let to = r.lead(from.end).filter(|p| matches!(p.value, Lead::To | Lead::Until));
        // `من الرابعة عصرا للساعة الخامسة`
        let joined = || read(r, from.end).filter(|t| lead.is_some() && t.proclitics.preposition() == Some('ل'));
        match to.map(|p| p.end).or(r.dash(from.end).then_some(from.end + 1)) {
            Some(to) => read(r, to).or_else(|| midnight(r, to))?.bare()?,
            None => joined()?,
        }
    };
    // `من الساعة 8 ص حتى 10 م`
    let letter = half_of_day(r, to.end, from.value.is_clear()).filter(|_| to.value.part.is_none());
    let to = match letter {
        Some(part) => to.with(Told { part: Some(part.value), ..to.value }).to(part.end),
        None => to,
    };
    let (mut first, mut second) = (from.value, to.value);
    // One word of the two says that they are times.
    if !(second.is_clear() || first.is_clear() || (first.reading.digits && second.reading.digits)) {
        return None;
    }
    // `يوم 5 إلى 11 مساء` has but one time.
    if lead.is_none() && !(first.is_clear() || first.reading.digits) {
        return None;
    }
    let onwards = second.reading.hour >= first.reading.hour;
    first.part = first.part.or(if onwards { second.part } else { half_before(second.part) });
    second.part = second.part.or(if onwards { first.part } else { half_after(first.part) });
    first.zone = first.zone.or(second.zone);
    let named = day_after(r, s, to.end);
    let told = s.day_before(at).or_else(|| s.reference.map(Point::of_day));
    let value = first.clock().zip(second.clock()).and_then(|(a, b)| {
        let time = |c: Clock| (c.hour, c.minute, c.second);
        // `من العاشرة مساء إلى الثانية فجرا` ends on the next day, which a day named after it is.
        let (from, to) = match (time(a) <= time(b), named) {
            (true, _) => (named.or(told), named.or(told)),
            (false, Some(end)) => (end.shift(-1), Some(end)),
            (false, None) => (told, told.and_then(|d| d.shift(1))),
        };
        (from.is_some() == to.is_some()).then(|| Value::Clocks(a.on(from), b.on(to)))
    });
    let start = lead.map_or(from.with(()), |p| p.with(()));
    Some(start.with(meaning(value)).to(to.end))
}

/// `منتصف الليل`, `منتصف النهار` as the end of a range.
fn midnight(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Told>> {
    let hour = r.word_of(at, Roles::RARE, |_, w| match w {
        DateWord::Midnight => Some(24),
        DateWord::Midday => Some(12),
        _ => None,
    })?;
    let reading = Reading {
        hour: hour.value,
        minute: 0,
        second: 0,
        precision: Precision::Hour,
        full: true,
        digits: false,
        shown: false,
        told: true,
    };
    Some(hour.with(Told { reading, marked: false, part: None, zone: None, after: hour.end }))
}

/// The half of the day of an hour with a higher number, before one of the afternoon: `من العاشرة حتى الثانية ظهرا`.
const fn half_before(part: Option<DayPart>) -> Option<DayPart> {
    match part {
        Some(DayPart::Noon | DayPart::Afternoon) => Some(DayPart::Morning),
        _ => None,
    }
}

/// The half of the day of an hour with a lower number, after one of the morning or evening: `من التاسعة صباحا إلى الثالثة`.
const fn half_after(part: Option<DayPart>) -> Option<DayPart> {
    match part {
        Some(DayPart::Morning) => Some(DayPart::Afternoon),
        Some(DayPart::Evening | DayPart::Night) => Some(DayPart::Night),
        _ => None,
    }
}

/// A reading with `الساعة` before it, a part of the day and a zone after it, each if it is there.
fn told(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Told>> {
    if at < r.limit { r.times.get(at, || told_as(r, at, false)) } else { None }
}

/// The same where hours can be counted as in speech: `من الستة مساء للسبعة`.
fn spoken(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Told>> {
    told_as(r, at, true)
}

fn told_as(r: &Reader<'_, '_, '_>, at: usize, spoken: bool) -> Option<Piece<Told>> {
    if !r.may(at, Roles::NUMBER.and(Roles::HOUR)) && r.group(at).is_none() && r.article(at) == at {
        return None;
    }
    // `بين الساعتين 10 و12`
    let between = || r.before(at).is_some_and(|b| r.lead_is(b, Lead::Between));
    let marker = r.word_of(at, Roles::HOUR, |hit, w| match w {
        DateWord::Unit(Unit::Hour, count) if hit.proclitics.article() => {
            (count == Count::One || (count == Count::Two && between())).then_some(())
        }
        _ => None,
    });
    // `الساعات الأولى من صباح أمس`
    let counted =
        || r.before(at).is_some_and(|b| r.word_of(b, Roles::UNIT, |_, w| is_several(w).then_some(())).is_some());
    if marker.is_none() && counted() {
        return None;
    }
    let from = marker.map_or(at, |m| m.end);
    let time = colon(r, from)
        .or_else(|| lettered(r, from))
        .or_else(|| four_digits(r, from))
        .or_else(|| hours(r, from, marker.is_some(), spoken))?;
    if marker.is_some() && time.proclitics.letters() > 0 {
        return None;
    }
    let start = marker.map_or(time.with(()), |m| m.with(()));
    // `8 ص`, but `ج 2 ص 133` is a page.
    let page = || r.before(at).is_some_and(|b| r.surface(b) == "ج") || r.group(time.end + 1).is_some();
    let morning = r.digits(from).is_some() && r.surface(time.end) == "ص" && !page();
    let part = half_of_day(r, time.end, marker.is_some() || time.value.digits || morning);
    let after = part.as_ref().map_or(time.end, |p| p.end);
    let zone = zone(r, after);
    let told = Told {
        reading: time.value,
        marked: marker.is_some(),
        part: part.map(|p| p.value),
        zone: zone.map(|z| z.value),
        after: time.end,
    };
    // `14,30` is a number unless something says that it is not.
    if time.value.digits && !r.symbol(from + 1, ':') && !told.is_clear() {
        return None;
    }
    Some(start.with(told).to(zone.map_or(after, |z| z.end)))
}

/// `مساء`, `في المساء`, `هذا الصباح`, `م`.
///
/// A lone letter tells only after what is surely a time; `م` also stands for metres and our era.
fn half_of_day(r: &Reader<'_, '_, '_>, at: usize, sure: bool) -> Option<Piece<DayPart>> {
    let letter = match r.surface(at) {
        "ص" if sure => Some(DayPart::Morning),
        "م" if sure => Some(DayPart::Afternoon),
        _ => None,
    };
    if let Some(part) = letter {
        return Some(Piece { start: at, end: at + 1, proclitics: Default::default(), value: part });
    }
    let led = r.skip(at, Lead::In);
    // `بعد منتصف الليل`
    let midnight = |at: usize| r.word_of(at, Roles::RARE, |_, w| (w == DateWord::Midnight).then_some(()));
    let night = r.lead(at).filter(|p| matches!(p.value, Lead::Before | Lead::After) && p.proclitics.letters() == 0);
    if let Some(night) = midnight(night.map_or(at, |lead| lead.end)).filter(|m| m.proclitics.letters() == 0) {
        return Some(Piece { start: at, end: night.end, proclitics: Default::default(), value: DayPart::Night });
    }
    let this = r.word_of(at, Roles::POINTER, |hit, w| {
        (matches!(w, DateWord::Pointer(_)) && hit.proclitics.letters() == 0).then_some(())
    });
    let from = this.map_or(led, |p| p.end);
    // `الثاني عشر في العصر العباسي` is of an age.
    let of_day = |p: &Piece<DayPart>| r.folded(from).starts_with("ال") && !r.is_definite(p.end);
    day_part(r, from)
        .filter(|p| p.proclitics.letters() == 0 && (from == at || of_day(p)))
        // `بالليل`
        .or_else(|| {
            let glued = |p: &Piece<DayPart>| {
                p.proclitics.preposition() == Some('ب')
                    && p.proclitics.article()
                    && p.proclitics.conjunction().is_none()
            };
            day_part(r, at).filter(|p| glued(p) && !r.is_definite(p.end))
        })
        .or_else(|| day_part(r, at).filter(|p| p.proclitics.letters() == 0))
}

/// `بتوقيت غرينتش`, `بالتوقيت المحلي`, `ت غ`, `GMT`: minutes ahead of UTC, `None` where they change or are not said.
fn zone(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Option<i16>>> {
    let comma = r.comma(at);
    if let Some(zone) = r.word_of(comma, Roles::OTHER, |hit, w| match w {
        DateWord::Zone(minutes) if hit.proclitics.preposition().is_none_or(|p| p == 'ب') => Some(minutes),
        _ => None,
    }) {
        let led = zone.proclitics.preposition().is_some();
        return (led || comma == at).then_some(zone);
    }
    let found = |end: usize| Piece { start: at, end, proclitics: Default::default(), value: Some(0) };
    let time = r.word_of(at, Roles::OTHER, |_, w| (w == DateWord::ZoneTime).then_some(())).map_or(at, |p| p.end);
    if ["gmt", "utc"].iter().any(|name| r.surface(time).eq_ignore_ascii_case(name)) {
        return Some(found(time + 1));
    }
    let dot = if r.symbol(at + 1, '.') { at + 2 } else { at + 1 };
    (r.surface(at) == "ت" && r.surface(dot) == "غ").then(|| found(dot + 1))
}

/// Whether a word names more than one of a unit: `الساعات`, after which an ordinal is no hour.
fn is_several(word: DateWord) -> bool {
    matches!(word, DateWord::Unit(_, Count::Two | Count::Many))
}

/// The day named right after a time: `الساعة 15:30 يوم السبت`.
fn day_after(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Point> {
    let of = r.skip(r.skip(r.comma(at), Lead::From), Lead::In);
    let day = r.word_of(of, Roles::DAY, |hit, w| {
        (w == DateWord::Unit(Unit::Day, Count::One) && !hit.proclitics.article()).then_some(())
    });
    let from = day.map_or(of, |d| d.end);
    let date = full(r, from).and_then(Piece::bare).map(|d| s.partial(&d.value).0);
    let date = date.or_else(|| {
        near_day(r, s, from).or_else(|| lone_weekday(r, s, from)).and_then(Piece::bare).map(|d| d.value.value)
    });
    date?.point().filter(|p| matches!(p, Point::Day { .. }))
}

/// Whether a preposition of time stands before.
fn led(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.lead_before(at).is_some_and(|p| {
        matches!(p.value, Lead::In | Lead::Since | Lead::Until | Lead::On | Lead::Before | Lead::After | Lead::By)
    })
}

/// `15:30`, `15:23:24`, and `14,30` or `14.30` for [`told`] to judge.
fn colon(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Reading>> {
    let hour = r.group(at).filter(|g| g.len <= 2 && g.value < 24)?;
    let sign = r.which(at + 1).filter(|&mark| parts_time(mark))?;
    let joined = r.touches(at + 1) && r.touches(at + 2);
    let minute = r.group(at + 2).filter(|g| joined && g.len == 2 && g.value < 60)?;
    let before = at >= 1 && r.touches(at) && r.symbol_of(at - 1, &[':', '.', ',']);
    let mut end = at + 3;
    let more = |end: usize| r.symbol(end, sign) && r.touches(end) && r.touches(end + 1);
    let second = r.group(end + 1).filter(|g| sign == ':' && more(end) && g.len == 2 && g.value < 60);
    if second.is_some() {
        end += 2;
    }
    if before || (more(end) && r.group(end + 1).is_some()) {
        return None;
    }
    let value = Reading {
        hour: i16::try_from(hour.value).ok()?,
        minute: i16::try_from(minute.value).ok()?,
        second: second.map_or(Some(0), |s| u8::try_from(s.value).ok())?,
        precision: if second.is_some() { Precision::Second } else { Precision::Minute },
        full: sign == ':' || hour.value > 12,
        digits: true,
        shown: sign == ':' && hour.len == 2,
        told: false,
    };
    Some(Piece { start: at, end, proclitics: Default::default(), value })
}

/// `30ر8 بتوقيت مكة المكرمة`, as agencies write it: the minutes are typed first.
fn lettered(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Reading>> {
    let minute = r.group(at).filter(|g| g.len == 2 && g.value < 60)?;
    let joined = r.surface(at + 1) == "ر" && r.touches(at + 1) && r.touches(at + 2);
    let hour = r.group(at + 2).filter(|g| joined && g.len <= 2 && g.value < 24)?;
    let value = Reading {
        hour: i16::try_from(hour.value).ok()?,
        minute: i16::try_from(minute.value).ok()?,
        second: 0,
        precision: Precision::Minute,
        full: hour.value > 12,
        digits: true,
        shown: false,
        told: false,
    };
    Some(Piece { start: at, end: at + 3, proclitics: Default::default(), value })
}

/// `0530 بتوقيت غرينتش`, as agencies write it.
fn four_digits(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Reading>> {
    let digits = r.digits(at).filter(|d| d.value.len == 4)?;
    let (hour, minute) = (digits.value.value / 100, digits.value.value % 100);
    zone(r, digits.end).filter(|_| hour < 24 && minute < 60)?;
    Some(digits.with(Reading {
        hour: i16::try_from(hour).ok()?,
        minute: i16::try_from(minute).ok()?,
        second: 0,
        precision: Precision::Minute,
        full: true,
        digits: false,
        shown: true,
        told: false,
    }))
}

/// `3`, `الثالثة`, `الثالثة والنصف`, `الخامسة إلا ربعا`, `العاشرة و20 دقيقة`, and `خمسة` after `الساعة`.
fn hours(r: &Reader<'_, '_, '_>, at: usize, marked: bool, spoken: bool) -> Option<Piece<Reading>> {
    // `الساعة الـ12`
    let at = if marked { r.article(at) } else { at };
    let hour = match r.digits(at) {
        Some(digits) => {
            let hour = i16::try_from(digits.value.value).ok().filter(|&h| h <= 24 && digits.value.len <= 2)?;
            digits.with(hour)
        }
        None => {
            // `الثالثة` is an hour with its article; `الواحدة` is counted, the others are ordinals.
            let ten = |r: &Reader<'_, '_, '_>, at: usize| {
                r.word_of(at, Roles::NUMBER, |hit, w| {
                    (w == DateWord::Small(10) && hit.proclitics.is_empty()).then_some(())
                })
            };
            let one = r
                .word_of(at, Roles::NUMBER, |hit, w| (w == DateWord::One && hit.proclitics.article()).then_some(1_i16));
            let ordinal = || {
                let ordinal = r.ordinal(at).filter(|o| (1..=12).contains(&o.value))?;
                // `الثانية عشر`, whatever its grammar.
                Some(match ten(r, ordinal.end).filter(|_| ordinal.value <= 2) {
                    Some(ten) => ordinal.map(|n| i16::from(n) + 10).to(ten.end),
                    None => ordinal.map(i16::from),
                })
            };
            let counted = || {
                let small = |_: &Hit, w| if let DateWord::Small(n) = w { Some(i16::from(n)) } else { None };
                r.word_of(at, Roles::NUMBER, small).filter(|n| marked || (spoken && n.proclitics.article()))
            };
            one.or_else(ordinal).or_else(counted)?
        }
    };
    if !marked && hour.proclitics.preposition().is_none() && r.digits(at).is_some() && hour.value > 12 {
        return None;
    }
    let fraction = |r: &Reader<'_, '_, '_>, at: usize| {
        r.word_of(at, Roles::FRACTION, |_, w| match w {
            DateWord::Fraction(Fraction::Half) => Some(30),
            DateWord::Fraction(Fraction::Third) => Some(20),
            DateWord::Fraction(Fraction::Quarter) => Some(15),
            _ => None,
        })
    };
    let minutes = |r: &Reader<'_, '_, '_>, at: usize| {
        let number = r.number(at).filter(|n| n.value % 1000 == 0 && (0..60_000).contains(&n.value))?;
        let unit =
            r.word_of(number.end, Roles::UNIT, |_, w| matches!(w, DateWord::Unit(Unit::Minute, _)).then_some(()))?;
        Some(number.with(i16::try_from(number.value / 1000).ok()?).to(unit.end))
    };
    // Behind a noun with its article it ranks that: `المحاولة الثالثة وعشر دقائق`.
    let noun = || r.before(at).is_some_and(|b| r.is_definite(b));
    let definite = r.ordinal(at).is_some() && r.folded(at).contains("ال") && !noun();
    let reading = |minute: i16, told: bool| Reading {
        hour: hour.value,
        minute,
        second: 0,
        precision: if minute == 0 { Precision::Hour } else { Precision::Minute },
        full: hour.value > 12,
        digits: false,
        shown: hour.value > 12,
        told: told && definite,
    };
    if let Some(except) = r.is(hour.end, DateWord::Except) {
        let less = fraction(r, except).or_else(|| minutes(r, except)).or_else(|| few_minutes(r, except))?;
        return Some(hour.with(reading(-less.value, true)).to(less.end));
    }
    // `الساعة تمنية وعشرة`
    let spoken = || {
        let small = r.word_of(at, Roles::NUMBER, |_, w| matches!(w, DateWord::Small(_)).then_some(()));
        small.filter(|_| marked && r.digits(at).is_none())?;
        r.and(hour.end, few_minutes)
    };
    match r.and(hour.end, minutes).or_else(|| r.and(hour.end, fraction)).or_else(spoken) {
        Some(more) => {
            let told = minutes(r, hour.end).is_some();
            Some(hour.with(reading(more.value, told)).to(more.end))
        }
        None => Some(hour.with(reading(0, false))),
    }
}

/// Minutes that speech names without their noun: `عشرة`, `خمسة وعشرين`.
fn few_minutes(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<i16>> {
    let number = r.number(at).filter(|n| matches!(n.value, 5_000 | 10_000 | 20_000 | 25_000))?;
    r.digits(at).is_none().then_some(number.with(i16::try_from(number.value / 1000).ok()?))
}

/// Hour and minute of the 24-hour day; `None` when either half of the day is possible.
fn settle(time: Reading, part: Option<DayPart>) -> Option<(u8, u8)> {
    // `الواحدة إلا ربعا ظهرا` is in the hour that begins at noon.
    let time = match time.minute {
        minute if minute < 0 && time.hour == 1 => Reading { hour: 12, minute: minute + 60, ..time },
        minute if minute < 0 => Reading { hour: time.hour - 1, minute: minute + 60, ..time },
        _ => time,
    };
    let hour = match part {
        // `14:30 مساء`, but `02:30 مساء` is of twelve hours.
        _ if time.hour > 12 => time.hour,
        None if time.full || time.hour == 0 => time.hour,
        None => return None,
        // `الثانية عشرة مساء` is midnight for most, noon for some.
        Some(DayPart::Evening) if time.hour == 12 => return None,
        Some(DayPart::Morning) => time.hour % 12,
        Some(DayPart::Noon) if time.hour >= 10 => time.hour,
        Some(DayPart::Noon | DayPart::Afternoon | DayPart::Evening) => time.hour % 12 + 12,
        // `الثانية ليلا` is after midnight, `العاشرة ليلا` before.
        Some(DayPart::Night) if time.hour <= 5 || time.hour == 12 => time.hour % 12,
        Some(DayPart::Night) => time.hour + 12,
    };
    let minutes = (hour * 60 + time.minute).rem_euclid(24 * 60);
    Some((u8::try_from(minutes / 60).ok()?, u8::try_from(minutes % 60).ok()?))
}
