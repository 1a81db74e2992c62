//! Every row of `tests/data/dates.tsv`: what is found in a phrase, and what it means.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may fail

use kashaf::{Context, Date, EntityKind};

fn context(reference: &str) -> Context {
    match reference {
        "" => Context::default(),
        _ => match reference.strip_prefix('>') {
            Some(day) => Context::plans(day.parse().unwrap()),
            None => Context::news(reference.parse().unwrap()),
        },
    }
}

/// What is found: surfaces and values, several of them with `|` between.
fn found(text: &str, context: &Context) -> (String, String) {
    let mentions = kashaf::dates(text, context);
    let surfaces: Vec<_> = mentions.iter().map(|m| m.span().of(text)).collect();
    let values: Vec<_> = mentions.iter().map(|m| m.timex().value().unwrap_or("?")).collect();
    (surfaces.join("|"), values.join("|"))
}

#[test]
fn table() {
    let mut failed = Vec::new();
    let rows: Vec<Vec<&str>> =
        include_str!("data/dates.tsv").lines().skip(1).map(|l| l.split('\t').collect()).collect();
    for row in &rows {
        let &[name, reference, text, surface, value] = row.as_slice() else { panic!("not five columns: {row:?}") };
        let hijri = cfg!(feature = "hijri") || !name.starts_with("hijri");
        let got = found(text, &context(reference));
        if got.0 != surface || (hijri && got.1 != value) {
            failed.push(format!("{name}: {text}\n  want {surface} = {value}\n  got  {} = {}", got.0, got.1));
        }
    }
    assert!(
        failed.is_empty(),
        "{} of {} rows of tests/data/dates.tsv:\n{}",
        failed.len(),
        rows.len(),
        failed.join("\n")
    );
}

#[test]
fn spelling_variants_mean_the_same() {
    let context = Context::news(Date::new(2023, 8, 16).unwrap());
    for same in [
        &[
            "7 إبريل 2020",
            "7 أبريل 2020",
            "7 ابريل 2020",
            "٧ أبريل ٢٠٢٠",
            "۷ ابریل ۲۰۲۰",
            "7 أَبْرِيل 2020",
            "7\u{200F} أبريل 2020",
        ][..],
        &["15/3/2023", "١٥/٣/٢٠٢٣", "15-3-2023", "15.3.2023", "15 / 3 / 2023", "2023-03-15", "2023/3/15"],
        &[
            "20 تموز/يوليو 2022",
            "20 تموز / يوليو 2022",
            "20 يوليو/تموز 2022",
            "20 تموز (يوليو) 2022",
            "20 تموز يوليو 2022",
        ],
        &["القرن التاسع عشر", "القرن الـ19", "القرن ال19", "القرن 19"],
    ] {
        let values: Vec<_> = same.iter().map(|text| found(text, &context).1).collect();
        assert!(values.iter().all(|v| v == &values[0]), "{same:?}: {values:?}");
    }
}

#[test]
fn kinds_and_fields() {
    let context = Context::news(Date::new(2023, 8, 16).unwrap());
    let one = |text: &str| kashaf::dates(text, &context).remove(0);
    assert_eq!(one("48 ساعة").kind(), EntityKind::Time);
    assert_eq!(one("48 ساعة").timex().kind().as_str(), "DURATION");
    assert_eq!(one("10 سنوات").kind(), EntityKind::Date);
    assert_eq!(one("كل جمعة").timex().kind().as_str(), "SET");
    assert_eq!(one("الساعة 15:30").timex().kind().as_str(), "TIME");
    for (text, times) in [("مرة كل عامين", Some(1)), ("ثلاث مرات يوميا", Some(3)), ("عدة مرات في اليوم", None)]
    {
        assert_eq!(one(text).timex().frequency(), times, "{text}");
    }
    let xml = kashaf::timex3("مرتين في الأسبوع", &kashaf::dates("مرتين في الأسبوع", &context));
    assert!(xml.contains("value=\"P1W\" quant=\"EVERY\" freq=\"2X\""), "{xml}");
    for (text, modifier) in [("مطلع يوليو", "START"), ("منتصف يوليو", "MID"), ("أواخر يوليو", "END")]
    {
        assert_eq!(one(text).timex().modifier().map(|m| m.as_str()), Some(modifier), "{text}");
    }
    let pair = one("1 محرم 1445هـ الموافق 19 يوليو 2023م");
    assert_eq!(pair.timex().hijri().map(|h| h.to_string()), Some("1445-01-01".to_owned()));
    assert_eq!(pair.timex().value(), Some("2023-07-19"));
}

/// Text, EDTF, TIMEX3 value and modifier, first moment and first one after, grain; `-` for none.
#[test]
fn notations() {
    let moment: kashaf::DateTime = "2023-08-16T10:00".parse().unwrap();
    let context = Context::news(moment.date()).at(moment);
    let mut failed = Vec::new();
    for row in include_str!("data/date_notations.tsv").lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let found = kashaf::dates(cells[0], &context);
        let timex = found[0].timex();
        let interval = timex.interval();
        let moment = |at: Option<kashaf::DateTime>| at.map(|m| m.to_string());
        let got = [
            timex.edtf(),
            timex.timex3_value(),
            timex.modifier().map(|m| m.to_string()),
            moment(interval.and_then(|i| i.from())),
            moment(interval.and_then(|i| i.to())),
            interval.map(|i| i.grain().to_string()),
        ];
        let got = got.map(|cell| cell.unwrap_or_else(|| "-".to_owned())).join("\t");
        if got != cells[1..].join("\t") {
            failed.push(format!("{}\t{got}", cells[0]));
        }
    }
    assert!(failed.is_empty(), "tests/data/date_notations.tsv reads:\n{}", failed.join("\n"));
}

/// A day reads back as it was written, and a value writes it alike.
#[test]
fn days_round_trip() {
    for (year, month, day, text) in [
        (-9999, 1, 1, "-9999-01-01"),
        (-5, 6, 1, "-0005-06-01"),
        (-1, 12, 31, "-0001-12-31"),
        (0, 2, 29, "0000-02-29"),
        (1, 1, 1, "0001-01-01"),
        (9999, 12, 31, "9999-12-31"),
    ] {
        let date = Date::new(year, month, day).unwrap();
        assert_eq!(date.to_string(), text);
        assert_eq!(text.parse(), Ok(date));
        assert_eq!(found("اليوم", &Context::news(date)).1, text);
    }
    for wrong in ["-0000-01-01", "--0005-06-01", "-000005-06-01", "-5-06-01", "0005-06--1", "2024-03-07-", "-", ""] {
        assert!(wrong.parse::<Date>().is_err(), "{wrong}");
    }
    assert_eq!(Date::new(-5, 6, 31).unwrap_err().to_string(), "there is no day -0005-06-31");
}

/// The fields of a Hijri day stay, whether or not it is converted.
#[test]
fn columns_line_up() {
    let found = kashaf::dates("أواخر رمضان 1445 هـ", &Context::default());
    let timex = found[0].timex();
    let modifier = timex.modifier().unwrap();
    assert_eq!(format!("{:<6}|{:>5}|{:<9}|", timex.kind(), modifier, timex.calendar()), "DATE  |  END|hijri    |");
    assert_eq!(format!("{:>8}|", timex.hijri().unwrap()), " 1445-09|");
    let day: Date = "2024-03-07".parse().unwrap();
    assert_eq!(format!("{day:>11}|{:<6}|", kashaf::Grain::Week), " 2024-03-07|week  |");
}

#[test]
fn hijri_digits_without_era() {
    for text in ["1445/09/16", "16/9/1445"] {
        let hijri = kashaf::dates(text, &Context::default()).remove(0).timex().hijri();
        assert_eq!(hijri.map(|h| h.to_string()), Some("1445-09-16".to_owned()), "{text}");
    }
}

/// Spans lie in the text, in order, on character boundaries, whatever the text is cut or joined from.
#[test]
fn any_text_is_read() {
    let context = Context::news(Date::new(2023, 8, 16).unwrap());
    let rows: Vec<&str> = include_str!("data/dates.tsv").lines().skip(1).filter_map(|l| l.split('\t').nth(2)).collect();
    let check = |text: &str| {
        let mut end = 0;
        for m in kashaf::dates(text, &context) {
            assert!(m.span().start() >= end && !m.span().is_empty(), "{text}");
            assert!(text.get(m.span().range()).is_some(), "{text}");
            end = m.span().end();
        }
    };
    for pair in rows.windows(2) {
        check(&pair.concat());
        check(&pair.join("/"));
        for (cut, _) in pair[0].char_indices() {
            check(&pair[0][cut..]);
            check(&pair[0][..cut]);
        }
    }
    for huge in [
        "999999999 سنة",
        "قبل 99999999 يوم",
        "بعد 999999999 عام",
        "القرن 99",
        "999999999/1/1",
        "عام 0 ق.م",
        "99999999999999999999 يوما",
    ] {
        check(huge);
    }
}

/// The temporal rows of the shared probe, when the folder is there.
#[test]
fn newswire_probe() {
    let Ok(shared) = std::env::var("KASHAF_SHARED") else {
        eprintln!("skipped: KASHAF_SHARED is not set");
        return;
    };
    let probe = std::fs::read_to_string(format!("{shared}/cases/newswire/probe.tsv")).unwrap();
    let context = Context::news(Date::new(2023, 8, 16).unwrap());
    // The probe writes some values as TIMEX3, others as remarks.
    let notation = |gold: &str| {
        Some(match gold {
            "BC0658" => "-0657",
            "1445 AH" => "2023-07-19/2024-07-06",
            "REF+1" => "2023-08-17",
            "2023-02-22;2023-02-23" => "2023-02-22/2023-02-23",
            "1992/" => "1992",
            "18" => "18XX",
            "199" => "199X",
            "2" => "2XXX",
            "2022-Q3" => "2022-35",
            "2022-SU" => "2022-22",
            "P2DE" => "P20Y",
            _ => return None,
        })
    };
    let (mut right, mut all) = (0, 0);
    for row in probe.lines().skip(2) {
        let cells: Vec<&str> = row.split('\t').collect();
        if !matches!(cells[3], "date" | "range" | "duration" | "set") {
            continue;
        }
        let gold = cells[4].replace(';', "|");
        let value = found(cells[2], &context).1;
        all += 1;
        if value == notation(cells[4]).unwrap_or(&gold) {
            right += 1;
        } else {
            eprintln!("{}: want {gold}, got {value}", cells[2]);
        }
    }
    eprintln!("{right} of {all} temporal rows of the probe");
    assert!(right == all || cfg!(not(feature = "hijri")));
}
