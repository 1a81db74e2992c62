//! Matching a text that comes in pieces.

use std::io::{self, Read};

use super::search::{Memory, Search};
use super::{Gazetteer, Match};

/// Bytes that come together before they are matched.
const CHUNK: usize = 64 << 10;

/// Finds names in a text that comes in pieces, in memory that does not grow with the text.
///
/// Made by [`Gazetteer::stream`]. Pieces may end anywhere between two
/// characters: inside a word, a name, or between a letter and its marks. The
/// matches are those of [`Gazetteer::find_iter`] in the whole text, with the
/// same spans. What may still go on is held back: the end of the text from its
/// last white space, and as many words before it as the longest name can
/// take. So [`finish`](Self::finish) must be called at the end.
///
/// Takes time linear in the text. Memory is that of 64 KiB of text, or twice
/// what is held back, and a piece; a text without any white space is held back whole.
///
/// # Examples
///
/// ```
/// use kashaf::{Entry, EntityKind, Gazetteer};
///
/// let list = Gazetteer::builder().add(Entry::new("1", EntityKind::Gpe, "الولايات المتحدة")).build().unwrap();
/// let mut found = Vec::new();
/// let mut stream = list.stream();
/// for piece in ["زار وللول", "ايات", " المتّح", "دة أمس"] {
///     stream.push(piece, |m| found.push((m.span().range(), m.text().to_owned())));
/// }
/// stream.finish(|m| found.push((m.span().range(), m.text().to_owned())));
/// assert_eq!(found, [(11..42, "لولايات المتّحدة".to_owned())]);
/// ```
#[derive(Debug)]
pub struct Stream<'g> {
    list: &'g Gazetteer,
    /// What came and may still matter.
    held: String,
    /// Where it begins in the whole text.
    base: usize,
    /// Bytes of it before which no match begins.
    done: usize,
    /// How long it grows before it is looked at.
    until: usize,
    memory: Memory,
}

impl Gazetteer {
    /// Matches a text that comes in pieces.
    #[must_use]
    pub fn stream(&self) -> Stream<'_> {
        Stream { list: self, held: String::new(), base: 0, done: 0, until: CHUNK, memory: Memory::default() }
    }
}

impl<'g> Stream<'g> {
    /// Takes the next piece of the text and hands on the matches that are sure now.
    pub fn push(&mut self, piece: &str, mut each: impl FnMut(Match<'g, '_>)) {
        self.take(piece, &mut each);
    }

    /// Hands on the matches that were held back.
    pub fn finish(mut self, mut each: impl FnMut(Match<'g, '_>)) {
        self.find(self.held.len(), true, &mut each);
    }

    /// Takes all that a reader gives as the rest of the text, and finishes.
    ///
    /// # Errors
    ///
    /// Those of the reader, and [`io::ErrorKind::InvalidData`] for bytes that
    /// are not UTF-8, with their place in the text. Matches before the place
    /// have been handed on, but for those held back.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::{Entry, EntityKind, Gazetteer};
    ///
    /// let list = Gazetteer::builder().add(Entry::new("1", EntityKind::Gpe, "قطر")).build().unwrap();
    /// let mut count = 0;
    /// list.stream().read("في قطر وقطر".as_bytes(), |_| count += 1)?;
    /// assert_eq!(count, 2);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn read(mut self, mut input: impl Read, mut each: impl FnMut(Match<'g, '_>)) -> io::Result<()> {
        let mut bytes = vec![0; CHUNK];
        // Bytes of a character that the last read has cut.
        let mut cut = 0;
        loop {
            let room = bytes.get_mut(cut..).unwrap_or_default();
            let read = match input.read(room) {
                Ok(read) => read,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                Err(e) => return Err(e),
            };
            let filled = cut + read;
            let mut rest = bytes.get(..filled).unwrap_or_default().utf8_chunks();
            let first = rest.next();
            let valid = first.as_ref().map_or("", |chunk| chunk.valid());
            self.take(valid, &mut each);
            let tail = valid.len()..filled;
            let whole = bytes.get(tail.clone()).map(core::str::from_utf8);
            let error = whole.and_then(Result::err);
            if error.is_some_and(|e| e.error_len().is_some() || read == 0) {
                let place = self.base + self.held.len();
                return Err(io::Error::new(io::ErrorKind::InvalidData, format!("not UTF-8 at byte {place}")));
            }
            if read == 0 {
                self.finish(each);
                return Ok(());
            }
            cut = tail.len();
            bytes.copy_within(tail, 0);
        }
    }

    fn take(&mut self, piece: &str, each: &mut dyn FnMut(Match<'g, '_>)) {
        self.held.push_str(piece);
        if self.held.len() < self.until {
            return;
        }
        // Words up to the last white space are as they are in the whole text, but for the gap before the first.
        let end = self.held.rfind(char::is_whitespace).unwrap_or(0);
        let next = self.find(end, false, each);
        // A text may be cut at white space: no word and no URL goes on behind it.
        let cut = self.held.get(..next).and_then(|before| before.rfind(char::is_whitespace)).unwrap_or(0);
        self.held.drain(..cut);
        self.base += cut;
        self.done = next - cut;
        self.until = CHUNK.max(2 * self.held.len());
    }

    /// Hands on the matches up to byte `end` of what is held, where the text ends if that is the `whole` of it.
    ///
    /// Gives the byte before which all have been found.
    fn find(&mut self, end: usize, whole: bool, each: &mut dyn FnMut(Match<'g, '_>)) -> usize {
        let text = self.held.get(..end).unwrap_or("");
        let mut search = Search::new(text, whole, self.done, &mut self.memory);
        while let Some(found) = self.list.next_match(&mut search) {
            each(found.moved(self.base));
        }
        search.end(self.list)
    }
}
