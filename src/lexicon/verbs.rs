//! Recognising inflected verbs, from the two stems in `seeds/lexicon/verbs.tsv`.

use std::collections::HashSet;

use once_cell::sync::Lazy;

use crate::gazetteer::rows;
use crate::normalize::Normalizer;

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

/// What a verb takes after its stem, by person, gender and number, or as object.
const PERFECT_ENDINGS: [&str; 9] = ["", "ت", "وا", "ا", "تا", "نا", "ن", "تم", "ه"];
const IMPERFECT_ENDINGS: [&str; 9] = ["", "ون", "وا", "ان", "ا", "ن", "ه", "ها", "هم"];
/// What a weak stem takes where it loses its last letter: `دعت`, `يدعون`.
const WEAK_PERFECT_ENDINGS: [&str; 3] = ["ت", "وا", "تا"];
const WEAK_IMPERFECT_ENDINGS: [&str; 2] = ["ون", "وا"];
/// Conjunctions and particles before a verb, and the persons of the imperfect.
const PARTICLES: [char; 4] = ['و', 'ف', 'س', 'ل'];
const PERSONS: [char; 4] = ['ي', 'ت', 'ن', 'ا'];

/// Particles that may stand before a verb: `وسيقول`.
pub(crate) const MOST_PARTICLES: usize = 2;

/// The stems, folded.
#[derive(Default)]
struct Stems {
    perfect: HashSet<String>,
    /// Without a weak last letter: `دع` of `دعا`.
    weak_perfect: HashSet<String>,
    /// Without the letter of the person.
    imperfect: HashSet<String>,
    weak_imperfect: HashSet<String>,
    /// Those of the perfects whose subject is a person or body: `قال`, `التقى`.
    speech: HashSet<String>,
    /// Those of speech that mean saying and nothing else, perfect and imperfect: `أعلن`, `يرى`.
    saying: HashSet<String>,
}

static STEMS: Lazy<Stems> = Lazy::new(|| {
    let fold = |word: &str| Normalizer::search().normalize(word).into_text().into_owned();
    let mut stems = Stems::default();
    for row in rows(include_str!("../../seeds/lexicon/verbs.tsv")) {
        let &[past, present, class] = row.as_slice() else { continue };
        let (past, present) = (fold(past), fold(present));
        if matches!(class, "speech" | "saying") {
            stems.speech.insert(past.clone());
        }
        if class == "saying" {
            stems.saying.extend([past.clone(), present.clone()]);
        }
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

/// The tense of a folded word, when it is a form of a verb that we know. One that may be of either is a perfect.
pub(crate) fn tense(word: &str) -> Option<Tense> {
    let future = || word.strip_prefix('س').and_then(|verb| verb.strip_prefix(PERSONS));
    if is_perfect(word, 2) {
        Some(Tense::Perfect)
    } else if future().is_some_and(|rest| is_imperfect(rest, 2)) {
        Some(Tense::Future)
    } else {
        // Other persons look like nouns: `نقل`, `أعمال`.
        word.strip_prefix(['ي', 'ت']).is_some_and(|rest| is_imperfect(rest, 2)).then_some(Tense::Imperfect)
    }
}

/// Whether a folded word is a form of a verb that we know, with up to so many particles before it.
pub(crate) fn is_verb(folded: &str, particles: usize) -> bool {
    let mut word = Some(folded);
    (0..=particles).any(|stripped| {
        let Some(rest) = word else { return false };
        word = rest.strip_prefix(PARTICLES);
        // Behind a particle, two letters are too few to tell.
        let least = if stripped == 0 { 2 } else { 3 };
        is_perfect(rest, least) || rest.strip_prefix(PERSONS).is_some_and(|rest| is_imperfect(rest, least))
    })
}

/// Whether a folded word is the perfect of a verb of saying or meeting, before its subject.
pub(crate) fn is_speech(folded: &str) -> bool {
    let word = folded.strip_prefix(PARTICLES).filter(|rest| STEMS.speech.contains(*rest)).unwrap_or(folded);
    STEMS.speech.contains(word.strip_suffix('ت').unwrap_or(word)) || STEMS.speech.contains(word)
}

/// Whether a folded word is a verb of saying, before or after its one subject: `وقالت`, `يرى`.
pub(crate) fn is_saying(folded: &str) -> bool {
    let says = |word: &str| {
        let (masculine, imperfect) = match word.strip_prefix('ت') {
            Some(stem) => (None, Some(format!("ي{stem}"))),
            None => (word.strip_suffix('ت'), None),
        };
        STEMS.saying.contains(word)
            || masculine.is_some_and(|word| STEMS.saying.contains(word))
            || imperfect.is_some_and(|word| STEMS.saying.contains(&word))
    };
    says(folded) || folded.strip_prefix(['و', 'ف']).is_some_and(says)
}

fn is_perfect(word: &str, least: usize) -> bool {
    ends(word, &PERFECT_ENDINGS, &STEMS.perfect, least) || ends(word, &WEAK_PERFECT_ENDINGS, &STEMS.weak_perfect, least)
}

/// Without the letter of the person.
fn is_imperfect(rest: &str, least: usize) -> bool {
    ends(rest, &IMPERFECT_ENDINGS, &STEMS.imperfect, least)
        || ends(rest, &WEAK_IMPERFECT_ENDINGS, &STEMS.weak_imperfect, least)
}

/// Whether a word is one of these stems, of `least` letters or more, with one of these endings.
fn ends(word: &str, endings: &[&str], stems: &HashSet<String>, least: usize) -> bool {
    endings.iter().any(|ending| {
        word.strip_suffix(ending).is_some_and(|stem| stem.chars().count() >= least && stems.contains(stem))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for form in [
            "قال",
            "قالت",
            "وقالوا",
            "يقول",
            "سيقول",
            "وستقول",
            "التقي",
            "التقت",
            "دعت",
            "يدعو",
            "تدعون",
            "اعلنت",
            "ليعلن",
        ] {
            assert!(is_verb(form, MOST_PARTICLES), "{form}");
        }
        for other in ["قطر", "كوريلا", "الدوحه", "بوتين", "جونسون"] {
            assert!(!is_verb(other, MOST_PARTICLES), "{other}");
        }
        for saying in ["قال", "وقالت", "فيري", "تقول", "ويضيف"] {
            assert!(is_saying(saying), "{saying}");
        }
        for other in ["التقي", "قبل", "وصف", "بقول", "قالوا"] {
            assert!(!is_saying(other), "{other}");
        }
        assert_eq!(
            ["وصل", "يصل", "سيصل", "قطر"].map(tense),
            [Some(Tense::Perfect), Some(Tense::Imperfect), Some(Tense::Future), None]
        );
    }
}
