//! Words that are no part of a number and tell what the number beside them is, from `seeds/lexicon/beside_numbers.tsv`.

use once_cell::sync::Lazy;

use crate::gazetteer::rows;
use crate::text::{Short, ShortMap, Words, encode, head, shorts};

const TABLE: &str = include_str!("../../seeds/lexicon/beside_numbers.tsv");

/// What a word tells of a number beside it, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside(u16);

impl Beside {
    /// A noun for a length: `ارتفاع`. Proclitics and its owner may be written with it.
    const LENGTH: Self = Self(1);
    /// The same of a word that is something else in other forms: `بعرض`.
    const LENGTH_WHOLE: Self = Self(1 << 1);
    /// The name of a letter, before the digits of a type: `إس 400`.
    pub(super) const LETTER: Self = Self(1 << 2);
    /// The same, where it has the hamza or madda of the table: `إم`, and not `أم`.
    pub(super) const LETTER_SPELLED: Self = Self(1 << 3);
    /// The same, behind the name of what has types: `صاروخ جي 20`.
    pub(super) const LETTER_TYPED: Self = Self(1 << 4);
    /// Persons and their votes, which come whole.
    pub(super) const PERSON: Self = Self(1 << 5);
    /// What no number counts: `في`.
    pub(super) const UNCOUNTED: Self = Self(1 << 6);
    /// What stands behind the verb `ألّف` and never behind a thousand.
    pub(super) const AFTER_WROTE: Self = Self(1 << 7);
    /// What stands behind the book that somebody wrote: `ألف كتاب أسماه`.
    pub(super) const AFTER_BOOK: Self = Self(1 << 8);
    /// What stands before the name of the letter alef, or before the verb.
    pub(super) const BEFORE_ALEF: Self = Self(1 << 9);
    /// What stands behind the name of the letter alef.
    pub(super) const AFTER_ALEF: Self = Self(1 << 10);
    /// The same, when that has the article.
    pub(super) const AFTER_THE_ALEF: Self = Self(1 << 11);
    /// What stands before the god Seth.
    pub(super) const BEFORE_GOD: Self = Self(1 << 12);
    /// What stands beside the month of Safar.
    pub(super) const BESIDE_SAFAR: Self = Self(1 << 13);

    /// What the word at a place tells.
    pub(super) fn at(words: &Words<'_>, at: usize) -> Self {
        let codes = words.codes_at(at);
        if codes.len() > LONGEST { Self::default() } else { Self::of(head(codes)) }
    }

    fn of(head: u64) -> Self {
        KNOWN.get(&head).map_or_else(Self::default, |known| known.beside)
    }

    pub(super) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    fn class(name: &str) -> Option<Self> {
        Some(match name {
            "length" => Self::LENGTH,
            "length-whole" => Self::LENGTH_WHOLE,
            "letter" => Self::LETTER,
            "letter-spelled" => Self::LETTER_SPELLED,
            "letter-typed" => Self::LETTER_TYPED,
            "person" => Self::PERSON,
            "uncounted" => Self::UNCOUNTED,
            "after-wrote" => Self::AFTER_WROTE,
            "after-book" => Self::AFTER_BOOK,
            "before-alef" => Self::BEFORE_ALEF,
            "after-alef" => Self::AFTER_ALEF,
            "after-the-alef" => Self::AFTER_THE_ALEF,
            "before-god" => Self::BEFORE_GOD,
            "beside-safar" => Self::BESIDE_SAFAR,
            _ => return None,
        })
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    beside: Beside,
    word: &'static str,
}

/// The codes of no word are more.
const LONGEST: usize = 8;

static KNOWN: Lazy<ShortMap<Known>> = Lazy::new(|| {
    let mut known: ShortMap<Known> = ShortMap::default();
    for row in rows(TABLE) {
        if let &[word, class] = row.as_slice()
            && let Some(class) = Beside::class(class)
        {
            let entry = known.entry(head(&encode(word))).or_default();
            *entry = Known { beside: Beside(entry.beside.0 | class.0), word };
        }
    }
    known
});

/// Whether the word at a place is written with the very letters of the table.
pub(super) fn is_spelled(words: &Words<'_>, at: usize) -> bool {
    let codes = words.codes_at(at);
    let known = KNOWN.get(&head(codes)).filter(|_| codes.len() <= LONGEST);
    known.is_some_and(|known| words.surface(at).ends_with(known.word))
}

/// Whether a word tells that a length follows: `وطولها`, `بارتفاع`, `سباق`.
pub(super) fn is_length(words: &Words<'_>, at: usize) -> bool {
    const BEFORE: [Short; 3] = shorts(["و", "ب", "ل"]);
    const ARTICLE: Short = Short::new("ال");
    const OWNERS: [Short; 3] = shorts(["ها", "هما", "ه"]);
    let Some(word) = words.short(at) else { return false };
    let is = |word: Short, class: Beside| word.head().is_some_and(|head| Beside::of(head).any(class));
    let noun = word.strip_start(&BEFORE).unwrap_or(word);
    let noun = noun.strip_prefix(ARTICLE).unwrap_or(noun);
    let owned = || noun.strip_end(&OWNERS).is_some_and(|noun| is(noun, Beside::LENGTH));
    is(noun, Beside::LENGTH) || owned() || is(word, Beside::LENGTH_WHOLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_means_something() {
        for row in rows(TABLE) {
            assert!(row.len() == 2 && Beside::class(row[1]).is_some(), "{row:?}");
            assert!((1..=LONGEST).contains(&encode(row[0]).len()), "{row:?}");
        }
    }

    #[test]
    fn lengths_are_told_in_every_form() {
        for (word, told) in [("وطولها", true), ("بالارتفاع", true), ("المسافة", true), ("بقطر", true), ("قطر", false)]
        {
            assert_eq!(is_length(&Words::new(word), 0), told, "{word}");
        }
    }
}
