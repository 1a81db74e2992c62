//! The proclitics that Arabic writes together with the word after them.

use core::fmt;

use crate::text::{ALEF, BEH, FEH, KAF, LAM, SEEN, WAW};

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Proclitics {
    conjunction: Option<char>,
    preposition: Option<char>,
    future: bool,
    article: bool,
}

impl Proclitics {
    /// The conjunction: و or ف.
    #[must_use]
    pub const fn conjunction(self) -> Option<char> {
        self.conjunction
    }

    /// The preposition: ب, ل or ك.
    #[must_use]
    pub const fn preposition(self) -> Option<char> {
        self.preposition
    }

    /// Whether the future particle س was stripped.
    #[must_use]
    pub const fn future(self) -> bool {
        self.future
    }

    /// Whether the article ال stands before a name that is listed without it. It stays inside the span.
    #[must_use]
    pub const fn article(self) -> bool {
        self.article
    }

    /// Whether nothing was stripped.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// How many letters were read as proclitics, the article apart.
    pub(crate) const fn letters(self) -> usize {
        self.conjunction.is_some() as usize + self.preposition.is_some() as usize + self.future as usize
    }
}

impl fmt::Display for Proclitics {
    /// The proclitics in the order of the text, joined by `+`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [self.conjunction, self.preposition, self.future.then_some('س'), self.article.then_some('ا')];
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
            Self::AlefLam => &[ALEF, LAM],
        }
    }
}

/// What a letter can be before a word: 1 a conjunction, 2 another proclitic. Matching looks it up without a branch.
#[expect(clippy::indexing_slicing, reason = "done by the compiler")]
static LEADS: [u8; 256] = {
    let mut leads = [0; 256];
    leads[WAW as usize] = 1;
    leads[FEH as usize] = 1;
    leads[BEH as usize] = 2;
    leads[KAF as usize] = 2;
    leads[LAM as usize] = 2;
    leads[SEEN as usize] = 2;
    leads
};

#[inline]
fn lead(code: u8) -> u8 {
    LEADS.get(usize::from(code)).copied().unwrap_or(0)
}

/// 1 when the first letter of a word may be a proclitic, else 0.
#[inline]
pub(super) fn leads_by_one(first: u8) -> usize {
    usize::from((lead(first) + 1) >> 1)
}

/// 1 when the first two letters of a word may both be proclitics, else 0.
#[inline]
pub(super) fn leads_by_two(first: u8, second: u8) -> usize {
    usize::from(lead(first) & lead(second) >> 1)
}

/// Calls `each` with every reading of a word, the plainest first.
pub(crate) fn readings(codes: &[u8], each: &mut impl FnMut(Reading)) {
    let at = |i: usize| codes.get(i).copied().unwrap_or(0);
    let mut with_article = |proclitics: Proclitics, skip: usize| {
        if skip + 1 < codes.len() || skip == 0 {
            each(Reading { proclitics, from: skip, prefix: Prefix::None });
        }
        if at(skip) == ALEF && at(skip + 1) == LAM && skip + 3 < codes.len() {
            let proclitics = Proclitics { article: true, ..proclitics };
            each(Reading { proclitics, from: skip + 2, prefix: Prefix::None });
        }
        if proclitics.preposition == Some('ل') && at(skip) == LAM && skip + 2 < codes.len() {
            each(Reading { proclitics, from: skip, prefix: Prefix::Alef });
            each(Reading { proclitics, from: skip, prefix: Prefix::AlefLam });
            let proclitics = Proclitics { article: true, ..proclitics };
            each(Reading { proclitics, from: skip + 1, prefix: Prefix::None });
        }
    };
    let conjunction = match at(0) {
        WAW => Some('و'),
        FEH => Some('ف'),
        _ => None,
    };
    for (conjunction, k) in [(None, 0), (conjunction, 1)] {
        if k == 1 && conjunction.is_none() {
            continue;
        }
        let before = Proclitics { conjunction, ..Proclitics::default() };
        with_article(before, k);
        match at(k) {
            BEH => with_article(Proclitics { preposition: Some('ب'), ..before }, k + 1),
            KAF => with_article(Proclitics { preposition: Some('ك'), ..before }, k + 1),
            LAM => with_article(Proclitics { preposition: Some('ل'), ..before }, k + 1),
            SEEN => with_article(Proclitics { future: true, ..before }, k + 1),
            _ => {}
        }
    }
}
