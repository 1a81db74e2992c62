//! Folding Arabic spelling, with an alignment back to the source.
//!
//! [`folds`] holds the options, [`fold`] what they do to one character, and
//! [`compat`] the tables of other systems. [`table`] keeps what becomes of each
//! character, and its role: whether it starts a cluster (a letter with its
//! marks), and whether it folds apart from its neighbours.
//!
//! [`pass`] folds a text: blocks of 64 bytes by [`two_byte`] where all
//! characters fold apart, else character by character, else a cluster as one,
//! as [`pieces`] cuts them. It notes a place about every block, from which
//! [`normalized`] makes the alignment again where it is asked for. Rules that
//! look at runs go through [`builder`] instead, which stores every edit.
//! [`writer`] folds a stream of pieces.

mod builder;
mod compat;
mod fold;
mod folds;
mod normalized;
mod pass;
mod pieces;
mod table;
mod transliterate;
mod two_byte;
mod writer;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use once_cell::sync::OnceCell;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose};

pub use builder::Buffer;
use builder::{Builder, Runs};
use compat::System;
use fold::joiners_stay_after;
pub(crate) use fold::{digit, fold_char, is_arabic, is_attached, is_control, is_joiner};
pub use folds::{Alef, Digits, Folds, Hamza, NonJoiner, SuperscriptAlef, TehMarbuta, WhiteSpace};
pub use normalized::Normalized;
use pieces::Pieces;
use table::Table;
pub use transliterate::Transliteration;
pub(crate) use two_byte::{BLOCK, BLOCK_ROOM, STEP, TwoByte};
pub use writer::NormalizingWriter;

/// Folds the spelling of Arabic text.
///
/// Normalizing never fails, whatever the text. It takes time linear in the
/// text: with the alignment about six times less than a plain loop over the
/// characters, plain or vocalised (`cargo bench --bench ratios`). A text that
/// does not change is borrowed.
///
/// Immutable, and cheap to clone and share between threads. What becomes of
/// each character is worked out when a page of 256 is first met, in about
/// 10 µs, once in the process for a preset and once a `Normalizer` for other
/// choices of folds; so keep those.
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
#[derive(Clone)]
pub struct Normalizer {
    /// The table of another system, which comes before the folds.
    system: Option<System>,
    folds: Folds,
    /// What it makes of each character, made when it is first needed.
    table: OnceCell<Arc<Table>>,
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
    const fn of(system: Option<System>, folds: Folds) -> Self {
        Self { system, folds, table: OnceCell::new() }
    }

    /// A normalizer that applies exactly these folds.
    #[must_use]
    pub const fn new(folds: Folds) -> Self {
        Self::of(None, folds)
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
        folds.teh_marbuta = TehMarbuta::ToHeh;
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
        let changed = self.run(text, &mut buffer);
        Normalized::owned(self, text, changed, buffer)
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
        let changed = self.run(text, buffer);
        Normalized::borrowed(self, text, changed, buffer)
    }

    /// Folds `text` into `buffer`. Gives false when nothing changes.
    fn run(&self, text: &str, buffer: &mut Buffer) -> bool {
        buffer.clear();
        match Runs::of(self) {
            None => pass::fold(self, text, buffer),
            Some(runs) => Builder::new(text, buffer, runs).run(self),
        }
    }

    /// What this normalizer makes of each character.
    fn table(&self) -> &Arc<Table> {
        /// Those of the presets, in their order, which every normalizer of that name shares.
        static SHARED: [OnceCell<Arc<Table>>; Normalizer::PRESETS.len()] =
            [const { OnceCell::new() }; Normalizer::PRESETS.len()];
        self.table.get_or_init(|| {
            let make = || Arc::new(Table::new(Self::of(self.system, self.folds.clone())));
            let preset = Self::PRESETS.iter().position(|(_, preset)| preset() == *self);
            preset.and_then(|at| SHARED.get(at)).map_or_else(make, |shared| shared.get_or_init(make).clone())
        })
    }

    /// Appends to `out` what becomes of a letter and its marks as one; `spare` is memory to use.
    ///
    /// Deleting a mark can bring together what composes, so NFC comes first
    /// and last, and what it composed is folded again. Each round but the last
    /// changes the letter; the bound, more than any letter changes, keeps the
    /// time linear.
    fn fold_cluster(&self, cluster: &str, out: &mut String, spare: &mut String) {
        let start = out.len();
        let put_composed = |text: &str, out: &mut String| {
            if self.folds.nfc { out.extend(text.nfc()) } else { out.push_str(text) }
        };
        put_composed(cluster, out);
        for _ in 0..8 {
            let folded = out.get(start..).unwrap_or("");
            spare.clear();
            let mut joiners_stay = false;
            for c in folded.chars() {
                if joiners_stay && is_joiner(c) {
                    spare.push(c);
                    continue;
                }
                let from = spare.len();
                self.fold(c, &mut |c| spare.push(c));
                joiners_stay = spare.get(from..).and_then(joiners_stay_after).unwrap_or(joiners_stay);
            }
            if folded == spare {
                return;
            }
            if self.folds.nfc {
                self.take_off_marks(spare);
            }
            out.truncate(start);
            put_composed(spare, out);
        }
    }

    /// Deletes the marks that would compose with their letter to one that folds to the letter alone.
    ///
    /// All hamzas of a letter go at once so, however many it carries.
    fn take_off_marks(&self, folded: &mut String) {
        let (mut letter, mut class_before) = ('\0', 0);
        folded.retain(|c| {
            let class = canonical_combining_class(c);
            if class == 0 {
                letter = c;
            } else if class_before < class && compose(letter, c).is_some_and(|both| self.folds_to(both, letter)) {
                return false;
            }
            class_before = class;
            true
        });
    }

    /// Whether a character becomes exactly `letter`.
    fn folds_to(&self, c: char, letter: char) -> bool {
        let (mut count, mut last) = (0, None);
        self.fold(c, &mut |c| {
            count += 1;
            last = Some(c);
        });
        count == 1 && last == Some(letter)
    }

    /// What becomes of one character.
    fn fold(&self, c: char, emit: &mut impl FnMut(char)) {
        match self.system {
            None => fold_char(c, &self.folds, emit),
            Some(system) => system.fold(c, &mut |c| fold_char(c, &self.folds, emit)),
        }
    }
}

impl PartialEq for Normalizer {
    fn eq(&self, other: &Self) -> bool {
        (self.system, &self.folds) == (other.system, &other.folds)
    }
}

impl Eq for Normalizer {}

impl Hash for Normalizer {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.system, &self.folds).hash(state);
    }
}

impl fmt::Debug for Normalizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Normalizer").field("system", &self.system).field("folds", &self.folds).finish()
    }
}
