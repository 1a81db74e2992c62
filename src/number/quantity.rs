//! What a number counts: percent, units of measurement, money.

use rust_decimal::Decimal;

use super::cardinal::{joined, near};
use super::fraction::tail;
use super::words::{Currency, Lead, Measure, Role, Unit, role_at, symbol};
use crate::EntityKind;
use crate::gazetteer::Proclitics;
use crate::lexicon::Scan;
use crate::text::{Gap, WordKind};

pub(super) const PERCENT_SIGNS: [char; 4] = ['%', '\u{066A}', '\u{FE6A}', '\u{FF05}'];

/// What was counted, and where that ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Counted {
    pub(super) kind: EntityKind,
    pub(super) unit: Option<&'static str>,
    pub(super) end: usize,
    /// A fraction after the unit: `ثلاثة كيلومترات ونصف`.
    pub(super) more: Option<Decimal>,
}

/// What the number that ends at `at` counts, if the text names it. After a vague number the noun has the article
/// (`ملايين الدولارات`).
pub(super) fn counted(scan: &Scan<'_, '_>, at: usize, vague: bool) -> Option<Counted> {
    let word = scan.words.get(at).filter(|w| w.gap <= Gap::Line)?;
    let tight = word.gap < Gap::Line && !opens_number(scan, at);
    let found = match word.kind {
        WordKind::Symbol(c) if PERCENT_SIGNS.contains(&c) => tight.then(|| percent(at + 1)),
        WordKind::Symbol('\u{B0}') => degrees(scan, at),
        WordKind::Symbol(_) | WordKind::Other => {
            symbol(scan.words.surface(at)).filter(|_| tight).map(|unit| of(unit, at + 1))
        }
        WordKind::Digits => None,
        WordKind::Arabic => noun(scan, at, vague),
    }?;
    let half = joined(scan, found.end).filter(|_| found.kind != EntityKind::Percent && !vague);
    let half = half.and_then(|(at, lead)| tail(scan, at, lead, 0));
    Some(half.map_or(found, |(more, end)| Counted { more: Some(more), end, ..found }))
}

fn noun(scan: &Scan<'_, '_>, at: usize, vague: bool) -> Option<Counted> {
    let (hit, found) = role_at(scan, at, Lead::Plain, |hit, role| match role {
        Role::Percent => Some(None),
        Role::Measure(Measure { of, .. }) if vague || !hit.proclitics.article() => Some(Some(of)),
        _ => None,
    })?;
    let Some(unit) = found else { return Some(percent(hit.end)) };
    Some(named(scan, unit, hit.end))
}

/// A unit or currency with the adjective that tells whose currency it is.
fn named(scan: &Scan<'_, '_>, unit: Unit, end: usize) -> Counted {
    let Unit::Money(money) = unit else { return of(unit, end) };
    let whose = role_at(scan, end, Lead::Plain, |_, role| match role {
        Role::Nationality(Currency { family, code }) if family == money.family => Some(code),
        _ => None,
    });
    match whose.filter(|_| near(scan, end)) {
        Some((hit, code)) => of(Unit::Money(Currency { code, ..money }), hit.end),
        None => of(unit, end),
    }
}

/// Two of a unit in one word: `كيلومترين`.
pub(super) fn dual(scan: &Scan<'_, '_>, at: usize) -> Option<(Counted, Proclitics)> {
    let (hit, unit) = role_at(scan, at, Lead::Start, |hit, role| match role {
        Role::Measure(Measure { of, dual: true }) if !hit.proclitics.article() => Some(of),
        _ => None,
    })?;
    let found = named(scan, unit, hit.end);
    let half = joined(scan, found.end).and_then(|(at, lead)| tail(scan, at, lead, 0));
    Some((half.map_or(found, |(more, end)| Counted { more: Some(more), end, ..found }), hit.proclitics))
}

/// A sign before digits: `%15`, `$10`, `USD 10`. Gives what it means; the number follows at the next word.
pub(super) fn sign(scan: &Scan<'_, '_>, at: usize) -> Option<Counted> {
    let word = scan.words.get(at).filter(|w| !w.opaque)?;
    let next = scan.words.get(at + 1).filter(|w| w.kind == WordKind::Digits && w.gap <= Gap::Space)?;
    match word.kind {
        WordKind::Symbol(c) if PERCENT_SIGNS.contains(&c) => (next.gap == Gap::None).then(|| percent(at + 1)),
        WordKind::Symbol(_) | WordKind::Other => {
            let unit = symbol(scan.words.surface(at)).filter(|u| matches!(u, Unit::Money(_)))?;
            Some(of(unit, at + 1))
        }
        _ => None,
    }
}

/// Whether a sign stands right before the digits of the next number and away from the last one.
fn opens_number(scan: &Scan<'_, '_>, at: usize) -> bool {
    let tight = |i: usize| scan.words.get(i).is_some_and(|w| w.gap == Gap::None);
    !tight(at) && tight(at + 1) && scan.words.get(at + 1).is_some_and(|w| w.kind == WordKind::Digits)
}

fn degrees(scan: &Scan<'_, '_>, at: usize) -> Option<Counted> {
    let letter = scan.words.get(at + 1).filter(|w| w.gap == Gap::None && w.kind == WordKind::Other)?;
    let unit = match letter.span().of(scan.words.text()) {
        "C" | "c" => "celsius",
        "F" | "f" => "fahrenheit",
        _ => return None,
    };
    Some(of(Unit::Of(unit), at + 2))
}

const fn percent(end: usize) -> Counted {
    Counted { kind: EntityKind::Percent, unit: Some("percent"), end, more: None }
}

const fn of(unit: Unit, end: usize) -> Counted {
    match unit {
        Unit::Of(unit) => Counted { kind: EntityKind::Quantity, unit: Some(unit), end, more: None },
        Unit::Money(money) => Counted { kind: EntityKind::Money, unit: money.code, end, more: None },
    }
}
