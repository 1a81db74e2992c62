//! Runs `tests/data/numbers.tsv`: a name, a text and the mentions in it, `surface=KIND:value` between bars, `~` after an
//! approximate value and `-` for none. `⏎` stands for a line break.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashSet;
use std::path::Path;

use kashaf::{NumberMention, numbers};

const CASES: &str = include_str!("data/numbers.tsv");

fn cases() -> impl Iterator<Item = (&'static str, String, &'static str)> {
    CASES.lines().skip(1).map(|line| match line.split('\t').collect::<Vec<_>>()[..] {
        [name, text, mentions] => (name, text.replace('⏎', "\n"), mentions),
        _ => unreachable!("three columns: {line}"),
    })
}

fn shown(text: &str, found: &[NumberMention]) -> String {
    let one = |m: &NumberMention| {
        let about = if m.quantity().number().is_approximate() { "~" } else { "" };
        format!("{}={}:{}{about}", m.span().of(text).replace('\n', "⏎"), m.kind(), m.quantity())
    };
    if found.is_empty() { "-".to_owned() } else { found.iter().map(one).collect::<Vec<_>>().join(" | ") }
}

#[test]
fn table() {
    let mut names = HashSet::new();
    let mut wrong = Vec::new();
    for (name, text, expected) in cases() {
        assert!(names.insert(name), "two cases are called {name}");
        let found = shown(&text, &numbers(&text));
        if found != expected {
            wrong.push(format!("{name}: {text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "tests/data/numbers.tsv, {} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_same_between_other_words() {
    for (name, text, _) in cases() {
        let alone: Vec<_> = numbers(&text).iter().map(|m| (m.span(), m.quantity())).collect();
        let longer = format!("{text}\n\nثم عاد الوفد.");
        let within: Vec<_> = numbers(&longer).iter().map(|m| (m.span(), m.quantity())).collect();
        assert_eq!(alone, within, "{name}");
    }
}

#[test]
fn no_text_fails_or_takes_long() {
    let parts = [
        "و",
        "واحد",
        " ألف",
        " و",
        "1",
        ",",
        ".",
        "-",
        "/",
        "٣",
        "%",
        "$",
        " مليون",
        " بين ",
        " من ",
        " إلى ",
        "½",
        "\u{64B}",
        " نصف",
        " بعد",
        " مئة",
        " و5",
        "0",
    ];
    for a in parts {
        for b in parts {
            for c in parts {
                let unit = format!("{a}{b}{c}");
                let text = unit.repeat(40);
                for m in numbers(&text) {
                    assert!(!m.span().of(&text).is_empty(), "{unit}");
                }
            }
        }
    }
    for unit in [
        "1",
        "1,",
        "1,234,",
        "1.",
        "1-",
        "1/",
        "ألف ",
        "و",
        "ثلاثة وعشرون و",
        "صفر ألف ",
        "بين ثلاثة و",
        "من 1 إلى ",
        "ألف فاصلة واحد ",
        "نصف مليون و",
        "1 و",
        "ستة بعد المئة ",
    ] {
        let text = unit.repeat(1_000_000 / unit.len());
        assert!(numbers(&text).iter().all(|m| m.span().end() <= text.len()), "{unit}");
    }
}

#[test]
fn values() {
    let found = numbers("نحو 2.5 مليون دولار");
    let number = found[0].quantity().number();
    assert_eq!(number.value(), Some(2_500_000.0));
    assert_eq!(number.to_i128(), Some(2_500_000));
    assert!(number.is_approximate());
    assert_eq!(found[0].quantity().unit(), Some("USD"));
    let found = numbers("عشرات الآلاف");
    let number = found[0].quantity().number();
    assert_eq!((number.value(), number.lower(), number.upper()), (None, Some(10_000.0), None));
}

/// Numbers that another library has spelled out, read back as one mention of the whole text.
#[test]
fn spelled_by_others() {
    let Ok(shared) = std::env::var("KASHAF_SHARED") else {
        eprintln!("skipped: KASHAF_SHARED is not set");
        return;
    };
    let folder = Path::new(&shared).join("cases/spelled");
    // The table of ordinals writes 101 and its like with حادي, which is no ordinal without عشر or tens.
    for (file, kind, words, least) in [
        ("arphp_int2str.tsv", "card", 4, 1.0),
        ("arphp_int2str.tsv", "ord", 4, 0.98),
        ("num2words2_card.tsv", "", 1, 0.99),
    ] {
        let table = std::fs::read_to_string(folder.join(file)).unwrap();
        let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|line| line.split('\t').collect()).collect();
        let rows: Vec<_> = rows.iter().filter(|row| kind.is_empty() || row[3] == kind).collect();
        let expected = if kind == "ord" { "ORDINAL" } else { "CARDINAL" };
        let read = |row: &&&Vec<&str>| {
            shown(row[words], &numbers(row[words])) == format!("{}={expected}:{}", row[words], row[0])
        };
        let right = rows.iter().filter(read).count();
        eprintln!("{file} {kind}: {right} of {}", rows.len());
        assert!(
            !rows.is_empty() && right as f64 >= least * rows.len() as f64,
            "{file} {kind}: {right} of {}",
            rows.len()
        );
    }
}
