//! Verbs beside a date: whether a text looks ahead or tells what has been.

use std::collections::HashSet;

use once_cell::sync::Lazy;

use super::reader::{QUOTES, Reader};
use super::words::DateWord;
use crate::gazetteer::rows;
use crate::normalize::Normalizer;
use crate::text::Gap;

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// `استشهد`, `عادت`
    Perfect,
    /// `يصل`, `تبدأ`
    Imperfect,
    /// `سيصل`
    Future,
}

/// The most words of a clause that we look back.
const MOST: usize = 12;
/// What a verb takes after its stem, by person, gender and number.
const PERFECT_ENDINGS: [&str; 7] = ["", "ت", "وا", "ا", "تا", "نا", "ه"];
const IMPERFECT_ENDINGS: [&str; 7] = ["", "ون", "ان", "ن", "ه", "ها", "هم"];
/// What a weak stem takes where it loses its last letter.
const WEAK_PERFECT_ENDINGS: [&str; 3] = ["ت", "وا", "تا"];
const WEAK_IMPERFECT_ENDINGS: [&str; 1] = ["ون"];

/// The stems of `seeds/lexicon/verbs.tsv`, folded.
#[derive(Default)]
struct Stems {
    perfect: HashSet<String>,
    /// Without a weak last letter: `دع` of `دعا`.
    weak_perfect: HashSet<String>,
    /// Without the letter of the person.
    imperfect: HashSet<String>,
    weak_imperfect: HashSet<String>,
}

static STEMS: Lazy<Stems> = Lazy::new(|| {
    let fold = |word: &str| Normalizer::search().normalize(word).into_text().into_owned();
    let mut stems = Stems::default();
    for row in rows(include_str!("../../seeds/lexicon/verbs.tsv")) {
        let &[past, present, _] = row.as_slice() else { continue };
        let (past, present) = (fold(past), fold(present));
        if let Some(weak) = past.strip_suffix(['ا', 'ي']) {
            stems.weak_perfect.insert(weak.to_owned());
        }
        stems.perfect.insert(past);
        if let Some(stem) = present.strip_prefix('ي') {
            if let Some(weak) = stem.strip_suffix(['و', 'ي']) {
                stems.weak_imperfect.insert(weak.to_owned());
            }
            stems.imperfect.insert(stem.to_owned());
        }
    }
    stems
});

/// The tense of the word here, when it is a verb that we know. One that may be of either is a perfect.
pub(crate) fn tense(r: &Reader<'_, '_, '_>, at: usize) -> Option<Tense> {
    if r.surface(at).ends_with('ة') || r.lead(at).is_some() {
        return None;
    }
    let folded = r.folded(at);
    let joined = folded.strip_prefix(['و', 'ف']);
    [Some(folded), joined].into_iter().flatten().find_map(form)
}

fn form(word: &str) -> Option<Tense> {
    let imperfect = |rest: &str| {
        ends(rest, &IMPERFECT_ENDINGS, &STEMS.imperfect) || ends(rest, &WEAK_IMPERFECT_ENDINGS, &STEMS.weak_imperfect)
    };
    if ends(word, &PERFECT_ENDINGS, &STEMS.perfect) || ends(word, &WEAK_PERFECT_ENDINGS, &STEMS.weak_perfect) {
        return Some(Tense::Perfect);
    }
    let future = word.strip_prefix('س').and_then(|verb| verb.strip_prefix(['ي', 'ت', 'ن', 'ا']));
    if future.is_some_and(imperfect) {
        return Some(Tense::Future);
    }
    // Other persons look like nouns: `نقل`, `أعمال`.
    word.strip_prefix(['ي', 'ت']).is_some_and(imperfect).then_some(Tense::Imperfect)
}

/// Whether a word is one of these stems with one of these endings.
fn ends(word: &str, endings: &[&str], stems: &HashSet<String>) -> bool {
    let stem =
        |ending: &&str| word.strip_suffix(*ending).is_some_and(|stem| stem.chars().count() > 1 && stems.contains(stem));
    endings.iter().any(stem)
}

/// Whether the words around `start..end` speak of what is to come: `سيصل بعد يومين`, `بعد يومين تبدأ القمة`.
pub(crate) fn is_ahead(r: &Reader<'_, '_, '_>, start: usize, end: usize) -> bool {
    let will = |at: usize| {
        r.word(at, |hit, w| (w == DateWord::Will && hit.proclitics.preposition().is_none()).then_some(())).is_some()
    };
    let next = r.comma(end);
    let follows = tense(r, next);
    if will(next) || follows == Some(Tense::Future) {
        return true;
    }
    // The verb before, in the same clause.
    for at in (start.saturating_sub(MOST)..start).rev() {
        let same = r.scan.words.get(at + 1).is_some_and(|w| w.gap < Gap::Paragraph);
        if !same || (r.which(at).is_some() && !r.symbol_of(at, &QUOTES)) {
            break;
        }
        match tense(r, at) {
            _ if will(at) => return true,
            Some(Tense::Future) => return true,
            Some(Tense::Perfect) => return false,
            Some(Tense::Imperfect) | None => {}
        }
    }
    follows == Some(Tense::Imperfect)
}
