//! The shares of a whole, one stacked bar a role: education, ages, women and men.

use super::answers::{empty_row, head, is_mixed, share_names, table_of_shares, with_groups};
use super::axis::Axis;
use super::palette::TONES;
use super::spec::{Body, ChartRow, ChartSpec, Label, LegendEntry, Mark, Paint, Shape, Side};
use super::{ChartId, takeaway};
use crate::compare::{Column, Pick, picks};
use crate::model::format;

/// A bar from 0 to 100 percent for each role, with a segment for each share.
pub(super) fn wholes(id: ChartId, columns: &[Column]) -> Option<ChartSpec> {
    let picks = picks(id.metrics(), columns);
    let names = share_names(&picks);
    if names.is_empty() {
        return None;
    }
    let axis = Axis::of_a_whole();
    let age = match id {
        ChartId::Education => " of 25 and older",
        _ => "",
    };
    let mixed = is_mixed(&picks);
    let rows = columns.iter().zip(&picks).map(|(column, pick)| {
        let with_shares = pick.as_ref().filter(|pick| !pick.figure.list().is_empty());
        match with_shares {
            Some(pick) => row(column, pick, &names, &axis, mixed),
            None => empty_row(column, pick.as_ref()),
        }
    });
    let legend = names.iter().enumerate().map(|(number, name)| LegendEntry {
        paint: tone(number, names.len()),
        words: name.clone(),
    });
    Some(ChartSpec {
        id,
        title: id.title().to_owned(),
        takeaway: takeaway(id, columns),
        key: with_groups(
            &format!("Each bar is everybody{age} in the role; its parts stand in this order."),
            &picks,
        ),
        legend: legend.collect(),
        body: Body::Rows {
            axis,
            rows: rows.collect(),
        },
        reference: None,
        table: table_of_shares(columns, &picks),
    })
}

/// The tones of few shares lie far apart.
fn tone(number: usize, of: usize) -> Paint {
    let steps = TONES - 1;
    Paint::Tone(match of {
        0 | 1 => steps,
        of if of > TONES => number % TONES,
        of => number * steps / (of - 1),
    })
}

fn row(column: &Column, pick: &Pick, names: &[String], axis: &Axis, mixed: bool) -> ChartRow {
    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let mut from = 0.0;
    for (number, name) in names.iter().enumerate() {
        let share = pick.figure.list().iter().find(|share| share.name == *name);
        let Some(share) = share.filter(|share| share.amount > 0.0) else {
            continue;
        };
        // Rounded shares may add up to a little more than a whole.
        let to = f64::min(from + share.amount, axis.end());
        let text = format::number(pick.metric.unit, share.amount);
        let otherwise = format!("{}, {text}", format::in_a_sentence(name));
        marks.push(Mark {
            paint: tone(number, names.len()),
            shape: Shape::Segment { from, to },
            says: format!("{name}: {text}"),
        });
        labels.push(Label {
            at: to,
            text,
            side: Side::Inside {
                from,
                to,
                otherwise,
            },
        });
        from = to;
    }
    ChartRow {
        role: column.role.title.clone(),
        lines: head(column, Some(pick), mixed),
        marks,
        labels,
        close: false,
    }
}
