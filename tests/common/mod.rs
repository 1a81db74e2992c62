//! What the tests share.
#![allow(dead_code)] // each test uses its part

use std::path::{Path, PathBuf};

use kashaf::{Alef, Digits, Folds, Hamza, NonJoiner, Normalizer, SuperscriptAlef, TehMarbuta, WhiteSpace};

/// The rows of a table in `tests/data`: a header line, then cells between tabs.
/// `\n` in a cell is a line break.
pub fn rows(table: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(table);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut lines = text.lines();
    let columns = lines.next().expect("a header").split('\t').count();
    lines
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
        .map(|(i, line)| {
            let row: Vec<String> = line.split('\t').map(|cell| cell.replace("\\n", "\n")).collect();
            assert_eq!(row.len(), columns, "{table}:{}", i + 2);
            row
        })
        .collect()
}

/// Reads `\\u{…}` in a cell.
pub fn unescape(cell: &str) -> String {
    let mut parts = cell.split("\\u{");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (hex, rest) = part.split_once('}').unwrap();
        out.push(char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap());
        out.push_str(rest);
    }
    out
}

/// A name and what it sets.
type Single = (&'static str, fn(&mut Folds));

/// Every option of [`Folds`] alone, by name, at every setting.
pub const SINGLE: &[Single] = &[
    ("harakat", |f| f.harakat = true),
    ("tanween", |f| f.tanween = true),
    ("shadda", |f| f.shadda = true),
    ("sukun", |f| f.sukun = true),
    ("superscript_alef drop", |f| f.superscript_alef = SuperscriptAlef::Drop),
    ("superscript_alef to_alef", |f| f.superscript_alef = SuperscriptAlef::ToAlef),
    ("hamza_marks", |f| f.hamza_marks = true),
    ("quranic_marks", |f| f.quranic_marks = true),
    ("extended_marks", |f| f.extended_marks = true),
    ("tatweel", |f| f.tatweel = true),
    ("alef hamza", |f| f.alef = Alef::Hamza),
    ("alef wasla", |f| f.alef = Alef::Wasla),
    ("alef all", |f| f.alef = Alef::All),
    ("hamza to_carrier", |f| f.hamza = Hamza::ToCarrier),
    ("hamza to_hamza", |f| f.hamza = Hamza::ToHamza),
    ("hamza drop", |f| f.hamza = Hamza::Drop),
    ("alef_maqsura", |f| f.alef_maqsura = true),
    ("teh_marbuta to_heh", |f| f.teh_marbuta = TehMarbuta::ToHeh),
    ("teh_marbuta to_teh", |f| f.teh_marbuta = TehMarbuta::ToTeh),
    ("lookalikes", |f| f.lookalikes = true),
    ("presentation_forms", |f| f.presentation_forms = true),
    ("word_ligatures", |f| f.word_ligatures = true),
    ("phrase_ligatures", |f| f.phrase_ligatures = true),
    ("digits ascii", |f| f.digits = Digits::Ascii),
    ("digits arabic_indic", |f| f.digits = Digits::ArabicIndic),
    ("digits extended", |f| f.digits = Digits::Extended),
    ("number_separators", |f| f.number_separators = true),
    ("punctuation", |f| f.punctuation = true),
    ("bidi_controls", |f| f.bidi_controls = true),
    ("zero_width", |f| f.zero_width = true),
    ("non_joiner drop", |f| f.non_joiner = NonJoiner::Drop),
    ("non_joiner to_space", |f| f.non_joiner = NonJoiner::ToSpace),
    ("soft_hyphen", |f| f.soft_hyphen = true),
    ("byte_order_mark", |f| f.byte_order_mark = true),
    ("elongation 1", |f| f.elongation = 1),
    ("elongation 2", |f| f.elongation = 2),
    ("white_space collapse", |f| f.white_space = WhiteSpace::Collapse),
    ("white_space collapse_lines", |f| f.white_space = WhiteSpace::CollapseLines),
    ("lowercase", |f| f.lowercase = true),
    ("nfc", |f| f.nfc = true),
];

/// The folds of that name in [`SINGLE`], or several with `+` between.
pub fn choice(names: &str) -> Normalizer {
    let mut folds = Folds::none();
    for name in names.split(" + ") {
        let (_, set) = SINGLE.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no fold {name}"));
        set(&mut folds);
    }
    Normalizer::new(folds)
}

/// The folder of shared measuring data, when the environment names one.
pub fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("KASHAF_SHARED").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: KASHAF_SHARED is not set");
    }
    folder
}

/// A row of a gold file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gold {
    pub surface: String,
    pub kind: String,
    pub value: String,
    /// May be found or not.
    pub optional: bool,
}

impl Gold {
    /// From the cells `surface`, `kind`, `value`.
    pub fn new(surface: &str, kind: &str, value: &str) -> Self {
        let (kind, optional) = kind.strip_prefix('?').map_or((kind, false), |kind| (kind, true));
        Self { surface: surface.to_owned(), kind: kind.to_owned(), value: value.to_owned(), optional }
    }
}

/// The surface of a mention as gold files write it: with the article that ل has swallowed.
pub fn surface(mention: &kashaf::Mention<'_>) -> String {
    let text = mention.text();
    if mention.proclitics().preposition() == Some('ل') && text.starts_with('ل') && text.chars().nth(1) != Some('ب') {
        format!("ا{text}")
    } else {
        text.to_owned()
    }
}

/// Numbers below a limit that look random and are the same each time.
pub fn random(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    }
}

/// Strings of up to 13 characters of an alphabet, the same ones each time.
pub fn strings(alphabet: &[char], count: usize) -> impl Iterator<Item = String> + use<> {
    let mut random = random(42);
    let alphabet = alphabet.to_vec();
    (0..count).map(move |_| (0..random(14)).map(|_| alphabet[random(alphabet.len())]).collect())
}
