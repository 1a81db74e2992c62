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
use common::{Input, write_json};
use kashaf::{Context, Date, DateMention, DateTime, Grain, Interval, Week, dates, timex3};
use serde::Serialize;

/// Reads the dates, times and durations of Arabic text; every line is a document.
#[derive(Parser)]
struct Args {
    /// Files to read; standard input when there are none.
    files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The day the text was written, YYYY-MM-DD, or the moment, YYYY-MM-DDTHH:MM.
    #[arg(long, value_name = "DATE", value_parser = reference)]
    reference_date: Option<Context>,
    /// Where a date without a year lies, seen from the reference date.
    #[arg(long, value_enum, default_value_t = Direction::Past)]
    direction: Direction,
    /// Read 3/4/2023 as the fourth of March.
    #[arg(long)]
    month_first: bool,
    /// The Arab country whose weeks and weekends are meant, by its ISO 3166-1 code, such as EG.
    #[arg(long, value_name = "CODE", value_parser = week)]
    country: Option<Week>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Kind, value and text, an expression a line.
    Text,
    /// One object a line for each line.
    Json,
    /// The text itself with TIMEX3 tags.
    Timex3,
}

#[derive(Clone, Copy, ValueEnum)]
enum Direction {
    /// Before it, as in reports.
    Past,
    /// After it, as in plans.
    Future,
}

/// A report written on that day, or at that moment.
fn reference(text: &str) -> Result<Context, kashaf::DateError> {
    if text.contains('T') {
        let moment: DateTime = text.parse()?;
        return Ok(Context::news(moment.date()).at(moment));
    }
    Ok(Context::news(text.parse::<Date>()?))
}

/// The week of a country.
fn week(code: &str) -> Result<Week, String> {
    Week::of_country(code).ok_or_else(|| format!("the week of \"{code}\" is not known"))
}

impl Args {
    fn context(&self) -> Context {
        let news = self.reference_date.unwrap_or_default();
        let context = match (self.direction, news.reference()) {
            (Direction::Future, Some(day)) => {
                news.moment().map_or(Context::plans(day), |moment| Context::plans(day).at(moment))
            }
            _ => news,
        };
        let context = context.in_week(self.country.unwrap_or_default());
        if self.month_first { context.month_first() } else { context }
    }
}

/// An expression with all that is known of it; what comes before `timex` is as in a mention of the tagger.
#[derive(Serialize)]
struct Expression<'t> {
    start: usize,
    end: usize,
    text: &'t str,
    kind: &'static str,
    name: Option<&'t str>,
    id: Option<&'t str>,
    value: Option<&'t str>,
    timex: Timex,
    edtf: Option<String>,
    interval: Option<Stretch>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hijri: Option<Hijri>,
}

/// As TIMEX3 has it.
#[derive(Serialize)]
struct Timex {
    r#type: &'static str,
    value: Option<String>,
    r#mod: Option<&'static str>,
    /// How many times, of a set.
    #[serde(skip_serializing_if = "Option::is_none")]
    freq: Option<String>,
}

/// From the first moment to the first one after; `null` where it is open.
#[derive(Serialize)]
struct Stretch {
    from: Option<String>,
    to: Option<String>,
    grain: &'static str,
}

#[derive(Serialize)]
struct Hijri {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
    approximate: bool,
}

/// A day alone when nothing shorter is counted in, otherwise with its time.
fn moment(moment: DateTime, grain: Grain) -> String {
    let text = moment.to_string();
    let cut = match grain {
        Grain::Second => None,
        Grain::Minute | Grain::Hour => text.rfind(':'),
        _ => text.find('T'),
    };
    text.get(..cut.unwrap_or(text.len())).unwrap_or(&text).to_owned()
}

impl From<Interval> for Stretch {
    fn from(interval: Interval) -> Self {
        let grain = interval.grain();
        let write = |at: DateTime| moment(at, grain);
        Self { from: interval.from().map(write), to: interval.to().map(write), grain: grain.as_str() }
    }
}

fn expression<'t>(text: &'t str, d: &'t DateMention) -> Expression<'t> {
    let timex = d.timex();
    Expression {
        start: d.span().start(),
        end: d.span().end(),
        text: d.span().of(text),
        kind: d.kind().as_str(),
        name: None,
        id: None,
        value: timex.value(),
        timex: Timex {
            r#type: timex.kind().as_str(),
            value: timex.timex3_value(),
            r#mod: timex.modifier().map(kashaf::Modifier::as_str),
            freq: timex.frequency().map(|times| format!("{times}X")),
        },
        edtf: timex.edtf(),
        interval: timex.interval().map(Stretch::from),
        hijri: timex.hijri().map(|h| Hijri {
            year: h.year(),
            month: h.month(),
            day: h.day(),
            approximate: h.is_approximate(),
        }),
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    let context = args.context();
    let out = io::BufWriter::new(io::stdout().lock());
    Input::new("dates", args.files, true).run(out, |out, line| {
        let found = dates(&line.text, &context);
        match args.format {
            Format::Json => {
                let records: Vec<_> = found.iter().map(|d| expression(&line.text, d)).collect();
                write_json(out, &line.source, &records)
            }
            Format::Timex3 => writeln!(out, "{}", timex3(&line.text, &found)),
            Format::Text => found.iter().try_for_each(|d| {
                let value = d.timex().value().unwrap_or("-");
                writeln!(out, "{}\t{}\t{value}\t{}", line.source, d.kind(), d.span().of(&line.text))
            }),
        }
    })
}
