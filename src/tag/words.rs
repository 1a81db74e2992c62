//! The words of the name grammars, from `seeds/lexicon`.

use core::cmp::Ordering;
use core::str::FromStr;
use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::shape::is_surely_foreign;
use crate::EntityKind;
use crate::gazetteer::rows;
use crate::text::encode;

/// What a word does around or inside a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TagWord {
    /// The head of a post: `رئيس`, `وزير`.
    Post(Takes),
    /// A military or police rank.
    Rank,
    /// A word of respect before a name.
    Honorific,
    /// What somebody does: `صحفي`.
    Profession,
    /// What may stand between a title and the name: `السابق`.
    AfterTitle,
    /// A noun that begins or introduces a name of a kind.
    Cue(Cue),
    /// What a ministry or minister is for: `الخارجية`.
    Portfolio,
    /// A part of a person's name.
    Name(NamePart),
    /// What joins parts of a name: `بن`.
    Connector(Joint),
    /// An ordinary word, which no unknown name contains.
    Common(Class),
}

/// Where a connector stands in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    /// Between two parts: `بن`.
    Between,
    /// Between two parts, or first: `أبو`.
    Kunya,
    /// The same, in foreign names: `دي`.
    Particle,
    /// After another connector of foreign names: `دو لا`.
    Article,
}

impl Joint {
    /// Whether a name can begin with it.
    pub(crate) const fn begins(self) -> bool {
        matches!(self, Self::Kunya | Self::Particle)
    }
}

/// How the complement of a post follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    /// In construct: `وزير الخارجية`.
    Iddafa,
    /// None: `الرئيس`.
    Alone,
    /// Either.
    Both,
    /// Either, and in construct any field too: `وزير الأشغال`.
    Field,
    /// Either, and in construct only a place: `ملك الأردن`.
    Place,
}

/// A cue noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    pub(crate) kind: EntityKind,
    pub(crate) role: Role,
    pub(crate) feminine: bool,
}

/// How a cue noun and a name stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Belongs to the name, and any definite tail makes it one: `وزارة`.
    Strong,
    /// The same, but not to a name that stands without it: `وكالة الطاقة الذرية`, `وكالة رويترز`.
    Loose,
    /// Belongs to the name, when the tail holds something proper or unknown: `منظمة`.
    Head,
    /// Like a head, and a number makes a name of it too: `اللواء الثاني`.
    Unit,
    /// Belongs to the name, when the tail holds a known name: `مركز`.
    Weak,
    /// Belongs to the name, when a nationality ends it: `قيادة الجيش اللبناني`; nobody's `إدارة` is a name.
    Office,
    /// Belongs to the name with that of a country, and nothing after it does: `منتخب مصر` لكرة القدم.
    Team,
    /// Introduces a name that is known or unknown, belongs to one of common words: `شركة نوكيا`, `شركة النفط الوطنية`.
    Either,
    /// Only introduces the name: `مدينة`.
    Intro,
    /// Introduces a name, and any definite word after it is one: `حي السلام`.
    Quarter,
    /// Introduces several names: `مدن`.
    Several,
    /// Introduces a name, but is as often something else: `قضاء` (a district, spending), `مقاطعة` (a county, a boycott).
    Doubtful,
    /// The first word of many names of places: `كفر`.
    First,
    /// Often stands before a name of the kind, and says that it is one: `سكان`.
    Before,
    /// What bodies are for, after ل or و: `مركز الخليج للأبحاث`.
    Field,
    /// Ends the names of firms: `هولدنغ`.
    Last,
}

impl Role {
    /// Whether the noun can stand before the name and be no part of it.
    pub(crate) const fn introduces(self) -> bool {
        matches!(self, Self::Intro | Self::Quarter | Self::Several | Self::Doubtful | Self::Either | Self::Loose)
    }

    /// Whether the noun is the first word of the name.
    pub(crate) const fn is_head(self) -> bool {
        matches!(
            self,
            Self::Strong
                | Self::Loose
                | Self::Head
                | Self::Unit
                | Self::Weak
                | Self::Office
                | Self::Team
                | Self::Either
        )
    }

    /// Whether any definite tail makes a name with the noun.
    pub(crate) const fn takes_any(self) -> bool {
        matches!(self, Self::Strong | Self::Loose)
    }
}

/// A part of a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NamePart {
    /// Can be the first part.
    pub(crate) given: bool,
    /// Can be the last part.
    pub(crate) family: bool,
    /// Also an ordinary word.
    pub(crate) common: bool,
    /// Names somebody by itself: `أينشتاين`, `بوش`.
    pub(crate) alone: bool,
    /// Only its spelling says that it can stand by itself.
    pub(crate) spelt: bool,
    /// A word of respect after a name: `نوبار باشا`.
    pub(crate) respect: bool,
    /// Written with the article: `الرازي`.
    pub(crate) definite: bool,
    /// Written with yeh or alef maqsura at the end, which folding confuses: `علي`, not `على`.
    pub(crate) final_yeh: Option<char>,
}

/// The word class of an ordinary word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Noun,
    Adjective,
    /// An adjective of names of bodies: `العام`, `المشتركة`.
    Institutional,
    Function,
    /// A preposition of place: `في`.
    Locative,
    Adverb,
}

/// How much an adjective says of a body that it follows, when that is little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// It tells of a session, not of who meets, or of anything at all: `جلسة مجلس الوزراء الأسبوعية`, `وكالة الأنباء الرسمية`.
    Passing,
    /// It fits many bodies, and names none alone: `المنظمة الدولية`.
    Many,
}

/// By the codes of masculine and feminine forms.
static SCOPES: Lazy<HashMap<Vec<u8>, Scope>> = Lazy::new(|| {
    let table = rows(include_str!("../../seeds/lexicon/adjectives.tsv"));
    let read = table.filter_map(|row| Some((*row.first()?, scope(&row)?)));
    read.flat_map(|(word, scope)| [(encode(word), scope), (encode(&format!("{word}ة")), scope)]).collect()
});

impl Scope {
    /// That of a definite adjective of these codes.
    pub(super) fn of(codes: &[u8]) -> Option<Self> {
        SCOPES.get(codes).copied()
    }
}

/// What a word does beside a name, and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// Stands between a team and the one that it plays: `على`.
    Against,
    /// The second half of given names and of what rulers are called: `الدين`, `بالله`.
    Half,
    /// Stands for the name of a town: `المدينة`.
    Town,
    /// Stands before a verb, and seldom before a name: `الذي`.
    Verb,
}

/// By the codes of words, the shortest first.
static BESIDE: Lazy<Vec<(Vec<u8>, Beside)>> = Lazy::new(|| {
    let table = rows(include_str!("../../seeds/lexicon/beside_names.tsv"));
    let mut words: Vec<_> = table.filter_map(|row| Some((encode(row.first()?), beside(&row)?))).collect();
    words.sort_unstable_by(|(one, _), (other, _)| by_length(one, other));
    words
});

impl Beside {
    /// That of a word of these codes.
    pub(super) fn of(codes: &[u8]) -> Option<Self> {
        let found = BESIDE.binary_search_by(|(word, _)| by_length(word, codes)).ok()?;
        BESIDE.get(found).map(|&(_, beside)| beside)
    }
}

/// The order of words by their length, which most differ in, then by their codes.
fn by_length(one: &[u8], other: &[u8]) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

/// Calls `add` with every word of the name grammars and what it means.
pub(crate) fn words(add: &mut dyn FnMut(&str, TagWord)) {
    table(include_str!("../../seeds/lexicon/titles.tsv"), title, add);
    table(include_str!("../../seeds/lexicon/cues.tsv"), cue, add);
    for row in rows(include_str!("../../seeds/lexicon/portfolios.tsv")) {
        row.get(1).into_iter().for_each(|portfolio| add(portfolio, TagWord::Portfolio));
    }
    table(include_str!("../../seeds/lexicon/names.tsv"), name_part, add);
    table(include_str!("../../seeds/lexicon/imported_names.tsv"), name_part, add);
    table(include_str!("../../seeds/lexicon/words.tsv"), common, add);
}

/// How the words of a table are spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// As names of other languages are.
    Foreign,
    /// As Arabic words are.
    Arabic,
}

/// Calls `add` with single words without the article of which the tables tell how they are spelt.
pub(super) fn spellings(add: &mut dyn FnMut(&str, Spelling)) {
    let mut add = |word: &str, spelling| {
        if !word.contains(' ') && !word.starts_with("ال") {
            add(word, spelling);
        }
    };
    for row in rows(include_str!("../../seeds/lexicon/imported_names.tsv")) {
        if let &[name, _, _, "rigour"] = row.as_slice() {
            add(name, Spelling::Foreign);
        }
    }
    for row in rows(include_str!("../../seeds/lexicon/names.tsv")) {
        // Hardly any other language has these letters.
        if let Some(&name) = row.first().filter(|name| row.get(2) == Some(&"") && !name.contains(ARABIC_ONLY)) {
            add(name, Spelling::Foreign);
        }
    }
    for row in rows(include_str!("../../seeds/lexicon/words.tsv")) {
        row.first().into_iter().for_each(|word| add(word, Spelling::Arabic));
    }
    for row in rows(include_str!("../../seeds/lexicon/verbs.tsv")) {
        row.iter().take(2).for_each(|verb| add(verb, Spelling::Arabic));
    }
}

/// Letters that foreign names are seldom spelt with.
const ARABIC_ONLY: [char; 8] = ['ح', 'ع', 'ص', 'ض', 'ط', 'ظ', 'ق', 'ث'];

/// Reads one table; the test below wants no row skipped.
fn table(text: &'static str, read: fn(&[&str]) -> Option<TagWord>, add: &mut dyn FnMut(&str, TagWord)) {
    for row in rows(text) {
        if let (Some(word), Some(sense)) = (row.first(), read(&row)) {
            add(word, sense);
        }
    }
}

fn title(row: &[&str]) -> Option<TagWord> {
    let &[_, class, takes] = row else { return None };
    let takes = match takes {
        "iddafa" | "" => Takes::Iddafa,
        "alone" => Takes::Alone,
        "both" => Takes::Both,
        "field" => Takes::Field,
        "place" => Takes::Place,
        _ => return None,
    };
    match class {
        "post" => Some(TagWord::Post(takes)),
        "rank" => Some(TagWord::Rank),
        "honorific" => Some(TagWord::Honorific),
        "profession" => Some(TagWord::Profession),
        "after" => Some(TagWord::AfterTitle),
        _ => None,
    }
}

fn cue(row: &[&str]) -> Option<TagWord> {
    let &[_, kind, usage, gender] = row else { return None };
    let role = match usage {
        "strong" => Role::Strong,
        "loose" => Role::Loose,
        "head" => Role::Head,
        "unit" => Role::Unit,
        "weak" => Role::Weak,
        "office" => Role::Office,
        "team" => Role::Team,
        "either" => Role::Either,
        "quarter" => Role::Quarter,
        "several" => Role::Several,
        "field" => Role::Field,
        "last" => Role::Last,
        "intro" => Role::Intro,
        "doubtful" => Role::Doubtful,
        "first" => Role::First,
        "before" => Role::Before,
        _ => return None,
    };
    let feminine = match gender {
        "f" => true,
        "m" => false,
        _ => return None,
    };
    Some(TagWord::Cue(Cue { kind: EntityKind::from_str(kind).ok()?, role, feminine }))
}

fn name_part(row: &[&str]) -> Option<TagWord> {
    // An imported row says last where it comes from.
    let (&[word, role, common] | &[word, role, common, _]) = row else { return None };
    let (given, family) = match role {
        "connector" => return Some(TagWord::Connector(Joint::Between)),
        "kunya" => return Some(TagWord::Connector(Joint::Kunya)),
        "particle" => return Some(TagWord::Connector(Joint::Particle)),
        "article" => return Some(TagWord::Connector(Joint::Article)),
        "given" => (true, false),
        "family" | "respect" => (false, true),
        "both" => (true, true),
        _ => return None,
    };
    let (common, sure) = match common {
        "yes" => (true, false),
        "alone" => (false, true),
        "" => (false, false),
        _ => return None,
    };
    // Only where the other letter makes an ordinary word: `على`.
    let final_yeh = word.chars().last().filter(|c| ['\u{064A}', '\u{0649}'].contains(c));
    let final_yeh = final_yeh.filter(|_| common || word.ends_with("\u{0639}\u{0644}\u{064A}"));
    let alone = sure || !common && names_alone(row);
    let spelt = !alone && !common && is_spelt_alone(word);
    let definite = word.starts_with("ال");
    let respect = role == "respect";
    Some(TagWord::Name(NamePart { given, family, common, alone: alone || spelt, spelt, respect, definite, final_yeh }))
}

/// Whether a part that is no ordinary word needs no other beside it. Of what
/// Arabs are called, many parts are words as well that nobody has marked so:
/// those of the imported lists, and those with the article (`الشرقاوي`).
fn names_alone(row: &[&str]) -> bool {
    let &[word, _, _, ref source @ ..] = row else { return false };
    let several = word.contains(' ') || word.starts_with("ال");
    !several && source.first().is_none_or(|&source| source == "rigour")
}

/// Whether a part is spelt so that it can hardly be an Arabic word: `راوول`.
fn is_spelt_alone(word: &str) -> bool {
    !word.contains(' ') && !word.starts_with("ال") && is_surely_foreign(&encode(word))
}

fn scope(row: &[&str]) -> Option<Scope> {
    match row {
        [_, "passing"] => Some(Scope::Passing),
        [_, "many"] => Some(Scope::Many),
        _ => None,
    }
}

fn beside(row: &[&str]) -> Option<Beside> {
    match row {
        [_, "against"] => Some(Beside::Against),
        [_, "half"] => Some(Beside::Half),
        [_, "town"] => Some(Beside::Town),
        [_, "verb"] => Some(Beside::Verb),
        _ => None,
    }
}

fn common(row: &[&str]) -> Option<TagWord> {
    let &[_, class] = row else { return None };
    let class = match class {
        "noun" => Class::Noun,
        "adjective" => Class::Adjective,
        "institutional" => Class::Institutional,
        "function" => Class::Function,
        "locative" => Class::Locative,
        "adverb" => Class::Adverb,
        _ => return None,
    };
    Some(TagWord::Common(class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for (name, text, read) in [
            ("titles", include_str!("../../seeds/lexicon/titles.tsv"), title as fn(&[&str]) -> Option<TagWord>),
            ("cues", include_str!("../../seeds/lexicon/cues.tsv"), cue),
            ("names", include_str!("../../seeds/lexicon/names.tsv"), name_part),
            ("imported_names", include_str!("../../seeds/lexicon/imported_names.tsv"), name_part),
            ("words", include_str!("../../seeds/lexicon/words.tsv"), common),
        ] {
            let mut seen = 0;
            for row in rows(text) {
                assert!(read(&row).is_some(), "seeds/lexicon/{name}.tsv: {row:?}");
                seen += 1;
            }
            assert!(seen > 0, "seeds/lexicon/{name}.tsv is empty");
        }
        let adjectives = rows(include_str!("../../seeds/lexicon/adjectives.tsv"));
        assert!(adjectives.count() * 2 == SCOPES.len() && !SCOPES.is_empty());
        let beside = rows(include_str!("../../seeds/lexicon/beside_names.tsv"));
        let apart = BESIDE.is_sorted_by(|(one, _), (other, _)| by_length(one, other).is_lt());
        assert!(beside.count() == BESIDE.len() && apart);
    }
}
