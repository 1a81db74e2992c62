//! The proclitics that Arabic writes together with the word after them.

use core::fmt;

use crate::text::{ALEF, ARTICLE, BEH, FEH, KAF, LAM, WAW};

/// What was written together with the first word of a name, before it.
///
/// # Examples
///
/// ```
/// use kashaf::{Entry, EntityKind, Gazetteer};
///
/// let list = Gazetteer::builder().add(Entry::new("us", EntityKind::Gpe, "الولايات المتحدة")).build().unwrap();
/// let hit = list.find_iter("وللولايات المتحدة").next().unwrap();
/// assert_eq!(hit.proclitics().conjunction(), Some('و'));
/// assert_eq!(hit.proclitics().preposition(), Some('ل'));
/// assert_eq!(hit.proclitics().to_string(), "و+ل");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Proclitics(u8);

impl Proclitics {
    /// The bits of a conjunction, and those of a preposition.
    const CONJUNCTIONS: [(u8, char); 2] = [(1, 'و'), (1 << 1, 'ف')];
    const PREPOSITIONS: [(u8, char); 3] = [(1 << 2, 'ب'), (1 << 3, 'ك'), (LAM_BEFORE, 'ل')];
    const ARTICLE: u8 = 1 << 5;

    /// The conjunction: و or ف.
    #[must_use]
    pub const fn conjunction(self) -> Option<char> {
        self.find(&Self::CONJUNCTIONS)
    }

    /// The preposition: ب, ل or ك.
    #[must_use]
    pub const fn preposition(self) -> Option<char> {
        self.find(&Self::PREPOSITIONS)
    }

    const fn find(self, of: &[(u8, char)]) -> Option<char> {
        let mut rest = of;
        while let [(bit, letter), after @ ..] = rest {
            if self.0 & *bit != 0 {
                return Some(*letter);
            }
            rest = after;
        }
        None
    }

    /// Whether the article ال stands before a name that is listed without it. It stays inside the span.
    #[must_use]
    pub const fn article(self) -> bool {
        self.0 & Self::ARTICLE != 0
    }

    /// Whether nothing was stripped.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many letters were read as proclitics, the article apart.
    pub(crate) const fn letters(self) -> usize {
        (self.0 & !Self::ARTICLE).count_ones() as usize
    }

    const fn with_article(self) -> Self {
        Self(self.0 | Self::ARTICLE)
    }
}

impl fmt::Debug for Proclitics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Proclitics({self})")
    }
}

impl fmt::Display for Proclitics {
    /// The proclitics in the order of the text, joined by `+`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [self.conjunction(), self.preposition(), self.article().then_some('ا')];
        for (i, part) in parts.into_iter().flatten().enumerate() {
            if i > 0 {
                f.write_str("+")?;
            }
            match part {
                'ا' => f.write_str("ال")?,
                c => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}

/// One way to read the beginning of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub(crate) proclitics: Proclitics,
    /// Letters before the part that the pattern must spell.
    pub(crate) from: usize,
    /// What the pattern spells before that part: the article that ل has swallowed.
    pub(crate) prefix: Prefix,
}

/// Letters a pattern has and the text has lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prefix {
    None,
    /// `للدوحة`: the alef of the article.
    Alef,
    /// `للاذقية`: article and first letter of a name that begins with lam.
    AlefLam,
}

impl Prefix {
    pub(crate) const fn codes(self) -> &'static [u8] {
        match self {
            Self::None => &[],
            Self::Alef => &[ALEF],
            Self::AlefLam => &ARTICLE,
        }
    }
}

/// ل before a word.
const LAM_BEFORE: u8 = 1 << 4;

/// What a letter is before a word, as in [`Proclitics`]. Matching looks it up without a branch.
#[expect(clippy::indexing_slicing, reason = "done by the compiler")]
static LEADS: [u8; 256] = {
    let mut leads = [0; 256];
    leads[WAW as usize] = Proclitics::CONJUNCTIONS[0].0;
    leads[FEH as usize] = Proclitics::CONJUNCTIONS[1].0;
    leads[BEH as usize] = Proclitics::PREPOSITIONS[0].0;
    leads[KAF as usize] = Proclitics::PREPOSITIONS[1].0;
    leads[LAM as usize] = LAM_BEFORE;
    leads
};

/// A conjunction, which only another proclitic can stand behind.
const CONJUNCTION: u8 = Proclitics::CONJUNCTIONS[0].0 | Proclitics::CONJUNCTIONS[1].0;

#[inline]
fn lead(code: u8) -> u8 {
    LEADS.get(usize::from(code)).copied().unwrap_or(0)
}

/// 1 when the first letter of a word may be a proclitic, else 0.
#[inline]
pub(super) fn leads_by_one(first: u8) -> usize {
    usize::from(lead(first) != 0)
}

/// 1 when the first two letters of a word may both be proclitics, else 0.
#[inline]
pub(super) fn leads_by_two(first: u8, second: u8) -> usize {
    usize::from(lead(first) & CONJUNCTION != 0) & usize::from(lead(second) & !CONJUNCTION != 0)
}

/// Calls `each` with every reading of a word, the plainest first.
#[inline]
pub(crate) fn readings(codes: &[u8], each: &mut impl FnMut(Reading)) {
    let at = |i: usize| codes.get(i).copied().unwrap_or(0);
    let mut proclitics = Proclitics::default();
    let mut from = 0;
    loop {
        if from == 0 || from + 1 < codes.len() {
            each(Reading { proclitics, from, prefix: Prefix::None });
        }
        if at(from) == ALEF && at(from + 1) == LAM && from + 3 < codes.len() {
            each(Reading { proclitics: proclitics.with_article(), from: from + 2, prefix: Prefix::None });
        }
        if proclitics.0 & LAM_BEFORE != 0 && at(from) == LAM && from + 2 < codes.len() {
            each(Reading { proclitics, from, prefix: Prefix::Alef });
            each(Reading { proclitics, from, prefix: Prefix::AlefLam });
            each(Reading { proclitics: proclitics.with_article(), from: from + 1, prefix: Prefix::None });
        }
        // One more letter: a conjunction first of all, and behind it what is none.
        let next = lead(at(from));
        let only_conjunction = proclitics.0 & !CONJUNCTION == 0;
        if next == 0 || !only_conjunction || (from > 0 && next & CONJUNCTION != 0) {
            return;
        }
        proclitics = Proclitics(proclitics.0 | next);
        from += 1;
    }
}
