//! Units made of two: `كيلومترا في الساعة`, `كم/س`, `كيلوواط ساعة`, `لترات لكل 100 كيلومتر`.

use super::cardinal::near;
use super::digits::literal;
use super::words::{Form, Lead, Measure, Role, Unit, role_at, symbol};
use crate::gazetteer::Hit;
use crate::lexicon::Scan;
use crate::text::{Gap, WordKind};

/// The CLDR ids of the rates that texts give: the unit that is counted, and that of which there is one.
const RATES: [&str; 40] = [
    "kilometer-per-hour",
    "kilometer-per-minute",
    "kilometer-per-second",
    "meter-per-hour",
    "meter-per-minute",
    "meter-per-second",
    "meter-per-square-second",
    "mile-per-hour",
    "foot-per-second",
    "liter-per-second",
    "liter-per-minute",
    "liter-per-hour",
    "cubic-meter-per-second",
    "cubic-meter-per-minute",
    "cubic-meter-per-hour",
    "cubic-foot-per-second",
    "tonne-per-hour",
    "tonne-per-hectare",
    "kilogram-per-hectare",
    "kilogram-per-cubic-meter",
    "gram-per-liter",
    "gram-per-deciliter",
    "gram-per-cubic-centimeter",
    "milligram-per-liter",
    "milligram-per-deciliter",
    "milligram-per-cubic-meter",
    "microgram-per-cubic-meter",
    "bit-per-second",
    "kilobit-per-second",
    "megabit-per-second",
    "gigabit-per-second",
    "terabit-per-second",
    "kilobyte-per-second",
    "megabyte-per-second",
    "gigabyte-per-second",
    "liter-per-kilometer",
    "kilometer-per-liter",
    "mile-per-gallon",
    "pixel-per-inch",
    "watt-per-square-meter",
];

/// What is counted in so many of it for every hundred kilometres.
const PER_HUNDRED: [&str; 2] = ["liter-per-100-kilometer", "kilowatt-hour-per-100-kilometer"];

/// Power for an hour is energy. Newspapers also write `ميغاواط/ساعة` and `كيلوواط في الساعة`.
const FOR_AN_HOUR: [&str; 6] =
    ["watt-hour", "kilowatt-hour", "megawatt-hour", "gigawatt-hour", "terawatt-hour", "milliampere-hour"];

/// Folded words for the times that rates are of, without the article.
const TIMES: [(&str, &str); 10] = [
    ("ساعه", "hour"),
    ("س", "hour"),
    ("h", "hour"),
    ("دقيقه", "minute"),
    ("د", "minute"),
    ("min", "minute"),
    ("ثانيه", "second"),
    ("ثا", "second"),
    ("ث", "second"),
    ("s", "second"),
];

/// The unit that one before `at` makes with what follows it, and where that ends.
pub(super) fn compound(scan: &Scan<'_, '_>, unit: &'static str, at: usize) -> Option<(&'static str, usize)> {
    let word = scan.words.get(at).filter(|w| w.gap <= Gap::Space)?;
    if word.is('/') {
        let tight = word.gap == Gap::None;
        return over(scan, unit, at + 1, Article::Any).filter(|_| tight);
    }
    if word.kind != WordKind::Arabic {
        return None;
    }
    match scan.words.folded(at) {
        "ساعه" => Some((energy(unit)?, at + 1)),
        "في" | "علي" => over(scan, unit, at + 1, Article::With).filter(|&(_, end)| !is_numbered(scan, end)),
        "لكل" | "كل" => over(scan, unit, at + 1, Article::Without),
        _ => glued(scan, unit, at),
    }
}

/// `بالساعة`, `للتر`: the preposition and its noun in one word.
fn glued(scan: &Scan<'_, '_>, unit: &str, at: usize) -> Option<(&'static str, usize)> {
    let word = scan.words.folded(at);
    let time = word.strip_prefix("بال").and_then(time);
    if let Some(time) = time {
        return Some((rate(unit, time)?, at + 1));
    }
    let (hit, id) = role_at(scan, at, Lead::Start, |hit, role| {
        let p = hit.proclitics;
        // `للتر` may be ل and `لتر`.
        let per = p.preposition() == Some('ل') || (p.article() && p.preposition() == Some('ب'));
        (per && p.conjunction().is_none()).then(|| rate(unit, one(role)?)).flatten()
    })?;
    Some((id, hit.end))
}

/// Whether a noun behind a preposition or slash has the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Article {
    With,
    Without,
    Any,
}

impl Article {
    fn fits(self, definite: bool) -> bool {
        self == Self::Any || (self == Self::With) == definite
    }
}

/// The unit with the one at `at` below it.
fn over(scan: &Scan<'_, '_>, unit: &str, at: usize, article: Article) -> Option<(&'static str, usize)> {
    let word = scan.words.get(at).filter(|w| w.gap <= Gap::Space)?;
    if word.kind == WordKind::Digits {
        return hundred(scan, unit, at);
    }
    let folded = scan.words.folded(at);
    let (noun, definite) = folded.strip_prefix("ال").map_or((folded, false), |noun| (noun, true));
    if let Some(of) = time(noun).filter(|_| article.fits(definite)) {
        let tight = scan.words.get(at + 1).is_some_and(|w| w.gap == Gap::None);
        let square = matches!(scan.words.folded(at + 1), "المربعه" | "مربعه") && near(scan, at + 1);
        let squared = of == "second" && (square || (tight && scan.words.surface(at + 1) == "\u{B2}"));
        let (of, end) = if squared { ("square-second", at + 2) } else { (of, at + 1) };
        return Some((rate(unit, of)?, end));
    }
    if word.kind == WordKind::Other {
        return Some((rate(unit, one(symbol(scan.words.surface(at))?)?)?, at + 1));
    }
    let (hit, id) = role_at(scan, at, Lead::Plain, |hit: &Hit, role| {
        article.fits(hit.proclitics.article()).then(|| rate(unit, one(role)?)).flatten()
    })?;
    Some((id, hit.end))
}

/// `لكل 100 كيلومتر`, `/100 كم`
fn hundred(scan: &Scan<'_, '_>, unit: &str, at: usize) -> Option<(&'static str, usize)> {
    let hundred = literal(scan, at).filter(|hundred| hundred.value.integer() == Some(100))?;
    let (hit, ()) = role_at(scan, hundred.end, Lead::Plain, |_, role| (one(role) == Some("kilometer")).then_some(()))?;
    let id = PER_HUNDRED.into_iter().find(|id| id.strip_suffix("-per-100-kilometer") == Some(unit))?;
    near(scan, hundred.end).then_some((id, hit.end))
}

/// The unit of which a word says one.
fn one(role: Role) -> Option<&'static str> {
    match role {
        Role::Measure(Measure { of: Unit::Of(unit), form: Form::One | Form::Any }) => Some(unit),
        _ => None,
    }
}

fn time(noun: &str) -> Option<&'static str> {
    TIMES.iter().find(|(word, _)| *word == noun).map(|&(_, time)| time)
}

/// The id of a rate.
fn rate(unit: &str, of: &str) -> Option<&'static str> {
    // `رطل على البوصة المربعة` is a force.
    if (unit, of) == ("pound", "square-inch") {
        return Some("pound-force-per-square-inch");
    }
    let found = RATES.into_iter().find(|id| id.split_once("-per-") == Some((unit, of)));
    found.or_else(|| energy(unit).filter(|_| of == "hour"))
}

fn energy(unit: &str) -> Option<&'static str> {
    FOR_AN_HOUR.into_iter().find(|id| id.strip_suffix("-hour") == Some(unit))
}

/// Whether the noun before `at` has a number of its own: `في الساعة الثانية`, `في الساعة 5`.
fn is_numbered(scan: &Scan<'_, '_>, at: usize) -> bool {
    let rank = |hit: &Hit, role: Role| match role {
        Role::Ordinal { definite, .. } => (definite || hit.proclitics.article()).then_some(()),
        _ => None,
    };
    let digits = scan.words.get(at).is_some_and(|w| w.kind == WordKind::Digits);
    near(scan, at) && (digits || role_at(scan, at, Lead::Plain, rank).is_some())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::gazetteer::rows;

    #[test]
    fn every_part_of_a_compound_has_words() {
        let units: HashSet<_> = rows(include_str!("../../seeds/lexicon/units.tsv")).map(|row| row[2]).collect();
        let times = ["hour", "minute", "second", "square-second", "100-kilometer"];
        for id in RATES.into_iter().chain(PER_HUNDRED) {
            let (unit, of) = id.split_once("-per-").unwrap();
            let known = units.contains(unit) || FOR_AN_HOUR.contains(&unit);
            assert!(known && (units.contains(of) || times.contains(&of)), "{id}");
        }
        for id in FOR_AN_HOUR {
            assert!(units.contains(id.strip_suffix("-hour").unwrap()), "{id}");
        }
    }
}
