//! Collecting a folded text and its alignment with the source.

use super::compat::System;
use super::normalized::Edit;
use super::pass::Place;
use super::{Normalizer, Pieces, WhiteSpace, is_arabic, is_attached};

/// Memory that [`Normalizer::normalize_into`] uses again and again.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    pub(super) text: String,
    /// The alignment: places a little apart, or every edit where runs are cut.
    pub(super) places: Vec<Place>,
    pub(super) edits: Vec<Edit>,
    /// What is about to be put in the place of a stretch of the source.
    pub(super) piece: String,
    /// `piece` after the rules for runs.
    cut: String,
    /// A letter and its marks, between folding and composing.
    pub(super) spare: String,
    /// What is folded and not yet appended to `text`.
    pub(super) stage: Vec<u8>,
}

impl Buffer {
    /// An empty buffer. Allocates nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            text: String::new(),
            places: Vec::new(),
            edits: Vec::new(),
            piece: String::new(),
            cut: String::new(),
            spare: String::new(),
            stage: Vec::new(),
        }
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.places.clear();
        self.edits.clear();
    }
}

/// Collects a folded text whose runs are cut, and its edits; what does not change is copied in long runs.
pub(super) struct Builder<'t, 'b> {
    source: &'t str,
    buffer: &'b mut Buffer,
    /// Up to where the buffer holds the source.
    copied: usize,
    runs: Runs,
}

impl<'t, 'b> Builder<'t, 'b> {
    pub(super) const fn new(source: &'t str, buffer: &'b mut Buffer, runs: Runs) -> Self {
        Self { source, buffer, copied: 0, runs }
    }

    /// Folds the source. Gives false when nothing changes.
    pub(super) fn run(mut self, normalizer: &Normalizer) -> bool {
        for piece in Pieces::new(normalizer.table(), self.source, 0) {
            self.buffer.piece.clear();
            piece.fold(normalizer.table(), self.source, &mut self.buffer.piece, &mut self.buffer.spare);
            self.put_cut(piece.start, piece.end);
        }
        self.finish();
        !self.buffer.edits.is_empty()
    }

    /// Puts the piece in the place of `source[start..end]`, its runs cut.
    fn put_cut(&mut self, start: usize, end: usize) {
        let mut space = None;
        self.buffer.cut.clear();
        for c in self.buffer.piece.chars() {
            self.runs.take(c, start, end, &mut space, &mut self.buffer.cut);
        }
        // What is deleted within white space goes with it.
        if self.buffer.cut.is_empty() && self.runs.pending.is_some() {
            return;
        }
        if let Some((from, space)) = space {
            self.buffer.piece.clear();
            self.buffer.piece.extend(space);
            self.put(from, start);
        }
        std::mem::swap(&mut self.buffer.piece, &mut self.buffer.cut);
        self.put(start, end);
    }

    /// Puts the piece in the place of `source[start..end]`.
    fn put(&mut self, start: usize, end: usize) {
        let Buffer { text, edits, piece, .. } = &mut *self.buffer;
        if self.source.get(start..end).is_some_and(|old| old == piece) {
            return;
        }
        if edits.is_empty() {
            text.reserve(self.source.len());
        }
        text.push_str(self.source.get(self.copied..start).unwrap_or(""));
        let at = text.len();
        text.push_str(piece);
        self.copied = end;
        edits.push(Edit { source_start: start, source_end: end, start: at, end: text.len() });
    }

    fn finish(&mut self) {
        if let Some((from, space)) = self.runs.end() {
            self.buffer.piece.clear();
            self.buffer.piece.extend(space);
            self.put(from, self.source.len());
        }
        if !self.buffer.edits.is_empty() {
            self.buffer.text.push_str(self.source.get(self.copied..).unwrap_or(""));
        }
    }
}

/// The rules that look at more than one character: white space and elongation.
#[derive(Debug)]
pub(super) struct Runs {
    /// The longest run of a letter; 0 for no limit.
    elongation: usize,
    white_space: WhiteSpace,
    /// AraBERT cuts runs of all but digits, sets symbols apart and trims.
    arabert: bool,
    /// The last character and how many of it in a row.
    last: Option<char>,
    count: usize,
    /// White space that is not written yet, and where it starts.
    pending: Option<(usize, char)>,
    /// Whether there is text before.
    started: bool,
}

impl Runs {
    /// The rules of a normalizer; none when it folds one character at a time.
    pub(super) fn of(normalizer: &Normalizer) -> Option<Self> {
        let arabert = normalizer.system == Some(System::Arabert);
        let (elongation, white_space) = (usize::from(normalizer.folds.elongation), normalizer.folds.white_space);
        let none = elongation == 0 && white_space == WhiteSpace::Keep;
        (!none).then_some(Self {
            elongation,
            white_space,
            arabert,
            last: None,
            count: 0,
            pending: None,
            started: false,
        })
    }

    /// Appends to `out` what is left of a stretch of folded text.
    pub(super) fn cut(&mut self, folded: &str, out: &mut String) {
        for c in folded.chars() {
            // All at one place, so that white space from before goes to `out` too.
            self.take(c, 0, 0, &mut None, out);
        }
    }

    /// Takes one character made from `source[start..end]`: appends what stays
    /// of it to `cut`. White space from before `start` that is due now is put in `space`.
    fn take(&mut self, c: char, start: usize, end: usize, space: &mut Option<(usize, Option<char>)>, cut: &mut String) {
        if c.is_whitespace() && self.white_space != WhiteSpace::Keep {
            self.last = None;
            self.wait(if cut.is_empty() { start } else { end }, c);
            return;
        }
        let before = self.last.replace(c);
        self.count = if before == Some(c) { self.count + 1 } else { 1 };
        if self.elongation > 0 && self.count > self.elongation && self.cuts(c) {
            return;
        }
        if self.arabert && before.is_some_and(|before| parts(before, c)) {
            self.wait(if cut.is_empty() { start } else { end }, ' ');
        }
        if let Some((from, waiting)) = self.pending.take() {
            let waiting = (self.started || !self.arabert).then_some(waiting);
            if from < start {
                *space = Some((from, waiting));
            } else {
                cut.extend(waiting);
            }
        }
        self.started = true;
        cut.push(c);
    }

    /// Holds white space back until it is known how far it goes.
    fn wait(&mut self, from: usize, c: char) {
        let is_break = matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        let new = if is_break && self.white_space == WhiteSpace::CollapseLines { '\n' } else { ' ' };
        let (from, old) = self.pending.unwrap_or((from, ' '));
        self.pending = Some((from, if new == '\n' { new } else { old }));
    }

    /// White space that the text ends with: where it starts, and what is written for it.
    pub(super) fn end(&mut self) -> Option<(usize, Option<char>)> {
        self.pending.take().map(|(from, space)| (from, (!self.arabert).then_some(space)))
    }

    /// Whether runs of this character are cut.
    fn cuts(&self, c: char) -> bool {
        if self.arabert { !c.is_numeric() } else { is_arabic(c) && c.is_alphabetic() && !is_attached(c) }
    }
}

/// Whether AraBERT sets the second of two characters apart from the first.
fn parts(before: char, c: char) -> bool {
    let letter = |c| matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}');
    let symbol = |c: char| !letter(c) && !c.is_ascii_alphanumeric();
    symbol(before) || symbol(c) || (letter(before) && c.is_ascii_digit()) || (before.is_ascii_digit() && letter(c))
}
