use core::fmt;
use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::sync::Arc;

use super::report::Sources;
use super::{Ambiguity, BuildError, Entry, Form, Gazetteer, LoadError, load};
use crate::text::Letters;
use crate::{EntityKind, Folds};

/// How large a [`Gazetteer`] may become.
///
/// # Examples
///
/// ```
/// use kashaf::{Gazetteer, Limits};
///
/// let mut builder = Gazetteer::builder();
/// builder.limits(Limits { entries: 1_000_000, ..Limits::default() });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Entries. 10 million by default.
    pub entries: usize,
    /// Bytes of all forms together. 1 GiB by default.
    pub bytes: usize,
    /// Bytes of one form. 1,000 by default.
    pub form: usize,
}

impl Limits {
    /// No limits but those of memory and of the automaton.
    #[must_use]
    pub const fn none() -> Self {
        Self { entries: usize::MAX, bytes: usize::MAX, form: usize::MAX }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { entries: 10_000_000, bytes: 1 << 30, form: 1_000 }
    }
}

/// Collects the entries of a [`Gazetteer`], from code, tab-separated files and JSON lines.
///
/// # Entries that meet
///
/// * Two entries with the same id and kind become one. The first keeps its
///   name and its place, the forms are joined, the higher priority counts.
/// * Two entries with the same id and different kinds stay two.
/// * Two entries with no id stay two.
/// * When a form belongs to several entries, a match reports the one of the
///   highest priority, and of those the one added first;
///   [`Match::entries`](super::Match::entries) has all.
///
/// [`Gazetteer::conflicts`] tells where any of that happened.
///
/// # Examples
///
/// ```
/// use kashaf::{Entry, EntityKind, Gazetteer};
///
/// let mut builder = Gazetteer::builder();
/// builder.read_tsv("rivers.tsv", "r:1\tLOC\tنهر النيل\n".as_bytes()).unwrap();
/// builder.source("code").add(Entry::new("c:1", EntityKind::Org, "النيل للنشر"));
/// builder.extend(["دجلة", "الفرات"].map(|name| Entry::new("", EntityKind::Loc, name)));
/// let list = builder.build().unwrap();
/// assert_eq!(list.statistics().by_source, [("rivers.tsv", 1), ("code", 3)]);
/// ```
#[derive(Clone, Default)]
pub struct GazetteerBuilder {
    entries: Vec<Entry>,
    by_id: HashMap<(Box<str>, EntityKind), usize>,
    /// Entries that have taken the forms of another, with what they have.
    merged: HashMap<usize, HashSet<Form>>,
    sources: Sources,
    accept: Option<Ambiguity>,
    folds: Option<Folds>,
    limits: Limits,
    /// Bytes of all forms.
    bytes: usize,
    /// The first breach of a limit; nothing is added after it.
    breach: Option<BuildError>,
}

impl GazetteerBuilder {
    /// Names the source of the entries that are added from now on; it is in [`Gazetteer::source`] and in errors.
    pub fn source(&mut self, name: &str) -> &mut Self {
        self.sources.begin(name, self.entries.len());
        self
    }

    /// Sets the limits for the entries that are added from now on. Passing one makes [`build`](Self::build) fail:
    /// a list that is cut short would miss names without a word.
    pub const fn limits(&mut self, limits: Limits) -> &mut Self {
        self.limits = limits;
        self
    }

    /// Sets the least sure forms that matching reports.
    ///
    /// A gazetteer alone sees no cue words, so it takes forms by their flag:
    /// with [`Ambiguity::Always`] only the sure ones, with
    /// [`Ambiguity::Context`], the default, also those that need context, as
    /// [`Match::reason`](super::Match::reason) tells, and with
    /// [`Ambiguity::Never`] all of them. A [`Tagger`](crate::Tagger) looks at
    /// the context and does not heed this.
    pub const fn accept(&mut self, least: Ambiguity) -> &mut Self {
        self.accept = Some(least);
        self
    }

    /// Sets how the letters of names and texts are folded: as these folds say, not as [`Normalizer::search`](crate::Normalizer::search) does.
    ///
    /// Only what they do to letters counts. Vowel marks, tatweel and invisible
    /// characters are never looked at, digits are always those of ASCII, and
    /// accents on letters of other scripts are dropped.
    /// A [`Tagger`](crate::Tagger) does not heed this.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::{Entry, EntityKind, Gazetteer, TehMarbuta, Normalizer};
    ///
    /// let mut folds = Normalizer::search().folds().clone();
    /// folds.teh_marbuta = TehMarbuta::Keep;
    /// let mut builder = Gazetteer::builder();
    /// builder.folds(folds).add(Entry::new("1", EntityKind::Gpe, "مكة"));
    /// let list = builder.build().unwrap();
    /// assert_eq!(list.find_iter("مكه ومكَّة").map(|found| found.text()).collect::<Vec<_>>(), ["مكَّة"]);
    /// ```
    pub fn folds(&mut self, folds: Folds) -> &mut Self {
        self.folds = Some(folds);
        self
    }

    /// Adds an entry. Constant time but for copying what is merged.
    pub fn add(&mut self, entry: Entry) -> &mut Self {
        if self.breach.is_some() {
            return self;
        }
        let key = (entry.id().into(), entry.kind());
        let known = if entry.id().is_empty() { None } else { self.by_id.get(&key).copied() };
        self.breach = self.check(&entry, known.is_none());
        if self.breach.is_some() {
            return self;
        }
        match known.and_then(|at| Some((at, self.entries.get_mut(at)?))) {
            Some((at, known)) => {
                let seen = self.merged.entry(at).or_insert_with(|| known.forms().iter().cloned().collect());
                let before = known.forms().len();
                known.merge(entry, seen);
                self.bytes += bytes(known.forms().get(before..).unwrap_or(&[]));
                self.sources.merged(at);
            }
            None => {
                self.bytes += bytes(entry.forms());
                if !entry.id().is_empty() {
                    self.by_id.insert(key, self.entries.len());
                }
                self.entries.push(entry);
            }
        }
        self
    }

    /// The breach of a limit that an entry would be.
    fn check(&self, entry: &Entry, new: bool) -> Option<BuildError> {
        let Limits { entries, bytes: most_bytes, form } = self.limits;
        let breach = |reason| Some(BuildError::limit(entry.label(), self.sources.current(), reason));
        if new && self.entries.len() >= entries {
            return breach(format!("more entries than the limit of {entries}"));
        }
        if let Some(long) = entry.forms().iter().map(|f| f.text().len()).find(|&len| len > form) {
            return breach(format!("a form of {long} bytes, more than the limit of {form}"));
        }
        if bytes(entry.forms()) > most_bytes - self.bytes.min(most_bytes) {
            return breach(format!("more bytes of forms than the limit of {most_bytes}"));
        }
        None
    }

    /// Adds the entries of a tab-separated file; `file` is its name for messages and as a source.
    ///
    /// The columns are `id`, `kind`, `name`, `aliases`, `flag`, `priority`,
    /// `source`, of which the last four may be left out and the last is not
    /// read; a first line of column names says which column is which. Aliases
    /// are separated by `|`; a form of its own flag has `?` (context),
    /// `~` (never), `!` (always) or `=` (exact) before it. The flag is `always`
    /// (or empty), `context` or `never`, and `,exact` after it when the letters
    /// count. The priority is an integer, 0 when empty. Quotation marks belong
    /// to the names. Empty lines and lines that begin with `#` are skipped.
    ///
    /// Takes time linear in the file, and no more memory beside the entries
    /// than one line takes.
    ///
    /// # Errors
    ///
    /// [`LoadError`] names every line with a wrong number of columns, an
    /// unknown kind or flag, a bad priority, an empty name, a form without a
    /// letter or digit, more than 1 MiB, or bytes that are not UTF-8. The
    /// other lines are added all the same.
    pub fn read_tsv(&mut self, file: &str, input: impl Read) -> Result<&mut Self, LoadError> {
        self.read(file, |builder| {
            load::read_tsv(file, input, |entry| {
                builder.add(entry);
            })
        })
    }

    /// Adds the entries of a file of JSON lines; `file` is its name for messages and as a source (feature `serde`).
    ///
    /// Every line is an [`Entry`] as serde writes it, of which `forms` and
    /// `priority` may be left out. Empty lines are skipped. Costs are those of
    /// [`read_tsv`](Self::read_tsv).
    ///
    /// # Errors
    ///
    /// [`LoadError`] names every line that is no entry, has more than 1 MiB or
    /// is not UTF-8. The other lines are added all the same.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::Gazetteer;
    ///
    /// let lines = r#"{"id":"x:1","kind":"ORG","name":"شركة الأمل","priority":2}
    /// {"id":"x:2","kind":"GPE","name":"صور","forms":[{"text":"صور","ambiguity":"context"}]}
    /// {"id":"x:3","kind":"GPE"}"#;
    /// let mut builder = Gazetteer::builder();
    /// let error = builder.read_jsonl("list.jsonl", lines.as_bytes()).unwrap_err();
    /// assert_eq!(error.to_string(), "list.jsonl:3: missing field `name` (column 25)");
    /// assert_eq!(builder.len(), 2);
    /// ```
    #[cfg(feature = "serde")]
    pub fn read_jsonl(&mut self, file: &str, input: impl Read) -> Result<&mut Self, LoadError> {
        self.read(file, |builder| {
            load::read_jsonl(file, input, |entry| {
                builder.add(entry);
            })
        })
    }

    /// Reads a source, then goes back to the one before it.
    fn read(
        &mut self,
        file: &str,
        read: impl FnOnce(&mut Self) -> Result<(), LoadError>,
    ) -> Result<&mut Self, LoadError> {
        let before = self.sources.current().to_owned();
        self.source(file);
        let result = read(self);
        self.source(&before);
        result.map(|()| self)
    }

    /// How many entries there are so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries alone, if no limit was passed.
    pub(crate) fn into_entries(self) -> Result<Vec<Entry>, BuildError> {
        self.breach.map_or(Ok(self.entries), Err)
    }

    /// Compiles the gazetteer and empties the builder, which keeps its options.
    ///
    /// Takes time and memory about linear in the letters of all forms.
    ///
    /// # Errors
    ///
    /// [`BuildError`] when an entry passed one of the [`Limits`], and names
    /// it; or when the names need more automaton states than 31 bits can number.
    pub fn build(&mut self) -> Result<Gazetteer, BuildError> {
        let empty = Self { accept: self.accept, folds: self.folds.clone(), limits: self.limits, ..Self::default() };
        let Self { entries, sources, accept, folds, breach, .. } = std::mem::replace(self, empty);
        let letters = folds.map_or_else(|| Letters::search().clone(), |folds| Arc::new(Letters::new(folds)));
        match breach {
            Some(breach) => Err(breach),
            None => Gazetteer::new(entries, letters, sources, accept.unwrap_or(Ambiguity::Context)),
        }
    }
}

impl fmt::Debug for GazetteerBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GazetteerBuilder")
            .field("entries", &self.entries.len())
            .field("limits", &self.limits)
            .field("breach", &self.breach)
            .finish_non_exhaustive()
    }
}

impl Extend<Entry> for GazetteerBuilder {
    fn extend<I: IntoIterator<Item = Entry>>(&mut self, entries: I) {
        for entry in entries {
            self.add(entry);
        }
    }
}

fn bytes(forms: &[Form]) -> usize {
    forms.iter().map(|form| form.text().len()).sum()
}
