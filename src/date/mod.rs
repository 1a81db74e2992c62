//! Dates, times and durations.
//!
//! [`words`] lists what the words mean, [`reader`] reads single pieces, [`day`],
//! [`range`], [`year`], [`relative`], [`duration`] and [`clock`] hold a rule for
//! each kind of phrase, [`grammar`] takes the longest, and [`resolve`] turns
//! what was said into days of the calendar; [`tense`] tells plans from stories.

mod clock;
mod context;
#[cfg(feature = "jiff_0_2")]
mod convert;
mod day;
mod duration;
mod eve;
mod format;
mod grammar;
mod hijri;
mod holiday;
mod interval;
mod nth;
mod parse;
mod part;
mod parts;
mod point;
mod range;
mod reader;
mod relative;
mod render;
mod resolve;
mod set;
mod short;
mod start;
mod tense;
mod timex;
mod value;
mod week;
mod words;
mod year;

pub use context::{Context, Date, DateError, Direction};
pub use format::{DateFormat, Months};
pub(crate) use grammar::find;
pub use interval::{DateTime, Grain, Interval};
pub use parse::parse_date;
pub use render::timex3;
pub(crate) use start::Roles;
pub use timex::{Calendar, HijriDate, Modifier, Timex, TimexKind};
pub use week::Week;
pub(crate) use words::{DateWord, words};

use crate::lexicon::Lexicon;
use crate::{EntityKind, Span};

/// A date, time or duration found in a text.
///
/// # Examples
///
/// ```
/// let text = "افتتح في 25 أيار/مايو 1981 الساعة 15:30";
/// let found = kashaf::dates(text, &kashaf::Context::default());
/// assert_eq!(found[0].span().of(text), "25 أيار/مايو 1981");
/// assert_eq!((found[0].kind(), found[1].kind()), (kashaf::EntityKind::Date, kashaf::EntityKind::Time));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    pub(crate) span: Span,
    pub(crate) kind: EntityKind,
    pub(crate) timex: Timex,
}

impl DateMention {
    /// Where the expression stands, proclitics excluded.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// DATE, or TIME for what is shorter than a day.
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        self.kind
    }

    /// What it means.
    #[must_use]
    pub const fn timex(&self) -> &Timex {
        &self.timex
    }
}

/// Every date, time and duration in `text`, left to right. Linear in the text; never fails.
///
/// # Examples
///
/// ```
/// use kashaf::{Context, Date};
///
/// let context = Context::news(Date::new(2022, 7, 24).unwrap());
/// let found = kashaf::dates("من 20 إلى 21 يوليو/تموز الجاري", &context);
/// assert_eq!(found[0].timex().value(), Some("2022-07-20/2022-07-21"));
/// ```
#[must_use]
pub fn dates(text: &str, context: &Context) -> Vec<DateMention> {
    find(&Lexicon::words().scan(text).under(context.decimals()), context)
}
