use std::sync::Arc;

use super::Selection;
use super::layout::{RowLayout, TABLES};
use crate::model::{
    Dataset, Direction, Figure, Metric, MetricId, Reading, Role, Section, Shape, Source, SourceId,
    Statistic, Unit, Value, format,
};

/// Roles side by side: what the page shows, before anything is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The compared roles, in the order of the tray.
    pub columns: Vec<Column>,
    /// The tables, in the order of the page. A section without a row is not among them.
    pub tables: Vec<Table>,
    /// The sources of everything in it, in the order of first use.
    pub sources: Vec<Source>,
}

/// A compared role.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The role itself.
    pub role: Arc<Role>,
    /// Its place in the tray, counted from 0, which stays its own while others are switched: the
    /// mark by which it is known through the whole page.
    pub place: usize,
    /// Whose figures these are: "Zippia's estimate".
    pub provenance: String,
}

/// The rows of one section.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Which section.
    pub section: Section,
    /// Its rows, in groups.
    pub groups: Vec<RowGroup>,
    /// The sources of its figures, in the order of first use.
    pub sources: Vec<SourceId>,
    /// The names of the rows left out because no compared role has them.
    pub left_out: Vec<String>,
}

/// Rows that belong together under one name, or a single row that needs none.
#[derive(Clone, Debug, PartialEq)]
pub struct RowGroup {
    /// The name above the rows, where the group has one.
    pub label: Option<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One thing compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// What it means.
    pub definition: Option<&'static str>,
    /// One cell for each column, in the same order.
    pub cells: Vec<Cell>,
}

/// What one role has in one row.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The figure, or which kind of non-value it is, in words.
    pub text: String,
    /// Whether the text is a value; otherwise it says why there is none.
    pub is_value: bool,
    /// What must be said with it: the statistic in a mixed row, the wider group it belongs to.
    pub qualifiers: Vec<String>,
    /// Where it lies on the row's shared scale: start and end as fractions of the longest.
    pub extent: Option<(f64, f64)>,
    /// Whether it is the better one of the row.
    pub leads: bool,
}

/// Puts the compared roles of a selection side by side.
pub fn compare(dataset: &Dataset, selection: &Selection) -> Comparison {
    let tray = selection.tray().iter().enumerate();
    let columns: Vec<Column> = tray
        .filter(|(_, entry)| entry.on)
        .filter_map(|(place, entry)| {
            let role = dataset.role(&entry.role)?;
            Some(Column {
                role: Arc::clone(role),
                place,
                provenance: dataset.source(&role.source)?.short.clone(),
            })
        })
        .collect();
    let tables: Vec<Table> = TABLES
        .iter()
        .map(|(section, rows)| table(*section, rows, &columns))
        .filter(|table| !table.groups.is_empty())
        .collect();

    let mut used: Vec<SourceId> = Vec::new();
    for column in &columns {
        for (_, figure) in column.role.figures() {
            note(&mut used, &figure.source);
        }
    }
    for column in &columns {
        note(&mut used, &column.role.words.source);
    }
    let sources = used.iter().filter_map(|id| dataset.source(id)).cloned();
    Comparison {
        sources: sources.collect(),
        columns,
        tables,
    }
}

fn note(used: &mut Vec<SourceId>, source: &SourceId) {
    if !used.contains(source) {
        used.push(source.clone());
    }
}

fn table(section: Section, rows: &[RowLayout], columns: &[Column]) -> Table {
    let mut table = Table {
        section,
        groups: Vec::new(),
        sources: Vec::new(),
        left_out: Vec::new(),
    };
    for layout in rows {
        let label = layout
            .label
            .unwrap_or(layout.metrics[0].metric().label)
            .to_owned();
        let picks: Vec<Option<Pick>> = columns
            .iter()
            .map(|column| pick(&column.role, layout.metrics))
            .collect();
        let published = |pick: &Pick| pick.figure.reading != Reading::NotPublished;
        if !picks.iter().flatten().any(published) {
            if !columns.is_empty() {
                table.left_out.push(label);
            }
            continue;
        }
        for pick in picks.iter().flatten() {
            note(&mut table.sources, &pick.figure.source);
        }
        table.groups.push(group(layout, label, &picks));
    }
    table
}

/// The figure a role answers a row with.
struct Pick<'a> {
    metric: &'static Metric,
    figure: &'a Figure,
}

fn pick<'a>(role: &'a Role, metrics: &[MetricId]) -> Option<Pick<'a>> {
    metrics.iter().find_map(|id| {
        let figure = role.figure(*id)?;
        let metric = id.metric();
        Some(Pick { metric, figure })
    })
}

fn group(layout: &RowLayout, label: String, picks: &[Option<Pick>]) -> RowGroup {
    let metric = layout.metrics[0].metric();
    if metric.shape == Shape::Whole {
        return RowGroup {
            label: Some(label),
            rows: share_rows(metric, picks),
        };
    }
    let headline = layout.label.is_some();
    let mut cells: Vec<Cell> = picks
        .iter()
        .map(|pick| match pick {
            Some(pick) => Cell {
                text: format::figure(pick.metric, pick.figure),
                is_value: pick.figure.exact().is_some(),
                qualifiers: qualifiers(pick, headline),
                extent: None,
                leads: false,
            },
            None => not_published(),
        })
        .collect();
    lay_on_scale(metric.unit, &mut cells, picks);
    mark_leader(metric, &mut cells, picks);
    RowGroup {
        label: None,
        rows: vec![Row {
            label,
            definition: Some(metric.definition),
            cells,
        }],
    }
}

fn qualifiers(pick: &Pick, headline: bool) -> Vec<String> {
    let statistic = match pick.metric.statistic {
        Statistic::Average if headline => Some("average".to_owned()),
        _ => None,
    };
    let wider = pick.figure.wider_group.as_ref();
    let wider = wider.map(|group| format!("for a wider group: {group}"));
    statistic.into_iter().chain(wider).collect()
}

fn not_published() -> Cell {
    Cell {
        text: format::NOT_PUBLISHED.to_owned(),
        is_value: false,
        qualifiers: Vec::new(),
        extent: None,
        leads: false,
    }
}

/// One row for each name that any role's shares hold, in the order in which they come up.
fn share_rows(metric: &Metric, picks: &[Option<Pick>]) -> Vec<Row> {
    let mut names: Vec<&str> = Vec::new();
    for pick in picks.iter().flatten() {
        for share in pick.figure.shares() {
            if !names.contains(&share.name.as_str()) {
                names.push(&share.name);
            }
        }
    }
    let cell = |name: &str, pick: &Option<Pick>| {
        let Some(pick) = pick else {
            return not_published();
        };
        let found = pick.figure.shares().iter().find(|s| s.name == name);
        let Some(share) = found else {
            let mut cell = not_published();
            if pick.figure.exact().is_none() {
                cell.text = format::figure(pick.metric, pick.figure);
            }
            return cell;
        };
        Cell {
            text: format::number(metric.unit, share.percent),
            is_value: true,
            qualifiers: qualifiers(pick, false),
            extent: Some((0.0, share.percent / 100.0)),
            leads: false,
        }
    };
    names
        .iter()
        .map(|name| Row {
            label: (*name).to_owned(),
            definition: None,
            cells: picks.iter().map(|pick| cell(name, pick)).collect(),
        })
        .collect()
}

/// Gives each cell its place on the scale all cells of the row share, from zero to the largest.
fn lay_on_scale(unit: Unit, cells: &mut [Cell], picks: &[Option<Pick>]) {
    let ends: Vec<Option<(f64, f64)>> = picks
        .iter()
        .map(|pick| match pick.as_ref()?.figure.exact()? {
            Value::Number(number) => Some((0.0, *number)),
            Value::Range { low, high } => Some((*low, *high)),
            Value::Share(share) => Some((0.0, share.percent)),
            Value::Name(_) | Value::Shares(_) => None,
        })
        .collect();
    let longest = match unit {
        Unit::OutOfFive => 5.0,
        Unit::Share(_) => 100.0,
        _ => ends.iter().flatten().fold(0.0, |most, end| end.1.max(most)),
    };
    // A scale from zero has no room for what is below it, and none to give where all are zero.
    if longest <= 0.0 || ends.iter().flatten().any(|end| end.0 < 0.0 || end.1 < 0.0) {
        return;
    }
    for (cell, ends) in cells.iter_mut().zip(ends) {
        cell.extent = ends.map(|(from, to)| (from / longest, to / longest));
    }
}

/// Marks the one cell that is better than every other, where the metric knows a better and all
/// cells can be held against each other.
fn mark_leader(metric: &Metric, cells: &mut [Cell], picks: &[Option<Pick>]) {
    let same_metric = picks
        .iter()
        .flatten()
        .all(|pick| pick.metric.id == metric.id);
    let numbers: Option<Vec<f64>> = picks
        .iter()
        .map(|pick| pick.as_ref()?.figure.own_number())
        .collect();
    let Some(numbers) = numbers else { return };
    if metric.direction == Direction::None || !same_metric || numbers.len() < 2 {
        return;
    }
    let best = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut at_best = numbers.iter().enumerate().filter(|(_, n)| **n == best);
    if let (Some((leader, _)), None) = (at_best.next(), at_best.next()) {
        cells[leader].leads = true;
    }
}
