//! Lengths of time: `10 سنوات`, `عقدين`, `ساعة ونصف الساعة`, `سنة وشهرين وثلاثة أيام`.

use super::clock::shown_length;
use super::day::{full, marked_year, month, weekday};
use super::grammar::Meaning;
use super::point::write_digits;
use super::reader::{Piece, Reader};
use super::resolve::Resolver;
use super::start::Roles;
use super::tense::tense_at;
use super::timex::TimexKind;
use super::value::Value;
use super::words::{Count, DateWord, Fraction, Lead, Relative, Unit};
use crate::lexicon::Sense;
use crate::lexicon::Tense;

/// A length of time, by unit in thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Amount {
    years: i64,
    months: i64,
    weeks: i64,
    days: i64,
    hours: i64,
    minutes: i64,
    seconds: i64,
}

impl Amount {
    fn of(unit: Unit, thousandths: i64) -> Option<Self> {
        let mut amount = Self::default();
        // Months and minutes tell a part of a year or hour: `3 أرباع سنة`.
        let of = |whole: i64| thousandths.checked_mul(whole).filter(|n| thousandths < 1000 && n % 1000 == 0);
        match unit {
            Unit::Year if of(12).is_some() => return Some(Self { months: of(12)?, ..amount }),
            Unit::Hour if of(60).is_some() => return Some(Self { minutes: of(60)?, ..amount }),
            _ => {}
        }
        let (field, factor) = match unit {
            Unit::Second => (&mut amount.seconds, 1),
            Unit::Minute => (&mut amount.minutes, 1),
            Unit::Hour => (&mut amount.hours, 1),
            Unit::Day => (&mut amount.days, 1),
            Unit::Week => (&mut amount.weeks, 1),
            Unit::Month => (&mut amount.months, 1),
            Unit::Quarter => (&mut amount.months, 3),
            Unit::Year => (&mut amount.years, 1),
            Unit::Decade => (&mut amount.years, 10),
            Unit::Century => (&mut amount.years, 100),
            Unit::Millennium => (&mut amount.years, 1000),
        };
        *field = thousandths.checked_mul(factor)?;
        Some(amount)
    }

    /// A half, third or quarter of a unit, in the next smaller unit where that is whole.
    fn part(unit: Unit, fraction: Fraction) -> Option<Self> {
        let parts = match fraction {
            Fraction::Half => 2,
            Fraction::Third => 3,
            Fraction::Quarter => 4,
        };
        let (smaller, factor) = match unit {
            Unit::Minute => (Unit::Second, 60),
            Unit::Hour => (Unit::Minute, 60),
            Unit::Day => (Unit::Hour, 24),
            Unit::Year => (Unit::Month, 12),
            Unit::Decade => (Unit::Year, 10),
            Unit::Century => (Unit::Year, 100),
            Unit::Millennium => (Unit::Year, 1000),
            Unit::Second | Unit::Week | Unit::Month | Unit::Quarter => (unit, 1),
        };
        let thousandths = 1000 * factor;
        if thousandths % parts != 0 {
            return None;
        }
        Self::of(smaller, thousandths / parts)
    }

    fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            years: self.years.checked_add(other.years)?,
            months: self.months.checked_add(other.months)?,
            weeks: self.weeks.checked_add(other.weeks)?,
            days: self.days.checked_add(other.days)?,
            hours: self.hours.checked_add(other.hours)?,
            minutes: self.minutes.checked_add(other.minutes)?,
            seconds: self.seconds.checked_add(other.seconds)?,
        })
    }

    /// Whole units, when it is made of nothing else and is a day or longer.
    pub(crate) fn single(&self) -> Option<(Unit, i32)> {
        let fields =
            [(Unit::Year, self.years), (Unit::Month, self.months), (Unit::Week, self.weeks), (Unit::Day, self.days)];
        let mut named = fields.into_iter().filter(|&(_, n)| n != 0);
        let (unit, n) = named.next()?;
        let alone = named.next().is_none() && self.hours == 0 && self.minutes == 0 && self.seconds == 0;
        (alone && n % 1000 == 0).then_some((unit, i32::try_from(n / 1000).ok()?))
    }

    /// Whole seconds, when it is made of hours and less.
    pub(crate) fn seconds(&self) -> Option<i64> {
        let days = self.years != 0 || self.months != 0 || self.weeks != 0 || self.days != 0;
        let of = |n: i64, factor: i64| n.checked_mul(factor);
        let sum = of(self.hours, 3600)?.checked_add(of(self.minutes, 60)?)?.checked_add(self.seconds)?;
        (!days && sum != 0 && sum % 1000 == 0).then_some(sum / 1000)
    }

    /// ISO 8601: `P1Y6M`, `PT1H30M`, `P2W`.
    fn text(&self) -> Option<String> {
        /// As long as most are.
        const LENGTH: usize = "PT48H".len();
        let mut out = String::with_capacity(LENGTH);
        out.push('P');
        // A string takes all that is written to it.
        let put = |n: i64, unit: char, out: &mut String| {
            if n != 0 {
                let _ = write_digits(out, n.unsigned_abs() / 1000, 1);
                if n % 1000 != 0 {
                    out.push_str(format!(".{:03}", n % 1000).trim_end_matches('0'));
                }
                out.push(unit);
            }
        };
        put(self.years, 'Y', &mut out);
        put(self.months, 'M', &mut out);
        let alone = self.years == 0 && self.months == 0 && self.days == 0 && !self.has_time();
        if alone {
            put(self.weeks, 'W', &mut out);
        } else {
            // ISO 8601 has no weeks beside other units.
            put(self.weeks.checked_mul(7)?.checked_add(self.days)?, 'D', &mut out);
        }
        if self.has_time() {
            out.push('T');
            put(self.hours, 'H', &mut out);
            put(self.minutes, 'M', &mut out);
            put(self.seconds, 'S', &mut out);
        }
        (out.len() > 1).then_some(out)
    }

    /// Its size, to compare lengths by: months of 30 days, in thousandths of a second.
    fn size(&self) -> i128 {
        let days = i128::from(self.years) * 365 + i128::from(self.months) * 30 + i128::from(self.weeks) * 7;
        let hours = (days + i128::from(self.days)) * 24 + i128::from(self.hours);
        (hours * 60 + i128::from(self.minutes)) * 60 + i128::from(self.seconds)
    }

    const fn has_time(&self) -> bool {
        self.hours != 0 || self.minutes != 0 || self.seconds != 0
    }
}

/// A length of time as read, with its largest unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Length {
    pub(crate) unit: Unit,
    /// `None` for a few.
    pub(crate) amount: Option<Amount>,
}

impl Length {
    pub(crate) fn meaning(&self) -> Meaning {
        let text = match self.amount {
            Some(amount) => amount.text(),
            None => Some(vague(self.unit).to_owned()),
        };
        Meaning {
            time: self.unit <= Unit::Hour,
            ..Meaning::new(TimexKind::Duration, text.map_or(Value::Nothing, Value::Written))
        }
    }
}

/// An unknown number of a unit.
const fn vague(unit: Unit) -> &'static str {
    match unit {
        Unit::Second => "PTXS",
        Unit::Minute => "PTXM",
        Unit::Hour => "PTXH",
        Unit::Day => "PXD",
        Unit::Week => "PXW",
        Unit::Month | Unit::Quarter => "PXM",
        Unit::Year => "PXY",
        Unit::Decade => "PX0Y",
        Unit::Century => "PX00Y",
        Unit::Millennium => "PX000Y",
    }
}

/// A unit noun: how many it says, and whether it has the article.
fn unit(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<(Unit, Count, bool)>> {
    r.word_of(at, Roles::UNIT, |hit, w| match w {
        DateWord::Unit(unit, count) => Some((unit, count, hit.proclitics.article())),
        _ => None,
    })
}

/// `10 سنوات`, `العشرين عاما`, `عقدين`, `يوم واحد`, `السنوات الخمس`, `نصف ساعة`, `بضع سنوات`.
fn simple(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Length>> {
    if let Some(few) =
        r.word_of(at, Roles::EVERY, |hit, w| (w == DateWord::Few && !hit.proclitics.article()).then_some(()))
    {
        let unit = unit(r, few.end)?.bare().filter(|u| u.value.1 == Count::Many)?;
        return Some(few.with(Length { unit: unit.value.0, amount: None }).to(unit.end));
    }
    if let Some(part) = r.word_of(at, Roles::FRACTION, |hit, w| match w {
        DateWord::Fraction(fraction) if !hit.proclitics.article() => Some(fraction),
        _ => None,
    }) {
        let unit = unit(r, part.end)?.bare().filter(|u| u.value.1 == Count::One)?;
        let (unit_is, _, article) = unit.value;
        // `نصف العام` is a part of this year, `نصف الساعة` half an hour.
        if article && unit_is > Unit::Hour {
            return None;
        }
        let amount = Amount::part(unit_is, part.value)?;
        return Some(part.with(Length { unit: unit_is, amount: Some(amount) }).to(unit.end));
    }
    let number_at = r.article(at);
    if let Some(number) = r.number(number_at).filter(|n| n.value > 0) {
        let unit = unit(r, number.end)?.bare()?;
        let (unit_is, count, article) = unit.value;
        if count == Count::Two || (count == Count::One && (begins_date(r, &unit) || !counts_one(r, &number, &unit))) {
            return None;
        }
        // `فاز 3-1 العام الماضي`, and `ثلاثة أرباع الساعة`.
        if count == Count::One && article && number_at == at && !number.proclitics.article() && number.value >= 1000 {
            return None;
        }
        let amount = Amount::of(unit_is, number.value)?;
        let number = Piece { start: at, ..number };
        return Some(number.with(Length { unit: unit_is, amount: Some(amount) }).to(unit.end));
    }
    let noun = unit(r, at)?;
    let (unit, count, article) = noun.value;
    let of = |n: i64, end: usize| {
        Some(noun.with(Length { unit, amount: Some(Amount::of(unit, n.checked_mul(1000)?)?) }).to(end))
    };
    match count {
        Count::Two if !article && !r.surface(at).ends_with(['ي', 'ى', 'ا']) => of(2, noun.end),
        Count::One if !article => {
            let one = r.word_of(noun.end, Roles::NUMBER.and(Roles::OTHER), |hit, w| {
                (matches!(w, DateWord::One | DateWord::Whole | DateWord::OfTime) && hit.proclitics.is_empty())
                    .then_some(())
            })?;
            of(1, one.end)
        }
        Count::Many if article => {
            // `السنوات الخمس`, `الساعات الـ48`
            let number = r.number(r.article(noun.end)).filter(|n| n.value > 0)?.bare()?;
            if number.start == noun.end && !number.proclitics.article() && !r.surface(number.start).starts_with("ال")
            {
                return None;
            }
            let amount = Amount::of(unit, number.value)?;
            Some(noun.with(Length { unit, amount: Some(amount) }).to(number.end))
        }
        _ => None,
    }
}

/// Whether a unit noun begins a date of its own: `يوم الأحد`, `يوم 5 مايو`, `عام 2010`, `شهر مايو`.
fn begins_date(r: &Reader<'_, '_, '_>, noun: &Piece<(Unit, Count, bool)>) -> bool {
    match noun.value.0 {
        _ if accusative(r, noun.start) => false,
        Unit::Day => {
            full(r, noun.end).is_some()
                || weekday(r, noun.end).is_some_and(|p| p.proclitics.letters() == 0)
                || r.word_of(noun.end, Roles::NEAR, |hit, w| {
                    (matches!(w, DateWord::Day(_)) && hit.proclitics.is_empty()).then_some(())
                })
                .is_some()
        }
        Unit::Month => month(r, noun.end).is_some_and(|p| p.proclitics.letters() == 0),
        Unit::Year => marked_year(r, noun.start).is_some(),
        _ => false,
    }
}

/// Whether a number counts a singular: 3 to 10 take `أيام`, and `يوم` after them begins something else.
fn counts_one(r: &Reader<'_, '_, '_>, number: &Piece<i64>, noun: &Piece<(Unit, Count, bool)>) -> bool {
    let plural = number.value % 1000 == 0 && (3_000..=10_000).contains(&number.value);
    !plural || noun.value.0 != Unit::Day || accusative(r, noun.start) || r.closed(noun.end)
}

/// `يوما`, which governs no noun.
fn accusative(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.folded(at).ends_with('ا')
}

/// One or several lengths added: `سنة وشهرين وثلاثة أيام`, `عام ونصف العام`.
pub(crate) fn length(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Length>> {
    let first = simple(r, at);
    // A lone singular counts as one only when something is added to it.
    let (mut sum, mut end, mut least, mut counted) = match first {
        Some(p) => (p.value.amount, p.end, p.value.unit, true),
        None => {
            let noun = unit(r, at).filter(|u| u.value.1 == Count::One && !u.value.2)?;
            (Amount::of(noun.value.0, 1000), noun.end, noun.value.0, false)
        }
    };
    let largest = least;
    while let Some(amount) = sum {
        let Some(more) = added(r, end, least) else { break };
        sum = Some(amount.plus(more.amount)?);
        (end, least, counted) = (more.end, more.unit, counted || more.counted);
    }
    // `يوم وثانية`, and `أسبوع` by itself.
    if !counted && !r.alone(at, end) {
        return None;
    }
    let start = first.map(|p| p.with(())).or_else(|| unit(r, at).map(|p| p.with(())))?;
    let of_time =
        r.word_of(end, Roles::OTHER, |hit, w| (w == DateWord::OfTime && hit.proclitics.is_empty()).then_some(()));
    let end = of_time.map_or(end, |p| p.end);
    Some(start.with(Length { unit: largest, amount: sum }).to(end))
}

/// What is added to a length.
struct More {
    amount: Amount,
    unit: Unit,
    /// Whether it says how many.
    counted: bool,
    end: usize,
}

/// A smaller length, or a part of the unit: `وشهرين`, `ونصف الساعة`, `وربع`.
fn added(r: &Reader<'_, '_, '_>, at: usize, least: Unit) -> Option<More> {
    if !r.begins_with_waw(at) && r.comma(at) == at {
        return None;
    }
    let part = r.and(at, |r, at| {
        r.word_of(at, Roles::FRACTION, |_, w| if let DateWord::Fraction(f) = w { Some(f) } else { None })
    });
    if let Some(part) = part {
        let named = unit(r, part.end).filter(|u| u.proclitics.letters() == 0 && u.value.1 == Count::One);
        let (unit, end) = match named.map(|u| (u.value, u.end)) {
            Some(((unit, ..), end)) if unit == least => (unit, end),
            Some(((unit, _, false), end)) if unit < least => (unit, end),
            Some(_) => return None,
            None => (least, part.end),
        };
        return Some(More { amount: Amount::part(unit, part.value)?, unit, counted: true, end });
    }
    if let Some(more) = r.and(at, simple) {
        let Length { unit, amount } = more.value;
        return (unit < least).then_some(More { amount: amount?, unit, counted: true, end: more.end });
    }
    // `3 أعوام، 4 أشهر`
    let comma = r.comma(at);
    let listed = if comma > at { r.and(comma, simple).or_else(|| simple(r, comma)?.bare()) } else { None };
    if let Some(more) = listed {
        let Length { unit, amount } = more.value;
        return (unit < least).then_some(More { amount: amount?, unit, counted: true, end: more.end });
    }
    // `سنتان وشهر`
    let noun = r.and(at, unit).filter(|u| u.value.1 == Count::One && !u.value.2 && u.value.0 < least)?;
    let unit = noun.value.0;
    Some(More { amount: Amount::of(unit, 1000)?, unit, counted: false, end: noun.end })
}

/// A lone singular as one: `شهر` in `قبل شهر`, not in `قبل شهر رمضان`, `منذ عام 1972`, `قبل عقد القمة`.
pub(crate) fn one(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Length>> {
    let noun = unit(r, at)?.bare().filter(|u| u.value.1 == Count::One && !u.value.2)?;
    let (unit, end) = (noun.value.0, noun.end);
    let past = || tense_at(r, end) == Some(Tense::Perfect);
    let led = || r.lead(end).is_some_and(|p| p.proclitics.preposition().is_none());
    let clear = match unit {
        // `يوم ولادته`, `عقد اجتماع`
        Unit::Day | Unit::Decade => ends(r, end) || past() || led(),
        _ => {
            let open = r.which(end).is_some_and(|c| c == '(' || c == '/');
            let number = r.number(if open { end + 1 } else { end }).is_some() || r.ordinal(end).is_some();
            let dated = r.word(end, |hit, w| (hit.proclitics.letters() == 0 && names(w)).then_some(())).is_some();
            // `عام الفيل`, `شهر الصيام`, `عام انقلابه`
            let definite = (r.is_definite(end) || is_possessed(r, end)) && !past();
            !number && !dated && !definite
        }
    };
    let amount = Amount::of(unit, 1000)?;
    clear.then(|| noun.with(Length { unit, amount: Some(amount) }))
}

/// Whether an unknown word ends in a pronoun, as a noun with its owner does: `انقلابه`.
fn is_possessed(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let folded = r.folded(at);
    let pronoun = ["ه", "ها", "هم", "هما"].iter().any(|ending| folded.ends_with(ending));
    let known = || r.scan.senses(at).any(|(hit, sense)| hit.end == at + 1 && matches!(sense, Sense::Tag(_)));
    pronoun && !r.surface(at).ends_with('ة') && !known()
}

/// Whether a mark other than one that opens something follows, or nothing.
fn ends(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.closed(at) && !r.which(at).is_some_and(|c| matches!(c, '(' | '/' | '"' | '«' | '“'))
}

/// Whether a word after a unit noun is its name, or says which one.
const fn names(word: DateWord) -> bool {
    matches!(
        word,
        DateWord::Month(_)
            | DateWord::Weekday { .. }
            | DateWord::Unit(..)
            | DateWord::Relative(_)
            | DateWord::Season(_)
    )
}

/// A length of time, with a word that places it: `الخمسين عاما الماضية`, `السنوات الأخيرة`.
pub(crate) fn duration(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    if let Some(shown) = shown_length(r, at) {
        let (unit, whole, part) = shown.value;
        let smaller = if unit == Unit::Hour { Unit::Minute } else { Unit::Second };
        let amount = Amount::of(unit, whole * 1000)?.plus(Amount::of(smaller, part * 1000)?)?;
        return Some(shown.with(Length { unit, amount: Some(amount) }.meaning()));
    }
    if let Some(length) = length(r, at) {
        let placed = r.relative(length.end).filter(|p| p.value != Relative::Same && p.value != Relative::This);
        let end = placed.map_or(length.end, |p| p.end);
        // A decade is also a contract.
        let contract = length.value.unit == Unit::Decade && placed.is_none() && !in_time(r, at, end);
        // `آخر ثلاثة أيام`
        let last = r.before(at).is_some_and(|b| r.is(b, DateWord::LastOf).is_some()).then_some(Relative::Last);
        let single = length.value.amount.and_then(|amount| amount.single());
        let stretch =
            placed.map(|p| p.value).or(last).zip(single).and_then(|(relative, (unit, n))| s.units(unit, n, relative));
        let meaning = Meaning { stretch, ..length.value.meaning() };
        return (!contract).then(|| length.with(meaning).to(end));
    }
    let noun = unit(r, at).filter(|u| u.value.1 == Count::Many);
    if let Some(one) = about_one(r, at).or_else(|| several(r, noun?)) {
        return Some(one.with(one.value.meaning()));
    }
    if let Some((part, relative)) = part_of_century(r, at) {
        let stretch = part.value.amount.and_then(|a| a.single()).and_then(|(unit, n)| s.units(unit, n, relative));
        return Some(part.with(Meaning { stretch, ..part.value.meaning() }));
    }
    let noun = noun.filter(|u| u.value.2)?;
    // `الأسابيع القليلة الماضية`
    let few =
        r.word_of(noun.end, Roles::OTHER, |hit, w| (w == DateWord::FewOf && hit.proclitics.is_empty()).then_some(()));
    let relative = r
        .relative(few.map_or(noun.end, |f| f.end))
        .filter(|p| p.value != Relative::Same && p.value != Relative::This)?;
    Some(noun.with(Length { unit: noun.value.0, amount: None }.meaning()).to(relative.end))
}

/// `نصف القرن الماضي`, `ربع القرن الأخير`: the last fifty or twenty-five years.
fn part_of_century(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Piece<Length>, Relative)> {
    let part = r.word_of(at, Roles::FRACTION, |hit, w| match w {
        DateWord::Fraction(fraction) if !hit.proclitics.article() => Some(fraction),
        _ => None,
    })?;
    let century = unit(r, part.end)?.bare().filter(|u| u.value == (Unit::Century, Count::One, true))?;
    let relative = r.relative(century.end)?;
    let placed = match relative.value {
        Relative::Last | Relative::Recent => Relative::Last,
        Relative::Next => Relative::Next,
        _ => return None,
    };
    let length = Length { unit: Unit::Century, amount: Amount::part(Unit::Century, part.value) };
    Some((part.with(length).to(relative.end), placed))
}

/// `3-5 سنوات`, `بين ستة أشهر وسنة`, `من يوم إلى يومين`, `يوم أو يومين`, `شهرين أو ثلاثة`: from one length to another.
pub(crate) fn lengths(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let lead =
        r.lead(at).filter(|p| matches!(p.value, Lead::From | Lead::Between) && p.proclitics.preposition().is_none());
    let first = bound(r, lead.map_or(at, |p| p.end))?;
    let start = match lead {
        Some(lead) => lead.with(first.bare()?.value).to(first.end),
        None => first,
    };
    let second = if lead.is_some_and(|p| p.value == Lead::Between) {
        r.and(start.end, bound)?
    } else {
        let to = r.lead(start.end).filter(|p| p.value == Lead::To && p.proclitics.letters() == 0).map(|p| p.end);
        let or = || r.is(start.end, DateWord::Or).filter(|_| lead.is_none());
        let dash = || r.dash(start.end).then_some(start.end + 1).filter(|_| lead.is_none());
        bound(r, to.or_else(or).or_else(dash)?)?.bare()?
    };
    let (unit, from, to) = match (start.value, second.value) {
        (Bound::Number(from), Bound::Length(unit, to)) => (unit, Amount::of(unit, from)?, to),
        (Bound::Length(_, from), Bound::Length(unit, to)) => (unit, from, to),
        // `شهرين أو ثلاثة`
        (Bound::Length(unit, from), Bound::Number(to)) => {
            let fewer = [1000, 2000].into_iter().filter_map(|less| Amount::of(unit, to - less));
            let counts_on = r.is(start.end, DateWord::Or).is_some() && fewer.into_iter().any(|fewer| fewer == from);
            (unit, from, Amount::of(unit, to).filter(|_| counts_on)?)
        }
        (Bound::Number(_), Bound::Number(_)) => return None,
    };
    let value = match (from.text(), to.text()) {
        (Some(a), Some(b)) if from.size() < to.size() => Value::Written(format!("{a}/{b}")),
        _ => return None,
    };
    let meaning = Meaning { time: unit <= Unit::Hour, ..Meaning::new(TimexKind::Duration, value) };
    Some(start.with(meaning).to(second.end))
}

/// One end of a range of lengths: a number that has the unit of the other end, or a length.
#[derive(Clone, Copy)]
enum Bound {
    Number(i64),
    Length(Unit, Amount),
}

fn bound(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Bound>> {
    if let Some(length) = simple(r, at) {
        return Some(length.with(Bound::Length(length.value.unit, length.value.amount?)));
    }
    if let Some(number) = r.number(at).filter(|n| n.value > 0) {
        return Some(number.map(Bound::Number));
    }
    let noun = unit(r, at).filter(|u| u.value.1 == Count::One && !u.value.2)?;
    let amount = Amount::of(noun.value.0, 1000)?;
    Some(noun.with(Bound::Length(noun.value.0, amount)))
}

/// A lone singular after a word that measures: `نحو عام`, `أقل من أسبوع`, `على مدى شهر`.
fn about_one(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Length>> {
    let before = r.before(at)?;
    let about = r.lead(before).is_some_and(|p| p.end == at && matches!(p.value, Lead::About | Lead::During));
    if !about && r.bound_before(at).is_none() {
        return None;
    }
    one(r, at).filter(|one| one.proclitics.letters() == 0)
}

/// A plural that tells no number after a preposition of time: `قبل أيام`, `منذ سنوات طويلة`, `بعد أسابيع من الهجوم`.
fn several(r: &Reader<'_, '_, '_>, noun: Piece<(Unit, Count, bool)>) -> Option<Piece<Length>> {
    let at = noun.start;
    if noun.value.2 || !noun.proclitics.is_empty() {
        return None;
    }
    let lead = r.lead_before(at).filter(|p| p.end == at)?;
    let placed = matches!(lead.value, Lead::Before | Lead::After | Lead::Since);
    let follows = |word: usize| r.is_definite(word) || is_possessed(r, word);
    let dated = || r.word(noun.end, |hit, w| (hit.proclitics.letters() == 0 && names(w)).then_some(())).is_some();
    // `بعد سنوات الحرب`, `قبل أيام العيد`, `بعد أيام رمضان`
    let named = follows(noun.end) || dated() || r.number(noun.end).is_some();
    (placed && !named).then(|| noun.with(Length { unit: noun.value.0, amount: None }))
}

/// Whether the words around speak of time.
fn in_time(r: &Reader<'_, '_, '_>, start: usize, end: usize) -> bool {
    let lead = r.before(start).and_then(|before| r.lead(before));
    let led = lead.is_some_and(|p| !matches!(p.value, Lead::In | Lead::To | Lead::On));
    let follows = r.lead(end).is_some_and(|p| p.value == Lead::From);
    let whole = start == 0 && r.closed(end);
    let of_time =
        end > start && r.word_of(end - 1, Roles::OTHER, |_, w| (w == DateWord::OfTime).then_some(())).is_some();
    led || follows
        || whole
        || of_time
        || end >= 2 && r.word_of(end - 2, Roles::OTHER, |_, w| (w == DateWord::OfTime).then_some(())).is_some()
}
