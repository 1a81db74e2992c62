//! What a gazetteer says about itself: sources, statistics, conflicts.

use core::fmt;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Entry, Gazetteer};
use crate::EntityKind;

/// Where entries came from.
#[derive(Clone, Debug, Default)]
pub(super) struct Sources {
    /// The first entry of each stretch of entries, and the name of its source.
    stretches: Vec<(usize, Box<str>)>,
    /// Entries that another was merged into, and the stretch of that other.
    merged: BTreeSet<(usize, usize)>,
}

impl Sources {
    /// Entries from index `at` on are of the source `name`.
    pub(super) fn begin(&mut self, name: &str, at: usize) {
        if self.current() == name {
            return;
        }
        self.stretches.push((at, name.into()));
    }

    pub(super) fn current(&self) -> &str {
        self.stretches.last().map_or("", |(_, name)| name)
    }

    /// An entry of the current source was merged into the entry with index `at`.
    pub(super) fn merged(&mut self, at: usize) {
        self.merged.insert((at, self.stretches.len().wrapping_sub(1)));
    }

    fn of(&self, entry: usize) -> &str {
        let stretch = self.stretches.partition_point(|&(from, _)| from <= entry).wrapping_sub(1);
        self.name(stretch)
    }

    fn name(&self, stretch: usize) -> &str {
        self.stretches.get(stretch).map_or("", |(_, name)| name)
    }
}

/// How many entries a [`Gazetteer`] has of each sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Statistics<'g> {
    /// Forms of all entries.
    pub forms: usize,
    /// Different spellings that the matcher knows, after folding.
    pub patterns: usize,
    /// Entries of each kind that there are any of, in the order of [`EntityKind::ALL`].
    pub by_kind: Vec<(EntityKind, usize)>,
    /// Entries of each source, in the order added; the name is empty where none was given.
    pub by_source: Vec<(&'g str, usize)>,
}

/// Entries that met in a [`Gazetteer`]; see [`Gazetteer::conflicts`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Conflict<'g> {
    /// An entry with the id and kind of an earlier one was joined to it.
    Merged {
        /// The entry that took the other's forms.
        entry: &'g Entry,
        /// The source of the entry that was joined to it.
        source: &'g str,
    },
    /// Several entries have the same id and different kinds.
    Kinds {
        /// The entries, in the order added.
        entries: Vec<&'g Entry>,
    },
    /// A form, after folding, belongs to several entries.
    Form {
        /// The form as the first of the entries writes it.
        form: &'g str,
        /// The entries, in the order in which a match has them.
        entries: Vec<&'g Entry>,
    },
}

impl fmt::Display for Conflict<'_> {
    /// One line that names the entries by id, or by name where they have none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let several = |f: &mut fmt::Formatter<'_>, entries: &[&Entry]| {
            entries.iter().try_for_each(|entry| write!(f, " {} {}", entry.kind(), entry.label()))
        };
        match self {
            Self::Merged { entry, source: "" } => write!(f, "merged: {} {}", entry.kind(), entry.label()),
            Self::Merged { entry, source } => write!(f, "merged: {} {} from {source}", entry.kind(), entry.label()),
            Self::Kinds { entries } => {
                f.write_str("one id, several kinds:")?;
                several(f, entries)
            }
            Self::Form { form, entries } => {
                write!(f, "one form, several entries: {form}:")?;
                several(f, entries)
            }
        }
    }
}

impl Gazetteer {
    /// The name of the source of the entry with an index; empty when it was given none.
    #[must_use]
    pub fn source(&self, index: usize) -> &str {
        self.sources.of(index)
    }

    /// Counts of forms, kinds and sources. Linear in the entries.
    #[must_use]
    pub fn statistics(&self) -> Statistics<'_> {
        let mut kinds: HashMap<EntityKind, usize> = HashMap::new();
        let mut by_source: Vec<(&str, usize)> = Vec::new();
        let mut at: HashMap<&str, usize> = HashMap::new();
        for (index, entry) in self.entries().iter().enumerate() {
            *kinds.entry(entry.kind()).or_default() += 1;
            let source = self.source(index);
            let slot = *at.entry(source).or_insert_with(|| {
                by_source.push((source, 0));
                by_source.len() - 1
            });
            if let Some((_, count)) = by_source.get_mut(slot) {
                *count += 1;
            }
        }
        Statistics {
            forms: self.entries().iter().map(|entry| entry.forms().len()).sum(),
            patterns: self.forms.len(),
            by_kind: EntityKind::ALL.into_iter().filter_map(|kind| Some((kind, *kinds.get(&kind)?))).collect(),
            by_source,
        }
    }

    /// Where entries met that have an id or a form in common; what became of
    /// them is told at [`GazetteerBuilder`](super::GazetteerBuilder).
    ///
    /// First what was merged, then ids with several kinds, then forms with
    /// several entries. Linear in the entries and their forms.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::{Entry, EntityKind, Gazetteer};
    ///
    /// let list = Gazetteer::builder()
    ///     .add(Entry::new("1", EntityKind::Gpe, "طرابلس"))
    ///     .add(Entry::new("2", EntityKind::Gpe, "طرابلس").with_priority(1))
    ///     .build()
    ///     .unwrap();
    /// let conflicts: Vec<_> = list.conflicts().iter().map(ToString::to_string).collect();
    /// assert_eq!(conflicts, ["one form, several entries: طرابلس: GPE 2 GPE 1"]);
    /// ```
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict<'_>> {
        let entries = self.entries();
        let mut conflicts: Vec<Conflict<'_>> = Vec::new();
        conflicts.extend(self.sources.merged.iter().filter_map(|&(at, stretch)| {
            Some(Conflict::Merged { entry: entries.get(at)?, source: self.sources.name(stretch) })
        }));
        conflicts.extend(self.shared_ids().into_iter().map(|entries| Conflict::Kinds { entries }));
        // A name that is written as one word and as two is two patterns.
        let mut seen = HashSet::new();
        for forms in self.forms.iter() {
            let mut indices: Vec<u32> = forms.iter().map(|form| form.name.entry).collect();
            indices.dedup();
            if indices.len() < 2 || !seen.insert(forms.iter().map(|f| (f.name.entry, f.name.form)).collect::<Vec<_>>())
            {
                continue;
            }
            if let Some((_, form)) = forms.first().and_then(|form| form.name.resolve(entries)) {
                let entries = indices.iter().filter_map(|&i| entries.get(i as usize)).collect();
                conflicts.push(Conflict::Form { form: form.text(), entries });
            }
        }
        conflicts
    }

    /// Entries that have an id in common.
    fn shared_ids(&self) -> Vec<Vec<&Entry>> {
        let mut groups: Vec<Vec<&Entry>> = Vec::new();
        let mut first: HashMap<&str, usize> = HashMap::new();
        for entry in self.entries().iter().filter(|entry| !entry.id().is_empty()) {
            let group = *first.entry(entry.id()).or_insert(groups.len());
            match groups.get_mut(group) {
                Some(group) => group.push(entry),
                None => groups.push(vec![entry]),
            }
        }
        groups.retain(|group| group.len() > 1);
        groups
    }
}
