use core::fmt;
use core::ops::Range;
use std::borrow::Cow;

use crate::{EntityKind, Entry, Proclitics, Quantity, Span, Timex};

/// Why a mention was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum How {
    /// A form of a gazetteer entry that needs no context.
    Listed,
    /// A form that is also an ordinary word, beside a cue word.
    Cued,
    /// A form that is also an ordinary word, in a text that has a fuller form of the entry.
    Supported,
    /// Composed by a grammar from cue words, titles and parts of names.
    Composed,
    /// A short form of a name that stands in full elsewhere in the text.
    Repeated,
    /// Read by the number grammar.
    Number,
    /// Read by the date grammar.
    Date,
}

impl How {
    /// The name in small letters, as JSON has it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Cued => "cued",
            Self::Supported => "supported",
            Self::Composed => "composed",
            Self::Repeated => "repeated",
            Self::Number => "number",
            Self::Date => "date",
        }
    }
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What a number or date mention is worth.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// Of a number, with its unit.
    Quantity(Quantity),
    /// Of a date, time or duration.
    Timex(Timex),
}

impl fmt::Display for Value {
    /// A plain decimal with its unit, or EDTF / ISO 8601.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quantity(quantity) => quantity.fmt(f),
            Self::Timex(timex) => timex.fmt(f),
        }
    }
}

/// A name, number or date in a text.
#[derive(Clone, Debug)]
pub struct Mention<'a> {
    pub(super) source: &'a str,
    pub(super) span: Span,
    pub(super) kind: EntityKind,
    pub(super) entry: Option<&'a Entry>,
    pub(super) full_name: Option<Span>,
    pub(super) value: Option<Box<Value>>,
    pub(super) how: How,
    pub(super) proclitics: Proclitics,
    pub(super) entity: usize,
}

/// `start` and `end` in bytes, `text`, `kind`, `name`, `id`, `value`, `how` and `entity`.
#[cfg(feature = "serde")]
impl serde::Serialize for Mention<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("Mention", 9)?;
        fields.serialize_field("start", &self.span.start())?;
        fields.serialize_field("end", &self.span.end())?;
        fields.serialize_field("text", self.text())?;
        fields.serialize_field("kind", &self.kind)?;
        fields.serialize_field("name", &self.name())?;
        fields.serialize_field("id", &self.id())?;
        fields.serialize_field("value", &self.value())?;
        fields.serialize_field("how", self.how.as_str())?;
        fields.serialize_field("entity", &self.entity)?;
        fields.end()
    }
}

impl<'a> Mention<'a> {
    /// Where the mention stands, in bytes, proclitics excluded.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Where the mention stands, in code points. Linear in the text before it.
    #[must_use]
    pub fn chars(&self) -> Range<usize> {
        self.span.chars(self.source)
    }

    /// Where the mention stands, in UTF-16 units. Linear in the text before it.
    #[must_use]
    pub fn utf16(&self) -> Range<usize> {
        self.span.utf16(self.source)
    }

    /// The text under the span. After an assimilated article it begins with its lam: `لولايات المتحدة` of `للولايات المتحدة`.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.span.of(self.source)
    }

    /// What kind of thing is named.
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        self.kind
    }

    /// The canonical name: the entry's, or for a short form the full name found in the text.
    #[must_use]
    pub fn name(&self) -> Option<&'a str> {
        self.entry.map(Entry::name).or_else(|| self.full_name.map(|span| span.of(self.source)))
    }

    /// The id of the gazetteer entry.
    #[must_use]
    pub fn id(&self) -> Option<&'a str> {
        self.entry.map(Entry::id).filter(|id| !id.is_empty())
    }

    /// The value of a number or date; `None` for names, for numbers too large for a value and dates that no calendar has.
    #[must_use]
    pub fn value(&self) -> Option<Cow<'_, str>> {
        match self.value.as_deref()? {
            Value::Timex(timex) => timex.value().map(Cow::Borrowed),
            quantity => Some(quantity.to_string()).filter(|text| !text.is_empty()).map(Cow::Owned),
        }
    }

    /// The parsed value of a number or date.
    #[must_use]
    pub fn parsed(&self) -> Option<&Value> {
        self.value.as_deref()
    }

    /// Why the mention was accepted.
    #[must_use]
    pub const fn how(&self) -> How {
        self.how
    }

    /// What was written together with the first word, before it.
    #[must_use]
    pub const fn proclitics(&self) -> Proclitics {
        self.proclitics
    }

    /// A number that mentions of the same thing in one text share.
    ///
    /// They begin at 0 and go up by one in the order of first mention, so that they are indices of a list of entities.
    #[must_use]
    pub const fn entity(&self) -> usize {
        self.entity
    }
}
