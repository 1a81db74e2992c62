//! The second pass: names that stand in full, or beside a cue, elsewhere in the text.

use std::collections::HashMap;

use super::candidate::Candidate;
use super::mention::How;
use super::view::View;
use super::words::{TagWord, Takes};
use crate::gazetteer::{Hit, Prefix, readings};
use crate::text::ARTICLE;
use crate::{EntityKind, Proclitics};

/// Words from a short or doubtful form to the name that explains it. A text can
/// be a whole archive, and what one article introduces, another does not mean.
pub(super) const REACH: usize = 2_000;

/// Mentions of what `mentions` name, outside them: a part of a person's name
/// that can stand alone, the same name again where nothing leads to it, and a
/// post for the person who has been introduced with it (`الوزير`).
///
/// `mentions` are sorted and do not overlap. Takes time linear in the words but
/// for a binary search for each.
pub(super) fn find(view: View<'_, '_, '_>, mentions: &[Candidate]) -> Vec<Candidate> {
    let mut covered = vec![false; view.len() + 1];
    for mention in mentions {
        if let Some(words) = covered.get_mut(mention.start..mention.end) {
            words.fill(true);
        }
    }
    let names = Names::new(view, mentions);
    let free = |word: usize| covered.get(word) == Some(&false);
    let mut found: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < view.len() {
        let again = if free(at) { names.at(view, at).filter(|c| (c.start..c.end).all(free)) } else { None };
        // آل before the word may belong to the mention.
        let again = again.filter(|c| found.last().is_none_or(|last| last.end <= c.start));
        at = again.as_ref().map_or(at + 1, |c| c.end.max(at + 1));
        found.extend(again);
    }
    found
}

/// Mentions by the codes of a word, in the order of the text.
#[derive(Default)]
struct Places<'m>(HashMap<&'m [u8], Vec<&'m Candidate>>);

impl<'m> Places<'m> {
    fn add(&mut self, view: View<'m, '_, '_>, word: usize, mention: &'m Candidate) {
        if let Some(word) = view.scan.words.get(word).filter(|w| !w.is_symbol()) {
            self.0.entry(view.scan.words.codes(word)).or_default().push(mention);
        }
    }

    /// The nearest mention before a word, else the nearest after it.
    fn near(&self, codes: &[u8], at: usize) -> Option<&'m Candidate> {
        let all = self.0.get(codes)?;
        let next = all.partition_point(|m| m.start <= at);
        let before = next.checked_sub(1).and_then(|last| all.get(last)).filter(|m| at < m.end + REACH);
        before.or_else(|| all.get(next).filter(|m| m.start < at + REACH)).copied()
    }
}

/// What can be mentioned again.
#[derive(Default)]
struct Names<'m> {
    /// By a word that names its owner alone.
    short: Places<'m>,
    /// By the word after آل.
    houses: Places<'m>,
    /// By the first word of several.
    long: Places<'m>,
    /// Persons by the head of the post before them, without the article.
    posts: Places<'m>,
    endings: Endings,
}

/// The last two letters of words. What has not the ending of any name is none,
/// whatever is written before it.
#[derive(Default)]
struct Endings([u64; 32]);

impl Endings {
    /// A word and a bit, which two endings may share.
    fn place(codes: &[u8]) -> (usize, u64) {
        let &[.., first, second] = codes else { return (0, 0) };
        (usize::from(first) % 32, 1 << (second % 64))
    }

    fn add(&mut self, codes: &[u8]) {
        let (at, bit) = Self::place(codes);
        self.0.get_mut(at).into_iter().for_each(|bits| *bits |= bit);
    }

    fn has(&self, codes: &[u8]) -> bool {
        let (at, bit) = Self::place(codes);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }
}

/// Whether the word is the second of a name such as `آل ثاني`.
fn is_house(view: View<'_, '_, '_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| view.scan.words.surface(before) == "آل" && view.next(at).is_some())
}

impl<'m> Names<'m> {
    fn new(view: View<'m, '_, '_>, mentions: &'m [Candidate]) -> Self {
        let mut names = Self::default();
        for (i, mention) in mentions.iter().enumerate() {
            let last = mention.end.saturating_sub(1);
            let several = mention.start < last;
            match mention.kind {
                EntityKind::Pers if several => {
                    if is_house(view, last) {
                        names.houses.add(view, last, mention);
                    } else if is_distinct(view, last) {
                        names.short.add(view, last, mention);
                    }
                    if is_first_name(view, mention.start) {
                        names.short.add(view, mention.start, mention);
                    }
                    names.long.add(view, mention.start, mention);
                }
                // What a list has without doubt is found without help.
                EntityKind::Pers | EntityKind::Gpe | EntityKind::Loc | EntityKind::Fac
                    if !several
                        && mention.how != How::Listed
                        && mention.proclitics.is_empty()
                        && is_distinct(view, last) =>
                {
                    names.short.add(view, last, mention);
                }
                _ => {}
            }
            if mention.kind == EntityKind::Pers {
                names.add_post(view, mentions.get(..i).and_then(<[_]>::last), mention);
            }
        }
        let places = [&names.short, &names.houses, &names.long, &names.posts];
        for codes in places.into_iter().flat_map(|places| places.0.keys()) {
            names.endings.add(codes);
        }
        names
    }

    /// Keeps a person by the post right before the name.
    fn add_post(&mut self, view: View<'m, '_, '_>, before: Option<&Candidate>, person: &'m Candidate) {
        let post = before.filter(|b| b.kind == EntityKind::Occ && b.end == person.start);
        if let Some(word) = post.and_then(|post| view.scan.words.get(post.start)) {
            let codes = view.scan.words.codes(word);
            let head = codes.strip_prefix(&ARTICLE).unwrap_or(codes);
            self.posts.0.entry(head).or_default().push(person);
        }
    }

    fn at(&self, view: View<'_, '_, '_>, at: usize) -> Option<Candidate> {
        let word = view.scan.words.get(at).filter(|w| !w.is_symbol() && !w.opaque)?;
        let codes = Some(view.scan.words.codes(word)).filter(|codes| self.endings.has(codes))?;
        if is_house(view, at) {
            let full = self.houses.near(codes, at)?;
            return Some(again(view, at - 1, at + 1, Proclitics::default(), full));
        }
        let mut best = None;
        readings(codes, &mut |reading| {
            let bare = codes.get(reading.from..).unwrap_or(&[]);
            if best.is_none() && reading.prefix == Prefix::None && !reading.proclitics.article() && bare.len() > 2 {
                best = self.long(view, bare, at, reading.proclitics);
                best = best.take().or_else(|| {
                    let full = self.short.near(bare, at)?;
                    let first = at.checked_sub(1).filter(|_| reading.proclitics.is_empty());
                    let first = first.and_then(|before| Some((before, begins(view, before, full)?)));
                    let (start, proclitics) = first.unwrap_or((at, reading.proclitics));
                    Some(again(view, start, at + 1, proclitics, full))
                });
            }
        });
        best.or_else(|| self.post(view, codes, at))
    }

    /// The same several words again.
    fn long(&self, view: View<'_, '_, '_>, bare: &[u8], at: usize, proclitics: Proclitics) -> Option<Candidate> {
        let full = self.long.near(bare, at)?;
        let same = |i: usize| {
            let words = &view.scan.words;
            let (here, there) = (words.get(at + i)?, words.get(full.start + i)?);
            (view.next(at + i).is_some() && words.codes(here) == words.codes(there)).then_some(())
        };
        let end = at + (full.end - full.start);
        (1..full.end - full.start).all(|i| same(i).is_some()).then(|| again(view, at, end, proclitics, full))
    }

    /// A post alone, for the person who has been introduced with it before.
    fn post(&self, view: View<'_, '_, '_>, codes: &[u8], at: usize) -> Option<Candidate> {
        let (hit, takes): (Hit, Takes) = view.post(at)?;
        let alone = takes != Takes::Iddafa || hit.end == at + 1;
        let person = self.posts.near(codes.strip_prefix(&ARTICLE)?, at).filter(|person| person.start < at && alone)?;
        let governs = view.next(at + 1).is_some_and(|next| view.is_definite(next) || view.nationality(next).is_some());
        (hit.proclitics.letters() == 0 && hit.end == at + 1 && !governs)
            .then(|| Candidate { kind: EntityKind::Occ, ..again(view, at, at + 1, Proclitics::default(), person) })
    }
}

/// What is written before a word that begins the full name and stands before its last part: `سالم النعيمي`.
fn begins(view: View<'_, '_, '_>, at: usize, full: &Candidate) -> Option<Proclitics> {
    view.next(at + 1).filter(|_| full.end > full.start + 1)?;
    let words = &view.scan.words;
    let name = words.get(full.start).map(|word| words.codes(word))?;
    let name = name.get(full.proclitics.letters()..).filter(|name| name.len() > 2)?;
    let codes = words.get(at).map(|word| words.codes(word))?;
    let mut found = None;
    readings(codes, &mut |reading| {
        if found.is_none() && reading.prefix == Prefix::None && codes.get(reading.from..) == Some(name) {
            found = Some(reading.proclitics);
        }
    });
    found
}

/// Whether the first word of a name is likely to be nothing else.
fn is_first_name(view: View<'_, '_, '_>, at: usize) -> bool {
    let named = view.name_part(at, true).is_some_and(|(hit, part)| !part.common && hit.end == at + 1);
    let other = view.is_definite(at) || view.is_verb(at) || view.connector(at).is_some() || view.title(at).is_some();
    !other && is_distinct(view, at) && (named || view.is_proper(at))
}

/// Whether a word is a post, a rank or a word of respect, which can end a name: `نواف الملك`, `إبراهيم باشا`.
fn is_title(view: View<'_, '_, '_>, at: usize) -> bool {
    let respect = |word| matches!(word, TagWord::Rank | TagWord::Honorific);
    view.post(at).is_some() || view.title(at).is_some_and(|(_, word)| respect(word))
}

/// Whether a word that ends or makes a name is likely to be nothing else.
fn is_distinct(view: View<'_, '_, '_>, at: usize) -> bool {
    let long = view.scan.words.codes_at(at).len() > 2;
    let part = view.name_part(at, true).map(|(_, part)| part);
    let ordinary = match part {
        Some(part) => part.respect || part.common && view.is_verb(at),
        None => view.is_ordinary(at) && !(view.is_definite(at) && view.is_nisba(at)),
    };
    let title = part.is_none_or(|part| !part.given) && is_title(view, at);
    long && !ordinary && !title && view.common(at).is_none() && view.nationality(at).is_none()
}

/// What a full name names, under other words.
fn again(view: View<'_, '_, '_>, start: usize, end: usize, proclitics: Proclitics, full: &Candidate) -> Candidate {
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
