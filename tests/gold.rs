//! The articles the project grew from, against their gold (`KASHAF_SHARED`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg(feature = "embedded")]

mod common;

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::ops::Range;

use common::Gold;
use kashaf::{Context, Date, Tagger};

/// The words of a text, as ranges of bytes.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric() || ('\u{64B}'..='\u{652}').contains(c)) {
        match words.last_mut() {
            Some(word) if word.end == at => word.end = at + c.len_utf8(),
            _ => words.push(at..at + c.len_utf8()),
        }
    }
    words
}

fn covered(words: &[Range<usize>], range: &Range<usize>) -> Vec<usize> {
    (0..words.len()).filter(|&i| words[i].start < range.end && range.start < words[i].end).collect()
}

/// Where a gold surface stands, from a byte on; `للولايات` for `الولايات` too.
fn locate(text: &str, surface: &str, from: usize) -> Range<usize> {
    let assimilated = surface.strip_prefix("ال").map(|rest| format!("ل{rest}"));
    [Some(surface.to_owned()), assimilated]
        .into_iter()
        .flatten()
        .filter_map(|form| text[from..].find(&form).map(|at| from + at..from + at + form.len()))
        .min_by_key(|range| range.start)
        .unwrap_or_else(|| panic!("{surface} is not in the text"))
}

#[test]
fn seeds() {
    let Some(shared) = common::shared() else { return };
    let table = fs::read_to_string(shared.join("gold/seeds.tsv")).unwrap();
    let (first, rest) = table.split_once('\n').unwrap();
    let dates: HashMap<&str, Date> = first
        .split_whitespace()
        .filter_map(|word| word.split_once('='))
        .filter_map(|(doc, day)| Some((doc, day.parse().ok()?)))
        .collect();
    let mut docs: BTreeMap<&str, Vec<Gold>> = BTreeMap::new();
    for line in rest.lines().filter(|line| !line.is_empty()) {
        let mut cells = line.split('\t');
        let mut next = || cells.next().unwrap_or_default();
        docs.entry(next()).or_default().push(Gold::new(next(), next(), next()));
    }
    let (mut right, mut found, mut wanted, mut values, mut right_values) = (0, 0, 0, 0, 0);
    for (doc, gold) in docs {
        let text = fs::read_to_string(shared.join(format!("seeds/{doc}.txt"))).unwrap();
        let words = words(&text);
        let mut mentions: HashMap<(Vec<usize>, &str), Option<String>> = HashMap::new();
        for m in Tagger::embedded().tag(&text, &Context::news(dates[doc])) {
            mentions.insert((covered(&words, &m.span().range()), m.kind().as_str()), m.value().map(|v| v.into_owned()));
        }
        let mut from = 0;
        for g in &gold {
            let range = locate(&text, &g.surface, from);
            from = range.end;
            let place = covered(&words, &range);
            if g.optional {
                mentions.retain(|(m, _), _| !m.iter().any(|word| place.contains(word)));
                continue;
            }
            wanted += 1;
            let value = mentions.remove(&(place, g.kind.as_str()));
            right += usize::from(value.is_some());
            found += usize::from(value.is_some());
            if !g.value.is_empty() {
                values += 1;
                let same = value.flatten().is_some_and(|v| v == g.value);
                right_values += usize::from(same);
                if !same {
                    println!("{doc}: value of {}, want {}", g.surface, g.value);
                }
            }
        }
        for (place, kind) in mentions.keys() {
            let surface: Vec<_> = place.iter().map(|&i| &text[words[i].clone()]).collect();
            println!("{doc}: too much or wrong: {kind} {}", surface.join(" "));
        }
        found += mentions.len();
    }
    let f1 = 2.0 * f64::from(right as u32) / f64::from((found + wanted) as u32);
    println!("F1 {f1:.3} ({right} right, {found} found, {wanted} wanted), values {right_values} of {values}");
    assert!(f1 >= 0.92, "F1 {f1}");
    assert!(right_values * 100 >= values * 95, "{right_values} of {values} values");
}
