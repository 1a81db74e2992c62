//! The suites of other systems in the shared folder: every row reads as they say, or stands in
//! `tests/data/date_differences.tsv` with our reading and the reason.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may fail
#![cfg(feature = "hijri")]

use std::collections::BTreeMap;

use jiff::civil::{Date as Day, DateTime as Moment};
use jiff::{Span, ToSpan};
use kashaf::{Context, Date, DateTime, Grain, Interval, Timex, TimexKind, Week, parse_date};

/// A file of the shared folder, when it is there.
fn shared(path: &str) -> Option<String> {
    let Ok(shared) = std::env::var("KASHAF_SHARED") else {
        eprintln!("skipped: KASHAF_SHARED is not set");
        return None;
    };
    Some(std::fs::read_to_string(format!("{shared}/cases/{path}")).unwrap())
}

/// The rows of a suite: its first column and the one with what it expects, by line number from 1.
fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    (2..).zip(text.lines().skip(1)).map(|(n, line)| (n, line.split('\t').collect()))
}

/// Our reading, as the table of differences writes it.
fn reading(timex: Option<&Timex>) -> String {
    let Some(timex) = timex else { return "-".to_owned() };
    timex.value().unwrap_or("?").to_owned()
}

/// Compares what failed with the rows of the table that name this suite.
fn judge(suite: &str, all: usize, failed: &BTreeMap<usize, (String, String)>) {
    let listed: BTreeMap<usize, &str> = include_str!("data/date_differences.tsv")
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|row| row[0] == suite)
        .map(|row| {
            assert!(row.len() == 4 && !row[3].is_empty(), "no reason: {row:?}");
            (row[1].parse().unwrap(), row[2])
        })
        .collect();
    eprintln!("{suite}: {} of {all} rows as expected, {} listed", all - failed.len(), listed.len());
    let mut wrong = Vec::new();
    for (row, (ours, what)) in failed {
        if listed.get(row) != Some(&ours.as_str()) {
            wrong.push(format!("{suite}\t{row}\t{ours}\t{what}"));
        }
    }
    for row in listed.keys().filter(|row| !failed.contains_key(row)) {
        wrong.push(format!("{suite} {row} is listed and reads as expected"));
    }
    assert!(wrong.is_empty(), "{} differences not explained:\n{}", wrong.len(), wrong.join("\n"));
}

/// Runs every row of a suite through `check`, which says whether our reading is right.
fn run(suite: &str, path: &str, mut check: impl FnMut(&[&str]) -> Option<(Option<Timex>, bool)>) {
    let Some(text) = shared(path) else { return };
    let mut failed = BTreeMap::new();
    let mut all = 0;
    for (n, cells) in rows(&text) {
        let Some((timex, right)) = check(&cells) else { continue };
        all += 1;
        if !right {
            failed.insert(n, (reading(timex.as_ref()), cells.join(" | ")));
        }
    }
    judge(suite, all, &failed);
}

fn civil(at: DateTime) -> Moment {
    let day = at.date();
    let day = Day::new(day.year(), day.month(), day.day()).unwrap();
    day.at(at.hour(), at.minute(), at.second(), 0)
}

/// First moment and first one after, where both are known.
fn ends(interval: Interval) -> (Option<Moment>, Option<Moment>) {
    (interval.from().map(civil), interval.to().map(civil))
}

fn unit(grain: Grain) -> Span {
    match grain {
        Grain::Second => 1.second(),
        Grain::Minute => 1.minute(),
        Grain::Hour => 1.hour(),
        Grain::Day => 1.day(),
        Grain::Week => 1.week(),
        Grain::Month => 1.month(),
        Grain::Quarter => 3.months(),
        Grain::Half => 6.months(),
        _ => 1.year(),
    }
}

/// Whether a moment lies in the stretch.
fn holds(timex: Option<&Timex>, moment: Moment) -> bool {
    let Some((Some(from), Some(to))) = timex.and_then(Timex::interval).map(ends) else { return false };
    from <= moment && moment < to
}

fn context(moment: &str, future: bool) -> Context {
    let moment: DateTime = moment.parse().unwrap();
    let day = moment.date();
    if future { Context::plans(day).at(moment) } else { Context::news(day).at(moment) }
}

/// `datetime (2013, 2, 12, 4, 30, 0) Second`: the moments and the grain.
fn duckling_value(value: &str) -> (Vec<Moment>, String) {
    let numbers: Vec<i16> = value
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(|digits| digits.parse().unwrap())
        .collect();
    let small = |n: i16| i8::try_from(n).unwrap();
    let moment =
        |n: &[i16]| Day::new(n[0], small(n[1]), small(n[2])).unwrap().at(small(n[3]), small(n[4]), small(n[5]), 0);
    let moments = numbers.chunks_exact(6).map(moment).collect();
    let grain = value.split(')').next_back().unwrap().split_whitespace().next().unwrap_or("");
    (moments, grain.to_lowercase())
}

#[test]
fn duckling_time() {
    let context = context("2013-02-12T04:30", true);
    run("duckling-time", "duckling/Time.tsv", |cells| {
        let timex = parse_date(cells[0], &context).ok();
        if cells[1] == "NONE" {
            let right = timex.is_none();
            return Some((timex, right));
        }
        let (moments, grain) = duckling_value(cells[1]);
        let interval = timex.as_ref().and_then(Timex::interval);
        let right = interval.is_some_and(|i| {
            let (from, to) = ends(i);
            let same = i.grain().as_str() == grain || (i.grain() == Grain::Month && grain == "day");
            from == moments.first().copied() && same && (moments.len() < 2 || to == moments.get(1).copied())
        });
        Some((timex, right))
    });
}

/// Months and seconds of a duration in ISO 8601.
fn length(iso: &str) -> Option<(f64, f64)> {
    let (mut months, mut seconds, mut time) = (0.0, 0.0, false);
    let mut number = String::new();
    for c in iso.strip_prefix('P')?.chars() {
        if c.is_ascii_digit() || c == '.' {
            number.push(c);
            continue;
        }
        if c == 'T' {
            time = true;
            continue;
        }
        let n: f64 = number.parse().ok()?;
        number.clear();
        match c {
            'Y' => months += 12.0 * n,
            'M' if !time => months += n,
            'W' => seconds += 7.0 * 86400.0 * n,
            'D' => seconds += 86400.0 * n,
            'H' => seconds += 3600.0 * n,
            'M' => seconds += 60.0 * n,
            _ => seconds += n,
        }
    }
    Some((months, seconds))
}

fn of_unit(name: &str, n: f64) -> (f64, f64) {
    match name {
        "Year" | "YEARS" => (12.0 * n, 0.0),
        "Quarter" => (3.0 * n, 0.0),
        "Month" | "MONTHS" => (n, 0.0),
        "Week" | "WEEKS" => (0.0, 7.0 * 86400.0 * n),
        "Day" | "DAYS" => (0.0, 86400.0 * n),
        "Hour" | "HOURS" => (0.0, 3600.0 * n),
        "Minute" | "MINUTES" => (0.0, 60.0 * n),
        "Second" | "SECONDS" => (0.0, n),
        other => panic!("{other}"),
    }
}

fn lasts(timex: Option<&Timex>, want: (f64, f64)) -> bool {
    let got = timex.filter(|t| t.kind() == TimexKind::Duration).and_then(Timex::value).and_then(length);
    got.is_some_and(|got| (got.0 - want.0).abs() < 0.01 && (got.1 - want.1).abs() < 0.01)
}

#[test]
fn duckling_duration() {
    run("duckling-duration", "duckling/Duration.tsv", |cells| {
        let timex = parse_date(cells[0], &Context::default()).ok();
        let words: Vec<&str> = cells[1].split_whitespace().collect();
        let &["DurationData", n, unit] = words.as_slice() else { panic!("{cells:?}") };
        let right = lasts(timex.as_ref(), of_unit(unit, n.parse().unwrap()));
        Some((timex, right))
    });
}

#[test]
fn maha_duration() {
    run("maha-duration", "maha/duration.tsv", |cells| {
        let timex = parse_date(cells[0], &Context::default()).ok();
        let mut want = (0.0, 0.0);
        for value in cells[2].split("ValueUnit(value=").skip(1) {
            // One row is cut off in the file.
            let (n, rest) = value.split_once(", unit=")?;
            let name = rest.split("DurationUnit.").nth(1)?.split(':').next()?;
            let more = of_unit(name, n.parse().unwrap());
            want = (want.0 + more.0, want.1 + more.1);
        }
        let none = timex.as_ref().is_none_or(|t| t.kind() != TimexKind::Duration);
        let right = if cells[2] == "[]" { none } else { lasts(timex.as_ref(), want) };
        Some((timex, right))
    });
}

/// `TimeValue(days=1, am_pm='PM', hour=16)`, seen from that moment.
fn maha_value(text: &str, now: Moment) -> Option<Moment> {
    let fields = text.split_once("TimeValue(")?.1.split_once(')')?.0;
    let mut at = now;
    let mut weekday = None;
    for field in fields.split(", ") {
        let (name, value) = field.split_once('=')?;
        let n: i16 = value.parse().unwrap_or(0);
        let small = i8::try_from(n).unwrap_or(0);
        at = match name {
            "years" => at.checked_add(i64::from(n).years()),
            "months" => at.checked_add(i64::from(n).months()),
            "days" => at.checked_add(i64::from(n).days()),
            "hours" => at.checked_add(i64::from(n).hours()),
            "minutes" => at.checked_add(i64::from(n).minutes()),
            "seconds" => at.checked_add(i64::from(n).seconds()),
            "year" => at.with().year(n).build(),
            "month" => at.with().month(small).day(1).build(),
            "day" => at.with().day(small).build(),
            "hour" => at.with().hour(small).build(),
            "minute" => at.with().minute(small).build(),
            "second" => at.with().second(small).build(),
            "weekday" => {
                weekday = Some(value);
                Ok(at)
            }
            _ => Ok(at),
        }
        .unwrap();
    }
    if let Some(name) = weekday {
        let n = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|w| *w == name).unwrap();
        let ahead = (i64::try_from(n).unwrap() - i64::from(at.weekday().to_monday_zero_offset())).rem_euclid(7);
        at = at.checked_add(ahead.days()).unwrap();
    }
    Some(at)
}

#[test]
fn maha_time() {
    let context = context("2021-09-01T10:38:04", true);
    let from_sunday = context.in_week(Week::of_country("SA").unwrap());
    let now: Moment = "2021-09-01T10:38:04".parse().unwrap();
    run("maha-time", "maha/time.tsv", |cells| {
        // Its weeks begin on Sunday, but for a test that says otherwise.
        let context = if cells[3].contains("start_of_week") { context } else { from_sunday };
        let timex = parse_date(cells[0], &context).ok();
        let want = cells[2];
        let right = if want == "[]" {
            // A length is no time.
            timex.as_ref().is_none_or(|t| t.kind() == TimexKind::Duration)
        } else if let Some(span) = want.split_once("TimeInterval(") {
            let (start, end) = span.1.split_once("end=").unwrap();
            timex.as_ref().and_then(Timex::interval).is_some_and(|interval| {
                let (from, to) = ends(interval);
                let unit = unit(interval.grain());
                let near = |a: Moment, b: Moment| a <= b && b < a.checked_add(unit).unwrap();
                let first = maha_value(start, now);
                let last = maha_value(end, now);
                let fits = |a: Option<Moment>, b: Option<Moment>, less: bool| match (a, b) {
                    (Some(a), Some(b)) => near(if less { a.checked_sub(unit).unwrap() } else { a }, b),
                    (a, b) => a.is_none() && b.is_none(),
                };
                fits(from, first, false) && fits(to, last, true)
            })
        } else {
            let moment = want.split('"').nth(1).unwrap().replace(' ', "T");
            holds(timex.as_ref(), moment.parse().unwrap())
        };
        Some((timex, right))
    });
}

#[test]
fn icu_dates() {
    run("icu-dates", "icu/intl_dates.tsv", |cells| {
        let &[_, calendar, style, iso, text] = cells else { panic!("{cells:?}") };
        let day: Date = iso[..10].parse().unwrap();
        // Without a year, a day is the last one before the reference date.
        let timex = parse_date(text, &Context::news(day)).ok();
        let value = timex.as_ref().and_then(Timex::value);
        let right = match (style, calendar) {
            ("yM", "gregory") => value == Some(&iso[..7]),
            ("yM", _) => holds(timex.as_ref(), iso.parse::<Day>().unwrap().at(0, 0, 0, 0)),
            _ => value == Some(iso),
        };
        Some((timex, right))
    });
}

#[test]
fn icu_relative() {
    let now: Moment = "2023-08-16T10:00:00".parse().unwrap();
    let context = context("2023-08-16T10:00:00", false);
    run("icu-relative", "icu/intl_relative.tsv", |cells| {
        let &[_, unit, n, text] = cells else { panic!("{cells:?}") };
        let n: i64 = n.parse().unwrap();
        let span = match unit {
            "second" => n.seconds(),
            "minute" => n.minutes(),
            "hour" => n.hours(),
            "day" => n.days(),
            "week" => n.weeks(),
            "month" => n.months(),
            "quarter" => (3 * n).months(),
            "year" => n.years(),
            other => panic!("{other}"),
        };
        let timex = parse_date(text, &context).ok();
        let right = holds(timex.as_ref(), now.checked_add(span).unwrap());
        Some((timex, right))
    });
}
