//! Texts of nothing but what is rare in Arabic text, a space or a line feed after each word.

use std::collections::BTreeMap;
use std::iter::once;

use unicode_normalization::UnicodeNormalization;

use crate::common::random;
use crate::texts::is_letter;

/// No text is shorter.
const LEAST: usize = 1 << 20;

/// Pictographs, skin tones, and the joiner of sequences.
const EMOJI: [(char, char); 6] = [
    ('\u{1F300}', '\u{1F3FA}'),
    ('\u{1F3FB}', '\u{1F3FF}'),
    ('\u{1F400}', '\u{1F64F}'),
    ('\u{1F680}', '\u{1F6C5}'),
    ('\u{1F90D}', '\u{1F9FF}'),
    ('\u{200D}', '\u{200D}'),
];

/// Name and text, each of at least 1 MiB. Letters and words are drawn at random, from `plain` where it has them.
pub fn texts(plain: &str) -> Vec<(&'static str, String)> {
    let words: Vec<&str> = plain.split_whitespace().filter(|word| word.chars().all(is_letter)).collect();
    vec![
        ("presentation forms", presentation_forms(&words)),
        ("ligatures", of_letters(&[('\u{FC00}', '\u{FC5D}'), ('\u{FC64}', '\u{FCF1}'), ('\u{FDF0}', '\u{FDFC}')], 3)),
        ("decomposed hamza", decomposed_hamza(&words)),
        ("dagger alef", dagger_alef(&words)),
        (
            "extended Latin",
            of_letters(&[('\u{00C0}', '\u{00D6}'), ('\u{00D8}', '\u{00F6}'), ('\u{00F8}', '\u{024F}')], 9),
        ),
        ("Greek", of_letters(&[('Α', 'Ρ'), ('Σ', 'Ω'), ('ά', 'ώ'), ('α', 'ω')], 9)),
        ("Cyrillic", of_letters(&[('Ѐ', 'Я'), ('а', 'џ'), ('а', 'я')], 9)),
        ("CJK", of_letters(&[('\u{4E00}', '\u{9FFF}'), ('ぁ', 'ゖ')], 12)),
        ("emoji", of_letters(&EMOJI, 4)),
    ]
}

/// Words that `write` appends to the text, one a call, until it is long enough.
///
/// `write` is given a source of random numbers below a limit.
fn fill(mut write: impl FnMut(&mut dyn FnMut(usize) -> usize, &mut String)) -> String {
    let mut random = random(11);
    let mut text = String::with_capacity(LEAST + 1024);
    while text.len() < LEAST {
        write(&mut random, &mut text);
        text.push(if random(16) == 0 { '\n' } else { ' ' });
    }
    text
}

/// Words of one to `longest` characters, each from one of the ranges, ends included.
fn of_letters(ranges: &[(char, char)], longest: usize) -> String {
    let letters: Vec<Vec<char>> = ranges.iter().map(|&(first, last)| (first..=last).collect()).collect();
    fill(|random, text| {
        for _ in 0..=random(longest) {
            let range = &letters[random(letters.len())];
            text.push(range[random(range.len())]);
        }
    })
}

/// Words drawn from those that `change` changes, as it changes them.
fn of_words(words: &[&str], change: impl Fn(&str) -> String) -> String {
    let mut changed: Vec<String> = words.iter().map(|&word| change(word)).collect();
    let mut words = words.iter();
    changed.retain(|word| words.next().is_some_and(|old| word != old));
    assert!(changed.len() > 100, "only {} of the words have what the text is to be made of", changed.len());
    fill(|random, text| text.push_str(&changed[random(changed.len())]))
}

/// أ إ آ ؤ ئ as letter and mark.
fn decomposed_hamza(words: &[&str]) -> String {
    of_words(words, |word| word.nfd().collect())
}

/// The alef within words as U+0670, as in Quranic spelling.
fn dagger_alef(words: &[&str]) -> String {
    of_words(words, |word| word.char_indices().map(|(at, c)| if at > 0 && c == 'ا' { '\u{0670}' } else { c }).collect())
}

/// Words in the forms that their letters take beside each other, lam and alef as one.
fn presentation_forms(words: &[&str]) -> String {
    let mut forms: BTreeMap<String, Vec<char>> = BTreeMap::new();
    for form in '\u{FE80}'..='\u{FEFC}' {
        forms.entry(once(form).nfkc().collect()).or_default().push(form);
    }
    of_words(words, |word| {
        let shaped = shape(word, &forms);
        assert_eq!(shaped.nfkc().collect::<String>(), word);
        shaped
    })
}

/// The forms of the letters of a word.
///
/// `forms` has, in the order of the code points, one form of a letter that
/// joins neither neighbour, two of one that joins the letter before (isolated,
/// final), and four of one that joins both (isolated, final, initial, medial).
fn shape(word: &str, forms: &BTreeMap<String, Vec<char>>) -> String {
    let mut shaped = String::new();
    let mut rest = word;
    let mut joined = false;
    while let Some(first) = rest.chars().next() {
        // Lam and alef, else a letter.
        let pair = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
        let (letter, after) = [pair, first.len_utf8()]
            .map(|end| rest.split_at(end))
            .into_iter()
            .find(|(letter, _)| forms.contains_key(*letter))
            .expect("every letter has forms");
        let own = &forms[letter];
        let next = after.chars().next().map_or(1, |next| forms[next.encode_utf8(&mut [0; 4]) as &str].len());
        let joins = own.len() == 4 && next > 1;
        shaped.push(own[usize::from(joined && own.len() > 1) + 2 * usize::from(joins)]);
        joined = joins;
        rest = after;
    }
    shaped
}
