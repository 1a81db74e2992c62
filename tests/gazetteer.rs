//! Matching names: a table of cases, loading, and what must hold for every text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::io::Read as _;

use kashaf::{Ambiguity, Conflict, EntityKind, Entry, Gazetteer, Likeness, Limits, LoadError};

fn list() -> Gazetteer {
    Gazetteer::builder()
        .add(Entry::new("qa", EntityKind::Gpe, "قطر"))
        .add(Entry::new("us", EntityKind::Gpe, "الولايات المتحدة"))
        .add(Entry::new("nq", EntityKind::Norp, "قطري"))
        .add(Entry::new("la", EntityKind::Gpe, "اللاذقية"))
        .add(Entry::new("wa", EntityKind::Gpe, "وهران"))
        .add(Entry::new("lb", EntityKind::Gpe, "لبنان"))
        .add(Entry::new("as", EntityKind::Pers, "عبد الله صالح"))
        .add(Entry::new("ad", EntityKind::Gpe, "أبو ظبي"))
        .add(Entry::new("f15", EntityKind::Product, "F-15"))
        .add(Entry::new("ud", EntityKind::Fac, "قاعدة العديد الجوية").alias("قاعدة العديد"))
        .add(Entry::new("never", EntityKind::Fac, "مركز العديد").alias_with("العديد", Ambiguity::Never))
        .add(Entry::new("al", EntityKind::Pers, "علي بن صالح").alias_exact("علي", Ambiguity::Always))
        .add(Entry::new("bj", EntityKind::Gpe, "北京"))
        .add(Entry::new("rd", EntityKind::Org, "R&D").alias("ن.ب.ط").alias("شركة النبع (ن.ب.ط)"))
        .add(Entry::new("nr", EntityKind::Org, "Nahr Co., Ltd."))
        .build()
        .unwrap()
}

#[test]
fn table() {
    let list = list();
    for row in common::rows("matching.tsv") {
        let [text, found, reason] = &row[..] else { panic!("{row:?}") };
        let hits: Vec<String> = list
            .find_iter(text)
            .map(|m| {
                let clitics = m.proclitics();
                let colon = if clitics.is_empty() { "" } else { ":" };
                format!("{clitics}{colon}{}={}", m.span().of(text), m.entry().id())
            })
            .collect();
        assert_eq!(hits.join(" "), *found, "{reason}");
    }
}

#[test]
fn a_bad_file_names_its_lines_and_loses_nothing() {
    let file: &[u8] = b"id\tkind\tname\taliases\tflag\n\
        a\tGPE\tone\n\
        b\tGPE\n\
        c\tPLACE\tthree\n\
        d\tGPE\t \tx\n\
        e\tGPE\tfive\t\tsometimes\n\
        f\tGPE\tsix\t\tcontext\textra\n\
        g\tGPE\t\xff\xfe\n\
        h\tGPE\t...\n\
        i\tORG\tnine\tten|?eleven\talways\n";
    let mut builder = Gazetteer::builder();
    let error = builder.read_tsv("my.tsv", file).unwrap_err();
    let lines: Vec<_> = error.lines().map(|(line, reason)| (line, reason.to_owned())).collect();
    assert_eq!(lines.iter().map(|l| l.0).collect::<Vec<_>>(), [3, 4, 5, 6, 7, 8, 9]);
    for ((_, reason), want) in lines.iter().zip([
        "2 columns",
        "unknown kind \"PLACE\"",
        "empty name",
        "unknown flag \"sometimes\"",
        "6 columns",
        "UTF-8",
        "no letter",
    ]) {
        assert!(reason.contains(want), "{reason} / {want}");
    }
    let list = builder.build().unwrap();
    let ids: Vec<_> = list.entries().iter().map(Entry::id).collect();
    assert_eq!(ids, ["a", "i"]);
    assert_eq!(list.entries()[1].forms()[2].ambiguity(), Ambiguity::Context);
}

#[test]
fn the_same_id_and_kind_is_one_entry() {
    let list = Gazetteer::builder()
        .add(Entry::new("x", EntityKind::Org, "الشركة"))
        .add(Entry::new("x", EntityKind::Org, "المؤسسة"))
        .add(Entry::new("x", EntityKind::Gpe, "المدينة"))
        .build()
        .unwrap();
    assert_eq!(list.len(), 2);
    let names: Vec<_> = list.find_iter("الشركة والمؤسسة والمدينة").map(|m| m.entry().name().to_owned()).collect();
    assert_eq!(names, ["الشركة", "الشركة", "المدينة"]);
}

#[test]
fn the_first_entry_of_a_form_is_reported() {
    let list = Gazetteer::builder()
        .add(Entry::new("1", EntityKind::Org, "النهر"))
        .add(Entry::new("2", EntityKind::Loc, "النهر"))
        .build()
        .unwrap();
    assert_eq!(list.find_iter("النهر").next().unwrap().entry().id(), "1");
}

#[test]
fn nothing_to_find() {
    let empty = Gazetteer::builder().build().unwrap();
    assert_eq!(empty.find_iter("قطر").count(), 0);
    assert_eq!(list().find_iter("").count(), 0);
    assert_eq!(list().find_iter("\u{64B}\u{200F} \n").count(), 0);
}

#[test]
fn types_are_shared_between_threads() {
    fn shared<T: Send + Sync + std::panic::UnwindSafe + std::panic::RefUnwindSafe>() {}
    shared::<Gazetteer>();
    shared::<kashaf::Normalizer>();
    shared::<kashaf::Context>();
    shared::<kashaf::Tagger>();
}

#[test]
fn a_first_line_of_column_names_is_a_header() {
    let ids = |file: &str| -> Result<Vec<String>, String> {
        let mut builder = Gazetteer::builder();
        builder.read_tsv("f", file.as_bytes()).map_err(|e| e.to_string())?;
        Ok(builder.build().unwrap().entries().iter().map(|e| format!("{} {}", e.id(), e.name())).collect())
    };
    assert_eq!(ids("NAME\tKind\tid\r\nالنهر\tLOC\t7\r\n").unwrap(), ["7 النهر"]);
    assert_eq!(ids("\u{feff}7\tLOC\tالنهر").unwrap(), ["7 النهر"]);
    assert_eq!(ids("# comment\n\nid\tkind\tname\n").unwrap(), [""; 0]);
    assert_eq!(ids("").unwrap(), [""; 0]);
    assert!(ids("id\tkind\tname\talias\n").unwrap_err().starts_with("f:1: unknown column \"alias\""));
    assert!(ids("id\tname\n7\tالنهر\n").unwrap_err().contains("no column \"kind\""));
    assert!(ids("id\tkind\tkind\tname\n").unwrap_err().contains("there twice"));
}

#[cfg(feature = "serde")]
#[test]
fn entries_are_read_and_checked() {
    let entry: Entry = serde_json::from_str(r#"{"id":"1","kind":"ORG","name":"شركة"}"#).unwrap();
    assert_eq!(entry, Entry::new("1", EntityKind::Org, "شركة"));
    let again: Entry = serde_json::from_str(&serde_json::to_string(&entry).unwrap()).unwrap();
    assert_eq!(again, entry);
    for bad in [
        r#"{"id":"1","kind":"ORG","name":" "}"#,
        r#"{"id":"1","kind":"ORG","name":"..."}"#,
        r#"{"id":"1","kind":"ORG","name":"شركة","forms":[{"text":""}]}"#,
        r#"{"id":"1","kind":"ORG","name":"شركة","alias":"x"}"#,
        r#"{"id":"1","kind":"PLACE","name":"شركة"}"#,
    ] {
        assert!(serde_json::from_str::<Entry>(bad).is_err(), "{bad}");
    }
}

#[test]
fn entries_that_meet_are_joined_ranked_and_reported() {
    let mut builder = Gazetteer::builder();
    builder.read_tsv("a.tsv", "x\tORG\tالشركة\ny\tGPE\tطرابلس\n".as_bytes()).unwrap();
    builder.read_tsv("b.tsv", "x\tORG\tالمؤسسة\t\t\t7\nx\tLOC\tالنهر\nz\tGPE\tطرابلس\t\t\t1\n".as_bytes()).unwrap();
    builder
        .source("code")
        .extend([Entry::new("", EntityKind::Pers, "عبد الله"), Entry::new("", EntityKind::Pers, "عبدالله")]);
    let list = builder.build().unwrap();
    assert!(builder.is_empty());
    assert_eq!(list.entries()[0].priority(), 7);
    assert_eq!(list.find_iter("عبد الله").next().unwrap().entries().map(|(i, _)| i).collect::<Vec<_>>(), [4, 5]);
    let found = list.find_iter("في طرابلس").next().unwrap();
    assert_eq!((found.entry().id(), found.index()), ("z", 3));
    assert_eq!(found.entries().map(|(_, e)| e.id()).collect::<Vec<_>>(), ["z", "y"]);
    assert_eq!(
        (0..6).map(|i| list.source(i)).collect::<Vec<_>>(),
        ["a.tsv", "a.tsv", "b.tsv", "b.tsv", "code", "code"]
    );
    let lines: Vec<_> = list.conflicts().iter().map(ToString::to_string).collect();
    assert_eq!(lines[..2], ["merged: ORG x from b.tsv", "one id, several kinds: ORG x LOC x"]);
    let mut forms: Vec<_> = lines[2..].to_vec();
    forms.sort();
    assert_eq!(
        forms,
        [
            "one form, several entries: طرابلس: GPE z GPE y",
            "one form, several entries: عبد الله: PERS عبد الله PERS عبدالله"
        ]
    );
    assert!(matches!(&list.conflicts()[0], Conflict::Merged { entry, .. } if entry.forms().len() == 2));
    let statistics = list.statistics();
    assert_eq!((statistics.forms, list.len()), (7, 6));
    assert_eq!(
        statistics.by_kind,
        [(EntityKind::Pers, 2), (EntityKind::Org, 1), (EntityKind::Gpe, 2), (EntityKind::Loc, 1)]
    );
    assert_eq!(statistics.by_source, [("a.tsv", 2), ("b.tsv", 2), ("code", 2)]);
    assert!(list.memory_usage() > 0);
}

#[test]
fn every_shared_form_is_reported_once() {
    let list = Gazetteer::builder()
        .add(Entry::new("1", EntityKind::Org, "الأمل").alias("عبد الله").alias("الامل"))
        .add(Entry::new("2", EntityKind::Org, "عبدالله").alias("الامل").alias("النهر"))
        .build()
        .unwrap();
    let mut lines: Vec<_> = list.conflicts().iter().map(ToString::to_string).collect();
    lines.sort();
    assert_eq!(
        lines,
        ["one form, several entries: الأمل: ORG 1 ORG 2", "one form, several entries: عبد الله: ORG 1 ORG 2"]
    );
}

#[test]
fn a_list_beyond_its_limits_names_the_entry() {
    let entry = |id: &str, name: &str| Entry::new(id, EntityKind::Org, name);
    let fails = |limits: Limits, entries: &[Entry]| {
        let mut builder = Gazetteer::builder();
        builder.limits(limits).source("my list").extend(entries.iter().cloned());
        let error = builder.build().unwrap_err();
        assert!(builder.build().unwrap().is_empty(), "the builder starts anew");
        (error.entry().unwrap().to_owned(), error.to_string())
    };
    let three = [entry("1", "قطر"), entry("1", "الدوحة"), entry("", "الريان")];
    let limits = Limits { entries: 1, ..Limits::default() };
    assert_eq!(
        fails(limits, &three),
        ("الريان".into(), "entry \"الريان\" of my list: more entries than the limit of 1".into())
    );
    let limits = Limits { bytes: 20, ..Limits::default() };
    assert_eq!(fails(limits, &three).1, "entry \"الريان\" of my list: more bytes of forms than the limit of 20");
    let long = "ب".repeat(501);
    let error = fails(Limits::default(), &[entry("9", "قطر").alias(&long)]);
    assert_eq!(error.1, "entry \"9\" of my list: a form of 1002 bytes, more than the limit of 1000");
    let unlimited = Gazetteer::builder().limits(Limits::none()).add(entry("9", &long)).build().unwrap();
    assert_eq!(unlimited.find_iter(&long).count(), 1);
    let name_error = fails(Limits { form: 10, ..Limits::default() }, &[entry("", &long)]);
    assert!(name_error.1.len() < 300, "{name_error:?}");
}

#[test]
fn flags_act_as_the_builder_says() {
    let find = |least: Option<Ambiguity>| -> Vec<String> {
        let mut builder = Gazetteer::builder();
        if let Some(least) = least {
            builder.accept(least);
        }
        builder.add(
            Entry::new("1", EntityKind::Gpe, "مدينة صور")
                .alias_with("صور", Ambiguity::Context)
                .alias_with("المدينة", Ambiguity::Never),
        );
        let list = builder.build().unwrap();
        list.find_iter("مدينة صور وصور والمدينة").map(|m| format!("{} ({})", m.text(), m.reason())).collect()
    };
    let always = "مدينة صور (always a name, identical spelling)";
    let context = "صور (a name in context, identical spelling, after و)";
    let never = "المدينة (never a name alone, identical spelling, after و)";
    assert_eq!(find(Some(Ambiguity::Always)), [always]);
    assert_eq!(find(Some(Ambiguity::Context)), [always, context]);
    assert_eq!(find(None), [always, context]);
    assert_eq!(find(Some(Ambiguity::Never)), [always, context, never]);
}

#[test]
fn a_match_tells_how_it_is_spelled() {
    let list = list();
    let spelling = |text: &str| list.find_iter(text).next().unwrap().reason().spelling;
    assert_eq!(spelling("قاعدة العديد"), Likeness::Identical);
    assert_eq!(spelling("قاعدة «العديد»"), Likeness::Letters);
    assert_eq!(spelling("عبدالله صالح"), Likeness::Letters);
    assert_eq!(spelling("ابو ظبى"), Likeness::Folded);
    assert_eq!(
        list.find_iter("بعَلي").next().unwrap().reason().to_string(),
        "always a name, same letters as demanded, after ب"
    );
}

#[test]
fn forms_that_share_a_spelling_are_taken_each_by_its_own_rule() {
    let list = Gazetteer::builder()
        .add(Entry::new("exact", EntityKind::Pers, "علي بن زيد").alias_exact("علي", Ambiguity::Always))
        .add(Entry::new("other", EntityKind::Org, "على"))
        .add(Entry::new("group", EntityKind::Norp, "علي"))
        .build()
        .unwrap();
    let ids =
        |text: &str| list.find_iter(text).map(|m| m.entries().map(|(_, e)| e.id()).collect()).collect::<Vec<Vec<_>>>();
    assert_eq!(ids("علي"), [["exact", "other", "group"]]);
    assert_eq!(ids("على"), [["other", "group"]]);
    assert_eq!(ids("العلي"), [["group"]]);
}

#[test]
fn all_matches_from_a_place_and_again() {
    let list = Gazetteer::builder()
        .add(Entry::new("1", EntityKind::Org, "جامعة الدول العربية"))
        .add(Entry::new("2", EntityKind::Org, "جامعة الدول"))
        .add(Entry::new("3", EntityKind::Norp, "الدول العربية"))
        .add(Entry::new("4", EntityKind::Gpe, "وهران"))
        .add(Entry::new("5", EntityKind::Gpe, "هران"))
        .build()
        .unwrap();
    let text = "في جامعة الدول العربية وهران";
    let all = ["1", "2", "3", "4", "5"];
    assert_eq!(list.find_overlapping_iter(text).map(|m| m.entry().id()).collect::<Vec<_>>(), all);
    let mut worker = list.worker();
    for _ in 0..2 {
        assert_eq!(worker.find_iter(text).map(|m| m.entry().id()).collect::<Vec<_>>(), ["1", "4"]);
        assert_eq!(worker.find_overlapping_iter(text).take(2).count(), 2);
        assert_eq!(worker.find_overlapping_iter(text).map(|m| m.entry().id()).collect::<Vec<_>>(), all);
    }
    let used = allocation_counter::measure(|| {
        assert_eq!(worker.find_iter(text).count(), 2);
        assert_eq!(worker.find_overlapping_iter(text).count(), 5);
    });
    assert_eq!(used.count_total, 0, "a warm worker is enough");
    let at = |start: usize| list.find_at(text, start).map(|m| m.entry().id());
    let starts =
        ["في ".len(), "في ".len() + 1, text.find("وهران").unwrap(), text.find("هران").unwrap(), text.len(), usize::MAX];
    assert_eq!(starts.map(at), [Some("1"), Some("3"), Some("4"), None, None, None]);
}

#[test]
fn a_line_without_end_takes_no_memory() {
    let mut builder = Gazetteer::builder();
    let endless = std::io::repeat(b'x').take(64 << 20).chain("\n1\tGPE\tقطر\n".as_bytes());
    let info = allocation_counter::measure(|| {
        let error = builder.read_tsv("f", endless).unwrap_err();
        assert_eq!(error.to_string(), "f:1: longer than 1048576 bytes");
    });
    assert!(info.bytes_max < 8 << 20, "{info:?}");
    assert_eq!(builder.len(), 1);
    let mut builder = Gazetteer::builder();
    let error = builder.read_tsv("f", "x\n".repeat(200_000).as_bytes()).unwrap_err();
    assert_eq!(error.lines().count(), 10_000);
    assert!(error.to_string().ends_with("f: and 199980 more bad lines"), "{error}");
}

#[test]
fn every_text_gives_spans_of_it() {
    let list = list();
    let alphabet: Vec<char> = "قطرلعبدالهصيو \n-“”\"F15\u{64E}\u{640}\u{200F}\u{FEFB}\u{FDF2}é😀/.:@京"
        .chars()
        .chain("قطرل ".chars())
        .collect();
    let mut found = 0;
    for text in common::strings(&alphabet, 20_000) {
        let text = format!("{text} وقطر F15{text}");
        let all: Vec<_> = list.find_overlapping_iter(&text).map(|m| (m.span(), m.index())).collect();
        let mut end = 0;
        for m in list.find_iter(&text) {
            let span = m.span();
            assert!(end <= span.start() && span.start() < span.end(), "{text:?}: {m:?}");
            assert_eq!((Some(m.text()), m.entry()), (text.get(span.range()), &list.entries()[m.index()]), "{text:?}");
            assert!(all.contains(&(span, m.index())), "{text:?}: {m:?}");
            assert_eq!(list.find_at(&text, span.start()).map(|m| m.span()), Some(span), "{text:?}");
            end = span.end();
            found += 1;
        }
    }
    assert!(found > 20_000, "{found}");
}

#[test]
fn edited_files_give_entries_or_reasons() {
    let tsv = "id\tkind\tname\taliases\tflag\tpriority\n\
        1\tGPE\tقطر\tدولة قطر|?الدولة\talways\t3\n\
        # comment\n\
        2\tORG\tشركة الأمل\t=الأمل\tcontext,exact\t\n\
        3\tPRODUCT\tF-15\t\t\t-1\n";
    edit(tsv, |builder, bytes| builder.read_tsv("f.tsv", bytes).map(|_| ()));
    #[cfg(feature = "serde")]
    {
        let json = concat!(
            r#"{"id":"1","kind":"GPE","name":"قطر","forms":[{"text":"قطر"},{"text":"الدولة","ambiguity":"context","exact":true}]}"#,
            "\n",
            r#"{"id":"2","kind":"ORG","name":"شركة الأمل","priority":-4}"#,
            "\n"
        );
        edit(json, |builder, bytes| builder.read_jsonl("f.jsonl", bytes).map(|_| ()));
    }
}

/// Reads 10,000 versions of a file, each with a few bytes changed, put in, taken out or cut off.
fn edit(file: &str, read: impl Fn(&mut kashaf::GazetteerBuilder, &[u8]) -> Result<(), LoadError>) {
    let mut random = common::random(7);
    let pieces: [&[u8]; 14] = [
        b"\t",
        b"\n",
        b"|",
        b"\"",
        b"{",
        b"}",
        b",",
        b"\0",
        b"\xff",
        b"\xd9",
        b"99999999999",
        "\u{202E}".as_bytes(),
        "ى".as_bytes(),
        b"name",
    ];
    let mut bad = 0;
    for round in 0..10_000 {
        let mut bytes = file.as_bytes().to_vec();
        for _ in 0..=random(4) {
            let at = random(bytes.len() + 1);
            match random(5) {
                0 => bytes.truncate(at),
                1 => drop(bytes.splice(at..(at + random(8)).min(bytes.len()), []).count()),
                2 if at < bytes.len() => bytes[at] ^= 1 << random(8),
                _ => drop(bytes.splice(at..at, pieces[random(pieces.len())].iter().copied()).count()),
            }
        }
        let lines = bytes.iter().filter(|&&b| b == b'\n').count() + 1;
        let mut builder = Gazetteer::builder();
        if let Err(error) = read(&mut builder, &bytes) {
            bad += 1;
            assert!(error.lines().count() > 0, "{round}");
            for (line, reason) in error.lines() {
                assert!(
                    (1..=lines).contains(&line) && !reason.is_empty() && reason.len() < 1000,
                    "{round}: {line}: {reason}"
                );
            }
        }
        let list = builder.build().unwrap();
        for entry in list.entries() {
            assert!(entry.name().chars().any(char::is_alphanumeric), "{round}: {entry:?}");
        }
        assert!(list.find_iter(&String::from_utf8_lossy(&bytes)).count() <= bytes.len());
    }
    assert!((1_000..10_000).contains(&bad), "{bad}");
}

#[test]
fn what_is_printed_to_find_a_fault_is_short() {
    let mut builder = Gazetteer::builder();
    builder.extend((0..1000).map(|i| Entry::new("", EntityKind::Gpe, &format!("مدينة {i}"))));
    assert!(format!("{builder:?}").contains("entries: 1000"));
    let list = builder.build().unwrap();
    let text = "في مدينة 7 ".repeat(1000);
    let mut worker = list.worker();
    assert_eq!(worker.find_iter(&text).count(), 1000);
    for printed in [format!("{builder:?}"), format!("{list:?}"), format!("{worker:?}")] {
        assert!(printed.len() < 500, "{printed}");
    }
}
