//! What the tests share.
#![allow(dead_code)] // each test uses its part

use std::path::{Path, PathBuf};

/// The rows of a table in `tests/data`: a header line, then cells between tabs.
/// `\n` in a cell is a line break.
pub fn rows(table: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(table);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut lines = text.lines();
    let columns = lines.next().expect("a header").split('\t').count();
    lines
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
        .map(|(i, line)| {
            let row: Vec<String> = line.split('\t').map(|cell| cell.replace("\\n", "\n")).collect();
            assert_eq!(row.len(), columns, "{table}:{}", i + 2);
            row
        })
        .collect()
}

/// The folder of shared measuring data, when the environment names one.
pub fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("KASHAF_SHARED").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: KASHAF_SHARED is not set");
    }
    folder
}

/// A row of a gold file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gold {
    pub surface: String,
    pub kind: String,
    pub value: String,
    /// May be found or not.
    pub optional: bool,
}

impl Gold {
    /// From the cells `surface`, `kind`, `value`.
    pub fn new(surface: &str, kind: &str, value: &str) -> Self {
        let (kind, optional) = kind.strip_prefix('?').map_or((kind, false), |kind| (kind, true));
        Self { surface: surface.to_owned(), kind: kind.to_owned(), value: value.to_owned(), optional }
    }
}

/// The surface of a mention as gold files write it: with the article that ل has swallowed.
pub fn surface(mention: &kashaf::Mention<'_>) -> String {
    let text = mention.text();
    if mention.proclitics().preposition() == Some('ل') && text.starts_with('ل') && text.chars().nth(1) != Some('ب') {
        format!("ا{text}")
    } else {
        text.to_owned()
    }
}

/// Numbers below a limit that look random and are the same each time.
pub fn random(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    }
}

/// Strings of up to 13 characters of an alphabet, the same ones each time.
pub fn strings(alphabet: &[char], count: usize) -> impl Iterator<Item = String> + use<> {
    let mut random = random(42);
    let alphabet = alphabet.to_vec();
    (0..count).map(move |_| (0..random(14)).map(|_| alphabet[random(alphabet.len())]).collect())
}
