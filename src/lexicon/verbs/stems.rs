//! A tree of stems by their letters, in which a word is read once for all that may begin it.

use std::collections::{BTreeMap, VecDeque};

/// What a stem is: bits.
pub(super) type Stem = u8;

/// Stems by their codes, as a tree in one array: the children of a node stand
/// as far behind one place as their codes say, between those of others.
#[derive(Debug)]
pub(super) struct Stems(Vec<Node>);

#[derive(Clone, Copy, Debug)]
struct Node {
    /// Whose child it is; nobody's where the place is free.
    parent: u16,
    /// Where its children stand, less their codes.
    children: u16,
    what: Stem,
}

impl Node {
    const FREE: Self = Self { parent: u16::MAX, children: 0, what: 0 };
}

/// How far a child stands behind the place of its parent's children.
const fn offset(code: u8) -> usize {
    // Letters of the Arabic blocks come first.
    (code ^ 0x80) as usize
}

/// The most that the letters of the Arabic blocks stand behind the place of their parent's children, and one more.
const LETTERS: usize = 64;
/// Places that are looked at in vain before those behind them are taken for better ones.
const FAR: usize = 16;

impl Stems {
    /// Compiles a list of stems, in time about linear in their letters. Beyond 65,534 letters, some are left out.
    pub(super) fn new(stems: BTreeMap<Vec<u8>, Stem>) -> Self {
        let stems: Vec<(Vec<u8>, Stem)> = stems.into_iter().collect();
        let mut nodes = vec![Node::FREE];
        // The places before are out of reach for some letters.
        let (mut free, mut sparse) = (LETTERS, LETTERS);
        // Nodes with the stems that begin with their letters.
        let mut open = VecDeque::from([(0, 0, stems.as_slice())]);
        while let Some((at, depth, stems)) = open.pop_front() {
            let (what, longer) = match stems {
                [(stem, what), longer @ ..] if stem.len() == depth => (*what, longer),
                _ => (0, stems),
            };
            let code = |stem: &(Vec<u8>, Stem)| stem.0.get(depth).copied().unwrap_or(0);
            let children: Vec<_> = longer.chunk_by(|one, other| code(one) == code(other)).collect();
            let offsets: Vec<usize> =
                children.iter().filter_map(|stems| stems.first()).map(|s| offset(code(s))).collect();
            let is_free = |place: usize| nodes.get(place).is_none_or(|node: &Node| node.parent == Node::FREE.parent);
            while !is_free(free) {
                free += 1;
            }
            let fits = |start: &usize| offsets.iter().all(|offset| is_free(start + offset));
            // The first child may take the first place that is free; several children fit behind those of others, where
            // it was looked for last.
            let place = if offsets.len() > 1 { free.max(sparse) } else { free };
            let first = offsets.first().copied().unwrap_or(0);
            let from = place.saturating_sub(first).max(1);
            let start = (from..).find(fits).unwrap_or(from);
            if start > from + FAR {
                sparse = start + first;
            }
            for (offset, stems) in offsets.into_iter().zip(children) {
                let place = start + offset;
                nodes.resize(nodes.len().max(place + 1), Node::FREE);
                if let (Some(node), Ok(parent)) = (nodes.get_mut(place), u16::try_from(at)) {
                    node.parent = parent;
                    open.push_back((place, depth + 1, stems));
                }
            }
            if let (Some(node), Ok(children)) = (nodes.get_mut(at), u16::try_from(start)) {
                (node.what, node.children) = (what, children);
            }
        }
        Self(nodes)
    }

    /// Whether a stem that is one of `of` begins a word, and `goes_on` takes what it is and the letters after it.
    #[inline]
    pub(super) fn any(&self, word: &[u8], of: Stem, goes_on: impl Fn(Stem, &[u8]) -> bool) -> bool {
        let (mut at, mut rest) = (0, word);
        let Some(mut node) = self.0.first() else { return false };
        while let [code, after @ ..] = rest {
            let place = usize::from(node.children) + offset(*code);
            match self.0.get(place) {
                Some(child) if usize::from(child.parent) == at => (node, at, rest) = (child, place, after),
                _ => return false,
            }
            if node.what & of != 0 && goes_on(node.what, rest) {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_it_was_given() {
        let words: [&[u8]; 6] = [b"\x81\x82", b"\x81\x82\x83", b"\x81\x84", b"\x82", b"\x84\x81\x82", b"\xA0\xA0"];
        let stems = Stems::new((1..).zip(words).map(|(what, word)| (word.to_vec(), what)).collect());
        let whole =
            |word: &[u8], what: Stem| stems.any(word, Stem::MAX, |found, rest| rest.is_empty() && found == what);
        for (what, word) in (1..).zip(words) {
            assert!(whole(word, what), "{word:?}");
        }
        for other in [b"".as_slice(), b"\x81", b"\x82\x81", b"\xC1\x82", b"\x81\x82\x83\x84", b"\x84\x81", b"a"] {
            assert!(!stems.any(other, Stem::MAX, |_, rest| rest.is_empty()), "{other:?}");
        }
        assert!(stems.any(b"\x81\x82\x85", 1, |_, rest| rest == b"\x85"));
        assert!(!stems.any(b"\x81\x82\x85", 2, |_, rest| rest == b"\x85"));
    }
}
