//! Folding text of one and two bytes a character a block at a time.

/// Source bytes that are folded at a time.
pub(crate) const BLOCK: usize = 64;
/// Room that [`TwoByte::fold`] wants for what it writes, more than it fills.
pub(crate) const BLOCK_ROOM: usize = 258;

/// Source bytes after each of which [`TwoByte::fold`] says how far it has come.
pub(crate) const STEP: usize = 16;

/// What ASCII, Latin-1 and the Arabic block fold to, laid out for folding a block without a branch.
///
/// A character is looked up by the low four bits of the byte before its last
/// one and by that last byte. Every byte is looked up so; those that do not
/// end a character give nothing. One byte of ASCII has the same entry
/// whatever stands before it.
pub(crate) struct TwoByte {
    folded: [[u8; 2]; 4096],
    /// The bytes of `folded` that count, or [`TwoByte::REFUSED`].
    len: [u32; 4096],
}

impl TwoByte {
    /// Says that a character cannot be folded by this table; more than all lengths of a block together.
    const REFUSED: u32 = 1 << 16;

    /// The table of what each character becomes: at most two bytes, the first of those given. None refuses it.
    pub(crate) fn new(folded: impl Fn(char) -> Option<([u8; 2], usize)>) -> Self {
        let mut new = Self { folded: [[0; 2]; 4096], len: [0; 4096] };
        for c in '\0'..='\u{7F}' {
            for row in 0..16 {
                new.set(row << 8 | u32::from(c), folded(c));
            }
        }
        for c in ('\u{80}'..='\u{FF}').chain('\u{600}'..='\u{6FF}') {
            let (lead, last) = (0xC0 | u32::from(c) >> 6, 0x80 | u32::from(c) & 0x3F);
            new.set((lead & 0xF) << 8 | last, folded(c));
        }
        new
    }

    fn set(&mut self, at: u32, to: Option<([u8; 2], usize)>) {
        let (Some(folded), Some(len)) = (self.folded.get_mut(at as usize), self.len.get_mut(at as usize)) else {
            return;
        };
        match to {
            Some((bytes, count)) => {
                *folded = bytes;
                *len = count as u32;
            }
            None => *len = Self::REFUSED,
        }
    }

    /// How many bytes a character becomes, given its last byte and the one
    /// before it; none for one that does not end a character. Gives nothing for what this table cannot fold.
    pub(crate) fn count(&self, before: u8, byte: u8) -> Option<usize> {
        let len = *self.len.get((usize::from(before) << 8 | usize::from(byte)) & 0xFFF)?;
        let known = !is_alien(byte) && (byte & 0xC0 != 0x80 || is_lead(before)) && len < Self::REFUSED;
        known.then_some(len as usize)
    }

    /// Folds the characters whose last byte is in a block, given with the byte before it.
    ///
    /// Writes to the front of `room` and gives the length, and before it the
    /// lengths after each [`STEP`]. Gives nothing when the block holds anything
    /// but one byte and two bytes of the blocks of this table.
    pub(crate) fn fold(&self, block: &[u8; BLOCK + 1], room: &mut [u8; BLOCK_ROOM]) -> Option<[u32; BLOCK / STEP]> {
        let [before, bytes @ ..] = block;
        let alien = bytes.iter().fold(false, |any, &byte| any | is_alien(byte));
        let [first, ..] = bytes;
        if alien || (first & 0xC0 == 0x80 && !is_lead(*before)) {
            return None;
        }
        let mut codes = [0; BLOCK];
        for (code, (&before, &byte)) in codes.iter_mut().zip(block.iter().zip(bytes)) {
            *code = u16::from(before) << 8 | u16::from(byte);
        }
        let (mut end, mut ends) = (0, [0; BLOCK / STEP]);
        for (step, codes) in ends.iter_mut().zip(codes.as_chunks::<STEP>().0) {
            for &[a, b, c, d] in codes.as_chunks().0 {
                // Four codes at a time through one register; measured a sixth faster than one by one.
                let four = u64::from(a) | u64::from(b) << 16 | u64::from(c) << 32 | u64::from(d) << 48;
                for shift in [0, 16, 32, 48] {
                    // The masks say that the places exist, so that nothing is left to check.
                    let (at, here) = ((four >> shift & 0xFFF) as usize, (end & 0xFF) as usize);
                    let room = room.get_mut(here..here + 2);
                    if let (Some(folded), Some(len), Some(room)) = (self.folded.get(at), self.len.get(at), room) {
                        room.copy_from_slice(folded);
                        end += len;
                    }
                }
            }
            *step = end;
        }
        (end < Self::REFUSED).then_some(ends)
    }
}

/// First bytes of the characters of U+0080–U+00FF and U+0600–U+06FF.
const fn is_lead(byte: u8) -> bool {
    byte & 0xFC == 0xD8 || byte & 0xFE == 0xC2
}

/// First bytes of all other characters but ASCII.
pub(crate) const fn is_alien(byte: u8) -> bool {
    byte >= 0xC0 && !is_lead(byte)
}
