use std::sync::Arc;

use super::Selection;
use super::column::Column;
use super::difference::{Difference, are_comparable, difference, difference_of_shares};
use super::layout::{Layout, TABLES, name_of};
use super::place::{Arrived, PlaceShown, scope};
use super::row_group::{row_group, same};
use super::table::{Hidden, Row, RowGroup, Table, note};
use crate::model::{
    DataError, Dataset, Details, MetricId, PriceIndex, PriceLevel, Role, Section, Source, SourceId,
    Value,
};

/// Roles side by side: what the page shows, before anything is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The compared roles, in the order of the tray.
    pub columns: Vec<Column>,
    /// The place whose pay and jobs are compared, where that is not the whole United States.
    pub place: Option<PlaceShown>,
    /// The place among the columns of the one all others are measured against.
    pub baseline: Option<usize>,
    /// Whether rows in which the roles do not differ are hidden.
    pub only_differences: bool,
    /// The sources of everything in it, in the order of first use.
    pub sources: Vec<Source>,
    /// The roles that should stand in it and cannot be read, with what is wrong with them.
    pub unreadable: Vec<DataError>,
}

/// Why a row is hidden; the second holds wherever the first does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Alike {
    Same,
    TooClose,
}

/// Puts the compared roles of a selection side by side. The figures of its place, if it has one, are not here yet.
pub fn compare(dataset: &Dataset, selection: &Selection) -> Comparison {
    compare_in_place(dataset, selection, Arrived::OnTheirWay)
}

/// Puts the compared roles of a selection side by side, with what there is of the figures of its place.
pub fn compare_in_place(dataset: &Dataset, selection: &Selection, arrived: Arrived) -> Comparison {
    let place = PlaceShown::of(dataset, selection, arrived);
    let mut unreadable = Vec::new();
    let mut columns = Vec::new();
    let colors = selection.colors();
    for (entry, color) in selection.tray().iter().zip(colors) {
        if !entry.on {
            continue;
        }
        match dataset.role(&entry.role) {
            Ok(Some(role)) => columns.push(Column {
                role: match &place {
                    Some(place) => Arc::new(place.localized(&role, arrived)),
                    None => Arc::clone(&role),
                },
                provenance: dataset
                    .source(&role.source)
                    .map_or_else(String::new, |source| source.short.clone()),
                color,
            }),
            Ok(None) => {}
            Err(error) => unreadable.push(error),
        }
    }
    let is_baseline = |column: &Column| Some(&column.role.id) == selection.baseline();
    let baseline = columns.iter().position(is_baseline);
    let only_differences = selection.only_differences() && columns.len() > 1;
    let mut used: Vec<SourceId> = Vec::new();
    for column in &columns {
        for (_, figure) in column.role.figures() {
            note(&mut used, &figure.source);
        }
    }
    if place.as_ref().is_some_and(|place| place.cost_adjusted) {
        note(&mut used, &SourceId(PriceLevel::SOURCE.to_owned()));
    }
    if columns
        .iter()
        .any(|column| dataset.has_details(&column.role.id))
    {
        for source in [Details::HISTORY_SOURCE, PriceIndex::SOURCE] {
            note(&mut used, &SourceId(source.to_owned()));
        }
    }
    for writer in columns.iter().filter_map(|c| dataset.writer(&c.role)) {
        note(&mut used, &writer);
    }
    let sources = used.iter().filter_map(|id| dataset.source(id)).cloned();
    Comparison {
        sources: sources.collect(),
        columns,
        place,
        baseline,
        only_differences,
        unreadable,
    }
}

impl Comparison {
    /// The tables, in the order of the page. A section without a row is not among them.
    pub fn tables(&self) -> Vec<Table> {
        let sections = TABLES.iter();
        sections
            .filter_map(|(section, _)| self.table(*section))
            .collect()
    }

    /// The table of a section; none where no compared role has a row of it.
    pub fn table(&self, section: Section) -> Option<Table> {
        let Self { columns, place, .. } = self;
        let (_, layouts) = TABLES.iter().find(|(of, _)| *of == section)?;
        let mut table = table(section, layouts, columns, self.baseline);
        let place = place.as_ref();
        table.scope = place.and_then(|place| scope(place, layouts, columns));
        if self.only_differences {
            hide_alike(&mut table, columns);
            let kept = table.shared.as_mut();
            kept.into_iter()
                .for_each(|words| words.push_str(" Such rows are never hidden."));
        }
        let any_hidden = table.hidden != Hidden::default();
        (!table.groups.is_empty() || any_hidden).then_some(table)
    }
}

/// The sources of some metrics' figures, in the order of first use.
pub fn sources_of(metrics: &[MetricId], columns: &[Column], sources: &[Source]) -> Vec<Source> {
    let used = |source: &&Source| {
        columns.iter().any(|column| {
            let mut figures = metrics.iter().filter_map(|id| column.role.figure(*id));
            figures.any(|figure| figure.source == source.id)
        })
    };
    sources.iter().filter(used).cloned().collect()
}

/// What the licenses of some sources ask to be said wherever they are used, each once.
pub fn credits(sources: &[Source]) -> Vec<String> {
    let mut credits: Vec<String> = Vec::new();
    for credit in sources.iter().filter_map(|source| source.credit.as_ref()) {
        if !credits.contains(credit) {
            credits.push(credit.clone());
        }
    }
    credits
}

/// Hides the rows in which every two roles are known to have the same, or numbers that differ by no more than the
/// survey's error.
fn hide_alike(table: &mut Table, columns: &[Column]) {
    let Table { groups, hidden, .. } = table;
    for group in &mut *groups {
        group.rows.retain(|row| match alike(row, columns) {
            None => true,
            Some(Alike::Same) => {
                hidden.same += 1;
                false
            }
            Some(Alike::TooClose) => {
                hidden.too_close += 1;
                false
            }
        });
    }
    groups.retain(|group| !group.rows.is_empty());
}

/// How alike all roles are in a row; none where any two differ, or where that is not known.
fn alike(row: &Row, columns: &[Column]) -> Option<Alike> {
    let metric = same(row.cells.iter().map(|cell| cell.metric))??;
    let share = row.whole.as_ref().map(|_| row.label.as_str());
    let mut alike = Alike::Same;
    for (at, one) in columns.iter().enumerate() {
        for other in columns.iter().skip(at + 1) {
            alike = alike.max(both_alike(metric, share, &one.role, &other.role)?);
        }
    }
    Some(alike)
}

/// How alike two roles are in a metric, or in one share of it.
fn both_alike(metric: MetricId, share: Option<&str>, one: &Role, other: &Role) -> Option<Alike> {
    let (figure, base) = (one.figure(metric)?, other.figure(metric)?);
    if figure.source != base.source || !are_comparable(figure, base) {
        return None;
    }
    let metric = metric.metric();
    let difference = match (share, figure.exact()?) {
        (Some(name), _) => difference_of_shares(metric, name, one, other),
        (None, Value::Number(_)) => difference(metric, one, other),
        // Equal shares of answers are equal in whole percents only.
        (None, Value::Named { .. }) => None,
        (None, value) => (value == base.exact()?).then_some(Difference::Same),
    };
    match difference? {
        Difference::Same => Some(Alike::Same),
        Difference::TooClose => Some(Alike::TooClose),
        // One figure of a wider group says nothing about how the roles differ.
        Difference::Signed(_) | Difference::SameFigure => None,
    }
}

fn table(
    section: Section,
    layouts: &[Layout],
    columns: &[Column],
    baseline: Option<usize>,
) -> Table {
    let mut table = Table {
        section,
        groups: Vec::new(),
        sources: Vec::new(),
        scope: None,
        left_out: Vec::new(),
        hidden: Hidden::default(),
        shared: None,
    };
    let mut shared = Vec::new();
    for layout in layouts {
        let groups = match layout {
            Layout::Row(layout) => row_group(layout, columns, baseline, &mut table.sources),
            Layout::Group(label, rows) => {
                let groups = rows
                    .iter()
                    .filter_map(|row| row_group(row, columns, baseline, &mut table.sources));
                let mut whole = RowGroup {
                    label: Some((*label).to_owned()),
                    shares_group: false,
                    notes: Vec::new(),
                    metrics: Vec::new(),
                    rows: Vec::new(),
                };
                for group in groups {
                    whole.shares_group |= group.shares_group;
                    whole.metrics.extend(group.metrics);
                    whole.rows.extend(group.rows);
                }
                (!whole.rows.is_empty()).then_some(whole)
            }
        };
        match groups {
            Some(group) => {
                if group.shares_group {
                    shared.push(name_of(layout));
                }
                table.groups.push(group);
            }
            None if columns.is_empty() => {}
            None => table.left_out.push(name_of(layout)),
        }
    }
    table.shared = (!shared.is_empty()).then(|| {
        let roles = if columns.len() > 2 { "Some" } else { "Both" };
        let rows = shared.join("; ");
        format!("{roles} roles share a wider group’s figure, which cannot tell them apart: {rows}.")
    });
    table
}
