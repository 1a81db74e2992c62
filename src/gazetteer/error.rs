use core::fmt;

/// A gazetteer could not be built.
///
/// # Examples
///
/// ```
/// use kashaf::{Entry, EntityKind, Gazetteer, Limits};
///
/// let error = Gazetteer::builder()
///     .limits(Limits { entries: 1, ..Limits::default() })
///     .source("mine")
///     .add(Entry::new("x:1", EntityKind::Gpe, "قطر"))
///     .add(Entry::new("x:2", EntityKind::Gpe, "الدوحة"))
///     .build()
///     .unwrap_err();
/// assert_eq!(error.to_string(), "entry \"x:2\" of mine: more entries than the limit of 1");
/// assert_eq!(error.entry(), Some("x:2"));
/// ```
#[derive(Clone, Debug)]
pub struct BuildError(Cause);

#[derive(Clone, Debug)]
enum Cause {
    Automaton(aho_corasick::BuildError),
    Limit { entry: Box<str>, source: Box<str>, reason: String },
}

impl BuildError {
    pub(super) const fn new(cause: aho_corasick::BuildError) -> Self {
        Self(Cause::Automaton(cause))
    }

    /// The entry and its source break a limit.
    pub(super) fn limit(entry: &str, source: &str, reason: String) -> Self {
        Self(Cause::Limit { entry: shown(entry).into(), source: source.into(), reason })
    }

    /// The id of the entry that broke a limit, or its name when it has no id.
    #[must_use]
    pub fn entry(&self) -> Option<&str> {
        match &self.0 {
            Cause::Automaton(_) => None,
            Cause::Limit { entry, .. } => Some(entry),
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Cause::Automaton(cause) => write!(f, "gazetteer too large: {cause}"),
            Cause::Limit { entry, source, reason } if source.is_empty() => write!(f, "entry \"{entry}\": {reason}"),
            Cause::Limit { entry, source, reason } => write!(f, "entry \"{entry}\" of {source}: {reason}"),
        }
    }
}

impl core::error::Error for BuildError {}

/// Characters of the input that a message quotes.
const MOST_QUOTED: usize = 60;

/// The beginning of a text, for a message.
pub(super) fn shown(text: &str) -> String {
    let mut chars = text.chars();
    let mut start: String = chars.by_ref().take(MOST_QUOTED).collect();
    if chars.next().is_some() {
        start.push('…');
    }
    start
}

/// Bad lines that a message names; [`LoadError::lines`] has more.
const MOST_SHOWN: usize = 20;
/// Bad lines that are kept.
const MOST_KEPT: usize = 10_000;

/// Lines of a gazetteer file that could not be read.
///
/// # Examples
///
/// ```
/// use kashaf::Gazetteer;
///
/// let tsv = "id\tkind\tname\nx:1\tGPE\tقطر\nx:2\tPLACE\tالدوحة\n";
/// let mut builder = Gazetteer::builder();
/// let error = builder.read_tsv("mine.tsv", tsv.as_bytes()).unwrap_err();
/// assert!(error.to_string().starts_with("mine.tsv:3: unknown kind \"PLACE\""));
/// assert_eq!(builder.len(), 1); // the good line is there
/// ```
#[derive(Debug)]
pub struct LoadError {
    file: String,
    lines: Vec<(usize, String)>,
    /// Bad lines beyond those kept.
    more: usize,
    io: Option<std::io::Error>,
}

impl LoadError {
    pub(super) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), lines: Vec::new(), more: 0, io: None }
    }

    pub(super) fn push(&mut self, line: usize, reason: String) {
        if self.lines.len() < MOST_KEPT {
            self.lines.push((line, reason));
        } else {
            self.more += 1;
        }
    }

    pub(super) fn with_io(mut self, io: std::io::Error) -> Self {
        self.io = Some(io);
        self
    }

    /// Nothing when no line was bad.
    pub(super) fn into_result(self) -> Result<(), Self> {
        if self.lines.is_empty() { Ok(()) } else { Err(self) }
    }

    /// The file, as named by the caller.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The bad lines, each with its number (from 1) and the reason; the first 10,000 when there are more.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines.iter().map(|(line, reason)| (*line, reason.as_str()))
    }
}

impl fmt::Display for LoadError {
    /// One line each: `file:line: reason`. Of many, the first ones.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (line, reason)) in self.lines().take(MOST_SHOWN).enumerate() {
            let end = if i == 0 { "" } else { "\n" };
            write!(f, "{end}{}:{line}: {reason}", self.file)?;
        }
        let all = self.lines.len() + self.more;
        if all > MOST_SHOWN {
            write!(f, "\n{}: and {} more bad lines", self.file, all - MOST_SHOWN)?;
        }
        if let Some(io) = &self.io {
            let end = if self.lines.is_empty() { "" } else { "\n" };
            write!(f, "{end}{}: {io}", self.file)?;
        }
        Ok(())
    }
}

impl core::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.io.as_ref().map(|e| e as _)
    }
}
