//! The words of numbers, from `seeds/lexicon`.

use once_cell::sync::Lazy;
use rust_decimal::Decimal;

use crate::gazetteer::{Hit, rows};
use crate::lexicon::{Kinds, Scan};
use crate::text::{ShortMap, Words, head};

const NUMBERS: &str = include_str!("../../seeds/lexicon/numbers.tsv");
const UNITS: &str = include_str!("../../seeds/lexicon/units.tsv");
const CURRENCIES: &str = include_str!("../../seeds/lexicon/currencies.tsv");

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct NumberWord {
    pub(crate) role: Role,
    /// A letter that the source must have. Folding makes `مئتا` (two hundred) and the company `ميتا` one word.
    letter: Option<char>,
}

impl NumberWord {
    /// Whether the source has the letter that the word insists on, or writes it in an unclear way.
    pub(crate) fn is_spelled(&self, words: &Words<'_>, at: usize) -> bool {
        let Some(letter) = self.letter else { return true };
        words.surface(at).chars().any(|c| match letter {
            // YEH WITH HAMZA ABOVE, also decomposed and as presentation forms.
            '\u{0626}' => matches!(c, '\u{0626}' | '\u{0654}' | '\u{FE89}'..='\u{FE8C}'),
            // ALEF MAKSURA, FARSI YEH, which is drawn like it, and presentation forms.
            '\u{0649}' => matches!(c, '\u{0649}' | '\u{06CC}' | '\u{FEEF}' | '\u{FEF0}'),
            _ => c == letter,
        })
    }
}

/// The part of a number that a word can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Role {
    /// 0 to 9.
    Unit(u8),
    /// A unit that only stands in a compound: `إحدى عشرة`, `اثنا عشر`.
    Part(u8),
    /// `عشرة`, which also makes the teens.
    Ten,
    /// A teen in one word, as in speech: `خمستاشر`.
    Teen(u8),
    Tens(u8),
    Hundreds(u16),
    /// `مية`, `ميتين`, as in speech: also water and the dead, so that more of the number must follow.
    SpokenHundred(u16),
    /// `ميات`, after its count.
    SpokenHundreds,
    /// So many thousands in one word, as in speech: `خمستلاف`.
    Thousands(u8),
    /// A power of ten from `ألف` on.
    Scale(u8, Count),
    /// `عشرات`, `مئات`: at least that many.
    Vague(u16),
    /// `بضعة`: at least and at most that many.
    Few(u8, u8),
    /// `نيف`: the same beside tens, and alone nothing.
    Odd(u8, u8),
    Ordinal {
        value: u8,
        /// Whether the word is listed with its article.
        definite: bool,
    },
    /// An ordinal that only stands in a compound: `الحادي عشر`.
    OrdinalPart(u8),
    Fraction {
        over: u8,
        under: u8,
        /// Whether it is a number without a unit or scale after it: `ثلثي`, and not `نصف`.
        alone: bool,
    },
    /// Two of a fraction that is spelled as a number too, before what it is of: `خمسا المساحة`.
    TwoParts(u8),
    /// The plural of a fraction: `أرباع`, after a number.
    Share(u8),
    /// `نحو`, before a number.
    About,
    /// `تقريبا`, after one.
    AboutAfter,
    /// `أكثر من`, `لا يقل عن`, before a number.
    Bound(Side),
    /// `على الأقل`, `فأكثر`, after one.
    BoundAfter(Side),
    Between,
    From,
    To,
    /// `في المئة`, `في الألف`, and the id of that unit.
    Percent(&'static str),
    Minus,
    /// `فاصلة`: the decimal point.
    Point,
    /// `بعد`, as in `الأول بعد المئة`.
    After,
    /// A phrase that holds a number word and is no number: `كانون الثاني`, `فريق أول`.
    Phrase,
    Measure(Measure),
    /// A part of a currency: `سنت`.
    Minor(Minor),
    /// `إلا`
    Except,
    /// `تحت الصفر`, after degrees.
    BelowZero,
    /// `هاتف`, `رقم`: digits behind it count nothing when they are so many.
    Telephone(u8),
    /// `إصدار`: digits with a dot behind it are no decimal.
    Version,
    /// `بنتيجة`, `فاز`: digits behind it may be a score.
    Score,
    /// `ارتفع`: what changed by one amount to another is no range between them.
    Change,
    /// A plural that does not look like one: `الجنود العشرون` are twenty.
    Plural,
    /// `آيفون`: digits behind it say which model.
    Model,
    /// `مرة`, `شخص`: what people count with words that mean something else too, as `مية`.
    Counted,
    /// `رقم`, `المادة`: digits behind it say which, not how many.
    Label {
        /// Whether it does only with its article: `الدقيقة 78`.
        definite: bool,
    },
    /// `مقاتلة`: the name of a letter and digits behind it say which type.
    Typed,
    /// A noun that a number with an article ranks: `الذكرى الـ50`.
    Ranked,
    /// A nationality, which tells which currency of a family is meant.
    Nationality(Currency),
}

impl Role {
    /// What an amount can begin with it as.
    pub(crate) const fn parts(self) -> Parts {
        match self {
            Self::Unit(_) | Self::Ten => Parts::CARDINAL.and(Parts::FRACTION),
            Self::Part(_)
            | Self::Teen(_)
            | Self::Tens(_)
            | Self::Hundreds(_)
            | Self::SpokenHundred(_)
            | Self::Thousands(_) => Parts::CARDINAL,
            Self::Scale(_, Count::Many) => Parts::CARDINAL.and(Parts::VAGUE),
            Self::Scale(..) => Parts::CARDINAL,
            Self::Vague(_) | Self::Few(..) | Self::Odd(..) => Parts::VAGUE,
            Self::Ordinal { .. } | Self::OrdinalPart(_) => Parts::ORDINAL,
            Self::Fraction { .. } | Self::TwoParts(_) => Parts::FRACTION,
            Self::Minus => Parts::MINUS,
            Self::Measure(_) | Self::Minor(_) => Parts::MEASURE,
            Self::About | Self::Bound(_) | Self::Between | Self::From | Self::Percent(_) | Self::Phrase => Parts::LEADS,
            _ => Parts::NONE,
        }
    }

    /// Whether it can stand right behind a number, to count something or to change its value.
    pub(super) const fn follows(self) -> bool {
        matches!(self, Self::Measure(_) | Self::Minor(_) | Self::Percent(_) | Self::Except | Self::BelowZero)
    }

    /// Whether a cardinal, ordinal or fraction in words can begin with it.
    pub(crate) const fn begins(self) -> bool {
        self.parts().any(Parts::NUMBER)
    }
}

/// What an amount can begin with a word as, as bits. The lexicon keeps them by pattern, and a scan by word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts(u8);

impl Parts {
    pub(crate) const NONE: Self = Self(0);
    pub(super) const CARDINAL: Self = Self(1);
    pub(super) const ORDINAL: Self = Self(1 << 1);
    pub(super) const FRACTION: Self = Self(1 << 2);
    pub(super) const VAGUE: Self = Self(1 << 3);
    /// The word for a minus sign.
    pub(super) const MINUS: Self = Self(1 << 4);
    /// What is counted: one or two of it.
    pub(super) const MEASURE: Self = Self(1 << 5);
    /// What can stand before an amount, or keeps one from beginning.
    pub(super) const LEADS: Self = Self(1 << 6);
    /// Those of digits.
    pub(super) const DIGITS: Self = Self::CARDINAL.and(Self::FRACTION);
    /// Any number.
    pub(super) const NUMBER: Self = Self::CARDINAL.and(Self::ORDINAL).and(Self::FRACTION).and(Self::VAGUE);
    /// Any amount, or what stands before one.
    pub(crate) const ANY: Self = Self::AMOUNT.and(Self::LEADS);
    /// Any amount.
    pub(super) const AMOUNT: Self = Self::NUMBER.and(Self::MINUS).and(Self::MEASURE);

    pub(crate) const fn new(bits: u8) -> Self {
        Self(bits)
    }

    pub(crate) const fn bits(self) -> u8 {
        self.0
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has one of these.
    pub(super) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

/// Which way a bound leaves a number open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// That much and more.
    More,
    /// That much and less.
    Less,
}

/// How many of its power a scale word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    /// `ألف`.
    One,
    /// `ألفان`, `ألفي`.
    Two,
    /// `آلاف`.
    Many,
    /// `ألفا`: one with tanween, or two in construct.
    OneOrTwo,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Measure {
    pub(crate) of: Unit,
    pub(crate) form: Form,
}

/// How many of a unit its word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// `كيلومتر`
    One,
    /// Two of it without a number: `كيلومترين`.
    Two,
    /// Plurals, and abbreviations and signs, which do not say.
    Any,
}

/// A unit of measurement or a currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Unit {
    /// A CLDR unit id.
    Of(&'static str),
    /// A unit without one: a feddan is no acre.
    Unlisted,
    Money(Currency),
}

/// A currency such as the dinar, and the ISO 4217 code when it is known whose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Currency {
    pub(crate) family: &'static str,
    pub(crate) code: Option<&'static str>,
}

/// A hundredth or thousandth of the currencies of a family.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Minor {
    pub(crate) money: Currency,
    /// How many make one.
    pub(crate) parts: u64,
    /// Two of it without a number: `سنتان`.
    pub(crate) dual: bool,
}

/// Calls `add` with every word of the number grammar and what it means.
pub(crate) fn words(add: &mut dyn FnMut(&str, &'static NumberWord)) {
    static WORDS: Lazy<Vec<(String, NumberWord)>> = Lazy::new(|| {
        let mut words = Vec::new();
        read_words(&mut |text, word| words.push((text.to_owned(), word)));
        words
    });
    WORDS.iter().for_each(|(text, word)| add(text, word));
}

/// The same, read from the tables.
fn read_words(add: &mut dyn FnMut(&str, NumberWord)) {
    for row in rows(NUMBERS) {
        if let Some((word, number)) = number_row(&row) {
            add(word, number);
        }
    }
    for (word, class, role) in measures().filter(|&(_, class, _)| !class.starts_with("latin")) {
        let number = NumberWord { role, letter: None };
        add(word, number);
        if class == "singular" {
            add(&with_ending(word, "ا"), number);
            // `كيلو مترا`
            if word.contains(' ') {
                add(&format!("{word}ا"), number);
            }
        }
        if matches!(class, "singular" | "feminine" | "form") {
            // `الكيلومتر المربع`, `ملايين الأمتار المكعبة`
            if let Some((noun, adjective)) = word.rsplit_once(' ') {
                add(&format!("{noun} ال{adjective}"), number);
            }
        } else if class == "adjective" {
            for ending in ["ا", "ة", "ان", "ين", "تان", "تين"] {
                add(&with_ending(word, ending), number);
            }
        }
    }
}

/// The unit or currency that a symbol or a Latin word stands for.
pub(crate) fn symbol(surface: &str) -> Option<Role> {
    static SYMBOLS: Lazy<ShortMap<Role>> = Lazy::new(|| {
        let latin = measures().filter(|&(_, class, _)| class.starts_with("latin"));
        latin.map(|(word, _, role)| (head(word.as_bytes()), role)).collect()
    });
    let known = |s: &str| SYMBOLS.get(&head(s.as_bytes())).copied();
    match surface.len() {
        // `5 m` are metres, `5 M` are not.
        1 => known(surface),
        // The longest key has five bytes.
        2..=8 => known(surface).or_else(|| known(&surface.to_lowercase())),
        _ => None,
    }
}

/// The rows of the tables of units and of currencies: word, class, meaning.
fn measures() -> impl Iterator<Item = (&'static str, &'static str, Role)> {
    rows(UNITS).filter_map(|row| unit_row(&row)).chain(rows(CURRENCIES).filter_map(|row| currency_row(&row)))
}

fn unit_row(row: &[&'static str]) -> Option<(&'static str, &'static str, Role)> {
    let &[word, class, unit] = row else { return None };
    let of = if unit == "-" { Unit::Unlisted } else { Unit::Of(unit) };
    Some((word, class, Role::Measure(Measure { of, form: form(class)? })))
}

fn form(class: &str) -> Option<Form> {
    Some(match class {
        "singular" | "feminine" => Form::One,
        "dual" => Form::Two,
        "form" | "latin" => Form::Any,
        _ => return None,
    })
}

fn currency_row(row: &[&'static str]) -> Option<(&'static str, &'static str, Role)> {
    let &[word, class, family, code] = row else { return None };
    let money = Currency { family, code: Some(code).filter(|&c| c != "-") };
    let role = match class {
        "singular" | "dual" | "form" | "latin" => Role::Measure(Measure { of: Unit::Money(money), form: form(class)? }),
        "adjective" => Role::Nationality(money),
        "hundredth" | "latin-hundredth" => Role::Minor(Minor { money, parts: 100, dual: false }),
        "hundredth-dual" => Role::Minor(Minor { money, parts: 100, dual: true }),
        "thousandth" => Role::Minor(Minor { money, parts: 1000, dual: false }),
        "thousandth-dual" => Role::Minor(Minor { money, parts: 1000, dual: true }),
        _ => return None,
    };
    Some((word, class, role))
}

fn number_row(row: &[&'static str]) -> Option<(&'static str, NumberWord)> {
    let &[word, class, value, letter] = row else { return None };
    let small = || value.parse::<u8>().ok();
    let pair = || {
        let (a, b) = value.split_once('/')?;
        Some((a.parse::<u8>().ok()?, b.parse::<u8>().ok()?))
    };
    let role = match class {
        "unit" => Role::Unit(small()?),
        "part" => Role::Part(small()?),
        "ten" => Role::Ten,
        "teen" => Role::Teen(small()?),
        "tens" => Role::Tens(small()?),
        "hundreds" => Role::Hundreds(value.parse().ok()?),
        "spoken-hundred" => Role::SpokenHundred(value.parse().ok()?),
        "spoken-hundreds" => Role::SpokenHundreds,
        "telephone" => Role::Telephone(small()?),
        "version" => Role::Version,
        "scale" => Role::Scale(small()?, Count::One),
        "scale-dual" => Role::Scale(small()?, Count::Two),
        "scale-plural" => Role::Scale(small()?, Count::Many),
        "scale-alef" => Role::Scale(small()?, Count::OneOrTwo),
        "vague" => Role::Vague(value.parse().ok()?),
        "thousands" => Role::Thousands(small()?),
        "few" => pair().map(|(lower, upper)| Role::Few(lower, upper))?,
        "odd" => pair().map(|(lower, upper)| Role::Odd(lower, upper))?,
        "ordinal" => Role::Ordinal { value: small()?, definite: false },
        "ordinal-definite" => Role::Ordinal { value: small()?, definite: true },
        "ordinal-part" => Role::OrdinalPart(small()?),
        "fraction" => pair().map(|(over, under)| Role::Fraction { over, under, alone: false })?,
        "fraction-dual" => pair().map(|(over, under)| Role::Fraction { over, under, alone: true })?,
        "two-parts" => Role::TwoParts(small()?),
        "share" => Role::Share(small()?),
        "about" => Role::About,
        "about-after" => Role::AboutAfter,
        "bound-more" => Role::Bound(Side::More),
        "bound-less" => Role::Bound(Side::Less),
        "bound-more-after" => Role::BoundAfter(Side::More),
        "bound-less-after" => Role::BoundAfter(Side::Less),
        "between" => Role::Between,
        "from" => Role::From,
        "to" => Role::To,
        "percent" => Role::Percent("percent"),
        "permille" => Role::Percent("permille"),
        "permyriad" => Role::Percent("permyriad"),
        "change" => Role::Change,
        "counted" => Role::Counted,
        "model" => Role::Model,
        "ranked" => Role::Ranked,
        "typed" => Role::Typed,
        "label" => Role::Label { definite: false },
        "label-definite" => Role::Label { definite: true },
        "score" => Role::Score,
        "plural" => Role::Plural,
        "except" => Role::Except,
        "below-zero" => Role::BelowZero,
        "minus" => Role::Minus,
        "point" => Role::Point,
        "after" => Role::After,
        "phrase" => Role::Phrase,
        _ => return None,
    };
    Some((word, NumberWord { role, letter: letter.chars().next().filter(|&c| c != '-') }))
}

/// Every word of a phrase with the letters of an inflection: `كيلومترا مربعا`.
fn with_ending(phrase: &str, ending: &str) -> String {
    phrase.split(' ').map(|word| format!("{word}{ending}")).collect::<Vec<_>>().join(" ")
}

/// What may stand before the number word that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// Any proclitics: the number begins here.
    Start,
    /// None but the article.
    Plain,
    /// و and perhaps the article.
    And,
    /// ل in the sense of up to.
    For,
}

impl Lead {
    fn takes(self, hit: &Hit) -> bool {
        let p = hit.proclitics;
        match self {
            Self::Start => true,
            Self::Plain => p.letters() == 0,
            Self::And => p.letters() == 1 && p.conjunction() == Some('و'),
            Self::For => p.letters() == 1 && p.preposition() == Some('ل'),
        }
    }
}

/// What `want` makes of the senses of the number words at a place, the first that it takes.
#[inline]
pub(crate) fn role_at<T>(
    scan: &Scan<'_, '_>,
    at: usize,
    lead: Lead,
    want: impl FnMut(&Hit, Role) -> Option<T>,
) -> Option<(Hit, T)> {
    if scan.has(at, Kinds::NUMBER) { first_of(scan.numbers(at), lead, want) } else { None }
}

fn first_of<T>(words: &[(Hit, Role)], lead: Lead, mut want: impl FnMut(&Hit, Role) -> Option<T>) -> Option<(Hit, T)> {
    let fits = words.iter().filter(|(hit, _)| lead.takes(hit));
    fits.into_iter().find_map(|(hit, role)| want(hit, *role).map(|got| (*hit, got)))
}

/// The end of the word or phrase with that role and no proclitics.
pub(crate) fn end_of(scan: &Scan<'_, '_>, at: usize, lead: Lead, role: Role) -> Option<usize> {
    role_at(scan, at, lead, |hit, found| (found == role && !hit.proclitics.article()).then_some(()))
        .map(|(hit, ())| hit.end)
}

/// 10 to that power.
pub(crate) fn power(exponent: u32) -> Option<Decimal> {
    static POWERS: Lazy<Vec<Decimal>> = Lazy::new(|| {
        let powers = (0..).map_while(|exponent| 10i128.checked_pow(exponent));
        powers.map_while(|power| Decimal::try_from_i128_with_scale(power, 0).ok()).collect()
    });
    POWERS.get(exponent as usize).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_means_something() {
        for row in rows(NUMBERS) {
            assert!(number_row(&row).is_some(), "numbers.tsv: {row:?}");
        }
        for row in rows(UNITS) {
            assert!(unit_row(&row).is_some(), "units.tsv: {row:?}");
        }
        for row in rows(CURRENCIES) {
            assert!(currency_row(&row).is_some(), "currencies.tsv: {row:?}");
        }
        for (word, ..) in measures().filter(|&(_, class, _)| class.starts_with("latin")) {
            assert!(word.len() < 8, "`symbol` would not tell {word} from a longer word");
        }
    }
}
