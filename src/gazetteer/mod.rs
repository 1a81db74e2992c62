//! Lists of names and finding them in text.

mod builder;
mod clitics;
#[cfg(feature = "embedded")]
pub(crate) mod embedded;
mod entry;
mod error;
mod filter;
mod firsts;
mod listed;
mod load;
mod matcher;
mod matches;
mod patterns;
mod report;
mod search;
mod shard;
mod stream;
mod tails;
mod worker;

use core::fmt;
use std::cmp::Reverse;
use std::sync::Arc;

pub use builder::{GazetteerBuilder, Limits};
pub use clitics::Proclitics;
pub(crate) use clitics::{Prefix, readings};
pub use entry::{Ambiguity, Entry, Form};
pub use error::{BuildError, LoadError};
pub(crate) use listed::Listed;
pub(crate) use load::rows;
pub(crate) use matcher::{Hit, Matcher, Text};
pub(crate) use matches::close_quote;
pub use matches::{Likeness, Match, Matches, Reason};
pub(crate) use patterns::{NameForm, Patterns, Senses};
pub use report::{Conflict, Statistics};
pub use stream::Stream;
pub use worker::Worker;

use crate::text::Letters;
use report::Sources;

/// An immutable list of names, compiled for matching.
///
/// Names are matched as whole words, longest first, through the spelling
/// folds of [`Normalizer::search`](crate::Normalizer::search), across white
/// space, hyphens, quotes and a line break between their words, and behind
/// proclitics (`وقطر`, `للولايات المتحدة`). A name's own first letters win over
/// a proclitic (`وهران`). Other signs between the words of a name (`AT&T`,
/// `أ.ف.ب`) stand in the text too, or white space for them; signs before the
/// first word and after the last one are not looked at. Web and e-mail
/// addresses hold no names. Matching takes time linear in the text and cannot fail.
///
/// For one name, `aho-corasick` over text that is folded already is some ten
/// times as fast; from ten names on a gazetteer is about as fast, and from a
/// thousand on faster, folding included, unless every second word of the text
/// is a name (`cargo bench --bench ratios -- match/`).
///
/// A gazetteer is `Send` and `Sync`; share one behind a reference or an `Arc`.
///
/// Data of your own goes beside the list, by position: make a vector in the
/// order of [`entries`](Self::entries), and look into it at [`Match::index`].
///
/// | to find | there is |
/// |---|---|
/// | the longest names of a text, apart | [`find_iter`](Self::find_iter) |
/// | every name, also inside others | [`find_overlapping_iter`](Self::find_overlapping_iter) |
/// | the first name after a place | [`find_at`](Self::find_at) |
/// | names in many texts | [`worker`](Self::worker) |
/// | names in a text larger than memory | [`stream`](Self::stream) |
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
#[derive(Clone)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    /// How names and texts are folded.
    letters: Arc<Letters>,
    matcher: Matcher,
    /// By pattern: the forms that spell it, the best first.
    forms: Senses<Listed>,
    sources: Sources,
    /// The least sure forms that are reported.
    accept: Ambiguity,
    /// No name has more words than this.
    most_words: usize,
}

impl Gazetteer {
    /// A builder to add entries to.
    #[must_use]
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    fn new(
        entries: Vec<Entry>,
        letters: Arc<Letters>,
        sources: Sources,
        accept: Ambiguity,
    ) -> Result<Self, BuildError> {
        let mut patterns = Patterns::new(&letters);
        patterns.add_names(&entries, |listed| listed);
        let most_words = patterns.most_words();
        let (matcher, mut forms) = patterns.compile(|listed| listed.takes_article())?;
        forms.for_each_mut(|forms| {
            forms.sort_by_cached_key(|listed| {
                let priority = listed.name.resolve(&entries).map_or(0, |(entry, _)| entry.priority());
                (Reverse(priority), listed.name.entry, listed.ambiguity, listed.name.form)
            });
        });
        Ok(Self { entries, letters, matcher, forms, sources, accept, most_words })
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

    /// Bytes on the heap that the automaton takes, the entries apart. Linear in the patterns.
    #[must_use]
    pub fn memory_usage(&self) -> usize {
        self.matcher.memory_usage() + self.forms.memory_usage()
    }
}

impl Default for Gazetteer {
    /// A list without names.
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            letters: Letters::search().clone(),
            matcher: Matcher::default(),
            forms: Senses::default(),
            sources: Sources::default(),
            accept: Ambiguity::Context,
            most_words: 0,
        }
    }
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer").field("entries", &self.entries.len()).finish_non_exhaustive()
    }
}
