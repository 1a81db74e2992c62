//! Numbers written with digits, and digits that are no numbers.

use rust_decimal::Decimal;

use crate::normalize::digit;
use crate::text::{ALEF, BEH, FEH, Gap, KAF, LAM, WAW, Word, WordKind, Words};

use super::words::symbol;

/// As many digits as a value keeps.
const MOST_DIGITS: usize = 28;

/// A group of three is three digits.
const GROUP: usize = 3;

/// A number in digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Literal {
    pub(super) value: Decimal,
    /// One past the index of its last word.
    pub(super) end: usize,
    /// How many digits, when it is one group of them.
    pub(super) digits: Option<usize>,
}

/// The number that begins with the digits at `at`: `12`, `3.5`, `1,234,567`, `٣٫٥`, `½`.
///
/// None when the digits belong to a code (`F-15`, `5G`) or are too many for a value.
pub(super) fn literal(words: &Words<'_>, at: usize) -> Option<Literal> {
    let word = words.get(at).filter(|w| !w.opaque)?;
    if leading_point(words, at) {
        let mut digits = String::new();
        push_digits(words, at + 1, &mut digits)?;
        let value = Decimal::try_from_i128_with_scale(digits.parse().ok()?, u32::try_from(digits.len()).ok()?).ok()?;
        return Some(Literal { value, end: at + 2, digits: None });
    }
    if word.kind == WordKind::Other {
        let value = vulgar(words.surface(at))?;
        return Some(Literal { value, end: at + 1, digits: None });
    }
    if word.kind != WordKind::Digits || follows_letters(words, at) {
        return None;
    }
    let (mut digits, mut scale, mut end) = (String::new(), 0, at + 1);
    push_digits(words, at, &mut digits)?;
    let first = digits.len();
    let separator = separated(words, at).filter(|_| first <= GROUP);
    let grouping = separator.filter(|&s| groups(words, at, s));
    if let Some(separator) = grouping {
        while separated(words, end - 1) == Some(separator) && group(words, end + 1) {
            push_digits(words, end + 1, &mut digits)?;
            end += 2;
        }
    }
    if let Some(point) = separated(words, end - 1)
        && decimal(words, end - 1, point, grouping)
    {
        let whole = digits.len();
        push_digits(words, end + 1, &mut digits)?;
        scale = digits.len() - whole;
        end += 2;
    }
    if precedes_letters(words, end) {
        return None;
    }
    let value: i128 = digits.parse().ok()?;
    let mut value = Decimal::try_from_i128_with_scale(value, u32::try_from(scale).ok()?).ok()?;
    let mut single = (end == at + 1).then_some(first);
    // `2½`
    if let Some(part) = words.get(end).filter(|w| w.gap == Gap::None && w.kind == WordKind::Other)
        && let Some(more) = vulgar(part.span().of(words.text()))
    {
        value = value.checked_add(more)?;
        single = None;
        end += 1;
    }
    Some(Literal { value, end, digits: single })
}

/// Whether a decimal point begins the number: `.5`.
pub(super) fn leading_point(words: &Words<'_>, at: usize) -> bool {
    words.get(at).is_some_and(|w| w.is_any(&['.', '\u{066B}']) && w.gap != Gap::None)
        && words.get(at + 1).is_some_and(|w| w.kind == WordKind::Digits && w.gap == Gap::None)
        && separated(words, at + 1).is_none()
        && !precedes_letters(words, at + 2)
}

/// Whether the digits at `at` refer to a note: `[12]`.
pub(super) fn note(words: &Words<'_>, at: usize) -> bool {
    before(words, at).is_some_and(|w| w.is('[')) && words.get(at + 1).is_some_and(|w| w.is(']'))
}

/// Appends the digits of a word as ASCII; None when there are more than a value keeps.
fn push_digits(words: &Words<'_>, at: usize, out: &mut String) -> Option<()> {
    let count = words.codes(words.get(at)?).len();
    if out.len() + count > MOST_DIGITS {
        return None;
    }
    out.extend(words.surface(at).chars().filter_map(digit));
    Some(())
}

fn vulgar(surface: &str) -> Option<Decimal> {
    let quarters = match surface {
        "½" => 50,
        "¼" => 25,
        "¾" => 75,
        _ => return None,
    };
    Some(Decimal::new(quarters, 2))
}

/// The symbol between the digits at `at` and the digits right after it, written without spaces.
fn separated(words: &Words<'_>, at: usize) -> Option<char> {
    let (symbol, next) = (words.get(at + 1)?, words.get(at + 2)?);
    let tight = symbol.gap == Gap::None && next.gap == Gap::None && next.kind == WordKind::Digits && !next.opaque;
    match symbol.kind {
        WordKind::Symbol(c) if tight => Some(c),
        _ => None,
    }
}

fn group(words: &Words<'_>, at: usize) -> bool {
    count(words, at) == GROUP
}

fn count(words: &Words<'_>, at: usize) -> usize {
    words.get(at).map_or(0, |w| words.codes(w).len())
}

/// Whether this symbol after the digits at `at` parts thousands. A dot does so only when there are several.
fn groups(words: &Words<'_>, at: usize, separator: char) -> bool {
    match separator {
        ',' | '\u{066C}' | '\u{060C}' => group(words, at + 2),
        '.' => group(words, at + 2) && separated(words, at + 2) == Some('.') && group(words, at + 4),
        _ => false,
    }
}

/// Whether this symbol after the digits at `at` is a decimal point: not one of several, as in `15.3.2023` and `1,2,3`.
fn decimal(words: &Words<'_>, at: usize, point: char, grouping: Option<char>) -> bool {
    if grouping == Some(point) {
        return false;
    }
    let chained = |here: usize| separated(words, here) == Some(point);
    let alone = !chained(at + 2) && (at < 2 || !chained(at - 2));
    match point {
        '\u{066B}' => true,
        '.' => alone,
        // Without grouping dots, three digits after a comma have been read as a group already.
        ',' => alone && count(words, at + 2) < GROUP && grouping.is_none_or(|g| g == '.'),
        _ => false,
    }
}

/// Whether letters stand right before the digits and make a code with them: `B52`, `F-15`, `إس-400`.
fn follows_letters(words: &Words<'_>, at: usize) -> bool {
    let Some((word, before)) = words.get(at).zip(before(words, at)) else { return false };
    if word.gap != Gap::None {
        return false;
    }
    let letters = |w: &Word, long: usize| match w.kind {
        WordKind::Other => vulgar(w.span().of(words.text())).is_none() && symbol(w.span().of(words.text())).is_none(),
        // A longer word is glued to the digits by a slip: `عام2021`.
        WordKind::Arabic => words.codes(w).len() < long && !proclitic(words.codes(w)),
        _ => false,
    };
    let hyphen = before.is_any(&['-', '_', '\u{2010}', '\u{2011}', '\u{2013}']) && before.gap == Gap::None;
    // `15-مارس-2023` is a date and no code.
    let dated = at > 3 && words.get(at - 4).is_some_and(|w| w.kind == WordKind::Digits) && separates(words, at - 3);
    letters(before, 3) || (hyphen && !dated && at > 1 && words.get(at - 2).is_some_and(|w| letters(w, usize::MAX)))
}

/// Whether a hyphen stands between two words without spaces.
fn separates(words: &Words<'_>, at: usize) -> bool {
    words.get(at).is_some_and(|w| w.is('-') && w.gap == Gap::None)
        && words.get(at + 1).is_some_and(|w| w.gap == Gap::None)
}

fn precedes_letters(words: &Words<'_>, end: usize) -> bool {
    words.get(end).is_some_and(|w| {
        let surface = w.span().of(words.text());
        w.gap == Gap::None && w.kind == WordKind::Other && vulgar(surface).is_none() && symbol(surface).is_none()
    })
}

fn before<'w>(words: &'w Words<'_>, at: usize) -> Option<&'w Word> {
    words.get(at.checked_sub(1)?)
}

/// Whether these letters are nothing but proclitics, as in `الـ21` and `وبـ5`.
fn proclitic(codes: &[u8]) -> bool {
    let after = |codes: &[u8], any: &[u8]| usize::from(codes.first().is_some_and(|c| any.contains(c)));
    let rest = codes.get(after(codes, &[WAW, FEH])..).unwrap_or(&[]);
    let rest = rest.get(after(rest, &[BEH, KAF, LAM])..).unwrap_or(&[]);
    matches!(rest, [] | [LAM] | [ALEF, LAM])
}

/// Whether a word is the conjunction و written apart, or right before digits.
pub(super) fn is_and(words: &Words<'_>, at: usize) -> bool {
    words.get(at).is_some_and(|w| words.codes(w) == [WAW])
}

/// A run of digits joined by symbols without spaces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cluster {
    pub(super) end: usize,
    /// A date, a clock time, a telephone number, an address: nothing in it is a number.
    pub(super) code: bool,
}

/// The cluster that begins with the digits at `at`. Linear in its length.
pub(super) fn cluster(words: &Words<'_>, at: usize) -> Cluster {
    let (mut end, mut dots, mut hyphens, mut code, mut thousands) = (at, 0, 0, false, true);
    while let Some(symbol) = separated(words, end) {
        match symbol {
            '.' => dots += 1,
            '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' => hyphens += 1,
            '/' | ':' | '\\' | '\u{2215}' => code = true,
            ',' | '\u{060C}' | '\u{066B}' | '\u{066C}' | '\u{2014}' => {}
            _ => break,
        }
        thousands &= group(words, end + 2) || symbol != '.';
        end += 2;
    }
    let zero = words.surface(at).chars().next().and_then(digit) == Some('0');
    // 0097444001122, and 044 123 456 with its groups apart
    let apart = words.get(end + 1).is_some_and(|w| w.kind == WordKind::Digits && w.gap == Gap::Space);
    let phone = zero && (count(words, at) > 6 || (count(words, at) > 1 && end == at && apart));
    code |= hyphens > 1 || phone || (dots > 1 && !(thousands && hyphens == 0) && end > at + 2 && !ranged(words, at));
    let mut end = end + 1;
    if phone {
        end = phone_end(words, end);
    }
    Cluster { end, code }
}

/// Whether the dots of a cluster are decimal points on both sides of a hyphen: `2.5-3.5`.
fn ranged(words: &Words<'_>, at: usize) -> bool {
    separated(words, at) == Some('.')
        && separated(words, at + 2).is_some_and(|c| matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}'))
        && separated(words, at + 6).is_none()
}

/// One past the last group of a telephone number whose groups stand apart.
pub(super) fn phone_end(words: &Words<'_>, from: usize) -> usize {
    let mut end = from;
    while let Some(word) = words.get(end) {
        let part = word.kind == WordKind::Digits || word.is_any(&['-', '(', ')', '.', '/']);
        if !part || word.gap > Gap::Space {
            break;
        }
        end += 1;
    }
    end
}

/// Whether the digits after a `+` are a telephone number: many, or in groups.
pub(super) fn international(words: &Words<'_>, at: usize) -> bool {
    count(words, at) > 6 || words.get(at + 1).is_some_and(|w| w.kind == WordKind::Digits || w.is_any(&['-', '(']))
}

/// Whether the digits at `at` number an item of a list: `1.`, `2-` or `3)` at the start of a line.
pub(super) fn list_marker(words: &Words<'_>, at: usize) -> bool {
    let (Some(word), Some(mark), Some(next)) = (words.get(at), words.get(at + 1), words.get(at + 2)) else {
        return false;
    };
    word.gap >= Gap::Line
        && count(words, at) <= 2
        && mark.gap == Gap::None
        && mark.is_any(&['.', '-', ')', '\u{2013}'])
        && next.kind != WordKind::Digits
        && next.gap <= Gap::Space
}
