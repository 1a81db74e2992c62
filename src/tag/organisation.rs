//! Organisations and facilities composed around a head noun: `وزارة …`, `قاعدة "…"`, `اللجنة …`.

use core::ops::Range;

use super::candidate::Candidate;
use super::mention::How;
use super::place::{conjunction, latin, made, named as named_place};
use super::view::{View, ordinary};
use super::words::{Beside, Class, Cue, Joint, NamePart, Role, Scope, TagWord};
use crate::gazetteer::Hit;
use crate::lexicon::{Kinds, Sense};
use crate::text::QUOTE_PAIRS;
use crate::{Ambiguity, EntityKind, Proclitics, number};

/// Words of the longest tail.
const LONGEST: usize = 7;
/// Indefinite nouns that may stand between the head and what makes it definite: `مكتب تنسيق الشؤون`.
const MOST_LINKS: usize = 2;
/// Words in quotes that may be a name.
const LONGEST_QUOTE: usize = 5;

/// Candidates for every composed organisation, facility, event and law.
pub(super) fn find(view: View<'_, '_, '_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 0..view.len() {
        if view.scan.has(at, Kinds::CUE) {
            found.extend(composed(view, at).or_else(|| firm(view, at)).or_else(|| credit(view, at)));
        } else if view.scan.has(at, Kinds::NAME) {
            found.extend(credit(view, at));
        }
    }
    found
}

/// A body's name that needs context where a text tells its source or a player's club: `(الجزيرة)`, `الدوحة - قنا:`.
fn credit(view: View<'_, '_, '_>, at: usize) -> Option<Candidate> {
    let before = at.checked_sub(1)?;
    let bracketed = view.is_symbol(before, &['(']);
    if !(bracketed || is_dash(view, before) && is_dateline(view, before)) {
        return None;
    }
    let (hit, entry) = view.scan.find(at, |hit, sense| {
        let Sense::Name(name) = sense else { return None };
        let short = name.kind == EntityKind::Org && name.ambiguity == Ambiguity::Context;
        (short && hit.proclitics.is_empty() && view.scan.fits(hit, &name)).then_some(name.name.entry as usize)
    })?;
    let breaks = || hit.end == view.len() || view.begins_line(hit.end);
    let ends = if bracketed { view.is_symbol(hit.end, &[')']) } else { view.is_symbol(hit.end, &[':']) || breaks() };
    let named = Candidate::composed(view, at..hit.end, EntityKind::Org, hit.proclitics);
    (ends || is_dash(view, hit.end)).then_some(Candidate { entry: Some(entry), how: How::Cued, ..named })
}

fn is_dash(view: View<'_, '_, '_>, at: usize) -> bool {
    view.is_symbol(at, &['-', '\u{2013}', '\u{2014}', '\u{0640}']) // EN DASH, EM DASH, TATWEEL
}

/// Whether a place before a dash begins the line.
fn is_dateline(view: View<'_, '_, '_>, dash: usize) -> bool {
    let place = |at: usize| view.listed(at, |kind| kind == EntityKind::Gpe).is_some_and(|(hit, _)| hit.end == dash);
    (1..=MOST_LINKS).filter_map(|words| dash.checked_sub(words)).any(|at| view.begins_line(at) && place(at))
}

/// `داتا سيستمز هولدنغ`: foreign words, the last of them one that ends the names of firms.
fn firm(view: View<'_, '_, '_>, last: usize) -> Option<Candidate> {
    let (_, cue) = view.cue(last).filter(|(hit, _)| hit.proclitics.is_empty())?;
    if cue.role != Role::Last {
        return None;
    }
    let ends = |at: usize| view.cue(at).is_some_and(|(_, cue)| cue.role == Role::Last);
    let part = |at: usize| view.name_part(at, true).is_some_and(|(_, part)| !part.common && !part.definite);
    // و begins another name: `تويوتا وجنرال موتورز`.
    let body =
        |at: usize| view.listed(at, |kind| kind == EntityKind::Org).is_some_and(|(hit, _)| hit.proclitics.is_empty());
    let named = |at: usize| view.is_foreign(at) || part(at) || body(at) || ends(at);
    let mut start = last;
    while let Some(before) = start.checked_sub(1).filter(|&at| last - at <= LONGEST_QUOTE && named(at)) {
        if view.next(start).is_none() {
            break;
        }
        start = before;
    }
    let whole = start < last && !view.next(last + 1).is_some_and(ends);
    whole.then(|| Candidate::composed(view, start..last + 1, cue.kind, Proclitics::default()))
}

fn composed(view: View<'_, '_, '_>, at: usize) -> Option<Candidate> {
    // `بقيادة فلان` is no command, `مجلس إدارة` no council.
    let (hit, cue) = view.cue(at).filter(|(hit, _)| !ordinary(view, hit) && !view.begins_phrase(hit.start, hit.end))?;
    if ends_name(view, &hit) {
        return None;
    }
    let listed = view.listed(at, |kind| kind == cue.kind).map(|(listed, _)| listed.end).filter(|&end| end > hit.end);
    let end = match (cue.role, listed) {
        (role, _) if !role.is_head() => return None,
        // A listed name of common words goes on with adjectives: `مجلس النواب اللبناني`, not `حزب الله اللبناني`. What
        // follows a listed body may be the purpose of a post in it.
        (_, Some(listed)) => {
            let class = view.common(listed - 1);
            let common = matches!(class, Some(Class::Noun | Class::Institutional)) || view.is_nisba(listed - 1);
            let adjectives = adjectives(view, listed, None);
            let end = if cue.kind == EntityKind::Org { adjectives } else { purpose(view, adjectives) };
            (common && end > listed).then_some(end)?
        }
        _ if hit.proclitics.article() => definite_head(view, &hit, cue)?,
        _ => construct(view, &hit, cue)?,
    };
    Some(Candidate::composed(view, at..end, cue.kind, hit.proclitics))
}

/// Whether a head is a family name after a given one: `طلعت حرب`.
fn ends_name(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    let given = |before: usize| {
        let part =
            view.name_part(before, false).filter(|(given, part)| part.given && !part.common && given.end == hit.start);
        part.is_some() && view.next(hit.start).is_some()
    };
    // `فيليب حرب الخلافة`
    let governs = view.next(hit.end).is_some_and(|next| view.is_definite(next));
    hit.proclitics.is_empty()
        && !governs
        && view.name_part(hit.start, true).is_some_and(|(_, part)| part.family)
        && hit.start.checked_sub(1).is_some_and(given)
}

/// `اللجنة الاستشارية العسكرية`: a definite head with two or more adjectives that agree with it.
fn definite_head(view: View<'_, '_, '_>, hit: &Hit, cue: Cue) -> Option<usize> {
    // `العواقب الاقتصادية الكلية`
    let adjective = |before: usize| view.is_definite(before) && view.is_nisba_adjective(before);
    let described =
        || hit.start.checked_sub(1).is_some_and(|before| view.next(hit.start).is_some() && adjective(before));
    if cue.kind != EntityKind::Org || view.is_nisba(hit.start) && described() {
        return None;
    }
    if let Some(end) = numbered(view, hit.end).filter(|_| cue.role == Role::Unit) {
        return Some(adjectives(view, end, None));
    }
    let adjectives = adjectives(view, hit.end, Some(cue.feminine));
    let end = purpose(view, adjectives);
    let national = |at| view.nationality(at).is_some();
    // `المنتخب المصري` is as good as `منتخب مصر`.
    if cue.role == Role::Team {
        return (hit.end..adjectives).any(national).then_some(adjectives);
    }
    let own = end > adjectives || (hit.end..adjectives).any(|at| !national(at));
    // `المجموعة العرقية الفرعية`
    let institutional = |at: usize| view.common(at) == Some(Class::Institutional);
    let vague = matches!(cue.role, Role::Weak | Role::Office)
        && end == adjectives
        && !(hit.end..adjectives).any(|at| national(at) || institutional(at));
    // `البنك التجاري`: some bodies are named by one adjective.
    let telling = view.next(hit.end).is_some_and(|at| scope(view, at) != Some(Scope::Many));
    let least = if cue.role.takes_any() && telling { 1 } else { 2 };
    (adjectives > hit.end && end >= hit.end + least && own && !vague).then_some(end)
}

/// `السرب رقم 8`, `اللواء الثاني`, `الفرقة 82`: the number of a military unit, not a count of what follows.
fn numbered(view: View<'_, '_, '_>, end: usize) -> Option<usize> {
    let next = view.next(end)?;
    let label = view.scan.words.surface(next) == "رقم";
    let at = if label { view.next(next + 1)? } else { next };
    let ordinal = number::ordinal_at(view.scan, at).filter(|_| view.is_definite(at));
    let particle = |word: usize| matches!(view.common(word), Some(Class::Function | Class::Locative));
    let noun = |word: usize| view.is_arabic(word) && !view.is_definite(word) && !particle(word);
    let counted = || view.next(at + 1).is_some_and(noun);
    let digits = || number::number_at(view.scan, at).filter(|run| run.digits.is_some() && (label || !counted()));
    ordinal.or_else(digits).filter(|run| run.end == at + 1).map(|run| run.end)
}

/// `وزارة الدفاع القطرية`: a head and the chain that makes it definite.
fn construct(view: View<'_, '_, '_>, hit: &Hit, cue: Cue) -> Option<usize> {
    if let Some(end) = quoted(view, hit.end) {
        return (!matches!(cue.role, Role::Either | Role::Office)).then_some(end);
    }
    let mut at = view.next(hit.end)?;
    if introduces(view, at, cue) {
        return of_body(view, at, cue);
    }
    if cue.role == Role::Team {
        let country = view.listed(at, |kind| kind == EntityKind::Gpe).filter(|(hit, _)| hit.proclitics.is_empty());
        return country.map(|(hit, _)| hit.end);
    }
    let mut links = 0;
    let (end, proper) = loop {
        if let Some(tail) = tail(view, at, cue) {
            break tail;
        }
        let heads = cue.role.takes_any()
            || matches!(cue.role, Role::Head | Role::Either | Role::Office) && cue.kind == EntityKind::Org;
        // `قانون مكافحة التهريب`
        let law = || {
            let field =
                is_field(view, at, Proclitics::is_empty) && view.next(at + 1).is_some_and(|of| view.is_definite(of));
            field && cue.role == Role::Head && cue.kind == EntityKind::Law
        };
        let link = heads && is_link(view, at) || law();
        // Where something stands is no part of its name: `مسجد غربي بغداد`, `شرطة محافظة بابل`.
        let direction = view.cue(at).is_some_and(|(_, cue)| cue.role == Role::Before || introduces_place(cue));
        links += 1;
        if direction || !link || links > MOST_LINKS {
            return None;
        }
        at = view.next(at + 1)?;
        if introduces(view, at, cue) {
            return None;
        }
    };
    let end = if proper { end } else { coordinated(view, end) };
    // `جامعة ليدز` البريطانية
    let foreign = proper && !view.is_definite(end - 1);
    let adjectives = if foreign && view.nationality(end).is_some() { end } else { adjectives(view, end, None) };
    let national = (end..adjectives).any(|at| view.nationality(at).is_some());
    let proper = national || proper && cue.role != Role::Office;
    // `شركة النفط الوطنية`, `هيئة الرقابة المالية`, `هيئة الثروة المعدنية`
    let described = match cue.role {
        Role::Either => adjectives > end,
        Role::Head => matches!(cue.kind, EntityKind::Org | EntityKind::Event | EntityKind::Law) && adjectives > at + 1,
        _ => false,
    };
    // `شركة السيارات الصينية سايك` says what the firm is that is named after it.
    if cue.role == Role::Either && national && is_named_after(view, adjectives) {
        return None;
    }
    // `مجلس الشؤون الاقتصادية والتنمية`
    let adjectives = if proper { adjectives } else { coordinated(view, adjectives) };
    let whole = purpose(view, adjectives);
    // `مركز قليوب` is a district, `مركز بيروت للأبحاث` a body.
    let district = cue.kind == EntityKind::Org && (cue.role == Role::Weak || is_district(view, hit.start));
    let place = district && whole == end && view.listed(at, |kind| kind == EntityKind::Gpe).is_some();
    // `هيئة تنظيم الملاحة`
    let purposeful = links > 0 && cue.role == Role::Head && is_purpose(view, at - 1);
    // `هيئة الترفيه`, `دار الإفتاء`
    let sectoral = links == 0 && cue.role == Role::Head && cue.kind == EntityKind::Org && is_sector(view, at);
    (cue.role.takes_any() || described || purposeful || sectoral || proper && !place).then_some(whole)
}

/// Whether the name of a body stands right after a word.
fn is_named_after(view: View<'_, '_, '_>, end: usize) -> bool {
    let listed =
        |at: usize| view.listed(at, |kind| kind == EntityKind::Org).is_some_and(|(hit, _)| hit.proclitics.is_empty());
    view.next(end).is_some_and(|at| listed(at) || view.is_foreign(at))
}

/// `صندوق أوبك للتنمية`: a part of a listed body, with what it is for.
fn of_body(view: View<'_, '_, '_>, at: usize, cue: Cue) -> Option<usize> {
    let part = cue.kind == EntityKind::Org && matches!(cue.role, Role::Head | Role::Weak | Role::Office);
    let (hit, _) =
        view.listed(at, |kind| kind == EntityKind::Org).filter(|(hit, _)| part && hit.proclitics.is_empty())?;
    let end = purpose(view, hit.end);
    (end > hit.end).then_some(end)
}

/// Whether a word is an indefinite noun, nothing before it, that the next makes definite.
fn is_link(view: View<'_, '_, '_>, at: usize) -> bool {
    let noun = view.scan.tag(at, Kinds::COMMON, |hit, word| {
        (word == TagWord::Common(Class::Noun) && hit.end == at + 1 && hit.proclitics.preposition().is_none())
            .then_some(())
    });
    !view.is_definite(at) && (noun.is_some() || is_field(view, at, Proclitics::is_empty))
}

/// Whether a link says what a body is for: `تنظيم`, not the verb `تقدم`.
fn is_purpose(view: View<'_, '_, '_>, at: usize) -> bool {
    is_field(view, at, Proclitics::is_empty) || !view.is_verb(at)
}

/// Whether a definite word is a field of government, or something else that bodies are for.
fn is_sector(view: View<'_, '_, '_>, at: usize) -> bool {
    view.is_definite(at) && (view.portfolio(at).is_some() || is_field(view, at, Proclitics::article))
}

/// Whether a noun that heads bodies is a part of a country too: `دائرة`.
fn is_district(view: View<'_, '_, '_>, at: usize) -> bool {
    let place = |_: &Hit, word| matches!(word, TagWord::Cue(cue) if introduces_place(cue)).then_some(());
    view.scan.tag(at, Kinds::CUE, place).is_some()
}

/// Whether the noun introduces a city or province.
fn introduces_place(cue: Cue) -> bool {
    cue.kind == EntityKind::Gpe && cue.role.introduces()
}

/// Whether the noun is no part of the name after it: `شركة نوكيا`, `قوات الأمم المتحدة`, `قيادة الناتو`.
fn introduces(view: View<'_, '_, '_>, at: usize, cue: Cue) -> bool {
    let known = cue.kind == EntityKind::Org && view.listed(at, |kind| kind == EntityKind::Org).is_some();
    match cue.role {
        Role::Strong => false,
        Role::Either => known || !view.is_definite(at) && view.is_proper(at),
        _ => known,
    }
}

/// Whether the word is something that bodies are for, behind these proclitics.
fn is_field(view: View<'_, '_, '_>, at: usize, fits: impl Fn(Proclitics) -> bool) -> bool {
    field_end(view, at, fits) == Some(at + 1)
}

/// Where the name of something that bodies are for ends.
fn field_end(view: View<'_, '_, '_>, at: usize, fits: impl Fn(Proclitics) -> bool) -> Option<usize> {
    let field = view.scan.tag(at, Kinds::PORTFOLIO.and(Kinds::CUE), |hit, word| {
        let field = matches!(word, TagWord::Portfolio | TagWord::Cue(Cue { role: Role::Field, .. }));
        (field && fits(hit.proclitics)).then_some(())
    });
    field.map(|(hit, ())| hit.end)
}

/// `وزارة التربية والتعليم`, `الزراعة واستصلاح الأراضي`: further fields joined to the first.
pub(super) fn coordinated(view: View<'_, '_, '_>, mut end: usize) -> usize {
    while let Some(next) = view.next(end) {
        let joined = |p: Proclitics| p.conjunction() == Some('و') && p.preposition().is_none();
        let apart = after_and(view, next);
        let (at, after) = match apart {
            Some(field) => (field, field_end(view, field, |p| p.letters() == 0)),
            None => (next, field_end(view, next, joined)),
        };
        let Some(after) = after else { break };
        let definite = || apart.is_some_and(|field| view.is_definite(field)) || starts_definite(view, next);
        if after == at + 1 && !definite() {
            break;
        }
        end = after;
    }
    end
}

/// The word after a و that is written by itself.
fn after_and(view: View<'_, '_, '_>, at: usize) -> Option<usize> {
    (view.scan.words.surface(at) == "و").then(|| view.next(at + 1)).flatten()
}

/// Whether a word begins with و and the article.
fn starts_definite(view: View<'_, '_, '_>, at: usize) -> bool {
    view.scan.words.folded(at).starts_with("وال")
}

/// `مركز الخليج للأبحاث`, `الرابطة الألمانية لصناعة النفط`: what the body is for.
pub(super) fn purpose(view: View<'_, '_, '_>, end: usize) -> usize {
    let Some(next) = view.next(end) else { return end };
    let governed = if is_aim(view, next) {
        Some(next + 1)
    } else if is_field(view, next, |p| p.preposition() == Some('ل') && !p.article()) {
        // `لشركات صناعة السيارات`
        let link = |&at: &usize| view.common(at) == Some(Class::Noun) && !view.is_definite(at);
        let links = (next + 1..).take(MOST_LINKS).take_while(link).count();
        view.next(next + 1 + links).filter(|&of| view.is_definite(of)).map(|of| of + 1)
    } else {
        None
    };
    governed.map_or(end, |governed| adjectives(view, coordinated(view, governed), None))
}

/// Whether a word is a field of bodies behind ل and the article: `للأبحاث`.
fn is_aim(view: View<'_, '_, '_>, at: usize) -> bool {
    is_field(view, at, |p| p.preposition() == Some('ل') && p.article())
}

/// What can end a construct, and whether it is a proper name.
fn tail(view: View<'_, '_, '_>, at: usize, cue: Cue) -> Option<(usize, bool)> {
    // No championship is a person's: `فيلم من بطولة نجلاء فتحي`.
    let person_named = !(cue.kind == EntityKind::Event && cue.role == Role::Weak);
    let named = |kind| match kind {
        EntityKind::Pers => person_named,
        _ => matches!(kind, EntityKind::Gpe | EntityKind::Loc | EntityKind::Org),
    };
    if let Some((hit, _)) = view.listed(at, named).filter(|(hit, _)| hit.proclitics.is_empty()) {
        // `شركة إيران خودرو`
        let after = hit.end;
        let goes_on = cue.role == Role::Either && view.is_foreign(after) && conjunction(view, after).is_none();
        let brand = made(view, after).filter(|_| goes_on);
        return Some((brand.map_or(after, |brand| brand.end), true));
    }
    if view.nationality(at).is_some() {
        return None;
    }
    if let Some(hit) = view.portfolio(at) {
        return Some((hit.end, false));
    }
    // `جامعة الملك فهد`: a title may stand before the person.
    let titled = view.post(at).map(|(hit, _)| hit).or_else(|| view.title(at).map(|(hit, _)| hit));
    let called = cue.role.takes_any() || cue.kind == EntityKind::Fac;
    let titled = titled.filter(|_| called && view.is_definite(at)).and_then(|hit| view.next(hit.end));
    let person = titled.unwrap_or(at);
    let theirs = cue.kind != EntityKind::Law && person_named;
    // `ملعب ثاني بن جاسم`
    let son = || view.next(person + 1).is_some_and(|next| view.scan.words.surface(next) == "بن");
    let known = |(_, part): &(Hit, NamePart)| (!part.common || titled.is_some() || son()) && theirs;
    if let Some((hit, _)) = view.listed(person, |kind| kind == EntityKind::Pers).filter(|_| titled.is_some()) {
        return Some((name_end(view, hit.end), true));
    }
    if let Some((hit, _)) = view.name_part(person, true).filter(known) {
        return Some((name_end(view, hit.end), true));
    }
    if matches!(cue.role, Role::Weak | Role::Office) {
        // Only what follows can make it a name: a nationality. `إدارة الرئيس الأمريكي` is somebody's.
        return (view.is_definite(at) && view.post(at).is_none()).then_some((at + 1, false));
    }
    // Some bodies and sites are called by bare names; other heads take an unknown word only when it is definite.
    let people =
        cue.kind != EntityKind::Loc && ["ون", "ين"].iter().any(|plural| view.scan.words.folded(at).ends_with(plural));
    if view.is_proper(at) && view.is_definite(at) && !people {
        return Some((at + 1, true));
    }
    // `مستشفى سانت ماري`
    if let Some(end) = two_words(view, at).filter(|_| cue.role != Role::Either) {
        return Some((end, true));
    }
    // `بحيرة هيراستراو`, `مدرسة هامرسميث للفنون`
    let telling = || view.is_foreign(at) || view.is_proper(at) && purpose(view, at + 1) > at + 1;
    let site = match cue.kind {
        EntityKind::Loc => named_place(view, at),
        EntityKind::Org => cue.role == Role::Head && telling(),
        kind => kind == EntityKind::Fac && view.is_foreign(at),
    };
    let site = site && conjunction(view, at).is_none();
    if let Some(name) = latin(view, at).filter(|_| cue.role.takes_any() && cue.kind == EntityKind::Org) {
        return Some((name.end, true));
    }
    if let Some(name) = made(view, at).filter(|_| cue.role.takes_any() || site) {
        // `نادي أورانخا مدريد`
        return Some((city_end(view, name.end), true));
    }
    // `ميناء المدينة`, not `شارع الجمهورية`
    let somewhere = cue.kind == EntityKind::Fac
        && Beside::of(view.scan.words.codes_at(at)) == Some(Beside::Town)
        && !view.next(at + 1).is_some_and(|next| view.is_definite(next));
    if somewhere {
        return None;
    }
    // `حزب الرئيس` is somebody's.
    (view.is_definite(at) && view.post(at).is_none_or(|(hit, _)| hit.end > at + 1)).then_some((at + 1, false))
}

/// Where a name ends that begins as those of many places do: `سانت ماري`.
fn two_words(view: View<'_, '_, '_>, at: usize) -> Option<usize> {
    let (first, _) = view.cue(at).filter(|(hit, cue)| cue.role == Role::First && hit.proclitics.is_empty())?;
    let second = view.next(first.end)?;
    let part = || view.name_part(second, true).filter(|(_, part)| !part.common).map(|(hit, _)| hit.end);
    part().or_else(|| view.is_foreign(second).then_some(second + 1))
}

/// Past the city at the end of a name that is made of foreign words.
pub(super) fn city_end(view: View<'_, '_, '_>, end: usize) -> usize {
    let city = view.next(end).and_then(|next| view.listed(next, |kind| kind == EntityKind::Gpe)).map(|(hit, _)| hit);
    city.filter(|hit| hit.proclitics.is_empty()).map_or(end, |city| city.end)
}

/// The rest of a person's name in a construct: `جامعة محمد بن زايد`, `جامعة فؤاد الأول`.
fn name_end(view: View<'_, '_, '_>, mut end: usize) -> usize {
    for _ in 0..LONGEST {
        let Some(next) = view.next(end) else { break };
        let connects = |at: usize| view.connector(at).is_some_and(|(_, joint)| joint != Joint::Article);
        let connectors = (next..next + MOST_LINKS).take_while(|&at| connects(at)).count();
        let part = view.next(next + connectors);
        if let Some((hit, _)) = part.and_then(|part| view.name_part(part, true)) {
            end = hit.end;
        } else if view.is_foreign(next) {
            end = next + 1;
        } else if is_surname(view, next) || is_regnal(view, next) {
            return next + 1;
        } else {
            break;
        }
    }
    end
}

/// Whether a word is the number of a ruler.
fn is_regnal(view: View<'_, '_, '_>, at: usize) -> bool {
    view.is_definite(at) && number::ordinal_at(view.scan, at).is_some_and(|run| run.end == at + 1)
}

/// Whether an unknown word has the form of a family name: `شركة أحمد حسن فتيحي`.
fn is_surname(view: View<'_, '_, '_>, at: usize) -> bool {
    let relative = view.scan.words.folded(at).ends_with('ي');
    view.is_proper(at) && relative && !view.is_attached_definite(at) && conjunction(view, at).is_none()
}

/// Past the definite adjectives that can belong to a body's name; with a gender, only those that agree.
fn adjectives(view: View<'_, '_, '_>, mut end: usize, feminine: Option<bool>) -> usize {
    for _ in 0..LONGEST {
        let Some(word) = view.next(end) else { break };
        let and = after_and(view, word);
        let next = and.unwrap_or(word);
        let agrees = feminine.is_none_or(|feminine| is_feminine(view.scan.words.folded(next)) == feminine);
        let class = view.common(next);
        let nisba = view.is_nisba(next) && class.is_none_or(|class| class == Class::Adjective);
        let nationality = view.nationality(next);
        // `شركة المطاحن الحديثة للدقيق`, not `المؤيدة للديمقراطية`: a participle governs what follows.
        let participle = || view.scan.words.folded(next).starts_with("الم");
        let aim = || view.next(next + 1).is_some_and(|of| is_aim(view, of));
        let telling = || !participle() && view.post(next).is_none() && aim();
        let fits = nisba && scope(view, next) != Some(Scope::Passing)
            || class == Some(Class::Institutional)
            || nationality.is_some()
            || telling();
        // `المجلس الاقتصادي والاجتماعي`, but two in `الجيش اللبناني والسوري`
        let several = view.nationality(end - 1).is_some();
        let joins = || and.map_or_else(|| starts_definite(view, next), |next| view.is_definite(next));
        let joined = || view.is_nisba(end - 1) && nisba && !several && joins();
        let person = || view.is_after_title(next) || leads_to_name(view, next);
        if !(and.is_none() && view.is_definite(next) || joined()) || !agrees || !fits || person() {
            break;
        }
        end = nationality.map_or(next + 1, |hit| hit.end);
    }
    end
}

/// Whether a word is what somebody does who is named after it: `الروائي السوري حيدر`.
fn leads_to_name(view: View<'_, '_, '_>, at: usize) -> bool {
    let Some((title, _)) = view.title(at) else { return false };
    let after = view.next(title.end).and_then(|next| view.nationality(next)).map_or(title.end, |hit| hit.end);
    let name = view.next(after).and_then(|name| view.name_part(name, false));
    name.is_some_and(|(_, part)| !part.common)
}

/// How much the adjective at a word says of a body, when that is little.
fn scope(view: View<'_, '_, '_>, at: usize) -> Option<Scope> {
    Scope::of(view.scan.words.codes_at(at))
}

/// Whether a folded adjective is feminine: `الاستشارية`, `العليا`.
fn is_feminine(folded: &str) -> bool {
    folded.ends_with('ه') || ["العليا", "الكبري", "العظمي", "الوسطي", "الاولي"].contains(&folded)
}

/// Where `"العديد"` right after the head ends.
fn quoted(view: View<'_, '_, '_>, open: usize) -> Option<usize> {
    between_quotes(view, open).map(|words| words.end)
}

/// The few words between the quotation mark at a word and its fellow.
pub(super) fn between_quotes(view: View<'_, '_, '_>, open: usize) -> Option<Range<usize>> {
    let (_, closing) = QUOTE_PAIRS.into_iter().find(|&(opening, _)| view.is_symbol(open, &[opening]))?;
    view.next(open + 1)?;
    let close = (open + 2..=open + 1 + LONGEST_QUOTE).find(|&at| view.is_symbol(at, &[closing]))?;
    (open + 1..close).all(|at| view.next(at).is_some()).then_some(open + 1..close)
}
