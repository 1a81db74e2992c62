//! Reads the numbers of Arabic text, line by line.
//!
//! ```sh
//! echo 'نحو ثلاثة آلاف و500 دولار' | cargo run --release --example numbers
//! ```

mod common;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use common::{Input, Record, write_json};
use kashaf::{NumberMention, numbers};

/// Reads the numbers of Arabic text; every line is a document.
#[derive(Parser)]
struct Args {
    /// Files to read; standard input when there are none.
    files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Kind, value and text, a number a line.
    Text,
    /// One object a line for each line.
    Json,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let out = io::BufWriter::new(io::stdout().lock());
    Input::new("numbers", args.files, true).run(out, |out, line| {
        let found = numbers(&line.text);
        if matches!(args.format, Format::Json) {
            let record =
                |n: &NumberMention| Record::new(&line.text, n.span(), n.kind(), Some(n.quantity().to_string()));
            let records: Vec<_> = found.iter().map(record).collect();
            return write_json(out, &line.source, &records);
        }
        found.iter().try_for_each(|n| {
            writeln!(out, "{}\t{}\t{}\t{}", line.source, n.kind(), n.quantity(), n.span().of(&line.text))
        })
    })
}
