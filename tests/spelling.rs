//! Numbers spelled out, and read back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{random, rows};
use kashaf::{Case, CountedNoun, EntityKind, Gender, Number, Spelling, numbers};

const GENDERS: [Gender; 2] = [Gender::Masculine, Gender::Feminine];
const CASES: [Case; 3] = [Case::Nominative, Case::Accusative, Case::Genitive];

fn absolute() -> impl Iterator<Item = Spelling> {
    GENDERS.into_iter().flat_map(|gender| CASES.map(|case| Spelling::new().gender(gender).case(case)))
}

fn spellings() -> impl Iterator<Item = Spelling> {
    absolute().flat_map(|spelling| [false, true].map(|construct| spelling.construct(construct)))
}

/// How many numbers are spelled and read in one text, a paragraph each.
const IN_ONE_TEXT: usize = 64;

/// Spells these numbers in every way, and reads every spelling back. Ways that spell a number alike are read once.
fn read_all(ways: &[Spelling], all: &[i128], kind: EntityKind, spell: impl Fn(Spelling, i128) -> String) {
    let (mut text, mut expected) = (String::new(), Vec::new());
    for some in all.chunks(IN_ONE_TEXT) {
        text.clear();
        expected.clear();
        for &number in some {
            let first = expected.len();
            for &way in ways {
                let words = spell(way, number);
                if expected[first..].iter().all(|(_, range): &(_, std::ops::Range<usize>)| text[range.clone()] != words)
                {
                    expected.push((number, text.len()..text.len() + words.len()));
                    text.push_str(&words);
                    text.push_str("\n\n");
                }
            }
        }
        let found = numbers(&text);
        let mut found = found.iter();
        for (number, range) in &expected {
            let mention = found.next().unwrap_or_else(|| panic!("{} is not read", &text[range.clone()]));
            let read = mention.quantity().number();
            let same = mention.kind() == kind && read.to_i128() == Some(*number) && mention.span().range() == *range;
            assert!(same, "{number}: {} read as {read} in {}", &text[range.clone()], mention.span().of(&text));
        }
        assert!(found.next().is_none(), "more than {} numbers in {text}", expected.len());
    }
}

/// Reads numbers back, on every processor.
fn read_back(ways: &[Spelling], all: &[i128]) {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let cardinal = |way: Spelling, number| way.spell(Number::try_from(number).unwrap()).unwrap();
    std::thread::scope(|scope| {
        for part in all.chunks(all.len().div_ceil(threads)) {
            scope.spawn(move || read_all(ways, part, EntityKind::Cardinal, cardinal));
        }
    });
}

/// Every number up to a million in a release build, fewer otherwise.
#[test]
fn to_a_million() {
    let step = if cfg!(debug_assertions) { 97 } else { 1 };
    let every = |step| (0..=2000).chain((2000..=1_000_000).step_by(step)).collect::<Vec<i128>>();
    read_back(&absolute().collect::<Vec<_>>(), &every(step));
    let construct = absolute().map(|spelling| spelling.construct(true));
    read_back(&construct.collect::<Vec<_>>(), &every(97));
}

#[test]
fn up_to_ten_to_the_27() {
    let mut random = random(6);
    let mut number = || {
        let digits = random(27);
        // Zeros are as frequent as in numbers that people write.
        (0..=digits).fold(0i128, |number, _| number * 10 + if random(3) == 0 { 0 } else { random(10) as i128 })
    };
    let count = if cfg!(debug_assertions) { 2_000 } else { 100_000 };
    let mut all: Vec<i128> = (0..count).map(|_| number()).collect();
    // The second has as many words as any.
    all.extend([10i128.pow(27), 10i128.pow(27) - 1]);
    read_back(&absolute().collect::<Vec<_>>(), &all);
    read_back(&spellings().collect::<Vec<_>>(), &all.into_iter().step_by(20).collect::<Vec<_>>());
}

#[test]
fn decimals_and_negative_numbers() {
    for text in ["0.5", "-3", "12.05", "-0.001", "100.25", "1000000.7", "2.125"] {
        let number = numbers(&format!("({text})"))[0].quantity().number();
        assert_eq!(number.to_string(), text);
        let words = Spelling::new().spell(number).unwrap();
        let found = numbers(&words);
        assert_eq!((found.len(), found[0].quantity().number().to_string()), (1, text.to_owned()), "{words}");
    }
    assert_eq!(Spelling::new().spell(numbers("ثلث")[0].quantity().number()), None);
    assert_eq!(Spelling::new().spell(numbers("بين 3 و5")[0].quantity().number()), None);
}

#[test]
fn ordinals() {
    let mut random = random(9);
    let large = (0..2000).map(|_| (random(1 << 16) << 16 | random(1 << 16)) >> random(18));
    let all: Vec<i128> = (1..=9_999).chain(large.map(|n| n.max(1) as i128)).chain([1_000_000, 4_294_967_295]).collect();
    let spell = |way: Spelling, number| way.ordinal(u32::try_from(number).unwrap()).unwrap();
    read_all(&spellings().collect::<Vec<_>>(), &all, EntityKind::Ordinal, spell);
    assert_eq!(Spelling::new().ordinal(0), None);
}

/// `tests/data/spelling.tsv`: a number, the case, a noun with its plural and gender, or `-`, and the words.
#[test]
fn table() {
    for row in rows("spelling.tsv") {
        let [number, form, noun, expected] = &row[..] else { panic!("{row:?}") };
        let case = if form.contains("acc") {
            Case::Accusative
        } else if form.contains("gen") {
            Case::Genitive
        } else {
            Case::Nominative
        };
        let gender = if form.contains('f') { Gender::Feminine } else { Gender::Masculine };
        let spelling = Spelling::new().gender(gender).case(case).construct(form.contains("con"));
        let spelled = match noun.split_once('/') {
            Some((singular, plural)) => {
                spelling.count(number.parse().unwrap(), &CountedNoun::new(singular, plural, gender)).unwrap()
            }
            None if form.contains("ord") => spelling.ordinal(number.parse().unwrap()).unwrap(),
            None => spelling.spell(Number::try_from(number.parse::<i128>().unwrap()).unwrap()).unwrap(),
        };
        assert_eq!(&spelled, expected, "{number} {form} {noun}");
    }
}
