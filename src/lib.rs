/*!
kashaf (كشّاف, "index, searchlight") reads Arabic: it folds Arabic spelling
into matchable text, finds the names in it, and understands its numbers and
dates. One pass over the text, no model, every result a span of the source.

```
use kashaf::{Context, Date, Tagger};

let text = "التقى أمير قطر في الدوحة قائد القيادة المركزية الأميركية الجنرال مايكل كوريلا يومي 22 و23 شباط/فبراير";
let context = Context::news(Date::new(2025, 3, 27).unwrap());
for mention in Tagger::embedded().tag(text, &context) {
    println!("{} {} {:?} {:?}", mention.kind(), mention.text(), mention.id(), mention.value());
}
```

# Overview

* [`Tagger`] finds [`Mention`]s of persons, organisations, places, posts,
  groups, products, events, numbers and dates.
* [`Gazetteer`] finds the names of a list, yours or the embedded one, as whole
  words, through spelling variants and behind proclitics.
* [`Normalizer`] folds spelling; [`Normalized`] maps every range back to the source.
* [`numbers`] and [`dates`] read numbers and time expressions alone; [`parse_number`] and [`parse_date`] read a text
  that is one, [`timex3`] writes the tags of TIMEX3, [`Spelling`] writes numbers in words and [`DateFormat`] dates.
* [`Transliteration`] writes Arabic in Buckwalter, Safe Buckwalter and HSB, and reads it back.

Building a gazetteer can fail, with an error that says what and where. An error
never depends on the text: any `&str` is normalized, matched and tagged.

# Example: your own names

```
use kashaf::{Context, Entry, EntityKind, Gazetteer, Tagger};

let own = Gazetteer::builder()
    .add(Entry::new("acme:7", EntityKind::Org, "شركة النخيل للملاحة").alias("النخيل للملاحة"))
    .build()?;
let tagger = Tagger::builder().gazetteer(own).embedded().build()?;
let mentions = tagger.tag("تعاقدت أبوظبي مع النخيل للملاحة", &Context::default());
assert_eq!(mentions[0].id(), Some("kashaf:abu-dhabi"));
assert_eq!(mentions[1].id(), Some("acme:7"));
# Ok::<(), kashaf::BuildError>(())
```

# Example: numbers and dates

```
use kashaf::{Context, Date, dates, numbers};

assert_eq!(numbers("ثلاثة آلاف وخمسمئة")[0].quantity().number().to_i128(), Some(3500));

let context = Context::news(Date::new(2022, 7, 24).unwrap());
let found = dates("من 20 إلى 21 يوليو/تموز الجاري", &context);
assert_eq!(found[0].timex().value(), Some("2022-07-20/2022-07-21"));
```

# Spans

Every span is a range of bytes of your text on character boundaries. It starts
after proclitics (`و|قطر`) and ends after the marks of its last letter. Where ل
has swallowed the alef of the article (`ل|لولايات المتحدة`) it starts at the
second lam. [`Span::chars`] and [`Span::utf16`] give the ranges that Python and
JavaScript need.

# What it does not do

There is no morphological analysis, no parsing and no statistical model: a name
that no list holds and no title, cue word or part of a name gives away is not
found. Dialects are read as far as they share words with the written language.

# Crate features

All are additive, and on by default unless they say otherwise.

* **embedded**: the names of `seeds/gazetteer`, `Tagger::embedded` and `Gazetteer::embedded`.
* **serde**: `Serialize` for mentions, values, kinds and spans; `Deserialize` too for kinds, days, moments and gazetteer
  entries, and lists in JSON lines.
* **hijri**: Hijri dates converted by the Umm al-Qura calendar. Without it they have no Gregorian value.

Two more are off:

* **rust_decimal_1**: conversions between [`Number`] and `rust_decimal::Decimal`.
* **jiff_0_2**: conversions between [`Date`], [`DateTime`] and durations and the civil types of `jiff` 0.2.
*/

mod date;
mod gazetteer;
mod lexicon;
mod normalize;
mod number;
mod tag;
mod text;

pub use date::{
    Calendar, Context, Date, DateError, DateFormat, DateMention, DateTime, Direction, Grain, HijriDate, Interval,
    Modifier, Months, Timex, TimexKind, Week, dates, parse_date, timex3,
};
pub use gazetteer::{
    Ambiguity, BuildError, Conflict, Entry, Form, Gazetteer, GazetteerBuilder, Likeness, Limits, LoadError, Match,
    Matches, Proclitics, Reason, Statistics, Stream, Worker,
};
pub use normalize::{
    Alef, Buffer, Digits, Folds, Hamza, NonJoiner, Normalized, Normalizer, NormalizingWriter, SuperscriptAlef,
    TehMarbuta, Transliteration, WhiteSpace,
};
pub use number::{
    Case, CountedNoun, DecimalConvention, Gender, Number, NumberError, NumberMention, Quantity, Spelling, numbers,
    numbers_in, parse_number, parse_number_in,
};
pub use tag::{EntityKind, How, Mention, Tagger, TaggerBuilder, UnknownKind, Value, iob2};
pub use text::Span;

#[cfg(all(doctest, feature = "embedded", feature = "hijri"))]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
