//! How a word is spelt: as foreign names are, or as Arabic words.

use once_cell::sync::Lazy;

use super::words::Spelling;
use crate::text::encode;

/// Odds from which a word counts as foreign, chosen by reading unknown subjects of verbs: few names lie below it.
const FOREIGN: f32 = 2.0;
/// Odds from which a word counts as foreign when nothing but its spelling says so.
const SURE: f32 = 4.5;
/// Letters of the shortest word that can be told.
const SHORTEST: usize = 3;
/// Letter codes, and the edge of a word.
const LETTERS: usize = 64;
/// What is added to every count, so that no pair of letters is impossible.
const SMALLEST: f32 = 0.5;
/// What ordinary words take in a text that the lists lack.
const ENDINGS: [&str; 2] = ["ا", "ه"];

/// The odds of each pair of letters that a name has it and no ordinary word, as natural logarithms.
struct Shape(Vec<f32>);

static SHAPE: Lazy<Shape> = Lazy::new(Shape::learn);

/// Whether a word of these codes is spelt as foreign names are. Linear in the letters.
pub(super) fn is_foreign(codes: &[u8]) -> bool {
    codes.len() >= SHORTEST && SHAPE.odds(codes) > FOREIGN
}

/// Whether a word is spelt as foreign names are, and hardly as any Arabic word is.
pub(super) fn is_surely_foreign(codes: &[u8]) -> bool {
    codes.len() >= SHORTEST && SHAPE.odds(codes) > SURE
}

impl Shape {
    /// Counts the pairs of letters of the lexicon's foreign names and of its ordinary words.
    fn learn() -> Self {
        let mut foreign = Pairs::default();
        let mut arabic = Pairs::default();
        super::words::spellings(&mut |word, spelling| match spelling {
            Spelling::Foreign => foreign.add(&encode(word)),
            Spelling::Arabic => {
                arabic.add(&encode(word));
                for ending in ENDINGS {
                    arabic.add(&encode(&format!("{word}{ending}")));
                }
                arabic.add(&encode(&format!("ب{word}")));
            }
        });
        let odds = |(name, word): (&f32, &f32)| {
            let smoothed = |count: &f32, all: f32| (count + SMALLEST) / (all + SMALLEST * LETTERS as f32);
            (smoothed(name, foreign.all) / smoothed(word, arabic.all)).ln()
        };
        Self(foreign.counts.iter().zip(&arabic.counts).map(odds).collect())
    }

    fn odds(&self, codes: &[u8]) -> f32 {
        pairs(codes).map(|pair| self.0.get(pair).copied().unwrap_or_default()).sum()
    }
}

/// How often letters follow one another.
struct Pairs {
    counts: Vec<f32>,
    all: f32,
}

impl Default for Pairs {
    fn default() -> Self {
        Self { counts: vec![0.0; LETTERS * LETTERS], all: 0.0 }
    }
}

impl Pairs {
    fn add(&mut self, codes: &[u8]) {
        for pair in pairs(codes) {
            if let Some(count) = self.counts.get_mut(pair) {
                *count += 1.0;
                self.all += 1.0;
            }
        }
    }
}

/// The places of the pairs of letters of a word, its edges included.
fn pairs(codes: &[u8]) -> impl Iterator<Item = usize> {
    // A letter's code says in its upper bits that it is one; no word has the lowest letter.
    let place = |code: Option<&u8>| code.map_or(0, |code| usize::from(*code) % LETTERS);
    (0..=codes.len()).map(move |at| {
        let before = at.checked_sub(1).and_then(|before| codes.get(before));
        place(before) * LETTERS + place(codes.get(at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_words_that_no_list_has() {
        for name in ["كليبنوف", "شتراسمان", "فاندربيلت", "موريسون", "بروكنر", "دوستويفسكي"]
        {
            assert!(is_foreign(&encode(name)), "{name}");
        }
        for word in ["مستحضراتهم", "تفاصيلها", "مؤلفاته", "عواصفه", "اخضرار", "حق"]
        {
            assert!(!is_foreign(&encode(word)), "{word}");
        }
    }
}
