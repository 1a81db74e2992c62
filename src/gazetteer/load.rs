//! Reading gazetteer entries from tab-separated text.

use std::io::{BufRead, Read};

use super::{Ambiguity, Entry, LoadError};
use crate::EntityKind;

/// The columns there are, in their order when the first line is no header.
const COLUMNS: [&str; 6] = ["id", "kind", "name", "aliases", "flag", "source"];
/// How many of them a line must have.
const REQUIRED: usize = 3;

/// Reads entries, calling `add` for every good line.
pub(super) fn read_tsv(file: &str, input: impl Read, mut add: impl FnMut(Entry)) -> Result<(), LoadError> {
    let mut input = std::io::BufReader::new(input);
    let mut columns: Option<Vec<String>> = None;
    let mut bad = Vec::new();
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        match input.read_until(b'\n', &mut bytes) {
            Ok(0) => break,
            Ok(_) => {}
            Err(io) => return Err(LoadError::new(file.to_owned(), bad, Some(io))),
        }
        let line = match core::str::from_utf8(&bytes) {
            Ok(line) => line.trim_end_matches(['\n', '\r']).trim_start_matches('\u{FEFF}'),
            Err(e) => {
                bad.push((number, format!("not UTF-8 at byte {} of the line", e.valid_up_to() + 1)));
                continue;
            }
        };
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if columns.is_none() {
            match header(&cells) {
                Some(Ok(header)) => {
                    columns = Some(header);
                    continue;
                }
                Some(Err(reason)) => {
                    bad.push((number, reason));
                    break;
                }
                None => columns = Some(COLUMNS.map(str::to_owned).to_vec()),
            }
        }
        let names = columns.as_deref().unwrap_or_default();
        match entry(names, &cells) {
            Ok(entry) => add(entry),
            Err(reason) => bad.push((number, reason)),
        }
    }
    if bad.is_empty() { Ok(()) } else { Err(LoadError::new(file.to_owned(), bad, None)) }
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
            return Some(Err(format!("unknown column \"{name}\", expected some of {list}")));
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
        return Err(format!("{} columns, expected {}", cells.len(), expected(columns)));
    }
    let cell = |name: &str| {
        let at = columns.iter().position(|c| c == name);
        at.and_then(|i| cells.get(i)).copied().unwrap_or("")
    };
    let kind: EntityKind = cell("kind").parse().map_err(|e: crate::UnknownKind| e.to_string())?;
    let name = cell("name");
    if name.is_empty() {
        return Err("empty name".to_owned());
    }
    if crate::text::encode(name).is_empty() {
        return Err(format!("name \"{name}\" has no letter or digit"));
    }
    let (ambiguity, exact) = flag(cell("flag"))?;
    let mut entry = Entry::titled(cell("id"), kind, name);
    entry.push(name, ambiguity, exact);
    add_aliases(&mut entry, cell("aliases"), ambiguity, exact);
    Ok(entry)
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
            _ => return Err(format!("unknown flag \"{word}\", expected always, context, never or exact")),
        }
    }
    Ok((ambiguity, exact))
}

/// The data rows of a table under `seeds/`: a header line, then cells between tabs.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).filter(|line| !line.is_empty()).map(|line| line.split('\t').collect())
}
