//! What the visitor earns, or is offered.

use std::fmt;

use crate::model::{Currency, PayPeriod, Unit, format};

/// An amount of pay by the year or by the hour. It is never turned from one into the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnPay {
    /// By which period.
    pub period: PayPeriod,
    /// The amount in cents, so that it is exact.
    cents: u32,
}

/// What can be somebody's pay, in whole dollars.
const YEARLY: std::ops::RangeInclusive<u32> = 1_000..=10_000_000;
const HOURLY: std::ops::RangeInclusive<u32> = 1..=5_000;

/// An amount that cannot be somebody's pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnPayError {
    /// The text is not an amount.
    NotAnAmount,
    /// The text has more digits after the point than cents need.
    FinerThanCents(String),
    /// The amount is not between these, in whole dollars.
    OutOfRange {
        /// By which period.
        period: PayPeriod,
        /// The least pay.
        least: u32,
        /// The most pay.
        most: u32,
    },
}

impl fmt::Display for OwnPayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnAmount => write!(
                f,
                "Please write an amount in {}, such as 52,000 or 25.50.",
                Currency::of_page().short()
            ),
            Self::FinerThanCents(text) => write!(
                f,
                "“{text}” has more digits after the point than cents need. Please write thousands with a comma or \
                 without anything: 52,000 or 52000."
            ),
            Self::OutOfRange {
                period,
                least,
                most,
            } => {
                let range = format::range(unit(*period), f64::from(*least), f64::from(*most));
                let other = match period {
                    PayPeriod::Yearly => "Is it by the hour?",
                    PayPeriod::Hourly => "Is it by the year?",
                };
                let per = per(*period);
                write!(f, "Please write an amount from {range} {per}. {other}")
            }
        }
    }
}

impl OwnPay {
    /// Reads what somebody typed: "52000", "$52,000", "52k", "25.50".
    pub fn typed(text: &str, period: PayPeriod) -> Result<Self, OwnPayError> {
        let money = Currency::of_page();
        let text = text.trim().trim_start_matches(money.sign.as_str()).trim();
        let (digits, thousands) = match text.strip_suffix(['k', 'K']) {
            Some(digits) => (digits.trim_end(), true),
            None => (text, false),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = whole_number(whole).filter(|_| fraction.bytes().all(|b| b.is_ascii_digit()));
        let Some(whole) = plain.filter(|_| !digits.ends_with('.')) else {
            return Err(OwnPayError::NotAnAmount);
        };
        let most = if thousands { 3 } else { 2 };
        if fraction.len() > most {
            // "52.000" is 52,000 to some and 52 to others.
            return Err(OwnPayError::FinerThanCents(text.to_owned()));
        }
        let scale = if thousands { 100_000 } else { 100 };
        let thousandths = format!("{fraction:0<3}").parse::<u64>().unwrap_or_default();
        let cents = whole
            .saturating_mul(scale)
            .saturating_add(thousandths * scale / 1_000);
        let range = match period {
            PayPeriod::Yearly => YEARLY,
            PayPeriod::Hourly => HOURLY,
        };
        let (least, most) = range.into_inner();
        match u32::try_from(cents) {
            Ok(cents) if (least * 100..=most * 100).contains(&cents) => Ok(Self { period, cents }),
            _ => Err(OwnPayError::OutOfRange {
                period,
                least,
                most,
            }),
        }
    }

    /// Reads it from a link.
    pub fn of_link(param: &str) -> Option<Self> {
        let mut letters = param.chars();
        let period = match letters.next()? {
            'y' => PayPeriod::Yearly,
            'h' => PayPeriod::Hourly,
            _ => return None,
        };
        let amount = letters.as_str();
        let plain = |c: char| c.is_ascii_digit() || c == '.';
        let pay = amount
            .chars()
            .all(plain)
            .then(|| Self::typed(amount, period));
        pay?.ok()
    }

    /// As a link carries it: "y52000", "h25.50".
    pub fn for_link(self) -> String {
        let letter = match self.period {
            PayPeriod::Yearly => 'y',
            PayPeriod::Hourly => 'h',
        };
        format!("{letter}{}", self.as_typed())
    }

    /// As somebody would type it: "52000", "25.50".
    pub fn as_typed(self) -> String {
        match self.cents % 100 {
            0 => format!("{}", self.cents / 100),
            cents => format!("{}.{cents:02}", self.cents / 100),
        }
    }

    /// The amount, in dollars.
    pub fn dollars(self) -> f64 {
        f64::from(self.cents) / 100.0
    }

    /// The amount in words: "$52,000 a year".
    pub fn in_words(self) -> String {
        let unit = match self.cents % 100 {
            0 if self.period == PayPeriod::Yearly => Unit::DollarsAYear,
            _ => Unit::DollarsAnHour,
        };
        format!(
            "{} {}",
            format::number(unit, self.dollars()),
            per(self.period)
        )
    }
}

/// "a year" or "an hour".
pub(super) fn per(period: PayPeriod) -> &'static str {
    match period {
        PayPeriod::Yearly => "a year",
        PayPeriod::Hourly => "an hour",
    }
}

/// What pay by a period is counted in.
pub(super) fn unit(period: PayPeriod) -> Unit {
    match period {
        PayPeriod::Yearly => Unit::DollarsAYear,
        PayPeriod::Hourly => Unit::DollarsAnHour,
    }
}

/// Digits, with commas at every thousand or without any.
fn whole_number(text: &str) -> Option<u64> {
    let mut groups = text.split(',');
    let first = groups.next()?;
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let rest_is_thousands = groups.all(|group| group.len() == 3 && digits(group));
    let grouped = text.contains(',');
    if !digits(first) || !rest_is_thousands || (grouped && first.len() > 3) {
        return None;
    }
    text.replace(',', "").parse().ok()
}
