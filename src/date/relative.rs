//! Times seen from today or from the last date mentioned: `أمس`, `الشهر الماضي`, `قبل ثلاثة أيام`.

use jiff::civil::Date;

use super::clock::clocks;
use super::context::Direction;
use super::day::{Partial, Year, full, marked_year, month, weekday};
use super::duration::{Length, length, one};
use super::grammar::Meaning;
use super::point::{Point, add_days};
use super::reader::{Piece, Reader};
use super::resolve::{Resolver, is_near, weekday_of};
use super::set::is_open;
use super::start::Roles;
use super::tense::is_ahead;
use super::timex::{Modifier, TimexKind};
use super::value::{Clock, Precision, Value};
use super::words::{Common, Count, DateWord, DayPart, Era, Fraction, Lead, Reckoning, Relative, Unit};
use super::year::{bare_year, century, decade, decades, hijri_century, meaning, of_year, part_of_year, season, year};

/// A unit noun, with whether it has the article.
pub(crate) fn unit(r: &Reader<'_, '_, '_>, at: usize, count: Count) -> Option<Piece<(Unit, bool)>> {
    r.word_of(at, Roles::UNIT, |hit, w| match w {
        DateWord::Unit(unit, c) if c == count => Some((unit, hit.proclitics.article())),
        _ => None,
    })
}

/// By itself, `السنة السابقة` is seen from today.
pub(crate) fn seen_from_today(r: &Reader<'_, '_, '_>, s: &Resolver, start: usize, end: usize) -> Resolver {
    let last = s.last.or_else(|| s.reference.filter(|_| r.alone(start, end)).map(Point::of_day));
    Resolver { last, ..*s }
}

/// `الساعة الحالية`, `هذه الدقيقة`, `الساعة قبل الماضية`, when the moment of writing is known.
fn placed_time(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let moment = s.moment?;
    let short = |u: &Piece<(Unit, bool)>| u.value.1 && u.value.0 < Unit::Day;
    let pointer = r.word_of(at, Roles::POINTER, |_, w| (w == DateWord::Pointer(Relative::This)).then_some(()));
    let noun = unit(r, pointer.map_or(at, |p| p.end), Count::One).filter(short)?;
    let (relative, end) = match pointer {
        Some(_) => (Relative::This, noun.end),
        None => r.relative(noun.end).map(|p| (p.value, p.end))?,
    };
    let by = match relative {
        Relative::BeforeLast => -2,
        Relative::Last | Relative::Previous => -1,
        Relative::This => 0,
        Relative::Next | Relative::Following => 1,
        Relative::AfterNext => 2,
        Relative::Same | Relative::Recent | Relative::New => return None,
    };
    let (seconds, precision) = match noun.value.0 {
        Unit::Hour => (3600, Precision::Hour),
        Unit::Minute => (60, Precision::Minute),
        _ => (1, Precision::Second),
    };
    let then = moment.checked_add(jiff::SignedDuration::from_secs(seconds * by)).ok()?;
    let clock = Clock { precision, ..Clock::at(then, precision == Precision::Second) };
    let clock = if precision == Precision::Hour { Clock { minute: 0, ..clock } } else { clock };
    let start = pointer.map_or(noun.with(()), |p| p.with(()));
    Some(start.with(Meaning { time: true, ..Meaning::new(TimexKind::Time, Value::Clock(clock)) }).to(end))
}

/// `الربع الماضي`, `الربع الحالي`: a quarter of the year.
fn placed_quarter(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let pointer = r.word_of(at, Roles::POINTER, |_, w| (w == DateWord::Pointer(Relative::This)).then_some(()));
    let noun_at = pointer.map_or(at, |p| p.end);
    let quarter =
        r.word_of(noun_at, Roles::FRACTION, |_, w| (w == DateWord::Fraction(Fraction::Quarter)).then_some(()))?;
    if let Some(pointer) = pointer.filter(|_| r.folded(noun_at).starts_with("ال") && !r.is_definite(quarter.end)) {
        return Some(pointer.with(Meaning::point(s.unit(Unit::Quarter, Relative::This))).to(quarter.end));
    }
    let relative = r.relative(quarter.end).filter(|_| r.folded(at).contains("ال"))?;
    let placed = match relative.value {
        // `الربع الأخير` of something is its fourth.
        Relative::Recent if r.alone(at, relative.end) => Relative::Last,
        Relative::Recent | Relative::Same | Relative::Following | Relative::Previous => return None,
        placed => placed,
    };
    Some(quarter.with(Meaning::point(s.unit(Unit::Quarter, placed))).to(relative.end))
}

/// `الشهر الماضي`, `هذا العام`, `نفس اليوم`, `العامين الماضيين`.
pub(crate) fn placed_unit(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    if !r.near(at).any(Roles::POINTER.and(Roles::RELATIVE)) {
        return None;
    }
    if let Some(placed) = placed_time(r, s, at).or_else(|| placed_quarter(r, s, at)) {
        return Some(placed);
    }
    if let Some(pointer) = r.word_of(at, Roles::POINTER, |hit, w| match w {
        DateWord::Pointer(relative) if !hit.proclitics.article() => Some(relative),
        _ => None,
    }) {
        // `نفس السنة 1645 م`
        if let Some(year) = marked_year(r, pointer.end).and_then(Piece::bare)
            && let Year::Counted { .. } = year.value
        {
            return Some(pointer.with(meaning(s, year.value)).to(year.end));
        }
        let unit = unit(r, pointer.end, Count::One)?.bare().filter(|u| u.value.1 && u.value.0 >= Unit::Day)?;
        // In a story `هذا اليوم` may be any day.
        if unit.value.0 == Unit::Day && pointer.value == Relative::This && !r.alone(at, unit.end) {
            return None;
        }
        return Some(pointer.with(Meaning::point(s.unit(unit.value.0, pointer.value))).to(unit.end));
    }
    let long = |u: &Piece<(Unit, bool)>| u.value.1 && u.value.0 >= Unit::Day;
    if let Some(one) = unit(r, at, Count::One).filter(long) {
        let relative = r.relative(one.end).filter(|p| p.value != Relative::Recent)?;
        if let Some((value, end)) = same_of_year(r, s, one.value.0, &relative) {
            return Some(one.with(Meaning::point(value)).to(end));
        }
        let seen = seen_from_today(r, s, at, relative.end);
        let s = if relative.value == Relative::Same { s } else { &seen };
        return Some(one.with(Meaning::point(s.unit(one.value.0, relative.value))).to(relative.end));
    }
    let two = unit(r, at, Count::Two).filter(long)?;
    let relative = r.relative(two.end)?;
    let value = s.units(two.value.0, 2, relative.value).map_or(Value::Nothing, |(a, b)| Value::Interval(a, b));
    Some(two.with(Meaning::date(value)).to(relative.end))
}

/// `الشهر نفسه من العام الماضي`: the month told last, in another year.
fn same_of_year(
    r: &Reader<'_, '_, '_>,
    s: &Resolver,
    unit: Unit,
    same: &Piece<Relative>,
) -> Option<(Option<Point>, usize)> {
    let of = r.lead_is(same.end, Lead::From) && same.value == Relative::Same && unit == Unit::Month;
    let (year, end) = of_year(r, s, same.end).filter(|_| of)?;
    let value = match s.last.and_then(|last| last.widen(Unit::Month)) {
        Some(Point::Month { month, .. }) => year.map(|year| Point::Month { year: Some(year), month }),
        _ => None,
    };
    Some((value, end))
}

/// `الليلة`, `هذه الليلة`, `هذا المساء`, `الليلة الماضية`, and `ظهرا` alone: a part of today.
pub(crate) fn part_of_today(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let pointer = r.word_of(at, Roles::POINTER, |hit, w| {
        (w == DateWord::Pointer(Relative::This) && hit.proclitics.letters() == 0).then_some(())
    });
    let part = day_part(r, pointer.map_or(at, |p| p.end))?;
    let definite = part.proclitics.article() || r.folded(part.start).starts_with("ال");
    let past = |p: &Piece<Relative>| matches!(p.value, Relative::Last | Relative::BeforeLast);
    let relative = r.relative(part.end).filter(|p| definite && pointer.is_none() && past(p));
    let end = relative.map_or(part.end, |p| p.end);
    // `الليلة الأولى`, `الليلة الكبيرة`
    let named = r.ordinal(part.end).is_some() || r.is_definite(part.end);
    // `تلك الليلة`, `في الليلة ذاتها`
    let told = r.relative(part.end).is_some_and(|p| p.value != Relative::Last)
        || r.before(at).is_some_and(|b| r.is(b, DateWord::NotToday).is_some() || r.lead(b).is_some());
    // `هذا العصر` is this age.
    let pointer = pointer.filter(|_| part.value != DayPart::Afternoon);
    let tonight = definite && !told && part.value == DayPart::Night && r.folded(part.start).ends_with('ه') && !named;
    if !(relative.is_some() || (pointer.is_some() && definite) || tonight || r.alone(at, end)) {
        return None;
    }
    let days = match relative.map(|p| p.value) {
        Some(Relative::BeforeLast) => -2,
        Some(_) => -1,
        None => 0,
    };
    let day = s.reference.and_then(|d| add_days(d, days)).map(Point::of_day);
    let value = day.map_or(Value::Nothing, |day| Value::PartOfDay(day, part.value));
    let start = pointer.map_or(part.with(()), |p| p.with(()));
    Some(start.with(Meaning { time: true, ..Meaning::new(TimexKind::Time, value) }).to(end))
}

/// `الآن`, `حاليا`, when they are today's.
pub(crate) fn now(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let now =
        r.word_of(at, Roles::RARE, |hit, w| (w == DateWord::Now && hit.proclitics.letters() == 0).then_some(()))?;
    let meaning = Meaning { time: true, ..Meaning::date(Value::Now(s.moment)) };
    Some(now.with(meaning))
}

/// `أمس`, `غدا الخميس`, `اليوم`, `بعد غد`.
pub(crate) fn near_day(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let day = |at: usize| {
        let named = r.word_of(at, Roles::NEAR, |hit, w| match w {
            DateWord::Day(n) => Some((i64::from(n), false)),
            DateWord::SpokenDay(n) if !hit.proclitics.article() => Some((i64::from(n), true)),
            _ => None,
        })?;
        // `بكرة` is also a pulley.
        let time = |w| matches!(w, DateWord::Unit(Unit::Hour, Count::One) | DateWord::DayPart(_));
        let told = || r.word(named.end, |_, w| time(w).then_some(())).is_some() || clocks(r, s, named.end).is_some();
        // `رح بكرا`
        let speech = |i: usize| matches!(r.folded(i), "رح" | "راح" | "انا" | "احنا" | "نحنا" | "يوم" | "لازم" | "بدي");
        let among = || r.before(at).is_some_and(speech) || speech(named.end);
        let clear = || r.alone(at, named.end) || told() || among();
        ((!named.value.1 || clear()) && !is_became(r, at, named.end)).then(|| named.map(|(n, _)| n))
    };
    // `اليوم الذي بعد الغد`
    let which = r.word_of(at, Roles::NEAR, |_, w| (w == DateWord::DayWhich).then_some(()));
    let named = match which {
        Some(which) => day(which.end).map(|day| which.with(day.value).to(day.end)),
        None => day(at),
    };
    let day = match named {
        Some(day) => day,
        None => today(r, at)?,
    };
    let point = s.reference.and_then(|d| add_days(d, day.value));
    let weekday = weekday(r, r.comma(day.end)).and_then(Piece::bare);
    let agreed = point.filter(|&d| weekday.is_none_or(|w| weekday_of(d) == w.value)).map(Point::of_day);
    let named = day.with(()).to(weekday.map_or(day.end, |w| w.end));
    let end = agreed.and_then(|point| told_again(r, s, named.end, point)).unwrap_or(named.end);
    Some(named.with(Meaning::point(agreed)).to(end))
}

/// Whether `غدا` is the verb, at the head of its clause: `غدا البيت خاليا`.
fn is_became(r: &Reader<'_, '_, '_>, at: usize, end: usize) -> bool {
    let head = || r.before(at).is_none_or(|b| matches!(r.folded(b), "قد" | "وقد" | "لقد" | "ثم"));
    let noun = || r.is_definite(end) && r.word(end, |_, _| Some(())).is_none();
    r.folded(at).ends_with("غدا")
        && !r.surface(at).contains('\u{064B}') // ARABIC FATHATAN
        && head()
        && noun()
        && r.folded(end + 1).ends_with('ا')
}

/// The end of the same day told by its date: `غدا الخميس الموافق 16 مايو`, `أمس (14 مايو)`.
fn told_again(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize, day: Point) -> Option<usize> {
    let open = r.symbol(at, '(');
    let comma = if open { at + 1 } else { r.comma(at) };
    let word = r.word_of(comma, Roles::OTHER, |_, w| (w == DateWord::Corresponding).then_some(()));
    let from = word.map_or(comma, |word| word.end);
    let date = full(r, r.article(r.skip(from, Lead::In)))?.bare()?;
    if open && !r.symbol(date.end, ')') {
        return None;
    }
    // Without a year of its own it has that of the day.
    let told = if is_open(&date.value) && date.value.calendar.is_ours() {
        Partial { year: day.year(), ..date.value }
    } else {
        date.value
    };
    let same = s.partial(&told).0.point().is_some_and(|other| is_near(other, day, i64::from(!told.calendar.is_ours())));
    same.then_some(if open { date.end + 1 } else { date.end })
}

/// `اليوم`, when it is today: not `اليوم الأول`, `اليوم العالمي`, `في اليوم`, `ذلك اليوم`.
fn today(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<i64>> {
    let day =
        unit(r, at, Count::One).filter(|u| u.value == (Unit::Day, true) && u.proclitics.preposition().is_none())?;
    let other = r.relative(day.end).is_some()
        || r.ordinal(day.end).is_some()
        // `اليوم الذي وصل فيه`
        || (r.word_of(at, Roles::NEAR, |_, w| (w == DateWord::DayWhich).then_some(())).is_some() && r.lead(day.end).is_none())
        || r.word_of(day.end, Roles::OTHER, |_, w| (w == DateWord::Named).then_some(())).is_some()
        // `اليوم 221 للحرب`
        || r.digits(day.end).is_some_and(|d| r.folded(d.end).starts_with("لل"));
    let before = r.before(at).is_some_and(|b| {
        r.lead(b).is_some_and(|p| matches!(p.value, Lead::In | Lead::During | Lead::Within))
            || r.word_of(b, Roles::POINTER.and(Roles::RARE), |_, w| {
                matches!(w, DateWord::Pointer(_) | DateWord::Every | DateWord::Edge(_)).then_some(())
            })
            .is_some()
            || r.is(b, DateWord::NotToday).is_some()
    });
    (!other && !before).then(|| day.map(|_| 0))
}

/// `السبت`, `الأحد المقبل`.
pub(crate) fn lone_weekday(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let day = weekday(r, at)?;
    let worship = r
        .before(at)
        .is_some_and(|b| r.word_of(b, Roles::OTHER, |_, w| (w == DateWord::Worship).then_some(())).is_some());
    if worship {
        return None;
    }
    let relative = r.relative(day.end).filter(|p| p.value != Relative::Recent);
    // `الأحد والاثنين المقبلين`
    let shared = || {
        let mut end = day.end;
        for _ in 0..6 {
            // `السبت أو الأحد المقبل`
            let or = || weekday(r, r.is(end, DateWord::Or)?)?.bare();
            end = r.and(end, weekday).or_else(or)?.end;
            if let Some(relative) = r.relative(end).filter(|p| p.value != Relative::Recent) {
                return Some(relative.value);
            }
        }
        None
    };
    let placed = match relative.map(|p| p.value).or_else(shared) {
        // `الخميس السابق`, by itself.
        Some(Relative::Previous) if s.last.is_none() && r.alone(at, day.end + 1) => Some(Relative::Last),
        // `هذا الخميس`
        None if r.before(at).is_some_and(|b| r.is(b, DateWord::Pointer(Relative::This)).is_some()) => {
            Some(Relative::This)
        }
        placed => placed,
    };
    let value = s.weekday(day.value, placed);
    let meaning = match value {
        None if s.reference.is_none() => Meaning::date(Value::Written(format!("XXXX-WXX-{}", day.value))),
        _ => Meaning::point(value),
    };
    Some(day.with(meaning).to(relative.map_or(day.end, |p| p.end)))
}

/// `قبل ثلاثة أيام`, `بعد يومين`, `منذ نحو أسبوع`, `قبل أكثر من عام`: counted from today.
pub(crate) fn counted_from_today(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let lead = r.lead(at).filter(|p| p.proclitics.preposition().is_none())?;
    // By itself, `خلال 3 أيام` is three days from now; in a text it is a length.
    let sign = match lead.value {
        Lead::Before | Lead::Since => -1,
        Lead::After | Lead::Within => 1,
        _ => return None,
    };
    let (modifier, counted_at) = roughly(r, lead.end, sign);
    // `بعد شهر من الآن`
    let from_now =
        |end: usize| r.word_of(r.skip(end, Lead::From), Roles::RARE, |_, w| (w == DateWord::Now).then_some(()));
    let clear = |end: usize| sign < 0 || modifier.is_some() || r.alone(at, end) || from_now(end).is_some();
    let bare = || one(r, counted_at).filter(|one| clear(one.end));
    let length: Piece<Length> = length(r, counted_at).or_else(bare)?.bare()?;
    let after = r.is(length.end, DateWord::Only).unwrap_or(length.end);
    let hijri = r.era(length.end).filter(|e| e.value == Era::Ah);
    let alone = r.alone(at, hijri.map_or(after, |e| e.end));
    if lead.value == Lead::Within && !alone {
        return None;
    }
    // `بعد يومين من الهجوم` counts from something else, `منذ السنوات الخمس الماضية` is a length.
    // `قبل عام من الآن` counts from now.
    let now = from_now(after);
    // `بعد عام من اليوم`
    let today =
        || unit(r, r.skip(after, Lead::From), Count::One).filter(|u| u.value == (Unit::Day, true) && r.closed(u.end));
    let now = now.or_else(|| today().map(|u| u.with(())));
    let now = now.filter(|now| now.start > after).map(|now| now.end);
    let elsewhere = r.lead(after).is_some_and(|p| p.value == Lead::From)
        || r.is(after, DateWord::Elsewhere).is_some()
        || r.era(after).is_some_and(|_| hijri.is_none())
        || r.relative(length.end).is_some();
    if elsewhere && now.is_none() {
        return None;
    }
    let end = now.unwrap_or(length.end);
    // A story goes on from where it is: `عام 1520 ... وبعد سبع سنوات`, `وبعد سنتين عاد`.
    let plan = || s.direction == Direction::Future && !s.last.is_some_and(|last| s.is_past(last));
    let story = lead.value == Lead::After && !alone && now.is_none() && !is_ahead(r, at, after) && !plan();
    let amount = length.value.amount?;
    if let Some(seconds) = amount.seconds() {
        // Hours are counted from a moment, and without one they are a length.
        let moment = s.moment.filter(|_| !story)?;
        let then = moment.checked_add(jiff::SignedDuration::from_secs(seconds.checked_mul(sign.into())?)).ok()?;
        let value = Value::Clock(Clock::at(then, length.value.unit == Unit::Second));
        let meaning = Meaning { time: true, modifier, ..Meaning::new(TimexKind::Time, value) };
        return Some(lead.with(meaning).to(end));
    }
    let (unit, n) = amount.single()?;
    let by = n.checked_mul(sign)?;
    if let Some(hijri) = hijri {
        // `بعد ثلاث سنوات هجرية`
        let year = s.hijri_year_now().filter(|_| !story && unit == Unit::Year).and_then(|now| now.checked_add(by));
        let (value, fields) = s.partial(&Partial { calendar: Reckoning::Hijri, year, ..Partial::default() });
        return Some(lead.with(Meaning { modifier, hijri: fields, ..Meaning::date(value) }).to(hijri.end));
    }
    let from = s.reference.filter(|_| !story);
    if let Some((day, end)) = weekday_then(r, length.end).filter(|_| now.is_none()) {
        let value = from.and_then(|from| of_week_then(s, from, unit, by, day)).map(Point::of_day);
        return Some(lead.with(Meaning { modifier, ..Meaning::point(value) }).to(end));
    }
    // Days and weeks lead to a day, months to a month, years to a year.
    let value = from.and_then(|day| counted_point(day, unit, by));
    Some(lead.with(Meaning { modifier, ..Meaning::point(value) }).to(end))
}

/// `نحو`, `أكثر من` before what is counted, as TIMEX3 tells it of the day that it leads to: more than a year ago is
/// before that day of the last year.
fn roughly(r: &Reader<'_, '_, '_>, at: usize, sign: i32) -> (Option<Modifier>, usize) {
    if let Some(about) = r.lead(at).filter(|p| p.value == Lead::About && p.proclitics.is_empty()) {
        return (Some(Modifier::Approx), about.end);
    }
    let bound = r.word_of(at, Roles::OTHER, |hit, w| match w {
        DateWord::Bound(bound) if hit.proclitics.is_empty() => Some(bound),
        _ => None,
    });
    let Some(bound) = bound else { return (None, at) };
    let before = (bound.value == Modifier::MoreThan) == (sign < 0);
    (Some(if before { Modifier::Before } else { Modifier::After }), bound.end)
}

/// The stretch that many units away.
fn counted_point(day: Date, unit: Unit, by: i32) -> Option<Point> {
    match unit {
        Unit::Week => Point::of_day(day).shift(by.checked_mul(7)?),
        _ => Point::around(day, unit)?.shift(by),
    }
}

/// `يوم الخميس`, `الخميس` after a number of weeks or months.
fn weekday_then(r: &Reader<'_, '_, '_>, at: usize) -> Option<(u8, usize)> {
    let noun = unit(r, at, Count::One).filter(|u| u.value == (Unit::Day, false) && u.proclitics.is_empty());
    let day = weekday(r, noun.map_or(at, |n| n.end))?.bare()?;
    Some((day.value, day.end))
}

/// That day of the week so many weeks away, or the first one so many months away.
fn of_week_then(s: &Resolver, from: Date, unit: Unit, by: i32, weekday: u8) -> Option<Date> {
    match unit {
        Unit::Week => s.day_of_week(Point::of_day(from).shift(by.checked_mul(7)?)?.first_day()?, weekday),
        Unit::Month => {
            let then = from.checked_add(jiff::Span::new().try_months(by).ok()?).ok()?;
            add_days(then, (i64::from(weekday) - i64::from(weekday_of(then))).rem_euclid(7))
        }
        _ => None,
    }
}

/// `الخميس بعد أسبوعين`
pub(crate) fn weekday_counted(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let day = weekday(r, at)?;
    let lead = r.lead(day.end).filter(|p| p.proclitics.is_empty() && matches!(p.value, Lead::Before | Lead::After))?;
    let length = length(r, lead.end)?.bare()?;
    let (unit, n) = length.value.amount?.single().filter(|&(unit, _)| unit == Unit::Week)?;
    let by = if lead.value == Lead::Before { n.checked_neg()? } else { n };
    r.alone(at, length.end).then_some(())?;
    let value = s.reference.and_then(|from| of_week_then(s, from, unit, by, day.value));
    Some(day.with(Meaning::point(value.map(Point::of_day))).to(length.end))
}

/// `منتصف يوليو`, `أواخر مارس 2020`, `مطلع الأسبوع`, `نهاية العام الجاري`.
pub(crate) fn edge(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    // `نصف شهر مارس` is its middle.
    let month = || unit(r, at + 1, Count::One).is_some_and(|u| u.value == (Unit::Month, false));
    let edge = r.word_of(at, Roles::FRACTION.and(Roles::EDGE), |hit, w| match w {
        DateWord::Edge(modifier) if !hit.proclitics.article() => Some(modifier),
        DateWord::Fraction(Fraction::Half) if !hit.proclitics.article() && month() => Some(Modifier::Mid),
        // `آخر الشهر`
        DateWord::LastOf if !hit.proclitics.article() => Some(Modifier::End),
        _ => None,
    })?;
    let last = r.word_of(at, Roles::EDGE, |_, w| (w == DateWord::LastOf).then_some(())).is_some();
    let whole = || unit(r, edge.end, Count::One).is_some_and(|u| u.value.1);
    if last && !whole() {
        return None;
    }
    let inner = edged(r, s, edge.end)?.bare()?;
    Some(edge.with(Meaning { modifier: Some(edge.value), ..inner.value }).to(inner.end))
}

/// What can have a beginning and an end.
fn edged(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    const BEGINS: Roles = Roles::UNIT.and(Roles::POINTER).and(Roles::FRACTION).and(Roles::SEASON).and(Roles::TENS);
    if !r.may(at, BEGINS) && !r.begins_day(at) {
        return None;
    }
    let of_month = unit(r, at, Count::One).filter(|u| u.value == (Unit::Month, false)).map_or(at, |u| u.end);
    if let Some(month) = month(r, of_month)
        && (of_month > at || month.value.common != Some(Common::Beside))
    {
        let (value, hijri) = s.partial(&month.value);
        return Some(month.with(Meaning { hijri, ..Meaning::date(value) }));
    }
    if let Some(found) = year(r, s, at)
        .or_else(|| placed_unit(r, s, at))
        .or_else(|| part_of_year(r, s, at))
        .or_else(|| season(r, s, at))
        .or_else(|| bare_year(r, s, at, true))
    {
        return Some(found);
    }
    if let Some(found) = hijri_century(r, at).or_else(|| decades(r, s, at)) {
        return Some(found);
    }
    if let Some(found) = century(r, s, at).or_else(|| decade(r, s, at)) {
        return Some(found.map(Meaning::point));
    }
    let whole =
        unit(r, at, Count::One).filter(|u| u.value.1 && (Unit::Week..=Unit::Millennium).contains(&u.value.0))?;
    // `بداية العام الهجري`, `نهاية العام الدراسي`
    let other = |w| matches!(w, DateWord::YearName | DateWord::Era(Era::Ah));
    // `نهاية الشهر الثاني عشر`
    if r.ordinal(whole.end).is_some()
        || r.word_of(whole.end, Roles::OTHER.and(Roles::ERA), |_, w| other(w).then_some(())).is_some()
    {
        return None;
    }
    Some(whole.with(Meaning::point(s.unit(whole.value.0, Relative::This))))
}

/// `صباح اليوم`, `مساء الثلاثاء`, `فجر يوم الأحد`.
pub(crate) fn part_of_day(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let part = day_part(r, at).filter(|p| !p.proclitics.article())?;
    let after = unit(r, part.end, Count::One).filter(|u| u.value == (Unit::Day, false) && u.proclitics.is_empty());
    let day_at = after.map_or(part.end, |u| u.end);
    let this = || {
        // `صباح هذا اليوم`
        let pointer =
            r.word_of(day_at, Roles::POINTER, |_, w| (w == DateWord::Pointer(Relative::This)).then_some(()))?;
        let noun = unit(r, pointer.end, Count::One).filter(|u| u.value == (Unit::Day, true))?;
        Some(pointer.with(Meaning::point(s.reference.map(Point::of_day))).to(noun.end))
    };
    let dated = full(r, day_at).map(|date| date.with(Meaning::date(s.partial(&date.value).0)).to(date.end));
    let day = dated
        .or_else(|| near_day(r, s, day_at))
        .or_else(|| placed_day(r, s, day_at))
        .or_else(|| lone_weekday(r, s, day_at))
        .or_else(this)?
        .bare()?;
    let value = match day.value.value.point() {
        Some(point @ Point::Day { .. }) => Value::PartOfDay(point, part.value),
        _ => Value::Nothing,
    };
    let night = night_to(r, &day).filter(|_| part.value == DayPart::Night);
    // `ليل السبت - الأحد الماضي`
    let placed = night.and_then(|end| r.relative(end)).filter(|p| matches!(p.value, Relative::Last | Relative::Next));
    let next = placed.and_then(|p| s.weekday(weekday(r, p.start - 1)?.value, Some(p.value))?.shift(-1));
    let value = next.map_or(value, |day| Value::PartOfDay(day, part.value));
    let end = placed.map(|p| p.end).or(night).unwrap_or(day.end);
    Some(part.with(Meaning { time: true, ..Meaning::new(TimexKind::Time, value) }).to(end))
}

/// The end of `ليل السبت الأحد`, `ليلة الخميس - الجمعة`: a night and the day it leads to.
pub(crate) fn night_to(r: &Reader<'_, '_, '_>, day: &Piece<Meaning>) -> Option<usize> {
    let first = weekday(r, day.start).filter(|first| first.end == day.end)?;
    let link = r.dash(day.end) || r.symbol(day.end, '/');
    let from =
        if link { day.end + 1 } else { r.lead(day.end).filter(|p| p.value == Lead::To).map_or(day.end, |p| p.end) };
    let second = weekday(r, from)?.bare().filter(|second| second.value == first.value % 7 + 1)?;
    Some(second.end)
}

fn placed_day(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    unit(r, at, Count::One).filter(|u| u.value.0 == Unit::Day)?;
    placed_unit(r, s, at)
}

/// `صباح`, `مساء`, `بعد الظهر`.
pub(crate) fn day_part(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<DayPart>> {
    r.word_of(at, Roles::DAY_PART, |_, w| if let DateWord::DayPart(part) = w { Some(part) } else { None })
}

/// `عطلة نهاية الأسبوع`.
pub(crate) fn weekend(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let weekend = r.word_of(at, Roles::RARE, |_, w| (w == DateWord::Weekend { bare: false }).then_some(()))?;
    let relative = r.relative(weekend.end).filter(|p| p.value != Relative::Recent);
    let week = s.unit(Unit::Week, relative.map_or(Relative::This, |p| p.value));
    let value = week.map_or(Value::Nothing, |week| Value::Weekend(week, s.week));
    Some(weekend.with(Meaning::date(value)).to(relative.map_or(weekend.end, |p| p.end)))
}
