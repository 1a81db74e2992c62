//! Names that the first sentence of an article defines: `… (بالألمانية: …) هو كيميائي`, `… هي بلدية`, `… (ولد 1960)`.

use super::candidate::Candidate;
use super::view::View;
use crate::text::Gap;
use crate::{EntityKind, Proclitics};

/// Words of the longest name.
const LONGEST: usize = 4;
/// Letters of the shortest name that is spelt as an Arabic word.
const SHORTEST: usize = 3;
/// Words of the longest bracket between the name and what it is.
const LONGEST_BRACKET: usize = 24;

/// Candidates for every unknown name that begins a line and is told to be a person, a place or a body.
pub(super) fn find(view: View<'_, '_, '_>) -> Vec<Candidate> {
    (0..view.len()).filter(|&at| view.begins_line(at)).filter_map(|at| defined(view, at)).collect()
}

/// The name that begins a line at a word.
fn defined(view: View<'_, '_, '_>, at: usize) -> Option<Candidate> {
    // One unknown word that is spelt as an Arabic one can be a place's name, when the line says so.
    let long = || view.scan.words.folded(at).chars().count() >= SHORTEST;
    let word = || (view.is_proper(at) && !view.is_definite(at) && long()).then_some(at + 1);
    let foreign = name_end(view, at);
    let end = foreign.or_else(word)?;
    let bracket = bracket_end(view, end);
    let told = bracket.unwrap_or(end);
    let kind = if (end..told).any(|word| ["ولد", "ولدت", "مواليد"].contains(&view.scan.words.surface(word)))
    {
        EntityKind::Pers
    } else {
        what(view, told)?
    };
    let fits = foreign.is_some() || matches!(kind, EntityKind::Gpe | EntityKind::Loc);
    fits.then(|| Candidate::composed(view, at..end, kind, Proclitics::default()))
}

/// Where a name of foreign words and parts of names ends.
fn name_end(view: View<'_, '_, '_>, start: usize) -> Option<usize> {
    let part = |at: usize| view.name_part(at, true).is_some_and(|(hit, _)| hit.end == at + 1);
    let named = |&at: &usize| (at == start || view.next(at).is_some()) && (view.is_foreign(at) || part(at));
    let words = (start..start + LONGEST).take_while(named).count();
    (words > 0 && (start..start + words).any(|at| view.is_foreign(at))).then_some(start + words)
}

/// Past the bracket that opens at a word.
fn bracket_end(view: View<'_, '_, '_>, open: usize) -> Option<usize> {
    let near = view.scan.words.get(open).is_some_and(|w| w.gap <= Gap::Space) && view.is_symbol(open, &['(']);
    let close = (open + 1..=open + LONGEST_BRACKET).find(|&at| view.is_symbol(at, &[')']));
    close.filter(|_| near).map(|close| close + 1)
}

/// What a pronoun and the noun after it say that somebody or something is.
fn what(view: View<'_, '_, '_>, at: usize) -> Option<EntityKind> {
    let word = view.scan.words.get(at).filter(|w| w.gap <= Gap::Space && !w.is_symbol()).map(|_| at)?;
    let noun = ["هو", "هي"].contains(&view.scan.words.surface(word)).then(|| view.next(word + 1)).flatten()?;
    if view.is_definite(noun) {
        return None;
    }
    if view.title(noun).is_some() || view.post(noun).is_some() {
        return Some(EntityKind::Pers);
    }
    let (_, cue) = view.cue(noun).filter(|(hit, _)| hit.proclitics.is_empty())?;
    let thing = matches!(cue.kind, EntityKind::Gpe | EntityKind::Loc | EntityKind::Fac | EntityKind::Org);
    (thing && (cue.role.introduces() || cue.role.takes_any())).then_some(cue.kind)
}
