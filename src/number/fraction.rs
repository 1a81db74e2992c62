//! Fractions in words: `نصف مليون`, `ثلاثة أرباع`, and the tail of `مليونين ونصف المليون`.

use rust_decimal::Decimal;

use super::cardinal::{cardinal, near};
use super::digits::{count, literal};
use super::exact::Exact;
use super::quantity::{has_article, is_definite};
use super::words::{Count, Lead, Role, end_of, power, role_at};
use crate::gazetteer::{Hit, Proclitics};
use crate::lexicon::{Kinds, Scan};
use crate::text::WordKind;

/// A fraction read from a place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    pub(super) value: Exact,
    pub(super) end: usize,
    pub(super) proclitics: Proclitics,
    /// Whether it is a number without a unit after it.
    pub(super) alone: bool,
    /// Whether it has the article: `الثلث`.
    pub(super) definite: bool,
}

/// The fraction at a word, and what it is a fraction of: `نصف مليون`, `ثلثي المليون`.
pub(super) fn fraction(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<Fraction> {
    let plain = ratio(scan, at, lead)?;
    if let Some(part) = of_fraction(scan, plain) {
        return finish(part, 0, part.end);
    }
    let Some((end, scale)) = scale(scan, plain.end) else { return finish(plain, 0, plain.end) };
    finish(Ratio { alone: true, ..plain }, scale, end)
}

/// A fraction of another: `ربع العشر`, `ثلثا الثلث`; not `نصف الربع الأول`.
fn of_fraction(scan: &Scan<'_, '_>, part: Ratio) -> Option<Ratio> {
    let whole = |hit: &Hit, role: Role| match role {
        Role::Fraction { over, under, .. } if hit.proclitics.article() => Some((over, under)),
        _ => None,
    };
    let (hit, (over, under)) = role_at(scan, part.end, Lead::Plain, whole)?;
    let fits = !part.definite && near(scan, part.end) && !is_definite(scan, hit.end);
    let over = part.over.checked_mul(over.into()).filter(|_| fits)?;
    Some(Ratio { over, under: part.under.checked_mul(under.into())?, end: hit.end, alone: true, ..part })
}

/// Whether a fraction can begin at a word: a quick look before the others.
pub(super) fn may_begin(scan: &Scan<'_, '_>, at: usize) -> bool {
    let share = |end: usize| {
        scan.has(end, Kinds::NUMBER) && scan.numbers(end).iter().any(|(_, role)| matches!(role, Role::Share(_)))
    };
    let word = |(hit, role): &(Hit, Role)| match role {
        Role::Fraction { .. } | Role::TwoParts(_) => true,
        Role::Unit(_) | Role::Ten => share(hit.end),
        _ => false,
    };
    match scan.words.get(at).map(|w| w.kind) {
        Some(WordKind::Digits) => share(at + 1),
        _ => scan.has(at, Kinds::NUMBER) && scan.numbers(at).iter().any(word),
    }
}

/// The fraction after the و of a mixed number. It is of the scale that follows it, or else of the one before it.
pub(super) fn tail(scan: &Scan<'_, '_>, at: usize, lead: Lead, before: u32) -> Option<(Exact, usize)> {
    // `وخمس` is five, as a rule.
    let plain = ratio(scan, at, lead).filter(|plain| !plain.homograph)?;
    let found = match scale(scan, plain.end) {
        Some((_, scale)) if scale > before => return None,
        Some((end, scale)) => finish(plain, scale, end)?,
        // `ثلاثة ونصف السكان`: half of something else.
        None if is_definite(scan, plain.end) => return None,
        None => finish(plain, before, plain.end)?,
    };
    Some((found.value, found.end))
}

/// The fraction after the و of a number that a scale word follows, of one: `ثلاثة ونصف مليار`.
pub(super) fn before_scale(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<(Exact, usize)> {
    let (part, end) = plain(scan, at, lead)?;
    let (_, power) = scale(scan, end)?;
    (power > 2 && !is_definite(scan, end)).then_some((part, end))
}

/// The fraction of a scale that is named again behind what it counts: `مليون دولار ونصف المليون`.
pub(super) fn again(scan: &Scan<'_, '_>, at: usize, lead: Lead, power: u32) -> Option<(Exact, usize)> {
    let plain = ratio(scan, at, lead)?;
    let (end, named) = scale(scan, plain.end)?;
    let part = finish(plain, named, end).filter(|_| named == power && has_article(scan, plain.end))?;
    Some((part.value, part.end))
}

/// The fraction at a word, without what it is a fraction of.
pub(super) fn plain(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<(Exact, usize)> {
    let plain = ratio(scan, at, lead).filter(|plain| !plain.homograph)?;
    finish(plain, 0, plain.end).map(|part| (part.value, part.end))
}

/// What `إلا` takes away from the number before it: `مليون إلا ربعا`, `ألف إلا خمسين`.
pub(super) fn exception(scan: &Scan<'_, '_>, at: usize, from: Exact, power: u32) -> Option<(Exact, usize)> {
    let at = end_of(scan, at, Lead::Plain, Role::Except).filter(|_| near(scan, at))?;
    if let Some((less, end)) = tail(scan, at, Lead::Plain, power) {
        return Some((less.negate(), end));
    }
    // `لم يبق من العشرين إلا خمسة` is no 15: only what is little of a round number.
    let less = cardinal(scan, at, Lead::Plain).filter(|_| near(scan, at))?;
    let (value, hundred) = (less.value?, Exact::from(100));
    (from >= hundred && value.times(Decimal::TEN)? <= from).then_some((value.negate(), less.end))
}

/// Whether damma on its first letter says that the word is a fraction: `خُمس`, and not `خمسُ`.
pub(super) fn is_fraction(scan: &Scan<'_, '_>, at: usize) -> bool {
    let marked = scan.words.surface(at).split_once('\u{064F}');
    marked.is_some_and(|(first, rest)| first.ends_with(['خ', 'س', 'ت', 'ع']) && rest.chars().any(char::is_alphabetic))
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
    under: u64,
    end: usize,
    proclitics: Proclitics,
    alone: bool,
    definite: bool,
    /// Whether the word is also a number: `خمس`, and not `خُمس`.
    homograph: bool,
}

fn ratio(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<Ratio> {
    if scan.words.get(at)?.kind == WordKind::Digits {
        let (end, under) = share(scan, at + 1).filter(|_| count(&scan.words, at) == 1)?;
        let over = literal(scan, at).filter(|l| l.digits == Some(1))?;
        return Some(Ratio {
            over: over.value.decimal()?,
            under: under.into(),
            end,
            proclitics: Proclitics::default(),
            alone: true,
            definite: false,
            homograph: false,
        });
    }
    // `ربع آلاف` are four thousand in the Maghreb.
    let plural = |end: usize| {
        let many = |_: &Hit, role: Role| matches!(role, Role::Scale(_, Count::Many)).then_some(());
        near(scan, end) && role_at(scan, end, Lead::Plain, many).is_some_and(|(hit, ())| !hit.proclitics.article())
    };
    let (hit, ratio) = role_at(scan, at, lead, |hit, role| {
        let (over, (end, under), alone) = match role {
            Role::Fraction { over, under, alone } if !plural(hit.end) => (over, (hit.end, under), alone),
            Role::TwoParts(under) if is_definite(scan, hit.end) || scan.words.folded(at).ends_with("ان") => {
                (2, (hit.end, under), true)
            }
            Role::Unit(over @ 2..) => (over, share(scan, hit.end)?, true),
            Role::Ten => (10, share(scan, hit.end)?, true),
            _ => return None,
        };
        let proclitics = hit.proclitics;
        let definite = proclitics.article();
        let homograph = matches!((role, under), (Role::Fraction { .. }, 5 | 7 | 9 | 10)) && !is_fraction(scan, at);
        let alone = alone && !definite;
        Some(Ratio { over: over.into(), under: under.into(), end, proclitics, alone, definite, homograph })
    })?;
    Some(Ratio { proclitics: hit.proclitics, ..ratio })
}

fn finish(ratio: Ratio, scale: u32, end: usize) -> Option<Fraction> {
    let value = Exact::ratio(ratio.over.checked_mul(power(scale)?)?, ratio.under)?;
    Some(Fraction { value, end, proclitics: ratio.proclitics, alone: ratio.alone, definite: ratio.definite })
}

/// The end and power of a singular scale word, with or without the article.
fn scale(scan: &Scan<'_, '_>, at: usize) -> Option<(usize, u32)> {
    let found = role_at(scan, at, Lead::Plain, |_, role| match role {
        Role::Scale(p, Count::One) => Some(u32::from(p)),
        Role::Hundreds(100) | Role::SpokenHundred(100) => Some(2),
        _ => None,
    });
    found.filter(|_| near(scan, at)).map(|(hit, power)| (hit.end, power))
}
