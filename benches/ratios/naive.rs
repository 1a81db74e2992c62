//! `Normalizer::search` the way one writes it without thinking of speed.

use unicode_normalization::char::{canonical_combining_class, decompose_compatible, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Writes what `Normalizer::search` makes of `text` to `out`, one character at a time and without an alignment.
pub fn search(text: &str, out: &mut String) {
    out.clear();
    let mut joiners_stay = false;
    for c in text.chars() {
        match c {
            '\u{200C}' | '\u{200D}' if joiners_stay => out.push(c),
            _ => fold(c, out),
        }
        joiners_stay = takes_joiners(c) || (joiners_stay && is_nonstarter(c));
    }
}

fn fold(c: char, out: &mut String) {
    match c {
        // Vowel marks, Quranic and other marks, tatweel
        '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' => {}
        '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}' => {}
        '\u{0897}'..='\u{089F}' | '\u{08CA}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}' => {}
        '\u{10ECB}'..='\u{10ECF}' | '\u{10EF0}'..='\u{10EFF}' => {}
        // Soft hyphen, bidi controls, joiners, byte order mark
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => {}
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => {}
        'أ' | 'إ' | 'آ' | 'ٱ' | '\u{0672}' | '\u{0673}' | '\u{0675}' => out.push('ا'),
        'ؤ' => out.push('و'),
        'ئ' | 'ى' | 'ی' | '\u{06CD}' | '\u{06D0}' | 'ے' | '\u{06D3}' => out.push('ي'),
        'ة' | '\u{06BE}' | '\u{06C0}'..='\u{06C3}' | '\u{06D5}' => out.push('ه'),
        'ک' | '\u{06AA}' | '\u{06AC}' => out.push('ك'),
        '٠'..='٩' => out.push(char::from(b'0' + (u32::from(c) - 0x660) as u8)),
        '۰'..='۹' => out.push(char::from(b'0' + (u32::from(c) - 0x6F0) as u8)),
        // Phrases that stay one character
        '\u{FD40}'..='\u{FD4F}' | '\u{FDCF}' | '\u{FDFD}'..='\u{FDFF}' => out.push(c),
        // Ligatures of words, with the spaces between the words
        '\u{FDF0}'..='\u{FDFC}' => decompose_compatible(c, |c| fold(c, out)),
        // Presentation forms; those without a decomposition stay
        '\u{FB50}'..='\u{FDEF}' | '\u{FE70}'..='\u{FEFC}' | '\u{1EE00}'..='\u{1EEFF}' => {
            decompose_compatible(c, |part| match part {
                ' ' => {} // what a form of a bare mark stands on
                _ if part == c => out.push(c),
                _ => fold(part, out),
            })
        }
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '\0'..='\u{7F}' | '\u{0600}'..='\u{06FF}' => out.push(c),
        _ if c >= '\u{0300}' && !stands_alone(c) => compose(c, out),
        _ => lowercase(c, out),
    }
}

/// Emoji and the scripts of Asia.
fn takes_joiners(c: char) -> bool {
    c >= '\u{0900}'
        && !is_nonstarter(c)
        && !matches!(c, '\u{1E00}'..='\u{206F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{10EC0}'..='\u{10EFF}')
}

/// Marks of other scripts, variation selectors and joiners.
fn is_nonstarter(c: char) -> bool {
    c >= '\u{0900}' && (is_combining_mark(c) || matches!(c, '\u{200C}' | '\u{200D}'))
}

/// Whether NFC leaves a character alone, whatever is before it.
fn stands_alone(c: char) -> bool {
    canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
}

fn lowercase(c: char, out: &mut String) {
    if ('\u{0600}'..'\u{0900}').contains(&c) { out.push(c) } else { out.extend(c.to_lowercase()) }
}

/// Appends a character that NFC may change or move, with the letter before it and its marks.
fn compose(c: char, out: &mut String) {
    let letter = out.char_indices().rev().find(|&(_, c)| canonical_combining_class(c) == 0);
    let cluster = out.split_off(letter.map_or(0, |(at, _)| at));
    cluster.chars().chain([c]).nfc().for_each(|c| lowercase(c, out));
}
