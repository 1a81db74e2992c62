//! Runs `tests/data/numbers.tsv`: a name, a text and the mentions in it, `surface=KIND:value` between bars, `~` after an
//! approximate value and `-` for none. `⏎` stands for a line break.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashSet;

use kashaf::{Context, DecimalConvention, Number, NumberMention, numbers, numbers_in, parse_number, parse_number_in};

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
        " إلا ",
        "e",
        "×10",
        "(+",
        " مية",
        "'",
        " 000",
        " ونصف",
        " تحت الصفر",
        " على الأقل",
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
                let text = unit.repeat(12);
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
        "ثلاثة إلا ",
        "5 دولارات و5 سنتات و",
        "فاصلة ألف ",
        "صفر فاصلة صفر ",
        "أوكتيليون ",
        "100 000 ",
        "3×10^",
        "123 456 7890 ",
        "أكثر من نحو ",
        "1/2/",
        "مية ",
        "الـ5 من ",
        "بين الـ5 والـ",
        "≥",
        "5+ ",
        "10^",
        "5-",
        "خمستلاف و",
        "واحد فاصلة ",
        "سالب نصف ",
        "مليون دولار ونصف المليون و",
        "متر و80 سنتيمترا و",
        "$5-",
        "د.إ ",
        "20 شخصا على الأقل ",
        "بضعة عشر ",
        "نيف و",
        "ISO 5 ",
        "صفر ",
        "ستة وسبعون ومئة و",
    ] {
        let text = unit.repeat(1_000_000 / unit.len());
        assert!(numbers(&text).iter().all(|m| m.span().end() <= text.len()), "{unit}");
    }
}

#[test]
fn values() {
    let found = numbers("نحو 2.5 مليون دولار");
    let number = found[0].quantity().number();
    assert_eq!(number.to_f64(), Some(2_500_000.0));
    assert_eq!(number.to_i128(), Some(2_500_000));
    assert!(number.is_approximate());
    assert_eq!(found[0].quantity().unit(), Some("USD"));
    let found = numbers("عشرات الآلاف");
    let number = found[0].quantity().number();
    assert_eq!((number.value(), number.lower(), number.upper()), (None, Some(10_000.into()), None));
    let found = numbers("أكثر من 10 آلاف");
    let number = found[0].quantity().number();
    assert_eq!((number.value(), number.lower(), number.upper()), (Some(10_000.into()), Some(10_000.into()), None));
    for text in ["20 شخصا على الأقل", "18+", "≥18", ">18", "18 عاما فما فوق"] {
        let number = numbers(text)[0].quantity().number();
        assert!(number.lower().is_some() && number.upper().is_none(), "{text}");
    }
    for text in ["20 شخصا على الأكثر", "≤18", "<18", "لغاية 18"] {
        let number = numbers(text)[0].quantity().number();
        assert!(number.lower().is_none() && number.upper().is_some(), "{text}");
    }
    let found = numbers("ما لا يزيد على خمسين");
    let number = found[0].quantity().number();
    assert_eq!((number.lower(), number.upper()), (None, Some(50.into())));
}

#[test]
fn one_number_under_a_convention() {
    let context = Context::default().with_decimals(DecimalConvention::Maghreb);
    assert_eq!(parse_number_in("1.234", &context).unwrap().to_string(), "1234");
    assert_eq!(parse_number_in("1.234,5", &context).unwrap().to_string(), "1234.5");
    assert_eq!(parse_number("1.234").unwrap().to_string(), "1.234");
}

#[test]
fn one_number_alone() {
    let ok = |text: &str| parse_number(text).unwrap_or_else(|e| panic!("{text}: {e}")).to_string();
    assert_eq!(ok("واحد"), "1");
    assert_eq!(ok(" خمس "), "5");
    assert_eq!(ok("١٢٫٥"), "12.5");
    assert_eq!(ok("الثلث"), "1/3");
    assert_eq!(ok("3.000.000.000.000.000.000.000.001"), "3000000000000000000000001");
    for none in ["", "كتاب", "خمسة كتب", "5%", "5 دولارات", "3 و4", "192.168.1.1"] {
        assert!(parse_number(none).is_err(), "{none}");
    }
    assert_eq!(ok("ناقص ثلاثة أرباع"), "-0.75");
    assert!(parse_number("خمسة آلاف أوكتيليون").unwrap_err().is_too_large());
}

#[test]
fn numbers_compare_and_convert() {
    let read = |text: &str| numbers(text)[0].quantity().number();
    assert!(read("عشرة") < read("أحد عشر"));
    assert!(read("بين 5 و8") < read("9"));
    assert_eq!(read("بين 5 و8").partial_cmp(&read("7")), None);
    assert_eq!(read("0.5"), read("نصف"));
    assert_eq!(u8::try_from(read("مئتان")), Ok(200));
    assert!(u8::try_from(read("ثلاثمئة")).is_err());
    assert!(i64::try_from(read("1.5")).is_err());
    assert_eq!(Number::try_from(10i128.pow(28)).unwrap().to_i128(), Some(10i128.pow(28)));
    assert!(Number::try_from(i128::MAX).is_err());
}

#[test]
fn decimal_conventions() {
    let read = |text: &str, decimals| {
        let context = Context::default().with_decimals(decimals);
        numbers_in(text, &context)[0].quantity().number().to_string()
    };
    use DecimalConvention::{Detect, Maghreb, Mashriq};
    for (text, detect, mashriq, maghreb) in [
        ("250.000", "250000", "250", "250000"),
        ("1.234", "1.234", "1.234", "1234"),
        ("1,234", "1234", "1234", "1.234"),
        ("0.250", "0.25", "0.25", "0.25"),
        ("0,250", "0.25", "0.25", "0.25"),
        ("1,234,567", "1234567", "1234567", "1234567"),
        ("1.234.567,891", "1234567.891", "1234567.891", "1234567.891"),
        ("3,5", "3.5", "3.5", "3.5"),
        ("12,3456", "12.3456", "12.3456", "12.3456"),
    ] {
        assert_eq!([Detect, Mashriq, Maghreb].map(|d| read(text, d)), [detect, mashriq, maghreb], "{text}");
    }
}

#[cfg(feature = "rust_decimal_1")]
#[test]
fn decimals_of_another_crate() {
    use rust_decimal::Decimal;

    let read = |text: &str| numbers(text)[0].quantity().number();
    assert_eq!(Decimal::try_from(read("3.50")).unwrap(), Decimal::new(35, 1));
    assert!(Decimal::try_from(read("ثلث")).is_err());
    assert!(Decimal::try_from(read("بين 3 و5")).is_err());
    assert_eq!(Number::from(Decimal::new(-125, 2)).to_string(), "-1.25");
}
