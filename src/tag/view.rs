//! What the name grammars ask about the words of a text.

use super::shape::is_foreign;
use super::words::{Class, Cue, Joint, NamePart, TagWord, Takes};
use crate::gazetteer::{Hit, Text, readings};
use crate::lexicon::{
    Kinds, MOST_PARTICLES, Question, Scan, Sense, is_personal, is_saying, is_speech, is_verb, leads_to_person,
};
use crate::text::{ALEF, ARTICLE, BEH, FEH, Gap, HEH, HYPHENS, KAF, LAM, Short, WAW, WordKind, YEH, shorts};
use crate::{Ambiguity, EntityKind, Proclitics};

/// A scanned text, seen by the name grammars.
#[derive(Clone, Copy)]
pub(super) struct View<'s, 'l, 't> {
    pub(super) scan: &'s Scan<'l, 't>,
}

impl View<'_, '_, '_> {
    /// The number of words.
    pub(super) fn len(self) -> usize {
        self.scan.words.len()
    }

    /// Whether a word is the first of a line, or of the text.
    pub(super) fn begins_line(self, at: usize) -> bool {
        self.scan.words.get(at).is_some_and(|word| word.gap > Gap::Space)
    }

    /// The next word of the same phrase: only white space between, no line break.
    pub(super) fn next(self, end: usize) -> Option<usize> {
        let word = self.scan.words.get(end)?;
        (word.gap <= Gap::Space && !word.is_symbol() && !word.opaque).then_some(end)
    }

    /// The next word of the same name: hyphens and quotes may stand between.
    pub(super) fn next_in_name(self, end: usize) -> Option<usize> {
        let next = self.scan.words.next_in_name(end.checked_sub(1)?)?;
        self.scan.words.get(next).filter(|w| w.gap <= Gap::Space).map(|_| next)
    }

    /// The next word of the same person's name: as [`next_in_name`](Self::next_in_name),
    /// but a hyphen between spaces is a dash, and a quotation mark must open or close a nickname.
    pub(super) fn next_in_person(self, end: usize) -> Option<usize> {
        let next = self.next_in_name(end)?;
        let spaced = |at: usize| self.scan.words.get(at).is_some_and(|w| w.gap == Gap::Space);
        let dash = (end..next).any(|at| self.is_symbol(at, &HYPHENS) && spaced(at) && spaced(at + 1));
        (!dash).then_some(next)
    }

    /// What is written before a word that و joins to the one before it, when it may be a name: `وكوريلا`.
    pub(super) fn conjoined(self, at: usize) -> Option<Proclitics> {
        let word = self.scan.words.get(at)?;
        let mut found = None;
        readings(self.scan.words.codes(word), &mut |reading| {
            let p = reading.proclitics;
            if p.conjunction() == Some('و') && p.letters() == 1 && !p.article() {
                found = found.or(Some(p));
            }
        });
        found
    }

    pub(super) fn is_symbol(self, at: usize, symbols: &[char]) -> bool {
        self.scan.words.get(at).is_some_and(|w| w.is_any(symbols))
    }

    pub(super) fn is_arabic(self, at: usize) -> bool {
        self.scan.words.get(at).is_some_and(|w| w.kind == WordKind::Arabic && !w.opaque)
    }

    /// Whether the word begins with the article, nothing before it.
    pub(super) fn is_definite(self, at: usize) -> bool {
        self.scan.answer(at, Question::Definite, || {
            let codes = self.scan.words.codes_at(at);
            // Not `ألمانيا`, whose alef has a hamza.
            let bare = || self.scan.words.surface(at).starts_with(['\u{0627}', '\u{0671}']);
            codes.starts_with(&ARTICLE) && codes.len() > 3 && self.is_arabic(at) && bare()
        })
    }

    /// Whether the word has the form of a relative adjective: `العسكرية`, `الجوي`.
    pub(super) fn is_nisba(self, at: usize) -> bool {
        let codes = self.scan.words.codes_at(at);
        let stem = codes.strip_suffix(&[HEH]).unwrap_or(codes);
        stem.ends_with(&[YEH]) && stem.len() > 4
    }

    pub(super) fn post(self, at: usize) -> Option<(Hit, Takes)> {
        self.scan.tag(at, Kinds::POST, |_, word| if let TagWord::Post(takes) = word { Some(takes) } else { None })
    }

    pub(super) fn cue(self, at: usize) -> Option<(Hit, Cue)> {
        self.scan.tag(at, Kinds::CUE, |_, word| if let TagWord::Cue(cue) = word { Some(cue) } else { None })
    }

    /// What a ministry is for, without a proclitic.
    pub(super) fn portfolio(self, at: usize) -> Option<Hit> {
        let portfolio = |hit: &Hit, word| (word == TagWord::Portfolio && hit.proclitics.letters() == 0).then_some(());
        self.scan.tag(at, Kinds::PORTFOLIO, portfolio).map(|(hit, ())| hit)
    }

    /// A title that is not part of a mention: a rank, an honorific, a profession.
    pub(super) fn title(self, at: usize) -> Option<(Hit, TagWord)> {
        self.scan.tag(at, Kinds::TITLE, |_, word| {
            matches!(word, TagWord::Rank | TagWord::Honorific | TagWord::Profession).then_some(word)
        })
    }

    /// Whether the word may stand between a title and the name: `السابق`.
    pub(super) fn is_after_title(self, at: usize) -> bool {
        self.scan.tag(at, Kinds::AFTER_TITLE, |_, word| (word == TagWord::AfterTitle).then_some(())).is_some()
    }

    /// Whether the word is a known relative adjective: `الاقتصادي`.
    pub(super) fn is_nisba_adjective(self, at: usize) -> bool {
        self.is_nisba(at) && self.common(at) == Some(Class::Adjective)
    }

    /// A nationality or group.
    pub(super) fn nationality(self, at: usize) -> Option<Hit> {
        let any = self.scan.has(at, Kinds::NATIONALITY).then_some(());
        any.and_then(|()| {
            self.listed(at, |kind| kind == EntityKind::Norp).map(|(hit, _)| hit).or_else(|| self.of_country(at))
        })
    }

    /// A nationality that is also the name of its country, with the article, which the country has not: `الجيبوتي`.
    fn of_country(self, at: usize) -> Option<Hit> {
        let sure = |other: &Hit, hit: &Hit, sense| match sense {
            Sense::Name(name) => {
                other == hit
                    && name.kind == EntityKind::Gpe
                    && name.ambiguity == Ambiguity::Always
                    && name.name.form == 0
            }
            _ => false,
        };
        let found = self.scan.find(at, |hit, sense| {
            let Sense::Name(name) = sense else { return None };
            let country = || self.scan.senses(at).any(|(other, sense)| sure(&other, hit, sense));
            (name.kind == EntityKind::Norp && hit.proclitics.article() && country()).then_some(())
        });
        found.map(|(hit, ())| hit)
    }

    /// The longest name of a kind that `want` takes and that needs no context.
    pub(super) fn listed(self, at: usize, want: impl Fn(EntityKind) -> bool) -> Option<(Hit, usize)> {
        let any = self.scan.has(at, Kinds::NAME).then_some(());
        any.and_then(|()| {
            self.scan.find(at, |hit, sense| {
                let Sense::Name(name) = sense else { return None };
                let sure = name.ambiguity == Ambiguity::Always && want(name.kind) && self.scan.fits(hit, &name);
                sure.then_some(name.name.entry as usize)
            })
        })
    }

    /// A part of a person's name. Inside a name (`inner`) only the article may be written before it.
    pub(super) fn name_part(self, at: usize, inner: bool) -> Option<(Hit, NamePart)> {
        let (hit, part) = self.scan.tag(at, Kinds::PART, |hit, word| match word {
            TagWord::Name(_) if ordinary(self, hit) || self.ends_in_case(hit.end - 1) => None,
            TagWord::Name(part) if inner || !hit.proclitics.article() => {
                // An ordinary word that folding makes a name: `على`.
                let last = self.scan.words.surface(hit.end - 1).chars().last();
                part.final_yeh.is_none_or(|yeh| last == Some(yeh)).then_some(part)
            }
            _ => None,
        })?;
        (!inner || hit.proclitics.letters() == 0).then_some((hit, part))
    }

    /// Whether a person's name can begin at a word: with a part of one, a listed one, or a word that says little.
    pub(super) fn may_begin_name(self, at: usize) -> bool {
        if !self.is_arabic(at) {
            return false;
        }
        let mut known = self.scan.is_word(at);
        let begins = self.scan.has(at, Kinds::NAME.and(Kinds::PART).and(Kinds::CONNECTOR))
            && self.scan.senses(at).any(|(hit, sense)| match sense {
                Sense::Tag(TagWord::Name(_) | TagWord::Connector(Joint::Kunya | Joint::Particle)) => true,
                Sense::Name(name) => {
                    known |= hit.end == at + 1 && !self.is_doubtful(&hit, sense);
                    name.kind == EntityKind::Pers && self.scan.fits(&hit, &name)
                }
                _ => false,
            });
        begins || !known
    }

    /// Whether the word joins parts of a name, and if so where it stands in one;
    /// only what can begin a name has something written before it.
    pub(super) fn connector(self, at: usize) -> Option<(Proclitics, Joint)> {
        let found = self.scan.tag(at, Kinds::CONNECTOR, |hit, word| match word {
            TagWord::Connector(joint) => {
                let fits = hit.proclitics.is_empty() || joint.begins() && !hit.proclitics.article();
                // `لدى` is not ل and `دي`.
                let plain = joint == Joint::Kunya || !ordinary(self, hit);
                (fits && plain && hit.end == at + 1).then_some((hit.proclitics, joint))
            }
            _ => None,
        });
        found.map(|(_, connector)| connector)
    }

    /// The class of an ordinary word, when the plainest reading of the word that the lexicon knows is one.
    pub(super) fn common(self, at: usize) -> Option<Class> {
        self.scan
            .tag(at, Kinds::COMMON, |hit, word| match word {
                TagWord::Common(class) if hit.end == at + 1 => Some(class),
                _ => None,
            })
            .map(|(_, class)| class)
    }

    /// Whether the lexicon knows the word in no reading, or only in one that says little.
    pub(super) fn is_unknown(self, at: usize) -> bool {
        let doubtful = |(hit, sense): (Hit, Sense)| hit.end > at + 1 || self.is_doubtful(&hit, sense);
        let unknown = || self.is_arabic(at) && !self.scan.is_word(at) && self.scan.senses(at).all(doubtful);
        self.scan.answer(at, Question::Unknown, unknown)
    }

    /// Whether a reading says little: a name that needs context, or a family
    /// name behind a proclitic, where nobody stands without a given name (`بيانكي`).
    fn is_doubtful(self, hit: &Hit, sense: Sense) -> bool {
        match sense {
            Sense::Name(name) => name.ambiguity != Ambiguity::Always || !self.scan.fits(hit, &name),
            Sense::Tag(TagWord::Name(part)) => !part.given && hit.proclitics.letters() > 0,
            _ => false,
        }
    }

    /// Whether an unknown word looks like a name of something: no ordinary
    /// word with an ending, no imperfect verb, no indefinite adjective or plural.
    pub(super) fn is_proper(self, at: usize) -> bool {
        self.scan.answer(at, Question::Proper, || {
            let folded = self.scan.words.folded(at);
            let inflected = || ["ه", "ات", "ون", "ين"].iter().any(|ending| folded.ends_with(ending));
            self.is_unknown(at) && (self.is_definite(at) || !inflected()) && !self.is_ordinary(at)
        })
    }

    /// Whether a word is a definite noun behind a proclitic: `بالميدالية`, `للمصارعة`.
    pub(super) fn is_attached_definite(self, at: usize) -> bool {
        let codes = self.scan.words.codes_at(at);
        let definite = matches!(
            codes,
            [BEH | WAW | FEH | KAF, ALEF, LAM, ..] | [WAW, BEH, ALEF, LAM, ..] | [LAM, LAM, ..] | [WAW, LAM, LAM, ..]
        );
        codes.len() > 5 && definite
    }

    /// Whether the word is a verb that we know.
    pub(super) fn is_verb(self, at: usize) -> bool {
        self.scan
            .answer(at, Question::Verb, || self.scan.words.short(at).is_some_and(|word| is_verb(word, MOST_PARTICLES)))
    }

    /// Whether an unknown word is an ordinary one in a form that the lexicon
    /// does not list: with an ending, a prefix, or a verb's person.
    pub(super) fn is_ordinary(self, at: usize) -> bool {
        self.scan.answer(at, Question::Ordinary, || {
            let folded = self.scan.words.folded(at);
            let verb =
                self.is_verb(at) || is_imperfect(folded) || self.scan.words.short(at).is_some_and(derived_of_verb);
            verb || has_arabic_form(folded) || is_elative(self.scan.words.surface(at)) || self.derived(at)
        })
    }

    /// Whether an ordinary phrase that begins at a word goes on beyond the word before `end`: `مسقط رأسه`.
    pub(super) fn begins_phrase(self, at: usize, end: usize) -> bool {
        let longer = |hit: &Hit, word| (hit.end > end && matches!(word, TagWord::Common(_))).then_some(());
        self.scan.tag(at, Kinds::COMMON, longer).is_some()
    }

    /// Whether a verb such as `قال` stands right before a word.
    pub(super) fn is_subject(self, at: usize) -> bool {
        self.follows_verb(at, is_speech)
    }

    /// Whether a verb of saying, `قال` or `يقول`, stands right before a word.
    pub(super) fn is_speaker(self, at: usize) -> bool {
        self.follows_verb(at, is_saying)
    }

    /// Whether a verb that a person is the subject of stands right before a word: `كتب`, `تزوج`.
    pub(super) fn is_agent(self, at: usize) -> bool {
        self.follows_verb(at, is_personal)
    }

    /// Whether a verb of a kind that leads to a person's name stands right before a word.
    fn follows_verb(self, at: usize, is: impl Fn(Short) -> bool) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = || self.scan.words.short(before);
        self.scan.answer(before, Question::Leading, || word().is_some_and(leads_to_person))
            && self.next(at).is_some()
            && word().is_some_and(is)
    }

    /// Whether a word bears the mark of an indefinite noun in the accusative.
    pub(super) fn is_accusative(self, at: usize) -> bool {
        self.scan.words.surface(at).contains('\u{064B}') // ARABIC FATHATAN
    }

    /// Whether the alef that a word ends in is that of its case: `درعًا` is no `درعا`, `كريمًا` not ك and `ريما`.
    pub(super) fn ends_in_case(self, at: usize) -> bool {
        self.is_accusative(at) && self.scan.words.codes_at(at).ends_with(&[ALEF])
    }

    /// Whether an unknown word that looks like a name is spelt as foreign ones are.
    pub(super) fn is_foreign(self, at: usize) -> bool {
        self.scan.answer(at, Question::Foreign, || {
            self.is_unknown(at)
                && is_foreign(self.scan.words.codes_at(at))
                && !self.is_accusative(at)
                && !self.is_definite(at)
                && !self.is_attached_definite(at)
                && self.is_proper(at)
        })
    }

    /// Whether a word that the lexicon lacks is an ordinary one with an ending or prefix.
    fn derived(self, at: usize) -> bool {
        const OWNERS: [Short; 6] = shorts(["ها", "هما", "هم", "هن", "نا", "ه"]);
        const ENDINGS: [Short; 11] = shorts(["تين", "تان", "ات", "ون", "ين", "ان", "وا", "ا", "ت", "ي", "و"]);
        const BEGINNINGS: [Short; 12] = shorts(["وال", "بال", "كال", "فال", "لل", "ال", "وب", "ول", "و", "ب", "ل", ""]);
        const TEH_MARBUTA: Short = Short::new("ه");
        const SEATED: [Short; 2] = shorts(["اي", "او"]);
        let Some(word) = self.scan.words.short(at) else { return false };
        let ordinary = |stem: Short| {
            stem.len() > 2
                && self.scan.lookup(stem, |sense| match sense {
                    Sense::Tag(TagWord::Common(class)) => !matches!(class, Class::Function | Class::Locative),
                    Sense::Tag(TagWord::Post(_) | TagWord::Profession | TagWord::Rank | TagWord::Honorific) => true,
                    _ => false,
                })
        };
        BEGINNINGS.iter().filter_map(|&beginning| word.strip_prefix(beginning)).any(|bare| {
            let owned = OWNERS.iter().map(|&owner| (owner, true));
            let mut endings = owned.chain(ENDINGS.iter().map(|&ending| (ending, false)));
            endings.any(|(ending, owned)| {
                let Some(stem) = bare.strip_suffix(ending) else { return false };
                // A feminine stem writes its teh marbuta open before a suffix, and loses it before another.
                let open = stem.strip_suffix(Short::new("ت")).and_then(|stem| stem.with(TEH_MARBUTA));
                let closed = stem.with(TEH_MARBUTA);
                // A final hamza takes a seat before an owner: `أعضائها`.
                let seated = owned.then(|| stem.strip_end(&SEATED)?.with(Short::new("اء"))).flatten();
                ordinary(stem) || [open, closed, seated].into_iter().flatten().any(ordinary)
            })
        })
    }

    /// Where the text of `start..end` lies, `proclitics` before it left out.
    pub(super) fn span(self, start: usize, end: usize, proclitics: Proclitics) -> crate::Span {
        self.scan.span(start, end, proclitics)
    }
}

/// Whether an unknown word has the form of an imperfect verb: `يهدف`, `تتساوى`.
fn is_imperfect(folded: &str) -> bool {
    let letters = folded.chars().count();
    let reflexive = letters > 4 && (folded.starts_with("تت") || folded.starts_with("يت"));
    reflexive
        || folded.starts_with('ي')
            && (4..=6).contains(&letters)
            && !folded.chars().nth(1).is_some_and(|c| "اوي".contains(c))
}

/// Whether a word is a verb that we know, with its object (`أجراها`), or spelt as one behind a preposition (`بخفض`).
fn derived_of_verb(word: Short) -> bool {
    const BEFORE: [Short; 2] = shorts(["ب", "ل"]);
    const PERSONS: [Short; 4] = shorts(["ا", "ت", "ن", "ي"]);
    const OBJECTS: [Short; 4] = [Short::new("ها"), Short::new("هم"), Short::new("هما"), Short::new("ه")];
    // A weak verb writes its last letter as alef before an object.
    let weak = |verb: Short| verb.strip_suffix(Short::new("ا")).and_then(|stem| stem.with(Short::new("ي")));
    let is_verb = |verb: Short| is_verb(verb, MOST_PARTICLES);
    // Not `باتي`: an imperfect is no noun.
    let imperfect = |noun: Short| noun.strip_start(&PERSONS).is_some();
    let governed = word.strip_start(&BEFORE).is_some_and(|noun| noun.len() == 3 && !imperfect(noun) && is_verb(noun));
    // `بتغلبه`, not `بيليه`: a noun of action spelt as its verb, with a pronoun.
    let noun = |noun: Short| noun.strip_start(&BEFORE).filter(|verb| verb.len() > 3);
    governed
        || word.strip_end(&OBJECTS).is_some_and(|verb| {
            verb.len() > 2 && (is_verb(verb) || weak(verb).is_some_and(is_verb) || noun(verb).is_some_and(is_verb))
        })
}

/// Whether a word has the form of a comparative: `أصعب`.
fn is_elative(surface: &str) -> bool {
    let stem = surface.strip_prefix('\u{0623}'); // ARABIC LETTER ALEF WITH HAMZA ABOVE
    stem.is_some_and(|stem| stem.chars().count() == 3 && !stem.contains(['ا', 'و', 'ي', 'ى', 'ة', 'ه']))
}

/// Whether an unknown word, or what is left of it without particles and
/// pronouns, has a form that no foreign name is likely to have: of a noun of
/// action (`استخدام`, `اختبار`, `انقسام`, `تقديم`, `إمضاء`), of such a verb (`انصرف`),
/// of a plural (`أفكار`), or of a passive participle (`مفهوم`).
fn has_arabic_form(folded: &str) -> bool {
    const BEFORE: [&str; 8] = ["", "ال", "و", "ب", "ل", "بال", "وال", "لل"];
    const AFTER: [&str; 7] = ["", "ه", "ها", "هم", "نا", "ات", "ا"];
    let bare = BEFORE.iter().filter_map(|before| folded.strip_prefix(before));
    bare.flat_map(|bare| AFTER.iter().filter_map(move |after| bare.strip_suffix(after))).any(|stem| {
        let mut letters = ['\0'; 8];
        letters.iter_mut().zip(stem.chars()).for_each(|(to, c)| *to = c);
        let weak = |c: char| "اوي".contains(c);
        match letters {
            ['ا', 'س', 'ت', _, _, 'ا', last, '\0'] => last != '\0',
            ['ا', 'س', 'ت', first, second, third, '\0', _] => !weak(first) && !weak(second) && !weak(third),
            ['ا', 'ن', first, second, third, '\0', ..] | ['ا', first, 'ت', second, third, '\0', ..] => {
                !weak(first) && !weak(second) && !weak(third) && third != '\0'
            }
            ['ا', first, second, 'ا', third, '\0', ..] => {
                !weak(first) && !weak(second) && !weak(third) && third != '\0'
            }
            ['ا', _, 'ت', _, 'ا', last, '\0', _] | ['ا', 'ن', _, _, 'ا', last, '\0', _] => last != '\0',
            // `تقديم`, `توقيف`
            ['ت', second, third, 'ي', last, '\0', ..] => {
                (!weak(second) || second == 'و') && !weak(third) && !weak(last) && last != '\0'
            }
            ['م', second, third, 'و', last, '\0', ..] => !weak(second) && !weak(third) && !weak(last) && last != '\0',
            _ => false,
        }
    })
}

/// Whether a single word is an ordinary one when read with fewer proclitics: `بها` is not ب and `ها`.
pub(super) fn ordinary(view: View<'_, '_, '_>, hit: &Hit) -> bool {
    let letters = hit.proclitics.letters();
    if letters == 0 || hit.end != hit.start + 1 {
        return false;
    }
    let plainer = |other: &Hit| other.end == hit.end && other.proclitics.letters() < letters;
    // No verb has آ after such a letter: `وآسيا`.
    let madda = || view.scan.words.surface(hit.start).chars().nth(letters) == Some('\u{0622}'); // ARABIC LETTER ALEF WITH MADDA ABOVE
    view.scan.words.short(hit.start).is_some_and(|word| is_verb(word, letters - 1)) && !madda()
        || view
            .scan
            .senses(hit.start)
            .any(|(other, sense)| plainer(&other) && matches!(sense, Sense::Tag(_) | Sense::Date(_) | Sense::Number(_)))
}
