//! What the senses of a word do, as bits: most words are nothing to most grammars.

use super::Sense;
use crate::EntityKind;
use crate::date::Roles;
use crate::number::Parts;
use crate::tag::TagWord;
use crate::text::{WordKind, Words};

/// Which kinds of sense there are, and above them the [`Parts`] of the number words, and the [`Roles`] of the date words
/// and of what a number begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds(u64);

impl Kinds {
    /// A listed name of whatever kind.
    pub(crate) const NAME: Self = Self(1);
    /// A listed nationality or group.
    pub(crate) const NATIONALITY: Self = Self(1 << 1);
    pub(crate) const NUMBER: Self = Self(1 << 2);
    pub(crate) const DATE: Self = Self(1 << 3);
    pub(crate) const POST: Self = Self(1 << 4);
    /// A rank, an honorific or a profession.
    pub(crate) const TITLE: Self = Self(1 << 5);
    pub(crate) const AFTER_TITLE: Self = Self(1 << 6);
    pub(crate) const CUE: Self = Self(1 << 7);
    pub(crate) const PORTFOLIO: Self = Self(1 << 8);
    /// A part of a person's name.
    pub(crate) const PART: Self = Self(1 << 9);
    pub(crate) const CONNECTOR: Self = Self(1 << 10);
    pub(crate) const COMMON: Self = Self(1 << 11);
    /// One word that has a sense other than a name or a part of one.
    pub(super) const WORD: Self = Self(1 << 12);

    // What a word is made of, and what stands behind it.
    /// Digits.
    pub(crate) const DIGITS: Self = Self(1 << 13);
    /// Right before digits.
    pub(crate) const BEFORE_DIGITS: Self = Self(1 << 14);
    /// Letters of another script; or what may be a sign of the number behind it, or a letter of one: a symbol one or two
    /// words before digits, a word before a dot.
    pub(crate) const SIGN: Self = Self(1 << 15);

    /// Any word of the name grammars.
    pub(crate) const TAG: Self = Self::POST
        .and(Self::TITLE)
        .and(Self::AFTER_TITLE)
        .and(Self::CUE)
        .and(Self::PORTFOLIO)
        .and(Self::PART)
        .and(Self::CONNECTOR)
        .and(Self::COMMON);
    /// What is neither a name nor a part of one.
    pub(super) const NO_NAME: Self = Self(Self::TAG.0 & !Self::PART.0).and(Self::NUMBER).and(Self::DATE);

    /// Where the parts begin.
    const PARTS: u32 = 16;
    /// Where the roles begin.
    const ROLES: u32 = 32;

    pub(super) fn of(senses: &[Sense]) -> Self {
        senses.iter().fold(Self(0), |kinds, &sense| {
            kinds.and(match sense {
                Sense::Name(name) => match name.kind {
                    EntityKind::Norp => Self::NAME.and(Self::NATIONALITY),
                    _ => Self::NAME,
                },
                Sense::Number(word) => {
                    let kinds = Self::NUMBER.and(Self::of_parts(word.role.parts()));
                    if word.role.begins() { kinds.and(Self::of_roles(Roles::NUMBER)) } else { kinds }
                }
                Sense::Date(word) => Self::DATE.and(Self::of_roles(word.roles())),
                Sense::Tag(word) => match word {
                    TagWord::Post(_) => Self::POST,
                    TagWord::Rank | TagWord::Honorific | TagWord::Profession => Self::TITLE,
                    TagWord::AfterTitle => Self::AFTER_TITLE,
                    TagWord::Cue(_) => Self::CUE,
                    TagWord::Portfolio => Self::PORTFOLIO,
                    TagWord::Name(_) => Self::PART,
                    TagWord::Connector(_) => Self::CONNECTOR,
                    TagWord::Common(_) => Self::COMMON,
                },
            })
        })
    }

    /// Notes what words are made of, by word.
    pub(super) fn note_shapes(kinds: &mut [Self], words: &Words<'_>) {
        for (at, word) in words.iter().enumerate() {
            // Nearly all are.
            if !matches!(word.kind, WordKind::Arabic) {
                Self::note_shape(kinds, at, word.kind);
            }
        }
    }

    // Apart, so that the loop stays small.
    #[inline(never)]
    fn note_shape(kinds: &mut [Self], at: usize, kind: WordKind) {
        let mut note = |at: Option<usize>, kind: Self| {
            if let Some(here) = at.and_then(|at| kinds.get_mut(at)) {
                *here = here.and(kind);
            }
        };
        match kind {
            WordKind::Digits => {
                note(Some(at), Self::DIGITS);
                note(at.checked_sub(1), Self::BEFORE_DIGITS.and(Self::SIGN));
                note(at.checked_sub(2), Self::SIGN);
            }
            WordKind::Other => note(Some(at), Self::SIGN),
            WordKind::Symbol('.') => note(at.checked_sub(1), Self::SIGN),
            WordKind::Symbol(_) | WordKind::Arabic => {}
        }
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has one of these.
    pub(crate) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    pub(crate) const fn of_parts(parts: Parts) -> Self {
        Self((parts.bits() as u64) << Self::PARTS)
    }

    /// What an amount can begin with the number words as.
    pub(super) const fn parts(self) -> Parts {
        Parts::new((self.0 >> Self::PARTS) as u8)
    }

    pub(crate) const fn of_roles(roles: Roles) -> Self {
        Self((roles.bits() as u64) << Self::ROLES)
    }

    /// What the date words do; [`Roles::NUMBER`] too for a word that begins a number.
    pub(super) const fn roles(self) -> Roles {
        Roles::new((self.0 >> Self::ROLES) as u32)
    }
}
