use super::{Gazetteer, Hit, Match};
use crate::text::Words;

/// Finds the names of a [`Gazetteer`] in many texts, with memory that is used again.
///
/// Make one for each thread. It finds what the methods of the gazetteer find.
///
/// # Examples
///
/// ```
/// use kashaf::{Entry, EntityKind, Gazetteer};
///
/// let list = Gazetteer::builder().add(Entry::new("1", EntityKind::Gpe, "قطر")).build().unwrap();
/// let mut worker = list.worker();
/// let counts = ["في قطر", "قطر وقطر"].map(|text| worker.find_iter(text).count());
/// assert_eq!(counts, [1, 2]);
/// ```
#[derive(Debug)]
pub struct Worker<'g> {
    list: &'g Gazetteer,
    hits: Vec<Hit>,
}

impl Gazetteer {
    /// A worker for many texts.
    #[must_use]
    pub const fn worker(&self) -> Worker<'_> {
        Worker { list: self, hits: Vec::new() }
    }
}

impl<'g> Worker<'g> {
    /// See [`Gazetteer::find_iter`].
    pub fn find_iter<'w, 't>(&'w mut self, text: &'t str) -> impl Iterator<Item = Match<'g, 't>> + use<'w, 'g, 't> {
        self.list.find_iter(text)
    }

    /// See [`Gazetteer::find_overlapping_iter`].
    pub fn find_overlapping_iter<'w, 't>(
        &'w mut self,
        text: &'t str,
    ) -> impl Iterator<Item = Match<'g, 't>> + use<'w, 'g, 't> {
        let Self { list, hits } = self;
        hits.clear();
        let words = Words::of_codes(text);
        let mut at = 0;
        core::iter::from_fn(move || list.next_overlapping(&words, &mut at, hits))
    }
}
