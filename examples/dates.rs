//! Reads the dates, times and durations of Arabic text, line by line.
//!
//! ```sh
//! echo 'من 20 إلى 21 يوليو/تموز الجاري' | cargo run --release --example dates -- --reference-date 2022-07-24
//! ```

mod common;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use common::{Input, Record, write_json};
use kashaf::{Context, Date, DateMention, dates};

/// Reads the dates, times and durations of Arabic text; every line is a document.
#[derive(Parser)]
struct Args {
    /// Files to read; standard input when there are none.
    files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The day the text was written, YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    reference_date: Option<Date>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Kind, value and text, an expression a line.
    Text,
    /// One object a line for each line.
    Json,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let context = args.reference_date.map_or_else(Context::default, Context::news);
    let out = io::BufWriter::new(io::stdout().lock());
    Input::new("dates", args.files, true).run(out, |out, line| {
        let found = dates(&line.text, &context);
        if matches!(args.format, Format::Json) {
            let record =
                |d: &DateMention| Record::new(&line.text, d.span(), d.kind(), d.timex().value().map(String::from));
            let records: Vec<_> = found.iter().map(record).collect();
            return write_json(out, &line.source, &records);
        }
        found.iter().try_for_each(|d| {
            let value = d.timex().value().unwrap_or("-");
            writeln!(out, "{}\t{}\t{value}\t{}", line.source, d.kind(), d.span().of(&line.text))
        })
    })
}
