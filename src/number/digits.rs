//! Numbers written with digits, and digits that are no numbers.

use rust_decimal::Decimal;

use crate::date::Roles;
use crate::lexicon::Scan;
use crate::normalize::digit;
use crate::text::{ALEF, BEH, FEH, Gap, KAF, LAM, QUOTES, WAW, Word, WordKind, Words};

use super::beside::Beside;
use super::cardinal::near;
use super::exact::Exact;
use super::scientific::{TIMES, exponent, raised};
use super::telephone::phone_end;
use super::words::{Parts, symbol};

/// As many digits as a value keeps.
const MOST_DIGITS: usize = 28;

/// A group of three is three digits.
const GROUP: usize = 3;

/// Hyphens between digits.
pub(super) const DASHES: [char; 4] = ['-', '\u{2010}', '\u{2011}', '\u{2013}'];
/// Apostrophes that part thousands.
const APOSTROPHES: [char; 2] = ['\'', '\u{2019}'];

/// Which of `.` and `,` is the decimal point where digits alone do not tell: `1.234`, `1,234`.
///
/// Numbers that can be read in one way only (`1.234.567`, `0,5`, `٣٫٥`) are read so under each of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecimalConvention {
    /// A comma before three digits parts thousands. So does a dot before three digits of which the last is zero
    /// (`250.000`, `17.500`), which nobody writes after a decimal point, before a decimal comma (`1.234,5`), or which
    /// count persons (`12.345 نسمة`), of whom there are no parts. Any other single dot or comma is a decimal point.
    #[default]
    Detect,
    /// As in Egypt, the Levant, Iraq and the Gulf: `1,234.5`.
    Mashriq,
    /// As in Morocco, Algeria, Tunisia and Libya: `1.234,5`.
    Maghreb,
}

/// A number in digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Literal {
    pub(super) value: Exact,
    /// One past the index of its last word.
    pub(super) end: usize,
    /// How many digits, when it is one group of them.
    pub(super) digits: Option<u8>,
}

/// The number that begins with the digits at `at`: `12`, `3.5`, `1,234,567`, `٣٫٥`, `½`, `3/4`, `1.5e6`.
///
/// None when the digits belong to a code (`F-15`, `5G`) or are too many for a value.
pub(super) fn literal(scan: &Scan<'_, '_>, at: usize) -> Option<Literal> {
    let words = &scan.words;
    let word = words.get(at).filter(|w| !w.opaque)?;
    match word.kind {
        WordKind::Digits if follows_letters(words, at) => None,
        WordKind::Digits if stands_alone(words, at) => single(words, at),
        WordKind::Digits => composed(scan, at),
        WordKind::Other => Some(Literal { value: vulgar(words.surface(at))?, end: at + 1, digits: None }),
        WordKind::Symbol(_) if leading_point(words, at) => {
            let digits = more_digits(words, at + 1, Read::default())?;
            Some(Literal { value: digits.decimal(digits.count)?, end: at + 2, digits: None })
        }
        WordKind::Symbol(_) | WordKind::Arabic => None,
    }
}

/// Whether nothing behind the digits at `at` can be part of their number or make a code of them: no letters or digits
/// beside them, and no symbol that digits may follow.
fn stands_alone(words: &Words<'_>, at: usize) -> bool {
    let Some(next) = words.get(at + 1) else { return true };
    match next.kind {
        WordKind::Arabic => next.gap != Gap::None,
        WordKind::Symbol(c) => {
            let after = || words.get(at + 2).map(|w| w.kind);
            let times = next.gap == Gap::None || TIMES.contains(&c);
            !times || (c != '^' && !matches!(after(), Some(WordKind::Digits | WordKind::Other)))
        }
        WordKind::Digits | WordKind::Other => false,
    }
}

/// The one group of digits at `at`.
fn single(words: &Words<'_>, at: usize) -> Option<Literal> {
    let count = count(words, at);
    // Most need no more than a register.
    let value = if count < 10 {
        Exact::from(words.folded(at).bytes().fold(0, |value, digit| value * 10 + u32::from(digit.wrapping_sub(b'0'))))
    } else {
        more_digits(words, at, Read::default())?.decimal(0)?
    };
    Some(Literal { value, end: at + 1, digits: u8::try_from(count).ok() })
}

/// The number that digits make with what stands behind them.
fn composed(scan: &Scan<'_, '_>, at: usize) -> Option<Literal> {
    let words = &scan.words;
    if let Some(slash) = fraction(words, at) {
        return Some(slash);
    }
    let plain = plain(scan, at)?;
    if let Some((value, end)) = powered(words, &plain) {
        return Some(Literal { value: value?, end, digits: None });
    }
    if precedes_letters(words, plain.end) {
        return None;
    }
    // `2½`, `2 1/2`
    let part = words.get(plain.end).filter(|w| w.kind == WordKind::Other || w.kind == WordKind::Digits);
    let more = part.and_then(|part| match part.kind {
        WordKind::Other if part.gap == Gap::None => vulgar(part.span().of(words.text())).map(|v| (v, plain.end + 1)),
        WordKind::Digits if part.gap == Gap::Space => fraction(words, plain.end).map(|f| (f.value, f.end)),
        _ => None,
    });
    match more.filter(|_| plain.value.integer().is_some()) {
        Some((more, end)) => Some(Literal { value: plain.value.add(more)?, end, digits: None }),
        None => Some(plain),
    }
}

/// The digits with a power of ten behind them, or of ten itself, and where that ends. No value when it is too large or
/// too small for one.
fn powered(words: &Words<'_>, plain: &Literal) -> Option<(Option<Exact>, usize)> {
    let ten = || plain.digits == Some(2) && plain.value.integer() == Some(10);
    let (value, (power, end)) = match exponent(words, plain.end) {
        Some(exponent) => (plain.value, exponent),
        None => (Exact::ONE, raised(words, plain.end).filter(|_| ten())?),
    };
    Some((moved(value, power), end))
}

/// One past the digits at `at` and their power of ten, when no value can hold them: `3×10^40`.
pub(super) fn beyond(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    let plain = plain(scan, at)?;
    powered(&scan.words, &plain).filter(|(value, _)| value.is_none()).map(|(_, end)| end)
}

/// Digits as they are read, of up to 28.
#[derive(Clone, Copy, Debug, Default)]
struct Read {
    value: i128,
    count: usize,
}

impl Read {
    /// The value when the last `scale` digits are decimals.
    fn decimal(self, scale: usize) -> Option<Exact> {
        let value = Decimal::try_from_i128_with_scale(self.value, u32::try_from(scale).ok()?);
        value.ok().map(Exact::whole)
    }
}

/// Digits with what parts their thousands and decimals.
fn plain(scan: &Scan<'_, '_>, at: usize) -> Option<Literal> {
    let words = &scan.words;
    let (mut scale, mut end) = (0, at + 1);
    let mut digits = more_digits(words, at, Read::default())?;
    if let Some((whole, decimals)) = lettered(words, at) {
        let digits = more_digits(words, decimals, more_digits(words, whole, Read::default())?)?;
        return Some(Literal { value: digits.decimal(count(words, decimals))?, end: at + 3, digits: None });
    }
    let first = digits.count;
    let separator = separated(words, at).filter(|_| first <= GROUP && !begins_with_zero(words, at));
    let grouping = separator.filter(|&s| groups(words, at, s, scan.convention()));
    if let Some(separator) = grouping {
        while separated(words, end - 1) == Some(separator) && group(words, end + 1) {
            digits = more_digits(words, end + 1, digits)?;
            end += 2;
        }
    }
    let spaced = if begins_with_zero(words, at) { 0 } else { spaced_groups(words, end, first) };
    for _ in 0..spaced {
        digits = more_digits(words, end, digits)?;
        end += 1;
    }
    if let Some(point) = separated(words, end - 1)
        && decimal(scan, end - 1, point, grouping)
    {
        let whole = digits.count;
        digits = more_digits(words, end + 1, digits)?;
        scale = digits.count - whole;
        end += 2;
    }
    Some(Literal { value: digits.decimal(scale)?, end, digits: u8::try_from(first).ok().filter(|_| end == at + 1) })
}

/// Where the whole part and the decimals stand when the letter reh is the decimal point, as agencies write it: `25ر0` is
/// 0.25 and `46ر116` is 116.46, since the decimals are typed first. Zeros tell the other order: `0ر25`, `3ر05`.
fn lettered(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    const MOST_DECIMALS: usize = 4;
    let tight = |i: usize| words.get(i).filter(|w| w.gap == Gap::None);
    let next = at + 2;
    if !tight(at + 1).is_some_and(|w| w.kind == WordKind::Arabic) || words.surface(at + 1) != "ر" {
        return None;
    }
    let digits = tight(next).is_some_and(|w| w.kind == WordKind::Digits) && tight(at + 3).is_none_or(|w| w.is_symbol());
    let zero = |i: usize| count(words, i) == 1 && begins_with_zero(words, i);
    let turned = (zero(at) && !zero(next)) || (begins_with_zero(words, next) && !zero(next));
    let (whole, decimals) = if turned { (at, next) } else { (next, at) };
    (digits && count(words, decimals) <= MOST_DECIMALS).then_some((whole, decimals))
}

/// The value times a power of ten.
fn moved(value: Exact, power: i32) -> Option<Exact> {
    let factor = Decimal::try_from_i128_with_scale(10i128.checked_pow(power.unsigned_abs())?, 0).ok()?;
    if power < 0 { value.over(u64::try_from(factor).ok()?) } else { value.times(factor) }
}

/// `3/4`: a numerator smaller than its denominator, both short, and nothing else joined to them. A date has the day
/// and the month of a year beside it, a season and a pair of years have more digits.
fn fraction(words: &Words<'_>, at: usize) -> Option<Literal> {
    let slash = separated(words, at).filter(|c| SLASHES.contains(c))?;
    let tight = |i: usize| words.get(i).is_some_and(|w| w.gap == Gap::None);
    let joined = at > 0 && tight(at) && words.get(at - 1).is_some_and(|w| w.is_symbol() && !w.is_any(&OPENING));
    if joined || separated(words, at + 2).is_some() || count(words, at) > 3 || count(words, at + 2) > 3 {
        return None;
    }
    let value = |at: usize| {
        let digits = more_digits(words, at, Read::default()).filter(|_| !begins_with_zero(words, at))?;
        u32::try_from(digits.value).ok()
    };
    let (over, under) = (value(at)?, value(at + 2)?);
    // `24/7`, `9/11`: only the fraction slash makes any two numbers a fraction.
    let usual = over < under && (under <= 10 || matches!(under, 12 | 16 | 20 | 25 | 32 | 50 | 64 | 100));
    let fits = usual || (slash == '\u{2044}' && under > 0);
    let value = Exact::ratio(over.into(), under.into()).filter(|_| fits)?;
    (!precedes_letters(words, at + 3)).then_some(Literal { value, end: at + 3, digits: None })
}

const SLASHES: [char; 3] = ['/', '\u{2044}', '\u{2215}'];
const OPENING: [char; 6] = ['(', '[', '"', '\u{AB}', '\u{201C}', '-'];

/// How many groups of three digits behind white space, from `at` on, go on with the number: two in `1 234 567`. In
/// running text digits may also stand beside each other by chance, so that a single group counts only when it is
/// `000` or the space is one that does not break the line.
fn spaced_groups(words: &Words<'_>, at: usize, first: usize) -> usize {
    if first > GROUP {
        return 0;
    }
    let space = |i: usize| words.text().get(before(words, i)?.span().end()..words.get(i)?.span().start());
    let apart = |i: usize| words.get(i).is_some_and(|w| w.kind == WordKind::Digits && w.gap == Gap::Space);
    let next = |i: usize| apart(i) && space(i) == space(at);
    let count = (0..MOST_DIGITS / GROUP).take_while(|&n| next(at + n) && group(words, at + n)).count();
    let Some(last) = (at + count).checked_sub(1).filter(|_| count > 0) else { return 0 };
    let decimals =
        separated(words, last).is_none_or(|c| matches!(c, ',' | '.' | '\u{066B}') && !group(words, last + 2));
    let fixed = space(at).is_some_and(|s| s.chars().all(|c| matches!(c, '\u{A0}' | '\u{202F}' | '\u{2009}')));
    let zeros = space(at) == Some(" ") && words.surface(last).chars().all(|c| digit(c) == Some('0'));
    let fits = fixed || zeros || (count > 1 && first < GROUP && space(at) == Some(" "));
    if fits && decimals && !next(last + 1) && !precedes_letters(words, last + 1) { count } else { 0 }
}

/// Whether a decimal point begins the number: `.5`.
pub(super) fn leading_point(words: &Words<'_>, at: usize) -> bool {
    words.get(at).is_some_and(|w| w.is_any(&['.', '\u{066B}']) && w.gap != Gap::None)
        && words.get(at + 1).is_some_and(|w| w.kind == WordKind::Digits && w.gap == Gap::None)
        && separated(words, at + 1).is_none()
        && !precedes_letters(words, at + 2)
}

/// Whether the digits at `at` can be no code: a few of them, between spaces and words, as most are.
pub(super) fn is_plain(words: &Words<'_>, at: usize) -> bool {
    /// Fewer than a word makes a telephone number of.
    const MOST: usize = 4;
    let spaced = |i: usize| words.get(i).filter(|w| w.gap == Gap::Space);
    spaced(at).is_some()
        && spaced(at + 1).is_some_and(|next| matches!(next.kind, WordKind::Arabic))
        && count(words, at) <= MOST
        && !begins_with_zero(words, at)
}

/// Whether the digits at `at` refer to a note: `[12]`, `كلمة(12)`.
pub(super) fn note(words: &Words<'_>, at: usize) -> bool {
    let closed = |c: char| words.get(at + 1).is_some_and(|w| w.is(c));
    let Some(open) = before(words, at) else { return false };
    // `قلبه(67)`: a number in brackets stands apart from the word before it.
    let glued = || {
        let word = at.checked_sub(2).and_then(|i| words.get(i));
        let long = |w: &Word| w.kind == WordKind::Arabic && words.codes(w).len() > 2;
        open.gap == Gap::None && word.is_some_and(|w| long(w) || w.is_any(&QUOTES))
    };
    (open.is('[') && closed(']')) || (open.is('(') && closed(')') && count(words, at) <= 3 && glued())
}

/// Goes on with the digits of a word; None when there are more than a value keeps.
fn more_digits(words: &Words<'_>, at: usize, read: Read) -> Option<Read> {
    let count = read.count + words.codes(words.get(at)?).len();
    if count > MOST_DIGITS {
        return None;
    }
    let digits = words.folded(at).bytes().map(|digit| digit.wrapping_sub(b'0'));
    Some(Read { value: digits.fold(read.value, |value, digit| value * 10 + i128::from(digit)), count })
}

fn begins_with_zero(words: &Words<'_>, at: usize) -> bool {
    words.folded(at).starts_with('0')
}

/// The fractions that are one character.
pub(super) fn vulgar(surface: &str) -> Option<Exact> {
    let (over, under) = match surface {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅐" => (1, 7),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        "⅑" => (1, 9),
        "⅒" => (1, 10),
        _ => return None,
    };
    Exact::ratio(Decimal::from(over), under)
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

pub(super) fn count(words: &Words<'_>, at: usize) -> usize {
    words.codes_at(at).len()
}

/// Whether this symbol after the digits at `at` parts thousands.
fn groups(words: &Words<'_>, at: usize, separator: char, convention: DecimalConvention) -> bool {
    let chained = separated(words, at + 2) == Some(separator) && group(words, at + 4);
    let zeros = || words.surface(at + 2).chars().last().and_then(digit) == Some('0');
    // `1.234,50`
    let decimals = || {
        let comma = separated(words, at + 2) == Some(',') && separated(words, at + 4).is_none();
        comma && (1..GROUP).contains(&count(words, at + 4))
    };
    let single = match (separator, convention) {
        ('\u{066C}' | '\u{060C}', _) => true,
        (',', DecimalConvention::Maghreb) | ('.', DecimalConvention::Mashriq) => false,
        (',', _) | ('.', DecimalConvention::Maghreb) => true,
        ('.', DecimalConvention::Detect) => zeros() || decimals() || Beside::at(words, at + 3).any(Beside::PERSON),
        (other, _) => APOSTROPHES.contains(&other),
    };
    let separates = matches!(separator, ',' | '.' | '\u{066C}' | '\u{060C}') || APOSTROPHES.contains(&separator);
    separates && group(words, at + 2) && (single || chained)
}

/// Whether this symbol after the digits at `at` is a decimal point: not one of several, as in `15.3.2023` and `1,2,3`.
fn decimal(scan: &Scan<'_, '_>, at: usize, point: char, grouping: Option<char>) -> bool {
    let words = &scan.words;
    let chained = |here: usize| separated(words, here) == Some(point);
    // `26،013،94`
    let last = point == '\u{060C}' && count(words, at + 2) < GROUP && !chained(at + 2);
    if grouping == Some(point) {
        return last;
    }
    let alone = !chained(at + 2) && (at < 2 || !chained(at - 2));
    match point {
        '\u{066B}' => true,
        '.' => alone,
        // `17،8 مليون`, `1،5 كم`, `0،75`
        '\u{060C}' => {
            let unit = || scan.parts(at + 3).any(Parts::MEASURE) || scan.roles(at + 3).any(Roles::UNIT);
            let measured = || near(scan, at + 3) && unit();
            let zero = || begins_with_zero(words, at) && count(words, at) == 1;
            alone && (zero() || count(words, at + 2) < GROUP && (scaled(words, at + 3) || measured()))
        }
        // What could be a group of three has been read as one already.
        ',' => alone && grouping.is_none_or(|g| g == '.'),
        _ => false,
    }
}

/// Whether a scale word or a percentage follows, so that what stands before is one number.
fn scaled(words: &Words<'_>, at: usize) -> bool {
    const SCALES: [&str; 7] = ["مليون", "مليار", "ملايين", "مليارات", "بليون", "تريليون", "الف"];
    const HUNDRED: [&str; 2] = ["الميه", "المايه"];
    let next = words.folded(at);
    let percent = next.strip_prefix('ب').is_some_and(|word| HUNDRED.contains(&word))
        || (next == "في" && HUNDRED.contains(&words.folded(at + 1)));
    percent
        || words.get(at).is_some_and(|w| w.gap <= Gap::Space && w.is_any(&['%', '\u{66A}']))
        || SCALES.contains(&next)
}

/// Whether letters stand right before the digits and make a code with them: `B52`, `F-15`, `إس-400`.
fn follows_letters(words: &Words<'_>, at: usize) -> bool {
    let Some((word, before)) = words.get(at).zip(before(words, at)) else { return false };
    if word.gap != Gap::None {
        return false;
    }
    // `كلمة%20كلمة` is a piece of an address.
    let encoded = before.is('%') && before.gap == Gap::None && at > 1;
    if encoded && words.get(at - 2).is_some_and(|w| w.kind == WordKind::Arabic) {
        return true;
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

pub(super) fn before<'w>(words: &'w Words<'_>, at: usize) -> Option<&'w Word> {
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
    words.codes_at(at) == [WAW]
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
    if separated(words, at).is_none() && !begins_with_zero(words, at) {
        return Cluster { end: at + 1, code: false };
    }
    let (mut end, mut dots, mut hyphens, mut code, mut thousands) = (at, 0, 0, false, true);
    while let Some(symbol) = separated(words, end) {
        match symbol {
            '.' => dots += 1,
            c if DASHES.contains(&c) => hyphens += 1,
            '/' | ':' | '\\' | '\u{2215}' => code |= fraction(words, at).is_none_or(|f| f.end != end + 3),
            ',' | '\u{060C}' | '\u{066B}' | '\u{066C}' | '\u{2014}' | '\u{2044}' => {}
            c if APOSTROPHES.contains(&c) => {}
            _ => break,
        }
        thousands &= group(words, end + 2) || symbol != '.';
        end += 2;
    }
    let zero = begins_with_zero(words, at);
    // 0097444001122, and 044 123 456 with its groups apart
    let apart = words.get(end + 1).is_some_and(|w| w.kind == WordKind::Digits && w.gap == Gap::Space);
    let phone = zero && (count(words, at) > 6 || (count(words, at) > 1 && end == at && apart));
    code |= season(words, at, end);
    // `01-234567`, `القانون 04-98`
    code |= zero && hyphens > 0 && dots == 0 && count(words, at) > 1;
    code |= hyphens > 1 || phone || (dots > 1 && !(thousands && hyphens == 0) && end > at + 2 && !ranged(words, at));
    let mut end = end + 1;
    if phone {
        end = phone_end(words, end);
    }
    Cluster { end, code }
}

/// Whether a cluster is a year and the last digits of the next: `2013-14`.
fn season(words: &Words<'_>, at: usize, last: usize) -> bool {
    let value = |i: usize| words.surface(i).chars().filter_map(digit).collect::<String>().parse::<u32>().ok();
    let dashed = separated(words, at).is_some_and(|c| DASHES.contains(&c)) && last == at + 2;
    if !dashed || count(words, at) != 4 || count(words, last) != 2 {
        return false;
    }
    value(at).zip(value(last)).is_some_and(|(year, next)| (1800..2100).contains(&year) && (year + 1) % 100 == next)
}

/// Whether the dots of a cluster are decimal points on both sides of a hyphen: `2.5-3.5`.
fn ranged(words: &Words<'_>, at: usize) -> bool {
    separated(words, at) == Some('.')
        && separated(words, at + 2).is_some_and(|c| DASHES.contains(&c))
        && separated(words, at + 6).is_none()
}

/// Whether the digits at `at` are too many for a value.
pub(super) fn too_many(words: &Words<'_>, at: usize) -> bool {
    count(words, at) > MOST_DIGITS
}

/// The end of digits with two slashes or more between them, which may stand apart: a date such as `4 / 5 / 1946`.
pub(super) fn slashed(words: &Words<'_>, at: usize) -> Option<usize> {
    let near = |i: usize| words.get(i).filter(|w| w.gap <= Gap::Space);
    let (mut end, mut slashes) = (at + 1, 0);
    while near(end).is_some_and(|w| w.is('/')) && near(end + 1).is_some_and(|w| w.kind == WordKind::Digits) {
        (end, slashes) = (end + 2, slashes + 1);
    }
    (slashes > 1).then_some(end)
}

/// Whether one letter and a slash stand before the digits at `at`, as in the numbers of decrees: `م/37`.
pub(super) fn filed(words: &Words<'_>, at: usize) -> bool {
    let tight = |i: usize| words.get(i).is_some_and(|w| w.gap == Gap::None);
    let Some(letter) = at.checked_sub(2).and_then(|i| words.get(i)) else { return false };
    let one = letter.kind == WordKind::Arabic && words.codes(letter).len() == 1;
    // `1445 هـ/2024`, `94 ق.هـ/531`
    let era = || {
        words.surface(at - 2).starts_with('ه')
            || at.checked_sub(3).and_then(|i| words.get(i)).is_some_and(|w| w.kind == WordKind::Digits)
    };
    one && tight(at - 1) && tight(at) && words.get(at - 1).is_some_and(|w| w.is('/')) && !era()
}

/// Whether the digits at `at` number an item of a list: `1.`, `2-` or `3)` at the start of a line.
pub(super) fn list_marker(words: &Words<'_>, at: usize) -> bool {
    let (Some(word), Some(mark), Some(next)) = (words.get(at), words.get(at + 1), words.get(at + 2)) else {
        return false;
    };
    word.gap >= Gap::Line
        && count(words, at) <= 2
        && (mark.gap == Gap::None || (mark.gap == Gap::Space && mark.is_any(&DASHES) && next.gap == Gap::Space))
        && mark.is_any(&['.', '-', ')', '\u{2013}'])
        && next.kind != WordKind::Digits
        // `5-°` is below zero.
        && !next.is_any(&['\u{B0}', '\u{BA}', '%', '\u{66A}'])
        && next.gap <= Gap::Space
}
