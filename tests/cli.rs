//! The examples on bad input: a clear message, status 2, and the rest still done.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg(feature = "embedded")]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// An example's program, which `cargo test` has built beside this test.
fn example(name: &str) -> Command {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    let program = path.join("examples").join(name);
    assert!(
        program.exists(),
        "{} is missing: build it with `cargo test` or `cargo build --examples`",
        program.display()
    );
    Command::new(program)
}

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = std::env::temp_dir().join(format!("kashaf-{}-{name}", std::process::id()));
    fs::write(&path, bytes).unwrap();
    path
}

fn run(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.stdin(Stdio::null()).output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn piped(mut command: Command, input: &str) -> String {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
}

#[test]
fn what_cannot_be_read_is_reported_and_the_rest_is_done() {
    let good = file("good.txt", "زار وفد قطر".as_bytes());
    let bad = file("bad.txt", b"first\n\xd9 broken\n");
    let (code, out, err) = run(example("tag").args(["--format", "json", "/no/such/file"]).arg(&bad).arg(&good));
    assert_eq!(code, Some(2));
    assert!(err.contains("/no/such/file: No such file"), "{err}");
    assert!(err.contains("bad.txt:2: not UTF-8 at byte 1"), "{err}");
    assert_eq!(out.lines().count(), 1);
    assert!(out.contains("iso3166-1:QA"), "{out}");
}

#[test]
fn a_bad_gazetteer_line_is_reported_and_the_others_count() {
    let names = file("names.tsv", "my:1\tORG\tشركة النخيل\nmy:2\tPLACE\tكذا\nmy:3\tORG\n".as_bytes());
    let text = file("names.txt", "قالت شركة النخيل".as_bytes());
    let (code, out, err) = run(example("tag").args(["--format", "json", "--gazetteer"]).arg(&names).arg(&text));
    assert_eq!(code, Some(2));
    assert!(err.contains("names.tsv:2: unknown kind \"PLACE\""), "{err}");
    assert!(err.contains("names.tsv:3: 2 columns"), "{err}");
    assert!(out.contains("my:1"), "{out}");
}

#[test]
fn an_impossible_date_is_refused() {
    for program in ["tag", "dates"] {
        let (code, _, err) = run(example(program).args(["--reference-date", "2024-02-30"]));
        assert_eq!(code, Some(2));
        assert!(err.contains("2024-02-30"), "{err}");
    }
}

#[test]
fn json_has_the_promised_form() {
    let mut command = example("tag");
    command.args(["--lines", "--format", "json", "--reference-date", "2022-07-24"]);
    let out = piped(command, "بقطر\n\n13 ألف جندي\n");
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        lines[0],
        serde_json::json!({"source": "1", "mentions": [
            {"start": 2, "end": 8, "text": "قطر", "kind": "GPE", "name": "قطر", "id": "iso3166-1:QA", "value": null,
             "how": "listed", "entity": 0}
        ]})
    );
    assert_eq!(lines[1], serde_json::json!({"source": "2", "mentions": []}));
    assert_eq!(lines[2]["mentions"][0]["value"], "13000");
}

/// Every number has its value, unit and bounds, null where there are none.
fn numbers_in_json() {
    let fields = |text: &str, more: &[&str]| {
        let mut command = example("numbers");
        command.args(["--format", "json"]).args(more);
        let line: serde_json::Value = serde_json::from_str(&piped(command, &format!("{text}\n"))).unwrap();
        let mention = line["mentions"][0].clone();
        ["value", "unit", "low", "high", "approximate"].map(|field| mention[field].clone())
    };
    let json = |text: &str| serde_json::from_str::<[serde_json::Value; 5]>(text).unwrap();
    for (text, expected) in [
        ("نحو 13 ألف جندي", r#"["13000", null, "13000", "13000", true]"#),
        ("3.5 مليار دولار", r#"["3500000000", "USD", "3500000000", "3500000000", false]"#),
        ("15 في المئة", r#"["15", "percent", "15", "15", false]"#),
        ("أكثر من 30 كيلومترا", r#"["30", "kilometer", "30", null, false]"#),
        ("ما لا يزيد على خمسين", r#"["50", null, null, "50", false]"#),
        ("بين 8 و10 آلاف", r#"[null, null, "8000", "10000", false]"#),
        ("عشرات الآلاف", r#"[null, null, "10000", null, false]"#),
        ("الثلث", r#"["1/3", null, "1/3", "1/3", false]"#),
    ] {
        assert_eq!(fields(text, &[]), json(expected), "{text}");
    }
    assert_eq!(fields("3,500", &[])[0], "3500");
    assert_eq!(fields("3,500", &["--decimals", "maghreb"])[0], "3.5");
}

#[test]
fn the_other_examples_do_their_part() {
    assert_eq!(piped(example("normalize"), "الدَّوحة\n"), "الدوحه\n");
    let mut json = example("normalize");
    json.args(["--json", "--preset", "light"]);
    assert_eq!(piped(json, "\"قـطر\\n\"\n"), "\"قطر\\n\"\n");
    assert!(piped(example("numbers"), "13 ألف جندي\n").contains("13000"));
    numbers_in_json();
    let mut dates = example("dates");
    dates.args(["--reference-date", "2022-07-24", "--format", "json"]);
    assert!(piped(dates, "من 20 إلى 21 يوليو/تموز الجاري\n").contains("2022-07-20/2022-07-21"));
    let lines = file("lines.json", "\"قـطر\"\nقطر\n".as_bytes());
    let (code, out, err) = run(example("normalize").arg("--json").arg(&lines));
    assert_eq!((code, out.as_str()), (Some(2), "\"قطر\"\n"));
    assert!(err.contains("lines.json:2: not a JSON string"), "{err}");
    let (code, _, err) = run(example("normalize").args(["--preset", "no-such"]));
    assert_eq!(code, Some(2));
    assert!(err.contains("search"), "{err}");
}

#[test]
fn the_gazetteer_example_counts_finds_and_exports() {
    let (code, out, _) = run(example("gazetteer").args(["stats", "--format", "json"]));
    assert_eq!(code, Some(0));
    let stats: serde_json::Value = serde_json::from_str(&out).unwrap();
    let sum = |by: &str| stats[by].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum::<u64>();
    assert_eq!(Some(sum("by_kind")), stats["entries"].as_u64());
    assert_eq!(Some(sum("by_source")), stats["entries"].as_u64());
    assert_eq!(Some(sum("by_flag")), stats["forms"].as_u64());

    let (_, out, _) = run(example("gazetteer").args(["find", "--format", "json", "وللدوحة"]));
    let found: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(found["folded"], "وللدوحه");
    assert_eq!(found["matches"][0]["id"], "kashaf:doha");
    assert_eq!(found["matches"][0]["proclitics"], "و+ل");

    // What is exported is read again as it was, the order of the marks apart.
    let names = "id\tkind\tname\taliases\tflag\nx:1\tORG\tالأمل\t!شركة الأمل|~=أمل\tcontext\n";
    let own = file("export.tsv", names.as_bytes());
    let (code, out, err) = run(example("gazetteer").args(["export", "--gazetteer"]).arg(&own));
    assert_eq!((code, out.as_str()), (Some(0), names), "{err}");
    let (_, out, _) = run(example("gazetteer").args(["export", "--format", "json", "--gazetteer"]).arg(&own));
    let entry: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(entry["forms"].as_array().unwrap().len(), 3);
    let (code, _, err) = run(example("gazetteer").args(["stats", "--gazetteer", "/no/such/file"]));
    assert_eq!(code, Some(2));
    assert!(err.contains("/no/such/file: No such file"), "{err}");
}

#[test]
#[cfg(feature = "hijri")]
fn dates_are_written_in_every_notation() {
    let mut moments = example("dates");
    moments.args(["--reference-date", "2023-08-16T10:00", "--format", "json"]);
    let out = piped(moments, "منذ 16 رمضان 1445 هـ\nقبل ساعتين\n10 سنوات\n");
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        lines[0]["mentions"][0],
        serde_json::json!({
            "start": 7, "end": 30, "text": "16 رمضان 1445 هـ", "kind": "DATE", "name": null, "id": null, "value": "2024-03-26",
            "timex": {"type": "DATE", "value": "2024-03-26", "mod": null},
            "edtf": "2024-03-26/..",
            "interval": {"from": "2024-03-26", "to": null, "grain": "day"},
            "hijri": {"year": 1445, "month": 9, "day": 16, "approximate": false}
        })
    );
    assert_eq!(
        lines[1]["mentions"][0]["interval"],
        serde_json::json!({"from": "2023-08-16T08:00", "to": "2023-08-16T08:01", "grain": "minute"})
    );
    assert_eq!(lines[2]["mentions"][0]["timex"]["type"], "DURATION");
    assert_eq!(lines[2]["mentions"][0]["interval"], serde_json::Value::Null);
    let mut plain = example("dates");
    plain.args(["--reference-date", "2022-07-24", "--format", "timex3"]);
    let tagged = "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2022-07\" mod=\"END\">أواخر يوليو</TIMEX3> & بعدها";
    assert_eq!(piped(plain, "أواخر يوليو & بعدها\n"), tagged.replace('&', "&amp;") + "\n");
}

/// A corpus of our own: a name with و before it, one that is not labelled, one that is longer than found,
/// a surname that only the sentence before it explains.
#[test]
fn evaluating_counts_whole_names() {
    let corpus = "-DOCSTART-\tO\n\n\
        زار\tO\nمنصور\tB-PER\nبن\tI-PER\nراشد\tI-PER\nالخطابي\tI-PER\nالقاهرة\tB-GPE\nوقطر\tB-LOC\n\n\
        ورحب\tO\nالخطابي\tB-PERS\nبالأمم\tB-ORG\nالمتحدة\tI-ORG\nالجديدة\tI-ORG\nفي\tO\nحلب\tO\n\n";
    let (code, out, err) = run(example("evaluate").args(["--errors"]).arg(file("corpus.conll", corpus.as_bytes())));
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    let row = |out: &str, kind: &str| {
        let line = out.lines().find(|line| line.trim_start().starts_with(kind)).unwrap();
        line.split_whitespace().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(row(&out, "LOC"), ["0.667", "1.000", "0.800", "2"]);
    assert_eq!(row(&out, "PER"), ["1.000", "1.000", "1.000", "2"]);
    assert_eq!(row(&out, "ORG"), ["0.000", "0.000", "0.000", "1"]);
    assert_eq!(row(&out, "all"), ["0.667", "0.800", "0.727", "5"]);
    assert!(out.contains("missed: 1\n      1  ORG  بالأمم المتحدة الجديدة"), "{out}");
    assert!(out.contains("false alarms: 2\n      1  LOC  حلب\n      1  ORG  بالأمم المتحدة\n"), "{out}");

    let alone = piped(
        {
            let mut command = example("evaluate");
            command.args(["--sentences", "1"]);
            command
        },
        corpus,
    );
    assert_eq!(row(&alone, "PER")[1], "0.500");

    let (code, out, err) = run(example("evaluate").arg(file("plain.conll", "قطر\nزار وفد القاهرة\n".as_bytes())));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.contains("plain.conll: no line with a token and its IOB2 tag"), "{err}");
}

/// A reader who has seen enough ends a program without an error, however much it would still write.
#[test]
fn a_closed_pipe_is_no_error() {
    let line = "زار\tO\nالقاهرة\tB-GPE\nيوم\tO\n";
    for (program, args) in
        [("tag", &[][..]), ("dates", &["--format", "timex3"]), ("evaluate", &["--errors"]), ("gazetteer", &["export"])]
    {
        let mut command = example(program);
        command.args(args);
        if program != "gazetteer" {
            // Two files, so that there is something to sum up.
            command.args([file("one.conll", line.repeat(500).as_bytes()), file("two.conll", line.as_bytes())]);
        }
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let Output { status, stderr, .. } = child.wait_with_output().unwrap();
        assert_eq!((status.code(), String::from_utf8(stderr).unwrap().as_str()), (Some(0), ""), "{program}");
    }
}

#[test]
fn screening_gives_places_and_ids() {
    let list = file(
        "list.tsv",
        "ent:1\tORG\tشركة النخيل\nent:2\tORG\tالنخيل\t\tcontext\nent:3\tORG\tالنَّخيل\nbad\n".as_bytes(),
    );
    let names = file("screen-names.txt", "\u{FEFF}قطر\n\n...\n# comment\nأبو ظبي\n".as_bytes());
    let text = file("screen-news.txt", "قالت شركة\nالنخيل في قطر".as_bytes());
    let screen = || {
        let mut command = example("screen");
        command.arg("--list").arg(&list).arg("--list").arg(&names);
        command
    };
    let (code, out, err) = run(screen().arg("--overlapping").arg(&text));
    assert_eq!(code, Some(2));
    assert!(
        err.contains("list.tsv:4: 1 column between tabs") && err.contains("names.txt:3: no letter or digit"),
        "{err}"
    );
    let rows: Vec<Vec<&str>> = out.lines().map(|line| line.split('\t').skip(1).take(4).collect()).collect();
    assert_eq!(
        rows,
        [
            ["9..30", "5..16", "شركة النخيل", "ent:1"],
            ["18..30", "10..16", "النخيل", "ent:2|ent:3"],
            ["36..42", "20..23", "قطر", "قطر"],
        ]
    );

    let (_, out, _) = run(screen().args(["--accept", "always", "--overlapping"]).arg(&text));
    assert!(out.contains("\tent:3\t") && !out.contains("ent:2"), "{out}");

    let mut json = screen();
    json.args(["--format", "json", "--field", "body"]);
    let out = piped(json, "{\"body\":\"في 😀 أبوظبي\"}\n{\"text\":\"قطر\"}\n{\"body\":\"وبقطر\"}\n");
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        lines[0],
        serde_json::json!({"source": "1", "mentions": [{
            "start": 10, "end": 22, "chars": [5, 11], "text": "أبوظبي", "ids": ["أبو ظبي"], "name": "أبو ظبي",
            "source": names.display().to_string(), "reason": "always a name, same letters"
        }]})
    );
    assert_eq!((&lines[1]["source"], &lines[1]["mentions"][0]["start"]), (&"3".into(), &4.into()));
    let fields = file("fields.jsonl", b"{\"text\":\"a\"}\n{\"body\":1}\nbody\n");
    let (code, _, err) = run(screen().args(["--field", "body"]).arg(&fields));
    assert_eq!(code, Some(2));
    for problem in ["1: no field \"body\"", "2: field \"body\" is not a string", "3: not JSON"] {
        assert!(err.contains(&format!("fields.jsonl:{problem}")), "{err}");
    }
    let (code, _, err) = run(example("screen").args(["--list", "/no/such/list"]));
    assert_eq!(code, Some(2));
    assert!(err.contains("/no/such/list: No such file") && err.contains("no names"), "{err}");
    let (_, _, err) = run(screen().arg("--conflicts"));
    assert!(err.contains("one form, several entries: النخيل: ORG ent:2 ORG ent:3"), "{err}");
}
