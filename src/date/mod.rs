//! Dates, times and durations.
//!
//! | step | modules |
//! |---|---|
//! | what the words mean, what can begin at one | [`words`](mod@words), [`start`] |
//! | single pieces: digits, numbers, ordinals, prepositions | [`reader`] |
//! | what stands ahead, and joins the words | [`ahead`] |
//! | days and months, lists and ranges of them | [`day`], [`range`] |
//! | years, their parts and parts of months | [`year`], [`short`], [`part`], [`nth`] |
//! | seen from today or from the last date, holidays, eves | [`relative`], [`holiday`], [`eve`] |
//! | times of the day, from one part of a day to another | [`clock`], [`day_parts`] |
//! | lengths of time, times that come again | [`duration`], [`set`] |
//! | the longest of what the rules read | [`grammar`] |
//! | a whole text that is one expression | [`parse`] |
//! | plans or stories, days of the calendar | [`tense`], [`resolve`], [`hijri`], [`coptic`], [`week`] |
//! | what a text does not say itself | [`context`] |
//! | values and their notations | [`value`], [`point`], [`timex`], [`interval`], [`render`], [`format`](mod@format) |
//! | the types of other crates, behind features | `convert`, `json` |

mod ahead;
mod clock;
mod context;
#[cfg(feature = "jiff_0_2")]
mod convert;
mod coptic;
mod day;
mod day_parts;
mod duration;
mod eve;
mod format;
mod grammar;
mod hijri;
mod holiday;
mod interval;
#[cfg(feature = "serde")]
mod json;
mod nth;
mod parse;
mod part;

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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
