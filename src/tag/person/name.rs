//! A person's name, composed of parts.
//!
//! It begins after a title, or with a given name; it goes on through known
//! parts, connectors (`بن`, `آل`), initials and, on that evidence, unknown words.

use super::Lead;
use crate::gazetteer::Hit;
use crate::lexicon::{Kinds, Sense};
use crate::tag::candidate::Candidate;
use crate::tag::doubt::{
    ends_on, ends_phrase, follows_phrase, follows_team, is_body, is_introduced, is_on, is_one_nationality, is_team,
    is_time, is_told,
};
use crate::tag::shape::is_foreign;
use crate::tag::view::View;
use crate::tag::words::{Beside, Class, Cue, Joint, NamePart, Role, TagWord, Takes};
use crate::text::{Gap, HEH, QUOTES};
use crate::{Ambiguity, EntityKind, Proclitics};

/// Unknown words that may follow one another inside a name.
const MOST_UNKNOWN: usize = 2;
/// The same, when they are spelt as foreign names.
const MOST_FOREIGN: usize = 3;
/// Parts of the longest name that nothing joins; beyond it stands a list.
const MOST_PARTS: usize = 8;
/// Parts that `بن` and the like join, at most.
const MOST_LINKS: usize = 32;
/// Connectors in a row: `بن أبي`.
const MOST_CONNECTORS: usize = 2;

/// A name that begins at a word.
pub(super) fn name_at(view: View<'_, '_, '_>, start: usize, lead: Lead) -> Option<Candidate> {
    let phrase = ends_phrase(view, start) || lead == Lead::Title && follows_phrase(view, start);
    // `سلام شامل`, `أبو منجل`
    if phrase || view.begins_phrase(start, start + 1) || is_introduced(view, start) || is_told(view, start) {
        return None;
    }
    let titled = lead == Lead::Title;
    let mut name = Name { lead: Some(lead), ..Name::default() };
    let mut at = start;
    while name.parts < MOST_PARTS + name.links && name.links < MOST_LINKS {
        let Some(end) = name.take(view, start, at, titled) else { break };
        name.end = end;
        match view.next_in_person(end) {
            Some(next) => at = next,
            None => break,
        }
    }
    let other = || is_on(view, start) || !name.named && follows_team(view, start) || is_team(view, start);
    let doubtful = name.end == start + 1 && !name.listed && other();
    (!doubtful && (name.strong(view, start, lead) || name.is_alone(view, start))).then(|| Candidate {
        entry: name.entry,
        ..Candidate::composed(view, start..name.end, EntityKind::Pers, name.proclitics)
    })
}

/// A name on its way.
#[derive(Default)]
struct Name {
    lead: Option<Lead>,
    end: usize,
    parts: usize,
    /// Parts that the lexicon knows and that are nothing else.
    known: usize,
    /// Whether the first part is a given name and nothing else.
    given: bool,
    /// Whether the first part is a given name, be it an ordinary word too.
    named: bool,
    /// How many connectors stand between parts.
    links: usize,
    /// Whether the first part is unknown and spelt as a foreign name.
    foreign: bool,
    /// Whether the first part is a ruler's epithet that no ruler's title stands before.
    epithet: bool,
    /// Whether the first part is a given name of another language.
    western: bool,
    /// Whether the first part may be a woman's name.
    woman: bool,
    /// Whether the name begins with `أبو` or, behind a title, with `ابن`.
    kunya: bool,
    /// Whether the name begins with a particle of foreign names.
    particle: bool,
    /// Unknown words since the last known part.
    unknown: usize,
    /// Whether a part is unknown, or a definite word too: `جمعة العزة`.
    mixed: bool,
    /// Whether the last part is a family name and nothing else: only known parts can follow.
    complete: bool,
    /// Whether the first part needs no other to name somebody.
    alone: bool,
    /// Whether the first part is a nisba that somebody is known by: `المتنبي`.
    nisba: bool,
    /// Whether the last part is the number of a ruler.
    ruler: bool,
    /// Whether a part is a listed person's name.
    listed: bool,
    entry: Option<usize>,
    proclitics: Proclitics,
}

impl Name {
    fn strong(&self, view: View<'_, '_, '_>, start: usize, lead: Lead) -> bool {
        let led = match lead {
            Lead::Title => {
                self.known > 0
                    || self.named
                    || self.parts > 1
                    || self.foreign
                    || self.parts > 0 && closed(view, self.end)
            }
            Lead::Nationality => {
                self.parts > 1 || self.alone || self.foreign && closed(view, self.end) && !is_of_thing(view, start)
            }
            Lead::Saying => self.known > 0 || self.parts > 1 || self.parts > 0 && !self.named && closed(view, self.end),
            Lead::Speech => self.known > 0 || self.named && self.parts > 1,
            Lead::Deed => self.parts > 0,
            Lead::List => self.known > 0 || self.parts > 1,
            Lead::Nothing => false,
        };
        let several = self.parts > 1
            && (self.given || self.known > 0 || self.links > 0 || self.named && !self.mixed && !self.ruler);
        let ruler = self.ruler && (self.given || self.foreign);
        let word = self.epithet && (self.parts == 1 || self.known == 0);
        self.end > 0 && !word && (led || several || ruler || self.kunya || self.particle || self.listed)
    }

    /// Whether the name is of one part, and one that needs no other.
    fn is_alone(&self, view: View<'_, '_, '_>, start: usize) -> bool {
        let called = |before: usize| {
            let thing = |(hit, cue): (Hit, Cue)| {
                hit.end == start && !matches!(cue.role, Role::Field | Role::Before) && cue.kind != EntityKind::Pers
            };
            view.cue(before).is_some_and(thing)
        };
        let before = start.checked_sub(1).filter(|_| view.next(start).is_some());
        // `المذهب الشافعي`
        let described = |noun: usize| {
            self.nisba
                && view.is_definite(noun)
                && view.common(noun) == Some(Class::Noun)
                && view.name_part(noun, false).is_none()
        };
        self.alone && self.parts == 1 && !before.is_some_and(|before| called(before) || described(before))
    }

    /// Takes the part at a word, with the connectors before it, and tells where it ends.
    fn take(&mut self, view: View<'_, '_, '_>, start: usize, at: usize, titled: bool) -> Option<usize> {
        let mut part = at;
        for _ in 0..MOST_CONNECTORS {
            let Some((proclitics, joint)) = view.connector(part) else { break };
            // `دي. مومفورد`
            if initial_end(view, part).is_some() {
                break;
            }
            // `دا غاما` is listed.
            let listed = || view.name_part(part, true).is_some_and(|(hit, _)| hit.end > part + 1);
            if joint == Joint::Particle && listed() {
                break;
            }
            let inside = proclitics.is_empty() && (joint != Joint::Article || part > at);
            let son = part == start && titled && is_patronymic(view, part);
            let connects = if part > start { inside } else { joint.begins() || son };
            if !connects || (part == start && view.listed(part, |kind| kind != EntityKind::Pers).is_some()) {
                break;
            }
            if part == start {
                self.proclitics = proclitics;
                self.kunya = son || is_father(view, part);
                self.particle = joint == Joint::Particle;
            }
            // The word after a connector decides; without one the connector is none.
            part = view.next(part + 1)?;
        }
        let connected = part > at;
        let begun = part > start && at == start;
        let known = if begun { view.name_part(part, true) } else { None };
        let led = !matches!(self.lead, None | Some(Lead::Nothing));
        let foreign = || known.map_or_else(|| led && view.is_foreign(part), |(_, part)| part.alone && !part.given);
        let inside = || start.checked_sub(1).is_some_and(|before| view.next(start).is_some() && view.is_proper(before));
        if begun && self.particle && (!foreign() || inside()) {
            return None;
        }
        let child = || self.kunya && (is_son(view, part) || is_patronymic(view, at));
        if begun && !self.particle && known.is_none() && !child() {
            return None;
        }
        let end = self.take_part(view, at == start, part, titled, connected)?;
        self.woman |= at == start && may_be_woman(view, part);
        self.links += usize::from(connected);
        Some(end)
    }

    fn take_part(
        &mut self,
        view: View<'_, '_, '_>,
        first: bool,
        at: usize,
        titled: bool,
        connected: bool,
    ) -> Option<usize> {
        // `إيمانويل ماكرون غابرييل أتال` are two, `محمد علي بلال` is one.
        let given = |(_, part): (Hit, NamePart)| part.given && !part.family && !part.common;
        let surname =
            || at.checked_sub(1).and_then(|last| view.name_part(last, true)).is_none_or(|(_, last)| !last.given);
        let another = || view.name_part(at, true).is_some_and(given) && surname();
        let person = listed_person(view, at, first, titled);
        if self.listed && self.parts > 1 && !connected && (person.is_some() || another()) {
            return None;
        }
        if let Some((end, (entry, proclitics))) = person {
            self.parts += end - at;
            self.known += 1;
            self.unknown = 0;
            self.listed = true;
            self.complete = true;
            self.nisba |= first && end == at + 1 && view.is_definite(at) && view.is_nisba(at);
            if first {
                // A listed name after other parts is a relative's: `طلال بن عبد العزيز آل سعود`.
                self.entry = Some(entry);
                self.proclitics = proclitics;
            }
            return Some(end);
        }
        if let Some(end) = initial_end(view, at).filter(|_| !first || titled) {
            self.parts += 1;
            return Some(end);
        }
        // `فيكتور إيمانويل الثاني`
        let foreign = self.parts == 1 && self.foreign || self.parts <= 2 && self.western;
        // `فرناندو غونزاليز الثالث` is the third of a race.
        let complete = self.complete && self.parts > 1 && !titled;
        let numbered = self.parts > 0 && !self.ruler && !complete;
        if let Some(end) = numbered.then(|| regnal(view, at, titled || foreign)).flatten() {
            self.parts += 1;
            self.complete = true;
            self.ruler = true;
            return Some(end);
        }
        if let Some((hit, part)) = view.name_part(at, !first || connected) {
            // A family name that means nothing else: `بوش`.
            let word = part.spelt && view.common(at).is_some();
            let alone = part.alone && !word && is_itself(view, &hit, part) && !is_other(view, &hit, part);
            // Who is known by a nisba, or by a ruler's number, has no other name after it: `المتنبي سيف الدولة` are two.
            let ruler = self.ruler && !connected && !part.definite;
            let other = ruler || !first && self.nisba && (part.given || part.alone);
            let fits = !other && (!first || titled || part.given || alone);
            // `فاطمة` is not ف and `أطمة`.
            let plain = |(other, _): &(Hit, usize)| other.proclitics.letters() <= hit.proclitics.letters();
            let blocked =
                !titled && first && view.listed(at, |kind| kind != EntityKind::Pers).is_some_and(|it| plain(&it));
            let place_or_title = || {
                view.listed(at, |kind| kind == EntityKind::Gpe).is_some()
                    || view.title(at).is_some_and(|(title, _)| title.proclitics.is_empty())
                    || view.post(at).is_some_and(|(post, _)| post.end > at + 1)
            };
            // `باسم` is in the name of somebody, unless more of a name follows.
            let particle = !titled
                && !connected
                && is_particle(view, at)
                && (hit.proclitics.letters() > 0
                    || first && self.lead == Some(Lead::Nothing) && is_in_the_name(view, at)
                    || view
                        .next(hit.end)
                        .is_none_or(|next| view.name_part(next, true).is_none() && view.connector(next).is_none()));
            // `ماجد نجم رئيس القسم`, but `سعيد شيخ القبيلة`.
            let sure = || (titled || self.given) && closes(view, hit.end);
            // `إيلون ماسك مالك الشركة`
            let beyond = self.listed && part.common && !part.respect && !connected && governs(view, hit.end);
            let time = !first && !connected && is_time(view, &hit, part);
            let doubtful =
                particle || beyond || time || (part.common && !first && !connected && place_or_title() && !sure());
            // `الخليفة المستنصر`, not `الحكم الرشيد`.
            let epithet = first && !connected && part.definite && part.common && !is_after_ruler(view, at);
            let attached = titled && first && hit.proclitics.letters() > 0;
            if fits && !blocked && !doubtful && !attached {
                self.epithet |= epithet;
                self.parts += hit.end - at;
                self.known += usize::from(!part.common || part.respect && !first);
                self.mixed |= part.common && view.is_definite(at) && !part.definite;
                self.given |= first && part.given && !part.common;
                self.named |= first && part.given;
                self.western |=
                    first && part.given && !part.common && view.common(at).is_none() && spelt_foreign(view, at);
                self.unknown = 0;
                self.alone |= first && alone;
                self.nisba |= first && alone && part.definite && view.is_nisba(at);
                self.complete = (!first || !titled) && part.family && !part.given;
                if first && !connected {
                    self.proclitics = hit.proclitics;
                }
                return Some(hit.end);
            }
        }
        let led_to = !matches!(self.lead, None | Some(Lead::Nothing | Lead::Nationality));
        // `الدكتور حاتم الجبلي`, `الدكتور حاتم راتب`
        let called = |at| titled && is_family(view, at) || led_to && is_last(view, at);
        if self.parts == 1 && (self.given || titled && self.named) && self.unknown == 0 && called(at) {
            self.parts += 1;
            self.complete = true;
            return Some(at + 1);
        }
        // `رابعة العدوية`, but `مؤسسة محمد الخيرية`
        let hers = view.is_definite(at) && view.is_nisba(at) && view.scan.words.codes_at(at).ends_with(&[HEH]);
        if self.parts > 0 && hers && !self.woman && !connected {
            return None;
        }
        // A nisba with or without the article after a given name: `العتيبي`, `روماني`.
        let named = self.given || titled || self.links > 0;
        let nationality = is_one_nationality(view, at);
        // `ميلان الإيطالي`
        let team = self.parts == 1 && at.checked_sub(1).is_some_and(|before| is_body(view, before));
        if self.parts > 0 && nationality && !team && named && self.unknown == 0 && !self.ruler {
            self.parts += 1;
            self.complete = true;
            return Some(at + 1);
        }
        let led = matches!(self.lead, Some(Lead::Nationality | Lead::Saying | Lead::Deed | Lead::List));
        let evidence = titled || named || self.known > 0 || led;
        let son = || at.checked_sub(1).is_some_and(|father| is_father(view, father)) && is_son(view, at);
        // `أحمد أبو غزالة`
        let child =
            || self.parts > 0 && at.checked_sub(1).is_some_and(|father| is_father(view, father)) && is_child(view, at);
        if connected && (is_ancestor(view, at) || son() || child()) {
            self.parts += 1;
            self.unknown = 0;
            return Some(at + 1);
        }
        if first && is_called(view, at) {
            self.parts += 1;
            return Some(at + 1);
        }
        let evidence = evidence || first && (is_first(view, at) || is_son_of(view, at) || is_ruler(view, at));
        let allowed = connected || (!self.complete && evidence);
        let most = if self.foreign && view.is_foreign(at) { MOST_FOREIGN } else { MOST_UNKNOWN };
        if allowed && self.unknown < most && self.goes_on(view, first, at) {
            if first && (self.lead == Some(Lead::List) || is_son_of(view, at)) {
                self.proclitics = view.conjoined(at).unwrap_or_default();
            }
            self.foreign |= first && view.is_foreign(at);
            self.parts += 1;
            self.unknown += 1;
            self.mixed = true;
            return Some(at + 1);
        }
        None
    }

    /// Whether an unknown word can be the next part.
    fn goes_on(&self, view: View<'_, '_, '_>, first: bool, at: usize) -> bool {
        let letters = view.scan.words.codes_at(at).len();
        if letters < if first { 3 } else { 2 }
            || !view.is_unknown(at)
            || view.is_attached_definite(at)
            || (first && view.is_definite(at))
        {
            return false;
        }
        // A family name such as `الخطابي` has a stem that is an ordinary word.
        let nisba = !first && view.is_definite(at) && view.is_nisba(at);
        // `ويليام باست`
        let dual = || ["تين", "تان"].iter().any(|ending| view.scan.words.folded(at).ends_with(ending));
        let western = !first && self.western && self.parts == 1 && !view.is_definite(at);
        let spelt = || western && spelt_foreign(view, at) && !view.is_verb(at) && !dual();
        if !nisba && view.is_ordinary(at) && !spelt() {
            return false;
        }
        // A name of which nothing is known must look like one in every part.
        if self.known == 0 && !self.named && !view.is_proper(at) {
            return false;
        }
        // First and after two parts, what can be a particle and another word is one.
        let attached = view.scan.words.folded(at).starts_with('و');
        if first {
            let listed = self.lead != Some(Lead::Title) && view.listed(at, |kind| kind != EntityKind::Pers).is_some();
            let joined = self.lead == Some(Lead::List) || is_son_of(view, at);
            return !listed && !attached || joined && view.conjoined(at).is_some();
        }
        let quote = |back: usize| at.checked_sub(back).is_some_and(|i| view.is_symbol(i, &QUOTES));
        let quoted = quote(1) && !quote(3);
        // `مايكل وبارونا` are two, `جون وولفسون` one.
        let two = attached && is_conjoined(view, at);
        !two && !view.is_accusative(at) && (self.parts < 2 || !(attached || quoted))
    }
}

/// Whether a definite relative adjective after a given name ends the name: `الجبلي`, not `العسكري السابق`.
fn is_family(view: View<'_, '_, '_>, at: usize) -> bool {
    view.is_definite(at)
        && view.scan.words.folded(at).ends_with('ي')
        && view.is_nisba_adjective(at)
        && closes(view, at + 1)
}

/// Whether an ordinary noun after a given name can be nothing but the end of the name, for it is no object, says what
/// nobody is, and governs nothing: `سعيد راتب`.
fn is_last(view: View<'_, '_, '_>, at: usize) -> bool {
    let inflected =
        || ["ا", "ه", "ات", "ون", "ين", "ان"].iter().any(|ending| view.scan.words.folded(at).ends_with(ending));
    let person = || view.post(at).is_some() || view.title(at).is_some() || view.cue(at).is_some();
    let noun = |hit: &Hit, word| (word == TagWord::Common(Class::Noun) && hit.proclitics.is_empty()).then_some(());
    view.scan.tag(at, Kinds::COMMON, noun).is_some_and(|(hit, ())| hit.end == at + 1)
        && !view.is_definite(at)
        && !view.scan.has(at, Kinds::DATE.and(Kinds::NUMBER).and(Kinds::CONNECTOR))
        && !inflected()
        && !view.is_verb(at)
        && !person()
        && view.nationality(at).is_none()
        && view.portfolio(at).is_none()
        && closes(view, at + 1)
}

/// Whether a word is a particle, or an adverb that begins as with the article: `الآن`, not `آلان`.
fn is_particle(view: View<'_, '_, '_>, at: usize) -> bool {
    match view.common(at) {
        Some(Class::Function | Class::Locative) => true,
        Some(Class::Adverb) => view.is_definite(at),
        _ => false,
    }
}

/// Whether a word is spelt as foreign names are.
fn spelt_foreign(view: View<'_, '_, '_>, at: usize) -> bool {
    is_foreign(view.scan.words.codes_at(at))
}

/// Whether nothing after a word makes a phrase of it: the line or sentence ends, or a post or a preposition follows.
fn closes(view: View<'_, '_, '_>, end: usize) -> bool {
    view.next(end).is_none_or(|next| {
        let post = view.post(next).is_some() && !view.is_definite(next);
        post || matches!(view.common(next), Some(Class::Function | Class::Locative))
    })
}

/// Whether an unknown word is و and another name, for no foreign name begins with و and such a letter: `وبارونا`.
fn is_conjoined(view: View<'_, '_, '_>, at: usize) -> bool {
    let second = view.scan.words.surface(at).chars().nth(1);
    // `ويسوع`
    let known = || view.name_part(at, false).is_some_and(|(hit, _)| hit.proclitics.conjunction() == Some('و'));
    (!second.is_some_and(|c| "اوير".contains(c)) || known()) && view.conjoined(at).is_some()
}

/// Whether a noun before this word can govern it: `مالك الشركة`, `سلطان مصر`.
fn governs(view: View<'_, '_, '_>, end: usize) -> bool {
    view.next(end).is_some_and(|next| {
        let named = view.listed(next, |kind| kind != EntityKind::Pers).is_some();
        view.is_definite(next) || view.cue(next).is_some() || named
    })
}

/// Whether a phrase ends before a word: at punctuation, a particle, a preposition, a verb or a definite noun.
fn closed(view: View<'_, '_, '_>, end: usize) -> bool {
    view.next(end).is_none_or(|next| {
        matches!(view.common(next), Some(Class::Function | Class::Locative))
            || view.is_attached_definite(next)
            || view.is_definite(next)
            || view.is_verb(next)
    })
}

/// Whether a list has something else by a longer name that begins with this part; by the same name, where only the
/// spelling speaks for a person: `ميلان`.
fn is_other(view: View<'_, '_, '_>, hit: &Hit, part: NamePart) -> bool {
    let other = |other: &Hit, sense| {
        let Sense::Name(name) = sense else { return None };
        let least = if part.spelt { hit.end } else { hit.end + 1 };
        (other.end >= least && name.kind != EntityKind::Pers && view.scan.fits(other, &name)).then_some(())
    };
    view.scan.find(hit.start, other).is_some()
}

/// Whether a part of a name is nothing else for what is written before or
/// after it: not `وجهان`, not `دينه`, not `ليليا`, and not `البئر`, which folds as ألبير does.
fn is_itself(view: View<'_, '_, '_>, hit: &Hit, part: NamePart) -> bool {
    let at = hit.start;
    let letters = hit.proclitics.letters();
    let long = view.scan.words.folded(at).chars().count() > 3 + letters;
    // A pronoun or the ending of an accusative.
    let ending = view.scan.words.surface(at).ends_with(['ه', 'ا']);
    (part.definite || !view.is_definite(at))
        && (letters == 0 || long)
        && !((letters > 0 || ending) && view.is_ordinary(at))
}

/// A listed person; a form that needs context counts after a title.
fn listed_person(view: View<'_, '_, '_>, at: usize, first: bool, titled: bool) -> Option<(usize, (usize, Proclitics))> {
    if !view.scan.has(at, Kinds::NAME) {
        return None;
    }
    view.scan
        .find(at, |hit, sense| {
            let Sense::Name(name) = sense else { return None };
            let ambiguity = name.ambiguity;
            if ends_on(view, hit) {
                return None;
            }
            // A surname beside another part of a name may be somebody else's.
            let nisba = |next| view.is_definite(next) && view.is_nisba(next) && view.is_unknown(next);
            let alone = view
                .next(hit.end)
                .is_none_or(|next| !nisba(next) && (hit.end > at + 1 || view.name_part(next, true).is_none()));
            let sure = ambiguity == Ambiguity::Always || (titled && first && alone && ambiguity == Ambiguity::Context);
            let person = name.kind == EntityKind::Pers && (first || hit.proclitics.is_empty());
            (person && sure && view.scan.fits(hit, &name)).then_some((name.name.entry as usize, hit.proclitics))
        })
        .map(|(hit, entry)| (hit.end, entry))
}

/// Whether a word says by whose name something is called, and is no name: `عرفت باسم …`, not `باسم يوسف` or `على باسم`.
fn is_in_the_name(view: View<'_, '_, '_>, at: usize) -> bool {
    let governed = || at.checked_sub(1).is_some_and(|before| view.common(before) == Some(Class::Locative));
    view.scan.words.surface(at) == "باسم" && view.next(at).is_some() && !governed()
}

/// Whether a title of rulers, imams and the like stands right before a word, or before the dynasty between them.
fn is_after_ruler(view: View<'_, '_, '_>, at: usize) -> bool {
    let ruler = |at: usize| {
        view.post(at).is_some_and(|(_, takes)| takes == Takes::Place)
            || view.title(at).is_some_and(|(_, word)| word == TagWord::Honorific)
    };
    (1..=2).filter_map(|back| at.checked_sub(back)).any(ruler)
}

/// An initial and its full stop: `إ.`, `جي.`, `F.`.
fn initial_end(view: View<'_, '_, '_>, at: usize) -> Option<usize> {
    view.scan.words.get(at + 1).filter(|dot| dot.is('.') && dot.gap == Gap::None)?;
    let short = view.scan.words.surface(at).chars().count() <= 3 && !view.scan.words.get(at)?.is_symbol();
    let goes_on = view.scan.words.get(at + 2).is_some_and(|w| w.gap == Gap::Space && !w.is_symbol());
    (short && goes_on && view.common(at).is_none()).then_some(at + 2)
}

/// Past the number of a ruler: `تشارلز الثالث`, `لويس الرابع عشر`.
fn regnal(view: View<'_, '_, '_>, at: usize, titled: bool) -> Option<usize> {
    let run = view.is_definite(at).then(|| crate::number::ordinal_at(view.scan, at)).flatten()?;
    let named = || at.checked_sub(1).is_some_and(|before| view.name_part(before, false).is_some());
    (run.end <= at + 2 && (titled || named())).then_some(run.end)
}

/// Whether the word is the father of a kunya, which is a name whatever follows: `أبو`, not `أم` or `أبي`.
fn is_father(view: View<'_, '_, '_>, at: usize) -> bool {
    view.scan.words.folded(at).ends_with("ابو")
}

/// Whether a name begins with `ابن` and goes on with a word that names somebody: `المؤرخ ابن حيان`.
fn is_patronymic(view: View<'_, '_, '_>, at: usize) -> bool {
    let names = |next: usize| view.name_part(next, true).is_some() || view.is_proper(next);
    view.scan.words.surface(at) == "ابن"
        && view.next(at + 1).is_some_and(names)
        && view.listed(at, |kind| kind == EntityKind::Pers).is_none()
}

/// Whether a word after `أبو` makes a kunya of it though no name list has it: `أبو هنود`.
fn is_son(view: View<'_, '_, '_>, at: usize) -> bool {
    let nation = view.nationality(at).is_some_and(|hit| hit.proclitics.is_empty());
    let definite = || view.is_definite(at) && view.next(at) == Some(at);
    (nation || view.is_unknown(at) || definite()) && !view.is_attached_definite(at)
}

/// Whether a word after a name and `أبو` belongs to the name, whatever else it means.
fn is_child(view: View<'_, '_, '_>, at: usize) -> bool {
    view.is_arabic(at)
        && !view.is_attached_definite(at)
        && !matches!(view.common(at), Some(Class::Function | Class::Locative))
}

/// Whether a word is spelt as a foreign name and has a ruler's number after it: `جستنيان الأول`.
fn is_ruler(view: View<'_, '_, '_>, at: usize) -> bool {
    let masculine = |&number: &usize| !view.scan.words.surface(number).ends_with(['ة', 'ى']);
    let number = view.next(at + 1).filter(masculine);
    number.is_some_and(|number| regnal(view, number, true).is_some()) && view.is_foreign(at)
}

/// Whether a word stands before a family name that is nothing else, or a word of respect: `أغاثا كريستي`, `نوبار باشا`.
fn is_first(view: View<'_, '_, '_>, at: usize) -> bool {
    let family = || {
        let next = view.next_in_person(at + 1)?;
        // `أعوذ بك`
        let respect = || view.scan.words.folded(next).chars().count() > 2 || view.is_foreign(at);
        let named = |part: NamePart| part.alone && (!part.spelt || view.is_foreign(at));
        let sure = |part: NamePart| part.respect && respect() || named(part);
        view.name_part(next, true).filter(|(hit, part)| sure(*part) && hit.proclitics.is_empty())
    };
    family().is_some() && view.is_proper(at)
}

/// Whether a word before `بن` is a name for that alone, be it an ordinary word too: `النعمان بن المنذر`.
fn is_called(view: View<'_, '_, '_>, at: usize) -> bool {
    let other = || {
        view.post(at).is_some()
            || view.title(at).is_some()
            || view.cue(at).is_some()
            || view.is_after_title(at)
            || view.nationality(at).is_some()
            || view.connector(at).is_some()
            || view.is_verb(at)
            || view.common(at).is_some_and(|class| class != Class::Noun)
    };
    let unknown = || view.is_unknown(at) && !view.is_attached_definite(at);
    let called = || view.name_part(at, true).is_some() || view.is_definite(at) || unknown();
    // `بن` may stand for `بين`: `التعايش بن القبائل`.
    let father = || {
        view.next(at + 2).is_some_and(|father| view.common(father).is_none() || view.name_part(father, true).is_some())
    };
    // `لسان الدين بن الخطيب`
    let half = || Beside::of(view.scan.words.codes_at(at)) == Some(Beside::Half);
    is_son_of(view, at) && view.is_arabic(at) && called() && !other() && !half() && father()
}

/// Whether a word stands before `بن` and a name: `حنيف بن …`.
pub(super) fn is_son_of(view: View<'_, '_, '_>, at: usize) -> bool {
    let son = view.next(at + 1).filter(|&next| view.scan.words.surface(next) == "بن");
    son.and_then(|son| view.next(son + 1)).is_some_and(|father| is_ancestor(view, father))
}

/// Whether a word is the name that `بن` wants after it, whatever else it means.
fn is_ancestor(view: View<'_, '_, '_>, at: usize) -> bool {
    let father = at.checked_sub(1).is_some_and(|before| ["بن", "بنت"].contains(&view.scan.words.surface(before)));
    let particle = matches!(view.common(at), Some(Class::Function | Class::Locative | Class::Adverb));
    father && view.is_arabic(at) && !particle && view.connector(at).is_none()
}

/// Whether a name ends as those of women do, vowel marks apart: `رابعة`, `ليلى`, `نجلاء`.
fn may_be_woman(view: View<'_, '_, '_>, at: usize) -> bool {
    let surface = view.scan.words.surface(at);
    surface.trim_end_matches(|c| matches!(c, '\u{064B}'..='\u{0652}')).ends_with(['ة', 'ى', 'ا', 'ء'])
}

/// Whether the nationality before a word is that of a thing: `الصاروخ الروسي سويوز`.
fn is_of_thing(view: View<'_, '_, '_>, start: usize) -> bool {
    let noun = start.checked_sub(2).filter(|_| view.next(start - 1).is_some());
    noun.is_some_and(|noun| {
        view.is_definite(noun) && (view.common(noun) == Some(Class::Noun) || view.cue(noun).is_some())
    })
}
