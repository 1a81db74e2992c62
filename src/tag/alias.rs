//! Short names that a text gives in brackets after a body's name in full: `وزارة الدفاع القطرية (MOD)`.

use std::collections::HashMap;

use super::candidate::{Candidate, Cover};
use super::mention::How;
use super::view::View;
use crate::gazetteer::{Prefix, readings};
use crate::text::Gap;
use crate::{EntityKind, Proclitics};

/// Letters of a short name in Latin capitals.
const CAPITALS: core::ops::RangeInclusive<usize> = 2..=8;
/// Letters of the shortest one in Arabic.
const SHORTEST: usize = 3;

/// Mentions of the short names in brackets, and of each after them, outside `mentions`.
///
/// Takes time linear in the words.
pub(super) fn find(view: View<'_, '_, '_>, mentions: &[Candidate]) -> Vec<Candidate> {
    // Words in brackets, in the order of the text, and whose names they are.
    let full = mentions.iter().filter_map(|mention| Some((bracketed(view, mention)?, mention)));
    let mut full = full.peekable();
    let Some(&(first, _)) = full.peek() else { return Vec::new() };
    let mut cover = Cover(mentions);
    let mut known: HashMap<&[u8], &Candidate> = HashMap::new();
    let mut found = Vec::new();
    for at in (first..view.len()).filter(|&at| !cover.has(at)) {
        let Some(word) = view.scan.words.get(at).filter(|w| !w.is_symbol() && !w.opaque) else { continue };
        let codes = view.scan.words.codes(word);
        while full.next_if(|&(word, _)| word < at).is_some() {}
        if let Some((_, body)) = full.next_if(|&(word, _)| word == at) {
            known.insert(codes, body);
            found.push(short(view, at, Proclitics::default(), body));
        } else if !known.is_empty() && (view.is_arabic(at) || is_capitals(view, at)) {
            found.extend(known_by(codes, &known).map(|(proclitics, body)| short(view, at, proclitics, body)));
        }
    }
    found
}

/// The one word in brackets after a body's name, when it can be a name.
fn bracketed(view: View<'_, '_, '_>, mention: &Candidate) -> Option<usize> {
    let open = mention.end;
    let named = mention.kind == EntityKind::Org && mention.end > mention.start + 1;
    let near = view.scan.words.get(open).is_some_and(|w| w.gap <= Gap::Space);
    let closed = view.is_symbol(open, &['(']) && view.is_symbol(open + 2, &[')']);
    (named && near && closed && (is_capitals(view, open + 1) || is_short_name(view, open + 1))).then_some(open + 1)
}

/// Whether a word is written in a few Latin capitals.
fn is_capitals(view: View<'_, '_, '_>, at: usize) -> bool {
    let surface = view.scan.words.surface(at);
    CAPITALS.contains(&surface.len()) && surface.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether an unknown word looks like a name: `(إياتا)`, not `(رسمي)`.
fn is_short_name(view: View<'_, '_, '_>, at: usize) -> bool {
    let folded = view.scan.words.folded(at);
    view.is_proper(at) && folded.chars().count() >= SHORTEST && (view.is_definite(at) || !folded.ends_with('ي'))
}

/// Whose short name a word is, and what stands before it.
fn known_by<'m>(codes: &[u8], known: &HashMap<&[u8], &'m Candidate>) -> Option<(Proclitics, &'m Candidate)> {
    let mut best = None;
    readings(codes, &mut |reading| {
        if best.is_none() && reading.prefix == Prefix::None && !reading.proclitics.article() {
            let body = codes.get(reading.from..).and_then(|rest| known.get(rest));
            best = body.map(|&body| (reading.proclitics, body));
        }
    });
    best
}

/// A mention of a body by its short name.
fn short(view: View<'_, '_, '_>, at: usize, proclitics: Proclitics, body: &Candidate) -> Candidate {
    Candidate {
        start: at,
        end: at + 1,
        span: view.span(at, at + 1, proclitics),
        full_name: Some(body.full_name.unwrap_or(body.span)),
        how: How::Repeated,
        proclitics,
        ..body.clone()
    }
}
