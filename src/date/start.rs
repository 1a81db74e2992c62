//! What can begin at a word, known before its senses are looked at, so that few rules are tried.

use super::reader::Reader;
use super::short::event;
use super::words::{DateWord, Lead, Unit};
use crate::lexicon::Kinds;
use crate::text::WordKind;

/// What words do in dates: a bit for each role. The lexicon keeps them by pattern, and a scan by word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles(u32);

impl Roles {
    pub(crate) const MONTH: Self = Self(1);
    pub(crate) const WEEKDAY: Self = Self(1 << 1);
    pub(crate) const UNIT: Self = Self(1 << 2);
    pub(crate) const FRACTION: Self = Self(1 << 3);
    pub(crate) const DAY_PART: Self = Self(1 << 4);
    /// `هذا`, `نفس`
    pub(crate) const POINTER: Self = Self(1 << 5);
    /// `من`, `بين`
    pub(crate) const FROM: Self = Self(1 << 6);
    /// `قبل`, `منذ`, `بعد`, `خلال`
    pub(crate) const COUNTED: Self = Self(1 << 7);
    /// A number word.
    pub(crate) const NUMBER: Self = Self(1 << 8);
    /// A phrase that is no date, whatever its words are.
    pub(crate) const IDIOM: Self = Self(1 << 9);
    /// A word that seldom stands elsewhere than in a date.
    pub(crate) const RARE: Self = Self(1 << 10);
    /// Digits, or an article before them; no word of the lexicon. Without [`NUMBER`](Self::NUMBER) they can only be a year.
    pub(crate) const DIGITS: Self = Self(1 << 11);
    pub(crate) const RELATIVE: Self = Self(1 << 12);
    pub(crate) const ERA: Self = Self(1 << 13);
    /// Any preposition of time.
    pub(crate) const LEAD: Self = Self(1 << 14);
    pub(crate) const BEARER: Self = Self(1 << 15);
    /// `حرب`, `مونديال` before a year.
    pub(crate) const YEAR_OF: Self = Self(1 << 16);
    /// `مرتين`, `مرات`
    pub(crate) const TIMES: Self = Self(1 << 17);
    /// `كل`, `عدة`, `آخر`
    pub(crate) const EVERY: Self = Self(1 << 19);
    /// Any other.
    pub(crate) const OTHER: Self = Self(1 << 18);

    // Which unit it is.
    pub(crate) const YEAR: Self = Self(1 << 20);
    /// A quarter of a year too.
    pub(crate) const MONTHS: Self = Self(1 << 21);
    pub(crate) const WEEK: Self = Self(1 << 22);
    pub(crate) const DAY: Self = Self(1 << 23);
    pub(crate) const HOUR: Self = Self(1 << 24);
    /// A decade or longer.
    pub(crate) const AGE: Self = Self(1 << 25);

    // Which of the rare words it is, where that is asked often.
    /// `مطلع`, `أواخر`, `آخر`
    pub(crate) const EDGE: Self = Self(1 << 26);
    pub(crate) const SEASON: Self = Self(1 << 27);
    /// `التسعينيات`
    pub(crate) const TENS: Self = Self(1 << 28);
    /// `أمس`, `غدا`
    pub(crate) const NEAR: Self = Self(1 << 29);
    /// `الفاتح من`, `غرة`
    pub(crate) const FIRST: Self = Self(1 << 30);

    /// `إلى`, `حتى`
    pub(crate) const TO: Self = Self(1 << 31);

    /// What can begin a day with its month, or a month with or without one.
    pub(crate) const DATED: Self = Self::NUMBER.and(Self::MONTH).and(Self::WEEKDAY).and(Self::YEAR).and(Self::FIRST);

    /// The same after `يوم` or `شهر`, as in lists of them.
    pub(crate) const LISTED: Self = Self::DATED.and(Self::MONTHS).and(Self::DAY);

    /// What can begin an expression.
    const BEGINS: Self = Self::NUMBER
        .and(Self::DIGITS)
        .and(Self::MONTH)
        .and(Self::WEEKDAY)
        .and(Self::UNIT)
        .and(Self::RARE)
        .and(Self::FRACTION)
        .and(Self::DAY_PART)
        .and(Self::POINTER)
        .and(Self::FROM)
        .and(Self::COUNTED)
        .and(Self::TIMES)
        .and(Self::IDIOM);

    /// What a preposition of time is, whichever it is.
    const LEADS: Self = Self::LEAD.and(Self::FROM).and(Self::COUNTED).and(Self::TO);

    /// Words that stand before what they govern.
    const GOVERNORS: Self = Self::FROM.and(Self::COUNTED).and(Self::POINTER).and(Self::EVERY);

    pub(crate) const fn new(bits: u32) -> Self {
        Self(bits)
    }

    pub(crate) const fn bits(self) -> u32 {
        self.0
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has one of these.
    pub(crate) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Whether it has some of these and no other.
    const fn is_only(self, of: Self) -> bool {
        self.any(of) && self.without(of).0 == 0
    }

    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// The first word from there on, in the paragraph, where something may begin: a word of dates, digits or an article before them.
pub(crate) fn next_start(r: &Reader<'_, '_, '_>, from: usize) -> Option<usize> {
    const BEGINS: Kinds = Kinds::of_roles(Roles::BEGINS).and(Kinds::DIGITS).and(Kinds::BEFORE_DIGITS);
    r.scan.first_with(from, r.limit, BEGINS)
}

/// What can begin here; nothing at most words.
pub(crate) fn start(r: &Reader<'_, '_, '_>, at: usize) -> Roles {
    let mut roles = r.scan.roles(at);
    let Some(word) = r.scan.words.get(at).filter(|w| at < r.limit && !w.is_symbol() && !w.opaque) else {
        return Roles::default();
    };
    if word.kind == WordKind::Digits {
        if !is_over(r, at, at + 1) {
            roles = roles.and(Roles::DIGITS).and(Roles::NUMBER);
        } else if may_be_year(r, at) {
            roles = roles.and(Roles::DIGITS);
        }
    } else if word.kind != WordKind::Other && r.article(at) > at {
        roles = roles.and(Roles::DIGITS).and(Roles::NUMBER);
    }
    // After words that are everywhere, what they govern has to follow.
    if roles.any(Roles::GOVERNORS) {
        let next = next(r, at + 1);
        for (governor, wants, not) in GOVERNORS {
            if roles.any(governor) && !next.any(wants) {
                roles = roles.without(not);
            }
        }
    }
    if roles.any(Roles::FROM) && !has_end(r, at) {
        roles = roles.without(Roles::FROM);
    }
    if roles.any(Roles::COUNTED) && !r.has_unit(at) {
        roles = roles.without(Roles::COUNTED);
    }
    // A number in words counts or ranks what follows.
    if roles.any(Roles::NUMBER) && word.kind == WordKind::Arabic && !roles.any(Roles::DIGITS) && !goes_on(r, at) {
        roles = roles.without(Roles::NUMBER);
    }
    if roles.any(Roles::BEGINS) { roles } else { Roles::default() }
}

/// Whether what begins with `من` or `بين` can end: `من مارس إلى يونيو`, and in speech `من الرابعة للخامسة`.
fn has_end(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let Some(lead) = r.lead(at).filter(|lead| lead.proclitics.preposition().is_none()) else { return false };
    let hour = || next(r, lead.end).any(Roles::NUMBER.and(Roles::DIGITS).and(Roles::HOUR));
    match lead.value {
        Lead::From => r.has_to(at) || r.has_until(at) && hour(),
        Lead::Between => r.has_and(at),
        _ => false,
    }
}

/// Whether a number that ends here is followed by nothing that dates or numbers are made of, a mark or a preposition of
/// time apart: `2019 في بغداد`, but `3 في المساء`. A month by its number needs nothing behind it: `شهر 3`.
fn is_over(r: &Reader<'_, '_, '_>, start: usize, end: usize) -> bool {
    let none = |at: usize| r.scan.roles(at) == Roles::default();
    let mark = r.which(end).is_some() && none(end);
    let lead = || r.scan.roles(end).is_only(Roles::LEADS) && r.lead(end).is_some_and(|lead| lead.end == end + 1);
    let word = if mark || lead() { end + 1 } else { end };
    none(word) && r.is_plain(word) && !start.checked_sub(1).is_some_and(|before| r.may(before, Roles::UNIT))
}

/// Whether digits by themselves have as many as a year, or stand behind an event that makes them one.
fn may_be_year(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.group(at).is_some_and(|digits| matches!(digits.len, 3 | 4)) || event(r, at).is_some()
}

/// What has to stand behind words that govern something, and what they are not without it.
const GOVERNORS: [(Roles, Roles, Roles); 4] = [
    // `ما بين` has two words.
    (Roles::FROM, GOVERNED.and(Roles::DAY_PART).and(Roles::POINTER).and(Roles::FROM), Roles::FROM),
    (Roles::COUNTED, GOVERNED.and(Roles::LEAD).and(Roles::OTHER), Roles::COUNTED),
    (Roles::POINTER, Roles::UNIT.and(Roles::RARE).and(Roles::FRACTION).and(Roles::DAY_PART), Roles::POINTER),
    (Roles::EVERY, GOVERNED.and(Roles::DAY_PART).and(Roles::TIMES), Roles::EVERY.and(Roles::RARE).and(Roles::EDGE)),
];

/// What stands behind each of them but the pointers.
const GOVERNED: Roles = Roles::DATED.and(Roles::DIGITS).and(Roles::UNIT).and(Roles::RARE).and(Roles::FRACTION);

/// What a word does, digits told.
fn next(r: &Reader<'_, '_, '_>, at: usize) -> Roles {
    let roles = r.scan.roles(at);
    if r.group(at).is_some() || r.article(at) > at { roles.and(Roles::DIGITS) } else { roles }
}

/// Whether a word of dates, digits, a mark or a letter follows the number in words that begins here, and is not all.
fn goes_on(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let follows = |end: usize| {
        let word = r.scan.words.get(end).filter(|_| end < r.limit);
        let other = word.is_none_or(|word| word.kind != WordKind::Arabic || word.span().len() <= 2);
        (other || r.scan.roles(end) != Roles::default()) && !is_over(r, at, end)
    };
    let single = r.is_plain(at + 1) && r.scan.numbers(at).iter().all(|(hit, _)| hit.end == at + 1);
    if single && !follows(at + 1) {
        return false;
    }
    let small = r.word_of(at, Roles::NUMBER, |_, _| Some(()));
    small.is_some_and(|word| follows(word.end))
        || r.number(at).is_some_and(|number| follows(number.end))
        || r.ordinal(at).is_some_and(|ordinal| follows(ordinal.end))
}

impl DateWord {
    /// Whether it is a word of time, not one that only stands beside some: `حزب`, `ميزانية`.
    pub(crate) const fn is_time(self) -> bool {
        !matches!(
            self,
            Self::Bearer { .. }
                | Self::YearOf { .. }
                | Self::New
                | Self::Or
                | Self::Times(_)
                | Self::Accounts
                | Self::Chapter
        )
    }

    /// What the word does in dates.
    pub(crate) const fn roles(self) -> Roles {
        match self {
            Self::Month(_) => Roles::MONTH,
            Self::Weekday { .. } => Roles::WEEKDAY,
            Self::Unit(unit, _) => Roles::UNIT.and(match unit {
                Unit::Second | Unit::Minute => Roles::UNIT,
                Unit::Hour => Roles::HOUR,
                Unit::Day => Roles::DAY,
                Unit::Week => Roles::WEEK,
                Unit::Month | Unit::Quarter => Roles::MONTHS,
                Unit::Year => Roles::YEAR,
                Unit::Decade | Unit::Century | Unit::Millennium => Roles::AGE,
            }),
            Self::Fraction(_) | Self::Quarters | Self::Chapter => Roles::FRACTION,
            Self::Times(_) => Roles::TIMES,
            Self::DayPart(_) => Roles::DAY_PART,
            Self::Pointer(_) => Roles::POINTER,
            Self::Lead(Lead::From | Lead::Between) => Roles::FROM.and(Roles::LEAD),
            Self::Lead(Lead::Before | Lead::Since | Lead::After | Lead::Within) => Roles::COUNTED.and(Roles::LEAD),
            Self::Lead(Lead::To | Lead::Until) => Roles::TO.and(Roles::LEAD),
            Self::Lead(_) => Roles::LEAD,
            Self::Every | Self::Few => Roles::RARE.and(Roles::EVERY),
            Self::LastOf => Roles::RARE.and(Roles::EVERY).and(Roles::EDGE),
            Self::Day(_) | Self::SpokenDay(_) | Self::DayWhich => Roles::RARE.and(Roles::NEAR),
            Self::Edge(_) => Roles::RARE.and(Roles::EDGE),
            Self::Season(_) => Roles::RARE.and(Roles::SEASON),
            Self::Tens(_) => Roles::RARE.and(Roles::TENS),
            Self::First => Roles::RARE.and(Roles::FIRST),
            Self::Small(_) | Self::One => Roles::NUMBER,
            Self::Idiom => Roles::IDIOM,
            Self::Often(_)
            | Self::Weekend { .. }
            | Self::Weekends
            | Self::Midnight
            | Self::Midday
            | Self::MiddleOf(_)
            | Self::Eve
            | Self::Tenth(_)
            | Self::Now
            | Self::Holiday(_) => Roles::RARE,
            Self::Relative(_) => Roles::RELATIVE,
            Self::Era(_) => Roles::ERA,
            Self::Bearer { .. } => Roles::BEARER,
            Self::YearOf { .. } => Roles::YEAR_OF,
            Self::Corresponding
            | Self::Except
            | Self::Whole
            | Self::FewOf
            | Self::SeasonOf
            | Self::YearName
            | Self::New
            | Self::Or
            | Self::OfTime
            | Self::Zone(_)
            | Self::ZoneTime
            | Self::Blessed
            | Self::Bound(_)
            | Self::Age
            | Self::Named
            | Self::Worship
            | Self::NotToday
            | Self::Elsewhere
            | Self::Wish
            | Self::Only
            | Self::Accounts
            | Self::Will => Roles::OTHER,
        }
    }
}
