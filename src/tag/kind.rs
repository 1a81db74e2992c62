use core::fmt;
use core::str::FromStr;

/// The kind of thing a mention names.
///
/// The kinds are those of the Wojood corpus, which are OntoNotes' adapted to Arabic.
///
/// # Examples
///
/// ```
/// use kashaf::EntityKind;
///
/// let kind: EntityKind = "GPE".parse().unwrap();
/// assert_eq!(kind, EntityKind::Gpe);
/// assert_eq!(kind.conll(), Some("LOC"));
/// assert_eq!(EntityKind::Date.conll(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EntityKind {
    /// A person.
    Pers,
    /// A nationality, religious, ethnic or political group: `القطري`, `المسلمون`.
    Norp,
    /// A post or title with what it governs: `وزير الخارجية المصري`.
    Occ,
    /// An organisation.
    Org,
    /// A country, city or province.
    Gpe,
    /// A place without a government: a sea, a mountain, a region.
    Loc,
    /// A building or site: an airport, a base, a mosque.
    Fac,
    /// A product, above all weapons.
    Product,
    /// A war, a summit, a championship.
    Event,
    /// A treaty or law.
    Law,
    /// A language.
    Language,
    /// A web address.
    Website,
    /// A date or a duration of days and more.
    Date,
    /// A time of day or a duration under a day.
    Time,
    /// A place in an order: `الثالثة`.
    Ordinal,
    /// A plain number.
    Cardinal,
    /// A percentage.
    Percent,
    /// An amount of money.
    Money,
    /// A measurement with its unit.
    Quantity,
    /// A currency without an amount.
    Curr,
    /// A unit without a number.
    Unit,
}

/// Kinds of mention: all of them by default.
#[derive(Clone, Copy, Debug)]
pub(super) struct KindSet(u32);

impl Default for KindSet {
    fn default() -> Self {
        Self::of(&EntityKind::ALL)
    }
}

impl KindSet {
    /// Above the kinds: whether there is one that the grammar of numbers finds, or that of dates.
    const NUMBERS: u32 = 1 << 30;
    const DATES: u32 = 1 << 31;

    pub(super) fn of(kinds: &[EntityKind]) -> Self {
        let grammar = |kind: EntityKind| match kind {
            _ if kind.is_number() => Self::NUMBERS,
            _ if kind.is_date() => Self::DATES,
            _ => 0,
        };
        Self(kinds.iter().fold(0, |set, &kind| set | 1 << kind as u32 | grammar(kind)))
    }

    pub(super) const fn has(self, kind: EntityKind) -> bool {
        self.0 & 1 << kind as u32 != 0
    }

    pub(super) const fn has_numbers(self) -> bool {
        self.0 & Self::NUMBERS != 0
    }

    pub(super) const fn has_dates(self) -> bool {
        self.0 & Self::DATES != 0
    }
}

impl EntityKind {
    /// Every kind, in the order of its declaration.
    pub const ALL: [Self; 21] = [
        Self::Pers,
        Self::Norp,
        Self::Occ,
        Self::Org,
        Self::Gpe,
        Self::Loc,
        Self::Fac,
        Self::Product,
        Self::Event,
        Self::Law,
        Self::Language,
        Self::Website,
        Self::Date,
        Self::Time,
        Self::Ordinal,
        Self::Cardinal,
        Self::Percent,
        Self::Money,
        Self::Quantity,
        Self::Curr,
        Self::Unit,
    ];

    /// The label in capitals, as corpora write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pers => "PERS",
            Self::Norp => "NORP",
            Self::Occ => "OCC",
            Self::Org => "ORG",
            Self::Gpe => "GPE",
            Self::Loc => "LOC",
            Self::Fac => "FAC",
            Self::Product => "PRODUCT",
            Self::Event => "EVENT",
            Self::Law => "LAW",
            Self::Language => "LANGUAGE",
            Self::Website => "WEBSITE",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Ordinal => "ORDINAL",
            Self::Cardinal => "CARDINAL",
            Self::Percent => "PERCENT",
            Self::Money => "MONEY",
            Self::Quantity => "QUANTITY",
            Self::Curr => "CURR",
            Self::Unit => "UNIT",
        }
    }

    /// Whether the grammar of numbers finds it: a number, an amount, or what is counted without a number.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(
            self,
            Self::Ordinal | Self::Cardinal | Self::Percent | Self::Money | Self::Quantity | Self::Curr | Self::Unit
        )
    }

    /// Whether the grammar of dates finds it.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::EntityKind;
    ///
    /// let names = EntityKind::ALL.into_iter().filter(|kind| !kind.is_number() && !kind.is_date());
    /// assert_eq!(names.count(), 12);
    /// ```
    #[must_use]
    pub const fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::Time)
    }

    /// The kind in the four-way scheme of CoNLL-2003, if it has one there.
    ///
    /// GPE, LOC and FAC are `LOC`; NORP, PRODUCT, EVENT, LANGUAGE and LAW are `MISC`.
    #[must_use]
    pub const fn conll(self) -> Option<&'static str> {
        match self {
            Self::Pers => Some("PER"),
            Self::Gpe | Self::Loc | Self::Fac => Some("LOC"),
            Self::Org => Some("ORG"),
            Self::Norp | Self::Product | Self::Event | Self::Language | Self::Law => Some("MISC"),
            _ => None,
        }
    }
}

impl fmt::Display for EntityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A label that names no [`EntityKind`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKind(String);

impl fmt::Display for UnknownKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown kind \"{}\", expected one of", self.0)?;
        for kind in EntityKind::ALL {
            write!(f, " {kind}")?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownKind {}

impl FromStr for EntityKind {
    type Err = UnknownKind;

    /// Reads a label as [`EntityKind::as_str`] writes it.
    ///
    /// # Errors
    ///
    /// [`UnknownKind`] for anything else.
    fn from_str(label: &str) -> Result<Self, UnknownKind> {
        Self::ALL.into_iter().find(|k| k.as_str() == label).ok_or_else(|| UnknownKind(label.to_owned()))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for EntityKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for EntityKind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let label = std::borrow::Cow::<str>::deserialize(deserializer)?;
        label.parse().map_err(serde::de::Error::custom)
    }
}
