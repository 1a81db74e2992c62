//! Matching: `Gazetteer::find_iter` from raw text to spans, against automata over text that is folded already.

use std::collections::{HashMap, HashSet};
use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};
use kashaf::{EntityKind, Entry, Gazetteer, Normalizer};

use crate::common::random;
use crate::harness::{Group, Settings};
use crate::texts::{Text, plain};

/// Names in a list, and how many times as fast as aho-corasick it is to be searched for. For one name aho-corasick looks
/// for its rarest byte, and the documentation says to do that.
const LISTS: [(usize, Option<f64>); 7] = [
    (1, None),
    (10, Some(0.8)),
    (50, Some(0.8)),
    (1_000, Some(6.0)),
    (10_000, Some(6.5)),
    (100_000, Some(5.0)),
    (1_000_000, Some(3.5)),
];
/// Lists below this size are compared with aho-corasick alone.
const MANY: usize = 1_000;
/// Lists up to this size are compared with a DFA as well, which takes 2 KB a name.
const DFA: usize = 10_000;
/// Times as fast as daachorse.
const PER_DAACHORSE: f64 = 3.0;
/// The speed on short lines, of that on the whole text.
const LINES: f64 = 0.6;
/// The speed on a long hostile text, of that on a short one.
const HOSTILE: f64 = 0.5;
/// Most seconds for building a list of 100,000 names.
const BUILD: f64 = 0.35;

/// Runs the section: a group for each size of list, as far as the text has names for it.
pub fn run(texts: &[Text], settings: &Settings) {
    let text = &plain(texts).text;
    let names = names(text, LISTS[LISTS.len() - 1].0);
    for (size, target) in LISTS {
        let label = format!("match/{size} names");
        // A test run is to be quick.
        if names.len() < size
            || !label.contains(settings.filter.split(" per").next().unwrap_or(""))
            || (settings.rounds == 0 && size > DFA)
        {
            continue;
        }
        compare(&label, text, &names[..size], target, settings);
    }
    hostile(Gazetteer::embedded(), settings);
}

fn compare(label: &str, text: &str, names: &[String], target: Option<f64>, settings: &Settings) {
    let start = Instant::now();
    let mut builder = Gazetteer::builder();
    for (id, name) in names.iter().enumerate() {
        builder.add(Entry::new(&id.to_string(), EntityKind::Org, name));
    }
    let added = start.elapsed().as_secs_f64();
    let list = builder.build().unwrap();
    let built = start.elapsed().as_secs_f64() - added;
    if settings.rounds > 0 {
        println!("build\t{label}\t{built:.3}\t{:.2}", BUILD * names.len() as f64 / 100_000.0);
        println!("memory\t{label}\t{} bytes a name", list.memory_usage() / names.len());
    }
    let normalizer = Normalizer::search();
    let folded = normalizer.normalize(text).into_text().into_owned();
    let patterns: Vec<String> = names.iter().map(|name| normalizer.normalize(name).into_text().into_owned()).collect();
    check(label, text, &list, &patterns);

    let (list, folded) = (&list, &folded);
    let mut group = Group::new(label);
    group.variant("find_iter", text.len(), move || list.find_iter(text).map(|hit| hit.span().end()).sum());
    let automaton = AhoCorasick::new(&patterns).unwrap();
    group.variant("aho-corasick", text.len(), move || automaton.find_iter(folded).map(|hit| hit.end()).sum());
    group.ratio("find_iter", "aho-corasick", target);
    if names.len() < MANY {
        return group.run(settings);
    }
    let dfa =
        (names.len() <= DFA).then(|| AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(&patterns).unwrap());
    if let Some(dfa) = dfa {
        group.variant("its DFA", text.len(), move || dfa.find_iter(folded).map(|hit| hit.end()).sum());
        group.ratio("find_iter", "its DFA", None);
    }
    let distinct: HashSet<&String> = patterns.iter().collect();
    let charwise: CharwiseDoubleArrayAhoCorasick<u32> = CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(daachorse::MatchKind::LeftmostLongest)
        .build(&distinct)
        .unwrap();
    group.variant("daachorse", text.len(), move || charwise.leftmost_find_iter(folded).map(|hit| hit.end()).sum());
    group.ratio("find_iter", "daachorse", Some(PER_DAACHORSE));
    let table = Table::new(&patterns);
    group.variant("hash of words", text.len(), move || table.spans(folded).iter().map(|&(_, end)| end).sum());
    group.ratio("find_iter", "hash of words", None);
    let lines = lines(text);
    let mut worker = list.worker();
    group.variant("lines", text.len(), move || {
        lines.iter().map(|line| worker.find_iter(line).map(|hit| hit.span().end()).sum::<usize>()).sum()
    });
    group.ratio("lines", "find_iter", Some(LINES));
    group.run(settings);
}

/// A text in pieces of about 130 bytes, cut behind spaces.
fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let most = (0..=130.min(rest.len())).rev().find(|&at| rest.is_char_boundary(at)).unwrap_or(0);
        let end = rest[..most].rfind(' ').map_or(most, |space| space + 1);
        let (line, after) = rest.split_at(end);
        lines.push(line);
        rest = after;
    }
    lines
}

/// Texts made to be slow, ten megabytes beside a hundred kilobytes.
fn hostile(list: &Gazetteer, settings: &Settings) {
    let units = [
        ("one letter", "ا"),
        ("proclitics", "وبال"),
        ("proclitics apart", "و ب ل "),
        ("marks", "م\u{64E}\u{640}\u{651}"),
        ("near misses", "المملكة العربية "),
        ("a huge token", "قبفلسطحجخ"),
    ];
    for (name, unit) in units {
        let [short, long] = [100_000, 10_000_000].map(|bytes| unit.repeat(bytes / unit.len()));
        let mut group = Group::new(format!("match/hostile/{name}"));
        let [mut first, mut second] = [list.worker(), list.worker()];
        group.variant("10 MB", long.len(), move || second.find_iter(&long).count());
        // As many bytes as the long one.
        group.variant("100 KB", 100 * short.len(), move || (0..100).map(|_| first.find_iter(&short).count()).sum());
        group.ratio("10 MB", "100 KB", Some(HOSTILE));
        group.run(settings);
    }
}

/// What the plain table finds in the folded text, the list finds in the source; says how much of the text names cover.
fn check(label: &str, text: &str, list: &Gazetteer, patterns: &[String]) {
    let normalized = Normalizer::search().normalize(text);
    let words = normalized.as_str().split_whitespace().count();
    let hits: Vec<_> = list.find_iter(text).map(|hit| hit.span().range()).collect();
    let covered: usize = hits.iter().map(|hit| text[hit.clone()].split_whitespace().count()).sum();
    println!("names\t{label}\t{} matches, {:.1} % of the words", hits.len(), 100.0 * covered as f64 / words as f64);
    let found = Table::new(patterns).spans(normalized.as_str());
    assert!(!found.is_empty());
    for (start, end) in found.into_iter().step_by(101) {
        let source = normalized.to_source(start..end);
        let after = hits.partition_point(|hit| hit.end <= source.start());
        assert!(hits.get(after).is_some_and(|hit| hit.start < source.end()), "{:?} is missed", source.of(text));
    }
}

/// Longest match of whole words, as one writes it with a hash table.
struct Table<'p> {
    names: HashMap<Vec<&'p str>, ()>,
    longest: usize,
}

impl<'p> Table<'p> {
    fn new(patterns: &'p [String]) -> Self {
        let names: HashMap<Vec<&str>, ()> =
            patterns.iter().map(|name| (name.split_whitespace().collect(), ())).collect();
        let longest = names.keys().map(Vec::len).max().unwrap_or(0);
        Self { names, longest }
    }

    /// The byte ranges of the names in folded text.
    fn spans(&self, folded: &'p str) -> Vec<(usize, usize)> {
        let place = |word: &str| word.as_ptr() as usize - folded.as_ptr() as usize;
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut spans = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let most = self.longest.min(words.len() - at);
            let found = (1..=most).rev().find(|&len| self.names.contains_key(&words[at..at + len]));
            if let Some(len) = found {
                let last = words[at + len - 1];
                spans.push((place(words[at]), place(last) + last.len()));
            }
            at += found.unwrap_or(1);
        }
        spans
    }
}

/// Up to `most` different names, four kinds in turn as far as they go: those of
/// the embedded gazetteer, people, companies and schools, and runs of two to
/// four words of the text, so that long names and near misses stand in it.
fn names(text: &str, most: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_word = |word: &&str| word.chars().all(crate::texts::is_letter) && word.chars().count() > 2;
    let listed: Vec<&str> = Gazetteer::embedded().entries().iter().map(Entry::name).collect();
    let (given, family): (Vec<&str>, Vec<&str>) = (parts("given"), parts("family"));
    let places: Vec<&str> = listed.iter().copied().filter(|name| !name.contains(' ')).collect();
    let mut random = random(5);
    let (mut seen, mut names) = (HashSet::new(), Vec::new());
    for turn in 0..most * 8 {
        let mut any = |of: &[&str]| of[random(of.len())].to_owned();
        let name = match turn % 4 {
            0 if turn / 4 < listed.len() => listed[turn / 4].to_owned(),
            1 => format!("{} {} {}", any(&given), any(&given), any(&family)),
            2 => format!("{} {} {}", any(&HEADS), any(&family), any(&places)),
            3 => {
                let start = random(words.len() - 4);
                let run = &words[start..start + 2 + random(3)];
                if !run.iter().all(is_word) {
                    continue;
                }
                run.join(" ")
            }
            _ => continue,
        };
        if seen.insert(name.clone()) {
            names.push(name);
        }
        if names.len() == most {
            break;
        }
    }
    names
}

/// First words of the names of companies and schools.
const HEADS: [&str; 8] = ["شركة", "بنك", "جامعة", "مؤسسة", "معهد", "مدرسة", "جمعية", "نادي"];

/// Given names or family names.
fn parts(role: &str) -> Vec<&'static str> {
    let rows = include_str!("../../seeds/lexicon/imported_names.tsv").lines().map(|row| row.split('\t'));
    rows.filter_map(|mut row| row.next().filter(|_| row.next() == Some(role))).collect()
}
