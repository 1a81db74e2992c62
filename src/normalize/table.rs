//! What a normalizer makes of each character, worked out once.

use once_cell::sync::OnceCell;
use unicode_normalization::{IsNormalized, char::canonical_combining_class, char::compose, is_nfc_quick};

use super::fold::{is_mark_form, joiners_stay_after};
use super::two_byte::TwoByte;
use super::{NonJoiner, Normalizer, is_attached, is_control};

/// What becomes of one character.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// The folded text; of a long one, which of the page's it is.
    utf8: [u8; 8],
    len: u8,
    role: Role,
    /// How a text stands after a [`Role::Start`]; the combining class of a [`Role::Mark`].
    order: Order,
}

/// What a character does in a cluster: a letter, its marks, and controls among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Role {
    /// Is in composed form by itself and never combines with what stands before it.
    #[default]
    Start,
    /// Goes, and whatever is around it is as if it had never been there.
    Deleted,
    /// Stays a mark, and never composes; its class says where it goes among others.
    Mark,
    /// Stays where it is, and never composes.
    Fixed,
    /// Goes, but stays in emoji and in the scripts that are written with joiners.
    Joiner,
    /// Folds as one with what stands before it.
    Composing,
}

/// Follows a text from a start of a cluster on, and says which characters fold one by one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Order {
    /// The combining class of the last character that was written.
    class: u8,
    /// Whether joiners stay here.
    joins: bool,
}

impl Order {
    /// Whether the next character folds apart from those before it.
    pub(super) fn admits(&mut self, next: &Entry) -> bool {
        if next.role == Role::Start {
            *self = next.order;
            return true;
        }
        match next.role {
            Role::Start | Role::Deleted => true,
            Role::Mark => {
                let in_order = next.order.class >= self.class;
                self.class = next.order.class;
                in_order
            }
            Role::Fixed => {
                self.class = 0;
                true
            }
            Role::Joiner => !self.joins,
            Role::Composing => false,
        }
    }

    /// Whether what follows folds the same as after nothing.
    pub(super) const fn is_free(&self) -> bool {
        !self.joins
    }

    /// Whether the next character is a joiner that stays as it is.
    pub(super) fn keeps_joiner(&mut self, next: &Entry) -> bool {
        let keeps = self.joins && next.role == Role::Joiner;
        if keeps {
            self.class = 0;
        }
        keeps
    }
}

impl Entry {
    const LONG: u8 = u8::MAX;

    /// The folded text in a room of eight bytes, and its length; none when it is longer.
    pub(super) const fn short(&self) -> Option<(&[u8; 8], usize)> {
        if self.len == Self::LONG { None } else { Some((&self.utf8, self.len as usize)) }
    }

    /// The folded text as [`short`](Self::short) gives it, of a character that starts a cluster.
    pub(super) fn short_start(&self) -> Option<(&[u8; 8], usize)> {
        self.short().filter(|_| self.starts())
    }

    /// Whether the character is in composed form by itself and never combines with what stands before it.
    pub(super) fn starts(&self) -> bool {
        self.role == Role::Start
    }

    /// Whether the character folds the same whatever stands around it, unless something later composes across it.
    pub(super) const fn is_apart(&self) -> bool {
        matches!(self.role, Role::Start | Role::Deleted | Role::Fixed)
    }

    /// Whether the character starts a cluster and folds to itself.
    pub(super) fn keeps(&self, c: char) -> bool {
        let mut utf8 = [0; 8];
        let len = c.encode_utf8(&mut utf8).len();
        self.starts() && self.short() == Some((&utf8, len))
    }
}

/// The entries of 256 characters.
struct Page {
    entries: [Entry; 256],
    /// The folded texts that do not fit in their entries.
    long: Vec<String>,
}

/// The pages of 65,536 characters, each made when it is first met.
type Plane = [OnceCell<Box<Page>>; 256];

const fn empty_plane() -> Plane {
    [const { OnceCell::new() }; 256]
}

/// The entries of a normalizer.
pub(super) struct Table {
    /// The normalizer that the entries are of.
    normalizer: Normalizer,
    /// Whether deleting a hamza mark gives what folding it composed with its letter gives.
    hamza_marks_apart: bool,
    basic: Plane,
    /// The planes beyond the basic one.
    beyond: [OnceCell<Box<Plane>>; 16],
    two_byte: OnceCell<Box<TwoByte>>,
}

impl Table {
    pub(super) fn new(normalizer: Normalizer) -> Self {
        let hamza_marks_apart = !normalizer.folds.nfc || hamza_marks_apart(&normalizer);
        let beyond = [const { OnceCell::new() }; 16];
        Self { normalizer, hamza_marks_apart, basic: empty_plane(), beyond, two_byte: OnceCell::new() }
    }

    /// What becomes of `c`.
    #[inline]
    pub(super) fn entry(&self, c: char) -> &Entry {
        const NONE: &Entry =
            &Entry { utf8: [0; 8], len: 0, role: Role::Start, order: Order { class: 0, joins: false } };
        self.page(c).and_then(|page| page.entries.get(usize::from(c as u8))).unwrap_or(NONE)
    }

    /// The text that `c` becomes, apart from its neighbours.
    pub(super) fn folded(&self, c: char) -> &str {
        let Some(page) = self.page(c) else { return "" };
        let Some(entry) = page.entries.get(usize::from(c as u8)) else { return "" };
        let folded = match entry.short() {
            Some((utf8, len)) => utf8.get(..len).and_then(|utf8| std::str::from_utf8(utf8).ok()),
            None => page.long.get(usize::from(entry.utf8[0])).map(String::as_str),
        };
        folded.unwrap_or("")
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
        let both = compose(chars.next()?, chars.next()?).filter(|&c| self.entry(c).starts())?;
        chars.next().is_none().then(|| folded.push_str(self.folded(both)))
    }

    /// As [`fold_cluster`](Self::fold_cluster) when all there is to composing is the order of a few marks.
    fn fold_in_order(&self, cluster: &str, folded: &mut String) -> Option<()> {
        let mut chars = cluster.chars();
        let first = chars.next().filter(|&c| self.entry(c).starts() && self.entry(c).order.class == 0)?;
        let (mut marks, mut count) = ([(0, ' '); 8], 0);
        for c in chars {
            let entry = self.entry(c);
            match entry.role {
                Role::Mark => {
                    *marks.get_mut(count)? = (entry.order.class, c);
                    count += 1;
                }
                Role::Deleted => {}
                _ => return None,
            }
        }
        let marks = marks.get_mut(..count)?;
        marks.sort_by_key(|&(class, _)| class);
        folded.push_str(self.folded(first));
        folded.extend(marks.iter().map(|&(_, mark)| mark));
        Some(())
    }

    /// The page that `c` is on.
    fn page(&self, c: char) -> Option<&Page> {
        let [_, plane, page, _] = u32::from(c).to_be_bytes().map(usize::from);
        let plane = match plane.checked_sub(1) {
            None => &self.basic,
            Some(beyond) => self.beyond.get(beyond)?.get_or_init(|| Box::new(empty_plane())),
        };
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
        let mut entry = Entry { role: self.role(c, &folded), ..Entry::default() };
        let class = |c: Option<char>| c.filter(|_| folds.nfc).map_or(0, canonical_combining_class);
        match entry.role {
            Role::Mark => entry.order.class = class(Some(c)),
            Role::Start => {
                entry.order.class = class(folded.chars().next_back());
                entry.order.joins = joiners_stay_after(&folded).unwrap_or(false);
            }
            _ => {}
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

    /// The role of a character that becomes `folded`.
    fn role(&self, c: char, folded: &str) -> Role {
        let folds = &self.normalizer.folds;
        let starts = match c {
            '\u{200C}' | '\u{200D}' if folded.is_empty() => return Role::Joiner,
            // Where joiners are deleted, what says nothing of them goes with what stands before it.
            _ if !folds.nfc => !folds.deletes_joiners() || joiners_stay_after(folded).is_some(),
            '\u{200C}' => folds.non_joiner == NonJoiner::ToSpace,
            // The marks of a letter that is deleted, as HAMZA can be, go to the letter before.
            _ => starts_cluster(c) && !folded.is_empty(),
        };
        if starts {
            Role::Start
        } else if folded.is_empty() && (self.hamza_marks_apart || !is_hamza_mark(c)) {
            Role::Deleted
        } else if !folds.nfc {
            Role::Fixed
        } else if !folded.chars().eq([c]) || is_nfc_quick(std::iter::once(c)) != IsNormalized::Yes {
            Role::Composing
        } else if canonical_combining_class(c) == 0 {
            Role::Fixed
        } else {
            Role::Mark
        }
    }

    /// The table for text of one and two bytes a character.
    pub(super) fn two_byte(&self) -> &TwoByte {
        self.two_byte.get_or_init(|| {
            Box::new(TwoByte::new(|c| {
                let entry = self.entry(c);
                let (&[first, second, ..], len) = entry.short().filter(|&(_, len)| len <= 2 && entry.is_apart())?;
                Some(([first, second], len))
            }))
        })
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
