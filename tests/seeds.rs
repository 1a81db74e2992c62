//! The tables of `seeds` are well-formed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use kashaf::{Entry, Gazetteer, Normalizer};

/// Tables of `seeds/gazetteer` whose columns are those of a gazetteer file, curated or imported.
fn entry_tables(imported: bool) -> Vec<PathBuf> {
    let header = if imported { "id\tkind\tname\taliases\tflag\tsource\n" } else { "id\tkind\tname\taliases\tflag\n" };
    let mut paths = tables("gazetteer");
    paths.retain(|path| fs::read_to_string(path).unwrap().starts_with(header));
    paths
}

fn imported_tables() -> Vec<PathBuf> {
    let mut paths = [tables("gazetteer"), tables("lexicon")].concat();
    paths.retain(|path| path.file_name().unwrap().to_str().unwrap().starts_with("imported_"));
    paths
}

fn tables(folder: &str) -> Vec<PathBuf> {
    let folder = seeds().join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "tsv"));
    paths.sort();
    paths
}

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")
}

/// The rows of a table, without its header.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn load(path: &Path) -> Vec<Entry> {
    let mut builder = Gazetteer::builder();
    builder.read_tsv(&path.display().to_string(), fs::File::open(path).unwrap()).unwrap();
    builder.build().unwrap().entries().to_vec()
}

#[test]
fn every_line_is_a_row() {
    for path in [tables("gazetteer"), tables("lexicon"), tables("import")].concat() {
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
    let paths = entry_tables(false);
    assert!(paths.len() >= 10, "{paths:?}");
    let mut seen = HashMap::new();
    let mut entries = 0;
    for path in paths {
        for entry in load(&path) {
            let id = entry.id().to_owned();
            assert!(id.starts_with("kashaf:") || id.starts_with("iso3166-1:"), "{}: {id}", path.display());
            if let Some(other) = seen.insert(id.clone(), path.clone()) {
                panic!("{id} in {} and {}", other.display(), path.display());
            }
            entries += 1;
        }
    }
    assert!(entries >= 5_500, "{entries}");
}

#[test]
fn imported_tables_are_sorted_and_hold_every_form_once() {
    let paths = imported_tables();
    assert!(paths.len() >= 5, "{paths:?}");
    for path in paths {
        let rows = rows(&path);
        assert!(rows.len() >= 500, "{}: {} rows", path.display(), rows.len());
        for pair in rows.windows(2) {
            assert!(pair[0][..2] < pair[1][..2], "{}: {:?} before {:?}", path.display(), pair[0], pair[1]);
        }
    }
    let search = Normalizer::search();
    for path in entry_tables(true) {
        let mut seen = HashMap::new();
        for entry in load(&path) {
            // A row that gives a curated entry more spellings repeats its name.
            let curated = entry.id().starts_with("kashaf:") || entry.id().starts_with("iso3166-1:");
            for form in entry.forms().iter().filter(|form| !(curated && form.text() == entry.name())) {
                let folded = search.normalize(form.text()).as_str().to_owned();
                if let Some(other) = seen.insert(folded, entry.id().to_owned()) {
                    panic!("{}: {} in {other} and {}", path.display(), form.text(), entry.id());
                }
            }
        }
    }
}

/// No name runs from its last letter to its first, and none is Persian, Kurdish or Urdu by its letters.
/// A word twice has two classes, or is work done twice.
#[test]
fn ordinary_words_and_parts_of_names_are_listed_once() {
    for table in ["words.tsv", "names.tsv"] {
        let mut words: Vec<_> =
            rows(&seeds().join("lexicon").join(table)).into_iter().map(|row| row[0].clone()).collect();
        words.sort();
        let twice: Vec<_> = words.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        assert!(words.len() > 1000 && twice.is_empty(), "{table}: {twice:?}");
    }
}

#[test]
fn imported_names_are_arabic_and_run_the_right_way() {
    let foreign = |c: char| {
        c.is_alphabetic() && !('\u{0621}'..='\u{064A}').contains(&c) || ('\u{FB50}'..='\u{FEFF}').contains(&c)
    };
    for path in entry_tables(true) {
        for entry in load(&path) {
            for form in entry.forms() {
                let place = || format!("{}: {} of {}", path.display(), form.text(), entry.id());
                assert!(!form.text().contains(foreign), "{}", place());
                // Teh marbuta and alef maqsura end words, and the article begins them once.
                let backwards = |word: &str| word.starts_with(['\u{0629}', '\u{0649}']) || word.starts_with("الال");
                assert!(!form.text().split([' ', '-']).any(backwards), "{}", place());
            }
        }
    }
    for row in rows(&seeds().join("lexicon/imported_names.tsv")) {
        assert!(!row[0].contains(foreign), "{row:?}");
    }
}

#[test]
fn every_source_has_a_licence_and_a_notice() {
    let usable = ["CC0-1.0", "CC-BY-4.0", "MIT", "MIT AND CC-BY-4.0", "BSD-3-Clause", "Unicode-3.0"];
    let sources = fs::read_to_string(seeds().join("SOURCES.md")).unwrap();
    let packages = rows(&seeds().join("import/packages.tsv"));
    let mut keys = HashSet::new();
    for row in &packages {
        let [key, client, package, version, licence, copyright, sha256] = row.as_slice() else { panic!("{row:?}") };
        assert!(["apt", "npm", "pip"].contains(&client.as_str()) && usable.contains(&licence.as_str()), "{row:?}");
        assert!(sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_hexdigit()), "{row:?}");
        let notice = format!("| `{key}` | {package} ({client}) | {version} | {licence} | {copyright} |");
        assert!(!copyright.is_empty() && sources.contains(&notice), "SOURCES.md lacks {notice}");
        assert!(keys.insert(key.as_str()), "{key} twice");
    }
    for path in imported_tables() {
        for row in rows(&path) {
            assert!(keys.contains(row.last().unwrap().as_str()), "{}: {row:?}", path.display());
        }
    }
}

#[test]
fn embedded_tables_stay_small() {
    let bytes: u64 =
        [tables("gazetteer"), tables("lexicon")].concat().iter().map(|p| p.metadata().unwrap().len()).sum();
    assert!(bytes <= 2_500_000, "{bytes} bytes");
}

#[test]
fn reviewed_words_are_sorted_and_flagged() {
    let rows = rows(&seeds().join("import/reviewed.tsv"));
    assert!(rows.len() >= 500, "{}", rows.len());
    for row in &rows {
        assert!(["always", "context", "never"].contains(&row[1].as_str()), "{row:?}");
    }
    for pair in rows.windows(2) {
        assert!(pair[0][0] < pair[1][0], "{:?} before {:?}", pair[0], pair[1]);
    }
}

/// In sentences, such a word is a name beside its cue or after it has been one.
#[cfg(feature = "embedded")]
#[test]
fn ambiguous_words_in_sentences() {
    let table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ambiguous.tsv")).unwrap();
    for row in table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>()) {
        let mentions = kashaf::Tagger::embedded().tag(row[0], &kashaf::Context::default());
        let found: Vec<_> = mentions.iter().map(|m| format!("{}:{}", m.kind(), m.text())).collect();
        assert_eq!(found.join(" "), row[1], "{}: {}", row[0], row[2]);
    }
}

/// Words that are also names do not make one alone.
#[cfg(feature = "embedded")]
#[test]
fn ordinary_words_are_no_names_alone() {
    use kashaf::{Ambiguity, EntityKind};
    let search = Normalizer::search();
    let fold = |text: &str| search.normalize(text).as_str().to_owned();
    let surest = |word: &str| {
        let word = fold(word);
        let names = Gazetteer::embedded().entries().iter().filter(|e| e.kind() != EntityKind::Norp);
        let forms = names.flat_map(Entry::forms).filter(|form| !form.is_exact() && fold(form.text()) == word);
        forms.map(kashaf::Form::ambiguity).min()
    };
    for word in ["كان", "سوف", "دون", "الي", "على", "قال", "العاصمة", "المدينة", "الشمال"]
    {
        assert!(matches!(surest(word), None | Some(Ambiguity::Never)), "{word}: {:?}", surest(word));
    }
    for word in ["صور", "قنا", "عين", "فتح", "النهار", "الأمل", "السلام", "الشروق", "رشيد"]
    {
        assert_ne!(surest(word), Some(Ambiguity::Always), "{word}");
    }
    for word in ["دمشق", "طنجة", "مانشستر", "تلمسان", "صفاقس", "فوكوكا"] {
        assert_eq!(surest(word), Some(Ambiguity::Always), "{word}");
    }
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
