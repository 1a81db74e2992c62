//! Exact values: decimals, and fractions that no decimal can be.

use core::cmp::Ordering;
use core::fmt;
use core::num::NonZeroU64;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A decimal, or a fraction in lowest terms when no decimal of 28 digits is equal to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Exact {
    over: Decimal,
    /// 1 for a decimal; else `over` is whole.
    under: NonZeroU64,
}

impl Exact {
    pub(crate) const ZERO: Self = Self::whole(Decimal::ZERO);
    pub(crate) const ONE: Self = Self::whole(Decimal::ONE);
    pub(crate) const TWO: Self = Self::whole(Decimal::TWO);

    pub(crate) const fn whole(value: Decimal) -> Self {
        Self { over: value, under: NonZeroU64::MIN }
    }

    /// `over / under`; None when it is too long, or `under` is 0.
    pub(crate) fn ratio(over: Decimal, under: u64) -> Option<Self> {
        let scale = 10u64.checked_pow(over.scale())?;
        let (over, under) = (over.mantissa(), under.checked_mul(scale).filter(|&u| u > 0)?);
        let common = gcd(over.unsigned_abs(), under.into()).max(1);
        let over = Decimal::try_from_i128_with_scale(over / i128::try_from(common).ok()?, 0).ok()?;
        let under = under / u64::try_from(common).ok()?;
        let quotient = || over.checked_div(under.into()).filter(|q| q.checked_mul(under.into()) == Some(over));
        Some(match quotient().filter(|_| is_finite(under)) {
            Some(decimal) => Self::whole(decimal),
            None => Self { over, under: NonZeroU64::new(under)? },
        })
    }

    /// The value, when it is a decimal.
    pub(crate) fn decimal(self) -> Option<Decimal> {
        self.is_decimal().then_some(self.over)
    }

    const fn is_decimal(self) -> bool {
        self.under.get() == 1
    }

    /// The value, when it is whole.
    pub(crate) fn integer(self) -> Option<i128> {
        self.decimal().filter(Decimal::is_integer)?.to_i128()
    }

    pub(crate) fn to_f64(self) -> Option<f64> {
        // Two roundings; a decimal has one.
        if self.is_decimal() { self.over.to_f64() } else { Some(self.over.to_f64()? / self.under.get() as f64) }
    }

    pub(crate) fn add(self, other: Self) -> Option<Self> {
        if self.is_decimal() && other.is_decimal() {
            return self.over.checked_add(other.over).map(Self::whole);
        }
        let a = self.over.checked_mul(other.under.get().into())?;
        let b = other.over.checked_mul(self.under.get().into())?;
        Self::ratio(a.checked_add(b)?, self.under.get().checked_mul(other.under.get())?)
    }

    pub(crate) fn times(self, factor: Decimal) -> Option<Self> {
        let over = self.over.checked_mul(factor)?;
        if !self.is_decimal() {
            return Self::ratio(over, self.under.get());
        }
        // A product that was rounded has fewer decimals than its factors, and is none of ours.
        let kept = over.scale() == self.over.scale() + factor.scale()
            || factor.is_zero()
            || over.checked_div(factor) == Some(self.over);
        kept.then_some(Self::whole(over))
    }

    pub(crate) fn over(self, divisor: u64) -> Option<Self> {
        Self::ratio(self.over, self.under.get().checked_mul(divisor)?)
    }

    pub(crate) fn negate(self) -> Self {
        Self { over: -self.over, ..self }
    }
}

impl From<u32> for Exact {
    fn from(value: u32) -> Self {
        Self::whole(value.into())
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = || {
            let a = self.over.checked_mul(other.under.get().into())?;
            Some(a.cmp(&other.over.checked_mul(self.under.get().into())?))
        };
        // Numbers too long for that differ before their last digits do.
        let rounded = |e: &Self| e.over.checked_div(e.under.get().into()).unwrap_or_default();
        if self == other {
            return Ordering::Equal;
        }
        cross().unwrap_or_else(|| rounded(self).cmp(&rounded(other)))
    }
}

impl fmt::Display for Exact {
    /// `3.5`, `1/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.over.normalize())?;
        if self.is_decimal() { Ok(()) } else { write!(f, "/{}", self.under) }
    }
}

/// As text, so that no reader of JSON rounds it.
#[cfg(feature = "serde")]
impl serde::Serialize for Exact {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Whether one part in so many is a decimal: nothing but twos and fives divide it.
fn is_finite(mut under: u64) -> bool {
    for prime in [2, 5] {
        while under > 1 && under.is_multiple_of(prime) {
            under /= prime;
        }
    }
    under == 1
}

fn gcd(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_exact() {
        let third = Exact::ratio(Decimal::ONE, 3).unwrap();
        assert_eq!(third.to_string(), "1/3");
        assert_eq!(third.add(Exact::ratio(Decimal::ONE, 6).unwrap()).unwrap().to_string(), "0.5");
        assert_eq!(third.times(Decimal::from(3)), Some(Exact::ONE));
        assert_eq!(Exact::ratio(Decimal::new(15, 1), 4).unwrap().to_string(), "0.375");
        assert!(third < Exact::ratio(Decimal::ONE, 2).unwrap() && third > Exact::whole(Decimal::new(333, 3)));
        assert_eq!(Exact::ratio(Decimal::ONE, 0), None);
        assert_eq!(Exact::whole(Decimal::MAX).times(Decimal::TEN), None);
    }
}
