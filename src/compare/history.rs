//! Pay of past years: in dollars of May 2025, or in those of each year as it was published.

use super::Column;
use super::difference::NORMAL_AT_95;
use super::own_pay::unit;
use super::sentences::local;
use crate::model::{
    Details, MetricId, PayPeriod, PayYear, PriceIndex, Reading, Role, SamplingError, Standing,
    Unit, Value, format,
};

/// From this year on the survey estimates pay by another method, so that no line leads there from before.
pub const NEW_METHOD: u16 = 2021;

/// The smallest change of a median, in percent, that is told as one.
const LEAST_CHANGE: f64 = 1.0;

/// The dollars that pay of past years is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dollars {
    /// Those of May 2025: rising prices are taken out.
    #[default]
    OfMay2025,
    /// Those of each year, as published.
    OfEachYear,
}

impl Dollars {
    /// Their name, as it follows that of a chart.
    pub fn name(self) -> &'static str {
        match self {
            Self::OfMay2025 => "in dollars of May 2025",
            Self::OfEachYear => "in dollars of each year",
        }
    }
}

/// The past years of a compared role.
#[derive(Clone, Debug, PartialEq)]
pub struct PayHistory {
    /// The place of the role among the columns.
    pub column: usize,
    /// By which period the medians are.
    pub period: PayPeriod,
    /// Whether they are here.
    pub standing: Standing,
    /// The dollars its medians are in.
    pub dollars: Dollars,
    /// The years there are, in order.
    pub years: Vec<PayYear>,
    /// Whether they are too few, or jump too far on too few jobs, for a line.
    pub is_thin: bool,
}

impl PayHistory {
    /// The years that a line may join, each with its median: broken where a year is missing or its median is not a
    /// number, and where the method changes. Nothing where the history is too thin for a line.
    pub fn runs(&self) -> Vec<Vec<(u16, f64)>> {
        let mut runs: Vec<Vec<(u16, f64)>> = Vec::new();
        let mut before: Option<u16> = None;
        for year in self.years.iter().filter(|_| !self.is_thin) {
            let Reading::Exact(Value::Number(median)) = year.median else {
                before = None;
                continue;
            };
            let goes_on = before.is_some_and(|before| before + 1 == year.year);
            match runs.last_mut() {
                Some(run) if goes_on && year.year != NEW_METHOD => run.push((year.year, median)),
                _ => runs.push(vec![(year.year, median)]),
            }
            before = Some(year.year);
        }
        runs
    }
}

/// The past years of a compared role, the one at the place `column`; `details` are none for a role that has no shard,
/// and while it is not here.
pub fn pay_history(
    column: usize,
    role: &Role,
    standing: Standing,
    details: Option<&Details>,
    dollars: Dollars,
) -> PayHistory {
    let period = role.pay_period();
    let published = details.iter().flat_map(|details| &details.history).cloned();
    let years = published.filter_map(|mut year| {
        if dollars == Dollars::OfMay2025 {
            year.median = PriceIndex::adjusted(unit(period), year.year, &year.median)?;
        }
        Some(year)
    });
    PayHistory {
        column,
        period,
        standing,
        dollars,
        years: years.collect(),
        is_thin: details.is_some_and(|details| details.history_is_thin),
    }
}

/// The pay of past years in one sentence: how much more or less the last median by the present method is than the first,
/// after inflation; both as they are in dollars of each year, or where the error of the last is not known; the last alone
/// where no line leads from one to the other. The errors of past years are not known, so that nothing is said to rise or
/// fall, and each is taken to be as large as that of the last year.
pub fn history_takeaway(columns: &[Column], histories: &[PayHistory]) -> Option<String> {
    let clauses = histories.iter().filter_map(|history| {
        let years = || {
            let years = history.years.iter().filter(|year| year.year >= NEW_METHOD);
            years.filter(|year| year.is_published())
        };
        let (first, last) = (years().next()?, years().next_back()?);
        let pay = |year: &PayYear| {
            let amount = format::reading_in(unit(history.period), &year.median);
            format!("{amount} in May {}", year.year)
        };
        let role = &columns.get(history.column)?.role;
        let people = &role.plural;
        match history.is_thin {
            true => Some(format!(
                "{people}: {}, with too few jobs or years to tell a trend",
                pay(last)
            )),
            false if first.year == last.year => None,
            false => Some(match change_after_inflation(history, role, first, last) {
                Some(change) => format!(
                    "{people} in May {}: {change} May {}, after inflation",
                    last.year, first.year
                ),
                None => format!("{people}: {}, {}", pay(first), pay(last)),
            }),
        }
    });
    let clauses: Vec<String> = clauses.collect();
    let nation = match local(columns) {
        Some(_) => " in the whole United States",
        None => "",
    };
    (!clauses.is_empty()).then(|| format!("The median pay{nation} of {}.", clauses.join("; of ")))
}

/// "4% more than in", "too close to tell from" where the errors of both medians cover the change; none in dollars of each
/// year, or where a median is not a number or the error of the last one is not known.
fn change_after_inflation(
    history: &PayHistory,
    role: &Role,
    first: &PayYear,
    last: &PayYear,
) -> Option<String> {
    let (Reading::Exact(Value::Number(before)), Reading::Exact(Value::Number(after))) =
        (&first.median, &last.median)
    else {
        return None;
    };
    if history.dollars == Dollars::OfEachYear || last.year != PriceIndex::YEAR {
        return None;
    }
    let change = (after / before - 1.0) * 100.0;
    let error = after * error_of_mean(role, history.period)? / 100.0;
    // The error of the first median is not known, and taken to be as large as that of the last.
    let margin = NORMAL_AT_95 * error.hypot(error);
    let percent = format::number(Unit::Share(0), change.abs());
    Some(match after - before {
        apart if apart.abs() <= margin => "too close to tell from".to_owned(),
        _ if change.abs() < LEAST_CHANGE => "about the same as in".to_owned(),
        apart if apart > 0.0 => format!("{percent} more than in"),
        _ => format!("{percent} less than in"),
    })
}

/// The relative standard error of a role's mean pay in the whole United States, in percent. It stands for the median's too.
fn error_of_mean(role: &Role, period: PayPeriod) -> Option<f64> {
    let mean = match period {
        PayPeriod::Yearly => MetricId::PayYearAverage,
        PayPeriod::Hourly => MetricId::PayHourAverage,
    };
    match role.figure(mean)?.national_error()? {
        SamplingError::RelativeStandardError(percent) => Some(percent),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(year: u16, median: Option<f64>) -> PayYear {
        PayYear {
            year,
            jobs: None,
            median: median.map_or(Reading::AtLeast(239_200.0), |median| {
                Reading::Exact(Value::Number(median))
            }),
        }
    }

    #[test]
    fn a_line_breaks_where_years_cannot_be_compared() {
        let mut history = PayHistory {
            column: 0,
            period: PayPeriod::Yearly,
            standing: Standing::Here,
            dollars: Dollars::OfEachYear,
            years: vec![
                year(2014, Some(1.0)),
                year(2017, Some(2.0)),
                year(2018, Some(3.0)),
                year(2019, None),
                year(2020, Some(4.0)),
                year(2021, Some(5.0)),
                year(2022, Some(6.0)),
            ],
            is_thin: false,
        };
        assert_eq!(
            history.runs(),
            [
                vec![(2014, 1.0)],
                vec![(2017, 2.0), (2018, 3.0)],
                vec![(2020, 4.0)],
                vec![(2021, 5.0), (2022, 6.0)],
            ]
        );
        history.is_thin = true;
        assert!(history.runs().is_empty());
    }
}
