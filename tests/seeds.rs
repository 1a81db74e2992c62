//! The tables of `seeds` are well-formed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use kashaf::Gazetteer;

/// Tables of `seeds/gazetteer` whose columns are those of a gazetteer file.
fn entry_tables() -> Vec<PathBuf> {
    let mut paths = tables("gazetteer");
    paths.retain(|path| fs::read_to_string(path).unwrap().starts_with("id\tkind\tname\taliases\tflag\n"));
    paths
}

fn tables(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn every_line_is_a_row() {
    for path in [tables("gazetteer"), tables("lexicon")].concat() {
        let text = fs::read_to_string(&path).unwrap();
        let mut lines = text.lines();
        let columns = lines.next().unwrap_or_default().split('\t').count();
        for (number, line) in lines.enumerate() {
            let place = || format!("{}:{}", path.display(), number + 2);
            assert_eq!(line.split('\t').count(), columns, "{}", place());
            assert!(line.split('\t').all(|cell| cell == cell.trim() && !cell.contains("  ")), "{}", place());
            // هـ is the one abbreviation that is written with a tatweel.
            let line = line.replace("ه\u{640}", "ه");
            let hidden = |c: char| {
                c == '\u{640}' || ('\u{64B}'..='\u{652}').contains(&c) || ('\u{200B}'..='\u{200F}').contains(&c)
            };
            assert!(!line.contains(hidden), "{}: mark, tatweel or control", place());
        }
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{}", path.display());
    }
}

#[test]
fn entries_load_and_ids_are_unique() {
    let paths = entry_tables();
    assert!(paths.len() >= 10, "{paths:?}");
    let mut seen = HashMap::new();
    let mut entries = 0;
    for path in paths {
        let mut builder = Gazetteer::builder();
        builder.read_tsv(&path.display().to_string(), fs::File::open(&path).unwrap()).unwrap();
        for entry in builder.build().unwrap().entries() {
            let id = entry.id().to_owned();
            assert!(id.starts_with("kashaf:") || id.starts_with("iso3166-1:"), "{}: {id}", path.display());
            if let Some(other) = seen.insert(id.clone(), path.clone()) {
                panic!("{id} in {} and {}", other.display(), path.display());
            }
            entries += 1;
        }
    }
    assert!(entries >= 1_500, "{entries}");
}

#[cfg(feature = "embedded")]
#[test]
fn embedded_names_are_all_there() {
    let list = Gazetteer::embedded();
    for (text, id) in [
        ("الدوحة", "kashaf:doha"),
        ("القطريين", "iso3166-1:QA"),
        ("الأميركية", "iso3166-1:US"),
        ("وزارة الدفاع القطرية", "kashaf:qa-ministry-of-defence"),
        ("الجيش الأمريكي", "kashaf:us-army"),
        ("حلف الناتو", "kashaf:nato"),
    ] {
        let hit = list.find_iter(text).next().unwrap_or_else(|| panic!("{text}"));
        assert_eq!((hit.entry().id(), hit.span().of(text)), (id, text));
    }
}
