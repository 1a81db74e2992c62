//! How cardinal numbers compose: digits, words, or both.
//!
//! A number is a sum of terms, each a coefficient below a thousand (or digits) times powers of ten. Terms are joined by
//! و and descend (`مليون ومئتا ألف وخمسة`); the classical order that begins with the units is read up to the thousands
//! (`سبع وستين وتسعمئة وألف`). What cannot be one sum ends the number, so that `2020 و2021` and `مئة ومئتين` stay two.

use rust_decimal::Decimal;

use super::digits::{Literal, is_and, literal};
use super::exact::Exact;
use super::fraction::{before_scale, is_fraction, may_begin, share, tail};
use super::quantity::has_article;
use super::words::{Count, Form, Lead, Measure, Role, end_of, power, role_at};
use crate::date::DateWord;
use crate::gazetteer::Proclitics;
use crate::lexicon::{Kinds, Scan};
use crate::text::{Gap, WordKind};

/// The largest power of ten that a value can hold.
const LARGEST_POWER: u32 = 27;

/// The sum may have as many terms as a value can: three for each power of a thousand. Text without end must not be read
/// again from each of its words.
const MOST_JOINS: u8 = 30;

/// A cardinal number read from a place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cardinal {
    /// None when it is too large.
    pub(super) value: Option<Exact>,
    pub(super) end: usize,
    pub(super) proclitics: Proclitics,
    pub(super) digits: Option<u8>,
    /// How many times و joins its parts.
    pub(super) joins: u8,
    /// Whether it begins with the article.
    pub(super) definite: bool,
    /// The power of ten of its scale word, when it is a coefficient and that: 6 for `5 ملايين`.
    pub(super) power: u32,
    /// `واحد` alone, which is as often a pronoun.
    pub(super) lone_one: bool,
}

/// The longest cardinal at a word.
pub(super) fn cardinal(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<Cardinal> {
    cardinal_within(scan, at, lead, MOST_JOINS)
}

/// The longest cardinal at a word that needs no more than so many joins: `خمسين ومئة` is also `خمسين`.
pub(super) fn cardinal_within(scan: &Scan<'_, '_>, at: usize, lead: Lead, most_joins: u8) -> Option<Cardinal> {
    let first = match scan.words.get(at)?.kind {
        WordKind::Arabic => piece(scan, at, lead)?,
        _ if matches!(lead, Lead::And | Lead::For) => return None,
        _ => {
            let literal = literal(scan, at)?;
            if !may_go_on(scan, literal.end) {
                return Some(Cardinal::of(&literal));
            }
            counted_hundred(scan, &literal)
        }
    };
    if let Some(value) = first.value().filter(|_| !may_go_on(scan, first.end)) {
        return single(&first, value);
    }
    let mut sum = Sum::new(scan, first.definite);
    sum.add(first, false).then_some(())?;
    while sum.go_on(most_joins) {}
    let (mut value, mut end) = sum.good.map(|(value, end)| (Some(value), end))?;
    if let Some(beyond) = sum.overflow {
        (value, end) = (None, past_scales(scan, beyond));
    }
    let digits =
        if let Part::Digits(literal) = first.part { literal.digits.filter(|_| end == literal.end) } else { None };
    // `الاثنين` alone is Monday, as a rule.
    let monday = first.end == end && first.definite && first.is_unit(2);
    (!monday).then_some(Cardinal {
        value,
        end,
        proclitics: first.proclitics,
        digits,
        joins: sum.joins,
        definite: first.definite,
        power: sum.power,
        lone_one: first.end == end && first.is_unit(1),
    })
}

impl Cardinal {
    /// One number in digits.
    fn of(literal: &Literal) -> Self {
        Self {
            value: Some(literal.value),
            end: literal.end,
            proclitics: Proclitics::default(),
            digits: literal.digits,
            joins: 0,
            definite: false,
            power: 0,
            lone_one: false,
        }
    }
}

/// The cardinal that is one piece in words.
fn single(piece: &Piece, value: Exact) -> Option<Cardinal> {
    // `الاثنين` alone is Monday, as a rule.
    let monday = piece.definite && piece.is_unit(2);
    (!monday).then_some(Cardinal {
        value: Some(value),
        end: piece.end,
        proclitics: piece.proclitics,
        digits: None,
        joins: 0,
        definite: piece.definite,
        power: 0,
        lone_one: piece.is_unit(1),
    })
}

/// Whether the word at `at` may be more of a number that ends before it: a quick look before the others.
pub(super) fn may_go_on(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(word) = scan.words.get(at).filter(|w| w.gap <= Gap::Line) else { return false };
    match word.kind {
        WordKind::Arabic => {
            let part = |(_, role): &(_, Role)| role.begins() || matches!(role, Role::Point | Role::SpokenHundreds);
            is_and(&scan.words, at) || scan.has(at, Kinds::NUMBER) && scan.numbers(at).iter().any(part)
        }
        WordKind::Digits => true,
        WordKind::Other | WordKind::Symbol(_) => false,
    }
}

/// The smallest step of a number.
#[derive(Clone, Copy, Debug)]
struct Piece {
    part: Part,
    end: usize,
    proclitics: Proclitics,
    definite: bool,
}

#[derive(Clone, Copy, Debug)]
enum Part {
    Digits(Literal),
    /// A value below 1000 and the decimal places it fills.
    Small(u32, u8),
    /// So many thousands.
    Thousands(u32),
    Scale(u32, Count),
}

impl Piece {
    const fn is_unit(&self, unit: u32) -> bool {
        matches!(self.part, Part::Small(value, UNITS) if value == unit)
    }

    /// The value of a word that is a number by itself, whatever it counts.
    fn value(&self) -> Option<Exact> {
        if let Part::Small(value, _) = self.part { Some(value.into()) } else { None }
    }
}

/// One past the scale words after a number that has become too large.
fn past_scales(scan: &Scan<'_, '_>, mut at: usize) -> usize {
    for _ in 0..MOST_JOINS {
        let more = piece(scan, at, Lead::Plain).filter(|p| near(scan, at) && matches!(p.part, Part::Scale(..)));
        let Some(more) = more else { break };
        at = more.end;
    }
    at
}

const UNITS: u8 = 1;
const TENS: u8 = 2;
const HUNDREDS: u8 = 4;

/// Whether the word at `at` can go on with the phrase of the word before it.
pub(super) fn near(scan: &Scan<'_, '_>, at: usize) -> bool {
    goes_on(scan, at) && scan.words.get(at).is_some_and(|w| !w.is_symbol())
}

/// Whether the word or symbol at `at` belongs to the paragraph of the word before it.
pub(super) fn goes_on(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.words.get(at).is_some_and(|w| w.gap <= Gap::Line)
}

/// Where a part joined by و begins, and how: in one word with it, or after a و of its own.
pub(super) fn joined(scan: &Scan<'_, '_>, at: usize) -> Option<(usize, Lead)> {
    if !near(scan, at) {
        return None;
    }
    if is_and(&scan.words, at) { goes_on(scan, at + 1).then_some((at + 1, Lead::Plain)) } else { Some((at, Lead::And)) }
}

fn piece(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<Piece> {
    if scan.words.get(at)?.kind != WordKind::Arabic {
        let literal = literal(scan, at).filter(|_| !matches!(lead, Lead::And | Lead::For))?;
        return Some(counted_hundred(scan, &literal));
    }
    if !scan.has(at, Kinds::NUMBER) {
        return None;
    }
    let ten = |end: usize| {
        let found =
            role_at(scan, end, Lead::Plain, |hit, role| (role == Role::Ten && !hit.proclitics.article()).then_some(()));
        found.filter(|_| near(scan, end)).map(|(hit, ())| hit.end)
    };
    let read = |end: usize, role: Role| -> Option<(Part, usize)> {
        let (part, end) = match role {
            Role::Unit(5 | 7 | 9) | Role::Ten if is_fraction(scan, at) => return None,
            Role::Unit(unit) | Role::Part(unit) => match (u32::from(unit), ten(end), hundred(scan, end)) {
                (unit @ 1.., Some(end), _) => (Part::Small(10 + unit, TENS | UNITS), end),
                (unit @ 3.., None, Some(end)) => (Part::Small(unit * 100, HUNDREDS), end),
                (unit, ..) if !matches!(role, Role::Part(_)) || before_tens(scan, end) => {
                    (Part::Small(unit, UNITS), end)
                }
                _ => return None,
            },
            Role::Ten => (Part::Small(10, TENS | UNITS), end),
            Role::Teen(value) => (Part::Small(value.into(), TENS | UNITS), end),
            Role::Tens(value) => (Part::Small(value.into(), TENS), end),
            Role::SpokenHundred(value) if lead != Lead::Start || spoken_hundred(scan, at, end) => {
                (Part::Small(value.into(), HUNDREDS), end)
            }
            Role::Hundreds(value) => (Part::Small(value.into(), HUNDREDS), end),
            Role::Thousands(value) => (Part::Thousands(value.into()), end),
            // With shadda it is the verb `ألّف`.
            Role::Scale(3, Count::One) if scan.words.surface(at).contains('\u{0651}') => return None,
            Role::Scale(power, count) => (Part::Scale(power.into(), count), end),
            _ => return None,
        };
        Some((part, end))
    };
    // `وأحد` is و and `أحد`, `واحد` may be.
    let joined_one = scan.words.surface(at).starts_with("وأ");
    let (hit, (part, end)) = role_at(scan, at, lead, |hit, role| {
        // `الألفا-كاروتين`: what is in construct has no article. `كالفين` is a name.
        // `اليوبيل الألفي`, but `الألفي جندي`
        let adjective = || scan.words.folded(at).ends_with('ي') && (!near(scan, hit.end) || has_article(scan, hit.end));
        let other = matches!(role, Role::Scale(_, Count::OneOrTwo)) && hit.proclitics.article()
            || matches!(role, Role::Scale(_, Count::Two)) && hit.proclitics.article() && adjective()
            || matches!(role, Role::Scale(3, _)) && hit.proclitics.preposition() == Some('ك');
        let one = joined_one && role == Role::Unit(1) && hit.proclitics.letters() == 0;
        if other || one { None } else { read(hit.end, role) }
    })?;
    Some(Piece { part, end, proclitics: hit.proclitics, definite: hit.proclitics.article() })
}

/// Digits, and the hundreds that they count: `3 مئات`.
fn counted_hundred(scan: &Scan<'_, '_>, literal: &Literal) -> Piece {
    let count = || literal.value.integer().and_then(|v| u32::try_from(v).ok()).filter(|v| (1..10).contains(v));
    let (part, end) = match hundred(scan, literal.end).and_then(|end| Some((count()?, end))) {
        Some((count, end)) => (Part::Small(count * 100, HUNDREDS), end),
        None => (Part::Digits(*literal), literal.end),
    };
    Piece { part, end, proclitics: Proclitics::default(), definite: false }
}

/// Whether `مية`, which is also water in speech, is a hundred at the start of a number: alone, or before more of it.
fn spoken_hundred(scan: &Scan<'_, '_>, at: usize, end: usize) -> bool {
    let small = |(at, lead)| {
        role_at(scan, at, lead, |_, role| {
            let below = matches!(role, Role::Unit(_) | Role::Part(_) | Role::Ten | Role::Teen(_) | Role::Tens(_));
            (below || matches!(role, Role::Thousands(_))).then_some(())
        })
    };
    let scale = role_at(scan, end, Lead::Plain, |_, role| matches!(role, Role::Scale(..)).then_some(()));
    let counts = near(scan, end) && (scale.is_some() || is_counted(scan, end));
    // `كمية`, `للميتين`
    let whole = role_at(scan, at, Lead::Start, |hit, role| {
        let preposition = hit.proclitics.preposition();
        let bare = preposition.is_none() && (!hit.proclitics.article() || alone(scan, at, end));
        let bare = bare || (counts && preposition == Some('ب') && !hit.proclitics.article());
        (matches!(role, Role::SpokenHundred(_)) && bare).then_some(())
    });
    let more = || joined(scan, end).and_then(small).or_else(|| small((end, Lead::Plain)).filter(|_| near(scan, end)));
    whole.is_some() && (counts || alone(scan, at, end) || more().is_some())
}

/// Whether a word is what people count: a unit, a length of time, persons.
fn is_counted(scan: &Scan<'_, '_>, at: usize) -> bool {
    let noun = role_at(scan, at, Lead::Plain, |hit, role| {
        let measure = matches!(role, Role::Measure(Measure { form: Form::One | Form::Any, .. }) | Role::Minor(_));
        let counted = measure || role == Role::Counted;
        (counted && !hit.proclitics.article()).then_some(())
    });
    noun.is_some() || scan.date(at, |_, word| matches!(word, DateWord::Unit(..)).then_some(())).is_some()
}

/// Whether no other letters stand beside these words in their line.
pub(super) fn alone(scan: &Scan<'_, '_>, at: usize, end: usize) -> bool {
    let word = |i: usize| scan.words.get(i).is_some_and(|w| !w.is_symbol());
    let line = |i: usize| scan.words.get(i).is_none_or(|w| w.gap >= Gap::Line);
    (line(end) || !word(end)) && (line(at) || at.checked_sub(1).is_none_or(|before| !word(before)))
}

/// The end of `مئة` or `مئات` after its own count: `خمس مئة`, `ثلاث مئات`.
fn hundred(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    let found = role_at(scan, at, Lead::Plain, |hit, role| {
        let hundred =
            matches!(role, Role::Hundreds(100) | Role::SpokenHundred(100) | Role::SpokenHundreds | Role::Vague(100));
        (hundred && !hit.proclitics.article()).then_some(())
    });
    found.filter(|_| near(scan, at)).map(|(hit, ())| hit.end)
}

/// Whether tens follow, joined: `إحدى وعشرون`.
fn before_tens(scan: &Scan<'_, '_>, at: usize) -> bool {
    let tens = |(at, lead)| role_at(scan, at, lead, |_, role| matches!(role, Role::Tens(_)).then_some(()));
    joined(scan, at).and_then(tens).is_some()
}

/// A sum while it is read.
struct Sum<'s, 'l, 't> {
    scan: &'s Scan<'l, 't>,
    definite: bool,
    /// The finished terms.
    done: Option<Exact>,
    /// The last of them and its power of ten; the next term must be smaller.
    last: Option<Term>,
    /// The term that has no power of ten yet.
    open: Option<Open>,
    /// Where the next piece is looked for.
    end: usize,
    joins: u8,
    /// The longest number that was complete.
    good: Option<(Exact, usize)>,
    /// Its power of ten, when it is a coefficient and a scale word.
    power: u32,
    /// The same, and its joins, when the open term began: what is left when that term does not fit in the end.
    before_open: Option<((Exact, usize), u8, u32)>,
    /// The end of the part that has made the number too large.
    overflow: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Term {
    value: Exact,
    power: u32,
    /// What it had to stay below.
    below: Option<Exact>,
    /// Whether its scale word was the last word read.
    fresh: bool,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    value: Exact,
    /// Decimal places filled by words; all of them for digits, which no word adds to.
    places: u8,
    /// Whether hundreds came after units or tens.
    ascending: bool,
}

impl Open {
    /// What no word below a hundred adds to.
    const fn full(value: Exact) -> Self {
        Self { value, places: UNITS | TENS | HUNDREDS, ascending: false }
    }
}

impl<'s, 'l, 't> Sum<'s, 'l, 't> {
    const fn new(scan: &'s Scan<'l, 't>, definite: bool) -> Self {
        Self {
            scan,
            definite,
            done: None,
            last: None,
            open: None,
            end: 0,
            joins: 0,
            good: None,
            power: 0,
            before_open: None,
            overflow: None,
        }
    }

    /// Reads what follows; false at the end of the number.
    fn go_on(&mut self, most_joins: u8) -> bool {
        if !may_go_on(self.scan, self.end) {
            return false;
        }
        if let Some((value, end)) = self.decimals() {
            return self.add_decimals(value, end);
        }
        if let Some(next) = piece(self.scan, self.end, Lead::Plain).filter(|p| matches!(p.part, Part::Scale(..)))
            && (!next.definite || self.definite)
        {
            return self.add(next, false);
        }
        if let Some(next) = self.beside() {
            return self.add(next, false);
        }
        let Some((at, lead)) = joined(self.scan, self.end).filter(|_| self.joins < most_joins) else { return false };
        let scale = self.last.filter(|term| term.fresh).map_or(0, |term| term.power);
        let part = may_begin(self.scan, at);
        if part
            && let Some((value, end)) = tail(self.scan, at, lead, scale)
            && let Some((sum, _)) = self.good
            && let Some(sum) = sum.add(value)
        {
            self.good = Some((sum, end));
            self.power = 0;
            self.joins += 1;
            return false;
        }
        if let Some(open) = self.open.filter(|_| part && self.done.is_none())
            && let Some((part, end)) = before_scale(self.scan, at, lead)
            && let Some(value) = open.value.add(part)
        {
            self.open = Some(Open::full(value));
            self.end = end;
            self.joins += 1;
            return self.complete();
        }
        // The numerator of a fraction is no term: `خمسة وثلاثة أرباع`.
        match piece(self.scan, at, lead) {
            Some(next) if (!next.definite || self.definite) && share(self.scan, next.end).is_none() => {
                self.thousands_last(next).unwrap_or_else(|| self.add(next, true))
            }
            _ => false,
        }
    }

    /// The thousands of a number that goes up: `ست وسبعين وسبعمئة وأربعة آلاف`.
    fn thousands_last(&mut self, next: Piece) -> Option<bool> {
        let open = self.open.filter(|open| open.ascending && self.done.is_none())?;
        let Part::Small(count @ 3..=10, _) = next.part else { return None };
        let scale = piece(self.scan, next.end, Lead::Plain).filter(|_| near(self.scan, next.end))?;
        let thousands = matches!(scale.part, Part::Scale(3, Count::Many)).then(|| Exact::from(count * 1000))?;
        let sum = open.value.add(thousands)?;
        (self.good, self.power, self.joins) = (Some((sum, scale.end)), 0, self.joins + 1);
        Some(false)
    }

    /// Tens right after hundreds, as in speech: `متين تلاتة وستين`.
    fn beside(&self) -> Option<Piece> {
        self.open.filter(|open| open.places == HUNDREDS)?;
        let next = piece(self.scan, self.end, Lead::Plain).filter(|p| !p.definite)?;
        let tens = match next.part {
            Part::Small(_, places) => places & TENS != 0 || (places == UNITS && before_tens(self.scan, next.end)),
            _ => false,
        };
        tens.then_some(next)
    }

    /// The decimals that follow a whole number.
    fn decimals(&self) -> Option<(Exact, usize)> {
        let from = end_of(self.scan, self.end, Lead::Plain, Role::Point).filter(|&end| near(self.scan, end))?;
        self.good.filter(|(value, _)| value.integer().is_some())?;
        decimals(self.scan, from, self.done.is_some())
    }

    /// Of a coefficient (`اثنين فاصلة خمسة مليون`) they are a part; after a scale they end the number.
    fn add_decimals(&mut self, value: Exact, end: usize) -> bool {
        let open = self.open.filter(|_| self.done.is_none());
        if let Some(value) = open.and_then(|open| open.value.add(value)) {
            self.open = Some(Open::full(value));
            self.end = end;
            return self.complete();
        }
        self.good = self.good.and_then(|(whole, _)| Some((whole.add(value)?, end)));
        self.power = 0;
        false
    }

    /// The power of ten of the scale word, when it ends the number and nothing but its coefficient stands before it.
    fn single_power(&self) -> u32 {
        let single = self.last.filter(|term| term.fresh && self.open.is_none() && self.done == Some(term.value));
        single.map_or(0, |term| term.power)
    }

    /// Takes a piece; false when it does not fit and the number has ended before it.
    fn add(&mut self, piece: Piece, and: bool) -> bool {
        let fits = match piece.part {
            Part::Digits(literal) => self.add_digits(literal.value, and),
            Part::Small(value, places) => self.add_small(value.into(), places),
            Part::Thousands(value) => {
                self.add_small(value.into(), UNITS).and_then(|()| self.multiply(3, Count::Many, piece.end))
            }
            Part::Scale(power, count) if and => self.add_scale(power, count, piece.end),
            Part::Scale(power, count) => self.multiply(power, count, piece.end),
        };
        if fits.is_none() {
            return false;
        }
        self.joins += u8::from(and);
        self.end = piece.end;
        self.complete()
    }

    fn add_digits(&mut self, value: Exact, and: bool) -> Option<()> {
        let hundred = Exact::from(100);
        match self.open {
            None if self.done.is_none() || and => self.begin(value, UNITS | TENS | HUNDREDS),
            // `مئة و20`
            Some(Open { value: sum, places: HUNDREDS, .. }) if value < hundred && value.integer().is_some() => {
                self.open = Some(Open::full(sum.add(value)?));
                Some(())
            }
            _ => None,
        }
    }

    fn add_small(&mut self, value: Exact, places: u8) -> Option<()> {
        let Some(open) = self.open else { return self.begin(value, places) };
        let next = match (open.places, places) {
            (UNITS | HUNDREDS, TENS) | (HUNDREDS, UNITS) | (5, TENS) => open.places | places,
            (HUNDREDS, 3) => open.places | places,
            // From the units up, and nothing after.
            (UNITS..=3, HUNDREDS) => UNITS | TENS | HUNDREDS,
            _ => return None,
        };
        let ascending = places == HUNDREDS;
        self.open = Some(Open { value: open.value.add(value)?, places: next, ascending });
        Some(())
    }

    fn begin(&mut self, value: Exact, places: u8) -> Option<()> {
        self.last.is_none_or(|last| ten_to(last.power).is_some_and(|p| value < p)).then_some(())?;
        self.before_open = self.good.map(|good| (good, self.joins, self.power));
        self.open = Some(Open { value, places, ascending: false });
        Some(())
    }

    /// A scale word right after a coefficient, after another scale word, or at the very beginning.
    fn multiply(&mut self, exponent: u32, count: Count, end: usize) -> Option<()> {
        let scale = power(exponent)?;
        if let Some(open) = self.open {
            let below = self.last.and_then(|last| ten_to(last.power));
            let product = open.value.times(scale);
            if product.is_none() {
                self.overflow = Some(end);
            }
            let value = product.filter(|_| count != Count::Two);
            let Some(value) = value.filter(|v| below.is_none_or(|b| *v < b)) else {
                // `خمسة آلاف وستة آلاف`: the coefficient was not ours either.
                if product.is_some()
                    && let Some((good, joins, power)) = self.before_open.filter(|_| count != Count::Two)
                {
                    (self.good, self.joins, self.power) = (Some(good), joins, power);
                }
                return None;
            };
            self.open = None;
            return self.close(Term { value, power: exponent, below, fresh: true });
        }
        if let Some(last) = self.last {
            let exponent = last.power.checked_add(exponent).filter(|_| last.fresh && count != Count::Two)?;
            let product = last.value.times(scale).filter(|_| exponent <= LARGEST_POWER);
            if product.is_none() {
                self.overflow = Some(end);
            }
            let value = product.filter(|v| last.below.is_none_or(|b| *v < b))?;
            self.done = self.done?.add(last.value.negate());
            return self.close(Term { value, power: exponent, ..last });
        }
        let value = Exact::whole(scale.checked_mul(self.times(count, end)?)?);
        self.close(Term { value, power: exponent, below: None, fresh: true })
    }

    /// A scale word joined by و. `مئتان وألف ألف` is 201,000: one more thousand.
    fn add_scale(&mut self, exponent: u32, count: Count, end: usize) -> Option<()> {
        if let Some(open) = self.open.filter(|open| open.places == HUNDREDS && count == Count::One)
            && self.is_scale(end, exponent)
        {
            self.open = Some(Open::full(open.value.add(Exact::ONE)?));
            return Some(());
        }
        let value = Exact::whole(power(exponent)?.checked_mul(self.times(count, end)?)?);
        let below = self.last.and_then(|last| ten_to(last.power));
        match (self.open, below) {
            (None, Some(below)) if value < below || self.last_is_hundreds_of(exponent) => {
                self.close(Term { value, power: exponent, below: Some(below), fresh: true })
            }
            // Units first: `تسعمئة وألف`.
            (Some(open), None)
                if open.value < ten_to(exponent)? && (exponent == 3 || open.value >= Exact::from(100)) =>
            {
                self.done = Some(open.value);
                self.open = None;
                // Nothing is smaller than the term of power 0 that comes next.
                self.close(Term { value, power: 0, below: None, fresh: false })
            }
            _ => None,
        }
    }

    fn is_scale(&self, at: usize, exponent: u32) -> bool {
        let next = piece(self.scan, at, Lead::Plain).filter(|p| near(self.scan, at) && !p.definite);
        next.is_some_and(|p| matches!(p.part, Part::Scale(e, Count::One | Count::OneOrTwo) if e == exponent))
    }

    /// `مئة ألف وألف` is 101,000, as `مئة وواحد` is 101.
    fn last_is_hundreds_of(&self, exponent: u32) -> bool {
        let hundred = || power(exponent)?.checked_mul(Decimal::ONE_HUNDRED);
        let Some((last, hundred)) = self.last.zip(hundred()) else { return false };
        let rest = || last.value.decimal()?.checked_rem(hundred);
        last.power == exponent && rest().is_some_and(|rest| rest.is_zero())
    }

    /// `ألفا` is one thousand with tanween or before another part of the number, else two in construct.
    fn times(&self, count: Count, end: usize) -> Option<Decimal> {
        let tanween = || end.checked_sub(1).is_some_and(|at| self.scan.words.surface(at).contains('\u{064B}'));
        let more = || joined(self.scan, end).is_some_and(|(at, lead)| piece(self.scan, at, lead).is_some());
        match count {
            Count::One => Some(Decimal::ONE),
            Count::Two => Some(Decimal::TWO),
            Count::OneOrTwo if tanween() || more() => Some(Decimal::ONE),
            // The first letter of the Greeks has no noun behind it: `جسيمات ألفا`, `ألفا-كاروتين`.
            Count::OneOrTwo => {
                let counts = near(self.scan, end) || alone(self.scan, end.saturating_sub(1), end);
                (counts || self.done.is_some() || self.open.is_some()).then_some(Decimal::TWO)
            }
            Count::Many => None,
        }
    }

    fn close(&mut self, term: Term) -> Option<()> {
        self.done = Some(match self.done {
            Some(done) => done.add(term.value)?,
            None => term.value,
        });
        self.last = Some(term);
        Some(())
    }

    /// Notes that the number could end here.
    fn complete(&mut self) -> bool {
        if self.open.is_some()
            && let Some(last) = &mut self.last
        {
            last.fresh = false;
        }
        let sum = match (self.done, self.open) {
            (Some(done), Some(open)) => done.add(open.value),
            (done, open) => Some(done.or(open.map(|open| open.value)).unwrap_or(Exact::ZERO)),
        };
        match sum {
            Some(value) => {
                self.good = Some((value, self.end));
                self.power = self.single_power();
                true
            }
            None => {
                self.overflow = Some(self.end);
                false
            }
        }
    }
}

/// The decimals after the word for the point: `فاصلة سبعة`, `فاصلة صفر خمسة`. A scale word among them is read only when
/// it cannot be one for the whole number: `فاصلة ألفين وستة`.
fn decimals(scan: &Scan<'_, '_>, from: usize, scaled: bool) -> Option<(Exact, usize)> {
    if let Some(literal) = literal(scan, from).filter(|l| l.value.integer().is_some()) {
        let places = Some(u32::from(literal.digits?)).filter(|&p| p <= LARGEST_POWER)?;
        return Some((shifted(literal.value, places)?, literal.end));
    }
    if let Some(digits) = digit_words(scan, from) {
        return Some(digits);
    }
    let (zeros, from) = zeros(scan, from);
    let first = piece(scan, from, Lead::Plain).filter(|p| !p.definite);
    let first = first.filter(|p| scaled || matches!(p.part, Part::Small(..) | Part::Scale(3, _)));
    let Some(first) = first else {
        return (zeros > 0).then_some((Exact::ZERO, from));
    };
    let scaled = scaled || matches!(first.part, Part::Scale(..));
    let mut sum = Sum::new(scan, false);
    sum.add(first, false).then_some(())?;
    loop {
        let scale = piece(scan, sum.end, Lead::Plain).filter(|p| scaled && matches!(p.part, Part::Scale(3, _)));
        if let Some(scale) = scale.filter(|_| near(scan, sum.end)) {
            if sum.add(scale, false) {
                continue;
            }
            break;
        }
        let more =
            joined(scan, sum.end).filter(|_| sum.joins < MOST_JOINS).and_then(|(at, lead)| piece(scan, at, lead));
        let more = more.filter(|p| !p.definite && (scaled || matches!(p.part, Part::Small(..))));
        if !more.is_some_and(|p| sum.add(p, true)) {
            break;
        }
    }
    let (value, end) = sum.good?;
    let places = (1..LARGEST_POWER).find(|&p| ten_to(p).is_some_and(|p| value < p))?;
    Some((shifted(value, zeros.checked_add(places)?)?, end))
}

/// Decimals said one by one: `واحد أربعة واحد خمسة`.
fn digit_words(scan: &Scan<'_, '_>, from: usize) -> Option<(Exact, usize)> {
    let (mut value, mut places, mut end) = (0i128, 0, from);
    while let Some((hit, digit)) = role_at(scan, end, Lead::Plain, |hit, role| match role {
        Role::Unit(digit) if !hit.proclitics.article() => Some(digit),
        _ => None,
    })
    .filter(|_| near(scan, end) && places < LARGEST_POWER)
    {
        (value, places, end) = (value * 10 + i128::from(digit), places + 1, hit.end);
    }
    // The last may begin a number of its own: `خمسة عشر`, `ثلاثة آلاف`.
    let begins = |at: usize| {
        role_at(scan, at, Lead::Plain, |_, role| {
            matches!(role, Role::Ten | Role::Hundreds(100) | Role::SpokenHundred(100) | Role::Scale(..)).then_some(())
        })
        .is_some_and(|_| near(scan, at))
    };
    if places < 2 || begins(end) || before_tens(scan, end) {
        return None;
    }
    let value = Decimal::try_from_i128_with_scale(value, places).ok()?;
    Some((Exact::whole(value), end))
}

/// How often `صفر` is said at the start of decimals, and where it ends.
fn zeros(scan: &Scan<'_, '_>, mut at: usize) -> (u32, usize) {
    for count in 0..LARGEST_POWER {
        match end_of(scan, at, Lead::Plain, Role::Unit(0)).filter(|_| near(scan, at)) {
            Some(end) => at = end,
            None => return (count, at),
        }
    }
    (LARGEST_POWER, at)
}

/// The value moved so many places to the right of the point.
fn shifted(value: Exact, places: u32) -> Option<Exact> {
    let shifted = Decimal::try_from_i128_with_scale(value.integer()?, places).ok()?;
    Some(Exact::whole(shifted))
}

/// 10 to that power, to compare with.
fn ten_to(exponent: u32) -> Option<Exact> {
    power(exponent).map(Exact::whole)
}
