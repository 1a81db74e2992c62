//! Possible mentions, and which of them stand.

use std::ops::Range;

use super::mention::{How, Value};
use super::view::View;
use crate::gazetteer::close_quote;
use crate::{EntityKind, Proclitics, Span};

/// A possible mention.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Index of the first word.
    pub(super) start: usize,
    /// One past the index of the last word.
    pub(super) end: usize,
    pub(super) span: Span,
    pub(super) kind: EntityKind,
    /// Index of the gazetteer entry.
    pub(super) entry: Option<usize>,
    /// Where the text has the name in full.
    pub(super) full_name: Option<Span>,
    pub(super) value: Option<Value>,
    pub(super) how: How,
    pub(super) proclitics: Proclitics,
}

impl Candidate {
    /// Words that a grammar makes a mention of, the closing quotation mark after them included.
    pub(super) fn composed(
        view: View<'_, '_, '_>,
        words: Range<usize>,
        kind: EntityKind,
        proclitics: Proclitics,
    ) -> Self {
        let span = close_quote(view.scan.words.text(), view.span(words.start, words.end, proclitics));
        Self { proclitics, ..Self::new(words, span, kind, How::Composed) }
    }

    /// Words under a span, nothing written before them.
    pub(super) fn new(words: Range<usize>, span: Span, kind: EntityKind, how: How) -> Self {
        Self {
            start: words.start,
            end: words.end,
            span,
            kind,
            entry: None,
            full_name: None,
            value: None,
            how,
            proclitics: Proclitics::default(),
        }
    }
}

/// Keeps the best of overlapping candidates: the longest, then the user's own
/// (the first `own` entries), then what does not rest on another mention unless
/// it is a surname, then the first in the order of kinds, then listed before
/// composed. Sorted by place.
///
/// Takes time linear in the candidates but for the sorting.
pub(super) fn resolve(mut candidates: Vec<Candidate>, words: usize, own: usize) -> Vec<Candidate> {
    candidates.sort_by_key(|c| {
        let owned = c.entry.is_some_and(|entry| entry < own);
        (
            std::cmp::Reverse(c.end - c.start),
            !owned,
            c.how == How::Supported && c.kind != EntityKind::Pers,
            rank(c.kind),
            c.proclitics.letters(),
            c.how != How::Listed,
            c.start,
        )
    });
    let mut taken = vec![false; words];
    candidates.retain(|c| {
        let place = taken.get_mut(c.start..c.end);
        place.is_some_and(|place| {
            let free = !place.contains(&true);
            if free {
                place.fill(true);
            }
            free
        })
    });
    candidates.sort_by_key(|c| c.start);
    candidates
}

/// Of two mentions of the same words the lower one stands.
fn rank(kind: EntityKind) -> u8 {
    match kind {
        EntityKind::Date | EntityKind::Time => 0,
        EntityKind::Money | EntityKind::Percent | EntityKind::Quantity => 1,
        EntityKind::Occ => 2,
        EntityKind::Pers => 3,
        EntityKind::Gpe => 4,
        EntityKind::Org => 5,
        EntityKind::Loc => 6,
        EntityKind::Norp => 7,
        EntityKind::Cardinal | EntityKind::Ordinal => 9,
        _ => 8,
    }
}
