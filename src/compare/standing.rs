//! Where somebody's own pay falls among what is published of each role: between which published points, and no closer.

use super::Column;
use super::own_pay::{OwnPay, unit};
use crate::model::{Figure, Metric, MetricId, PayPeriod, Reading, Role, Standing, Value, format};

/// What the five points are called, and what lies below and above each.
const NAMES: [&str; 5] = [
    "the 10th percentile",
    "the 25th percentile",
    "the median",
    "the 75th percentile",
    "the 90th percentile",
];
const BELOW: [&str; 5] = [
    "among the lowest tenth",
    "among the lowest quarter",
    "in the lower half",
    "among the lower three quarters",
    "among the lower nine tenths",
];
const ABOVE: [&str; 5] = [
    "among the upper nine tenths",
    "among the upper three quarters",
    "in the upper half",
    "among the highest quarter",
    "among the highest tenth",
];

/// Where a pay falls among five percentiles, by their places from the lowest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bracket {
    /// It is the very amount of these, from the lowest to the highest of them.
    At(usize, usize),
    /// It is above the one and below the other: the nearest points of which the source says enough.
    Between(Option<usize>, Option<usize>),
}

/// Where a pay falls among percentiles; none where no point says anything.
///
/// A point that is "at least" so much lies above every smaller pay, and says nothing of a larger one. A point that is
/// missing says nothing, so that the range goes on to the next.
pub fn bracket(points: [&Reading; 5], pay: f64) -> Option<Bracket> {
    let number = |point: &Reading| match point {
        Reading::Exact(Value::Number(number)) => Some(*number),
        _ => None,
    };
    let places = || points.iter().enumerate();
    let mut equal = places().filter(|(_, point)| number(point) == Some(pay));
    if let Some((lowest, _)) = equal.next() {
        let highest = equal.next_back().map_or(lowest, |(place, _)| place);
        return Some(Bracket::At(lowest, highest));
    }
    let above = places().rfind(|(_, point)| number(point).is_some_and(|point| point < pay));
    let below = places().find(|(_, point)| match point {
        Reading::AtLeast(least) => *least > pay,
        point => number(point).is_some_and(|point| point > pay),
    });
    match (above, below) {
        (None, None) => None,
        (above, below) => Some(Bracket::Between(
            above.map(|(place, _)| place),
            below.map(|(place, _)| place),
        )),
    }
}

/// One sentence for each compared role.
pub fn standings(columns: &[Column], pay: OwnPay) -> Vec<String> {
    let sentence = |column: &Column| of_role(column, pay);
    columns.iter().map(sentence).collect()
}

fn of_role(column: &Column, pay: OwnPay) -> String {
    let role = &column.role;
    let people = &role.plural;
    if role.figure(MetricId::PayYearMedian).is_none() {
        return of_range(column, pay);
    }
    let (metrics, other) = match pay.period {
        PayPeriod::Yearly => (MetricId::YEARLY_PERCENTILES, "by the hour"),
        PayPeriod::Hourly => (MetricId::HOURLY_PERCENTILES, "by the year"),
    };
    let place = role.place();
    let among = match place {
        Some(area) => format!("{people} in {}", area.phrase),
        None => people.clone(),
    };
    let figures: Vec<&Figure> = metrics.iter().filter_map(|id| role.figure(*id)).collect();
    let Ok(figures) = <[&Figure; 5]>::try_from(figures) else {
        return format!("Percentiles of the pay of {among} are not published.");
    };
    let standing = figures[0].local.as_ref().map(|local| local.standing);
    match standing {
        Some(Standing::OnTheirWay) => return format!("The pay of {among} is on its way."),
        Some(Standing::Failed) => return format!("The pay of {among} could not be fetched."),
        Some(Standing::Here) | None => {}
    }
    // What somebody earns is set against what is published, not against what was made of it.
    let points = figures.map(Figure::published);
    if points
        .iter()
        .all(|point| matches!(point, Reading::PaidOnly(_)))
    {
        return format!(
            "The pay of {among} is published {other} only, so your pay cannot be set against it."
        );
    }
    let words = match bracket(points, pay.dollars()) {
        Some(bracket) => in_words(bracket, points, pay.period),
        None if points.iter().all(|point| **point == Reading::NotPublished) => {
            return format!("No pay of {among} is published.");
        }
        None => {
            let median = format::reading_in(unit(pay.period), points[2]);
            return format!(
                "The median pay of {among} is {median}, and no percentile says where yours falls."
            );
        }
    };
    format!("Among {among}, {} is {words}.", pay.in_words())
}

fn in_words(bracket: Bracket, points: [&Reading; 5], period: PayPeriod) -> String {
    let point = |place: usize| {
        let amount = format::reading_in(unit(period), points[place]);
        format!("{} ({amount})", NAMES[place])
    };
    match bracket {
        Bracket::At(lowest, highest) if lowest == highest => format!("exactly {}", point(lowest)),
        Bracket::At(lowest, highest) => {
            format!("exactly {} and {}", NAMES[lowest], point(highest))
        }
        Bracket::Between(Some(above), Some(below)) => {
            format!("between {} and {}", point(above), point(below))
        }
        Bracket::Between(None, Some(below)) => {
            format!("{}: below {}", BELOW[below], point(below))
        }
        Bracket::Between(Some(above), None) => {
            let next = points
                .get(above + 1)
                .filter(|next| !matches!(next, Reading::NotPublished));
            let unknown = match next {
                Some(next) => format!(
                    "; {} is {}",
                    NAMES[above + 1],
                    format::reading_in(unit(period), next)
                ),
                None => String::new(),
            };
            format!("{}: above {}{unknown}", ABOVE[above], point(above))
        }
        Bracket::Between(None, None) => String::new(),
    }
}

/// An estimate that has no percentiles, but a low and a high end.
fn of_range(column: &Column, pay: OwnPay) -> String {
    let role: &Role = &column.role;
    let people = format!("{} ({})", role.plural, column.provenance);
    let figure = role.figure(MetricId::PayRange);
    let national = figure.map(|figure| match &figure.local {
        Some(local) => &local.national,
        None => &figure.reading,
    });
    let (Some(Reading::Exact(Value::Range { low, high })), PayPeriod::Yearly) =
        (national, pay.period)
    else {
        return format!(
            "Of {people} there is no range of pay {} to set yours against.",
            match pay.period {
                PayPeriod::Yearly => "by the year",
                PayPeriod::Hourly => "by the hour",
            }
        );
    };
    let metric: &Metric = MetricId::PayRange.metric();
    let dollars = |amount: f64| format::number(metric.unit, amount);
    let amount = pay.dollars();
    let words = match () {
        () if amount < *low => format!("below the low end ({})", dollars(*low)),
        () if amount > *high => format!("above the high end ({})", dollars(*high)),
        () if amount == *low => format!("exactly the low end ({})", dollars(*low)),
        () if amount == *high => format!("exactly the high end ({})", dollars(*high)),
        () => format!(
            "between the low end ({}) and the high end ({})",
            dollars(*low),
            dollars(*high)
        ),
    };
    let where_to = match role.place() {
        Some(_) => " in the whole United States, of which alone there is an estimate",
        None => "",
    };
    format!("Among {people}{where_to}, {} is {words}.", pay.in_words())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(amount: f64) -> Reading {
        Reading::Exact(Value::Number(amount))
    }

    /// p10 20, p25 30, median 40, p75 50, p90 60.
    fn usual() -> [Reading; 5] {
        [20.0, 30.0, 40.0, 50.0, 60.0].map(exact)
    }

    fn of(points: &[Reading; 5], pay: f64) -> Option<Bracket> {
        bracket(points.each_ref(), pay)
    }

    #[test]
    fn a_pay_is_told_by_the_points_around_it() {
        let points = usual();
        for (pay, expected) in [
            (19.99, Bracket::Between(None, Some(0))),
            (20.0, Bracket::At(0, 0)),
            (25.0, Bracket::Between(Some(0), Some(1))),
            (39.99, Bracket::Between(Some(1), Some(2))),
            (40.0, Bracket::At(2, 2)),
            (55.0, Bracket::Between(Some(3), Some(4))),
            (60.01, Bracket::Between(Some(4), None)),
        ] {
            assert_eq!(of(&points, pay), Some(expected), "{pay}");
        }
    }

    #[test]
    fn a_missing_point_widens_the_range_to_the_next() {
        let mut points = usual();
        points[1] = Reading::NotReleased("why".to_owned());
        assert_eq!(of(&points, 30.0), Some(Bracket::Between(Some(0), Some(2))));
        points[0] = Reading::NotPublished;
        assert_eq!(of(&points, 30.0), Some(Bracket::Between(None, Some(2))));
        let none = [const { Reading::NotPublished }; 5];
        assert_eq!(of(&none, 30.0), None);
    }

    #[test]
    fn a_top_coded_point_is_above_what_is_less_and_says_nothing_of_more() {
        let mut points = usual();
        points[3] = Reading::AtLeast(45.0);
        points[4] = Reading::AtLeast(45.0);
        assert_eq!(of(&points, 44.0), Some(Bracket::Between(Some(2), Some(3))));
        assert_eq!(of(&points, 45.0), Some(Bracket::Between(Some(2), None)));
        assert_eq!(of(&points, 99.0), Some(Bracket::Between(Some(2), None)));
        let all = [const { Reading::AtLeast(45.0) }; 5];
        assert_eq!(of(&all, 44.0), Some(Bracket::Between(None, Some(0))));
        assert_eq!(of(&all, 46.0), None);
    }

    #[test]
    fn points_of_one_amount_are_all_named() {
        let mut points = usual();
        points[0] = exact(30.0);
        assert_eq!(of(&points, 30.0), Some(Bracket::At(0, 1)));
        assert_eq!(of(&points, 29.0), Some(Bracket::Between(None, Some(0))));
    }
}
