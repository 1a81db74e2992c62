//! The normalizer: a table of cases, and what must hold for every text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use kashaf::Normalizer;
use std::borrow::Cow;

#[test]
fn table() {
    for row in common::rows("normalize.tsv") {
        let [preset, input, output, reason] = &row[..] else { panic!("{row:?}") };
        let normalizer = Normalizer::preset(preset).unwrap();
        assert_eq!(normalizer.normalize(input).as_str(), output, "{preset}: {reason}");
    }
}

#[test]
fn what_stands_beside_a_hit_is_not_in_its_source() {
    for (text, hit, source) in [
        ("«الدوحة»", "الدوحه", "الدوحة"),
        ("الدوحة–قطر", "الدوحه", "الدوحة"),
        ("الدوحَةُ… الآن", "الدوحه", "الدوحَةُ"),
        ("١٢€", "12", "١٢"),
        ("МОСКВА", "мос", "МОС"),
        ("ﻻ شيء", "لا", "ﻻ"),
        ("قَالَ", "قا", "قَا"),
    ] {
        let n = Normalizer::search().normalize(text);
        let at = n.as_str().find(hit).unwrap();
        assert_eq!(n.to_source(at..at + hit.len()).of(text), source, "{text}");
    }
}

#[test]
fn every_preset_name_is_a_preset() {
    for name in Normalizer::preset_names() {
        assert!(Normalizer::preset(name).is_some(), "{name}");
    }
}

#[test]
fn unchanged_text_is_borrowed() {
    for text in ["", "abc", "قطر", "كتب 12 (س)"] {
        let n = Normalizer::search().normalize(text);
        assert!(n.is_unchanged());
        assert!(matches!(n.into_text(), Cow::Borrowed(_)));
    }
}

/// Strings of Arabic letters, marks, controls, digits and other scripts, the same ones each time.
fn strings(count: usize) -> impl Iterator<Item = String> {
    let alphabet: Vec<char> =
        "ابتةحدرسعلمنهويىأإآٱءؤئکیہ ًَُِّْٰـٓٔ٠٣۵7 .،F\u{e9}\u{301}eñ\u{200f}\u{200c}\u{feff}ﻻﷺﱠ字\u{61c}«€\n".chars().collect();
    let mut state = 42_u64;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    (0..count).map(move |_| (0..random(14)).map(|_| alphabet[random(alphabet.len())]).collect())
}

#[test]
fn folding_twice_is_folding_once() {
    for name in Normalizer::preset_names() {
        let normalizer = Normalizer::preset(name).unwrap();
        for text in strings(20_000) {
            let once = normalizer.normalize(&text).into_text().into_owned();
            assert_eq!(normalizer.normalize(&once).as_str(), once, "{name} of {text:?}");
        }
    }
}

#[test]
fn composed_and_decomposed_text_fold_alike() {
    use unicode_normalization::{UnicodeNormalization, is_nfc};
    for name in ["search", "light"] {
        let normalizer = Normalizer::preset(name).unwrap();
        for text in strings(20_000) {
            let composed: String = text.nfc().collect();
            let decomposed: String = text.nfd().collect();
            let folded = normalizer.normalize(&composed).into_text().into_owned();
            assert_eq!(normalizer.normalize(&decomposed).as_str(), folded, "{name} of {text:?}");
            assert!(is_nfc(&folded), "{name} of {text:?} gives {folded:?}");
        }
    }
}

#[test]
fn alignment_is_monotone_and_on_characters() {
    let normalizer = Normalizer::search();
    for text in strings(20_000) {
        let n = normalizer.normalize(&text);
        let mut last = 0;
        for (at, c) in n.as_str().char_indices() {
            let span = n.to_source(at..at + c.len_utf8());
            assert!(text.is_char_boundary(span.start()) && text.is_char_boundary(span.end()), "{text:?} {at}");
            assert!(span.start() >= last || span.start() + 24 > last, "{text:?} {at}");
            assert!(!span.is_empty(), "{text:?} {at} {c:?}");
            last = last.max(span.start());
            let back = n.from_source(span.range());
            assert!(back.start() <= at && back.end() >= at + c.len_utf8(), "{text:?} {at} {span:?} {back:?}");
        }
    }
}

#[test]
fn every_character_is_folded() {
    for name in Normalizer::preset_names() {
        let normalizer = Normalizer::preset(name).unwrap();
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let text = String::from(c);
            let once = normalizer.normalize(&text).into_text().into_owned();
            assert_eq!(normalizer.normalize(&once).as_str(), once, "{name} of {c:?}");
        }
    }
}
