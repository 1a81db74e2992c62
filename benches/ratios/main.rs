//! Speed as ratios: this crate against others, and its rare paths against its common one.
//!
//! ```sh
//! cargo bench --bench ratios                              # everything
//! cargo bench --bench ratios -- normalize/rare            # ratios whose name holds this
//! KASHAF_BENCH_TEXT=folder cargo bench --bench ratios     # on texts of your own
//! cargo bench --bench ratios -- --test                    # checks every variant, times nothing
//! ```
//!
//! What is compared runs in one process, in rounds, each round in a new random
//! order, on thread CPU time, so that a busy or throttled machine slows both
//! sides of a ratio alike. A ratio is that of the median speeds; speed is bytes
//! of the source text a second, whatever the variant makes of them. Every
//! variant's result is checked before it is timed, and compared in every round.
//!
//! The lines printed, their cells between tabs:
//!
//! | first cell | then |
//! |---|---|
//! | `text` | name, bytes, vowel marks per 100 letters, where it comes from |
//! | `speed` | name, MiB/s in the median round, percent by which the median round is slower than the fastest |
//! | `ratio` | name, value, target (`-` where there is none) |
//! | `build` | name of a list, seconds, most seconds |
//! | `names`, `memory` | name of a list, how much of the text its names cover, what it takes |
//! | `tested` | name (with `--test`) |
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../../tests/common/mod.rs"]
mod common;
mod harness;
mod matching;
mod naive;
mod normalize;
mod rare;
mod tagging;
mod texts;

use clap::Parser;

/// Measures speed as ratios.
#[derive(Parser)]
struct Arguments {
    /// Only the ratios whose name holds this
    filter: Option<String>,
    /// Runs and checks each variant once, without timing
    #[arg(long)]
    test: bool,
    /// Timed rounds
    #[arg(long, default_value_t = 21)]
    rounds: usize,
    /// Given by `cargo bench`; without it, as under `cargo test`, nothing is timed
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() {
    let arguments = Arguments::parse();
    let settings = harness::Settings {
        filter: arguments.filter.unwrap_or_default(),
        rounds: if arguments.bench && !arguments.test { arguments.rounds.max(1) } else { 0 },
    };
    let texts = texts::texts();
    for text in &texts {
        println!("text\t{}\t{}\t{:.1}\t{}", text.name, text.text.len(), 100.0 * text.vocalisation(), text.origin);
    }
    normalize::run(&texts, &settings);
    matching::run(&texts, &settings);
    tagging::run(&texts, &settings);
}
