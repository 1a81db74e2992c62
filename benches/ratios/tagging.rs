//! Tagging: what numbers and dates add to the time of tagging names.

use kashaf::{Context, Date, EntityKind, Gazetteer, Tagger};

use crate::harness::{Group, Settings};
use crate::texts::{Text, plain};

/// Least speed of the whole tagger, as a part of its speed on names alone: numbers and dates add a quarter of the time
/// at most.
const WHOLE: f64 = 0.8;

/// Whether a kind is that of a name.
const fn is_name(kind: EntityKind) -> bool {
    !kind.is_number() && !kind.is_date()
}

/// Runs the section.
pub fn run(texts: &[Text], settings: &Settings) {
    let text = &plain(texts).text;
    let context = Context::news(Date::new(2024, 3, 7).unwrap());
    let only = |wanted: fn(EntityKind) -> bool| {
        let kinds: Vec<_> = EntityKind::ALL.into_iter().filter(|&kind| wanted(kind)).collect();
        Tagger::builder().embedded().kinds(&kinds).build().unwrap()
    };
    let whole = Tagger::embedded();
    let names = only(is_name);
    let (numbers, dates) = (only(|kind| !kind.is_date()), only(|kind| !kind.is_number()));
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
