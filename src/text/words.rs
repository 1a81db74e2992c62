//! Cutting text into words, with the codes of their letters.

use std::ops::{Range, RangeInclusive};

use once_cell::sync::Lazy;

use super::Span;
use super::letters::{Class, Letters};
use super::short::Short;

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
#[derive(Clone, Debug, Default)]
pub(crate) struct Words<'t> {
    text: &'t str,
    cut: Cut,
}

/// The words of a text without the text: memory that can be used again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cut {
    words: Vec<Word>,
    codes: Vec<u8>,
    /// The words folded for search, one after the other.
    letters: String,
    /// The same while the text is read.
    bytes: Vec<u8>,
    seams: Vec<Seam>,
}

impl Cut {
    /// Bytes of memory for words.
    pub(crate) fn memory_usage(&self) -> usize {
        self.words.capacity() * size_of::<Word>()
    }

    fn clear(&mut self) {
        self.words.clear();
        self.codes.clear();
        self.letters.clear();
        self.bytes.clear();
        self.seams.clear();
    }
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
        Self::new_in(text, Cut::default())
    }

    /// The same, in memory that may have been used before.
    pub(crate) fn new_in(text: &'t str, cut: Cut) -> Self {
        let mut cutter = Cutter::new(text, cut);
        cutter.read();
        let Cutter { mut cut, suspects, .. } = cutter;
        mark_opaque(text, &suspects, &mut cut.words);
        cut.letters.push_str(simdutf8::basic::from_utf8(&cut.bytes).unwrap_or(""));
        Words { text, cut }
    }

    /// The memory, to be used again.
    pub(crate) fn into_cut(self) -> Cut {
        self.cut
    }

    /// Cuts words in two where bad mark-up has glued a name to the word after
    /// it (`روبيوأخبار`): before an alef with hamza, when `is_name` knows the
    /// letters before it.
    pub(crate) fn cut_seams(&mut self, is_name: impl Fn(&[u8]) -> bool) {
        if self.cut.seams.is_empty() {
            return;
        }
        let mut seams = std::mem::take(&mut self.cut.seams).into_iter().peekable();
        let words = std::mem::take(&mut self.cut.words);
        self.cut.words.reserve(words.len() + 8);
        for (at, mut word) in words.into_iter().enumerate() {
            while let Some(seam) = seams.next_if(|seam| seam.word == at) {
                let before = self.cut.codes.get(word.codes_start..seam.code).unwrap_or(&[]);
                if BEFORE_SEAM.contains(&before.len()) && is_name(before) {
                    self.cut.words.push(Word {
                        end: seam.byte,
                        codes_end: seam.code,
                        letters_end: seam.letter,
                        ..word
                    });
                    word = Word {
                        gap: Gap::None,
                        start: seam.byte,
                        codes_start: seam.code,
                        letters_start: seam.letter,
                        ..word
                    };
                }
            }
            self.cut.words.push(word);
        }
    }

    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    pub(crate) fn len(&self) -> usize {
        self.cut.words.len()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Word> {
        self.cut.words.get(at)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Word> {
        self.cut.words.iter()
    }

    /// The folded letters of a word.
    pub(crate) fn codes(&self, word: &Word) -> &[u8] {
        self.cut.codes.get(word.codes_start..word.codes_end).unwrap_or(&[])
    }

    /// The folded letters of words that follow one another, as one.
    pub(crate) fn codes_of(&self, words: Range<usize>) -> &[u8] {
        let last = words.end.checked_sub(1).and_then(|last| self.get(last));
        let codes = self.get(words.start).zip(last).map(|(first, last)| first.codes_start..last.codes_end);
        codes.and_then(|codes| self.cut.codes.get(codes)).unwrap_or(&[])
    }

    /// The folded letters of the word with an index.
    pub(crate) fn codes_at(&self, at: usize) -> &[u8] {
        self.get(at).map_or(&[], |word| self.codes(word))
    }

    /// The codes of a word as a number, when it is short.
    pub(crate) fn short(&self, at: usize) -> Option<Short> {
        self.get(at).and_then(|word| Short::of(self.codes(word)))
    }

    /// The word as it stands in the text.
    pub(crate) fn surface(&self, at: usize) -> &'t str {
        self.get(at).map_or("", |w| w.span().of(self.text))
    }

    /// The word folded for search.
    pub(crate) fn folded(&self, at: usize) -> &str {
        self.get(at).and_then(|w| self.cut.letters.get(w.letters_start..w.letters_end)).unwrap_or("")
    }

    /// The words that a span of the text touches, as a range of indices.
    pub(crate) fn covering(&self, span: Span) -> (usize, usize) {
        let start = self.cut.words.partition_point(|w| w.end <= span.start());
        let end = self.cut.words.partition_point(|w| w.start < span.end());
        (start, end.max(start))
    }

    /// The byte in the text where the letter with index `skip` of the word begins.
    pub(crate) fn letter_start(&self, at: usize, skip: usize) -> usize {
        let Some(word) = self.get(at) else { return self.text.len() };
        if skip == 0 {
            return word.start;
        }
        let letters = Letters::search();
        let mut codes = 0;
        for (i, c) in self.surface(at).char_indices() {
            let letter = letters.get(c);
            if codes >= skip && !letter.class.is_passed_over() {
                return word.start + i;
            }
            codes += letter.codes().map_or(skip, <[u8]>::len);
        }
        word.end
    }
}

/// ARABIC COMMA, which often stands right behind a word.
const ARABIC_COMMA: [u8; 2] = [0xD8, 0x8C];
/// Letters of the longest word that is read at once.
const LONGEST_PLAIN: usize = 16;

/// A letter with one code and one folded letter of two bytes.
#[derive(Clone, Copy, Default)]
struct Plain {
    code: u8,
    letter: [u8; 2],
    /// What it is, as bits; none for a character that is no such letter.
    kind: u8,
    /// What right behind it may begin another word.
    barred: u8,
}

impl Plain {
    const LETTER: u8 = 1;
    const ALEF: u8 = 1 << 1;
    const ALEF_WITH_HAMZA: u8 = 1 << 2;

    fn of(c: char) -> Option<Self> {
        let (kind, barred) = match c {
            '\u{0627}' => (Self::ALEF, Self::ALEF),
            '\u{0623}' | '\u{0625}' => (Self::ALEF_WITH_HAMZA, 0),
            '\u{0629}' => (0, Self::LETTER), // TEH MARBUTA
            _ => (0, 0),
        };
        let letter = Letters::search().get(c);
        let &[code] = letter.codes().filter(|_| letter.class == Class::Arabic)? else { return None };
        Some(Self { code, letter: letter.utf8()?.try_into().ok()?, kind: kind | Self::LETTER, barred })
    }
}

/// The plain letters of U+0600 to U+06FF.
static PLAIN: Lazy<[Plain; 0x100]> =
    Lazy::new(|| std::array::from_fn(|at| char::from_u32(0x600 + at as u32).and_then(Plain::of).unwrap_or_default()));

struct Cutter<'t> {
    text: &'t str,
    table: &'static Letters,
    plain: &'static [Plain; 0x100],
    cut: Cut,
    /// Places that may be in a URL, an e-mail address or a file path.
    suspects: Vec<usize>,
    /// The word that is being read; its ends are set when it is closed.
    open: Option<Word>,
    end: usize,
    gap: Gap,
    /// The last letter.
    last: char,
    /// Whether spelling ends the word here: after teh marbuta, and tanween after alef.
    ends: bool,
}

impl<'t> Cutter<'t> {
    fn new(text: &'t str, mut cut: Cut) -> Self {
        cut.clear();
        Self {
            text,
            table: Letters::search(),
            plain: &PLAIN,
            cut,
            suspects: Vec::new(),
            open: None,
            end: 0,
            gap: Gap::Paragraph,
            last: ' ',
            ends: false,
        }
    }

    /// Reads the text.
    fn read(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte == b' ' {
                self.close();
                self.gap = self.gap.max(Gap::Space);
                at += 1;
            } else if byte.is_ascii() {
                self.take(at, char::from(byte));
                at += 1;
            } else if let Some(end) = self.plain_word(at) {
                at = end;
            } else {
                // What is written together is read by the character.
                let rest = self.text.get(at..).unwrap_or("");
                let len = rest.bytes().position(|byte| byte.is_ascii()).unwrap_or(rest.len());
                rest.get(..len).unwrap_or("").char_indices().for_each(|(i, c)| self.take(at + i, c));
                at += len;
            }
        }
        self.close();
    }

    /// Takes a whole word of nothing but plain letters, as nearly all are. Gives where it ends.
    #[inline]
    fn plain_word(&mut self, start: usize) -> Option<usize> {
        let (mut codes, mut letters) = ([0; LONGEST_PLAIN], [[0; 2]; LONGEST_PLAIN]);
        let bytes = self.text.as_bytes().get(start..)?;
        let mut len = 0;
        let mut barred = 0;
        for (letter, slots) in bytes.as_chunks::<2>().0.iter().zip(codes.iter_mut().zip(&mut letters)) {
            let &[lead, next] = letter;
            if lead.is_ascii() || letter == &ARABIC_COMMA {
                break;
            }
            let place = usize::from(lead.wrapping_sub(0xD8)) << 6 | usize::from(next & 0x3F);
            let plain = self.plain.get(place).copied().unwrap_or_default();
            if plain.kind == 0 || plain.kind & barred != 0 {
                return None;
            }
            (*slots.0, *slots.1) = (plain.code, plain.letter);
            len += 1;
            let seam = if len >= *BEFORE_SEAM.start() { Plain::ALEF_WITH_HAMZA } else { 0 };
            barred = plain.barred | seam;
        }
        let end = start + 2 * len;
        let rest = bytes.get(2 * len..)?;
        let ends = rest.first().is_none_or(u8::is_ascii) || rest.starts_with(&ARABIC_COMMA);
        if len == 0 || !ends {
            return None;
        }
        self.close();
        let (codes_start, letters_start) = (self.cut.codes.len(), self.cut.bytes.len());
        let (codes_end, letters_end) = (codes_start + len, letters_start + 2 * len);
        // What is always as long is copied faster.
        self.cut.codes.extend_from_slice(&codes);
        self.cut.codes.truncate(codes_end);
        self.cut.bytes.extend_from_slice(letters.as_flattened());
        self.cut.bytes.truncate(letters_end);
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        self.cut.words.push(Word {
            kind: WordKind::Arabic,
            gap,
            opaque: false,
            start,
            end,
            codes_start,
            codes_end,
            letters_start,
            letters_end,
        });
        self.last = ' ';
        Some(end)
    }

    fn take(&mut self, at: usize, c: char) {
        let letter = self.table.get(c);
        let kind = match letter.class {
            Class::Arabic => WordKind::Arabic,
            Class::Space => return self.space(c),
            Class::Attached => {
                self.end = at + c.len_utf8();
                self.ends |= c == '\u{064B}' && self.last == '\u{0627}';
                return;
            }
            Class::Control => return,
            Class::Other => WordKind::Other,
            Class::Digit => WordKind::Digits,
            Class::Symbol => return self.symbol(at, c),
        };
        let goes_on = self.open.as_ref().is_some_and(|word| word.kind == kind) && !self.ends && !self.doubles(at, c);
        if !goes_on {
            self.open(at, kind);
        }
        // ALEF WITH HAMZA ABOVE, BELOW
        if matches!(c, '\u{0623}' | '\u{0625}') && BEFORE_SEAM.contains(&self.codes_of_word()) {
            let (code, letter) = (self.cut.codes.len(), self.cut.bytes.len());
            self.cut.seams.push(Seam { word: self.cut.words.len(), byte: at, code, letter });
        }
        match letter.codes() {
            Some(&[code]) => self.cut.codes.push(code),
            Some(codes) => self.cut.codes.extend_from_slice(codes),
            None => self.table.push_codes(c, &mut self.cut.codes),
        }
        match letter.utf8() {
            Some(utf8) => self.cut.bytes.extend_from_slice(utf8),
            None => self.table.push_folded(c, &mut self.cut.bytes),
        }
        self.end = at + c.len_utf8();
        self.last = c;
        self.ends = c == '\u{0629}'; // TEH MARBUTA
    }

    fn space(&mut self, c: char) {
        self.close();
        self.gap = match (c, self.gap) {
            (' ', Gap::None) => Gap::Space,
            ('\n' | '\u{2028}', Gap::Line | Gap::Paragraph) | ('\u{2029}', _) => Gap::Paragraph,
            ('\n' | '\u{2028}', _) => Gap::Line,
            (_, Gap::None) => Gap::Space,
            (_, gap) => gap,
        };
    }

    fn symbol(&mut self, at: usize, c: char) {
        self.open(at, WordKind::Symbol(c));
        self.end = at + c.len_utf8();
        if matches!(c, '/' | '@') || (c == '.' && self.last == 'w') {
            self.suspects.push(at);
        }
        self.last = c;
        self.ends = false;
    }

    /// Begins a word.
    fn open(&mut self, at: usize, kind: WordKind) {
        self.close();
        let (codes_start, letters_start) = (self.cut.codes.len(), self.cut.bytes.len());
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
        self.ends = false;
    }

    /// Whether `c` is an alef after an alef, with a lam after it and a word before it.
    fn doubles(&self, at: usize, c: char) -> bool {
        c == '\u{0627}'
            && self.last == '\u{0627}'
            && self.codes_of_word() >= 3
            && self.text.get(at..).is_some_and(|t| t.starts_with("\u{0627}\u{0644}"))
    }

    fn codes_of_word(&self) -> usize {
        self.open.as_ref().map_or(0, |word| self.cut.codes.len() - word.codes_start)
    }

    fn close(&mut self) {
        if let Some(mut word) = self.open.take() {
            word.end = self.end;
            word.codes_end = self.cut.codes.len();
            word.letters_end = self.cut.bytes.len();
            self.cut.words.push(word);
        }
    }
}

/// Whether a run of ASCII without white space is a URL, an e-mail address or
/// a file path: it has letters, and `www.`, an `@` before a dot, or two slashes.
pub(crate) fn is_opaque(run: &str) -> bool {
    let slashes = run.bytes().filter(|&b| b == b'/').count();
    let lettered = run.bytes().filter(u8::is_ascii_alphabetic).count() > 1;
    let mail = run.split_once('@').is_some_and(|(_, domain)| domain.contains('.'));
    lettered && (slashes > 1 || run.contains("www.") || mail)
}

/// Marks the words of URLs, e-mail addresses and file paths around the places `suspects`.
fn mark_opaque(text: &str, suspects: &[usize], words: &mut [Word]) {
    let (mut from, mut end) = (0, 0);
    for &at in suspects {
        if at < end {
            continue;
        }
        let (head, tail) = text.as_bytes().split_at_checked(at).unwrap_or_default();
        let start = at - head.iter().rev().take_while(|byte| byte.is_ascii_graphic()).count();
        end = at + tail.iter().take_while(|byte| byte.is_ascii_graphic()).count();
        let run = text.get(start..end).unwrap_or("");
        if is_opaque(run) {
            from += words.get(from..).map_or(0, |rest| rest.partition_point(|w| w.start < start));
            for word in words.iter_mut().skip(from).take_while(|w| w.start < end) {
                word.opaque = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words that are read at once come out as those that are read by the letter.
    #[test]
    fn plain_words_are_cut_as_others() {
        const PIECES: [&str; 16] =
            ["ا", "ل", "أ", "إ", "ة", "ب", "ى", "\u{064B}", "ـ", "،", " ", "\n", "7", "x", "\u{200F}", "ﷲ"];
        let mut state = 7_u32;
        for _ in 0..20_000 {
            let text: String = (0..14)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    // Mostly letters.
                    let at = (state >> 16) as usize;
                    PIECES[if state >> 30 == 0 { at % 16 } else { at % 6 }]
                })
                .collect();
            let mut slow = Cutter::new(&text, Cut::default());
            text.char_indices().for_each(|(at, c)| slow.take(at, c));
            slow.close();
            let mut fast = Cutter::new(&text, Cut::default());
            fast.read();
            assert_eq!(format!("{:?}", fast.cut), format!("{:?}", slow.cut), "{text:?}");
        }
    }
}
