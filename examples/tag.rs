//! Tags Arabic text: names, numbers and dates, as a list, JSON lines or IOB2.
//!
//! ```sh
//! cargo run --release --example tag -- --reference-date 2022-07-24 article.txt
//! ```

mod common;

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use common::{Document, Input, write_json};
use kashaf::{Context, Date, EntityKind, Gazetteer, Mention, Tagger, iob2};

/// Tags the names, numbers and dates of Arabic text.
#[derive(Parser)]
struct Args {
    /// Files to tag; standard input when there are none, and for `-`.
    files: Vec<PathBuf>,
    /// Every line is a document of its own.
    #[arg(long)]
    lines: bool,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The day the text was written, YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    reference_date: Option<Date>,
    /// A file of names of your own: id, kind, name, aliases, flag between tabs. May be given again.
    #[arg(long, value_name = "FILE")]
    gazetteer: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A readable list.
    Text,
    /// One object a line for each document.
    Json,
    /// A token and its tag a line.
    Iob2,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let mut input = Input::new("tag", args.files, args.lines);
    let mut own = Gazetteer::builder();
    for path in &args.gazetteer {
        match File::open(path) {
            Ok(file) => {
                if let Err(e) = own.read_tsv(&path.display().to_string(), file) {
                    input.report(e);
                }
            }
            Err(e) => input.report(format_args!("{}: {e}", path.display())),
        }
    }
    let built = own.build().and_then(|own| Tagger::builder().gazetteer(own).embedded().build());
    let tagger = match built {
        Ok(tagger) => tagger,
        Err(e) => {
            input.report(e);
            return ExitCode::from(2);
        }
    };
    let context = args.reference_date.map_or_else(Context::default, Context::news);
    let out = io::BufWriter::new(anstream::stdout().lock());
    input.run(out, |out, document| {
        let mentions = tagger.tag(&document.text, &context);
        match args.format {
            Format::Text => write_text(out, document, &mentions),
            Format::Json => write_json(out, &document.source, &mentions),
            Format::Iob2 => write_iob2(out, document, &mentions),
        }
    })
}

/// Kind, text, and what is known of it, a mention a line.
fn write_text(out: &mut impl Write, document: &Document, mentions: &[Mention<'_>]) -> io::Result<()> {
    writeln!(out, "\x1b[1m{}\x1b[0m", document.source)?;
    for m in mentions {
        let text = m.text().split_whitespace().collect::<Vec<_>>().join(" ");
        write!(out, "  \x1b[{}m{:<8}\x1b[0m  {text}", colour(m.kind()), m.kind())?;
        let value = m.value();
        let known = [value.as_deref(), m.id(), m.name().filter(|&name| name != m.text())];
        for (i, detail) in known.into_iter().flatten().enumerate() {
            write!(out, "{}\x1b[2m{detail}\x1b[0m", if i == 0 { "  " } else { " · " })?;
        }
        writeln!(out)?;
    }
    writeln!(out)
}

/// The ANSI colour of a kind.
fn colour(kind: EntityKind) -> u8 {
    match kind.conll() {
        Some("PER") => 33,
        Some("LOC") => 32,
        Some("ORG") => 36,
        Some(_) => 35,
        None if kind == EntityKind::Occ => 34,
        None => 31,
    }
}

/// Token, tab, tag; an empty line after each line of the text.
fn write_iob2(out: &mut impl Write, document: &Document, mentions: &[Mention<'_>]) -> io::Result<()> {
    for (token, tag) in iob2(&document.text, mentions) {
        if token.is_empty() {
            writeln!(out)?;
        } else {
            writeln!(out, "{token}\t{tag}")?;
        }
    }
    writeln!(out)
}
