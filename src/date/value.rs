//! What an expression means, and how its value is written.

use core::fmt;

use jiff::civil::{Date, DateTime};

use super::point::Point;
use super::week::Week;
use super::words::DayPart;

/// What an expression means, resolved as far as it can be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Value {
    /// Nothing that exists, or too little to say.
    Nothing,
    Point(Point),
    /// From the first to the last, both included.
    Interval(Point, Point),
    /// Every one of these.
    Set(Vec<Point>),
    Clock(Clock),
    /// From one time to another.
    Clocks(Clock, Clock),
    PartOfDay(Point, DayPart),
    /// From one part of a day to another, on days when they are known.
    Parts((Option<Point>, DayPart), (Option<Point>, DayPart)),
    /// The weekend of an ISO week, as the country has it.
    Weekend(Point, Week),
    /// `الآن`: the moment of writing, when it is known.
    Now(Option<DateTime>),
    /// A duration or set, written out.
    Written(String),
}

/// A time of the day, on a day when it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Clock {
    pub(crate) day: Option<Point>,
    /// 24 is the midnight at the end of the day.
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) second: u8,
    pub(crate) precision: Precision,
    /// Minutes that the clocks of the place are ahead of UTC.
    pub(crate) offset: Option<i16>,
}

/// The smallest unit that a time names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Precision {
    Hour,
    Minute,
    Second,
}

impl Clock {
    /// A minute of an unknown day, by the clocks of an unknown place.
    pub(crate) const fn new(hour: u8, minute: u8) -> Self {
        let precision = if minute == 0 { Precision::Hour } else { Precision::Minute };
        Self { day: None, hour, minute, second: 0, precision, offset: None }
    }

    pub(crate) fn on(self, day: Option<Point>) -> Self {
        Self { day, ..self }
    }

    /// A moment, to the minute or to the second.
    pub(crate) fn at(moment: DateTime, seconds: bool) -> Self {
        let clock = Self::new(moment.hour().unsigned_abs(), moment.minute().unsigned_abs());
        let (precision, second) = match seconds {
            true => (Precision::Second, moment.second().unsigned_abs()),
            false => (Precision::Minute, 0),
        };
        Self { precision, second, ..clock.on(Some(Point::of_day(moment.date()))) }
    }

    fn exists(&self) -> bool {
        self.day.is_none_or(Point::exists)
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{day}")?;
        }
        write!(f, "T{:02}:{:02}", self.hour, self.minute)?;
        if self.precision == Precision::Second {
            write!(f, ":{:02}", self.second)?;
        }
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.unsigned_abs());
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

impl DayPart {
    /// The code TIMEX3 has for it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Noon => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }
}

impl Value {
    /// The stretch that a following `العام نفسه` or `اليوم التالي` refers to.
    pub(crate) fn point(&self) -> Option<Point> {
        match self {
            Self::Point(point) | Self::PartOfDay(point, _) | Self::Interval(_, point) => Some(*point),
            Self::Parts(_, (day, _)) => *day,
            Self::Set(points) => points.last().copied(),
            Self::Clock(_) | Self::Clocks(..) | Self::Weekend(..) | Self::Now(_) | Self::Nothing | Self::Written(_) => {
                None
            }
        }
    }

    /// Its first day, when it is known.
    pub(crate) fn first_day(&self) -> Option<Date> {
        match self {
            Self::Point(point) | Self::Interval(point, _) | Self::PartOfDay(point, _) | Self::Weekend(point, _) => {
                point.first_day()
            }
            Self::Set(points) => points.first()?.first_day(),
            Self::Parts((day, _), _) => (*day)?.first_day(),
            Self::Clock(clock) | Self::Clocks(clock, _) => clock.day?.first_day(),
            Self::Nothing | Self::Now(_) | Self::Written(_) => None,
        }
    }

    /// Whether all of it exists, and four digits write its years.
    fn exists(&self) -> bool {
        match self {
            Self::Point(point) | Self::PartOfDay(point, _) | Self::Weekend(point, _) => point.exists(),
            Self::Interval(from, to) => from.exists() && to.exists(),
            Self::Parts((from, _), (to, _)) => [from, to].into_iter().flatten().all(|day| day.exists()),
            Self::Set(points) => points.iter().all(|p| p.exists()),
            Self::Clock(clock) => clock.exists(),
            Self::Clocks(from, to) => from.exists() && to.exists(),
            Self::Nothing => false,
            Self::Now(_) | Self::Written(_) => true,
        }
    }

    /// As [`Timex::value`](super::Timex::value) gives it; `None` when a part of it does not exist.
    pub(crate) fn text(&self) -> Option<String> {
        self.written(&Point::text)
    }

    /// The value with its stretches of the calendar written by `point`.
    pub(crate) fn written(&self, point: &dyn Fn(&Point) -> String) -> Option<String> {
        if !self.exists() {
            return None;
        }
        Some(match self {
            Self::Nothing => return None,
            Self::Point(p) => point(p),
            Self::Interval(from, to) => format!("{}/{}", point(from), point(to)),
            Self::Set(points) => {
                let points: Vec<String> = points.iter().map(point).collect();
                format!("{{{}}}", points.join(","))
            }
            Self::Clock(clock) => clock.to_string(),
            Self::Clocks(from, to) => format!("{from}/{to}"),
            Self::PartOfDay(day, part) => format!("{}T{}", point(day), part.code()),
            Self::Parts(from, to) => {
                let part = |(day, part): &(Option<Point>, DayPart)| {
                    format!("{}T{}", day.as_ref().map_or_else(String::new, point), part.code())
                };
                format!("{}/{}", part(from), part(to))
            }
            Self::Weekend(week, _) => format!("{}-WE", point(week)),
            Self::Now(_) => "PRESENT_REF".to_owned(),
            Self::Written(text) => text.clone(),
        })
    }
}
