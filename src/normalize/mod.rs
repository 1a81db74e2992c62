//! Folding Arabic spelling, with an alignment back to the source.

mod builder;
mod compat;
mod fold;
mod folds;
mod normalized;
mod transliterate;

use unicode_normalization::{IsNormalized, UnicodeNormalization, char::canonical_combining_class, is_nfc_quick};

pub use builder::Buffer;
use builder::{Builder, Runs};
use compat::System;
pub(crate) use fold::{digit, fold_char, is_arabic, is_attached, is_control};
use fold::{is_mark_form, is_plain};
pub use folds::{Alef, Digits, Folds, Hamza, NonJoiner, SuperscriptAlef, WhiteSpace};
pub use normalized::Normalized;
pub use transliterate::Transliteration;

/// Folds the spelling of Arabic text.
///
/// Normalizing never fails, whatever the text. It takes time linear in the
/// text, and a text that does not change is not copied.
///
/// [`search`](Self::search), [`light`](Self::light) and
/// [`dediacritize`](Self::dediacritize) are choices of [`Folds`], and
/// [`new`](Self::new) takes any other. The presets named after Lucene, CAMeL
/// Tools, charabia, AraBERT and PyArabic make the text that those make.
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
    /// The table of another system, which comes before the folds.
    system: Option<System>,
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
        Self { system: None, folds }
    }

    /// Folds for matching: marks, letters, digits, presentation forms, invisible characters, case.
    ///
    /// Idempotent; NFC out; the same for NFC and NFD input. Punctuation, white
    /// space, elongation and ligatures of phrases (﷽) stay.
    #[must_use]
    pub const fn search() -> Self {
        let mut folds = Folds::none().without_marks().without_controls();
        folds.tatweel = true;
        folds.alef = Alef::All;
        folds.hamza = Hamza::ToCarrier;
        folds.alef_maqsura = true;
        folds.teh_marbuta = true;
        folds.lookalikes = true;
        folds.presentation_forms = true;
        folds.word_ligatures = true;
        folds.digits = Digits::Ascii;
        folds.lowercase = true;
        folds.nfc = true;
        Self::new(folds)
    }

    /// Folds that a reader does not see: NFC, tatweel, invisible characters.
    #[must_use]
    pub const fn light() -> Self {
        let mut folds = Folds::none().without_controls();
        folds.tatweel = true;
        folds.nfc = true;
        Self::new(folds)
    }

    /// Deletes the marks of the Arabic blocks and tatweel and leaves the letters alone.
    #[must_use]
    pub const fn dediacritize() -> Self {
        let mut folds = Folds::none().without_marks();
        folds.tatweel = true;
        folds.nfc = true;
        Self::new(folds)
    }

    /// The preset of that name; [`Normalizer::preset_names`] lists them.
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

    /// The names that [`Normalizer::preset`] knows, each that of its constructor.
    pub fn preset_names() -> impl Iterator<Item = &'static str> {
        Self::PRESETS.into_iter().map(|(name, _)| name)
    }

    const PRESETS: [Preset; 12] = [
        ("search", Self::search),
        ("light", Self::light),
        ("dediacritize", Self::dediacritize),
        ("lucene", Self::lucene),
        ("lucene_persian", Self::lucene_persian),
        ("camel_alef", Self::camel_alef),
        ("camel_ya", Self::camel_ya),
        ("camel_ta", Self::camel_ta),
        ("camel_dediac", Self::camel_dediac),
        ("charabia", Self::charabia),
        ("arabert", Self::arabert),
        ("pyarabic_searchtext", Self::pyarabic_searchtext),
    ];

    /// The folds this normalizer applies.
    ///
    /// `lucene_persian`, `charabia`, `arabert` and `pyarabic_searchtext` work
    /// by tables of their own, of which the folds say nothing.
    #[must_use]
    pub const fn folds(&self) -> &Folds {
        &self.folds
    }

    /// Folds `text`. Linear in its length.
    #[must_use]
    pub fn normalize<'t>(&self, text: &'t str) -> Normalized<'t> {
        let mut buffer = Buffer::new();
        self.run(text, &mut buffer);
        Normalized::owned(text, buffer)
    }

    /// Folds `text` into memory that the caller reuses.
    ///
    /// Once the buffer has grown to the size of the texts, this allocates
    /// nothing, unless a letter carries more than four marks. Linear in the length.
    ///
    /// # Examples
    ///
    /// ```
    /// use kashaf::{Buffer, Normalizer};
    ///
    /// let normalizer = Normalizer::search();
    /// let mut buffer = Buffer::new();
    /// for (line, folded) in [("إلى الدَّوْحة", "الي الدوحه"), ("قطر", "قطر")] {
    ///     assert_eq!(normalizer.normalize_into(line, &mut buffer).as_str(), folded);
    /// }
    /// ```
    #[must_use]
    pub fn normalize_into<'b>(&self, text: &'b str, buffer: &'b mut Buffer) -> Normalized<'b> {
        buffer.clear();
        self.run(text, buffer);
        Normalized::borrowed(text, buffer)
    }

    fn run(&self, text: &str, buffer: &mut Buffer) {
        let mut folded = std::mem::take(&mut buffer.folded);
        let runs = Runs::of(self);
        let easy = runs.is_none();
        let mut out = Builder::new(text, buffer, runs);
        let mut chars = text.char_indices().peekable();
        let splits = self.folds.non_joiner == NonJoiner::ToSpace;
        let keeps_hamza = self.folds.hamza != Hamza::Drop;
        let starts = |c| match c {
            '\u{200C}' => splits,      // ZERO WIDTH NON-JOINER
            '\u{0621}' => keeps_hamza, // HAMZA, whose marks go to the letter before when it is deleted
            _ => starts_cluster(c),
        };
        while let Some((at, c)) = chars.next() {
            if easy && is_plain(c) && chars.peek().is_none_or(|&(_, next)| is_plain(next)) {
                continue;
            }
            let mut end = at + c.len_utf8();
            let mut apart = starts(c);
            while let Some((i, next)) = chars.next_if(|&(_, next)| !starts(next)) {
                end = i + next.len_utf8();
                apart &= self.deletes(next) && !is_hamza_mark(next);
            }
            let cluster = text.get(at..end).unwrap_or("");
            // A character and what is only deleted after it fold one by one.
            if apart || !self.folds.nfc {
                for (i, c) in cluster.char_indices().filter(|&(_, c)| !easy || !is_plain(c)) {
                    out.replace(at + i, at + i + c.len_utf8(), |piece| self.fold(c, &mut |c| piece.push(c)));
                }
            } else {
                out.replace(at, end, |piece| self.fold_cluster(cluster, piece, &mut folded));
            }
        }
        out.finish();
        buffer.folded = folded;
    }

    /// Folds a letter and its marks as one.
    ///
    /// Deleting a mark can bring together what composes, so NFC comes first
    /// and last, and what it composed is folded again. Every round takes off
    /// one hamza or madda; the bound, more than any letter carries, keeps the
    /// time linear.
    fn fold_cluster(&self, cluster: &str, piece: &mut String, folded: &mut String) {
        piece.extend(cluster.nfc());
        for _ in 0..8 {
            folded.clear();
            piece.chars().for_each(|c| self.fold(c, &mut |c| folded.push(c)));
            if folded == piece {
                return;
            }
            piece.clear();
            piece.extend(folded.nfc());
        }
    }

    /// What becomes of one character.
    fn fold(&self, c: char, emit: &mut impl FnMut(char)) {
        match self.system {
            None => fold_char(c, &self.folds, emit),
            Some(system) => system.fold(c, &mut |c| fold_char(c, &self.folds, emit)),
        }
    }

    /// Whether the folds delete a character.
    fn deletes(&self, c: char) -> bool {
        let mut kept = false;
        self.fold(c, &mut |_| kept = true);
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
