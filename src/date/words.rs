//! The words of dates, from `seeds/lexicon`.

use super::timex::Modifier;
use crate::gazetteer::rows;

/// What a word does in a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum DateWord {
    Month(Month),
    /// 1 is Monday. Listed with its article, and bare for `كل جمعة`.
    Weekday {
        day: u8,
        article: bool,
    },
    Unit(Unit, Count),
    Relative(Relative),
    /// `هذا`, `نفس`: before the noun.
    Pointer(Relative),
    /// Days from today: `أمس`, `غدا`.
    Day(i8),
    /// The same, a word of speech that means something else in writing: `بكرة`.
    SpokenDay(i8),
    /// `مطلع`, `منتصف`, `أواخر`.
    Edge(Modifier),
    /// `موسم` before two years.
    SeasonOf,
    /// The EDTF code, 21 to 24.
    Season(u8),
    /// `التسعينيات`: 90.
    Tens(u8),
    Fraction(Fraction),
    /// `الربعين` before two ordinals.
    Quarters,
    /// `الفصل`: a quarter before its number and year, otherwise a chapter.
    Chapter,
    /// `أرباح` before a part of the year.
    Accounts,
    Era(Era),
    /// `الموافق`: the same day in another calendar.
    Corresponding,
    DayPart(DayPart),
    Lead(Lead),
    /// `بضع`, `عدة`.
    Few,
    /// `القليلة` after the plural.
    FewOf,
    Every,
    /// `واحد` after a unit.
    One,
    /// `إلا` before the part of an hour that is missing.
    Except,
    /// `يوميا`.
    Often(Often),
    /// `مرتين`, `ثلاث مرات`: how many times.
    Times(Count),
    /// `كامل` after a unit.
    Whole,
    /// `من الزمن` after a unit.
    OfTime,
    Weekend {
        /// `نهاية أسبوع`, which only `كل` makes one.
        bare: bool,
    },
    /// `عطل نهاية الأسبوع`: every one.
    Weekends,
    Midnight,
    Midday,
    /// `منتصف ليل`, `منتصف نهار` before a day: the hour.
    MiddleOf(u8),
    /// `عشية` before a day.
    Eve,
    /// `العشر الأواخر` before a month: a third of it.
    Tenth(Modifier),
    /// `المالية` between `السنة` and its number.
    YearName,
    /// `الجديد` after `العام`.
    New,
    /// `أو` between two lengths.
    Or,
    /// `حرب`, `مونديال` before a year.
    YearOf {
        /// The year may have two digits: `حرب 73`.
        short: bool,
    },
    /// `بتوقيت غرينتش`: minutes ahead of UTC, where they are the same all year.
    Zone(Option<i16>),
    /// `بتوقيت` before the letters of a zone.
    ZoneTime,
    /// `الآن`
    Now,
    /// `ثلاثة`: a number up to twelve, for hours and months.
    Small(u8),
    /// `اليوم الذي` before `بعد الغد`.
    DayWhich,
    /// `آخر` before a day.
    LastOf,
    /// `المبارك` after the name of a holiday.
    Blessed,
    /// `أكثر من`, `أقل من` before a length.
    Bound(Modifier),
    Holiday(Holiday),
    /// `الفاتح من`, `غرة`: day 1.
    First,
    /// `من عمره`: what comes before is no date.
    Age,
    /// `العالمي` after `اليوم`: a named day, not today.
    Named,
    /// `صلاة` before a weekday: a prayer, not a day.
    Worship,
    /// `ذلك`, `صحيفة` before `اليوم`: it is not today.
    NotToday,
    /// `على` after a length: it is counted from something else.
    Elsewhere,
    /// `وأنتم` after `كل عام`: a wish.
    Wish,
    /// `فقط` after a length.
    Only,
    /// `أمس الحاجة`, `الجمعة السوداء`: a phrase that holds a word of dates and is none.
    Idiom,
    /// `سوف`, `لن` before a verb.
    Will,
    /// `ثورة`, `قوى` before a day and month: its name, not a date.
    Bearer {
        /// Month and day of the only name it takes: `هجمات 11 سبتمبر`.
        only: Option<(u8, u8)>,
    },
}

/// A day or days of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// From and to a day of a month.
    Fixed { calendar: Reckoning, month: u8, from: u8, to: u8 },
    /// Days after Easter Sunday.
    Easter { days: i8, eastern: bool },
}

/// The calendar that a month or year is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reckoning {
    #[default]
    Gregorian,
    Hijri,
    Coptic,
}

impl Reckoning {
    pub(crate) const fn is_ours(self) -> bool {
        matches!(self, Self::Gregorian)
    }

    pub(crate) const fn is_hijri(self) -> bool {
        matches!(self, Self::Hijri)
    }

    fn named(name: &str) -> Option<Self> {
        match name {
            "gregorian" => Some(Self::Gregorian),
            "hijri" => Some(Self::Hijri),
            "coptic" => Some(Self::Coptic),
            _ => None,
        }
    }
}

/// A month name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Month {
    pub(crate) calendar: Reckoning,
    pub(crate) number: u8,
    pub(crate) common: Common,
}

/// Whether a month name is an ordinary word too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Common {
    No,
    /// Needs a word of time beside it.
    Yes,
    /// Needs a day number and more, or `شهر`.
    Beside,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    /// A quarter of a year.
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// How many of a unit its form says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    One,
    Two,
    Many,
}

/// Where a stretch of time lies from the reference date or the last date mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relative {
    Last,
    This,
    Next,
    /// The last few.
    Recent,
    /// The one mentioned last.
    Same,
    /// After the one mentioned last.
    Following,
    /// Before the one mentioned last.
    Previous,
    /// `قبل الماضي`
    BeforeLast,
    /// `بعد المقبل`
    AfterNext,
    /// `العام الجديد`: the one about to begin or just begun.
    New,
}

/// A part of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fraction {
    Half,
    Third,
    Quarter,
}

/// What years are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Era {
    Ad {
        /// `م`, which also abbreviates other words.
        letter: bool,
    },
    Bc,
    Ah,
    /// `ق.هـ`
    BeforeHijra,
    /// `للشهداء`, of the Coptic calendar.
    Martyrs,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum DayPart {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// A word that introduces times, or joins them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    In,
    Since,
    Until,
    To,
    From,
    Between,
    During,
    /// `خلال`, which by itself also says how far ahead something is.
    Within,
    Before,
    After,
    By,
    On,
    About,
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Often {
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    HalfYearly,
    Yearly,
}

/// Calls `add` with every word of the date grammar and what it means.
pub(crate) fn words(add: &mut dyn FnMut(&str, DateWord)) {
    for (table, read) in TABLES {
        for row in rows(table) {
            if let (Some(word), Some(meaning)) = (row.first(), read(&row)) {
                add(word, meaning);
            }
        }
    }
}

type Row<'r> = &'r [&'r str];
type Read = fn(Row<'_>) -> Option<DateWord>;

/// The tables and how a row of each reads.
const TABLES: [(&str, Read); 5] = [
    (include_str!("../../seeds/lexicon/months.tsv"), month),
    (include_str!("../../seeds/lexicon/weekdays.tsv"), weekday),
    (include_str!("../../seeds/lexicon/time.tsv"), time),
    (include_str!("../../seeds/lexicon/zones.tsv"), zone),
    (include_str!("../../seeds/lexicon/holidays.tsv"), holiday),
];

fn month(row: Row<'_>) -> Option<DateWord> {
    let &[_, calendar, number, _tradition, common] = row else { return None };
    let calendar = Reckoning::named(calendar)?;
    let common = match common {
        "no" => Common::No,
        "yes" => Common::Yes,
        "beside" => Common::Beside,
        _ => return None,
    };
    let number = number.parse().ok().filter(|n| (1..=13).contains(n))?;
    Some(DateWord::Month(Month { calendar, number, common }))
}

fn weekday(row: Row<'_>) -> Option<DateWord> {
    let &[_, day, article] = row else { return None };
    let day = day.parse().ok().filter(|n| (1..=7).contains(n))?;
    Some(DateWord::Weekday { day, article: article == "yes" })
}

fn zone(row: Row<'_>) -> Option<DateWord> {
    let &[_, _id, offset] = row else { return None };
    let offset = if offset == "-" { None } else { Some(offset.parse().ok()?) };
    Some(DateWord::Zone(offset))
}

fn holiday(row: Row<'_>) -> Option<DateWord> {
    let &[_, calendar, month, from, to, _country] = row else { return None };
    if let "easter" | "eastern" = calendar {
        return Some(DateWord::Holiday(Holiday::Easter { days: from.parse().ok()?, eastern: calendar == "eastern" }));
    }
    let calendar = Reckoning::named(calendar)?;
    let (month, from, to) = (month.parse().ok()?, from.parse().ok()?, to.parse().ok()?);
    Some(DateWord::Holiday(Holiday::Fixed { calendar, month, from, to }))
}

fn time(row: Row<'_>) -> Option<DateWord> {
    let &[_, role, value, form] = row else { return None };
    Some(match role {
        "unit" => DateWord::Unit(unit(value)?, count(form)?),
        "relative" => DateWord::Relative(relative(value)?),
        "pointer" => DateWord::Pointer(relative(value)?),
        "day" if form == "spoken" => DateWord::SpokenDay(value.parse().ok()?),
        "day" => DateWord::Day(value.parse().ok()?),
        "edge" => DateWord::Edge(edge(value)?),
        "seasonof" => DateWord::SeasonOf,
        "season" => DateWord::Season(value.parse().ok()?),
        "tens" => DateWord::Tens(value.parse().ok()?),
        "fraction" => DateWord::Fraction(match value {
            "half" => Fraction::Half,
            "third" => Fraction::Third,
            "quarter" => Fraction::Quarter,
            _ => return None,
        }),
        "era" => DateWord::Era(match value {
            "ad" => Era::Ad { letter: form == "letter" },
            "bc" => Era::Bc,
            "ah" => Era::Ah,
            "bh" => Era::BeforeHijra,
            "martyrs" => Era::Martyrs,
            _ => return None,
        }),
        "corresponding" => DateWord::Corresponding,
        "daypart" => DateWord::DayPart(match value {
            "morning" => DayPart::Morning,
            "noon" => DayPart::Noon,
            "afternoon" => DayPart::Afternoon,
            "evening" => DayPart::Evening,
            "night" => DayPart::Night,
            _ => return None,
        }),
        "lead" => DateWord::Lead(lead(value)?),
        "few" => DateWord::Few,
        "fewof" => DateWord::FewOf,
        "every" => DateWord::Every,
        "one" => DateWord::One,
        "except" => DateWord::Except,
        "often" => DateWord::Often(match value {
            "P1D" => Often::Daily,
            "P1W" => Often::Weekly,
            "P1M" => Often::Monthly,
            "P3M" => Often::Quarterly,
            "P6M" => Often::HalfYearly,
            "P1Y" => Often::Yearly,
            _ => return None,
        }),
        "whole" => DateWord::Whole,
        "oftime" => DateWord::OfTime,
        "weekend" => DateWord::Weekend { bare: value == "bare" },
        "weekends" => DateWord::Weekends,
        "times" => DateWord::Times(count(form)?),
        "quarters" => DateWord::Quarters,
        "chapter" => DateWord::Chapter,
        "accounts" => DateWord::Accounts,
        "midnight" => DateWord::Midnight,
        "midday" => DateWord::Midday,
        "middleof" => DateWord::MiddleOf(value.parse().ok()?),
        "eve" => DateWord::Eve,
        "tenth" => DateWord::Tenth(edge(value)?),
        "new" => DateWord::New,
        "or" => DateWord::Or,
        "yearname" => DateWord::YearName,
        "yearof" => DateWord::YearOf { short: value == "short" },
        "zonetime" => DateWord::ZoneTime,
        "now" => DateWord::Now,
        "daywhich" => DateWord::DayWhich,
        "small" => DateWord::Small(value.parse().ok()?),
        "last" => DateWord::LastOf,
        "blessed" => DateWord::Blessed,
        "bound" => DateWord::Bound(match value {
            "more" => Modifier::MoreThan,
            "less" => Modifier::LessThan,
            _ => return None,
        }),
        "first" => DateWord::First,
        "age" => DateWord::Age,
        "named" => DateWord::Named,
        "worship" => DateWord::Worship,
        "nottoday" => DateWord::NotToday,
        "elsewhere" => DateWord::Elsewhere,
        "wish" => DateWord::Wish,
        "only" => DateWord::Only,
        "idiom" => DateWord::Idiom,
        "will" => DateWord::Will,
        "bearer" => DateWord::Bearer { only: if value == "-" { None } else { Some(month_and_day(value)?) } },
        _ => return None,
    })
}

fn edge(value: &str) -> Option<Modifier> {
    Some(match value {
        "start" => Modifier::Start,
        "mid" => Modifier::Mid,
        "end" => Modifier::End,
        _ => return None,
    })
}

/// `09-11`
fn month_and_day(value: &str) -> Option<(u8, u8)> {
    let (month, day) = value.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

fn unit(value: &str) -> Option<Unit> {
    Some(match value {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

fn count(form: &str) -> Option<Count> {
    Some(match form {
        "one" => Count::One,
        "two" => Count::Two,
        "many" => Count::Many,
        _ => return None,
    })
}

fn relative(value: &str) -> Option<Relative> {
    Some(match value {
        "last" => Relative::Last,
        "this" => Relative::This,
        "next" => Relative::Next,
        "recent" => Relative::Recent,
        "same" => Relative::Same,
        "following" => Relative::Following,
        "previous" => Relative::Previous,
        "beforelast" => Relative::BeforeLast,
        "afternext" => Relative::AfterNext,
        _ => return None,
    })
}

fn lead(value: &str) -> Option<Lead> {
    Some(match value {
        "in" => Lead::In,
        "since" => Lead::Since,
        "until" => Lead::Until,
        "to" => Lead::To,
        "from" => Lead::From,
        "between" => Lead::Between,
        "during" => Lead::During,
        "within" => Lead::Within,
        "before" => Lead::Before,
        "after" => Lead::After,
        "by" => Lead::By,
        "on" => Lead::On,
        "about" => Lead::About,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_reads() {
        for (table, read) in TABLES {
            for row in rows(table) {
                assert!(read(&row).is_some(), "{row:?}");
            }
        }
    }

    #[test]
    fn all_months_of_every_calendar_are_listed() {
        let mut found = std::collections::BTreeSet::new();
        words(&mut |_, word| {
            if let DateWord::Month(m) = word {
                found.insert((m.calendar as u8, m.number));
            }
        });
        assert_eq!(found.len(), 12 + 12 + 13);
    }
}
