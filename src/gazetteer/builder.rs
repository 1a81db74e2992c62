use std::collections::{HashMap, HashSet};
use std::io::Read;

use super::{BuildError, Entry, Form, Gazetteer, LoadError, load};
use crate::EntityKind;

/// Collects the entries of a [`Gazetteer`].
///
/// Entries with the same id and kind become one: the first keeps its name,
/// and the forms are joined. When two entries share a form, the one added
/// first is reported for it.
#[derive(Clone, Debug, Default)]
pub struct GazetteerBuilder {
    entries: Vec<Entry>,
    by_id: HashMap<(Box<str>, EntityKind), usize>,
    /// Entries that have taken the forms of another, with what they have.
    merged: HashMap<usize, HashSet<Form>>,
}

impl GazetteerBuilder {
    /// Adds an entry.
    pub fn add(&mut self, entry: Entry) -> &mut Self {
        let key = (entry.id().into(), entry.kind());
        let known = self.by_id.get(&key).copied().filter(|_| !entry.id().is_empty());
        match known.and_then(|at| Some((at, self.entries.get_mut(at)?))) {
            Some((at, known)) => {
                let seen = self.merged.entry(at).or_insert_with(|| known.forms().iter().cloned().collect());
                known.merge(entry, seen);
            }
            None => {
                self.by_id.insert(key, self.entries.len());
                self.entries.push(entry);
            }
        }
        self
    }

    /// Adds the entries of a tab-separated file; `file` is its name for messages.
    ///
    /// The columns are `id`, `kind`, `name`, `aliases`, `flag`, `source`, of which
    /// the last three may be left out and the last is not read; a first line of column names says which column
    /// is which. Aliases are separated by `|`; a form of its own
    /// flag has `?` (context), `~` (never), `!` (always) or `=` (exact) before
    /// it. The flag is `always` (or empty), `context` or `never`, and `,exact`
    /// after it when the letters count. Empty lines and lines that begin with
    /// `#` are skipped.
    ///
    /// # Errors
    ///
    /// [`LoadError`] names every line with a wrong number of columns, an
    /// unknown kind or flag, an empty name or bytes that are not UTF-8. The
    /// other lines are added all the same.
    pub fn read_tsv(&mut self, file: &str, input: impl Read) -> Result<&mut Self, LoadError> {
        load::read_tsv(file, input, |entry| {
            self.add(entry);
        })?;
        Ok(self)
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

    pub(crate) fn into_entries(self) -> Vec<Entry> {
        self.entries
    }

    /// Compiles the gazetteer and empties the builder. Takes time and memory
    /// about linear in the letters of all forms.
    ///
    /// # Errors
    ///
    /// [`BuildError`] when the names need more automaton states than 31 bits can number.
    pub fn build(&mut self) -> Result<Gazetteer, BuildError> {
        self.by_id.clear();
        self.merged.clear();
        Gazetteer::new(std::mem::take(&mut self.entries))
    }
}
