//! Recognising inflected verbs, from the two stems in `seeds/lexicon/verbs.tsv`.

use once_cell::sync::Lazy;

use crate::gazetteer::rows;
use crate::text::{Short, ShortMap, encode, shorts};

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
const PERFECT_ENDINGS: [Short; 9] = shorts(["", "ت", "وا", "ا", "تا", "نا", "ن", "تم", "ه"]);
const IMPERFECT_ENDINGS: [Short; 9] = shorts(["", "ون", "وا", "ان", "ا", "ن", "ه", "ها", "هم"]);
/// What a weak stem takes where it loses its last letter: `دعت`, `يدعون`.
const WEAK_PERFECT_ENDINGS: [Short; 3] = shorts(["ت", "وا", "تا"]);
const WEAK_IMPERFECT_ENDINGS: [Short; 2] = shorts(["ون", "وا"]);
/// Conjunctions and particles before a verb, and the persons of the imperfect.
const PARTICLES: [Short; 4] = shorts(["و", "ف", "س", "ل"]);
const PERSONS: [Short; 4] = shorts(["ي", "ت", "ن", "ا"]);

const YEH: Short = Short::new("ي");
const TEH: Short = Short::new("ت");
const SEEN: Short = Short::new("س");
const CONJUNCTIONS: [Short; 2] = shorts(["و", "ف"]);

/// Particles that may stand before a verb: `وسيقول`.
pub(crate) const MOST_PARTICLES: usize = 2;

/// What a stem is: bits.
type Stem = u8;
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

/// The stems. None has more than eight letters.
static STEMS: Lazy<ShortMap<Stem>> = Lazy::new(|| {
    let mut stems: ShortMap<Stem> = ShortMap::default();
    let mut add = |stem: Option<Short>, what: Stem| {
        let stem = stem.and_then(Short::head);
        stem.into_iter().for_each(|stem| *stems.entry(stem).or_default() |= what);
    };
    for row in rows(include_str!("../../seeds/lexicon/verbs.tsv")) {
        let &[past, present, class] = row.as_slice() else { continue };
        let [past, present] = [past, present].map(|word| Short::of(&encode(word)));
        let when = |classes: &[&str], what: Stem| if classes.contains(&class) { what } else { 0 };
        let both = when(&["saying"], SAYING) | when(&["personal", "speech", "saying"], PERSONAL);
        add(past, both | PERFECT | when(&["speech", "saying", "doubtful"], SPEECH));
        add(past.and_then(|past| past.strip_end(&shorts(["ا", "ي"]))), WEAK_PERFECT);
        add(present, both);
        let stem = present.and_then(|present| present.strip_prefix(YEH));
        add(stem, IMPERFECT);
        add(stem.and_then(|stem| stem.strip_end(&shorts(["و", "ي"]))), WEAK_IMPERFECT);
    }
    stems
});

/// Whether a word is a stem of one of these kinds.
fn is_stem(word: Short, what: Stem) -> bool {
    word.head().and_then(|word| STEMS.get(&word)).is_some_and(|stem| stem & what != 0)
}

/// The tense of a word, when it is a form of a verb that we know. One that may be of either is a perfect.
pub(crate) fn tense(word: Short) -> Option<Tense> {
    let future = || word.strip_prefix(SEEN).and_then(|verb| verb.strip_start(&PERSONS));
    if is_perfect(word, 2) {
        Some(Tense::Perfect)
    } else if future().is_some_and(|rest| is_imperfect(rest, 2)) {
        Some(Tense::Future)
    } else {
        // Other persons look like nouns: `نقل`, `أعمال`.
        word.strip_start(&[YEH, TEH]).is_some_and(|rest| is_imperfect(rest, 2)).then_some(Tense::Imperfect)
    }
}

/// Whether a word is a form of a verb that we know, with up to so many particles before it.
pub(crate) fn is_verb(word: Short, particles: usize) -> bool {
    let mut word = Some(word);
    (0..=particles).any(|stripped| {
        let Some(rest) = word else { return false };
        word = rest.strip_start(&PARTICLES);
        // Behind a particle, two letters are too few to tell.
        let least = if stripped == 0 { 2 } else { 3 };
        is_perfect(rest, least) || rest.strip_start(&PERSONS).is_some_and(|rest| is_imperfect(rest, least))
    })
}

/// Whether a word is the perfect of a verb of saying or meeting, before its subject.
pub(crate) fn is_speech(word: Short) -> bool {
    let word = word.strip_start(&PARTICLES).filter(|&rest| is_stem(rest, SPEECH)).unwrap_or(word);
    is_stem(word, SPEECH) || word.strip_suffix(TEH).is_some_and(|word| is_stem(word, SPEECH))
}

/// Whether a word may be one of those that [`is_speech`], [`is_saying`] or [`is_personal`] mean: quicker than to ask for each.
pub(crate) fn leads_to_person(word: Short) -> bool {
    is_speech(word) || before_subject(word, SAYING | PERSONAL, true)
}

/// Whether a word is a verb of saying, before or after its one subject: `وقالت`, `يرى`.
pub(crate) fn is_saying(word: Short) -> bool {
    before_subject(word, SAYING, true)
}

/// Whether a word is a verb that a person is the subject of, before its one subject: `تزوجت`, `ويكتب`. The
/// imperfect of a woman is as often a thing's, and is left out.
pub(crate) fn is_personal(word: Short) -> bool {
    before_subject(word, PERSONAL, false)
}

/// Whether a word is one of these verbs in the third person; `hers` says whether also in a woman's imperfect.
fn before_subject(word: Short, verbs: Stem, hers: bool) -> bool {
    let is_one = |word: Short| {
        let his = match word.strip_prefix(TEH) {
            Some(stem) => YEH.with(stem).filter(|_| hers),
            None => word.strip_suffix(TEH),
        };
        is_stem(word, verbs) || his.is_some_and(|word| is_stem(word, verbs))
    };
    is_one(word) || word.strip_start(&CONJUNCTIONS).is_some_and(is_one)
}

fn is_perfect(word: Short, least: usize) -> bool {
    ends(word, &PERFECT_ENDINGS, PERFECT, least) || ends(word, &WEAK_PERFECT_ENDINGS, WEAK_PERFECT, least)
}

/// Without the letter of the person.
fn is_imperfect(rest: Short, least: usize) -> bool {
    ends(rest, &IMPERFECT_ENDINGS, IMPERFECT, least) || ends(rest, &WEAK_IMPERFECT_ENDINGS, WEAK_IMPERFECT, least)
}

/// Whether a word is such a stem, of `least` letters or more, with one of these endings.
fn ends(word: Short, endings: &[Short], what: Stem, least: usize) -> bool {
    endings
        .iter()
        .any(|&ending| word.strip_suffix(ending).is_some_and(|stem| stem.len() >= least && is_stem(stem, what)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stem_is_short() {
        for row in rows(include_str!("../../seeds/lexicon/verbs.tsv")) {
            assert!(row.iter().take(2).all(|stem| Short::of(&encode(stem)).and_then(Short::head).is_some()), "{row:?}");
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
