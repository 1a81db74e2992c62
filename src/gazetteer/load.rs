//! Reading gazetteer entries from tab-separated text and JSON lines.

use std::io::{BufRead, BufReader, Read};

use super::error::shown;
use super::{Ambiguity, Entry, LoadError};
use crate::EntityKind;

/// The columns there are, in their order when the first line is no header.
const COLUMNS: [&str; 7] = ["id", "kind", "name", "aliases", "flag", "priority", "source"];
/// How many of them a line must have.
const REQUIRED: usize = 3;
/// Bytes that a line may have.
const MOST_LINE: usize = 1 << 20;

/// Reads entries between tabs, calling `add` for every good line.
pub(super) fn read_tsv(file: &str, input: impl Read, mut add: impl FnMut(Entry)) -> Result<(), LoadError> {
    let mut columns: Option<Vec<String>> = None;
    read_lines(file, input, |line| {
        if line.starts_with('#') {
            return Ok(());
        }
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let names = match &columns {
            Some(names) => names,
            None => match header(&cells) {
                Some(header) => {
                    columns = Some(header.map_err(Bad::File)?);
                    return Ok(());
                }
                None => columns.insert(COLUMNS.map(str::to_owned).to_vec()),
            },
        };
        add(entry(names, &cells).map_err(Bad::Line)?);
        Ok(())
    })
}

/// Reads entries, an object a line, calling `add` for every good line.
#[cfg(feature = "serde")]
pub(super) fn read_jsonl(file: &str, input: impl Read, mut add: impl FnMut(Entry)) -> Result<(), LoadError> {
    read_lines(file, input, |line| {
        let entry = serde_json::from_str(line).map_err(|e| Bad::Line(json_reason(&e)))?;
        add(entry);
        Ok(())
    })
}

/// What serde says of a line, without the line number that it counts for itself.
#[cfg(feature = "serde")]
fn json_reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match message.strip_suffix(&place) {
        Some(reason) => format!("{} (column {})", shown(reason), error.column()),
        None => shown(&message),
    }
}

/// Why a line could not be read.
enum Bad {
    Line(String),
    /// Nothing after it can be read either.
    File(String),
}

/// Hands every line that is not empty to `each`. Memory is that of the longest line, which is bounded.
fn read_lines(file: &str, input: impl Read, mut each: impl FnMut(&str) -> Result<(), Bad>) -> Result<(), LoadError> {
    let mut input = BufReader::new(input);
    let mut errors = LoadError::new(file);
    let mut bytes = Vec::new();
    for number in 1.. {
        match next_line(&mut input, &mut bytes) {
            Ok(Next::End) => break,
            Ok(Next::Line) => {}
            Ok(Next::TooLong) => {
                errors.push(number, format!("longer than {MOST_LINE} bytes"));
                continue;
            }
            Err(io) => return Err(errors.with_io(io)),
        }
        let line = match core::str::from_utf8(&bytes) {
            Ok(line) => line.trim_end_matches(['\n', '\r']).trim_start_matches('\u{FEFF}'),
            Err(e) => {
                errors.push(number, format!("not UTF-8 at byte {} of the line", e.valid_up_to() + 1));
                continue;
            }
        };
        if line.trim().is_empty() {
            continue;
        }
        match each(line) {
            Ok(()) => {}
            Err(Bad::Line(reason)) => errors.push(number, reason),
            Err(Bad::File(reason)) => {
                errors.push(number, reason);
                break;
            }
        }
    }
    errors.into_result()
}

enum Next {
    Line,
    TooLong,
    End,
}

/// Reads a line into `bytes`, its end included; of one that is too long, the rest is passed over.
fn next_line(input: &mut impl BufRead, bytes: &mut Vec<u8>) -> std::io::Result<Next> {
    bytes.clear();
    input.by_ref().take(MOST_LINE as u64).read_until(b'\n', bytes)?;
    if bytes.is_empty() {
        return Ok(Next::End);
    }
    if bytes.len() < MOST_LINE || bytes.ends_with(b"\n") {
        return Ok(Next::Line);
    }
    input.skip_until(b'\n')?;
    Ok(Next::TooLong)
}

/// The columns that a first line names, if it is a header: if any cell is the name of a column.
fn header(cells: &[&str]) -> Option<Result<Vec<String>, String>> {
    let names: Vec<String> = cells.iter().map(|cell| cell.to_lowercase()).collect();
    if !names.iter().any(|name| COLUMNS.contains(&name.as_str())) {
        return None;
    }
    let list = COLUMNS.join(", ");
    for (at, name) in names.iter().enumerate() {
        if !COLUMNS.contains(&name.as_str()) {
            return Some(Err(format!("unknown column \"{}\", expected some of {list}", shown(name))));
        }
        if names.iter().take(at).any(|earlier| earlier == name) {
            return Some(Err(format!("column \"{name}\" is there twice")));
        }
    }
    let missing = COLUMNS.iter().take(REQUIRED).find(|name| !names.iter().any(|n| n == *name));
    Some(missing.map_or(Ok(names), |name| Err(format!("no column \"{name}\""))))
}

/// One line; columns that are missing at its end are empty.
fn entry(columns: &[String], cells: &[&str]) -> Result<Entry, String> {
    if cells.len() > columns.len() || cells.len() < REQUIRED.min(columns.len()) {
        let s = if cells.len() == 1 { "" } else { "s" };
        return Err(format!("{} column{s} between tabs, expected {}", cells.len(), expected(columns)));
    }
    let cell = |name: &str| {
        let at = columns.iter().position(|c| c == name);
        at.and_then(|i| cells.get(i)).copied().unwrap_or("")
    };
    let kind: EntityKind = shown(cell("kind")).parse().map_err(|e: crate::UnknownKind| e.to_string())?;
    let name = cell("name");
    if name.is_empty() {
        return Err("empty name".to_owned());
    }
    let (ambiguity, exact) = flag(cell("flag"))?;
    let priority = match cell("priority") {
        "" => 0,
        number => number.parse().map_err(|_| format!("priority \"{}\" is no 32-bit integer", shown(number)))?,
    };
    let mut entry = Entry::titled(cell("id"), kind, name).with_priority(priority);
    entry.push(name, ambiguity, exact);
    add_aliases(&mut entry, cell("aliases"), ambiguity, exact);
    match entry.unmatchable() {
        Some(text) => Err(format!("\"{}\" has no letter or digit", shown(text))),
        None => Ok(entry),
    }
}

fn expected(columns: &[String]) -> String {
    let list = columns.join(", ");
    if columns.len() > REQUIRED {
        format!("{REQUIRED} to {} ({list})", columns.len())
    } else {
        format!("{} ({list})", columns.len())
    }
}

/// Adds forms separated by `|`. A form takes the entry's flag, unless it has
/// marks of its own before it: `?` context, `~` never, `=` exact, `!` always.
pub(super) fn add_aliases(entry: &mut Entry, aliases: &str, ambiguity: Ambiguity, exact: bool) {
    for alias in aliases.split('|').map(str::trim).filter(|a| !a.is_empty()) {
        let text = alias.trim_start_matches(['?', '~', '=', '!']);
        let marks = alias.get(..alias.len() - text.len()).unwrap_or("");
        let own = marks.chars().find_map(|mark| match mark {
            '?' => Some(Ambiguity::Context),
            '~' => Some(Ambiguity::Never),
            '!' => Some(Ambiguity::Always),
            _ => None,
        });
        entry.push(text, own.unwrap_or(ambiguity), if marks.is_empty() { exact } else { marks.contains('=') });
    }
}

/// `always`, `context` or `never`, and `exact`, separated by commas; empty is `always`.
pub(super) fn flag(cell: &str) -> Result<(Ambiguity, bool), String> {
    let mut ambiguity = Ambiguity::Always;
    let mut exact = false;
    for word in cell.split(',').map(str::trim).filter(|w| !w.is_empty()) {
        match word {
            "always" => ambiguity = Ambiguity::Always,
            "context" => ambiguity = Ambiguity::Context,
            "never" => ambiguity = Ambiguity::Never,
            "exact" => exact = true,
            _ => {
                return Err(format!("unknown flag \"{}\", expected always, context, never or exact", shown(word)));
            }
        }
    }
    Ok((ambiguity, exact))
}

/// The data rows of a table under `seeds/`: a header line, then cells between tabs.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).filter(|line| !line.is_empty()).map(|line| line.split('\t').collect())
}
