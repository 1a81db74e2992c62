//! What stands ahead, known before it is read: no range without `إلى`, no list without و, no day without its month.

use core::cell::Cell;

use super::reader::{Reader, is_dash};
use super::start::Roles;
use crate::lexicon::Kinds;
use crate::text::{COMMAS, FEH, LAM, WAW, WordKind};

/// What may be told by letters, which no list has: `ق.م`, `8 ص`, `ت.غ`.
const LETTERS: Roles = Roles::ERA.and(Roles::DAY_PART).and(Roles::OTHER);

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
    until: usize,
    /// What the words do, all together.
    roles: Roles,
}

/// The [`Joints`] of the words that were asked for last.
///
/// To ask from the left to the right takes linear time.
#[derive(Debug, Default)]
pub(crate) struct Ahead(Cell<Joints>);

impl Ahead {
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
        /// Letters of an article with a و: `وال`.
        const ARTICLE: usize = 3;
        let mut joints = Self { from, end: r.limit, ..Self::default() };
        // A phrase has words that are nothing by themselves.
        let mut covered = from + 1;
        for at in from..r.limit {
            let Some(word) = r.scan.words.get(at) else { break };
            let known = r.scan.has(at, Kinds::DATE.and(Kinds::NUMBER));
            if known {
                joints.join(at, r.scan.roles(at));
                let date = r.scan.date(at, |hit, _| Some(hit.end)).map_or(at, |(_, end)| end);
                let number = r.scan.numbers(at).first().map_or(at, |(hit, _)| hit.end);
                covered = covered.max(date).max(number);
            }
            match word.kind {
                WordKind::Symbol(mark) if is_dash(mark) => joints.to = at,
                WordKind::Symbol(mark) if COMMAS.contains(&mark) && r.begins_day(at + 1) => joints.list = at,
                WordKind::Symbol(_) => {}
                WordKind::Digits if r.which(at + 1).is_some() && r.is_digits(at + 2) => {
                    joints.roles = joints.roles.and(Roles::DIGITS);
                }
                WordKind::Digits => {}
                // `GMT`
                WordKind::Other => joints.roles = joints.roles.and(LETTERS),
                WordKind::Arabic => {
                    let codes = r.scan.words.codes(word);
                    let article = codes.len() <= ARTICLE && r.is_digits(at + 1);
                    if codes.len() > 1 && !known && !article && at >= covered {
                        joints.end = at;
                        break;
                    }
                    joints.join_by_letters(at, codes);
                }
            }
        }
        joints
    }

    /// Takes what the letters of a word say: what is written before it, or that it is one letter.
    fn join_by_letters(&mut self, at: usize, codes: &[u8]) {
        match codes {
            [WAW, ..] => self.and = at,
            &[_] => self.roles = self.roles.and(LETTERS),
            _ => {}
        }
        if let [LAM, ..] | [WAW | FEH, LAM, ..] = codes {
            self.until = at;
        }
    }

    /// Takes what a word of dates does.
    fn join(&mut self, at: usize, roles: Roles) {
        self.roles = self.roles.and(roles);
        let last = |last: &mut usize, of: Roles| {
            if roles.any(of) {
                *last = at;
            }
        };
        last(&mut self.to, Roles::TO);
        last(&mut self.or, Roles::OTHER);
        last(&mut self.unit, Roles::UNIT);
        last(&mut self.every, Roles::EVERY);
    }
}

impl Reader<'_, '_, '_> {
    /// What the words do that what begins here may have, all together, and at times those before it in the same run;
    /// [`Roles::DIGITS`] for digits with a mark and more digits behind them.
    pub(crate) fn near(&self, at: usize) -> Roles {
        self.ahead.look(self, at).roles
    }

    /// Whether `إلى`, `حتى` or a dash may follow what begins here.
    pub(crate) fn has_to(&self, at: usize) -> bool {
        self.ahead.look(self, at).to > at
    }

    /// Whether something with a و may follow what begins here.
    pub(crate) fn has_and(&self, at: usize) -> bool {
        self.ahead.look(self, at).and > at
    }

    /// Whether something with a ل may follow what begins here, as in speech for `إلى`.
    pub(crate) fn has_until(&self, at: usize) -> bool {
        self.ahead.look(self, at).until > at
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
