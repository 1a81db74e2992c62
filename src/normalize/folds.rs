/// What [`Normalizer`](crate::Normalizer) does with the forms of alef.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Alef {
    /// Leaves them as they are.
    #[default]
    Keep,
    /// أ إ آ (U+0623, U+0625, U+0622) become ا (U+0627).
    Hamza,
    /// As [`Alef::Hamza`], and ٱ (U+0671).
    Wasla,
    /// As [`Alef::Wasla`], and the rare U+0672, U+0673, U+0675.
    All,
}

/// What [`Normalizer`](crate::Normalizer) does with hamza on waw or yeh (ؤ U+0624, ئ U+0626).
///
/// The high hamza digraphs of Kazakh (U+0676–U+0678) go the same way; high hamza alone (U+0674) stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Hamza {
    /// Leaves ؤ and ئ as they are.
    #[default]
    Keep,
    /// Writes the carrier alone: و (U+0648) and ي (U+064A), and for U+0677 ۇ (U+06C7).
    ToCarrier,
    /// Writes the hamza alone: ء (U+0621).
    ToHamza,
    /// Writes the carrier alone and deletes ء.
    Drop,
}

/// What [`Normalizer`](crate::Normalizer) does with teh marbuta (ة U+0629).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TehMarbuta {
    /// Leaves it.
    #[default]
    Keep,
    /// Writes ه (U+0647), as it is said at the end of a phrase and as carelessly typed text has it.
    ToHeh,
    /// Writes ت (U+062A), as it is said before another noun and written before a suffix (مدرسة, مدرستنا).
    ToTeh,
}

/// What [`Normalizer`](crate::Normalizer) does with superscript alef (U+0670).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SuperscriptAlef {
    /// Leaves it.
    #[default]
    Keep,
    /// Deletes it, as modern spelling does in هذا and الرحمن.
    Drop,
    /// Writes ا (U+0627), as modern spelling does in most other words.
    ToAlef,
}

/// The digits that [`Normalizer`](crate::Normalizer) writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Digits {
    /// Those of the source.
    #[default]
    Keep,
    /// 0–9 (U+0030–U+0039).
    Ascii,
    /// ٠–٩ (U+0660–U+0669), those of the Arab east.
    ArabicIndic,
    /// ۰–۹ (U+06F0–U+06F9), those of Persian and Urdu.
    Extended,
}

/// What [`Normalizer`](crate::Normalizer) does with the zero-width non-joiner (U+200C).
///
/// ```
/// use kashaf::{Folds, NonJoiner, Normalizer};
///
/// for (non_joiner, folded) in [(NonJoiner::Drop, "میروم"), (NonJoiner::ToSpace, "می روم")] {
///     let mut folds = Folds::none();
///     folds.non_joiner = non_joiner;
///     assert_eq!(Normalizer::new(folds).normalize("می\u{200C}روم").as_str(), folded);
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NonJoiner {
    /// Leaves it.
    #[default]
    Keep,
    /// Deletes it, which joins the parts of a Persian word. It stays in emoji and in scripts that are written with it, as those of India.
    Drop,
    /// Writes a space, which splits them, in every script.
    ToSpace,
}

/// What [`Normalizer`](crate::Normalizer) does with runs of white space.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WhiteSpace {
    /// Leaves them.
    #[default]
    Keep,
    /// Writes one space (U+0020).
    Collapse,
    /// Writes one line feed (U+000A) when the run holds a line break, else one space.
    CollapseLines,
}

/// The folds of a [`Normalizer`](crate::Normalizer), each an option of its own.
///
/// [`Folds::none`] has all of them off. The struct may gain options, so it is
/// made by changing an existing one.
///
/// # Examples
///
/// ```
/// use kashaf::{Digits, Folds, Normalizer, TehMarbuta};
///
/// let mut folds = Folds::none();
/// folds.tatweel = true;
/// folds.digits = Digits::Ascii;
/// assert_eq!(Normalizer::new(folds).normalize("قطـر ٢٠٢٢").as_str(), "قطر 2022");
///
/// // A preset with one thing different.
/// let mut folds = Normalizer::search().folds().clone();
/// folds.teh_marbuta = TehMarbuta::Keep;
/// assert_eq!(Normalizer::new(folds).normalize("الدَّوْحة").as_str(), "الدوحة");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Folds {
    /// Deletes fatha, damma and kasra (U+064E–U+0650).
    pub harakat: bool,
    /// Deletes tanween (U+064B–U+064D).
    pub tanween: bool,
    /// Deletes shadda (U+0651).
    pub shadda: bool,
    /// Deletes sukun (U+0652).
    pub sukun: bool,
    /// Superscript alef (U+0670).
    pub superscript_alef: SuperscriptAlef,
    /// Deletes madda and hamza above and below (U+0653–U+0655) that stand as marks of their own.
    ///
    /// With [`Folds::nfc`] those on ا و ي are part of the letter instead.
    pub hamza_marks: bool,
    /// Deletes Quranic annotation: U+0610–U+061A, U+06D6–U+06DC, U+06DF–U+06E4, U+06E7, U+06E8, U+06EA–U+06ED.
    ///
    /// The end of ayah (U+06DD), rub el hizb (U+06DE), sajdah (U+06E9) and the
    /// small waw and yeh (U+06E5, U+06E6) are no marks and stay.
    pub quranic_marks: bool,
    /// Deletes the marks of other orthographies and extended Quranic marks:
    /// U+0656–U+065F, U+0897–U+089F, U+08CA–U+08E1, U+08E3–U+08FF, U+10ECB–U+10ECF,
    /// U+10EF0–U+10EFF.
    pub extended_marks: bool,
    /// Deletes tatweel (U+0640).
    pub tatweel: bool,
    /// Forms of alef.
    pub alef: Alef,
    /// Hamza on waw and yeh.
    pub hamza: Hamza,
    /// ى (U+0649) becomes ي (U+064A).
    pub alef_maqsura: bool,
    /// Teh marbuta.
    pub teh_marbuta: TehMarbuta,
    /// Persian, Urdu and Kurdish look-alikes become the Arabic letter; پ چ ژ گ stay.
    ///
    /// U+06A9, U+06AA, U+06AC to ك; U+06CC, U+06CD, U+06D0, U+06D2, U+06D3 to
    /// ي; U+06BE, U+06C0–U+06C2, U+06D5 to ه; U+06C3 to ة or what
    /// [`Folds::teh_marbuta`] makes of it.
    pub lookalikes: bool,
    /// Presentation forms and ligatures (U+FB50–U+FDEF, U+FE70–U+FEFC) and mathematical
    /// letters (U+1EE00–U+1EEBB) become plain letters.
    ///
    /// Unlike NFKC this writes forms of bare marks without a space or tatweel under them.
    pub presentation_forms: bool,
    /// Ligatures of words (U+FDF0–U+FDFC, ﷲ ﷺ ﷼) become the words, as Unicode decomposes them.
    pub word_ligatures: bool,
    /// Ligatures of phrases that Unicode does not decompose (U+FD40–U+FD4F,
    /// U+FDCF, U+FDFD–U+FDFF, ﷽) become the words.
    pub phrase_ligatures: bool,
    /// ASCII, Arabic-Indic and extended Arabic-Indic digits.
    pub digits: Digits,
    /// ٫ ٬ ٪ (U+066B, U+066C, U+066A) become `.` `,` `%`.
    pub number_separators: bool,
    /// ، ؛ ؟ ۔ ٭ ؍ (U+060C, U+061B, U+061F, U+06D4, U+066D, U+060D) become `,` `;` `?` `.` `*` `/`.
    pub punctuation: bool,
    /// Deletes bidi controls: U+061C, U+200E, U+200F, U+202A–U+202E, U+2066–U+2069.
    pub bidi_controls: bool,
    /// Deletes zero-width characters but for the non-joiner: U+034F, U+200B, U+200D, U+2060–U+2064.
    ///
    /// The joiner (U+200D) stays in emoji and in scripts that are written with it, as those of India.
    pub zero_width: bool,
    /// The zero-width non-joiner (U+200C).
    pub non_joiner: NonJoiner,
    /// Deletes soft hyphens (U+00AD).
    pub soft_hyphen: bool,
    /// Deletes byte order marks (U+FEFF).
    pub byte_order_mark: bool,
    /// The longest run of one Arabic letter, longer ones are cut to it; 0 for no limit.
    ///
    /// It counts after the other folds. Digits, marks and other scripts are never cut.
    ///
    /// ```
    /// # use kashaf::{Folds, Normalizer};
    /// let mut folds = Folds::none();
    /// folds.elongation = 2;
    /// assert_eq!(Normalizer::new(folds).normalize("ههههه 1000").as_str(), "هه 1000");
    /// ```
    pub elongation: u8,
    /// Runs of white space.
    pub white_space: WhiteSpace,
    /// Lower-cases text of other scripts.
    pub lowercase: bool,
    /// Canonical composition (NFC, Unicode Standard Annex 15) before the other folds and after.
    ///
    /// With it, composed and decomposed text fold alike: أ is one letter, written as U+0623 or as ا with U+0654.
    pub nfc: bool,
}

impl Folds {
    /// No fold at all.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            harakat: false,
            tanween: false,
            shadda: false,
            sukun: false,
            superscript_alef: SuperscriptAlef::Keep,
            hamza_marks: false,
            quranic_marks: false,
            extended_marks: false,
            tatweel: false,
            alef: Alef::Keep,
            hamza: Hamza::Keep,
            alef_maqsura: false,
            teh_marbuta: TehMarbuta::Keep,
            lookalikes: false,
            presentation_forms: false,
            word_ligatures: false,
            phrase_ligatures: false,
            digits: Digits::Keep,
            number_separators: false,
            punctuation: false,
            bidi_controls: false,
            zero_width: false,
            non_joiner: NonJoiner::Keep,
            soft_hyphen: false,
            byte_order_mark: false,
            elongation: 0,
            white_space: WhiteSpace::Keep,
            lowercase: false,
            nfc: false,
        }
    }

    /// These folds, and every mark of the Arabic blocks deleted.
    #[must_use]
    pub const fn without_marks(mut self) -> Self {
        self.superscript_alef = SuperscriptAlef::Drop;
        self.hamza_marks = true;
        self.quranic_marks = true;
        self.extended_marks = true;
        self.without_vowels()
    }

    /// These folds, and harakat, tanween, shadda and sukun (U+064B–U+0652) deleted.
    #[must_use]
    pub const fn without_vowels(mut self) -> Self {
        self.harakat = true;
        self.tanween = true;
        self.shadda = true;
        self.sukun = true;
        self
    }

    /// These folds, and every invisible character deleted: bidi controls,
    /// zero-width characters, soft hyphens, byte order marks.
    #[must_use]
    pub const fn without_controls(mut self) -> Self {
        self.bidi_controls = true;
        self.zero_width = true;
        self.non_joiner = NonJoiner::Drop;
        self.soft_hyphen = true;
        self.byte_order_mark = true;
        self
    }

    /// Whether ZERO WIDTH NON-JOINER or JOINER is deleted where it is not part of what is read.
    pub(super) const fn deletes_joiners(&self) -> bool {
        self.zero_width || matches!(self.non_joiner, NonJoiner::Drop)
    }
}

impl Default for Folds {
    /// [`Folds::none`].
    fn default() -> Self {
        Self::none()
    }
}
