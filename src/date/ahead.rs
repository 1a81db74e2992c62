//! What joins the words of dates ahead, known before they are read: no range without `إلى`, no list without و.

use core::cell::Cell;

use super::reader::Reader;
use super::start::Roles;
use crate::text::WAW;

/// Words that follow one another and each of which a rule may take, and where among them the last joint of each kind is.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    from: usize,
    end: usize,
    to: usize,
    and: usize,
    list: usize,
    other: usize,
    every: usize,
}

/// The run of words that was looked at last. To ask from the left to the right takes linear time.
#[derive(Debug, Default)]
pub(crate) struct Ahead(Cell<Run>);

impl Ahead {
    /// Forgets it.
    pub(crate) fn clear(&self) {
        self.0.set(Run::default());
    }

    fn run(&self, r: &Reader<'_, '_, '_>, at: usize) -> Run {
        let known = self.0.get();
        if (known.from..known.end).contains(&at) {
            return known;
        }
        let run = Run::read(r, at);
        self.0.set(run);
        run
    }
}

impl Run {
    /// The run that begins at a word, whatever that is.
    fn read(r: &Reader<'_, '_, '_>, from: usize) -> Self {
        let mut run = Self { from, end: r.limit, ..Self::default() };
        // A phrase has words that are nothing by themselves.
        let mut covered = from + 1;
        for at in from..r.limit {
            let roles = r.scan.roles(at);
            if at >= covered && roles == Roles::default() && r.is_plain(at) && r.which(at).is_none() {
                run.end = at;
                break;
            }
            if roles != Roles::default() {
                r.scan.date(at, |hit, _| {
                    covered = covered.max(hit.end);
                    None::<()>
                });
            }
            covered = r.scan.numbers(at).iter().fold(covered, |end, (hit, _)| end.max(hit.end));
            if at > from {
                run.join(r, at, roles);
            }
        }
        run
    }

    fn join(&mut self, r: &Reader<'_, '_, '_>, at: usize, roles: Roles) {
        if roles.any(Roles::TO) || r.dash(at) {
            self.to = at;
        }
        if r.scan.words.codes_at(at).first() == Some(&WAW) {
            self.and = at;
        }
        if r.comma(at) > at && r.begins_day(at + 1) {
            self.list = at;
        }
        if roles.any(Roles::OTHER) {
            self.other = at;
        }
        if roles.any(Roles::EVERY) {
            self.every = at;
        }
    }
}

impl Reader<'_, '_, '_> {
    /// Whether `إلى`, `حتى` or a dash may follow what begins here.
    pub(crate) fn has_to(&self, at: usize) -> bool {
        self.ahead.run(self, at).to > at
    }

    /// Whether something with a و may follow what begins here.
    pub(crate) fn has_and(&self, at: usize) -> bool {
        self.ahead.run(self, at).and > at
    }

    /// Whether another day, month or year may follow what begins here.
    pub(crate) fn has_more(&self, at: usize) -> bool {
        self.has_to(at) || self.has_and(at) || self.ahead.run(self, at).list > at
    }

    /// Whether `أو` may follow what begins here.
    pub(crate) fn has_or(&self, at: usize) -> bool {
        self.ahead.run(self, at).other > at
    }

    /// Whether `كل` may follow what begins here.
    pub(crate) fn has_every(&self, at: usize) -> bool {
        self.ahead.run(self, at).every > at
    }
}
