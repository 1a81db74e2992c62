//! Times that come again: `كل جمعة`, `سنويا`, `مساء كل خميس`, `الأول من كل شهر`.

use super::clock::hour;
use super::day::{Partial, day_number, full, month, weekday};
use super::duration::length;
use super::grammar::Meaning;
use super::nth::counted_day;
use super::range::from_to;
use super::reader::{Piece, Reader};
use super::relative::{day_part, unit};
use super::start::Roles;
use super::timex::TimexKind;
use super::value::Value;
use super::words::{Common, Count, DateWord, DayPart, Lead, Often, Unit};

/// The most weekdays a list holds.
const MOST: usize = 7;

fn set(text: impl Into<String>) -> Meaning {
    Meaning::new(TimexKind::Set, Value::Written(text.into()))
}

/// A set of parts of days, which are shorter than a day.
fn parts(day: &str, part: DayPart) -> Meaning {
    Meaning { time: true, ..set(format!("{day}T{}", part.code())) }
}

/// What may stand before `من كل شهر`.
const OF_EVERY: Roles = Roles::LISTED.and(Roles::WEEK).and(Roles::DAY_PART).and(Roles::EDGE).and(Roles::FROM);

/// Every time that comes again, where words of these roles begin.
pub(crate) fn again(r: &Reader<'_, '_, '_>, at: usize, begins: Roles) -> Option<Piece<Meaning>> {
    let may = |roles: Roles| begins.any(roles);
    let rare = || often(r, at).or_else(|| weekends(r, at)).or_else(|| every(r, at));
    let again = if may(Roles::RARE) { rare() } else { None };
    let again = again.or_else(|| if may(Roles::DAY) { days_of_week(r, at) } else { None });
    let again = again.or_else(|| if may(OF_EVERY) && r.has_every(at) { of_every(r, at) } else { None });
    let counts = may(Roles::TIMES.and(Roles::NUMBER).and(Roles::EVERY)) && r.near(at).any(Roles::TIMES);
    again.or_else(|| if counts { counted(r, at) } else { None })
}

/// `مرتين في الأسبوع`, `ثلاث مرات يوميا`, `مرة كل عامين`: so many times in a stretch of time.
fn counted(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let times = times(r, at)?;
    let within = || often(r, times.end).or_else(|| every(r, times.end))?.bare();
    let within = within().or_else(|| in_one(r, times.end))?;
    Some(times.with(Meaning { frequency: times.value, ..within.value }).to(within.end))
}

/// `مرة واحدة`, `مرتين`, `5 مرات`, `عدة مرات`: how many times, when it is said.
fn times(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Option<u32>>> {
    let noun = |at: usize| {
        r.word_of(at, Roles::TIMES, |hit, w| match w {
            DateWord::Times(count) if !hit.proclitics.article() => Some(count),
            _ => None,
        })
    };
    if let Some(noun) = noun(at) {
        let n = match noun.value {
            Count::One => 1,
            Count::Two => 2,
            Count::Many => return None,
        };
        let one = r.is(noun.end, DateWord::One).filter(|_| n == 1);
        return Some(noun.with(Some(n)).to(one.unwrap_or(noun.end)));
    }
    let few = r.word_of(at, Roles::EVERY, |_, w| (w == DateWord::Few).then_some(None));
    let number = || {
        let number = r.number(at).filter(|n| n.value % 1000 == 0)?;
        Some(number.with(Some(u32::try_from(number.value / 1000).ok()?)))
    };
    let many = few.or_else(number)?;
    let noun = noun(many.end)?.bare().filter(|noun| noun.value != Count::Two)?;
    Some(many.to(noun.end))
}

/// `في الأسبوع`, `باليوم الواحد`, not `في الأسبوع الماضي`: within each.
fn in_one(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let of = r.skip(at, Lead::In);
    let noun = unit(r, of, Count::One).filter(|u| {
        let joined = u.proclitics.preposition() == Some('ب') && u.proclitics.conjunction().is_none();
        u.value.1 && if of > at { u.proclitics.letters() == 0 } else { joined }
    })?;
    let one =
        r.word_of(noun.end, Roles::NUMBER, |hit, w| (w == DateWord::One && hit.proclitics.article()).then_some(()));
    let end = one.map_or(noun.end, |one| one.end);
    let dated = r.relative(end).is_some() || r.digits(end).is_some() || r.is_definite(end);
    let length = one_of(noun.value.0).filter(|_| !dated)?;
    Some(noun.with(length).to(end))
}

/// `عطل نهاية الأسبوع`
fn weekends(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let weekends = r.word_of(at, Roles::RARE, |_, w| (w == DateWord::Weekends).then_some(()))?;
    Some(weekends.with(set(EVERY_WEEKEND)))
}

const EVERY_WEEKEND: &str = "XXXX-WXX-WE";

/// `يوميا`, `ربع سنوي`
fn often(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let often = r.word_of(at, Roles::RARE, |hit, w| match w {
        DateWord::Often(often) if hit.proclitics.preposition().is_none() => Some(often),
        _ => None,
    })?;
    Some(often.with(set(match often.value {
        Often::Daily => "P1D",
        Often::Weekly => "P1W",
        Often::Monthly => "P1M",
        Often::Quarterly => "P3M",
        Often::HalfYearly => "P6M",
        Often::Yearly => "P1Y",
    })))
}

/// `أيام الجمعة`, `أيام الجمعة والسبت من كل أسبوع`, `يوم السبت من كل أسبوع`; not `أيام الجمعة والسبت`, which are days of a week.
fn days_of_week(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let noun = r.word_of(at, Roles::DAY, |hit, w| {
        let days = matches!(w, DateWord::Unit(Unit::Day, _));
        (days && !hit.proclitics.article()).then_some(matches!(w, DateWord::Unit(_, Count::Many)))
    })?;
    let first = weekday(r, noun.end)?.bare()?;
    let days = list(r, first, weekday);
    let of_week = every_week(r, days.end);
    if let Some(end) = of_week {
        return Some(on_days(r, &noun.with(days.value).to(end)));
    }
    let listed = days.value.len() > 1 || r.comma(days.end) > days.end || r.relative(days.end).is_some();
    (!listed && noun.value).then(|| on_days(r, &noun.with(days.value).to(days.end)))
}

/// The end of `من كل أسبوع`.
fn every_week(r: &Reader<'_, '_, '_>, at: usize) -> Option<usize> {
    let of = r.skip(at, Lead::From);
    let week = every_one(r, of).filter(|week| of > at && week.value == Unit::Week)?;
    Some(week.end)
}

/// More of the same kind after the first: `السبت والأحد`, `اثنين وخميس`, `13 و14`.
fn list(
    r: &Reader<'_, '_, '_>,
    first: Piece<u8>,
    read: fn(&Reader<'_, '_, '_>, usize) -> Option<Piece<u8>>,
) -> Piece<Vec<u8>> {
    let mut days = vec![first.value];
    let mut end = first.end;
    while let Some(next) = r.and(end, read).filter(|_| days.len() < MOST) {
        days.push(next.value);
        end = next.end;
    }
    first.with(days).to(end)
}

/// `XXXX-WXX-5`, several of them in braces.
fn written(days: &[u8]) -> String {
    braced(days, |day| format!("XXXX-WXX-{day}"))
}

/// One of them by itself, several of them in braces.
fn braced(days: &[u8], write: impl Fn(u8) -> String) -> String {
    let days: Vec<_> = days.iter().map(|&day| write(day)).collect();
    match days.as_slice() {
        [day] => day.clone(),
        days => format!("{{{}}}", days.join(",")),
    }
}

/// Those days of every week, at an hour when one follows: `كل خميس الساعة 9 مساء`.
fn on_days(r: &Reader<'_, '_, '_>, days: &Piece<Vec<u8>>) -> Piece<Meaning> {
    let day = written(&days.value);
    match hour(r, days.end).filter(|_| days.value.len() == 1) {
        Some(time) => days.with(Meaning { time: true, ..set(format!("{day}{}", time.value)) }).to(time.end),
        None => days.with(set(day)),
    }
}

/// `كل`, without an article.
fn every_word(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<()>> {
    r.word_of(at, Roles::EVERY, |hit, w| (w == DateWord::Every && !hit.proclitics.article()).then_some(()))
}

/// `كل شهر`
fn every_one(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Unit>> {
    let every = every_word(r, at)?.bare()?;
    let one = one_unit(r, every.end)?;
    Some(every.with(one.value).to(one.end))
}

fn one_unit(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Unit>> {
    unit(r, at, Count::One).filter(|u| u.proclitics.is_empty()).map(|u| u.map(|(unit, _)| unit))
}

/// `جمعة`, as `كل` has it.
fn bare_weekday(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<u8>> {
    r.word_of(at, Roles::WEEKDAY, |hit, w| match w {
        DateWord::Weekday { day, article: false }
            if hit.proclitics.letters() == 0 || hit.proclitics.conjunction().is_some() =>
        {
            Some(day)
        }
        _ => None,
    })
}

/// `كل جمعة`, `كل يوم اثنين وخميس`, `كل صباح`, `كل 3 أيام`, `كل عام`, `كل صيف`, `كل شهر رمضان`.
fn every(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let every = every_word(r, at)?;
    // `كل عصر` is every age.
    let daily = |p: &Piece<DayPart>| {
        p.proclitics.is_empty() && !r.folded(p.start).starts_with("ال") && p.value != DayPart::Afternoon
    };
    if let Some(part) = day_part(r, every.end).filter(daily) {
        return Some(every.with(parts("XXXX-XX-XX", part.value)).to(part.end));
    }
    let one = one_unit(r, every.end);
    let after_day = one.filter(|u| u.value == Unit::Day).map_or(every.end, |u| u.end);
    if let Some(first) = bare_weekday(r, after_day).and_then(Piece::bare) {
        let days = list(r, first, bare_weekday);
        return Some(on_days(r, &every.with(days.value).to(days.end)));
    }
    let after_month = one.filter(|u| u.value == Unit::Month).map_or(every.end, |u| u.end);
    if let Some(month) = month(r, after_month).and_then(Piece::bare).filter(|m| is_open(&m.value)) {
        let named = after_month > every.end || month.value.common == Some(Common::No);
        let other = !month.value.calendar.is_ours();
        let text = || format!("XXXX-{:02}", month.value.month.unwrap_or_default());
        let meaning = if other { Meaning::new(TimexKind::Set, Value::Nothing) } else { set(text()) };
        return (named || other).then(|| every.with(meaning).to(month.end));
    }
    if let Some(weekend) = r.word_of(every.end, Roles::RARE, |_, w| matches!(w, DateWord::Weekend { .. }).then_some(()))
    {
        return Some(every.with(set(EVERY_WEEKEND)).to(weekend.end));
    }
    if let Some(season) = r.word_of(every.end, Roles::SEASON, |hit, w| match w {
        DateWord::Season(code) if hit.proclitics.is_empty() => Some(code),
        _ => None,
    }) {
        return Some(every.with(set(format!("XXXX-{}", season.value))).to(season.end));
    }
    if let Some(length) = length(r, every.end).and_then(Piece::bare) {
        let meaning = length.value.meaning();
        return Some(every.with(Meaning { kind: TimexKind::Set, ..meaning }).to(length.end));
    }
    let one = one?;
    // `كل عام وأنتم بخير`
    let wish = r.word_of(one.end, Roles::OTHER, |hit, w| {
        (w == DateWord::Wish && hit.proclitics.conjunction() == Some('و') && hit.proclitics.letters() == 1)
            .then_some(())
    });
    if wish.is_some() {
        return None;
    }
    Some(every.with(one_of(one.value)?).to(one.end))
}

/// Each one of a unit.
fn one_of(unit: Unit) -> Option<Meaning> {
    let text = match unit {
        // `كل ثانية` may be every second one.
        Unit::Second => return None,
        Unit::Minute => "PT1M",
        Unit::Hour => "PT1H",
        Unit::Day => "P1D",
        Unit::Week => "P1W",
        Unit::Month => "P1M",
        Unit::Quarter => "P3M",
        Unit::Year => "P1Y",
        Unit::Decade => "P10Y",
        Unit::Century => "P100Y",
        Unit::Millennium => "P1000Y",
    };
    Some(Meaning { time: unit < Unit::Day, ..set(text) })
}

/// Nothing but a month, or a day of one.
pub(crate) const fn is_open(partial: &Partial) -> bool {
    partial.year.is_none() && partial.relative.is_none() && partial.year_relative.is_none() && !partial.clash
}

/// `مساء كل خميس`, `صباح كل يوم`, `نهاية كل شهر`, `15 من كل شهر`, `الأول من يناير من كل عام`.
fn of_every(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    if let Some(part) = day_part(r, at).filter(|p| !p.proclitics.article()) {
        let every = every_word(r, part.end)?.bare()?;
        let one = one_unit(r, every.end).filter(|u| u.value == Unit::Day);
        if let Some(first) = bare_weekday(r, one.map_or(every.end, |u| u.end)).and_then(Piece::bare) {
            let day = format!("XXXX-WXX-{}", first.value);
            return Some(part.with(parts(&day, part.value)).to(first.end));
        }
        let one = one?;
        return Some(part.with(parts("XXXX-XX-XX", part.value)).to(one.end));
    }
    let edge = r.word_of(at, Roles::EDGE, |hit, w| match w {
        DateWord::Edge(modifier) if !hit.proclitics.article() => Some(modifier),
        _ => None,
    });
    if let Some(edge) = edge {
        let one = every_one(r, edge.end).filter(|u| u.value >= Unit::Week)?;
        let length = every(r, edge.end)?;
        return Some(edge.with(Meaning { modifier: Some(edge.value), ..length.value }).to(one.end));
    }
    // `من الأحد إلى الخميس من كل أسبوع`
    if let Some((lead, first, last)) = from_to(r, at, weekday)
        && let Some(end) = every_week(r, last.end)
    {
        let more = (last.value + 7 - first.value) % 7;
        let days: Vec<_> = (0..=more).map(|n| (first.value + n - 1) % 7 + 1).collect();
        return Some(lead.with(set(written(&days))).to(end));
    }
    // `الاثنين والخميس من كل أسبوع`
    if let Some(first) = weekday(r, at) {
        let days = list(r, first, weekday);
        if let Some(end) = every_week(r, days.end) {
            return Some(on_days(r, &days.to(end)));
        }
    }
    // `15 من كل شهر`, `أول كل شهر`, `13 و14 و15 من كل شهر`
    if let Some(first) = day_number(r, at) {
        let days = list(r, first, day_number);
        let of = r.skip(days.end, Lead::From);
        if let Some(month) = every_one(r, of).filter(|u| u.value == Unit::Month && (of > days.end || first.value == 1))
        {
            return Some(days.with(set(braced(&days.value, |day| format!("XXXX-XX-{day:02}")))).to(month.end));
        }
    }
    // `أول أحد من كل شهر`, for which TIMEX3 has no value.
    if let Some(day) = counted_day(r, at) {
        let of = r.skip(day.end, Lead::From);
        if let Some(month) = every_one(r, of).filter(|u| u.value >= Unit::Week && of > day.end) {
            return Some(day.with(Meaning::new(TimexKind::Set, Value::Nothing)).to(month.end));
        }
    }
    let day = full(r, at).or_else(|| month(r, at)).filter(|d| is_open(&d.value) && d.value.weekday.is_none())?;
    let of = r.skip(day.end, Lead::From);
    let year = every_one(r, of).filter(|u| u.value == Unit::Year && of > day.end)?;
    let meaning = match (day.value.month, day.value.day) {
        (Some(month), Some(n)) if day.value.calendar.is_ours() => set(format!("XXXX-{month:02}-{n:02}")),
        (Some(month), None) if day.value.calendar.is_ours() => set(format!("XXXX-{month:02}")),
        _ => Meaning::new(TimexKind::Set, Value::Nothing),
    };
    Some(day.with(meaning).to(year.end))
}
