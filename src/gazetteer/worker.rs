use std::mem::take;

use super::{Gazetteer, Hit, Match};
use crate::text::Words;

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
    memory: Words<'static>,
    hits: Vec<Hit>,
}

impl Gazetteer {
    /// A worker for many texts.
    #[must_use]
    pub fn worker(&self) -> Worker<'_> {
        Worker { list: self, memory: Words::default(), hits: Vec::new() }
    }
}

/// The words of a text, whose memory goes back to a worker.
struct Lease<'w, 't> {
    words: Words<'t>,
    owner: &'w mut Words<'static>,
}

impl<'w, 't> Lease<'w, 't> {
    fn new(owner: &'w mut Words<'static>, text: &'t str) -> Self {
        Self { words: take(owner).cut_again(text), owner }
    }
}

impl Drop for Lease<'_, '_> {
    fn drop(&mut self) {
        *self.owner = take(&mut self.words).cut_again("");
    }
}

impl<'g> Worker<'g> {
    /// See [`Gazetteer::find_iter`].
    pub fn find_iter<'w, 't>(&'w mut self, text: &'t str) -> impl Iterator<Item = Match<'g, 't>> + use<'w, 'g, 't> {
        let list = self.list;
        let lease = Lease::new(&mut self.memory, text);
        let mut at = 0;
        core::iter::from_fn(move || list.next_match(&lease.words, &mut at))
    }

    /// See [`Gazetteer::find_overlapping_iter`].
    pub fn find_overlapping_iter<'w, 't>(
        &'w mut self,
        text: &'t str,
    ) -> impl Iterator<Item = Match<'g, 't>> + use<'w, 'g, 't> {
        let Self { list, memory, hits } = self;
        hits.clear();
        let lease = Lease::new(memory, text);
        let mut at = 0;
        core::iter::from_fn(move || list.next_overlapping(&lease.words, &mut at, hits))
    }
}
