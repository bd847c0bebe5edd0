//! One number a role: growth, openings, satisfaction.

use super::answers::{empty_row, head, is_mixed, with_groups};
use super::axis::Axis;
use super::spec::{
    Body, ChartRow, ChartSpec, Label, Mark, Paint, RoleFigures, RowLine, Shape, Side,
};
use super::{ChartId, takeaway};
use crate::compare::{Column, Pick, picks};
use crate::model::{SamplingError, Unit, Value, format};

/// A bar from zero for each role that has the number, or a dot with its margin where one is stated.
pub(super) fn numbers(id: ChartId, columns: &[Column]) -> Option<ChartSpec> {
    let picks = picks(id.metrics(), columns);
    let unit = picks.iter().flatten().find_map(value)?.unit;
    // Another unit has no place on this axis.
    let values = || {
        let values = picks.iter().flatten().filter_map(value);
        values.filter(|value| value.unit == unit)
    };
    let with_margin = values().any(|value| value.margin.is_some());
    let least = values().map(|value| value.at).fold(0.0, f64::min);
    let most = values().map(|value| value.at).fold(0.0, f64::max);
    let axis = match unit {
        Unit::Share(_) => Axis::of_a_whole(),
        Unit::OutOfFive => Axis::of_five(),
        unit => Axis::spanning(least, most, unit),
    };
    let mixed = is_mixed(&picks);
    let rows = columns.iter().zip(&picks).map(|(column, pick)| {
        let found = pick.as_ref().and_then(|pick| Some((pick, value(pick)?)));
        match found {
            Some((pick, value)) if value.unit == unit => row(column, pick, &value, &axis, mixed),
            Some((pick, _)) => in_words(column, pick),
            None => empty_row(column, pick.as_ref()),
        }
    });
    Some(ChartSpec {
        id,
        title: id.title().to_owned(),
        takeaway: takeaway(id, columns),
        key: with_groups(key(id, with_margin), &picks),
        legend: Vec::new(),
        body: Body::Rows {
            axis,
            rows: rows.collect(),
        },
        reference: None,
        table: table(columns, &picks),
    })
}

/// The number of a role, with its margin in points where one is stated.
struct Number {
    unit: Unit,
    at: f64,
    margin: Option<f64>,
}

fn value(pick: &Pick) -> Option<Number> {
    let at = match pick.figure.exact()? {
        Value::Number(number) => *number,
        _ => return None,
    };
    let margin = match pick.figure.error {
        Some(SamplingError::MarginAt95(points)) => Some(points),
        _ => None,
    };
    Some(Number {
        unit: pick.metric.unit,
        at,
        margin,
    })
}

/// The row of a figure in another unit than that of the axis: it is said in words.
fn in_words(column: &Column, pick: &Pick) -> ChartRow {
    let (label, text) = labeled(pick);
    let mut lines = head(column, Some(pick), false);
    lines.push(RowLine::Words(format!("{label}: {text}.")));
    ChartRow {
        role: column.role.title.clone(),
        lines,
        marks: Vec::new(),
        labels: Vec::new(),
        close: false,
    }
}

/// What a figure is, and the figure with its margin.
fn labeled(pick: &Pick) -> (String, String) {
    let text = format::figure(pick.metric, pick.figure);
    let text = match format::margin(pick.figure) {
        Some(margin) => format!("{text} ({margin})"),
        None => text,
    };
    (pick.metric.label.to_owned(), text)
}

fn row(column: &Column, pick: &Pick, value: &Number, axis: &Axis, mixed: bool) -> ChartRow {
    let paint = Paint::Role(column.color);
    let text = format::figure(pick.metric, pick.figure);
    let says = format!("{}: {text}", pick.metric.label);
    let mark = |shape, says: &str| Mark {
        paint,
        shape,
        says: says.to_owned(),
    };
    let (marks, label) = match value.margin {
        Some(margin) => {
            let from = (value.at - margin).max(axis.start());
            let to = (value.at + margin).min(axis.end());
            let words = format::margin(pick.figure).unwrap_or_default();
            let label = Label {
                at: value.at,
                text: format!("{text} ({words})"),
                side: Side::Above,
            };
            let says = format!("{says}, {words}");
            (
                vec![
                    mark(Shape::Line { from, to }, &says),
                    mark(Shape::Dot { at: value.at }, &says),
                ],
                label,
            )
        }
        None => {
            let side = match value.at < 0.0 {
                true => Side::Before,
                false => Side::After,
            };
            let (from, to) = (value.at.min(0.0), value.at.max(0.0));
            let label = Label {
                at: value.at,
                text,
                side,
            };
            (vec![mark(Shape::Bar { from, to }, &says)], label)
        }
    };
    ChartRow {
        role: column.role.title.clone(),
        lines: head(column, Some(pick), mixed),
        marks,
        labels: vec![label],
        close: false,
    }
}

fn key(id: ChartId, with_margin: bool) -> &'static str {
    match (id, with_margin) {
        (ChartId::Growth, _) => {
            "A bar to the right of zero: more jobs are expected; to the left: fewer."
        }
        (ChartId::Openings, _) => {
            "New jobs, and those that people leave for another occupation or for good."
        }
        (_, true) => {
            "The dot is the share of those asked who say they are satisfied; the line is how far off it \
             may be, because few were asked."
        }
        (_, false) => "The bar runs from zero to the figure.",
    }
}

fn table(columns: &[Column], picks: &[Option<Pick>]) -> Vec<RoleFigures> {
    let roles = columns.iter().zip(picks).map(|(column, pick)| {
        let figure = pick.as_ref().map(labeled);
        let none = || ("Figure".to_owned(), format::NOT_PUBLISHED.to_owned());
        RoleFigures {
            role: column.role.title.clone(),
            figures: vec![figure.unwrap_or_else(none)],
        }
    });
    roles.collect()
}
