//! Folds Arabic spelling, line by line.
//!
//! ```sh
//! echo 'إلى الدَّوْحـة' | cargo run --release --example normalize -- --preset search
//! ```

mod common;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use clap::builder::PossibleValuesParser;
use common::{Input, unfit};
use kashaf::Normalizer;

/// Folds the spelling of Arabic text, a line for each line.
#[derive(Parser)]
struct Args {
    /// Files to fold; standard input when there are none.
    files: Vec<PathBuf>,
    /// Which folds.
    #[arg(long, value_name = "NAME", default_value = "search", value_parser = PossibleValuesParser::new(Normalizer::preset_names()))]
    preset: String,
    /// A JSON string a line, in and out.
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let normalizer = Normalizer::preset(&args.preset).unwrap_or_default();
    let out = io::BufWriter::new(io::stdout().lock());
    Input::new("normalize", args.files, true).run(out, |out, line| {
        if !args.json {
            return writeln!(out, "{}", normalizer.normalize(&line.text).as_str());
        }
        let text: String =
            serde_json::from_str(&line.text).map_err(|e| unfit(format_args!("not a JSON string: {e}")))?;
        writeln!(out, "{}", serde_json::Value::from(normalizer.normalize(&text).as_str()))
    })
}
