//! The rows of a table: what each column answers a layout with, and how the answers are set against
//! each other.

use super::column::Column;
use super::difference::{clearly_more, difference, difference_of_shares, is_one_figure};
use super::layout::{RowLayout, label_of};
use super::table::{Cell, Row, RowGroup, note};
use crate::model::{
    Direction, Figure, Metric, MetricId, Reading, Role, Shape, SourceId, Top, Unit, Value, format,
    vintage,
};

/// The row of a layout, or none where no compared role has it.
pub(super) fn row_group(
    layout: &RowLayout,
    columns: &[Column],
    baseline: Option<usize>,
    sources: &mut Vec<SourceId>,
) -> Option<RowGroup> {
    let picks = picks(layout.metrics, columns);
    let figures = || picks.iter().flatten().map(|pick| pick.figure);
    if !figures().any(Figure::has_a_say) {
        return None;
    }
    for figure in figures() {
        note(sources, &figure.source);
    }
    Some(group(layout, &picks, baseline))
}

/// Whether a row holds figures of a place; none where no compared role has the row.
pub(super) fn is_local(layout: &RowLayout, columns: &[Column]) -> Option<bool> {
    let picks = picks(layout.metrics, columns);
    let mut seen = picks
        .iter()
        .flatten()
        .filter(|pick| pick.figure.has_a_say());
    let first = seen.next()?;
    Some(first.figure.local.is_some() || seen.any(|pick| pick.figure.local.is_some()))
}

/// The figure a role answers a row or a chart with.
pub struct Pick<'a> {
    /// The role.
    pub role: &'a Role,
    /// What it answers by.
    pub metric: &'static Metric,
    /// Its answer.
    pub figure: &'a Figure,
}

/// What each column answers with, by the first metric that all have; where there is none, each by its
/// own first one, so that measures are mixed only where they have to be.
pub fn picks<'a>(metrics: &'static [MetricId], columns: &'a [Column]) -> Vec<Option<Pick<'a>>> {
    let has = |column: &Column, metric: MetricId| {
        let figure = column.role.figure(metric);
        figure.is_some_and(Figure::has_a_say)
    };
    let all_have = |metric: &&MetricId| columns.iter().all(|column| has(column, **metric));
    let shared = metrics.iter().find(all_have);
    let metrics = shared.map_or(metrics, std::slice::from_ref);
    let pick = |role: &'a Role, id: &MetricId| {
        Some(Pick {
            role,
            metric: id.metric(),
            figure: role.figure(*id)?,
        })
    };
    let columns = columns.iter();
    columns
        .map(|column| metrics.iter().find_map(|id| pick(&column.role, id)))
        .collect()
}

/// Returns true if any two roles answer with the figure of one wider group.
pub fn any_share_group(picks: &[Option<Pick>]) -> bool {
    let figures: Vec<&Figure> = picks.iter().flatten().filter_map(of_group).collect();
    figures.iter().enumerate().any(|(at, one)| {
        let mut others = figures.iter().skip(at + 1);
        others.any(|other| is_one_figure(one, other))
    })
}

/// The figure that is equal only where its group is the same: all levels of education in place of the most common one.
fn of_group<'a>(pick: &Pick<'a>) -> Option<&'a Figure> {
    match pick.metric.id {
        MetricId::TopEducation => pick.role.figure(MetricId::EducationMix),
        _ => Some(pick.figure),
    }
}

fn group(layout: &RowLayout, picks: &[Option<Pick>], baseline: Option<usize>) -> RowGroup {
    let label = label_of(layout).to_owned();
    let of_several = layout.metrics.len() > 1;
    let in_shares =
        |pick: &&Pick| matches!(pick.metric.shape, Shape::Whole(_) | Shape::Overlapping(_));
    if picks.iter().flatten().any(|pick| in_shares(&pick)) {
        return RowGroup {
            shares_group: any_share_group(picks),
            notes: notes(picks),
            metrics: metrics_of(picks),
            rows: share_rows(&label, picks, baseline),
            label: Some(label),
        };
    }
    // The row is dated where all its figures are of the same years, else each of them is.
    let years = |pick: &Pick| vintage(pick.metric.id, &pick.figure.source);
    let shared_years = same(picks.iter().flatten().map(years)).flatten();
    let label = match shared_years {
        Some(years) => format!("{label} ({years})"),
        None => label,
    };
    let qualified = |pick: &Pick| {
        let mut qualifiers = qualifiers(pick.metric, pick.figure, of_several);
        let years = years(pick).filter(|_| shared_years.is_none());
        qualifiers.extend(years.map(str::to_owned));
        qualifiers
    };
    let mut cells: Vec<Cell> = picks
        .iter()
        .map(|pick| match pick {
            Some(pick) => Cell {
                metric: Some(pick.metric.id),
                text: format::figure(pick.metric, pick.figure),
                is_value: pick.figure.exact().is_some(),
                qualifiers: qualified(pick),
                extent: None,
                leads: false,
                difference: None,
            },
            None => without_figure(format::NOT_PUBLISHED),
        })
        .collect();
    measure_against(baseline, &mut cells, picks);
    lay_on_scale(&mut cells, picks);
    mark_leader(&mut cells, picks);
    let metric = same(cells.iter().filter_map(|cell| cell.metric));
    RowGroup {
        label: None,
        shares_group: any_share_group(picks),
        notes: Vec::new(),
        metrics: metrics_of(picks),
        rows: vec![Row {
            label,
            definition: metric.map(|metric| metric.metric().definition),
            metric,
            whole: None,
            cells,
        }],
    }
}

/// The metrics the roles answer by, each once.
fn metrics_of(picks: &[Option<Pick>]) -> Vec<MetricId> {
    let mut metrics: Vec<MetricId> = Vec::new();
    for pick in picks.iter().flatten() {
        if !metrics.contains(&pick.metric.id) {
            metrics.push(pick.metric.id);
        }
    }
    metrics
}

/// The one value that all of them are.
pub(super) fn same<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// What each figure of a visitor's own file says of itself.
const OWN_FILE: &str = "your file";

/// What must be said with a figure; `of_several` says that other metrics stand beside it.
pub(super) fn qualifiers(metric: &Metric, figure: &Figure, of_several: bool) -> Vec<String> {
    // What is not a value has no statistic.
    let is_value = figure.exact().is_some();
    let says_it = format::says_none(figure);
    let apart = metric
        .qualifier
        .filter(|_| of_several && is_value && !says_it);
    let place = match figure.exact() {
        Some(Value::Place(place)) => Some(place),
        _ => None,
    };
    let certainty = place.map(|place| match &place.top {
        Top::One { jobs, .. } => format!("{} jobs there", format::number(Unit::Jobs, *jobs)),
        Top::Several { .. } => format::TOO_CLOSE.to_owned(),
    });
    let rivals = place.filter(|place| place.top_coded_rivals > 0);
    let rivals = rivals.map(|place| format!("{} more may pay more", place.top_coded_rivals));
    // An answer of a small survey is not to be read without its margin.
    let margin = format::margin(figure);
    let base = figure.base.map(|base| format::base(metric.id, base));
    let local = figure.local.as_ref();
    let published = local
        .and_then(|local| local.adjusted.as_ref())
        .map(|adjusted| {
            let published = format::reading(metric, &adjusted.published);
            format!("cost-adjusted; published: {published}")
        });
    let national = local
        .map(|local| &local.national)
        .filter(|national| matches!(national, Reading::Exact(_) | Reading::AtLeast(_)));
    let national =
        national.map(|reading| format!("United States: {}", format::reading(metric, reading)));
    let wider = figure.wider_group.as_ref();
    let wider = wider.map(|group| format!("for a wider group: {group}"));
    let of_file = figure.source == SourceId::own_file();
    let file = of_file.then(|| OWN_FILE.to_owned());
    let apart = apart.map(str::to_owned).into_iter();
    let place = certainty.into_iter().chain(rivals);
    let all = apart.chain(file).chain(place).chain(base).chain(margin);
    all.chain(wider).chain(published).chain(national).collect()
}

/// The qualifiers of shares, said once for all of a role's; what sets a metric apart only where two
/// of them meet.
fn notes(picks: &[Option<Pick>]) -> Vec<String> {
    let of_several = same(picks.iter().flatten().map(|pick| pick.metric.id)).is_none();
    let qualified = picks.iter().flatten().filter_map(|pick| {
        let qualifiers = qualifiers(pick.metric, pick.figure, of_several);
        (!qualifiers.is_empty()).then(|| format!("{}: {}.", pick.role.title, qualifiers.join("; ")))
    });
    qualified.collect()
}

fn without_figure(why: &str) -> Cell {
    Cell {
        metric: None,
        text: why.to_owned(),
        is_value: false,
        qualifiers: Vec::new(),
        extent: None,
        leads: false,
        difference: None,
    }
}

/// Says how each cell differs from the baseline's.
fn measure_against(baseline: Option<usize>, cells: &mut [Cell], picks: &[Option<Pick>]) {
    let Some((place, base)) = baseline.and_then(|at| Some((at, picks.get(at)?.as_ref()?))) else {
        return;
    };
    for (at, (cell, pick)) in cells.iter_mut().zip(picks).enumerate() {
        let alike = pick
            .as_ref()
            .filter(|pick| pick.metric.id == base.metric.id && at != place);
        cell.difference = alike.and_then(|pick| difference(pick.metric, pick.role, base.role));
    }
}

/// One row for each name that any role's shares hold, in the order in which they come up.
fn share_rows(whole: &str, picks: &[Option<Pick>], baseline: Option<usize>) -> Vec<Row> {
    let mut names: Vec<&str> = Vec::new();
    for pick in picks.iter().flatten() {
        for share in pick.figure.list() {
            if !names.contains(&share.name.as_str()) {
                names.push(&share.name);
            }
        }
    }
    let base = baseline.and_then(|at| picks.get(at)?.as_ref());
    let cell = |name: &str, (at, pick): (usize, &Option<Pick>)| {
        let Some(pick) = pick else {
            return without_figure(format::NOT_PUBLISHED);
        };
        let found = pick.figure.list().iter().find(|s| s.name == name);
        let Some(share) = found else {
            let mut cell = without_figure(format::NOT_PUBLISHED);
            cell.metric = Some(pick.metric.id);
            if pick.figure.exact().is_none() {
                cell.text = format::figure(pick.metric, pick.figure);
            }
            return cell;
        };
        Cell {
            metric: Some(pick.metric.id),
            text: format::number(pick.metric.unit, share.amount),
            is_value: true,
            qualifiers: Vec::new(),
            extent: Some((0.0, share.amount / 100.0)),
            leads: false,
            difference: base
                .filter(|base| baseline != Some(at) && pick.metric.id == base.metric.id)
                .and_then(|base| difference_of_shares(pick.metric, name, pick.role, base.role)),
        }
    };
    names
        .iter()
        .map(|name| Row {
            label: (*name).to_owned(),
            definition: None,
            metric: None,
            whole: Some(whole.to_owned()),
            cells: picks
                .iter()
                .enumerate()
                .map(|pick| cell(name, pick))
                .collect(),
        })
        .collect()
}

/// Gives each cell its place on the scale all cells of the row share, from zero to the largest.
fn lay_on_scale(cells: &mut [Cell], picks: &[Option<Pick>]) {
    let Some(unit) = same(picks.iter().flatten().map(|pick| pick.metric.unit)) else {
        return;
    };
    let ends: Vec<Option<(f64, f64)>> = picks
        .iter()
        .map(|pick| match pick.as_ref()?.figure.exact()? {
            Value::Number(number) => Some((0.0, *number)),
            Value::Range { low, high } => Some((*low, *high)),
            Value::Named { amount, .. } => Some((0.0, *amount)),
            // Which place is paid best is a name; beside it a bar of its pay would look like a claim about the roles.
            Value::Name(_) | Value::List(_) | Value::Place(_) | Value::Roles(_) => None,
        })
        .collect();
    let longest = match unit {
        Unit::OutOfFive => 5.0,
        Unit::Share(_) => 100.0,
        // A value alone would always be the longest: its bar would say nothing.
        _ if ends.iter().flatten().count() < 2 => return,
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

/// Marks the one cell that is better than every other, where the metric knows a better, all cells
/// can be held against each other and the lead is more than the survey's error and enough to matter.
fn mark_leader(cells: &mut [Cell], picks: &[Option<Pick>]) {
    let metrics = picks
        .iter()
        .map(|pick| pick.as_ref().map(|pick| pick.metric.id));
    let Some(Some(metric)) = same(metrics) else {
        return;
    };
    let sources = picks.iter().flatten().map(|pick| &pick.figure.source);
    if metric.metric().direction == Direction::None || same(sources).is_none() {
        return;
    }
    let roles: Vec<&Role> = picks.iter().flatten().map(|pick| pick.role).collect();
    let numbers: Option<Vec<f64>> = picks
        .iter()
        .map(|pick| {
            let Pick { metric, figure, .. } = pick.as_ref()?;
            let number = figure.own_number()?;
            (!format::is_rounded_to_zero(metric, figure)).then_some(number)
        })
        .collect();
    let Some(numbers) = numbers.filter(|numbers| numbers.len() > 1) else {
        return;
    };
    let best = (0..numbers.len()).max_by(|a, b| numbers[*a].total_cmp(&numbers[*b]));
    let Some(best) = best else { return };
    let ahead_of = |other: usize| {
        metric.metric().is_lead(numbers[best], numbers[other])
            && clearly_more(metric, roles[best], roles[other])
    };
    if (0..numbers.len()).all(|other| other == best || ahead_of(other)) {
        cells[best].leads = true;
    }
}
