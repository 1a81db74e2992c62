//! What each character is to a text that is cut into words, worked out once.

use std::sync::Arc;

use once_cell::sync::{Lazy, OnceCell};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::codes::{END, LINE, PARAGRAPH, SEPARATOR, is_arabic_word, is_digit, push_code, symbol};
use crate::normalize::{Folds, Normalizer, TwoByte, digit, fold_char, is_arabic, is_attached, is_control};

/// TEH MARBUTA, after which a word ends.
const TEH_MARBUTA: char = '\u{0629}';

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

impl Class {
    /// Whether such characters make words.
    pub(super) const fn is_letter(self) -> bool {
        matches!(self, Self::Arabic | Self::Other | Self::Digit)
    }

    /// Whether such characters leave no code.
    pub(super) const fn is_passed_over(self) -> bool {
        matches!(self, Self::Attached | Self::Control)
    }
}

/// A character as the words have it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub(super) class: Class,
    codes: Few,
    /// Whether an [`END`] follows the codes.
    ends: bool,
    utf8: Few,
}

/// A few bytes, if they are few.
#[derive(Clone, Copy, Debug)]
struct Few {
    bytes: [u8; 6],
    len: u8,
}

impl Few {
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
    const NONE: Self = Self {
        class: Class::Symbol,
        codes: Few { bytes: [0; 6], len: 0 },
        ends: false,
        utf8: Few { bytes: [0; 6], len: 0 },
    };

    /// The codes of the folded letter, or the one of white space or a symbol; none when there are more than six.
    pub(super) fn codes(&self) -> Option<&[u8]> {
        self.codes.get()
    }

    /// As [`codes`](Self::codes), and the [`END`] of a word after a letter that demands it.
    pub(super) fn codes_and_end(&self) -> Option<&[u8]> {
        if self.ends { self.codes.bytes.get(..=usize::from(self.codes.len)) } else { self.codes.get() }
    }

    /// The folded letter in UTF-8; none when it is longer than six bytes.
    pub(super) fn utf8(&self) -> Option<&[u8]> {
        self.utf8.get()
    }
}

/// What characters are to words whose letters are folded in a certain way.
pub(crate) struct Letters {
    folds: Folds,
    /// By 256 characters, each page made when it is first met.
    pages: Box<[OnceCell<Box<[Letter; 256]>>]>,
    two_byte: OnceCell<Box<TwoByte>>,
}

impl Letters {
    pub(crate) fn new(folds: Folds) -> Self {
        Self { folds, pages: (0..0x1100).map(|_| OnceCell::new()).collect(), two_byte: OnceCell::new() }
    }

    /// Those folded for search.
    pub(crate) fn search() -> &'static Arc<Self> {
        static SEARCH: Lazy<Arc<Letters>> = Lazy::new(|| Arc::new(Letters::new(Normalizer::search().folds().clone())));
        &SEARCH
    }

    /// What `c` is.
    #[inline]
    pub(super) fn get(&self, c: char) -> &Letter {
        let page = self.pages.get(u32::from(c) as usize >> 8).map(|cell| cell.get_or_init(|| self.make_page(c)));
        page.and_then(|page| page.get(usize::from(c as u8))).unwrap_or(const { &Letter::NONE })
    }

    #[cold]
    fn make_page(&self, c: char) -> Box<[Letter; 256]> {
        let first = u32::from(c) & !0xFF;
        Box::new(std::array::from_fn(|at| self.make(char::from_u32(first + at as u32).unwrap_or(' '))))
    }

    fn make(&self, c: char) -> Letter {
        let mut codes = Vec::new();
        let mut utf8 = String::new();
        let mut class = class(c);
        match class {
            Class::Control | Class::Attached => {}
            Class::Space => codes.push(match c {
                '\n' | '\u{2028}' => LINE,
                '\u{2029}' => PARAGRAPH,
                _ => SEPARATOR,
            }),
            Class::Symbol => codes.push(symbol(c)),
            Class::Arabic | Class::Other | Class::Digit => {
                self.push_codes(c, &mut codes);
                // Mathematical alef is a letter of no Arabic block that folds to one.
                class = codes.first().map_or(class, |&code| match code {
                    _ if is_arabic_word(code) => Class::Arabic,
                    _ if is_digit(code) => Class::Digit,
                    _ => Class::Other,
                });
                fold_char(c, &self.folds, &mut |c| utf8.push(c));
            }
        }
        let ends = c == TEH_MARBUTA;
        let len = codes.len();
        codes.extend(ends.then_some(END));
        let mut codes = Few::new(&codes);
        if codes.len != Few::LONG {
            codes.len = len as u8;
        }
        Letter { class, codes, ends, utf8: Few::new(utf8.as_bytes()) }
    }

    /// Appends the codes of a folded letter, the accents of other scripts dropped.
    pub(super) fn push_codes(&self, c: char, codes: &mut Vec<u8>) {
        if let Some(digit) = digit(c) {
            return push_code(digit, codes);
        }
        fold_char(c, &self.folds, &mut |c| {
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

    /// How many codes a character has that is this letter, an [`END`] included.
    #[inline]
    pub(super) fn count(&self, c: char, letter: &Letter) -> usize {
        match letter.codes_and_end() {
            Some(codes) => codes.len(),
            None => self.count_many(c),
        }
    }

    #[cold]
    fn count_many(&self, c: char) -> usize {
        let mut codes = Vec::new();
        self.push_codes(c, &mut codes);
        codes.len()
    }

    /// Appends a letter folded, in UTF-8.
    pub(super) fn push_folded(&self, c: char, folded: &mut Vec<u8>) {
        fold_char(c, &self.folds, &mut |c| folded.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()));
    }

    /// The codes for text of one and two bytes a character. Controls are refused.
    pub(super) fn two_byte(&self) -> &TwoByte {
        self.two_byte.get_or_init(|| {
            Box::new(TwoByte::new(|c| {
                let letter = self.get(c);
                match letter.codes_and_end()? {
                    _ if letter.class == Class::Control => None,
                    [] => Some(([0, 0], 0)),
                    &[one] => Some(([one, 0], 1)),
                    &[one, two] => Some(([one, two], 2)),
                    _ => None,
                }
            }))
        })
    }
}

impl core::fmt::Debug for Letters {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Letters").field("folds", &self.folds).finish_non_exhaustive()
    }
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
