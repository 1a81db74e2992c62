//! Numbers spelled in the ways of many writers: libraries, grammars, speech. Every way is a set of rules of its own,
//! written here from the grammar it follows; what it spells is read back as one number.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::random;
use kashaf::{EntityKind, numbers};

/// How a way of writing spells numbers.
#[derive(Clone)]
struct Way {
    /// 1 to 19.
    small: [&'static str; 19],
    /// 20 to 90.
    tens: [&'static str; 8],
    /// 100 to 900.
    hundreds: [&'static str; 9],
    /// Of 10³, 10⁶, ...: one, two, several, after eleven and more, after a hundred.
    scales: Vec<[&'static str; 5]>,
    /// 3,000 to 10,000 where they have words of their own.
    thousands: Option<[&'static str; 8]>,
    /// Between the parts.
    and: &'static str,
    /// Units of numbers before scale words, when they differ.
    before_scale: Option<[&'static str; 19]>,
}

const MASCULINE: [&str; 19] = [
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
    "أحد عشر",
    "اثنا عشر",
    "ثلاثة عشر",
    "أربعة عشر",
    "خمسة عشر",
    "ستة عشر",
    "سبعة عشر",
    "ثمانية عشر",
    "تسعة عشر",
];
const FEMININE: [&str; 19] = [
    "واحدة",
    "اثنتان",
    "ثلاث",
    "أربع",
    "خمس",
    "ست",
    "سبع",
    "ثمان",
    "تسع",
    "عشر",
    "إحدى عشرة",
    "اثنتا عشرة",
    "ثلاث عشرة",
    "أربع عشرة",
    "خمس عشرة",
    "ست عشرة",
    "سبع عشرة",
    "ثماني عشرة",
    "تسع عشرة",
];
const TENS: [&str; 8] = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];
const OBLIQUE_TENS: [&str; 8] = ["عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"];
const HUNDREDS: [&str; 9] = ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"];
const OLD_HUNDREDS: [&str; 9] =
    ["مائة", "مائتان", "ثلاثمائة", "أربعمائة", "خمسمائة", "ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة"];
const HUNDREDS_APART: [&str; 9] =
    ["مائة", "مائتين", "ثلاث مائة", "أربع مائة", "خمس مائة", "ست مائة", "سبع مائة", "ثماني مائة", "تسع مائة"];
const SCALES: [[&str; 5]; 9] = [
    ["ألف", "ألفان", "آلاف", "ألفاً", "ألف"],
    ["مليون", "مليونان", "ملايين", "مليوناً", "مليون"],
    ["مليار", "ملياران", "مليارات", "ملياراً", "مليار"],
    ["تريليون", "تريليونان", "تريليونات", "تريليوناً", "تريليون"],
    ["كوادريليون", "كوادريليونان", "كوادريليونات", "كوادريليوناً", "كوادريليون"],
    ["كوينتليون", "كوينتليونان", "كوينتليونات", "كوينتليوناً", "كوينتليون"],
    ["سكستيليون", "سكستيليونان", "سكستيليونات", "سكستيليوناً", "سكستيليون"],
    ["سبتيليون", "سبتيليونان", "سبتيليونات", "سبتيليوناً", "سبتيليون"],
    ["أوكتيليون", "أوكتيليونان", "أوكتيليونات", "أوكتيليوناً", "أوكتيليون"],
];

impl Way {
    fn written() -> Self {
        Self {
            small: MASCULINE,
            tens: TENS,
            hundreds: HUNDREDS,
            scales: SCALES.to_vec(),
            thousands: None,
            and: " و",
            before_scale: None,
        }
    }

    /// Feminine units, and masculine ones before scale words.
    fn feminine() -> Self {
        Self { small: FEMININE, before_scale: Some(MASCULINE), ..Self::written() }
    }

    /// As after a preposition: every ending oblique, the two of a scale word too.
    fn oblique(self) -> Self {
        let oblique = |word: &'static str| -> &'static str {
            let changed = word.replace("اثنان", "اثنين").replace("اثنتان", "اثنتين");
            changed.replace("اثنا ", "اثني ").replace("اثنتا ", "اثنتي ").leak()
        };
        let two = |word: &'static str| word.strip_suffix("ان").map_or(word, |stem| format!("{stem}ين").leak());
        let mut scales = self.scales;
        scales.iter_mut().for_each(|scale| scale[1] = two(scale[1]));
        Self {
            small: self.small.map(oblique),
            before_scale: self.before_scale.map(|small| small.map(oblique)),
            tens: OBLIQUE_TENS,
            hundreds: self.hundreds.map(two),
            scales,
            ..self
        }
    }

    /// What is below a thousand, as parts.
    fn below_thousand(&self, number: usize, small: &[&'static str; 19]) -> Vec<String> {
        let (hundreds, rest) = (number / 100, number % 100);
        let mut parts = Vec::new();
        if hundreds > 0 {
            parts.push(self.hundreds[hundreds - 1].to_owned());
        }
        let feminine_one = small[0] == "واحدة";
        match (rest / 10, rest % 10) {
            (0 | 1, _) if rest == 0 => {}
            (0 | 1, _) => parts.push(small[rest - 1].to_owned()),
            (tens, unit) => {
                match unit {
                    0 => {}
                    1 if feminine_one => parts.push("إحدى".to_owned()),
                    unit => parts.push(small[unit - 1].to_owned()),
                }
                parts.push(self.tens[tens - 2].to_owned());
            }
        }
        parts
    }

    /// None for numbers that need more scale words than this way has.
    fn spell(&self, number: u128) -> Option<String> {
        if number == 0 {
            return Some("صفر".to_owned());
        }
        let mut parts = Vec::new();
        for power in (0..=9).rev() {
            let group = usize::try_from(number / 1000u128.pow(power) % 1000).unwrap();
            let Some(scale) = power.checked_sub(1).map(|i| self.scales.get(i as usize)) else {
                parts.extend(self.below_thousand(group, &self.small));
                continue;
            };
            if group == 0 {
                continue;
            }
            let [one, two, several, many, after_hundred] = scale?;
            match (group, self.thousands.filter(|_| power == 1)) {
                (1, _) => parts.push((*one).to_owned()),
                (2, _) => parts.push((*two).to_owned()),
                (3..=10, Some(thousands)) => parts.push(thousands[group - 3].to_owned()),
                _ => {
                    let mut count = self.below_thousand(group, self.before_scale.as_ref().unwrap_or(&self.small));
                    let noun = match group % 100 {
                        3..=10 => several,
                        0..=2 => after_hundred,
                        _ => many,
                    };
                    let last = count.last_mut().unwrap();
                    *last = format!("{last} {noun}");
                    parts.extend(count);
                }
            }
        }
        Some(parts.join(self.and))
    }
}

/// Round numbers, what stands beside them, and numbers of every length.
fn landmarks() -> Vec<u128> {
    let mut random = random(23);
    let mut all: Vec<u128> = (0..=1_200).collect();
    for power in 3..27 {
        for factor in [1, 2, 3, 5, 8, 10, 11, 12, 15, 20, 21, 99, 100, 101, 102, 103, 110, 200, 201, 203, 300, 999] {
            for more in [0, 1, 2, 3, 8, 11, 100, 101, 200, 1000, 2000, 8000, 100_000] {
                let number = factor * 10u128.pow(power) + more;
                if number <= 10u128.pow(27) {
                    all.push(number);
                }
            }
        }
    }
    for _ in 0..3_000 {
        let digits = 1 + random(27);
        let digit = |n: u128, d: usize| n * 10 + d.min(9) as u128;
        all.push((0..digits).fold(0, |n, _| digit(n, if random(4) == 0 { 0 } else { random(10) })));
    }
    // Fewer where they take long.
    all.into_iter().step_by(if cfg!(debug_assertions) { 4 } else { 1 }).collect()
}

/// Spells the numbers, and reads back all that could be spelled.
fn check(name: &str, all: &[u128], spell: impl Fn(u128) -> Option<String>) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for &number in all {
        let Some(words) = spell(number) else { continue };
        count += 1;
        let found = numbers(&words);
        let right = found.len() == 1
            && found[0].kind() == EntityKind::Cardinal
            && found[0].span().range() == (0..words.len())
            && found[0].quantity().number().to_string() == number.to_string();
        if !right {
            let found: Vec<_> = found.iter().map(|m| (m.span().of(&words), m.quantity().to_string())).collect();
            wrong.push(format!("{number}: {words}: {found:?}"));
        }
    }
    assert!(count > 1_000, "{name} spells {count} numbers");
    assert!(wrong.is_empty(), "{name}: {} of {count} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

#[test]
fn written_in_every_case_and_gender() {
    let all = landmarks();
    for hundreds in [HUNDREDS, OLD_HUNDREDS, HUNDREDS_APART] {
        for and in [" و", " و ", " وَ"] {
            for way in [Way::written(), Way::feminine()] {
                let way = Way { hundreds, and, ..way };
                check("nominative", &all, |n| way.spell(n));
                let oblique = way.clone().oblique();
                check("oblique", &all, |n| oblique.spell(n));
            }
        }
    }
}

/// Without tanween, without hamzas, with heh for teh marbuta, with alef wasla, with tatweel, with Farsi yeh.
#[test]
fn written_carelessly() {
    let all = landmarks();
    let way = Way { hundreds: OLD_HUNDREDS, ..Way::feminine() }.oblique();
    let spellings: [(&str, &dyn Fn(String) -> String); 7] = [
        ("no tanween", &|s| s.replace('\u{64B}', "")),
        ("scale words in one form", &|s| s.replace("اً", "")),
        ("no hamza", &|s| s.replace(['أ', 'إ', 'آ'], "ا")),
        ("heh", &|s| s.replace('ة', "ه")),
        ("alef wasla", &|s| s.replace("اثن", "\u{671}ثن")),
        ("tatweel", &|s| s.replace('س', "س\u{640}\u{640}")),
        ("Farsi yeh", &|s| s.replace('ي', "\u{6CC}")),
    ];
    for (name, change) in spellings {
        check(name, &all, |n| way.spell(n).map(change));
    }
}

/// Rules without agreement, as formatting libraries have them: units of one gender, hundreds counted with teh marbuta,
/// scale words that do not change.
#[test]
fn without_agreement() {
    let hundreds =
        ["مائة", "مائتان", "ثلاثة مائة", "أربعة مائة", "خمسة مائة", "ستة مائة", "سبعة مائة", "ثمانية مائة", "تسعة مائة"];
    let mut small = MASCULINE;
    (small[10], small[11]) = ("إحدى عشر", "إثنا عشر");
    let scales = ["ألف", "مليون", "مليار", "تريليون", "كوادرليون"].map(|one| {
        let two: &'static str = format!("{one}ين").leak();
        [one, two, one, one, one]
    });
    let way = Way { small, hundreds, scales: scales.to_vec(), and: " و ", ..Way::written() };
    check("no agreement", &landmarks(), |n| way.spell(n));
    // Units first in the tens of their own, and plural thousands up to ten.
    let plural = Way {
        scales: [vec![["ألف", "ألفين", "آلاف", "ألف", "ألف"]], scales[1..].to_vec()].concat(), ..way
    };
    check("plural thousands", &landmarks(), |n| plural.spell(n));
}

/// One counted: `واحد ألف`, `واحد مليون`; two before their scale: `اثنان مليون`.
#[test]
fn ones_and_twos_counted() {
    let mut scales = SCALES.to_vec();
    scales.iter_mut().for_each(|scale| scale[0] = format!("واحد {}", scale[0]).leak());
    let way = Way { scales, ..Way::written() };
    check("ones", &landmarks(), |n| way.spell(n));
}

/// Other spellings of the words for large powers of ten.
#[test]
fn scale_words() {
    let spellings = [
        ["ميليون", "بليون", "ترليون", "كدريليون", "كوينتيليون", "سكستليون", "سبتليون", "أوكتليون"],
        ["مليون", "ميليار", "تيرليون", "كوادرليون", "كونتيليون", "سيكستيليون", "سيبتيليون", "أكتيليون"],
        ["مليون", "بيليون", "تريلون", "كوادريلون", "كوينتلون", "سكستلون", "سبتلون", "أوكتلون"],
    ];
    for words in spellings {
        let mut scales = SCALES.to_vec();
        for (scale, one) in scales[1..].iter_mut().zip(words) {
            let form = |ending: &str| -> &'static str { format!("{one}{ending}").leak() };
            *scale = [one, form("ان"), form("ات"), form("ا"), one];
        }
        let way = Way { scales, ..Way::written() };
        check(words[1], &landmarks(), |n| way.spell(n));
    }
}

/// `ألوف` for `آلاف`; a hundred in construct before a scale word.
#[test]
fn construct_and_other_plurals() {
    let mut scales = SCALES.to_vec();
    scales[0][2] = "ألوف";
    let way = Way { scales, hundreds: OLD_HUNDREDS, ..Way::written() };
    let construct = |words: String| {
        SCALES.iter().fold(words, |words, [one, ..]| words.replace(&format!("مائتان {one}"), &format!("مائتا {one}")))
    };
    check("construct", &landmarks(), |n| way.spell(n).map(construct));
    let oblique = way.clone().oblique();
    let construct = |words: String| {
        SCALES.iter().fold(words, |words, [one, ..]| words.replace(&format!("مائتين {one}"), &format!("مائتي {one}")))
    };
    check("oblique construct", &landmarks(), |n| oblique.spell(n).map(construct));
}

/// With every vowel mark.
#[test]
fn vocalised() {
    let small = [
        "وَاحِدٌ",
        "اِثْنَانِ",
        "ثَلَاثَةٌ",
        "أَرْبَعَةٌ",
        "خَمْسَةٌ",
        "سِتَّةٌ",
        "سَبْعَةٌ",
        "ثَمَانِيَةٌ",
        "تِسْعَةٌ",
        "عَشَرَةٌ",
        "أَحَدَ عَشَرَ",
        "اِثْنَا عَشَرَ",
        "ثَلَاثَةَ عَشَرَ",
        "أَرْبَعَةَ عَشَرَ",
        "خَمْسَةَ عَشَرَ",
        "سِتَّةَ عَشَرَ",
        "سَبْعَةَ عَشَرَ",
        "ثَمَانِيَةَ عَشَرَ",
        "تِسْعَةَ عَشَرَ",
    ];
    let feminine = [
        "وَاحِدَةٌ",
        "اِثْنَتَانِ",
        "ثَلَاثٌ",
        "أَرْبَعٌ",
        "خَمْسٌ",
        "سِتٌّ",
        "سَبْعٌ",
        "ثَمَانٍ",
        "تِسْعٌ",
        "عَشْرٌ",
        "إِحْدَى عَشْرَةَ",
        "اِثْنَتَا عَشْرَةَ",
        "ثَلَاثَ عَشْرَةَ",
        "أَرْبَعَ عَشْرَةَ",
        "خَمْسَ عَشْرَةَ",
        "سِتَّ عَشْرَةَ",
        "سَبْعَ عَشْرَةَ",
        "ثَمَانِيَ عَشْرَةَ",
        "تِسْعَ عَشْرَةَ",
    ];
    let tens = ["عِشْرُونَ", "ثَلَاثُونَ", "أَرْبَعُونَ", "خَمْسُونَ", "سِتُّونَ", "سَبْعُونَ", "ثَمَانُونَ", "تِسْعُونَ"];
    let hundreds = ["مِئَةٌ", "مِئَتَانِ", "ثَلَاثُمِئَةٍ", "أَرْبَعُمِئَةٍ", "خَمْسُمِئَةٍ", "سِتُّمِئَةٍ", "سَبْعُمِئَةٍ", "ثَمَانِمِئَةٍ", "تِسْعُمِئَةٍ"];
    let old = ["مِائَةٌ", "مِائَتَانِ", "ثَلَاثُ مِائَةٍ", "أَرْبَعُ مِائَةٍ", "خَمْسُ مِائَةٍ", "سِتُّ مِائَةٍ", "سَبْعُ مِائَةٍ", "ثَمَانِي مِائَةٍ", "تِسْعُ مِائَةٍ"];
    let scales = vec![
        ["أَلْفٌ", "أَلْفَانِ", "آلَافٍ", "أَلْفًا", "أَلْفٍ"],
        ["مِلْيُونٌ", "مِلْيُونَانِ", "مَلَايِينَ", "مِلْيُونًا", "مِلْيُونٍ"],
        ["مِلْيَارٌ", "مِلْيَارَانِ", "مِلْيَارَاتٍ", "مِلْيَارًا", "مِلْيَارٍ"],
        ["تِرِيلْيُونٌ", "تِرِيلْيُونَانِ", "تِرِيلْيُونَاتٍ", "تِرِيلْيُونًا", "تِرِيلْيُونٍ"],
    ];
    for (small, hundreds) in [(small, hundreds), (small, old), (feminine, hundreds), (feminine, old)] {
        let way =
            Way { small, tens, hundreds, scales: scales.clone(), thousands: None, and: " وَ", before_scale: None };
        check("vocalised", &landmarks(), |n| way.spell(n));
    }
}

/// From the units up, as years are read in the classical way.
#[test]
fn units_first() {
    for (way, and) in [(Way::written(), " و"), (Way::feminine().oblique(), " و"), (Way::feminine(), " و ")] {
        for hundreds in [HUNDREDS, OLD_HUNDREDS, way.clone().oblique().hundreds] {
            let spell = |number: u128| {
                let number = usize::try_from(number).ok().filter(|n| (100..3_000).contains(n) || n % 1_000 > 100)?;
                let (thousands, group) = (number / 1_000, number % 1_000);
                let way = Way { hundreds, ..way.clone() };
                let small = way.below_thousand(group % 100, &way.small).join(and);
                let hundred = way.below_thousand(group - group % 100, &way.small).join(and);
                let [one, two, several, ..] = way.scales[0];
                let thousands = match thousands {
                    0 => String::new(),
                    1 => one.to_owned(),
                    2 => two.to_owned(),
                    n @ 3..=10 if !small.is_empty() => format!("{} {several}", MASCULINE[n - 1]),
                    _ => return None,
                };
                let parts: Vec<_> = [small, hundred, thousands].into_iter().filter(|p| !p.is_empty()).collect();
                (parts.len() > 1).then(|| parts.join(and))
            };
            check("units first", &(0..10_000).collect::<Vec<_>>(), spell);
        }
    }
}

/// Speech of Egypt, the Levant, the Gulf and the Maghreb.
#[test]
fn spoken() {
    let scales = vec![
        ["ألف", "ألفين", "آلاف", "ألف", "ألف"],
        ["مليون", "مليونين", "ملايين", "مليون", "مليون"],
        ["مليار", "مليارين", "مليارات", "مليار", "مليار"],
    ];
    let tens = ["عشرين", "تلاتين", "أربعين", "خمسين", "ستين", "سبعين", "تمانين", "تسعين"];
    let egypt = Way {
        small: [
            "واحد",
            "اتنين",
            "تلاتة",
            "أربعة",
            "خمسة",
            "ستة",
            "سبعة",
            "تمانية",
            "تسعة",
            "عشرة",
            "حداشر",
            "اتناشر",
            "تلتاشر",
            "أربعتاشر",
            "خمستاشر",
            "ستاشر",
            "سبعتاشر",
            "تمنتاشر",
            "تسعتاشر",
        ],
        tens,
        hundreds: ["مية", "ميتين", "تلتمية", "ربعمية", "خمسمية", "ستمية", "سبعمية", "تمنمية", "تسعمية"],
        scales,
        thousands: Some(["تلات تلاف", "أربع تلاف", "خمس تلاف", "ست تلاف", "سبع تلاف", "تمن تلاف", "تسع تلاف", "عشر تلاف"]),
        and: " و",
        before_scale: None,
    };
    let joined = ["تلتلاف", "ربعتلاف", "خمستلاف", "ستلاف", "سبعتلاف", "تمنتلاف", "تسعتلاف", "عشرتلاف"];
    let levant = Way {
        small: [
            "واحد",
            "تنين",
            "تلاتة",
            "أربعة",
            "خمسة",
            "ستة",
            "سبعة",
            "تمانة",
            "تسعة",
            "عشرة",
            "حداعش",
            "تناعش",
            "تلطعش",
            "أربعطعش",
            "خمسطعش",
            "سطعش",
            "سبعطعش",
            "تمنطعش",
            "تسعطعش",
        ],
        hundreds: ["مية", "ميتين", "تلاتمية", "أربعمية", "خمسمية", "ستمية", "سبعمية", "تمانمية", "تسعمية"],
        thousands: Some([
            "تلات تالاف",
            "أربع تالاف",
            "خمس تالاف",
            "ست تالاف",
            "سبع تالاف",
            "تمان تالاف",
            "تسع تالاف",
            "عشر تالاف",
        ]),
        ..egypt.clone()
    };
    let gulf = Way {
        small: [
            "واحد",
            "اثنين",
            "ثلاثة",
            "أربعة",
            "خمسة",
            "ستة",
            "سبعة",
            "ثمانية",
            "تسعة",
            "عشرة",
            "احدعش",
            "اثنعش",
            "ثلطعش",
            "أربعطعش",
            "خمسطعش",
            "ستطعش",
            "سبعطعش",
            "ثمنطعش",
            "تسعطعش",
        ],
        tens: OBLIQUE_TENS,
        hundreds: ["مية", "ميتين", "ثلاثمية", "أربعمية", "خمسمية", "ستمية", "سبعمية", "ثمانمية", "تسعمية"],
        thousands: Some(["ثلاث آلاف", "أربع آلاف", "خمس آلاف", "ست آلاف", "سبع آلاف", "ثمان آلاف", "تسع آلاف", "عشر آلاف"]),
        ..egypt.clone()
    };
    let maghreb = Way {
        small: [
            "واحد",
            "جوج",
            "تلاتة",
            "ربعة",
            "خمسة",
            "ستة",
            "سبعة",
            "تمنية",
            "تسعود",
            "عشرة",
            "حداش",
            "طناش",
            "تلطاش",
            "ربعطاش",
            "خمسطاش",
            "سطاش",
            "سبعطاش",
            "تمنطاش",
            "تسعطاش",
        ],
        tens: ["عشرين", "تلاتين", "ربعين", "خمسين", "ستين", "سبعين", "تمانين", "تسعين"],
        thousands: Some(["تلت آلاف", "ربع آلاف", "خمس آلاف", "ست آلاف", "سبع آلاف", "تمن آلاف", "تسع آلاف", "عشر آلاف"]),
        ..egypt.clone()
    };
    let all = landmarks();
    for (name, way) in [("Egypt", &egypt), ("the Levant", &levant), ("the Gulf", &gulf), ("the Maghreb", &maghreb)] {
        check(name, &all, |n| way.spell(n));
        let apart = Way { and: " و ", ..way.clone() };
        check(name, &all, |n| apart.spell(n));
        let joined = Way { thousands: Some(joined), ..way.clone() };
        check(name, &all, |n| joined.spell(n));
    }
}

/// Ordinals below a hundred with and without the article, and above it after the hundreds or before them.
#[test]
fn ordinals() {
    let units = ["أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"];
    let feminine = ["أولى", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة", "تاسعة", "عاشرة"];
    let spell = |number: usize, units: &[&str; 10], article: &str, and: &str, tens: &[&'static str; 8]| {
        let is_feminine = units[2].ends_with('ة');
        let one = if is_feminine { "حادية" } else { "حادي" };
        let of = |unit: usize, alone: bool| if unit == 1 && !alone { one } else { units[unit - 1] };
        match (number / 10, number % 10) {
            (0, unit) => format!("{article}{}", of(unit, true)),
            (1, 0) => format!("{article}{}", units[9]),
            (1, unit) => format!("{article}{} عشر{}", of(unit, false), if is_feminine { "ة" } else { "" }),
            (ten, 0) => format!("{article}{}", tens[ten - 2]),
            (ten, unit) => format!("{article}{}{and}{article}{}", of(unit, false), tens[ten - 2]),
        }
    };
    let mut count = 0;
    for units in [&units, &feminine] {
        for and in [" و", " و "] {
            for tens in [&TENS, &OBLIQUE_TENS] {
                for number in 1..100 {
                    let small = spell(number, units, "ال", and, tens);
                    let mut forms = vec![(number, small.clone())];
                    for (base, word) in
                        [(100, "المئة"), (100, "المائة"), (200, "المئتين"), (1000, "الألف"), (300, "الثلاثمئة")]
                    {
                        forms.push((base + number, format!("{small} بعد {word}")));
                        forms.push((base + number, format!("{word}{and}{small}")));
                    }
                    // `رابعة` is a name, `ثانية` a second.
                    if number > 10 && !number.is_multiple_of(10) {
                        forms.push((number, spell(number, units, "", and, tens)));
                    }
                    for (value, words) in forms {
                        let found = numbers(&words);
                        let right = found.len() == 1
                            && found[0].kind() == EntityKind::Ordinal
                            && found[0].span().of(&words) == words
                            && found[0].quantity().number() == (value as u32).into();
                        assert!(right, "{value}: {words}: {found:?}");
                        count += 1;
                    }
                }
            }
        }
    }
    assert!(count > 8_000, "{count}");
}
