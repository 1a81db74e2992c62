use std::collections::HashSet;

use crate::EntityKind;
use crate::normalize::is_attached;

/// How sure a form of a name is when it stands alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Ambiguity {
    /// A name wherever it stands.
    #[default]
    Always,
    /// Also an ordinary word: a name beside a cue word (`مدينة صور`), or when
    /// the text has a fuller form of the same entry.
    Context,
    /// Never a name alone, only inside longer ones.
    Never,
}

/// One way to write the name of an [`Entry`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Form {
    text: Box<str>,
    #[cfg_attr(feature = "serde", serde(default))]
    ambiguity: Ambiguity,
    #[cfg_attr(feature = "serde", serde(default))]
    exact: bool,
}

impl Form {
    /// The form as it was added.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How sure the form is when it stands alone.
    #[must_use]
    pub const fn ambiguity(&self) -> Ambiguity {
        self.ambiguity
    }

    /// Whether the source must have these very letters (`علي`, not `على`). Vowel marks and tatweel are still free.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.exact
    }
}

/// Something with a name: an id, a kind, a canonical name and its other forms.
///
/// Forms need not list what matching folds by itself: hamza and alef forms,
/// ى and ي, ة and ه, vowel marks, case, quotes and hyphens between words.
///
/// # Examples
///
/// ```
/// use kashaf::{Ambiguity, Entry, EntityKind};
///
/// let base = Entry::new("my:udeid", EntityKind::Fac, "قاعدة العديد الجوية")
///     .alias("قاعدة العديد")
///     .alias_with("العديد", Ambiguity::Context);
/// assert_eq!(base.name(), "قاعدة العديد الجوية");
/// assert_eq!(base.forms().len(), 3);
/// ```
///
/// Read with serde, `forms` may be left out when the name is the only one, and
/// so may `priority`; an unknown field is an error, and so is a name or form
/// without a letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "Raw"))]
pub struct Entry {
    id: Box<str>,
    kind: EntityKind,
    name: Box<str>,
    forms: Vec<Form>,
    priority: i32,
}

impl Entry {
    /// An entry whose name is its only form so far. A name without a letter or digit is never found.
    #[must_use]
    pub fn new(id: &str, kind: EntityKind, name: &str) -> Self {
        Self::titled(id, kind, name).alias(name)
    }

    /// An entry that is shown under a name but has no form yet.
    pub(crate) fn titled(id: &str, kind: EntityKind, name: &str) -> Self {
        Self { id: id.into(), kind, name: name.into(), forms: Vec::new(), priority: 0 }
    }

    /// Adds a form that is a name wherever it stands.
    #[must_use]
    pub fn alias(self, text: &str) -> Self {
        self.alias_with(text, Ambiguity::Always)
    }

    /// Adds a form of the given ambiguity.
    #[must_use]
    pub fn alias_with(mut self, text: &str, ambiguity: Ambiguity) -> Self {
        self.push(text, ambiguity, false);
        self
    }

    /// Adds a form that the source must spell with the same letters.
    #[must_use]
    pub fn alias_exact(mut self, text: &str, ambiguity: Ambiguity) -> Self {
        self.push(text, ambiguity, true);
        self
    }

    /// Sets which entry a match reports where several have the same form: the one of the highest priority.
    ///
    /// It is 0 when not set. A [`Tagger`](crate::Tagger) goes by the order added alone.
    #[must_use]
    pub const fn with_priority(mut self, priority: i32) -> Self {
        self.priority = priority;
        self
    }

    pub(crate) fn push(&mut self, text: &str, ambiguity: Ambiguity, exact: bool) {
        self.forms.push(Form { text: text.into(), ambiguity, exact });
    }

    /// The id, unique together with the kind.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What the entry is.
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        self.kind
    }

    /// The name to show.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Every form that matches, the name among them.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The form with a number that [`NameForm`](super::NameForm) has for this entry.
    #[expect(clippy::indexing_slicing, reason = "lists number the forms of their own entries")]
    pub(crate) fn form(&self, number: u32) -> &Form {
        &self.forms[number as usize]
    }

    /// What [`Entry::with_priority`] has set.
    #[must_use]
    pub const fn priority(&self) -> i32 {
        self.priority
    }

    /// What a message calls the entry: its id, or its name when it has none.
    pub(crate) fn label(&self) -> &str {
        if self.id.is_empty() { &self.name } else { &self.id }
    }

    /// The name or form in which nothing can be matched, if there is one.
    pub(crate) fn unmatchable(&self) -> Option<&str> {
        let texts = core::iter::once(self.name()).chain(self.forms.iter().map(Form::text));
        texts.into_iter().find(|text| !text.chars().any(is_letter))
    }

    /// Takes the forms of `other` that are not in `seen`, and the higher priority.
    pub(crate) fn merge(&mut self, other: Self, seen: &mut HashSet<Form>) {
        self.priority = self.priority.max(other.priority);
        self.forms.extend(other.forms.into_iter().filter(|form| seen.insert(form.clone())));
    }

    /// Whether the article may be written before a form that is listed without it.
    pub(crate) const fn takes_article(&self) -> bool {
        matches!(self.kind, EntityKind::Norp | EntityKind::Occ)
    }
}

/// Whether a character is a letter or digit of its own, tatweel and marks apart.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_attached(c)
}

/// An entry as serde reads it, before it is checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: Box<str>,
    kind: EntityKind,
    name: Box<str>,
    #[serde(default)]
    forms: Vec<Form>,
    #[serde(default)]
    priority: i32,
}

#[cfg(feature = "serde")]
impl TryFrom<Raw> for Entry {
    type Error = String;

    fn try_from(raw: Raw) -> Result<Self, Self::Error> {
        let Raw { id, kind, name, forms, priority } = raw;
        if name.trim().is_empty() {
            return Err("empty name".to_owned());
        }
        let mut entry = Self { id, kind, name, forms, priority };
        if entry.forms.is_empty() {
            entry = Self::new(&entry.id, kind, &entry.name).with_priority(priority);
        }
        match entry.unmatchable() {
            Some(text) => Err(format!("\"{}\" has no letter or digit", super::error::shown(text))),
            None => Ok(entry),
        }
    }
}
