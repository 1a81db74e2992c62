//! Measures the tagger on text with entity labels: CoNLL files, a token and its IOB2 tag a line.
//!
//! ```sh
//! cargo run --release --example evaluate -- --errors news.conll
//! ```
//!
//! A mention counts when its first token, its last token and its type agree
//! with the file. What is written together with a name (`وقطر`) is part of its
//! token. A sentence ends at an empty line; it is a line of the text that is
//! tagged. A file is one document where it has no `-DOCSTART-` lines: the
//! sentences of an article stand together in it, and the tagger explains a
//! short name by a full one only so far away. Where sentences have nothing to
//! do with each other, `--sentences 1` makes a document of each.

mod common;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::io::{self, Write};
use std::ops::{AddAssign, Range};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use common::{Input, unfit, written};
use kashaf::{Context, EntityKind, Tagger};

/// Measures the tagger on CoNLL files: precision, recall and F1 by type.
#[derive(Parser)]
struct Args {
    /// Files to read, a token and its tag a line; standard input when there are none.
    files: Vec<PathBuf>,
    /// Lists the most frequent misses and false alarms too, so many of each.
    #[arg(long, value_name = "COUNT", num_args = 0..=1, require_equals = true, default_missing_value = "20")]
    errors: Option<usize>,
    /// How many sentences in a row are one document, at most.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    sentences: Option<u32>,
}

/// The types that corpora agree on.
const TYPES: [&str; 3] = ["LOC", "PER", "ORG"];

/// The type of a label. Corpora have names of their own for some kinds.
fn label_type(label: &str) -> Option<&'static str> {
    let kind = match label {
        "PER" => EntityKind::Pers,
        // IDRISI's: countries, cities, provinces, districts, neighbourhoods, streets, sites and others.
        "CTRY" | "CITY" | "PROV" | "DIST" | "NBHD" => EntityKind::Gpe,
        "ST" | "HPOI" | "NPOI" | "OTHR" => EntityKind::Loc,
        other => other.parse().ok()?,
    };
    scored(kind)
}

/// The type of a kind, when it is one of [`TYPES`].
fn scored(kind: EntityKind) -> Option<&'static str> {
    kind.conll().filter(|label| TYPES.contains(label))
}

/// A name, by its tokens.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Name {
    tokens: Range<usize>,
    label: &'static str,
}

/// Sentences that are tagged together.
#[derive(Default)]
struct Page {
    text: String,
    /// Where each token stands in the text.
    tokens: Vec<Range<usize>>,
    names: HashSet<Name>,
    /// The name that the last token belongs to.
    open: Option<Name>,
    sentences: u32,
}

impl Page {
    fn push(&mut self, token: &str, tag: &str) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        let at = self.tokens.len();
        let start = self.text.len();
        self.text.push_str(token);
        self.tokens.push(start..self.text.len());
        let (position, label) = tag.split_once('-').unwrap_or(("O", ""));
        match self.open.as_mut().filter(|_| position == "I") {
            Some(open) => open.tokens.end = at + 1,
            None => {
                self.close_name();
                self.open = label_type(label).map(|label| Name { tokens: at..at + 1, label });
            }
        }
    }

    fn close_name(&mut self) {
        self.names.extend(self.open.take());
    }

    fn end_sentence(&mut self) {
        self.close_name();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
            self.sentences += 1;
        }
    }

    /// What the tagger finds, by the tokens that it touches.
    fn found(&self, tagger: &Tagger) -> HashSet<Name> {
        let mentions = tagger.tag(&self.text, &Context::default());
        let names = mentions.iter().filter_map(|m| {
            let label = scored(m.kind())?;
            let start = self.tokens.partition_point(|token| token.end <= m.span().start());
            let end = self.tokens.partition_point(|token| token.start < m.span().end());
            Some(Name { tokens: start..end, label })
        });
        names.collect()
    }

    fn words(&self, name: &Name) -> String {
        let tokens = self.tokens.get(name.tokens.clone()).unwrap_or_default();
        let words: Vec<_> = tokens.iter().filter_map(|token| self.text.get(token.clone())).collect();
        words.join(" ")
    }
}

/// The token and the tag of a line, its first and last column, between tabs or spaces. An empty line has none.
fn columns(line: &str) -> Option<(&str, Option<&str>)> {
    let line = line.trim_end();
    let mut columns = line.split(if line.contains('\t') { '\t' } else { ' ' });
    let token = columns.next().filter(|_| !line.is_empty())?;
    Some((token, columns.next_back()))
}

/// Whether any line of a file has a tag.
fn is_tagged(file: &str) -> bool {
    let tag = |tag: &str| tag == "O" || tag.starts_with("B-") || tag.starts_with("I-");
    file.lines().filter_map(columns).any(|(_, last)| last.is_some_and(tag))
}

/// The documents of a file.
fn pages(file: &str, sentences: Option<u32>) -> Vec<Page> {
    let mut pages = vec![Page::default()];
    for line in file.lines().chain([""]) {
        let Some(page) = pages.last_mut() else { break };
        match columns(line) {
            Some((token, tag)) if token != "-DOCSTART-" => page.push(token, tag.unwrap_or("O")),
            ends => {
                page.end_sentence();
                if ends.is_some() || sentences == Some(page.sentences) {
                    pages.push(Page::default());
                }
            }
        }
    }
    pages
}

/// How many names were right, found and there.
#[derive(Clone, Copy, Default)]
struct Counts {
    right: usize,
    found: usize,
    gold: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }
}

/// Precision, recall, F1 and the number of names in the file; 0 where there is nothing to divide by.
impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |of: usize| self.right as f64 / of.max(1) as f64;
        let f1 = 2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64;
        write!(f, "{:>9.3}  {:>6.3}  {f1:>5.3}  {:>6}", share(self.found), share(self.gold), self.gold)
    }
}

/// What the tagger made of one file, or of all.
#[derive(Default)]
struct Score {
    types: BTreeMap<&'static str, Counts>,
    missed: HashMap<(&'static str, String), usize>,
    false_alarms: HashMap<(&'static str, String), usize>,
}

impl Score {
    fn add(&mut self, page: &Page, tagger: &Tagger) {
        let found = page.found(tagger);
        for label in TYPES {
            let of = |names: &HashSet<Name>| names.iter().filter(|name| name.label == label).count();
            let right = page.names.intersection(&found).filter(|name| name.label == label).count();
            *self.types.entry(label).or_default() += Counts { right, found: of(&found), gold: of(&page.names) };
        }
        for name in page.names.difference(&found) {
            *self.missed.entry((name.label, page.words(name))).or_default() += 1;
        }
        for name in found.difference(&page.names) {
            *self.false_alarms.entry((name.label, page.words(name))).or_default() += 1;
        }
    }

    fn write(&self, out: &mut impl Write, title: &str, errors: Option<usize>) -> io::Result<()> {
        writeln!(out, "{title}\n  type  precision  recall     F1   names")?;
        let mut all = Counts::default();
        for label in TYPES {
            let counts = self.types.get(label).copied().unwrap_or_default();
            writeln!(out, "  {label:<4}  {counts}")?;
            all += counts;
        }
        writeln!(out, "  all   {all}")?;
        if let Some(most) = errors {
            write_errors(out, "missed", &self.missed, most)?;
            write_errors(out, "false alarms", &self.false_alarms, most)?;
        }
        writeln!(out)
    }
}

/// The most frequent of these names, each with how often.
fn write_errors(
    out: &mut impl Write,
    title: &str,
    names: &HashMap<(&str, String), usize>,
    most: usize,
) -> io::Result<()> {
    writeln!(out, "  {title}: {}", names.values().sum::<usize>())?;
    let mut names: Vec<_> = names.iter().collect();
    names.sort_by_key(|&(name, count)| (std::cmp::Reverse(count), name));
    for ((label, words), count) in names.into_iter().take(most) {
        writeln!(out, "  {count:>5}  {label}  {words}")?;
    }
    Ok(())
}

fn main() -> ExitCode {
    let args = Args::parse();
    let tagger = Tagger::embedded();
    let several = args.files.len() > 1;
    let mut total = Score::default();
    let out = io::BufWriter::new(io::stdout().lock());
    let code = Input::new("evaluate", args.files, false).run(out, |out, file| {
        if !is_tagged(&file.text) {
            return Err(unfit("no line with a token and its IOB2 tag"));
        }
        let mut score = Score::default();
        for page in pages(&file.text, args.sentences) {
            score.add(&page, tagger);
            if several {
                total.add(&page, tagger);
            }
        }
        score.write(out, &file.source, args.errors)
    });
    if !several {
        return code;
    }
    let end = written("evaluate", total.write(&mut io::stdout().lock(), "together", args.errors));
    if code == ExitCode::SUCCESS { end } else { code }
}
