//! What a number counts: percent, units of measurement, money.

use super::beside::is_length;
use super::cardinal::{cardinal, goes_on, joined, near};
use super::compound::compound;
use super::digits::{count, literal};
use super::exact::Exact;
use super::fraction::{exception, plain, tail};
use super::words::{Currency, Form, Lead, Measure, Minor, Role, Unit, end_of, role_at, symbol};
use crate::EntityKind;
use crate::date::DateWord;
use crate::gazetteer::{Hit, Proclitics};
use crate::lexicon::Scan;
use crate::text::{ARTICLE, Gap, Word, WordKind};

pub(super) const PERCENT_SIGNS: [char; 4] = ['%', '\u{066A}', '\u{FE6A}', '\u{FF05}'];
const PERMILLE_SIGNS: [char; 2] = ['\u{2030}', '\u{0609}'];

/// Units that are counted on in a smaller one: `كيلومتران و300 متر`.
const SMALLER: [(&str, &str, u64); 7] = [
    ("kilometer", "meter", 1000),
    ("meter", "centimeter", 100),
    ("kilogram", "gram", 1000),
    ("tonne", "kilogram", 1000),
    ("liter", "milliliter", 1000),
    ("foot", "inch", 12),
    ("pound", "ounce", 16),
];

/// What was counted, and where that ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Counted {
    pub(super) kind: EntityKind,
    pub(super) unit: Option<&'static str>,
    pub(super) end: usize,
    /// How many of what was counted make one of the unit: 100 for `30 سنتا`.
    parts: u64,
    /// Of which currency, when it is money.
    family: Option<&'static str>,
    /// What is added after the unit: `ثلاثة كيلومترات ونصف`, `5 دولارات و30 سنتا`.
    more: Option<Exact>,
    /// `تحت الصفر`
    negative: bool,
}

impl Counted {
    const fn new(kind: EntityKind, unit: Option<&'static str>, end: usize) -> Self {
        Self { kind, unit, end, parts: 1, family: None, more: None, negative: false }
    }

    fn of(unit: Unit, end: usize) -> Self {
        match unit {
            Unit::Of(unit) => Self::new(EntityKind::Quantity, Some(unit), end),
            Unit::Unlisted => Self::new(EntityKind::Quantity, None, end),
            Unit::Money(money) => Self { family: Some(money.family), ..Self::new(EntityKind::Money, money.code, end) },
        }
    }

    /// So many of it, in its unit.
    pub(super) fn amount(&self, count: Exact) -> Option<Exact> {
        let mut value = count;
        if self.parts > 1 {
            value = value.over(self.parts)?;
        }
        if let Some(more) = self.more {
            value = value.add(more)?;
        }
        Some(if self.negative { value.negate() } else { value })
    }
}

/// What the number that ends at `at` counts, if the text names it. After a vague number the noun has the article
/// (`ملايين الدولارات`).
pub(super) fn counted(scan: &Scan<'_, '_>, at: usize, vague: bool) -> Option<Counted> {
    let found = unit(scan, at, vague)?;
    if vague || matches!(found.kind, EntityKind::Percent) {
        return Some(found);
    }
    Some(continued(scan, found))
}

fn unit(scan: &Scan<'_, '_>, at: usize, vague: bool) -> Option<Counted> {
    let word = scan.words.get(at).filter(|w| w.gap <= Gap::Line)?;
    let tight = word.gap < Gap::Line && !opens_number(scan, at);
    match word.kind {
        WordKind::Symbol(c) if PERCENT_SIGNS.contains(&c) => tight.then(|| percent("percent", at + 1)),
        WordKind::Symbol(c) if PERMILLE_SIGNS.contains(&c) => tight.then(|| percent("permille", at + 1)),
        WordKind::Symbol('\u{B0}' | '\u{BA}') => Some(degrees(scan, at)),
        WordKind::Symbol(_) | WordKind::Other => latin(scan, at).filter(|_| tight),
        WordKind::Digits => None,
        // `مئات الملايين من الدولارات`
        WordKind::Arabic if vague && scan.words.folded(at) == "من" => {
            noun(scan, at + 1, vague).filter(|_| is_definite(scan, at + 1))
        }
        WordKind::Arabic => noun(scan, at, vague).or_else(|| abbreviation(scan, at)).or_else(|| metre(scan, at)),
    }
}

/// What goes on after a unit: a fraction of it, a number of its parts, and what there is so much of it for.
fn continued(scan: &Scan<'_, '_>, found: Counted) -> Counted {
    if let Some(end) = end_of(scan, found.end, Lead::Plain, Role::BelowZero)
        && matches!(found.unit, Some("celsius" | "degree"))
    {
        return Counted { negative: true, end, ..found };
    }
    if let Some((less, end)) = exception(scan, found.end, Exact::ONE, 0) {
        return Counted { more: Some(less), end, ..found };
    }
    rate(scan, found).unwrap_or_else(|| {
        let more = joined(scan, found.end)
            .and_then(|(at, lead)| fraction_of(scan, at, lead, &found).or_else(|| parts(scan, at, lead, &found)));
        let Some((more, end)) = more else { return found };
        let whole = Counted { more: Some(more), end, ..found };
        rate(scan, whole).unwrap_or(whole)
    })
}

/// The same with what it is for: `كيلومترا في الساعة`, `كيلوواط ساعة لكل 100 كيلومتر`.
fn rate(scan: &Scan<'_, '_>, found: Counted) -> Option<Counted> {
    let (unit, end) = compound(scan, found.unit?, found.end)?;
    let (unit, end) = compound(scan, unit, end).unwrap_or((unit, end));
    Some(Counted { unit: Some(unit), end, ..found })
}

/// A fraction after و, of the unit before it: `ونصف`, `ونصف الطن`.
fn fraction_of(scan: &Scan<'_, '_>, at: usize, lead: Lead, whole: &Counted) -> Option<(Exact, usize)> {
    if let Some(part) = tail(scan, at, lead, 0) {
        return Some(part);
    }
    let (part, end) = plain(scan, at, lead)?;
    let again = role_at(scan, end, Lead::Plain, |hit, role| match role {
        Role::Measure(Measure { of, form: Form::One | Form::Any }) if hit.proclitics.article() => {
            let again = Counted::of(of, hit.end);
            (again.kind == whole.kind && (again.unit == whole.unit || again.family == whole.family)).then_some(())
        }
        _ => None,
    });
    again.filter(|_| near(scan, end)).map(|(hit, ())| (part, hit.end))
}

/// `م` where it cannot be anything but metres: `م/ث`, `3.7 م`, `ارتفاعه 1200 م`. It is also our era and the afternoon.
fn metre(scan: &Scan<'_, '_>, at: usize) -> Option<Counted> {
    /// How far before the digits the word may stand that tells of a length.
    const BEFORE: usize = 4;
    /// More than any year, and no more than a mountain or a race has; other digits may be a date that has lost its signs.
    const METRES: core::ops::RangeInclusive<i128> = 3001..=20_000;
    let digits = |i: usize| scan.words.get(i).is_some_and(|w| w.kind == WordKind::Digits);
    let last = at.checked_sub(1).filter(|&i| scan.words.folded(at) == "م" && digits(i))?;
    let metre = Counted::of(Unit::Of("meter"), at + 1);
    let tight = |i: usize| scan.words.get(i).is_some_and(|w| w.gap == Gap::None);
    let value = |i: usize| literal(scan, i).and_then(|l| l.value.integer());
    // `9.30 م` may be a time.
    let clock = || value(last).is_some_and(|n| n < 60) && count(&scan.words, last) == 2;
    let point = |i: usize| scan.words.get(i).is_some_and(|w| w.is_any(&POINTS) && w.gap == Gap::None);
    let decimal = last >= 2 && digits(last - 2) && point(last - 1) && tight(last) && !clock();
    let many = || value(last).is_some_and(|n| METRES.contains(&n));
    let told = || (last.saturating_sub(BEFORE)..last).any(|i| is_length(&scan.words, i));
    // `د. م. علي`
    let initial = scan.words.get(at + 1).is_some_and(|w| w.is('.') && w.gap == Gap::None && goes_on(scan, at + 2));
    let clear = compound(scan, "meter", at + 1).is_some() || decimal || many() || told();
    (clear && !initial).then_some(metre)
}

/// What parts decimals or thousands.
const POINTS: [char; 5] = ['.', ',', '\u{060C}', '\u{066B}', '\u{066C}'];

/// A number of the smaller unit after و, in the larger: `و30 سنتا`.
fn parts(scan: &Scan<'_, '_>, at: usize, lead: Lead, whole: &Counted) -> Option<(Exact, usize)> {
    if whole.parts > 1 {
        return None;
    }
    let (count, (per, end)) = match cardinal(scan, at, lead) {
        Some(count) => (count.value?, smaller(scan, count.end, Lead::Plain, false, whole)?),
        None => match smaller(scan, at, lead, true, whole) {
            Some(dual) => (Exact::TWO, dual),
            None => (Exact::ONE, one_smaller(scan, at, lead, whole)?),
        },
    };
    let more = count.over(per).filter(|more| *more < Exact::ONE)?;
    Some((more, end))
}

/// As [`smaller`], of one that is said to be: `وسنت واحد`.
fn one_smaller(scan: &Scan<'_, '_>, at: usize, lead: Lead, whole: &Counted) -> Option<(u64, usize)> {
    let (per, end) = smaller(scan, at, lead, false, whole)?;
    let one = end_of(scan, end, Lead::Plain, Role::Unit(1)).filter(|_| near(scan, end))?;
    Some((per, one))
}

/// How many of the unit at a word make one of the larger, and where it ends.
fn smaller(scan: &Scan<'_, '_>, at: usize, lead: Lead, two: bool, whole: &Counted) -> Option<(u64, usize)> {
    near(scan, at).then_some(())?;
    let (hit, per) = role_at(scan, at, lead, |hit, role| match role {
        _ if hit.proclitics.article() => None,
        Role::Minor(Minor { money, parts, dual }) => {
            (dual == two && whole.family == Some(money.family)).then_some(parts)
        }
        Role::Measure(Measure { of: Unit::Of(small), form }) => {
            let dual = form == Form::Two;
            let pair = SMALLER.iter().find(|(large, s, _)| whole.unit == Some(*large) && *s == small);
            pair.filter(|_| dual == two).map(|&(_, _, per)| per)
        }
        _ => None,
    })?;
    Some((per, hit.end))
}

fn noun(scan: &Scan<'_, '_>, at: usize, vague: bool) -> Option<Counted> {
    // `1مل 28` is a book, its chapter and verse.
    let digits = |i: usize| near(scan, i) && scan.words.get(i).is_some_and(|w| w.kind == WordKind::Digits);
    let short = scan.words.folded(at).chars().count() < 3 && digits(at + 1);
    let fits = |hit: &Hit| (vague || !hit.proclitics.article()) && !(short && hit.end == at + 1);
    let (_, found) = role_at(scan, at, Lead::Plain, |hit, role| match role {
        Role::Percent(unit) => Some(percent(unit, hit.end)),
        Role::Measure(Measure { of, .. }) if fits(hit) => Some(named(scan, of, hit.end)),
        Role::Minor(minor) if fits(hit) => Some(minor_of(minor, hit.end)),
        _ => None,
    })?;
    Some(found)
}

/// A hundredth of a currency that we know is counted in that; else it is a currency of its own.
fn minor_of(minor: Minor, end: usize) -> Counted {
    let Some(code) = minor.money.code else { return Counted::new(EntityKind::Money, None, end) };
    Counted { parts: minor.parts, ..Counted::new(EntityKind::Money, Some(code), end) }
}

/// A unit or currency with the adjective that tells whose currency it is.
fn named(scan: &Scan<'_, '_>, unit: Unit, end: usize) -> Counted {
    let Unit::Money(money) = unit else { return Counted::of(unit, end) };
    match nationality(scan, money, end, false) {
        Some((code, end)) => Counted::of(Unit::Money(Currency { code, ..money }), end),
        None => Counted::of(unit, end),
    }
}

fn nationality(
    scan: &Scan<'_, '_>,
    money: Currency,
    at: usize,
    definite: bool,
) -> Option<(Option<&'static str>, usize)> {
    let whose = role_at(scan, at, Lead::Plain, |hit, role| match role {
        Role::Nationality(Currency { family, code }) if family == money.family => {
            (hit.proclitics.article() == definite).then_some(code)
        }
        _ => None,
    });
    whose.filter(|_| near(scan, at)).map(|(hit, code)| (code, hit.end))
}

/// Two of a unit in one word: `كيلومترين`. Gives the amount with it.
pub(super) fn dual(scan: &Scan<'_, '_>, at: usize) -> Option<(Counted, Exact, Proclitics)> {
    // `سنتين` are two years, as a rule.
    if scan.date(at, |_, word| matches!(word, DateWord::Unit(..)).then_some(())).is_some() {
        return None;
    }
    let (hit, found) = role_at(scan, at, Lead::Start, |hit, role| match role {
        _ if hit.proclitics.article() => None,
        Role::Measure(Measure { of, form: Form::Two }) => Some(named(scan, of, hit.end)),
        Role::Minor(minor @ Minor { dual: true, .. }) => Some(minor_of(minor, hit.end)),
        _ => None,
    })?;
    let found = continued(scan, found);
    let value = found.amount(Exact::TWO)?;
    Some((found, value, hit.proclitics))
}

/// One of a unit, said so or with a part of it: `لتر واحد`, `لتر ونصف`, `متر و80 سنتيمترا`, `كيلو إلا ربعا`.
pub(super) fn one_and_part(scan: &Scan<'_, '_>, at: usize) -> Option<(Counted, Exact, Proclitics)> {
    let (hit, (found, singular)) = role_at(scan, at, Lead::Start, |hit, role| match role {
        _ if hit.proclitics.article() => None,
        Role::Measure(Measure { of, form: form @ (Form::One | Form::Any) }) => {
            Some((named(scan, of, hit.end), form == Form::One))
        }
        _ => None,
    })?;
    let one = role_at(scan, found.end, Lead::Plain, |hit, role| {
        (role == Role::Unit(1) && !hit.proclitics.article()).then_some(())
    });
    // `وطن واحد` is one country and no ton.
    let joined_to = hit.proclitics.conjunction().is_some();
    if let Some((one, ())) = one.filter(|_| near(scan, found.end) && !joined_to) {
        return Some((Counted { end: one.end, ..found }, Exact::ONE, hit.proclitics));
    }
    let less = || exception(scan, found.end, Exact::ONE, 0);
    let more = joined(scan, found.end)
        .and_then(|(from, lead)| fraction_of(scan, from, lead, &found).or_else(|| parts(scan, from, lead, &found)));
    let more = more.or_else(less);
    let Some((more, end)) = more else {
        let one = singular && !joined_to && found.kind == EntityKind::Quantity && says_one(scan, at, found.end);
        return one.then_some((found, Exact::ONE, hit.proclitics));
    };
    let found = Counted { more: Some(more), end, ..found };
    let value = found.amount(Exact::ONE)?;
    Some((found, value, hit.proclitics))
}

/// Whether a unit in the singular is one of it: `على بعد كيلومتر من المدينة`, or when the paragraph is nothing else.
fn says_one(scan: &Scan<'_, '_>, at: usize, end: usize) -> bool {
    let before = |words: usize| at.checked_sub(words).map_or("", |i| scan.words.folded(i));
    let away = near(scan, at) && matches!((before(2), before(1)), ("علي", "بعد") | (_, "مسافه" | "لمسافه" | "بمسافه"));
    let symbol = |i: usize| usize::from(scan.words.get(i).is_some_and(Word::is_symbol));
    let begins = |i: usize| scan.words.get(i).is_none_or(|w| w.gap == Gap::Paragraph);
    let only = begins(at.saturating_sub(at.checked_sub(1).map_or(0, symbol))) && begins(end + symbol(end));
    only || (away && !is_definite(scan, end))
}

/// A currency or unit without a number: `الليرة السورية`, `للبرميل`. Only with the article, and of the units only
/// those whose names mean nothing else, or what a price right before it is for: `20 دولارا للطن`.
pub(super) fn bare(
    scan: &Scan<'_, '_>,
    at: usize,
    priced: bool,
) -> Option<(EntityKind, Option<&'static str>, usize, Proclitics)> {
    // `ميكانيكا الكم`, `السم`, `الين`
    let long = |hit: &Hit, least: usize| hit.end > at + 1 || scan.words.folded(at).chars().count() >= least;
    // `يورو 2016` is a championship, `الكيلو 21` a place, `الريال` also a club.
    let other = |hit: &Hit| {
        scan.words.get(hit.end).is_some_and(|w| w.kind == WordKind::Digits) || scan.words.folded(at).ends_with("ريال")
    };
    let (hit, (kind, unit, end)) = role_at(scan, at, Lead::Start, |hit, role| {
        let Role::Measure(Measure { of, form: Form::One | Form::Any }) = role else { return None };
        let sold = priced && hit.proclitics.article() && hit.proclitics.preposition() == Some('ل');
        match of {
            Unit::Of(unit) => {
                let plain = UNMISTAKABLE.contains(&unit) && hit.proclitics.article() && long(hit, 7) && !other(hit);
                // `تذكرة بألف دولار للدرجة الأولى`
                (plain || (sold && unit != "degree")).then_some((EntityKind::Unit, Some(unit), hit.end))
            }
            Unit::Unlisted => sold.then_some((EntityKind::Unit, None, hit.end)),
            Unit::Money(money) => match nationality(scan, money, hit.end, hit.proclitics.article()) {
                Some((code, end)) => Some((EntityKind::Curr, code, end)),
                None => {
                    let alone = hit.proclitics.article() && long(hit, 6) && !other(hit);
                    alone.then_some((EntityKind::Curr, money.code, hit.end))
                }
            },
        }
    })?;
    Some((kind, unit, end, hit.proclitics))
}

/// Units whose names mean nothing else.
const UNMISTAKABLE: [&str; 13] = [
    "kilometer",
    "square-kilometer",
    "square-meter",
    "cubic-meter",
    "centimeter",
    "millimeter",
    "kilogram",
    "hectare",
    "barrel",
    "liter",
    "gallon",
    "dunam",
    "megawatt",
];

/// A sign before digits: `%15`, `$10`, `USD 10`. Gives what it means and where the number is.
pub(super) fn sign(scan: &Scan<'_, '_>, at: usize) -> Option<Counted> {
    let word = scan.words.get(at).filter(|w| !w.opaque)?;
    let digits = |from: usize| scan.words.get(from).is_some_and(|w| w.kind == WordKind::Digits && w.gap <= Gap::Space);
    let tight = || scan.words.get(at + 1).is_some_and(|w| w.gap == Gap::None);
    // `كلمة%20كلمة` is a piece of an address.
    let glued =
        word.gap == Gap::None && at.checked_sub(1).and_then(|i| scan.words.get(i)).is_some_and(|w| !w.is_symbol());
    match word.kind {
        WordKind::Symbol(c) if PERCENT_SIGNS.contains(&c) && glued => None,
        WordKind::Symbol(c) if PERCENT_SIGNS.contains(&c) => {
            let apart = word.gap != Gap::None
                && at.checked_sub(1).is_none_or(|i| scan.words.get(i).is_none_or(|w| w.kind != WordKind::Digits));
            (digits(at + 1) && (tight() || apart)).then(|| percent("percent", at + 1))
        }
        WordKind::Symbol(c) if PERMILLE_SIGNS.contains(&c) => {
            (digits(at + 1) && tight()).then(|| percent("permille", at + 1))
        }
        WordKind::Symbol(_) | WordKind::Other => {
            latin(scan, at).filter(|found| found.kind == EntityKind::Money && digits(found.end))
        }
        // `د.إ 20`, `ر.س. 50`
        WordKind::Arabic => {
            let found = abbreviation(scan, at)?;
            let dot = scan.words.get(found.end).is_some_and(|w| w.is('.') && w.gap == Gap::None);
            let end = found.end + usize::from(dot);
            digits(end).then_some(Counted { end, ..found })
        }
        WordKind::Digits => None,
    }
}

/// A unit or currency in symbols or Latin letters: `$`, `km`, `US$`.
fn latin(scan: &Scan<'_, '_>, at: usize) -> Option<Counted> {
    let surface = scan.words.surface(at);
    // `US$`, `R$`, `CN¥`
    let sign = scan.words.get(at + 1).filter(|w| w.gap == Gap::None && w.is_any(&['$', '\u{A3}', '\u{A5}']));
    if let Some(sign) = sign.filter(|_| surface.len() <= 2 && surface.bytes().all(|b| b.is_ascii_alphabetic()))
        && let Some(Role::Measure(Measure { of, .. })) =
            symbol(&format!("{surface}{}", sign.span().of(scan.words.text())))
    {
        return Some(Counted::of(of, at + 2));
    }
    // `100 m`, and not the letters of a code.
    let apart = |i: usize| scan.words.get(i).is_none_or(|w| w.gap != Gap::None || w.is_symbol());
    if surface == "m" && apart(at) && apart(at + 1) {
        return Some(Counted::of(Unit::Of("meter"), at + 1));
    }
    match symbol(surface)? {
        Role::Measure(Measure { of, .. }) => Some(Counted::of(of, at + 1)),
        Role::Minor(minor) => Some(minor_of(minor, at + 1)),
        _ => None,
    }
}

/// Whether a word is one letter.
fn is_letter(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.words.codes_at(at).len() == 1
}

/// A currency in the first letters of its name: `ج.م`, `د. ك.`
fn abbreviation(scan: &Scan<'_, '_>, at: usize) -> Option<Counted> {
    let dot = |i: usize| scan.words.get(i).is_some_and(|w| w.is('.') && w.gap == Gap::None);
    let near = scan.words.get(at + 2).is_some_and(|w| w.gap <= Gap::Space);
    if !is_letter(scan, at) || !dot(at + 1) || !is_letter(scan, at + 2) || !near {
        return None;
    }
    let name = format!("{}.{}", scan.words.surface(at), scan.words.surface(at + 2));
    let Role::Measure(Measure { of, .. }) = symbol(&name)? else { return None };
    Some(Counted::of(of, at + 3))
}

/// Whether a sign stands right before the digits of the next number and away from the last one.
fn opens_number(scan: &Scan<'_, '_>, at: usize) -> bool {
    let tight = |i: usize| scan.words.get(i).is_some_and(|w| w.gap == Gap::None);
    !tight(at) && tight(at + 1) && scan.words.get(at + 1).is_some_and(|w| w.kind == WordKind::Digits)
}

/// `°C`, `° مئوية`, `°`
fn degrees(scan: &Scan<'_, '_>, at: usize) -> Counted {
    let of = |unit: &'static str, end: usize| Counted::of(Unit::Of(unit), end);
    let next = at + 1;
    let tight = scan.words.get(next).is_some_and(|w| w.gap == Gap::None);
    match scan.words.surface(next) {
        "C" | "c" | "م" if tight => return of("celsius", next + 1),
        "F" | "f" | "ف" if tight => return of("fahrenheit", next + 1),
        _ => {}
    }
    let scale = role_at(scan, next, Lead::Plain, |_, role| match role {
        Role::Measure(Measure { of: Unit::Of(unit @ ("celsius" | "fahrenheit")), .. }) => Some(unit),
        _ => None,
    });
    match scale.filter(|_| near(scan, next)) {
        Some((hit, unit)) => of(unit, hit.end),
        None => of("degree", next),
    }
}

/// Whether a noun with the article goes on with the phrase. `إلى`, `ألف` and `ألمانيا` have none.
pub(super) fn is_definite(scan: &Scan<'_, '_>, at: usize) -> bool {
    near(scan, at) && has_article(scan, at)
}

/// Whether a word begins with the article.
pub(super) fn has_article(scan: &Scan<'_, '_>, at: usize) -> bool {
    let codes = |w: &Word| scan.words.codes(w).starts_with(&ARTICLE) && scan.words.codes(w).len() > 3;
    scan.words.get(at).is_some_and(codes) && !scan.words.surface(at).starts_with(['أ', 'إ', 'آ'])
}

const fn percent(unit: &'static str, end: usize) -> Counted {
    Counted::new(EntityKind::Percent, Some(unit), end)
}
