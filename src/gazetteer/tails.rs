//! The ends of many patterns, which an automaton need not know.

/// Tails that stand together.
const BLOCK: usize = 8;
/// The length of the longest tail.
pub(super) const LONGEST: usize = u8::MAX as usize;

/// Tails by number, of up to [`LONGEST`] codes each.
///
/// Each block has the lengths of its tails first, so that a tail takes one look into memory that is far away.
#[derive(Clone, Debug)]
pub(super) struct Tails {
    blocks: Box<[u8]>,
    /// By block: where it begins.
    starts: Box<[usize]>,
}

impl Tails {
    pub(super) fn new(tails: &[&[u8]]) -> Self {
        let (mut blocks, mut starts) = (Vec::new(), Vec::new());
        for block in tails.chunks(BLOCK) {
            starts.push(blocks.len());
            blocks.extend((0..BLOCK).map(|at| block.get(at).map_or(0, |tail| tail.len() as u8)));
            blocks.extend(block.iter().flat_map(|tail| *tail));
        }
        Self { blocks: blocks.into(), starts: starts.into() }
    }

    pub(super) fn get(&self, number: usize) -> &[u8] {
        let block = self.starts.get(number / BLOCK).and_then(|&start| self.blocks.get(start..));
        let Some((lengths, tails)) = block.and_then(<[u8]>::split_first_chunk::<BLOCK>) else { return &[] };
        let mut lengths = lengths.iter().map(|&len| usize::from(len));
        let before = lengths.by_ref().take(number % BLOCK).sum::<usize>();
        lengths.next().and_then(|len| tails.get(before..before + len)).unwrap_or(&[])
    }

    /// Bytes on the heap.
    pub(super) fn memory_usage(&self) -> usize {
        size_of_val(&*self.blocks) + size_of_val(&*self.starts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tail_is_its_own() {
        let longest = [7; LONGEST];
        let tails: Vec<&[u8]> =
            (0..20).map(|n| longest.get(..n * n % (LONGEST + 1)).unwrap()).chain([&longest[..]]).collect();
        let found = Tails::new(&tails);
        assert!((0..tails.len()).all(|number| found.get(number) == tails[number]));
        assert!(found.get(tails.len()).is_empty() && found.get(100).is_empty() && Tails::new(&[]).get(0).is_empty());
    }
}
