//! What joins the words of dates ahead, known before they are read: no range without `إلى`, no list without و.

use core::cell::Cell;

use super::reader::{DASHES, Reader};
use super::start::Roles;
use crate::lexicon::Kinds;
use crate::text::{COMMAS, WAW};

/// Words that follow one another, each of which a rule may take, and where among them the last joint of each kind is.
///
/// To ask from the left to the right takes linear time.
#[derive(Debug, Default)]
pub(crate) struct Ahead {
    from: Cell<usize>,
    end: Cell<usize>,
    to: Cell<usize>,
    and: Cell<usize>,
    list: Cell<usize>,
    or: Cell<usize>,
    every: Cell<usize>,
    unit: Cell<usize>,
}

impl Ahead {
    /// Forgets the words.
    pub(crate) fn clear(&self) {
        self.end.set(0);
    }

    /// Looks at the words from `at` on, unless it has.
    fn look(&self, r: &Reader<'_, '_, '_>, at: usize) -> &Self {
        if !(self.from.get()..self.end.get()).contains(&at) {
            for joint in [&self.to, &self.and, &self.list, &self.or, &self.every, &self.unit] {
                joint.set(0);
            }
            self.from.set(at);
            self.end.set(self.read(r, at));
        }
        self
    }

    /// Looks at the words from `from` on and gives their end.
    fn read(&self, r: &Reader<'_, '_, '_>, from: usize) -> usize {
        // A phrase has words that are nothing by themselves.
        let mut covered = from + 1;
        for at in from..r.limit {
            let roles = r.scan.roles(at);
            let known = roles != Roles::default() || r.scan.has(at, Kinds::NUMBER);
            match r.which(at) {
                Some(mark) if DASHES.contains(&mark) => self.to.set(at),
                Some(mark) if COMMAS.contains(&mark) && r.begins_day(at + 1) => self.list.set(at),
                None if at >= covered && !known && r.is_plain(at) => return at,
                _ => {}
            }
            if known {
                r.scan.date(at, |hit, _| {
                    covered = covered.max(hit.end);
                    None::<()>
                });
                covered = r.scan.numbers(at).iter().fold(covered, |end, (hit, _)| end.max(hit.end));
            }
            if at > from {
                self.join(r, at, roles);
            }
        }
        r.limit
    }

    fn join(&self, r: &Reader<'_, '_, '_>, at: usize, roles: Roles) {
        if roles.any(Roles::TO) {
            self.to.set(at);
        }
        if roles.any(Roles::OTHER) {
            self.or.set(at);
        }
        if roles.any(Roles::UNIT) {
            self.unit.set(at);
        }
        if roles.any(Roles::EVERY) {
            self.every.set(at);
        }
        if r.scan.words.codes_at(at).first() == Some(&WAW) {
            self.and.set(at);
        }
    }
}

impl Reader<'_, '_, '_> {
    /// Whether `إلى`, `حتى` or a dash may follow what begins here.
    pub(crate) fn has_to(&self, at: usize) -> bool {
        self.ahead.look(self, at).to.get() > at
    }

    /// Whether something with a و may follow what begins here.
    pub(crate) fn has_and(&self, at: usize) -> bool {
        self.ahead.look(self, at).and.get() > at
    }

    /// Whether another day, month or year may follow what begins here.
    pub(crate) fn has_more(&self, at: usize) -> bool {
        self.has_to(at) || self.has_and(at) || self.ahead.look(self, at).list.get() > at
    }

    /// Whether `أو` may follow what begins here.
    pub(crate) fn has_or(&self, at: usize) -> bool {
        self.ahead.look(self, at).or.get() > at
    }

    /// Whether `كل` may follow what begins here.
    pub(crate) fn has_every(&self, at: usize) -> bool {
        self.ahead.look(self, at).every.get() > at
    }

    /// Whether a unit may follow what begins here.
    pub(crate) fn has_unit(&self, at: usize) -> bool {
        self.ahead.look(self, at).unit.get() > at
    }
}
