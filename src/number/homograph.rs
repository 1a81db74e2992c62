//! Words that are spelled like a number and are none here: `ألف كتابا` (he wrote a book), `صفر 1445`, `مدينة الخمس`.

use super::beside::{Beside, is_spelled};
use super::cardinal::{Cardinal, alone, joined, near};
use super::exact::Exact;
use super::quantity::{has_article, is_definite};
use super::words::{Lead, Role, role_at};
use crate::date::DateWord;
use crate::gazetteer::Hit;
use crate::lexicon::{Kinds, Scan, Sense, tense};
use crate::tag::TagWord;
use crate::text::{ARTICLE, Gap, Short, WordKind, shorts};

/// Whether the cardinal at a word is another word that is spelled like it.
pub(super) fn is_other_word(scan: &Scan<'_, '_>, at: usize, number: &Cardinal) -> bool {
    if number.end != at + 1 || number.digits.is_some() || scan.words.get(at).is_none_or(|w| w.kind != WordKind::Arabic)
    {
        return false;
    }
    let value = number.value.and_then(Exact::integer);
    let stem = scan.words.folded(at);
    match value {
        // `لست متأكدا`
        Some(6) if number.proclitics.preposition() == Some('ل') => stem.ends_with("لست"),
        // `رجل ربعة`: neither tall nor short.
        Some(4) if stem.ends_with("ربعه") && !stem.ends_with("اربعه") => !alone(scan, at, number.end),
        Some(1000) if stem.ends_with("لف") => wrote(scan, at, number.definite),
        Some(0) => is_safar(scan, at),
        Some(3..=10) if is_short(stem) => short(scan, at, number),
        _ => alone_among(scan, at, number),
    }
}

/// `واحد` is as often a pronoun or adjective; the number stands alone or counts something.
fn alone_among(scan: &Scan<'_, '_>, at: usize, number: &Cardinal) -> bool {
    // Behind another noun it is its adjective: `شهرا واحدا وخمسة أيام`.
    let first = !near(scan, at) || at.checked_sub(1).is_none_or(|i| starts_definite(scan, i));
    let list = || {
        let next = |(at, lead)| role_at(scan, at, lead, |_, role| matches!(role, Role::Unit(2..)).then_some(()));
        first && joined(scan, number.end).and_then(next).is_some()
    };
    // `واحد من كل عشرة`, `واحد على خمسة`
    let share = || {
        let of = match scan.words.folded(number.end) {
            "من" => !matches!(before(scan, at), "كل" | "اي"),
            "علي" => first,
            _ => false,
        };
        let of = of && near(scan, number.end);
        let each = number.end + 1 + usize::from(scan.words.folded(number.end + 1) == "كل");
        of && near(scan, each) && is_count(scan, each)
    };
    number.lone_one && !alone(scan, at, number.end) && !list() && !share()
}

/// Whether a word or digits say how many.
fn is_count(scan: &Scan<'_, '_>, at: usize) -> bool {
    let word = |_: &Hit, role: Role| {
        let count = matches!(role, Role::Unit(2..) | Role::Ten | Role::Tens(_) | Role::Hundreds(_) | Role::Scale(..));
        count.then_some(())
    };
    scan.words.get(at).is_some_and(|w| w.kind == WordKind::Digits) || role_at(scan, at, Lead::Plain, word).is_some()
}

/// `ألف` as the verb, or the letter alef.
fn wrote(scan: &Scan<'_, '_>, at: usize, definite: bool) -> bool {
    let next = scan.words.folded(at + 1);
    let beside = Beside::at(&scan.words, at + 1);
    let letter = before_tells(scan, at, Beside::BEFORE_ALEF) || beside.any(Beside::AFTER_ALEF);
    if definite {
        return letter || beside.any(Beside::AFTER_THE_ALEF);
    }
    // `ألف موسيقى الفيلم`: what a thousand counts has no noun in the genitive behind it.
    let construct = || is_definite(scan, at + 2) && scan.date(at + 2, |_, word| word.is_time().then_some(())).is_none();
    let named = || {
        let name =
            |i: usize| scan.tag(i, Kinds::PART, |_, word| matches!(word, TagWord::Name(_)).then_some(())).is_some();
        name(at + 1) && name(at + 2)
    };
    let ordinal = || {
        let first = |_: &Hit, role: Role| matches!(role, Role::Ordinal { .. }).then_some(());
        role_at(scan, at + 1, Lead::Plain, first).is_some()
    };
    // `ألف وزارته`: what a thousand counts has no owner.
    let owned = || ["ته", "تها", "تهم"].iter().any(|owner| scan.words.surface(at + 1).ends_with(owner));
    let object = near(scan, at + 1)
        && (next.ends_with('ا')
            || owned()
            || next.ends_with("ات")
            || named()
            || ordinal()
            || beside.any(Beside::AFTER_WROTE)
            || Beside::at(&scan.words, at + 2).any(Beside::AFTER_BOOK)
            || is_definite(scan, at + 1)
            || construct());
    letter || object
}

/// The month of Safar and not zero: beside a day, a year or the word for month.
fn is_safar(scan: &Scan<'_, '_>, at: usize) -> bool {
    let digits = |i: usize| scan.words.get(i).is_some_and(|w| w.kind == WordKind::Digits);
    let next = near(scan, at + 1) && (digits(at + 1) || Beside::at(&scan.words, at + 1).any(Beside::BESIDE_SAFAR));
    let day = at.checked_sub(1).is_some_and(|i| digits(i) && near(scan, at));
    let month = before(scan, at + 1).starts_with("ال");
    let listed = before_tells(scan, at, Beside::BESIDE_SAFAR);
    let pair = before(scan, at) == "محرم" || matches!(scan.words.folded(at + 1), "وربيع" | "ومحرم");
    !month && (next || day || listed || pair)
}

/// `خمس` and the like without teh marbuta: also fifths, a lion, a city, a verb.
fn is_short(stem: &str) -> bool {
    ["خمس", "سبع", "تسع", "عشر", "ست"].iter().any(|word| stem.ends_with(word))
}

fn short(scan: &Scan<'_, '_>, at: usize, number: &Cardinal) -> bool {
    if alone(scan, at, number.end) {
        return false;
    }
    if number.definite {
        // `الصلوات الخمس`, `الخمس سنوات`; not `مدينة الخمس`, `بئر السبع`.
        let after_definite = near(scan, at) && at.checked_sub(1).is_some_and(|i| starts_definite(scan, i));
        // `مجموعة السبع`
        let group = before(scan, at).ends_with("مجموعه");
        return !after_definite && !group && !counts_plural(scan, number.end);
    }
    // `خمس السكان`, `تسع القاعة ألفا`; `إيزيس وست ونيفتيس`, `معبد الإله ست`
    let counts = near(scan, number.end) && !scan.words.folded(number.end).starts_with('و');
    let named = || before_tells(scan, at, Beside::BEFORE_GOD);
    let god = number.proclitics.conjunction().is_some() || (number.value == Some(Exact::from(6)) && named());
    is_definite(scan, number.end) || (god && !counts)
}

fn starts_definite(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.words.codes_at(at).windows(2).take(3).any(|pair| pair == ARTICLE)
}

/// Whether a plural that a number can count follows.
fn counts_plural(scan: &Scan<'_, '_>, at: usize) -> bool {
    let plural = |hit: &Hit, role: Role| (role == Role::Plural && !hit.proclitics.article()).then_some(());
    near(scan, at)
        && (scan.words.folded(at).ends_with("ات")
            || role_at(scan, at, Lead::Plain, plural).is_some()
            || scan.date(at, |_, word| matches!(word, DateWord::Unit(..)).then_some(())).is_some())
}

/// The folded word before, in the same sentence.
fn before<'s>(scan: &'s Scan<'_, '_>, at: usize) -> &'s str {
    match at.checked_sub(1) {
        Some(before) if scan.words.get(at).is_some_and(|w| w.gap <= Gap::Line) => scan.words.folded(before),
        _ => "",
    }
}

/// Whether the word before, in the same sentence, tells that.
fn before_tells(scan: &Scan<'_, '_>, at: usize, what: Beside) -> bool {
    let near = scan.words.get(at).is_some_and(|w| w.gap <= Gap::Line);
    near && at.checked_sub(1).is_some_and(|before| Beside::at(&scan.words, before).any(what))
}

/// Whether tens or hundreds with the article say which, not how many: after a definite noun in the singular
/// (`الذكرى الخمسين`), and not before what is counted (`الخمسين عاما`).
pub(super) fn ranks(scan: &Scan<'_, '_>, at: usize, number: &Cardinal) -> bool {
    let end = number.end;
    let after_word = at.checked_sub(1).and_then(|i| scan.words.get(i)).is_some_and(|w| w.kind == WordKind::Arabic);
    if !after_word || !near(scan, at) {
        return alone(scan, at, end);
    }
    // `الأئمة الاثني عشر`
    let teen = number.value.is_some_and(|value| value < Exact::from(20));
    let definite = (has_article(scan, at - 1) && !teen) || is_ranked(scan, at - 1);
    let plural = is_plural(scan, at - 1);
    let counted = near(scan, end) && scan.words.folded(end).ends_with('ا');
    definite && !plural && !counted
}

/// Whether أولى is the verb of `أولى المسافرون الأمر عناية`: what it ranks stands in the genitive.
pub(super) fn bestows(scan: &Scan<'_, '_>, at: usize, end: usize) -> bool {
    let first = end == at + 1 && scan.words.surface(at).ends_with('ى') && scan.words.folded(at).ends_with("اولي");
    first && near(scan, end) && is_definite(scan, end) && scan.words.folded(end).ends_with("ون")
}

/// Whether a definite noun is a plural: by its ending, its form أفعال, or the lexicon.
fn is_plural(scan: &Scan<'_, '_>, at: usize) -> bool {
    let folded = scan.words.folded(at);
    let stem: Vec<char> = folded.chars().skip(2).collect();
    let broken = stem.first() == Some(&'ا') && stem.len() == 5 && stem.get(3) == Some(&'ا');
    let listed = || role_at(scan, at, Lead::Start, |_, role| (role == Role::Plural).then_some(())).is_some();
    broken || ["ات", "ون", "ين"].iter().any(|ending| folded.ends_with(ending)) || listed()
}

/// Whether a word stands before the digits that they number a thing of: `رقم 12`, `المادة (5)`.
pub(super) fn is_label(scan: &Scan<'_, '_>, at: usize, end: usize) -> bool {
    let bracket = at.checked_sub(1).and_then(|i| scan.words.get(i)).is_some_and(|w| w.is('('));
    let label = at.checked_sub(if bracket { 2 } else { 1 });
    let counts = || is_counted_noun(scan, end);
    let labels = |i: usize| {
        let label = |hit: &Hit, role: Role| match role {
            Role::Label { definite: true } => (hit.proclitics.article() && !counts()).then_some(()),
            // `أيد القرار 12 عضوا`
            Role::Label { definite: false } => (!Beside::at(&scan.words, end).any(Beside::PERSON)).then_some(()),
            _ => None,
        };
        role_at(scan, i, Lead::Start, label).is_some()
    };
    // `مرسوم 22 مارس`
    let day = || scan.date(at + 1, |_, word| matches!(word, DateWord::Month(_)).then_some(())).is_some();
    near(scan, at) && label.is_some_and(labels) && !day()
}

/// Whether a word has the form of what a number counts: `حضر الجولة 12 حكما`.
fn is_counted_noun(scan: &Scan<'_, '_>, at: usize) -> bool {
    let folded = scan.words.folded(at);
    let form = ["ا", "ين", "ات"].iter().any(|ending| folded.ends_with(ending));
    let form = form || scan.words.surface(at).ends_with('ة');
    let known = |_: &Hit, role: Role| matches!(role, Role::Measure(_) | Role::Counted | Role::Plural).then_some(());
    let counted = form || role_at(scan, at, Lead::Plain, known).is_some();
    near(scan, at) && counted && !starts_definite(scan, at) && !folded.starts_with("لل")
}

/// Whether a name stands before the digits and takes them in: `ISO 9001`, `آيفون 15`. Behind a Latin name they are a
/// number when they count what follows.
pub(super) fn is_code(scan: &Scan<'_, '_>, at: usize, end: usize) -> bool {
    // Names of one word and of two.
    let model = |first: usize| {
        let found = role_at(scan, first, Lead::Start, |hit, role| (role == Role::Model && hit.end == at).then_some(()));
        found.is_some()
    };
    if near(scan, at) && ((at.saturating_sub(2)..at).any(model) || is_letter_name(scan, at)) {
        return true;
    }
    let uncounted = |i: usize| Beside::at(&scan.words, i).any(Beside::UNCOUNTED);
    let word = scan.words.get(at).is_some_and(|w| w.gap == Gap::Space);
    let latin = |&before: &usize| word && scan.words.get(before).is_some_and(|w| w.kind == WordKind::Other);
    let name = at.checked_sub(1).filter(latin).map_or("", |before| scan.words.surface(before));
    if name.len() > 1 && name.bytes().all(|b| b.is_ascii_alphabetic()) {
        let next = scan.words.folded(end);
        return !near(scan, end)
            || scan.words.get(end).is_none_or(|w| w.kind != WordKind::Arabic)
            || starts_definite(scan, end)
            || next.starts_with(['و', 'ل', 'ب'])
            || uncounted(end);
    }
    // `صاروخ فاتح 110`
    let noun = at.checked_sub(2).filter(|&noun| near(scan, at) && near(scan, noun + 1) && is_typed(scan, noun));
    let named = |noun: usize| {
        let name = noun + 1;
        let verb = scan.words.short(name).and_then(tense).is_some();
        !verb && scan.numbers(name).is_empty() && !uncounted(name)
    };
    noun.is_some_and(named) && !is_counted_noun(scan, end)
}

/// Whether a word is one that types have names for: `مقاتلة`.
fn is_typed(scan: &Scan<'_, '_>, at: usize) -> bool {
    role_at(scan, at, Lead::Start, |_, role| (role == Role::Typed).then_some(())).is_some()
}

/// Whether the name of a Latin letter stands before the digits, as in types: `إس 400`, `طائرة إف 16`. Those that are words
/// too need the name of what has types before them.
fn is_letter_name(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(letter) = at.checked_sub(1) else { return false };
    let name = Beside::at(&scan.words, letter);
    let typed = || near(scan, letter) && letter.checked_sub(1).is_some_and(|noun| is_typed(scan, noun));
    name.any(Beside::LETTER)
        || (name.any(Beside::LETTER_SPELLED) && is_spelled(&scan.words, letter))
        || (name.any(Beside::LETTER_TYPED) && typed())
}

/// Whether digits with the article before them, which is a word of its own, say which: `الذكرى الـ50`, `الـ21 من مارس`.
/// They count after a plural (`الدول الـ27`).
pub(super) fn digits_rank(scan: &Scan<'_, '_>, at: usize, end: usize) -> bool {
    let Some(article) = article_before(scan, at) else { return false };
    if alone(scan, article, end) {
        return true;
    }
    let day = || scan.words.folded(end) == "من" && near(scan, end) && !near_definite(scan, article);
    if scan.words.codes_at(article) != ARTICLE {
        // `بالـ20`, `والـ30`
        return false;
    }
    // `المعرض الدولي الـ20`
    let with_adjective = |at: usize| {
        near_definite(scan, at)
            && starts_definite(scan, at)
            && at.checked_sub(1).is_some_and(|noun| is_ranked(scan, noun))
    };
    let ranks = |at: usize| {
        is_ranked(scan, at) || is_owned(scan, at) || with_adjective(at) || (is_feminine(scan, at) && !of_many(scan, at))
    };
    day() || near(scan, article) && article.checked_sub(1).is_some_and(ranks)
}

/// The word of letters before digits that ends with the article: `الـ21`, `والـ30`, `الـ 50`.
pub(super) fn article_before(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let digits = scan.words.get(at).filter(|w| w.kind == WordKind::Digits)?;
    let joined = || match digits.gap {
        Gap::None => true,
        Gap::Space => scan.words.surface(before).ends_with('\u{0640}'), // ARABIC TATWEEL
        _ => false,
    };
    (scan.words.codes_at(before).ends_with(&ARTICLE) && joined()).then_some(before)
}

/// Whether a noun with the article stands before.
fn near_definite(scan: &Scan<'_, '_>, at: usize) -> bool {
    near(scan, at) && at.checked_sub(1).is_some_and(|before| starts_definite(scan, before))
}

/// A noun that numbers rank: `الذكرى`, `الدورة`.
fn is_ranked(scan: &Scan<'_, '_>, at: usize) -> bool {
    role_at(scan, at, Lead::Start, |hit, role| (role == Role::Ranked && hit.proclitics.article()).then_some(()))
        .is_some()
}

/// Such a noun with its owner: `دورتها الـ74`, `يومه الـ100`.
fn is_owned(scan: &Scan<'_, '_>, at: usize) -> bool {
    const BEFORE: [Short; 4] = shorts(["و", "ب", "ل", "ف"]);
    const OWNERS: [Short; 5] = shorts(["ها", "ه", "هم", "هما", "نا"]);
    // What a noun ends in before its owner, and by itself: `دورتها` of `دورة`, `ذكراها` of `ذكرى`.
    const ENDINGS: [[Short; 2]; 3] = [shorts(["", ""]), shorts(["ت", "ه"]), shorts(["ا", "ي"])];
    let Some(word) = scan.words.short(at) else { return false };
    let is_ranked = |noun: Short| {
        noun.len() > 1 && scan.lookup(noun, |sense| matches!(sense, Sense::Number(word) if word.role == Role::Ranked))
    };
    let owned = |word: Short| {
        OWNERS.iter().filter_map(|&owner| word.strip_suffix(owner)).any(|stem| {
            let own = |[open, closed]: [Short; 2]| stem.strip_suffix(open).and_then(|stem| stem.with(closed));
            ENDINGS.into_iter().filter_map(own).any(is_ranked)
        })
    };
    owned(word) || word.strip_start(&BEFORE).is_some_and(owned)
}

/// Whether a feminine adjective belongs to a plural, as one does behind a masculine noun: `الدول العربية`.
fn of_many(scan: &Scan<'_, '_>, at: usize) -> bool {
    let noun = at.checked_sub(1).filter(|&noun| near(scan, at) && starts_definite(scan, noun));
    let adjective = scan.words.folded(at).ends_with("يه");
    let feminine = |noun: usize| scan.words.surface(noun).ends_with(['ة', 'ى', 'ء', 'ه']);
    noun.is_some_and(|noun| is_plural(scan, noun) || (adjective && !feminine(noun) && !is_ranked(scan, noun)))
}

/// A definite noun in teh marbuta that is no plural of the form أفعلة.
fn is_feminine(scan: &Scan<'_, '_>, at: usize) -> bool {
    let folded = scan.words.folded(at);
    let broken = folded.starts_with("الا") && folded.chars().count() <= 7;
    starts_definite(scan, at) && folded.ends_with('ه') && scan.words.surface(at).ends_with('ة') && !broken
}
