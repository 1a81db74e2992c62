//! Transliteration: a table of words, and what must hold for every text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use kashaf::Transliteration::{self, Buckwalter, Hsb, SafeBuckwalter};
use std::borrow::Cow;

const SCHEMES: [Transliteration; 3] = [Buckwalter, SafeBuckwalter, Hsb];

fn characters() -> impl Iterator<Item = char> {
    (0..=u32::from(char::MAX)).filter_map(char::from_u32)
}

/// The characters that a scheme writes in Latin.
fn covered(scheme: Transliteration) -> Vec<char> {
    characters().filter(|c| scheme.to_latin(c.encode_utf8(&mut [0; 4])) != c.to_string()).collect()
}

/// The characters that a scheme writes with.
fn written(scheme: Transliteration) -> Vec<char> {
    characters().filter(|c| scheme.to_arabic(c.encode_utf8(&mut [0; 4])) != c.to_string()).collect()
}

#[test]
fn table() {
    for row in common::rows("transliterate.tsv") {
        let [arabic, buckwalter, safe, hsb, reason] = &row[..] else { panic!("{row:?}") };
        for (scheme, latin) in SCHEMES.into_iter().zip([buckwalter, safe, hsb]) {
            assert_eq!(scheme.to_latin(arabic), *latin, "{scheme:?}: {reason}");
            assert_eq!(scheme.to_arabic(latin), *arabic, "{scheme:?}: {reason}");
        }
    }
}

#[test]
fn the_table_uses_every_covered_character() {
    let arabic: String = common::rows("transliterate.tsv").into_iter().map(|row| row[0].clone()).collect();
    for c in covered(Buckwalter) {
        assert!(arabic.contains(c), "{c:?}");
    }
}

#[test]
fn every_scheme_covers_the_same_characters_one_to_one() {
    let letters = covered(Buckwalter);
    assert_eq!(letters.len(), 51);
    for scheme in SCHEMES {
        assert_eq!(covered(scheme), letters, "{scheme:?}");
        assert_eq!(written(scheme).len(), letters.len(), "{scheme:?}");
    }
    assert!(written(Buckwalter).iter().chain(&written(SafeBuckwalter)).all(char::is_ascii));
}

#[test]
fn every_character_comes_back_unless_the_scheme_writes_with_it() {
    for scheme in SCHEMES {
        let written = written(scheme);
        for c in characters().filter(|c| !written.contains(c)) {
            let text = String::from(c);
            assert_eq!(scheme.to_arabic(&scheme.to_latin(&text)), text, "{scheme:?} of {c:?}");
        }
    }
}

#[test]
fn strings_come_back_in_both_directions() {
    for scheme in SCHEMES {
        let beside = [' ', '\n', '7', '٣', '،', 'ی', '\u{0653}', '\u{200F}', '字', '€'];
        let arabic: Vec<char> = covered(scheme).into_iter().chain(beside).collect();
        for text in common::strings(&arabic, 20_000) {
            assert_eq!(scheme.to_arabic(&scheme.to_latin(&text)), text, "{scheme:?} of {text:?}");
        }
        let latin: Vec<char> = written(scheme).into_iter().chain(beside).collect();
        for text in common::strings(&latin, 20_000) {
            assert_eq!(scheme.to_latin(&scheme.to_arabic(&text)), text, "{scheme:?} of {text:?}");
        }
    }
}

#[test]
fn unchanged_text_is_borrowed() {
    for scheme in SCHEMES {
        for text in ["", "USB 3", "字 €", "کی ٣"] {
            assert!(matches!(scheme.to_latin(text), Cow::Borrowed(same) if same == text), "{scheme:?} of {text:?}");
        }
        for text in ["", "قطر ٣", "字 €", "(12)"] {
            assert!(matches!(scheme.to_arabic(text), Cow::Borrowed(same) if same == text), "{scheme:?} of {text:?}");
        }
    }
}

#[test]
fn what_the_scheme_writes_with_is_ambiguous() {
    assert_eq!(Buckwalter.to_latin("كابل USB"), "kAbl USB");
    assert_eq!(Buckwalter.to_arabic("kAbl USB"), "كابل USB".replace('S', "ص"));
    assert_eq!(Hsb.to_arabic(&Hsb.to_latin("وصل.")), "وصل\u{0652}");
    assert_eq!(SafeBuckwalter.to_arabic(&SafeBuckwalter.to_latin("وصل.")), "وصل.");
}
