//! The numbers of a text: which readings stand, ranges, signs and units around them.

use rust_decimal::Decimal;

use super::cardinal::{Cardinal, cardinal, cardinal_within, goes_on, joined, near};
use super::digits::{cluster, international, list_marker, note, phone_end};
use super::fraction::fraction;
use super::ordinal::ordinal;
use super::quantity::{Counted, PERCENT_SIGNS, counted, dual, sign};
use super::words::{Count, Lead, Role, end_of, power, role_at};
use super::{Number, NumberMention, Quantity};
use crate::EntityKind;
use crate::gazetteer::Proclitics;
use crate::lexicon::Scan;
use crate::text::{ALEF, Gap, LAM, Word, WordKind};

const MINUS_SIGNS: [char; 2] = ['-', '\u{2212}'];
const RANGE_SIGNS: [char; 5] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'];

/// A number read from a place in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// One past the index of the last word.
    pub(crate) end: usize,
    pub(crate) number: Number,
    /// What was written before the first word of the number.
    pub(crate) proclitics: Proclitics,
    /// How many digits the number is written with, when it is nothing but one group of digits; `07` has two.
    pub(crate) digits: Option<usize>,
}

/// The longest cardinal number that begins at a word: digits, words or both (`13 ألف`). No unit, no range.
///
/// Letters before digits, as in `الـ21` and `و5`, are a word of their own: ask at the digits.
pub(crate) fn number_at(scan: &Scan<'_, '_>, at: usize) -> Option<Run> {
    let number = longest(cardinal(scan, at, Lead::Start), fraction_number(scan, at, Lead::Start))?;
    Some(Run {
        end: number.end,
        number: Number::exact(number.value),
        proclitics: number.proclitics,
        digits: number.digits,
    })
}

/// The longest ordinal that begins at a word (`الثالثة`, `الخامس عشر`, `الحادي والعشرون`).
pub(crate) fn ordinal_at(scan: &Scan<'_, '_>, at: usize) -> Option<Run> {
    let found = ordinal(scan, at, cardinal(scan, at, Lead::Start).as_ref())?;
    Some(Run { end: found.end, number: Number::exact(found.value), proclitics: found.proclitics, digits: None })
}

/// Every number of a text, longest first at each place, not overlapping.
pub(crate) fn find(scan: &Scan<'_, '_>) -> Vec<NumberMention> {
    let mut finder = Finder { scan, found: Vec::new(), about: None, cluster_end: 0 };
    let mut at = 0;
    while at < scan.words.len() {
        at = finder.step(at).max(at + 1);
    }
    finder.found
}

/// A number with what it counts, before it is known whether it stands alone or in a range.
#[derive(Clone, Copy, Debug)]
struct Amount {
    number: Number,
    kind: EntityKind,
    unit: Option<&'static str>,
    end: usize,
    proclitics: Proclitics,
    /// How many digits, when the number is one group of them.
    digits: Option<usize>,
}

struct Finder<'s, 'l, 't> {
    scan: &'s Scan<'l, 't>,
    found: Vec<NumberMention>,
    /// Where a number would begin that the text calls approximate.
    about: Option<usize>,
    /// Where the digits end that were already looked at as a whole.
    cluster_end: usize,
}

impl Finder<'_, '_, '_> {
    /// Looks at one word; gives the index where to go on, no further than `at` when there is nothing.
    fn step(&mut self, at: usize) -> usize {
        let scan = self.scan;
        let Some(word) = scan.words.get(at).filter(|w| !w.opaque) else { return at };
        if let Some(end) = self.code(at, word) {
            return end;
        }
        if word.kind == WordKind::Arabic {
            // Most words of a text are none of ours.
            if scan.number(at, |_, _| Some(())).is_none() {
                return at;
            }
            let other = role_at(scan, at, Lead::Start, |_, role| {
                matches!(role, Role::Phrase | Role::About | Role::Percent).then_some(role)
            });
            match other {
                Some((hit, Role::About)) => {
                    self.about = Some(hit.end);
                    return at;
                }
                Some((hit, _)) => return hit.end,
                None => {}
            }
            if let Some((range, from)) = self.framed_range(at) {
                return self.push(at, range, from);
            }
        }
        let Some(amount) = self.amount(at) else { return at };
        if let Some(range) = self.range_after(at, &amount) {
            return self.push(at, range, range.proclitics);
        }
        self.push(at, amount, amount.proclitics)
    }

    /// The end of digits that are no number: dates, times, telephone numbers, notes, list markers.
    fn code(&mut self, at: usize, word: &Word) -> Option<usize> {
        let words = &self.scan.words;
        if word.is('+') && digits_follow(self.scan, at) && international(words, at + 1) {
            return Some(phone_end(words, at + 1));
        }
        if word.kind != WordKind::Digits || at < self.cluster_end {
            return None;
        }
        let cluster = cluster(words, at);
        self.cluster_end = cluster.end;
        if cluster.code {
            return Some(cluster.end);
        }
        if note(words, at) {
            return Some(at + 1);
        }
        list_marker(words, at).then_some(at + 2)
    }

    fn push(&mut self, at: usize, amount: Amount, proclitics: Proclitics) -> usize {
        let after = end_of(self.scan, amount.end, Lead::Plain, Role::AboutAfter);
        // `نحو الـ20`: the letters before digits are a word.
        let glued = self.scan.words.get(at).is_some_and(|w| w.gap == Gap::None);
        let before = self.about.is_some_and(|about| about == at || (glued && about + 1 == at));
        let about = before || after.is_some();
        let number = if about { amount.number.approximately() } else { amount.number };
        self.found.push(NumberMention {
            span: self.scan.span(at, amount.end, proclitics),
            kind: amount.kind,
            quantity: Quantity::new(number, amount.unit),
        });
        amount.end
    }

    /// One number at a word, with its sign and its unit.
    fn amount(&self, at: usize) -> Option<Amount> {
        let scan = self.scan;
        if let Some(before) = sign(scan, at) {
            let number = cardinal(scan, at + 1, Lead::Plain)?;
            return Some(Amount {
                number: Number::exact(number.value),
                kind: before.kind,
                unit: before.unit,
                end: number.end,
                proclitics: Proclitics::default(),
                digits: None,
            });
        }
        if let Some(below_zero) = self.negative(at) {
            return Some(below_zero);
        }
        if let Some((number, end, proclitics)) = vague(scan, at) {
            return Some(self.measured(number, end, proclitics));
        }
        self.plain(at).or_else(|| {
            let (two, proclitics) = dual(scan, at)?;
            let value = two.more.map_or(Some(Decimal::TWO), |more| more.checked_add(Decimal::TWO))?;
            Some(Amount {
                number: Number::exact(value),
                kind: two.kind,
                unit: two.unit,
                end: two.end,
                proclitics,
                digits: None,
            })
        })
    }

    fn negative(&self, at: usize) -> Option<Amount> {
        let scan = self.scan;
        let (from, proclitics) = minus(scan, at)?;
        let number = cardinal(scan, from, Lead::Plain)?;
        // `1379 هـ -1957`: a year behind a dash.
        let year = number.digits == Some(4) && scan.words.get(at).is_some_and(Word::is_symbol);
        let value = Decimal::ZERO.checked_sub(number.value).filter(|_| !year)?;
        Some(self.measured(Number::exact(value), number.end, proclitics))
    }

    /// A cardinal, an ordinal or a fraction.
    fn plain(&self, at: usize) -> Option<Amount> {
        let scan = self.scan;
        let number = cardinal(scan, at, Lead::Start);
        if let Some(place) = ordinal(scan, at, number.as_ref())
            && number.is_none_or(|n| place.end > n.end || (place.end == n.end && n.definite && ranks(scan, at, n.end)))
        {
            return Some(Amount {
                number: Number::exact(place.value),
                kind: EntityKind::Ordinal,
                unit: None,
                end: place.end,
                proclitics: place.proclitics,
                digits: None,
            });
        }
        if let Some(part) = fraction(scan, at, Lead::Start)
            && number.is_none_or(|n| n.end < part.end)
        {
            let amount = self.measured(Number::exact(part.value), part.end, part.proclitics);
            return (part.alone || amount.unit.is_some()).then_some(amount);
        }
        let number = number?;
        let amount = self.measured(Number::exact(number.value), number.end, number.proclitics);
        let amount = Amount { digits: number.digits, ..amount };
        let counts = amount.kind != EntityKind::Cardinal;
        (counts || !(number.lone_one || is_not(scan, at, &number))).then_some(amount)
    }

    fn measured(&self, number: Number, end: usize, proclitics: Proclitics) -> Amount {
        let plain = Amount { number, kind: EntityKind::Cardinal, unit: None, end, proclitics, digits: None };
        let vague = number.decimal().is_none();
        let Some(Counted { kind, unit, end, more }) = counted(self.scan, end, vague) else { return plain };
        let number = match (more, number.decimal()) {
            (Some(more), Some(value)) => value.checked_add(more).map(Number::exact),
            _ => Some(number),
        };
        Amount { number: number.unwrap_or(plain.number), kind, unit, end, ..plain }
    }

    /// `بين A وB`, `من A إلى B`.
    fn framed_range(&self, at: usize) -> Option<(Amount, Proclitics)> {
        let scan = self.scan;
        let (hit, between) = role_at(scan, at, Lead::Start, |hit, role| match role {
            _ if hit.proclitics.article() => None,
            Role::Between => Some(true),
            Role::From => Some(false),
            _ => None,
        })?;
        let from = self.skip_bounds(hit.end);
        if !goes_on(scan, from) {
            return None;
        }
        if let Some(lower) = self.negative(from) {
            let upper = if between { self.joined_amount(lower.end) } else { self.amount_after_to(lower.end) }?;
            return Some((range(lower, upper)?, hit.proclitics));
        }
        let most = cardinal(scan, from, Lead::Plain)?;
        // `بين خمسين ومئة` is no 150.
        let fewer = most.joins.checked_sub(1).and_then(|joins| cardinal_within(scan, from, Lead::Plain, joins));
        let range = [Some(most), fewer].into_iter().flatten().find_map(|lower| {
            let digits = lower.digits;
            let lower = Amount { digits, ..self.measured(Number::exact(lower.value), lower.end, lower.proclitics) };
            let upper = if between { self.joined_amount(lower.end) } else { self.amount_after_to(lower.end) }?;
            range(lower, upper)
        })?;
        Some((range, hit.proclitics))
    }

    /// `10-15`, `3 إلى 5`, after its lower end.
    fn range_after(&self, at: usize, lower: &Amount) -> Option<Amount> {
        let scan = self.scan;
        let counts =
            matches!(lower.kind, EntityKind::Cardinal | EntityKind::Percent | EntityKind::Money | EntityKind::Quantity);
        if !counts || lower.number.decimal().is_none() {
            return None;
        }
        let hyphen = scan.words.get(lower.end).is_some_and(|w| w.is_any(&RANGE_SIGNS) && w.gap <= Gap::Space);
        let upper = if hyphen {
            let digits =
                |i: usize| scan.words.get(i).is_some_and(|w| w.kind == WordKind::Digits && w.gap <= Gap::Space);
            let first = scan.words.get(at).is_some_and(|w| w.kind != WordKind::Arabic);
            let even = scan.words.get(lower.end).map(|w| w.gap) == scan.words.get(lower.end + 1).map(|w| w.gap);
            (first && even && digits(lower.end + 1)).then(|| self.exact(lower.end + 1, Lead::Plain))?
        } else {
            self.amount_after_to(lower.end)
        }?;
        range(*lower, upper).map(|range| Amount { proclitics: lower.proclitics, ..range })
    }

    fn amount_after_to(&self, at: usize) -> Option<Amount> {
        let to =
            end_of(self.scan, at, Lead::Plain, Role::To).filter(|&to| near(self.scan, at) && goes_on(self.scan, to))?;
        self.exact(self.skip_bounds(to), Lead::Plain)
    }

    /// The amount after a و, with what may stand between the two.
    fn joined_amount(&self, at: usize) -> Option<Amount> {
        let (at, lead) = joined(self.scan, at)?;
        let bound = role_at(self.scan, at, lead, |_, role| matches!(role, Role::About | Role::Bound).then_some(()));
        match bound {
            Some((hit, ())) => self.exact(self.skip_bounds(hit.end), Lead::Plain),
            None => self.exact(at, lead),
        }
    }

    fn exact(&self, at: usize, lead: Lead) -> Option<Amount> {
        if let Some(below_zero) = self.negative(at).filter(|_| lead == Lead::Plain) {
            return Some(below_zero);
        }
        let number = cardinal(self.scan, at, lead)?;
        let amount = self.measured(Number::exact(number.value), number.end, number.proclitics);
        Some(Amount { digits: number.digits, ..amount })
    }

    /// Past one `نحو` or `أكثر من`.
    fn skip_bounds(&self, at: usize) -> usize {
        let skipped =
            role_at(self.scan, at, Lead::Plain, |_, role| matches!(role, Role::About | Role::Bound).then_some(()));
        skipped.map_or(at, |(hit, ())| hit.end)
    }
}

/// The range between two amounts, when they are of one unit and the first is the smaller.
fn range(lower: Amount, upper: Amount) -> Option<Amount> {
    let (from, to) = (lower.number.decimal()?, upper.number.decimal()?);
    let same = (lower.kind, lower.unit) == (upper.kind, upper.unit);
    let (kind, unit) = match (lower.kind, upper.kind) {
        _ if same => (upper.kind, upper.unit),
        (EntityKind::Cardinal, kind) => (kind, upper.unit),
        (kind, EntityKind::Cardinal) => (kind, lower.unit),
        _ => return None,
    };
    // `في عام 2005 إلى 14 مليونا`
    let year = lower.digits == Some(4) && from <= Decimal::from(2100) && upper.digits.is_none();
    (from < to && !year).then_some(Amount { number: Number::between(Some(from), Some(to)), kind, unit, ..upper })
}

/// A number of which only the size is said: `عشرات الآلاف`, `بضع مئات`, `ملايين`.
fn vague(scan: &Scan<'_, '_>, at: usize) -> Option<(Number, usize, Proclitics)> {
    let factor = |role: Role| match role {
        Role::Vague(value) => Some(Decimal::from(value)),
        Role::Scale(exponent, Count::Many) => power(exponent.into()),
        _ => None,
    };
    let (hit, (mut lower, mut upper)) = role_at(scan, at, Lead::Start, |_, role| match role {
        Role::Few(lower, upper) => Some((Decimal::from(lower), Some(Decimal::from(upper)))),
        _ => factor(role).map(|lower| (lower, None)),
    })?;
    let mut end = hit.end;
    // Three are as many as anybody writes: `عشرات آلاف الملايين`.
    for _ in 0..2 {
        let next = role_at(scan, end, Lead::Plain, |_, role| match role {
            Role::Scale(exponent, Count::One) => power(exponent.into()),
            _ => factor(role),
        });
        let Some((hit, by)) = next.filter(|_| near(scan, end)) else { break };
        lower = lower.checked_mul(by)?;
        upper = upper.map_or(Some(None), |u| u.checked_mul(by).map(Some))?;
        end = hit.end;
    }
    Some((Number::between(Some(lower), upper), end, hit.proclitics))
}

/// The number after a minus sign or the word for it, and what stands before that word.
fn minus(scan: &Scan<'_, '_>, at: usize) -> Option<(usize, Proclitics)> {
    let word = scan.words.get(at)?;
    if word.is_any(&MINUS_SIGNS) {
        // At the start of a line it is the dash of a list; after digits it is a range.
        let apart = word.gap == Gap::Space || at == 0 || scan.words.get(at - 1).is_some_and(|w| w.is_any(&['(', '[']));
        let after_digits =
            at > 0 && scan.words.get(at - 1).is_some_and(|w| w.kind == WordKind::Digits || w.is_any(&PERCENT_SIGNS));
        let after_code = at > 0
            && scan.words.get(at - 1).is_some_and(|w| match w.kind {
                WordKind::Other => true,
                // `F -16`, `1379 هـ -7`
                WordKind::Arabic => scan.words.codes(w).len() == 1,
                _ => false,
            });
        return (apart && !after_digits && !after_code && digits_follow(scan, at))
            .then(|| (at + 1, Proclitics::default()));
    }
    let found =
        role_at(scan, at, Lead::Start, |hit, role| (role == Role::Minus && !hit.proclitics.article()).then_some(()));
    found.filter(|(hit, ())| near(scan, hit.end)).map(|(hit, ())| (hit.end, hit.proclitics))
}

fn digits_follow(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.words.get(at + 1).is_some_and(|w| w.kind == WordKind::Digits && w.gap == Gap::None)
}

/// Whether tens or hundreds with the article say which, not how many: after a definite noun in the singular
/// (`الذكرى الخمسين`), and not before what is counted (`الخمسين عاما`).
fn ranks(scan: &Scan<'_, '_>, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|i| scan.words.get(i)).filter(|w| w.kind == WordKind::Arabic) else {
        return false;
    };
    let definite = near(scan, at) && scan.words.codes(before).starts_with(&[ALEF, LAM]);
    if !definite {
        return false;
    }
    let plural = ["ات", "ون", "ين"].iter().any(|ending| scan.words.folded(at - 1).ends_with(ending));
    let counted = near(scan, end) && scan.words.folded(end).ends_with('ا');
    !plural && !counted
}

/// Other words spelled like a number: `لست` is also "I am not", and `ألف` before an accusative is a verb (`ألف كتابا`).
fn is_not(scan: &Scan<'_, '_>, at: usize, number: &Cardinal) -> bool {
    let thousand = number.end == at + 1 && !number.definite && number.value == Decimal::ONE_THOUSAND;
    if thousand && number.digits.is_none() && near(scan, at + 1) && scan.words.folded(at).ends_with("لف") {
        return scan.words.folded(at + 1).ends_with('ا');
    }
    number.proclitics.preposition() == Some('ل') && number.end == at + 1 && scan.words.folded(at).ends_with("لست")
}

/// A fraction that is a number by itself.
fn fraction_number(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<Cardinal> {
    let part = fraction(scan, at, lead).filter(|part| part.alone)?;
    Some(Cardinal {
        value: part.value,
        end: part.end,
        proclitics: part.proclitics,
        digits: None,
        joins: 0,
        definite: false,
        lone_one: false,
    })
}

fn longest(a: Option<Cardinal>, b: Option<Cardinal>) -> Option<Cardinal> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.end > a.end { b } else { a }),
        (a, b) => a.or(b),
    }
}
