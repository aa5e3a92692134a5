//! Exact numbers: fractions of whole numbers, so that a third stays a third until somebody rounds.
//!
//! Whatever does not fit into 128 bits is `None`, "too large"; nothing ever wraps.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// In lowest terms, with the sign above the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact {
    top: i128,
    bottom: i128,
}

/// What becomes of the part below the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// 四舍五入: half a unit counts as a whole one, away from zero.
    HalfUp,
    /// Never more than it is.
    Down,
    /// Never less than it is.
    Up,
}

impl Rounding {
    pub const ALL: [Self; 3] = [Self::HalfUp, Self::Down, Self::Up];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::HalfUp => "half_up",
            Self::Down => "down",
            Self::Up => "up",
        }
    }
}

impl Exact {
    pub const ZERO: Self = Self::whole(0);
    /// Digits that can be typed: enough for every amount, and few enough to be multiplied.
    const DIGITS: usize = 18;

    pub const fn whole(number: i64) -> Self {
        Self { top: number as i128, bottom: 1 }
    }

    /// So many hundredths: fen as yuan, points as percent.
    pub fn hundredths(number: i64) -> Self {
        Self::ratio(i128::from(number), 100).unwrap_or(Self::ZERO)
    }

    /// A decimal number as it is typed: `-12.50`. No exponents, no separators.
    pub fn decimal(text: &str) -> Option<Self> {
        let (sign, bare) = text.strip_prefix('-').map_or((1, text), |bare| (-1, bare));
        let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
        let digits = || whole.bytes().chain(part.bytes());
        let typed = !whole.is_empty() && !bare.ends_with('.');
        let plain = digits().all(|digit| digit.is_ascii_digit());
        if !typed || !plain || digits().count() > Self::DIGITS {
            return None;
        }
        let top = digits().fold(0_i128, |top, digit| top * 10 + i128::from(digit - b'0'));
        Self::ratio(sign * top, 10_i128.checked_pow(u32::try_from(part.len()).ok()?)?)
    }

    pub const fn is_zero(self) -> bool {
        self.top == 0
    }

    pub const fn is_positive(self) -> bool {
        self.top > 0
    }

    pub fn negative(self) -> Option<Self> {
        Some(Self { top: self.top.checked_neg()?, bottom: self.bottom })
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        let common = divisor(self.bottom, other.bottom);
        let (mine, theirs) = (other.bottom / common, self.bottom / common);
        let top = self.top.checked_mul(mine)?.checked_add(other.top.checked_mul(theirs)?)?;
        Self::ratio(top, self.bottom.checked_mul(mine)?)
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negative()?)
    }

    pub fn times(self, other: Self) -> Option<Self> {
        // Shortened before, so that only what is really too large is too large.
        let (one, two) = (divisor(self.top, other.bottom), divisor(other.top, self.bottom));
        let top = (self.top / one).checked_mul(other.top / two)?;
        let bottom = (self.bottom / two).checked_mul(other.bottom / one)?;
        Self::ratio(top, bottom)
    }

    /// `None` for nothing to divide by, too.
    pub fn over(self, other: Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        let top = other.bottom * other.top.signum();
        self.times(Self { top, bottom: other.top.checked_abs()? })
    }

    /// To a whole number of `unit`s, which has to be positive.
    pub fn rounded(self, unit: Self, how: Rounding) -> Option<Self> {
        let parts = self.over(unit)?;
        let whole = match how {
            Rounding::Down => parts.floor(),
            Rounding::Up => parts.negative()?.floor().checked_neg()?,
            Rounding::HalfUp if parts.top < 0 => {
                parts.negative()?.plus(Self::HALF)?.floor().checked_neg()?
            }
            Rounding::HalfUp => parts.plus(Self::HALF)?.floor(),
        };
        Self { top: whole, bottom: 1 }.times(unit)
    }

    /// The whole number of hundredths it is, if it is one: yuan as fen.
    pub fn in_hundredths(self) -> Option<i64> {
        let hundred = self.times(Self::whole(100))?;
        (hundred.bottom == 1).then_some(hundred.top).and_then(|top| top.try_into().ok())
    }

    /// The whole number it is, if it is one.
    pub fn in_ones(self) -> Option<i64> {
        (self.bottom == 1).then_some(self.top).and_then(|top| top.try_into().ok())
    }

    /// As people write it, with no zeros at the end; beyond six places it is cut.
    pub fn to_text(self) -> String {
        const PLACES: usize = 6;
        let sign = if self.top < 0 { "-" } else { "" };
        let (top, bottom) = (self.top.unsigned_abs(), self.bottom.unsigned_abs());
        let mut rest = top % bottom;
        let mut places = String::new();
        while rest != 0 && places.len() < PLACES {
            // A remainder is smaller than what it is of; where ten of it do not fit, neither does
            // a seventh place matter.
            let Some(ten) = rest.checked_mul(10) else { break };
            places.push(
                char::from_digit(u32::try_from(ten / bottom).unwrap_or(0), 10).unwrap_or('0'),
            );
            rest = ten % bottom;
        }
        let places = places.trim_end_matches('0');
        let point = if places.is_empty() { "" } else { "." };
        format!("{sign}{}{point}{places}", top / bottom)
    }

    const HALF: Self = Self { top: 1, bottom: 2 };

    fn ratio(top: i128, bottom: i128) -> Option<Self> {
        let common = divisor(top, bottom);
        (bottom > 0).then_some(Self { top: top / common, bottom: bottom / common })
    }

    const fn floor(self) -> i128 {
        self.top.div_euclid(self.bottom)
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    /// By whole parts, then by what is left, turned upside down: nothing is multiplied, so nothing
    /// can be too large.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b, mut c, mut d) = (self.top, self.bottom, other.top, other.bottom);
        loop {
            let wholes = a.div_euclid(b).cmp(&c.div_euclid(d));
            let (left, right) = (a.rem_euclid(b), c.rem_euclid(d));
            match (wholes, left, right) {
                (Ordering::Equal, 0, _) | (Ordering::Equal, _, 0) => return left.cmp(&right),
                (Ordering::Equal, ..) => (a, b, c, d) = (d, right, b, left),
                (unequal, ..) => return unequal,
            }
        }
    }
}

/// The greatest that both can be divided by; never zero.
fn divisor(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one.unsigned_abs(), other.unsigned_abs());
    while other != 0 {
        (one, other) = (other, one % other);
    }
    i128::try_from(one).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Exact, Rounding};

    fn exact(text: &str) -> Exact {
        Exact::decimal(text).unwrap()
    }

    #[test]
    fn a_number_reads_as_it_is_typed_and_nothing_else_does() {
        for (typed, shown) in [("89", "89"), ("-12.50", "-12.5"), ("0.05", "0.05"), ("007", "7")] {
            assert_eq!(exact(typed).to_text(), shown);
        }
        for typed in
            ["", "-", ".5", "5.", "1e3", "1,000", "+1", "1.2.3", "一", "9999999999999999999"]
        {
            assert_eq!(Exact::decimal(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_third_stays_a_third() {
        let third = Exact::whole(1).over(Exact::whole(3)).unwrap();

        assert_eq!(third.times(Exact::whole(3)), Some(Exact::whole(1)));
        assert_eq!(third.to_text(), "0.333333");
    }

    #[test]
    fn half_a_fen_is_a_fen_on_both_sides_of_zero() {
        let fen = Exact::hundredths(1);
        let to = |text, how| exact(text).rounded(fen, how).unwrap().to_text();

        assert_eq!(
            ["2.675", "-2.675", "2.6749"].map(|it| to(it, Rounding::HalfUp)),
            ["2.68", "-2.68", "2.67"]
        );
        assert_eq!(["2.679", "-2.671"].map(|it| to(it, Rounding::Down)), ["2.67", "-2.68"]);
        assert_eq!(["2.671", "-2.679"].map(|it| to(it, Rounding::Up)), ["2.68", "-2.67"]);
    }

    #[test]
    fn too_large_is_said_and_not_wrapped() {
        let mut large = Exact::whole(i64::MAX);
        for _ in 0..2 {
            large = large.times(large).unwrap_or(Exact::ZERO);
        }

        assert_eq!(large, Exact::ZERO);
        assert_eq!(Exact::whole(1).over(Exact::ZERO), None);
    }

    fn any() -> impl Strategy<Value = Exact> {
        (any_top(), 1_i64..1_000_000)
            .prop_map(|(top, bottom)| Exact::whole(top).over(Exact::whole(bottom)).unwrap())
    }

    fn any_top() -> impl Strategy<Value = i64> {
        -1_000_000_000_000_i64..1_000_000_000_000
    }

    proptest! {
        #[test]
        fn what_is_added_can_be_taken_away(a in any(), b in any()) {
            prop_assert_eq!(a.plus(b).unwrap().minus(b), Some(a));
        }

        #[test]
        fn what_is_multiplied_can_be_divided(a in any(), b in any()) {
            prop_assume!(!b.is_zero());
            prop_assert_eq!(a.times(b).unwrap().over(b), Some(a));
        }

        #[test]
        fn the_order_is_that_of_the_difference(a in any(), b in any()) {
            let by_difference = a.minus(b).unwrap().cmp(&Exact::ZERO);
            prop_assert_eq!(a.cmp(&b), by_difference);
        }

        #[test]
        fn rounding_goes_to_the_unit_and_no_further(a in any(), unit in 1_i64..1000) {
            let unit = Exact::hundredths(unit);
            let down = a.rounded(unit, Rounding::Down).unwrap();
            let up = a.rounded(unit, Rounding::Up).unwrap();
            let half = a.rounded(unit, Rounding::HalfUp).unwrap();
            prop_assert!(down <= a && a <= up);
            prop_assert!(up.minus(down).unwrap() <= unit);
            prop_assert!(half == down || half == up);
            prop_assert!(down.over(unit).unwrap().in_ones().is_some());
        }

        #[test]
        fn a_decimal_reads_back_as_it_was_written(hundredths in any_top()) {
            let exact = Exact::hundredths(hundredths);
            prop_assert_eq!(Exact::decimal(&exact.to_text()), Some(exact));
        }
    }
}
