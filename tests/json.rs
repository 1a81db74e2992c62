//! What serde writes of values, and reads again.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may fail
#![cfg(feature = "serde")]

use kashaf::{Context, Date, DateTime, Span, dates, numbers};
use serde_json::{Value, json, to_value};

#[test]
fn numbers_keep_every_digit() {
    let text = "نحو 123456789012345678901.5 دولار وثلث الطلاب وأكثر من 7";
    let found = to_value(numbers(text)).unwrap();
    let object = |value: Value, lower: Value, upper: Value, approximate: bool| json!({"value": value, "lower": lower, "upper": upper, "approximate": approximate});
    let long = || json!("123456789012345678901.5");
    let quantities: Vec<_> = found.as_array().unwrap().iter().map(|mention| &mention["quantity"]).collect();
    assert_eq!(*quantities[0], json!({"number": object(long(), long(), long(), true), "unit": "USD"}));
    assert_eq!(quantities[1]["number"]["value"], "1/3");
    assert_eq!(*quantities[2], json!({"number": object(json!("7"), json!("7"), Value::Null, false), "unit": null}));
    assert_eq!(found[0]["kind"], "MONEY");
    assert_eq!(found[0]["span"], to_value(numbers(text)[0].span()).unwrap());
}

#[test]
fn dates_have_their_text() {
    let text = "منذ 5 مايو 1992";
    let found = dates(text, &Context::default());
    let written = to_value(&found).unwrap();
    assert_eq!(written[0]["span"], to_value(Span::new(text.find('5').unwrap(), text.len())).unwrap());
    assert_eq!((&written[0]["timex"]["kind"], &written[0]["timex"]["value"]), (&json!("DATE"), &json!("1992-05-05")));
    let interval = to_value(found[0].timex().interval()).unwrap();
    assert_eq!(interval, json!({"from": "1992-05-05T00:00:00", "to": null, "grain": "day"}));
}

#[test]
fn days_and_moments_are_read_again() {
    for text in ["2024-02-29", "-0005-06-01", "0000-12-31"] {
        let day: Date = serde_json::from_value(json!(text)).unwrap();
        assert_eq!((day, to_value(day).unwrap()), (text.parse().unwrap(), json!(text)));
    }
    let moment: DateTime = serde_json::from_value(json!("2023-08-16T10:05")).unwrap();
    assert_eq!(to_value(moment).unwrap(), "2023-08-16T10:05:00");
    for (bad, reason) in
        [(json!("2023-02-29"), "no day 2023-02-29"), (json!("May"), "YYYY-MM-DD"), (json!(5), "string")]
    {
        let error = serde_json::from_value::<Date>(bad).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
    }
}
