//! Years, their parts, decades and centuries.

use super::day::{Partial, Year, counted, day_number, marked_year};
use super::grammar::Meaning;
use super::point::{Point, Value};
use super::reader::{Piece, Reader};
use super::resolve::Resolver;
use super::words::{Count, DateWord, Era, Fraction, Lead, Relative, Unit};

/// `عام 2018`, `العام الماضي`, `عام 1445 هـ`, `عامي 2019-2020`.
pub(crate) fn year(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let year = marked_year(r, at)?;
    if let Year::Counted { year: from, era: None } = year.value
        && let Some(to) = span_to(r, year.end, from)
    {
        return Some(year.with(Meaning::date(Value::Interval(Point::Year(from), Point::Year(to)))).to(year.end + 2));
    }
    Some(year.with(meaning(s, year.value)))
}

fn meaning(s: &Resolver, year: Year) -> Meaning {
    match year {
        Year::Relative(relative) => Meaning::point(s.unit(Unit::Year, relative)),
        Year::Counted { .. } => {
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

/// Four digits that stand where only a year can: `في 2020`, `2019-2021`, `(1998)`, `2023م`, `1445 هـ`.
pub(crate) fn bare_year(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize, in_list: bool) -> Option<Piece<Meaning>> {
    let digits = r.digits(at)?;
    let year = i32::try_from(digits.value.value).ok()?;
    let inside = at >= 2
        && r.touches(at)
        && r.touches(at - 1)
        && (r.dash(at - 1) || r.symbol(at - 1, '/'))
        && r.group(at - 2).is_some();
    if inside {
        return None;
    }
    if let Some(era) = r.era(digits.end) {
        let most = if era.value == Era::Ah { 1700 } else { 2999 };
        let clear = era.value != (Era::Ad { letter: true }) || digits.value.len == 4;
        return (clear && (1..=most).contains(&year))
            .then(|| digits.with(meaning(s, counted(year, Some(era.value)))).to(era.end));
    }
    if digits.value.len != 4 || !(if in_list { 1000 } else { 1800 }..=2100).contains(&year) {
        return None;
    }
    if let Some(to) = span_to(r, digits.end, year) {
        return Some(
            digits.with(Meaning::date(Value::Interval(Point::Year(year), Point::Year(to)))).to(digits.end + 2),
        );
    }
    let found = digits.with(Meaning::date(Value::Point(Point::Year(year))));
    if ['/', '-', ':', '.']
        .iter()
        .any(|&c| r.symbol(digits.end, c) && r.touches(digits.end) && r.group(digits.end + 1).is_some())
    {
        return None;
    }
    let brackets = r.which(at.checked_sub(1)?) == Some('(') && r.symbol(digits.end, ')');
    let lead = r.before(at).and_then(|before| r.lead(before));
    let led = lead.is_some_and(|p| {
        matches!(p.value, Lead::In | Lead::Since | Lead::Until | Lead::During | Lead::By | Lead::Before | Lead::After)
    });
    let counts = r.number(at).is_some_and(|n| n.end > digits.end)
        || r.word(digits.end, |_, w| matches!(w, DateWord::Unit(..)).then_some(())).is_some();
    // A noun after a round number is more likely what is counted.
    let round = year % 100 == 0 || !(1900..=2100).contains(&year);
    let clear = r.closed(digits.end) || !round || r.lead(digits.end).is_some();
    ((brackets || led || in_list) && !counts && clear).then_some(found)
}

/// `القرن التاسع عشر`, `القرن الـ19`, `القرن الماضي`, `القرن الثالث قبل الميلاد`.
pub(crate) fn century(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Option<Point>>> {
    let unit = r.word(at, |hit, w| match w {
        DateWord::Unit(unit @ (Unit::Century | Unit::Millennium), Count::One) if hit.proclitics.article() => Some(unit),
        _ => None,
    })?;
    if let Some(relative) = r.relative(unit.end).filter(|p| p.value != Relative::Recent) {
        return Some(unit.with(s.unit(unit.value, relative.value)).to(relative.end));
    }
    let number = day_number(r, unit.end)?.bare()?;
    let era = r.era(number.end);
    let n = i32::from(number.value);
    let value = match (unit.value, era.map(|e| e.value)) {
        (_, Some(Era::Ah)) => None,
        (Unit::Century, Some(Era::Bc)) => Some(Point::Century(-n)),
        (Unit::Millennium, Some(Era::Bc)) => None,
        (Unit::Century, _) => Some(Point::Century(n - 1)),
        _ => Some(Point::Millennium(n - 1)),
    };
    Some(unit.with(value).to(era.map_or(number.end, |e| e.end)))
}

/// `القرنين السابع عشر والثامن عشر`.
pub(crate) fn centuries(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Meaning>> {
    let unit = r.word(at, |hit, w| {
        (w == DateWord::Unit(Unit::Century, Count::Two) && hit.proclitics.article()).then_some(())
    })?;
    let first = day_number(r, unit.end)?.bare()?;
    let second = r.and(first.end, day_number)?;
    let era = r.era(second.end);
    let nth = |n: u8| match era.map(|e| e.value) {
        Some(Era::Ah) => None,
        Some(Era::Bc) => Some(Point::Century(-i32::from(n))),
        _ => Some(Point::Century(i32::from(n) - 1)),
    };
    let value = nth(first.value).zip(nth(second.value)).map_or(Value::Nothing, |(a, b)| Value::Interval(a, b));
    Some(unit.with(Meaning::date(value)).to(era.map_or(second.end, |e| e.end)))
}

/// `التسعينيات`, `تسعينيات القرن الماضي`, `الثمانينات من القرن التاسع عشر`.
pub(crate) fn decade(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Option<Point>>> {
    let tens = r.word(at, |hit, w| match w {
        DateWord::Tens(tens) => Some((i32::from(tens), hit.proclitics.article())),
        _ => None,
    })?;
    let (n, article) = tens.value;
    let of = r.skip(tens.end, Lead::From);
    // `في الثلاثينيات من عمره`
    if r.word(of, |_, w| (w == DateWord::Age).then_some(())).is_some() {
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

/// The year that a part belongs to: `من عام 2022`, `2022`, `من العام الماضي`.
fn of_year(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<(Option<i32>, usize)> {
    let of = r.skip(at, Lead::From);
    if let Some(year) = marked_year(r, of).and_then(|y| {
        (y.proclitics.letters() == 0 || y.proclitics.preposition() == Some('ل') && y.proclitics.conjunction().is_none())
            .then_some(y)
    }) {
        let value = match year.value {
            Year::Counted { era: Some(Era::Ah), .. } => None,
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
    let part = r.word(at, |_, w| match w {
        DateWord::Fraction(part @ (Fraction::Quarter | Fraction::Half)) => Some(part),
        _ => None,
    })?;
    let ordinal = r.ordinal(part.end)?.bare()?;
    let code = match (part.value, ordinal.value) {
        (Fraction::Quarter, n @ 1..=4) => 32 + n,
        (Fraction::Half, n @ 1..=2) => 39 + n,
        _ => return None,
    };
    let (year, end) = of_year(r, s, ordinal.end)?;
    let value = year.map(|year| Point::Part { year: Some(year), code });
    Some(part.with(Meaning::point(value)).to(end))
}

/// `الشهر العاشر من عام 2022`.
pub(crate) fn month_of_year(r: &Reader<'_, '_, '_>, s: &Resolver, at: usize) -> Option<Piece<Meaning>> {
    let month =
        r.word(at, |hit, w| (w == DateWord::Unit(Unit::Month, Count::One) && hit.proclitics.article()).then_some(()))?;
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
    let season = r.word(at, |hit, w| match w {
        DateWord::Season(code) => Some((code, hit.proclitics.article())),
        _ => None,
    })?;
    let (code, article) = season.value;
    if article {
        let relative = r.relative(season.end)?;
        return Some(season.with(Meaning::point(s.season(code, relative.value))).to(relative.end));
    }
    let (year, end) = of_year(r, s, season.end)?;
    let value = year.map(|year| Point::Part { year: Some(year), code });
    Some(season.with(Meaning::point(value)).to(end))
}
