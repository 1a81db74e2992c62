//! Recognising inflected verbs, from the two stems in `seeds/lexicon/verbs.tsv`.

use std::collections::HashSet;

use once_cell::sync::Lazy;

use crate::gazetteer::rows;
use crate::normalize::Normalizer;

/// What the perfect takes for person, gender and number.
const PERFECT_ENDINGS: [&str; 9] = ["", "ت", "وا", "ا", "تا", "نا", "ن", "تم", "ته"];
/// What the imperfect takes, the short forms of the subjunctive among them.
const IMPERFECT_ENDINGS: [&str; 9] = ["", "ون", "وا", "ان", "ا", "ن", "ه", "ها", "هم"];
/// Conjunctions, particles and the persons of the imperfect.
const PARTICLES: [char; 4] = ['و', 'ف', 'س', 'ل'];
const PERSONS: [char; 4] = ['ي', 'ت', 'ن', 'ا'];

struct Stems {
    /// The third person masculine singular of the perfect, its weak last letter dropped too: `دعا`, `دع`.
    perfect: HashSet<String>,
    /// The imperfect without the letter of its person.
    imperfect: HashSet<String>,
    /// Those of the perfects whose subject is a person or body: `قال`, `أعلن`.
    speech: HashSet<String>,
}

static STEMS: Lazy<Stems> = Lazy::new(|| {
    let mut stems = Stems { perfect: HashSet::new(), imperfect: HashSet::new(), speech: HashSet::new() };
    for row in rows(include_str!("../../seeds/lexicon/verbs.tsv")) {
        let &[past, present, class] = row.as_slice() else { continue };
        let past = fold(past);
        if class == "speech" {
            stems.speech.insert(past.clone());
        }
        if let Some(weak) = past.strip_suffix(['ا', 'ي']) {
            stems.perfect.insert(weak.to_owned());
        }
        stems.perfect.insert(past);
        if let Some(stem) = fold(present).strip_prefix('ي') {
            stems.imperfect.insert(stem.strip_suffix(['و', 'ي']).unwrap_or(stem).to_owned());
            stems.imperfect.insert(stem.to_owned());
        }
    }
    stems
});

fn fold(word: &str) -> String {
    Normalizer::search().normalize(word).into_text().into_owned()
}

/// Particles that may stand before a verb: `وسيقول`.
pub(super) const MOST_PARTICLES: usize = 2;

/// Whether a folded word is a form of a verb that we know, with up to so many particles before it.
pub(super) fn is_verb(folded: &str, particles: usize) -> bool {
    let mut word = Some(folded);
    (0..=particles).any(|stripped| {
        let Some(rest) = word else { return false };
        word = rest.strip_prefix(PARTICLES);
        // Behind a particle, two letters are too few to tell.
        let least = if stripped == 0 { 2 } else { 3 };
        let imperfect = |rest: &str| endings(rest, &IMPERFECT_ENDINGS, least, |stem| STEMS.imperfect.contains(stem));
        endings(rest, &PERFECT_ENDINGS, least, |stem| STEMS.perfect.contains(stem))
            || rest.strip_prefix(PERSONS).is_some_and(imperfect)
    })
}

/// Whether a folded word is the perfect of a verb of saying or meeting, before its subject.
pub(super) fn is_speech(folded: &str) -> bool {
    let word = folded.strip_prefix(PARTICLES).filter(|rest| STEMS.speech.contains(*rest)).unwrap_or(folded);
    STEMS.speech.contains(word.strip_suffix('ت').unwrap_or(word)) || STEMS.speech.contains(word)
}

/// Whether `known` takes what is left of a word without one of these endings, of `least` letters or more.
fn endings(word: &str, endings: &[&str], least: usize, known: impl Fn(&str) -> bool) -> bool {
    let stems = endings.iter().filter_map(|ending| word.strip_suffix(ending));
    stems.into_iter().any(|stem| stem.chars().count() >= least && known(stem))
}

#[cfg(test)]
mod tests {
    use super::{MOST_PARTICLES, is_verb};

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
    }
}
