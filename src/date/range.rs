//! Lists and ranges: `22 و23 شباط`, `من 20 إلى 21 يوليو`, `بين 2019 و2021`.

use super::day::{
    Partial, Year, counts as counts_next, counts_noun, day_number, full, marked_year, month, weekday, year_after,
};
use super::grammar::Meaning;
use super::reader::{Digits, Piece, Reader};
use super::relative::{edge, lone_weekday, near_day, placed_unit};
use super::resolve::Resolver;
use super::start::Roles;
use super::value::Value;
use super::words::{Common, Count, DateWord, Lead, Reckoning, Unit};
use super::year::year;

/// More days than one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Several {
    /// From the first to the last.
    Range(Partial, Partial),
    /// Each of them, in order.
    List(Vec<Partial>),
}

impl Several {
    pub(crate) fn meaning(&self, s: &Resolver) -> Meaning {
        let edges = match self {
            Self::Range(from, to) => (from.edge, to.edge),
            Self::List(_) => (None, None),
        };
        Meaning { edges, ..Meaning::date(s.several(self)) }
    }
}

/// How two dates are joined.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    To,
    And,
}

/// The most days a list holds.
const MOST: usize = 12;

/// `من 20 إلى 21 يوليو`, `10-15 مايو 2022`, `بين 2 و7 فبراير 2018`, `من مارس إلى يونيو 2021`, `22 و23 شباط`.
pub(crate) fn several(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Several>> {
    if let Some(days) = days_of_month(r, at).or_else(|| days_of_weekdays(r, at)) {
        return Some(days);
    }
    let lead =
        r.lead(at).filter(|p| matches!(p.value, Lead::From | Lead::Between) && p.proclitics.preposition().is_none());
    let head = lead.map(|p| p.value);
    let first = match &lead {
        Some(lead) => edged_item(r, lead.end)?,
        None => item(r, after_day(r, at))?,
    };
    if lead.is_some() && first.proclitics.letters() > 0 {
        return None;
    }
    let start = lead.map_or(first.with(()), |p| p.with(()));
    let (link, second) = linked(r, first.end, head)?;
    if link == Link::To || head == Some(Lead::Between) {
        let (a, b) = (first.value, second.value);
        // Numbers before our age are years where `من` or `بين` frames them and nothing follows that they count.
        let bare = a.is_year() && r.digits(first.start).is_some();
        let old = bare && a.year.is_some_and(|year| year < 1800) && a.calendar.is_ours();
        if old && head.is_none() {
            return None;
        }
        let fits = (a.is_day_only() && b.day.is_some() && !b.is_day_only())
            || (a.day.is_some() && a.month.is_some() && b.day.is_some() && b.month.is_some())
            || (a.is_month() && b.is_month() && (head.is_some() || certain(&a)))
            || (a.is_year() && b.is_year() && a.year < b.year && a.calendar == b.calendar && !counts(r, &second, old));
        return fits.then(|| start.with(Several::Range(a, b)).to(second.end));
    }
    let mut items = vec![first.value, second.value];
    let mut end = second.end;
    let open = |items: &[Partial]| items.len() < MOST && items.last().is_some_and(Partial::is_day_only);
    while open(&items) {
        let (Link::And, next) = linked(r, end, head)? else { return None };
        items.push(next.value);
        end = next.end;
    }
    let is_bare = |m: &Partial| m.is_month() && m.year.is_none() && m.relative.is_none() && m.year_relative.is_none();
    while items.len() < MOST && items.iter().all(is_bare) {
        let Some(next) = r.and(end, month) else { break };
        items.push(next.value);
        end = next.end;
    }
    let (last, rest) = items.split_last()?;
    let days = rest.iter().all(Partial::is_day_only) && last.day.is_some() && !last.is_day_only();
    // `مارس وأبريل`: one of them tells what the others are.
    let all = || rest.iter().chain([last]);
    let months = all().all(|m| m.is_month() && m.common < Some(Common::Beside) && m.calendar == last.calendar)
        && all().any(certain)
        && rest.iter().all(is_bare);
    (days || months).then(|| start.with(Several::List(items)).to(end))
}

/// `يوليو 13-15، 2022`, and `يوليو 13-15` alone.
fn days_of_month(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Several>> {
    let name = month(r, at).filter(|m| m.value.year.is_none() && m.value.relative.is_none())?;
    let first = day_number(r, name.end).filter(|_| r.digits(name.end).is_some())?;
    let second = day_number(r, first.end + 1).filter(|d| r.dash(first.end) && d.value > first.value)?;
    let year = year_after(r, second.end, name.value.calendar);
    let end = year.as_ref().map_or(second.end, |y| y.end);
    if year.is_none() && !r.alone(at, end) {
        return None;
    }
    let mut partial = name.value;
    if let Some(year) = &year {
        year.value.put(&mut partial);
    }
    let on = |day: u8| Partial { day: Some(day), ..partial };
    Some(name.with(Several::Range(on(first.value), on(second.value))).to(end))
}

/// `الثلاثاء والأربعاء 14 و15 مايو`: days with their weekdays told before.
fn days_of_weekdays(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Several>> {
    let first = weekday(r, at)?;
    let mut weekdays = vec![first.value];
    let mut end = first.end;
    while let Some(next) = r.and(end, weekday).filter(|_| weekdays.len() < MOST) {
        weekdays.push(next.value);
        end = next.end;
    }
    let from = r.comma(end);
    if weekdays.len() < 2 || weekday(r, from).is_some() {
        return None;
    }
    let days = several(r, from)?.bare()?;
    let Several::List(mut items) = days.value else { return None };
    for (item, weekday) in items.iter_mut().zip(&weekdays) {
        item.weekday = Some(*weekday);
    }
    (items.len() == weekdays.len()).then(|| first.with(Several::List(items)).to(days.end))
}

/// The next of several dates, and how it is joined to those before.
fn linked(r: &Reader<'_, '_, '_>, at: usize, head: Option<Lead>) -> Option<(Link, Piece<Partial>)> {
    if head != Some(Lead::Between) {
        let to = if r.dash(at) {
            Some(at + 1)
        } else {
            // `منذ 2011 وحتى 2015` are two dates, `من 2011 وحتى 2015` is one.
            let to = r.lead(at).filter(|p| matches!(p.value, Lead::To | Lead::Until));
            to.filter(|p| head.is_some() || p.proclitics.letters() == 0).map(|p| p.end)
        };
        if let Some(to) = to {
            let next = if head.is_some() { edged_item(r, to) } else { item(r, after_day(r, to)) };
            return Some((Link::To, next?.bare()?));
        }
    }
    if head == Some(Lead::From) {
        return None;
    }
    if let Some(next) = r.and(at, item) {
        return Some((Link::And, next));
    }
    let comma = r.comma(at);
    let next = if comma > at { item(r, comma) } else { None };
    next.and_then(Piece::bare).filter(|n| n.value.day.is_some()).map(|n| (Link::And, n))
}

/// One of several dates, after an optional `مطلع`, `أواخر` of a month: `من مطلع مارس إلى أواخر مايو`.
fn edged_item(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    let edge = r.word_of(at, Roles::EDGE, |hit, w| {
        if let DateWord::Edge(part) = w { Some(part) } else { None }.filter(|_| hit.proclitics.letters() == 0)
    });
    let months = |at: usize| month(r, after_day(r, at)).is_some();
    match edge.filter(|edge| months(edge.end)) {
        Some(edge) => item(r, after_day(r, edge.end)).map(|p| p.map(|of| Partial { edge: Some(edge.value), ..of })),
        None => item(r, after_day(r, at)),
    }
}

/// After an optional `يوم` or `شهر`.
fn after_day(r: &Reader<'_, '_, '_>, at: usize) -> usize {
    let carrier = |w| matches!(w, DateWord::Unit(Unit::Day | Unit::Month, Count::One));
    let noun =
        r.word_of(at, Roles::DAY.and(Roles::MONTHS), |hit, w| (carrier(w) && hit.proclitics.is_empty()).then_some(()));
    noun.map_or(at, |p| p.end)
}

/// One of several dates: a day with or without its month, a month, or a year.
fn item(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    if let Some(date) = full(r, at).or_else(|| month(r, at)) {
        return Some(date);
    }
    if let Some(year) = marked_year(r, at) {
        let Year::Counted { .. } = year.value else { return None };
        let mut partial = Partial::default();
        year.value.put(&mut partial);
        return Some(year.with(partial));
    }
    let hijri = |d: &Piece<Digits>| i32::try_from(d.value.value).is_ok_and(|year| r.tells_hijri(year));
    if let Some(digits) = r.digits(at).filter(|d| d.value.len == 4 && hijri(d)) {
        let year = i32::try_from(digits.value.value).ok();
        return Some(digits.with(Partial { year, calendar: Reckoning::Hijri, ..Partial::default() }));
    }
    if let Some(digits) = r.digits(at).filter(|d| d.value.len == 4 && (1000..=2100).contains(&d.value.value)) {
        let year = i32::try_from(digits.value.value).ok()?;
        return Some(digits.with(Partial { year: Some(year), ..Partial::default() }));
    }
    // `الحركة الأولى حتى 8 مايو`: days of a month are masculine.
    let day = day_number(r, at).filter(|_| !r.surface(at).ends_with(['ة', 'ى']))?;
    Some(day.with(Partial { day: Some(day.value), ..Partial::default() }))
}

/// Whether a month name is nothing else.
fn certain(partial: &Partial) -> bool {
    partial.common == Some(Common::No)
}

/// Whether the second of two numbers rather counts what follows: `من 1900 إلى 2000 طن`, `بين 1850 و1950 دولارا`.
fn counts(r: &Reader<'_, '_, '_>, year: &Piece<Partial>, old: bool) -> bool {
    let Some(digits) = r.digits(year.start).filter(|d| d.end == year.end) else { return false };
    r.number(year.start).is_some_and(|n| n.end > year.end)
        || counts_noun(r, year.end)
        || (old && counts_next(r, &digits))
        || (year.value.year.is_some_and(|y| y % 100 == 0) && !r.closed(year.end) && r.lead(year.end).is_none())
}

/// `من` or `بين` with what stands on either side of `إلى` or و, each read by `one`.
pub(crate) fn from_to<T>(
    r: &Reader<'_, '_, '_>,
    at: usize,
    one: impl Fn(&Reader<'_, '_, '_>, usize) -> Option<Piece<T>>,
) -> Option<(Piece<()>, Piece<T>, Piece<T>)> {
    let lead =
        r.lead(at).filter(|p| matches!(p.value, Lead::From | Lead::Between) && p.proclitics.preposition().is_none())?;
    let first = one(r, lead.end)?.bare()?;
    let second = if lead.value == Lead::Between {
        r.and(first.end, one)?
    } else {
        let to = r.lead(first.end).filter(|p| matches!(p.value, Lead::To | Lead::Until))?;
        one(r, to.end)?.bare()?
    };
    Some((lead.with(()), first, second))
}

/// `من السبت إلى الاثنين`, `بين أمس وغد`, `من مطلع أكتوبر 2021 إلى أواخر عام 2022`: from one stretch to another, each told in its own way.
pub(crate) fn mixed(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let one = |r: &Reader<'_, '_, '_>, at: usize| edge(r, s, at).or_else(|| stretch(r, s, after_day(r, at)));
    let (lead, first, second) = from_to(r, at, one)?;
    let end =
        |p: &Piece<Meaning>| Some((p.value.value.point()?, weekday(r, p.start).is_some_and(|day| day.end == p.end)));
    let ends = end(&first).zip(end(&second)).and_then(|(from, to)| s.in_order(from, to));
    let value = ends.map_or(Value::Nothing, |(from, to)| Value::Interval(from, to));
    let edges = (first.value.modifier, second.value.modifier);
    Some(lead.with(Meaning { edges, ..Meaning::date(value) }).to(second.end))
}

/// A stretch of the calendar, however it is told.
fn stretch(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let named = |p: Piece<Partial>| p.with(Meaning::date(s.partial(&p.value).0));
    let found = [
        full(r, at).map(named),
        month(r, at).filter(|m| certain(&m.value) || m.value.year.is_some()).map(named),
        year(r, s, at),
        placed_unit(r, s, at),
        near_day(r, s, at),
        lone_weekday(r, s, at),
    ];
    found.into_iter().flatten().max_by_key(|p| p.end)
}
