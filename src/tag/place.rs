//! Places that a cue noun introduces: `بلدة …`.

use super::candidate::Candidate;
use super::view::View;
use super::words::Role;
use crate::{EntityKind, Proclitics};

/// Nouns that are as often something else: `قضاء العطلة`, `مقاطعة المنتجات`, `منطقة الخطر`.
const DOUBTFUL: [&str; 7] = ["قضاء", "مقاطعه", "دوله", "مملكه", "منطقه", "ناحيه", "حي"];
/// First words of many place names: `كفر كلا`.
const FIRST: [&str; 16] =
    ["بيت", "كفر", "دير", "خان", "تل", "عين", "راس", "ام", "نيو", "سان", "بورت", "سيدي", "اولاد", "بير", "وادي", "ابو"];

/// Candidates for unknown names after a noun such as `مدينة` or `قرية`.
pub(super) fn find(view: View<'_, '_, '_>) -> Vec<Candidate> {
    (0..view.len())
        .filter_map(|at| {
            let (hit, cue) = view.cue(at)?;
            let place = matches!(cue.kind, EntityKind::Gpe | EntityKind::Loc);
            let introduces = place && cue.role == Role::Intro && !hit.proclitics.article();
            let start = view.next(hit.end).filter(|_| introduces)?;
            let sure =
                !DOUBTFUL.iter().any(|noun| view.scan.words.folded(at).ends_with(noun)) || !view.is_definite(start);
            let named = |at: usize| view.is_proper(at) && !view.is_attached_definite(at);
            if FIRST.contains(&view.scan.words.folded(start)) {
                let second = view.next(start + 1).filter(|&second| named(second))?;
                return Some(Candidate::composed(view, start..second + 1, cue.kind, Proclitics::default()));
            }
            (sure && named(start)).then(|| Candidate::composed(view, start..start + 1, cue.kind, Proclitics::default()))
        })
        .collect()
}
