//! What can begin at a word, told by one look at its senses, so that few rules are tried.

use super::reader::Reader;
use super::words::{DateWord, Lead};
use crate::lexicon::Sense;
use crate::text::WordKind;

/// The kinds of expression that a word can begin.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Start {
    /// Digits, or an article before them.
    pub(crate) digits: bool,
    /// Digits or a number word.
    pub(crate) number: bool,
    pub(crate) month: bool,
    pub(crate) weekday: bool,
    pub(crate) unit: bool,
    pub(crate) fraction: bool,
    pub(crate) day_part: bool,
    /// `هذا`, `نفس`
    pub(crate) pointer: bool,
    /// `من`, `بين`
    pub(crate) from: bool,
    /// `قبل`, `منذ`, `بعد`, `خلال`
    pub(crate) counted: bool,
    /// A phrase that is no date, whatever its words are.
    pub(crate) idiom: bool,
    /// A word that seldom stands elsewhere than in a date.
    pub(crate) rare: bool,
}

impl Start {
    pub(crate) const fn any(self) -> bool {
        self.number
            || self.digits
            || self.month
            || self.weekday
            || self.unit
            || self.fraction
            || self.day_part
            || self.pointer
            || self.from
            || self.counted
            || self.idiom
            || self.rare
    }

    /// A day, or a month with or without one.
    pub(crate) const fn dated(self) -> bool {
        self.number || self.digits || self.month || self.weekday || self.unit || self.rare
    }
}

/// What can begin here.
pub(crate) fn start(r: &Reader<'_, '_, '_>, at: usize) -> Start {
    let mut start = Start::default();
    let Some(word) = r.scan.words.get(at).filter(|w| !w.is_symbol() && !w.opaque && at < r.limit) else { return start };
    if r.scan.counts_or_dates(at) {
        for (_, sense) in r.scan.senses(at) {
            match sense {
                Sense::Date(word) => start.add(word),
                Sense::Number(_) => start.number = true,
                Sense::Name(_) | Sense::Tag(_) => {}
            }
        }
    }
    start.digits = word.kind == WordKind::Digits || r.article(at) > at;
    start.number |= start.digits;
    // After `من` and `قبل`, which are everywhere, something has to follow.
    if start.from || start.counted {
        let follows = r.scan.counts_or_dates(at + 1);
        let number = r.group(at + 1).is_some() || r.article(at + 1) > at + 1;
        (start.from, start.counted) = (start.from && (follows || number), start.counted && (follows || number));
    }
    start
}

impl Start {
    fn add(&mut self, word: DateWord) {
        match word {
            DateWord::Month(_) => self.month = true,
            DateWord::Weekday { .. } => self.weekday = true,
            DateWord::Unit(..) => self.unit = true,
            DateWord::Fraction(_) => self.fraction = true,
            DateWord::DayPart(_) => self.day_part = true,
            DateWord::Pointer(_) => self.pointer = true,
            DateWord::Lead(Lead::From | Lead::Between) => self.from = true,
            DateWord::Lead(Lead::Before | Lead::Since | Lead::After | Lead::Within) => self.counted = true,
            DateWord::Small(_) | DateWord::One => self.number = true,
            DateWord::Idiom => self.idiom = true,
            DateWord::Day(_)
            | DateWord::SpokenDay(_)
            | DateWord::DayWhich
            | DateWord::Edge(_)
            | DateWord::Season(_)
            | DateWord::Tens(_)
            | DateWord::Few
            | DateWord::Every
            | DateWord::Often(_)
            | DateWord::Weekend
            | DateWord::Midnight
            | DateWord::Midday
            | DateWord::First
            | DateWord::LastOf
            | DateWord::Now
            | DateWord::Holiday(_) => self.rare = true,
            DateWord::Lead(_)
            | DateWord::Relative(_)
            | DateWord::Era(_)
            | DateWord::Corresponding
            | DateWord::Except
            | DateWord::Whole
            | DateWord::FewOf
            | DateWord::SeasonOf
            | DateWord::OfTime
            | DateWord::Zone(_)
            | DateWord::ZoneTime
            | DateWord::Blessed
            | DateWord::Bound(_)
            | DateWord::Age
            | DateWord::Named
            | DateWord::Worship
            | DateWord::NotToday
            | DateWord::Elsewhere
            | DateWord::Wish
            | DateWord::Only
            | DateWord::Will
            | DateWord::Bearer { .. } => {}
        }
    }
}
