//! Possible mentions, and which of them stand.

use std::ops::Range;

use super::mention::{How, Value};
use super::view::View;
use crate::gazetteer::close_quote;
use crate::text::{Gap, QUOTES, WordKind};
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
    /// Elsewhere, so that candidates are quick to sort.
    pub(super) value: Option<Box<Value>>,
    pub(super) how: How,
    pub(super) proclitics: Proclitics,
    /// Whether nothing speaks against it: no better candidate of the same words, and no quotation that ends inside it
    /// and begins before: `البرلمان» العراقي`.
    pub(super) stands: bool,
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
        let stands = !is_torn(view, words.clone());
        Self { proclitics, stands, ..Self::new(words, span, kind, How::Composed) }
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
            stands: true,
        }
    }
}

/// Whether a quotation mark between the words has its fellow before them, or none.
fn is_torn(view: View<'_, '_, '_>, words: Range<usize>) -> bool {
    let mark = |at: &usize| view.is_symbol(*at, &QUOTES) && !is_apostrophe(view, *at);
    let open = words.start.checked_sub(1).is_some_and(|open| mark(&open));
    let closed = usize::from(mark(&words.end));
    let mut inside = words.skip(1).filter(mark);
    let Some(first) = inside.next() else { return false };
    // `"مسجد" كلمة من "سجد"`: the mark before the first word and the first one between them belong together.
    let ended = || open && is_tight(view, first) && !is_tight(view, first + 1);
    view.is_symbol(first, &['»']) || ended() || (inside.count() + closed) % 2 == 0
}

/// Whether a mark stands between two letters of another script: `Moody's`.
fn is_apostrophe(view: View<'_, '_, '_>, at: usize) -> bool {
    let letters = |at: usize| view.scan.words.get(at).is_some_and(|w| w.kind == WordKind::Other);
    is_tight(view, at) && is_tight(view, at + 1) && at.checked_sub(1).is_some_and(letters) && letters(at + 1)
}

/// Whether nothing stands between a word or symbol and the one before it.
fn is_tight(view: View<'_, '_, '_>, at: usize) -> bool {
    view.scan.words.get(at).is_some_and(|word| word.gap == Gap::None)
}

/// Sorted mentions, of which it is asked word by word whether they cover it.
pub(super) struct Cover<'m>(pub(super) &'m [Candidate]);

impl Cover<'_> {
    /// Whether a mention covers the word, which is none before that of the last call.
    pub(super) fn has(&mut self, at: usize) -> bool {
        while let [mention, after @ ..] = self.0 {
            if mention.end > at {
                return mention.start <= at;
            }
            self.0 = after;
        }
        false
    }
}

/// Keeps the best of overlapping candidates: the longest, then the user's own
/// (the first `own` entries), then what does not rest on another mention unless
/// it is a surname, then the first in the order of kinds, which a person composed
/// of several words is the last of, then listed before composed. What a
/// quotation mark tears is none. Sorted by place.
///
/// Takes time linear in the candidates but for the sorting.
pub(super) fn resolve(mut candidates: Vec<Candidate>, words: usize, own: usize) -> Vec<Candidate> {
    // Numbers are quicker to sort; the index below each makes them differ, and finds the candidate again.
    let mut order: Vec<u128> = (0..).zip(&candidates).map(|(at, c)| precedence(c, own) << 32 | at).collect();
    order.sort_unstable();
    let mut taken = vec![false; words];
    for at in order {
        let Some(c) = candidates.get_mut(at as u32 as usize) else { continue };
        let free = taken.get_mut(c.start..c.end).filter(|place| c.stands && !place.iter().any(|&taken| taken));
        c.stands = free.is_some();
        free.into_iter().flatten().for_each(|taken| *taken = true);
    }
    candidates.retain(|c| c.stands);
    candidates.sort_by_key(|c| c.start);
    candidates
}

/// The less, the sooner a candidate stands, as [`resolve`] says. Of 96 bits at most.
fn precedence(c: &Candidate, own: usize) -> u128 {
    let several = c.end > c.start + 1;
    let composed = several && c.how == How::Composed && c.kind == EntityKind::Pers;
    let owned = c.entry.is_some_and(|entry| entry < own);
    let supported = c.how == How::Supported && c.kind != EntityKind::Pers;
    let rank = if composed { COMPOSED_PERSON } else { rank(c.kind) };
    // Words are counted in 32 bits: no text that fits in memory has more.
    let shorter = u32::MAX - (c.end - c.start) as u32;
    let flags = [
        u8::from(!owned) << 1 | u8::from(supported),
        rank,
        c.proclitics.letters() as u8,
        u8::from(c.how != How::Listed),
    ];
    u128::from(u64::from(shorter) << 32 | u64::from(u32::from_be_bytes(flags))) << 32 | c.start as u128
}

/// The rank of a person's name of several words that no list has.
const COMPOSED_PERSON: u8 = 10;

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
