//! Writing dates in Arabic.

use once_cell::sync::Lazy;

use super::context::Date;
use super::resolve::weekday_of;
use super::timex::HijriDate;
use crate::gazetteer::rows;
use crate::normalize::Digits;

/// The names that a country gives the months of the Gregorian calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Months {
    /// `يناير`, `فبراير`: Egypt, Sudan, the Gulf.
    #[default]
    Egyptian,
    /// `كانون الثاني`, `شباط`: Syria, Lebanon, Jordan, Palestine, Iraq.
    Levantine,
    /// `جانفي`, `فيفري`: Tunisia, Algeria.
    Maghrebi,
    /// `يوليوز`, `غشت`: Morocco.
    Moroccan,
    /// `أغشت`, `شتمبر`: Mauritania.
    Mauritanian,
    /// `أي النار`, `النوار`: Libya from 1969 to 2011.
    Libyan,
    /// `كانون الثاني/يناير`: both names, as agencies write for all readers.
    Doubled,
}

/// Names of twelve months, by the row of `seeds/lexicon/traditions.tsv`.
fn names(tradition: &str) -> Option<&'static [&'static str]> {
    static TABLE: Lazy<Vec<Vec<&'static str>>> =
        Lazy::new(|| rows(include_str!("../../seeds/lexicon/traditions.tsv")).collect());
    TABLE.iter().find_map(|row| row.split_first().filter(|(name, _)| **name == tradition).map(|(_, months)| months))
}

/// The name of a month, 1 to 12.
fn name(tradition: &str, month: u8) -> &'static str {
    let index = usize::from(month).checked_sub(1);
    index.and_then(|i| names(tradition)?.get(i).copied()).unwrap_or("")
}

/// The name of a weekday with its article; 1 is Monday.
fn weekday_name(day: u8) -> Option<&'static str> {
    static TABLE: Lazy<Vec<Vec<&'static str>>> =
        Lazy::new(|| rows(include_str!("../../seeds/lexicon/weekdays.tsv")).collect());
    TABLE.iter().find_map(|row| match *row.as_slice() {
        [name, number, "yes"] if number.parse() == Ok(day) => Some(name),
        _ => None,
    })
}

/// How a date is written: day, name of the month and year, and more if wanted.
///
/// # Examples
///
/// ```
/// use kashaf::{Date, DateFormat, Digits, Months};
///
/// let day = Date::new(2023, 7, 20).unwrap();
/// assert_eq!(DateFormat::new(Months::Egyptian).format(day), "20 يوليو 2023");
/// assert_eq!(DateFormat::new(Months::Doubled).weekday(true).format(day), "الخميس، 20 تموز/يوليو 2023");
/// assert_eq!(DateFormat::new(Months::Moroccan).digits(Digits::ArabicIndic).format(day), "٢٠ يوليوز ٢٠٢٣");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct DateFormat {
    months: Months,
    digits: Digits,
    weekday: bool,
}

impl DateFormat {
    /// Day, name of the month, year, in European digits.
    #[must_use]
    pub const fn new(months: Months) -> Self {
        Self { months, digits: Digits::Ascii, weekday: false }
    }

    /// The digits to write; [`Digits::Keep`] writes European ones.
    #[must_use]
    pub const fn digits(self, digits: Digits) -> Self {
        Self { digits, ..self }
    }

    /// Whether the name of the weekday stands before, with a comma.
    #[must_use]
    pub const fn weekday(self, weekday: bool) -> Self {
        Self { weekday, ..self }
    }

    /// A day of the Gregorian calendar. Years before our era have `ق.م`, years below 1000 `م`.
    #[must_use]
    pub fn format(&self, day: Date) -> String {
        let month = day.month().unsigned_abs();
        let month = match self.months {
            Months::Egyptian => name("egyptian", month).to_owned(),
            Months::Levantine => name("levantine", month).to_owned(),
            Months::Maghrebi => name("maghrebi", month).to_owned(),
            Months::Moroccan => name("moroccan", month).to_owned(),
            Months::Mauritanian => name("mauritanian", month).to_owned(),
            Months::Libyan => name("libyan", month).to_owned(),
            Months::Doubled => match (name("levantine", month), name("egyptian", month)) {
                (one, other) if one == other => one.to_owned(),
                (one, other) => format!("{one}/{other}"),
            },
        };
        let (year, era) = match i32::from(day.year()) {
            year if year <= 0 => (1 - year, " ق.م"),
            year if year < 1000 => (year, "م"),
            year => (year, ""),
        };
        self.write(day, day.day().unsigned_abs(), &month, year, era)
    }

    /// The same day in the Hijri calendar, by the Umm al-Qura tables: `16 رمضان 1445 هـ`. `None` without the feature
    /// `hijri`, and for days of no year from 1 to 1700 AH.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[cfg(feature = "hijri")] {
    /// use kashaf::{Date, DateFormat};
    ///
    /// let day = Date::new(2024, 3, 26).unwrap();
    /// assert_eq!(DateFormat::default().format_hijri(day).as_deref(), Some("16 رمضان 1445 هـ"));
    /// # }
    /// ```
    #[must_use]
    pub fn format_hijri(&self, day: Date) -> Option<String> {
        let HijriDate { year, month, day: of_month } = day.hijri()?;
        Some(self.write(day, of_month?, name("hijri", month?), year?, " هـ"))
    }

    fn write(&self, date: Date, day: u8, month: &str, year: i32, era: &str) -> String {
        let weekday = weekday_name(weekday_of(date.civil())).filter(|_| self.weekday);
        let weekday = weekday.map_or(String::new(), |name| format!("{name}، "));
        format!("{weekday}{day} {month} {year}{era}").chars().map(|c| self.digit(c)).collect()
    }

    /// A European digit as one of the wanted kind; other characters as they are.
    fn digit(&self, c: char) -> char {
        let zero = match self.digits {
            Digits::Keep | Digits::Ascii => return c,
            Digits::ArabicIndic => 0x0660,
            Digits::Extended => 0x06F0,
        };
        c.to_digit(10).and_then(|d| char::from_u32(zero + d)).unwrap_or(c)
    }
}
