//! Names of the gazetteer, by how sure they are.

use std::collections::HashSet;

use super::candidate::Candidate;
use super::mention::How;
use super::view::{View, ordinary};
use super::words::{Role, TagWord};
use crate::gazetteer::{Hit, Sense, close_quote};
use crate::{Ambiguity, EntityKind};

/// Candidates for every listed name of the text.
///
/// A form flagged `context` counts beside a cue word of its kind, or when
/// another form of the same entry stands in the text without doubt.
pub(super) fn find(view: View<'_, '_, '_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut doubtful = Vec::new();
    let mut sure: HashSet<usize> = HashSet::new();
    for at in 0..view.len() {
        let mut ends: Vec<(usize, EntityKind)> = Vec::new();
        let mut skipped: Vec<u32> = Vec::new();
        for (hit, sense) in view.scan.senses(at) {
            let Sense::Name(name) = sense else { continue };
            let Some((entry, ambiguity)) = view.scan.ambiguity(&hit, name) else { continue };
            let kind = entry.kind();
            if introduced(view, &hit, name.entry) {
                skipped.push(name.entry);
            }
            let dropped = ambiguity == Ambiguity::Never || skipped.contains(&name.entry);
            if dropped || ends.contains(&(hit.end, kind)) || ordinary(view, &hit) || in_phrase(view, &hit) {
                continue;
            }
            let index = name.entry as usize;
            match ambiguity {
                Ambiguity::Always => {
                    sure.insert(index);
                    found.push(listed(view, &hit, kind, index, How::Listed));
                }
                _ if kind == EntityKind::Pers && beside_name(view, &hit) => continue,
                _ if cued(view, &hit, kind) || quoted(view, &hit, kind) || listed_with(view, &hit, kind, &found) => {
                    sure.insert(index);
                    found.push(listed(view, &hit, kind, index, How::Cued));
                }
                _ => {
                    doubtful.push(listed(view, &hit, kind, index, How::Supported));
                    continue;
                }
            }
            ends.push((hit.end, kind));
        }
    }
    found.extend(doubtful.into_iter().filter(|c| c.entry.is_some_and(|entry| sure.contains(&entry))));
    found
}

fn listed(view: View<'_, '_, '_>, hit: &Hit, kind: EntityKind, entry: usize, how: How) -> Candidate {
    let span = close_quote(&view.scan.words, view.span(hit.start, hit.end, hit.proclitics));
    Candidate {
        start: hit.start,
        end: hit.end,
        span,
        kind,
        entry: Some(entry),
        full_name: None,
        value: None,
        how,
        proclitics: hit.proclitics,
    }
}

/// Whether the word begins an ordinary phrase: `مسقط رأسه`.
fn in_phrase(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    view.scan
        .senses(hit.start)
        .any(|(other, sense)| other.end > hit.end && matches!(sense, Sense::Tag(TagWord::Common(_))))
}

/// Whether another part of a name stands beside a surname, which may be somebody else's: `معالي عباس الفاسي`.
fn beside_name(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    let part = |at: usize| view.name_part(at, true).is_some() || view.is_proper(at);
    let single = hit.end == hit.start + 1;
    let before = hit.start.checked_sub(1).is_some_and(|before| view.name_part(before, false).is_some());
    single && (before && view.next(hit.start).is_some() || view.next(hit.end).is_some_and(part))
}

/// Whether the match begins with a noun that only introduces the name, which
/// is a form of the entry without it: `دولة قطر`, `تنظيم الدولة الإسلامية`.
fn introduced(view: View<'_, '_, '_>, hit: &Hit, entry: u32) -> bool {
    let Some((cue, _)) = view.cue(hit.start).filter(|(_, cue)| cue.role == Role::Intro) else { return false };
    let Some(start) = view.next_in_name(cue.end) else { return false };
    view.scan.senses(start).any(|(rest, sense)| {
        let Sense::Name(name) = sense else { return false };
        let sure = || view.scan.ambiguity(&rest, name).is_some_and(|(_, ambiguity)| ambiguity == Ambiguity::Always);
        rest.end == hit.end && name.entry == entry && rest.proclitics.is_empty() && sure()
    })
}

/// Whether the name of something made stands alone in quotes: `المصدر: "قنا"`.
fn quoted(view: View<'_, '_, '_>, hit: &Hit, kind: EntityKind) -> bool {
    const QUOTES: [char; 5] = ['"', '\u{201C}', '\u{201D}', '\u{AB}', '\u{BB}'];
    let made = matches!(kind, EntityKind::Org | EntityKind::Product);
    made && view.is_symbol(hit.end, &QUOTES)
        && hit.start.checked_sub(1).is_some_and(|before| view.is_symbol(before, &QUOTES))
}

/// Whether the name is joined by و to a sure name of the same kind: `تايفون وهوك`.
fn listed_with(view: View<'_, '_, '_>, hit: &Hit, kind: EntityKind, sure: &[Candidate]) -> bool {
    let joined = hit.proclitics.conjunction() == Some('و') && view.next(hit.start).is_some();
    joined && sure.iter().rev().take_while(|c| c.start + 8 > hit.start).any(|c| c.end == hit.start && c.kind == kind)
}

/// Whether what stands before the name says that it is one: a cue word of the
/// kind (`مدينة صور`), a verb of saying, or for a country that is also a
/// nationality a preposition (`في سورية`).
fn cued(view: View<'_, '_, '_>, hit: &Hit, kind: EntityKind) -> bool {
    let at = hit.start;
    let place = |kind| matches!(kind, EntityKind::Gpe | EntityKind::Loc | EntityKind::Fac);
    let cue = at.checked_sub(1).and_then(|before| view.cue(before)).is_some_and(|(cue_hit, cue)| {
        cue_hit.end == at && cue.role != Role::Field && (cue.kind == kind || place(cue.kind) && place(kind))
    });
    let located = || {
        let before = at.checked_sub(1).filter(|_| view.next(at).is_some());
        let preposition = before.is_some_and(|b| PREPOSITIONS.contains(&view.scan.words.surface(b)));
        let attached = matches!(hit.proclitics.preposition(), Some('ب' | 'ل'));
        kind == EntityKind::Gpe && view.nationality(at).is_some() && (preposition || attached)
    };
    cue || (kind == EntityKind::Pers && view.is_subject(at)) || located()
}

/// Prepositions of place.
const PREPOSITIONS: [&str; 8] = ["في", "إلى", "من", "على", "نحو", "داخل", "خارج", "عن"];
