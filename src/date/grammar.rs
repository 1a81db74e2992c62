//! Which rule reads a place in a text.

use super::clock::{clock, clocks, iso};
use super::day::{Partial, day_month, full, month, numeric_month, short_numeric};
use super::day_parts::parts_of_days;
use super::duration::{duration, lengths};
use super::eve::eve;
use super::holiday::{day_of_holiday, holiday};
use super::nth::{nth, weekday_of_week};
use super::part::{first_of, part_of_month};
use super::point::{Point, days_between};
use super::range::{Several, mixed, several};
use super::reader::{Piece, Reader};
use super::relative::{
    counted_from_today, day_part, edge, lone_weekday, near_day, now, part_of_day, part_of_today, placed_unit,
    seen_from_today, weekday_counted, weekend,
};
use super::resolve::{Resolver, is_julian, is_near};
use super::set::{again, is_open};
use super::start::{Roles, next_start, start};
use super::tense::is_ahead;
use super::timex::{Edges, HijriDate, Modifier, Open, Timex, TimexKind};
use super::value::Value;
use super::words::{Common, Count, DateWord, DayPart, Lead, Relative, Unit};
use super::year::{
    bare_year, centuries, century, decade, decades, era_years, framed_years, hijri_century, millennium_bc,
    month_of_year, part_of_century, part_of_year, quarters, season, seasons, year, years_bc,
};
use super::{Context, DateMention, Direction};
use crate::EntityKind;
use crate::lexicon::Scan;
use crate::text::{Gap, QUOTES};

/// What an expression means.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Meaning {
    pub(crate) kind: TimexKind,
    /// Shorter than a day.
    pub(crate) time: bool,
    pub(crate) value: Value,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) hijri: Option<HijriDate>,
    /// When a duration is: `السنوات الخمس الماضية`.
    pub(crate) stretch: Option<(Point, Point)>,
    /// How many times: `مرتين في الأسبوع`.
    pub(crate) frequency: Option<u32>,
    /// Which parts of its ends a range lasts from and to: `من مطلع 2020 حتى أواخر 2022`.
    pub(crate) edges: Edges,
}

impl Meaning {
    pub(crate) const fn new(kind: TimexKind, value: Value) -> Self {
        Self {
            kind,
            time: false,
            value,
            modifier: None,
            hijri: None,
            stretch: None,
            frequency: None,
            edges: (None, None),
        }
    }

    pub(crate) const fn date(value: Value) -> Self {
        Self::new(TimexKind::Date, value)
    }

    pub(crate) fn point(point: Option<Point>) -> Self {
        Self::date(point.filter(|p| p.exists()).map_or(Value::Nothing, Value::Point))
    }
}

/// Every date, time and duration of a text, not overlapping.
pub(crate) fn find(scan: &Scan<'_, '_>, context: &Context) -> Vec<DateMention> {
    let mut mentions = Vec::new();
    let mut resolver = Resolver::new(context);
    let mut r = Reader::new(scan, context, 0);
    // After a year, `و2021` is another.
    let mut year_end = None;
    let mut at = 0;
    while at < scan.words.len() {
        if at >= r.limit {
            r.turn_to(at, paragraph_end(scan, at));
            resolver.begin = at;
            year_end = None;
        }
        let Some(next) = next_start(&r, at) else {
            at = r.limit;
            continue;
        };
        at = next;
        let begins = start(&r, at);
        if begins == Roles::default() {
            at += 1;
            continue;
        }
        if let Some(idiom) =
            r.word_of(at, Roles::IDIOM, |_, w| (begins.any(Roles::IDIOM) && w == DateWord::Idiom).then_some(()))
        {
            at = idiom.end;
            continue;
        }
        let in_list = year_end.is_some_and(|end: usize| {
            at == end + 1 && (r.waw(end) || r.comma(end) > end) || at == end + 2 && r.comma(end) > end && r.waw(end + 1)
        });
        if let Some(end) = begins.any(Roles::LISTED).then(|| named(&r, at)).flatten() {
            at = end;
            continue;
        }
        let found =
            read(&r, &resolver, at, begins, in_list).map(|found| told_ahead(&r, &resolver, found, begins, in_list));
        match found {
            Some(found) if found.end > at => {
                let span = scan.span(found.start, found.end, found.proclitics);
                if let Some(point) = found.value.value.point() {
                    (resolver.last, resolver.last_end) = (Some(point), found.end);
                }
                year_end = matches!(found.value.value, Value::Point(Point::Year(_))).then_some(found.end);
                let kind = if found.value.time { EntityKind::Time } else { EntityKind::Date };
                let (modifier, open) = relation(&r, &found);
                let modifier = found.value.modifier.or(modifier);
                at = found.end;
                mentions.push(DateMention { span, kind, timex: Timex::new(Meaning { modifier, ..found.value }, open) });
            }
            // A number that is no date has no date inside.
            _ => at = number_end(&r, at).unwrap_or(at + 1),
        }
    }
    mentions
}

/// The same expression read as one to come, when the words around say that it is: `سيصل الأحد`.
///
/// A day that then lies more than half a year ahead is rather one of the past: `قال في 20 يوليو إنه سيعود`.
fn told_ahead(
    r: &Reader<'_, '_, '_>,
    s: &Resolver,
    found: Piece<Meaning>,
    begins: Roles,
    in_list: bool,
) -> Piece<Meaning> {
    const MOST: i64 = 183;
    // What has a year of its own is the same in either direction; no other lies farther away, the 29th of February included.
    const FAR: i64 = 9 * 366;
    let Some(reference) = s.reference.filter(|_| s.direction == Direction::Past) else { return found };
    let timed = matches!(found.value.kind, TimexKind::Date | TimexKind::Time);
    let dated = match found.value.value {
        // Unless they are counted: `بعد عامين`.
        Value::Point(Point::Year(_) | Point::Decade(_) | Point::Century(_) | Point::Millennium(_)) => {
            !begins.any(Roles::COUNTED)
        }
        Value::Point(Point::Day { year, .. } | Point::Month { year, .. }) => {
            let year = year.and_then(|year| u32::try_from(year).ok());
            (found.start..found.end).any(|at| r.group(at).is_some_and(|g| g.len == 4 && Some(g.value) == year))
        }
        _ => false,
    };
    // `بحلول سبتمبر`
    let by = || r.before(found.start).and_then(|b| r.lead(b)).is_some_and(|p| p.value == Lead::By);
    let far = || found.value.value.first_day().is_some_and(|day| days_between(reference, day).abs() > FAR);
    if !timed || dated || far() || !(by() || is_ahead(r, found.start, found.end)) {
        return found;
    }
    let ahead = Resolver { direction: Direction::Future, ..*s };
    let near = |meaning: &Meaning| {
        let day = meaning.value.first_day();
        day.is_some_and(|day| days_between(reference, day) <= MOST)
    };
    read(r, &ahead, found.start, begins, in_list).filter(|p| p.end == found.end && near(&p.value)).unwrap_or(found)
}

/// What the word before an expression says of it: `نحو`, `قبل`, `منذ`, `أكثر من`.
fn relation(r: &Reader<'_, '_, '_>, found: &Piece<Meaning>) -> (Option<Modifier>, Option<Open>) {
    let Some(before) = r.before(found.start) else { return (None, None) };
    let length = found.value.kind == TimexKind::Duration;
    // `أكثر من`, `لا تقل عن`
    if let Some(bound) = r.bound_before(found.start).filter(|_| length) {
        return (Some(bound), None);
    }
    // `اعتبارا من` has two words, `منذ` one.
    let lead = [before.checked_sub(1), Some(before)]
        .into_iter()
        .flatten()
        .find_map(|at| r.lead(at).filter(|lead| lead.end == found.start && found.proclitics.letters() == 0));
    let Some(lead) = lead else { return (None, None) };
    let date = found.value.kind == TimexKind::Date || found.value.kind == TimexKind::Time;
    match lead.value {
        Lead::About => (Some(Modifier::Approx), None),
        Lead::Before if date => (Some(Modifier::Before), None),
        Lead::After if date => (Some(Modifier::After), None),
        Lead::Since if date => (None, Some(Open::Since)),
        Lead::Until | Lead::By if date => (None, Some(Open::Until)),
        _ => (None, None),
    }
}

/// The first word of the next paragraph.
fn paragraph_end(scan: &Scan<'_, '_>, at: usize) -> usize {
    let more = scan.words.iter().skip(at + 1).position(|word| word.gap == Gap::Paragraph);
    more.map_or(scan.words.len(), |more| at + 1 + more)
}

/// The end of days and months that are the name of what stands before: `قوى 14 آذار`, `ثورتي 25 يناير و30 يونيو`.
fn named(r: &Reader<'_, '_, '_>, at: usize) -> Option<usize> {
    let quoted = at.checked_sub(1).filter(|&quote| r.symbol_of(quote, &QUOTES));
    let before = quoted.unwrap_or(at).checked_sub(1).filter(|_| quoted.is_some() || r.before(at).is_some())?;
    let bearer = r.word_of(before, Roles::BEARER.and(Roles::YEAR_OF), |hit, w| match w {
        DateWord::Bearer { only } if !hit.proclitics.article() && hit.end == before + 1 => Some(only),
        DateWord::YearOf { short: true } if !hit.proclitics.article() && hit.end == before + 1 => Some(None),
        _ => None,
    })?;
    let dateless = |p: &Partial| {
        let open = p.year.is_none() && p.year_relative.is_none() && p.relative.is_none() && p.weekday.is_none();
        open && p.day.is_some() && bearer.value.is_none_or(|(month, day)| p.month == Some(month) && p.day == Some(day))
    };
    // `قوى 8 و14 آذار`
    if let Some(Piece { value: Several::List(days), end, .. }) = several(r, at).and_then(Piece::bare) {
        return days.iter().all(dateless).then_some(end);
    }
    let name = |r: &Reader<'_, '_, '_>, at: usize| day_month(r, at).filter(|d| dateless(&d.value));
    let Some(first) = name(r, at) else {
        // `حرب أكتوبر`, `جامعة تشرين`, but `حرب أكتوبر 1973`
        let month = month(r, at)?.bare().filter(|m| bearer.value.is_none() && is_open(&m.value));
        return month.map(|m| m.end);
    };
    let mut end = first.bare()?.end;
    while let Some(next) = r.and(end, name) {
        end = next.end;
    }
    Some(end)
}

/// The end of a number of several words in digits and scale words, such as `1,000` or `20 ألف`.
fn number_end(r: &Reader<'_, '_, '_>, at: usize) -> Option<usize> {
    r.group(at).filter(|_| !r.is_lone(at))?;
    r.run(at).map(|run| run.end).filter(|&end| end > at)
}

/// What [`mixed`] reads has one of these.
const STRETCHES: Roles = Roles::MONTH
    .and(Roles::WEEKDAY)
    .and(Roles::UNIT)
    .and(Roles::POINTER)
    .and(Roles::RELATIVE)
    .and(Roles::EDGE)
    .and(Roles::FRACTION)
    .and(Roles::NEAR)
    .and(Roles::DIGITS);

/// What [`clocks`] reads has one of these, or minutes in words.
const TIMES: Roles = Roles::HOUR.and(Roles::DAY_PART).and(Roles::OTHER).and(Roles::RARE).and(Roles::DIGITS);

/// The longest expression that begins at a word.
fn read(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize, begins: Roles, in_list: bool) -> Option<Piece<Meaning>> {
    let may = |roles: Roles| begins.any(roles);
    // What stands behind it decides too which rules are tried.
    let near = r.near(at);
    let has = |roles: Roles| near.any(roles);
    let month = has(Roles::MONTH.and(Roles::MONTHS));
    let digits = may(Roles::NUMBER) && may(Roles::DIGITS);
    let spelled = may(Roles::NUMBER) && !may(Roles::DIGITS);
    let counts = may(Roles::NUMBER) && r.has_unit(at);
    let mut best = Longest(None);
    if may(Roles::DATED) {
        best.take(dates(r, s, at));
    }
    if may(Roles::FROM) || may(Roles::LISTED) && r.has_more(at) {
        best.take(several(r, at).map(|p| p.with(p.value.meaning(s))));
    }
    // Digits that are a year have at most a mark and a second year behind them.
    if may(Roles::DIGITS) && best.end() <= at + 3 {
        best.take(bare_year(r, s, at, in_list));
    }
    if digits {
        best.take(iso(r, s, at));
    }
    if may(Roles::YEAR) {
        best.take(year(r, s, at));
    }
    if (may(Roles::YEAR) || digits) && has(Roles::ERA) {
        best.take(era_years(r, s, at));
    }
    if may(Roles::AGE) {
        best.take(hijri_century(r, at));
        best.take(century(r, s, at).map(|p| p.map(Meaning::point)));
        best.take(centuries(r, at));
    }
    if may(Roles::MONTHS) {
        best.take(month_of_year(r, s, at));
    }
    if (may(Roles::AGE) || spelled) && has(Roles::ERA) {
        best.take(millennium_bc(r, at));
    }
    if counts && has(Roles::ERA) {
        best.take(years_bc(r, at));
    }
    if may(Roles::FRACTION.and(Roles::AGE)) {
        best.take(part_of_century(r, s, at));
    }
    if may(Roles::FRACTION) {
        best.take(part_of_year(r, s, at));
        best.take(quarters(r, s, at));
    }
    if may(Roles::FRACTION.and(Roles::RARE)) && month {
        best.take(part_of_month(r, s, at));
    }
    if may(Roles::EDGE.and(Roles::DAY).and(Roles::MONTHS)) || spelled && counts {
        best.take(first_of(r, s, at));
    }
    if may(Roles::TENS) {
        best.take(decade(r, s, at).map(|p| p.map(Meaning::point)));
        best.take(decades(r, s, at));
    }
    if may(Roles::RARE) {
        best.take(holiday(r, s, at));
        best.take(eve(r, s, at));
        best.take(weekend(r, s, at));
        best.take(now(r, s, at));
    }
    if may(Roles::SEASON.and(Roles::POINTER)) {
        best.take(season(r, s, at));
    }
    if may(Roles::SEASON) {
        best.take(seasons(r, s, at));
    }
    if may(Roles::EDGE.and(Roles::FRACTION)) {
        best.take(edge(r, s, at));
    }
    if may(Roles::DAY_PART) {
        best.take(part_of_day(r, s, at));
    }
    if may(Roles::UNIT.and(Roles::POINTER).and(Roles::FRACTION)) {
        best.take(placed_unit(r, s, at));
    }
    if may(Roles::DAY.and(Roles::NEAR)) {
        best.take(near_day(r, s, at));
    }
    if may(Roles::RARE.and(Roles::DAY)) || has(Roles::EVERY.and(Roles::TIMES)) {
        best.take(again(r, at, begins));
    }
    if may(Roles::WEEKDAY) {
        best.take(lone_weekday(r, s, at));
        best.take(weekday_counted(r, s, at));
    }
    if may(Roles::COUNTED) {
        best.take(counted_from_today(r, s, at));
    }
    if (may(Roles::EDGE.and(Roles::WEEKDAY).and(Roles::DAY).and(Roles::WEEK)) || spelled) && month {
        best.take(nth(r, s, at));
    }
    if (may(Roles::EDGE) || spelled) && (month || has(Roles::RARE)) {
        best.take(day_of_holiday(r, s, at));
    }
    if may(Roles::WEEKDAY.and(Roles::WEEK).and(Roles::POINTER)) {
        best.take(weekday_of_week(r, s, at));
    }
    if may(Roles::POINTER.and(Roles::DAY_PART)) {
        best.take(part_of_today(r, s, at));
    }
    if may(Roles::FROM) {
        if has(STRETCHES) {
            best.take(mixed(r, s, at));
        }
        best.take(framed_years(r, at));
        if has(Roles::DAY_PART) {
            best.take(parts_of_days(r, s, at));
        }
    }
    let times = has(TIMES) || r.has_unit(at);
    if times && (may(Roles::FROM) || may(Roles::HOUR.and(Roles::NUMBER)) && r.has_to(at)) {
        best.take(clocks(r, s, at));
    }
    if may(Roles::HOUR.and(Roles::NUMBER).and(Roles::RARE)) {
        best.take(clock(r, s, at));
    }
    if may(Roles::UNIT.and(Roles::FRACTION).and(Roles::EVERY)) || counts {
        best.take(duration(r, s, at));
    }
    if may(Roles::FROM) && r.has_unit(at) || (may(Roles::UNIT) || counts) && (r.has_to(at) || r.has_or(at)) {
        best.take(lengths(r, at));
    }
    best.0.map(|found| with_part(r, s, found))
}

/// A day with the part of it that stands after: `غدا مساء`, `الخميس 5 مايو صباحا`.
fn with_part(r: &Reader<'_, '_, '_>, s: &Resolver, found: Piece<Meaning>) -> Piece<Meaning> {
    let Value::Point(day @ Point::Day { .. }) = found.value.value else { return found };
    // `أمس الظهر`, `النهارده الصبح`: in speech it has the article.
    let near = |w| matches!(w, DateWord::Day(_) | DateWord::SpokenDay(_) | DateWord::Unit(Unit::Day, Count::One));
    let spoken = || r.word(found.start, |_, w| near(w).then_some(())).is_some_and(|day| day.end == found.end);
    let bare = |p: &Piece<DayPart>| p.proclitics.letters() == 0 && (!r.folded(p.start).starts_with("ال") || spoken());
    // `البارح في الليل`
    let from = if spoken() { r.skip(found.end, Lead::In) } else { found.end };
    let fits = |p: &Piece<DayPart>| bare(p) && (from == found.end || r.folded(from).starts_with("ال"));
    let Some(part) = day_part(r, from).filter(fits) else { return found };
    // `أمس صباح العيد`, `اليوم مساء الأحد`
    let another = part_of_day(r, s, part.start).is_some() || r.is_definite(part.end);
    if another || found.value.kind != TimexKind::Date {
        return found;
    }
    let value = Value::PartOfDay(day, part.value);
    let Meaning { modifier, hijri, .. } = found.value;
    found.with(Meaning { time: true, modifier, hijri, ..Meaning::new(TimexKind::Time, value) }).to(part.end)
}

/// The longest of several readings; of two as long, the first, unless it finds no such day: `الأربعاء الثاني من أكتوبر`.
struct Longest(Option<Piece<Meaning>>);

impl Longest {
    /// Where it ends, if there is any.
    fn end(&self) -> usize {
        self.0.as_ref().map_or(0, |best| best.end)
    }

    fn take(&mut self, found: Option<Piece<Meaning>>) {
        let Some(found) = found else { return };
        let better = |best: &Piece<Meaning>| {
            let resolved = best.value.value == Value::Nothing && found.value.value.point().is_some();
            found.end > best.end || (found.end == best.end && resolved)
        };
        if self.0.as_ref().is_none_or(better) {
            self.0 = Some(found);
        }
    }
}

/// `الأربعاء، 15 مارس 2023`, `مارس الماضي`, `1 محرم 1445هـ الموافق 19 يوليو 2023م`.
fn dates(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let date = full(r, at).or_else(|| lone_month(r, at)).or_else(|| bare_numeric(r, at))?;
    // `شهر 12 السابق`, by itself.
    let noun = at.checked_sub(1).filter(|&b| r.may(b, Roles::UNIT) && date.value.is_month());
    let seen = seen_from_today(r, s, noun.unwrap_or(at), date.end);
    let s = if date.value.relative == Some(Relative::Previous) { &seen } else { s };
    let meaning = |partial: &Partial| {
        let (value, hijri) = s.partial(partial);
        Meaning { hijri, ..Meaning::date(value) }
    };
    if let Some((whole, end)) = in_digits(r, &date) {
        return Some(date.with(meaning(&whole)).to(end));
    }
    let first = meaning(&date.value);
    if let Some((other, end)) = corresponding(r, date.end, &date.value) {
        let second = meaning(&other);
        let (value, hijri) = match (date.value.calendar.is_ours(), &first.value, &second.value) {
            // Moon sighting may differ from the tables by a day or two.
            (_, Value::Point(a), Value::Point(b)) if !is_near(*a, *b, 2) && !is_julian(*a, *b, 2) => {
                (Value::Nothing, first.hijri.or(second.hijri))
            }
            (false, _, _) => (second.value, first.hijri.or(second.hijri)),
            (true, _, _) => (first.value, second.hijri),
        };
        return Some(date.with(Meaning { hijri, ..Meaning::date(value) }).to(end));
    }
    Some(date.with(first))
}

/// A day of the month before it, in digits and brackets: `شباط (28/2/1945)`.
fn in_digits(r: &Reader<'_, '_, '_>, month: &Piece<Partial>) -> Option<(Partial, usize)> {
    let open = month.value.is_month() && month.value.year.is_none() && r.symbol(month.end, '(');
    let day = full(r, month.end + 1).filter(|day| open && r.symbol(day.end, ')'))?;
    (day.value.month == month.value.month && day.value.year.is_some()).then_some((day.value, day.end + 1))
}

/// The same day in the other calendar: `الموافق 28 يوليو 2023م`, `(28 يوليو 2023)`.
fn corresponding(r: &Reader<'_, '_, '_>, at: usize, first: &Partial) -> Option<(Partial, usize)> {
    let comma = r.comma(at);
    let word = r.word_of(comma, Roles::OTHER, |_, w| (w == DateWord::Corresponding).then_some(()));
    let (open, from) = match word {
        Some(word) => {
            let day = r.word_of(word.end, Roles::DAY, |hit, w| {
                (w == DateWord::Unit(Unit::Day, Count::One) && hit.proclitics.conjunction().is_none()).then_some(())
            });
            (false, day.map_or(word.end, |d| d.end))
        }
        None if r.symbol(at, '(') => (true, at + 1),
        None if r.symbol(at, '/') || r.symbol(at, '=') || r.dash(at) => (false, at + 1),
        None => return None,
    };
    let date = full(r, r.article(r.skip(from, Lead::In)))?;
    if date.value.calendar == first.calendar || date.proclitics.conjunction().is_some() || first.day.is_none() {
        return None;
    }
    if open && !r.symbol(date.end, ')') {
        return None;
    }
    Some((date.value, if open { date.end + 1 } else { date.end }))
}

/// `1/9` after `يوم` or alone, `9/2021` after `شهر` or alone.
fn bare_numeric(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    r.group(at)?;
    let after = |unit: Unit| {
        let noun = |b| r.word_of(b, Roles::UNIT, |_, w| (w == DateWord::Unit(unit, Count::One)).then_some(()));
        let date = |b| {
            r.word_of(b, Roles::LEAD.and(Roles::OTHER), |_, w| {
                matches!(w, DateWord::Corresponding | DateWord::Lead(Lead::On)).then_some(())
            })
        };
        r.before(at).is_some_and(|b| noun(b).is_some() || date(b).is_some())
    };
    short_numeric(r, at)
        .filter(|d| after(Unit::Day) || r.alone(at, d.end))
        .or_else(|| numeric_month(r, at).filter(|d| after(Unit::Month) || r.alone(at, d.end)))
}

/// A month name without a day, when it is clear that it is one.
fn lone_month(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    let month = month(r, at)?;
    let before = r.before(at);
    let after_month = before.is_some_and(|b| {
        r.word_of(b, Roles::MONTHS, |hit, w| match w {
            DateWord::Unit(Unit::Month, _) => (!hit.proclitics.article()).then_some(()),
            _ => None,
        })
        .is_some()
    });
    let led = before.and_then(|b| r.lead(b)).is_some_and(|p| {
        matches!(
            p.value,
            Lead::In | Lead::Since | Lead::Until | Lead::During | Lead::Within | Lead::By | Lead::Before | Lead::After
        )
    });
    // `ستة أيام من شوال`
    let part = |b: usize| r.lead_is(b, Lead::From) && r.before(b).is_some_and(|of| r.may(of, Roles::UNIT));
    let led = led || before.is_some_and(part);
    let Partial { year, civil_year, year_relative, relative, calendar, .. } = month.value;
    let dated = year.is_some() || civil_year.is_some() || year_relative.is_some() || relative.is_some();
    let clear = after_month
        || (month.value.common? < Common::Beside && r.alone(at, month.end))
        || match month.value.common? {
            Common::No => true,
            Common::Yes => dated || (led && month.proclitics.letters() == 0),
            Common::Beside => !calendar.is_ours() && year.is_some(),
        };
    clear.then_some(month)
}
