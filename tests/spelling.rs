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

/// Spells and reads these numbers in one text, a paragraph each.
fn read_all(spelling: Spelling, all: impl Iterator<Item = i128>) {
    let all: Vec<Number> = all.map(|n| Number::try_from(n).unwrap()).collect();
    for some in all.chunks(1000) {
        let words: Vec<String> = some.iter().map(|&n| spelling.spell(n).unwrap()).collect();
        let text = words.join("\n\n");
        let found = numbers(&text);
        assert_eq!(found.len(), some.len(), "{spelling:?} from {} to {}", some[0], some[some.len() - 1]);
        for ((mention, number), words) in found.iter().zip(some).zip(&words) {
            let (read, span) = (mention.quantity().number(), mention.span().of(&text));
            let same = mention.kind() == EntityKind::Cardinal && read == *number && span == words;
            assert!(same, "{number} {spelling:?}: {words} read as {read} in {span}");
        }
    }
}

/// Reads numbers back under these spellings, all at a time.
fn read_back(spellings: impl Iterator<Item = Spelling>, of: impl Fn() -> Box<dyn Iterator<Item = i128>> + Sync) {
    std::thread::scope(|scope| {
        let of = &of;
        let threads: Vec<_> = spellings.map(|spelling| scope.spawn(move || read_all(spelling, of()))).collect();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
    });
}
/// Every number up to a million in a release build, fewer otherwise.
#[test]
fn to_a_million() {
    let step = if cfg!(debug_assertions) { 97 } else { 1 };
    read_back(absolute(), || Box::new((0..=2000).chain((2000..=1_000_000).step_by(step))));
    let construct = absolute().map(|spelling| spelling.construct(true));
    read_back(construct, || Box::new((0..=2000).chain((2000..=1_000_000).step_by(97))));
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
    all.push(10i128.pow(27));
    read_back(absolute(), || Box::new(all.clone().into_iter()));
    read_back(spellings(), || Box::new(all.clone().into_iter().step_by(20)));
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
    for spelling in spellings() {
        for number in 1..=9_999 {
            let words = spelling.ordinal(number).unwrap();
            let found = numbers(&words);
            let whole = found.len() == 1 && found[0].span().of(&words) == words;
            let same = whole && found[0].kind() == EntityKind::Ordinal && found[0].quantity().number() == number.into();
            assert!(same, "{number} {spelling:?}: {words} read as {found:?}");
        }
        assert_eq!(spelling.ordinal(0), None);
    }
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
