//! Bars of several roles under each other, in one group for each thing they have: race, skills.

use super::answers::{is_mixed, qualifiers, table_of_shares, with_groups};
use super::axis::Axis;
use super::spec::{
    Body, ChartRow, ChartSpec, Label, LegendEntry, Mark, Paint, RowLine, Shape, Side,
};
use super::{ChartId, takeaway};
use crate::compare::{Column, Pick, picks};
use crate::model::{Metric, NamedAmount, Unit, format};

/// One group of bars for each share: first those that most roles have, each with the roles' bars in
/// the order of the tray. What is measured in another way stands under the chart in words.
pub(super) fn groups(id: ChartId, columns: &[Column]) -> Option<ChartSpec> {
    let picks = picks(id.metrics(), columns);
    let listed = |pick: &&Pick| !pick.figure.list().is_empty();
    let metric = picks.iter().flatten().find(listed)?.metric;
    let drawn: Vec<(&Column, &Pick)> = columns
        .iter()
        .zip(&picks)
        .filter_map(|(column, pick)| Some((column, pick.as_ref()?)))
        .filter(|(_, pick)| pick.metric.id == metric.id && listed(pick))
        .collect();
    let longest = drawn.iter().flat_map(|(_, pick)| pick.figure.list());
    let longest = longest.fold(0.0, |most: f64, share| most.max(share.amount));
    let axis = match metric.unit {
        Unit::OutOfFive => Axis::of_five(),
        unit => Axis::reaching(longest, unit),
    };
    let mut rows = Vec::new();
    for name in in_order(id, &drawn) {
        rows.extend(group(&name, &drawn, metric));
    }
    let mixed = is_mixed(&picks);
    for (column, pick) in columns.iter().zip(&picks) {
        if !drawn
            .iter()
            .any(|(other, _)| other.role.id == column.role.id)
        {
            rows.push(in_words(column, pick.as_ref()));
        } else if let Some(words) = pick.as_ref().and_then(|pick| qualifiers(pick, mixed)) {
            rows.push(words_row(column, words));
        }
    }
    let legend = drawn.iter().map(|(column, _)| LegendEntry {
        paint: Paint::Role(column.color),
        words: column.role.title.clone(),
    });
    Some(ChartSpec {
        id,
        title: id.title().to_owned(),
        takeaway: takeaway(id, columns),
        key: with_groups(&key(metric, drawn.len() > 1), &picks),
        legend: legend.collect(),
        body: Body::Rows { axis, rows },
        reference: None,
        table: table_of_shares(columns, &picks),
    })
}

/// The names of the groups. Skills that several roles list come first, the weightiest of them at the
/// top; races stay in the order of the source.
fn in_order(id: ChartId, drawn: &[(&Column, &Pick)]) -> Vec<String> {
    let mut names: Vec<(&str, usize, f64)> = Vec::new();
    for (_, pick) in drawn {
        for share in pick.figure.list() {
            match names.iter_mut().find(|(name, ..)| *name == share.name) {
                Some((_, count, sum)) => {
                    *count += 1;
                    *sum += share.amount;
                }
                None => names.push((&share.name, 1, share.amount)),
            }
        }
    }
    if id == ChartId::Skills {
        // A stable sort: the skills of one role alone keep the order of their lists.
        names.sort_by(|a, b| match (a.1, b.1) {
            (1, 1) => std::cmp::Ordering::Equal,
            _ => b.1.cmp(&a.1).then(b.2.total_cmp(&a.2)),
        });
    }
    names.iter().map(|(name, ..)| (*name).to_owned()).collect()
}

fn group(name: &str, drawn: &[(&Column, &Pick)], metric: &Metric) -> Vec<ChartRow> {
    let mut rows: Vec<ChartRow> = Vec::new();
    for (column, pick) in drawn {
        let share = pick.figure.list().iter().find(|share| share.name == name);
        let Some(NamedAmount { amount, .. }) = share else {
            continue;
        };
        let text = format::number(metric.unit, *amount);
        let first = rows.is_empty();
        let heading = first.then(|| RowLine::Name(name.to_owned()));
        rows.push(ChartRow {
            role: column.role.title.clone(),
            lines: heading.into_iter().collect(),
            marks: vec![Mark {
                paint: Paint::Role(column.color),
                shape: Shape::Bar {
                    from: 0.0,
                    to: *amount,
                },
                says: format!("{name}: {text}"),
            }],
            labels: vec![Label {
                at: *amount,
                text,
                side: Side::After,
            }],
            close: !first,
        });
    }
    rows
}

/// A role that has no bars: its figures in words, or why there are none.
fn in_words(column: &Column, pick: Option<&Pick>) -> ChartRow {
    let words = match pick {
        Some(pick) if !pick.figure.list().is_empty() => {
            let measured = pick.metric.qualifier.unwrap_or("another measure");
            let figures = format::figure(pick.metric, pick.figure);
            format!("Measured in another way ({measured}): {figures}.")
        }
        Some(pick) => format!(
            "{}.",
            format::capitalized(&format::figure(pick.metric, pick.figure))
        ),
        None => format!("{}.", format::capitalized(format::NOT_PUBLISHED)),
    };
    words_row(column, words)
}

fn words_row(column: &Column, words: String) -> ChartRow {
    ChartRow {
        role: column.role.title.clone(),
        lines: vec![
            RowLine::Name(column.role.title.clone()),
            RowLine::Words(words),
        ],
        marks: Vec::new(),
        labels: Vec::new(),
        close: false,
    }
}

fn key(metric: &Metric, several: bool) -> String {
    let order = match several {
        true => " The bars of a group stand in the order of the roles.",
        false => "",
    };
    format!("{}{order}", metric.definition)
}
