//! Recognising inflected verbs, from the two stems in `seeds/lexicon/verbs.tsv`.

mod stems;

use std::collections::BTreeMap;

use once_cell::sync::Lazy;

use crate::gazetteer::rows;
use crate::text::{ALEF, FEH, HEH, LAM, Short, WAW, YEH, encode};
use stems::{Stem, Stems};

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

/// The code of a letter of the basic alphabet, whose codes follow one another as the letters do.
const fn code(letter: char) -> u8 {
    (ALEF as u32 + letter as u32 - '\u{0627}' as u32) as u8
}

const TEH: u8 = code('\u{062A}');
const SEEN: u8 = code('\u{0633}');
const MEEM: u8 = code('\u{0645}');
const NOON: u8 = code('\u{0646}');

/// Particles that may stand before a verb: `وسيقول`.
pub(crate) const MOST_PARTICLES: usize = 2;

const PERFECT: Stem = 1;
/// A perfect without a weak last letter: `دع` of `دعا`.
const WEAK_PERFECT: Stem = 1 << 1;
/// An imperfect without the letter of the person.
const IMPERFECT: Stem = 1 << 2;
const WEAK_IMPERFECT: Stem = 1 << 3;
/// A perfect whose subject is a person or body: `قال`, `التقى`.
const SPEECH: Stem = 1 << 4;
/// One of speech that means saying and nothing else, perfect, or imperfect with its person: `أعلن`, `يرى`.
const SAYING: Stem = 1 << 5;
/// One whose subject is a person, of saying or not, perfect, or imperfect with its person: `كتب`, `يتزوج`.
const PERSONAL: Stem = 1 << 6;
/// The imperfect of a woman to one of saying: `ترى`.
const HER_SAYING: Stem = 1 << 7;

static STEMS: Lazy<Stems> = Lazy::new(|| {
    let mut stems: BTreeMap<Vec<u8>, Stem> = BTreeMap::new();
    let mut add = |stem: &[u8], what: Stem| *stems.entry(stem.to_vec()).or_default() |= what;
    for row in rows(include_str!("../../seeds/lexicon/verbs.tsv")) {
        let &[past, present, class] = row.as_slice() else { continue };
        let [past, present] = [past, present].map(encode);
        let when = |classes: &[&str], what: Stem| if classes.contains(&class) { what } else { 0 };
        let both = when(&["saying"], SAYING) | when(&["personal", "speech", "saying"], PERSONAL);
        add(&past, both | PERFECT | when(&["speech", "saying", "doubtful"], SPEECH));
        if let [weak @ .., ALEF | YEH] = past.as_slice() {
            add(weak, WEAK_PERFECT);
        }
        add(&present, both);
        if let [YEH, stem @ ..] = present.as_slice() {
            add(stem, IMPERFECT);
            add(&[&[TEH], stem].concat(), when(&["saying"], HER_SAYING));
            if let [weak @ .., WAW | YEH] = stem {
                add(weak, WEAK_IMPERFECT);
            }
        }
    }
    Stems::new(stems)
});

/// Which stems take an ending: of person, gender and number, or an object. A weak stem loses its last letter
/// before some: `دعت`, `يدعون`.
fn takes(ending: &[u8]) -> Stem {
    match ending {
        [] | [ALEF | NOON | HEH] => PERFECT | IMPERFECT,
        [TEH] | [TEH, ALEF] => PERFECT | WEAK_PERFECT,
        [WAW, ALEF] => PERFECT | WEAK_PERFECT | IMPERFECT | WEAK_IMPERFECT,
        [NOON, ALEF] | [TEH, MEEM] => PERFECT,
        [WAW, NOON] => IMPERFECT | WEAK_IMPERFECT,
        [ALEF, NOON] | [HEH, ALEF | MEEM] => IMPERFECT,
        _ => 0,
    }
}

/// Whether a word is a stem of one of these kinds, of `least` letters or more, with an ending that it takes.
fn is_form(word: &[u8], of: Stem, least: usize) -> bool {
    STEMS.any(word, of, |stem, ending| {
        ending.len() < 3 && ending.len() + least <= word.len() && stem & of & takes(ending) != 0
    })
}

fn is_perfect(word: &[u8], least: usize) -> bool {
    is_form(word, PERFECT | WEAK_PERFECT, least)
}

/// Without the letter of the person.
fn is_imperfect(rest: &[u8], least: usize) -> bool {
    is_form(rest, IMPERFECT | WEAK_IMPERFECT, least)
}

/// The tense of a word, when it is a form of a verb that we know. One that may be of either is a perfect.
pub(crate) fn tense(word: Short) -> Option<Tense> {
    word.read(|word| match word {
        _ if is_perfect(word, 2) => Some(Tense::Perfect),
        [SEEN, YEH | TEH | NOON | ALEF, rest @ ..] if is_imperfect(rest, 2) => Some(Tense::Future),
        // Other persons look like nouns: `نقل`, `أعمال`.
        [YEH | TEH, rest @ ..] if is_imperfect(rest, 2) => Some(Tense::Imperfect),
        _ => None,
    })
}

/// A word without a conjunction or particle before it.
fn after_particle(word: &[u8]) -> Option<&[u8]> {
    if let [WAW | FEH | SEEN | LAM, rest @ ..] = word { Some(rest) } else { None }
}

/// Whether a word is a form of a verb that we know, with up to so many particles before it.
pub(crate) fn is_verb(word: Short, particles: usize) -> bool {
    // Behind a particle, two letters are too few to tell.
    let is_one = |word: &[u8], least: usize| {
        let imperfect = || matches!(word, [YEH | TEH | NOON | ALEF, rest @ ..] if is_imperfect(rest, least));
        is_perfect(word, least) || imperfect()
    };
    word.read(|word| {
        let stripped = std::iter::successors(after_particle(word), |rest| after_particle(rest));
        is_one(word, 2) || stripped.take(particles).any(|rest| is_one(rest, 3))
    })
}

/// Whether a word is the perfect of a verb of saying or meeting, before its subject.
pub(crate) fn is_speech(word: Short) -> bool {
    before_subject(word, SPEECH)
}

/// Whether a word may be one of those that [`is_speech`], [`is_saying`] or [`is_personal`] mean: quicker than to ask for each.
pub(crate) fn leads_to_person(word: Short) -> bool {
    before_subject(word, SPEECH | SAYING | HER_SAYING | PERSONAL)
}

/// Whether a word is a verb of saying, before or after its one subject: `وقالت`, `يرى`.
pub(crate) fn is_saying(word: Short) -> bool {
    before_subject(word, SAYING | HER_SAYING)
}

/// Whether a word is a verb that a person is the subject of, before its one subject: `تزوجت`, `ويكتب`. The
/// imperfect of a woman is as often a thing's, and is left out.
pub(crate) fn is_personal(word: Short) -> bool {
    before_subject(word, PERSONAL)
}

/// Whether a word is one of these verbs in the third person.
fn before_subject(word: Short, of: Stem) -> bool {
    let is = |word: &[u8], his: Stem, hers: Stem| {
        STEMS.any(word, his | hers, |stem, ending| match ending {
            [] => stem & his != 0,
            [TEH] => stem & hers != 0,
            _ => false,
        })
    };
    let (speech, others) = (of & SPEECH, of & !SPEECH);
    let hers = |word: &[u8]| if word.starts_with(&[TEH]) { 0 } else { others };
    word.read(|word| {
        is(word, of, speech | hers(word))
            || match word {
                [WAW | FEH, rest @ ..] => is(rest, of, hers(rest)),
                [SEEN | LAM, rest @ ..] => is(rest, speech, 0),
                _ => false,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_found() {
        for row in rows(include_str!("../../seeds/lexicon/verbs.tsv")) {
            for verb in row.iter().take(2) {
                assert!(Short::of(&encode(verb)).is_some_and(|verb| is_verb(verb, 0)), "{row:?}");
            }
        }
    }

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
            assert!(is_verb(Short::new(form), MOST_PARTICLES), "{form}");
        }
        for other in ["قطر", "كوريلا", "الدوحه", "بوتين", "جونسون"] {
            assert!(!is_verb(Short::new(other), MOST_PARTICLES), "{other}");
        }
        for saying in ["قال", "وقالت", "فيري", "تقول", "ويضيف"] {
            assert!(is_saying(Short::new(saying)), "{saying}");
        }
        for other in ["التقي", "قبل", "وصف", "بقول", "قالوا"] {
            assert!(!is_saying(Short::new(other)), "{other}");
        }
        assert_eq!(
            ["وصل", "يصل", "سيصل", "قطر"].map(|word| tense(Short::new(word))),
            [Some(Tense::Perfect), Some(Tense::Imperfect), Some(Tense::Future), None]
        );
    }
}
