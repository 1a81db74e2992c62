//! Screens texts for the names of a list, and prints every hit with its place and the ids of the list.
//!
//! ```sh
//! cargo run --release --example screen -- --list names.tsv news.txt
//! cargo run --release --example screen -- --list names.txt --field text --format json news.jsonl
//! ```

mod common;

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use common::{Document, Input, unfit, write_json};
use kashaf::{Ambiguity, EntityKind, Entry, Gazetteer, GazetteerBuilder, Match};
use serde::Serialize;

/// Screens texts for the names of a list.
#[derive(Parser)]
struct Args {
    /// Files to screen; standard input when there are none, and for `-`.
    files: Vec<PathBuf>,
    /// A list of names: JSON lines when it ends in `.jsonl`; id, kind, name, aliases, flag, priority
    /// between tabs; or a name a line when its first line has no tab. May be given again.
    #[arg(long, value_name = "FILE", required = true)]
    list: Vec<PathBuf>,
    /// Every line is a document of its own.
    #[arg(long)]
    lines: bool,
    /// Every line is a JSON object whose text is in this field.
    #[arg(long, value_name = "NAME")]
    field: Option<String>,
    /// Also names inside longer names.
    #[arg(long)]
    overlapping: bool,
    /// The least sure forms of the list to report, by their flag.
    #[arg(long, value_name = "FLAG", value_enum, default_value_t = Flag::Context)]
    accept: Flag,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Tell on standard error where the list's entries meet in an id or a form.
    #[arg(long)]
    conflicts: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A hit a line: source, byte range, character range, text, ids, reason, between tabs.
    Text,
    /// One object a line for each document.
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum Flag {
    Always,
    Context,
    Never,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let mut input = Input::new("screen", args.files, args.lines || args.field.is_some());
    let mut builder = Gazetteer::builder();
    builder.accept(match args.accept {
        Flag::Always => Ambiguity::Always,
        Flag::Context => Ambiguity::Context,
        Flag::Never => Ambiguity::Never,
    });
    for path in &args.list {
        for problem in read_list(&mut builder, path) {
            input.report(problem);
        }
    }
    let list = match builder.build() {
        Ok(list) if list.is_empty() => {
            input.report("the list has no names");
            return ExitCode::from(2);
        }
        Ok(list) => list,
        Err(e) => {
            input.report(e);
            return ExitCode::from(2);
        }
    };
    if args.conflicts {
        list.conflicts().iter().for_each(|conflict| eprintln!("{conflict}"));
    }
    let mut worker = list.worker();
    input.run(BufWriter::new(io::stdout().lock()), |out, document| {
        let text = match &args.field {
            Some(field) => field_of(&document.text, field).map_err(unfit)?,
            None => document.text.clone(),
        };
        let hits = if args.overlapping {
            hits(&list, &text, worker.find_overlapping_iter(&text))
        } else {
            hits(&list, &text, worker.find_iter(&text))
        };
        match args.format {
            Format::Text => hits.iter().try_for_each(|hit| hit.write(out, document)),
            Format::Json => write_json(out, &document.source, &hits),
        }
    })
}

/// Adds a list to the builder; gives what is wrong with it.
fn read_list(builder: &mut GazetteerBuilder, path: &Path) -> Vec<String> {
    let file = path.display().to_string();
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(e) => return vec![format!("{file}: {e}")],
    };
    let read = if path.extension().is_some_and(|extension| extension == "jsonl") {
        builder.read_jsonl(&file, bytes.as_slice())
    } else {
        let mut lines =
            bytes.split(|&b| b == b'\n').filter(|line| !line.trim_ascii().is_empty() && !line.starts_with(b"#"));
        if lines.next().is_some_and(|line| !line.contains(&b'\t')) {
            return read_names(builder, &file, &bytes);
        }
        builder.read_tsv(&file, bytes.as_slice())
    };
    read.err().map(|e| e.to_string()).into_iter().collect()
}

/// Adds a list of a name a line; the name is the id too.
fn read_names(builder: &mut GazetteerBuilder, file: &str, bytes: &[u8]) -> Vec<String> {
    let mut bad = Vec::new();
    builder.source(file);
    for (i, line) in bytes.split(|&b| b == b'\n').enumerate() {
        let mut report = |reason: &str| bad.push(format!("{file}:{}: {reason}", i + 1));
        match std::str::from_utf8(line).map(|line| line.trim_start_matches('\u{FEFF}').trim()) {
            Ok(name) if name.is_empty() || name.starts_with('#') => {}
            Ok(name) if name.contains('\t') => report("a tab in a list of a name a line"),
            Ok(name) if !name.chars().any(char::is_alphanumeric) => report("no letter or digit"),
            Ok(name) => {
                builder.add(Entry::new(name, EntityKind::Org, name));
            }
            Err(e) => report(&format!("not UTF-8 at byte {} of the line", e.valid_up_to() + 1)),
        }
    }
    bad
}

/// The text in a field of a JSON object.
fn field_of(line: &str, field: &str) -> Result<String, String> {
    let value: serde_json::Value = serde_json::from_str(line).map_err(|e| format!("not JSON: {e}"))?;
    match value.get(field) {
        Some(serde_json::Value::String(text)) => Ok(text.clone()),
        Some(_) => Err(format!("field \"{field}\" is not a string")),
        None => Err(format!("no field \"{field}\"")),
    }
}

/// A name of the list in a text.
#[derive(Serialize)]
struct Hit<'a> {
    /// In bytes.
    start: usize,
    end: usize,
    /// In code points.
    chars: [usize; 2],
    text: &'a str,
    /// The best first.
    ids: Vec<&'a str>,
    name: &'a str,
    source: &'a str,
    reason: String,
}

/// Matches with their places in code points, counted from one to the next.
fn hits<'g: 't, 't>(list: &'g Gazetteer, text: &str, matches: impl Iterator<Item = Match<'g, 't>>) -> Vec<Hit<'t>> {
    let (mut byte, mut chars) = (0, 0);
    let mut chars_at = |at: usize| {
        let between = text.get(byte.min(at)..byte.max(at)).map_or(0, |t| t.chars().count());
        chars = if at < byte { chars - between } else { chars + between };
        byte = at;
        chars
    };
    matches
        .map(|m| Hit {
            start: m.span().start(),
            end: m.span().end(),
            chars: [chars_at(m.span().start()), chars_at(m.span().end())],
            text: m.text(),
            ids: m.entries().map(|(_, entry)| id(entry)).collect(),
            name: m.entry().name(),
            source: list.source(m.index()),
            reason: m.reason().to_string(),
        })
        .collect()
}

/// The id of an entry, or its name when the list gave it none.
fn id(entry: &Entry) -> &str {
    if entry.id().is_empty() { entry.name() } else { entry.id() }
}

impl Hit<'_> {
    fn write(&self, out: &mut impl Write, document: &Document) -> io::Result<()> {
        let Self { start, end, chars: [from, to], .. } = self;
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let ids = self.ids.join("|");
        writeln!(out, "{}\t{start}..{end}\t{from}..{to}\t{text}\t{ids}\t{}", document.source, self.reason)
    }
}
