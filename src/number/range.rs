//! Ranges of amounts: `بين 8 و10 آلاف`, `10-15`, `3 إلى 5`.

use super::Number;
use super::amount::Amount;
use super::cardinal::{cardinal, cardinal_within, goes_on, joined, near};
use super::digits::DASHES;
use super::exact::Exact;
use super::grammar::Finder;
use super::homograph::article_before;
use super::quantity::{dual, sign};
use super::words::{Lead, Role, end_of, power, role_at};
use crate::EntityKind;
use crate::gazetteer::Proclitics;
use crate::lexicon::{Kinds, Scan};
use crate::text::{Gap, WordKind};

/// Between the ends of a range, beside the hyphens.
const LONG_DASH: char = '\u{2014}';

impl Finder<'_, '_, '_> {
    /// `بين A وB`, `من A إلى B`.
    pub(super) fn framed_range(&self, at: usize) -> Option<(Amount, Proclitics)> {
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
    pub(super) fn range_after(&self, at: usize, lower: &Amount) -> Option<Amount> {
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
