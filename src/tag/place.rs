//! Places that a cue noun introduces: `بلدة …`.

use super::candidate::Candidate;
use super::organisation::candidate;
use super::view::View;
use super::words::Role;
use crate::{EntityKind, Proclitics};

/// Candidates for unknown names after a noun such as `مدينة` or `قرية`.
pub(super) fn find(view: View<'_, '_, '_>) -> Vec<Candidate> {
    (0..view.len())
        .filter_map(|at| {
            let (hit, cue) = view.cue(at)?;
            let place = matches!(cue.kind, EntityKind::Gpe | EntityKind::Loc);
            let introduces = place && cue.role == Role::Intro && !hit.proclitics.article();
            let start = view.next(hit.end).filter(|_| introduces)?;
            let named = view.is_proper(start) && !view.is_attached_definite(start);
            named.then(|| candidate(view, start, start + 1, cue.kind, Proclitics::default()))
        })
        .collect()
}
