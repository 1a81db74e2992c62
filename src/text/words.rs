//! Cutting text into words, with the codes of their letters.

use std::ops::RangeInclusive;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::Span;
use super::codes::push_code;
use crate::normalize::{Normalizer, digit, fold_char, is_arabic, is_attached, is_control};

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordKind {
    /// Letters of the Arabic blocks.
    Arabic,
    /// Letters of any other script.
    Other,
    /// ASCII, Arabic-Indic or extended Arabic-Indic digits.
    Digits,
    /// One character that is neither letter, digit, mark nor white space.
    Symbol(char),
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// White space within a line.
    Space,
    /// One line break.
    Line,
    /// More than one line break, or the start of the text.
    Paragraph,
}

/// A run of letters, a run of digits, or one symbol.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) kind: WordKind,
    pub(crate) gap: Gap,
    /// Part of a URL, an e-mail address or a file path.
    pub(crate) opaque: bool,
    start: usize,
    end: usize,
    codes_start: usize,
    codes_end: usize,
    letters_start: usize,
    letters_end: usize,
}

impl Word {
    /// Where the word stands, the marks of its last letter included.
    pub(crate) const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    pub(crate) const fn is_symbol(&self) -> bool {
        matches!(self.kind, WordKind::Symbol(_))
    }

    pub(crate) fn is(&self, symbol: char) -> bool {
        self.kind == WordKind::Symbol(symbol)
    }

    pub(crate) fn is_any(&self, symbols: &[char]) -> bool {
        matches!(self.kind, WordKind::Symbol(c) if symbols.contains(&c))
    }
}

/// A text cut into words.
///
/// Beyond white space and symbols, a word ends where the script changes
/// between Arabic letters, other letters and digits, and where spelling says
/// that it must: after teh marbuta, after a final tanween, and before a
/// doubled alef (`أمريكاالخارجية`), which mends text glued by bad mark-up.
#[derive(Clone, Debug)]
pub(crate) struct Words<'t> {
    text: &'t str,
    words: Vec<Word>,
    codes: Vec<u8>,
    /// The words folded for search, one after the other.
    letters: String,
    seams: Vec<Seam>,
}

/// A place inside a word where two words may have been glued: before an alef with hamza.
#[derive(Clone, Copy, Debug)]
struct Seam {
    word: usize,
    byte: usize,
    code: usize,
    letter: usize,
}

/// Letters of a name before a seam.
const BEFORE_SEAM: RangeInclusive<usize> = 4..=20;

impl<'t> Words<'t> {
    /// Cuts `text`. Linear in its length.
    pub(crate) fn new(text: &'t str) -> Self {
        let mut cutter = Cutter::new(text);
        for (at, c) in text.char_indices() {
            cutter.take(at, c);
        }
        cutter.close();
        let mut words = cutter.words;
        mark_opaque(text, &mut words);
        Self { text, words, codes: cutter.codes, letters: cutter.letters, seams: cutter.seams }
    }

    /// Cuts words in two where bad mark-up has glued a name to the word after
    /// it (`روبيوأخبار`): before an alef with hamza, when `is_name` knows the
    /// letters before it.
    pub(crate) fn cut_seams(&mut self, is_name: impl Fn(&[u8]) -> bool) {
        if self.seams.is_empty() {
            return;
        }
        let mut seams = std::mem::take(&mut self.seams).into_iter().peekable();
        let words = std::mem::take(&mut self.words);
        self.words.reserve(words.len() + 8);
        for (at, mut word) in words.into_iter().enumerate() {
            while let Some(seam) = seams.next_if(|seam| seam.word == at) {
                let before = self.codes.get(word.codes_start..seam.code).unwrap_or(&[]);
                if BEFORE_SEAM.contains(&before.len()) && is_name(before) {
                    self.words.push(Word { end: seam.byte, codes_end: seam.code, letters_end: seam.letter, ..word });
                    word = Word {
                        gap: Gap::None,
                        start: seam.byte,
                        codes_start: seam.code,
                        letters_start: seam.letter,
                        ..word
                    };
                }
            }
            self.words.push(word);
        }
    }

    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Word> {
        self.words.iter()
    }

    /// The folded letters of a word.
    pub(crate) fn codes(&self, word: &Word) -> &[u8] {
        self.codes.get(word.codes_start..word.codes_end).unwrap_or(&[])
    }

    /// The word as it stands in the text.
    pub(crate) fn surface(&self, at: usize) -> &'t str {
        self.get(at).map_or("", |w| w.span().of(self.text))
    }

    /// The word folded for search.
    pub(crate) fn folded(&self, at: usize) -> &str {
        self.get(at).and_then(|w| self.letters.get(w.letters_start..w.letters_end)).unwrap_or("")
    }

    /// The words that a span of the text touches, as a range of indices.
    pub(crate) fn covering(&self, span: Span) -> (usize, usize) {
        let start = self.words.partition_point(|w| w.end <= span.start());
        let end = self.words.partition_point(|w| w.start < span.end());
        (start, end.max(start))
    }

    /// The byte in the text where the letter with index `skip` of the word begins.
    pub(crate) fn letter_start(&self, at: usize, skip: usize) -> usize {
        let Some(word) = self.get(at) else { return self.text.len() };
        let folds = Normalizer::search();
        let mut codes = Vec::new();
        for (i, c) in self.surface(at).char_indices() {
            if codes.len() >= skip && !is_attached(c) && !is_control(c) {
                return word.start + i;
            }
            fold_char(c, folds.folds(), &mut |c| push_letter(c, &mut codes));
        }
        word.end
    }
}

/// Appends the codes of one folded letter, the accents of other scripts dropped.
fn push_letter(c: char, codes: &mut Vec<u8>) {
    if c.is_ascii() || is_arabic(c) {
        push_code(c, codes);
    } else {
        decompose_canonical(c, |d| {
            if !is_combining_mark(d) {
                push_code(d, codes);
            }
        });
    }
}

/// What a character is to a [`Cutter`].
enum Class {
    /// Invisible; it is as if it were not there.
    Control,
    /// A mark or tatweel, part of the word before it.
    Attached,
    Space,
    Word(WordKind),
}

fn class(c: char) -> Class {
    match c {
        // HAMZA to GHAIN, FEH to YEH: most of the text.
        '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' => Class::Word(WordKind::Arabic),
        'a'..='z' | 'A'..='Z' => Class::Word(WordKind::Other),
        ' ' | '\n' => Class::Space,
        _ if digit(c).is_some() => Class::Word(WordKind::Digits),
        _ if is_control(c) => Class::Control,
        _ if is_attached(c) => Class::Attached,
        _ if c.is_whitespace() => Class::Space,
        _ if !c.is_alphanumeric() => Class::Word(WordKind::Symbol(c)),
        _ if is_arabic(c) => Class::Word(WordKind::Arabic),
        _ => Class::Word(WordKind::Other),
    }
}

struct Cutter<'t> {
    text: &'t str,
    folds: Normalizer,
    words: Vec<Word>,
    codes: Vec<u8>,
    letters: String,
    seams: Vec<Seam>,
    open: Option<Word>,
    gap: Gap,
    /// The last letter, and whether a tanween that ends a word stands after it, for the rules of spelling.
    last: char,
    tanween: bool,
}

impl<'t> Cutter<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            folds: Normalizer::search(),
            words: Vec::with_capacity(text.len() / 8),
            codes: Vec::with_capacity(text.len() / 2),
            letters: String::with_capacity(text.len()),
            seams: Vec::new(),
            open: None,
            gap: Gap::Paragraph,
            last: ' ',
            tanween: false,
        }
    }

    fn take(&mut self, at: usize, c: char) {
        let kind = match class(c) {
            Class::Control => return,
            Class::Attached => {
                if let Some(word) = &mut self.open {
                    word.end = at + c.len_utf8();
                    self.tanween |= c == '\u{064B}' && self.last == '\u{0627}';
                }
                return;
            }
            Class::Space => {
                self.close();
                self.gap = match (c, self.gap) {
                    ('\n' | '\u{2028}', Gap::Line | Gap::Paragraph) | ('\u{2029}', _) => Gap::Paragraph,
                    ('\n' | '\u{2028}', _) => Gap::Line,
                    (_, Gap::None) => Gap::Space,
                    (_, gap) => gap,
                };
                return;
            }
            Class::Word(kind) => kind,
        };
        let goes_on = match &self.open {
            Some(word) => word.kind == kind && !word.is_symbol() && !self.must_break(word, at, c),
            None => false,
        };
        if !goes_on {
            self.close();
            let (codes_start, letters_start) = (self.codes.len(), self.letters.len());
            self.open = Some(Word {
                kind,
                gap: std::mem::replace(&mut self.gap, Gap::None),
                opaque: false,
                start: at,
                end: at,
                codes_start,
                codes_end: codes_start,
                letters_start,
                letters_end: letters_start,
            });
        }
        if let Some(word) = &mut self.open {
            word.end = at + c.len_utf8();
            // ALEF WITH HAMZA ABOVE, BELOW
            if matches!(c, '\u{0623}' | '\u{0625}') && BEFORE_SEAM.contains(&(self.codes.len() - word.codes_start)) {
                let (code, letter) = (self.codes.len(), self.letters.len());
                self.seams.push(Seam { word: self.words.len(), byte: at, code, letter });
            }
            if !word.is_symbol() {
                let (codes, letters) = (&mut self.codes, &mut self.letters);
                fold_char(c, self.folds.folds(), &mut |c| {
                    push_letter(c, codes);
                    letters.push(c);
                });
            }
        }
        self.last = c;
        self.tanween = false;
    }

    /// Whether Arabic spelling does not let `c` follow in the same word.
    fn must_break(&self, word: &Word, at: usize, c: char) -> bool {
        let long = self.codes.len() - word.codes_start >= 3;
        self.last == '\u{0629}' // TEH MARBUTA
            || self.tanween
            || (long
                && self.last == '\u{0627}'
                && c == '\u{0627}'
                && self.text.get(at..).is_some_and(|t| t.starts_with("\u{0627}\u{0644}")))
    }

    fn close(&mut self) {
        if let Some(mut word) = self.open.take() {
            word.codes_end = self.codes.len();
            word.letters_end = self.letters.len();
            self.words.push(word);
        }
    }
}

/// Marks the words of URLs, e-mail addresses and file paths: runs of ASCII
/// without white space that hold `://`, `www.`, an `@` before a dot, or two
/// slashes and a letter.
fn mark_opaque(text: &str, words: &mut [Word]) {
    let mut from = 0;
    for run in text.split(|c: char| !c.is_ascii_graphic()) {
        let start = run.as_ptr() as usize - text.as_ptr() as usize;
        let slashes = run.bytes().filter(|&b| b == b'/').count();
        let lettered = run.bytes().filter(u8::is_ascii_alphabetic).count() > 1;
        let mail = run.split_once('@').is_some_and(|(_, domain)| domain.contains('.'));
        let link = lettered && (slashes > 1 || run.contains("www.") || mail);
        if !link {
            continue;
        }
        let end = start + run.len();
        from += words.get(from..).map_or(0, |rest| rest.partition_point(|w| w.start < start));
        for word in words.iter_mut().skip(from).take_while(|w| w.start < end) {
            word.opaque = true;
        }
    }
}
