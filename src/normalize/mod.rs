//! Folding Arabic spelling, with an alignment back to the source.

mod fold;
mod normalized;
mod transliterate;

use unicode_normalization::{IsNormalized, UnicodeNormalization, char::canonical_combining_class, is_nfc_quick};

use fold::is_mark_form;
pub(crate) use fold::{digit, fold_char, is_arabic, is_attached, is_control};
use normalized::Builder;
pub use normalized::Normalized;
pub use transliterate::Transliteration;

/// What [`Normalizer`] does with a hamza that sits on waw or yeh (ؤ ئ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Hamza {
    /// Leaves ؤ and ئ as they are.
    Keep,
    /// Writes the carrier alone: و and ي.
    ToCarrier,
}

/// The folds of a [`Normalizer`], each a switch of its own.
///
/// [`Folds::none`] has all of them off.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Folds {
    /// Deletes vowel marks, Quranic marks and other combining marks of the Arabic blocks.
    pub marks: bool,
    /// Deletes tatweel (U+0640).
    pub tatweel: bool,
    /// أ إ آ ٱ and U+0672, U+0673, U+0675 become ا.
    pub alef: bool,
    /// ؤ and ئ.
    pub hamza: Hamza,
    /// ى becomes ي.
    pub alef_maqsura: bool,
    /// ة becomes ه.
    pub teh_marbuta: bool,
    /// Persian, Urdu and Kurdish look-alikes (ک ی ہ ھ ە ے) become the Arabic letter; پ چ ژ گ stay.
    pub lookalikes: bool,
    /// Presentation forms and ligatures become plain letters.
    pub presentation_forms: bool,
    /// Arabic-Indic and extended Arabic-Indic digits become ASCII digits.
    pub digits: bool,
    /// Deletes bidi controls, zero-width characters, soft hyphens and byte order marks.
    pub controls: bool,
    /// Lower-cases text of other scripts.
    pub lowercase: bool,
    /// Canonical composition (NFC) before the other folds and after.
    pub nfc: bool,
}

impl Folds {
    /// No fold at all.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            marks: false,
            tatweel: false,
            alef: false,
            hamza: Hamza::Keep,
            alef_maqsura: false,
            teh_marbuta: false,
            lookalikes: false,
            presentation_forms: false,
            digits: false,
            controls: false,
            lowercase: false,
            nfc: false,
        }
    }
}

/// Folds the spelling of Arabic text.
///
/// Normalizing never fails, whatever the text. It takes time linear in the
/// text, and a text that does not change is not copied.
///
/// # Examples
///
/// ```
/// use kashaf::Normalizer;
///
/// let n = Normalizer::search().normalize("الدَّوْحـة إلى أميركا ٢٠٢٣");
/// assert_eq!(n.as_str(), "الدوحه الي اميركا 2023");
///
/// // From a hit in the folded text back to the source, marks and all.
/// let hit = n.as_str().find("الدوحه").unwrap();
/// assert_eq!(n.to_source(hit..hit + "الدوحه".len()).of(n.source()), "الدَّوْحـة");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Normalizer {
    folds: Folds,
}

/// A name and what it makes.
type Preset = (&'static str, fn() -> Normalizer);

impl Default for Normalizer {
    /// [`Normalizer::search`].
    fn default() -> Self {
        Self::search()
    }
}

impl Normalizer {
    /// A normalizer that applies exactly these folds.
    #[must_use]
    pub const fn new(folds: Folds) -> Self {
        Self { folds }
    }

    /// Folds for matching: every fold there is. Idempotent; NFC out; the same for NFC and NFD input.
    #[must_use]
    pub const fn search() -> Self {
        Self::new(Folds {
            marks: true,
            tatweel: true,
            alef: true,
            hamza: Hamza::ToCarrier,
            alef_maqsura: true,
            teh_marbuta: true,
            lookalikes: true,
            presentation_forms: true,
            digits: true,
            controls: true,
            lowercase: true,
            nfc: true,
        })
    }

    /// Folds that a reader does not see: NFC, tatweel, invisible characters.
    #[must_use]
    pub const fn light() -> Self {
        Self::new(Folds { tatweel: true, controls: true, nfc: true, ..Folds::none() })
    }

    /// Deletes vowel marks and tatweel and leaves the letters alone.
    #[must_use]
    pub const fn dediacritize() -> Self {
        Self::new(Folds { marks: true, tatweel: true, nfc: true, ..Folds::none() })
    }

    /// The preset of that name: `search`, `light` or `dediacritize`.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::Normalizer;
    ///
    /// assert_eq!(Normalizer::preset("light"), Some(Normalizer::light()));
    /// assert_eq!(Normalizer::preset("no such"), None);
    /// ```
    #[must_use]
    pub fn preset(name: &str) -> Option<Self> {
        Self::PRESETS.into_iter().find(|&(known, _)| known == name).map(|(_, make)| make())
    }

    /// The names that [`Normalizer::preset`] knows.
    pub fn preset_names() -> impl Iterator<Item = &'static str> {
        Self::PRESETS.into_iter().map(|(name, _)| name)
    }

    const PRESETS: [Preset; 3] =
        [("search", Self::search), ("light", Self::light), ("dediacritize", Self::dediacritize)];

    /// The folds this normalizer applies.
    #[must_use]
    pub const fn folds(&self) -> &Folds {
        &self.folds
    }

    /// Folds `text`. Linear in its length.
    #[must_use]
    pub fn normalize<'t>(&self, text: &'t str) -> Normalized<'t> {
        let mut out = Builder::new(text);
        let mut chars = text.char_indices().peekable();
        let mut folded = String::new();
        while let Some((at, c)) = chars.next() {
            let mut end = at + c.len_utf8();
            let mut apart = starts_cluster(c);
            while let Some((i, next)) = chars.next_if(|&(_, next)| !starts_cluster(next)) {
                end = i + next.len_utf8();
                apart &= self.deletes(next) && !is_hamza_mark(next);
            }
            let cluster = text.get(at..end).unwrap_or("");
            // A character and what is only deleted after it fold one by one.
            if apart || !self.folds.nfc {
                cluster.char_indices().for_each(|(i, c)| out.fold(at + i, c, &self.folds));
                continue;
            }
            // Deleting a mark can bring together what composes, so NFC comes first and last.
            folded.clear();
            for c in cluster.nfc() {
                fold_char(c, &self.folds, &mut |c| folded.push(c));
            }
            out.replace(at, end, folded.nfc());
        }
        out.finish()
    }

    /// Whether the folds delete a character.
    fn deletes(&self, c: char) -> bool {
        let mut kept = false;
        fold_char(c, &self.folds, &mut |_| kept = true);
        !kept
    }
}

/// Whether a character is in composed form by itself and never combines with
/// what stands before it, even when what lies between is deleted.
fn starts_cluster(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' | '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' => true,
        _ if is_control(c) || is_attached(c) || is_mark_form(c) => false,
        _ => canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes,
    }
}

/// The marks that Arabic letters compose with: MADDAH ABOVE, HAMZA ABOVE, HAMZA BELOW.
const fn is_hamza_mark(c: char) -> bool {
    matches!(c, '\u{0653}'..='\u{0655}')
}
