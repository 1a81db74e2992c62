//! Numbers spelled out in words.

use super::Number;

/// The gender of what is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Gender {
    /// `كتاب`: ثلاثة كتب.
    #[default]
    Masculine,
    /// `مدينة`: ثلاث مدن.
    Feminine,
}

/// The case that the number has in its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Case {
    /// The subject: `عشرون`.
    #[default]
    Nominative,
    /// The object: `عشرين`, `ثلاثًا`.
    Accusative,
    /// After a preposition or noun: `عشرين`, `ثلاث`.
    Genitive,
}

/// How to spell a number out: in the gender of what is counted, in a case, and before a noun or without one.
///
/// The rules are those of school grammars. Three to ten take the other gender than what they count, and so do the units
/// of the teens; eleven and twelve agree in both words. What is counted is a plural in the genitive after three to ten,
/// a singular in the accusative from eleven on and in the genitive after hundreds and thousands; one and two are the
/// noun itself. Scale words are counted as nouns by the same rules.
///
/// The words are those of the written language: hundreds in one word (`ثلاثمئة`), short-scale names from the milliard
/// on (`مليار`, `تريليون`), tanween on accusatives (`ألفًا`). What [`numbers`](crate::numbers) reads in them is the
/// number again.
///
/// # Examples
///
/// ```
/// use kashaf::{Case, CountedNoun, Gender, Number, Spelling};
///
/// let spelling = Spelling::new();
/// assert_eq!(spelling.spell(2023.into()).unwrap(), "ألفان وثلاثة وعشرون");
/// let object = spelling.gender(Gender::Feminine).case(Case::Accusative);
/// assert_eq!(object.spell(2023.into()).unwrap(), "ألفين وثلاثًا وعشرين");
/// assert_eq!(spelling.ordinal(21).unwrap(), "الحادي والعشرون");
///
/// let book = CountedNoun::new("كتاب", "كتب", Gender::Masculine);
/// assert_eq!(spelling.count(3, &book).unwrap(), "ثلاثة كتب");
/// assert_eq!(spelling.count(11, &book).unwrap(), "أحد عشر كتابًا");
/// assert_eq!(spelling.count(200, &book).unwrap(), "مئتا كتاب");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Spelling {
    gender: Gender,
    case: Case,
    construct: bool,
}

/// A noun in the forms that numbers ask for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CountedNoun {
    singular: String,
    plural: String,
    gender: Gender,
}

/// As many as a value holds: the largest number spelled is below 10³⁰.
const SCALES: [(u32, &str, &str); 9] = [
    (27, "أوكتيليون", "أوكتيليونات"),
    (24, "سبتيليون", "سبتيليونات"),
    (21, "سكستيليون", "سكستيليونات"),
    (18, "كوينتيليون", "كوينتيليونات"),
    (15, "كوادريليون", "كوادريليونات"),
    (12, "تريليون", "تريليونات"),
    (9, "مليار", "مليارات"),
    (6, "مليون", "ملايين"),
    (3, "ألف", "آلاف"),
];

/// Three to ten before a feminine noun.
const UNITS: [&str; 8] = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"];
/// Twenty to ninety without their endings.
const TENS: [&str; 8] = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
/// Three hundred to nine hundred before `مئة`.
const HUNDREDS: [&str; 7] = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
/// Third to tenth, without the article and the feminine ending.
const ORDINALS: [&str; 8] = ["ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"];

/// Between the parts of a number.
const AND: &str = " و";
/// Bytes that most spelled numbers fit in.
const USUAL_LENGTH: usize = 128;

impl Spelling {
    /// Masculine, nominative, without a noun: `ثلاثة`.
    #[must_use]
    pub const fn new() -> Self {
        Self { gender: Gender::Masculine, case: Case::Nominative, construct: false }
    }

    /// For counting things of that gender.
    #[must_use]
    pub const fn gender(self, gender: Gender) -> Self {
        Self { gender, ..self }
    }

    /// In that case.
    #[must_use]
    pub const fn case(self, case: Case) -> Self {
        Self { case, ..self }
    }

    /// In the construct state, right before the noun: `مئتا`, `ألفي`, without tanween.
    #[must_use]
    pub const fn construct(self, construct: bool) -> Self {
        Self { construct, ..self }
    }

    /// The number in words; decimals after `فاصلة`, a negative number after `سالب`.
    ///
    /// `None` for what is not one decimal value: ranges, and fractions such as a third.
    #[must_use]
    pub fn spell(self, number: Number) -> Option<String> {
        let value = number.decimal()?;
        let whole = value.trunc();
        let mut out = String::with_capacity(USUAL_LENGTH);
        if value.is_sign_negative() && !value.is_zero() {
            out.push_str("سالب ");
        }
        self.whole(whole.abs().mantissa().unsigned_abs(), &mut out);
        let decimals = value.abs().checked_sub(whole.abs())?.normalize();
        if !decimals.is_zero() {
            let (digits, places) = (decimals.mantissa().unsigned_abs(), decimals.scale());
            let zeros = usize::try_from(places).ok()?.checked_sub(digits.to_string().len())?;
            out.push_str(" فاصلة");
            (0..zeros).for_each(|_| out.push_str(" صفر"));
            out.push(' ');
            Self::new().whole(digits, &mut out);
        }
        Some(out)
    }

    /// The number with what it counts, each in its form: `ثلاثة كتب`, `أحد عشر كتابًا`, `مئة كتاب وكتابان`.
    ///
    /// `None` for more than a value holds, about 7.9 × 10²⁸.
    #[must_use]
    pub fn count(self, number: u128, noun: &CountedNoun) -> Option<String> {
        Number::try_from(i128::try_from(number).ok()?).ok()?;
        let spelling = self.gender(noun.gender);
        let construct = spelling.construct(true);
        let CountedNoun { singular, plural, .. } = noun;
        // What is counted is in the case of the number; the number itself may be in construct.
        let (nominal, accusative) = (Self::new().case(self.case), Self::new().case(Case::Accusative));
        let out = &mut String::with_capacity(USUAL_LENGTH);
        match (number % 100, number) {
            (_, 1) => {
                nominal.one(singular, out);
                out.push(' ');
                spelling.below_hundred(1, out);
            }
            (_, 2) => nominal.two(singular, out),
            (small @ (1 | 2), _) => {
                construct.whole(number - small, out);
                out.extend([" ", singular, AND]);
                if small == 1 { nominal.one(singular, out) } else { nominal.two(singular, out) }
            }
            (0 | 3..=10, _) => {
                construct.whole(number, out);
                out.extend([" ", if number.is_multiple_of(100) { singular } else { plural }]);
            }
            _ => {
                spelling.construct(false).whole(number, out);
                out.push(' ');
                accusative.one(singular, out);
            }
        }
        Some(std::mem::take(out))
    }

    /// The ordinal with its article: `الثالث`, `الحادية والعشرون`, `الخامس بعد المئة`, `الأول بعد المليون`.
    ///
    /// Ordinals from 1 to 99 have words of their own; hundreds and what is above them follow after `بعد`, each part
    /// with the article: `الأول بعد الألفين والثلاثمئة`.
    ///
    /// `None` for 0.
    #[must_use]
    pub fn ordinal(self, number: u32) -> Option<String> {
        let (small, large) = (number % 100, number - number % 100);
        let mut out = String::with_capacity(USUAL_LENGTH);
        match (small, large) {
            (0, 0) => return None,
            (0, _) => self.definite(large, &mut out),
            (_, 0) => self.small_ordinal(small, &mut out),
            _ => {
                self.small_ordinal(small, &mut out);
                out.push_str(" بعد ");
                self.case(Case::Genitive).definite(large, &mut out);
            }
        }
        Some(out)
    }

    /// Hundreds, thousands and so on, each part with the article: `الألف والمئتان`.
    fn definite(self, number: u32, out: &mut String) {
        let start = out.len();
        let mut words = String::with_capacity(USUAL_LENGTH);
        Self::new().case(self.case).whole(number.into(), &mut words);
        for part in words.split(AND) {
            and(out, start);
            // The article takes the place of tanween, but not of that of what is counted: `العشرين ألفًا`.
            let bare = part.strip_suffix("\u{64B}ا").filter(|_| !part.contains(' '));
            out.extend(["ال", bare.unwrap_or(part)]);
        }
    }

    /// An ordinal from 1 to 99.
    fn small_ordinal(self, number: u32, out: &mut String) {
        let (tens, unit) = (number / 10, number % 10);
        let ending = if self.gender == Gender::Feminine { "ة" } else { "" };
        let mut of = |unit: u32| match unit {
            1 if tens > 0 => out.extend(["الحادي", ending]),
            1 => out.push_str(if ending.is_empty() { "الأول" } else { "الأولى" }),
            2 => out.extend(["الثاني", ending]),
            unit => out.extend(["ال", nth(&ORDINALS, unit, 3), ending]),
        };
        match (tens, unit) {
            (0, unit) => of(unit),
            (1, 0) => of(10),
            (1, unit) => {
                of(unit);
                out.extend([" عشر", ending]);
            }
            (tens, 0) => {
                out.push_str("ال");
                self.tens(tens, out);
            }
            (tens, unit) => {
                of(unit);
                out.extend([AND, "ال"]);
                self.tens(tens, out);
            }
        }
    }

    /// Appends a whole number.
    fn whole(self, number: u128, out: &mut String) {
        if number == 0 {
            out.push_str("صفر");
            return;
        }
        let start = out.len();
        let mut rest = number;
        for (power, singular, plural) in SCALES {
            let scale = 10u128.pow(power);
            if rest < scale {
                continue;
            }
            // Three digits, and more than that only above the largest scale.
            let count = u32::try_from(rest / scale).unwrap_or(u32::MAX);
            rest %= scale;
            and(out, start);
            Self { construct: self.construct && rest == 0, ..self }.scaled(count, singular, plural, out);
        }
        if let Some(count) = u32::try_from(rest).ok().filter(|&count| count > 0) {
            and(out, start);
            self.below_thousand(count, out);
        }
    }

    /// So many thousands, millions, ...
    fn scaled(self, count: u32, singular: &str, plural: &str, out: &mut String) {
        let noun = Self { gender: Gender::Masculine, ..self };
        let (before, absolute) = (noun.construct(true), noun.construct(false));
        let (hundreds, small) = (count - count % 100, count % 100);
        if hundreds > 0 {
            let before = if small <= 2 { before } else { absolute };
            before.below_thousand(hundreds, out);
            if small <= 2 {
                out.extend([" ", singular]);
            }
            if small > 0 {
                out.push_str(AND);
            }
        }
        match small {
            0 => {}
            1 => noun.one(singular, out),
            2 => noun.two(singular, out),
            3..=10 => {
                before.below_hundred(small, out);
                out.extend([" ", plural]);
            }
            _ => {
                absolute.below_hundred(small, out);
                out.push(' ');
                noun.case(Case::Accusative).one(singular, out);
            }
        }
    }

    fn below_thousand(self, number: u32, out: &mut String) {
        let (hundreds, small) = (number / 100, number % 100);
        match hundreds {
            0 => {}
            1 => out.push_str("مئة"),
            2 => self.construct(self.construct && small == 0).two("مئة", out),
            _ => out.extend([nth(&HUNDREDS, hundreds, 3), "مئة"]),
        }
        if small > 0 {
            if hundreds > 0 {
                out.push_str(AND);
            }
            self.below_hundred(small, out);
        }
    }

    fn below_hundred(self, number: u32, out: &mut String) {
        let (tens, unit) = (number / 10, number % 10);
        let feminine = self.gender == Gender::Feminine;
        match (tens, unit) {
            (0, _) | (1, 0) => self.unit(number, out),
            (1, 1) => out.push_str(if feminine { "إحدى عشرة" } else { "أحد عشر" }),
            (1, unit) => {
                let construct = self.construct(true);
                match unit {
                    2 => construct.two(if feminine { "اثنت" } else { "اثن" }, out),
                    unit => construct.unit(unit, out),
                }
                out.push_str(if feminine { " عشرة" } else { " عشر" });
            }
            (tens, 0) => self.tens(tens, out),
            (tens, unit) => {
                if unit == 1 && feminine {
                    out.push_str("إحدى")
                } else {
                    self.construct(false).unit(unit, out)
                }
                out.push_str(AND);
                self.tens(tens, out);
            }
        }
    }

    /// One to ten.
    fn unit(self, number: u32, out: &mut String) {
        let feminine = self.gender == Gender::Feminine;
        match number {
            1 if feminine => out.push_str("واحدة"),
            1 => self.one("واحد", out),
            2 => self.construct(false).two(if feminine { "اثنت" } else { "اثن" }, out),
            number => {
                let stem = nth(&UNITS, number, 3);
                match (feminine, self.construct, self.case) {
                    (false, ..) => out.extend([stem, "ة"]),
                    (true, true, _) => out.push_str(stem),
                    (true, false, Case::Accusative) => out.extend([stem, "\u{64B}ا"]),
                    // A defective noun: its last letter is lost, and tanween of kasra is on the one before.
                    (true, false, _) => match stem.strip_suffix('ي') {
                        Some(stem) => out.extend([stem, "\u{64D}"]),
                        None => out.push_str(stem),
                    },
                }
            }
        }
    }

    fn tens(self, tens: u32, out: &mut String) {
        out.extend([nth(&TENS, tens, 2), if self.case == Case::Nominative { "ون" } else { "ين" }]);
    }

    /// One of a noun, in the accusative of an indefinite noun in the singular: `كتابًا`, `مدينةً`, `شيئًا`, `خطأً`.
    fn one(self, noun: &str, out: &mut String) {
        if self.case != Case::Accusative || self.construct {
            out.push_str(noun);
            return;
        }
        // A foreign word keeps its waw: `يورو`, but `عضوًا`.
        let foreign = noun.ends_with('و') && noun.chars().count() > 3;
        match noun.chars().last() {
            Some('ى' | 'ا') => out.push_str(noun),
            _ if foreign => out.push_str(noun),
            Some('ة' | 'أ') => out.extend([noun, "\u{64B}"]),
            _ if noun.ends_with("اء") => out.extend([noun, "\u{64B}"]),
            _ => {
                let (stem, last) = before_vowel(noun);
                out.extend([stem, last, "\u{64B}ا"]);
            }
        }
    }

    /// Two of a noun: `مدينتان`, `مستشفيين`, `شيئان`, `خطآن`.
    fn two(self, noun: &str, out: &mut String) {
        let (stem, last) = match noun.strip_suffix('أ') {
            Some(stem) if self.case == Case::Nominative => (stem, "آ"),
            _ => before_vowel(noun),
        };
        let ending = match (self.case, self.construct) {
            // The alef is in the letter before it.
            (Case::Nominative, construct) if last == "آ" => {
                if construct {
                    ""
                } else {
                    "ن"
                }
            }
            (Case::Nominative, false) => "ان",
            (Case::Nominative, true) => "ا",
            (_, false) => "ين",
            (_, true) => "ي",
        };
        out.extend([stem, last, ending]);
    }
}

impl CountedNoun {
    /// A noun by its singular and plural, both indefinite and without case endings: `كتاب`, `كتب`.
    ///
    /// A noun that has lost its last letter keeps its tanween, which tells that it comes back: `محامٍ`, `محاميًا`.
    #[must_use]
    pub fn new(singular: impl Into<String>, plural: impl Into<String>, gender: Gender) -> Self {
        Self { singular: singular.into(), plural: plural.into(), gender }
    }
}

/// A noun as it is written before an ending that begins with a vowel: what stays, and what its last letter becomes.
fn before_vowel(noun: &str) -> (&str, &str) {
    /// Letters that are not joined to the one after them, so that a hamza stays on the line: `جزءًا`.
    const APART: [char; 9] = ['ا', 'أ', 'آ', 'د', 'ذ', 'ر', 'ز', 'و', 'ؤ'];
    let mut letters = noun.chars();
    let last = letters.next_back();
    let stem = letters.as_str();
    match last {
        Some('ة') => (stem, "ت"),
        // ى, and the tanween of a noun that has lost its last letter: `محامٍ`.
        Some('ى' | '\u{64D}') => (stem, "ي"),
        Some('ء') if !stem.ends_with(APART) => (stem, "ئ"),
        _ => (noun, ""),
    }
}

/// Appends what joins a part to those since `start`, if there are any.
fn and(out: &mut String, start: usize) {
    if out.len() > start {
        out.push_str(AND);
    }
}

/// The word for a number in a table that begins with the word for `first`.
fn nth(table: &[&'static str], number: u32, first: u32) -> &'static str {
    number.checked_sub(first).and_then(|i| table.get(i as usize)).copied().unwrap_or("")
}
