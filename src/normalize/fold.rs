//! What each fold does to one character.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::{Folds, Hamza};

/// Calls `emit` with what becomes of `c`: nothing, one character or several.
pub(crate) fn fold_char(c: char, folds: &Folds, emit: &mut impl FnMut(char)) {
    if c.is_ascii() {
        emit(if folds.lowercase { c.to_ascii_lowercase() } else { c });
        return;
    }
    if folds.presentation_forms && is_presentation_form(c) {
        // Compatibility forms of bare marks carry a space or tatweel as base; it is not part of the text.
        decompose_compatible(c, |d| {
            if d != '\u{0640}' && (d != ' ' || is_word_ligature(c)) {
                fold_letter(d, folds, emit);
            }
        });
        return;
    }
    fold_letter(c, folds, emit);
}

fn fold_letter(c: char, folds: &Folds, emit: &mut impl FnMut(char)) {
    let kept = match c {
        '\u{0640}' if folds.tatweel => return,
        _ if is_mark(c) && folds.marks => return,
        _ if is_control(c) && folds.controls => return,
        // ALEF with hamza above, below, madda, wasla, wavy hamza, high hamza
        '\u{0622}' | '\u{0623}' | '\u{0625}' | '\u{0671}' | '\u{0672}' | '\u{0673}' | '\u{0675}' if folds.alef => {
            '\u{0627}'
        }
        '\u{0624}' => match folds.hamza {
            Hamza::Keep => c,
            Hamza::ToCarrier => '\u{0648}',
        },
        '\u{0626}' => match folds.hamza {
            Hamza::Keep => c,
            Hamza::ToCarrier => '\u{064A}',
        },
        '\u{0649}' if folds.alef_maqsura => '\u{064A}',
        '\u{0629}' if folds.teh_marbuta => '\u{0647}',
        _ if folds.lookalikes => lookalike(c, folds),
        _ => c,
    };
    let kept = match kept {
        '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' if folds.digits => digit(kept).unwrap_or(kept),
        _ => kept,
    };
    if folds.lowercase && !is_arabic(kept) && kept.is_uppercase() {
        kept.to_lowercase().for_each(emit);
    } else {
        emit(kept);
    }
}

/// Persian, Urdu and Kurdish letters that look and sound like an Arabic one.
fn lookalike(c: char, folds: &Folds) -> char {
    match c {
        '\u{06A9}' | '\u{06AA}' | '\u{06AC}' => '\u{0643}', // KEHEH and its kind: KAF
        '\u{06CC}' | '\u{06CD}' | '\u{06D0}' | '\u{06D2}' | '\u{06D3}' => '\u{064A}', // FARSI YEH, YEH BARREE: YEH
        '\u{06BE}' | '\u{06C1}' | '\u{06C2}' | '\u{06D5}' | '\u{06C0}' => '\u{0647}', // HEH forms: HEH
        '\u{06C3}' if folds.teh_marbuta => '\u{0647}',      // TEH MARBUTA GOAL
        '\u{06C3}' => '\u{0629}',
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

/// Vowel marks, Quranic marks and every other combining mark of the Arabic blocks.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        | '\u{0897}'..='\u{089F}' | '\u{08CA}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}')
}

/// Invisible characters: bidi controls, joiners, soft hyphen, byte order mark.
pub(crate) fn is_control(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{034F}')
}

/// Characters that belong to the word before them and are no letter of their own.
pub(crate) fn is_attached(c: char) -> bool {
    c == '\u{0640}' || is_mark(c) || is_combining_mark(c)
}

/// Letters, marks and digits of the Arabic blocks.
pub(crate) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{0870}'..='\u{08FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

fn is_presentation_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Presentation forms of marks without a letter.
pub(super) fn is_mark_form(c: char) -> bool {
    matches!(c, '\u{FC5E}'..='\u{FC63}' | '\u{FCF2}'..='\u{FCF4}' | '\u{FE70}'..='\u{FE7F}')
}

/// Ligatures of whole phrases, whose decomposition holds real spaces.
fn is_word_ligature(c: char) -> bool {
    matches!(c, '\u{FDFA}' | '\u{FDFB}')
}
