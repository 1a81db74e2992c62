//! The second pass: short forms of names that stand in full elsewhere.

use std::collections::HashMap;

use super::candidate::Candidate;
use super::mention::How;
use super::view::View;
use crate::gazetteer::{Prefix, readings};
use crate::{EntityKind, Proclitics};

/// Mentions of the last part of a person's full name alone, outside `mentions`.
pub(super) fn find(view: View<'_, '_, '_>, mentions: &[Candidate]) -> Vec<Candidate> {
    let mut covered = vec![false; view.len()];
    for mention in mentions {
        if let Some(words) = covered.get_mut(mention.start..mention.end) {
            words.fill(true);
        }
    }
    let shorts = Shorts::new(view, mentions);
    let mut found = Vec::new();
    for at in 0..view.len() {
        if covered.get(at) == Some(&false) {
            // آل before the word may belong to a mention.
            found.extend(shorts.at(view, at).filter(|short| covered.get(short.start) == Some(&false)));
        }
    }
    found
}

/// Short forms by the codes of their words.
struct Shorts<'m> {
    by_codes: HashMap<Vec<u8>, &'m Candidate>,
    /// Names that follow آل.
    houses: HashMap<Vec<u8>, &'m Candidate>,
}

/// Whether the word is the second of a name such as `آل ثاني`.
fn is_house(view: View<'_, '_, '_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| view.scan.words.surface(before) == "آل" && view.next(at).is_some())
}

impl<'m> Shorts<'m> {
    fn new(view: View<'_, '_, '_>, mentions: &'m [Candidate]) -> Self {
        let mut by_codes = HashMap::new();
        let mut houses = HashMap::new();
        for mention in mentions.iter().filter(|m| m.kind == EntityKind::Pers && m.end > m.start + 1) {
            let last = mention.end - 1;
            if let Some(word) = view.scan.words.get(last).filter(|w| !w.is_symbol()) {
                let codes = view.scan.words.codes(word);
                // Short or ordinary family names are too likely to be something else, but not after آل.
                let ordinary = codes.len() < 3 || view.common(last).is_some() || view.nationality(last).is_some();
                if is_house(view, last) {
                    houses.entry(codes.to_vec()).or_insert(mention);
                } else if !ordinary {
                    by_codes.entry(codes.to_vec()).or_insert(mention);
                }
            }
        }
        Self { by_codes, houses }
    }

    fn at(&self, view: View<'_, '_, '_>, at: usize) -> Option<Candidate> {
        let word = view.scan.words.get(at).filter(|w| !w.is_symbol() && !w.opaque)?;
        let codes = view.scan.words.codes(word);
        if is_house(view, at) {
            return self.houses.get(codes).map(|full| short(view, at - 1, at + 1, Proclitics::default(), full));
        }
        let mut best: Option<(Proclitics, &Candidate)> = None;
        readings(codes, &mut |reading| {
            if best.is_none() && reading.prefix == Prefix::None && !reading.proclitics.article() {
                let full = codes.get(reading.from..).and_then(|rest| self.by_codes.get(rest));
                best = full.map(|&full| (reading.proclitics, full));
            }
        });
        let (proclitics, full) = best?;
        Some(short(view, at, at + 1, proclitics, full))
    }
}

/// A short form of a full name.
fn short(view: View<'_, '_, '_>, start: usize, end: usize, proclitics: Proclitics, full: &Candidate) -> Candidate {
    Candidate {
        start,
        end,
        span: view.span(start, end, proclitics),
        how: How::Repeated,
        full_name: Some(full.full_name.unwrap_or(full.span)),
        proclitics,
        ..full.clone()
    }
}
