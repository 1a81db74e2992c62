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
use common::{Input, write_json};
use kashaf::{Context, DecimalConvention, Number, NumberMention, numbers_in};
use serde::Serialize;

/// Reads the numbers of Arabic text; every line is a document.
#[derive(Parser)]
struct Args {
    /// Files to read; standard input when there are none.
    files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Which of `.` and `,` is the decimal point where digits do not tell.
    #[arg(long, value_enum, default_value_t = Decimals::Detect)]
    decimals: Decimals,
}

#[derive(Clone, Copy, ValueEnum)]
enum Decimals {
    /// 1,234 and 250.000 are whole numbers, 1.234 is not.
    Detect,
    /// As in Egypt, the Levant and the Gulf: 1,234.5.
    Mashriq,
    /// As in the Maghreb: 1.234,5.
    Maghreb,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Kind, value and text, a number a line.
    Text,
    /// One object a line for each line.
    Json,
}

/// A number in the JSON form of a mention.
#[derive(Serialize)]
struct Record<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    kind: &'static str,
    /// Null for a range, for a number too large and for a unit alone.
    value: Option<String>,
    /// A CLDR unit id or an ISO 4217 code.
    unit: Option<&'static str>,
    low: Option<String>,
    high: Option<String>,
    approximate: bool,
}

impl<'a> Record<'a> {
    fn new(text: &'a str, mention: &NumberMention) -> Self {
        let number = mention.quantity().number();
        let shown = |number: Option<Number>| number.map(|n| n.to_string());
        Self {
            start: mention.span().start(),
            end: mention.span().end(),
            text: mention.span().of(text),
            kind: mention.kind().as_str(),
            value: shown(number.value()),
            unit: mention.quantity().unit(),
            low: shown(number.lower()),
            high: shown(number.upper()),
            approximate: number.is_approximate(),
        }
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    let decimals = match args.decimals {
        Decimals::Detect => DecimalConvention::Detect,
        Decimals::Mashriq => DecimalConvention::Mashriq,
        Decimals::Maghreb => DecimalConvention::Maghreb,
    };
    let context = Context::default().with_decimals(decimals);
    let out = io::BufWriter::new(io::stdout().lock());
    Input::new("numbers", args.files, true).run(out, |out, line| {
        let found = numbers_in(&line.text, &context);
        if matches!(args.format, Format::Json) {
            let records: Vec<_> = found.iter().map(|n| Record::new(&line.text, n)).collect();
            return write_json(out, &line.source, &records);
        }
        found.iter().try_for_each(|n| {
            writeln!(out, "{}\t{}\t{}\t{}", line.source, n.kind(), n.quantity(), n.span().of(&line.text))
        })
    })
}
