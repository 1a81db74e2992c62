//! One amount: a number in digits or words with its sign and what it counts.

use rust_decimal::Decimal;

use super::Number;
use super::cardinal::{Cardinal, alone, cardinal, joined, near};
use super::digits::DASHES;
use super::exact::Exact;
use super::fraction::{Fraction, again, exception, fraction, may_begin};
use super::grammar::{Finder, digits_follow};
use super::homograph::{self, digits_rank, is_code, is_label, is_other_word};
use super::ordinal::ordinal;
use super::quantity::{Counted, PERCENT_SIGNS, counted, dual, is_definite, one_and_part, sign};
use super::words::{Count, Lead, Parts, Role, end_of, power, role_at};
use crate::EntityKind;
use crate::gazetteer::{Hit, Proclitics};
use crate::lexicon::{Kinds, Scan};
use crate::text::{Gap, Word, WordKind};

const MINUS_SIGNS: [char; 2] = ['-', '\u{2212}'];
/// What a number ends before, when nothing else follows it.
pub(super) const CLOSING: [char; 8] = ['.', ',', ')', ']', ';', '\u{060C}', '\u{061B}', '\u{061F}'];

/// A number with what it counts, before it is known whether it stands alone or in a range.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub(super) number: Number,
    pub(super) kind: EntityKind,
    pub(super) unit: Option<&'static str>,
    pub(super) end: usize,
    pub(super) proclitics: Proclitics,
    /// How many digits, when the number is one group of them.
    pub(super) digits: Option<u8>,
    /// The power of ten of its scale word, when nothing but a coefficient stands before that.
    pub(super) power: u32,
}

impl Amount {
    pub(super) const fn new(number: Number, kind: EntityKind, end: usize, proclitics: Proclitics) -> Self {
        Self { number, kind, unit: None, end, proclitics, digits: None, power: 0 }
    }
}

impl Finder<'_, '_, '_> {
    /// One number at a word of letters that has these parts, with its unit.
    pub(super) fn in_letters(&self, at: usize, parts: Parts) -> Option<Amount> {
        let scan = self.scan;
        if parts.any(Parts::MINUS)
            && let Some(negative) = self.negative(at)
        {
            return Some(negative);
        }
        if parts.any(Parts::VAGUE)
            && let Some((number, end, proclitics)) = vague(scan, at)
        {
            return Some(self.measured(number, end, proclitics));
        }
        let plain = || if parts.any(Parts::NUMBER) { self.plain(at, parts) } else { None };
        plain().or_else(|| {
            let dual = || dual(scan, at).or_else(|| one_and_part(scan, at));
            let (found, value, proclitics) = parts.any(Parts::MEASURE).then(dual)??;
            let amount = Amount::new(Number::exact(value), found.kind, found.end, proclitics);
            Some(Amount { unit: found.unit, ..amount })
        })
    }

    /// A number behind the sign of what it counts: `$10`.
    pub(super) fn after_sign(&self, at: usize) -> Option<Amount> {
        let before = sign(self.scan, at)?;
        let number = cardinal(self.scan, before.end, Lead::Plain)?;
        let value = number.value.map_or(Number::UNKNOWN, Number::exact);
        let amount = Amount::new(value, before.kind, number.end, Proclitics::default());
        Some(Amount { unit: before.unit, power: number.power, ..amount })
    }

    /// A number with a sign before it or the word for one.
    pub(super) fn signed(&self, at: usize) -> Option<Amount> {
        let plus = self.scan.words.get(at).is_some_and(|w| w.is('+') && w.gap != Gap::None || w.is('+') && at == 0);
        if plus && digits_follow(self.scan, at) {
            let number = cardinal(self.scan, at + 1, Lead::Plain)?;
            return Some(self.measured(Number::exact(number.value?), number.end, number.proclitics));
        }
        self.negative(at)
    }

    pub(super) fn negative(&self, at: usize) -> Option<Amount> {
        let scan = self.scan;
        let (from, proclitics) = minus(scan, at)?;
        if let Some(part) = fraction(scan, from, Lead::Plain).filter(|part| !part.definite)
            && !is_definite(scan, part.end)
            && cardinal(scan, from, Lead::Plain).is_none_or(|number| number.end < part.end)
        {
            return Some(self.measured(Number::exact(part.value.negate()), part.end, proclitics));
        }
        let number = cardinal(scan, from, Lead::Plain)?;
        // `1379 هـ -1957`: a year behind a dash.
        let year = number.digits == Some(4) && scan.words.get(at).is_some_and(Word::is_symbol);
        let value = number.value.filter(|_| !year)?;
        Some(Amount { power: number.power, ..self.measured(Number::exact(value.negate()), number.end, proclitics) })
    }

    /// A cardinal, an ordinal or a fraction.
    pub(super) fn plain(&self, at: usize, parts: Parts) -> Option<Amount> {
        let scan = self.scan;
        let number = if parts.any(Parts::CARDINAL) { cardinal(scan, at, Lead::Start) } else { None };
        let ranks = parts.any(Parts::ORDINAL) || number.is_some_and(|n| n.digits.is_none());
        if ranks
            && let Some(place) = ordinal(scan, at, number.as_ref())
            && number.is_none_or(|n| {
                place.end > n.end || (place.end == n.end && n.definite && homograph::ranks(scan, at, &n))
            })
            && !homograph::bestows(scan, at, place.end)
        {
            return Some(Amount::new(Number::exact(place.value), EntityKind::Ordinal, place.end, place.proclitics));
        }
        if parts.any(Parts::FRACTION)
            && may_begin(scan, at)
            && let Some(part) = fraction(scan, at, Lead::Start)
            && number.is_none_or(|n| n.end < part.end || is_fifth(scan, &n, &part))
        {
            let amount = self.measured(Number::exact(part.value), part.end, part.proclitics);
            let counts = amount.kind != EntityKind::Cardinal;
            let hinted = self.hint.is_some_and(|hint| hint.at == at);
            return (part.alone || counts || is_part(scan, at, &part, hinted)).then_some(amount);
        }
        let number = number?;
        let amount = self.cardinal(&number);
        let names = || digits_rank(scan, at, amount.end) || is_label(scan, at, amount.end);
        if amount.kind == EntityKind::Cardinal && amount.digits.is_some() && names() {
            return Some(Amount { kind: EntityKind::Ordinal, ..amount });
        }
        let other = || is_other_word(scan, at, &number) || (amount.digits.is_some() && is_code(scan, at, amount.end));
        (amount.kind != EntityKind::Cardinal || !other()).then_some(amount)
    }

    /// A cardinal with what it counts.
    pub(super) fn cardinal(&self, number: &Cardinal) -> Amount {
        if self.counts_nothing(number.end) {
            let value = number.value.map_or(Number::UNKNOWN, Number::exact);
            let amount = Amount::new(value, EntityKind::Cardinal, number.end, number.proclitics);
            return Amount { digits: number.digits, power: number.power, ..amount };
        }
        if let Some(glossed) = self.glossed(number) {
            return glossed;
        }
        let less = number.value.and_then(|value| exception(self.scan, number.end, value, number.power));
        let (value, end) = match (number.value, less) {
            (Some(value), Some((less, end))) => (value.add(less), end),
            (value, _) => (value, number.end),
        };
        let amount = self.measured(value.map_or(Number::UNKNOWN, Number::exact), end, number.proclitics);
        let amount = self.half_again(number, amount);
        let amount = self.minus_after(number).unwrap_or(amount);
        Amount { digits: number.digits, power: number.power, ..amount }
    }

    /// Whether what stands behind a number is neither counted nor more of it, as most words are not: a quick look before
    /// the others.
    fn counts_nothing(&self, end: usize) -> bool {
        let scan = self.scan;
        scan.words.get(end).filter(|w| w.gap <= Gap::Line).is_none_or(|next| match next.kind {
            WordKind::Arabic => {
                // `م`, `ج.م`
                let dot = || scan.words.get(end + 1).is_some_and(|w| w.is('.'));
                let letter = scan.words.codes(next).len() == 1 && (scan.words.folded(end) == "م" || dot());
                let counted = || scan.numbers(end).iter().any(|(_, role)| role.follows());
                !(letter || scan.has(end, Kinds::NUMBER) && counted())
            }
            WordKind::Symbol(c) => CLOSING.contains(&c),
            WordKind::Digits | WordKind::Other => false,
        })
    }

    /// What is counted, and a fraction of the scale behind it: `مليون دولار ونصف المليون`.
    fn half_again(&self, number: &Cardinal, amount: Amount) -> Amount {
        let counts = amount.end > number.end && number.power > 0;
        let more = joined(self.scan, amount.end).filter(|_| counts);
        let more = more.and_then(|(at, lead)| again(self.scan, at, lead, number.power));
        let sum = more.and_then(|(part, end)| Some((amount.number.single()?.add(part)?, end)));
        sum.map_or(amount, |(value, end)| Amount { number: Number::exact(value), end, ..amount })
    }

    /// Digits with the same number in words behind them in brackets, and then a scale word or a unit: `50 (خمسين) مليون`.
    fn glossed(&self, number: &Cardinal) -> Option<Amount> {
        let scan = self.scan;
        let bracket = |i: usize, c: char| scan.words.get(i).is_some_and(|w| w.is(c) && w.gap <= Gap::Space);
        if !bracket(number.end, '(') {
            return None;
        }
        let words = cardinal(scan, number.end + 1, Lead::Plain)?;
        let end = words.end + 1;
        if words.value != number.value || !bracket(words.end, ')') || !near(scan, end) {
            return None;
        }
        let scale = role_at(scan, end, Lead::Plain, |_, role| match role {
            Role::Scale(exponent, Count::One | Count::Many | Count::OneOrTwo) => Some(u32::from(exponent)),
            _ => None,
        });
        let Some((hit, exponent)) = scale else {
            let amount = self.measured(Number::exact(number.value?), end, number.proclitics);
            return (amount.kind != EntityKind::Cardinal).then_some(amount);
        };
        let value = number.value?.times(power(exponent)?).map_or(Number::UNKNOWN, Number::exact);
        Some(Amount { power: exponent, ..self.measured(value, hit.end, number.proclitics) })
    }

    /// A minus sign behind the digits, as the direction of the text can put it: `5-°`, `12- %`, `(7-)`.
    fn minus_after(&self, number: &Cardinal) -> Option<Amount> {
        let scan = self.scan;
        let minus = scan.words.get(number.end).filter(|w| w.is_any(&MINUS_SIGNS) && w.gap == Gap::None)?;
        let end = number.end + 1;
        let value = number.value?.negate();
        let amount = self.measured(Number::exact(value), end, number.proclitics);
        let signed = amount.kind == EntityKind::Percent || matches!(amount.unit, Some("celsius" | "degree"));
        // `(1945-)` is alive, and `3-5-` is a code.
        let first = number.end.checked_sub(2).and_then(|i| scan.words.get(i)).is_none_or(|w| !w.is_any(&DASHES));
        let closed = scan.words.get(end).is_none_or(|w| w.gap >= Gap::Line || w.is_any(&CLOSING));
        let alone = amount.end == end && closed && first && number.digits != Some(4);
        (minus.is_symbol() && is_in_digits(scan, number) && (signed || alone)).then_some(amount)
    }

    fn measured(&self, number: Number, end: usize, proclitics: Proclitics) -> Amount {
        let plain = Amount::new(number, EntityKind::Cardinal, end, proclitics);
        let vague = number.single().is_none() && number != Number::UNKNOWN;
        let Some(counted) = counted(self.scan, end, vague) else {
            // `10 تحت الصفر`
            let below = end_of(self.scan, end, Lead::Plain, Role::BelowZero).filter(|_| near(self.scan, end));
            return match below.zip(number.single()) {
                Some((end, value)) => Amount { number: Number::exact(value.negate()), end, ..plain },
                None => plain,
            };
        };
        let Counted { kind, unit, end, .. } = counted;
        let number = match number.single() {
            Some(value) => counted.amount(value).map_or(Number::UNKNOWN, Number::exact),
            None => number,
        };
        Amount { number, kind, unit, end, ..plain }
    }
}

/// A number of which only the size is said: `عشرات الآلاف`, `بضع مئات`, `ملايين`.
fn vague(scan: &Scan<'_, '_>, at: usize) -> Option<(Number, usize, Proclitics)> {
    let factor = |role: Role| match role {
        Role::Vague(value) => Some(Decimal::from(value)),
        Role::Scale(exponent, Count::Many) => power(exponent.into()),
        _ => None,
    };
    let (hit, (mut lower, mut upper)) = role_at(scan, at, Lead::Start, |_, role| match role {
        // `بضع وثلاثون`: thirty-odd. `بضعة عشر`: a dozen or so.
        Role::Few(lower, upper) => {
            let tens = tens_beside(scan, at).map_or(0, |(tens, _)| tens);
            Some((Decimal::from(tens + u32::from(lower)), Some(Decimal::from(tens + u32::from(upper)))))
        }
        Role::Odd(lower, upper) => tens_beside(scan, at)
            .map(|(tens, _)| (Decimal::from(tens + u32::from(lower)), Some(Decimal::from(tens + u32::from(upper))))),
        _ => factor(role).map(|lower| (lower, None)),
    })?;
    let mut end = tens_beside(scan, at).filter(|_| upper.is_some()).map_or(hit.end, |(_, end)| end);
    if let Some((count, end)) = counted_scale(scan, &hit) {
        return Some((Number::exact(Exact::whole(lower.checked_mul(count)?)), end, hit.proclitics));
    }
    // Three are as many as anybody writes: `عشرات آلاف الملايين`.
    for _ in 0..2 {
        let next = role_at(scan, end, Lead::Plain, |_, role| match role {
            Role::Scale(exponent, Count::One) => power(exponent.into()),
            _ => factor(role),
        });
        let Some((hit, by)) = next.filter(|_| near(scan, end)) else { break };
        lower = lower.checked_mul(by)?;
        upper = upper.map_or(Some(None), |u| u.checked_mul(by).map(Some))?;
        end = hit.end;
    }
    Some((Number::between(Some(Exact::whole(lower)), upper.map(Exact::whole)), end, hit.proclitics))
}

/// How many of a scale word with the article, which its adjective says: `الملايين الستة`.
fn counted_scale(scan: &Scan<'_, '_>, scale: &Hit) -> Option<(Decimal, usize)> {
    let count = |hit: &Hit, role: Role| match role {
        Role::Unit(count @ 3..) if hit.proclitics.article() => Some(Decimal::from(count)),
        _ => None,
    };
    let (hit, count) = role_at(scan, scale.end, Lead::Plain, count)?;
    (scale.proclitics.article() && near(scan, scale.end)).then_some((count, hit.end))
}

/// The tens joined to the word at `at`, or the ten right behind it.
fn tens_beside(scan: &Scan<'_, '_>, at: usize) -> Option<(u32, usize)> {
    if let Some(end) = end_of(scan, at + 1, Lead::Plain, Role::Ten).filter(|_| near(scan, at + 1)) {
        return Some((10, end));
    }
    let (at, lead) = joined(scan, at + 1)?;
    let (hit, tens) =
        role_at(scan, at, lead, |_, role| if let Role::Tens(tens) = role { Some(u32::from(tens)) } else { None })?;
    Some((tens, hit.end))
}

/// The number after a minus sign or the word for it, and what stands before that word.
fn minus(scan: &Scan<'_, '_>, at: usize) -> Option<(usize, Proclitics)> {
    let word = scan.words.get(at)?;
    if word.is_any(&MINUS_SIGNS) {
        // At the start of a line it is the dash of a list; after digits it is a range.
        let apart = word.gap == Gap::Space || at == 0 || scan.words.get(at - 1).is_some_and(|w| w.is_any(&['(', '[']));
        let after_digits =
            at > 0 && scan.words.get(at - 1).is_some_and(|w| w.kind == WordKind::Digits || w.is_any(&PERCENT_SIGNS));
        let after_code = at > 0
            && scan.words.get(at - 1).is_some_and(|w| match w.kind {
                WordKind::Other => true,
                // `F -16`, `1379 هـ -7`
                WordKind::Arabic => scan.words.codes(w).len() == 1,
                _ => false,
            });
        return (apart && !after_digits && !after_code && digits_follow(scan, at))
            .then(|| (at + 1, Proclitics::default()));
    }
    let found =
        role_at(scan, at, Lead::Start, |hit, role| (role == Role::Minus && !hit.proclitics.article()).then_some(()));
    found.filter(|(hit, ())| near(scan, hit.end)).map(|(hit, ())| (hit.end, hit.proclitics))
}

/// Whether a number is one in digits.
fn is_in_digits(scan: &Scan<'_, '_>, number: &Cardinal) -> bool {
    number.end.checked_sub(1).and_then(|last| scan.words.get(last)).is_some_and(|w| w.kind == WordKind::Digits)
}

/// Whether a fraction is said of something, or alone: `ثلث السكان`, `ثلث سكان العالم`, `انخفض إلى الثلث`, `نحو ثلث`.
/// Not `نصف النهائي`, `الربع الأول` and `ربع الساعة`.
fn is_part(scan: &Scan<'_, '_>, at: usize, part: &Fraction, hinted: bool) -> bool {
    // `نص` is also a text.
    let text = scan.words.folded(at).ends_with("نص");
    if text || alone(scan, at, part.end) {
        return !text;
    }
    let next = scan.words.folded(part.end);
    let is_time = |i: usize| scan.date(i, |_, word| word.is_time().then_some(())).is_some();
    let other = next.contains("نهايي")
        || HALVED.iter().any(|stem| next.starts_with(stem))
        || matches!(next, "الخالي" | "الكره" | "الدايره" | "الدائره" | "النهار" | "الليل")
        || is_time(part.end)
        || role_at(scan, part.end, Lead::Plain, |_, role| matches!(role, Role::Ordinal { .. }).then_some(())).is_some();
    // `ثمن السيارة` is its price.
    let price = part.value == Exact::whole(Decimal::new(125, 3));
    let ends = hinted && scan.words.get(part.end).is_none_or(|w| w.is_symbol() || w.gap >= Gap::Line);
    // `ساعتين ونصف يستكشفان المكان`: behind و it is often of what stands before.
    let first = part.proclitics.conjunction().is_none();
    let chain = first && near(scan, part.end) && is_definite(scan, part.end + 1);
    let known = first && near(scan, part.end) && (is_owned(next) || (is_pointing(next) && !is_time(part.end + 1)));
    let of = part.definite != is_definite(scan, part.end) || (!part.definite && (chain || ends));
    !price && ((of && !other) || (known && !part.definite))
}

/// How folded adjectives begin that `نصف` makes another of: `نصف دائرية`, `نصف سنوي`.
const HALVED: [&str; 6] = ["دايري", "كروي", "سنوي", "شهري", "اسبوعي", "يومي"];

/// Whether a folded word points at what follows: `ثلث هذا المبلغ`.
fn is_pointing(word: &str) -> bool {
    matches!(word, "هذا" | "هذه" | "هولاء" | "ذلك" | "تلك" | "اوليك" | "ما")
}

/// Whether a folded word ends in a pronoun, which makes it definite: `نصف سكانها`.
fn is_owned(word: &str) -> bool {
    let owned = |ending: &str| word.strip_suffix(ending).is_some_and(|noun| noun.chars().count() > 2);
    ["ها", "هم", "هما", "هن"].into_iter().any(owned)
}

/// Whether `خمس` is a fifth: before a definite noun. `سبع` and `تسع` there are other words.
fn is_fifth(scan: &Scan<'_, '_>, number: &Cardinal, part: &Fraction) -> bool {
    let two = [7, 9].into_iter().any(|under| Exact::ratio(Decimal::TWO, under) == Some(part.value));
    let fifth = number.value == Some(Exact::from(5)) || two;
    fifth && number.end == part.end && !part.definite && is_definite(scan, part.end)
}
