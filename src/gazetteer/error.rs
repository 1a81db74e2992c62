use core::fmt;

/// A gazetteer could not be built.
#[derive(Clone, Debug)]
pub struct BuildError(aho_corasick::BuildError);

impl BuildError {
    pub(super) const fn new(cause: aho_corasick::BuildError) -> Self {
        Self(cause)
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "gazetteer too large: {}", self.0)
    }
}

impl core::error::Error for BuildError {}

/// Bad lines that a message names; [`LoadError::lines`] has them all.
const MOST_SHOWN: usize = 20;

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
    io: Option<std::io::Error>,
}

impl LoadError {
    pub(super) const fn new(file: String, lines: Vec<(usize, String)>, io: Option<std::io::Error>) -> Self {
        Self { file, lines, io }
    }

    /// The file, as named by the caller.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The bad lines, each with its number (from 1) and the reason.
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
        if self.lines.len() > MOST_SHOWN {
            write!(f, "\n{}: and {} more bad lines", self.file, self.lines.len() - MOST_SHOWN)?;
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
