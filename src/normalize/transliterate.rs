//! Arabic letters in Latin ones: one table, read in both directions.

use std::borrow::Cow;

/// A one-to-one transliteration of Arabic script: Arabic text in, Latin letters out, and back.
///
/// The schemes cover the same 51 characters: the Arabic alphabet with its
/// hamza forms, ٱ, tatweel, the vowel marks, shadda, sukun and superscript alef,
/// and پ چ ڤ گ. Each is one character in the scheme; every other character passes
/// through. A text that does not change is not copied.
///
/// `to_arabic(to_latin(text))` is `text` unless `text` already holds characters
/// that the scheme writes with. Those are ambiguous: [`to_latin`](Self::to_latin) leaves the
/// `b` of `USB` alone and [`to_arabic`](Self::to_arabic) reads it as ب.
/// They include punctuation: ``' | > & < } * $ _ ~ ` {`` in Buckwalter, `_ ~` in Safe
/// Buckwalter, `' _ ~ .` in HSB, where a full stop comes back as sukun.
///
/// The schemes are those of T. Buckwalter, *Buckwalter Arabic Morphological Analyzer
/// Version 1.0* (LDC, 2002), and N. Habash, A. Soudi and T. Buckwalter, "On Arabic
/// Transliteration" (2007), with the characters that CAMeL Tools gives them.
///
/// # Examples
///
/// ```
/// use kashaf::Transliteration;
///
/// let text = "مُؤَشِّرُ الذَّهَبِ";
/// let latin = Transliteration::Buckwalter.to_latin(text);
/// assert_eq!(latin, "mu&a$~iru Al*~ahabi");
/// assert_eq!(Transliteration::Buckwalter.to_arabic(&latin), text);
///
/// assert_eq!(Transliteration::SafeBuckwalter.to_latin(text), "muWac~iru AlV~ahabi");
/// assert_eq!(Transliteration::Hsb.to_latin(text), "muŵaš~iru Alð~ahabi");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Transliteration {
    /// ASCII letters and punctuation.
    Buckwalter,
    /// Buckwalter with letters for its punctuation, all but `~` (shadda) and `_` (tatweel).
    SafeBuckwalter,
    /// Habash-Soudi-Buckwalter: letters with diacritics, and θ ς γ. Accented letters are
    /// one character each (NFC); إ is `Ă`, with a breve.
    Hsb,
}

impl Transliteration {
    /// Writes the Arabic characters of `text` in the scheme.
    #[must_use]
    pub fn to_latin(self, text: &str) -> Cow<'_, str> {
        replace(text, |c| self.latin(c))
    }

    /// Reads `text` as written in the scheme: every character that stands for an Arabic one becomes it.
    #[must_use]
    pub fn to_arabic(self, text: &str) -> Cow<'_, str> {
        replace(text, |c| self.arabic(c))
    }
}

/// `text` with each character that `map` knows replaced.
fn replace(text: &str, map: impl Fn(char) -> Option<char>) -> Cow<'_, str> {
    let Some(first) = text.find(|c| map(c).is_some()) else {
        return Cow::Borrowed(text);
    };
    let (kept, rest) = text.split_at(first);
    let mut out = String::with_capacity(text.len());
    out.push_str(kept);
    out.extend(rest.chars().map(|c| map(c).unwrap_or(c)));
    Cow::Owned(out)
}

/// Both directions from one table. A character that stood in a column twice would be an unreachable pattern.
macro_rules! schemes {
    ($($arabic:literal $name:literal $buckwalter:literal $safe:literal $hsb:literal)*) => {
        impl Transliteration {
            const fn latin(self, c: char) -> Option<char> {
                let (buckwalter, safe, hsb) = match c {
                    $($arabic => ($buckwalter, $safe, $hsb),)*
                    _ => return None,
                };
                Some(match self {
                    Self::Buckwalter => buckwalter,
                    Self::SafeBuckwalter => safe,
                    Self::Hsb => hsb,
                })
            }

            const fn arabic(self, c: char) -> Option<char> {
                Some(match self {
                    Self::Buckwalter => match c {
                        $($buckwalter => $arabic,)*
                        _ => return None,
                    },
                    Self::SafeBuckwalter => match c {
                        $($safe => $arabic,)*
                        _ => return None,
                    },
                    Self::Hsb => match c {
                        $($hsb => $arabic,)*
                        _ => return None,
                    },
                })
            }
        }
    };
}

schemes! {
    // Arabic  name                     Buckwalter  Safe  HSB
    '\u{0621}' "HAMZA"                        '\''  'C'  '\''
    '\u{0622}' "ALEF WITH MADDA ABOVE"        '|'   'M'  'Ā'
    '\u{0623}' "ALEF WITH HAMZA ABOVE"        '>'   'O'  'Â'
    '\u{0624}' "WAW WITH HAMZA ABOVE"         '&'   'W'  'ŵ'
    '\u{0625}' "ALEF WITH HAMZA BELOW"        '<'   'I'  'Ă'
    '\u{0626}' "YEH WITH HAMZA ABOVE"         '}'   'Q'  'ŷ'
    '\u{0627}' "ALEF"                         'A'   'A'  'A'
    '\u{0628}' "BEH"                          'b'   'b'  'b'
    '\u{0629}' "TEH MARBUTA"                  'p'   'p'  'ħ'
    '\u{062A}' "TEH"                          't'   't'  't'
    '\u{062B}' "THEH"                         'v'   'v'  'θ'
    '\u{062C}' "JEEM"                         'j'   'j'  'j'
    '\u{062D}' "HAH"                          'H'   'H'  'H'
    '\u{062E}' "KHAH"                         'x'   'x'  'x'
    '\u{062F}' "DAL"                          'd'   'd'  'd'
    '\u{0630}' "THAL"                         '*'   'V'  'ð'
    '\u{0631}' "REH"                          'r'   'r'  'r'
    '\u{0632}' "ZAIN"                         'z'   'z'  'z'
    '\u{0633}' "SEEN"                         's'   's'  's'
    '\u{0634}' "SHEEN"                        '$'   'c'  'š'
    '\u{0635}' "SAD"                          'S'   'S'  'S'
    '\u{0636}' "DAD"                          'D'   'D'  'D'
    '\u{0637}' "TAH"                          'T'   'T'  'T'
    '\u{0638}' "ZAH"                          'Z'   'Z'  'Ď'
    '\u{0639}' "AIN"                          'E'   'E'  'ς'
    '\u{063A}' "GHAIN"                        'g'   'g'  'γ'
    '\u{0640}' "TATWEEL"                      '_'   '_'  '_'
    '\u{0641}' "FEH"                          'f'   'f'  'f'
    '\u{0642}' "QAF"                          'q'   'q'  'q'
    '\u{0643}' "KAF"                          'k'   'k'  'k'
    '\u{0644}' "LAM"                          'l'   'l'  'l'
    '\u{0645}' "MEEM"                         'm'   'm'  'm'
    '\u{0646}' "NOON"                         'n'   'n'  'n'
    '\u{0647}' "HEH"                          'h'   'h'  'h'
    '\u{0648}' "WAW"                          'w'   'w'  'w'
    '\u{0649}' "ALEF MAKSURA"                 'Y'   'Y'  'ý'
    '\u{064A}' "YEH"                          'y'   'y'  'y'
    '\u{064B}' "FATHATAN"                     'F'   'F'  'ã'
    '\u{064C}' "DAMMATAN"                     'N'   'N'  'ũ'
    '\u{064D}' "KASRATAN"                     'K'   'K'  'ĩ'
    '\u{064E}' "FATHA"                        'a'   'a'  'a'
    '\u{064F}' "DAMMA"                        'u'   'u'  'u'
    '\u{0650}' "KASRA"                        'i'   'i'  'i'
    '\u{0651}' "SHADDA"                       '~'   '~'  '~'
    '\u{0652}' "SUKUN"                        'o'   'o'  '.'
    '\u{0670}' "SUPERSCRIPT ALEF"             '`'   'e'  'á'
    '\u{0671}' "ALEF WASLA"                   '{'   'L'  'Ä'
    '\u{067E}' "PEH"                          'P'   'P'  'p'
    '\u{0686}' "TCHEH"                        'J'   'J'  'c'
    '\u{06A4}' "VEH"                          'V'   'B'  'v'
    '\u{06AF}' "GAF"                          'G'   'G'  'g'
}
