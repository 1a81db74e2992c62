//! Years told by their last two digits or by what happened in them: `عام 67`, `حرب 73`, `مونديال 2022`.

use super::day::counts;
use super::reader::{Digits, Piece, Reader};
use super::start::Roles;
use super::tense::tense_at;
use super::words::DateWord;
use crate::text::WordKind;

/// `67`, `سبعة وستين`: the year of the last century, and `05` of ours. Other numbers below 40 may count anything.
pub(crate) fn short_year(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<i32>> {
    let digits_at = r.article(at);
    let two = match r.digits(digits_at) {
        Some(digits) => digits,
        None => {
            let spelled = r.spelled(at)?.bare().filter(|n| (40..=99).contains(&n.value))?;
            spelled.with(Digits { value: u32::try_from(spelled.value).ok()?, len: 2 })
        }
    };
    let year = match i32::try_from(two.value.value).ok()? {
        n @ 40..=99 => 1900 + n,
        n @ 0..=9 => 2000 + n,
        _ => return None,
    };
    (two.value.len == 2 && !counts(r, &two)).then_some(Piece { start: at, ..two.with(year) })
}

/// `67` in `حرب 67`, `عرب الـ48`.
pub(crate) fn year_of_event(r: &Reader<'_, '_, '_>, at: usize) -> Option<Piece<i32>> {
    if event(r, at)? { short_year(r, at) } else { None }
}

/// Whether an event and its name stand before four digits that are its year: `حرب لبنان 2006`, `كأس أمم أوروبا 2016`.
pub(crate) fn named_event(r: &Reader<'_, '_, '_>, year: &Piece<Digits>) -> bool {
    /// The most words of the name.
    const MOST: usize = 3;
    let is_name = |at: usize| {
        let word = r.scan.words.get(at).is_some_and(|w| w.kind == WordKind::Arabic);
        let linked = r.before(at + 1) == Some(at);
        word && linked && r.lead(at).is_none() && r.number(at).is_none() && tense_at(r, at).is_none()
    };
    let mut names = (1..=MOST).filter_map(|words| year.start.checked_sub(words)).take_while(|&at| is_name(at));
    names.any(|name| event(r, name).is_some()) && !counts(r, year)
}

/// Whether what stands before has a year for its second name, and whether two digits tell that year.
pub(crate) fn event(r: &Reader<'_, '_, '_>, at: usize) -> Option<bool> {
    const MOST: usize = 3;
    let before = r.before(at)?;
    (before.saturating_sub(MOST - 1)..=before).find_map(|from| {
        let named = r.word_of(from, Roles::YEAR_OF, |hit, w| match w {
            DateWord::YearOf { short } if hit.end == at => Some(short),
            _ => None,
        })?;
        Some(named.value)
    })
}
