//! Normalizing: `Normalizer::search` against a copy, a plain loop and other crates, and its rare paths.

use std::borrow::Cow;
use std::hint::black_box;

use charabia::normalizer::{ClassifierOption, NormalizerOption};
use charabia::{Language, Normalize, Script, Token};
use kashaf::{Buffer, Normalized, Normalizer};
use unicode_normalization::{UnicodeNormalization, is_nfkc};

use crate::harness::{Group, Settings};
use crate::texts::{Text, cut, is_letter, plain};
use crate::{naive, rare};

const SEARCH: &str = "search";

/// Runs the section: a group for each text, and one for the rare paths.
pub fn run(texts: &[Text], settings: &Settings) {
    for Text { name, text, .. } in texts {
        peers(name, text, settings);
    }
    rare_paths(&plain(texts).text, settings);
}

/// `search` with alignment against what does less and what others do.
fn peers(name: &str, text: &str, settings: &Settings) {
    let mut group = Group::new(format!("normalize/{name}"));
    add_search(&mut group, SEARCH, text);
    add_memcpy(&mut group, text);
    add_naive(&mut group, text);
    add_nfkc(&mut group, text);
    add_charabia(&mut group, text);
    for (peer, target) in [("memcpy", 0.12), ("naive loop", 5.0), ("NFKC", 10.0), ("charabia", 40.0)] {
        group.ratio(SEARCH, peer, Some(target));
    }
    group.run(settings);
}

/// `search` on texts of nothing but one rare thing, and on short lines, against itself on plain text.
///
/// All are 1 MiB long.
fn rare_paths(plain: &str, settings: &Settings) {
    const COMMON: &str = "common path";
    let common = cut(plain.to_owned(), 1 << 20);
    let texts = rare::texts(plain);
    let mut group = Group::new("normalize/rare");
    add_search(&mut group, COMMON, &common);
    for (name, text) in &texts {
        add_search(&mut group, name, text);
        group.ratio(name, COMMON, Some(0.25));
    }
    add_lines(&mut group, "short lines", &common);
    group.ratio("short lines", COMMON, None);
    group.run(settings);
}

/// `Normalizer::search` with alignment, into a buffer that is used again.
fn add_search<'a>(group: &mut Group<'a>, name: &str, text: &'a str) {
    let normalizer = Normalizer::search();
    let mut expected = String::new();
    naive::search(text, &mut expected);
    let mut buffer = Buffer::new();
    let normalized = normalizer.normalize_into(text, &mut buffer);
    assert_same(normalized.as_str(), &expected);
    assert_aligned(&normalized, &normalizer);
    // Asking for the alignment in the middle makes sure that there is one.
    let middle = cut(expected, text.len() / 3).len();
    group.variant(name, text.len(), move || {
        let normalized = normalizer.normalize_into(text, &mut buffer);
        normalized.as_str().len() + normalized.to_source(middle..middle).start()
    });
}

/// The same, line by line into one buffer.
fn add_lines<'a>(group: &mut Group<'a>, name: &str, text: &'a str) {
    let normalizer = Normalizer::search();
    let lines = short_lines(text);
    let mut buffer = Buffer::new();
    let pieces: String = lines.iter().map(|line| normalizer.normalize(line).as_str().to_owned()).collect();
    assert_same(&pieces, normalizer.normalize(text).as_str());
    group.variant(name, text.len(), move || {
        lines.iter().map(|line| normalizer.normalize_into(line, &mut buffer).as_str().len()).sum()
    });
}

/// The text in pieces of about 130 bytes that end after white space.
fn short_lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut end = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        end += word.len();
        if end - start >= 125 {
            lines.push(&text[start..end]);
            start = end;
        }
    }
    lines.push(&text[start..]);
    lines
}

/// A copy of the bytes into memory that is there already.
fn add_memcpy<'a>(group: &mut Group<'a>, text: &'a str) {
    let mut copy = vec![0; text.len()];
    group.variant("memcpy", text.len(), move || {
        copy.copy_from_slice(black_box(text.as_bytes()));
        usize::from(black_box(&copy)[text.len() / 2])
    });
}

/// The same folds in a `chars()`, `match` and `push` loop, without alignment.
fn add_naive<'a>(group: &mut Group<'a>, text: &'a str) {
    // `add_search` compares the output.
    let mut out = String::new();
    group.variant("naive loop", text.len(), move || {
        naive::search(text, &mut out);
        out.len()
    });
}

/// NFKC of unicode-normalization.
fn add_nfkc<'a>(group: &mut Group<'a>, text: &'a str) {
    let mut out: String = text.nfkc().collect();
    assert!(is_nfkc(&out) && out.nfkd().eq(text.nfkd()));
    group.variant("NFKC", text.len(), move || {
        out.clear();
        out.extend(text.nfkc());
        out.len()
    });
}

/// The normalizer of charabia with its `char_map`, on words cut at white space, told that they are Arabic.
fn add_charabia<'a>(group: &mut Group<'a>, text: &'a str) {
    let options = NormalizerOption { create_char_map: true, lossy: true, classifier: ClassifierOption::default() };
    let ours = Normalizer::charabia();
    let words = text.split_whitespace().filter(|word| word.chars().all(|c| is_letter(c) || is_vowel_mark(c)));
    for word in words.take(10_000) {
        let token = charabia(word, &options);
        assert_eq!(token.lemma(), ours.normalize(word).as_str());
        // A word that nothing applies to has no map.
        assert!(token.char_map.map_or(token.lemma == word, |map| map.len() == word.chars().count()));
    }
    group.variant("charabia", text.len(), move || {
        text.split_whitespace().map(|word| charabia(word, &options).byte_len()).sum()
    });
}

fn charabia<'t>(word: &'t str, options: &NormalizerOption<'_>) -> Token<'t> {
    let lemma = Cow::Borrowed(word);
    let token = Token { lemma, script: Script::Arabic, language: Some(Language::Ara), ..Token::default() };
    token.normalize(options)
}

const fn is_vowel_mark(c: char) -> bool {
    matches!(c, '\u{064B}'..='\u{0652}')
}

/// Fails with the place where two texts part.
fn assert_same(text: &str, expected: &str) {
    if text != expected {
        let at = text.char_indices().zip(expected.chars()).find(|((_, a), b)| a != b);
        let at = at.map_or(text.len().min(expected.len()), |((at, _), _)| at);
        let context = |text: &str| text[at..].chars().take(20).collect::<String>();
        panic!("{:?} in place of {:?} at byte {at}", context(text), context(expected));
    }
}

/// Fails unless every 97th word leads back to one word, or a ligature of several, that it is folded from.
fn assert_aligned(normalized: &Normalized<'_>, normalizer: &Normalizer) {
    let mut at = 0;
    for (i, word) in normalized.as_str().split_inclusive(char::is_whitespace).enumerate() {
        if i % 97 == 0 {
            let source = normalized.to_source(at..at + word.trim_end().len()).of(normalized.source());
            let folded = normalizer.normalize(source).into_text();
            assert!(folded.contains(word.trim_end()), "{word:?} from {source:?}");
            assert!(!source.contains(char::is_whitespace), "{word:?} from {source:?}");
        }
        at += word.len();
    }
}
