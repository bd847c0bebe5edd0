//! What several figures of a row have to be together.

use crate::number::Number;

/// Says what shares should do, if they do not add up to 100: each may be off by half a unit of its last digit, which
/// `unit` gives.
pub fn shares(shares: &[Number], unit: f64) -> Result<(), (String, String)> {
    let sum: f64 = shares.iter().map(Number::value).sum();
    // Sums of decimals are a little off in binary; no share is published to a millionth.
    let tolerance = shares.len() as f64 * unit / 2.0 + 1e-6;
    if (sum - 100.0).abs() <= tolerance {
        return Ok(());
    }
    Err((
        format!(
            "{} shares that add up to 100 within rounding ({tolerance:.2})",
            shares.len()
        ),
        format!("a sum of {sum:.2}"),
    ))
}

/// Says what is wrong if a figure is below the one before it; gaps are passed over.
pub fn ascending<'n>(
    percentiles: impl IntoIterator<Item = (&'n str, Option<&'n Number>)>,
) -> Result<(), (String, String, String)> {
    let mut before: Option<(&str, &Number)> = None;
    for (name, number) in percentiles {
        let Some(number) = number else { continue };
        if let Some((name_before, low)) = before
            && number.value() < low.value()
        {
            let expected = format!("at least the {name_before} of {low}");
            return Err((name.to_owned(), expected, number.to_string()));
        }
        before = Some((name, number));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(texts: &[&str]) -> Vec<Number> {
        texts
            .iter()
            .map(|text| Number::parse(text).expect("a number"))
            .collect()
    }

    #[test]
    fn shares_may_be_rounded_but_not_wrong() {
        assert!(shares(&numbers(&["33.3", "33.3", "33.3"]), 0.1).is_ok());
        assert!(shares(&numbers(&["33.3", "33.3", "33.1"]), 0.1).is_err());
        assert!(shares(&numbers(&["60", "40.2"]), 0.1).is_err());
    }

    #[test]
    fn percentiles_rise_or_stay() {
        let [low, middle, high] = &numbers(&["1", "2", "3"])[..] else {
            panic!("three")
        };
        assert!(
            ascending([
                ("a", Some(low)),
                ("b", None),
                ("c", Some(low)),
                ("d", Some(high))
            ])
            .is_ok()
        );
        let error =
            ascending([("a", Some(high)), ("b", None), ("c", Some(middle))]).expect_err("falls");
        assert_eq!(error.0, "c");
    }
}
