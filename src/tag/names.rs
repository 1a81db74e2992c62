//! Names of the gazetteer, by how sure they are.

use super::candidate::Candidate;
use super::doubt::ends_on;
use super::mention::How;
use super::repeat::REACH;
use super::view::{View, ordinary};
use super::words::{Beside, Class, Cue, Role, TagWord};
use crate::gazetteer::Hit;
use crate::lexicon::{Kinds, Sense};
use crate::text::{Gap, QUOTES};
use crate::{Ambiguity, EntityKind};

/// Words of the longest cue that stands before a name.
const LONGEST_CUE: usize = 2;
/// Words from a mention of a team as one to another that does not say so.
const MATCH: usize = 150;

/// Candidates for every listed name of the text.
///
/// A form flagged `context` counts beside a cue word of its kind, or when
/// another form of the same entry stands near it in the text without doubt.
pub(super) fn find(view: View<'_, '_, '_>) -> Vec<Candidate> {
    // Room for as many as most texts have.
    let mut found = Vec::with_capacity(view.len() / 4);
    let mut doubtful = Vec::new();
    let mut ends: Vec<(usize, EntityKind)> = Vec::new();
    for at in (0..view.len()).filter(|&at| view.scan.has(at, Kinds::NAME)) {
        ends.clear();
        let mut skipped: Vec<u32> = Vec::new();
        let introduced = introduced(view, at);
        // Where the longest hit of the word before ends.
        let before = at.checked_sub(1).and_then(|before| view.scan.hits(before).first()).map_or(0, |hit| hit.end);
        for &hit in view.scan.hits(at) {
            let phrase = view.begins_phrase(hit.start, hit.end) || before >= hit.end && ends_phrase(view, &hit);
            let dropped = ordinary(view, &hit) || phrase || qualifies(view, &hit) || is_longer(view, &hit);
            let torn = ends_on(view, &hit);
            let adjective = || is_adjective(view, &hit);
            let accusative = view.ends_in_case(hit.end - 1);
            for &sense in view.scan.senses_of(&hit) {
                let Sense::Name(name) = sense else { continue };
                let (entry, kind) = (name.name.entry, name.kind);
                if introduced.contains(&(hit.end, entry)) {
                    skipped.push(entry);
                }
                if dropped
                    || torn && kind == EntityKind::Pers
                    || skipped.contains(&entry)
                    || !view.scan.fits(&hit, &name)
                {
                    continue;
                }
                if ends.contains(&(hit.end, kind)) || kind == EntityKind::Gpe && adjective() {
                    continue;
                }
                // ARABIC FATHATAN
                let spelt =
                    || name.name.resolve(view.scan.entries()).is_some_and(|(_, form)| form.text().contains('\u{064B}'));
                if accusative && kind != EntityKind::Norp && !spelt() {
                    continue;
                }
                let how = match name.ambiguity {
                    Ambiguity::Always => How::Listed,
                    // `صحيفة الحياة`
                    Ambiguity::Never if kind == EntityKind::Org && introduces(view, at, kind) => How::Cued,
                    // `مرمى العربي`
                    Ambiguity::Never if kind == EntityKind::Org && plays(view, at) && is_club(view, entry) => How::Cued,
                    Ambiguity::Never => continue,
                    Ambiguity::Context if kind == EntityKind::Pers && beside_name(view, &hit) => continue,
                    Ambiguity::Context => {
                        let cued = cued(view, &hit, kind) || quoted(view, &hit, kind) || is_team(view, &hit, kind);
                        let beside = || listed_with(view, &hit, kind, &found) || is_opponent(view, &hit, kind, &found);
                        // `نجد` is a verb, unless something says that it is a place.
                        let verb = || {
                            kind != EntityKind::Pers
                                && hit.end == at + 1
                                && hit.proclitics.is_empty()
                                && is_present(view, at)
                        };
                        match cued || beside() {
                            true => How::Cued,
                            false if verb() => continue,
                            false => How::Supported,
                        }
                    }
                };
                let candidate = listed(view, &hit, kind, entry as usize, how);
                if how == How::Supported {
                    doubtful.push(candidate);
                } else {
                    found.push(candidate);
                    ends.push((hit.end, kind));
                }
            }
        }
    }
    keep_supported(&mut doubtful, &found);
    drop_namesakes(view, &mut found, &doubtful);
    found.extend(doubtful);
    found
}

/// Leaves out what has no mention without doubt, one of `sure`, near it.
fn keep_supported(doubtful: &mut Vec<Candidate>, sure: &[Candidate]) {
    if doubtful.is_empty() {
        return;
    }
    // The words where each entry stands without doubt.
    let mut places: Vec<_> = sure.iter().map(|c| (c.entry, c.start)).collect();
    places.sort_unstable();
    doubtful.retain(|c| is_near(&places, c.entry, c.start));
}

/// Whether an entry stands within reach of a word; `places` are those of all entries, in order.
fn is_near(places: &[(Option<usize>, usize)], entry: Option<usize>, at: usize) -> bool {
    let next = places.partition_point(|&place| place < (entry, at));
    let near =
        |place: usize| places.get(place).is_some_and(|&(other, place)| other == entry && place.abs_diff(at) < REACH);
    next.checked_sub(1).is_some_and(near) || near(next)
}

/// Leaves out the place of which a team has its name where the text says that the team is meant, be it a little before
/// or after: `مدرب برشلونة`. `doubtful` are the names that stand elsewhere without doubt.
fn drop_namesakes(view: View<'_, '_, '_>, found: &mut Vec<Candidate>, doubtful: &[Candidate]) {
    let cued = |c: &&Candidate| c.how == How::Cued && c.kind == EntityKind::Org;
    let mut sure: Vec<_> = found.iter().filter(cued).map(|team| (team.entry, team.start)).collect();
    sure.sort_unstable();
    let near = |team: &&Candidate| {
        let first = sure.partition_point(|&place| place < (team.entry, team.start.saturating_sub(MATCH)));
        let beside = |&(entry, at): &(Option<usize>, usize)| entry == team.entry && at < team.start + MATCH;
        team.kind == EntityKind::Org && sure.get(first).is_some_and(beside) && !is_located(view, team)
    };
    let teams = found.iter().filter(cued).chain(doubtful.iter().filter(near));
    let mut teams: Vec<_> = teams.map(|team| (team.start, team.end)).collect();
    if !teams.is_empty() {
        teams.sort_unstable();
        found.retain(|c| c.kind != EntityKind::Gpe || teams.binary_search(&(c.start, c.end)).is_err());
    }
}

/// Whether what stands before a name says that it is somewhere: `في برشلونة`, `ببرشلونة`, `العاصمة روما`.
fn is_located(view: View<'_, '_, '_>, name: &Candidate) -> bool {
    let before = name.start.checked_sub(1).filter(|_| view.next(name.start).is_some());
    let locative = || {
        before.is_some_and(|before| {
            view.common(before) == Some(Class::Locative)
                && Beside::of(view.scan.words.codes_at(before)) != Some(Beside::Against)
        })
    };
    name.proclitics.preposition() == Some('ب')
        || locative()
        || cue_before(view, name.start).is_some_and(|(_, cue)| cue.kind == EntityKind::Gpe)
        || view.begins_line(name.start)
}

/// Whether an entry is a club by its name: `نادي الزمالك`.
fn is_club(view: View<'_, '_, '_>, entry: u32) -> bool {
    let first = view.scan.entries().get(entry as usize).and_then(|entry| entry.name().split(' ').next());
    first.is_some_and(|first| ["نادي", "النادي"].contains(&first))
}

fn listed(view: View<'_, '_, '_>, hit: &Hit, kind: EntityKind, entry: usize, how: How) -> Candidate {
    // A championship takes its year with it: `كأس العالم 2026`.
    let year = view.next(hit.end).filter(|&next| kind == EntityKind::Event && is_year(view, next));
    let end = year.map_or(hit.end, |year| year + 1);
    Candidate { entry: Some(entry), how, ..Candidate::composed(view, hit.start..end, kind, hit.proclitics) }
}

/// Four digits that are nothing more than a number.
fn is_year(view: View<'_, '_, '_>, at: usize) -> bool {
    crate::number::number_at(view.scan, at).is_some_and(|run| run.end == at + 1 && run.digits == Some(4))
}

/// Whether the same words are a listed name with fewer proclitics: `كردفان` is not ك and `ردفان`.
fn is_longer(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    let letters = hit.proclitics.letters();
    let plainer = |(other, _): (Hit, usize)| other.end == hit.end && other.proclitics.letters() < letters;
    letters > 0 && view.listed(hit.start, |kind| kind != EntityKind::Pers).is_some_and(plainer)
}

/// Whether the word ends an ordinary phrase: `نصف قطر`.
fn ends_phrase(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    let phrase = |(other, sense): (Hit, Sense)| other.end == hit.end && matches!(sense, Sense::Tag(TagWord::Common(_)));
    hit.start.checked_sub(1).is_some_and(|before| view.scan.senses(before).any(phrase))
}

/// Whether the name of a body is an adjective of the noun before it: `السياسة الخارجية الأميركية`.
fn qualifies(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    let noun = hit.start.checked_sub(1).filter(|&noun| view.next(hit.start).is_some() && view.is_definite(noun));
    hit.proclitics.is_empty()
        && view.is_definite(hit.start)
        && view.is_nisba(hit.start)
        && view.portfolio(hit.start).is_some()
        && noun.is_some_and(|noun| view.common(noun) == Some(Class::Noun))
}

/// Whether the name of a country is the nationality of the noun before it: `الشركات السعودية`.
fn is_adjective(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    let single = hit.end == hit.start + 1 && hit.proclitics.is_empty() && view.is_definite(hit.start);
    let noun = hit.start.checked_sub(1).filter(|&noun| view.next(hit.start).is_some() && view.is_definite(noun));
    let described = |noun| {
        let particle = matches!(view.common(noun), Some(Class::Function | Class::Locative | Class::Adverb));
        !particle && view.listed(noun, |_| true).is_none()
    };
    single && noun.is_some_and(described) && view.nationality(hit.start).is_some()
}

/// Whether another part of a name stands beside a surname, which may be somebody else's: `معالي عباس الفاسي`.
fn beside_name(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    let part = |at: usize| view.name_part(at, true).is_some() || view.is_proper(at);
    let single = hit.end == hit.start + 1;
    let before = hit.start.checked_sub(1).is_some_and(|before| view.name_part(before, false).is_some());
    single && (before && view.next(hit.start).is_some() || view.next(hit.end).is_some_and(part))
}

/// Whether the word before a name is a noun that only introduces names of its kind.
pub(super) fn introduces(view: View<'_, '_, '_>, at: usize, kind: EntityKind) -> bool {
    let cue = at.checked_sub(1).filter(|_| view.next(at).is_some()).and_then(|before| view.cue(before));
    cue.is_some_and(|(hit, cue)| {
        hit.end == at && cue.kind == kind && cue.role.introduces() && !hit.proclitics.article()
    })
}

/// Names that begin after a noun which only introduces them, by their ends and
/// entries: a match that takes the noun too is one of `قطر`, not of `دولة قطر`.
fn introduced(view: View<'_, '_, '_>, at: usize) -> Vec<(usize, u32)> {
    let cue = view.cue(at).filter(|(cue_hit, cue)| cue.role.introduces() && !cue_hit.proclitics.article());
    let Some(start) = cue.and_then(|(cue, _)| view.next_in_name(cue.end)) else { return Vec::new() };
    let sure = |(hit, sense): (Hit, Sense)| {
        let Sense::Name(name) = sense else { return None };
        // The noun belongs to a country's official name: `جمهورية مصر العربية`. The first form is the name in use.
        let official = name.kind == EntityKind::Gpe && name.name.form > 0;
        // The noun is cue enough for a form that needs one.
        let alone = name.ambiguity != Ambiguity::Never || name.kind == EntityKind::Org;
        let fits = hit.proclitics.is_empty() && view.scan.fits(&hit, &name);
        (alone && !official && fits).then_some((hit.end, name.name.entry))
    };
    view.scan.senses(start).filter_map(sure).collect()
}

/// Whether the name of something made stands alone in quotes: `المصدر: "قنا"`.
fn quoted(view: View<'_, '_, '_>, hit: &Hit, kind: EntityKind) -> bool {
    let made = matches!(kind, EntityKind::Org | EntityKind::Product);
    made && view.is_symbol(hit.end, &QUOTES)
        && hit.start.checked_sub(1).is_some_and(|before| view.is_symbol(before, &QUOTES))
}

/// Whether a name is that of a team and not of its city: a city is feminine
/// (`ليون الفرنسي`), and does not meet another (`ليون (فرنسا) - روما (إيطاليا)`).
fn is_team(view: View<'_, '_, '_>, hit: &Hit, kind: EntityKind) -> bool {
    let bracketed = || view.is_symbol(hit.end, &['(']) && view.is_symbol(hit.end + 2, &[')']);
    let dash = |at: usize| view.is_symbol(at, &['-', '\u{2013}']); // EN DASH
    let match_with =
        dash(hit.end + 3) || hit.start.checked_sub(2).is_some_and(|i| view.is_symbol(i, &[')']) && dash(i + 1));
    if kind == EntityKind::Org && match_with && bracketed() {
        return true;
    }
    let nationality = view.next(hit.end).filter(|&next| {
        view.is_definite(next)
            && view.nationality(next).is_some_and(|hit| hit.proclitics.letters() == 0)
            && view.scan.words.folded(next).ends_with('ي')
    });
    let city = || view.listed(hit.start, |kind| kind == EntityKind::Gpe).is_some_and(|(city, _)| city.end == hit.end);
    // `برشلونة ضيفه`: its guest is a team's.
    let rival = || {
        view.next(hit.end).and_then(|next| view.cue(next)).is_some_and(|(rival, cue)| {
            let one = view.scan.words.folded(rival.start).ends_with('ه');
            cue.kind == EntityKind::Org && cue.role == Role::Before && one && rival.proclitics.is_empty()
        })
    };
    kind == EntityKind::Org
        && (nationality.is_some() && (!view.is_definite(hit.start) || city()) || rival() || is_scored(view, hit))
}

/// Whether a result stands right before or after a name: `برشلونة 2 - 1 فالنسيا`.
fn is_scored(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    let goals = |at: usize| view.scan.has(at, Kinds::DIGITS);
    let result = |at: usize| {
        goals(at) && view.is_symbol(at + 1, &['-', '\u{2013}', ':', '/']) && goals(at + 2) // EN DASH
    };
    let apart = |at: usize| view.scan.words.get(at).is_some_and(|word| word.gap == Gap::Space);
    let other = |at: usize| view.scan.has(at, Kinds::NAME) || view.is_foreign(at);
    let before = |at: usize| at.checked_sub(1).is_some_and(other) && result(at) && apart(at) && apart(hit.start);
    hit.start.checked_sub(3).is_some_and(before)
        || result(hit.end) && apart(hit.end) && apart(hit.end + 3) && other(hit.end + 3)
}

/// Whether a sentence sets the name of a team against a sure one, before which a word of matches stands:
/// `تغلب الزمالك على الإسماعيلي`.
fn is_opponent(view: View<'_, '_, '_>, hit: &Hit, kind: EntityKind, sure: &[Candidate]) -> bool {
    let against = |&at: &usize| {
        view.next(hit.start).is_some() && Beside::of(view.scan.words.codes_at(at)) == Some(Beside::Against)
    };
    let Some(preposition) = hit.start.checked_sub(1).filter(against) else { return false };
    let met = |team: &&Candidate| team.kind == EntityKind::Org && team.end == preposition && team.how == How::Cued;
    let subject = || sure.iter().rev().take_while(|c| c.start + 8 > hit.start).find(met);
    kind == EntityKind::Org && hit.proclitics.is_empty() && subject().is_some_and(|team| plays(view, team.start))
}

/// Whether a word of matches stands before a team, and not one that the team's name is an adjective of: `الجمهور العربي`.
fn plays(view: View<'_, '_, '_>, team: usize) -> bool {
    cue_before(view, team)
        .is_some_and(|(hit, cue)| cue.kind == EntityKind::Org && cue.role == Role::Before && !hit.proclitics.article())
}

/// The cue that ends right before a word: `مدينة`, `فوزه على`.
fn cue_before(view: View<'_, '_, '_>, at: usize) -> Option<(Hit, Cue)> {
    let starts = (1..=LONGEST_CUE).filter_map(|words| at.checked_sub(words));
    starts.filter_map(|start| view.cue(start)).find(|(hit, _)| hit.end == at)
}

/// Whether the name is joined by و to a sure name of the same kind: `تايفون وهوك`.
fn listed_with(view: View<'_, '_, '_>, hit: &Hit, kind: EntityKind, sure: &[Candidate]) -> bool {
    let joined = hit.proclitics.conjunction() == Some('و') && view.next(hit.start).is_some();
    joined && sure.iter().rev().take_while(|c| c.start + 8 > hit.start).any(|c| c.end == hit.start && c.kind == kind)
}

/// Whether what stands before the name says that it is one: a cue word of the
/// kind (`مدينة صور`), a verb of saying, or for a country that is also a
/// nationality a preposition (`في سورية`).
fn cued(view: View<'_, '_, '_>, hit: &Hit, kind: EntityKind) -> bool {
    let at = hit.start;
    let place = |kind| matches!(kind, EntityKind::Gpe | EntityKind::Loc | EntityKind::Fac);
    let cue = cue_before(view, at).is_some_and(|(cue_hit, cue)| {
        // `لجنة الوحدة` is no club's.
        let says = if kind == EntityKind::Org {
            cue.role.introduces() || cue.role == Role::Before
        } else {
            !matches!(cue.role, Role::Field | Role::First)
        };
        // `المعبد وفرسان`
        let apart = cue_hit.proclitics.article() && hit.proclitics.conjunction().is_some();
        says && !apart && (cue.kind == kind || place(cue.kind) && place(kind))
    });
    let located = || {
        let before = at.checked_sub(1).filter(|_| view.next(at).is_some());
        let class = before.and_then(|b| view.common(b));
        let preposition = class == Some(Class::Locative);
        // An adjective follows its noun, and no particle: `أن سورية`.
        let particle = preposition || class == Some(Class::Function);
        let attached = matches!(hit.proclitics.preposition(), Some('ب' | 'ل'));
        // After a preposition `بعقوبة` is not ب and `عقوبة`.
        let whole = || preposition && attached_only(view, hit);
        // No indefinite adjective follows a preposition: `في مالي`.
        let bare = preposition && hit.proclitics.is_empty() && !view.is_definite(at);
        let adjective = || bare && view.common(at) == Some(Class::Adjective);
        kind == EntityKind::Gpe && (view.nationality(at).is_some() && (particle || attached) || whole() || adjective())
    };
    let named = || place(kind) && follows_locative(view, at) && is_nothing_else(view, hit);
    cue || (kind == EntityKind::Pers && view.is_subject(at)) || located() || named()
}

/// Whether a preposition of place stands right before a word: `في كيتو`.
fn follows_locative(view: View<'_, '_, '_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| view.next(at).is_some() && view.common(before) == Some(Class::Locative))
}

/// Whether the only word of a name is no other that we know, and no noun that the next one makes definite: `قنا الرمح`.
fn is_nothing_else(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    let at = hit.start;
    let governs = || {
        let next = view.next(hit.end).filter(|&next| !view.is_definite(at) && view.is_definite(next));
        next.is_some_and(|next| view.nationality(next).is_none() && !view.is_nisba(next))
    };
    // No verb follows a preposition: `في تدمر`.
    let named = || view.is_proper(at) || view.is_unknown(at) && is_present(view, at);
    hit.end == at + 1 && hit.proclitics.is_empty() && named() && !governs()
}

/// Whether a word is a verb of the present: `نجد`.
fn is_present(view: View<'_, '_, '_>, at: usize) -> bool {
    view.scan.words.folded(at).starts_with(['ي', 'ت', 'ن']) && view.is_verb(at)
}

/// Whether every ordinary reading of a name's word takes its first letter for a preposition.
fn attached_only(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    let mut tags = view.scan.senses(hit.start).filter(|(_, sense)| matches!(sense, Sense::Tag(_))).peekable();
    hit.proclitics.is_empty()
        && tags.peek().is_some()
        && tags.all(|(other, _)| other.proclitics.preposition().is_some())
}
