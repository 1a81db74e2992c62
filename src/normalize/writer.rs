use std::fmt::{self, Write};

use super::builder::Runs;
use super::{Buffer, Normalizer, pass};

/// Folds a text that comes in pieces, and writes it on.
///
/// Made by [`Normalizer::writer`]. Pieces may end anywhere, between a letter
/// and its marks too: the last letter is held back until what follows is
/// known, so [`finish`](Self::finish) must be called at the end. What is
/// written in all is what [`Normalizer::normalize`] makes of the whole text.
/// There is no alignment; text that needs one is normalized a paragraph at a time.
///
/// Memory is that of the longest piece. An error is one of the writer below,
/// never of the text.
///
/// # Examples
///
/// ```
/// use std::fmt::Write;
/// use kashaf::Normalizer;
///
/// let mut writer = Normalizer::search().writer(String::new());
/// for piece in ["إلى الد", "َّوْح", "ـة ٢٠", "٢٢"] {
///     writer.write_str(piece)?;
/// }
/// assert_eq!(writer.finish()?, "الي الدوحه 2022");
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[derive(Debug)]
pub struct NormalizingWriter<W> {
    normalizer: Normalizer,
    out: W,
    /// The end of what came, from where a letter starts that may go on.
    held: String,
    buffer: Buffer,
    runs: Option<Runs>,
}

impl Normalizer {
    /// A writer that folds what is written to it and writes that to `out`.
    pub fn writer<W: Write>(&self, out: W) -> NormalizingWriter<W> {
        NormalizingWriter {
            normalizer: self.clone(),
            out,
            held: String::new(),
            buffer: Buffer::new(),
            runs: Runs::of(self),
        }
    }
}

impl<W: Write> NormalizingWriter<W> {
    /// Writes what is held back, and gives the writer below.
    ///
    /// # Errors
    ///
    /// Those of the writer below.
    pub fn finish(mut self) -> Result<W, fmt::Error> {
        let held = std::mem::take(&mut self.held);
        self.fold(&held)?;
        if let Some((_, Some(space))) = self.runs.as_mut().and_then(Runs::end) {
            self.out.write_char(space)?;
        }
        Ok(self.out)
    }

    /// Folds a stretch that begins and ends where a letter starts.
    fn fold(&mut self, text: &str) -> fmt::Result {
        self.buffer.clear();
        let folded = if pass::fold(&self.normalizer, text, &mut self.buffer) { &self.buffer.text } else { text };
        let Some(runs) = &mut self.runs else { return self.out.write_str(folded) };
        let mut cut = std::mem::take(&mut self.buffer.piece);
        cut.clear();
        runs.cut(folded, &mut cut);
        self.out.write_str(&cut)?;
        self.buffer.piece = cut;
        Ok(())
    }
}

impl<W: Write> Write for NormalizingWriter<W> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        let table = self.normalizer.table();
        let starts = |&(_, c): &(usize, char)| table.entry(c).starts();
        let Some((first, _)) = piece.char_indices().find(starts) else {
            self.held.push_str(piece);
            return Ok(());
        };
        let last = piece.char_indices().rev().find(starts).map_or(first, |(last, _)| last);
        let (head, rest) = piece.split_at(first);
        let (whole, tail) = rest.split_at(last - first);
        let mut held = std::mem::take(&mut self.held);
        held.push_str(head);
        self.fold(&held)?;
        self.fold(whole)?;
        held.clear();
        held.push_str(tail);
        self.held = held;
        Ok(())
    }
}
