//! A form of an entry as matching sees it.

use super::entry::is_letter;
use super::{Ambiguity, Entry, Form, NameForm, Proclitics};
use crate::EntityKind;

/// A form with what decides whether it counts, kept beside it so that the entries need not be looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    pub(crate) name: NameForm,
    pub(crate) kind: EntityKind,
    pub(crate) ambiguity: Ambiguity,
    exact: bool,
    takes_article: bool,
}

impl Listed {
    pub(super) fn new(name: NameForm, entry: &Entry, form: &Form) -> Self {
        let (ambiguity, exact) = (form.ambiguity(), form.is_exact());
        Self { name, kind: entry.kind(), ambiguity, exact, takes_article: entry.takes_article() }
    }

    pub(super) const fn takes_article(&self) -> bool {
        self.takes_article
    }

    /// Whether the form can stand behind these proclitics, and in the text that spells it, which only an exact form looks at.
    pub(crate) fn fits<'t>(&self, entries: &[Entry], text: impl FnOnce() -> &'t str, proclitics: Proclitics) -> bool {
        let exact = || self.name.resolve(entries).is_some_and(|(_, form)| same_letters(text(), form.text()));
        (!proclitics.article() || self.takes_article) && (!self.exact || exact())
    }
}

/// Whether two texts have the same letters and digits, marks and tatweel apart.
pub(super) fn same_letters(a: &str, b: &str) -> bool {
    let letters = |c: &char| is_letter(*c);
    a.chars().filter(letters).eq(b.chars().filter(letters))
}
