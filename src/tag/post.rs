//! Posts with what they govern: `وزير الخارجية المصري`, `أمير قطر`, `الرئيس الأمريكي`.

use super::candidate::Candidate;
use super::organisation::coordinated;
use super::view::View;
use super::words::{Class, Cue, TagWord, Takes};
use crate::EntityKind;
use crate::gazetteer::Hit;
use crate::lexicon::{Kinds, Sense};
use crate::text::Short;

/// Posts within posts: `نائب رئيس هيئة …`.
const DEEPEST: usize = 3;

/// Candidates for every post with a complement. `names` are the organisations and places of the text.
pub(super) fn find(view: View<'_, '_, '_>, names: &[Candidate]) -> Vec<Candidate> {
    let complements = Complements::new(view, names);
    (0..view.len())
        .filter(|&at| view.scan.has(at, Kinds::POST))
        .filter_map(|at| {
            let (hit, end) = post(view, &complements, at, 0)?;
            Some(Candidate::composed(view, at..end, EntityKind::Occ, hit.proclitics))
        })
        .collect()
}

/// `الرئيس` and the like right before a person's name, for each of `persons`.
pub(super) fn before_names(view: View<'_, '_, '_>, persons: &[Candidate]) -> Vec<Candidate> {
    persons
        .iter()
        .filter_map(|person| {
            // `الرئيس السابق حسني مبارك`
            let former = person.start.checked_sub(1).filter(|&at| view.is_after_title(at));
            let at = former.unwrap_or(person.start).checked_sub(1)?;
            let (hit, takes) = view.post(at)?;
            let alone = takes != Takes::Iddafa && hit.proclitics.article() && hit.end == at + 1;
            let close = (at + 1..=person.start).all(|next| view.next(next) == Some(next));
            (alone && close).then(|| Candidate::composed(view, at..hit.end, EntityKind::Occ, hit.proclitics))
        })
        .collect()
}

/// By first word: where the longest name that a post can govern ends.
struct Complements(Vec<usize>);

impl Complements {
    fn new(view: View<'_, '_, '_>, names: &[Candidate]) -> Self {
        let mut ends = vec![0; view.len()];
        for name in names {
            // `الأمين العام للأمم المتحدة`: only ل may stand before what a post governs.
            let alone = name.proclitics.conjunction().is_none();
            let governs = alone
                && matches!(name.proclitics.preposition(), None | Some('ل'))
                && matches!(name.kind, EntityKind::Org | EntityKind::Gpe | EntityKind::Loc | EntityKind::Fac);
            if let Some(end) = ends.get_mut(name.start).filter(|_| governs) {
                *end = name.end.max(*end);
            }
        }
        Self(ends)
    }

    fn end(&self, at: usize) -> Option<usize> {
        self.0.get(at).copied().filter(|&end| end > at)
    }
}

fn post(view: View<'_, '_, '_>, complements: &Complements, at: usize, depth: usize) -> Option<(Hit, usize)> {
    let (hit, takes) = view.post(at)?;
    let governs = takes != Takes::Alone && !hit.proclitics.article();
    // `رئيس هيئة الأركان` is a post, but the body it names can be longer: `هيئة الأركان المشتركة`.
    let inside = view.next(at + 1).and_then(|body| complements.end(body)).filter(|&end| end > hit.end);
    let governed = if governs { inside.or_else(|| complement(view, complements, hit.end, takes, depth)) } else { None };
    let end = adjectives(view, governed.unwrap_or(hit.end));
    // A post of several words says by itself what it is: `رئيس الأركان`.
    let whole = hit.end > at + 1 && view.is_definite(hit.end - 1);
    let nationality = (hit.end..end).any(|at| view.nationality(at).is_some());
    let definite = hit.proclitics.article() || whole;
    (governed.is_some() || (definite && nationality) || (whole && takes == Takes::Iddafa)).then_some((hit, end))
}

/// Where what a post governs ends.
fn complement(
    view: View<'_, '_, '_>,
    complements: &Complements,
    end: usize,
    takes: Takes,
    depth: usize,
) -> Option<usize> {
    let at = view.next(end)?;
    // `وزيرة دولة` is a minister of state.
    let place = || place_end(view, complements, at).filter(|_| takes != Takes::Field);
    if let Some(end) = complements.end(at).or_else(place) {
        return Some(end);
    }
    if takes == Takes::Place {
        return None;
    }
    // `وزير خارجية قطر`
    if let Some(end) = view.next(at + 1).filter(|_| is_bare_portfolio(view, at)).and_then(|of| complements.end(of)) {
        return Some(end);
    }
    let inner = view.post(at).filter(|(hit, _)| depth < DEEPEST && hit.proclitics.letters() == 0);
    if let Some((_, end)) = inner.and_then(|_| post(view, complements, at, depth + 1)) {
        return Some(end);
    }
    if let Some(portfolio) = view.portfolio(at) {
        return Some(coordinated(view, portfolio.end));
    }
    let institution = |(hit, cue): &(Hit, Cue)| {
        cue.kind == EntityKind::Org && cue.role.is_head() && hit.proclitics.article() && hit.proclitics.letters() == 0
    };
    let body = view.cue(at).filter(institution).map(|(hit, _)| whose(view, complements, described(view, hit.end)));
    body.or_else(|| (takes == Takes::Field && is_field(view, at)).then(|| coordinated(view, at + 1)))
}

/// Past a relative adjective that is a profession too, where nobody is named after it: `المكتب السياسي`.
fn described(view: View<'_, '_, '_>, end: usize) -> usize {
    let profession = |&at: &usize| view.is_definite(at) && view.is_nisba(at) && view.title(at).is_some();
    let named = |at: usize| view.next(at + 1).is_some_and(|next| view.name_part(next, true).is_some());
    view.next(end).filter(|at| profession(at) && !named(*at)).map_or(end, |at| at + 1)
}

/// Past the body that another belongs to: `المكتب السياسي لحركة حماس`.
fn whose(view: View<'_, '_, '_>, complements: &Complements, end: usize) -> usize {
    let belongs = |at: &usize| view.cue(*at).is_some_and(|(hit, _)| hit.proclitics.preposition() == Some('ل'));
    view.next(end).filter(belongs).and_then(|at| complements.end(at)).unwrap_or(end)
}

/// Whether a word can be a field of government that no list has: a definite noun which is nobody's title or name.
fn is_field(view: View<'_, '_, '_>, at: usize) -> bool {
    let somebody = || view.post(at).is_some() || view.title(at).is_some() || view.name_part(at, true).is_some();
    view.is_definite(at)
        && !view.is_attached_definite(at)
        && matches!(view.common(at), None | Some(Class::Noun))
        && !view.is_nisba_adjective(at)
        && view.nationality(at).is_none()
        && !view.is_after_title(at)
        && !somebody()
}

/// Where the place ends that a noun introduces: `منطقة القصيم`.
fn place_end(view: View<'_, '_, '_>, complements: &Complements, at: usize) -> Option<usize> {
    let introduces = |(hit, cue): &(Hit, Cue)| {
        cue.kind == EntityKind::Gpe && cue.role.introduces() && hit.proclitics.is_empty() && !view.is_definite(at)
    };
    let (hit, _) = view.cue(at).filter(introduces)?;
    complements.end(view.next(hit.end)?)
}

/// Whether a word is what a ministry is for, without its article: `خارجية`.
fn is_bare_portfolio(view: View<'_, '_, '_>, at: usize) -> bool {
    let definite = view.scan.words.short(at).and_then(|word| Short::new("ال").with(word));
    definite.is_some_and(|word| view.scan.lookup(word, |sense| matches!(sense, Sense::Tag(TagWord::Portfolio))))
}

/// Past the nationality and rank adjectives of a post: `القطري`, `العام`.
fn adjectives(view: View<'_, '_, '_>, mut end: usize) -> usize {
    while let Some(next) = view.next(end) {
        let nationality = view.nationality(next).filter(|hit| hit.proclitics.letters() == 0);
        let adjective = view.common(next) == Some(Class::Adjective) && view.is_nisba(next);
        if !view.is_definite(next) || !(nationality.is_some() || adjective) {
            break;
        }
        end = nationality.map_or(next + 1, |hit| hit.end);
    }
    end
}
