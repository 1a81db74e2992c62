//! What each character is to a text that is cut into words, worked out once.

use once_cell::sync::OnceCell;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::codes::push_code;
use crate::normalize::{Normalizer, digit, fold_char, is_arabic, is_attached, is_control};

/// What a character is to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Invisible; it is as if it were not there.
    Control,
    /// A mark or tatweel, part of the word before it.
    Attached,
    /// White space.
    Space,
    /// A letter of the Arabic blocks.
    Arabic,
    /// A letter of any other script.
    Other,
    /// An ASCII, Arabic-Indic or extended Arabic-Indic digit.
    Digit,
    /// Anything else.
    Symbol,
}

/// A character as the words have it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub(super) class: Class,
    codes: Short,
    utf8: Short,
}

/// A few bytes, if they are few.
#[derive(Clone, Copy, Debug)]
struct Short {
    bytes: [u8; 6],
    len: u8,
}

impl Short {
    const LONG: u8 = u8::MAX;

    fn new(from: &[u8]) -> Self {
        let mut bytes = [0; 6];
        match bytes.get_mut(..from.len()) {
            Some(room) => {
                room.copy_from_slice(from);
                Self { bytes, len: from.len() as u8 }
            }
            None => Self { bytes, len: Self::LONG },
        }
    }

    fn get(&self) -> Option<&[u8]> {
        self.bytes.get(..usize::from(self.len))
    }
}

impl Letter {
    /// The codes of the folded letter; none when there are more than six.
    pub(super) fn codes(&self) -> Option<&[u8]> {
        self.codes.get()
    }

    /// The folded letter in UTF-8; none when it is longer than six bytes.
    pub(super) fn utf8(&self) -> Option<&[u8]> {
        self.utf8.get()
    }

    fn new(c: char) -> Self {
        let mut codes = Vec::new();
        push_codes(c, &mut codes);
        let utf8 = Normalizer::search().folded(c).to_owned();
        Self { class: class(c), codes: Short::new(&codes), utf8: Short::new(utf8.as_bytes()) }
    }
}

/// What a character is to a word.
#[inline]
pub(super) fn letter(c: char) -> &'static Letter {
    /// By 256 characters, each page made when it is first met.
    static PAGES: [OnceCell<Box<[Letter; 256]>>; 0x1100] = [const { OnceCell::new() }; 0x1100];
    #[cold]
    fn page(c: char) -> Box<[Letter; 256]> {
        let first = u32::from(c) & !0xFF;
        Box::new(std::array::from_fn(|at| Letter::new(char::from_u32(first + at as u32).unwrap_or(' '))))
    }
    let page = PAGES.get(u32::from(c) as usize >> 8).map(|cell| cell.get_or_init(|| page(c)));
    let letter = page.and_then(|page| page.get(usize::from(c as u8)));
    const NONE: Letter =
        Letter { class: Class::Symbol, codes: Short { bytes: [0; 6], len: 0 }, utf8: Short { bytes: [0; 6], len: 0 } };
    letter.unwrap_or(&NONE)
}

/// Appends the codes of a character folded for search, the accents of other scripts dropped.
pub(super) fn push_codes(c: char, codes: &mut Vec<u8>) {
    fold_char(c, Normalizer::search().folds(), &mut |c| {
        if c.is_ascii() || is_arabic(c) {
            push_code(c, codes);
        } else {
            decompose_canonical(c, |d| {
                if !is_combining_mark(d) {
                    push_code(d, codes);
                }
            });
        }
    });
}

fn class(c: char) -> Class {
    match c {
        _ if digit(c).is_some() => Class::Digit,
        _ if is_control(c) => Class::Control,
        _ if is_attached(c) => Class::Attached,
        _ if c.is_whitespace() => Class::Space,
        _ if !c.is_alphanumeric() => Class::Symbol,
        _ if is_arabic(c) => Class::Arabic,
        _ => Class::Other,
    }
}
