//! Reading a text that is one expression and nothing else.

use super::context::{Context, DateError};
use super::grammar::{Meaning, find};
use super::point::Point;
use super::reader::Reader;
use super::timex::Timex;
use super::words::{Count, DateWord, Relative};
use crate::lexicon::{Lexicon, Scan};

/// Reads a text that is a date, time or duration as a whole, whatever marks and prepositions stand around it.
///
/// A day with its time (`20 نوفمبر 2020 في 6:24 م`) gives the time; four digits are a year. Linear in the text.
///
/// # Errors
///
/// [`DateError`] when the text is something else, or more than one expression.
///
/// # Examples
///
/// ```
/// use kashaf::{Context, Date, parse_date};
///
/// let context = Context::news(Date::new(2023, 8, 16).unwrap());
/// assert_eq!(parse_date("الأحد المقبل", &context).unwrap().value(), Some("2023-08-20"));
/// assert_eq!(parse_date("١٥/٣/٢٠٢٣", &context).unwrap().value(), Some("2023-03-15"));
/// assert!(parse_date("صباح الخير", &context).is_err());
/// ```
pub fn parse_date(text: &str, context: &Context) -> Result<Timex, DateError> {
    let scan = Lexicon::words().scan(text);
    let mut mentions = find(&scan, context);
    let last = mentions.pop();
    let Some(last) = last else {
        return lone_year(&scan, context)
            .ok_or_else(|| DateError::new(format!("there is no date in \"{}\"", head(text))));
    };
    let first = mentions.pop();
    if !mentions.is_empty() || first.as_ref().is_some_and(|first| !together(&first.timex, &last.timex)) {
        return Err(DateError::new(format!("there is more than one date in \"{}\"", head(text))));
    }
    let spans = [first.as_ref().map(|d| d.span), Some(last.span)];
    let r = Reader::new(&scan, context, scan.words.len());
    let beside = (0..scan.words.len()).find(|&at| {
        let word = scan.words.get(at).filter(|w| !w.is_symbol());
        let word = word.filter(|w| {
            let inside = |s: &crate::Span| w.span().start() < s.end() && w.span().end() > s.start();
            !spans.iter().flatten().any(inside)
        });
        // `يوم الأحد`, `شهر رمضان`, `هذا الخميس`, `آخر 3 أيام`
        let carries = |w: DateWord| {
            matches!(w, DateWord::Unit(_, Count::One) | DateWord::Pointer(Relative::This) | DateWord::LastOf)
        };
        let carrier = || r.word(at, |_, w| carries(w).then_some(())).is_some();
        word.is_some() && r.lead(at).is_none() && !r.waw(at) && !carrier()
    });
    match (beside, first) {
        (None, Some(first)) if first.timex.is_time_of(&last.timex) => Ok(first.timex),
        (None, _) => Ok(last.timex),
        (Some(at), _) => Err(DateError::new(format!("\"{}\" is no part of a date", r.surface(at)))),
    }
}

/// Whether one is a time on the day that the other is.
fn together(a: &Timex, b: &Timex) -> bool {
    a.is_time_of(b) || b.is_time_of(a)
}

/// The first words of a text, for a message.
fn head(text: &str) -> String {
    const MOST: usize = 60;
    let mut head: String = text.chars().take(MOST).collect();
    if head.len() < text.len() {
        head.push('…');
    }
    head
}

/// Four digits and nothing else.
fn lone_year(scan: &Scan<'_, '_>, context: &Context) -> Option<Timex> {
    let r = Reader::new(scan, context, scan.words.len());
    let at = (0..scan.words.len()).find(|&at| r.which(at).is_none())?;
    let digits = r.digits(at).filter(|d| d.value.len == 4 && r.alone(at, d.end))?;
    let year = i32::try_from(digits.value.value).ok().filter(|y| (1000..=2999).contains(y))?;
    Some(Timex::new(Meaning::point(Some(Point::Year(year))), None))
}
