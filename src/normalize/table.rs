//! What a normalizer makes of each character, worked out once.

use once_cell::sync::OnceCell;
use unicode_normalization::{IsNormalized, char::canonical_combining_class, char::compose, is_nfc_quick};

use super::fold::is_mark_form;
use super::{Hamza, NonJoiner, Normalizer, is_attached, is_control};

/// Source bytes that are folded at a time.
pub(super) const BLOCK: usize = 64;
/// Room that [`TwoByte::fold`] wants for what it writes, more than it fills.
pub(super) const BLOCK_ROOM: usize = 258;

/// What becomes of one character.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// The folded text; of a long one, which of the page's it is.
    utf8: [u8; 8],
    len: u8,
    /// Whether the character is in composed form by itself and never combines with what stands before it.
    pub(super) starts: bool,
    /// Whether the character folds the same whatever stands before it and, if it is deleted, after it.
    apart: bool,
    /// The combining class of a mark that stays or goes and never composes, and
    /// of the last character of what becomes of a letter; 0 for most.
    class: u8,
}

/// Follows a text from a start of a cluster on, and says which characters fold one by one.
#[derive(Default)]
pub(super) struct Order {
    /// The combining class of the last character that was written.
    last: u8,
}

impl Order {
    /// Whether the next character folds apart from those before it: it does
    /// not compose, and its mark is written where composing would put it.
    pub(super) const fn admits(&mut self, next: &Entry) -> bool {
        if next.starts {
            self.last = next.class;
        } else if next.class != 0 && next.len != 0 {
            let in_order = next.class >= self.last;
            self.last = next.class;
            return in_order;
        }
        next.apart || next.class != 0
    }
}

impl Entry {
    const LONG: u8 = u8::MAX;

    /// The folded text in a room of eight bytes, and its length; none when it is longer.
    pub(super) const fn short(&self) -> Option<(&[u8; 8], usize)> {
        if self.len == Self::LONG { None } else { Some((&self.utf8, self.len as usize)) }
    }

    /// Whether the character folds to itself, apart from its neighbours.
    pub(super) fn keeps(&self, c: char) -> bool {
        let mut utf8 = [0; 8];
        let len = c.encode_utf8(&mut utf8).len();
        self.starts && self.apart && self.short() == Some((&utf8, len))
    }
}

/// The entries of 256 characters.
struct Page {
    entries: [Entry; 256],
    /// The folded texts that do not fit in their entries.
    long: Vec<String>,
}

type Plane = [OnceCell<Box<Page>>; 256];

/// The entries of a normalizer, by plane and page of 256 characters, each page made when it is first met.
pub(super) struct Table {
    /// The normalizer that the entries are of.
    normalizer: Normalizer,
    /// Whether deleting a hamza mark gives what folding it composed with its letter gives.
    hamza_marks_apart: bool,
    planes: [OnceCell<Box<Plane>>; 17],
    two_byte: OnceCell<Box<TwoByte>>,
}

impl Table {
    pub(super) fn new(normalizer: Normalizer) -> Self {
        let hamza_marks_apart = hamza_marks_apart(&normalizer);
        Self { normalizer, hamza_marks_apart, planes: [const { OnceCell::new() }; 17], two_byte: OnceCell::new() }
    }

    /// What becomes of `c`.
    pub(super) fn entry(&self, c: char) -> &Entry {
        const NONE: &Entry = &Entry { utf8: [0; 8], len: 0, starts: true, apart: true, class: 0 };
        self.page(c).and_then(|page| page.entries.get(usize::from(c as u8))).unwrap_or(NONE)
    }

    /// The text that `c` becomes, apart from its neighbours.
    pub(super) fn folded(&self, c: char) -> &str {
        let long = |entry: &Entry| self.page(c)?.long.get(usize::from(entry.utf8[0])).map(String::as_str);
        let entry = self.entry(c);
        match entry.short() {
            Some((utf8, len)) => utf8.get(..len).and_then(|utf8| std::str::from_utf8(utf8).ok()).unwrap_or(""),
            None => long(entry).unwrap_or(""),
        }
    }

    /// Appends to `folded` what becomes of a letter and its marks as one; `spare` is memory to use.
    pub(super) fn fold_cluster(&self, cluster: &str, folded: &mut String, spare: &mut String) {
        if self.fold_composed(cluster, folded).or_else(|| self.fold_in_order(cluster, folded)).is_none() {
            self.normalizer.fold_cluster(cluster, folded, spare);
        }
    }

    /// As [`fold_cluster`](Self::fold_cluster) of a letter and one mark that compose.
    fn fold_composed(&self, cluster: &str, folded: &mut String) -> Option<()> {
        let mut chars = cluster.chars();
        let both = compose(chars.next()?, chars.next()?).filter(|&c| self.entry(c).starts)?;
        chars.next().is_none().then(|| folded.push_str(self.folded(both)))
    }

    /// As [`fold_cluster`](Self::fold_cluster) when all there is to composing is the order of a few marks.
    fn fold_in_order(&self, cluster: &str, folded: &mut String) -> Option<()> {
        let mut chars = cluster.chars();
        let first = chars.next().filter(|&c| self.entry(c).starts && self.entry(c).class == 0)?;
        let (mut marks, mut count) = ([(0, ' '); 8], 0);
        for c in chars {
            let entry = self.entry(c);
            if entry.class != 0 {
                *marks.get_mut(count)? = (entry.class, c);
                count += 1;
            } else if !entry.apart {
                return None;
            }
        }
        let marks = marks.get_mut(..count)?;
        marks.sort_by_key(|&(class, _)| class);
        folded.push_str(self.folded(first));
        marks.iter().for_each(|&(_, mark)| folded.push_str(self.folded(mark)));
        Some(())
    }

    /// The page that `c` is on.
    fn page(&self, c: char) -> Option<&Page> {
        let [_, plane, page, _] = u32::from(c).to_be_bytes().map(usize::from);
        let plane = self.planes.get(plane)?.get_or_init(|| Box::new([const { OnceCell::new() }; 256]));
        Some(plane.get(page)?.get_or_init(|| self.make_page(c)))
    }

    #[cold]
    fn make_page(&self, c: char) -> Box<Page> {
        let mut page = Box::new(Page { entries: [Entry::default(); 256], long: Vec::new() });
        let first = u32::from(c) & !0xFF;
        for (code, entry) in (first..).zip(page.entries.iter_mut()) {
            *entry = char::from_u32(code).map_or(Entry::default(), |c| self.make(c, &mut page.long));
        }
        page
    }

    fn make(&self, c: char, long: &mut Vec<String>) -> Entry {
        let folds = &self.normalizer.folds;
        let mut folded = String::new();
        self.normalizer.fold(c, &mut |c| folded.push(c));
        let mut entry = Entry { starts: true, apart: true, ..Entry::default() };
        if folds.nfc {
            entry.starts = match c {
                '\u{200C}' => folds.non_joiner == NonJoiner::ToSpace,
                // HAMZA, whose marks go to the letter before when it is deleted
                '\u{0621}' => folds.hamza != Hamza::Drop,
                _ => starts_cluster(c),
            };
            let deleted = folded.is_empty() && (self.hamza_marks_apart || !is_hamza_mark(c));
            entry.apart = entry.starts || deleted;
            let never_composes = is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes;
            if entry.starts {
                entry.class = folded.chars().next_back().map_or(0, canonical_combining_class);
            } else if never_composes && (folded.is_empty() || folded.chars().eq([c])) {
                entry.class = canonical_combining_class(c);
            }
        }
        if let Some(room) = entry.utf8.get_mut(..folded.len()) {
            room.copy_from_slice(folded.as_bytes());
            entry.len = folded.len() as u8;
        } else {
            entry.len = Entry::LONG;
            entry.utf8[0] = long.len() as u8;
            long.push(folded);
        }
        entry
    }

    /// The table for text of one and two bytes a character.
    pub(super) fn two_byte(&self) -> &TwoByte {
        self.two_byte.get_or_init(|| Box::new(TwoByte::new(self)))
    }
}

impl core::fmt::Debug for Table {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Table").finish_non_exhaustive()
    }
}

/// Whether a character is in composed form by itself and never combines with
/// what stands before it, even when what lies between is deleted.
fn starts_cluster(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' | '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' => true,
        _ if is_control(c) || is_attached(c) || is_mark_form(c) => false,
        _ => canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes,
    }
}

/// The marks that Arabic letters compose with: MADDAH ABOVE, HAMZA ABOVE, HAMZA BELOW.
const fn is_hamza_mark(c: char) -> bool {
    matches!(c, '\u{0653}'..='\u{0655}')
}

/// Whether each letter with a hamza mark folds to what the letter alone folds to.
fn hamza_marks_apart(normalizer: &Normalizer) -> bool {
    let fold = |c| {
        let mut text = String::new();
        normalizer.fold(c, &mut |c| text.push(c));
        text
    };
    // ALEF, WAW, YEH, AE, HEH GOAL, YEH BARREE: all that compose
    let letters = ['\u{0627}', '\u{0648}', '\u{064A}', '\u{06D5}', '\u{06C1}', '\u{06D2}'];
    letters.into_iter().all(|letter| {
        let composed = ('\u{0653}'..='\u{0655}').filter_map(|mark| compose(letter, mark));
        composed.into_iter().all(|both| fold(both) == fold(letter))
    })
}

/// The entries of ASCII, Latin-1 and the Arabic block, laid out for folding a block without a branch.
///
/// A character is looked up by the low four bits of the byte before its last
/// one and by that last byte. Every byte is looked up so; those that do not
/// end a character give nothing. One byte of ASCII has the same entry
/// whatever stands before it.
pub(super) struct TwoByte {
    utf8: [[u8; 2]; 4096],
    /// The bytes of `utf8` that count, or [`TwoByte::REFUSED`].
    len: [u32; 4096],
}

impl TwoByte {
    /// Says that a character cannot be folded by this table; more than all lengths of a block together.
    const REFUSED: u32 = 1 << 16;

    fn new(table: &Table) -> Self {
        let mut new = Self { utf8: [[0; 2]; 4096], len: [0; 4096] };
        for c in '\0'..='\u{7F}' {
            for row in 0..16 {
                new.set(row << 8 | u32::from(c), table.entry(c));
            }
        }
        for c in ('\u{80}'..='\u{FF}').chain('\u{600}'..='\u{6FF}') {
            let (lead, last) = (0xC0 | u32::from(c) >> 6, 0x80 | u32::from(c) & 0x3F);
            new.set((lead & 0xF) << 8 | last, table.entry(c));
        }
        new
    }

    fn set(&mut self, at: u32, entry: &Entry) {
        let (Some(utf8), Some(len)) = (self.utf8.get_mut(at as usize), self.len.get_mut(at as usize)) else { return };
        *len = if entry.apart && entry.len <= 2 { u32::from(entry.len) } else { Self::REFUSED };
        let [first, second, ..] = entry.utf8;
        *utf8 = [first, second];
    }

    /// Folds the characters whose last byte is in a block, given with the byte before it.
    ///
    /// Writes to the front of `room` and gives the length. Gives nothing when
    /// the block holds anything but one byte and two bytes of the blocks of
    /// this table.
    pub(super) fn fold(&self, block: &[u8; BLOCK + 1], room: &mut [u8; BLOCK_ROOM]) -> Option<usize> {
        let [before, bytes @ ..] = block;
        let alien = bytes.iter().fold(false, |any, &byte| any | (byte >= 0xC0 && !is_lead(byte)));
        let [first, ..] = bytes;
        if alien || (first & 0xC0 == 0x80 && !is_lead(*before)) {
            return None;
        }
        let mut codes = [0; BLOCK];
        for (code, (&before, &byte)) in codes.iter_mut().zip(block.iter().zip(bytes)) {
            *code = u16::from(before) << 8 | u16::from(byte);
        }
        let mut end = 0;
        for &[a, b, c, d] in codes.as_chunks().0 {
            // Four codes at a time through one register; measured a sixth faster than one by one.
            let four = u64::from(a) | u64::from(b) << 16 | u64::from(c) << 32 | u64::from(d) << 48;
            for shift in [0, 16, 32, 48] {
                // The masks say that the places exist, so that nothing is left to check.
                let (at, here) = ((four >> shift & 0xFFF) as usize, (end & 0xFF) as usize);
                let room = room.get_mut(here..here + 2);
                if let (Some(utf8), Some(len), Some(room)) = (self.utf8.get(at), self.len.get(at), room) {
                    room.copy_from_slice(utf8);
                    end += len;
                }
            }
        }
        (end < Self::REFUSED).then_some(end as usize)
    }
}

/// First bytes of the characters of U+0080–U+00FF and U+0600–U+06FF.
const fn is_lead(byte: u8) -> bool {
    byte & 0xFC == 0xD8 || byte & 0xFE == 0xC2
}
