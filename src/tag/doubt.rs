//! What speaks against a person's name at a word.

use super::names::introduces;
use super::view::View;
use super::words::{Beside, Class, NamePart, TagWord};
use crate::EntityKind;
use crate::date::DateWord;
use crate::gazetteer::Hit;
use crate::lexicon::{Kinds, Sense};

/// Whether a word belongs to an ordinary phrase, or to the words of a post, that begins before it: `مقياس ريختر`,
/// `المتحدث باسم`.
pub(super) fn ends_phrase(view: View<'_, '_, '_>, at: usize) -> bool {
    let kinds = Kinds::COMMON.and(Kinds::POST);
    let phrase = |before: usize| {
        let longer =
            |hit: &Hit, word| (hit.end > at && matches!(word, TagWord::Common(_) | TagWord::Post(_))).then_some(());
        view.scan.tag(before, kinds, longer).is_some()
    };
    at.checked_sub(1).is_some_and(phrase)
}

/// Whether an ordinary phrase of two words, the second of which could be a title, ends before a word: `مؤتمر صحفي`.
pub(super) fn follows_phrase(view: View<'_, '_, '_>, at: usize) -> bool {
    let phrase = |hit: &Hit, word| (hit.end == at && matches!(word, TagWord::Common(_))).then_some(());
    at.checked_sub(2).is_some_and(|before| view.scan.tag(before, Kinds::COMMON, phrase).is_some())
}

/// Whether a noun before a word introduces the place of that name: `محافظة صلاح الدين`.
pub(super) fn is_introduced(view: View<'_, '_, '_>, at: usize) -> bool {
    let place = |hit: &Hit, sense| {
        let Sense::Name(name) = sense else { return None };
        (name.kind == EntityKind::Gpe && hit.proclitics.is_empty()).then_some(())
    };
    view.scan.has(at, Kinds::NAME) && introduces(view, at, EntityKind::Gpe) && view.scan.find(at, place).is_some()
}

/// Whether a word is a hasty spelling of a preposition, and a phrase goes on: `المشرف علي القطاع`.
pub(super) fn is_on(view: View<'_, '_, '_>, at: usize) -> bool {
    let phrase = |next: usize| {
        let noun = view.is_definite(next) || view.common(next) == Some(Class::Noun);
        noun && view.post(next).is_none() && view.title(next).is_none()
    };
    view.scan.words.surface(at) == "علي" && view.next(at + 1).is_some_and(phrase)
}

/// Whether a person's name of several words ends in what is a preposition here: `محمد على المدينة`.
pub(super) fn ends_on(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    hit.end > hit.start + 1
        && view.scan.words.surface(hit.end - 1) == "على"
        && view.next(hit.end).is_some_and(|next| view.is_definite(next))
}

/// Whether a word is a verb after what verbs follow: `الذي خلف`, `عندما هاجر`.
pub(super) fn is_told(view: View<'_, '_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|_| view.next(at).is_some());
    let leads = |before| Beside::of(view.scan.words.codes_at(before)) == Some(Beside::Verb);
    before.is_some_and(leads) && view.is_verb(at)
}

/// Whether a part of a name that is a time of the day too has the day after it: `صباح أمس`.
pub(super) fn is_time(view: View<'_, '_, '_>, hit: &Hit, part: NamePart) -> bool {
    let time = |at: usize| view.scan.date(at, |_, word| matches!(word, DateWord::DayPart(_)).then_some(())).is_some();
    let day = |word| matches!(word, DateWord::Day(_) | DateWord::Weekday { .. } | DateWord::Unit(..)).then_some(());
    let dated = |at: usize| view.scan.date(at, |_, word| day(word)).is_some();
    part.common && time(hit.start) && view.next(hit.end).is_some_and(dated)
}

/// Whether a word that is the name of a body too has a nationality after it: `ميلان الإيطالي`.
pub(super) fn is_team(view: View<'_, '_, '_>, at: usize) -> bool {
    is_body(view, at) && view.next(at + 1).is_some_and(|next| is_one_nationality(view, next))
}

/// Whether a word alone is a nationality, with the article or without.
pub(super) fn is_one_nationality(view: View<'_, '_, '_>, at: usize) -> bool {
    view.nationality(at).is_some_and(|hit| hit.end == at + 1 && hit.proclitics.letters() == 0)
}

/// Whether the title before a word is as often a team: `الفريق السلاوي`.
pub(super) fn follows_team(view: View<'_, '_, '_>, at: usize) -> bool {
    let team = |before: usize| {
        let cue = view.cue(before).filter(|(hit, cue)| hit.end == at && cue.kind == EntityKind::Org);
        cue.is_some() && view.title(before).is_some_and(|(_, title)| title == TagWord::Rank)
    };
    at.checked_sub(1).is_some_and(team)
}

/// Whether a word alone is the name of a body too.
pub(super) fn is_body(view: View<'_, '_, '_>, at: usize) -> bool {
    let body = |hit: &Hit, sense| {
        let Sense::Name(name) = sense else { return None };
        (hit.end == at + 1 && hit.proclitics.letters() == 0 && name.kind == EntityKind::Org).then_some(())
    };
    view.scan.has(at, Kinds::NAME) && view.scan.find(at, body).is_some()
}
