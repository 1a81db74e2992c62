//! How cardinal numbers compose: digits, words, or both.
//!
//! A number is a sum of terms, each a coefficient below a thousand (or digits) times powers of ten. Terms are joined by
//! و and descend (`مليون ومئتا ألف وخمسة`); the classical order that begins with the units is read up to the thousands
//! (`سبع وستين وتسعمئة وألف`). What cannot be one sum ends the number, so that `2020 و2021` and `مئة ومئتين` stay two.

use rust_decimal::Decimal;

use super::digits::{Literal, is_and, literal};
use super::fraction::{share, tail};
use super::words::{Count, Lead, Role, end_of, power, role_at};
use crate::gazetteer::Proclitics;
use crate::lexicon::Scan;
use crate::text::{Gap, WordKind};

/// The largest power of ten that a value can hold.
const LARGEST_POWER: u32 = 27;

/// The sum may have as many terms as anybody writes; text without end must not be read again from each of its words.
const MOST_JOINS: usize = 24;

/// A cardinal number read from a place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cardinal {
    pub(super) value: Decimal,
    pub(super) end: usize,
    pub(super) proclitics: Proclitics,
    pub(super) digits: Option<usize>,
    /// How many times و joins its parts.
    pub(super) joins: usize,
    /// Whether it begins with the article.
    pub(super) definite: bool,
    /// `واحد` alone, which is as often a pronoun.
    pub(super) lone_one: bool,
}

/// The longest cardinal at a word.
pub(super) fn cardinal(scan: &Scan<'_, '_>, at: usize, lead: Lead) -> Option<Cardinal> {
    cardinal_within(scan, at, lead, MOST_JOINS)
}

/// The longest cardinal at a word that needs no more than so many joins: `خمسين ومئة` is also `خمسين`.
pub(super) fn cardinal_within(scan: &Scan<'_, '_>, at: usize, lead: Lead, most_joins: usize) -> Option<Cardinal> {
    let first = piece(scan, at, lead)?;
    let mut sum = Sum::new(scan, first.definite);
    sum.add(first, false).then_some(())?;
    while sum.go_on(most_joins) {}
    let (value, end) = sum.good?;
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
        lone_one: first.end == end && first.is_unit(1),
    })
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
    Scale(u32, Count),
}

impl Piece {
    const fn is_unit(&self, unit: u32) -> bool {
        matches!(self.part, Part::Small(value, UNITS) if value == unit)
    }
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
        let literal = literal(&scan.words, at).filter(|_| lead != Lead::And)?;
        let hundreds = if literal.value.scale() == 0 {
            u32::try_from(literal.value).ok().filter(|v| (1..10).contains(v))
        } else {
            None
        };
        let (part, end) = match hundreds.zip(hundred(scan, literal.end)) {
            Some((count, end)) => (Part::Small(count * 100, HUNDREDS), end),
            None => (Part::Digits(literal), literal.end),
        };
        return Some(Piece { part, end, proclitics: Proclitics::default(), definite: false });
    }
    let ten = |end: usize| {
        let found =
            role_at(scan, end, Lead::Plain, |hit, role| (role == Role::Ten && !hit.proclitics.article()).then_some(()));
        found.filter(|_| near(scan, end)).map(|(hit, ())| hit.end)
    };
    let read = |end: usize, role: Role| -> Option<(Part, usize)> {
        let (part, end) = match role {
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
            Role::SpokenHundred if lead != Lead::Start => (Part::Small(100, HUNDREDS), end),
            Role::Hundreds(value) => (Part::Small(value.into(), HUNDREDS), end),
            // With shadda it is the verb `ألّف`.
            Role::Scale(3, Count::One) if scan.words.surface(at).contains('\u{0651}') => return None,
            Role::Scale(power, count) => (Part::Scale(power.into(), count), end),
            _ => return None,
        };
        Some((part, end))
    };
    let (hit, (part, end)) = role_at(scan, at, lead, |hit, role| read(hit.end, role))?;
    Some(Piece { part, end, proclitics: hit.proclitics, definite: hit.proclitics.article() })
}

/// The end of `مئة` or `مئات` after its own count: `خمس مئة`, `ثلاث مئات`.
fn hundred(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    let found = role_at(scan, at, Lead::Plain, |hit, role| {
        let hundred = matches!(role, Role::Hundreds(100) | Role::SpokenHundred | Role::Vague(100));
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
    done: Option<Decimal>,
    /// The last of them and its power of ten; the next term must be smaller.
    last: Option<Term>,
    /// The term that has no power of ten yet.
    open: Option<Open>,
    /// Where the next piece is looked for.
    end: usize,
    joins: usize,
    /// The longest number that was complete.
    good: Option<(Decimal, usize)>,
    /// The same, and its joins, when the open term began: what is left when that term does not fit in the end.
    before_open: Option<((Decimal, usize), usize)>,
}

#[derive(Clone, Copy, Debug)]
struct Term {
    value: Decimal,
    power: u32,
    /// What it had to stay below.
    below: Option<Decimal>,
    /// Whether its scale word was the last word read.
    fresh: bool,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    value: Decimal,
    /// Decimal places filled by words; all of them for digits, which no word adds to.
    places: u8,
}

impl<'s, 'l, 't> Sum<'s, 'l, 't> {
    const fn new(scan: &'s Scan<'l, 't>, definite: bool) -> Self {
        Self { scan, definite, done: None, last: None, open: None, end: 0, joins: 0, good: None, before_open: None }
    }

    /// Reads what follows; false at the end of the number.
    fn go_on(&mut self, most_joins: usize) -> bool {
        if !near(self.scan, self.end) {
            return false;
        }
        if let Some(open) = self.open
            && let Some((value, end)) = decimals(self.scan, self.end)
            && self.done.is_none()
            && open.value.scale() == 0
            && let Some(value) = open.value.checked_add(value)
        {
            self.open = Some(Open { value, places: UNITS | TENS | HUNDREDS });
            self.end = end;
            return self.complete();
        }
        if let Some(next) = piece(self.scan, self.end, Lead::Plain).filter(|p| matches!(p.part, Part::Scale(..)))
            && (!next.definite || self.definite)
        {
            return self.add(next, false);
        }
        let Some((at, lead)) = joined(self.scan, self.end).filter(|_| self.joins < most_joins) else { return false };
        let scale = self.last.filter(|term| term.fresh).map_or(0, |term| term.power);
        if let Some((value, end)) = tail(self.scan, at, lead, scale)
            && let Some((sum, _)) = self.good
            && let Some(sum) = sum.checked_add(value)
        {
            self.good = Some((sum, end));
            self.joins += 1;
            return false;
        }
        // The numerator of a fraction is no term: `خمسة وثلاثة أرباع`.
        match piece(self.scan, at, lead) {
            Some(next) if (!next.definite || self.definite) && share(self.scan, next.end).is_none() => {
                self.add(next, true)
            }
            _ => false,
        }
    }

    /// Takes a piece; false when it does not fit and the number has ended before it.
    fn add(&mut self, piece: Piece, and: bool) -> bool {
        let fits = match piece.part {
            Part::Digits(literal) => self.add_digits(literal.value, and),
            Part::Small(value, places) => self.add_small(Decimal::from(value), places),
            Part::Scale(power, count) if and => self.add_scale(power, count, piece.end),
            Part::Scale(power, count) => self.multiply(power, count, piece.end),
        };
        if fits.is_none() {
            return false;
        }
        self.joins += usize::from(and);
        self.end = piece.end;
        self.complete()
    }

    fn add_digits(&mut self, value: Decimal, and: bool) -> Option<()> {
        let hundred = Decimal::ONE_HUNDRED;
        match self.open {
            None if self.done.is_none() || and => self.begin(value, UNITS | TENS | HUNDREDS),
            // `مئة و20`
            Some(Open { value: sum, places: HUNDREDS }) if value < hundred && value.scale() == 0 => {
                self.open = Some(Open { value: sum.checked_add(value)?, places: UNITS | TENS | HUNDREDS });
                Some(())
            }
            _ => None,
        }
    }

    fn add_small(&mut self, value: Decimal, places: u8) -> Option<()> {
        let Some(open) = self.open else { return self.begin(value, places) };
        let next = match (open.places, places) {
            (UNITS | HUNDREDS, TENS) | (HUNDREDS, UNITS) | (5, TENS) => open.places | places,
            (HUNDREDS, 3) => open.places | places,
            // From the units up, and nothing after.
            (UNITS..=3, HUNDREDS) => UNITS | TENS | HUNDREDS,
            _ => return None,
        };
        self.open = Some(Open { value: open.value.checked_add(value)?, places: next });
        Some(())
    }

    fn begin(&mut self, value: Decimal, places: u8) -> Option<()> {
        self.last.is_none_or(|last| power(last.power).is_some_and(|p| value < p)).then_some(())?;
        self.before_open = self.good.map(|good| (good, self.joins));
        self.open = Some(Open { value, places });
        Some(())
    }

    /// A scale word right after a coefficient, after another scale word, or at the very beginning.
    fn multiply(&mut self, exponent: u32, count: Count, end: usize) -> Option<()> {
        let scale = power(exponent)?;
        if let Some(open) = self.open {
            let value = open.value.checked_mul(scale).filter(|_| count != Count::Two);
            let below = self.last.and_then(|last| power(last.power));
            let Some(value) = value.filter(|v| below.is_none_or(|b| *v < b)) else {
                // `خمسة آلاف وستة آلاف`: the coefficient was not ours either.
                if let Some((good, joins)) = self.before_open.filter(|_| count != Count::Two) {
                    (self.good, self.joins) = (Some(good), joins);
                }
                return None;
            };
            self.open = None;
            return self.close(Term { value, power: exponent, below, fresh: true });
        }
        if let Some(last) = self.last {
            let exponent = last
                .power
                .checked_add(exponent)
                .filter(|&e| e <= LARGEST_POWER && last.fresh && count != Count::Two)?;
            let value = last.value.checked_mul(scale).filter(|v| last.below.is_none_or(|b| *v < b))?;
            self.done = self.done?.checked_sub(last.value);
            return self.close(Term { value, power: exponent, ..last });
        }
        let value = scale.checked_mul(self.times(count, end)?)?;
        self.close(Term { value, power: exponent, below: None, fresh: true })
    }

    /// A scale word joined by و.
    fn add_scale(&mut self, exponent: u32, count: Count, end: usize) -> Option<()> {
        let value = power(exponent)?.checked_mul(self.times(count, end)?)?;
        let below = self.last.and_then(|last| power(last.power));
        match (self.open, below) {
            (None, Some(below)) if value < below || self.last_is_hundreds_of(exponent) => {
                self.close(Term { value, power: exponent, below: Some(below), fresh: true })
            }
            // Units first: `تسعمئة وألف`.
            (Some(open), None) if exponent == 3 && open.value < power(exponent)? => {
                self.done = Some(open.value);
                self.open = None;
                // Nothing is smaller than the term of power 0 that comes next.
                self.close(Term { value, power: 0, below: None, fresh: false })
            }
            _ => None,
        }
    }

    /// `مئة ألف وألف` is 101,000, as `مئة وواحد` is 101.
    fn last_is_hundreds_of(&self, exponent: u32) -> bool {
        let hundred = || power(exponent)?.checked_mul(Decimal::ONE_HUNDRED);
        let Some((last, hundred)) = self.last.zip(hundred()) else { return false };
        last.power == exponent && last.value.checked_rem(hundred).is_some_and(|rest| rest.is_zero())
    }

    /// `ألفا` is one thousand with tanween or before another part of the number, else two in construct.
    fn times(&self, count: Count, end: usize) -> Option<Decimal> {
        let tanween = || end.checked_sub(1).is_some_and(|at| self.scan.words.surface(at).contains('\u{064B}'));
        let more = || joined(self.scan, end).is_some_and(|(at, lead)| piece(self.scan, at, lead).is_some());
        match count {
            Count::One => Some(Decimal::ONE),
            Count::Two => Some(Decimal::TWO),
            Count::OneOrTwo => Some(if tanween() || more() { Decimal::ONE } else { Decimal::TWO }),
            Count::Many => None,
        }
    }

    fn close(&mut self, term: Term) -> Option<()> {
        self.done = Some(self.done.unwrap_or_default().checked_add(term.value)?);
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
        let open = self.open.map_or(Decimal::ZERO, |open| open.value);
        match self.done.unwrap_or_default().checked_add(open) {
            Some(value) => {
                self.good = Some((value, self.end));
                true
            }
            None => false,
        }
    }
}

/// The decimals after the word for the point: `فاصلة سبعة`.
fn decimals(scan: &Scan<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let from = end_of(scan, at, Lead::Plain, Role::Point).filter(|&end| near(scan, end))?;
    if let Some(literal) = literal(&scan.words, from).filter(|l| l.value.scale() == 0) {
        let places = u32::try_from(literal.digits?).ok().filter(|&p| p <= LARGEST_POWER)?;
        return Some((literal.value.checked_div(power(places)?)?, literal.end));
    }
    let mut sum = Sum::new(scan, false);
    let first = piece(scan, from, Lead::Plain).filter(|p| matches!(p.part, Part::Small(..)) && !p.definite)?;
    sum.add(first, false).then_some(())?;
    while let Some((at, lead)) = joined(scan, sum.end) {
        let more = piece(scan, at, lead).filter(|p| matches!(p.part, Part::Small(..)) && !p.definite);
        if !more.is_some_and(|p| sum.add(p, true)) {
            break;
        }
    }
    let (value, end) = sum.good?;
    let places = (0..LARGEST_POWER).find(|&p| power(p).is_some_and(|p| value < p))?;
    Some((value.checked_div(power(places.max(1))?)?, end))
}
