//! The articles of `seeds/articles` come out exactly as their gold files say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg(feature = "embedded")]

mod common;

use std::path::Path;

use common::{Gold, surface};
use kashaf::{Context, Date, Tagger};

/// Reference date and mentions of a gold file.
fn gold(path: &Path) -> (Date, Vec<Gold>) {
    let text = std::fs::read_to_string(path).unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    let date = first.strip_prefix("# reference-date: ").expect("a reference date").parse().unwrap();
    let rows = rest.lines().skip(1).map(|line| {
        let cells: Vec<_> = line.split('\t').collect();
        let [surface, kind, value] = cells[..] else { panic!("{}: {line}", path.display()) };
        Gold::new(surface, kind, value)
    });
    (date, rows.collect())
}

#[test]
fn articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    assert!(paths.len() >= 5);
    paths.sort();
    let mut wrong = Vec::new();
    for path in &paths {
        let text = std::fs::read_to_string(path).unwrap();
        let (date, mut gold) = gold(&path.with_extension("tsv"));
        if !cfg!(feature = "hijri") {
            // Hijri years then have no value.
            gold.iter_mut().filter(|g| g.surface.ends_with("هـ")).for_each(|g| g.value.clear());
        }
        let mentions = Tagger::embedded().tag(&text, &Context::news(date));
        let mut gold = gold.iter().peekable();
        let name = path.file_stem().unwrap().display();
        for m in &mentions {
            let found = Gold::new(&surface(m), m.kind().as_str(), &m.value().unwrap_or_default());
            while gold.peek().is_some_and(|g| g.optional && g.surface != found.surface) {
                gold.next();
            }
            match gold.next() {
                Some(want) if want.surface == found.surface && want.kind == found.kind && want.value == found.value => {
                }
                want => {
                    wrong.push(format!("{name}: found {found:?}\n    want {want:?}"));
                    break;
                }
            }
        }
        wrong.extend(gold.filter(|g| !g.optional).take(1).map(|g| format!("{name}: missing from here on {g:?}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
