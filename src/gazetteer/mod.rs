//! Lists of names and finding them in text.

mod builder;
mod clitics;
#[cfg(feature = "embedded")]
pub(crate) mod embedded;
mod entry;
mod error;
mod filter;
mod load;
mod matcher;
mod patterns;

use core::fmt;

pub use builder::GazetteerBuilder;
pub use clitics::Proclitics;
pub(crate) use clitics::{Prefix, readings};
pub use entry::{Ambiguity, Entry, Form};
pub use error::{BuildError, LoadError};
pub(crate) use load::rows;
pub(crate) use matcher::{Hit, Matcher, next_in_name};
pub(crate) use patterns::{NameForm, Patterns, Senses};

use crate::Span;
use crate::normalize::is_attached;
use crate::text::{QUOTE_PAIRS, Words};

/// An immutable list of names, compiled for matching.
///
/// Names are matched as whole words, longest first, through the spelling
/// folds of [`Normalizer::search`](crate::Normalizer::search), across white
/// space, hyphens, quotes and a line break between their words, and behind
/// proclitics (`وقطر`, `للولايات المتحدة`). A name's own first letters win over
/// a proclitic (`وهران`). Matching takes time linear in the text and cannot fail.
///
/// A gazetteer is `Send` and `Sync`; share one behind a reference or an `Arc`.
///
/// # Examples
///
/// ```
/// use kashaf::{Entry, EntityKind, Gazetteer};
///
/// let list = Gazetteer::builder()
///     .add(Entry::new("x:1", EntityKind::Org, "شركة الأمل").alias("الأمل للتجارة"))
///     .build()
///     .unwrap();
/// let text = "تعاقدت مع شركة «الأمل» أمس";
/// let hits: Vec<_> = list.find_iter(text).map(|m| (m.entry().id(), m.span().of(text))).collect();
/// assert_eq!(hits, [("x:1", "شركة «الأمل»")]);
/// ```
#[derive(Clone, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    matcher: Matcher,
    /// By pattern: the forms that spell it, in the order of their entries.
    forms: Senses<NameForm>,
}

impl Gazetteer {
    /// A builder to add entries to.
    #[must_use]
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    fn new(entries: Vec<Entry>) -> Result<Self, BuildError> {
        let mut patterns = Patterns::default();
        patterns.add_names(&entries, |name| name);
        let (matcher, forms) = patterns.compile()?;
        Ok(Self { entries, matcher, forms })
    }

    /// The entries, in the order they were added.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(crate) fn into_entries(self) -> Vec<Entry> {
        self.entries
    }

    /// The number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Bytes on the heap that the automaton takes, the entries apart.
    #[must_use]
    pub fn memory_usage(&self) -> usize {
        self.matcher.memory_usage() + self.forms.memory_usage()
    }

    /// The matches in `text`, left to right, longest first, not overlapping.
    ///
    /// Forms flagged [`Ambiguity::Never`] are left out; those flagged
    /// [`Ambiguity::Context`] are given, and [`Match::form`] tells.
    #[must_use]
    pub fn find_iter<'g, 't>(&'g self, text: &'t str) -> Matches<'g, 't> {
        Matches { list: self, words: Words::of_codes(text), at: 0 }
    }

    fn find_at(&self, words: &Words<'_>, at: usize) -> Option<(Hit, NameForm)> {
        let mut best: Option<(Hit, NameForm)> = None;
        self.matcher.find_at(words, at, &mut |hit| {
            let better = best
                .is_none_or(|(known, _)| (hit.end, known.proclitics.letters()) > (known.end, hit.proclitics.letters()));
            if better {
                let forms = self.forms.get(hit.pattern);
                if let Some(form) = forms.iter().find(|form| self.accepts(words, &hit, form)) {
                    best = Some((hit, *form));
                }
            }
        });
        best
    }

    fn accepts(&self, words: &Words<'_>, hit: &Hit, form: &NameForm) -> bool {
        let Some((entry, form)) = form.resolve(&self.entries) else { return false };
        form.ambiguity() != Ambiguity::Never
            && (!hit.proclitics.article() || entry.takes_article())
            && (!form.is_exact() || spelled_exactly(words, hit, form))
    }
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer").field("entries", &self.entries.len()).finish_non_exhaustive()
    }
}

/// Whether the source spells a form with its own letters, marks and tatweel apart.
pub(crate) fn spelled_exactly(words: &Words<'_>, hit: &Hit, form: &Form) -> bool {
    let letters = |text: &str| -> String { text.chars().filter(|&c| c.is_alphanumeric() && !is_attached(c)).collect() };
    letters(span_of(words, hit.start, hit.end, hit.proclitics).of(words.text())) == letters(form.text())
}

/// The source span of words, without the proclitics of the first.
pub(crate) fn span_of(words: &Words<'_>, start: usize, end: usize, proclitics: Proclitics) -> Span {
    let first = words.letter_start(start, proclitics.letters());
    let last = end.checked_sub(1).and_then(|i| words.get(i)).map_or(first, |w| w.span().end());
    Span::new(first, last)
}

/// A name found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Match<'g> {
    entry: &'g Entry,
    form: &'g Form,
    span: Span,
    proclitics: Proclitics,
}

impl<'g> Match<'g> {
    /// Where the name stands, proclitics excluded.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The entry that was found.
    #[must_use]
    pub const fn entry(&self) -> &'g Entry {
        self.entry
    }

    /// The form of the entry that was found.
    #[must_use]
    pub const fn form(&self) -> &'g Form {
        self.form
    }

    /// What was written together with the name, before it.
    #[must_use]
    pub const fn proclitics(&self) -> Proclitics {
        self.proclitics
    }
}

/// The matches of a [`Gazetteer`] in a text; see [`Gazetteer::find_iter`].
#[derive(Debug)]
pub struct Matches<'g, 't> {
    list: &'g Gazetteer,
    words: Words<'t>,
    at: usize,
}

impl<'g> Iterator for Matches<'g, '_> {
    type Item = Match<'g>;

    fn next(&mut self) -> Option<Match<'g>> {
        while self.at < self.words.len() {
            let at = self.at;
            self.at += 1;
            let Some((hit, name)) = self.list.find_at(&self.words, at) else { continue };
            let Some((entry, form)) = name.resolve(&self.list.entries) else { continue };
            self.at = hit.end;
            let span = close_quote(&self.words, span_of(&self.words, hit.start, hit.end, hit.proclitics));
            return Some(Match { entry, form, span, proclitics: hit.proclitics });
        }
        None
    }
}

/// Takes the closing quote of a quotation that begins inside a span and ends right after it.
pub(crate) fn close_quote(words: &Words<'_>, span: Span) -> Span {
    let inside = span.of(words.text());
    let Some(next) = words.text().get(span.end()..).and_then(|rest| rest.chars().next()) else { return span };
    let open = QUOTE_PAIRS.iter().any(|&(open, close)| {
        close == next
            && inside.matches(open).count() > inside.matches(close).filter(|_| open != close).count()
            && (open != close || inside.matches(open).count() % 2 == 1)
    });
    if open { Span::new(span.start(), span.end() + next.len_utf8()) } else { span }
}
