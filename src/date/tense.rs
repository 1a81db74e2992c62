//! Verbs beside a date: whether a text looks ahead or tells what has been.

use super::reader::Reader;
use super::start::Roles;
use super::words::{Count, DateWord, Lead, Unit};
use crate::lexicon::{Tense, tense};
use crate::text::{Gap, QUOTES, Short};

/// The most words of a clause that we look back.
const MOST: usize = 12;

/// The tense of the word here, when it is a verb that we know. One that may be of either is a perfect.
pub(crate) fn tense_at(r: &Reader<'_, '_, '_>, at: usize) -> Option<Tense> {
    if r.surface(at).ends_with('ة') || r.lead(at).is_some() {
        return None;
    }
    let word = r.scan.words.short(at)?;
    tense(word).or_else(|| word.strip_start(&[Short::new("و"), Short::new("ف")]).and_then(tense))
}

/// Whether the words around `start..end` speak of what is to come: `سيصل بعد يومين`, `بعد يومين تبدأ القمة`.
pub(crate) fn is_ahead(r: &Reader<'_, '_, '_>, start: usize, end: usize) -> bool {
    let will = |at: usize| {
        r.word_of(at, Roles::OTHER, |hit, w| {
            (w == DateWord::Will && hit.proclitics.preposition().is_none()).then_some(())
        })
        .is_some()
    };
    let next = r.comma(end);
    let follows = tense_at(r, next);
    if will(next) || follows == Some(Tense::Future) {
        return true;
    }
    // The verb before, in the same clause.
    for at in (start.saturating_sub(MOST)..start).rev() {
        let same = r.scan.words.get(at + 1).is_some_and(|w| w.gap < Gap::Paragraph);
        if !same || (r.which(at).is_some() && !r.symbol_of(at, &QUOTES)) {
            break;
        }
        match tense_at(r, at) {
            _ if will(at) => return true,
            Some(Tense::Future) => return true,
            Some(Tense::Perfect) => return false,
            Some(Tense::Imperfect) | None => {}
        }
    }
    follows == Some(Tense::Imperfect) || opens_clause(r, start) || goes_on(r, start)
}

/// Whether a verb of the present says until when something goes on: `يستمر المنخفض حتى الجمعة`.
fn goes_on(r: &Reader<'_, '_, '_>, start: usize) -> bool {
    /// How far before the preposition the verb may stand.
    const BEFORE: usize = 4;
    let Some(until) = r.before(start).filter(|&before| r.lead_is(before, Lead::Until)) else { return false };
    let words = (until.saturating_sub(BEFORE).max(r.begin)..until).rev().take_while(|&at| r.which(at).is_none());
    let verb = words.filter_map(|at| Some((at, tense_at(r, at)?))).next();
    // `لم يصل حتى الجمعة` is a story.
    let past = |at: usize| r.before(at).is_some_and(|b| matches!(r.folded(b), "لم" | "ولم" | "فلم"));
    verb.is_some_and(|(at, tense)| tense == Tense::Imperfect && !past(at))
}

/// Whether a sentence begins with a verb of the present right before: `تنطلق الأحد فعاليات المعرض`.
fn opens_clause(r: &Reader<'_, '_, '_>, start: usize) -> bool {
    let noun = |w| matches!(w, DateWord::Unit(Unit::Day, Count::One) | DateWord::Lead(Lead::In | Lead::From));
    let is_noun = |at: usize| r.word(at, |hit, w| (noun(w) && hit.proclitics.is_empty()).then_some(())).is_some();
    let before = start.checked_sub(1);
    let verb = before.filter(|&at| is_noun(at)).map_or(before, |at| at.checked_sub(1));
    verb.is_some_and(|at| at == r.begin && tense_at(r, at) == Some(Tense::Imperfect))
}
