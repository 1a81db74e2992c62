//! Years, their parts, decades and centuries.

use super::context::Direction;
use super::day::{Partial, Year, counted, counts, day_number, full, marked_year, month};
use super::grammar::Meaning;
use super::hijri;
use super::point::Point;
use super::range::from_to;
use super::reader::{Digits, Piece, Reader};
use super::resolve::Resolver;
use super::set::is_open;
use super::short::{event, named_event, year_of_event};
use super::start::Roles;
use super::timex::HijriDate;
use super::value::Value;
use super::words::{Common, Count, DateWord, Era, Fraction, Lead, Relative, Unit};

/// `عام 2018`, `العام الماضي`, `عام 1445 هـ`, `عامي 2019-2020`.
pub(crate) fn year(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let Some(year) = marked_year(r, at) else { return bracketed_years(r, at) };
    if let Year::Counted { year: from, era: era @ (None | Some(Era::Ah)) } = year.value
        && let Some(to) = span_to(r, year.end, from).or_else(|| short_year_to(r, year.end, from))
    {
        // `العام الدراسي 1445-1446هـ`
        let behind = r.era_of_year(year.end + 2).filter(|e| e.value == Era::Ah);
        let era = behind.map(|e| e.value).or(era).unwrap_or(Era::Ad { letter: false });
        let years = Years { from, to: Some(to), era, clear: true };
        return Some(year.with(Meaning::date(years.value())).to(behind.map_or(year.end + 2, |e| e.end)));
    }
    Some(day_of_year(r, s, &year).unwrap_or_else(|| year.with(meaning(s, year.value))))
}

/// The second year of `العام الدراسي 2022/23`, `عام 2011/12`, which has no day to be a date.
fn short_year_to(r: &Reader<'_, '_, '_>, at: usize, from: i32) -> Option<i32> {
    next_in_short(r, at, from).then_some(from + 1)
}

/// `عام 2008 يوم 6 أبريل`, `سنة 1999 في شهر مايو`: a day or month after its year.
fn day_of_year(r: &Reader<'_, '_, '_>, s: &Resolver, year: &Piece<Year>) -> Option<Piece<Meaning>> {
    let Year::Counted { .. } = year.value else { return None };
    let of = r.skip(year.end, Lead::In);
    let noun = r.word_of(of, Roles::DAY.and(Roles::MONTHS), |hit, w| {
        let carrier = matches!(w, DateWord::Unit(Unit::Day | Unit::Month, Count::One));
        (carrier && hit.proclitics.is_empty()).then_some(())
    });
    let from = noun.map_or(of, |noun| noun.end);
    if from == year.end {
        return None;
    }
    let date = full(r, from).or_else(|| month(r, from)).and_then(Piece::bare)?;
    let sure = date.value.day.is_some() || date.value.common == Some(Common::No);
    if !sure || !is_open(&date.value) || date.value.civil_year.is_some() {
        return None;
    }
    let mut partial = date.value;
    year.value.put(&mut partial);
    let (value, hijri) = s.partial(&partial);
    Some(year.with(Meaning { hijri, ..Meaning::date(value) }).to(date.end))
}

/// `لسنة (1958/1963)`
fn bracketed_years(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let marker = r.word_of(at, Roles::YEAR, |_, w| matches!(w, DateWord::Unit(Unit::Year, _)).then_some(()))?;
    let digits = r.digits(marker.end + 1).filter(|d| r.symbol(marker.end, '(') && d.value.len == 4)?;
    let from = i32::try_from(digits.value.value).ok()?;
    let second =
        r.digits(digits.end + 1).filter(|d| (r.symbol(digits.end, '/') || r.dash(digits.end)) && d.value.len == 4)?;
    let to = i32::try_from(second.value.value).ok().filter(|&to| from < to && r.symbol(second.end, ')'))?;
    let years = (1000..=2999).contains(&from) && to <= 2999;
    let value = Value::Interval(Point::Year(from), Point::Year(to));
    years.then(|| marker.with(Meaning::date(value)).to(second.end + 1))
}

pub(crate) fn meaning(s: &Resolver, year: Year) -> Meaning {
    match year {
        Year::Relative(relative) => Meaning::point(s.unit(Unit::Year, relative)),
        Year::Other => Meaning::point(None),
        Year::Counted { .. } | Year::Hijri(_) => {
            let mut partial = Partial::default();
            year.put(&mut partial);
            let (value, hijri) = s.partial(&partial);
            Meaning { hijri, ..Meaning::date(value) }
        }
    }
}

/// The second year of `2019-2021` or `2019/2020`.
fn span_to(r: &Reader<'_, '_, '_>, at: usize, from: i32) -> Option<i32> {
    let joined = (r.dash(at) || r.symbol(at, '/')) && r.touches(at) && r.touches(at + 1);
    let digits = r.digits(at + 1).filter(|d| joined && d.value.len == 4)?;
    // `2019-2020-2021` is something else.
    let more =
        (r.dash(digits.end) || r.symbol(digits.end, '/')) && r.touches(digits.end) && r.group(digits.end + 1).is_some();
    let to = i32::try_from(digits.value.value).ok()?;
    (!more && from < to && to <= 2100).then_some(to)
}

/// The last year that is written with an era.
const fn most(era: Era) -> i32 {
    match era {
        Era::Ah => 1700,
        Era::Martyrs => 1799,
        Era::BeforeHijra => 199,
        Era::Ad { .. } => 2999,
        Era::Bc => 9999,
    }
}

/// One year or a span of years with their era.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Years {
    from: i32,
    to: Option<i32>,
    era: Era,
    /// The numbers cannot be metres, which `م` is too.
    clear: bool,
}

impl Years {
    fn is_hijri(&self) -> bool {
        is_hijri(self.era)
    }

    fn value(&self) -> Value {
        if self.is_hijri() {
            return hijri_years(self.from, self.to.unwrap_or(self.from));
        }
        let from = Point::Year(self.from);
        match self.to.map(Point::Year) {
            Some(to) if from.exists() && to.exists() => Value::Interval(from, to),
            None if from.exists() => Value::Point(from),
            _ => Value::Nothing,
        }
    }

    /// The first and last year of our era.
    fn around(&self) -> Option<(i32, i32)> {
        match self.value() {
            Value::Interval(from, to) => Some((from.year()?, to.year()?)),
            Value::Point(point) => Some((point.year()?, point.year()?)),
            _ => None,
        }
    }
}

/// `1445هـ / 2024م`, `1231 - 1269 هـ`, `1625-1649 م`, `3100 - 2686 ق.م`, `(1645 م)`.
pub(crate) fn era_years(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let marker = r.word_of(at, Roles::YEAR, |_, w| matches!(w, DateWord::Unit(Unit::Year, _)).then_some(()));
    let from = marker.map_or(at, |m| m.end);
    let inside = at >= 2 && r.touches(at) && r.touches(at - 1) && r.dash(at - 1) && r.group(at - 2).is_some();
    let open = from.checked_sub(1).is_some_and(|b| r.symbol(b, '('));
    let first = years(r, from, if open { 500 } else { 1000 }).filter(|_| !inside)?;
    let start = marker.map_or(first.with(()), |m| m.with(()));
    if let Some((second, end)) = same_years(r, first.end, first.value.is_hijri()) {
        let (ours, theirs) = if second.is_hijri() { (first.value, second) } else { (second, first.value) };
        let agree = match (ours.around(), theirs.around()) {
            // Without the feature `hijri` there is nothing to compare.
            (Some((a, b)), Some((c, d))) => a <= d && c <= b,
            _ => true,
        };
        let value = if agree { ours.value() } else { Value::Nothing };
        let year = HijriDate { year: Some(theirs.from), month: None, day: None };
        let hijri = theirs.to.is_none().then_some(year);
        return Some(start.with(Meaning { hijri, ..Meaning::date(value) }).to(end));
    }
    let brackets = open && r.symbol(first.end, ')');
    let led = r.lead_before(at).is_some_and(|p| matches!(p.value, Lead::In | Lead::Since));
    // `في 395 م`, which no race is of.
    let year = first.value;
    let odd = led && year.to.is_none() && matches!(year.era, Era::Ad { .. }) && year.from >= 100 && year.from % 10 != 0;
    if !(year.clear || odd) && marker.is_none() {
        return None;
    }
    if first.value.to.is_some() {
        return Some(start.with(Meaning::date(first.value.value())).to(first.end));
    }
    // `1645 م` may be a height.
    let placed = first.value.era == Era::Ad { letter: true } && (brackets || led);
    let year = Year::Counted { year: first.value.from, era: Some(first.value.era) };
    (marker.is_none() && placed).then(|| start.with(meaning(s, year)).to(first.end))
}

/// `2024م`, `1231 - 1269 هـ`; a lone `م` may stand apart. Numbers below `least` may be metres.
fn years(r: &Reader<'_, '_, '_>, at: usize, least: i32) -> Option<Piece<Years>> {
    let number = |at: usize| {
        let digits = r.digits(at).filter(|d| (1..=4).contains(&d.value.len))?;
        Some(digits.with(i32::try_from(digits.value.value).ok().filter(|&y| y > 0)?))
    };
    let first = number(at)?;
    let own = r.era_of_year(first.end);
    let after = own.map_or(first.end, |e| e.end);
    let slash = r.symbol(after, '/');
    if let Some(second) = number(after + 1).filter(|_| slash || r.dash(after))
        && let Some(era) = r.era_of_year(second.end)
    {
        let eras = (own.map_or(era.value, |e| e.value), era.value);
        let (from, to) = (astronomical(first.value, eras.0), astronomical(second.value, eras.1));
        let fits = first.value <= most(eras.0) && second.value <= most(eras.1);
        // `1055/1645م` are the years of two calendars.
        let together = is_hijri(eras.0) == is_hijri(eras.1) && (!slash || to - from < 10);
        let letter = eras.1 == Era::Ad { letter: true };
        let round = first.value % 10 == 0 && second.value % 10 == 0;
        let touches = r.touches(second.end) || own.is_some();
        let tall = first.value >= least || (first.value >= 500 && second.value >= 1000 && !round);
        let clear = !letter || eras.0 == Era::Bc || (tall && (touches || !round));
        if fits && together && from < to {
            let years = Years { from, to: Some(to), era: eras.1, clear };
            return Some(first.with(years).to(era.end));
        }
    }
    let era = own.filter(|e| first.value <= most(e.value))?;
    let clear = era.value != (Era::Ad { letter: true }) || (first.value >= least && first.value % 10 != 0);
    let years = Years { from: astronomical(first.value, era.value), to: None, era: era.value, clear };
    Some(first.with(years).to(era.end))
}

/// 1 BC is 0, and so is 1 before the Hijra.
const fn astronomical(year: i32, era: Era) -> i32 {
    if matches!(era, Era::Bc | Era::BeforeHijra) { 1 - year } else { year }
}

/// Whether years are counted from the Hijra.
const fn is_hijri(era: Era) -> bool {
    matches!(era, Era::Ah | Era::BeforeHijra)
}

/// `من 1279 إلى 1213 ق.م`, `بين 1356 و1363م`, `بين عامي 41 و60 هجرية`: years of which the last has their era, or the
/// first a noun before it.
pub(crate) fn framed_years(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let number = |r: &Reader<'_, '_, '_>, at: usize| {
        let noun = r.word_of(at, Roles::YEAR, |hit, w| {
            (matches!(w, DateWord::Unit(Unit::Year, _)) && !hit.proclitics.article()).then_some(())
        });
        let digits = r.digits(noun.map_or(at, |noun| noun.end)).filter(|d| (1..=4).contains(&d.value.len))?;
        let year = i32::try_from(digits.value.value).ok().filter(|&year| year > 0)?;
        let start = noun.unwrap_or(digits.with(()));
        Some(start.with((year, noun.is_some())).to(digits.end))
    };
    let (lead, first, second) = from_to(r, at, number)?;
    let ((a, named), (b, _)) = (first.value, second.value);
    let own = r.era_of_year(second.end);
    // `من عام 5 إلى 10 أشخاص`
    let counted = || r.digits(second.end - 1).is_some_and(|digits| counts(r, &digits));
    let era = own.map(|era| era.value).or((named && !counted()).then_some(Era::Ad { letter: false }))?;
    let (from, to) = (astronomical(a, era), astronomical(b, era));
    let letter = era == Era::Ad { letter: true };
    // `بين 1200 و1500 م` may be heights.
    let clear = named || !letter || (a >= 100 && a % 10 != 0 && b % 10 != 0);
    let fits = from < to && a.max(b) <= most(era) && clear;
    let years = Years { from, to: Some(to), era, clear };
    fits.then(|| lead.with(Meaning::date(years.value())).to(own.map_or(second.end, |era| era.end)))
}

/// `3000 سنة قبل الميلاد`, not `قبل 3000 سنة قبل الميلاد`.
pub(crate) fn years_bc(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let number = r.number(at).filter(|n| n.value % 1000 == 0)?;
    let noun = r.word_of(number.end, Roles::YEAR, |hit, w| {
        (matches!(w, DateWord::Unit(Unit::Year, _)) && hit.proclitics.is_empty()).then_some(())
    })?;
    let era = r.era(noun.end).filter(|e| e.value == Era::Bc)?;
    let led = r.lead_before(at).is_some_and(|p| matches!(p.value, Lead::Before | Lead::After));
    let year = i32::try_from(number.value / 1000).ok().filter(|&year| year <= most(Era::Bc) && !led)?;
    Some(number.with(Meaning::point(Some(Point::Year(astronomical(year, Era::Bc))))).to(era.end))
}

/// The same years in the other calendar: `/ 2024م`, `(2024م)`, `الموافق 2024م`.
fn same_years(r: &Reader<'_, '_, '_>, at: usize, hijri: bool) -> Option<(Years, usize)> {
    let open = r.symbol(at, '(');
    let word = r.word_of(at, Roles::OTHER, |_, w| (w == DateWord::Corresponding).then_some(()));
    let sign = open || r.symbol(at, '/') || r.symbol(at, '=') || r.dash(at);
    let from = word.map(|w| w.end).or(sign.then_some(at + 1))?;
    let marker = r.word_of(from, Roles::YEAR, |hit, w| {
        (matches!(w, DateWord::Unit(Unit::Year, _)) && hit.proclitics.conjunction().is_none()).then_some(())
    });
    let second = years(r, marker.map_or(from, |m| m.end), 1).filter(|y| y.value.is_hijri() != hijri)?;
    if open && !r.symbol(second.end, ')') {
        return None;
    }
    Some((second.value, if open { second.end + 1 } else { second.end }))
}

/// Four digits that stand where only a year can: `في 2020`, `2019-2021`, `(1998)`, `2023م`, `1445 هـ`.
pub(crate) fn bare_year(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize, in_list: bool) -> Option<Piece<Meaning>> {
    if let Some(year) = year_of_event(r, at) {
        return Some(year.map(|year| Meaning::date(Value::Point(Point::Year(year)))));
    }
    let digits = r.digits(at)?;
    let year = i32::try_from(digits.value.value).ok()?;
    if let Some(season) = short_season(r, &digits, year) {
        return Some(season);
    }
    let inside = at >= 2
        && r.touches(at)
        && r.touches(at - 1)
        && (r.dash(at - 1) || r.symbol(at - 1, '/'))
        && r.group(at - 2).is_some();
    if inside {
        return None;
    }
    if let Some(era) = r.era(digits.end) {
        let clear = era.value != (Era::Ad { letter: true }) || digits.value.len == 4;
        return (clear && (1..=most(era.value)).contains(&year))
            .then(|| digits.with(meaning(s, counted(year, Some(era.value)))).to(era.end));
    }
    if let Some(lives) = bracketed_span(r, &digits, year) {
        return Some(lives);
    }
    let old = is_old_year(r, s, &digits, year);
    let hijri = digits.value.len == 4 && r.tells_hijri(year) && !counts(r, &digits);
    let ours = digits.value.len == 4 && (if in_list { 1000 } else { 1800 }..=2100).contains(&year);
    if !(ours || old || hijri) {
        return None;
    }
    if let Some(to) = span_to(r, digits.end, year) {
        return Some(
            digits.with(Meaning::date(Value::Interval(Point::Year(year), Point::Year(to)))).to(digits.end + 2),
        );
    }
    let joined = matches!(r.which(digits.end), Some('/' | '-' | ':' | '.')) && r.touches(digits.end);
    if joined && r.group(digits.end + 1).is_some() {
        return None;
    }
    let brackets = r.which(at.checked_sub(1)?) == Some('(') && r.symbol(digits.end, ')');
    let lead = r.lead_before(at);
    let led = lead.is_some_and(|p| {
        matches!(
            p.value,
            Lead::In | Lead::Since | Lead::Until | Lead::During | Lead::Within | Lead::By | Lead::Before | Lead::After
        )
    });
    let counts = || {
        r.number(at).is_some_and(|n| n.end > digits.end)
            || r.word_of(digits.end, Roles::UNIT, |_, w| matches!(w, DateWord::Unit(..)).then_some(())).is_some()
    };
    // A noun after a round number is more likely what is counted.
    let round = year % 100 == 0 || !(1900..=2100).contains(&year);
    let clear = r.closed(digits.end) || !round || old || hijri || r.lead(digits.end).is_some();
    // `الفترة نفسها من 2023`
    let same = |from: usize| r.before(from).and_then(|b| r.relative(b)).is_some_and(|p| p.value == Relative::Same);
    let led = led || r.before(at).is_some_and(|from| r.lead_is(from, Lead::From) && same(from));
    let told = brackets || led || in_list || event(r, at).is_some() || named_event(r, &digits);
    let era = if hijri { Era::Ah } else { Era::Ad { letter: false } };
    (told && clear && !counts()).then(|| digits.with(meaning(s, counted(year, Some(era)))))
}

/// Whether digits before our age are a year: `في 1261 سقطت`, and in a text that has told of such years `في 904، عاد`.
fn is_old_year(r: &Reader<'_, '_, '_>, s: &Resolver, digits: &Piece<Digits>, year: i32) -> bool {
    /// How many years lie between those that one text tells of.
    const NEAR: i32 = 150;
    let lead = || r.lead_before(digits.start);
    let led = || lead().is_some_and(|p| matches!(p.value, Lead::In | Lead::Since | Lead::Until | Lead::By));
    let near = || s.last.and_then(Point::year).is_some_and(|last| (last - year).abs() <= NEAR);
    let old = match digits.value.len {
        4 => (1000..1800).contains(&year) && year % 100 != 0,
        3 => (100..1000).contains(&year) && year % 10 != 0 && near(),
        _ => false,
    };
    old && led() && !counts(r, digits)
}

/// `(1292-1350)`, `(حكم 610 - 641)`: the years of a life or reign in brackets.
fn bracketed_span(r: &Reader<'_, '_, '_>, first: &Piece<Digits>, from: i32) -> Option<Piece<Meaning>> {
    const LONGEST: i32 = 130;
    let open = |at: usize| at.checked_sub(1).is_some_and(|b| r.symbol(b, '('));
    let before = first.start.checked_sub(1)?;
    let reigned = || matches!(r.folded(before), "حكم" | "حكمت" | "عاش" | "عاشت" | "عهد" | "فتره") && open(before);
    let second = r.digits(first.end + 1).filter(|second| r.dash(first.end) && r.symbol(second.end, ')'))?;
    let to = i32::try_from(second.value.value).ok()?;
    let fits = from < to && to - from <= LONGEST && to <= 2100 && (3..=4).contains(&second.value.len);
    let value = Value::Interval(Point::Year(from), Point::Year(to));
    let told = (open(first.start) && from >= 1000) || reigned();
    (fits && told).then(|| first.with(Meaning::date(value)).to(second.end))
}

/// `موسم 2022-23`, `موسم 98/99`: a year and the last two digits of the next.
fn short_season(r: &Reader<'_, '_, '_>, digits: &Piece<Digits>, year: i32) -> Option<Piece<Meaning>> {
    let (at, end) = (digits.start, digits.end);
    let noun = |b: usize| {
        r.word_of(b, Roles::OTHER, |hit, w| (w == DateWord::SeasonOf).then_some(hit.proclitics.article()))
            .map(|noun| noun.value)
    };
    // `الموسم الكروي 2022-23`
    let season = |b: usize| noun(b).is_some() || (r.is_definite(b) && b.checked_sub(1).and_then(noun).unwrap_or(false));
    let year = match digits.value.len {
        4 if (1800..=2100).contains(&year) => year,
        2 if year < 50 => 2000 + year,
        2 => 1900 + year,
        _ => return None,
    };
    (next_in_short(r, end, year) && r.before(at).is_some_and(season))
        .then(|| digits.with(Meaning::date(Value::Interval(Point::Year(year), Point::Year(year + 1)))).to(end + 2))
}

/// Whether a dash or slash and the last two digits of the next year follow.
fn next_in_short(r: &Reader<'_, '_, '_>, at: usize, year: i32) -> bool {
    let joined = (r.dash(at) || r.symbol(at, '/')) && r.touches(at) && r.touches(at + 1);
    let next = r.digits(at + 1).filter(|d| joined && d.value.len == 2);
    next.is_some_and(|next| i32::try_from(next.value.value) == Ok((year + 1) % 100))
}

/// `القرن التاسع عشر`, `القرن الـ19`, `القرن الماضي`, `القرن الثالث قبل الميلاد`.
pub(crate) fn century(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Option<Point>>> {
    let noun = |at: usize| {
        r.word_of(at, Roles::UNIT, |hit, w| match w {
            DateWord::Unit(unit @ (Unit::Century | Unit::Millennium), Count::One) if hit.proclitics.article() => {
                Some(unit)
            }
            _ => None,
        })
    };
    // `هذا القرن`
    if let Some(end) = r.is(at, DateWord::Pointer(Relative::This)) {
        let unit = noun(end)?.bare()?;
        return Some(Piece { start: at, ..unit.with(s.unit(unit.value, Relative::This)) });
    }
    let unit = noun(at)?;
    if let Some(relative) = r.relative(unit.end).filter(|p| p.value != Relative::Recent) {
        return Some(unit.with(s.unit(unit.value, relative.value)).to(relative.end));
    }
    // `الألفية الجديدة`
    let new =
        r.word_of(unit.end, Roles::OTHER, |hit, w| (w == DateWord::New && hit.proclitics.is_empty()).then_some(()));
    if let Some(new) = new {
        return Some(unit.with(s.unit(unit.value, Relative::This)).to(new.end));
    }
    let number = day_number(r, unit.end)?.bare()?;
    let era = r.era(number.end);
    let n = i32::from(number.value);
    let value = match (unit.value, era.map(|e| e.value)) {
        (_, Some(Era::Ah | Era::BeforeHijra)) => None,
        (Unit::Century, Some(Era::Bc)) => Some(Point::Century(-n)),
        (Unit::Century, _) => Some(Point::Century(n - 1)),
        (_, Some(Era::Bc)) => return None,
        _ => Some(Point::Millennium(n - 1)),
    };
    Some(unit.with(value).to(era.map_or(number.end, |e| e.end)))
}

/// `الألفية الثالثة قبل الميلاد`, `الألف الثاني ق.م`: the third millennium BC lasts from 3000 to 2001 BC.
pub(crate) fn millennium_bc(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let thousand = r.folded(at).ends_with("الف") && r.may(at, Roles::NUMBER);
    let unit = r.word_of(at, Roles::AGE, |hit, w| {
        (w == DateWord::Unit(Unit::Millennium, Count::One) && hit.proclitics.article()).then_some(())
    });
    let article = || r.scan.numbers(at).iter().map(|(hit, _)| *hit).find(|hit| hit.proclitics.article());
    let unit = match unit {
        Some(unit) => unit,
        None => {
            let hit = if thousand { article()? } else { return None };
            Piece { start: at, end: hit.end, proclitics: hit.proclitics, value: () }
        }
    };
    let number = r.ordinal(unit.end)?.bare()?;
    let era = r.era(number.end).filter(|e| e.value == Era::Bc)?;
    let first = 1 - 1000 * i32::from(number.value);
    let value = Value::Interval(Point::Year(first), Point::Year(first + 999));
    Some(unit.with(Meaning::date(value)).to(era.end))
}

/// `القرن الرابع الهجري`, from its first day to its last.
pub(crate) fn hijri_century(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let century = nth_hijri_century(r, at)?;
    Some(century.with(Meaning::date(hijri_centuries(century.value, century.value))))
}

fn nth_hijri_century(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<u8>> {
    let unit = r.word_of(at, Roles::AGE, |hit, w| {
        (w == DateWord::Unit(Unit::Century, Count::One) && hit.proclitics.article()).then_some(())
    })?;
    let number = day_number(r, unit.end)?.bare()?;
    let era = r.era(number.end).filter(|e| e.value == Era::Ah)?;
    Some(unit.with(number.value).to(era.end))
}

/// From the first day of one Hijri century to the last of another.
fn hijri_centuries(first: u8, last: u8) -> Value {
    hijri_years(i32::from(first) * 100 - 99, i32::from(last) * 100)
}

/// From the first day of one Hijri year to the last of another.
pub(crate) fn hijri_years(first: i32, last: i32) -> Value {
    let days = hijri::year(first).zip(hijri::year(last)).filter(|_| first <= last);
    days.map_or(Value::Nothing, |((from, _), (_, to))| Value::Interval(Point::of_day(from), Point::of_day(to)))
}

/// `القرنين السابع عشر والثامن عشر`.
pub(crate) fn centuries(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let unit = r.word_of(at, Roles::AGE, |hit, w| {
        (w == DateWord::Unit(Unit::Century, Count::Two) && hit.proclitics.article()).then_some(())
    })?;
    let first = day_number(r, unit.end)?.bare()?;
    let second = r.and(first.end, day_number)?;
    let era = r.era(second.end);
    if era.is_some_and(|e| e.value == Era::Ah) {
        let value = hijri_centuries(first.value, second.value);
        return Some(unit.with(Meaning::date(value)).to(era.map_or(second.end, |e| e.end)));
    }
    let nth = |n: u8| if era.is_some_and(|e| e.value == Era::Bc) { -i32::from(n) } else { i32::from(n) - 1 };
    let (from, to) = (nth(first.value), nth(second.value));
    let value = if from < to { Value::Interval(Point::Century(from), Point::Century(to)) } else { Value::Nothing };
    Some(unit.with(Meaning::date(value)).to(era.map_or(second.end, |e| e.end)))
}

/// `التسعينيات`, `تسعينيات القرن الماضي`, `الثمانينات من القرن التاسع عشر`.
pub(crate) fn decade(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Option<Point>>> {
    let tens = r.word_of(at, Roles::TENS, |hit, w| match w {
        DateWord::Tens(tens) => Some((i32::from(tens), hit.proclitics.article())),
        _ => None,
    })?;
    let (n, article) = tens.value;
    let of = r.skip(tens.end, Lead::From);
    // `في الثلاثينيات من عمره`
    if r.word_of(of, Roles::OTHER, |_, w| (w == DateWord::Age).then_some(())).is_some() {
        return None;
    }
    if let Some(century) = century(r, s, of).and_then(Piece::bare) {
        let value = match century.value {
            Some(Point::Century(c)) if c >= 0 => {
                c.checked_mul(10).and_then(|c| c.checked_add(n / 10)).map(Point::Decade)
            }
            _ => None,
        };
        return Some(tens.with(value).to(century.end));
    }
    // `العشرينيات` is a hundred years apart by now.
    article.then_some(tens.with((n >= 30).then_some(Point::Decade(190 + n / 10))))
}

/// `خمسينيات وستينيات القرن الماضي`
pub(crate) fn decades(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let first = r.word_of(at, Roles::TENS, |hit, w| match w {
        DateWord::Tens(tens) if !hit.proclitics.article() => Some(i32::from(tens)),
        _ => None,
    })?;
    let second = r.and(first.end, |r, at| decade(r, s, at))?;
    let value = match second.value {
        Some(Point::Decade(to)) => {
            let from = to.div_euclid(10) * 10 + first.value / 10;
            if from < to { Value::Interval(Point::Decade(from), Point::Decade(to)) } else { Value::Nothing }
        }
        _ => Value::Nothing,
    };
    Some(first.with(Meaning::date(value)).to(second.end))
}

/// The year that a part belongs to: `من عام 2022`, `2022`, `من العام الماضي`.
pub(crate) fn of_year(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<(Option<i32>, usize)> {
    let of = r.skip(at, Lead::From);
    // `الربع الأول من العام`
    let bare = r.word_of(of, Roles::YEAR, |hit, w| {
        let year = w == DateWord::Unit(Unit::Year, Count::One) && hit.proclitics.article();
        (year && of > at && hit.proclitics.letters() == 0).then_some(())
    });
    if let Some(year) = bare.filter(|y| marked_year(r, of).is_none() && !r.is_definite(y.end)) {
        return Some((s.unit(Unit::Year, Relative::This).and_then(Point::year), year.end));
    }
    if let Some(year) = marked_year(r, of).and_then(|y| {
        (y.proclitics.letters() == 0 || y.proclitics.preposition() == Some('ل') && y.proclitics.conjunction().is_none())
            .then_some(y)
    }) {
        let value = match year.value {
            Year::Counted { era: Some(Era::Ah), .. } | Year::Hijri(_) | Year::Other => None,
            Year::Counted { year, .. } => Some(year),
            Year::Relative(relative) => s.unit(Unit::Year, relative).and_then(Point::year),
        };
        return Some((value, year.end));
    }
    let digits = r.digits(of).filter(|d| d.value.len == 4 && (1800..=2100).contains(&d.value.value))?;
    Some((i32::try_from(digits.value.value).ok(), digits.end))
}

/// `الربع الثالث من عام 2022`, `النصف الأول من العام الجاري`.
pub(crate) fn part_of_year(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let mut chapter = false;
    let part = r.word_of(at, Roles::FRACTION, |hit, w| match w {
        DateWord::Fraction(part @ (Fraction::Quarter | Fraction::Half)) => Some(part),
        DateWord::Chapter if hit.proclitics.article() => {
            chapter = true;
            Some(Fraction::Quarter)
        }
        _ => None,
    })?;
    // `الربع الأخير من العام` is its fourth.
    let last = r.relative(part.end).filter(|p| p.value == Relative::Recent);
    let ordinal = match last {
        Some(last) => last.with(if part.value == Fraction::Half { 2 } else { 4 }),
        None => r.ordinal(part.end)?.bare()?,
    };
    let code = match (part.value, ordinal.value) {
        (Fraction::Quarter, n @ 1..=4) => 32 + n,
        (Fraction::Half, n @ 1..=2) => 39 + n,
        _ => return None,
    };
    let (year, end) = match of_year(r, s, ordinal.end) {
        Some(found) => found,
        // `الربع الأخير` by itself may also be the last one.
        None if chapter || (last.is_some() && r.alone(at, ordinal.end)) => return None,
        None => (lone_part(r, s, at, ordinal.end, code)?, ordinal.end),
    };
    let value = year.map(|year| Point::Part { year: Some(year), code });
    Some(part.with(Meaning::point(value)).to(end))
}

/// `الربعين الأول والثاني من 2023`
pub(crate) fn quarters(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let noun = r.word_of(at, Roles::FRACTION, |_, w| (w == DateWord::Quarters).then_some(()))?;
    let nth = |r: &Reader<'_, '_, '_>, at: usize| r.ordinal(at).filter(|nth| (1..=4).contains(&nth.value));
    let first = nth(r, noun.end)?.bare()?;
    let second = r.and(first.end, nth).filter(|second| second.value > first.value)?;
    let code = |nth: &Piece<u8>| 32 + nth.value;
    let (year, end) = match of_year(r, s, second.end) {
        Some(found) => found,
        None => (lone_part(r, s, at, second.end, code(&second))?, second.end),
    };
    let value = year.map(|year| {
        let [first, second] = [&first, &second].map(|nth| Point::Part { year: Some(year), code: code(nth) });
        if first.shift(1) == Some(second) { Value::Interval(first, second) } else { Value::Set(vec![first, second]) }
    });
    Some(noun.with(Meaning::date(value.unwrap_or(Value::Nothing))).to(end))
}

/// The year of `الربع الثالث` by itself, after `أرباح`, or in a text that has named another part of a year; elsewhere it may
/// be one of a match.
fn lone_part(r: &Reader<'_, '_, '_>, s: &Resolver, start: usize, end: usize, code: u8) -> Option<Option<i32>> {
    // `نهاية الربع الثالث`
    let edge = |at: usize| r.word_of(at, Roles::EDGE, |_, w| matches!(w, DateWord::Edge(_)).then_some(())).is_some();
    let start = start.checked_sub(1).filter(|&before| edge(before)).unwrap_or(start);
    // `الربع الأول من المباراة`
    let of_another = r.lead_is(end, Lead::From);
    let (quarter, alone) = (code < 40, r.alone(start, end));
    match s.last {
        Some(Point::Part { year: Some(year), code: told @ 33.. })
            if !of_another && !alone && (told < 40) == quarter =>
        {
            return Some(Some(year));
        }
        _ => {}
    }
    /// How far before it the word may stand that tells of money: `ارتفعت صادرات البلاد من الحبوب في الربع الثالث`.
    const BEFORE: usize = 8;
    let accounts = |b: usize| r.word_of(b, Roles::OTHER, |_, w| (w == DateWord::Accounts).then_some(())).is_some();
    let told = || (start.saturating_sub(BEFORE).max(r.begin)..start).any(accounts);
    if !(quarter && alone) && (of_another || !told()) {
        return None;
    }
    let reference = s.reference.map(|day| (i32::from(day.year()), day.month().unsigned_abs()));
    Some(reference.map(|(year, month)| {
        let now = if quarter { 32 + month.div_ceil(3) } else { 39 + month.div_ceil(6) };
        match s.direction {
            Direction::Past if code > now => year - 1,
            Direction::Future if code < now => year + 1,
            _ => year,
        }
    }))
}

/// `النصف الثاني من القرن العشرين`, `الربع الأخير من القرن الماضي`, `العقد الأول من القرن الحادي والعشرين`.
pub(crate) fn part_of_century(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let parts = r.word_of(at, Roles::FRACTION.and(Roles::UNIT), |hit, w| match w {
        DateWord::Fraction(Fraction::Half) => Some(2),
        DateWord::Fraction(Fraction::Quarter) => Some(4),
        DateWord::Unit(Unit::Decade, Count::One) if hit.proclitics.article() => Some(10),
        _ => None,
    })?;
    let last = r.relative(parts.end).filter(|p| p.value == Relative::Recent);
    let nth = match last {
        Some(last) => last.with(parts.value),
        None => r.ordinal(parts.end)?.bare()?.map(i32::from),
    };
    let of = r.skip(nth.end, Lead::From);
    if let Some(century) = nth_hijri_century(r, of).and_then(Piece::bare).filter(|_| of > nth.end) {
        let years = 100 / parts.value;
        let from = i32::from(century.value) * 100 - 99 + (nth.value - 1) * years;
        let value = if nth.value <= parts.value { hijri_years(from, from + years - 1) } else { Value::Nothing };
        return Some(parts.with(Meaning::date(value)).to(century.end));
    }
    let century = century(r, s, of).and_then(Piece::bare).filter(|_| of > nth.end)?;
    let value = match century.value {
        // `العقد الأول من الألفية الثالثة`
        Some(Point::Millennium(m)) if parts.value == 10 && (1..=100).contains(&nth.value) => {
            Value::Point(Point::Decade(m * 100 + nth.value - 1))
        }
        Some(Point::Century(c)) if c >= 0 && (1..=parts.value).contains(&nth.value) => {
            let years = 100 / parts.value;
            let from = c * 100 + (nth.value - 1) * years;
            match years {
                10 => Value::Point(Point::Decade(from / 10)),
                _ => Value::Interval(Point::Year(from), Point::Year(from + years - 1)),
            }
        }
        _ => Value::Nothing,
    };
    Some(parts.with(Meaning::date(value)).to(century.end))
}

/// `الشهر العاشر من عام 2022`.
pub(crate) fn month_of_year(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let month = r.word_of(at, Roles::MONTHS, |hit, w| {
        (w == DateWord::Unit(Unit::Month, Count::One) && hit.proclitics.article()).then_some(())
    })?;
    let ordinal = r.ordinal(month.end)?.bare()?;
    if !r.lead_is(ordinal.end, Lead::From) || !(1..=12).contains(&ordinal.value) {
        return None;
    }
    let (year, end) = of_year(r, s, ordinal.end)?;
    let value = year.map(|year| Point::Month { year: Some(year), month: ordinal.value });
    Some(month.with(Meaning::point(value)).to(end))
}

/// `صيف 2022`, `شتاء عام 2021`, `الصيف الماضي`, `خريف العام المقبل`.
pub(crate) fn season(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let noun = |at: usize| {
        r.word_of(at, Roles::SEASON, |hit, w| match w {
            DateWord::Season(code) => Some((code, hit.proclitics.article())),
            _ => None,
        })
    };
    // `هذا الصيف`
    let pointer = r.word_of(at, Roles::POINTER, |hit, w| {
        (w == DateWord::Pointer(Relative::This) && !hit.proclitics.article()).then_some(())
    });
    if let Some(pointer) = pointer {
        let season = noun(pointer.end)?.bare().filter(|season| season.value.1)?;
        return Some(pointer.with(Meaning::point(s.season(season.value.0, Relative::This))).to(season.end));
    }
    let season = noun(at)?;
    let (code, article) = season.value;
    if article {
        let relative = r.relative(season.end)?;
        return Some(season.with(Meaning::point(s.season(code, relative.value))).to(relative.end));
    }
    let (year, end) = of_year(r, s, season.end)?;
    // `شتاء 2021-2022` has the year it begins in.
    let next = year.and_then(|year| span_to(r, end, year).filter(|&to| to == year + 1));
    let end = if next.is_some() { end + 2 } else { end };
    let value = year.map(|year| Point::Part { year: Some(year), code });
    Some(season.with(Meaning::point(value)).to(end))
}

/// `صيف وخريف 2022`: seasons of one year.
pub(crate) fn seasons(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let first = r.word_of(at, Roles::SEASON, |hit, w| match w {
        DateWord::Season(code) if !hit.proclitics.article() => Some(code),
        _ => None,
    })?;
    let second = r.and(first.end, |r, at| season(r, s, at))?;
    let value = match second.value.value {
        Value::Point(to @ Point::Part { year, code }) => {
            let from = Point::Part { year, code: first.value };
            if first.value + 1 == code { Value::Interval(from, to) } else { Value::Set(vec![from, to]) }
        }
        _ => Value::Nothing,
    };
    Some(first.with(Meaning::date(value)).to(second.end))
}
