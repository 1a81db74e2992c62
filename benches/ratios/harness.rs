//! Timing variants against each other, interleaved.

use std::hint::black_box;

use cpu_time::ThreadTime;

use crate::common::random;

/// What the command line asks for.
pub struct Settings {
    /// Part of the names of the ratios to measure; empty for all.
    pub filter: String,
    /// Timed rounds; 0 to run everything once without timing.
    pub rounds: usize,
}

/// Variants that are timed in the same rounds, and the ratios between them.
pub struct Group<'a> {
    name: String,
    variants: Vec<Variant<'a>>,
    ratios: Vec<Ratio>,
}

struct Variant<'a> {
    name: String,
    /// Bytes of source text that one call works on.
    bytes: usize,
    /// Gives a number that is the same for every call, such as the length of its output.
    call: Box<dyn FnMut() -> usize + 'a>,
}

/// `speed of a ÷ speed of b`, as names of variants.
struct Ratio {
    name: String,
    a: String,
    b: String,
    target: Option<f64>,
}

impl<'a> Group<'a> {
    /// A group without variants. Its name, a slash and theirs are the names printed.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), variants: Vec::new(), ratios: Vec::new() }
    }

    /// Adds a variant whose calls work on `bytes` of source text and give the same number each time.
    pub fn variant(&mut self, name: &str, bytes: usize, call: impl FnMut() -> usize + 'a) {
        self.variants.push(Variant { name: name.to_owned(), bytes, call: Box::new(call) });
    }

    /// Asks for the ratio `a per b` of two variants.
    pub fn ratio(&mut self, a: &str, b: &str, target: Option<f64>) {
        let name = format!("{}/{a} per {b}", self.name);
        self.ratios.push(Ratio { name, a: a.to_owned(), b: b.to_owned(), target });
    }

    /// Times the variants of the ratios asked for and prints both. A variant without a ratio is not run.
    pub fn run(mut self, settings: &Settings) {
        self.ratios.retain(|ratio| ratio.name.contains(&settings.filter));
        self.variants.retain(|variant| self.ratios.iter().any(|r| [&r.a, &r.b].contains(&&variant.name)));
        let samples = time(&mut self.variants, settings.rounds);
        if settings.rounds == 0 {
            for variant in &self.variants {
                println!("tested\t{}/{}", self.name, variant.name);
            }
            return;
        }
        let mut speeds = Vec::new();
        for (variant, samples) in self.variants.iter().zip(samples) {
            let (fastest, median) = (samples[0], samples[samples.len() / 2]);
            let speed = variant.bytes as f64 / median / f64::from(1 << 20);
            println!("speed\t{}/{}\t{speed:.1}\t{:.1}", self.name, variant.name, 100.0 * (median / fastest - 1.0));
            speeds.push((&variant.name, speed));
        }
        let speed = |name: &str| speeds.iter().find(|(known, _)| *known == name).expect("a variant of the group").1;
        for Ratio { name, a, b, target } in &self.ratios {
            let target = target.map_or("-".to_owned(), |target| target.to_string());
            println!("ratio\t{name}\t{:.3}\t{target}", speed(a) / speed(b));
        }
    }
}

/// The seconds of CPU time that a call of each variant takes, one figure a round, in ascending order.
///
/// The first call of each is not timed: it warms up and gives the number that
/// the others must give again. As every call follows those of other variants,
/// none finds its text in a cache that another call of its own has filled.
fn time(variants: &mut [Variant<'_>], rounds: usize) -> Vec<Vec<f64>> {
    let expected: Vec<usize> = variants.iter_mut().map(|variant| (variant.call)()).collect();
    let mut samples = vec![Vec::new(); variants.len()];
    let mut order: Vec<usize> = (0..variants.len()).collect();
    let mut random = random(3);
    for _ in 0..rounds {
        for last in (1..order.len()).rev() {
            order.swap(last, random(last + 1));
        }
        for &i in &order {
            let Variant { name, call, .. } = &mut variants[i];
            let start = ThreadTime::now();
            let number = black_box(call());
            samples[i].push(start.elapsed().as_secs_f64());
            assert_eq!(number, expected[i], "{name} gives another result");
        }
    }
    samples.iter_mut().for_each(|samples| samples.sort_by(f64::total_cmp));
    samples
}
