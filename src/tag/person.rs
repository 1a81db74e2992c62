//! Names of persons, composed of parts.
//!
//! A name begins after a title, or with a given name; it goes on through known
//! parts, connectors (`بن`, `آل`), initials and, on that evidence, unknown words.

use super::candidate::Candidate;
use super::mention::How;
use super::view::View;
use super::words::Takes;
use crate::gazetteer::{Sense, close_quote};
use crate::text::Gap;
use crate::{Ambiguity, EntityKind, Proclitics};

/// Unknown words that may follow one another inside a name.
const MOST_UNKNOWN: usize = 2;
/// Parts of the longest name; beyond it stands a list.
const MOST_PARTS: usize = 8;
const CONNECTORS: [&str; 20] = [
    "بن",
    "ابن",
    "بنت",
    "بنو",
    "ال",
    "ابو",
    "ابي",
    "ابا",
    "ام",
    "ولد",
    "دي",
    "دا",
    "دو",
    "فان",
    "فون",
    "لو",
    "ماك",
    "اوغلو",
    "بو",
    "ايت",
];

/// Candidates for every person's name. `posts` are the OCC mentions: a name may follow each.
pub(super) fn find(view: View<'_, '_, '_>, posts: &[Candidate]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut after_post = vec![false; view.len() + 1];
    for post in posts {
        if let Some(flag) = after_post.get_mut(post.end) {
            *flag = true;
        }
    }
    let mut at = 0;
    while at < view.len() {
        let titled = if after_post.get(at) == Some(&true) && follows(view, at) {
            let at = skip_body(view, at);
            Some(skip_titles(view, at).unwrap_or(at))
        } else {
            skip_titles(view, at)
        };
        let name = match titled.and_then(|start| name_at(view, start, true)) {
            Some(name) => Some(name),
            None => name_at(view, at, false),
        };
        match name {
            Some(name) => {
                at = name.end;
                found.push(name);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether the word stands in the same phrase as the one before it, quotes and brackets apart.
fn follows(view: View<'_, '_, '_>, at: usize) -> bool {
    view.scan.words.get(at).is_some_and(|w| w.gap <= Gap::Space)
}

/// Past a chain of titles at a word: `الفريق الركن طيار "`; with the
/// nationality and the service they may carry: `العميد القطري`, `الفريق أول في سلاح الجو`.
fn skip_titles(view: View<'_, '_, '_>, at: usize) -> Option<usize> {
    let mut end = title_end(view, at)?;
    while let Some(next) = view.next(end) {
        if let Some(more) = title_end(view, next) {
            end = more;
        } else if let Some(hit) = view.nationality(next).filter(|hit| hit.proclitics.article()) {
            end = hit.end;
        } else if let Some(service) = service_end(view, next) {
            end = service;
        } else {
            break;
        }
    }
    // A quoted name: the quote may be the first thing after the title.
    if view.is_symbol(end, &['"', '\u{201C}', '\u{AB}', '\'']) && follows(view, end) {
        end += 1;
    }
    Some(end)
}

/// Past the body that a post belongs to, when it is only named by a common noun: `نائب الأمين العام للحلف`.
fn skip_body(view: View<'_, '_, '_>, at: usize) -> usize {
    let body = view.cue(at).filter(|(hit, _)| hit.proclitics.preposition() == Some('ل') && hit.proclitics.article());
    body.map_or(at, |(hit, _)| hit.end)
}

fn title_end(view: View<'_, '_, '_>, at: usize) -> Option<usize> {
    if let Some((hit, _)) = view.title(at) {
        return Some(hit.end);
    }
    let (hit, takes) = view.post(at)?;
    (takes != Takes::Iddafa && view.is_definite(at)).then_some(hit.end)
}

/// `في سلاح الجو الأميركي`: a rank's service.
fn service_end(view: View<'_, '_, '_>, at: usize) -> Option<usize> {
    let preposition = view.scan.words.surface(at);
    let org = view.next(at + 1).filter(|_| preposition == "في")?;
    view.listed(org, |kind| kind == EntityKind::Org).map(|(hit, _)| hit.end)
}

/// A name that begins at a word. After a title it needs less evidence.
fn name_at(view: View<'_, '_, '_>, start: usize, titled: bool) -> Option<Candidate> {
    let mut name = Name::default();
    let mut at = start;
    while name.parts < MOST_PARTS {
        let Some(end) = name.take(view, start, at, titled) else { break };
        name.end = end;
        match view.next_in_name(end) {
            Some(next) => at = next,
            None => break,
        }
    }
    let subject = name.known > 0 && name.parts > 0 && view.is_subject(start);
    (subject || name.strong(titled)).then(|| Candidate {
        start,
        end: name.end,
        span: close_quote(&view.scan.words, view.span(start, name.end, name.proclitics)),
        kind: EntityKind::Pers,
        entry: name.entry,
        full_name: None,
        value: None,
        how: How::Composed,
        proclitics: name.proclitics,
    })
}

/// A name on its way.
#[derive(Default)]
struct Name {
    end: usize,
    parts: usize,
    /// Parts that the lexicon knows and that are nothing else.
    known: usize,
    /// Whether the first part is a given name and nothing else.
    given: bool,
    /// Unknown words since the last known part.
    unknown: usize,
    /// Whether a connector waits for its word.
    open: bool,
    /// Whether the last part is a family name and nothing else: only known parts can follow.
    complete: bool,
    entry: Option<usize>,
    proclitics: Proclitics,
}

impl Name {
    fn strong(&self, titled: bool) -> bool {
        let titled = titled && (self.known > 0 || self.parts > 1);
        self.end > 0
            && (titled || self.entry.is_some() || (self.given && self.parts > 1) || (self.known > 0 && self.parts > 2))
    }

    /// Takes the part at a word, if it is one, and tells where it ends.
    fn take(&mut self, view: View<'_, '_, '_>, start: usize, at: usize, titled: bool) -> Option<usize> {
        let first = at == start;
        if let Some((end, entry)) = listed_person(view, at, first, titled) {
            self.parts += end - at;
            self.known += 1;
            self.unknown = 0;
            self.open = false;
            self.entry = self.entry.or(Some(entry.0));
            self.complete = true;
            if first {
                self.proclitics = entry.1;
            }
            return Some(end);
        }
        if !first && CONNECTORS.contains(&view.scan.words.folded(at)) {
            // The word after a connector decides; without one the connector is none.
            let next = view.next(at + 1)?;
            self.open = true;
            let end = self.take(view, start, next, titled);
            self.open = false;
            return end;
        }
        if let Some(end) = initial_end(view, at).filter(|_| !first || titled) {
            self.parts += 1;
            return Some(end);
        }
        if let Some((hit, part)) = view.name_part(at, !first) {
            let fits = !first || titled || part.given;
            let blocked = !titled && first && view.listed(at, |kind| kind != EntityKind::Pers).is_some();
            let doubtful =
                part.common && !first && !self.open && view.listed(at, |kind| kind == EntityKind::Gpe).is_some();
            if fits && !blocked && !doubtful {
                self.parts += hit.end - at;
                self.known += usize::from(!part.common);
                self.given |= first && part.given && !part.common;
                self.unknown = 0;
                self.complete = !first && part.family && !part.given;
                if first {
                    self.proclitics = hit.proclitics;
                }
                return Some(hit.end);
            }
        }
        if self.parts > 0 && titled && regnal(view, at) {
            self.parts += 1;
            return Some(at + 1);
        }
        // A nisba with or without the article after a given name: `العتيبي`, `روماني`.
        let nisba = self.parts > 0
            && view.nationality(at).is_some_and(|hit| hit.end == at + 1 && hit.proclitics.letters() == 0);
        if nisba && (self.given || titled) && self.unknown == 0 && !view.is_symbol(at + 1, &['/']) {
            self.parts += 1;
            self.complete = true;
            return Some(at + 1);
        }
        let evidence = titled || self.given || self.known > 0;
        let allowed = self.open || (!self.complete && evidence);
        let plausible = plausible(view, at) && !(first && view.is_definite(at));
        if allowed && self.unknown < MOST_UNKNOWN && plausible {
            self.parts += 1;
            self.unknown += 1;
            return Some(at + 1);
        }
        None
    }
}

/// A listed person; a form that needs context counts after a title.
fn listed_person(view: View<'_, '_, '_>, at: usize, first: bool, titled: bool) -> Option<(usize, (usize, Proclitics))> {
    view.scan
        .find(at, |hit, sense| {
            let Sense::Name(name) = sense else { return None };
            let (entry, ambiguity) = view.scan.ambiguity(hit, name)?;
            let sure = ambiguity == Ambiguity::Always || (titled && first && ambiguity == Ambiguity::Context);
            let fits = entry.kind() == EntityKind::Pers && sure && (first || hit.proclitics.is_empty());
            fits.then_some((name.entry as usize, hit.proclitics))
        })
        .map(|(hit, entry)| (hit.end, entry))
}

/// An initial and its full stop: `إ.`, `جي.`, `F.`.
fn initial_end(view: View<'_, '_, '_>, at: usize) -> Option<usize> {
    let dot = view.scan.words.get(at + 1)?;
    let short = view.scan.words.surface(at).chars().count() <= 3 && !view.scan.words.get(at)?.is_symbol();
    let goes_on = view.scan.words.get(at + 2).is_some_and(|w| w.gap == Gap::Space && !w.is_symbol());
    (short && goes_on && dot.is('.') && dot.gap == Gap::None && view.common(at).is_none()).then_some(at + 2)
}

/// The number of a ruler: `تشارلز الثالث`.
fn regnal(view: View<'_, '_, '_>, at: usize) -> bool {
    view.is_definite(at)
        && crate::number::ordinal_at(view.scan, at).is_some_and(|run| run.end == at + 1)
        && at.checked_sub(1).is_some_and(|before| view.name_part(before, false).is_some())
}

/// Whether an unknown word can be part of a name.
fn plausible(view: View<'_, '_, '_>, at: usize) -> bool {
    let letters = view.scan.words.get(at).map_or(0, |w| view.scan.words.codes(w).len());
    letters > 1 && view.is_unknown(at) && !view.is_ordinary(at) && !view.is_attached_definite(at)
}
