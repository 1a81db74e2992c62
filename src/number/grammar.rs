//! The numbers of a text: which readings stand, ranges, signs and units around them.

use rust_decimal::Decimal;

use super::cardinal::{Cardinal, alone, cardinal, cardinal_within, goes_on, joined, near};
use super::digits::{DASHES, beyond, cluster, filed, is_plain, list_marker, note, slashed, too_many, vulgar};
use super::exact::Exact;
use super::fraction::{Fraction, again, exception, fraction, may_begin};
use super::homograph::{self, article_before, digits_rank, is_code, is_label, is_other_word};
use super::ordinal::ordinal;
use super::quantity::{Counted, PERCENT_SIGNS, bare, counted, dual, is_definite, one_and_part, sign};
use super::telephone::telephone;
use super::words::{Count, Lead, Parts, Role, Side, end_of, power, role_at};
use super::{Number, NumberMention, Quantity};
use crate::EntityKind;
use crate::gazetteer::{Hit, Proclitics};
use crate::lexicon::{Kinds, Scan};
use crate::text::{Gap, Word, WordKind};

const MINUS_SIGNS: [char; 2] = ['-', '\u{2212}'];
/// What a number ends before, when nothing else follows it.
const CLOSING: [char; 8] = ['.', ',', ')', ']', ';', '\u{060C}', '\u{061B}', '\u{061F}'];
/// Between the ends of a range, beside the hyphens.
const LONG_DASH: char = '\u{2014}';

/// A number read from a place in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// One past the index of the last word.
    pub(crate) end: usize,
    pub(crate) number: Number,
    /// What was written before the first word of the number.
    pub(crate) proclitics: Proclitics,
    /// How many digits the number is written with, when it is nothing but one group of digits; `07` has two.
    pub(crate) digits: Option<u8>,
}

/// The longest cardinal number that begins at a word: digits, words or both (`13 ألف`). No unit, no range.
///
/// Letters before digits, as in `الـ21` and `و5`, are a word of their own: ask at the digits.
pub(crate) fn number_at(scan: &Scan<'_, '_>, at: usize) -> Option<Run> {
    let parts = match scan.words.get(at)?.kind {
        WordKind::Arabic => Parts::at(scan, at),
        _ => Parts::DIGITS,
    };
    let cardinal = if parts.any(Parts::CARDINAL) { cardinal(scan, at, Lead::Start) } else { None };
    let part = parts.any(Parts::FRACTION) && may_begin(scan, at);
    let fraction = if part { fraction_number(scan, at, Lead::Start) } else { None };
    let number = longest(cardinal, fraction)?;
    Some(Run {
        end: number.end,
        number: number.value.map_or(Number::UNKNOWN, Number::exact),
        proclitics: number.proclitics,
        digits: number.digits,
    })
}

/// The longest ordinal that begins at a word (`الثالثة`, `الخامس عشر`, `الحادي والعشرون`).
pub(crate) fn ordinal_at(scan: &Scan<'_, '_>, at: usize) -> Option<Run> {
    let parts = Parts::at(scan, at);
    if !parts.any(Parts::CARDINAL.and(Parts::ORDINAL)) {
        return None;
    }
    let cardinal = if parts.any(Parts::CARDINAL) { cardinal(scan, at, Lead::Start) } else { None };
    let found = ordinal(scan, at, cardinal.as_ref())?;
    Some(Run { end: found.end, number: Number::exact(found.value), proclitics: found.proclitics, digits: None })
}

/// Every number of a text, longest first at each place, not overlapping.
pub(crate) fn find(scan: &Scan<'_, '_>) -> Vec<NumberMention> {
    let mut finder = Finder { scan, found: Vec::new(), hint: None, cluster_end: 0 };
    let mut from = 0;
    while let Some(at) = next_start(scan, from) {
        from = finder.step(at).max(at + 1);
    }
    finder.found
}

/// The first place from there on where a number, or what stands before one, may begin; most words are nothing like it.
fn next_start(scan: &Scan<'_, '_>, from: usize) -> Option<usize> {
    let digits = |i: usize| scan.words.get(i).is_some_and(|w| w.kind == WordKind::Digits);
    let dot = |i: usize| scan.words.get(i).is_some_and(|w| matches!(w.kind, WordKind::Symbol('.')));
    let begins = |at: usize, word: &Word| match word.kind {
        _ if word.is_symbol() => digits(at + 1) || digits(at + 2),
        // A letter may begin the short form of a currency.
        WordKind::Arabic => scan.has(at, Kinds::NUMBER) || dot(at + 1) && scan.words.codes(word).len() == 1,
        // `½` is a number by itself.
        WordKind::Other => digits(at + 1) || digits(at + 2) || vulgar(scan.words.surface(at)).is_some(),
        _ => true,
    };
    (from..scan.words.len()).find(|&at| scan.words.get(at).is_some_and(|word| begins(at, word)))
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
    digits: Option<u8>,
    /// The power of ten of its scale word, when nothing but a coefficient stands before that.
    power: u32,
}

impl Amount {
    const fn new(number: Number, kind: EntityKind, end: usize, proclitics: Proclitics) -> Self {
        Self { number, kind, unit: None, end, proclitics, digits: None, power: 0 }
    }
}

/// What stands before a number and says how sure it is.
#[derive(Clone, Copy, Debug)]
struct Hint {
    /// Where the number begins.
    at: usize,
    about: bool,
    side: Option<Side>,
}

struct Finder<'s, 'l, 't> {
    scan: &'s Scan<'l, 't>,
    found: Vec<NumberMention>,
    /// The words before the number that is looked for.
    hint: Option<Hint>,
    /// Where the digits end that were already looked at as a whole.
    cluster_end: usize,
}

impl Finder<'_, '_, '_> {
    /// Looks at one word; gives the index where to go on, no further than `at` when there is nothing.
    fn step(&mut self, at: usize) -> usize {
        let Some(word) = self.scan.words.get(at) else { return at };
        match word.kind {
            _ if word.opaque => at,
            WordKind::Arabic => self.letters(at, word),
            WordKind::Digits => {
                let code = self.code(at);
                code.or_else(|| Some(self.numbered(at, self.plain(at, Parts::DIGITS)?)))
                    .or_else(|| beyond(self.scan, at))
                    .unwrap_or(at)
            }
            WordKind::Other | WordKind::Symbol(_) => self.sign(at, word),
        }
    }

    /// The same of a word of letters.
    fn letters(&mut self, at: usize, word: &Word) -> usize {
        let scan = self.scan;
        let parts = Parts::at(scan, at);
        if parts.any(Parts::LEADS) {
            let other = role_at(scan, at, Lead::Start, |_, role| {
                matches!(role, Role::Phrase | Role::About | Role::Bound(_) | Role::Percent(_)).then_some(role)
            });
            match other {
                Some((hit, role @ (Role::About | Role::Bound(_)))) => {
                    self.note_hint(at, hit.end, role);
                    return hit.end;
                }
                Some((hit, _)) => return hit.end,
                None => {}
            }
            if let Some((range, from)) = self.framed_range(at) {
                return self.push(at, range, from);
            }
        }
        // A letter may begin the short form of a currency.
        let letter = scan.words.codes(word).len() == 1;
        if !letter && !parts.any(Parts::AMOUNT) {
            return at;
        }
        let amount = if letter && sign(scan, at).is_some() { self.after_sign(at) } else { self.in_letters(at, parts) };
        match amount {
            Some(amount) => self.numbered(at, amount),
            None => {
                if parts.any(Parts::MEASURE) {
                    self.without_number(at)
                } else {
                    at
                }
            }
        }
    }

    /// The same of a symbol or a letter of another script, which may be the sign of the number that follows it, or `½`.
    fn sign(&mut self, at: usize, word: &Word) -> usize {
        if let Some(end) = telephone(self.scan, at) {
            return end;
        }
        if let Some(role) = compared(word).filter(|_| word.gap != Gap::None && digits_follow(self.scan, at)) {
            self.note_hint(at, at + 1, role);
            return at + 1;
        }
        let amount = if sign(self.scan, at).is_some() {
            self.after_sign(at)
        } else {
            self.signed(at).or_else(|| self.plain(at, Parts::DIGITS))
        };
        amount.map_or(at, |amount| self.numbered(at, amount))
    }

    /// Gives the number at a word, or the range that it begins.
    fn numbered(&mut self, at: usize, amount: Amount) -> usize {
        let amount = self.range_after(at, &amount).unwrap_or(amount);
        self.push(at, amount, amount.proclitics)
    }

    /// The end of digits that are no number: dates, times, telephone numbers, notes, list markers.
    fn code(&mut self, at: usize) -> Option<usize> {
        let words = &self.scan.words;
        if is_plain(words, at) {
            return None;
        }
        if let Some(end) = telephone(self.scan, at) {
            return Some(end);
        }
        if at < self.cluster_end {
            return None;
        }
        if let Some(end) = slashed(words, at) {
            return Some(end);
        }
        if filed(words, at) {
            return Some(at + 1);
        }
        let cluster = cluster(words, at);
        let dotted = words.get(at + 1).is_some_and(|w| w.is('.') && w.gap == Gap::None) && cluster.end > at + 1;
        if dotted && (is_version(self.scan, at) || at > 0 && is_version(self.scan, at - 1)) {
            self.cluster_end = cluster.end;
            return Some(cluster.end);
        }
        self.cluster_end = cluster.end;
        if cluster.code {
            return Some(cluster.end);
        }
        // What it would be times a scale word that follows is not known.
        if too_many(words, at) {
            let mut end = cluster.end;
            while let Some((hit, ())) =
                role_at(self.scan, end, Lead::Plain, |_, role| matches!(role, Role::Scale(..)).then_some(()))
            {
                end = hit.end;
            }
            return Some(end);
        }
        if note(words, at) {
            return Some(at + 1);
        }
        list_marker(words, at).then_some(at + 2)
    }

    /// Takes down what stands before a number; `نحو` and `أكثر من` may both do.
    fn note_hint(&mut self, at: usize, end: usize, role: Role) {
        let known = self.hint.filter(|hint| hint.at == at);
        self.hint = Some(Hint {
            at: end,
            about: role == Role::About || known.is_some_and(|hint| hint.about),
            side: if let Role::Bound(side) = role { Some(side) } else { known.and_then(|hint| hint.side) },
        });
    }

    /// Gives a mention, and where to go on behind it.
    fn push(&mut self, at: usize, amount: Amount, proclitics: Proclitics) -> usize {
        // `نحو الـ20`: the letters before digits are a word.
        let article = article_before(self.scan, at);
        // `حوالي (500)`
        let glued = self.scan.words.get(at).is_some_and(|w| w.gap == Gap::None);
        let hint = self.hint.filter(|hint| hint.at == at || article == Some(hint.at) || (glued && hint.at + 1 == at));
        let after = self.said_after(amount.end).or_else(|| self.said_after_noun(&amount));
        let mut number = amount.number;
        if hint.is_some_and(|hint| hint.about) || after.is_some_and(|(_, role)| role == Role::AboutAfter) {
            number = number.approximately();
        }
        let side = match after {
            Some((_, Role::BoundAfter(side))) => Some(side),
            _ => hint.and_then(|hint| hint.side).or_else(|| plus_after(self.scan, amount.end)),
        };
        if number.single().is_some() && amount.kind != EntityKind::Ordinal {
            number = match side {
                Some(Side::More) => number.or_more(),
                Some(Side::Less) => number.or_less(),
                None => number,
            };
        }
        self.found.push(NumberMention {
            span: self.scan.span(at, amount.end, proclitics),
            kind: amount.kind,
            quantity: Quantity::new(number, amount.unit),
        });
        after.filter(|(hit, _)| hit.start == amount.end).map_or(amount.end, |(hit, _)| hit.end)
    }

    /// How sure a number is, behind it: `تقريبا`, `على الأقل`.
    fn said_after(&self, at: usize) -> Option<(Hit, Role)> {
        let after = role_at(self.scan, at, Lead::Start, |_, role| {
            matches!(role, Role::AboutAfter | Role::BoundAfter(_)).then_some(role)
        });
        after.filter(|_| goes_on(self.scan, at))
    }

    /// The same behind the noun that is counted: `20 شخصا على الأقل`.
    fn said_after_noun(&self, amount: &Amount) -> Option<(Hit, Role)> {
        let noun = self.scan.words.get(amount.end).is_some_and(|w| w.kind == WordKind::Arabic);
        let counts = noun && near(self.scan, amount.end) && self.scan.numbers(amount.end).is_empty();
        // Behind `الستة` the sentence goes on.
        let counts = counts && !amount.proclitics.article();
        let counts = counts && amount.kind == EntityKind::Cardinal && near(self.scan, amount.end + 1);
        if counts { self.said_after(amount.end + 1) } else { None }
    }

    /// A currency or unit that nothing counts.
    fn without_number(&mut self, at: usize) -> usize {
        let before = at.checked_sub(1).and_then(|i| self.scan.words.get(i)).map(|w| w.span().end());
        let priced = self.found.last().is_some_and(|m| m.kind == EntityKind::Money && Some(m.span.end()) == before);
        let Some((kind, unit, end, proclitics)) = bare(self.scan, at, priced) else { return at };
        self.found.push(NumberMention {
            span: self.scan.span(at, end, proclitics),
            kind,
            quantity: Quantity::new(Number::UNKNOWN, unit),
        });
        end
    }

    /// One number at a word of letters that has these parts, with its unit.
    fn in_letters(&self, at: usize, parts: Parts) -> Option<Amount> {
        let scan = self.scan;
        if parts.any(Parts::MINUS)
            && let Some(negative) = self.negative(at)
        {
            return Some(negative);
        }
        if parts.any(Parts::VAGUE)
            && let Some((number, end, proclitics)) = vague(scan, at)
        {
            return Some(self.measured(number, end, proclitics));
        }
        let plain = || if parts.any(Parts::NUMBER) { self.plain(at, parts) } else { None };
        plain().or_else(|| {
            let dual = || dual(scan, at).or_else(|| one_and_part(scan, at));
            let (found, value, proclitics) = parts.any(Parts::MEASURE).then(dual)??;
            let amount = Amount::new(Number::exact(value), found.kind, found.end, proclitics);
            Some(Amount { unit: found.unit, ..amount })
        })
    }

    /// A number behind the sign of what it counts: `$10`.
    fn after_sign(&self, at: usize) -> Option<Amount> {
        let before = sign(self.scan, at)?;
        let number = cardinal(self.scan, before.end, Lead::Plain)?;
        let value = number.value.map_or(Number::UNKNOWN, Number::exact);
        let amount = Amount::new(value, before.kind, number.end, Proclitics::default());
        Some(Amount { unit: before.unit, power: number.power, ..amount })
    }

    /// A number with a sign before it or the word for one.
    fn signed(&self, at: usize) -> Option<Amount> {
        let plus = self.scan.words.get(at).is_some_and(|w| w.is('+') && w.gap != Gap::None || w.is('+') && at == 0);
        if plus && digits_follow(self.scan, at) {
            let number = cardinal(self.scan, at + 1, Lead::Plain)?;
            return Some(self.measured(Number::exact(number.value?), number.end, number.proclitics));
        }
        self.negative(at)
    }

    fn negative(&self, at: usize) -> Option<Amount> {
        let scan = self.scan;
        let (from, proclitics) = minus(scan, at)?;
        if let Some(part) = fraction(scan, from, Lead::Plain).filter(|part| !part.definite)
            && !is_definite(scan, part.end)
            && cardinal(scan, from, Lead::Plain).is_none_or(|number| number.end < part.end)
        {
            return Some(self.measured(Number::exact(part.value.negate()), part.end, proclitics));
        }
        let number = cardinal(scan, from, Lead::Plain)?;
        // `1379 هـ -1957`: a year behind a dash.
        let year = number.digits == Some(4) && scan.words.get(at).is_some_and(Word::is_symbol);
        let value = number.value.filter(|_| !year)?;
        Some(Amount { power: number.power, ..self.measured(Number::exact(value.negate()), number.end, proclitics) })
    }

    /// A cardinal, an ordinal or a fraction.
    fn plain(&self, at: usize, parts: Parts) -> Option<Amount> {
        let scan = self.scan;
        let number = if parts.any(Parts::CARDINAL) { cardinal(scan, at, Lead::Start) } else { None };
        let ranks = parts.any(Parts::ORDINAL) || number.is_some_and(|n| n.digits.is_none());
        if ranks
            && let Some(place) = ordinal(scan, at, number.as_ref())
            && number.is_none_or(|n| {
                place.end > n.end || (place.end == n.end && n.definite && homograph::ranks(scan, at, &n))
            })
        {
            return Some(Amount::new(Number::exact(place.value), EntityKind::Ordinal, place.end, place.proclitics));
        }
        if parts.any(Parts::FRACTION)
            && may_begin(scan, at)
            && let Some(part) = fraction(scan, at, Lead::Start)
            && number.is_none_or(|n| n.end < part.end || is_fifth(scan, &n, &part))
        {
            let amount = self.measured(Number::exact(part.value), part.end, part.proclitics);
            let counts = amount.kind != EntityKind::Cardinal;
            let hinted = self.hint.is_some_and(|hint| hint.at == at);
            return (part.alone || counts || is_part(scan, at, &part, hinted)).then_some(amount);
        }
        let number = number?;
        let amount = self.cardinal(&number);
        let names = || digits_rank(scan, at, amount.end) || is_label(scan, at, amount.end);
        if amount.kind == EntityKind::Cardinal && amount.digits.is_some() && names() {
            return Some(Amount { kind: EntityKind::Ordinal, ..amount });
        }
        let other = || is_other_word(scan, at, &number) || (amount.digits.is_some() && is_code(scan, at, amount.end));
        (amount.kind != EntityKind::Cardinal || !other()).then_some(amount)
    }

    /// A cardinal with what it counts.
    fn cardinal(&self, number: &Cardinal) -> Amount {
        if self.counts_nothing(number.end) {
            let value = number.value.map_or(Number::UNKNOWN, Number::exact);
            let amount = Amount::new(value, EntityKind::Cardinal, number.end, number.proclitics);
            return Amount { digits: number.digits, power: number.power, ..amount };
        }
        if let Some(glossed) = self.glossed(number) {
            return glossed;
        }
        let less = number.value.and_then(|value| exception(self.scan, number.end, value, number.power));
        let (value, end) = match (number.value, less) {
            (Some(value), Some((less, end))) => (value.add(less), end),
            (value, _) => (value, number.end),
        };
        let amount = self.measured(value.map_or(Number::UNKNOWN, Number::exact), end, number.proclitics);
        let amount = self.half_again(number, amount);
        let amount = self.minus_after(number).unwrap_or(amount);
        Amount { digits: number.digits, power: number.power, ..amount }
    }

    /// Whether what stands behind a number is neither counted nor more of it, as most words are not: a quick look before
    /// the others.
    fn counts_nothing(&self, end: usize) -> bool {
        let scan = self.scan;
        scan.words.get(end).filter(|w| w.gap <= Gap::Line).is_none_or(|next| match next.kind {
            WordKind::Arabic => {
                // `م`, `ج.م`
                let dot = || scan.words.get(end + 1).is_some_and(|w| w.is('.'));
                let letter = scan.words.codes(next).len() == 1 && (scan.words.folded(end) == "م" || dot());
                !letter && !(scan.has(end, Kinds::NUMBER) && scan.numbers(end).iter().any(|(_, role)| role.follows()))
            }
            WordKind::Symbol(c) => CLOSING.contains(&c),
            WordKind::Digits | WordKind::Other => false,
        })
    }

    /// What is counted, and a fraction of the scale behind it: `مليون دولار ونصف المليون`.
    fn half_again(&self, number: &Cardinal, amount: Amount) -> Amount {
        let counts = amount.end > number.end && number.power > 0;
        let more = joined(self.scan, amount.end).filter(|_| counts);
        let more = more.and_then(|(at, lead)| again(self.scan, at, lead, number.power));
        let sum = more.and_then(|(part, end)| Some((amount.number.single()?.add(part)?, end)));
        sum.map_or(amount, |(value, end)| Amount { number: Number::exact(value), end, ..amount })
    }

    /// Digits with the same number in words behind them in brackets, and then a scale word or a unit: `50 (خمسين) مليون`.
    fn glossed(&self, number: &Cardinal) -> Option<Amount> {
        let scan = self.scan;
        let bracket = |i: usize, c: char| scan.words.get(i).is_some_and(|w| w.is(c) && w.gap <= Gap::Space);
        if !bracket(number.end, '(') {
            return None;
        }
        let words = cardinal(scan, number.end + 1, Lead::Plain)?;
        let end = words.end + 1;
        if words.value != number.value || !bracket(words.end, ')') || !near(scan, end) {
            return None;
        }
        let scale = role_at(scan, end, Lead::Plain, |_, role| match role {
            Role::Scale(exponent, Count::One | Count::Many | Count::OneOrTwo) => Some(u32::from(exponent)),
            _ => None,
        });
        let Some((hit, exponent)) = scale else {
            let amount = self.measured(Number::exact(number.value?), end, number.proclitics);
            return (amount.kind != EntityKind::Cardinal).then_some(amount);
        };
        let value = number.value?.times(power(exponent)?).map_or(Number::UNKNOWN, Number::exact);
        Some(Amount { power: exponent, ..self.measured(value, hit.end, number.proclitics) })
    }

    /// A minus sign behind the digits, as the direction of the text can put it: `5-°`, `12- %`, `(7-)`.
    fn minus_after(&self, number: &Cardinal) -> Option<Amount> {
        let scan = self.scan;
        let minus = scan.words.get(number.end).filter(|w| w.is_any(&MINUS_SIGNS) && w.gap == Gap::None)?;
        let end = number.end + 1;
        let value = number.value?.negate();
        let amount = self.measured(Number::exact(value), end, number.proclitics);
        let signed = amount.kind == EntityKind::Percent || matches!(amount.unit, Some("celsius" | "degree"));
        // `(1945-)` is alive, and `3-5-` is a code.
        let first = number.end.checked_sub(2).and_then(|i| scan.words.get(i)).is_none_or(|w| !w.is_any(&DASHES));
        let closed = scan.words.get(end).is_none_or(|w| w.gap >= Gap::Line || w.is_any(&CLOSING));
        let alone = amount.end == end && closed && first && number.digits != Some(4);
        (minus.is_symbol() && is_in_digits(scan, number) && (signed || alone)).then_some(amount)
    }

    fn measured(&self, number: Number, end: usize, proclitics: Proclitics) -> Amount {
        let plain = Amount::new(number, EntityKind::Cardinal, end, proclitics);
        let vague = number.single().is_none() && number != Number::UNKNOWN;
        let Some(counted) = counted(self.scan, end, vague) else {
            // `10 تحت الصفر`
            let below = end_of(self.scan, end, Lead::Plain, Role::BelowZero).filter(|_| near(self.scan, end));
            return match below.zip(number.single()) {
                Some((end, value)) => Amount { number: Number::exact(value.negate()), end, ..plain },
                None => plain,
            };
        };
        let Counted { kind, unit, end, .. } = counted;
        let number = match number.single() {
            Some(value) => counted.amount(value).map_or(Number::UNKNOWN, Number::exact),
            None => number,
        };
        Amount { number, kind, unit, end, ..plain }
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
        let digits = |i: usize| scan.words.get(i).is_some_and(|w| w.kind == WordKind::Digits);
        let letters = scan.words.get(hit.end).is_some_and(|w| w.kind == WordKind::Arabic);
        if letters && !scan.has(hit.end, Kinds::NUMBER) && !digits(hit.end + 1) {
            return None;
        }
        let from = self.skip_article(self.skip_bounds(hit.end));
        if !goes_on(scan, from) {
            return None;
        }
        if let Some(lower) = self.negative(from) {
            let upper = self.upper_end(lower.end, between)?;
            return Some((range(lower, upper)?, hit.proclitics));
        }
        let most = cardinal(scan, from, Lead::Plain)?;
        // `بين خمسين ومئة` is no 150.
        let fewer = most.joins.checked_sub(1).and_then(|joins| cardinal_within(scan, from, Lead::Plain, joins));
        let range = [Some(most), fewer].into_iter().flatten().find_map(|lower| {
            let lower = self.cardinal(&lower);
            range(lower, self.upper_end(lower.end, between)?)
        })?;
        Some((range, hit.proclitics))
    }

    /// After the lower end of a range: `و10`, `إلى 10`, and in speech `لعشرة`.
    fn upper_end(&self, at: usize, between: bool) -> Option<Amount> {
        let after_to = || self.amount_after_to(at);
        if between {
            return self.joined_amount(at).or_else(after_to);
        }
        let spoken = || near(self.scan, at).then(|| self.exact(at, Lead::For))?;
        after_to().or_else(spoken)
    }

    /// `10-15`, `3 إلى 5`, after its lower end.
    fn range_after(&self, at: usize, lower: &Amount) -> Option<Amount> {
        let scan = self.scan;
        let counts =
            matches!(lower.kind, EntityKind::Cardinal | EntityKind::Percent | EntityKind::Money | EntityKind::Quantity);
        if !counts || lower.number.single().is_none() {
            return None;
        }
        let hyphen =
            scan.words.get(lower.end).is_some_and(|w| (w.is_any(&DASHES) || w.is(LONG_DASH)) && w.gap <= Gap::Space);
        let upper = if hyphen {
            let digits = |i: usize| {
                scan.words.get(i).is_some_and(|w| w.kind == WordKind::Digits && w.gap <= Gap::Space)
                    || (lower.kind == EntityKind::Money && sign(scan, i).is_some())
            };
            let first = scan.words.get(at).is_some_and(|w| w.kind != WordKind::Arabic);
            let even = scan.words.get(lower.end).map(|w| w.gap) == scan.words.get(lower.end + 1).map(|w| w.gap);
            let upper = (first && even && digits(lower.end + 1)).then(|| self.exact(lower.end + 1, Lead::Plain))?;
            let dash_before = || at.checked_sub(1).is_some_and(|i| self.dash_apart(i));
            let list = |upper: &Amount| self.dash_apart(lower.end) && (self.dash_apart(upper.end) || dash_before());
            upper.filter(|upper| !is_score(scan, at, lower, upper) && !list(upper))
        } else {
            let upper = self.amount_after_to(lower.end);
            upper.filter(|upper| lower.kind == EntityKind::Cardinal || !self.is_change(at, upper))
        }?;
        range(*lower, upper).map(|range| Amount { proclitics: lower.proclitics, ..range })
    }

    /// Whether the amount at `at` is how much something has changed, and the other what it is now: `ارتفع السعر 5 دولارات
    /// إلى 80 دولارا`, `خسر المؤشر 2% إلى 9100 نقطة`.
    fn is_change(&self, at: usize, now: &Amount) -> bool {
        /// How far before the amount the word for the change may stand.
        const BEFORE: usize = 10;
        let change = |i: usize| role_at(self.scan, i, Lead::Start, |_, role| (role == Role::Change).then_some(()));
        now.kind == EntityKind::Cardinal || (at.saturating_sub(BEFORE)..at).any(|i| change(i).is_some())
    }

    /// Whether a hyphen between spaces stands there, with digits behind it: several of them part a list.
    fn dash_apart(&self, at: usize) -> bool {
        let apart = |i: usize| self.scan.words.get(i).filter(|w| w.gap == Gap::Space);
        apart(at).is_some_and(|w| w.is_any(&DASHES)) && apart(at + 1).is_some_and(|w| w.kind == WordKind::Digits)
    }

    fn amount_after_to(&self, at: usize) -> Option<Amount> {
        let to =
            end_of(self.scan, at, Lead::Plain, Role::To).filter(|&to| near(self.scan, at) && goes_on(self.scan, to))?;
        self.exact(self.skip_article(self.skip_bounds(to)), Lead::Plain)
    }

    /// The amount after a و, with what may stand between the two.
    fn joined_amount(&self, at: usize) -> Option<Amount> {
        let (at, lead) = joined(self.scan, at)?;
        if article_before(self.scan, at + 1).is_some() && self.scan.words.folded(at) == "وال" {
            return self.exact(at + 1, Lead::Plain);
        }
        let bound = role_at(self.scan, at, lead, |_, role| matches!(role, Role::About | Role::Bound(_)).then_some(()));
        match bound {
            Some((hit, ())) => self.exact(self.skip_bounds(hit.end), Lead::Plain),
            None => self.exact(at, lead),
        }
    }

    fn exact(&self, at: usize, lead: Lead) -> Option<Amount> {
        if let Some(signed) = self.negative(at).or_else(|| self.after_sign(at)).filter(|_| lead == Lead::Plain) {
            return Some(signed);
        }
        if let Some(number) = cardinal(self.scan, at, lead) {
            return Some(self.cardinal(&number));
        }
        // `متر إلى مترين`
        let (found, value, proclitics) = dual(self.scan, at).filter(|_| lead == Lead::Plain)?;
        Some(Amount { unit: found.unit, ..Amount::new(Number::exact(value), found.kind, found.end, proclitics) })
    }

    /// Past an article that is a word of its own before digits.
    fn skip_article(&self, at: usize) -> usize {
        let article = article_before(self.scan, at + 1).is_some() && self.scan.words.folded(at) == "ال";
        at + usize::from(article)
    }

    /// Past one `نحو` or `أكثر من`.
    fn skip_bounds(&self, at: usize) -> usize {
        let skipped =
            role_at(self.scan, at, Lead::Plain, |_, role| matches!(role, Role::About | Role::Bound(_)).then_some(()));
        skipped.map_or(at, |(hit, ())| hit.end)
    }
}

/// The range between two amounts, when they are of one unit and the first is the smaller.
fn range(lower: Amount, upper: Amount) -> Option<Amount> {
    let (from, to) = (scaled(&lower, &upper)?, upper.number.single()?);
    let same = (lower.kind, lower.unit) == (upper.kind, upper.unit);
    let (kind, unit) = match (lower.kind, upper.kind) {
        _ if same => (upper.kind, upper.unit),
        (EntityKind::Cardinal, kind) => (kind, upper.unit),
        (kind, EntityKind::Cardinal) => (kind, lower.unit),
        _ => return None,
    };
    // `في عام 2005 إلى 14 مليونا`
    let year = lower.digits == Some(4) && from <= Exact::from(2100) && upper.digits.is_none();
    (from < to && !year).then_some(Amount { number: Number::between(Some(from), Some(to)), kind, unit, ..upper })
}

/// Whether two small numbers with a hyphen between them are the score of a match: from nil, or behind a word for one.
fn is_score(scan: &Scan<'_, '_>, at: usize, lower: &Amount, upper: &Amount) -> bool {
    /// How far before the score the word for it may stand: `فاز على ضيفه الترجي 0-2`.
    const BEFORE: usize = 8;
    let goals = |amount: &Amount| amount.number.single().is_some_and(|n| n < Exact::from(20));
    if lower.digits.is_none() || upper.digits.is_none() || upper.unit.is_some() || !goals(lower) || !goals(upper) {
        return false;
    }
    let sport = |i: usize| role_at(scan, i, Lead::Start, |_, role| (role == Role::Score).then_some(())).is_some();
    lower.number.single() == Some(Exact::ZERO) || (at.saturating_sub(BEFORE)..at).any(sport)
}

/// The lower end, of the same scale as the upper end where it has none of its own: `5-8 ملايين`, but `500 إلى 2 مليون`.
fn scaled(lower: &Amount, upper: &Amount) -> Option<Exact> {
    let (from, to) = (lower.number.single()?, upper.number.single()?);
    let bare = lower.power == 0 && upper.power > 0 && [lower.kind, upper.kind].contains(&EntityKind::Cardinal);
    let factor = power(upper.power).filter(|_| bare);
    let scaled = factor.and_then(|factor| from.times(factor)).filter(|scaled| *scaled < to);
    Some(scaled.unwrap_or(from))
}

/// A number of which only the size is said: `عشرات الآلاف`, `بضع مئات`, `ملايين`.
fn vague(scan: &Scan<'_, '_>, at: usize) -> Option<(Number, usize, Proclitics)> {
    let factor = |role: Role| match role {
        Role::Vague(value) => Some(Decimal::from(value)),
        Role::Scale(exponent, Count::Many) => power(exponent.into()),
        _ => None,
    };
    let (hit, (mut lower, mut upper)) = role_at(scan, at, Lead::Start, |_, role| match role {
        // `بضع وثلاثون`: thirty-odd. `بضعة عشر`: a dozen or so.
        Role::Few(lower, upper) => {
            let tens = tens_beside(scan, at).map_or(0, |(tens, _)| tens);
            Some((Decimal::from(tens + u32::from(lower)), Some(Decimal::from(tens + u32::from(upper)))))
        }
        Role::Odd(lower, upper) => tens_beside(scan, at)
            .map(|(tens, _)| (Decimal::from(tens + u32::from(lower)), Some(Decimal::from(tens + u32::from(upper))))),
        _ => factor(role).map(|lower| (lower, None)),
    })?;
    let mut end = tens_beside(scan, at).filter(|_| upper.is_some()).map_or(hit.end, |(_, end)| end);
    if let Some((count, end)) = counted_scale(scan, &hit) {
        return Some((Number::exact(Exact::whole(lower.checked_mul(count)?)), end, hit.proclitics));
    }
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
    Some((Number::between(Some(Exact::whole(lower)), upper.map(Exact::whole)), end, hit.proclitics))
}

/// How many of a scale word with the article, which its adjective says: `الملايين الستة`.
fn counted_scale(scan: &Scan<'_, '_>, scale: &Hit) -> Option<(Decimal, usize)> {
    let count = |hit: &Hit, role: Role| match role {
        Role::Unit(count @ 3..) if hit.proclitics.article() => Some(Decimal::from(count)),
        _ => None,
    };
    let (hit, count) = role_at(scan, scale.end, Lead::Plain, count)?;
    (scale.proclitics.article() && near(scan, scale.end)).then_some((count, hit.end))
}

/// The tens joined to the word at `at`, or the ten right behind it.
fn tens_beside(scan: &Scan<'_, '_>, at: usize) -> Option<(u32, usize)> {
    if let Some(end) = end_of(scan, at + 1, Lead::Plain, Role::Ten).filter(|_| near(scan, at + 1)) {
        return Some((10, end));
    }
    let (at, lead) = joined(scan, at + 1)?;
    let (hit, tens) =
        role_at(scan, at, lead, |_, role| if let Role::Tens(tens) = role { Some(u32::from(tens)) } else { None })?;
    Some((tens, hit.end))
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

/// What a sign right before digits says of them: `≈50`, `≥18`.
fn compared(word: &Word) -> Option<Role> {
    match word.kind {
        WordKind::Symbol('~' | '\u{2248}' | '\u{223C}') => Some(Role::About),
        WordKind::Symbol('>' | '\u{2265}' | '\u{2A7E}') => Some(Role::Bound(Side::More)),
        WordKind::Symbol('<' | '\u{2264}' | '\u{2A7D}') => Some(Role::Bound(Side::Less)),
        _ => None,
    }
}

/// That and more, by a plus sign behind the digits: `18+`.
fn plus_after(scan: &Scan<'_, '_>, at: usize) -> Option<Side> {
    let digits = at.checked_sub(1).and_then(|last| scan.words.get(last)).is_some_and(|w| w.kind == WordKind::Digits);
    let plus = scan.words.get(at).is_some_and(|w| w.is('+') && w.gap == Gap::None);
    let ends = scan.words.get(at + 1).is_none_or(|w| w.gap != Gap::None || w.is_any(&CLOSING));
    (digits && plus && ends).then_some(Side::More)
}

/// Whether a number is one in digits.
fn is_in_digits(scan: &Scan<'_, '_>, number: &Cardinal) -> bool {
    number.end.checked_sub(1).and_then(|last| scan.words.get(last)).is_some_and(|w| w.kind == WordKind::Digits)
}

/// Whether a word for a version stands right before the digits: `الإصدار 1.2`.
pub(crate) fn is_version(scan: &Scan<'_, '_>, at: usize) -> bool {
    let version = |i: usize| role_at(scan, i, Lead::Start, |_, role| (role == Role::Version).then_some(())).is_some();
    at.checked_sub(1).is_some_and(version)
}

pub(super) fn digits_follow(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.words.get(at + 1).is_some_and(|w| w.kind == WordKind::Digits && w.gap == Gap::None)
}

/// Whether a fraction is said of something, or alone: `ثلث السكان`, `ثلث سكان العالم`, `انخفض إلى الثلث`, `نحو ثلث`.
/// Not `نصف النهائي`, `الربع الأول` and `ربع الساعة`.
fn is_part(scan: &Scan<'_, '_>, at: usize, part: &Fraction, hinted: bool) -> bool {
    // `نص` is also a text.
    let text = scan.words.folded(at).ends_with("نص");
    if text || alone(scan, at, part.end) {
        return !text;
    }
    let next = scan.words.folded(part.end);
    let is_time = |i: usize| scan.date(i, |_, word| word.is_time().then_some(())).is_some();
    let other = next.contains("نهايي")
        || HALVED.iter().any(|stem| next.starts_with(stem))
        || matches!(next, "الخالي" | "الكره" | "الدايره" | "الدائره" | "النهار" | "الليل")
        || is_time(part.end)
        || role_at(scan, part.end, Lead::Plain, |_, role| matches!(role, Role::Ordinal { .. }).then_some(())).is_some();
    // `ثمن السيارة` is its price.
    let price = part.value == Exact::whole(Decimal::new(125, 3));
    let ends = hinted && scan.words.get(part.end).is_none_or(|w| w.is_symbol() || w.gap >= Gap::Line);
    // `ساعتين ونصف يستكشفان المكان`: behind و it is often of what stands before.
    let first = part.proclitics.conjunction().is_none();
    let chain = first && near(scan, part.end) && is_definite(scan, part.end + 1);
    let known = first && near(scan, part.end) && (is_owned(next) || (is_pointing(next) && !is_time(part.end + 1)));
    let of = part.definite != is_definite(scan, part.end) || (!part.definite && (chain || ends));
    !price && ((of && !other) || (known && !part.definite))
}

/// How folded adjectives begin that `نصف` makes another of: `نصف دائرية`, `نصف سنوي`.
const HALVED: [&str; 6] = ["دايري", "كروي", "سنوي", "شهري", "اسبوعي", "يومي"];

/// Whether a folded word points at what follows: `ثلث هذا المبلغ`.
fn is_pointing(word: &str) -> bool {
    matches!(word, "هذا" | "هذه" | "هولاء" | "ذلك" | "تلك" | "اوليك" | "ما")
}

/// Whether a folded word ends in a pronoun, which makes it definite: `نصف سكانها`.
fn is_owned(word: &str) -> bool {
    let owned = |ending: &str| word.strip_suffix(ending).is_some_and(|noun| noun.chars().count() > 2);
    ["ها", "هم", "هما", "هن"].into_iter().any(owned)
}

/// Whether `خمس` is a fifth: before a definite noun. `سبع` and `تسع` there are other words.
fn is_fifth(scan: &Scan<'_, '_>, number: &Cardinal, part: &Fraction) -> bool {
    let two = [7, 9].into_iter().any(|under| Exact::ratio(Decimal::TWO, under) == Some(part.value));
    let fifth = number.value == Some(Exact::from(5)) || two;
    fifth && number.end == part.end && !part.definite && is_definite(scan, part.end)
}

/// A fraction that is a number by itself.
fn fraction_number(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<Cardinal> {
    let part = fraction(scan, at, lead).filter(|part| part.alone)?;
    Some(Cardinal {
        value: Some(part.value),
        end: part.end,
        proclitics: part.proclitics,
        digits: None,
        joins: 0,
        definite: false,
        power: 0,
        lone_one: false,
    })
}

fn longest(a: Option<Cardinal>, b: Option<Cardinal>) -> Option<Cardinal> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.end > a.end { b } else { a }),
        (a, b) => a.or(b),
    }
}
