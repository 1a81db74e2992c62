//! The hot path: normalize, match, tag, on a text of a few megabytes made from `seeds/articles`.
//!
//! ```sh
//! cargo bench --bench pipeline
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, Throughput};
use kashaf::{Context, Date, Gazetteer, Normalizer, Tagger, dates};

const BYTES: usize = 4 << 20;

/// The sentences of the articles in an order that does not repeat: each round is shuffled anew and has its number in it.
fn text() -> String {
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles");
    let mut paths: Vec<_> = std::fs::read_dir(articles).unwrap().map(|f| f.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let all: String = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let mut sentences: Vec<&str> = all.split_inclusive(['.', '\n']).filter(|s| s.trim().len() > 40).collect();
    let mut text = String::with_capacity(BYTES + 4096);
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    for round in 0.. {
        for last in (1..sentences.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            sentences.swap(last, (state >> 33) as usize % (last + 1));
        }
        for sentence in &sentences {
            writeln!(text, "{}", sentence.trim()).unwrap();
        }
        writeln!(text, "النسخة {round}").unwrap();
        if text.len() >= BYTES {
            return text;
        }
    }
    unreachable!()
}

fn main() {
    let text = text();
    let normalizer = Normalizer::search();
    let list = Gazetteer::embedded();
    let tagger = Tagger::embedded();
    let context = Context::news(Date::new(2024, 3, 7).unwrap());

    // The results that are timed below.
    let folded = normalizer.normalize(&text);
    assert_eq!(normalizer.normalize(folded.as_str()).as_str(), folded.as_str());
    let names = list.find_iter(&text).count();
    assert!(names > 20_000, "only {names} names");
    let mentions = tagger.tag(&text, &context).len();
    assert!(mentions > names, "only {mentions} mentions, {names} names");

    let mut criterion =
        Criterion::default().configure_from_args().sample_size(10).measurement_time(Duration::from_secs(8));
    let mut group = criterion.benchmark_group("pipeline");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("normalize", |b| {
        b.iter(|| assert_eq!(normalizer.normalize(black_box(&text)).as_str().len(), folded.as_str().len()));
    });
    group.bench_function("match", |b| {
        b.iter(|| assert_eq!(list.find_iter(black_box(&text)).count(), names));
    });
    let found = dates(&text, &context).len();
    assert!(found > 1000, "only {found} dates");
    group.bench_function("dates", |b| {
        b.iter(|| assert_eq!(dates(black_box(&text), &context).len(), found));
    });
    group.bench_function("tag", |b| {
        b.iter(|| assert_eq!(tagger.tag(black_box(&text), &context).len(), mentions));
    });
    group.finish();
    criterion.final_summary();
}
