//! Names of persons: where one may begin, and what leads to it.

mod name;

use name::{is_son_of, name_at};

use super::candidate::Candidate;
use super::shape::is_foreign;
use super::view::View;
use super::words::Takes;
use crate::EntityKind;
use crate::lexicon::Kinds;
use crate::text::{COMMAS, Gap, QUOTES};

/// Titles in the longest chain.
const MOST_TITLES: usize = 8;

/// What leads to a person's name, or can begin one; nationalities are listed names.
const LEADS: Kinds = Kinds::TITLE.and(Kinds::POST).and(Kinds::NAME).and(Kinds::PART).and(Kinds::CONNECTOR);

/// Candidates for every person's name. `posts` are the OCC mentions: a name may follow each.
pub(super) fn find(view: View<'_, '_, '_>, posts: &[Candidate]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut after_post = vec![false; view.len() + 1];
    for post in posts {
        if let Some(flag) = after_post.get_mut(post.end) {
            *flag = true;
        }
    }
    let joined = |at: usize| view.scan.has(at + 1, Kinds::CONNECTOR);
    let mut at = 0;
    while at < view.len() {
        // Most words are ordinary ones that lead to nothing.
        if view.scan.is_word(at) && !view.scan.has(at, LEADS) && !joined(at) && after_post.get(at) != Some(&true) {
            at += 1;
            continue;
        }
        let titled = if after_post.get(at) == Some(&true) && follows(view, at) {
            Some(skip_titles(view, skip_body(view, at)))
        } else {
            title_end(view, at).map(|end| skip_titles(view, end))
        };
        let led = match titled {
            Some(start) => name_at(view, start, Lead::Title),
            None => nationality_end(view, at).and_then(|start| name_at(view, start, Lead::Nationality)),
        };
        let unled = || {
            let lead =
                (view.may_begin_name(at) || joined(at) && is_son_of(view, at)).then(|| lead(view, at, found.last()))?;
            (lead != Lead::Nothing || may_stand_alone(view, at)).then(|| name_at(view, at, lead))?
        };
        match led.or_else(unled) {
            Some(name) => {
                at = name.end;
                found.push(name);
            }
            None => at += 1,
        }
    }
    found
}

/// What stands before a word and says how likely a name begins there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    /// A title, a post or a profession.
    Title,
    /// A nationality, which may belong to a person: `الفرنسي`.
    Nationality,
    /// A verb of saying.
    Saying,
    /// A verb of meeting and the like.
    Speech,
    /// A verb that a person is the subject of, before a word that is spelt as a foreign name.
    Deed,
    /// A name, and و.
    List,
    Nothing,
}

/// What leads to a word by itself. `last` is the name found before it.
fn lead(view: View<'_, '_, '_>, at: usize, last: Option<&Candidate>) -> Lead {
    let listed = |last: &Candidate| {
        last.end == at && view.conjoined(at).is_some()
            || last.end + 1 == at && view.scan.words.surface(last.end) == "و" && view.next(last.end).is_some()
            || last.end + 1 == at && view.is_symbol(last.end, &COMMAS) && goes_on_list(view, at)
    };
    if !view.begins_line(at) && last.is_some_and(listed) {
        Lead::List
    } else if view.is_speaker(at) {
        Lead::Saying
    } else if view.is_agent(at) && view.is_foreign(at) {
        Lead::Deed
    } else if view.is_subject(at) {
        Lead::Speech
    } else {
        Lead::Nothing
    }
}

/// Whether a word after a name and a comma is و and the next name of the list: `، ورينيه ماركيث`, not `، وغنتها`.
fn goes_on_list(view: View<'_, '_, '_>, at: usize) -> bool {
    let codes = view.scan.words.codes_at(at);
    let foreign = || codes.get(1..).is_some_and(is_foreign) && view.is_unknown(at);
    !view.begins_line(at)
        && view.conjoined(at).is_some()
        && (view.name_part(at, false).is_some() || view.connector(at).is_some() || foreign())
}

/// Whether a name to which nothing leads may begin at a word: a part of one, or unknown before another part.
fn may_stand_alone(view: View<'_, '_, '_>, at: usize) -> bool {
    let joins = Kinds::PART.and(Kinds::CONNECTOR);
    view.scan.has(at, joins.and(Kinds::NAME))
        || view.next_in_name(at + 1).is_some_and(|next| view.scan.has(next, joins))
}

/// Past a nationality that one person can have, with the article: `البريطاني`, `التركية`.
fn nationality_end(view: View<'_, '_, '_>, at: usize) -> Option<usize> {
    let hit = view.nationality(at)?;
    let folded = view.scan.words.folded(hit.end - 1);
    if !folded.strip_suffix('ه').unwrap_or(folded).ends_with('ي') {
        return None;
    }
    // After ل the article has lost its alef: `للبريطاني`.
    let swallowed = hit.proclitics.preposition() == Some('ل') && folded.contains("لل");
    // `الكورية الجنوبية`
    let several = hit.end > at + 1 && view.is_definite(at);
    (hit.proclitics.article() || swallowed || several).then_some(hit.end)
}

/// Whether the word stands in the same phrase as the one before it, quotes and brackets apart.
fn follows(view: View<'_, '_, '_>, at: usize) -> bool {
    view.scan.words.get(at).is_some_and(|w| w.gap <= Gap::Space)
}

/// Past the further titles after one: `الركن طيار "`; with the nationality, the
/// field and the service they may carry: `العميد القطري`, `الخبير الاقتصادي`,
/// `الرئيس السابق`, `الفريق أول في سلاح الجو`.
fn skip_titles(view: View<'_, '_, '_>, mut end: usize) -> usize {
    for _ in 0..MOST_TITLES {
        let Some(next) = view.next(end) else { break };
        let described = || view.is_after_title(next) || view.is_nisba_adjective(next) || is_dynasty(view, next);
        let carried = || view.is_definite(next) && described();
        if let Some(more) = title_end(view, next) {
            end = more;
        } else if let Some(hit) = view.nationality(next).filter(|hit| hit.proclitics.article()) {
            end = hit.end;
        } else if let Some(service) = service_end(view, next) {
            end = service;
        } else if carried() {
            end = next + 1;
        } else {
            break;
        }
    }
    // A quoted name: the quote may be the first thing after the title.
    if view.is_symbol(end, &QUOTES) && follows(view, end) {
        end += 1;
    }
    end
}

/// Whether a relative adjective stands between a title and a given name: `الخليفة العباسي المأمون`.
fn is_dynasty(view: View<'_, '_, '_>, at: usize) -> bool {
    let given = |next| view.name_part(next, false).is_some_and(|(_, part)| part.given || part.alone && part.definite);
    let named = |next| given(next) || ["ابن", "أبو"].contains(&view.scan.words.surface(next));
    view.is_nisba(at) && view.next(at + 1).is_some_and(named)
}

/// Past the body that a post belongs to, when it is only named by a common noun: `نائب الأمين العام للحلف`.
fn skip_body(view: View<'_, '_, '_>, at: usize) -> usize {
    let body = view.cue(at).filter(|(hit, _)| hit.proclitics.preposition() == Some('ل') && hit.proclitics.article());
    body.map_or(at, |(hit, _)| hit.end)
}

fn title_end(view: View<'_, '_, '_>, at: usize) -> Option<usize> {
    if let Some((hit, _)) = view.title(at) {
        return Some(hit.end);
    }
    let (hit, takes) = view.post(at)?;
    (takes != Takes::Iddafa && view.is_definite(at)).then_some(hit.end)
}

/// `في سلاح الجو الأميركي`: a rank's service.
fn service_end(view: View<'_, '_, '_>, at: usize) -> Option<usize> {
    let preposition = view.scan.words.surface(at);
    let org = view.next(at + 1).filter(|_| preposition == "في")?;
    view.listed(org, |kind| kind == EntityKind::Org).map(|(hit, _)| hit.end)
}
