//! Matches: which hits count, which of them wins, and what is known of it.

use core::borrow::BorrowMut;
use core::fmt;
use std::cmp::Reverse;

use super::filter::Candidate;
use super::listed::{Listed, same_letters};
use super::search::{Memory, Part, Search};
use super::{Ambiguity, Entry, Form, Gazetteer, Hit, NameForm, Proclitics};
use crate::Span;
use crate::text::QUOTE_PAIRS;

/// Spaces within a line, that of French quotation marks among them.
const SPACES: [char; 3] = [' ', '\u{A0}', '\u{202F}'];
/// Opening brackets and those that close them.
const BRACKETS: [(char, char); 2] = [('(', ')'), ('[', ']')];

/// A name found in a text.
#[derive(Clone, Copy)]
pub struct Match<'g, 't> {
    list: &'g Gazetteer,
    name: NameForm,
    entry: &'g Entry,
    /// All forms that the words spell, the best first.
    forms: &'g [Listed],
    span: Span,
    text: &'t str,
    proclitics: Proclitics,
}

impl<'g, 't> Match<'g, 't> {
    /// Where the name stands, proclitics excluded.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The text under the span.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The entry that was found; of several with the same form, the best.
    #[must_use]
    pub const fn entry(&self) -> &'g Entry {
        self.entry
    }

    /// The position of the entry in [`Gazetteer::entries`], for data of your own.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::{Entry, EntityKind, Gazetteer};
    ///
    /// let risk = [("النخيل", 3), ("الواحة", 9)];
    /// let mut builder = Gazetteer::builder();
    /// builder.extend(risk.map(|(name, _)| Entry::new("", EntityKind::Org, name)));
    /// let list = builder.build().unwrap();
    /// let found = list.find_iter("تعاقدت مع الواحة").next().unwrap();
    /// assert_eq!(risk[found.index()].1, 9);
    /// ```
    #[must_use]
    pub const fn index(&self) -> usize {
        self.name.entry as usize
    }

    /// The form of the entry that was found.
    #[must_use]
    pub fn form(&self) -> &'g Form {
        self.entry.form(self.name.form)
    }

    /// What was written together with the name, before it.
    #[must_use]
    pub const fn proclitics(&self) -> Proclitics {
        self.proclitics
    }

    /// Every entry that these words spell, each with its position: the highest
    /// priority first, then the order added. [`entry`](Self::entry) is the first.
    ///
    /// Linear in their number.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::{Entry, EntityKind, Gazetteer};
    ///
    /// let list = Gazetteer::builder()
    ///     .add(Entry::new("1", EntityKind::Gpe, "طرابلس"))
    ///     .add(Entry::new("2", EntityKind::Gpe, "طرابلس"))
    ///     .build()
    ///     .unwrap();
    /// let found = list.find_iter("في طرابلس").next().unwrap();
    /// assert_eq!(found.entries().map(|(_, entry)| entry.id()).collect::<Vec<_>>(), ["1", "2"]);
    /// ```
    pub fn entries(&self) -> impl Iterator<Item = (usize, &'g Entry)> + use<'g, 't> {
        let Self { list, text, proclitics, forms, .. } = *self;
        let mut last = None;
        // The forms of one entry stand together.
        forms.iter().filter_map(move |listed| {
            let at = listed.name.entry;
            let new = last != Some(at) && list.accepts(|| text, proclitics, listed);
            last = if new { Some(at) } else { last };
            let (entry, _) = listed.name.resolve(&list.entries).filter(|_| new)?;
            Some((at as usize, entry))
        })
    }

    /// Why the words were accepted as this entry. Linear in the form.
    #[must_use]
    pub fn reason(&self) -> Reason {
        let form = self.form();
        let spelling = if self.text == form.text() {
            Likeness::Identical
        } else if same_letters(self.text, form.text()) {
            Likeness::Letters
        } else {
            Likeness::Folded
        };
        Reason { ambiguity: form.ambiguity(), exact: form.is_exact(), spelling, proclitics: self.proclitics }
    }

    /// The same match in a text of which the matched one is a part that begins at `base`.
    pub(super) fn moved(self, base: usize) -> Self {
        Self { span: Span::new(base + self.span.start(), base + self.span.end()), ..self }
    }
}

impl fmt::Debug for Match<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Match")
            .field("span", &self.span)
            .field("text", &self.text)
            .field("id", &self.entry.id())
            .field("form", &self.form().text())
            .field("proclitics", &self.proclitics)
            .finish_non_exhaustive()
    }
}

/// How near the spelling of a text is to that of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Likeness {
    /// Character by character the same.
    Identical,
    /// The same letters and digits; vowel marks, tatweel, or what stands between the words differ.
    Letters,
    /// The same after folding: `أميركا` for `اميركا`.
    Folded,
}

/// Why words of a text were accepted as a name; see [`Match::reason`].
///
/// Shown, it is a phrase for a report.
///
/// # Examples
///
/// ```
/// use kashaf::{Ambiguity, Entry, EntityKind, Gazetteer, Likeness};
///
/// let list = Gazetteer::builder()
///     .add(Entry::new("1", EntityKind::Gpe, "الأبيض").alias_with("أبيض", Ambiguity::Context))
///     .build()
///     .unwrap();
/// let found = list.find_iter("وبالابيض وأبيض").map(|m| m.reason()).collect::<Vec<_>>();
/// assert_eq!(found[0].to_string(), "always a name, folded spelling, after و+ب");
/// assert_eq!(found[1].to_string(), "a name in context, identical spelling, after و");
/// assert_eq!(found[1].spelling, Likeness::Identical);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Reason {
    /// How sure the form is when it stands alone; no context was looked at.
    pub ambiguity: Ambiguity,
    /// Whether the form demands its own letters.
    pub exact: bool,
    /// How the text spells the form.
    pub spelling: Likeness,
    /// What was stripped before the name, and whether the article was added.
    pub proclitics: Proclitics,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.ambiguity {
            Ambiguity::Always => "always a name",
            Ambiguity::Context => "a name in context",
            Ambiguity::Never => "never a name alone",
        })?;
        f.write_str(match self.spelling {
            Likeness::Identical => ", identical spelling",
            Likeness::Letters => ", same letters",
            Likeness::Folded => ", folded spelling",
        })?;
        if self.exact {
            f.write_str(" as demanded")?;
        }
        if self.proclitics.is_empty() { Ok(()) } else { write!(f, ", after {}", self.proclitics) }
    }
}

impl Gazetteer {
    /// The matches in `text`, left to right, longest first, not overlapping.
    ///
    /// Of two readings of the same words the one with fewer proclitics wins.
    /// Forms are taken by their flag, as [`GazetteerBuilder::accept`](super::GazetteerBuilder::accept)
    /// says: by default those flagged [`Ambiguity::Never`] are left out, those
    /// flagged [`Ambiguity::Context`] are given, and [`Match::reason`] tells.
    ///
    /// Takes time linear in the text, which is read in parts of 32 KiB.
    #[must_use]
    pub fn find_iter<'g, 't>(&'g self, text: &'t str) -> Matches<'g, 't> {
        Matches { list: self, search: Search::new(text, true, 0, Memory::default()) }
    }

    /// Every match in `text`, also those inside others and in several readings.
    ///
    /// They come by their first word, then longest first, then by fewest
    /// proclitics. Entries of the same form are one match
    /// ([`Match::entries`]). Costs are those of [`find_iter`](Self::find_iter),
    /// and the number of matches.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::{Entry, EntityKind, Gazetteer};
    ///
    /// let list = Gazetteer::builder()
    ///     .add(Entry::new("1", EntityKind::Org, "جامعة قطر"))
    ///     .add(Entry::new("2", EntityKind::Gpe, "قطر"))
    ///     .build()
    ///     .unwrap();
    /// let found: Vec<_> = list.find_overlapping_iter("في جامعة قطر").map(|m| m.text()).collect();
    /// assert_eq!(found, ["جامعة قطر", "قطر"]);
    /// ```
    pub fn find_overlapping_iter<'g, 't>(&'g self, text: &'t str) -> impl Iterator<Item = Match<'g, 't>> + use<'g, 't> {
        let mut search = Search::new(text, true, 0, Memory::default());
        let mut hits = Vec::new();
        core::iter::from_fn(move || self.next_overlapping(&mut search, &mut hits))
    }

    /// The first match that begins at byte `start` of `text` or after it, the longest there.
    ///
    /// What stands before `start` is seen: a name never begins inside a word.
    /// Linear in what lies between `start` and the end of the match; for all matches, iterate.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::{Entry, EntityKind, Gazetteer};
    ///
    /// let list = Gazetteer::builder().add(Entry::new("1", EntityKind::Gpe, "قطر")).build().unwrap();
    /// let text = "قطر وقطر";
    /// assert_eq!(list.find_at(text, 1).unwrap().span().start(), "قطر و".len());
    /// assert!(list.find_at(text, 10).is_none());
    /// ```
    #[must_use]
    pub fn find_at<'g, 't>(&'g self, text: &'t str, start: usize) -> Option<Match<'g, 't>> {
        let mut search = Search::new(text, true, start.min(text.len()), Memory::default());
        while let Some(candidate) = search.candidate(self) {
            let part = search.part(self);
            let best = self.best_at(&part, candidate).and_then(|(hit, name)| self.matched(&part, &hit, name));
            if let Some(found) = best.filter(|found| found.span.start() >= start) {
                return Some(found);
            }
        }
        None
    }

    /// The longest accepted hit at a word, of these the one with the fewest proclitics, and its best form.
    fn best_at(&self, part: &Part<'_, '_>, candidate: Candidate) -> Option<(Hit, NameForm)> {
        let mut best: Option<(Hit, NameForm)> = None;
        self.matcher.find_cuts(part, candidate.word, candidate.cuts, &mut |hit| {
            let rank = |hit: &Hit| (hit.end, Reverse(hit.proclitics.letters()));
            if best.as_ref().is_none_or(|(known, _)| rank(&hit) > rank(known))
                && let Some(name) = self.first_accepted(part, &hit)
            {
                best = Some((hit, name));
            }
        });
        best
    }

    /// The next match of those that do not overlap.
    pub(super) fn next_match<'g, 't>(
        &'g self,
        search: &mut Search<'t, impl BorrowMut<Memory>>,
    ) -> Option<Match<'g, 't>> {
        while let Some(candidate) = search.candidate(self) {
            let part = search.part(self);
            if let Some((hit, name)) = self.best_at(&part, candidate) {
                let found = self.matched(&part, &hit, name);
                search.go_on(hit.end);
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// The next match of all; `hits` has the rest of those at the last candidate, the last first.
    pub(super) fn next_overlapping<'g, 't>(
        &'g self,
        search: &mut Search<'t, impl BorrowMut<Memory>>,
        hits: &mut Vec<Hit>,
    ) -> Option<Match<'g, 't>> {
        loop {
            while let Some(hit) = hits.pop() {
                let part = search.part(self);
                let name = self.first_accepted(&part, &hit);
                if let Some(found) = name.and_then(|name| self.matched(&part, &hit, name)) {
                    return Some(found);
                }
            }
            let candidate = search.candidate(self)?;
            self.matcher.find_cuts(&search.part(self), candidate.word, candidate.cuts, &mut |hit| hits.push(hit));
            // The sort is stable: the plainest reading of equals stays the last.
            hits.reverse();
            hits.sort_by_key(|hit| (hit.end, Reverse(hit.proclitics.letters())));
        }
    }

    /// A hit as a match of a form.
    fn matched<'g, 't>(&'g self, part: &Part<'t, '_>, hit: &Hit, name: NameForm) -> Option<Match<'g, 't>> {
        // Nothing of the entry is read here: it is far from what matching has in the processor's memory.
        let entry = self.entries.get(name.entry as usize)?;
        let (span, text) = part.span(hit);
        let forms = self.forms.get(hit.pattern);
        Some(Match { list: self, name, entry, forms, span, text, proclitics: hit.proclitics })
    }

    /// The best form of a hit that is accepted.
    fn first_accepted(&self, part: &Part<'_, '_>, hit: &Hit) -> Option<NameForm> {
        let mut forms = self.forms.get(hit.pattern).iter();
        forms.find(|listed| self.accepts(|| part.span(hit).1, hit.proclitics, listed)).map(|listed| listed.name)
    }

    /// Whether a form counts that a text spells behind these proclitics. Only an exact form looks at the text.
    fn accepts<'t>(&self, text: impl FnOnce() -> &'t str, proclitics: Proclitics, listed: &Listed) -> bool {
        listed.ambiguity <= self.accept && listed.fits(&self.entries, text, proclitics)
    }
}

/// The matches of a [`Gazetteer`] in a text; see [`Gazetteer::find_iter`].
#[derive(Debug)]
pub struct Matches<'g, 't> {
    list: &'g Gazetteer,
    search: Search<'t, Memory>,
}

impl<'g, 't> Iterator for Matches<'g, 't> {
    type Item = Match<'g, 't>;

    fn next(&mut self) -> Option<Match<'g, 't>> {
        self.list.next_match(&mut self.search)
    }
}

/// Takes the sign that closes a quotation or bracket which begins inside a span and ends right after it, or after a
/// space when the opening sign stands apart too: `حزب « الأمل »`.
pub(crate) fn close_quote(text: &str, span: Span) -> Span {
    // The first bytes of the signs and of wide spaces: mostly there is none of them.
    let byte = |at: usize| text.as_bytes().get(at).copied().unwrap_or(0);
    let next = if byte(span.end()) == b' ' { byte(span.end() + 1) } else { byte(span.end()) };
    if !matches!(next, b'"' | b'\'' | b')' | b']' | 0xC2 | 0xE2) {
        return span;
    }
    let (inside, rest) = (span.of(text), text.get(span.end()..).unwrap_or(""));
    let closes = |sign: char, spaced: bool| {
        QUOTE_PAIRS.iter().chain(&BRACKETS).any(|&(open, close)| {
            close == sign && {
                let opened = inside.matches(open).count();
                let closed = if open == close { opened / 2 * 2 } else { inside.matches(close).count() };
                let apart = || {
                    let (before, behind) = inside.rsplit_once(open).unwrap_or(("", ""));
                    before.ends_with(SPACES) && behind.starts_with(SPACES)
                };
                opened > closed && (!spaced || apart())
            }
        })
    };
    let spaced = rest.strip_prefix(SPACES);
    let Some(sign) = spaced.unwrap_or(rest).chars().next() else { return span };
    if !closes(sign, spaced.is_some()) {
        return span;
    }
    let space = spaced.map_or(0, |spaced| rest.len() - spaced.len());
    Span::new(span.start(), span.end() + space + sign.len_utf8())
}
