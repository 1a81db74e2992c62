//! Every day of two calendars: converted as ICU4X does, and written and read back in every tradition.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may fail

use jiff::ToSpan;
use jiff::civil::Date as Day;
use kashaf::{Context, Date, DateFormat, Digits, Months, parse_date};

const TRADITIONS: [Months; 7] = [
    Months::Egyptian,
    Months::Levantine,
    Months::Maghrebi,
    Months::Moroccan,
    Months::Mauritanian,
    Months::Libyan,
    Months::Doubled,
];

/// Every `step`th day from one to another.
fn days(from: (i16, i8, i8), to: (i16, i8, i8), step: i32) -> impl Iterator<Item = Date> {
    let day = |(y, m, d)| Day::new(y, m, d).unwrap();
    day(from)
        .series(step.days())
        .take_while(move |d| *d <= day(to))
        .map(|d| Date::new(d.year(), d.month(), d.day()).unwrap())
}

fn written_days_read_back(step: i32) {
    for (n, months) in (0i32..).zip(TRADITIONS) {
        let plain = DateFormat::new(months).digits(if n % 2 == 0 { Digits::ArabicIndic } else { Digits::Ascii });
        for day in days((1600, 1, 1 + i8::try_from(n).unwrap()), (2400, 12, 31), step) {
            for format in [plain, plain.weekday(true)] {
                let text = format.format(day);
                let read = parse_date(&text, &Context::default()).unwrap_or_else(|e| panic!("{text}: {e}"));
                assert_eq!(read.value(), Some(&*day.to_string()), "{text}");
            }
        }
    }
}

#[test]
fn days_of_every_tradition_read_back() {
    written_days_read_back(97);
}

#[test]
#[ignore = "takes minutes; the other test reads every 97th day"]
fn every_day_of_every_tradition_reads_back() {
    written_days_read_back(1);
}

#[test]
#[cfg(feature = "hijri")]
fn every_hijri_day_converts_as_icu4x_does() {
    use icu_calendar::Date as IcuDate;
    use icu_calendar::cal::Hijri;
    let mut count = 0;
    for year in 1300..=1600 {
        for month in 1..=12 {
            for day in 1..=30 {
                let icu = IcuDate::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura()).ok();
                let Some(icu) = icu.map(|d| d.to_calendar(icu_calendar::Gregorian)) else { continue };
                let (y, m, d) = (icu.era_year().year, icu.month().ordinal, icu.day_of_month().0);
                let civil = Date::new(i16::try_from(y).unwrap(), m.cast_signed(), d.cast_signed()).unwrap();
                let hijri = civil.hijri().unwrap();
                assert_eq!(kashaf::HijriDate::new(year, month, day), Ok(hijri));
                assert_eq!((hijri.year(), hijri.month(), hijri.day()), (Some(year), Some(month), Some(day)), "{civil}");
                assert_eq!(hijri.date(), Some(civil), "{hijri}");
                count += 1;
            }
        }
    }
    // 301 years of 354 or 355 days.
    assert!((106_600..106_900).contains(&count), "{count}");
}

#[test]
#[cfg(feature = "hijri")]
fn hijri_days_read_back() {
    for day in days((1882, 11, 12), (2174, 11, 25), 17) {
        let text = DateFormat::default().weekday(true).format_hijri(day).unwrap();
        let read = parse_date(&text, &Context::default()).unwrap_or_else(|e| panic!("{text}: {e}"));
        assert_eq!(read.value(), Some(&*day.to_string()), "{text}");
        assert_eq!(read.hijri(), day.hijri(), "{text}");
    }
}

/// Years before our era and of few digits have their era written.
#[test]
fn far_years_are_written_and_read() {
    let format = DateFormat::default();
    for (year, text) in [(-43, "15 مارس 44 ق.م"), (622, "15 مارس 622م"), (2023, "15 مارس 2023")] {
        let day = Date::new(year, 3, 15).unwrap();
        assert_eq!(format.format(day), text);
        assert_eq!(parse_date(text, &Context::default()).unwrap().value(), Some(&*day.to_string()), "{text}");
    }
}
