//! Matching names: a table of cases, loading, and what must hold for every text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use kashaf::{Ambiguity, EntityKind, Entry, Gazetteer};

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
    for bad in [r#"{"id":"1","kind":"ORG","name":" "}"#, r#"{"id":"1","kind":"PLACE","name":"شركة"}"#] {
        assert!(serde_json::from_str::<Entry>(bad).is_err(), "{bad}");
    }
}
