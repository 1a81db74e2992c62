//! The normalizers of other systems, code point by code point.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::{Alef, Folds, Normalizer, SuperscriptAlef, TehMarbuta, WhiteSpace};

/// A system whose table is not a choice of [`Folds`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum System {
    LucenePersian,
    Charabia,
    Arabert,
    Pyarabic,
}

/// The same text as another system makes, to feed or to compare with it.
impl Normalizer {
    /// As `ArabicNormalizationFilter` of Apache Lucene (8.7 and 9.5).
    ///
    /// Fourteen code points: أ إ آ to ا, ة to ه, ى to ي; tatweel and U+064B–U+0652 deleted.
    #[must_use]
    pub const fn lucene() -> Self {
        let mut folds = Folds::none().without_vowels();
        folds.tatweel = true;
        folds.alef = Alef::Hamza;
        folds.alef_maqsura = true;
        folds.teh_marbuta = TehMarbuta::ToHeh;
        Self::new(folds)
    }

    /// As `PersianNormalizationFilter` of Apache Lucene, which writes Persian with Arabic letters.
    #[must_use]
    pub const fn lucene_persian() -> Self {
        Self::like(System::LucenePersian)
    }

    /// As `normalize_alef_ar` of CAMeL Tools: أ إ آ ٱ to ا.
    #[must_use]
    pub const fn camel_alef() -> Self {
        let mut folds = Folds::none();
        folds.alef = Alef::Wasla;
        Self::new(folds)
    }

    /// As `normalize_alef_maksura_ar` of CAMeL Tools: ى to ي.
    #[must_use]
    pub const fn camel_ya() -> Self {
        let mut folds = Folds::none();
        folds.alef_maqsura = true;
        Self::new(folds)
    }

    /// As `normalize_teh_marbuta_ar` of CAMeL Tools: ة to ه.
    #[must_use]
    pub const fn camel_ta() -> Self {
        let mut folds = Folds::none();
        folds.teh_marbuta = TehMarbuta::ToHeh;
        Self::new(folds)
    }

    /// As `dediac_ar` of CAMeL Tools: U+064B–U+0652 and U+0670 deleted.
    #[must_use]
    pub const fn camel_dediac() -> Self {
        let mut folds = Folds::none().without_vowels();
        folds.superscript_alef = SuperscriptAlef::Drop;
        Self::new(folds)
    }

    /// As charabia 0.9 and 0.10 (Meilisearch) normalize a token of Arabic script.
    ///
    /// NFKD without the combining marks, of every script, then tatweel, ى, ة
    /// and ٱ. Cutting into tokens and cutting off `ال` are left out.
    #[must_use]
    pub const fn charabia() -> Self {
        Self::like(System::Charabia)
    }

    /// As `ArabertPreprocessor` of AraBERT for its v02 models.
    ///
    /// Keeps the letters, digits and signs that the model knows and puts
    /// spaces around signs and between letters and digits; `/` becomes `-` and
    /// every other character a space. Cuts runs of one character to two and
    /// white space to one space. Left out are the rules that look for URLs,
    /// e-mail addresses, mentions, HTML tags and HTML entities.
    #[must_use]
    pub const fn arabert() -> Self {
        let mut folds = Folds::none();
        folds.elongation = 2;
        folds.white_space = WhiteSpace::Collapse;
        Self::of(Some(System::Arabert), folds)
    }

    /// As `normalize_searchtext` of PyArabic 0.6.
    ///
    /// Note that ى becomes ا here, and ؤ ئ become ء.
    #[must_use]
    pub const fn pyarabic_searchtext() -> Self {
        Self::like(System::Pyarabic)
    }

    const fn like(system: System) -> Self {
        Self::of(Some(system), Folds::none())
    }
}

impl System {
    /// Calls `emit` with what becomes of `c`.
    pub(super) fn fold(self, c: char, emit: &mut impl FnMut(char)) {
        match self {
            Self::LucenePersian => lucene_persian(c, emit),
            Self::Charabia => charabia(c, emit),
            Self::Arabert => arabert(c, emit),
            Self::Pyarabic => pyarabic(c, emit),
        }
    }
}

fn lucene_persian(c: char, emit: &mut impl FnMut(char)) {
    emit(match c {
        '\u{06CC}' | '\u{06D2}' => '\u{064A}', // FARSI YEH, YEH BARREE: YEH
        '\u{06A9}' => '\u{0643}',              // KEHEH: KAF
        '\u{06C0}' | '\u{06C1}' => '\u{0647}', // HEH WITH YEH ABOVE, HEH GOAL: HEH
        '\u{0654}' => return,                  // HAMZA ABOVE
        _ => c,
    });
}

fn charabia(c: char, emit: &mut impl FnMut(char)) {
    decompose_compatible(c, |d| match d {
        '\u{0640}' => {}                // TATWEEL
        '\u{0649}' => emit('\u{064A}'), // ALEF MAKSURA: YEH
        '\u{0629}' => emit('\u{0647}'), // TEH MARBUTA: HEH
        '\u{0671}' => emit('\u{0627}'), // ALEF WASLA: ALEF
        // Marks that its table lacks.
        '\u{0897}'..='\u{089F}' | '\u{08CA}'..='\u{08E1}' | '\u{08E3}' | '\u{08FF}' => emit(d),
        _ if is_combining_mark(d) => {}
        _ => emit(d),
    });
}

fn arabert(c: char, emit: &mut impl FnMut(char)) {
    match c {
        '\u{0640}' | '\u{064B}'..='\u{0652}' => {} // TATWEEL, FATHATAN to SUKUN
        '\u{0660}'..='\u{0669}' => emit(super::digit(c).unwrap_or(c)),
        // Letters of Arabic; HAMZA and MADDAH marks and the like; signs of numbers; ALEF forms
        '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' | '\u{0653}'..='\u{065F}' => emit(c),
        '\u{066A}'..='\u{066C}' | '\u{0671}'..='\u{0674}' | '\u{06DA}' => emit(c),
        '\u{060C}' | '\u{061B}' | '\u{061F}' => emit(c), // COMMA, SEMICOLON, QUESTION MARK
        '/' => emit('-'),
        '!'..='~' => emit(c),
        '\u{00AB}' | '\u{00B7}' | '\u{00BB}' | '\u{2014}' | '\u{2019}' | '\u{201C}' | '\u{201D}' | '\u{2026}' => {
            emit(c)
        }
        _ => emit(' '),
    }
}

fn pyarabic(c: char, emit: &mut impl FnMut(char)) {
    match c {
        '\u{0640}' | '\u{064B}'..='\u{0652}' => {} // TATWEEL, FATHATAN to SUKUN
        // ALEF with madda, hamza above, hamza below, wasla; superscript ALEF, ALEF MAKSURA
        '\u{0622}' | '\u{0623}' | '\u{0625}' | '\u{0671}' | '\u{0670}' | '\u{0649}' => emit('\u{0627}'),
        // WAW and YEH with hamza, HAMZA ABOVE, HAMZA BELOW
        '\u{0624}' | '\u{0626}' | '\u{0654}' | '\u{0655}' => emit('\u{0621}'),
        '\u{0629}' => emit('\u{0647}'), // TEH MARBUTA: HEH
        // LAM and an ALEF form as a ligature, isolated form
        '\u{FEF5}' | '\u{FEF7}' | '\u{FEF9}' | '\u{FEFB}' => ['\u{0644}', '\u{0627}'].into_iter().for_each(emit),
        _ => emit(c),
    }
}
