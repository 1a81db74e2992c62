//! The names of `seeds/gazetteer`, and those that a rule makes from them.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::{Ambiguity, Entry, Gazetteer, GazetteerBuilder};
use crate::EntityKind;

/// Tables of entries, with the columns of a gazetteer file.
const ENTRIES: [&str; 17] = [
    include_str!("../../seeds/gazetteer/countries.tsv"),
    include_str!("../../seeds/gazetteer/cities.tsv"),
    include_str!("../../seeds/gazetteer/places.tsv"),
    include_str!("../../seeds/gazetteer/organisations.tsv"),
    include_str!("../../seeds/gazetteer/government.tsv"),
    include_str!("../../seeds/gazetteer/groups.tsv"),
    include_str!("../../seeds/gazetteer/media.tsv"),
    include_str!("../../seeds/gazetteer/companies.tsv"),
    include_str!("../../seeds/gazetteer/clubs.tsv"),
    include_str!("../../seeds/gazetteer/people.tsv"),
    include_str!("../../seeds/gazetteer/facilities.tsv"),
    include_str!("../../seeds/gazetteer/weapons.tsv"),
    include_str!("../../seeds/gazetteer/events.tsv"),
    // Last, so that what we curate wins.
    include_str!("../../seeds/gazetteer/imported_terms.tsv"),
    include_str!("../../seeds/gazetteer/imported_people.tsv"),
    include_str!("../../seeds/gazetteer/imported_bodies.tsv"),
    include_str!("../../seeds/gazetteer/imported_places.tsv"),
];
const NATIONALITIES: &str = include_str!("../../seeds/gazetteer/nationalities.tsv");
const STATES: &str = include_str!("../../seeds/gazetteer/states.tsv");
const PORTFOLIOS: &str = include_str!("../../seeds/lexicon/portfolios.tsv");
const FORCES: &str = include_str!("../../seeds/gazetteer/forces.tsv");

/// What a nisba takes to become feminine, dual, plural and accusative.
const NISBA_ENDINGS: [&str; 9] = ["", "ة", "ون", "ين", "ات", "ان", "تان", "تين", "ا"];

impl Gazetteer {
    /// The names that come with the crate (feature `embedded`).
    ///
    /// Compiled once, at the first call; later calls are free.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = kashaf::Gazetteer::embedded();
    /// let hit = list.find_iter("وصل إلى الدوحة").next().unwrap();
    /// assert_eq!(hit.entry().name(), "الدوحة");
    /// ```
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: Lazy<Gazetteer> = Lazy::new(|| {
            let mut builder = Gazetteer::builder();
            add_to(&mut builder);
            // Our own tables are far below the automaton's limit.
            builder.build().unwrap_or_default()
        });
        &EMBEDDED
    }
}

/// Adds every embedded entry.
pub(crate) fn add_to(builder: &mut GazetteerBuilder) {
    for row in ENTRIES.into_iter().flat_map(rows) {
        add_row(builder, row);
    }
    add_nationalities(builder);
    add_offices(builder);
}

/// The first cells of each row of a table, which has at least as many columns.
fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).map(|line| {
        let mut cells = line.split('\t');
        [(); N].map(|()| cells.next().unwrap_or_default())
    })
}

/// A row of a table of entries. What cannot be read is left out: `tests/seeds.rs` reads the same files and wants nothing of the kind.
fn add_row(builder: &mut GazetteerBuilder, [id, kind, name, aliases, flag]: [&str; 5]) {
    let (Ok(kind), Ok((ambiguity, exact))) = (kind.parse(), super::load::flag(flag)) else { return };
    let mut entry = Entry::titled(id, kind, name);
    entry.push(name, ambiguity, exact);
    super::load::add_aliases(&mut entry, aliases, ambiguity, exact);
    builder.add(entry);
}

/// Nationalities and groups, in full inflection.
fn add_nationalities(builder: &mut GazetteerBuilder) {
    for [id, _, nisba, plural, flag] in rows(NATIONALITIES) {
        let Some(name) = nisba.split('|').next() else { continue };
        let (ambiguity, exact) = super::load::flag(flag).unwrap_or_default();
        let mut entry = Entry::titled(id, EntityKind::Norp, name);
        for nisba in nisba.split('|') {
            for ending in NISBA_ENDINGS {
                entry.push(&inflected(nisba, "", ending), ambiguity, exact);
                // An article before one word needs no form of its own.
                if nisba.contains(' ') {
                    entry.push(&inflected(nisba, "ال", ending), ambiguity, exact);
                }
            }
        }
        super::load::add_aliases(&mut entry, plural, ambiguity, exact);
        builder.add(entry);
    }
}

/// A nationality behind an article, with an ending: of two adjectives both have them (`الكورية الجنوبية`, `الجنوب سودانية`).
fn inflected(nisba: &str, article: &str, ending: &str) -> String {
    match nisba.split_once(' ') {
        Some((first, last)) if first.ends_with('ي') => format!("{article}{first}{ending} {article}{last}{ending}"),
        _ => format!("{article}{nisba}{ending}"),
    }
}

/// Ministries, armies and other offices of the states in `states.tsv`: office × nationality.
/// Of ministries, those that almost every government has; a tagger composes the others.
fn add_offices(builder: &mut GazetteerBuilder) {
    let nisbas: HashMap<&str, &str> = rows(NATIONALITIES).map(|[id, _, nisba]| (id, nisba)).collect();
    for [id] in rows(STATES) {
        let (Some(nisbas), Some((_, code))) = (nisbas.get(id), id.split_once(':')) else { continue };
        let (nisbas, code) = (nisbas.split('|'), code.to_lowercase());
        for [slug, portfolio, alone, _] in rows(PORTFOLIOS).filter(|&[_, _, _, made]| made == "yes") {
            let ministry =
                nisbas.clone().map(|n| (format!("وزارة {portfolio} {}", inflected(n, "ال", "ة")), Ambiguity::Always));
            // `الخارجية القطرية` is the ministry; `الدفاع` also follows other nouns.
            let short = match alone {
                "yes" => Some(Ambiguity::Always),
                "context" => Some(Ambiguity::Context),
                _ => None,
            };
            let short = short
                .into_iter()
                .flat_map(|a| nisbas.clone().map(move |n| (format!("{portfolio} {}", inflected(n, "ال", "ة")), a)));
            add_office(builder, &format!("kashaf:{code}-ministry-of-{slug}"), ministry.chain(short));
        }
        for [slug, name, gender] in rows(FORCES) {
            let ending = if gender == "f" { "ة" } else { "" };
            let forms = nisbas.clone().map(|n| (format!("{name} {}", inflected(n, "ال", ending)), Ambiguity::Always));
            add_office(builder, &format!("kashaf:{code}-{slug}"), forms);
        }
    }
}

/// One office under its first form.
fn add_office(builder: &mut GazetteerBuilder, id: &str, mut forms: impl Iterator<Item = (String, Ambiguity)>) {
    if let Some((name, _)) = forms.next() {
        let entry = Entry::new(id, EntityKind::Org, &name);
        builder.add(forms.fold(entry, |entry, (form, ambiguity)| entry.alias_with(&form, ambiguity)));
    }
}
