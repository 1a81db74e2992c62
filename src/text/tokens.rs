//! The words of a text as matching wants them: codes, where each word begins and ends, and the way back to the source.

use std::ops::Range;

use super::Span;
use super::between::Between;
use super::codes::{ALEF, LAM, SEPARATOR, is_arabic_word};
use super::letters::{Class, Letters};
use crate::normalize::{BLOCK, BLOCK_ROOM, STEP};

/// Codes without meaning after the last one, so that eight can be read from the start of any word.
pub(crate) const PADDING: usize = 8;
/// Codes whose words are told at a time: the bits of a register.
const GROUP: usize = 64;
/// Bytes before a block that say whether a word begins in it.
const CONTEXT: usize = 5;
/// Codes of a word before an alef that begins another.
const BEFORE_DOUBLED_ALEF: usize = 3;
const ALEF_LETTER: char = '\u{0627}';
const LAM_LETTER: char = '\u{0644}';
const FATHATAN: char = '\u{064B}';

/// The codes of a text, and its words.
///
/// Words are runs of letters of one kind, Arabic, other or digits. A word also
/// ends where spelling says that it must: after teh marbuta, after a final
/// tanween, and before a doubled alef (`أمريكاالخارجية`), which mends text
/// glued by bad mark-up. White space and symbols are codes between words.
///
/// Reading another text uses the memory again. Takes time linear in the text.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    /// Those of the text, [`PADDING`] and room for more.
    codes: Vec<u8>,
    /// How many codes the text has.
    used: usize,
    /// By [`STEP`] source bytes: the codes of the characters whose last byte is before them.
    places: Vec<usize>,
    /// Where words begin that the codes alone do not show, in codes.
    seams: Vec<usize>,
    /// Where each word begins and ends in the codes, and room for more.
    starts: Vec<usize>,
    ends: Vec<usize>,
    count: usize,
}

impl Tokens {
    /// Reads a text.
    pub(crate) fn read(&mut self, text: &str, letters: &Letters) {
        self.used = 0;
        self.seams.clear();
        self.places.clear();
        self.reserve(text.len() + text.len() / 8 + BLOCK_ROOM);
        let mut reader = Reader { text, letters, tokens: self };
        let mut at = 0;
        while at < text.len() {
            at = reader.blocks(at);
            at = reader.chars(at);
        }
        self.reserve(PADDING);
        if let Some(padding) = self.codes.get_mut(self.used..self.used + PADDING) {
            padding.fill(0);
        }
        self.cut();
    }

    /// Appends the codes of a name, its words joined by [`SEPARATOR`]; nothing when the name has no letter or digit.
    pub(crate) fn encode(&mut self, name: &str, letters: &Letters, codes: &mut Vec<u8>) {
        self.read(name, letters);
        for at in 0..self.len() {
            if at > 0 {
                codes.push(SEPARATOR);
            }
            codes.extend_from_slice(self.codes(at));
        }
    }

    /// As [`encode`](Self::encode), the symbols between two words in the place of the separator. Gives whether there are any.
    pub(crate) fn encode_symbols(&mut self, name: &str, letters: &Letters, codes: &mut Vec<u8>) -> bool {
        self.read(name, letters);
        let mut any = false;
        for at in 0..self.len() {
            codes.extend_from_slice(self.codes(at));
            if let Some(after) = self.after(at) {
                let between = Between::of(after).unwrap_or_default();
                any |= !between.is_space();
                codes.extend_from_slice(between.codes());
            }
        }
        any
    }

    /// The number of words.
    pub(crate) const fn len(&self) -> usize {
        self.count
    }

    /// The codes of all words and of what stands between them, and [`PADDING`].
    pub(crate) fn all_codes(&self) -> &[u8] {
        self.codes.get(..self.used + PADDING).unwrap_or(&[])
    }

    /// Where each word begins and ends in the codes.
    pub(crate) fn bounds(&self) -> (&[usize], &[usize]) {
        (self.starts.get(..self.count).unwrap_or(&[]), self.ends.get(..self.count).unwrap_or(&[]))
    }

    fn start(&self, at: usize) -> usize {
        self.bounds().0.get(at).copied().unwrap_or(self.used)
    }

    fn end(&self, at: usize) -> usize {
        self.bounds().1.get(at).copied().unwrap_or(self.used)
    }

    /// The codes of a word.
    pub(crate) fn codes(&self, at: usize) -> &[u8] {
        self.codes.get(self.start(at)..self.end(at)).unwrap_or(&[])
    }

    /// The codes between a word and the next one; none after the last word.
    pub(crate) fn after(&self, at: usize) -> Option<&[u8]> {
        let next = self.bounds().0.get(at + 1)?;
        self.codes.get(self.end(at)..*next)
    }

    /// Makes room for `more` codes after those there are.
    fn reserve(&mut self, more: usize) {
        if self.codes.len() < self.used + more {
            self.codes.resize((self.used + more).next_power_of_two(), 0);
        }
    }

    /// How many codes before one are of the same Arabic word; three when there are more.
    fn in_word(&self, code: usize) -> usize {
        let from = self.seams.last().map_or(0, |&seam| seam).max(code.saturating_sub(BEFORE_DOUBLED_ALEF));
        let codes = self.codes.get(from..code).unwrap_or(&[]);
        codes.iter().rev().take_while(|&&code| is_arabic_word(code)).count()
    }

    /// Finds the words in the codes.
    fn cut(&mut self) {
        self.count = 0;
        let (groups, rest) = self.codes.get(..self.used).unwrap_or(&[]).as_chunks();
        let mut last = [0; GROUP];
        if let Some(room) = last.get_mut(..rest.len()) {
            room.copy_from_slice(rest);
        }
        let mut seams = self.seams.iter().copied().peekable();
        // The bits of the group before.
        let mut before = Bits::default();
        // After the last group there is always one code more that ends its words.
        for (group, base) in groups.iter().chain([&last]).zip((0..).step_by(GROUP)) {
            let bits = Bits::of(group);
            let mut begins = bits.begins(&before);
            while let Some(seam) = seams.next_if(|&seam| seam < base + GROUP) {
                begins |= 1 << (seam - base);
            }
            let inside = bits.word << 1 | before.word >> (GROUP - 1);
            let ends = inside & (!bits.word | begins);
            if self.starts.len() < self.count + GROUP + 8 {
                let room = (self.count + GROUP + 8).next_power_of_two();
                self.starts.resize(room, 0);
                self.ends.resize(room, 0);
            }
            // A word that has begun before the group may end in it.
            let ended = self.count - (before.word >> (GROUP - 1)) as usize;
            if let (Some(starts), Some(ended)) = (self.starts.get_mut(self.count..), self.ends.get_mut(ended..)) {
                write_bits(begins, base, starts);
                write_bits(ends, base, ended);
            }
            self.count += begins.count_ones() as usize;
            before = bits;
        }
    }

    /// The source span from the letter with index `skip` of word `first` to the end of word `last`.
    ///
    /// Takes time linear in the marks after the last letter.
    pub(crate) fn span(&self, text: &str, letters: &Letters, first: usize, skip: usize, last: usize) -> Span {
        let (start, end) = (self.start(first) + skip, self.end(last));
        let step = self.step_of(start, 0);
        let begin = self.source_of(text, letters, start, step);
        let last = end.saturating_sub(1);
        let step = self.step_of(last, step);
        let end = self.last_byte(text, letters, last, step).map(|at| at + 1).or_else(|| {
            let last = self.walk(text, letters, step).find(|c| c.codes.end >= end);
            last.map(|c| c.end())
        });
        let end = end.unwrap_or(text.len());
        Span::new(begin, (end + trailing(text.get(end..).unwrap_or(""), letters)).max(begin))
    }

    /// The source byte at which a word begins.
    pub(crate) fn source_start(&self, text: &str, letters: &Letters, at: usize) -> usize {
        let start = self.start(at);
        self.source_of(text, letters, start, self.step_of(start, 0))
    }

    /// The source byte of the letter that has a code of the given step or, when it has more before it, of the next one.
    fn source_of(&self, text: &str, letters: &Letters, code: usize, step: usize) -> usize {
        let first_byte = |last: usize| if text.is_char_boundary(last) { last } else { last - 1 };
        self.last_byte(text, letters, code, step).map(first_byte).unwrap_or_else(|| {
            let first = self.walk(text, letters, step).find(|c| c.codes.start >= code && c.class.is_letter());
            first.map_or(text.len(), |c| c.at)
        })
    }

    /// The last step, from step `from` on, before which there are not more codes.
    fn step_of(&self, code: usize, from: usize) -> usize {
        let places = self.places.get(from..).unwrap_or(&[]);
        let near = from > 0 && places.get(STEP).is_some_and(|&codes| codes > code);
        let places = if near { places.get(..STEP).unwrap_or(&[]) } else { places };
        from + places.partition_point(|&codes| codes <= code).saturating_sub(1)
    }

    /// The last byte of the character that has a code of the given step; none where the table for blocks has no answer.
    fn last_byte(&self, text: &str, letters: &Letters, code: usize, step: usize) -> Option<usize> {
        let mut codes = *self.places.get(step)?;
        let from = step * STEP;
        let mut before = from.checked_sub(1).and_then(|at| text.as_bytes().get(at)).copied().unwrap_or(0);
        for (at, &byte) in text.as_bytes().get(from..)?.iter().enumerate().take(STEP) {
            codes += letters.two_byte().count(before, byte)?;
            if codes > code {
                return Some(from + at);
            }
            before = byte;
        }
        None
    }

    /// The first word that ends behind a source byte.
    pub(crate) fn first_after(&self, text: &str, letters: &Letters, byte: usize) -> usize {
        if byte == 0 {
            return 0;
        }
        let codes = self.places.get(byte / STEP).copied().unwrap_or(self.used);
        let before = self.bounds().1.partition_point(|&end| end <= codes);
        (before..self.count).find(|&at| self.span(text, letters, at, 0, at).end() > byte).unwrap_or(self.count)
    }

    /// The characters of the source from a step on.
    fn walk<'t>(&self, text: &'t str, letters: &'t Letters, step: usize) -> impl Iterator<Item = Coded> + use<'t> {
        let mut codes = self.places.get(step).copied().unwrap_or(0);
        let mut at = step * STEP;
        // A character belongs to the step that its last byte is in.
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.get(at..).unwrap_or("").chars().map(move |c| {
            let letter = letters.get(c);
            let coded =
                Coded { at, len: c.len_utf8(), class: letter.class, codes: codes..codes + letters.count(c, letter) };
            (at, codes) = (coded.end(), coded.codes.end);
            coded
        })
    }
}

/// A character of the source.
struct Coded {
    at: usize,
    len: usize,
    class: Class,
    codes: Range<usize>,
}

impl Coded {
    const fn end(&self) -> usize {
        self.at + self.len
    }
}

/// Bytes of the marks at the start of `text`, and of invisible characters before one.
fn trailing(text: &str, letters: &Letters) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match letters.get(c).class {
            Class::Attached => end = at + c.len_utf8(),
            Class::Control => {}
            _ => break,
        }
    }
    end
}

/// Bits of the codes of a group, the first code in the lowest bit.
#[derive(Clone, Copy, Debug, Default)]
struct Bits {
    /// Part of a word.
    word: u64,
    /// Part of a word, and no Arabic letter.
    foreign: u64,
    /// Of the foreign ones, letters.
    letter: u64,
}

impl Bits {
    fn of(group: &[u8; GROUP]) -> Self {
        const HIGH: u64 = 0x8080_8080_8080_8080;
        let eights = group.as_chunks().0.iter().map(|&eight| u64::from_le_bytes(eight));
        // Gathers the highest bits of every eight bytes.
        let gather = |of: &dyn Fn(u64) -> u64| {
            let bits = |eight| (of(eight) & HIGH) >> 7;
            let gathered = eights.clone().map(|eight| bits(eight).wrapping_mul(0x0102_0408_1020_4080) >> 56);
            gathered.zip((0..).step_by(8)).fold(0, |all, (bits, shift)| all | bits << shift)
        };
        let mut bits = Self { word: gather(&|eight| eight), foreign: 0, letter: 0 };
        if eights.clone().fold(0, |any, eight| any | eight & eight << 1) & HIGH != 0 {
            bits.foreign = gather(&|eight| eight & eight << 1);
            bits.letter = gather(&|eight| eight & eight << 1 & eight << 2);
        }
        bits
    }

    /// Where words begin.
    const fn begins(&self, before: &Self) -> u64 {
        const fn previous(bits: u64, before: u64) -> u64 {
            bits << 1 | before >> (GROUP - 1)
        }
        let kind = self.foreign ^ previous(self.foreign, before.foreign);
        let letter = self.letter ^ previous(self.letter, before.letter);
        self.word & (!previous(self.word, before.word) | kind | letter)
    }
}

/// Writes the numbers of the bits that are set, counted from `base`, and up to seven more.
fn write_bits(mut bits: u64, base: usize, to: &mut [usize]) {
    // Mostly there are no more than eight, and to write eight takes no branch.
    for eight in to.as_chunks_mut::<8>().0 {
        for slot in eight {
            *slot = base + bits.trailing_zeros() as usize;
            bits &= bits.wrapping_sub(1);
        }
        if bits == 0 {
            break;
        }
    }
}

/// Reads a text into its tokens.
struct Reader<'t, 'l> {
    text: &'t str,
    letters: &'l Letters,
    tokens: &'l mut Tokens,
}

impl Reader<'_, '_> {
    /// Reads blocks from byte `at` on, which is a multiple of [`STEP`], as far as the table for them goes. Gives where it stopped.
    fn blocks(&mut self, mut at: usize) -> usize {
        let bytes = self.text.as_bytes();
        while at < bytes.len() {
            let whole = at.checked_sub(CONTEXT).and_then(|before| bytes.get(before..)?.first_chunk());
            let read = match whole {
                Some(window) => self.block(window, BLOCK),
                None => {
                    // The first block and the last one are filled up.
                    let mut window = [0; CONTEXT + BLOCK];
                    let from = at.saturating_sub(CONTEXT);
                    let part = bytes.get(from..bytes.len().min(at + BLOCK)).unwrap_or(&[]);
                    let skip = CONTEXT - (at - from);
                    if let Some(room) = window.get_mut(skip..skip + part.len()) {
                        room.copy_from_slice(part);
                    }
                    self.block(&window, part.len() - (at - from))
                }
            };
            if !read {
                return at;
            }
            at += BLOCK;
        }
        at
    }

    /// Reads a block, with a few bytes before it, of which the first `filled` bytes are from the text. Gives whether it could.
    fn block(&mut self, window: &[u8; CONTEXT + BLOCK], filled: usize) -> bool {
        let from = self.tokens.used;
        self.tokens.reserve(BLOCK_ROOM);
        let room = self.tokens.codes.get_mut(from..).and_then(|room| room.first_chunk_mut());
        let (Some(room), Some(block)) = (room, window.last_chunk()) else { return false };
        let Some(ends) = self.letters.two_byte().fold(block, room) else { return false };
        // What fills the block is a symbol each.
        let len = ends.last().map_or(0, |&end| end as usize) - (BLOCK - filled);
        // What there may be behind the codes of the block does no harm.
        let codes = self.tokens.codes.get(from.saturating_sub(2)..).and_then(|codes| codes.first_chunk());
        if codes.is_some_and(doubles_alef) || may_end_in_tanween(window) {
            return false;
        }
        let [first, second, third, _] = ends;
        let places = [0, first, second, third].map(|end| from + end as usize);
        if filled == BLOCK {
            self.tokens.places.extend_from_slice(&places);
        } else {
            self.tokens.places.extend(places.into_iter().take(filled.div_ceil(STEP)));
        }
        self.tokens.used += len;
        true
    }

    /// Reads characters up to the end of a step that is a block from byte `at` on, or later, after a letter, white space or a symbol. Gives where it stopped.
    fn chars(&mut self, at: usize) -> usize {
        let mut at = at;
        let mut until = at + BLOCK;
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let mut passed_over = false;
        for c in self.text.get(at..).unwrap_or("").chars() {
            let end = at + c.len_utf8();
            if end > until {
                if !passed_over {
                    return until;
                }
                until += STEP;
            }
            // A character belongs to the step that its last byte is in.
            while self.tokens.places.len() * STEP < end {
                self.tokens.places.push(self.tokens.used);
            }
            let letter = self.letters.get(c);
            passed_over = letter.class.is_passed_over();
            if letter.class == Class::Arabic {
                self.find_seam(at, c);
            }
            match letter.codes_and_end() {
                Some(&[code]) => self.push(&[code]),
                Some(codes) => self.push(codes),
                None => {
                    let mut codes = Vec::new();
                    self.letters.push_codes(c, &mut codes);
                    self.push(&codes);
                }
            }
            at = end;
        }
        at
    }

    /// Notes where a word begins at or before the Arabic letter `c` at byte `at` though the codes do not show it.
    fn find_seam(&mut self, at: usize, c: char) {
        let before = self.text.get(..at).unwrap_or("");
        let Some(last) = before.chars().next_back() else { return };
        let passed_over = |c: char| self.letters.get(c).class.is_passed_over();
        let here = self.tokens.used;
        if passed_over(last) {
            let letter = before.chars().rev().find(|&c| !passed_over(c));
            let mut between = before.chars().rev().take_while(|&c| passed_over(c));
            if letter == Some(ALEF_LETTER) && between.any(|c| c == FATHATAN) {
                self.note_seam(here);
            }
        } else if c == LAM_LETTER && last == ALEF_LETTER {
            let letter = before.chars().rev().skip(1).find(|&c| !passed_over(c));
            if letter == Some(ALEF_LETTER) && self.tokens.in_word(here - 1) >= BEFORE_DOUBLED_ALEF {
                self.note_seam(here - 1);
            }
        }
    }

    fn note_seam(&mut self, code: usize) {
        if self.tokens.seams.last() != Some(&code) {
            self.tokens.seams.push(code);
        }
    }

    #[inline]
    fn push(&mut self, codes: &[u8]) {
        self.tokens.reserve(codes.len() + BLOCK_ROOM);
        let len = self.tokens.used;
        if let Some(room) = self.tokens.codes.get_mut(len..len + codes.len()) {
            room.copy_from_slice(codes);
            self.tokens.used += codes.len();
        }
    }
}

/// Whether a word may end in a tanween after alef right before a letter of a block, which has a few bytes before it.
fn may_end_in_tanween(window: &[u8; CONTEXT + BLOCK]) -> bool {
    let [_, next @ ..] = window;
    let any = window.iter().zip(next).fold(false, |any, (&a, &b)| any | ((a == 0xD9) & (b == 0x8B)));
    let [_, last @ ..] = window;
    let [_, tanween @ ..] = last;
    let [_, marked @ ..] = tanween;
    let [_, next @ ..] = marked;
    let bytes = window.iter().zip(last).zip(tanween.iter().zip(marked)).zip(next);
    any && bytes.fold(false, |any, (((&lead, &last), (&tanween, &marked)), &next)| {
        // The last byte of ALEF or of a mark or tatweel, FATHATAN, the first byte of a letter or mark.
        let mark = (last.wrapping_sub(0x8B) < 0x15) | (last == 0x80) | (last == 0xB0) | (lead == 0xDB);
        any | ((mark | (last == 0xA7)) & (tanween == 0xD9) & (marked == 0x8B) & (next >= 0xD8))
    })
}

/// Whether there may be a doubled alef before a lam.
fn doubles_alef(codes: &[u8; BLOCK + 2]) -> bool {
    let [_, next @ ..] = codes;
    let any = codes.iter().zip(next).fold(false, |any, (&a, &b)| any | ((a == ALEF) & (b == ALEF)));
    any && codes.windows(3).any(|codes| codes == [ALEF, ALEF, LAM])
}

/// The codes of a name, its words joined by [`SEPARATOR`]. Empty when the name has no letter or digit.
pub(crate) fn encode(name: &str) -> Vec<u8> {
    let mut codes = Vec::new();
    Tokens::default().encode(name, Letters::search(), &mut codes);
    codes
}
