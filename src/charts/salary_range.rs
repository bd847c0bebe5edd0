use super::axis::Axis;
use super::spec::{ChartRow, ChartSpec, ChartTable, Label, Mark, Side};
use crate::compare::{Column, pay_takeaway};
use crate::model::{MetricId, Unit, Value, format};

/// Yearly pay of each role on one axis from $0: a line from the low to the high end, a dot at the
/// average. A role with neither has no row; without any row there is no chart.
pub fn salary_range(columns: &[Column]) -> Option<ChartSpec> {
    let pay: Vec<Pay> = columns.iter().filter_map(pay).collect();
    let longest = pay.iter().fold(0.0, |most: f64, pay| {
        let ends = [pay.range.map(|(_, high)| high), pay.average];
        ends.into_iter().flatten().fold(most, f64::max)
    });
    let rows = pay.iter().map(row).collect();
    let table = ChartTable {
        columns: vec!["Low end", "Average", "High end"],
        rows: pay.iter().map(table_row).collect(),
    };
    (!pay.is_empty()).then(|| ChartSpec {
        title: "Salary range".to_owned(),
        takeaway: pay_takeaway(columns).unwrap_or_default(),
        key: "Yearly pay. The line runs from the low end to the high end; the dot is the average."
            .to_owned(),
        axis: Axis::reaching(longest, Unit::DollarsAYear),
        rows,
        table,
    })
}

/// What is drawn of a role, in dollars a year.
struct Pay<'a> {
    column: &'a Column,
    range: Option<(f64, f64)>,
    average: Option<f64>,
}

fn pay(column: &Column) -> Option<Pay<'_>> {
    let average = column.role.figure(MetricId::PayYearAverage);
    let average = average.and_then(|figure| figure.own_number());
    let range = column.role.figure(MetricId::PayRange);
    let range = match range.and_then(|figure| figure.exact()) {
        Some(Value::Range { low, high }) => Some((*low, *high)),
        _ => None,
    };
    (range.is_some() || average.is_some()).then_some(Pay {
        column,
        range,
        average,
    })
}

fn row(pay: &Pay) -> ChartRow {
    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let mut label = |at: f64, text: String, side: Side| labels.push(Label { at, text, side });
    if let Some((low, high)) = pay.range {
        marks.push(Mark::Line {
            from: low,
            to: high,
        });
        for end in [low, high] {
            label(end, dollars(end), Side::Below);
        }
    }
    if let Some(average) = pay.average {
        marks.push(Mark::Dot { at: average });
        label(
            average,
            format!("average {}", dollars(average)),
            Side::Above,
        );
    }
    ChartRow {
        place: pay.column.place,
        name: pay.column.role.title.clone(),
        marks,
        labels,
    }
}

fn table_row(pay: &Pay) -> (String, Vec<String>) {
    let cell = |dollars_a_year: Option<f64>| match dollars_a_year {
        Some(amount) => dollars(amount),
        None => format::NOT_PUBLISHED.to_owned(),
    };
    let name = pay.column.role.title.clone();
    let cells = vec![
        cell(pay.range.map(|(low, _)| low)),
        cell(pay.average),
        cell(pay.range.map(|(_, high)| high)),
    ];
    (name, cells)
}

fn dollars(amount: f64) -> String {
    format::number(Unit::DollarsAYear, amount)
}
