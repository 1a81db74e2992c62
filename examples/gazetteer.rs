//! Looks into a gazetteer: what is in it, what it knows of a name, and all of it as a file.
//!
//! ```sh
//! cargo run --release --example gazetteer -- find 'وللولايات المتحدة'
//! cargo run --release --example gazetteer -- stats --format json
//! cargo run --release --example gazetteer -- export --format tsv
//! ```

mod common;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use common::written;
use kashaf::{Ambiguity, Entry, Form, Gazetteer, Normalizer};
use serde::Serialize;

/// Looks into the embedded gazetteer, or into your own.
#[derive(Parser)]
struct Args {
    #[command(subcommand)]
    command: Command,
    /// A file of names to look into instead of the embedded ones: id, kind, name, aliases, flag between tabs.
    #[arg(long, value_name = "FILE", global = true)]
    gazetteer: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Counts entries and forms by kind, by the register of their ids and by flag.
    Stats {
        #[arg(long, value_enum, default_value_t = Report::Text)]
        format: Report,
    },
    /// Tells what names fold to, which entries have such a form, and what matching finds in them.
    Find {
        #[arg(required = true)]
        names: Vec<String>,
        #[arg(long, value_enum, default_value_t = Report::Text)]
        format: Report,
    },
    /// Writes every entry.
    Export {
        #[arg(long, value_enum, default_value_t = List::Tsv)]
        format: List,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Report {
    /// For reading.
    Text,
    /// One object, or one a name.
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum List {
    /// The columns that `--gazetteer` reads.
    Tsv,
    /// One object a line.
    Json,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let own = match args.gazetteer.map(read).transpose() {
        Ok(own) => own,
        Err(problem) => {
            problem.lines().for_each(|line| eprintln!("gazetteer: {line}"));
            return ExitCode::from(2);
        }
    };
    let list = own.as_ref().unwrap_or_else(|| Gazetteer::embedded());
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let result = match args.command {
        Command::Stats { format } => stats(&mut out, list, format),
        Command::Find { names, format } => names.iter().try_for_each(|name| find(&mut out, list, name, format)),
        Command::Export { format } => export(&mut out, list, format),
    };
    written("gazetteer", result.and_then(|()| out.flush()))
}

fn read(path: PathBuf) -> Result<Gazetteer, String> {
    let file = path.display().to_string();
    let open = File::open(&path).map_err(|e| format!("{file}: {e}"))?;
    let mut builder = Gazetteer::builder();
    builder.read_tsv(&file, open).map_err(|e| e.to_string())?;
    builder.build().map_err(|e| e.to_string())
}

/// How many entries and forms there are of each sort.
#[derive(Serialize)]
struct Stats<'g> {
    entries: usize,
    forms: usize,
    /// Bytes of the compiled automaton.
    memory: usize,
    by_kind: BTreeMap<&'g str, usize>,
    /// By what stands before the colon of an id: `kashaf` is what this crate curates.
    by_source: BTreeMap<&'g str, usize>,
    by_flag: BTreeMap<&'g str, usize>,
}

fn stats(out: &mut impl Write, list: &Gazetteer, format: Report) -> io::Result<()> {
    let entries = list.entries();
    let forms = || entries.iter().flat_map(Entry::forms);
    let stats = Stats {
        entries: entries.len(),
        forms: forms().count(),
        memory: list.memory_usage(),
        by_kind: count(entries.iter().map(|e| e.kind().as_str())),
        by_source: count(entries.iter().map(|e| e.id().split(':').next().unwrap_or_default())),
        by_flag: count(forms().map(|form| flag(form.ambiguity()))),
    };
    if let Report::Json = format {
        serde_json::to_writer(&mut *out, &stats)?;
        return writeln!(out);
    }
    writeln!(out, "{} entries, {} forms, {} bytes compiled", stats.entries, stats.forms, stats.memory)?;
    for (title, counts) in
        [("entries by kind", stats.by_kind), ("entries by source", stats.by_source), ("forms by flag", stats.by_flag)]
    {
        writeln!(out, "\n\x1b[1m{title}\x1b[0m")?;
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
        for (what, n) in counts {
            writeln!(out, "  {n:>7}  {what}")?;
        }
    }
    Ok(())
}

fn count<'a>(keys: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// What a gazetteer knows of a name.
#[derive(Serialize)]
struct Found<'a> {
    name: &'a str,
    folded: String,
    /// Forms of entries that fold to the same.
    forms: Vec<Hit<'a>>,
    /// What matching finds in the name, never-alone forms left out.
    matches: Vec<Hit<'a>>,
}

#[derive(Serialize)]
struct Hit<'a> {
    id: &'a str,
    kind: &'static str,
    name: &'a str,
    form: &'a str,
    flag: &'static str,
    exact: bool,
    text: &'a str,
    proclitics: String,
}

impl<'a> Hit<'a> {
    fn new(entry: &'a Entry, form: &'a Form, text: &'a str, proclitics: String) -> Self {
        Self {
            id: entry.id(),
            kind: entry.kind().as_str(),
            name: entry.name(),
            form: form.text(),
            flag: flag(form.ambiguity()),
            exact: form.is_exact(),
            text,
            proclitics,
        }
    }

    /// Why the tagger takes or leaves it.
    fn why(&self) -> &'static str {
        match (self.flag, self.exact) {
            ("never", _) => "never a name alone",
            ("context", false) => "a name beside a cue word or a fuller mention",
            ("context", true) => "a name beside a cue word or a fuller mention, in these very letters",
            (_, true) => "a name in these very letters",
            _ => "a name wherever it stands",
        }
    }
}

fn find(out: &mut impl Write, list: &Gazetteer, name: &str, format: Report) -> io::Result<()> {
    let search = Normalizer::search();
    let fold = |text: &str| search.normalize(text).as_str().to_owned();
    let folded = fold(name);
    let forms = list.entries().iter().flat_map(|entry| entry.forms().iter().map(move |form| (entry, form)));
    let forms = forms.filter(|(_, form)| fold(form.text()) == folded);
    let found = Found {
        name,
        forms: forms.map(|(entry, form)| Hit::new(entry, form, name, String::new())).collect(),
        matches: list
            .find_iter(name)
            .map(|m| Hit::new(m.entry(), m.form(), m.span().of(name), m.proclitics().to_string()))
            .collect(),
        folded,
    };
    if let Report::Json = format {
        serde_json::to_writer(&mut *out, &found)?;
        return writeln!(out);
    }
    writeln!(out, "\x1b[1m{name}\x1b[0m folds to {}", found.folded)?;
    for (title, hits) in [("has the form", &found.forms), ("matches", &found.matches)] {
        for hit in hits {
            write!(out, "  {title:<12}  {:<7}  {}  {}", hit.kind, hit.form, hit.id)?;
            if hit.name != hit.form {
                write!(out, " ({})", hit.name)?;
            }
            if hit.text != name {
                write!(out, ", in {}", hit.text)?;
            }
            if !hit.proclitics.is_empty() {
                write!(out, " after {}", hit.proclitics)?;
            }
            writeln!(out, ": {}", hit.why())?;
        }
    }
    if found.forms.is_empty() && found.matches.is_empty() {
        writeln!(out, "  nothing")?;
    }
    Ok(())
}

fn export(out: &mut impl Write, list: &Gazetteer, format: List) -> io::Result<()> {
    if let List::Json = format {
        for entry in list.entries() {
            serde_json::to_writer(&mut *out, entry)?;
            writeln!(out)?;
        }
        return Ok(());
    }
    writeln!(out, "id\tkind\tname\taliases\tflag")?;
    for entry in list.entries() {
        let named = entry.forms().iter().find(|form| form.text() == entry.name());
        let aliases: Vec<String> =
            entry.forms().iter().filter(|form| form.text() != entry.name()).map(marked).collect();
        let exact = if named.is_some_and(Form::is_exact) { ",exact" } else { "" };
        // A name that is no form of its own is never one alone.
        let flag = flag(named.map_or(Ambiguity::Never, Form::ambiguity));
        writeln!(out, "{}\t{}\t{}\t{}\t{flag}{exact}", entry.id(), entry.kind(), entry.name(), aliases.join("|"))?;
    }
    Ok(())
}

/// A form with the marks of its flag before it.
fn marked(form: &Form) -> String {
    let mark = match form.ambiguity() {
        Ambiguity::Context => "?",
        Ambiguity::Never => "~",
        _ => "!",
    };
    format!("{mark}{}{}", if form.is_exact() { "=" } else { "" }, form.text())
}

fn flag(ambiguity: Ambiguity) -> &'static str {
    match ambiguity {
        Ambiguity::Context => "context",
        Ambiguity::Never => "never",
        _ => "always",
    }
}
