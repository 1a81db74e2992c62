//! The numbers of a text: where one may begin, which readings stand, and what says how sure they are.

use super::amount::{Amount, CLOSING};
use super::cardinal::{Cardinal, cardinal, goes_on, near};
use super::digits::{beyond, cluster, filed, is_plain, list_marker, note, slashed, too_many, vulgar};
use super::fraction::{fraction, may_begin};
use super::homograph::article_before;
use super::ordinal::ordinal;
use super::quantity::{bare, sign};
use super::telephone::telephone;
use super::words::{Lead, Parts, Role, Side, role_at};
use super::{Number, NumberMention, Quantity};
use crate::EntityKind;
use crate::gazetteer::{Hit, Proclitics};
use crate::lexicon::{Kinds, Scan};
use crate::text::{Gap, Word, WordKind};

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
        WordKind::Arabic => scan.parts(at),
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
    let parts = scan.parts(at);
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
fn next_start(scan: &Scan<'_, '_>, mut from: usize) -> Option<usize> {
    const BEGINS: Kinds = Kinds::of_parts(Parts::ANY).and(Kinds::DIGITS).and(Kinds::SIGN);
    while let Some(at) = scan.first_with(from, scan.words.len(), BEGINS) {
        if may_start(scan, at) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

fn may_start(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(word) = scan.words.get(at) else { return false };
    let digits = |i: usize| scan.has(i, Kinds::DIGITS);
    let dot = || scan.words.get(at + 1).is_some_and(|w| w.is('.'));
    match word.kind {
        WordKind::Digits => true,
        WordKind::Symbol(_) => digits(at + 1) || digits(at + 2),
        // A letter may begin the short form of a currency.
        WordKind::Arabic => scan.parts(at).any(Parts::ANY) || scan.words.codes(word).len() == 1 && dot(),
        // `½` is a number by itself.
        WordKind::Other => digits(at + 1) || digits(at + 2) || vulgar(scan.words.surface(at)).is_some(),
    }
}

/// What stands before a number and says how sure it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hint {
    /// Where the number begins.
    pub(super) at: usize,
    about: bool,
    side: Option<Side>,
}

/// The numbers of a text while they are looked for.
pub(super) struct Finder<'s, 'l, 't> {
    pub(super) scan: &'s Scan<'l, 't>,
    found: Vec<NumberMention>,
    /// The words before the number that is looked for.
    pub(super) hint: Option<Hint>,
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
        let parts = scan.parts(at);
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
        let article = |hint: &Hint| article_before(self.scan, at) == Some(hint.at);
        // `حوالي (500)`
        let glued = || self.scan.words.get(at).is_some_and(|w| w.gap == Gap::None);
        let hint = self.hint.filter(|hint| hint.at == at || article(hint) || (hint.at + 1 == at && glued()));
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

/// Whether a word for a version stands right before the digits: `الإصدار 1.2`.
pub(crate) fn is_version(scan: &Scan<'_, '_>, at: usize) -> bool {
    let version = |i: usize| role_at(scan, i, Lead::Start, |_, role| (role == Role::Version).then_some(())).is_some();
    at.checked_sub(1).is_some_and(version)
}

pub(super) fn digits_follow(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.words.get(at + 1).is_some_and(|w| w.kind == WordKind::Digits && w.gap == Gap::None)
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
