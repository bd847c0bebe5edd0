//! A number as people and spreadsheets write it. What could mean two numbers is refused, never guessed.

use crate::model::error::{Expected, Refusal};
use crate::model::{Currency, Unit, format};

use super::draft::{decimals, is_pay};

/// Reads a number of a unit: "61487", "61,487", "61 487", "$61,487", "6%", "−2.5".
pub(super) fn read(text: &str, unit: Unit, currency: &Currency) -> Result<f64, Refusal> {
    let refuse = || Refusal::new(expected(unit, currency), format::quoted(text));
    let mut rest = text.trim();
    let mut negative = false;
    if let Some(after) = rest.strip_prefix(['-', '−']) {
        (negative, rest) = (true, after.trim_start());
    }
    if is_pay(unit) {
        rest = rest.strip_prefix(currency.sign.as_str()).unwrap_or(rest);
        rest = rest.strip_suffix(currency.sign.as_str()).unwrap_or(rest);
        rest = rest.strip_suffix(currency.code.as_str()).unwrap_or(rest);
    }
    if matches!(unit, Unit::Percent(_) | Unit::Share(_)) {
        rest = rest.strip_suffix('%').unwrap_or(rest);
    }
    let rest = rest.trim();
    let (whole, fraction) = match rest.split_once('.') {
        Some((_, "")) => return Err(refuse()),
        Some((whole, fraction)) => (whole, fraction),
        None => (rest, ""),
    };
    // "61.487" is 61,487 to some: three decimals are none where two are the most.
    let most = decimals(unit).max(1);
    if !is_digits(fraction) || fraction.len() > most && fraction.trim_end_matches('0').len() > most
    {
        return Err(refuse());
    }
    if fraction.len() == 3 {
        return Err(refuse());
    }
    let digits = ungrouped(whole, unit).ok_or_else(refuse)?;
    // Both numbers are exact, so that their quotient is what was written, as near as a number comes to it.
    let fraction = fraction.trim_end_matches('0');
    let scaled: u64 = format!("{digits}{fraction}")
        .parse()
        .map_err(|_| refuse())?;
    let number = scaled as f64 / 10_f64.powi(fraction.len() as i32);
    Ok(if negative { -number } else { number })
}

/// A whole number without what separates its thousands: the same mark between all groups of three.
fn ungrouped(whole: &str, unit: Unit) -> Option<String> {
    /// Between groups: a space, one that does not break, a narrow one, an apostrophe.
    const APART: [char; 7] = [',', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’'];
    let Some(mark) = whole.chars().find(|c| APART.contains(c)) else {
        return (!whole.is_empty() && whole.len() <= 15 && is_digits(whole))
            .then(|| whole.to_owned());
    };
    // By the hour "1,234" could be 1.234 as well as 1234.
    if mark == ',' && unit == Unit::DollarsAnHour {
        return None;
    }
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let sound = (1..=3).contains(&first.len())
        && is_digits(first)
        && groups.all(|group| group.len() == 3 && is_digits(group));
    let digits = whole.replace(mark, "");
    (sound && digits.len() <= 15).then_some(digits)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn expected(unit: Unit, currency: &Currency) -> Expected {
    let (name, sign) = (currency.name.as_str().into(), currency.sign.as_str().into());
    match unit {
        Unit::DollarsAYear | Unit::DollarsAWeek => Expected::YearlyPay { name, sign },
        Unit::DollarsAnHour => Expected::HourlyPay { name, sign },
        Unit::Percent(_) | Unit::Share(_) => {
            "percent in figures, a point before decimals: 6 or 6.5%".into()
        }
        _ => "a number in figures, a point before decimals: 1200 or 4.5".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_clear_is_read_and_what_is_not_is_refused() {
        let year = Unit::DollarsAYear;
        let hour = Unit::DollarsAnHour;
        let percent = Unit::Percent(1);
        for (text, unit, expected) in [
            ("61487", year, Some(61_487.0)),
            (" $61,487 ", year, Some(61_487.0)),
            ("61 487", year, Some(61_487.0)),
            ("61\u{202f}487", year, Some(61_487.0)),
            ("61'487", year, Some(61_487.0)),
            ("1,061,487", year, Some(1_061_487.0)),
            ("61487 USD", year, Some(61_487.0)),
            ("61487.00", year, Some(61_487.0)),
            ("61.487", year, None),
            ("61,48", year, None),
            ("61,487 000", year, None),
            ("61k", year, None),
            ("6.1E+04", year, None),
            ("(5,000)", year, None),
            ("€61,487", year, None),
            ("12%", year, None),
            ("NaN", year, None),
            ("inf", year, None),
            ("", year, None),
            ("-", year, None),
            (",", year, None),
            ("1.", year, None),
            (".5", percent, None),
            ("9999999999999999", year, None),
            ("29.56", hour, Some(29.56)),
            ("29.5", hour, Some(29.5)),
            ("$29.56", hour, Some(29.56)),
            ("29,56", hour, None),
            ("1,234", hour, None),
            ("1.234", hour, None),
            ("6%", percent, Some(6.0)),
            ("−6.5 %", percent, Some(-6.5)),
            ("-6.5", percent, Some(-6.5)),
            ("$6", percent, None),
            ("313.110", Unit::Jobs, None),
            ("313,110", Unit::Jobs, Some(313_110.0)),
        ] {
            let found = read(text, unit, &Currency::us_dollars()).ok();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
