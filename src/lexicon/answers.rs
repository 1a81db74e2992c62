//! What grammars have asked about the words of a text.

use core::cell::Cell;

/// What a grammar asks about a word again and again, and what the word alone answers.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question {
    /// Whether it is a verb that we know.
    Verb,
    /// Whether it may be a verb that a person's name stands behind.
    Leading,
    /// Whether no list has it.
    Unknown,
    /// Whether it is an ordinary word in a form that no list has.
    Ordinary,
    /// Whether it looks like a name.
    Proper,
    /// Whether it is spelt as foreign names are.
    Foreign,
    /// Whether it begins with the article.
    Definite,
}

/// By word: two bits for each [`Question`], whether it has been asked and what the answer was.
#[derive(Debug, Default)]
pub(super) struct Answers(Vec<Cell<u32>>);

impl Answers {
    /// None yet, for so many words.
    pub(super) fn clear(&mut self, words: usize) {
        self.0.clear();
        self.0.resize(words, Cell::new(0));
    }

    /// The answer that was given before, else `answer`, which is kept.
    #[inline]
    pub(super) fn get(&self, at: usize, question: Question, answer: impl FnOnce() -> bool) -> bool {
        let Some(answers) = self.0.get(at) else { return answer() };
        let asked = 1 << (2 * question as u32);
        let yes = asked << 1;
        if answers.get() & asked != 0 {
            return answers.get() & yes != 0;
        }
        let is = answer();
        answers.set(answers.get() | asked | if is { yes } else { 0 });
        is
    }
}
