use core::fmt;

use super::context::{Date, DateError};
use super::grammar::Meaning;
use super::hijri;
use super::interval::Interval;
use super::point::Point;
use super::render;
use super::value::Value;

/// The meaning of a date, time or duration, after TIMEX3 and EDTF (ISO 8601-2).
///
/// # Examples
///
/// ```
/// use kashaf::{Context, Date};
///
/// let context = Context::news(Date::new(2024, 3, 7).unwrap());
/// let found = kashaf::dates("أواخر 2023 وقبل 3 أشهر", &context);
/// let timex = found[0].timex();
/// assert_eq!((timex.kind().as_str(), timex.value()), ("DATE", Some("2023")));
/// assert_eq!(timex.modifier().map(|m| m.as_str()), Some("END"));
/// assert_eq!(found[1].timex().to_string(), "2023-12");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Timex {
    kind: TimexKind,
    value: Option<String>,
    modifier: Option<Modifier>,
    hijri: Option<HijriDate>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    frequency: Option<u32>,
    #[cfg_attr(feature = "serde", serde(skip))]
    meaning: Value,
    #[cfg_attr(feature = "serde", serde(skip))]
    stretch: Option<(Point, Point)>,
    #[cfg_attr(feature = "serde", serde(skip))]
    open: Option<Open>,
    #[cfg_attr(feature = "serde", serde(skip))]
    edges: Edges,
}

/// The parts of its first and last stretch that a range lasts from and to.
pub(crate) type Edges = (Option<Modifier>, Option<Modifier>);

/// On which side a stretch of time has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Open {
    /// `منذ 1992`
    Since,
    /// `حتى 2030`
    Until,
}

impl Timex {
    /// Whether this is a time on the day that another one is.
    pub(crate) fn is_time_of(&self, day: &Self) -> bool {
        let Some(day) = day.meaning.point() else { return false };
        match self.meaning {
            Value::Clock(clock) => clock.day == Some(day),
            Value::Clocks(from, to) => from.day == Some(day) || to.day == Some(day),
            _ => false,
        }
    }

    pub(crate) fn new(meaning: Meaning, open: Option<Open>) -> Self {
        let Meaning { kind, value, modifier, hijri, stretch, frequency, edges, .. } = meaning;
        Self { kind, value: value.text(), modifier, hijri, frequency, meaning: value, stretch, open, edges }
    }

    /// The value in EDTF / ISO 8601-2: a day, month, year, interval or duration.
    ///
    /// | value | means |
    /// |---|---|
    /// | `2022-07-20`, `2022-07`, `2022` | a day, a month, a year; `XXXX-07-20` when the year is unknown |
    /// | `2022-07-20/2022-07-21` | from one to the other, both included |
    /// | `{2022-07-20,2022-07-25}` | these days |
    /// | `XXXX-XX-20`, `XXXX-WXX-7` | the twentieth of some month, some Sunday |
    /// | `199X`, `18XX`, `2XXX` | a decade, a century, a millennium |
    /// | `2022-21` … `2022-24` | spring, summer, autumn, winter |
    /// | `2022-33` … `2022-36`, `2022-40`, `2022-41` | a quarter, a half of the year |
    /// | `2022-W30` | an ISO week |
    /// | `-0657` | 658 BC |
    /// | `P10Y`, `PT48H`, `PXD` | a duration; of an unknown number of days |
    /// | `P3Y/P5Y` | from one duration to another: `بين 3 و5 سنوات` |
    /// | `2022-07-20T15:30`, `T15:30`, `2022-07-20TEV` | a time, a part of a day (TIMEX3: MO, MI, AF, EV, NI) |
    /// | `T15:30Z`, `T15:30+03:00` | a time in a zone of a fixed distance from UTC |
    /// | `2022-07-20T22:00/2022-07-21T02:00` | from one time to another |
    /// | `2022-07-20TMO/2022-07-21TEV`, `TMO/TEV` | from one part of a day to another |
    /// | `2022-W30-WE` | a weekend |
    /// | `XXXX-WXX-5`, `XXXX-XX-XXTMO`, `P3M` | every Friday, every morning, every three months (TIMEX3 type SET) |
    /// | `XXXX-WXX-WE` | every weekend (SET) |
    /// | `{XXXX-WXX-1,XXXX-WXX-4}`, `XXXX-XX-01`, `XXXX-03-21` | every Monday and Thursday, every first of the month, every 21 March (SET) |
    /// | `PRESENT_REF` | now |
    ///
    /// `None` when the text names no day that exists, contradicts itself, or says too little.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// The type as in TIMEX3.
    #[must_use]
    pub const fn kind(&self) -> TimexKind {
        self.kind
    }

    /// The part of the stretch that is meant: `أواخر مارس`.
    #[must_use]
    pub const fn modifier(&self) -> Option<Modifier> {
        self.modifier
    }

    /// How many times a set comes within its value, when the text says: the `freq` of TIMEX3.
    ///
    /// # Examples
    ///
    /// ```
    /// let found = kashaf::dates("تصدر مرتين في الأسبوع", &kashaf::Context::default());
    /// let timex = found[0].timex();
    /// assert_eq!((timex.value(), timex.frequency()), (Some("P1W"), Some(2)));
    /// ```
    #[must_use]
    pub const fn frequency(&self) -> Option<u32> {
        self.frequency
    }

    /// The value as TIMEX3 (ISO 24617-1) writes it, which differs in these from [`Timex::value`]:
    ///
    /// | value | TIMEX3 |
    /// |---|---|
    /// | `-0657` | `BC0658` |
    /// | `199X`, `18XX`, `2XXX`, `-02XX` | `199`, `18`, `2`, `BC03` |
    /// | `2022-21` … `2022-24` | `2022-SP`, `2022-SU`, `2022-FA`, `2022-WI` |
    /// | `2022-33`, `2022-40` | `2022-Q1`, `2022-H1` |
    #[must_use]
    pub fn timex3_value(&self) -> Option<String> {
        self.meaning.written(&render::timex3_point)
    }

    /// When it is, in EDTF (ISO 8601-2, levels 1 and 2): `2022-07-20/2022-07-21`, `1992/..`, `../2030`, `2020-03~`.
    ///
    /// `~` stands after what is told roughly, as a part of it or with `نحو`, and after each such end of a range:
    /// `2020~/2022~`. Durations and sets have no EDTF.
    ///
    /// # Examples
    ///
    /// ```
    /// let context = kashaf::Context::default();
    /// let edtf = |text| kashaf::dates(text, &context)[0].timex().edtf();
    /// assert_eq!(edtf("منذ عام 1992").as_deref(), Some("1992/.."));
    /// assert_eq!(edtf("أواخر مارس 2020").as_deref(), Some("2020-03~"));
    /// ```
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        render::edtf(&self.meaning, self.modifier, self.open, self.edges)
    }

    /// When it is, from the first moment to the first one after it.
    ///
    /// The beginning, middle and end of a month are its first ten days, the next ten and the rest; of other stretches the
    /// whole is given. Seasons are three months each: spring from March, winter from December into the next year. A morning
    /// lasts from 4 to 12, noon from 12 to 14, an afternoon from 12 to 19, an evening and a night from 18 to 24.
    ///
    /// `None` for sets, lists of days, durations that are not placed (`السنوات الخمس الماضية` is), and when the year is
    /// not known.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        self.value.as_ref()?;
        match self.stretch {
            Some((from, to)) => Interval::of(&Value::Interval(from, to), None, None, self.edges),
            None => Interval::of(&self.meaning, self.modifier, self.open, self.edges),
        }
    }

    /// The calendar the text uses. For a pair of dates (`10 محرم 1445 الموافق 28 يوليو 2023`) the Hijri one.
    #[must_use]
    pub const fn calendar(&self) -> Calendar {
        if self.hijri.is_some() { Calendar::Hijri } else { Calendar::Gregorian }
    }

    /// The fields of a Hijri date as the text gives them.
    ///
    /// # Examples
    ///
    /// ```
    /// let found = kashaf::dates("16 رمضان 1445 هـ", &kashaf::Context::default());
    /// let hijri = found[0].timex().hijri().unwrap();
    /// assert_eq!((hijri.year(), hijri.month(), hijri.day()), (Some(1445), Some(9), Some(16)));
    /// assert_eq!(hijri.to_string(), "1445-09-16");
    /// ```
    #[must_use]
    pub const fn hijri(&self) -> Option<HijriDate> {
        self.hijri
    }
}

impl fmt::Display for Timex {
    /// The value; nothing when there is none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.value().unwrap_or(""))
    }
}

/// The type of a temporal expression, as in TIMEX3 (ISO 24617-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "UPPERCASE"))]
#[non_exhaustive]
pub enum TimexKind {
    /// A stretch of the calendar, a day or longer.
    Date,
    /// A time or a part of a day.
    Time,
    /// A length of time.
    Duration,
    /// Times that come again: `كل جمعة`, `سنويا`.
    Set,
}

impl TimexKind {
    /// The name TIMEX3 gives it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

impl fmt::Display for TimexKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Which part of a stretch of time is meant, or how it lies to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "SCREAMING_SNAKE_CASE"))]
#[non_exhaustive]
pub enum Modifier {
    /// `مطلع`, `أوائل`, `بداية`
    Start,
    /// `منتصف`, `أواسط`
    Mid,
    /// `أواخر`, `نهاية`
    End,
    /// `نحو`, `حوالي`
    Approx,
    /// `قبل عام 2000`
    Before,
    /// `بعد عام 2000`
    After,
    /// `أقل من عشر سنوات`
    LessThan,
    /// `أكثر من عشر سنوات`
    MoreThan,
}

impl Modifier {
    /// The name TIMEX3 gives it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
        }
    }
}

impl fmt::Display for Modifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A calendar in which a text tells a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Calendar {
    /// The proleptic Gregorian calendar. Coptic dates count here too: they are known by their Gregorian days alone.
    Gregorian,
    /// The Islamic calendar. It is converted by the Umm al-Qura tables of King Abdulaziz City for Science and Technology
    /// from 1300 to 1600 AH, and by arithmetic outside these years, as `icu_calendar` has them.
    Hijri,
}

impl Calendar {
    /// Its English name in small letters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Gregorian => "gregorian",
            Self::Hijri => "hijri",
        }
    }
}

impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The fields of a Hijri date.
///
/// Some countries begin a month a day earlier or later than the Umm al-Qura
/// calendar, by which [`Timex::value`] is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct HijriDate {
    pub(crate) year: Option<i32>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
}

impl HijriDate {
    /// A day by its year, month (1 to 12) and day (1 to 30); [`date`](Self::date) tells whether the month has that day.
    ///
    /// # Errors
    ///
    /// [`DateError`] when the year is below 1, or no month or no day has such a number.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::HijriDate;
    ///
    /// let day = HijriDate::new(1445, 9, 16)?;
    /// # #[cfg(feature = "hijri")]
    /// assert_eq!(day.date().map(|day| day.to_string()).as_deref(), Some("2024-03-26"));
    /// assert!(HijriDate::new(1445, 13, 1).is_err());
    /// # Ok::<(), kashaf::DateError>(())
    /// ```
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, DateError> {
        let fits = year >= 1 && (1..=12).contains(&month) && (1..=30).contains(&day);
        let date = Self { year: Some(year), month: Some(month), day: Some(day) };
        if fits { Ok(date) } else { Err(DateError::new(format!("there is no Hijri day {date}"))) }
    }

    /// The year; known too when it follows from the reference date.
    #[must_use]
    pub const fn year(self) -> Option<i32> {
        self.year
    }

    /// The month, 1 (Muharram) to 12.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// The Gregorian day, by the Umm al-Qura tables. `None` when a field is missing, there is no such day, or the feature
    /// `hijri` is off.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[cfg(feature = "hijri")] {
    /// let found = kashaf::dates("16 رمضان 1445 هـ", &kashaf::Context::default());
    /// let hijri = found[0].timex().hijri().unwrap();
    /// assert_eq!(hijri.date().unwrap().to_string(), "2024-03-26");
    /// # }
    /// ```
    #[must_use]
    pub fn date(self) -> Option<Date> {
        hijri::to_gregorian(self.year?, self.month?, self.day?).map(Date::of)
    }

    /// Whether tables of the calendar differ here, so that the Gregorian day may be one or two off. They agree
    /// from 1420 to 1449 AH.
    ///
    /// # Examples
    ///
    /// ```
    /// let found = kashaf::dates("5 رجب 1300 هـ و5 رجب 1440 هـ", &kashaf::Context::default());
    /// let approximate: Vec<_> = found.iter().filter_map(|d| d.timex().hijri()).map(|h| h.is_approximate()).collect();
    /// assert_eq!(approximate, [true, false]);
    /// ```
    #[must_use]
    pub fn is_approximate(self) -> bool {
        self.year.is_some_and(|year| !(1420..=1449).contains(&year))
    }
}

impl fmt::Display for HijriDate {
    /// As in ISO 8601, unknown digits as `X`: `1445-09-16`, `1445`, `XXXX-09-16`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = self.year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
        for field in self.month.into_iter().chain(self.month.and(self.day)) {
            text.push_str(&format!("-{field:02}"));
        }
        f.pad(&text)
    }
}
