//! Places that a cue noun introduces: `بلدة …`.

use super::candidate::Candidate;
use super::view::{View, ordinary};
use super::words::{Cue, Role};
use crate::{EntityKind, Proclitics};

/// Candidates for unknown names after a noun such as `مدينة` or `قرية`.
pub(super) fn find(view: View<'_, '_, '_>) -> Vec<Candidate> {
    (0..view.len())
        .filter_map(|at| {
            // `فؤاد` is not ف and `واد`.
            let (hit, cue) = view.cue(at).filter(|(hit, _)| !ordinary(view, hit))?;
            let place = matches!(cue.kind, EntityKind::Gpe | EntityKind::Loc);
            let introduces = place && cue.role.introduces() && !hit.proclitics.article();
            let start = view.next(hit.end).filter(|_| introduces)?;
            let named = |at: usize| {
                let accusative = view.scan.words.surface(at).contains('\u{064B}'); // ARABIC FATHATAN
                view.is_proper(at) && !view.is_attached_definite(at) && !accusative
            };
            let end = match view.cue(start) {
                // `كفر كلا`
                Some((first, Cue { role: Role::First, .. })) => {
                    view.next(first.end).filter(|&second| named(second))? + 1
                }
                _ if cue.role == Role::Doubtful && view.is_definite(start) => return None,
                _ => Some(start + 1).filter(|_| named(start))?,
            };
            Some(Candidate::composed(view, start..end, cue.kind, Proclitics::default()))
        })
        .collect()
}
