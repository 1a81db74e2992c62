//! From what a text says to days of the calendar.

use jiff::civil::{Date, DateTime};

use super::context::{Context, Direction};
use super::coptic;
use super::day::Partial;
use super::hijri;
use super::point::{Point, add_days, civil, days_between};
use super::range::Several;
use super::timex::HijriDate;
use super::value::Value;
use super::week::Week;
use super::words::{Reckoning, Relative, Unit};
use super::year::hijri_years;

/// The reference date, and the last date the text mentioned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Resolver {
    pub(crate) reference: Option<Date>,
    /// The moment of writing, when more than the day is known.
    pub(crate) moment: Option<DateTime>,
    pub(crate) direction: Direction,
    pub(crate) week: Week,
    pub(crate) last: Option<Point>,
    /// One past the last word of the last date mentioned.
    pub(crate) last_end: usize,
    /// The first word of the paragraph.
    pub(crate) begin: usize,
}

impl Resolver {
    pub(crate) fn new(context: &Context) -> Self {
        let reference = context.reference().map(super::Date::civil);
        Self {
            reference,
            moment: context.moment().map(|m| m.0),
            direction: context.direction(),
            week: context.week(),
            last: None,
            last_end: 0,
            begin: 0,
        }
    }

    /// `الشهر الماضي`, `العام نفسه`, `اليوم التالي`.
    pub(crate) fn unit(&self, unit: Unit, relative: Relative) -> Option<Point> {
        let here = || self.around(unit);
        let there = || self.last?.widen(unit);
        let point = match relative {
            Relative::Last => here()?.shift(-1),
            // `القرن السابق` is the one before ours, whatever date the text mentioned.
            Relative::Previous if unit >= Unit::Decade => here()?.shift(-1),
            Relative::This => here(),
            Relative::Next => here()?.shift(1),
            Relative::Same => there(),
            Relative::Following => there()?.shift(1),
            Relative::Previous => there()?.shift(-1),
            Relative::BeforeLast => here()?.shift(-2),
            Relative::AfterNext => here()?.shift(2),
            // In spring and summer it could be either.
            Relative::New => match self.reference?.month() {
                _ if unit != Unit::Year => None,
                1..=3 => here(),
                9..=12 => here()?.shift(1),
                _ => None,
            },
            Relative::Recent => None,
        };
        // `القرن نفسه` of a year BC is no count.
        point.filter(|&p| relative == Relative::Same || is_counted_to(p))
    }

    /// The stretch of this unit that the reference date lies in; of a week, the one that holds most of its days.
    fn around(&self, unit: Unit) -> Option<Point> {
        let day = self.reference?;
        let day = if unit == Unit::Week { self.week.day(day, 4)? } else { day };
        Point::around(day, unit)
    }

    /// The day with this number in the same week as another.
    pub(crate) fn day_of_week(&self, same_week: Date, weekday: u8) -> Option<Date> {
        self.week.day(same_week, weekday)
    }

    /// The Hijri year of the reference date.
    pub(crate) fn hijri_year_now(&self) -> Option<i32> {
        hijri::of_gregorian(self.reference?).map(|(year, ..)| year)
    }

    /// `العامين الماضيين`: the two before, each a stretch of the unit.
    pub(crate) fn units(&self, unit: Unit, count: i32, relative: Relative) -> Option<(Point, Point)> {
        let far = count.checked_sub(1).filter(|&n| n >= 0)?;
        let (from, to) = match relative {
            Relative::Last | Relative::Recent => (far.checked_add(1)?.checked_neg()?, -1),
            Relative::Next => (1, far.checked_add(1)?),
            _ => return None,
        };
        let here = self.around(unit)?;
        let (from, to) = (here.shift(from)?, here.shift(to)?);
        (is_counted_to(from) && is_counted_to(to)).then_some((from, to))
    }

    /// The day mentioned right before a word, a comma and a preposition apart.
    pub(crate) fn day_before(&self, at: usize) -> Option<Point> {
        let beside = self.last_end > 0 && at.checked_sub(self.last_end).is_some_and(|words| words <= 2);
        self.last.filter(|p| beside && matches!(p, Point::Day { .. }))
    }

    /// Whether a stretch began more than a month ago.
    pub(crate) fn is_past(&self, point: Point) -> bool {
        match (self.reference, point.first_day()) {
            (Some(reference), Some(day)) => days_between(day, reference) > 31,
            _ => false,
        }
    }

    /// A date with the parts that its surroundings give.
    pub(crate) fn partial(&self, partial: &Partial) -> (Value, Option<HijriDate>) {
        match partial.calendar {
            Reckoning::Gregorian => (self.gregorian(partial).map_or(Value::Nothing, Value::Point), None),
            Reckoning::Hijri => self.hijri(partial),
            Reckoning::Coptic => (self.coptic(partial).unwrap_or(Value::Nothing), None),
        }
    }

    fn gregorian(&self, partial: &Partial) -> Option<Point> {
        if partial.clash {
            return None;
        }
        let point = match (partial.month, partial.relative) {
            (None, None) => Point::Year(partial.year?),
            // `20 من الشهر الجاري`
            (None, Some(relative)) => match self.unit(Unit::Month, relative) {
                Some(Point::Month { year, month }) => Point::Day { year, month: Some(month), day: partial.day? },
                // Of a month that we do not know.
                _ => Point::Day { year: None, month: None, day: partial.day? },
            },
            (Some(month), _) => {
                let year = match (partial.year, partial.year_relative, partial.relative) {
                    (Some(year), ..) => Some(year),
                    (None, Some(relative), _) => self.unit(Unit::Year, relative).and_then(Point::year),
                    (None, None, Some(relative)) => self.year_by(month, relative),
                    (None, None, None) => self.year_of(month, partial.day),
                };
                match partial.day {
                    Some(day) => Point::Day { year, month: Some(month), day },
                    None => Point::Month { year, month },
                }
            }
        };
        let point = match (partial.weekday, point.first_day()) {
            (Some(weekday), Some(day)) if weekday_of(day) != weekday => {
                // Without a year of its own, the date may be one of the near future.
                let open = partial.year.is_none() && partial.year_relative.is_none() && partial.relative.is_none();
                let other = [1, -1].into_iter().filter_map(|n| with_year(point, i32::from(day.year()) + n));
                other.filter(|_| open).find(|p| p.first_day().is_some_and(|d| weekday_of(d) == weekday))?
            }
            _ => point,
        };
        point.exists().then_some(point)
    }

    /// Whether the last date in this paragraph is of another age, whose months and days are not those of today.
    fn tells_history(&self) -> bool {
        const AGE: i32 = 100;
        let told = self.last.and_then(Point::year).filter(|_| self.last_end > self.begin);
        told.zip(self.reference).is_some_and(|(year, now)| i32::from(now.year()).saturating_sub(year) >= AGE)
    }

    /// The year of a month or day without one: the nearest on the side that the text looks to. Unknown in a history.
    fn year_of(&self, month: u8, day: Option<u8>) -> Option<i32> {
        let reference = self.reference.filter(|_| !self.tells_history())?;
        let year = i32::from(reference.year());
        let here = (reference.month().unsigned_abs(), day.map(|_| reference.day().unsigned_abs()));
        let (nearest, step) = match self.direction {
            Direction::Past if (month, day) <= here => (year, -1),
            Direction::Past => (year - 1, -1),
            Direction::Future if (month, day) >= here => (year, 1),
            Direction::Future => (year + 1, 1),
        };
        // The 29th of February may be eight years away.
        let leap = (month, day) == (2, Some(29));
        (0..=8).map(|n| nearest + n * step).find(|&y| !leap || civil(y, 2, 29).is_some())
    }

    /// The year of `مارس الماضي`.
    fn year_by(&self, month: u8, relative: Relative) -> Option<i32> {
        if matches!(relative, Relative::Same | Relative::Following | Relative::Previous) {
            let last = self.last?;
            let year = last.year()?;
            return match (relative, last.widen(Unit::Month)) {
                (Relative::Following, Some(Point::Month { month: m, .. })) if month <= m => Some(year + 1),
                (Relative::Previous, Some(Point::Month { month: m, .. })) if month >= m => Some(year - 1),
                _ => Some(year),
            };
        }
        let reference = self.reference?;
        let (year, here) = (i32::from(reference.year()), reference.month().unsigned_abs());
        let last = if month < here { year } else { year - 1 };
        let next = if month > here { year } else { year + 1 };
        match relative {
            Relative::Last => Some(last),
            Relative::Next => Some(next),
            Relative::BeforeLast => Some(last - 1),
            Relative::AfterNext => Some(next + 1),
            // Nearest, for texts dated just before or after the turn of the year.
            Relative::This if month >= here + 7 => Some(year - 1),
            Relative::This if month + 7 <= here => Some(year + 1),
            Relative::This => Some(year),
            _ => None,
        }
    }

    fn hijri(&self, partial: &Partial) -> (Value, Option<HijriDate>) {
        let known = |year| HijriDate { year, month: partial.month, day: partial.day };
        // `رمضان العام الماضي` is of a year of our era; `هذا العام` may be one of either.
        let told = || self.unit(Unit::Year, partial.year_relative?)?.year();
        let this = Partial { hijri_year_relative: Some(Relative::This), ..*partial };
        let ahead = partial.year_relative == Some(Relative::This) && self.direction == Direction::Future;
        let partial = if ahead { &this } else { partial };
        let year = match (partial.year, partial.civil_year.or_else(|| told().filter(|_| !ahead))) {
            (Some(year), _) => Some(year),
            (None, Some(civil)) => hijri_year_in(civil, partial),
            (None, None) if partial.year_relative.is_some() && !ahead => None,
            (None, None) => self.hijri_year(partial),
        };
        let fields = known(year);
        let value = year.filter(|_| !partial.clash).and_then(|year| hijri_value(year, partial));
        let value = match (&value, partial.weekday) {
            // A month may have begun a day earlier or later than the tables say.
            (Some(Value::Point(point)), Some(weekday)) => {
                let off = |n: i64| {
                    let day = add_days(point.first_day()?, n)?;
                    (weekday_of(day) == weekday).then_some(Value::Point(Point::of_day(day)))
                };
                [0, -1, 1].into_iter().find_map(off)
            }
            _ => value,
        };
        (value.unwrap_or(Value::Nothing), Some(fields))
    }

    /// The year of a Hijri month or day without one.
    fn hijri_year(&self, partial: &Partial) -> Option<i32> {
        let reference = self.reference?;
        let Some(month) = partial.month else {
            let guess = hijri::year_around(reference);
            let holds = |&y: &i32| hijri::year(y).is_some_and(|(a, b)| a <= reference && reference <= b);
            let here = (guess - 2..=guess + 2).find(holds)?;
            return Some(match partial.hijri_year_relative? {
                // In the middle of the year it could be either.
                Relative::New => match hijri::of_gregorian(reference)?.1 {
                    1..=3 => here,
                    9..=12 => here + 1,
                    _ => return None,
                },
                Relative::BeforeLast => here - 2,
                Relative::Last => here - 1,
                Relative::This => here,
                Relative::Next => here + 1,
                Relative::AfterNext => here + 2,
                _ => return None,
            });
        };
        let open = partial.relative.is_none() && partial.hijri_year_relative.is_none();
        if open && self.tells_history() {
            return None;
        }
        let days = |year: i32| match partial.day {
            Some(day) => hijri::to_gregorian(year, month, day).map(|day| (day, day)),
            None => hijri::month(year, month),
        };
        let relative = partial.relative.or(partial.hijri_year_relative);
        self.year_of_days(relative, hijri::year_around(reference), days, hijri::year)
    }

    /// The year near `guess` of another calendar whose month or day, told by its first and last day, is the one meant.
    fn year_of_days(
        &self,
        relative: Option<Relative>,
        guess: i32,
        days: impl Fn(i32) -> Option<(Date, Date)>,
        year: fn(i32) -> Option<(Date, Date)>,
    ) -> Option<i32> {
        let reference = self.reference?;
        let first = |year: i32| days(year).map(|(first, _)| first);
        let last = |year: i32| days(year).map(|(_, last)| last);
        // A month goes on until its last day.
        let ahead = |day: Option<Date>| day.is_some_and(|d| d >= reference);
        let mut years = guess - 2..=guess + 2;
        match (relative, self.direction) {
            (Some(Relative::Last), _) => years.rev().find(|&y| last(y).is_some_and(|d| d < reference)),
            (Some(Relative::BeforeLast), _) => {
                years.rev().find(|&y| last(y).is_some_and(|d| d < reference)).map(|y| y - 1)
            }
            (Some(Relative::AfterNext), _) => years.find(|&y| ahead(first(y))).map(|y| y + 1),
            (Some(Relative::Next), _) => years.find(|&y| ahead(first(y))),
            (None, Direction::Future) => years.find(|&y| ahead(last(y))),
            (None, Direction::Past) => years.rev().find(|&y| first(y).is_some_and(|d| d <= reference)),
            (Some(Relative::This), _) => {
                years.find(|&y| year(y).is_some_and(|(a, b)| a <= reference && reference <= b))
            }
            _ => None,
        }
    }

    /// A day, month or year of the Coptic calendar.
    fn coptic(&self, partial: &Partial) -> Option<Value> {
        let days = |year: i32| match (partial.month, partial.day) {
            (Some(month), Some(day)) => coptic::to_gregorian(year, month, day).map(|day| (day, day)),
            (Some(month), None) => coptic::month(year, month),
            (None, _) => coptic::year(year),
        };
        let in_civil = |civil: i32| {
            let begins = |&year: &i32| days(year).is_some_and(|(first, _)| i32::from(first.year()) == civil);
            (coptic::year_around(civil) - 1..=coptic::year_around(civil)).find(begins)
        };
        let told = || self.unit(Unit::Year, partial.year_relative?)?.year();
        let year = match (partial.year, partial.civil_year.or_else(told)) {
            (Some(year), _) => year,
            (None, Some(civil)) => in_civil(civil)?,
            (None, None) if partial.relative.is_none() && self.tells_history() => return None,
            (None, None) => {
                let guess = coptic::year_around(self.reference?.year().into());
                self.year_of_days(partial.relative, guess, days, coptic::year)?
            }
        };
        let (first, last) = days(year).filter(|_| !partial.clash)?;
        let agrees = partial.weekday.is_none_or(|weekday| weekday_of(first) == weekday);
        let (from, to) = (Point::of_day(first), Point::of_day(last));
        agrees.then_some(if partial.day.is_some() { Value::Point(from) } else { Value::Interval(from, to) })
    }

    /// A list or range, its parts completing each other.
    pub(crate) fn several(&self, several: &Several) -> Value {
        match several {
            Several::Range(a, b) => self.range(a, b).map_or(Value::Nothing, |(a, b)| Value::Interval(a, b)),
            Several::List(items) => self.list(items).unwrap_or(Value::Nothing),
        }
    }

    fn list(&self, items: &[Partial]) -> Option<Value> {
        let (last, rest) = items.split_last()?;
        let mut points = Vec::with_capacity(items.len());
        for item in rest {
            points.push(self.one(&complete(item, last))?);
        }
        // The year that the first has, the others have, or the next.
        let end = match points.first() {
            Some(first) if last.year.is_none() => self.from(*first, last)?,
            _ => self.one(last)?,
        };
        points.push(end);
        let consecutive = points.iter().zip(points.iter().skip(1)).all(|(a, b)| match a.shift(1) {
            Some(next) => next == *b,
            None => follows(*a, *b),
        });
        match (points.first(), points.last()) {
            (Some(&from), Some(&to)) if consecutive => Some(Value::Interval(from, to)),
            _ => Some(Value::Set(points)),
        }
    }

    fn range(&self, a: &Partial, b: &Partial) -> Option<(Point, Point)> {
        let whole = complete(a, b);
        if let (true, Some(from), Some(to)) = (a.calendar.is_hijri() && a.is_year() && b.is_year(), a.year, b.year) {
            return match hijri_years(from, to) {
                Value::Interval(from, to) => Some((from, to)),
                _ => None,
            };
        }
        if a.year.is_none() && (b.year.is_some() || b.year_relative.is_some()) {
            // `من ديسمبر إلى فبراير 2021`
            let end = self.one(b)?;
            // A Hijri month has the year that the text counts.
            let year = match b.year.filter(|_| !whole.calendar.is_ours()) {
                Some(year) => year,
                None => end.year()?,
            };
            let start = self.one(&Partial { year: Some(year), ..whole }).filter(|s| !after(*s, end));
            // Days of one month do not run backwards into another year.
            let before = || self.one(&Partial { year: Some(year - 1), ..whole }).filter(|_| a.month.is_some());
            return Some((start.or_else(before)?, end));
        }
        let start = self.one(&whole)?;
        let end = if b.year.is_none() { self.from(start, b)? } else { self.one(b)? };
        (!after(start, end)).then_some((start, end))
    }

    /// A date without a year: the first that is not before `start`.
    fn from(&self, start: Point, partial: &Partial) -> Option<Point> {
        let year = match start.first_day() {
            Some(day) => match partial.calendar {
                Reckoning::Gregorian => start.year(),
                Reckoning::Hijri => hijri::of_gregorian(day).map(|(year, ..)| year),
                // The one that has begun.
                Reckoning::Coptic => {
                    let year = coptic::year_around(day.year().into());
                    coptic::year(year).map(|(first, _)| if first <= day { year } else { year - 1 })
                }
            },
            None => start.year(),
        };
        let Some(year) = year else { return self.one(partial) };
        let end = self.one(&Partial { year: Some(year), ..*partial });
        end.filter(|e| !after(start, *e)).or_else(|| self.one(&Partial { year: Some(year + 1), ..*partial }))
    }

    /// One stretch of the calendar; a Hijri month or year has none.
    fn one(&self, partial: &Partial) -> Option<Point> {
        match self.partial(partial).0 {
            Value::Point(point) => Some(point),
            _ => None,
        }
    }

    /// The weekday nearest before the reference date, or after it.
    pub(crate) fn weekday(&self, weekday: u8, relative: Option<Relative>) -> Option<Point> {
        let reference = self.reference?;
        let ahead = i64::from(weekday) - i64::from(weekday_of(reference));
        let days = match (relative, self.direction) {
            (Some(Relative::Next), _) | (None, Direction::Future) => (ahead - 1).rem_euclid(7) + 1,
            (Some(Relative::Last), _) | (None, Direction::Past) => -((-ahead - 1).rem_euclid(7) + 1),
            (Some(Relative::BeforeLast), _) => -((-ahead - 1).rem_euclid(7) + 8),
            (Some(Relative::AfterNext), _) => (ahead - 1).rem_euclid(7) + 8,
            (Some(Relative::This), _) => ahead,
            _ => return None,
        };
        Some(Point::of_day(add_days(reference, days)?))
    }

    /// From one stretch to another that begins later. A mere weekday, told by `true`, moves to another week for that:
    /// `من السبت إلى الاثنين`.
    pub(crate) fn in_order(&self, (from, first): (Point, bool), (to, second): (Point, bool)) -> Option<(Point, Point)> {
        let in_order = |(from, to): (Point, Point)| from.first_day().zip(to.first_day()).is_some_and(|(a, b)| a <= b);
        let another_week = || match self.direction {
            Direction::Past if first => Some((from.shift(-7)?, to)),
            _ if second => Some((from, to.shift(7)?)),
            _ => None,
        };
        Some((from, to)).filter(|&ends| in_order(ends)).or_else(|| another_week().filter(|&ends| in_order(ends)))
    }

    /// The season before or after the one we are in.
    pub(crate) fn season(&self, code: u8, relative: Relative) -> Option<Point> {
        let reference = self.reference?;
        let (year, month) = (i32::from(reference.year()), reference.month());
        // A winter has the year it begins in.
        let (here, year) = match month {
            3..=5 => (21, year),
            6..=8 => (22, year),
            9..=11 => (23, year),
            12 => (24, year),
            _ => (24, year - 1),
        };
        let year = match relative {
            Relative::Last if code < here => year,
            Relative::Last => year - 1,
            Relative::This => year,
            Relative::Next if code > here => year,
            Relative::Next => year + 1,
            _ => return None,
        };
        Some(Point::Part { year: Some(year), code })
    }
}

/// The Hijri year whose month or day begins in that year of our era.
fn hijri_year_in(civil: i32, partial: &Partial) -> Option<i32> {
    let guess = (civil - 622).checked_mul(33)? / 32;
    let (month, day) = (partial.month?, partial.day.unwrap_or(1));
    let begins = |&year: &i32| hijri::to_gregorian(year, month, day).is_some_and(|d| i32::from(d.year()) == civil);
    (guess - 2..=guess + 2).find(begins)
}

/// Whether counting from a date leads to this: the hundred years before the year 0 are not those that `-00XX` writes.
fn is_counted_to(point: Point) -> bool {
    point.exists() && point != Point::Century(-1)
}

/// What the first of two dates leaves to the second.
fn complete(a: &Partial, b: &Partial) -> Partial {
    let own = a.month.is_some() || a.relative.is_some();
    Partial {
        month: a.month.or(b.month),
        year: a.year.or(b.year),
        calendar: if own || !a.calendar.is_ours() { a.calendar } else { b.calendar },
        clash: a.clash || b.clash,
        relative: a.relative.or(b.relative),
        year_relative: a.year_relative.or(b.year_relative),
        hijri_year_relative: a.hijri_year_relative.or(b.hijri_year_relative),
        civil_year: a.civil_year.or(b.civil_year),
        ..*a
    }
}

fn hijri_value(year: i32, partial: &Partial) -> Option<Value> {
    let interval = |(from, to)| Value::Interval(Point::of_day(from), Point::of_day(to));
    match (partial.month, partial.day) {
        (Some(month), Some(day)) => hijri::to_gregorian(year, month, day).map(|d| Value::Point(Point::of_day(d))),
        (Some(month), None) => hijri::month(year, month).map(interval),
        (None, _) => hijri::year(year).map(interval),
    }
}

fn with_year(point: Point, year: i32) -> Option<Point> {
    match point {
        Point::Day { month, day, .. } => Some(Point::Day { year: Some(year), month, day }),
        _ => None,
    }
}

/// Whether one begins after the other, both known.
fn after(a: Point, b: Point) -> bool {
    match (a.first_day(), b.first_day()) {
        (Some(a), Some(b)) => a > b,
        _ => false,
    }
}

/// Whether two days or months without a year follow one another.
fn follows(a: Point, b: Point) -> bool {
    match (a, b) {
        (Point::Day { year: None, month, day }, Point::Day { year: None, month: m, day: d }) => {
            month == m && day.checked_add(1) == Some(d)
        }
        (Point::Month { year: None, month }, Point::Month { year: None, month: m }) => month + 1 == m,
        _ => false,
    }
}

/// 1 is Monday.
pub(crate) fn weekday_of(day: Date) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}

/// Whether two days lie at most so many days apart.
pub(crate) fn is_near(a: Point, b: Point, days: i64) -> bool {
    match (a.first_day(), b.first_day()) {
        (Some(a), Some(b)) => days_between(a, b).abs() <= days,
        _ => false,
    }
}

/// Whether two days before the calendar reform are one, the earlier written in the Julian calendar, at most so many days
/// apart.
pub(crate) fn is_julian(a: Point, b: Point, days: i64) -> bool {
    let (Some(a), Some(b)) = (a.first_day(), b.first_day()) else { return false };
    let century = i64::from(a.year()).div_euclid(100);
    // The Gregorian calendar leaves out three leap days in 400 years; they agreed in the third century.
    let ahead = century - century.div_euclid(4) - 2;
    let reform = civil(1582, 10, 15).is_some_and(|reform| a < reform && b < reform);
    reform && (days_between(a, b).abs() - ahead.abs()).abs() <= days
}
