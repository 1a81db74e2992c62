//! What each fold does to one character.

use unicode_normalization::char::{compose, decompose_compatible, is_combining_mark};

use super::folds::{Alef, Digits, Folds, Hamza, NonJoiner, SuperscriptAlef, TehMarbuta};

/// Calls `emit` with what becomes of `c`: nothing, one character or several.
pub(crate) fn fold_char(c: char, folds: &Folds, emit: &mut impl FnMut(char)) {
    if is_plain(c) {
        emit(c);
        return;
    }
    if c.is_ascii() {
        let c = if folds.lowercase { c.to_ascii_lowercase() } else { c };
        emit(if c.is_ascii_digit() { write_digit(c, folds.digits) } else { c });
        return;
    }
    if is_word_form(c) {
        if let Some(phrase) = phrase(c).filter(|_| folds.phrase_ligatures) {
            phrase.chars().for_each(|d| fold_letter(d, folds, emit));
        } else if folds.word_ligatures && matches!(c, '\u{FDF0}'..='\u{FDFC}') {
            decompose_compatible(c, |d| fold_letter(d, folds, emit));
        } else {
            emit(c);
        }
    } else if folds.presentation_forms && is_presentation_form(c) {
        // What composes with its neighbour is one letter again, so that the folds of letters see it.
        let mut held = None;
        decompose_compatible(c, |d| {
            // Compatibility forms of bare marks carry a space or tatweel as base; it is not part of the text.
            if d == '\u{0640}' || d == ' ' {
                return;
            }
            if let Some(both) = held.and_then(|h| compose(h, d)) {
                held = Some(both);
            } else if let Some(h) = held.replace(d) {
                fold_letter(h, folds, emit);
            }
        });
        if let Some(h) = held {
            fold_letter(h, folds, emit);
        }
    } else {
        fold_letter(c, folds, emit);
    }
}

/// Whether no fold and no table of another system changes a character, but for the rules of runs.
const fn is_plain(c: char) -> bool {
    // Letters of Arabic without hamza, alef maqsura and teh marbuta; ASCII without capitals and digits
    matches!(c, '\u{0627}' | '\u{0628}' | '\u{062A}'..='\u{063A}' | '\u{0641}'..='\u{0648}' | '\u{064A}')
        || matches!(c, ' '..='/' | ':'..='@' | '['..='~' | '\n')
}

fn fold_letter(c: char, folds: &Folds, emit: &mut impl FnMut(char)) {
    if is_dropped(c, folds) {
        return;
    }
    let kept = match c {
        // ALEF with madda, with hamza above, with hamza below
        '\u{0622}' | '\u{0623}' | '\u{0625}' if folds.alef != Alef::Keep => '\u{0627}',
        // ALEF WASLA
        '\u{0671}' if matches!(folds.alef, Alef::Wasla | Alef::All) => '\u{0627}',
        // ALEF with wavy hamza above, with wavy hamza below, HIGH HAMZA ALEF
        '\u{0672}' | '\u{0673}' | '\u{0675}' if folds.alef == Alef::All => '\u{0627}',
        '\u{0670}' if folds.superscript_alef == SuperscriptAlef::ToAlef => '\u{0627}',
        '\u{0624}' => hamza(c, '\u{0648}', folds.hamza),
        '\u{0626}' => hamza(c, '\u{064A}', folds.hamza),
        // HIGH HAMZA on WAW, on U, on YEH
        '\u{0676}' => hamza(c, '\u{0648}', folds.hamza),
        '\u{0677}' => hamza(c, '\u{06C7}', folds.hamza),
        '\u{0678}' => hamza(c, '\u{064A}', folds.hamza),
        '\u{0649}' if folds.alef_maqsura => '\u{064A}',
        '\u{0629}' => teh_marbuta(folds.teh_marbuta),
        '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' => write_digit(c, folds.digits),
        '\u{066A}'..='\u{066C}' if folds.number_separators => separator(c),
        '\u{060C}' | '\u{060D}' | '\u{061B}' | '\u{061F}' | '\u{066D}' | '\u{06D4}' if folds.punctuation => {
            punctuation(c)
        }
        '\u{200C}' if folds.non_joiner == NonJoiner::ToSpace => ' ',
        _ if folds.lookalikes => lookalike(c, folds),
        _ => c,
    };
    if folds.lowercase && !is_arabic(kept) {
        kept.to_lowercase().for_each(emit);
    } else {
        emit(kept);
    }
}

/// Whether the folds delete a character.
fn is_dropped(c: char, folds: &Folds) -> bool {
    match c {
        '\u{0640}' => folds.tatweel,
        '\u{064B}'..='\u{064D}' => folds.tanween,
        '\u{064E}'..='\u{0650}' => folds.harakat,
        '\u{0651}' => folds.shadda,
        '\u{0652}' => folds.sukun,
        '\u{0653}'..='\u{0655}' => folds.hamza_marks,
        '\u{0670}' => folds.superscript_alef == SuperscriptAlef::Drop,
        '\u{0610}'..='\u{061A}' | '\u{06D6}'..='\u{06ED}' if is_mark(c) => folds.quranic_marks,
        _ if is_mark(c) => folds.extended_marks,
        '\u{0621}' => folds.hamza == Hamza::Drop,
        '\u{00AD}' => folds.soft_hyphen,
        '\u{FEFF}' => folds.byte_order_mark,
        '\u{200C}' => folds.non_joiner == NonJoiner::Drop,
        '\u{034F}' | '\u{200B}' | '\u{200D}' | '\u{2060}'..='\u{2064}' => folds.zero_width,
        _ if is_control(c) => folds.bidi_controls,
        _ => false,
    }
}

const fn hamza(c: char, carrier: char, fold: Hamza) -> char {
    match fold {
        Hamza::Keep => c,
        Hamza::ToCarrier | Hamza::Drop => carrier,
        Hamza::ToHamza => '\u{0621}',
    }
}

const fn teh_marbuta(fold: TehMarbuta) -> char {
    match fold {
        TehMarbuta::Keep => '\u{0629}',
        TehMarbuta::ToHeh => '\u{0647}',
        TehMarbuta::ToTeh => '\u{062A}',
    }
}

/// The ASCII look of an Arabic number separator.
const fn separator(c: char) -> char {
    match c {
        '\u{066A}' => '%', // ARABIC PERCENT SIGN
        '\u{066B}' => '.', // ARABIC DECIMAL SEPARATOR
        '\u{066C}' => ',', // ARABIC THOUSANDS SEPARATOR
        _ => c,
    }
}

/// The ASCII look of Arabic punctuation.
const fn punctuation(c: char) -> char {
    match c {
        '\u{060C}' => ',', // ARABIC COMMA
        '\u{060D}' => '/', // ARABIC DATE SEPARATOR
        '\u{061B}' => ';', // ARABIC SEMICOLON
        '\u{061F}' => '?', // ARABIC QUESTION MARK
        '\u{066D}' => '*', // ARABIC FIVE POINTED STAR
        '\u{06D4}' => '.', // ARABIC FULL STOP
        _ => c,
    }
}

/// What a ligature says that has no decomposition, after its Unicode name.
const fn phrase(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{FD40}' => "رحمه الله",
        '\u{FD41}' => "رضي الله عنه",
        '\u{FD42}' => "رضي الله عنها",
        '\u{FD43}' => "رضي الله عنهم",
        '\u{FD44}' => "رضي الله عنهما",
        '\u{FD45}' => "رضي الله عنهن",
        '\u{FD46}' => "صلى الله عليه وآله",
        '\u{FD47}' => "عليه السلام",
        '\u{FD48}' => "عليهم السلام",
        '\u{FD49}' => "عليهما السلام",
        '\u{FD4A}' => "عليه الصلاة والسلام",
        '\u{FD4B}' => "قدس سره",
        '\u{FD4C}' => "صلى الله عليه وآله وسلم",
        '\u{FD4D}' => "عليها السلام",
        '\u{FD4E}' => "تبارك وتعالى",
        '\u{FD4F}' => "رحمهم الله",
        '\u{FDCF}' => "سلامه علينا",
        '\u{FDFD}' => "بسم الله الرحمن الرحيم",
        '\u{FDFE}' => "سبحانه وتعالى",
        '\u{FDFF}' => "عز وجل",
        _ => return None,
    })
}

/// Persian, Urdu and Kurdish letters that look and sound like an Arabic one.
fn lookalike(c: char, folds: &Folds) -> char {
    match c {
        '\u{06A9}' | '\u{06AA}' | '\u{06AC}' => '\u{0643}', // KEHEH and its kind: KAF
        '\u{06CC}' | '\u{06CD}' | '\u{06D0}' | '\u{06D2}' | '\u{06D3}' => '\u{064A}', // FARSI YEH, YEH BARREE: YEH
        '\u{06BE}' | '\u{06C1}' | '\u{06C2}' | '\u{06D5}' | '\u{06C0}' => '\u{0647}', // HEH forms: HEH
        '\u{06C3}' => teh_marbuta(folds.teh_marbuta),       // TEH MARBUTA GOAL
        _ => c,
    }
}

/// The ASCII digit of an Arabic-Indic or extended Arabic-Indic one.
pub(crate) fn digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => return Some(c),
        '\u{0660}'..='\u{0669}' => u32::from(c) - 0x660,
        '\u{06F0}'..='\u{06F9}' => u32::from(c) - 0x6F0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// A digit of any of the three sets, in the set asked for.
fn write_digit(c: char, digits: Digits) -> char {
    let zero = match digits {
        Digits::Keep => return c,
        Digits::Ascii => '0',
        Digits::ArabicIndic => '\u{0660}',
        Digits::Extended => '\u{06F0}',
    };
    let value = digit(c).and_then(|d| d.to_digit(10));
    value.and_then(|value| char::from_u32(u32::from(zero) + value)).unwrap_or(c)
}

/// Vowel marks, Quranic marks and every other combining mark of the Arabic blocks.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        | '\u{0897}'..='\u{089F}' | '\u{08CA}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}'
        | '\u{10ECB}'..='\u{10ECF}' | '\u{10EF0}'..='\u{10EFF}')
}

/// Invisible characters: bidi controls, joiners, soft hyphen, byte order mark.
pub(crate) fn is_control(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{034F}')
}

/// ZERO WIDTH NON-JOINER and JOINER.
pub(crate) const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Whether joiners that follow a folded text are part of what is read: after
/// emoji and the scripts beyond those of Europe and the Near East. Marks and
/// controls alone say nothing.
pub(super) fn joiners_stay_after(folded: &str) -> Option<bool> {
    let last = folded.chars().rev().find(|&c| !is_attached(c) && !is_control(c) && !is_mark_form(c))?;
    Some(last >= '\u{0900}' && !is_arabic(last) && !matches!(last, '\u{1E00}'..='\u{206F}'))
}

/// Characters that belong to the word before them and are no letter of their own.
pub(crate) fn is_attached(c: char) -> bool {
    c == '\u{0640}' || is_mark(c) || is_combining_mark(c)
}

/// Letters, marks and digits of the Arabic blocks.
pub(crate) fn is_arabic(c: char) -> bool {
    matches!(c,
        '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{0870}'..='\u{08FF}' | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}' | '\u{10EC0}'..='\u{10EFF}')
}

fn is_presentation_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{1EE00}'..='\u{1EEFF}')
}

/// Presentation forms of marks without a letter.
pub(super) fn is_mark_form(c: char) -> bool {
    matches!(c, '\u{FC5E}'..='\u{FC63}' | '\u{FCF2}'..='\u{FCF4}' | '\u{FE70}'..='\u{FE7F}')
}

/// Ligatures of whole words and phrases.
const fn is_word_form(c: char) -> bool {
    matches!(c, '\u{FDF0}'..='\u{FDFF}' | '\u{FD40}'..='\u{FD4F}' | '\u{FDCF}')
}
