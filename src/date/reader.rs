//! Reading the pieces of a date at a place in a text.

use core::cell::{Cell, OnceCell};

use crate::gazetteer::{Hit, Proclitics};
use crate::lexicon::{Kinds, Scan};
use crate::number::{self, Role, Run};
use crate::text::{COMMAS, Gap, WAW, WordKind};

use super::ahead::Ahead;
use super::clock::Told;
use super::context::Context;
use super::day::{Partial, Year};
use super::hijri;
use super::start::Roles;
use super::timex::Modifier;
use super::words::{Common, DateWord, Era, Lead, Month, Relative};

/// Something read from the words `start..end`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<T> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// What was written together with the first word, before it.
    pub(crate) proclitics: Proclitics,
    pub(crate) value: T,
}

impl<T> Piece<T> {
    /// This piece, when nothing but an article stands before it.
    pub(crate) fn bare(self) -> Option<Self> {
        (self.proclitics.letters() == 0).then_some(self)
    }

    pub(crate) fn to(self, end: usize) -> Self {
        Self { end, ..self }
    }

    pub(crate) fn map<U>(self, f: impl FnOnce(T) -> U) -> Piece<U> {
        Piece { start: self.start, end: self.end, proclitics: self.proclitics, value: f(self.value) }
    }

    pub(crate) fn with<U>(&self, value: U) -> Piece<U> {
        Piece { start: self.start, end: self.end, proclitics: self.proclitics, value }
    }
}

/// A group of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Digits {
    pub(crate) value: u32,
    pub(crate) len: u8,
}

/// Digits, and whether they are a whole number by themselves.
#[derive(Clone, Copy, Debug)]
struct Shown {
    digits: Digits,
    whole: bool,
}

/// A scanned text up to the end of a paragraph.
#[derive(Debug)]
pub(crate) struct Reader<'s, 'l, 't> {
    pub(crate) scan: &'s Scan<'l, 't>,
    /// The first word of the paragraph.
    pub(crate) begin: usize,
    /// The first word of the next paragraph.
    pub(crate) limit: usize,
    /// `3/4/2023` is in March.
    pub(crate) month_first: bool,
    /// Digits, numbers, ordinals, days and times read before, which several rules ask for.
    digits: Recent<Shown>,
    runs: Recent<Run, 1>,
    numbers: Recent<Piece<i64>>,
    ordinals: Recent<Piece<u8>>,
    pub(crate) days: Recent<Piece<Partial>>,
    pub(crate) years: Recent<Piece<Year>>,
    pub(crate) times: Recent<Piece<Told>>,
    pub(crate) ahead: Ahead,
    /// The Hijri year the text was written in, to within one.
    hijri_now: Option<i32>,
    /// The first and last year that the text calls Hijri, once we had to look.
    hijri_years: OnceCell<Option<(i32, i32)>>,
}

/// Hijri years of our time; without an era they may also be Gregorian years of the Middle Ages.
const HIJRI_YEARS: core::ops::RangeInclusive<i32> = 1300..=1500;

/// What was read at the last few places.
#[derive(Debug)]
pub(crate) struct Recent<T: Copy, const PLACES: usize = 8>([Cell<Known<T>>; PLACES]);

/// One past a place, and what was read there.
type Known<T> = (usize, Option<T>);

impl<T: Copy, const PLACES: usize> Default for Recent<T, PLACES> {
    fn default() -> Self {
        Self(core::array::from_fn(|_| Cell::new((0, None))))
    }
}

impl<T: Copy, const PLACES: usize> Recent<T, PLACES> {
    /// What stands at a place, by `read` unless it is known.
    #[inline]
    pub(crate) fn get(&self, at: usize, read: impl FnOnce() -> Option<T>) -> Option<T> {
        let Some(cell) = self.0.get(at % self.0.len()) else { return read() };
        match cell.get() {
            (known, found) if known == at + 1 => found,
            _ => {
                let found = read();
                cell.set((at + 1, found));
                found
            }
        }
    }
}

/// Whether a mark is a hyphen, a dash or a minus.
pub(crate) const fn is_dash(mark: char) -> bool {
    matches!(mark, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2014}' | '\u{2212}')
}

/// Whether a mark may part the digits of one number.
const fn is_decimal(mark: char) -> bool {
    matches!(mark, '.' | ',' | '\u{066B}' | '\u{066C}')
}

/// Whether a mark beside digits says that they are no date.
const fn is_sign(mark: char) -> bool {
    matches!(mark, '%' | '\u{066A}' | '$' | '€' | '£' | '#' | '+' | '\u{00B0}')
}

impl<'s, 'l, 't> Reader<'s, 'l, 't> {
    /// A reader of the words up to `limit`.
    #[inline]
    pub(crate) fn new(scan: &'s Scan<'l, 't>, context: &Context, limit: usize) -> Self {
        let month_first = context.is_month_first();
        let hijri_now = context.reference().map(|day| hijri::year_around(day.civil()));
        Self {
            scan,
            begin: 0,
            limit,
            month_first,
            digits: Recent::default(),
            runs: Recent::default(),
            numbers: Recent::default(),
            ordinals: Recent::default(),
            days: Recent::default(),
            years: Recent::default(),
            times: Recent::default(),
            ahead: Ahead::default(),
            hijri_now,
            hijri_years: OnceCell::new(),
        }
    }

    /// Goes on to the paragraph of the words `begin..limit`.
    pub(crate) fn turn_to(&mut self, begin: usize, limit: usize) {
        (self.begin, self.limit) = (begin, limit);
    }
}

impl Reader<'_, '_, '_> {
    /// Whether a word may be one of these; a look at it would find nothing otherwise.
    pub(crate) fn may(&self, at: usize, roles: Roles) -> bool {
        self.scan.roles(at).any(roles)
    }

    /// Whether a day may begin here, with its weekday, number, month or year.
    pub(crate) fn begins_day(&self, at: usize) -> bool {
        self.may(at, Roles::DATED) || self.group(at).is_some() || self.article(at) > at
    }

    /// Whether a year without an era is one of the Hijri calendar: near the year the text was written in, or near those
    /// that the text itself gives to that calendar.
    pub(crate) fn tells_hijri(&self, year: i32) -> bool {
        const NEAR: i32 = 40;
        if !HIJRI_YEARS.contains(&year) {
            return false;
        }
        let near_now = self.hijri_now.is_some_and(|now| (now - year).abs() <= 2);
        let told = || *self.hijri_years.get_or_init(|| self.years_told_hijri());
        near_now || told().is_some_and(|(least, most)| (least - NEAR..=most + NEAR).contains(&year))
    }

    /// The first and last year of our time that the text calls Hijri, or names after a Hijri month. Linear in the text.
    fn years_told_hijri(&self) -> Option<(i32, i32)> {
        let years = (0..self.scan.words.len()).filter_map(|at| {
            let is_digits = self.scan.words.get(at).is_some_and(|w| w.kind == WordKind::Digits);
            let year = i32::try_from(self.scan_group(at).filter(|_| is_digits)?.value).ok()?;
            let era = || self.scan.date(at + 1, |_, w| (w == DateWord::Era(Era::Ah)).then_some(())).is_some();
            // The name of a month has at most two words.
            let month = || {
                (at.saturating_sub(2)..at).any(|from| {
                    let hijri = |m: Month| m.calendar.is_hijri() && m.common < Common::Beside;
                    let ends =
                        |hit: &Hit, w| matches!(w, DateWord::Month(m) if hijri(m) && hit.end == at).then_some(());
                    self.scan.date(from, ends).is_some()
                })
            };
            (HIJRI_YEARS.contains(&year) && (era() || month())).then_some(year)
        });
        years.fold(None, |range, year| {
            let (least, most) = range.unwrap_or((year, year));
            Some((least.min(year), most.max(year)))
        })
    }

    /// The first date word of these roles that `want` takes.
    pub(crate) fn word_of<T>(
        &self,
        at: usize,
        roles: Roles,
        want: impl FnMut(&Hit, DateWord) -> Option<T>,
    ) -> Option<Piece<T>> {
        if self.may(at, roles) { self.word(at, want) } else { None }
    }

    /// The first date word here that `want` takes.
    pub(crate) fn word<T>(&self, at: usize, mut want: impl FnMut(&Hit, DateWord) -> Option<T>) -> Option<Piece<T>> {
        if at >= self.limit {
            return None;
        }
        let (hit, value) = self.scan.date(at, |hit, word| if hit.end > self.limit { None } else { want(hit, word) })?;
        Some(Piece { start: at, end: hit.end, proclitics: hit.proclitics, value })
    }

    /// The end of this very word, nothing written before it.
    pub(crate) fn is(&self, at: usize, word: DateWord) -> Option<usize> {
        self.word_of(at, word.roles(), |hit, w| (w == word && hit.proclitics.is_empty()).then_some(())).map(|p| p.end)
    }

    pub(crate) fn lead(&self, at: usize) -> Option<Piece<Lead>> {
        self.word_of(at, Roles::LEAD, |hit, w| match w {
            DateWord::Lead(lead) if !hit.proclitics.article() => Some(lead),
            _ => None,
        })
    }

    /// The preposition right before a word, the longer of two: `اعتبارا من` ends in another.
    pub(crate) fn lead_before(&self, at: usize) -> Option<Piece<Lead>> {
        let last = self.before(at)?;
        let longer = self.before(last).and_then(|first| self.lead(first)).filter(|lead| lead.end == at);
        longer.or_else(|| self.lead(last))
    }

    /// What a phrase that ends before a word says of the length there: `أكثر من`, `لا تقل عن`.
    pub(crate) fn bound_before(&self, at: usize) -> Option<Modifier> {
        const MOST: usize = 4;
        (at.saturating_sub(MOST)..at).find_map(|from| {
            let bound = self.word_of(from, Roles::OTHER, |hit, w| match w {
                DateWord::Bound(bound) if hit.end == at => Some(bound),
                _ => None,
            })?;
            Some(bound.value)
        })
    }

    /// This preposition, by itself.
    pub(crate) fn lead_is(&self, at: usize, lead: Lead) -> bool {
        self.lead(at).is_some_and(|p| p.value == lead && p.proclitics.letters() == 0)
    }

    /// After an optional word of this kind.
    pub(crate) fn skip(&self, at: usize, lead: Lead) -> usize {
        if self.lead_is(at, lead) { at + 1 } else { at }
    }

    /// `الماضي`, `المقبلة`, `نفسه`.
    pub(crate) fn relative(&self, at: usize) -> Option<Piece<Relative>> {
        self.word_of(at, Roles::RELATIVE, |hit, w| match w {
            DateWord::Relative(r) if hit.proclitics.is_empty() => Some(r),
            _ => None,
        })
    }

    pub(crate) fn era(&self, at: usize) -> Option<Piece<Era>> {
        let era = self.word_of(at, Roles::ERA, |hit, w| match w {
            DateWord::Era(era) if hit.proclitics.is_empty() && era != Era::Martyrs => Some(era),
            _ => None,
        });
        if let Some(era) = era {
            // A lone letter is an era only when it touches the year.
            let apart = era.value == (Era::Ad { letter: true }) && !self.touches(at);
            return (!apart).then_some(era);
        }
        // ق.م, ق م
        if self.scan.words.codes_at(at).len() != 1 {
            return None;
        }
        let dot = if self.symbol(at + 1, '.') { at + 2 } else { at + 1 };
        let era = match (self.surface(at), self.surface(dot)) {
            ("ق", "م") => Era::Bc,
            // Drawn so that it is no pronoun: `هـ`.
            ("ق", "ه" | "ه\u{0640}") => Era::BeforeHijra,
            _ => return None,
        };
        let end = if self.symbol(dot + 1, '.') && self.touches(dot + 1) { dot + 2 } else { dot + 1 };
        (end <= self.limit).then_some(Piece { start: at, end, proclitics: Proclitics::default(), value: era })
    }

    /// An era after what is surely a year, where a lone `م` may stand apart: `سنة 1645 م`.
    pub(crate) fn era_of_year(&self, at: usize) -> Option<Piece<Era>> {
        let apart = || {
            self.word_of(at, Roles::ERA, |hit, w| match w {
                DateWord::Era(era @ Era::Ad { letter: true }) if hit.proclitics.is_empty() => Some(era),
                _ => None,
            })
        };
        self.era(at).or_else(apart)
    }

    /// `للشهداء` after the number of a year; elsewhere they are people.
    pub(crate) fn martyrs(&self, at: usize) -> Option<Piece<Era>> {
        self.word_of(at, Roles::ERA, |hit, w| {
            (w == DateWord::Era(Era::Martyrs) && hit.proclitics.is_empty()).then_some(Era::Martyrs)
        })
    }

    pub(crate) fn surface(&self, at: usize) -> &str {
        if at < self.limit { self.scan.words.surface(at) } else { "" }
    }

    /// A word folded for search, marks and variants of letters apart.
    pub(crate) fn folded(&self, at: usize) -> &str {
        if at < self.limit { self.scan.words.folded(at) } else { "" }
    }

    /// Whether a word begins as one with the article does: `الكبيرة`, not `إلى`.
    pub(crate) fn is_definite(&self, at: usize) -> bool {
        self.folded(at).starts_with("ال") && self.lead(at).is_none()
    }

    pub(crate) fn symbol(&self, at: usize, symbol: char) -> bool {
        at < self.limit && self.scan.words.get(at).is_some_and(|w| w.is(symbol))
    }

    pub(crate) fn symbol_of(&self, at: usize, symbols: &[char]) -> bool {
        at < self.limit && self.scan.words.get(at).is_some_and(|w| w.is_any(symbols))
    }

    /// Whether the symbol at this place, if any.
    pub(crate) fn which(&self, at: usize) -> Option<char> {
        match self.scan.words.get(at)?.kind {
            WordKind::Symbol(c) if at < self.limit => Some(c),
            _ => None,
        }
    }

    pub(crate) fn dash(&self, at: usize) -> bool {
        self.which(at).is_some_and(is_dash)
    }

    /// After an optional comma.
    pub(crate) fn comma(&self, at: usize) -> usize {
        if self.which(at).is_some_and(|mark| COMMAS.contains(&mark)) { at + 1 } else { at }
    }

    /// Whether nothing stands between this word and the one before.
    pub(crate) fn touches(&self, at: usize) -> bool {
        self.scan.words.get(at).is_some_and(|w| w.gap == Gap::None)
    }

    /// Whether the first letter of a word is a `و`.
    pub(crate) fn begins_with_waw(&self, at: usize) -> bool {
        self.scan.words.codes_at(at).first() == Some(&WAW)
    }

    /// A lone `و`, as before digits.
    pub(crate) fn waw(&self, at: usize) -> bool {
        self.letter(at, 'و')
    }

    /// A word of one letter, tatweel apart: `لـ`, `و`.
    fn letter(&self, at: usize, letter: char) -> bool {
        // Tatweels apart, which are few and have no code.
        if self.letters(at) != 1 || self.scan.words.get(at).is_none_or(|w| w.span().len() > 16) {
            return false;
        }
        let mut letters = self.surface(at).chars().filter(|&c| c != '\u{0640}'); // ARABIC TATWEEL
        letters.next() == Some(letter) && letters.next().is_none()
    }

    /// After an optional article or preposition written apart from the digits that follow: `الـ48`, `لـ20`.
    #[inline]
    pub(crate) fn article(&self, at: usize) -> usize {
        if self.is_digits(at + 1) { self.after_article(at) } else { at }
    }

    fn after_article(&self, at: usize) -> usize {
        if self.letters(at) > 2 || !matches!(self.folded(at), "ال" | "ل") {
            return at;
        }
        let mut letters = self.surface(at).chars().filter(|&c| c != '\u{0640}'); // ARABIC TATWEEL
        let article = letters.next() == Some('ا') && letters.next() == Some('ل') && letters.next().is_none();
        if (article || self.letter(at, 'ل')) && self.group(at + 1).is_some() { at + 1 } else { at }
    }

    /// Whatever follows a `و`, written apart (`و23`) or together (`وشهرين`).
    pub(crate) fn and<T>(&self, at: usize, read: impl Fn(&Self, usize) -> Option<Piece<T>>) -> Option<Piece<T>> {
        if !self.begins_with_waw(at) {
            return None;
        }
        if self.waw(at) {
            return read(self, at + 1)?.bare();
        }
        read(self, at).filter(|p| p.proclitics.conjunction() == Some('و') && p.proclitics.letters() == 1)
    }

    /// Whether digits are a number by themselves, whatever stands behind them.
    pub(crate) fn is_lone(&self, at: usize) -> bool {
        let end = at + 1;
        // No digits go on behind these.
        let parted = |mark: char| matches!(mark, '(' | ')' | '-' | '\u{2013}'); // EN DASH
        self.digits(at).is_some()
            && match self.which(end) {
                Some(mark) => parted(mark) || self.is_plain(end) && self.is_plain(end + 1),
                None => self.is_plain(end) || self.is_arabic(end) && !self.joins_number(end),
            }
    }

    /// Whether a word is nothing to numbers, nor a letter or an article before digits.
    pub(crate) fn is_plain(&self, at: usize) -> bool {
        let Some(word) = self.scan.words.get(at).filter(|_| at < self.limit) else { return true };
        let known = word.is_symbol() || self.is_arabic(at) && self.letters(at) > 1;
        known && !self.joins_number(at)
    }

    /// Whether a word may go on with a number before it, as a word for one, a و or an article before digits.
    fn joins_number(&self, at: usize) -> bool {
        /// `وال`
        const ARTICLE: usize = 3;
        let counts = |role: Role| {
            !matches!(role, Role::From | Role::To | Role::Between | Role::Measure(_) | Role::Minor(_) | Role::Counted)
        };
        let known = || self.scan.numbers(at).iter().any(|&(_, role)| counts(role));
        self.scan.has(at, Kinds::NUMBER) && known()
            || self.is_digits(at + 1) && self.letters(at) <= ARTICLE
            || self.waw(at)
    }

    fn is_arabic(&self, at: usize) -> bool {
        self.scan.words.get(at).is_some_and(|w| w.kind == WordKind::Arabic)
    }

    /// How many letters a word has, folded for search.
    fn letters(&self, at: usize) -> usize {
        self.scan.words.codes_at(at).len()
    }

    /// Whether a word is made of digits, wherever it stands.
    pub(crate) fn is_digits(&self, at: usize) -> bool {
        self.scan.words.get(at).is_some_and(|w| w.kind == WordKind::Digits)
    }

    /// Digits, whatever stands beside them.
    #[inline]
    pub(crate) fn group(&self, at: usize) -> Option<Digits> {
        Some(self.shown(at)?.digits)
    }

    /// Digits that are a whole number by themselves: no part of `3.5`, `F16`, `1,000` or `20%`.
    pub(crate) fn digits(&self, at: usize) -> Option<Piece<Digits>> {
        let value = self.shown(at).filter(|shown| shown.whole)?.digits;
        Some(Piece { start: at, end: at + 1, proclitics: Proclitics::default(), value })
    }

    #[inline]
    fn shown(&self, at: usize) -> Option<Shown> {
        // Most words are no digits.
        if self.is_digits(at) { self.known_digits(at) } else { None }
    }

    fn known_digits(&self, at: usize) -> Option<Shown> {
        if at >= self.limit { None } else { self.digits.get(at, || self.read_digits(at)) }
    }

    #[inline(never)]
    fn read_digits(&self, at: usize) -> Option<Shown> {
        Some(Shown { digits: self.scan_group(at)?, whole: self.is_whole(at) })
    }

    /// Digits anywhere in the text.
    fn scan_group(&self, at: usize) -> Option<Digits> {
        /// The most digits that are read.
        const MOST: u8 = 9;
        self.scan.words.get(at).filter(|w| w.kind == WordKind::Digits && !w.opaque)?;
        let digits = self.scan.words.folded(at);
        let len = u8::try_from(digits.len()).ok().filter(|&len| len <= MOST)?;
        Some(Digits { value: digits.parse().ok()?, len })
    }

    /// Whether digits are no part of a longer number or of a name.
    fn is_whole(&self, at: usize) -> bool {
        let is = |at: usize, mark: fn(char) -> bool| self.which(at).is_some_and(mark);
        if is(at + 1, is_sign) {
            return false;
        }
        if !self.touches(at) && !self.touches(at + 1) {
            return true;
        }
        let words = &self.scan.words;
        let kind = |i: usize| words.get(i).map(|w| w.kind);
        let attached_number = at >= 2
            && self.touches(at)
            && self.touches(at - 1)
            && is(at - 1, is_decimal)
            && kind(at - 2) == Some(WordKind::Digits);
        let attached_latin = at >= 1
            && self.touches(at)
            && (kind(at - 1) == Some(WordKind::Other)
                || (at >= 2 && self.dash(at - 1) && self.touches(at - 1) && kind(at - 2) == Some(WordKind::Other)));
        let more = self.touches(at + 1)
            && is(at + 1, is_decimal)
            && self.touches(at + 2)
            && kind(at + 2) == Some(WordKind::Digits);
        let latin = self.touches(at + 1) && kind(at + 1) == Some(WordKind::Other);
        let signed = at >= 1 && self.touches(at) && is(at - 1, is_sign);
        !(attached_number || attached_latin || more || latin || signed)
    }

    /// A whole or decimal number in digits or words, in thousandths.
    pub(crate) fn number(&self, at: usize) -> Option<Piece<i64>> {
        if self.begins_number(at) { self.numbers.get(at, || self.read_number(at)) } else { None }
    }

    /// Whether digits, a word for a number or a sign of the digits behind it stands here.
    #[inline]
    fn begins_number(&self, at: usize) -> bool {
        self.scan.words.get(at).filter(|_| at < self.limit).is_some_and(|word| match word.kind {
            WordKind::Digits => true,
            WordKind::Symbol(_) => self.is_digits(at + 1),
            WordKind::Arabic | WordKind::Other => self.may(at, Roles::NUMBER),
        })
    }

    #[inline(never)]
    fn read_number(&self, at: usize) -> Option<Piece<i64>> {
        let own = self.digits(at).map(|d| d.map(|d| i64::from(d.value) * 1000));
        // Most digits stand by themselves.
        if self.is_lone(at) {
            return own;
        }
        let run = self.run(at).filter(|run| run.end <= self.limit && run.end > at);
        let run = run.and_then(|run| {
            let value = run.number.decimal()?.checked_mul(1000.into()).filter(rust_decimal::Decimal::is_integer)?;
            let value = i64::try_from(value.mantissa() / 10_i128.checked_pow(value.scale())?).ok()?;
            Some(Piece { start: at, end: run.end, proclitics: run.proclitics, value })
        });
        match (own, run) {
            (Some(own), Some(run)) if run.end <= own.end => Some(own),
            (own, run) => run.or(own),
        }
        .filter(|p| (0..=1_000_000_000_000).contains(&p.value))
    }

    /// A number as the number grammar reads it, wherever it ends.
    pub(crate) fn run(&self, at: usize) -> Option<Run> {
        self.runs.get(at, || number::number_at(self.scan, at))
    }

    /// A whole number in words.
    pub(crate) fn spelled(&self, at: usize) -> Option<Piece<i32>> {
        if self.group(at).is_some() {
            return None;
        }
        let number = self.number(at).filter(|p| p.value % 1000 == 0)?;
        let value = i32::try_from(number.value / 1000).ok()?;
        Some(number.map(|_| value))
    }

    /// An ordinal in words.
    pub(crate) fn ordinal(&self, at: usize) -> Option<Piece<u8>> {
        if at >= self.limit || !self.may(at, Roles::NUMBER) {
            return None;
        }
        self.ordinals.get(at, || self.read_ordinal(at))
    }

    #[inline(never)]
    fn read_ordinal(&self, at: usize) -> Option<Piece<u8>> {
        let run = number::ordinal_at(self.scan, at).filter(|run| run.end <= self.limit && run.end > at)?;
        let value = u8::try_from(run.number.to_i128()?).ok()?;
        Some(Piece { start: at, end: run.end, proclitics: run.proclitics, value })
    }

    /// Whether these words are all of the paragraph, marks apart.
    pub(crate) fn alone(&self, start: usize, end: usize) -> bool {
        let mark = |at: usize| self.scan.words.get(at).is_some_and(|w| w.is_symbol());
        // A phrase of its own is short; so are the marks around it.
        let near = start - self.begin.min(start) <= 2 && self.limit.saturating_sub(end) <= 2;
        near && (self.begin..start).all(|at| mark(at) || self.lead(at).is_some()) && (end..self.limit).all(mark)
    }

    /// Whether a sentence or the text ends here, or a mark other than a word follows.
    pub(crate) fn closed(&self, at: usize) -> bool {
        at >= self.limit || self.scan.words.get(at).is_none_or(|w| w.is_symbol())
    }

    /// The word before, on the same side of a sentence mark.
    pub(crate) fn before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let gap = self.scan.words.get(at)?.gap;
        (gap != Gap::Paragraph && !self.scan.words.get(before)?.is_symbol()).then_some(before)
    }
}
