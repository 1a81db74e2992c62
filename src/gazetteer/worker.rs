use super::search::{Memory, Search};
use super::{Gazetteer, Hit, Match};

/// Finds the names of a [`Gazetteer`] in many texts, with memory that is used again.
///
/// Make one for each thread. It finds what the methods of the gazetteer find,
/// and allocates nothing once it has grown to the texts.
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
    memory: Memory,
    hits: Vec<Hit>,
}

impl Gazetteer {
    /// A worker for many texts.
    #[must_use]
    pub fn worker(&self) -> Worker<'_> {
        Worker { list: self, memory: Memory::default(), hits: Vec::new() }
    }
}

impl<'g> Worker<'g> {
    /// See [`Gazetteer::find_iter`].
    pub fn find_iter<'w, 't>(&'w mut self, text: &'t str) -> impl Iterator<Item = Match<'g, 't>> + use<'w, 'g, 't> {
        let list = self.list;
        let mut search = Search::new(text, true, 0, &mut self.memory);
        core::iter::from_fn(move || list.next_match(&mut search))
    }

    /// See [`Gazetteer::find_overlapping_iter`].
    pub fn find_overlapping_iter<'w, 't>(
        &'w mut self,
        text: &'t str,
    ) -> impl Iterator<Item = Match<'g, 't>> + use<'w, 'g, 't> {
        let Self { list, memory, hits } = self;
        hits.clear();
        let mut search = Search::new(text, true, 0, memory);
        core::iter::from_fn(move || list.next_overlapping(&mut search, hits))
    }
}
