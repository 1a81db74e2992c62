//! Organisations and facilities composed around a head noun: `وزارة …`, `قاعدة "…"`, `اللجنة …`.

use super::candidate::Candidate;
use super::mention::How;
use super::view::View;
use super::words::{Class, Cue, Role, TagWord};
use crate::gazetteer::Hit;
use crate::{EntityKind, Proclitics, number};

/// Words of the longest tail.
const LONGEST: usize = 7;
/// Indefinite nouns that may stand between the head and what makes it definite: `مكتب تنسيق الشؤون`.
const MOST_LINKS: usize = 2;
/// Words in quotes that may be a name.
const LONGEST_QUOTE: usize = 5;

/// Candidates for every composed organisation, facility, event and law.
pub(super) fn find(view: View<'_, '_, '_>) -> Vec<Candidate> {
    (0..view.len()).filter_map(|at| composed(view, at)).collect()
}

fn composed(view: View<'_, '_, '_>, at: usize) -> Option<Candidate> {
    let (hit, cue) = view.cue(at)?;
    let end = match cue.role {
        Role::Intro | Role::Before => return None,
        _ if hit.proclitics.article() => definite_head(view, &hit, cue)?,
        _ => construct(view, &hit, cue)?,
    };
    Some(candidate(view, at, end, cue.kind, hit.proclitics))
}

pub(super) fn candidate(
    view: View<'_, '_, '_>,
    start: usize,
    end: usize,
    kind: EntityKind,
    proclitics: Proclitics,
) -> Candidate {
    Candidate {
        start,
        end,
        span: crate::gazetteer::close_quote(&view.scan.words, view.span(start, end, proclitics)),
        kind,
        entry: None,
        full_name: None,
        value: None,
        how: How::Composed,
        proclitics,
    }
}

/// `اللجنة الاستشارية العسكرية`: a definite head with two or more adjectives that agree with it.
fn definite_head(view: View<'_, '_, '_>, hit: &Hit, cue: Cue) -> Option<usize> {
    if cue.kind != EntityKind::Org {
        return None;
    }
    if let Some(end) = numbered(view, hit.end) {
        return Some(adjectives(view, end, None));
    }
    let adjectives = adjectives(view, hit.end, Some(cue.feminine));
    let own = (hit.end..adjectives).any(|at| view.nationality(at).is_none());
    (adjectives >= hit.end + 2 && own).then_some(adjectives)
}

/// `السرب رقم 8`, `اللواء الثاني`, `الفرقة 82`: the number of a military unit.
fn numbered(view: View<'_, '_, '_>, end: usize) -> Option<usize> {
    let next = view.next(end)?;
    let label = view.scan.words.surface(next) == "رقم";
    let at = if label { view.next(next + 1)? } else { next };
    let run = number::ordinal_at(view.scan, at).filter(|_| view.is_definite(at));
    let run = run.or_else(|| number::number_at(view.scan, at).filter(|run| run.digits.is_some()));
    run.filter(|run| run.end == at + 1).map(|run| run.end)
}

/// `وزارة الدفاع القطرية`: a head and the chain that makes it definite.
fn construct(view: View<'_, '_, '_>, hit: &Hit, cue: Cue) -> Option<usize> {
    if let Some(end) = quoted(view, hit.end) {
        return Some(end);
    }
    let mut at = view.next(hit.end)?;
    let mut links = 0;
    let (end, proper) = loop {
        if let Some(tail) = tail(view, at, cue) {
            break tail;
        }
        let link = view.common(at) == Some(Class::Noun) && !view.is_definite(at) && cue.role == Role::Strong;
        links += 1;
        if !link || links > MOST_LINKS {
            return None;
        }
        at = view.next(at + 1)?;
    };
    let adjectives = adjectives(view, end, None);
    let proper = proper || (end..adjectives).any(|at| view.nationality(at).is_some());
    (cue.role == Role::Strong || proper).then_some(adjectives)
}

/// What can end a construct, and whether it is a proper name.
fn tail(view: View<'_, '_, '_>, at: usize, cue: Cue) -> Option<(usize, bool)> {
    let named = |kind| matches!(kind, EntityKind::Gpe | EntityKind::Loc | EntityKind::Pers | EntityKind::Org);
    if let Some((hit, _)) = view.listed(at, named).filter(|(hit, _)| hit.proclitics.is_empty()) {
        return Some((hit.end, true));
    }
    if view.nationality(at).is_some() {
        return None;
    }
    let portfolio =
        view.scan.tag(at, |hit, word| (word == TagWord::Portfolio && hit.proclitics.letters() == 0).then_some(()));
    if let Some((hit, ())) = portfolio {
        return Some((hit.end, false));
    }
    let person = view.name_part(at, true).filter(|(_, part)| !part.common && cue.kind != EntityKind::Law);
    if let Some((hit, _)) = person {
        return Some((name_end(view, hit.end), true));
    }
    // Sites are called by bare names; other heads take an unknown word only when it is definite.
    if view.is_proper(at) && (view.is_definite(at) || cue.kind == EntityKind::Fac) {
        return Some((at + 1, true));
    }
    view.is_definite(at).then_some((at + 1, false))
}

/// The rest of a person's name in a construct: `جامعة محمد بن زايد`.
fn name_end(view: View<'_, '_, '_>, mut end: usize) -> usize {
    for _ in 0..LONGEST {
        let Some(next) = view.next(end) else { break };
        let joined = ["بن", "ابن", "ال"].contains(&view.scan.words.folded(next));
        let Some((hit, _)) = view.name_part(if joined { next + 1 } else { next }, true) else { break };
        end = hit.end;
    }
    end
}

/// Past the definite adjectives from a word on; with a gender, only those that agree.
fn adjectives(view: View<'_, '_, '_>, mut end: usize, feminine: Option<bool>) -> usize {
    for _ in 0..LONGEST {
        let Some(next) = view.next(end) else { break };
        let agrees = feminine.is_none_or(|feminine| view.scan.words.folded(next).ends_with('ه') == feminine);
        let known = view.common(next) == Some(Class::Adjective);
        let nationality = view.nationality(next).is_some();
        let ordinary = view.common(next).is_some() && !known;
        if !view.is_definite(next) || !agrees || !(nationality || known || view.is_nisba(next) && !ordinary) {
            break;
        }
        end = next + 1;
    }
    end
}

/// `"العديد"` right after the head.
fn quoted(view: View<'_, '_, '_>, open: usize) -> Option<usize> {
    const OPEN: [char; 3] = ['"', '\u{201C}', '\u{AB}'];
    const CLOSE: [char; 3] = ['"', '\u{201D}', '\u{BB}'];
    if !view.is_symbol(open, &OPEN) || view.next(open + 1).is_none() {
        return None;
    }
    let close = (open + 2..=open + 1 + LONGEST_QUOTE).find(|&at| view.is_symbol(at, &CLOSE))?;
    (open + 1..close).all(|at| view.next(at).is_some()).then_some(close)
}
