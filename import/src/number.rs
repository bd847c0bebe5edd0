//! Figures as the sources print them: decimal text that is checked, never rounded.

use std::cmp::Ordering;
use std::fmt;

/// A published figure. It is kept as text, so that no digit is lost or made up on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    text: String,
    value: f64,
}

impl Number {
    /// Reads digits with at most one point and one minus sign; nothing else is a figure ("1,200", "5%", "1e3", "").
    ///
    /// Zeros that say nothing are dropped: "4.0" becomes "4".
    pub fn parse(text: &str) -> Option<Self> {
        let (minus, digits) = match text.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", text),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((_, "")) => return None,
            Some(split) => split,
            None => (digits, ""),
        };
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let has_leading_zero = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty() || has_leading_zero || !is_digits(whole) || !is_digits(fraction) {
            return None;
        }
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        let minus = if whole == "0" && fraction.is_empty() {
            ""
        } else {
            minus
        };
        let text = format!("{minus}{whole}{point}{fraction}");
        let value = text.parse().ok()?;
        Some(Self { text, value })
    }

    /// The figure as it is written out.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The figure to compare with.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// Orders by size.
    pub fn by_size(&self, other: &Self) -> Ordering {
        self.value.total_cmp(&other.value)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What a figure may be, both ends included.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    low: f64,
    high: f64,
    /// Whether only whole numbers are right.
    whole: bool,
    words: &'static str,
}

impl Range {
    /// Whether the figure may be this.
    pub fn holds(&self, number: &Number) -> bool {
        (self.low..=self.high).contains(&number.value())
            && (!self.whole || !number.text().contains('.'))
    }

    /// The range in words, for refusals.
    pub fn words(&self) -> &'static str {
        self.words
    }
}

const fn range(low: f64, high: f64, words: &'static str) -> Range {
    Range {
        low,
        high,
        whole: false,
        words,
    }
}

const fn whole(low: f64, high: f64, words: &'static str) -> Range {
    Range {
        low,
        high,
        whole: true,
        words,
    }
}

/// A share or rate in percent.
pub const PERCENT: Range = range(0.0, 100.0, "a percentage of 0 to 100");
/// A relative standard error in percent.
pub const RELATIVE_ERROR: Range =
    range(0.0, 100.0, "a relative standard error of 0 to 100 percent");
/// A margin in percentage points.
pub const MARGIN: Range = range(0.0, 100.0, "a margin of 0 to 100 points");
/// Growth in percent.
pub const GROWTH: Range = range(-100.0, 1000.0, "growth of -100 to 1,000 percent");
/// Dollars, whatever the pay is for.
pub const DOLLARS: Range = range(0.01, 10_000_000.0, "dollars above 0");
/// A number of people or jobs, counted one by one.
pub const COUNT: Range = whole(0.0, 1e9, "a whole number of 0 or more");
/// A number of people or jobs in thousands.
pub const THOUSANDS: Range = range(0.0, 1e6, "thousands, 0 or more");
/// O*NET's importance.
pub const IMPORTANCE: Range = range(1.0, 5.0, "an importance of 1 to 5");
/// O*NET's level.
pub const LEVEL: Range = range(0.0, 7.0, "a level of 0 to 7");
/// O*NET's scale of interests and work values.
pub const EXTENT: Range = range(1.0, 7.0, "a rating of 1 to 7");
/// A median age in years.
pub const AGE: Range = range(14.0, 100.0, "an age of 14 to 100 years");
/// A month of a year.
pub const MONTH: Range = whole(1.0, 12.0, "a month of 1 to 12");
/// A price index that is 100 for 1982 to 1984, since 2000.
pub const PRICE_INDEX: Range = range(160.0, 1000.0, "a price index of 160 to 1,000");
/// A year of a release.
pub const YEAR: Range = whole(2000.0, 2100.0, "a year");
/// A measure that runs from none to all.
pub const FRACTION: Range = range(0.0, 1.0, "a fraction of 0 to 1");
/// A standardized score.
pub const SCORE: Range = range(-10.0, 10.0, "a standardized score of -10 to 10");
/// A price level where the nation is 100.
pub const PRICES: Range = range(20.0, 500.0, "a price level of 20 to 500");
/// Jobs per thousand jobs.
pub const PER_THOUSAND: Range = range(0.0, 1000.0, "jobs per thousand, 0 to 1,000");
/// How many times the nation's share.
pub const QUOTIENT: Range = range(0.0, 100_000.0, "a quotient of 0 or more");
/// A place in an order.
pub const RANK: Range = whole(1.0, 1000.0, "a rank of 1 or more");

#[cfg(test)]
mod tests {
    use super::*;

    fn text(source: &str) -> Option<String> {
        Number::parse(source).map(|number| number.text().to_owned())
    }

    #[test]
    fn zeros_that_say_nothing_are_dropped_and_no_others() {
        for (source, written) in [
            ("4.0", "4"),
            ("100.000", "100"),
            ("0.50", "0.5"),
            ("-0.0", "0"),
            ("-36.1", "-36.1"),
            ("1200", "1200"),
            ("0", "0"),
        ] {
            assert_eq!(text(source).as_deref(), Some(written));
        }
    }

    #[test]
    fn what_is_not_a_plain_decimal_is_not_a_number() {
        for source in [
            "", "-", "1,200", "5%", "$5", "1e3", ".5", "5.", "007", "1.2.3", " 5", "NaN", "--1",
            "+1",
        ] {
            assert_eq!(text(source), None, "{source}");
        }
    }

    #[test]
    fn a_range_includes_its_ends_and_counts_are_whole() {
        let number = |text| Number::parse(text).expect("a number");
        assert!(PERCENT.holds(&number("0")) && PERCENT.holds(&number("100")));
        assert!(!PERCENT.holds(&number("100.1")) && !PERCENT.holds(&number("-0.1")));
        assert!(!COUNT.holds(&number("1.5")) && COUNT.holds(&number("1.0")));
        assert!(!DOLLARS.holds(&number("0")));
    }
}
