//! Tagging: what numbers and dates add to the time of tagging names.

use kashaf::{Context, Date, EntityKind, Gazetteer, Tagger};

use crate::harness::{Group, Settings};
use crate::texts::{Text, plain};

/// Least speed of the whole tagger, as a part of its speed on names alone: numbers and dates add a quarter of the time
/// at most.
const WHOLE: f64 = 0.8;

const NUMBERS: [EntityKind; 7] = [
    EntityKind::Ordinal,
    EntityKind::Cardinal,
    EntityKind::Percent,
    EntityKind::Money,
    EntityKind::Quantity,
    EntityKind::Curr,
    EntityKind::Unit,
];
const DATES: [EntityKind; 2] = [EntityKind::Date, EntityKind::Time];

/// Whether a kind is that of a name.
fn is_name(kind: EntityKind) -> bool {
    !NUMBERS.contains(&kind) && !DATES.contains(&kind)
}

/// Runs the section.
pub fn run(texts: &[Text], settings: &Settings) {
    let text = &plain(texts).text;
    let context = Context::news(Date::new(2024, 3, 7).unwrap());
    let without = |left_out: &[EntityKind]| {
        let kinds: Vec<_> = EntityKind::ALL.into_iter().filter(|kind| !left_out.contains(kind)).collect();
        Tagger::builder().embedded().kinds(&kinds).build().unwrap()
    };
    let whole = Tagger::embedded();
    let names = without(&[&NUMBERS[..], &DATES[..]].concat());
    let (numbers, dates) = (without(&DATES), without(&NUMBERS));
    let list = Gazetteer::embedded();
    check(text, whole, &names, &context);

    let tag = |tagger: &Tagger| -> usize {
        // Documents, as they come from an archive.
        text.lines().flat_map(|line| tagger.tag(line, &context)).map(|mention| mention.span().end()).sum()
    };
    let mut group = Group::new("tag");
    group.variant("names, numbers and dates", text.len(), || tag(whole));
    group.variant("names and numbers", text.len(), || tag(&numbers));
    group.variant("names and dates", text.len(), || tag(&dates));
    group.variant("names", text.len(), || tag(&names));
    group.variant("find_iter", text.len(), || list.find_iter(text).map(|hit| hit.span().end()).sum());
    group.ratio("names, numbers and dates", "names", Some(WHOLE));
    group.ratio("names and numbers", "names", None);
    group.ratio("names and dates", "names", None);
    group.ratio("names", "find_iter", None);
    group.run(settings);
}

/// Both find names; numbers and dates are what one finds and the other does not.
fn check(text: &str, whole: &Tagger, names: &Tagger, context: &Context) {
    let counts = |tagger: &Tagger| {
        let mentions = text.lines().take(1000).flat_map(|line| tagger.tag(line, context)).map(|m| m.kind());
        mentions.fold(
            (0, 0),
            |(names, values), kind| {
                if is_name(kind) { (names + 1, values) } else { (names, values + 1) }
            },
        )
    };
    let (with, without) = (counts(whole), counts(names));
    assert!(with.1 > 100 && without.1 == 0, "{with:?} {without:?}");
    assert!(without.0 >= with.0, "{with:?} {without:?}");
}
