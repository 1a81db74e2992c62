//! What the examples share: reading input, reporting what is wrong with it, JSON.
#![allow(dead_code)] // each example uses its part

use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

/// Input above this many bytes gets a progress bar.
const LARGE: u64 = 4 << 20;

/// A text to work on.
pub struct Document {
    /// The file, or the number of the line.
    pub source: String,
    pub text: String,
}

/// The command line's files, or standard input, as documents.
///
/// What cannot be read is reported on standard error, and the rest goes on.
pub struct Input {
    name: &'static str,
    files: Vec<PathBuf>,
    lines: bool,
    failed: bool,
}

impl Input {
    /// `name` is the program's, for messages; with `lines` every line is a document.
    pub fn new(name: &'static str, files: Vec<PathBuf>, lines: bool) -> Self {
        Self { name, files, lines, failed: false }
    }

    /// Reports what is wrong. The program ends with status 2, but not yet.
    pub fn report(&mut self, problem: impl Display) {
        for line in problem.to_string().lines() {
            eprintln!("{}: {line}", self.name);
        }
        self.failed = true;
    }

    /// Hands every document to `each` with the output, then tells how the program ends.
    ///
    /// What `each` says with [`unfit`] is reported with the document's place, and the rest goes on.
    pub fn run<W: Write>(mut self, out: W, mut each: impl FnMut(&mut W, &Document) -> io::Result<()>) -> ExitCode {
        let mut out = out;
        let mut each = |document: &Document| each(&mut out, document);
        let bar = self.progress();
        let files = std::mem::take(&mut self.files);
        let result = if files.is_empty() {
            self.read("-", io::stdin().lock(), &bar, &mut each)
        } else {
            files.iter().try_for_each(|file| match file.to_str() {
                Some("-") => self.read("-", io::stdin().lock(), &bar, &mut each),
                _ => self.file(file, &bar, &mut each),
            })
        };
        bar.finish_and_clear();
        let code = written(self.name, result.and_then(|()| out.flush()));
        if self.failed { ExitCode::from(2) } else { code }
    }

    fn file(&mut self, file: &Path, bar: &ProgressBar, each: Each<'_>) -> io::Result<()> {
        match File::open(file) {
            Ok(open) => self.read(&file.display().to_string(), BufReader::new(open), bar, each),
            Err(e) => {
                self.report(format_args!("{}: {e}", file.display()));
                Ok(())
            }
        }
    }

    /// Errors in the input are reported; an `Err` is one of the output.
    fn read(&mut self, name: &str, mut input: impl BufRead, bar: &ProgressBar, each: Each<'_>) -> io::Result<()> {
        let mut whole = Vec::new();
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            match input.read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(read) => bar.inc(read as u64),
                Err(e) => {
                    self.report(format_args!("{name}: {e}"));
                    return Ok(());
                }
            }
            match std::str::from_utf8(&line) {
                Ok(text) if self.lines => {
                    let text = text.trim_end_matches(['\n', '\r']).to_owned();
                    let done = each(&Document { source: number.to_string(), text });
                    self.taken(format_args!("{name}:{number}"), done)?;
                }
                Ok(_) => whole.extend_from_slice(&line),
                Err(e) => {
                    let byte = e.valid_up_to() + 1;
                    self.report(format_args!("{name}:{number}: not UTF-8 at byte {byte} of the line"));
                    if !self.lines {
                        return Ok(());
                    }
                }
            }
        }
        if !self.lines {
            // Checked line by line above.
            let text = String::from_utf8_lossy(&whole).into_owned();
            let done = each(&Document { source: name.to_owned(), text });
            self.taken(name, done)?;
        }
        Ok(())
    }

    /// Reports what is [`unfit`] in the document at a place; other errors are those of the output.
    fn taken(&mut self, place: impl Display, done: io::Result<()>) -> io::Result<()> {
        match done {
            Err(e) if e.kind() == io::ErrorKind::InvalidData => {
                self.report(format_args!("{place}: {e}"));
                Ok(())
            }
            other => other,
        }
    }

    fn progress(&self) -> ProgressBar {
        let bytes: u64 = self.files.iter().filter_map(|f| f.metadata().ok()).map(|m| m.len()).sum();
        if bytes < LARGE || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}");
        ProgressBar::new(bytes).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    }
}

type Each<'e> = &'e mut dyn FnMut(&Document) -> io::Result<()>;

/// Says that a document is not what the program reads.
pub fn unfit(reason: impl Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, reason.to_string())
}

/// How a program ends that has written its output, or could not.
pub fn written(name: &str, result: io::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has seen enough.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{name}: standard output: {e}");
            ExitCode::from(2)
        }
    }
}

/// Writes one document as one line of JSON.
pub fn write_json(out: &mut impl Write, source: &str, mentions: &[impl Serialize]) -> io::Result<()> {
    #[derive(Serialize)]
    struct Line<'a, M> {
        source: &'a str,
        mentions: &'a [M],
    }
    serde_json::to_writer(&mut *out, &Line { source, mentions })?;
    writeln!(out)
}
