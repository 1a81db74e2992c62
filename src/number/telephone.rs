//! Digits that are a telephone number, or another number that names and does not count.

use super::digits::{before, count};
use super::grammar::digits_follow;
use super::words::{Lead, Role, role_at};
use crate::lexicon::Scan;
use crate::text::{Gap, WordKind, Words};

/// As few digits are not a telephone number without a sign that says so.
const FEWEST: usize = 9;
/// No word makes one of fewer: a row of class telephone says for each how many it takes.
const FEWEST_NAMED: usize = 6;
/// As many groups are never written apart.
const MOST_GROUPS: usize = 6;
/// How many words before the digits are looked at for what they are: `هاتف المكتب رقم`.
const WORDS_BEFORE: usize = 3;

/// One past the telephone number that begins at a word, if one does.
pub(super) fn telephone(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    let words = &scan.words;
    let word = words.get(at)?;
    if word.is('(') && words.get(at + 1).is_some_and(|w| w.is('+')) && digits_follow(scan, at + 1) {
        let closed = words.get(at + 3).is_some_and(|w| w.is(')'));
        return closed.then(|| phone_end(words, at + 2));
    }
    if word.is('+') && digits_follow(scan, at) && international(words, at + 1) {
        return Some(phone_end(words, at + 1));
    }
    if word.kind != WordKind::Digits {
        return None;
    }
    if let Some(end) = groups(words, at) {
        return Some(end);
    }
    match count(words, at) {
        FEWEST.. => extension(scan, at + 1).or_else(|| is_named(scan, at).then_some(at + 1)),
        FEWEST_NAMED.. => is_named(scan, at).then_some(at + 1),
        _ => None,
    }
}

/// The end of three groups or more that stand apart as only those of telephone numbers do: `650 701 8887`.
fn groups(words: &Words<'_>, at: usize) -> Option<usize> {
    let starts = before(words, at).is_none_or(|w| w.kind != WordKind::Digits);
    if !starts || !(2..=3).contains(&count(words, at)) {
        return None;
    }
    let (mut end, mut total, mut parts, mut last) = (at + 1, count(words, at), 1, 0);
    while let Some(word) = words.get(end) {
        let dash = usize::from(word.is('-'));
        let group = words.get(end + dash).filter(|w| w.kind == WordKind::Digits && w.gap <= Gap::Space);
        if group.is_none() || word.gap > Gap::Space || parts > MOST_GROUPS {
            break;
        }
        last = count(words, end + dash);
        (end, total, parts) = (end + dash + 1, total + last, parts + 1);
    }
    (parts >= 3 && (FEWEST..=12).contains(&total) && last == 4).then_some(end)
}

/// Whether a word for a telephone or an identification stands before the digits.
fn is_named(scan: &Scan<'_, '_>, at: usize) -> bool {
    let from = at.saturating_sub(WORDS_BEFORE);
    let fewest = |i: usize| {
        let found = role_at(scan, i, Lead::Start, |_, role| match role {
            Role::Telephone(digits) => Some(usize::from(digits)),
            _ => None,
        });
        found.map(|(_, digits)| digits)
    };
    (from..at).filter_map(fewest).any(|fewest| count(&scan.words, at) >= fewest)
}

/// The end of `x 897`, `فرعي 897`.
fn extension(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    let digits = scan.words.get(at + 1).is_some_and(|w| w.kind == WordKind::Digits && w.gap <= Gap::Space);
    let word = matches!(scan.words.folded(at), "x" | "ext" | "فرعي" | "تحويله" | "داخلي");
    (digits && word).then_some(at + 2)
}

/// One past the last group of a telephone number whose groups stand apart.
pub(super) fn phone_end(words: &Words<'_>, from: usize) -> usize {
    let mut end = from;
    while let Some(word) = words.get(end) {
        let part = word.kind == WordKind::Digits || word.is_any(&['-', '(', ')', '.', '/']);
        if !part || word.gap > Gap::Space {
            break;
        }
        end += 1;
    }
    end
}

/// Whether the digits after a `+` are a telephone number: many, or in groups.
pub(super) fn international(words: &Words<'_>, at: usize) -> bool {
    count(words, at) > 6 || words.get(at + 1).is_some_and(|w| w.kind == WordKind::Digits || w.is_any(&['-', '(']))
}
