//! Cutting a text into the pieces that fold apart from each other.

use std::str::Chars;

use super::table::{Entry, Order, Table};

/// A stretch of the source that folds apart from what is around it.
pub(super) struct Piece<'n> {
    pub(super) start: usize,
    pub(super) end: usize,
    /// What becomes of a single character; none for a letter and marks that fold together.
    pub(super) entry: Option<&'n Entry>,
}

impl Piece<'_> {
    /// Appends to `folded` what becomes of the piece of `source`; `spare` is memory to use.
    pub(super) fn fold(&self, table: &Table, source: &str, folded: &mut String, spare: &mut String) {
        let source = source.get(self.start..self.end).unwrap_or("");
        match self.entry {
            Some(_) => source.chars().for_each(|c| folded.push_str(table.folded(c))),
            None => table.fold_cluster(source, folded, spare),
        }
    }
}

/// The pieces of a text, in order and without gap. Linear in the text.
pub(super) struct Pieces<'n, 't> {
    table: &'n Table,
    text: &'t str,
    rest: Chars<'t>,
    ahead: Option<(usize, char, &'n Entry)>,
    /// Up to where every character is known to fold apart.
    apart_until: usize,
    /// Where a piece is known to begin; a cluster that goes on there folds apart.
    known: usize,
}

impl<'n, 't> Pieces<'n, 't> {
    /// The pieces of `text` from byte `start` on, where a piece must begin.
    pub(super) fn new(table: &'n Table, text: &'t str, start: usize) -> Self {
        Self::between(table, text, start, text.len())
    }

    /// As [`new`](Self::new), when a piece is known to begin at byte `known` too.
    pub(super) fn between(table: &'n Table, text: &'t str, start: usize, known: usize) -> Self {
        let rest = text.get(start..).unwrap_or("").chars();
        let mut new = Self { table, text, rest, ahead: None, apart_until: 0, known };
        new.advance();
        new
    }

    fn advance(&mut self) {
        let start = self.text.len() - self.rest.as_str().len();
        self.ahead = self.rest.next().map(|c| (start, c, self.table.entry(c)));
    }

    fn start_of_next(&self) -> usize {
        self.ahead.map_or(self.text.len(), |(start, ..)| start)
    }
}

impl<'n> Iterator for Pieces<'n, '_> {
    type Item = Piece<'n>;

    fn next(&mut self) -> Option<Self::Item> {
        let (start, _, entry) = self.ahead?;
        self.advance();
        let mut order = Order::default();
        let mut apart = order.admits(entry);
        if start < self.apart_until || (apart && self.ahead.is_none_or(|(.., next)| next.starts())) {
            return Some(Piece { start, end: self.start_of_next(), entry: Some(entry) });
        }
        // The marks and controls after a character decide whether it folds apart from them.
        let mut end = self.start_of_next();
        let next = self.ahead.into_iter().map(|(_, c, _)| c).chain(self.rest.clone());
        for c in next {
            let entry = self.table.entry(c);
            if entry.starts() || (start < self.known && end >= self.known) {
                break;
            }
            apart &= order.admits(entry);
            end += c.len_utf8();
        }
        if apart {
            self.apart_until = end;
            return Some(Piece { start, end: self.start_of_next(), entry: Some(entry) });
        }
        self.rest = self.text.get(end..).unwrap_or("").chars();
        self.advance();
        Some(Piece { start, end, entry: None })
    }
}
