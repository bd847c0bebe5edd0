use super::axis::Axis;
use super::spec::{
    Body, ChartRow, ChartSpec, Label, Mark, Paint, Reference, RoleFigures, RowLine, Shape, Side,
};
use super::{ChartId, OwnPayShown, takeaway};
use crate::compare::{Column, middle_half};
use crate::model::{Figure, MetricId, PayPeriod, Reading, Unit, Value, format};

/// Yearly pay of each role on one axis from $0.
///
/// Where percentiles are published: a thin line from the 10th to the 90th, a bar from the 25th to
/// the 75th, a dot at the median. Where only a low and a high end are: the line, and a dot at the
/// average. A role without yearly pay has a row that says why; without any pay there is no chart.
pub fn salary_range(columns: &[Column], own_pay: Option<OwnPayShown>) -> Option<ChartSpec> {
    let rows: Vec<Pay> = columns.iter().map(pay).collect();
    let drawn = || rows.iter().filter(|pay| pay.is_drawn());
    drawn().next()?;
    let longest = drawn().fold(0.0, |most: f64, pay| {
        pay.values().map(|(_, amount)| amount).fold(most, f64::max)
    });
    let reference = own_pay.map(|own| reference(own, &rows, longest));
    let own = reference.as_ref().and_then(|own| own.at);
    let longest = longest.max(own.unwrap_or_default());
    Some(ChartSpec {
        id: ChartId::SalaryRange,
        title: ChartId::SalaryRange.title().to_owned(),
        takeaway: takeaway(ChartId::SalaryRange, columns),
        key: key(&rows),
        legend: Vec::new(),
        body: Body::Rows {
            axis: Axis::reaching(longest, Unit::DollarsAYear),
            rows: rows.iter().map(row).collect(),
        },
        reference,
        table: table(&rows),
    })
}

/// How many times as long as without it the axis may become for the reader's own pay.
const LONGER: f64 = 1.5;

/// The reader's own pay on the axis, if it is in the dollars and of the period of the axis.
fn reference(own: OwnPayShown, rows: &[Pay], longest: f64) -> Reference {
    let OwnPayShown { pay, is_linked } = own;
    let is_adjusted = |pay: &Pay| {
        let local = pay.instead().and_then(|figure| figure.local.as_ref());
        local.is_some_and(|local| local.adjusted.is_some())
    };
    let text = pay.in_words();
    let (name, whose) = match is_linked {
        false => ("Your pay", "your own pay"),
        // It may be somebody else's.
        true => ("Pay in the link", "the pay in the link"),
    };
    let (at, says) = if pay.period == PayPeriod::Hourly {
        let says =
            format!("{whose} is by the hour, so it has no place on this axis of yearly pay.");
        (None, says)
    } else if rows.iter().any(is_adjusted) {
        let says = format!("{whose} has no place on this axis of cost-adjusted dollars.");
        (None, says)
    } else if pay.dollars() > longest * LONGER {
        (
            None,
            format!("{whose}, {text}, lies beyond the end of this axis."),
        )
    } else {
        let says = format!("The upright line is {whose}: {text}.");
        (Some(pay.dollars()), says)
    };
    Reference {
        at,
        name,
        text,
        says: format::capitalized(&says),
        is_private: !is_linked,
    }
}

/// The percentiles, from the lowest on.
const PERCENTILES: [MetricId; 5] = [
    MetricId::PayYearP10,
    MetricId::PayYearP25,
    MetricId::PayYearMedian,
    MetricId::PayYearP75,
    MetricId::PayYearP90,
];

/// The points of pay there are, from the low to the high end of a table.
const POINTS: [(MetricId, &str); 6] = [
    (MetricId::PayYearP10, "Lowest tenth"),
    (MetricId::PayYearP25, "Lower quarter"),
    (MetricId::PayYearMedian, "Median"),
    (MetricId::PayYearAverage, "Average"),
    (MetricId::PayYearP75, "Upper quarter"),
    (MetricId::PayYearP90, "Highest tenth"),
];

/// What is drawn of a role, in dollars a year.
struct Pay<'a> {
    column: &'a Column,
    /// The thin line: the 10th to the 90th percentile, or a low and a high end.
    line: Option<(f64, f64)>,
    /// Whether the line is from a low to a high end, which nobody has said to be percentiles.
    of_ends: bool,
    /// Where the line goes on without an end, because the source says only "at least".
    open_from: Option<f64>,
    /// The bar: the 25th to the 75th percentile.
    bar: Option<(f64, f64)>,
    /// The dot, with what it is called.
    middle: Option<(&'static str, f64)>,
}

impl Pay<'_> {
    fn is_drawn(&self) -> bool {
        self.line.is_some() || self.middle.is_some() || self.open_from.is_some()
    }

    fn has_percentiles(&self) -> bool {
        self.figure(MetricId::PayYearMedian).is_some() && !self.of_ends
    }

    /// Whether the dot is a median on a line from a low to a high end: a visitor's own role can be so.
    fn has_median_between_ends(&self) -> bool {
        self.of_ends && matches!(self.middle, Some(("median", _)))
    }

    /// Everything drawn, with the name of its column in the table.
    fn values(&self) -> impl Iterator<Item = (&'static str, f64)> {
        let line = self.line.into_iter();
        let ends = line.flat_map(|(low, high)| [("Low end", low), ("High end", high)]);
        let open = self.open_from.map(|from| ("Open end", from));
        ends.chain(open).chain(self.middle)
    }

    /// Why there is no yearly pay to draw, where the source speaks of it.
    fn instead(&self) -> Option<&Figure> {
        self.figure(MetricId::PayYearMedian)
            .or_else(|| self.figure(MetricId::PayYearAverage))
    }

    fn figure(&self, metric: MetricId) -> Option<&Figure> {
        self.column.role.figure(metric)
    }
}

fn pay(column: &Column) -> Pay<'_> {
    let number = |metric| column.role.own_number(metric);
    let both = |low, high| Some((number(low)?, number(high)?));
    let at_least = |metric| match column.role.figure(metric)?.reading {
        Reading::AtLeast(least) => Some(least),
        _ => None,
    };
    let low = number(MetricId::PayYearP10);
    // The lowest point that has no end of its own.
    let open_from = PERCENTILES.into_iter().find_map(at_least);
    // What is published goes up to there at least.
    let up_to_open = || low.zip(at_least(MetricId::PayYearP90));
    let range = match column
        .role
        .figure(MetricId::PayRange)
        .and_then(Figure::exact)
    {
        Some(Value::Range { low, high }) => Some((*low, *high)),
        _ => None,
    };
    let median = number(MetricId::PayYearMedian).map(|amount| ("median", amount));
    let average = || number(MetricId::PayYearAverage).map(|amount| ("average", amount));
    let bar = both(MetricId::PayYearP25, MetricId::PayYearP75);
    let percentiles = both(MetricId::PayYearP10, MetricId::PayYearP90).or_else(up_to_open);
    // With a bar of percentiles, other ends would be taken for percentiles too.
    let ends = range.filter(|_| percentiles.is_none() && bar.is_none());
    Pay {
        column,
        line: percentiles.or(ends),
        of_ends: ends.is_some(),
        open_from,
        bar,
        middle: median.or_else(average),
    }
}

fn row(pay: &Pay) -> ChartRow {
    let paint = Paint::Role(pay.column.color);
    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let mut label = |at: f64, text: String, side: Side| labels.push(Label { at, text, side });
    let mut mark = |shape: Shape, says: String| marks.push(Mark { paint, shape, says });
    let between = |(from, to)| format!("{} to {}", dollars(from), dollars(to));
    if let Some((from, to)) = pay.line {
        let name = match pay.has_percentiles() {
            true => "Lowest tenth to highest tenth",
            false => "Low end to high end",
        };
        mark(
            Shape::Line { from, to },
            match pay.open_from {
                Some(_) => format!("{name}: from {}, without an end", dollars(from)),
                None => format!("{name}: {}", between((from, to))),
            },
        );
        label(from, dollars(from), Side::Below);
        if pay.open_from.is_none() {
            label(to, dollars(to), Side::Below);
        }
    }
    if let Some(from) = pay.open_from {
        let least = format!("at least {}", dollars(from));
        mark(Shape::AtLeast { from }, format!("From here on: {least}"));
        label(from, least, Side::Below);
    }
    if let Some((from, to)) = pay.bar {
        mark(
            Shape::Bar { from, to },
            format!("Middle half: {}", between((from, to))),
        );
    }
    if let Some((name, at)) = pay.middle {
        let amount = dollars(at);
        mark(
            Shape::Dot { at },
            format!("{}: {amount}", format::capitalized(name)),
        );
        label(at, format!("{name} {amount}"), Side::Above);
    }
    let instead = pay.instead().filter(|_| marks.is_empty());
    if let Some(Reading::NotReleased(_)) = instead.map(|figure| &figure.reading) {
        let says = words(pay).unwrap_or_default();
        marks.push(Mark {
            paint,
            shape: Shape::Nothing,
            says,
        });
    }
    let name = RowLine::Name(pay.column.role.title.clone());
    let words = words(pay).map(RowLine::Words);
    ChartRow {
        role: pay.column.role.title.clone(),
        lines: std::iter::once(name).chain(words).collect(),
        marks,
        labels,
        close: false,
    }
}

/// What the bar says, or what is said in its place.
fn words(pay: &Pay) -> Option<String> {
    if let Some((low, high)) = pay.bar {
        let (low, high) = (dollars(low), dollars(high));
        let half = format::capitalized(middle_half(&pay.column.role));
        return Some(format!("{half} earn between {low} and {high}."));
    }
    let reading = |figure: &Figure| format::figure(MetricId::PayYearMedian.metric(), figure);
    let median = pay.figure(MetricId::PayYearMedian);
    if pay.is_drawn() {
        let open = median.filter(|median| matches!(median.reading, Reading::AtLeast(_)));
        return open.map(|median| format!("The median is {}.", reading(median)));
    }
    let hourly = pay.figure(MetricId::PayHourMedian);
    let by_the_hour = hourly.and_then(Figure::own_number);
    Some(match (median.map(|figure| &figure.reading), by_the_hour) {
        (Some(Reading::PaidOnly(_)), Some(median)) => format!(
            "Pay is published by the hour only: median {}.",
            format::number(Unit::DollarsAnHour, median)
        ),
        _ => {
            let none = || format::NOT_PUBLISHED.to_owned();
            let why = pay.instead().map_or_else(none, reading);
            format!("Yearly pay is {why}.")
        }
    })
}

fn key(rows: &[Pay]) -> String {
    let drawn = || rows.iter().filter(|pay| pay.is_drawn());
    let percentiles = "The bar holds the middle half of all people; the thin line leaves out the \
                       lowest and the highest tenth; the dot is the median.";
    let dot = match drawn().any(Pay::has_median_between_ends) {
        true => "what it is called there",
        false => "the average",
    };
    let ends = format!("The line runs from the low end to the high end; the dot is {dot}.");
    let mixed = format!(
        "Where there is no bar, the line runs from the low end to the high end and the dot is {dot}."
    );
    let words = match (
        drawn().any(Pay::has_percentiles),
        drawn().any(|pay| !pay.has_percentiles()),
    ) {
        (true, false) => percentiles.to_owned(),
        (true, true) => format!("{percentiles} {mixed}"),
        _ => ends,
    };
    let open = match drawn().any(|pay| pay.open_from.is_some()) {
        true => " An arrow has no end: the source says only “at least”.",
        false => "",
    };
    format!("Yearly pay. {words}{open}")
}

/// Everything the chart draws, and why a role has nothing of it.
fn table(rows: &[Pay]) -> Vec<RoleFigures> {
    let has_range = rows
        .iter()
        .any(|pay| pay.figure(MetricId::PayRange).is_some());
    let in_use = |id: MetricId| rows.iter().any(|pay| pay.figure(id).is_some());
    let points: Vec<_> = POINTS.iter().filter(|(id, _)| in_use(*id)).collect();
    let roles = rows.iter().map(|pay| {
        let range = match pay.figure(MetricId::PayRange).and_then(Figure::exact) {
            Some(Value::Range { low, high }) => [dollars(*low), dollars(*high)],
            _ => [format::NOT_PUBLISHED; 2].map(str::to_owned),
        };
        let ends = ["Low end", "High end"].map(str::to_owned).into_iter();
        let mut ends = ends.zip(range).filter(|_| has_range);
        let points = points.iter().map(|(id, name)| {
            let text = match pay.figure(*id) {
                Some(figure) => format::figure(id.metric(), figure),
                None => format::NOT_PUBLISHED.to_owned(),
            };
            ((*name).to_owned(), text)
        });
        let mut figures: Vec<(String, String)> = ends.next().into_iter().collect();
        figures.extend(points);
        figures.extend(ends);
        RoleFigures {
            role: pay.column.role.title.clone(),
            figures,
        }
    });
    roles.collect()
}

fn dollars(amount: f64) -> String {
    format::number(Unit::DollarsAYear, amount)
}
