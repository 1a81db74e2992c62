//! What joins the words of dates ahead, known before they are read: no range without `إلى`, no list without و.

use core::cell::Cell;

use super::reader::{DASHES, Reader};
use super::start::Roles;
use crate::lexicon::Kinds;
use crate::text::{COMMAS, WAW};

/// Words that follow one another, each of which a rule may take, and where among them the last joint of each kind is.
#[derive(Clone, Copy, Debug, Default)]
struct Joints {
    from: usize,
    end: usize,
    to: usize,
    and: usize,
    list: usize,
    or: usize,
    every: usize,
    unit: usize,
}

/// The [`Joints`] of the words that were asked for last.
///
/// To ask from the left to the right takes linear time.
#[derive(Debug, Default)]
pub(crate) struct Ahead(Cell<Joints>);

impl Ahead {
    /// Forgets the words.
    pub(crate) fn clear(&self) {
        self.0.set(Joints::default());
    }

    /// The joints of the words from `at` on.
    #[inline]
    fn look(&self, r: &Reader<'_, '_, '_>, at: usize) -> Joints {
        let known = self.0.get();
        if (known.from..known.end).contains(&at) { known } else { self.look_again(r, at) }
    }

    #[inline(never)]
    fn look_again(&self, r: &Reader<'_, '_, '_>, at: usize) -> Joints {
        let joints = Joints::read(r, at);
        self.0.set(joints);
        joints
    }
}

impl Joints {
    /// Looks at the words from `from` on.
    fn read(r: &Reader<'_, '_, '_>, from: usize) -> Self {
        let mut joints = Self { from, end: r.limit, ..Self::default() };
        // A phrase has words that are nothing by themselves.
        let mut covered = from + 1;
        for at in from..r.limit {
            let roles = r.scan.roles(at);
            let known = roles != Roles::default() || r.scan.has(at, Kinds::NUMBER);
            match r.which(at) {
                Some(mark) if DASHES.contains(&mark) => joints.to = at,
                Some(mark) if COMMAS.contains(&mark) && r.begins_day(at + 1) => joints.list = at,
                None if at >= covered && !known && r.is_plain(at) => {
                    joints.end = at;
                    break;
                }
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
                joints.join(r, at, roles);
            }
        }
        joints
    }

    fn join(&mut self, r: &Reader<'_, '_, '_>, at: usize, roles: Roles) {
        if roles.any(Roles::TO) {
            self.to = at;
        }
        if roles.any(Roles::OTHER) {
            self.or = at;
        }
        if roles.any(Roles::UNIT) {
            self.unit = at;
        }
        if roles.any(Roles::EVERY) {
            self.every = at;
        }
        if r.scan.words.codes_at(at).first() == Some(&WAW) {
            self.and = at;
        }
    }
}

impl Reader<'_, '_, '_> {
    /// Whether `إلى`, `حتى` or a dash may follow what begins here.
    pub(crate) fn has_to(&self, at: usize) -> bool {
        self.ahead.look(self, at).to > at
    }

    /// Whether something with a و may follow what begins here.
    pub(crate) fn has_and(&self, at: usize) -> bool {
        self.ahead.look(self, at).and > at
    }

    /// Whether another day, month or year may follow what begins here.
    pub(crate) fn has_more(&self, at: usize) -> bool {
        self.has_to(at) || self.has_and(at) || self.ahead.look(self, at).list > at
    }

    /// Whether `أو` may follow what begins here.
    pub(crate) fn has_or(&self, at: usize) -> bool {
        self.ahead.look(self, at).or > at
    }

    /// Whether `كل` may follow what begins here.
    pub(crate) fn has_every(&self, at: usize) -> bool {
        self.ahead.look(self, at).every > at
    }

    /// Whether a unit may follow what begins here.
    pub(crate) fn has_unit(&self, at: usize) -> bool {
        self.ahead.look(self, at).unit > at
    }
}
