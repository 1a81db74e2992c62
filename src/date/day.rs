//! Days, months and the years after them: `الأربعاء، 15 مارس/آذار 2023`.

use super::point::civil;
use super::reader::{Digits, Piece, Reader, is_dash};
use super::short::{event, short_year};
use super::start::Roles;
use super::tense::tense_at;
use super::timex::Modifier;
use super::words::{Common, Count, DateWord, Era, Lead, Month, Reckoning, Relative, Unit};
use crate::lexicon::{Kinds, Sense};
use crate::number::{Role, is_version};
use crate::tag::{Class, TagWord};
use crate::text::{Gap, QUOTES, WordKind};

/// The parts of a date that a text names.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Partial {
    pub(crate) weekday: Option<u8>,
    pub(crate) day: Option<u8>,
    pub(crate) month: Option<u8>,
    pub(crate) year: Option<i32>,
    pub(crate) calendar: Reckoning,
    /// The year of our era that a Hijri or Coptic month is said to be in: `رمضان 2019`.
    pub(crate) civil_year: Option<i32>,
    /// Two names of a month that disagree, or digits that leave the calendar open.
    pub(crate) clash: bool,
    /// `مارس الماضي`, `20 من الشهر الجاري`
    pub(crate) relative: Option<Relative>,
    /// `مارس من العام الماضي`
    pub(crate) year_relative: Option<Relative>,
    /// `العام الهجري المقبل`
    pub(crate) hijri_year_relative: Option<Relative>,
    /// The month name is an ordinary word too.
    pub(crate) common: Option<Common>,
    /// The part of it that is meant: `من مطلع مارس`.
    pub(crate) edge: Option<Modifier>,
}

impl Partial {
    /// Nothing but a day number.
    pub(crate) fn is_day_only(&self) -> bool {
        self.day.is_some() && self.month.is_none() && self.relative.is_none()
    }

    pub(crate) fn is_month(&self) -> bool {
        self.day.is_none() && self.month.is_some()
    }

    pub(crate) fn is_year(&self) -> bool {
        self.day.is_none() && self.month.is_none() && self.year.is_some()
    }
}

/// A year as a text gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Year {
    Counted {
        year: i32,
        era: Option<Era>,
    },
    Relative(Relative),
    /// `العام الهجري المقبل`
    Hijri(Relative),
    /// `العام الدراسي المقبل`, which is no year of the calendar.
    Other,
}

impl Year {
    pub(crate) fn put(self, partial: &mut Partial) {
        match self {
            Self::Counted { year, era } => {
                let ours = era.map_or(year >= 1800, |era| matches!(era, Era::Ad { .. } | Era::Bc));
                if !partial.calendar.is_ours() && ours {
                    partial.civil_year = Some(year);
                    return;
                }
                partial.year = Some(year);
                match era {
                    Some(Era::Ah) => partial.calendar = Reckoning::Hijri,
                    Some(Era::Martyrs) => partial.calendar = Reckoning::Coptic,
                    // No calendar counts them.
                    Some(Era::BeforeHijra) => partial.clash = true,
                    Some(Era::Ad { .. } | Era::Bc) | None => {}
                }
            }
            Self::Relative(relative) => partial.year_relative = Some(relative),
            Self::Hijri(relative) => {
                (partial.calendar, partial.hijri_year_relative) = (Reckoning::Hijri, Some(relative));
            }
            Self::Other => partial.clash = true,
        }
    }
}

/// `15`, `الـ15`, `الخامس عشر`, `الفاتح`.
pub(crate) fn day_number(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<u8>> {
    let digits_at = r.article(at);
    if let Some(digits) = r.digits(digits_at) {
        let day = u8::try_from(digits.value.value).ok().filter(|d| digits.value.len <= 2 && (1..=31).contains(d))?;
        return Some(Piece { start: at, end: digits.end, proclitics: digits.proclitics, value: day });
    }
    if let Some(first) =
        r.word_of(at, Roles::FIRST, |hit, w| (w == DateWord::First && !hit.proclitics.article()).then_some(1))
    {
        return Some(first);
    }
    let ordinal = r.ordinal(at);
    let spelled = r.spelled(at).and_then(|p| u8::try_from(p.value).ok().map(|v| p.map(|_| v)));
    match (ordinal, spelled) {
        (Some(o), Some(s)) if s.end > o.end => Some(s),
        (o, s) => o.or(s),
    }
    .filter(|p| (1..=31).contains(&p.value))
}

/// The town إب, which folds to the month آب.
fn is_ibb(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.surface(at).ends_with("إب")
}

/// `يوليو/تموز`, `تموز (يوليو)`, `رمضان`.
fn month_name(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<(Month, bool)>> {
    let name = |at: usize| {
        r.word_of(at, Roles::MONTH, |hit, w| match w {
            DateWord::Month(month) if !hit.proclitics.article() && !is_ibb(r, at) => Some(month),
            _ => None,
        })
    };
    let Some(first) = name(at) else { return numbered_month(r, at) };
    let month = first.value;
    let second = if r.symbol(first.end, '/') {
        name(first.end + 1).map(|m| (m.value, m.proclitics, m.end))
    } else if r.symbol(first.end, '(') {
        name(first.end + 1).filter(|m| r.symbol(m.end, ')')).map(|m| (m.value, m.proclitics, m.end + 1))
    } else {
        name(first.end)
            .filter(|m| m.value.number == month.number && m.value.calendar == month.calendar)
            .map(|m| (m.value, m.proclitics, m.end))
    };
    // `صفر صفر` is a score.
    let other = |end: usize| end.checked_sub(1).is_some_and(|last| r.folded(last) != r.folded(at));
    Some(match second.filter(|(_, proclitics, end)| proclitics.letters() == 0 && other(*end)) {
        Some((other, _, end)) => {
            let clash = other.number != month.number || other.calendar != month.calendar;
            first.with((Month { common: Common::No, ..month }, clash)).to(end)
        }
        None => first.with((month, false)),
    })
}

/// `2`, `ثلاثة` after `شهر`: a month by its number, before a year, a word that places it or the end of the sentence.
fn numbered_month(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<(Month, bool)>> {
    let noun = |b| {
        r.word_of(b, Roles::MONTHS, |hit, w| {
            (w == DateWord::Unit(Unit::Month, Count::One) && !hit.proclitics.article()).then_some(())
        })
    };
    at.checked_sub(1).and_then(noun).filter(|_| r.before(at).is_some())?;
    let small = || {
        r.word_of(at, Roles::NUMBER, |hit, w| match w {
            DateWord::Small(n) if hit.proclitics.is_empty() => Some(n),
            _ => None,
        })
    };
    let digits =
        r.digits(at).filter(|d| d.value.len <= 2).and_then(|d| Some(d.with(u8::try_from(d.value.value).ok()?)));
    let number = digits.or_else(small).filter(|n| (1..=12).contains(&n.value))?;
    let year_at = r.skip(number.end, Lead::From);
    // `9/2021` is of another form.
    let joined = r.touches(number.end) && (r.symbol(number.end, '/') || r.dash(number.end));
    let placed = (r.closed(number.end) && !joined)
        || r.relative(number.end).is_some()
        || r.digits(number.end).is_some_and(|d| d.value.len == 4)
        || r.word_of(year_at, Roles::YEAR, |_, w| matches!(w, DateWord::Unit(Unit::Year, Count::One)).then_some(()))
            .is_some();
    let month = Month { calendar: Reckoning::Gregorian, number: number.value, common: Common::No };
    placed.then(|| number.with((month, false)))
}

/// `عام 2018`, `سنة (1993) م`, `العام الماضي`, `هذا العام`, `عام ألف وتسعمائة وثمانية وخمسين`, `عام 58`, `السنة المالية 2024`.
pub(crate) fn marked_year(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Year>> {
    if at < r.limit && r.may(at, Roles::YEAR.and(Roles::POINTER)) {
        r.years.get(at, || read_marked_year(r, at))
    } else {
        None
    }
}

fn read_marked_year(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Year>> {
    let marker = r.word_of(at, Roles::YEAR, |hit, w| match w {
        DateWord::Unit(Unit::Year, count) => Some(count == Count::One && hit.proclitics.article()),
        _ => None,
    });
    let Some(marker) = marker else { return pointed_year(r, at) };
    // `العام الهجري 1445`, `السنة الميلادية المقبلة`
    let named = r.era(marker.end).filter(|e| marker.value && matches!(e.value, Era::Ah | Era::Ad { letter: false }));
    let after = named.map_or(marker.end, |e| e.end);
    let kind = || {
        r.word_of(after, Roles::OTHER, |hit, w| (w == DateWord::YearName && hit.proclitics.is_empty()).then_some(()))
    };
    let after = if marker.value { kind().map_or(after, |k| k.end) } else { after };
    let open = r.symbol(after, '(');
    let number_at = if open { after + 1 } else { after };
    if let Some((year, mut end)) = year_number(r, number_at) {
        if open {
            if !r.symbol(end, ')') {
                return None;
            }
            end += 1;
        }
        let era = r.era_of_year(end).or_else(|| r.martyrs(end));
        if year < 100 && era.is_none() && named.is_none() {
            let short = short_year(r, number_at).filter(|_| !open)?;
            return Some(marker.with(counted(short.value, None)).to(short.end));
        }
        let end = era.map_or(end, |e| e.end);
        let era = era.or(named).map(|e| e.value).or_else(|| r.tells_hijri(year).then_some(Era::Ah));
        return Some(marker.with(counted(year, era)).to(end));
    }
    // `السنة الثانية للهجرة`
    if let Some(nth) = r.ordinal(after).filter(|_| marker.value).and_then(Piece::bare)
        && let Some(era) = r.era(nth.end)
    {
        return Some(marker.with(counted(nth.value.into(), Some(era.value))).to(era.end));
    }
    let new = || {
        r.word_of(after, Roles::OTHER, |hit, w| {
            (w == DateWord::New && hit.proclitics.is_empty()).then_some(Relative::New)
        })
    };
    let relative = r.relative(after).or_else(new).filter(|p| marker.value && p.value != Relative::Recent)?;
    // `العام الجاري 2023`
    let told = r.digits(relative.end).filter(|d| {
        let ours = d.value.len == 4 && (1800..=2100).contains(&d.value.value) && named.is_none() && kind().is_none();
        ours && !counts(r, d)
    });
    if let Some((told, year)) = told.and_then(|d| Some((d, i32::try_from(d.value.value).ok()?))) {
        return Some(marker.with(counted(year, None)).to(told.end));
    }
    let year = match named.map(|e| e.value) {
        Some(Era::Ah) => Year::Hijri(relative.value),
        _ if kind().is_some() => Year::Other,
        _ => Year::Relative(relative.value),
    };
    Some(marker.with(year).to(relative.end))
}

/// `هذا العام`, `نفس السنة`
fn pointed_year(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Year>> {
    let pointer = r.word_of(at, Roles::POINTER, |hit, w| match w {
        DateWord::Pointer(relative) if !hit.proclitics.article() => Some(relative),
        _ => None,
    })?;
    let noun = r.word_of(pointer.end, Roles::YEAR, |hit, w| {
        (w == DateWord::Unit(Unit::Year, Count::One) && hit.proclitics.article() && hit.proclitics.letters() == 0)
            .then_some(())
    })?;
    Some(pointer.with(Year::Relative(pointer.value)).to(noun.end))
}

/// A year in digits or words, with the place after it.
fn year_number(r: &Reader<'_, '_, '_>, at: usize) -> Option<(i32, usize)> {
    if let Some(digits) = r.digits(at) {
        let alone = r.number(at).is_none_or(|n| n.end == digits.end);
        let most = if r.era(digits.end).is_some_and(|e| e.value == Era::Bc) { 9999 } else { 2999 };
        let year = i32::try_from(digits.value.value).ok().filter(|y| (1..=most).contains(y))?;
        return (alone && digits.value.len <= 4).then_some((year, digits.end));
    }
    let spelled = r.spelled(at)?.bare()?;
    let two = || (40..=99).contains(&spelled.value) && short_year(r, at).is_some();
    // `سنة ثلاث وعشرين ومئتين للهجرة`
    let of_era = || (1..=999).contains(&spelled.value) && r.era(spelled.end).is_some();
    ((1000..=2999).contains(&spelled.value) || of_era() || two()).then_some((spelled.value, spelled.end))
}

/// A year with BC years counted as astronomers do: 1 BC is 0.
pub(crate) fn counted(year: i32, era: Option<Era>) -> Year {
    let year = if era == Some(Era::Bc) { 1_i32.saturating_sub(year) } else { year };
    Year::Counted { year, era }
}

/// The year after a month: `2023`, `، 2023`, `من 2023`, `من عام 2023`, `1445 هـ`.
pub(crate) fn year_after(r: &Reader<'_, '_, '_>, at: usize, calendar: Reckoning) -> Option<Piece<Year>> {
    if r.symbol(at, '(') {
        return year_in_brackets(r, at);
    }
    let comma = r.comma(at);
    let from = r.skip(comma, Lead::From);
    let from = r.skip(from, Lead::In).max(from);
    if let Some(year) = marked_year(r, from).filter(|y| comma == at || matches!(y.value, Year::Counted { .. }))
        && (year.proclitics.letters() == 0 || matches!(year.proclitics.preposition(), Some('ل' | 'ب')))
        && year.proclitics.conjunction().is_none()
    {
        return Some(year);
    }
    let of = r.skip(comma, Lead::From);
    let digits = r.digits(of)?;
    let Digits { value, len } = digits.value;
    let year = i32::try_from(value).ok()?;
    // `آب من 1992`, not `آب من 1992 إلى 1995`
    let from = of > comma;
    if from && (counts_known(r, digits.end, year) || r.may(digits.end, Roles::LEAD)) {
        return None;
    }
    let era = if len == 4 { r.era_of_year(digits.end) } else { r.era(digits.end) };
    let era = era.or_else(|| r.martyrs(digits.end).filter(|_| calendar == Reckoning::Coptic));
    let plausible = match era.map(|e| e.value) {
        Some(Era::Ah) => (1..=1700).contains(&year),
        Some(Era::Martyrs) => (1..=1799).contains(&year),
        Some(Era::BeforeHijra) => (1..=199).contains(&year),
        Some(_) => (1..=2999).contains(&year),
        None if !calendar.is_ours() => {
            let most = if calendar.is_hijri() { 1700 } else { 1799 };
            let fits = (100..=most).contains(&year) || (1900..=2100).contains(&year);
            (3..=4).contains(&len) && fits && !counts_known(r, digits.end, year)
        }
        None if comma > at || from => len == 4 && (1800..=2100).contains(&year),
        None => {
            let scaled = r.number(comma).is_some_and(|n| n.end > digits.end);
            len == 4 && (1000..=2999).contains(&year) && !scaled && !counts_known(r, digits.end, year)
        }
    };
    // `15 مارس 2023-2024` would be a span of years.
    plausible.then_some(digits.with(counted(year, era.map(|e| e.value))).to(era.map_or(digits.end, |e| e.end)))
}

/// `تموز (1970)`, `15 مارس (1445 هـ)`
fn year_in_brackets(r: &Reader<'_, '_, '_>, open: usize) -> Option<Piece<Year>> {
    let digits = r.digits(open + 1).filter(|d| d.value.len == 4)?;
    let year = i32::try_from(digits.value.value).ok().filter(|year| (1000..=2999).contains(year))?;
    let era = r.era_of_year(digits.end);
    let close = era.map_or(digits.end, |e| e.end);
    let value = counted(year, era.map(|e| e.value));
    r.symbol(close, ')').then(|| Piece { start: open, ..digits.with(value).to(close + 1) })
}

/// A date whose day and month stand before digits that [`year_after`] does not take: `29 سبتمبر 235`, `5 يونيو 3000`.
fn with_far_year(r: &Reader<'_, '_, '_>, date: Piece<Partial>) -> Piece<Partial> {
    let Partial { year, year_relative, relative, .. } = date.value;
    let near = r.scan.words.get(date.end).is_some_and(|w| w.gap <= Gap::Space);
    let digits = r.digits(date.end).filter(|d| near && d.value.len >= 3);
    let dated = year.is_some() || year_relative.is_some() || relative.is_some();
    // `6 أكتوبر 73`, by itself.
    let short = if dated || !near { None } else { short_year(r, date.end).filter(|y| r.alone(date.start, y.end)) };
    if let Some(short) = short {
        return date.with(Partial { year: Some(short.value), ..date.value }).to(short.end);
    }
    let Some(digits) = digits.filter(|d| !dated && !counts(r, d)) else { return date };
    let mut partial = date.value;
    match i32::try_from(digits.value.value) {
        Ok(year @ 100..=9999) if digits.value.len <= 4 => {
            let era = r.era_of_year(digits.end);
            counted(year, era.map(|e| e.value)).put(&mut partial);
            date.with(partial).to(era.map_or(digits.end, |e| e.end))
        }
        // No year, and not to be read as if nothing stood there.
        _ => date.with(Partial { clash: true, ..partial }),
    }
}

/// Whether digits are no year because they count what follows, or are part of something longer: `300 جندي`, `300-400`.
pub(crate) fn counts(r: &Reader<'_, '_, '_>, digits: &Piece<Digits>) -> bool {
    let end = digits.end;
    if r.era_of_year(end).is_some() {
        return false;
    }
    if r.number(digits.start).is_some_and(|n| n.end > end) {
        return true;
    }
    // `354 - 28 أغسطس 430` is the way to another date, `300-400` and `300 و400` are not.
    let sign = r.dash(end) || r.waw(end) || (r.touches(end) && (r.symbol(end, '/') || r.symbol(end, ':')));
    let joined = if sign { Some(end + 1) } else { r.lead(end).filter(|p| p.value == Lead::To).map(|p| p.end) };
    if let Some(next) = joined.filter(|&next| r.group(next).is_some()) {
        return month_name(r, r.skip(next + 1, Lead::From)).is_none();
    }
    let at = if r.symbol_of(end, &QUOTES) { end + 1 } else { end };
    if r.closed(at) {
        return false;
    }
    if r.scan.words.get(at).is_some_and(|w| w.kind != WordKind::Arabic) {
        return true;
    }
    // `300 من الجنود`
    if counts_noun(r, at) || r.lead_is(at, Lead::From) {
        return true;
    }
    let known = r.scan.senses(at).any(|(hit, sense)| {
        let joined = hit.proclitics.conjunction().is_some() || hit.proclitics.preposition().is_some();
        joined || matches!(sense, Sense::Date(word) if word.is_time())
    });
    // What no number counts, with an و of its own at most.
    let link = r.scan.tag(at, Kinds::COMMON, |hit, word| {
        let class = matches!(word, TagWord::Common(Class::Function | Class::Locative | Class::Adverb));
        (class && hit.end == at + 1 && hit.proclitics.preposition().is_none()).then_some(())
    });
    let link = link.is_some();
    !(known || link || is_definite(r, at) || tense_at(r, at).is_some())
}

/// Whether digits that could well be a year count what follows: `1500 جندي`. Years of our time count little:
/// `10 يونيو 2000 يوم مفتوح`.
fn counts_known(r: &Reader<'_, '_, '_>, at: usize, year: i32) -> bool {
    let time = || r.word_of(at, Roles::UNIT, |_, w| matches!(w, DateWord::Unit(..)).then_some(())).is_some();
    (!(1800..=2100).contains(&year) || (year % 100 == 0 && !time())) && counts_noun(r, at)
}

/// Whether a unit, currency or rank stands here as what is counted: not `يوم الأحد`, `قائد الجيش`.
pub(crate) fn counts_noun(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.scan.senses(at).any(|(hit, sense)| {
        let noun = match sense {
            Sense::Date(DateWord::Unit(..)) | Sense::Tag(TagWord::Rank) => true,
            // Not `أول`, `نصف`, nor `أكثر من` before another number.
            // Nor `نمت`, `خسر`.
            Sense::Number(word) if !matches!(word.role, Role::Change | Role::Score) => {
                let number = r.ordinal(at).is_some() || r.number(at).is_some() || r.number(hit.end).is_some();
                !number && r.lead(at).is_none()
            }
            _ => false,
        };
        let construct = r.surface(hit.end).starts_with("ال");
        noun && hit.end <= r.limit && hit.proclitics.is_empty() && !construct
    })
}

/// Whether a word begins with the article, which nothing counted has.
fn is_definite(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let surface = r.surface(at);
    let rest = surface.strip_prefix(['و', 'ف', 'ب', 'ك']).unwrap_or(surface);
    surface.starts_with("ال") || rest.starts_with("ال") || surface.starts_with("لل")
}

/// A month with the year or relative word after it.
pub(crate) fn month(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    let name = month_name(r, at)?;
    let (month, clash) = name.value;
    let mut partial = Partial {
        month: Some(month.number),
        calendar: month.calendar,
        clash,
        common: Some(month.common),
        ..Partial::default()
    };
    let mut end = name.end;
    if let Some(year) = year_after(r, end, partial.calendar) {
        year.value.put(&mut partial);
        end = year.end;
    } else if let Some(year) = short_year(r, end).filter(|_| event(r, at) == Some(true)) {
        // `حرب أكتوبر 73`
        partial.year = Some(year.value);
        end = year.end;
    } else if let Some(relative) = r.relative(end).filter(|p| p.value != Relative::Recent) {
        partial.relative = Some(relative.value);
        end = relative.end;
    }
    Some(name.with(partial).to(end))
}

/// `15 مارس 2023`, `الخامس عشر من شهر مارس`, `20 من الشهر الجاري`, `25 الجاري`.
pub(crate) fn day_month(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    if !r.near(at).any(Roles::MONTH.and(Roles::MONTHS).and(Roles::RELATIVE)) {
        return None;
    }
    let Some(day) = day_number(r, at) else { return no_day(r, at) };
    let of = r.skip(day.end, Lead::From);
    let spelled = r.digits(r.article(at)).is_none();
    let unit = |at: usize| {
        r.word_of(at, Roles::MONTHS, |hit, w| match w {
            DateWord::Unit(Unit::Month, Count::One) if hit.proclitics.letters() == 0 => Some(hit.proclitics.article()),
            _ => None,
        })
    };
    // `السادس عشر من هذا الشهر`
    let pointer = r.word_of(of, Roles::POINTER, |hit, w| match w {
        DateWord::Pointer(relative) if hit.proclitics.is_empty() && of > day.end => Some(relative),
        _ => None,
    });
    if let Some(pointer) = pointer {
        let noun = unit(pointer.end).filter(|u| u.value)?;
        let partial = Partial { day: Some(day.value), relative: Some(pointer.value), ..Partial::default() };
        return Some(day.with(partial).to(noun.end));
    }
    if let Some(unit) = unit(of) {
        if unit.value {
            // `27 من الشهر الثامن`
            if let Some(month) = r.ordinal(unit.end).filter(|o| of > day.end && o.value <= 12) {
                let year = year_after(r, month.end, Reckoning::Gregorian);
                let mut partial = Partial { day: Some(day.value), month: Some(month.value), ..Partial::default() };
                if let Some(year) = &year {
                    year.value.put(&mut partial);
                }
                return Some(day.with(partial).to(year.map_or(month.end, |y| y.end)));
            }
            // `20 من الشهر الجاري`, `14 الشهر المقبل`, `الخامس عشر من الشهر`
            let relative = r.relative(unit.end).filter(|p| (of > day.end || !spelled) && p.value != Relative::Recent);
            let open = of > day.end && r.alone(at, unit.end);
            let (value, end) = match relative {
                Some(relative) => (relative.value, relative.end),
                None if open => (Relative::This, unit.end),
                None => return None,
            };
            let partial = Partial { day: Some(day.value), relative: Some(value), ..Partial::default() };
            return Some(day.with(partial).to(end));
        }
        let month = month(r, unit.end)?.bare()?;
        return Some(with_far_year(r, day.with(Partial { day: Some(day.value), ..month.value }).to(month.end)));
    }
    if let Some(relative) = r.relative(of).filter(|p| !spelled && p.value == Relative::This) {
        let partial = Partial { day: Some(day.value), relative: Some(relative.value), ..Partial::default() };
        return Some(day.with(partial).to(relative.end));
    }
    let month = month(r, of)?.bare()?;
    // `الأول مايو` could be anything; `الأول من مايو` and `غرة رمضان` are days.
    let first = r.word_of(at, Roles::FIRST, |_, w| (w == DateWord::First).then_some(()));
    // `أول سبتمبر` is the first day of it.
    let opening = day.value == 1 && r.folded(at).starts_with("اول");
    let open = first.is_none() && month.value.year.is_none() && !opening;
    if spelled && of == day.end && r.ordinal(at).is_some() && open {
        return None;
    }
    // `محمد الفاتح مارس`; `غرة نوفمبر`, `فاتح ماي` are days.
    let named = r.folded(at).starts_with("ال") && month.value.common != Some(Common::No);
    if first.is_some() && of == day.end && month.value.calendar.is_ours() && named {
        return None;
    }
    let sure = of > day.end || month.value.year.is_some() || r.closed(month.end);
    if month.value.common == Some(Common::Beside) && !sure {
        return None;
    }
    // `3 صفر` is a score.
    let zero = month.value.calendar.is_hijri() && month.value.common == Some(Common::Beside);
    if zero && of == day.end && month.value.year.is_none() {
        return None;
    }
    Some(with_far_year(r, day.with(Partial { day: Some(day.value), ..month.value }).to(month.end)))
}

/// `32 مارس 2022`: a number that no day has, before its month.
fn no_day(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    let digits = r.digits(at).filter(|d| d.value.len <= 2)?;
    let month = month(r, digits.end)?.bare().filter(|m| m.value.year.is_some() || r.closed(m.end))?;
    let Partial { common, year, .. } = month.value;
    let certain = common == Some(Common::No) || (common == Some(Common::Yes) && year.is_some());
    certain.then(|| digits.with(Partial { clash: true, ..month.value }).to(month.end))
}

/// `15/3/2023`, `2023-03-15`, `15.3.2023`, `16/9/1445 هـ`, `1445/09/16`.
pub(crate) fn numeric(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    let separator = r.which(at + 1)?;
    let dash = is_dash(separator);
    if !(separator == '/' || separator == '.' || dash) || r.which(at + 3) != Some(separator) {
        return None;
    }
    let (a, b, c) = (r.group(at)?, r.group(at + 2)?, r.group(at + 4)?);
    // `الإصدار 2024.05.1`
    if separator == '.' && is_version(r.scan, at) {
        return None;
    }
    // Only slashes stand apart: `11 / 11 / 1948`.
    let together = (at + 1..=at + 4).all(|i| r.touches(i));
    let joins = |i: usize| {
        r.touches(i)
            && r.which(i).is_some_and(|s| s == '/' || s == '.' || is_dash(s))
            && r.touches(i + 1)
            && r.group(i + 1).is_some()
            // `16/8/2023-03:25`
            && !(r.symbol(i + 2, ':') && r.touches(i + 2) && r.which(i) != Some(separator))
    };
    let longer = joins(at + 5)
        || (at >= 2
            && r.touches(at)
            && r.touches(at - 1)
            && r.group(at - 2).is_some()
            && r.which(at - 1).is_some_and(|s| s == separator));
    if (separator != '/' && !together) || longer {
        return None;
    }
    let (day, month, year) = match (a.len, b.len, c.len) {
        (4, 1 | 2, 1 | 2) => (c.value, b.value, i32::try_from(a.value).ok()?),
        (1 | 2, 1 | 2, 4) => (a.value, b.value, i32::try_from(c.value).ok()?),
        // A phone number or a version has other separators.
        (1 | 2, 1 | 2, 2) if separator == '/' || (together && is_told_day(r, at)) => {
            let year = i32::try_from(c.value).ok()?;
            (a.value, b.value, if year < 50 { 2000 + year } else { 1900 + year })
        }
        _ => return None,
    };
    let (mut day, mut month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
    // Only as month before day does `12/23/1948` make sense.
    let turned = a.len <= 2 && (1..=12).contains(&day) && (month > 12 || r.month_first);
    if turned {
        (day, month) = (month, day);
    }
    if !((1..=31).contains(&day) && (1..=12).contains(&month) && (1..=2999).contains(&year)) {
        return None;
    }
    let era = if year >= 1000 { r.era_of_year(at + 5) } else { r.era(at + 5) };
    // Nobody writes a day of the fifteenth century in digits; a Hijri one of ours has the same years.
    let ours = era.is_none() && (1300..=1500).contains(&year) && day <= 30 && !turned;
    let hijri = ours || era.is_some_and(|e| e.value == Era::Ah);
    let partial = Partial {
        day: Some(day),
        month: Some(month),
        year: Some(year),
        calendar: if hijri { Reckoning::Hijri } else { Reckoning::Gregorian },
        // `31/9/1445` without an era: which calendar?
        clash: !hijri && era.is_none() && (1300..1600).contains(&year),
        ..Partial::default()
    };
    let start = Piece { start: at, end: era.map_or(at + 5, |e| e.end), proclitics: Default::default(), value: partial };
    (hijri || civil(year, month, 1).is_some()).then_some(start)
}

/// Whether a word before says that a day follows, or nothing else stands there: `بتاريخ 15-3-99`.
fn is_told_day(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let told = |w| {
        matches!(
            w,
            DateWord::Unit(Unit::Day, Count::One)
                | DateWord::Weekday { .. }
                | DateWord::Corresponding
                | DateWord::Lead(Lead::On)
        )
    };
    r.before(at).is_some_and(|before| r.word(before, |_, w| told(w).then_some(())).is_some()) || r.alone(at, at + 5)
}

/// `1/9` where nothing but a day can stand: after a weekday or `يوم`, or alone.
pub(crate) fn short_numeric(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    let (a, b) = (r.group(at).filter(|g| g.len <= 2)?, r.group(at + 2).filter(|g| g.len <= 2)?);
    let joined = r.symbol(at + 1, '/') && r.touches(at + 1) && r.touches(at + 2);
    let part = |n: usize| r.touches(n) && r.which(n).is_some_and(|c| matches!(c, '/' | '-' | '.' | '%' | '\u{066A}'));
    let inside = (at >= 1 && part(at)) || (at >= 1 && r.touches(at) && r.which(at - 1).is_some_and(|c| c != '('));
    let (day, month) = if r.month_first { (b.value, a.value) } else { (a.value, b.value) };
    let fits = joined && !inside && !part(at + 3) && (1..=31).contains(&day) && (1..=12).contains(&month);
    let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
    let partial = Partial { day: Some(day), month: Some(month), ..Partial::default() };
    fits.then_some(Piece { start: at, end: at + 3, proclitics: Default::default(), value: partial })
}

/// `9/2021` where nothing but a month can stand.
pub(crate) fn numeric_month(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    let (month, year) = (r.group(at).filter(|g| g.len <= 2)?, r.group(at + 2).filter(|g| g.len == 4)?);
    let joined = r.symbol(at + 1, '/') && r.touches(at + 1) && r.touches(at + 2);
    let fits = joined && (1..=12).contains(&month.value) && (1800..=2100).contains(&year.value);
    let partial =
        Partial { month: u8::try_from(month.value).ok(), year: i32::try_from(year.value).ok(), ..Partial::default() };
    fits.then_some(Piece { start: at, end: at + 3, proclitics: Default::default(), value: partial })
}

/// `عام 1971/3/8`
fn numeric_of_year(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    let marker = r.word_of(at, Roles::YEAR, |_, w| (w == DateWord::Unit(Unit::Year, Count::One)).then_some(()))?;
    let date = numeric(r, marker.end)?;
    Some(marker.with(date.value).to(date.end))
}

/// `يوليو 13، 2022`, and `يوليو 13` or `شباط الرابع عشر` alone.
fn month_day(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    let name = month_name(r, at)?;
    let day = day_number(r, name.end)?.bare()?;
    let (month, clash) = name.value;
    let mut partial = Partial {
        day: Some(day.value),
        month: Some(month.number),
        calendar: month.calendar,
        clash,
        ..Partial::default()
    };
    let year = year_after(r, day.end, partial.calendar).filter(|y| y.start > day.end || r.digits(y.start).is_some());
    let end = year.as_ref().map_or(day.end, |y| y.end);
    if let Some(year) = &year {
        year.value.put(&mut partial);
    }
    (year.is_some() || r.alone(at, end)).then(|| name.with(partial).to(end))
}

/// `21/أغسطس/2011`, `21-أغسطس-2011`
fn day_month_joined(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    let separator = r.which(at + 1).filter(|c| *c == '/' || is_dash(*c))?;
    let day = r.group(at).filter(|g| g.len <= 2).and_then(|g| u8::try_from(g.value).ok())?;
    let name = r.word_of(at + 2, Roles::MONTH, |hit, w| match w {
        DateWord::Month(month) if hit.proclitics.is_empty() => Some(month),
        _ => None,
    })?;
    let month = name.value;
    let year = r.group(name.end + 1).filter(|g| g.len == 4 && r.which(name.end) == Some(separator))?;
    let partial = Partial {
        day: Some(day),
        month: Some(month.number),
        year: Some(i32::try_from(year.value).ok()?),
        calendar: month.calendar,
        ..Partial::default()
    };
    (1..=31).contains(&day).then(|| Piece {
        start: at,
        end: name.end + 2,
        proclitics: Default::default(),
        value: partial,
    })
}

/// `الأربعاء`, as a name of a day; its number.
pub(crate) fn weekday(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<u8>> {
    r.word_of(at, Roles::WEEKDAY, |_, w| match w {
        DateWord::Weekday { day, article: true } => Some(day),
        _ => None,
    })
}

/// A day with its month, in digits or words, after an optional weekday.
pub(crate) fn full(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    if at >= r.limit || !r.begins_day(at) || !may_be_full(r, at) {
        return None;
    }
    r.days.get(at, || read_full(r, at))
}

/// Whether words of days and months, or digits with marks between them, may follow, or `شهر` stands before.
fn may_be_full(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    const NEEDS: Roles = Roles::MONTH.and(Roles::MONTHS).and(Roles::RELATIVE).and(Roles::WEEKDAY).and(Roles::DIGITS);
    r.near(at).any(NEEDS) || at.checked_sub(1).is_some_and(|before| r.may(before, Roles::MONTHS))
}

fn read_full(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<Partial>> {
    let plain = |at: usize| {
        let digits = numeric(r, at).or_else(|| numeric_of_year(r, at));
        digits.or_else(|| day_month(r, at)).or_else(|| day_month_joined(r, at)).or_else(|| month_day(r, at))
    };
    let Some(weekday) = weekday(r, at) else { return plain(at) };
    let mut from = r.relative(weekday.end).map_or(weekday.end, |p| p.end);
    from = r.comma(from);
    let corresponding = r.word_of(from, Roles::OTHER, |_, w| (w == DateWord::Corresponding).then_some(()));
    from = corresponding.map_or(from, |p| p.end);
    from = r.skip(from, Lead::In);
    from = r
        .word_of(from, Roles::DAY, |hit, w| {
            (w == DateWord::Unit(Unit::Day, Count::One) && hit.proclitics.is_empty()).then_some(())
        })
        .map_or(from, |p| p.end);
    from = r.article(from);
    let open = r.symbol(from, '(');
    let day_at = if open { from + 1 } else { from };
    let date = plain(day_at).or_else(|| short_numeric(r, day_at))?.bare()?;
    if open && !r.symbol(date.end, ')') {
        return None;
    }
    let end = if open { date.end + 1 } else { date.end };
    Some(weekday.with(Partial { weekday: Some(weekday.value), ..date.value }).to(end))
}
