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

/// The largest ordinal that is spelled.
const LARGEST_ORDINAL: u32 = 9_999;

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
        let mut words = self.whole(whole.abs().mantissa().unsigned_abs());
        let decimals = value.abs().checked_sub(whole.abs())?.normalize();
        if !decimals.is_zero() {
            let (digits, places) = (decimals.mantissa().unsigned_abs(), decimals.scale());
            let zeros = usize::try_from(places).ok()?.checked_sub(digits.to_string().len())?;
            words.push_str(" فاصلة");
            words.push_str(&" صفر".repeat(zeros));
            words.push(' ');
            words.push_str(&Self::new().whole(digits));
        }
        Some(if value.is_sign_negative() && !value.is_zero() { format!("سالب {words}") } else { words })
    }

    /// The number with what it counts, each in its form: `ثلاثة كتب`, `أحد عشر كتابًا`, `مئة كتاب وكتابان`.
    ///
    /// `None` for more than a value holds, about 7.9 × 10²⁸.
    #[must_use]
    pub fn count(self, number: u128, noun: &CountedNoun) -> Option<String> {
        Number::try_from(i128::try_from(number).ok()?).ok()?;
        let spelling = self.gender(noun.gender);
        let construct = spelling.construct(true);
        Some(match (number % 100, number) {
            (_, 1) => format!("{} {}", noun.one(self.case), spelling.below_hundred(1)),
            (_, 2) => noun.two(self.case),
            (1, _) => format!("{} {} و{}", construct.whole(number - 1), noun.singular, noun.one(self.case)),
            (2, _) => format!("{} {} و{}", construct.whole(number - 2), noun.singular, noun.two(self.case)),
            (0, _) => format!("{} {}", construct.whole(number), noun.singular),
            (3..=10, _) => format!("{} {}", construct.whole(number), noun.plural),
            _ => format!("{} {}", spelling.construct(false).whole(number), noun.one(Case::Accusative)),
        })
    }

    /// The ordinal with its article: `الثالث`, `الحادية والعشرون`, `الخامس بعد المئة`.
    ///
    /// `None` for 0 and above 9,999.
    #[must_use]
    pub fn ordinal(self, number: u32) -> Option<String> {
        if !(1..=LARGEST_ORDINAL).contains(&number) {
            return None;
        }
        let (small, large) = (number % 100, number - number % 100);
        let base = |case| {
            let words = Self::new().case(case).whole(large.into());
            // The article takes the place of tanween.
            let definite = |part: &str| format!("ال{}", part.strip_suffix("\u{64B}ا").unwrap_or(part));
            words.split(" و").map(definite).collect::<Vec<_>>().join(" و")
        };
        Some(match (small, large) {
            (0, _) => base(self.case),
            (_, 0) => self.small_ordinal(small),
            _ => format!("{} بعد {}", self.small_ordinal(small), base(Case::Genitive)),
        })
    }

    /// An ordinal from 1 to 99.
    fn small_ordinal(self, number: u32) -> String {
        let (tens, unit) = (number / 10, number % 10);
        let feminine = self.gender == Gender::Feminine;
        let ending = if feminine { "ة" } else { "" };
        let of = |unit: u32| match unit {
            1 if tens > 0 => format!("الحادي{ending}"),
            1 => if feminine { "الأولى" } else { "الأول" }.to_owned(),
            2 => format!("الثاني{ending}"),
            unit => format!("ال{}{ending}", nth(&ORDINALS, unit, 3)),
        };
        match (tens, unit) {
            (0, unit) => of(unit),
            (1, 0) => of(10),
            (1, unit) => format!("{} عشر{ending}", of(unit)),
            (tens, 0) => format!("ال{}", self.tens(tens)),
            (tens, unit) => format!("{} وال{}", of(unit), self.tens(tens)),
        }
    }

    /// A whole number.
    fn whole(self, number: u128) -> String {
        if number == 0 {
            return "صفر".to_owned();
        }
        let mut parts = Vec::new();
        let mut rest = number;
        for (power, singular, plural) in SCALES {
            let scale = 10u128.pow(power);
            // Three digits, and more than that only above the largest scale.
            let count = u32::try_from(rest / scale).unwrap_or(u32::MAX);
            rest %= scale;
            if count > 0 {
                let last = Self { construct: self.construct && rest == 0, ..self };
                last.scaled(count, singular, plural, &mut parts);
            }
        }
        if let Some(count) = u32::try_from(rest).ok().filter(|&count| count > 0) {
            self.below_thousand(count, &mut parts);
        }
        parts.join(" و")
    }

    /// So many thousands, millions, ...
    fn scaled(self, count: u32, singular: &str, plural: &str, parts: &mut Vec<String>) {
        let noun = Self { gender: Gender::Masculine, ..self };
        let before = noun.construct(true);
        let (hundreds, small) = (count - count % 100, count % 100);
        if hundreds > 0 && small <= 2 {
            before.below_thousand(hundreds, parts);
            join(parts, singular);
        } else if hundreds > 0 {
            noun.construct(false).below_thousand(hundreds, parts);
        }
        match small {
            0 => {}
            1 => parts.push(noun.one(singular)),
            2 => parts.push(noun.two(singular)),
            3..=10 => parts.push(format!("{} {plural}", before.below_hundred(small))),
            _ => {
                let counted = noun.case(Case::Accusative).one(singular);
                parts.push(format!("{} {counted}", noun.construct(false).below_hundred(small)));
            }
        }
    }

    fn below_thousand(self, number: u32, parts: &mut Vec<String>) {
        let (hundreds, small) = (number / 100, number % 100);
        match hundreds {
            0 => {}
            1 => parts.push("مئة".to_owned()),
            2 => parts.push(self.construct(self.construct && small == 0).two("مئة")),
            _ => parts.push(format!("{}مئة", nth(&HUNDREDS, hundreds, 3))),
        }
        if small > 0 {
            parts.push(self.below_hundred(small));
        }
    }

    fn below_hundred(self, number: u32) -> String {
        let (tens, unit) = (number / 10, number % 10);
        let feminine = self.gender == Gender::Feminine;
        let absolute = self.construct(false);
        match (tens, unit) {
            (0, _) | (1, 0) => self.unit(number),
            (1, 1) => if feminine { "إحدى عشرة" } else { "أحد عشر" }.to_owned(),
            (1, 2) => {
                let two = self.construct(true).two(if feminine { "اثنت" } else { "اثن" });
                format!("{two} {}", if feminine { "عشرة" } else { "عشر" })
            }
            (1, unit) => format!("{} {}", self.construct(true).unit(unit), if feminine { "عشرة" } else { "عشر" }),
            (tens, 0) => self.tens(tens),
            (tens, 1) if feminine => format!("إحدى و{}", self.tens(tens)),
            (tens, unit) => format!("{} و{}", absolute.unit(unit), self.tens(tens)),
        }
    }

    /// One to ten.
    fn unit(self, number: u32) -> String {
        let feminine = self.gender == Gender::Feminine;
        match number {
            1 if feminine => "واحدة".to_owned(),
            1 => self.one("واحد"),
            2 => self.construct(false).two(if feminine { "اثنت" } else { "اثن" }),
            number => {
                let stem = nth(&UNITS, number, 3);
                match (feminine, self.construct, self.case) {
                    (false, ..) => format!("{stem}ة"),
                    (true, true, _) => stem.to_owned(),
                    (true, false, Case::Accusative) => format!("{stem}\u{64B}ا"),
                    // A defective noun: its last letter is lost, and tanween of kasra is on the one before.
                    (true, false, _) => stem.strip_suffix('ي').map_or(stem.to_owned(), |s| format!("{s}\u{64D}")),
                }
            }
        }
    }

    fn tens(self, tens: u32) -> String {
        let ending = if self.case == Case::Nominative { "ون" } else { "ين" };
        format!("{}{ending}", nth(&TENS, tens, 2))
    }

    /// One of a noun.
    fn one(self, noun: &str) -> String {
        if self.case == Case::Accusative && !self.construct { accusative(noun) } else { noun.to_owned() }
    }

    /// Two of a noun.
    fn two(self, noun: &str) -> String {
        let ending = match (self.case, self.construct) {
            (Case::Nominative, false) => "ان",
            (Case::Nominative, true) => "ا",
            (_, false) => "ين",
            (_, true) => "ي",
        };
        format!("{}{ending}", before_suffix(noun))
    }
}

impl CountedNoun {
    /// A noun by its singular and plural, both indefinite and without case endings: `كتاب`, `كتب`.
    #[must_use]
    pub fn new(singular: impl Into<String>, plural: impl Into<String>, gender: Gender) -> Self {
        Self { singular: singular.into(), plural: plural.into(), gender }
    }

    fn one(&self, case: Case) -> String {
        Spelling::new().case(case).one(&self.singular)
    }

    fn two(&self, case: Case) -> String {
        Spelling::new().case(case).two(&self.singular)
    }
}

/// The accusative of an indefinite noun in the singular: `كتابًا`, `مدينةً`.
fn accusative(noun: &str) -> String {
    match noun.chars().last() {
        Some('ة') => format!("{noun}\u{64B}"),
        Some('ى' | 'ا' | 'و') => noun.to_owned(),
        _ if noun.ends_with("اء") => format!("{noun}\u{64B}"),
        _ => format!("{noun}\u{64B}ا"),
    }
}

/// A noun as it stands before the ending of the dual: `مدينت`, `مستشفي`.
fn before_suffix(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix('ة') {
        format!("{stem}ت")
    } else if let Some(stem) = noun.strip_suffix('ى') {
        format!("{stem}ي")
    } else {
        noun.to_owned()
    }
}

/// Puts a noun behind the last part.
fn join(parts: &mut [String], noun: &str) {
    if let Some(last) = parts.last_mut() {
        last.push(' ');
        last.push_str(noun);
    }
}

/// The word for a number in a table that begins with the word for `first`.
fn nth(table: &[&'static str], number: u32, first: u32) -> &'static str {
    number.checked_sub(first).and_then(|i| table.get(i as usize)).copied().unwrap_or("")
}
