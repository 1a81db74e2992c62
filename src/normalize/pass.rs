//! Folding a text in one pass, a block at a time where its characters fold apart.

use super::pieces::Pieces;
use super::table::{Order, Table};
use super::two_byte::{BLOCK, BLOCK_ROOM, is_alien};
use super::{Buffer, Normalizer};

/// A place where a piece begins, in the source and in the folded text.
///
/// One within a cluster says that all of the cluster folds apart.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) source: usize,
    pub(super) text: usize,
}

/// Bytes of a long text that are folded before they are checked and appended to the folded text.
const STAGE: usize = 4096;
/// A part of a block is filled up to one from this many bytes on.
const ALMOST_BLOCK: usize = 12;
/// Texts up to this many bytes are looked through before they are copied.
const SHORT: usize = 256;

/// Folds `text` into `buffer`, with a place about every [`BLOCK`] bytes of
/// the source. Gives false, and an empty buffer, when nothing changes.
pub(super) fn fold(normalizer: &Normalizer, text: &str, buffer: &mut Buffer) -> bool {
    let table = normalizer.table();
    if text.len() <= SHORT && text.chars().all(|c| table.entry(c).keeps(c)) {
        return false;
    }
    buffer.text.reserve(text.len());
    let stage = STAGE.min(text.len() + BLOCK_ROOM);
    if buffer.stage.len() < stage {
        buffer.stage.resize(stage, 0);
    }
    Pass { table, source: text, buffer, staged: 0 }.run();
    if buffer.text == text {
        buffer.clear();
        return false;
    }
    true
}

struct Pass<'n, 't, 'b> {
    table: &'n Table,
    source: &'t str,
    buffer: &'b mut Buffer,
    /// How much of the stage is to be appended to the text next.
    staged: usize,
}

impl<'n> Pass<'n, '_, '_> {
    fn run(mut self) {
        // A block wants a byte before it.
        let mut at = self.fold_chars(0, 1);
        while at < self.source.len() {
            let (stop, until) = self.fold_blocks(at);
            at = self.fold_chars(stop, until);
        }
        self.flush();
    }

    /// Folds blocks from byte `at` on, as long as their characters fold apart.
    ///
    /// Gives where it stopped, and up to where characters are to be folded one by one.
    fn fold_blocks(&mut self, mut at: usize) -> (usize, usize) {
        loop {
            let rest = self.source.as_bytes().get(at - 1..).unwrap_or(&[]);
            let whole = rest.first_chunk();
            if whole.is_some_and(|block| self.fold_block(at, block, 0)) {
                at += BLOCK;
                continue;
            }
            let bytes = rest.get(1..(BLOCK + 1).min(rest.len())).unwrap_or(&[]);
            let alien = bytes.iter().position(|&byte| is_alien(byte));
            let end = alien.unwrap_or(bytes.len());
            // What is left of the text, or stands before a character of another script, filled up to a block.
            let mut filled = [0; BLOCK + 1];
            if let (Some(head), Some(rest)) = (filled.get_mut(..=end), rest.get(..=end))
                && (ALMOST_BLOCK..BLOCK).contains(&end)
            {
                head.copy_from_slice(rest);
                if self.fold_block(at, &filled, BLOCK - end) {
                    return (at + end, at + end + 1);
                }
            }
            return (at, at + BLOCK);
        }
    }

    /// Folds the block that is at byte `at`, of which the last `fill` bytes are NUL. Gives whether it could be.
    fn fold_block(&mut self, at: usize, block: &[u8; BLOCK + 1], fill: usize) -> bool {
        if self.staged + BLOCK_ROOM > self.buffer.stage.len() {
            self.flush();
        }
        let room = self.buffer.stage.get_mut(self.staged..).and_then(|stage| stage.first_chunk_mut());
        let Some([.., len]) = room.and_then(|room| self.table.two_byte().fold(block, room)) else { return false };
        let len = len as usize;
        // A character that begins before the block is folded with it.
        let begins_before = !self.source.is_char_boundary(at);
        self.note_place(at - usize::from(begins_before));
        self.staged += if fill == 0 { len } else { len - fill * self.table.folded('\0').len() };
        true
    }

    /// Folds character by character from byte `at` on, up to the first
    /// cluster at or after byte `until`. Gives where it stopped.
    fn fold_chars(&mut self, at: usize, until: usize) -> usize {
        let mut at = at - usize::from(!self.source.is_char_boundary(at));
        let (mut order, mut cluster) = (Order::default(), None);
        let rest = self.source.get(at..).unwrap_or("");
        if rest.chars().next().is_some_and(|c| self.table.entry(c).starts()) {
            self.note_place(at);
        }
        loop {
            let next = self.fold_starts(at, until);
            let Some(c) = self.source.get(next..).and_then(|rest| rest.chars().next()) else { return next };
            let entry = self.table.entry(c);
            if entry.starts() {
                if next >= until {
                    return next;
                }
                cluster = Some(Place { source: next, text: self.folded_len() });
            } else {
                if let Some(c) = self.source.get(at..next).and_then(|starts| starts.chars().next_back()) {
                    let last = self.table.entry(c);
                    order.admits(last);
                    let len = last.short().map_or(0, |(_, len)| len);
                    cluster = Some(Place { source: next - c.len_utf8(), text: self.folded_len() - len });
                }
                if self.wants_place(next) && order.is_free() {
                    self.note_place(next);
                }
            }
            at = next + c.len_utf8();
            if order.keeps_joiner(entry) {
                let mut utf8 = [0; 8];
                let len = c.encode_utf8(&mut utf8).len();
                self.stage(&utf8, len);
            } else if order.admits(entry) {
                match entry.short() {
                    Some((utf8, len)) => self.stage(utf8, len),
                    None => self.append(self.table.folded(c)),
                }
            } else {
                let place = cluster.take().unwrap_or_else(|| self.cluster_before(next));
                at = self.fold_piece(place);
            }
        }
    }

    /// Folds characters that start a cluster and fold to a few bytes, from
    /// byte `at` up to byte `until` or the character it is in. Gives where it
    /// stopped.
    fn fold_starts(&mut self, at: usize, until: usize) -> usize {
        let table = self.table;
        let bound = (until..self.source.len()).find(|&at| self.source.is_char_boundary(at));
        let source = self.source.get(at..bound.unwrap_or(self.source.len())).unwrap_or("");
        let room = self.buffer.stage.get_mut(self.staged..).unwrap_or(&mut []);
        let mut end = 0;
        let mut chars = source.chars();
        let mut left = source.len();
        while let Some(c) = chars.next() {
            let (Some((utf8, len)), Some(room)) = (table.entry(c).short_start(), room.get_mut(end..end + 8)) else {
                break;
            };
            room.copy_from_slice(utf8);
            end += len;
            left = chars.as_str().len();
        }
        self.staged += end;
        at + source.len() - left
    }

    /// Takes back what has been folded from `place` on, and folds the piece that begins there. Gives where it ends.
    fn fold_piece(&mut self, place: Place) -> usize {
        let from_stage = (self.folded_len() - place.text).min(self.staged);
        self.staged -= from_stage;
        self.buffer.text.truncate(place.text);
        while self.buffer.places.pop_if(|known| known.source > place.source).is_some() {}
        let Some(piece) = Pieces::new(self.table, self.source, place.source).next() else { return self.source.len() };
        let mut folded = std::mem::take(&mut self.buffer.piece);
        folded.clear();
        piece.fold(self.table, self.source, &mut folded, &mut self.buffer.spare);
        self.append(&folded);
        self.buffer.piece = folded;
        piece.end
    }

    /// The beginning of the cluster that goes on at byte `at`, when all of it up to there has folded apart.
    fn cluster_before(&self, at: usize) -> Place {
        let mut place = Place { source: at, text: self.folded_len() };
        for c in self.source.get(..at).unwrap_or("").chars().rev() {
            place.source -= c.len_utf8();
            place.text -= self.table.folded(c).len();
            if self.table.entry(c).starts() {
                break;
            }
        }
        place
    }

    /// The bytes folded so far.
    fn folded_len(&self) -> usize {
        self.buffer.text.len() + self.staged
    }

    fn append(&mut self, folded: &str) {
        if folded.len() <= self.buffer.stage.len() {
            self.stage(folded.as_bytes(), folded.len());
        } else {
            self.flush();
            self.buffer.text.push_str(folded);
        }
    }

    /// Stages the first `len` bytes of `folded`, which end a character and fit on the stage.
    fn stage(&mut self, folded: &[u8], len: usize) {
        if self.staged + folded.len() > self.buffer.stage.len() {
            self.flush();
        }
        if let Some(room) = self.buffer.stage.get_mut(self.staged..self.staged + folded.len()) {
            room.copy_from_slice(folded);
            self.staged += len;
        }
    }

    /// Whether the last place is so far before byte `at` that one in a long run of marks is wanted.
    fn wants_place(&self, at: usize) -> bool {
        self.buffer.places.last().map_or(0, |place| place.source) + 2 * BLOCK < at
    }

    fn note_place(&mut self, source: usize) {
        self.buffer.places.push(Place { source, text: self.folded_len() });
    }

    /// Appends what is staged to the text.
    #[inline(never)]
    fn flush(&mut self) {
        let staged = self.buffer.stage.get(..self.staged).unwrap_or(&[]);
        let folded = simdutf8::basic::from_utf8(staged);
        debug_assert!(folded.is_ok(), "whole characters are staged");
        self.buffer.text.push_str(folded.unwrap_or(""));
        self.staged = 0;
    }
}
