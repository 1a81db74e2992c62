//! The alphabet that matching runs on: one byte per folded letter, and one for what stands between words.
//!
//! Arabic letters, ASCII digits and ASCII letters have one byte each. Any other
//! letter is an escape and its code point in a few bytes, so that names that
//! differ in a letter differ in their codes, whatever the script. A byte says
//! by itself what it is part of:
//!
//! | bits | part of |
//! |---|---|
//! | `10xxxxxx` | a letter of the Arabic blocks |
//! | `110xxxxx` | a digit |
//! | `111xxxxx` | a letter of any other script |
//! | `0xxxxxxx` | what stands between two words: white space, a symbol |
//!
//! [`SEPARATOR`] stands between the words of a name, or the symbols that the name has there.

use super::symbols::{COMMAS, HYPHENS, QUOTES};
use crate::normalize::is_arabic;

/// Stands between two words of a pattern; in a text, white space within a line.
pub(crate) const SEPARATOR: u8 = b' ';
/// A line break.
pub(crate) const LINE: u8 = b'\n';
/// A paragraph break.
pub(crate) const PARAGRAPH: u8 = 0x0C;
/// A hyphen.
pub(crate) const HYPHEN: u8 = b'-';
/// A quotation mark.
pub(crate) const QUOTE: u8 = b'"';
/// A symbol that has no code of its own.
const SYMBOL: u8 = b'~';
/// The end of a word that spelling demands, whatever follows.
pub(crate) const END: u8 = b'|';

pub(crate) const ALEF: u8 = letter('\u{0627}' as u32);
pub(crate) const BEH: u8 = letter('\u{0628}' as u32);
pub(crate) const FEH: u8 = letter('\u{0641}' as u32);
pub(crate) const HEH: u8 = letter('\u{0647}' as u32);
pub(crate) const KAF: u8 = letter('\u{0643}' as u32);
pub(crate) const LAM: u8 = letter('\u{0644}' as u32);
pub(crate) const WAW: u8 = letter('\u{0648}' as u32);
pub(crate) const YEH: u8 = letter('\u{064A}' as u32);
/// ال
pub(crate) const ARTICLE: [u8; 2] = [ALEF, LAM];

const FIRST_MORE: u8 = letter('\u{064A}' as u32) + 1;
const ESCAPE_ARABIC: u8 = 0xBF;
const FIRST_DIGIT: u8 = 0xC0;
const ESCAPE_NEAR: u8 = 0xFE;
const ESCAPE: u8 = 0xFF;
const FIRST_ARABIC: u32 = 0x620;
const LAST_ARABIC: u32 = 0x64A;
/// Letters beside the basic alphabet that Arabic text uses for foreign sounds.
const MORE_ARABIC: [char; 10] = [
    '\u{067E}', '\u{0686}', '\u{0698}', '\u{06AF}', '\u{06A4}', '\u{06A8}', '\u{06AD}', '\u{0679}', '\u{0688}',
    '\u{0691}',
];
/// The first of the 1,024 code points, Greek, Cyrillic and Hebrew among them, that need two bytes after their escape.
const FIRST_NEAR: u32 = 0x370;

/// The code of a letter of the basic Arabic alphabet.
pub(super) const fn letter(point: u32) -> u8 {
    0x80 + (point.wrapping_sub(FIRST_ARABIC) & 0x3F) as u8
}

/// The code of a symbol: those of ASCII have one each, and Arabic commas and question marks theirs.
pub(crate) fn symbol(c: char) -> u8 {
    match c {
        _ if HYPHENS.contains(&c) => HYPHEN,
        _ if QUOTES.contains(&c) => QUOTE,
        _ if COMMAS.contains(&c) => b',',
        '\u{061B}' => b';',
        '\u{061F}' => b'?',
        '|' => SYMBOL,
        _ if c.is_ascii_graphic() => c as u8,
        _ => SYMBOL,
    }
}

/// Whether a code is part of a word.
pub(crate) const fn is_word(code: u8) -> bool {
    code & 0x80 != 0
}

/// Whether a code is part of an Arabic word.
pub(crate) const fn is_arabic_word(code: u8) -> bool {
    code & 0xC0 == 0x80
}

/// Whether a code is part of a word that is not Arabic.
pub(crate) const fn is_foreign(code: u8) -> bool {
    code >= 0xC0
}

/// Whether a code is a digit.
pub(crate) const fn is_digit(code: u8) -> bool {
    code & 0xE0 == 0xC0
}

/// Appends the code of a folded letter or digit.
pub(crate) fn push_code(c: char, codes: &mut Vec<u8>) {
    let point = u32::from(c);
    // A byte of the class of its first, with some bits of the code point.
    let part = |first: u8, shift: u32, bits: u32| first | (point >> shift & ((1 << bits) - 1)) as u8;
    match c {
        'a'..='z' => codes.push(c as u8 | 0x80),
        '0'..='9' => codes.push(c as u8 + FIRST_DIGIT - b'0'),
        _ if (FIRST_ARABIC..=LAST_ARABIC).contains(&point) => codes.push(letter(point)),
        _ if is_arabic(c) => match MORE_ARABIC.iter().position(|&m| m == c) {
            Some(i) => codes.push(FIRST_MORE + i as u8),
            None => codes.extend([ESCAPE_ARABIC, part(0x80, 12, 6), part(0x80, 6, 6), part(0x80, 0, 6)]),
        },
        _ if (FIRST_NEAR..FIRST_NEAR + 0x400).contains(&point) => {
            let c = point - FIRST_NEAR;
            codes.extend([ESCAPE_NEAR, 0xE0 | (c >> 5) as u8, 0xE0 | (c & 0x1F) as u8]);
        }
        _ => codes.extend([ESCAPE, part(0xE0, 15, 5), part(0xE0, 10, 5), part(0xE0, 5, 5), part(0xE0, 0, 5)]),
    }
}
