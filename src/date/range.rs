//! Lists and ranges: `22 و23 شباط`, `من 20 إلى 21 يوليو`, `بين 2019 و2021`.

use super::day::{Partial, Year, day_number, full, marked_year, month};
use super::reader::{Piece, Reader};
use super::words::{Common, Count, DateWord, Lead, Unit};

/// More days than one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Several {
    /// From the first to the last.
    Range(Partial, Partial),
    /// Each of them, in order.
    List(Vec<Partial>),
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
    let lead =
        r.lead(at).filter(|p| matches!(p.value, Lead::From | Lead::Between) && p.proclitics.preposition().is_none());
    let head = lead.map(|p| p.value);
    let first = item(r, after_day(r, lead.map_or(at, |p| p.end)))?;
    if lead.is_some() && first.proclitics.letters() > 0 {
        return None;
    }
    let start = lead.map_or(first.with(()), |p| p.with(()));
    let (link, second) = linked(r, first.end, head)?;
    if link == Link::To || head == Some(Lead::Between) {
        let (a, b) = (first.value, second.value);
        let fits = (a.is_day_only() && b.day.is_some() && !b.is_day_only())
            || (a.day.is_some() && a.month.is_some() && b.day.is_some() && b.month.is_some())
            || (a.is_month() && b.is_month() && (head.is_some() || certain(&a)))
            || (a.is_year() && b.is_year() && a.year < b.year && a.hijri == b.hijri && !counts(r, &second));
        return fits.then(|| start.with(Several::Range(a, b)).to(second.end));
    }
    let mut items = vec![first.value, second.value];
    let mut end = second.end;
    while items.len() < MOST && items.last().is_some_and(Partial::is_day_only) {
        let (Link::And, next) = linked(r, end, head)? else { return None };
        items.push(next.value);
        end = next.end;
    }
    let (last, rest) = items.split_last()?;
    let days = rest.iter().all(Partial::is_day_only) && last.day.is_some() && !last.is_day_only();
    let months = rest.iter().chain([last]).all(|m| m.is_month() && certain(m))
        && rest.iter().all(|m| m.year.is_none() && m.relative.is_none() && m.year_relative.is_none());
    (days || months).then(|| start.with(Several::List(items)).to(end))
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
            return Some((Link::To, item(r, after_day(r, to))?.bare()?));
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

/// After an optional `يوم`.
fn after_day(r: &Reader<'_, '_, '_>, at: usize) -> usize {
    let day =
        r.word(at, |hit, w| (w == DateWord::Unit(Unit::Day, Count::One) && hit.proclitics.is_empty()).then_some(()));
    day.map_or(at, |p| p.end)
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
    if let Some(digits) = r.digits(at).filter(|d| d.value.len == 4 && (1800..=2100).contains(&d.value.value)) {
        let year = i32::try_from(digits.value.value).ok()?;
        return Some(digits.with(Partial { year: Some(year), ..Partial::default() }));
    }
    let day = day_number(r, at)?;
    Some(day.with(Partial { day: Some(day.value), ..Partial::default() }))
}

/// Whether a month name is nothing else.
fn certain(partial: &Partial) -> bool {
    partial.common == Some(Common::No)
}

/// Whether the second of two numbers rather counts what follows: `من 1900 إلى 2000 طن`.
fn counts(r: &Reader<'_, '_, '_>, year: &Piece<Partial>) -> bool {
    let digits = year.end.checked_sub(1).filter(|&at| at == year.start);
    digits.is_some_and(|at| {
        r.number(at).is_some_and(|n| n.end > year.end)
            || (year.value.year.is_some_and(|y| y % 100 == 0) && !r.closed(year.end) && r.lead(year.end).is_none())
    })
}
