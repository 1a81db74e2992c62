//! Names on their way into a matcher.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::{BuildError, Entry, Form, Matcher};
use crate::text::{SEPARATOR, encode};

/// A form of an entry, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameForm {
    pub(crate) entry: u32,
    pub(crate) form: u32,
}

impl NameForm {
    pub(crate) fn resolve(self, entries: &[Entry]) -> Option<(&Entry, &Form)> {
        let entry = entries.get(self.entry as usize)?;
        Some((entry, entry.forms().get(self.form as usize)?))
    }
}

/// Patterns on their way into a [`Matcher`], each with its senses.
pub(crate) struct Patterns<T> {
    senses: HashMap<Vec<u8>, Vec<T>>,
}

impl<T> Default for Patterns<T> {
    fn default() -> Self {
        Self { senses: HashMap::new() }
    }
}

impl<T: Copy> Patterns<T> {
    /// Adds a word or name and the ways its words are joined or split in writing.
    pub(crate) fn add(&mut self, text: &str, sense: T) {
        let codes = encode(text);
        if codes.is_empty() {
            return;
        }
        let joined = rejoin(&codes, true);
        let split = rejoin(&codes, false);
        for other in [joined, split] {
            if other != codes {
                self.senses.entry(other).or_default().push(sense);
            }
        }
        self.senses.entry(codes).or_default().push(sense);
    }

    /// Adds every form of every entry.
    pub(crate) fn add_names(&mut self, entries: &[Entry], sense: impl Fn(NameForm) -> T) {
        for (entry, e) in (0u32..).zip(entries) {
            for (form, f) in (0u32..).zip(e.forms()) {
                self.add(f.text(), sense(NameForm { entry, form }));
            }
        }
    }

    /// The matcher, and the senses by pattern.
    pub(crate) fn compile(self) -> Result<(Matcher, Vec<Vec<T>>), BuildError> {
        let mut patterns: Vec<(Vec<u8>, Vec<T>)> = self.senses.into_iter().collect();
        // Sorted patterns build faster and lie closer together.
        patterns.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let (codes, senses): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
        Ok((Matcher::new(&codes).map_err(BuildError::new)?, senses))
    }
}

/// `عبد الله` and `أبو ظبي` are also written as one word: the codes with such words joined, or split.
fn rejoin(codes: &[u8], join: bool) -> Vec<u8> {
    static HEADS: Lazy<Vec<Vec<u8>>> = Lazy::new(|| ["عبد", "أبو", "أبا", "أبي"].iter().map(|w| encode(w)).collect());
    static ARTICLE: Lazy<Vec<u8>> = Lazy::new(|| encode("ال"));
    let mut out: Vec<u8> = Vec::with_capacity(codes.len() + 1);
    let mut words = codes.split(|&c| c == SEPARATOR).peekable();
    while let Some(word) = words.next() {
        let head = HEADS.iter().position(|h| word.starts_with(h)).and_then(|i| HEADS.get(i).map(|h| (i, h.len())));
        out.extend_from_slice(word);
        match head {
            // Only an article may follow عبد in the same word; names such as عبدو stay whole.
            Some((0, n)) if !join && word.get(n..).is_some_and(|rest| rest.starts_with(&ARTICLE) && rest.len() > 3) => {
                out.truncate(out.len() - (word.len() - n));
                out.push(SEPARATOR);
                out.extend_from_slice(word.get(n..).unwrap_or(&[]));
            }
            Some((1, n)) if !join && word.len() > n + 2 => {
                out.truncate(out.len() - (word.len() - n));
                out.push(SEPARATOR);
                out.extend_from_slice(word.get(n..).unwrap_or(&[]));
            }
            Some((_, n)) if join && word.len() == n && words.peek().is_some() => continue,
            _ => {}
        }
        if words.peek().is_some() {
            out.push(SEPARATOR);
        }
    }
    out
}
