//! Folding a text in one pass, a block at a time where its characters fold apart.

use super::pieces::Pieces;
use super::table::{BLOCK, BLOCK_ROOM, Order, Table};
use super::{Buffer, Normalizer};

/// A place where a piece begins, in the source and in the folded text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) source: usize,
    pub(super) text: usize,
}

/// Bytes that are folded before they are checked and appended to the text.
const STAGE: usize = 4096;
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
    Pass { table, source: text, buffer, stage: [0; STAGE], staged: 0 }.run();
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
    /// What is to be appended to the text next, and how much of it there is.
    stage: [u8; STAGE],
    staged: usize,
}

impl Pass<'_, '_, '_> {
    fn run(mut self) {
        // A block wants a byte before it.
        let mut at = self.fold_chars(0, 1);
        while at < self.source.len() {
            at = self.fold_blocks(at);
            at = self.fold_chars(at, at + BLOCK);
        }
        self.flush();
    }

    /// Folds blocks from byte `at` on, as long as their characters fold apart. Gives where it stopped.
    fn fold_blocks(&mut self, mut at: usize) -> usize {
        if self.source.len() < at + BLOCK {
            return at;
        }
        let table = self.table.two_byte();
        while let Some(block) = self.source.as_bytes().get(at - 1..at + BLOCK).and_then(|b| b.first_chunk()) {
            if self.staged + BLOCK_ROOM > STAGE {
                self.flush();
            }
            let room = self.stage.get_mut(self.staged..).and_then(|stage| stage.first_chunk_mut());
            let Some(len) = room.and_then(|room| table.fold(block, room)) else { break };
            // A character that begins before the block is folded with it.
            let begins_before = !self.source.is_char_boundary(at);
            self.note_place(at - usize::from(begins_before));
            self.staged += len;
            at += BLOCK;
        }
        at
    }

    /// Folds character by character from byte `at` on, up to the first
    /// cluster at or after byte `until`. Gives where it stopped.
    fn fold_chars(&mut self, at: usize, until: usize) -> usize {
        let mut start = at - usize::from(!self.source.is_char_boundary(at));
        let (mut next_place, mut order) = (start, Order::default());
        loop {
            let mut chars = self.source.get(start..).unwrap_or("").char_indices();
            let combines = chars.find_map(|(i, c)| {
                let (at, entry) = (start + i, self.table.entry(c));
                if entry.starts && at >= until {
                    return Some(Err(at));
                }
                if entry.starts && at >= next_place {
                    self.note_place(at);
                    next_place = at + BLOCK;
                }
                if !order.admits(entry) {
                    return Some(Ok(at));
                }
                match entry.short() {
                    Some((utf8, len)) => self.stage(utf8, len),
                    None => self.append(self.table.folded(c)),
                }
                None
            });
            match combines {
                None => return self.source.len(),
                Some(Err(at)) => return at,
                Some(Ok(at)) => start = self.fold_piece(at),
            }
        }
    }

    /// Folds the piece that the character at byte `at` is in. Gives where it ends.
    fn fold_piece(&mut self, at: usize) -> usize {
        let start = self.back_to_cluster(at);
        let Some(piece) = Pieces::new(self.table, self.source, start).next() else { return self.source.len() };
        let mut folded = std::mem::take(&mut self.buffer.piece);
        folded.clear();
        piece.fold(self.table, self.source, &mut folded, &mut self.buffer.spare);
        self.append(&folded);
        self.buffer.piece = folded;
        piece.end
    }

    /// Takes back what has been folded of the cluster that the character at
    /// byte `at` is in. Gives where the cluster begins.
    fn back_to_cluster(&mut self, at: usize) -> usize {
        let (head, tail) = self.source.split_at_checked(at).unwrap_or((self.source, ""));
        if tail.chars().next().is_none_or(|c| self.table.entry(c).starts) {
            return at;
        }
        let mut start = at;
        for c in head.chars().rev() {
            self.take_back(self.table.folded(c).len());
            start -= c.len_utf8();
            if self.table.entry(c).starts {
                break;
            }
        }
        while self.buffer.places.pop_if(|place| place.source > start).is_some() {}
        start
    }

    /// Deletes the last `len` bytes of what has been folded.
    fn take_back(&mut self, len: usize) {
        let from_text = len.saturating_sub(self.staged);
        self.staged -= len - from_text;
        self.buffer.text.truncate(self.buffer.text.len() - from_text);
    }

    fn append(&mut self, folded: &str) {
        if folded.len() <= STAGE {
            self.stage(folded.as_bytes(), folded.len());
        } else {
            self.flush();
            self.buffer.text.push_str(folded);
        }
    }

    /// Stages the first `len` bytes of `folded`, at most [`STAGE`], which end a character.
    fn stage(&mut self, folded: &[u8], len: usize) {
        if self.staged + folded.len() > STAGE {
            self.flush();
        }
        if let Some(room) = self.stage.get_mut(self.staged..self.staged + folded.len()) {
            room.copy_from_slice(folded);
            self.staged += len;
        }
    }

    fn note_place(&mut self, source: usize) {
        self.buffer.places.push(Place { source, text: self.buffer.text.len() + self.staged });
    }

    /// Appends what is staged to the text.
    fn flush(&mut self) {
        let staged = self.stage.get(..self.staged).unwrap_or(&[]);
        let folded = simdutf8::basic::from_utf8(staged);
        debug_assert!(folded.is_ok(), "whole characters are staged");
        self.buffer.text.push_str(folded.unwrap_or(""));
        self.staged = 0;
    }
}
