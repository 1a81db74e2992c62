//! How ordinal numbers compose: `الثالثة`, `الخامس عشر`, `الحادي والعشرون`, `المئة والخامس`, `الأول بعد المئة`.

use rust_decimal::Decimal;

use super::cardinal::{Cardinal, alone, cardinal, joined, may_go_on, near};
use super::exact::Exact;
use super::words::{Lead, Role, end_of, role_at};
use crate::gazetteer::Proclitics;
use crate::lexicon::Scan;

/// An ordinal read from a place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ordinal {
    pub(super) value: Exact,
    pub(super) end: usize,
    pub(super) proclitics: Proclitics,
}

/// The longest ordinal at a word. `cardinal` is the one at the same word: tens and hundreds with the article are both
/// (`العشرون`: the twenty, the twentieth).
pub(super) fn ordinal(scan: &Scan<'_, '_>, at: usize, cardinal: Option<&Cardinal>) -> Option<Ordinal> {
    if let Some(small) = below_hundred(scan, at, Lead::Start) {
        let value = Exact::from(u32::from(small.value));
        return Some(match after(scan, small.end) {
            Some((more, end)) => Ordinal { value: value.add(more)?, end, proclitics: small.proclitics },
            None => Ordinal { value, end: small.end, proclitics: small.proclitics },
        });
    }
    let cardinal = cardinal.filter(|c| c.digits.is_none() && (c.definite || may_go_on(scan, c.end)))?;
    let whole = with_hundreds(scan, *cardinal);
    let value = whole.value.filter(|v| v.integer().is_some())?;
    let small = joined(scan, whole.end).and_then(|(at, lead)| last(scan, at, lead));
    // The article may stand before every part, before the last, only before the first, or nowhere: `مئة وثالث وعشرون`.
    let bare = |o: &Small| o.value > 10 || alone(scan, at, o.end);
    if let Some(small) = small.filter(|o| (o.ordinal || o.definite || whole.definite || bare(o)) && is_hundreds(value))
    {
        let value = value.add(u32::from(small.value).into())?;
        return Some(Ordinal { value, end: small.end, proclitics: whole.proclitics });
    }
    let definite = whole.definite && value >= Exact::from(11);
    // `الواحد بعد المئة`
    let below_hundred = definite && value < Exact::from(100) || whole.definite && value == Exact::ONE;
    if let Some((more, end)) = after(scan, whole.end).filter(|_| below_hundred) {
        return Some(Ordinal { value: value.add(more)?, end, proclitics: whole.proclitics });
    }
    definite.then_some(Ordinal { value, end: whole.end, proclitics: whole.proclitics })
}

/// Takes hundreds with an article of their own into a number of thousands: `ألف والمئة`.
fn with_hundreds(scan: &Scan<'_, '_>, whole: Cardinal) -> Cardinal {
    let thousands = whole.value.is_some_and(|value| is_multiple(value, Decimal::ONE_THOUSAND));
    let more = joined(scan, whole.end).filter(|_| thousands).and_then(|(at, lead)| cardinal(scan, at, lead));
    let more = more.filter(|m| m.definite && m.value.is_some_and(|v| v < Exact::from(1000) && is_hundreds(v)));
    match more.and_then(|m| Some((whole.value?.add(m.value?)?, m.end))) {
        Some((value, end)) => Cardinal { value: Some(value), end, definite: true, ..whole },
        None => whole,
    }
}

fn is_hundreds(value: Exact) -> bool {
    value != Exact::ZERO && is_multiple(value, Decimal::ONE_HUNDRED)
}

fn is_multiple(value: Exact, of: Decimal) -> bool {
    value.decimal().and_then(|value| value.checked_rem(of)).is_some_and(|rest| rest.is_zero())
}

#[derive(Clone, Copy, Debug)]
struct Small {
    value: u8,
    end: usize,
    proclitics: Proclitics,
    definite: bool,
    /// Whether it is no other word: `حادي`.
    ordinal: bool,
}

/// The part of an ordinal below a hundred that ends it, after hundreds also `حادي` alone: `المئة وحادي`.
fn last(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<Small> {
    below_hundred(scan, at, lead).or_else(|| {
        let (hit, value) = role_at(scan, at, lead, |_, role| match role {
            Role::OrdinalPart(value @ 1) => Some(value),
            _ => None,
        })?;
        let definite = hit.proclitics.article();
        Some(Small { value, end: hit.end, proclitics: hit.proclitics, definite, ordinal: true })
    })
}

/// An ordinal that begins with one of the first ten: up to 99.
fn below_hundred(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<Small> {
    let mut best: Option<Small> = None;
    role_at(scan, at, lead, |hit, role| {
        let (unit, whole, listed) = match role {
            Role::Ordinal { value, definite } => (value, true, definite),
            Role::OrdinalPart(value) => (value, false, false),
            _ => return None::<()>,
        };
        let definite = listed || hit.proclitics.article();
        let compound = || teen(scan, hit.end, unit).or_else(|| tens(scan, hit.end, unit, definite));
        let compound = if unit < 10 && may_go_on(scan, hit.end) { compound() } else { None };
        let (value, end) = compound.or_else(|| whole.then_some((unit, hit.end)))?;
        if best.is_none_or(|known| known.end < end) {
            best = Some(Small { value, end, proclitics: hit.proclitics, definite, ordinal: false });
        }
        None
    });
    best
}

fn teen(scan: &Scan<'_, '_>, at: usize, unit: u8) -> Option<(u8, usize)> {
    let end = end_of(scan, at, Lead::Plain, Role::Ten).filter(|_| near(scan, at))?;
    Some((unit + 10, end))
}

/// Tens agree in the article: `الثالثة والعشرون` is the 23rd, `الثالثة وعشرون دقيقة` is twenty past three.
fn tens(scan: &Scan<'_, '_>, at: usize, unit: u8, definite: bool) -> Option<(u8, usize)> {
    let (at, lead) = joined(scan, at)?;
    let (hit, tens) = role_at(scan, at, lead, |hit, role| match role {
        Role::Tens(tens) if hit.proclitics.article() == definite => Some(tens),
        _ => None,
    })?;
    Some((unit + tens, hit.end))
}

/// `بعد المئة`: what is added to the ordinal before it.
fn after(scan: &Scan<'_, '_>, at: usize) -> Option<(Exact, usize)> {
    let from = end_of(scan, at, Lead::Plain, Role::After).filter(|&end| near(scan, at) && near(scan, end))?;
    let base = cardinal(scan, from, Lead::Plain).filter(|c| c.definite)?;
    base.value.filter(|&value| is_hundreds(value)).map(|value| (value, base.end))
}
