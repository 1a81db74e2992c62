//! Powers of ten behind digits: `1.5e6`, `3×10⁶`, `2 × 10^-3`.

use crate::normalize::digit;
use crate::text::{Gap, WordKind, Words};

/// Powers from here on are all the same: a value has fewer digits.
const TOO_LARGE: i32 = 100;

/// Signs of multiplication.
pub(super) const TIMES: [char; 3] = ['×', '*', '\u{22C5}'];

/// The power of ten that the text at `at`, behind digits, multiplies them with, and where it ends.
pub(super) fn exponent(words: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    letter(words, at).or_else(|| times_ten(words, at))
}

/// `e6`, `E+6`
fn letter(words: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    let tight = |i: usize| words.get(i).is_some_and(|w| w.gap == Gap::None);
    if !tight(at) || !matches!(words.surface(at), "e" | "E") {
        return None;
    }
    signed(words, at + 1)
}

/// `×10⁶`, `× 10^6`
fn times_ten(words: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    let times = words.get(at).filter(|w| w.gap <= Gap::Space)?;
    let ten = words.get(at + 1).filter(|w| w.kind == WordKind::Digits && w.gap <= Gap::Space)?;
    let is_ten = ten.span().of(words.text()).chars().filter_map(digit).eq(['1', '0']);
    if !is_ten || !(times.is_any(&TIMES) || matches!(words.surface(at), "x" | "X")) {
        return None;
    }
    raised(words, at + 2)
}

/// `10⁶`, `10^6` alone: the power of the ten that ends before `at`, and where it ends.
pub(super) fn raised(words: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    let next = words.get(at).filter(|w| w.gap == Gap::None)?;
    if next.is('^') { signed(words, at + 1) } else { superscript(words, at) }
}

/// Digits with or without a sign, right behind what stands before.
fn signed(words: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    let sign = words.get(at).filter(|w| w.gap == Gap::None)?;
    let at = at + usize::from(sign.is_any(&['+', '-', '\u{2212}']));
    let digits = words.get(at).filter(|w| w.gap == Gap::None && w.kind == WordKind::Digits)?;
    let power: String = digits.span().of(words.text()).chars().filter_map(digit).collect();
    let power = power.parse().map_or(TOO_LARGE, |power: i32| power.min(TOO_LARGE));
    Some((if sign.is_any(&['-', '\u{2212}']) { -power } else { power }, at + 1))
}

fn superscript(words: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    const DIGITS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    // SUPERSCRIPT MINUS is a symbol, the digits are letters of their own.
    let negative = words.get(at)?.is('\u{207B}');
    let at = at + usize::from(negative);
    let word = words.get(at).filter(|w| w.gap == Gap::None && w.kind == WordKind::Other)?;
    let mut power = 0;
    for c in word.span().of(words.text()).chars() {
        let digit = DIGITS.chars().position(|d| d == c)?;
        power = (power * 10 + i32::try_from(digit).ok()?).min(TOO_LARGE);
    }
    Some((if negative { -power } else { power }, at + 1))
}
