//! Fractions in words: `نصف مليون`, `ثلاثة أرباع`, and the tail of `مليونين ونصف المليون`.

use rust_decimal::Decimal;

use super::cardinal::near;
use super::digits::literal;
use super::words::{Count, Lead, Role, power, role_at};
use crate::gazetteer::Proclitics;
use crate::lexicon::Scan;
use crate::text::{ALEF, LAM, WordKind};

/// Where a fraction has no end, as many decimals are kept.
const DECIMALS: u32 = 6;

/// A fraction read from a place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    pub(super) value: Decimal,
    pub(super) end: usize,
    pub(super) proclitics: Proclitics,
    /// Whether it is a number without a unit after it.
    pub(super) alone: bool,
}

/// The fraction at a word, and what it is a fraction of: `نصف مليون`, `ثلثي المليون`.
pub(super) fn fraction(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<Fraction> {
    let plain = ratio(scan, at, lead)?;
    let Some((end, scale)) = scale(scan, plain.end) else { return finish(plain, 0, plain.end) };
    finish(Ratio { alone: true, ..plain }, scale, end)
}

/// The fraction after the و of a mixed number. It is of the scale that follows it, or else of the one before it.
pub(super) fn tail(scan: &Scan<'_, '_>, at: usize, lead: Lead, before: u32) -> Option<(Decimal, usize)> {
    let plain = ratio(scan, at, lead)?;
    let found = match scale(scan, plain.end) {
        Some((_, scale)) if scale > before => return None,
        Some((end, scale)) => finish(plain, scale, end)?,
        // `ثلاثة ونصف السكان`: half of something else.
        None if definite_noun(scan, plain.end) => return None,
        None => finish(plain, before, plain.end)?,
    };
    Some((found.value, found.end))
}

/// The denominator of a fraction whose numerator stands before `at`: `أرباع`.
pub(super) fn share(scan: &Scan<'_, '_>, at: usize) -> Option<(usize, u8)> {
    let found =
        role_at(scan, at, Lead::Plain, |_, role| if let Role::Share(under) = role { Some(under) } else { None });
    found.filter(|_| near(scan, at)).map(|(hit, under)| (hit.end, under))
}

#[derive(Clone, Copy, Debug)]
struct Ratio {
    over: Decimal,
    under: Decimal,
    end: usize,
    proclitics: Proclitics,
    alone: bool,
}

fn ratio(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<Ratio> {
    if scan.words.get(at)?.kind == WordKind::Digits {
        let over = literal(&scan.words, at).filter(|l| l.digits == Some(1))?;
        let (end, under) = share(scan, over.end)?;
        return Some(Ratio {
            over: over.value,
            under: under.into(),
            end,
            proclitics: Proclitics::default(),
            alone: true,
        });
    }
    let (hit, ratio) = role_at(scan, at, lead, |hit, role| {
        let (over, (end, under), alone) = match role {
            Role::Fraction { over, under, alone } => (over, (hit.end, under), alone),
            Role::Unit(over @ 2..) => (over, share(scan, hit.end)?, true),
            Role::Ten => (10, share(scan, hit.end)?, true),
            _ => return None,
        };
        let proclitics = hit.proclitics;
        Some(Ratio { over: over.into(), under: under.into(), end, proclitics, alone: alone && !proclitics.article() })
    })?;
    Some(Ratio { proclitics: hit.proclitics, ..ratio })
}

fn finish(ratio: Ratio, scale: u32, end: usize) -> Option<Fraction> {
    let value = ratio.over.checked_mul(power(scale)?)?.checked_div(ratio.under)?.round_dp(DECIMALS);
    Some(Fraction { value, end, proclitics: ratio.proclitics, alone: ratio.alone })
}

/// The end and power of a singular scale word, with or without the article.
fn scale(scan: &Scan<'_, '_>, at: usize) -> Option<(usize, u32)> {
    let found =
        role_at(
            scan,
            at,
            Lead::Plain,
            |_, role| if let Role::Scale(p, Count::One) = role { Some(u32::from(p)) } else { None },
        );
    found.filter(|_| near(scan, at)).map(|(hit, power)| (hit.end, power))
}

fn definite_noun(scan: &Scan<'_, '_>, at: usize) -> bool {
    near(scan, at) && scan.words.get(at).is_some_and(|w| scan.words.codes(w).starts_with(&[ALEF, LAM]))
}
