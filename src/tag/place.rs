//! Names that a cue noun introduces: `بلدة …`, `صحيفة …`.

use core::ops::Range;

use super::candidate::Candidate;
use super::mention::How;
use super::organisation::{between_quotes, city_end, purpose};
use super::view::{View, ordinary};
use super::words::{Class, Cue, Role};
use crate::gazetteer::{Prefix, readings};
use crate::lexicon::Kinds;
use crate::text::COMMAS;
use crate::{EntityKind, Proclitics, number};

/// Words of the longest unknown name that is none of a place.
const LONGEST: usize = 3;
/// Words of the longest unknown name in Latin letters.
const LONGEST_LATIN: usize = 4;
/// Letters of the shortest unknown name.
const SHORTEST: usize = 3;
/// Names of the longest list.
const MOST_NAMES: usize = 20;
/// Unknown names in a row between listed ones.
const MOST_BETWEEN: usize = 4;

/// Candidates for unknown names after a noun such as `مدينة` or `صحيفة`, and between two of the listed `names`.
pub(super) fn find(view: View<'_, '_, '_>, names: &[Candidate]) -> Vec<Candidate> {
    let cues = (0..view.len()).filter(|&at| view.scan.has(at, Kinds::CUE));
    let mut found: Vec<_> = cues.flat_map(|at| introduced(view, at)).collect();
    let places = names.iter().filter(|name| name.kind == EntityKind::Gpe && name.how == How::Listed);
    found.extend(places.flat_map(|place| between(view, place.end)));
    found
}

/// Unknown names that و joins to a listed place before `end` and to one after them: `دودوما وغيتا وإيرينغا`.
fn between(view: View<'_, '_, '_>, mut end: usize) -> Vec<Candidate> {
    let mut found = Vec::new();
    for _ in 0..MOST_BETWEEN {
        let Some((next, and)) = joint(view, end) else { break };
        if let Some((hit, _)) = view.listed(next, |kind| kind == EntityKind::Gpe) {
            return if hit.proclitics.preposition().is_none() { found } else { Vec::new() };
        }
        // `دمشق وريفها وحمص`
        if !named(view, next) || view.is_definite(next) || view.scan.words.folded(next).ends_with("ها") {
            break;
        }
        found.push(Candidate::composed(view, next..next + 1, EntityKind::Gpe, and));
        end = next + 1;
    }
    Vec::new()
}

/// The next word of a list, and what is written before it: و by itself or at its head, a comma before it or not.
fn joint(view: View<'_, '_, '_>, end: usize) -> Option<(usize, Proclitics)> {
    let comma = usize::from(view.is_symbol(end, &COMMAS));
    let at = end + comma;
    let near = view.next(at).filter(|&at| !view.begins_line(at))?;
    if view.scan.words.surface(near) == "و" {
        return view.next(near + 1).map(|next| (next, Proclitics::default()));
    }
    let and = conjunction(view, near).or((comma == 1).then(Proclitics::default))?;
    Some((near, and))
}

/// What the noun at a word introduces: a name, or several.
fn introduced(view: View<'_, '_, '_>, at: usize) -> Vec<Candidate> {
    // `فؤاد` is not ف and `واد`. A vessel's name may stand beside its kind: `السفينة تيتانيك`.
    let cue = view.cue(at).filter(|(hit, cue)| {
        let beside = || cue.kind == EntityKind::Product && view.next(hit.end).is_some_and(|name| view.is_foreign(name));
        let fits = !hit.proclitics.article() || beside();
        !ordinary(view, hit) && fits && !view.begins_phrase(hit.start, hit.end)
    });
    let Some((hit, cue)) = cue.filter(|(_, cue)| cue.role.introduces() && cue.role != Role::Loose) else {
        return Vec::new();
    };
    let place = matches!(cue.kind, EntityKind::Gpe | EntityKind::Loc);
    let name = between_quotes(view, hit.end).or_else(|| {
        let start = view.next(hit.end)?;
        let body = cue.kind == EntityKind::Org;
        let whole = |name: Range<usize>| if body { name.start..city_end(view, name.end) } else { name };
        let called = || (cue.role == Role::Quarter && is_title(view, start)).then_some(start..start + 1);
        let made = || made(view, start).map(whole).or_else(called).or_else(|| latin(view, start).filter(|_| body));
        if place { place_at(view, start, cue) } else { made() }
    });
    let firm = || known_firm(view, hit.end).filter(|_| cue.role == Role::Either);
    let name = name
        .map(|name| if cue.role == Role::Either { name.start..purpose(view, name.end) } else { name })
        .or_else(firm);
    let first = name.map(|name| Candidate::composed(view, name, cue.kind, Proclitics::default()));
    let mut found: Vec<_> = first.into_iter().collect();
    if cue.role == Role::Several {
        let listed = view.listed(hit.end, |kind| kind == cue.kind).map(|(listed, _)| listed.end);
        if let Some(end) = listed.or(found.first().map(|first| first.end)) {
            found.extend(joined(view, end, cue.kind));
        }
    }
    found
}

/// A listed firm with what it is for: `شركة أدنوك للغاز`.
fn known_firm(view: View<'_, '_, '_>, at: usize) -> Option<Range<usize>> {
    let (hit, _) = view.listed(view.next(at)?, |kind| kind == EntityKind::Org)?;
    let end = purpose(view, hit.end);
    (hit.proclitics.is_empty() && end > hit.end).then_some(hit.start..end)
}

/// The unknown name of a place.
fn place_at(view: View<'_, '_, '_>, start: usize, cue: Cue) -> Option<Range<usize>> {
    let end = match view.cue(start) {
        // `كفر كلا`
        Some((first, Cue { role: Role::First, .. })) => view.next(first.end).filter(|&second| named(view, second))? + 1,
        _ if cue.role == Role::Doubtful && view.is_definite(start) => return None,
        _ if cue.role == Role::Quarter && nominal(view, start) => start + 1,
        // و begins the next phrase: `بناء دولة وتثبيت`.
        _ if !named(view, start) || conjunction(view, start).is_some() => return None,
        // `شارع تيان تشنغ`
        _ => made(view, start).map_or(start + 1, |name| name.end),
    };
    Some(start..end)
}

/// The unknown name of something made, all of its words foreign: `مجلة دير شبيغل`.
pub(super) fn made(view: View<'_, '_, '_>, start: usize) -> Option<Range<usize>> {
    // An indefinite adjective is no name: `صحيفة رسمي`.
    let foreign = |&at: &usize| {
        let folded = view.scan.words.folded(at);
        let joined = at > start && conjunction(view, at).is_some();
        view.next(at).is_some() && named(view, at) && !view.is_definite(at) && !folded.ends_with('ي') && !joined
    };
    let words = (start..start + LONGEST).take_while(foreign).count();
    (words > 0).then_some(start..start + words)
}

/// Whether a definite noun can be what a newspaper is called, and not whose it is: `صحيفة الشعب`, not `صحيفة الحزب`.
fn is_title(view: View<'_, '_, '_>, at: usize) -> bool {
    let owner = || view.cue(at).is_some() || view.post(at).is_some() || view.title(at).is_some();
    nominal(view, at) && !view.is_nisba(at) && !owner()
}

/// A name in Latin letters, its first a capital: `Marina Bvlgari`.
pub(super) fn latin(view: View<'_, '_, '_>, start: usize) -> Option<Range<usize>> {
    let spelt =
        |&at: &usize| view.next(at).is_some() && view.scan.words.surface(at).bytes().all(|b| b.is_ascii_alphanumeric());
    let first = view.scan.words.surface(start);
    let capital = first.len() > 1 && first.starts_with(|c: char| c.is_ascii_uppercase());
    let words = (start..start + LONGEST_LATIN).take_while(spelt).count();
    (capital && words > 0).then_some(start..start + words)
}

/// Whether a word is definite, and neither an adjective nor an ordinal.
fn nominal(view: View<'_, '_, '_>, at: usize) -> bool {
    let adjective = matches!(view.common(at), Some(Class::Adjective | Class::Institutional | Class::Adverb));
    view.is_definite(at)
        && !adjective
        && view.nationality(at).is_none()
        && number::ordinal_at(view.scan, at).is_none()
        && !view.is_after_title(at)
}

/// Whether an unknown word can be the name of a place.
pub(super) fn named(view: View<'_, '_, '_>, at: usize) -> bool {
    let letters = view.scan.words.folded(at).chars().count();
    letters >= SHORTEST && view.is_proper(at) && !view.is_attached_definite(at) && !view.is_accusative(at)
}

/// Unknown names that و joins to the one before `end`: `مدن نيسابور وسرخس وطبس`.
fn joined(view: View<'_, '_, '_>, mut end: usize, kind: EntityKind) -> Vec<Candidate> {
    let mut found = Vec::new();
    for _ in 0..MOST_NAMES {
        let Some(next) = view.next(end) else { break };
        let Some(and) = conjunction(view, next) else { break };
        let listed = view.listed(next, |other| other == kind).map(|(hit, _)| hit.end);
        if listed.is_none() {
            if !named(view, next) {
                break;
            }
            found.push(Candidate::composed(view, next..next + 1, kind, and));
        }
        end = listed.unwrap_or(next + 1);
    }
    found
}

/// و read as a particle before a word.
pub(super) fn conjunction(view: View<'_, '_, '_>, at: usize) -> Option<Proclitics> {
    let word = view.scan.words.get(at)?;
    let codes = view.scan.words.codes(word);
    let mut and = None;
    readings(codes, &mut |reading| {
        // `ويغ` has too few letters for that.
        let only =
            reading.proclitics.letters() == 1 && reading.proclitics.conjunction() == Some('و') && codes.len() > 3;
        if only && reading.prefix == Prefix::None && !reading.proclitics.article() {
            and = Some(reading.proclitics);
        }
    });
    and
}
