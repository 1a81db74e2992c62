//! Values in other notations: TIMEX3 and EDTF.

use super::DateMention;
use super::point::{Point, add_days};
use super::timex::{Edges, Modifier, Open, TimexKind};
use super::value::Value;

/// A stretch of the calendar as TIMEX3 writes it.
pub(crate) fn timex3_point(point: &Point) -> String {
    let year = |year: i32| if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1_i32.saturating_sub(year)) };
    match *point {
        Point::Year(n) => year(n),
        Point::Day { year: Some(n), month: Some(month), day } if n <= 0 => format!("{}-{month:02}-{day:02}", year(n)),
        Point::Month { year: Some(n), month } if n <= 0 => format!("{}-{month:02}", year(n)),
        Point::Decade(n) => format!("{n:03}"),
        Point::Century(n) if n < 0 => format!("BC{:02}", n.unsigned_abs()),
        Point::Century(n) => format!("{n:02}"),
        Point::Millennium(n) => n.to_string(),
        Point::Part { year: of, code } => {
            let part = match code {
                21 => "SP",
                22 => "SU",
                23 => "FA",
                24 => "WI",
                33 => "Q1",
                34 => "Q2",
                35 => "Q3",
                36 => "Q4",
                40 => "H1",
                _ => "H2",
            };
            format!("{}-{part}", of.map_or_else(|| "XXXX".to_owned(), year))
        }
        Point::Day { .. } | Point::Month { .. } | Point::Week { .. } => point.to_string(),
    }
}

/// When a value is, in EDTF.
pub(crate) fn edtf(value: &Value, modifier: Option<Modifier>, open: Option<Open>, edges: Edges) -> Option<String> {
    let mark = |part: Option<Modifier>| if part.is_some_and(Modifier::is_rough) { "~" } else { "" };
    let written = match value {
        // EDTF has no weeks.
        Value::Point(week @ Point::Week { .. }) => {
            let monday = week.first_day()?;
            format!("{}/{}", Point::of_day(monday), Point::of_day(add_days(monday, 6)?))
        }
        Value::Weekend(of, week) => {
            let (from, to) = week.weekend_of(of.first_day()?)?;
            format!("{}/{}", Point::of_day(from), Point::of_day(add_days(to, -1)?))
        }
        Value::Point(_) if modifier.is_some_and(Modifier::is_rough) => format!("{}~", value.text()?),
        Value::Interval(from, to) => {
            let ends = Value::Point(*from).text().zip(Value::Point(*to).text())?;
            format!("{}{}/{}{}", ends.0, mark(edges.0), ends.1, mark(edges.1))
        }
        Value::PartOfDay(day, _) => Value::Point(*day).text()?,
        Value::Parts((from, _), (to, _)) if from == to => Value::Point((*from)?).text()?,
        Value::Parts((from, _), (to, _)) => Value::Interval((*from)?, (*to)?).text()?,
        Value::Now(moment) => super::DateTime((*moment)?).to_string(),
        Value::Written(_) => return None,
        _ => value.text()?,
    };
    Some(match open.filter(|_| !written.contains('/')) {
        None => written,
        Some(Open::Since) => format!("{written}/.."),
        Some(Open::Until) => format!("../{written}"),
    })
}

impl Modifier {
    /// Whether it tells a date only roughly.
    const fn is_rough(self) -> bool {
        matches!(self, Self::Start | Self::Mid | Self::End | Self::Approx)
    }
}

/// A text with its expressions in TIMEX3 tags, as XML.
///
/// The mentions are those of [`dates`](crate::dates) in the same text. Their tags are numbered from `t1`; an expression
/// without a value has none. A set has `quant="EVERY"`, and `freq="2X"` when it says how many times. Linear in the text.
///
/// # Examples
///
/// ```
/// use kashaf::{Context, Date, dates, timex3};
///
/// let text = "وصل أواخر مارس 2020 & عاد";
/// let xml = timex3(text, &dates(text, &Context::default()));
/// assert_eq!(xml, "وصل <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2020-03\" mod=\"END\">أواخر مارس 2020</TIMEX3> &amp; عاد");
/// ```
#[must_use]
pub fn timex3(text: &str, mentions: &[DateMention]) -> String {
    let mut out = String::with_capacity(text.len() + mentions.len() * 64);
    let mut done = 0;
    for (n, mention) in (1_usize..).zip(mentions) {
        let (span, timex) = (mention.span(), mention.timex());
        escape(text.get(done..span.start()).unwrap_or(""), &mut out);
        out.push_str(&format!("<TIMEX3 tid=\"t{n}\" type=\"{}\"", timex.kind()));
        if let Some(value) = timex.timex3_value() {
            out.push_str(&format!(" value=\"{value}\""));
        }
        if let Some(modifier) = timex.modifier() {
            out.push_str(&format!(" mod=\"{modifier}\""));
        }
        if timex.kind() == TimexKind::Set {
            out.push_str(" quant=\"EVERY\"");
        }
        if let Some(times) = timex.frequency() {
            out.push_str(&format!(" freq=\"{times}X\""));
        }
        out.push('>');
        escape(text.get(span.range()).unwrap_or(""), &mut out);
        out.push_str("</TIMEX3>");
        done = span.end();
    }
    escape(text.get(done..).unwrap_or(""), &mut out);
    out
}

/// Adds a text, with what XML means something by spelled out.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => out.push(c),
        }
    }
}
