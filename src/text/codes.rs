//! The alphabet that matching runs on: one byte per folded letter.
//!
//! Arabic letters, ASCII digits and ASCII letters have one byte each; any
//! other letter is [`ESCAPE`] and its code point in three bytes. Every letter
//! byte is 0x80 or more; [`SEPARATOR`] stands between the words of a name. So
//! names that differ in a letter differ in their codes, whatever the script.

use super::Words;

/// Stands between two words of a pattern.
pub(crate) const SEPARATOR: u8 = b' ';

pub(crate) const ALEF: u8 = letter('\u{0627}');
pub(crate) const BEH: u8 = letter('\u{0628}');
pub(crate) const FEH: u8 = letter('\u{0641}');
pub(crate) const KAF: u8 = letter('\u{0643}');
pub(crate) const LAM: u8 = letter('\u{0644}');
pub(crate) const SEEN: u8 = letter('\u{0633}');
pub(crate) const WAW: u8 = letter('\u{0648}');

const FIRST_MORE: u8 = letter('\u{064A}') + 1;
const FIRST_DIGIT: u8 = 0xC0;
const ESCAPE: u8 = 0xFF;
const FIRST_ARABIC: u32 = 0x620;
const LAST_ARABIC: u32 = 0x64A;
/// Letters beside the basic alphabet that Arabic text uses for foreign sounds.
const MORE_ARABIC: [char; 10] = [
    '\u{067E}', '\u{0686}', '\u{0698}', '\u{06AF}', '\u{06A4}', '\u{06A8}', '\u{06AD}', '\u{0679}', '\u{0688}',
    '\u{0691}',
];

/// The code of a letter of the basic Arabic alphabet.
const fn letter(c: char) -> u8 {
    0x80 + (c as u32 - FIRST_ARABIC) as u8
}

/// Appends the code of a folded letter or digit.
pub(crate) fn push_code(c: char, codes: &mut Vec<u8>) {
    let point = u32::from(c);
    match c {
        'a'..='z' => codes.push(c as u8 | 0x80),
        '0'..='9' => codes.push(c as u8 + FIRST_DIGIT - b'0'),
        _ if (FIRST_ARABIC..=LAST_ARABIC).contains(&point) => codes.push(letter(c)),
        _ => match MORE_ARABIC.iter().position(|&m| m == c) {
            Some(i) => codes.push(FIRST_MORE + i as u8),
            None => codes.extend([ESCAPE, part(point >> 14), part(point >> 7), part(point)]),
        },
    }
}

/// The codes of a name, its words joined by [`SEPARATOR`]. Empty when the name has no letter or digit.
pub(crate) fn encode(name: &str) -> Vec<u8> {
    let words = Words::of_codes(name);
    let mut codes = Vec::new();
    for word in words.iter().filter(|w| !w.is_symbol()) {
        if !codes.is_empty() {
            codes.push(SEPARATOR);
        }
        codes.extend_from_slice(words.codes(word));
    }
    codes
}

const fn part(bits: u32) -> u8 {
    0x80 | (bits & 0x7F) as u8
}
