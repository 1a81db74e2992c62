//! The second pass: names that stand in full, or beside a cue, elsewhere in the text.

use std::collections::HashMap;

use super::candidate::{Candidate, Cover};
use super::mention::How;
use super::view::View;
use super::words::{Beside, Class, Joint, TagWord, Takes};
use crate::gazetteer::{Hit, Prefix, readings};
use crate::text::{ALEF, ARTICLE, LAM};
use crate::{EntityKind, Proclitics};

/// Words from a short or doubtful form to the name that explains it. A text can
/// be a whole archive, and what one article introduces, another does not mean.
pub(super) const REACH: usize = 2_000;

/// Mentions of what `mentions` name, outside them: a part of a person's name
/// that can stand alone, the same name again where nothing leads to it, and a
/// post for the person who has been introduced with it (`الوزير`).
///
/// `mentions` are sorted and do not overlap. Takes time linear in the words but
/// for the sorting of the names and a binary search for each word that ends as one.
pub(super) fn find(view: View<'_, '_, '_>, mentions: &[Candidate]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    // Most texts name nobody twice: only what ends alike is looked at any further.
    let mut endings = Endings::default();
    let mut any = false;
    parts(mentions, &mut |part| {
        endings.add(part.codes(view));
        any = true;
    });
    if !any {
        return found;
    }
    let mut cover = Cover(mentions);
    let words = view.scan.words.iter().enumerate();
    let alike = words.filter(|(_, word)| endings.has(view.scan.words.codes(word)) && !word.opaque);
    let alike: Vec<usize> = alike.map(|(at, _)| at).filter(|&at| !cover.has(at)).collect();
    let all = names(view, mentions, &alike);
    if all.is_empty() {
        return found;
    }
    let names = Names::new(&all);
    for at in alike {
        // آل before the word may belong to the mention.
        let end = found.last().map_or(0, |last| last.end);
        let again = if at < end { None } else { names.at(view, at) };
        found.extend(again.filter(|c| end <= c.start && is_outside(mentions, c)));
    }
    found
}

/// Whether no mention has any of the words of a candidate.
fn is_outside(mentions: &[Candidate], candidate: &Candidate) -> bool {
    let next = mentions.partition_point(|m| m.end <= candidate.start);
    mentions.get(next).is_none_or(|next| candidate.end <= next.start)
}

/// The last three letters of words. What has not the ending of any name is none,
/// whatever is written before it.
#[derive(Default)]
struct Endings([u64; 32]);

impl Endings {
    /// A number and a bit, which some endings share; no bit for no word. A post is
    /// sought behind the article, and a short word has its ending with the article.
    fn place(codes: &[u8]) -> (usize, u64) {
        let (first, second, third) = match *codes {
            [.., first, second, third] => (first, second, third),
            [second, third] => (LAM, second, third),
            [third] => (ALEF, LAM, third),
            [] => return (0, 0),
        };
        (usize::from((second ^ first << 2) % 32), 1 << ((third ^ first << 3) % 64))
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

/// A word by which a mention may be known again.
struct Part<'m> {
    role: Role,
    /// Index of the word.
    at: usize,
    mention: &'m Candidate,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    /// The first word of several.
    First,
    /// The last word, or the only one.
    Last,
    /// The head of the post before a person.
    Post,
}

impl Part<'_> {
    /// The codes of the word, of a post without the article.
    fn codes<'s>(&self, view: View<'s, '_, '_>) -> &'s [u8] {
        let codes = view.scan.words.codes_at(self.at);
        if self.role == Role::Post { codes.strip_prefix(&ARTICLE).unwrap_or(codes) } else { codes }
    }
}

/// Calls `each` with what may name the mentions again, whatever the words are.
fn parts<'m>(mentions: &'m [Candidate], each: &mut impl FnMut(Part<'m>)) {
    let mut before: Option<&Candidate> = None;
    for mention in mentions {
        let person = mention.kind == EntityKind::Pers;
        let several = mention.end > mention.start + 1;
        let named = matches!(mention.kind, EntityKind::Pers | EntityKind::Gpe | EntityKind::Loc | EntityKind::Fac);
        // What a list has without doubt is found without help.
        let doubtful = mention.how != How::Listed && mention.proclitics.is_empty();
        let mut add = |role, at| each(Part { role, at, mention });
        if person && several {
            add(Role::Last, mention.end - 1);
            add(Role::First, mention.start);
        } else if named && !several && doubtful {
            add(Role::Last, mention.start);
        }
        if let Some(post) = before.filter(|b| person && b.kind == EntityKind::Occ && b.end == mention.start) {
            add(Role::Post, post.start);
        }
        before = Some(mention);
    }
}

/// What a word names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    /// Its owner, alone.
    Short,
    /// Its owner, behind آل.
    House,
    /// Its owner, with the words after it.
    Long,
    /// A person by the head of the post before the name, without the article.
    Post,
}

/// A mention by the codes of a word.
struct Name<'m> {
    codes: &'m [u8],
    table: Table,
    mention: &'m Candidate,
}

/// Whether the word is the second of a name such as `آل ثاني`.
fn is_house(view: View<'_, '_, '_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| view.scan.words.surface(before) == "آل" && view.next(at).is_some())
}

/// What can be mentioned again by words that end as one of `alike`, by codes and table, in the order of the text.
fn names<'m>(view: View<'m, '_, '_>, mentions: &'m [Candidate], alike: &[usize]) -> Vec<Name<'m>> {
    let mut names = Vec::new();
    if alike.is_empty() {
        return names;
    }
    let mut endings = Endings::default();
    alike.iter().for_each(|&at| endings.add(view.scan.words.codes_at(at)));
    parts(mentions, &mut |part| {
        let (codes, at, mention) = (part.codes(view), part.at, part.mention);
        let mut add = |table| names.push(Name { codes, table, mention });
        match part.role {
            _ if !endings.has(codes) => {}
            Role::Last if mention.start < at && is_house(view, at) => add(Table::House),
            Role::Last if is_distinct(view, at) => add(Table::Short),
            Role::Last => {}
            Role::First => {
                add(Table::Long);
                if is_first_name(view, at) {
                    add(Table::Short);
                }
            }
            Role::Post => add(Table::Post),
        }
    });
    names.sort_unstable_by_key(|name| (name.codes, name.table, name.mention.start));
    names
}

/// The names of each word.
struct Names<'m>(HashMap<&'m [u8], &'m [Name<'m>]>);

impl<'m> Names<'m> {
    fn new(names: &'m [Name<'m>]) -> Self {
        let words = names.chunk_by(|one, other| one.codes == other.codes);
        Self(words.filter_map(|names| Some((names.first()?.codes, names))).collect())
    }

    fn at(&self, view: View<'_, '_, '_>, at: usize) -> Option<Candidate> {
        let codes = view.scan.words.codes_at(at);
        if is_house(view, at) {
            let full = near(self.of(codes), Table::House, at)?;
            return Some(again(view, at - 1, at + 1, Proclitics::default(), full));
        }
        let mut best = None;
        readings(codes, &mut |reading| {
            let bare = codes.get(reading.from..).unwrap_or(&[]);
            // `لجان` is no `جان` behind ل.
            let fits = reading.prefix == Prefix::None && !reading.proclitics.article() && bare.len() > 2;
            if best.is_none() && fits && (reading.proclitics.is_empty() || view.common(at).is_none()) {
                let names = self.of(bare);
                best = long(view, names, at, reading.proclitics).or_else(|| {
                    let full = near(names, Table::Short, at)?;
                    let first = at.checked_sub(1).filter(|_| reading.proclitics.is_empty());
                    let first = first.and_then(|before| Some((before, begins(view, before, full)?)));
                    let (start, proclitics) = first.unwrap_or((at, reading.proclitics));
                    let end = view.next(at + 1).filter(|&next| is_half(view, next)).unwrap_or(at) + 1;
                    (start < at || !is_other(view, at, end)).then(|| again(view, start, end, proclitics, full))
                });
            }
        });
        best.or_else(|| self.post(view, codes, at))
    }

    /// Those of a word.
    fn of(&self, codes: &[u8]) -> &'m [Name<'m>] {
        self.0.get(codes).copied().unwrap_or(&[])
    }

    /// A post alone, for the person who has been introduced with it before.
    fn post(&self, view: View<'_, '_, '_>, codes: &[u8], at: usize) -> Option<Candidate> {
        let (hit, takes): (Hit, Takes) = view.post(at)?;
        let alone = takes != Takes::Iddafa || hit.end == at + 1;
        let head = codes.strip_prefix(&ARTICLE)?;
        let person = near(self.of(head), Table::Post, at).filter(|person| person.start < at && alone)?;
        let governs = view.next(at + 1).is_some_and(|next| view.is_definite(next) || view.nationality(next).is_some());
        (hit.proclitics.letters() == 0 && hit.end == at + 1 && !governs)
            .then(|| Candidate { kind: EntityKind::Occ, ..again(view, at, at + 1, Proclitics::default(), person) })
    }
}

/// Of the names of a word in a table the nearest mention before another word, else the nearest after it.
fn near<'m>(names: &[Name<'m>], table: Table, at: usize) -> Option<&'m Candidate> {
    let next = names.partition_point(|n| (n.table, n.mention.start) <= (table, at));
    let named = |i: usize| names.get(i).filter(|n| n.table == table).map(|n| n.mention);
    let before = next.checked_sub(1).and_then(named).filter(|m| at < m.end + REACH);
    before.or_else(|| named(next).filter(|m| m.start < at + REACH))
}

/// The same several words again; `names` are those of the first.
fn long(view: View<'_, '_, '_>, names: &[Name<'_>], at: usize, proclitics: Proclitics) -> Option<Candidate> {
    let full = near(names, Table::Long, at)?;
    let same = |i: usize| {
        let words = &view.scan.words;
        let (here, there) = (words.get(at + i)?, words.get(full.start + i)?);
        (view.next(at + i).is_some() && words.codes(here) == words.codes(there)).then_some(())
    };
    let end = at + (full.end - full.start);
    (1..full.end - full.start).all(|i| same(i).is_some()).then(|| again(view, at, end, proclitics, full))
}

/// Whether a word is the second half of what somebody is called: `سعد الدولة`.
fn is_half(view: View<'_, '_, '_>, at: usize) -> bool {
    Beside::of(view.scan.words.codes_at(at)) == Some(Beside::Half)
}

/// Whether a word that is somebody's name too is something else for what stands beside it: a title before a name
/// (`السيد فيصل`), what an adjective describes (`الأسد الهندي`) or an adjective itself (`المذهب الشافعي`).
fn is_other(view: View<'_, '_, '_>, at: usize, end: usize) -> bool {
    let next = view.next(end);
    let title = || {
        view.title(at).is_some()
            && next.is_some_and(|next| view.name_part(next, true).is_some() || view.is_proper(next))
    };
    let nisba = view.is_definite(at) && view.is_nisba(at);
    let noun = |before: usize| {
        view.is_definite(before) && view.common(before) == Some(Class::Noun) && view.name_part(before, false).is_none()
    };
    let describes = || nisba && view.next(at).and_then(|at| at.checked_sub(1)).is_some_and(noun);
    let adjective =
        |next: usize| view.is_definite(next) && view.is_nisba(next) && view.common(next) != Some(Class::Noun);
    let described = || view.is_definite(at) && !nisba && next.is_some_and(adjective);
    title() || describes() || described()
}

/// What is written before a word that begins the full name and stands before its last part: `سالم النعيمي`; before a
/// father's or son's name, that he is one: `أبي حازم`.
fn begins(view: View<'_, '_, '_>, at: usize, full: &Candidate) -> Option<Proclitics> {
    view.next(at + 1).filter(|_| full.end > full.start + 1)?;
    let son = || ["بن", "ابن"].contains(&view.scan.words.surface(at));
    if let Some((proclitics, _)) = view.connector(at).filter(|&(_, joint)| joint == Joint::Kunya || son()) {
        return Some(proclitics);
    }
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
