//! The samples of other number readers in `KASHAF_SHARED/cases`, read by ours.
//!
//! A row passes when the number of mentions, their spans, values and units agree. A row that we read otherwise stands
//! in `tests/data/number_suites.tsv`, by its number in the suite, with our reading (spans in characters) and the reason
//! why it is the better one; a row that fails and is not listed fails the test, and so does a listed row that is read
//! otherwise than the table says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::collections::HashMap;

use common::{rows, shared};
use kashaf::{Context, DecimalConvention, EntityKind, NumberMention, numbers_in};

/// What a suite expects of a mention; what it does not say is `None`.
#[derive(Default)]
struct Want {
    /// In characters.
    span: Option<(usize, usize)>,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<String>,
    ordinal: bool,
}

struct Row {
    input: String,
    wants: Vec<Want>,
    maghreb: bool,
}

impl Row {
    fn new(input: &str, wants: Vec<Want>) -> Self {
        Self { input: input.to_owned(), wants, maghreb: false }
    }

    fn whole(input: &str, want: Want) -> Self {
        let span = Some((0, input.chars().count()));
        Self::new(input, vec![Want { span, ..want }])
    }

    fn read(&self) -> Vec<NumberMention> {
        let convention = if self.maghreb { DecimalConvention::Maghreb } else { DecimalConvention::Detect };
        numbers_in(&self.input, &Context::default().with_decimals(convention))
    }
}

fn shown(text: &str, found: &[NumberMention]) -> String {
    let one = |m: &NumberMention| {
        let about = if m.quantity().number().is_approximate() { "~" } else { "" };
        let chars = m.span().chars(text);
        format!("{}..{}={}:{}{about}", chars.start, chars.end, m.kind(), m.quantity())
    };
    if found.is_empty() { "-".to_owned() } else { found.iter().map(one).collect::<Vec<_>>().join(" | ") }
}

fn table(suite: &str) -> Option<Vec<Vec<String>>> {
    let text = std::fs::read_to_string(shared()?.join("cases").join(suite)).unwrap();
    Some(
        text.lines()
            .filter(|l| !l.starts_with('#'))
            .skip(1)
            .map(|l| l.split('\t').map(str::to_owned).collect())
            .collect(),
    )
}

fn number(text: &str) -> f64 {
    text.trim_matches(['(', ')']).parse().unwrap_or_else(|_| panic!("a number: {text}"))
}

/// The same measure in one unit.
fn base(unit: Option<&str>) -> (Option<&str>, f64) {
    match unit {
        Some("kilogram") => (Some("gram"), 1000.0),
        Some("milligram") => (Some("gram"), 0.001),
        unit => (unit, 1.0),
    }
}

fn close(found: Option<f64>, want: Option<f64>) -> bool {
    match (found, want) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * b.abs().max(1e-3),
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn fits(text: &str, found: &NumberMention, want: &Want) -> bool {
    let chars = |byte: usize| text[..byte].chars().count();
    // Marks of direction belong to nothing.
    let control = |c: char| matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}');
    let trim = |(from, to): (usize, usize)| {
        let all: Vec<char> = text.chars().collect();
        let from = (from..to).find(|&i| !control(all[i])).unwrap_or(from);
        (from, (from..to).rev().find(|&i| !control(all[i])).map_or(to, |i| i + 1))
    };
    let (unit, factor) = base(found.quantity().unit());
    let n = found.quantity().number();
    let of = |n: Option<kashaf::Number>| n.and_then(kashaf::Number::to_f64).map(|v| v * factor);
    let bounds = want.low.is_some() || want.high.is_some();
    want.span.is_none_or(|span| trim(span) == trim((chars(found.span().start()), chars(found.span().end()))))
        && (if bounds {
            close(of(n.lower()), want.low) && close(of(n.upper()), want.high)
        } else {
            close(of(Some(n)), want.value)
        })
        && want.unit.as_deref().is_none_or(|u| unit.unwrap_or("-") == u)
        && (found.kind() == EntityKind::Ordinal) == want.ordinal
}

/// Runs a suite and compares its failures with the table of differences.
fn run(suite: &str, cases: &[Row]) {
    let listed = rows("number_suites.tsv");
    let mut listed: HashMap<usize, &str> =
        listed.iter().filter(|row| row[0] == suite).map(|row| (row[1].parse().unwrap(), row[2].as_str())).collect();
    let (mut passed, mut explained, mut wrong) = (0, 0, Vec::new());
    for (case, row) in (1..).zip(cases) {
        let found = row.read();
        let right = found.len() == row.wants.len()
            && found.iter().zip(&row.wants).all(|(found, want)| fits(&row.input, found, want));
        let shown = shown(&row.input, &found);
        match (right, listed.remove(&case)) {
            (true, None) => passed += 1,
            (true, Some(_)) => wrong.push(format!("{case}: listed, and passes: {}", row.input)),
            (false, Some(ours)) if ours == shown => explained += 1,
            (false, Some(ours)) => wrong.push(format!("{case}: listed as {ours}, found {shown}: {}", row.input)),
            (false, None) => wrong.push(format!("{case}\t{shown}\t{}", row.input)),
        }
    }
    wrong.extend(listed.keys().map(|case| format!("{case}: listed, and not in the suite")));
    println!("{suite}: {passed} pass, {explained} explained, {} wrong, of {}", wrong.len(), cases.len());
    assert!(wrong.is_empty(), "{suite}:\n{}", wrong.join("\n"));
}

#[test]
fn duckling_numerals() {
    for suite in ["duckling/Numeral.tsv", "duckling/NumeralEG.tsv"] {
        let Some(table) = table(suite) else { return };
        let row = |row: &Vec<String>| {
            let value = row[1].strip_prefix("NumeralValue ").map(number);
            Row::whole(&row[0], Want { value, ..Want::default() })
        };
        let mut seen = std::collections::HashSet::new();
        let cases: Vec<_> = table.iter().filter(|row| seen.insert(row[0].clone())).map(row).collect();
        run(suite, &cases);
    }
}

#[test]
fn duckling_ordinals() {
    let Some(table) = table("duckling/Ordinal.tsv") else { return };
    let row = |row: &Vec<String>| {
        let value = row[1].strip_prefix("OrdinalData ").map(number);
        Row::whole(&row[0], Want { value, ordinal: true, ..Want::default() })
    };
    run("duckling/Ordinal.tsv", &table.iter().map(row).collect::<Vec<_>>());
}

/// `simple Gram 2 Nothing`, `between Dollar (10, 20)`.
fn measured(text: &str) -> Want {
    let (form, rest) = text.split_once(' ').unwrap();
    let (name, rest) = rest.split_once(' ').unwrap();
    let (unit, factor) = match name {
        "Dollar" => ("USD", 1.0),
        "Cent" => ("USD", 0.01),
        "Pound" => ("-", 1.0),
        "Cup" => ("cup", 1.0),
        "Gram" => ("gram", 1.0),
        "Ounce" => ("ounce", 1.0),
        "Celsius" => ("celsius", 1.0),
        "Fahrenheit" => ("fahrenheit", 1.0),
        "Degree" => ("degree", 1.0),
        "Millilitre" => ("milliliter", 1.0),
        "Litre" => ("liter", 1.0),
        "Gallon" => ("gallon", 1.0),
        "Hectolitre" => ("hectoliter", 1.0),
        code => (code, 1.0),
    };
    let unit = Some(unit.to_owned());
    if form == "between" {
        let (low, high) = rest.trim_matches(['(', ')']).split_once(", ").unwrap();
        return Want { low: Some(number(low)), high: Some(number(high)), unit, ..Want::default() };
    }
    let value = Some(number(rest.split(' ').next().unwrap()) * factor);
    match form {
        "under" => Want { high: value, unit, ..Want::default() },
        "above" => Want { low: value, unit, ..Want::default() },
        _ => Want { value, unit, ..Want::default() },
    }
}

/// Their span takes in what is measured (`من الذهب`) and the words of a bound, ours does not.
#[test]
fn duckling_measures() {
    for name in ["AmountOfMoney", "Quantity", "Temperature", "Volume"] {
        let suite = format!("duckling/{name}.tsv");
        let Some(table) = table(&suite) else { return };
        let row =
            |row: &Vec<String>| Row::new(&row[0], if row[1] == "NONE" { Vec::new() } else { vec![measured(&row[1])] });
        run(&suite, &table.iter().map(row).collect::<Vec<_>>());
    }
}

#[test]
fn duckling_telephone_numbers_are_no_numbers() {
    let Some(table) = table("duckling/PhoneNumber.tsv") else { return };
    run("duckling/PhoneNumber.tsv", &table.iter().map(|row| Row::new(&row[0], Vec::new())).collect::<Vec<_>>());
}

/// `[[0, 3, "1"], [5, 9, "2"]]`, with a value and a unit for distances.
fn maha(text: &str, ordinal: bool) -> Vec<Want> {
    let mut wants = Vec::new();
    for part in text.split("], [").filter(|part| part.contains('"')) {
        let part = part.trim_matches(['[', ']']);
        let cells: Vec<&str> = part.splitn(3, ", ").collect();
        let span = Some((cells[0].parse().unwrap(), cells[1].parse().unwrap()));
        let quoted = cells[2].trim_matches('"');
        let (value, unit) = match quoted.strip_prefix("DistanceValue(value=") {
            None => (number(quoted), None),
            Some(rest) => {
                let (value, unit) = rest.split_once(", unit=DistanceUnit.").unwrap();
                let unit = match unit.trim_matches(')') {
                    "FEET" => "foot".to_owned(),
                    "INCHES" => "inch".to_owned(),
                    unit => unit.to_lowercase().trim_end_matches('s').to_owned(),
                };
                (number(value), Some(unit))
            }
        };
        wants.push(Want { span, value: Some(value), unit, ordinal, ..Want::default() });
    }
    wants
}

#[test]
fn maha_suites() {
    for name in ["numeral", "ordinal", "distance"] {
        let suite = format!("maha/{name}.tsv");
        let Some(table) = table(&suite) else { return };
        let row = |row: &Vec<String>| {
            let mut wants = maha(&row[2], name == "ordinal");
            // Their percentages are parts of one.
            for (words, factor) in
                [("%", 100.0), ("المية", 100.0), ("بالمية", 100.0), ("الألف", 1000.0), ("بالألف", 1000.0)]
            {
                if row[0].trim_end().ends_with(words) && name == "numeral" && wants.len() == 1 {
                    wants[0].value = wants[0].value.map(|v| v * factor);
                    break;
                }
            }
            Row::new(&row[0], wants)
        };
        run(&suite, &table.iter().map(row).collect::<Vec<_>>());
    }
}

/// Numbers as CLDR writes them in the Arab countries.
#[test]
fn icu_numbers() {
    let Some(table) = table("icu/intl_numbers.tsv") else { return };
    let mut cases = Vec::new();
    for row in &table {
        let [locale, style, value, text] = &row[..] else { panic!("{row:?}") };
        let value = number(value);
        let round = |v: f64, places: i32| (v * 10f64.powi(places)).round() / 10f64.powi(places);
        let (value, unit) = match style.as_str() {
            "decimal" => (round(value, 3), None),
            // Two digits, and none after the point from ten on.
            "compact" => {
                let scale = if value.abs() >= 1e9 {
                    1e9
                } else if value.abs() >= 1e6 {
                    1e6
                } else if value.abs() >= 1e3 {
                    1e3
                } else {
                    1.0
                };
                let short = value / scale;
                (
                    if short.abs() < 10.0 {
                        round(short, if short.abs() < 1.0 { 2 } else { 1 })
                    } else {
                        short.round()
                    } * scale,
                    None,
                )
            }
            "currName" => (round(value, 2), Some("SAR".to_owned())),
            "usd" => (round(value, 2), Some("USD".to_owned())),
            "percent" => (round(value * 100.0, 6), Some("percent".to_owned())),
            _ => panic!("{style}"),
        };
        let maghreb = ["ar-DZ", "ar-LY", "ar-MA", "ar-TN"].contains(&locale.as_str());
        cases.push(Row { maghreb, ..Row::whole(text, Want { value: Some(value), unit, ..Want::default() }) });
    }
    let mut seen = std::collections::HashSet::new();
    cases.retain(|row| seen.insert(row.input.clone()));
    run("icu/intl_numbers.tsv", &cases);
}

#[test]
fn newswire_probe() {
    let Some(table) = table("newswire/probe.tsv") else { return };
    let mut cases = Vec::new();
    for row in &table {
        let kinds = ["number", "fraction", "percent", "ordinal"];
        if !kinds.contains(&row[3].as_str()) {
            continue;
        }
        let gold = &row[4];
        let (low, high) = gold.split_once("..").or_else(|| gold.split_once('/')).unwrap_or(("", ""));
        let want = Want {
            value: if low.is_empty() && high.is_empty() { Some(number(gold.trim_start_matches('~'))) } else { None },
            low: low.parse().ok(),
            high: high.parse().ok(),
            unit: (row[3] == "percent").then(|| "percent".to_owned()),
            ordinal: row[3] == "ordinal",
            span: None,
        };
        cases.push(Row::new(&row[2], vec![want]));
    }
    run("newswire/probe.tsv", &cases);
}

/// Numbers that other libraries have spelled out, read back as one mention of the whole text.
#[test]
fn spelled_by_others() {
    let Some(table) = table("spelled/arphp_int2str.tsv") else { return };
    let row = |row: &Vec<String>| {
        Row::whole(&row[4], Want { value: Some(number(&row[0])), ordinal: row[3] == "ord", ..Want::default() })
    };
    run("spelled/arphp_int2str.tsv", &table.iter().map(row).collect::<Vec<_>>());
    let Some(table) = self::table("spelled/num2words2_card.tsv") else { return };
    let row = |row: &Vec<String>| Row::whole(&row[1], Want { value: Some(number(&row[0])), ..Want::default() });
    run("spelled/num2words2_card.tsv", &table.iter().map(row).collect::<Vec<_>>());
}
