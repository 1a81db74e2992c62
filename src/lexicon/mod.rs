//! The words of every grammar and the names, in one matcher.

mod answers;
mod kinds;
mod scan;
mod verbs;

use core::fmt;

use once_cell::sync::Lazy;

pub(crate) use answers::Question;
pub(crate) use kinds::Kinds;
pub(crate) use scan::Scan;
pub(crate) use verbs::{MOST_PARTICLES, Tense, is_personal, is_saying, is_speech, is_verb, leads_to_person, tense};

use crate::date::DateWord;
use crate::gazetteer::{Listed, Matcher, Patterns, Senses};
use crate::number::NumberWord;
use crate::tag::TagWord;
use crate::text::Letters;
use crate::{BuildError, Entry, date, number, tag};

/// What a pattern can mean.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sense {
    /// A form of an entry.
    Name(Listed),
    /// A word of the number grammar.
    Number(&'static NumberWord),
    /// A word of the date grammar.
    Date(DateWord),
    /// A word of the name grammars.
    Tag(TagWord),
}

/// Entries and grammar words, compiled into one matcher.
#[derive(Default)]
pub(crate) struct Lexicon {
    entries: Vec<Entry>,
    matcher: Matcher,
    senses: Senses<Sense>,
    /// By pattern: the kinds of its senses.
    kinds: Vec<Kinds>,
}

impl fmt::Debug for Lexicon {
    /// How much it holds: all of it is longer than anybody reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon")
            .field("entries", &self.entries.len())
            .field("patterns", &self.kinds.len())
            .finish_non_exhaustive()
    }
}

impl Lexicon {
    /// The words of every grammar, and no names.
    pub(crate) fn words() -> &'static Self {
        static WORDS: Lazy<Lexicon> = Lazy::new(|| {
            // Our own tables are far below the automaton's limit.
            Lexicon::new(Vec::new()).unwrap_or_default()
        });
        &WORDS
    }

    /// The words of every grammar and these entries.
    pub(crate) fn new(entries: Vec<Entry>) -> Result<Self, BuildError> {
        let mut patterns = Patterns::new(Letters::search());
        patterns.add_names(&entries, Sense::Name);
        number::words(&mut |text, word| patterns.add(text, Sense::Number(word)));
        date::words(&mut |text, word| patterns.add(text, Sense::Date(word)));
        tag::words(&mut |text, word| patterns.add(text, Sense::Tag(word)));
        let (matcher, senses) = patterns.compile(|_| true)?;
        let kinds = senses.iter().map(Kinds::of).collect();
        Ok(Self { entries, matcher, senses, kinds })
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What a pattern of exactly these codes can mean.
    fn senses_of(&self, codes: &[u8]) -> &[Sense] {
        let pattern = self.matcher.get(codes);
        pattern.map_or(&[], |pattern| self.senses.get(pattern))
    }
}
