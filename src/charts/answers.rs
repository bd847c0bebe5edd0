//! What the roles of a chart answer with, in words: the same for all kinds of charts.

use super::spec::{ChartRow, Mark, Paint, RoleFigures, RowLine, Shape};
use crate::compare::{Column, Pick, any_share_group};
use crate::model::{Reading, format};

/// What is said of a row's figures besides their values: which metric it is where several meet, and
/// whose figures they are where they are not the role's own.
pub(super) fn qualifiers(pick: &Pick, mixed: bool) -> Option<String> {
    let metric = pick.metric.qualifier.filter(|_| mixed);
    let wider = pick.figure.wider_group.as_ref();
    let wider = wider.map(|group| format!("for a wider group: {group}"));
    let metric = metric.map(str::to_owned).into_iter();
    let words: Vec<String> = metric.chain(wider).chain(base(pick)).collect();
    (!words.is_empty()).then(|| format!("{}.", format::capitalized(&words.join("; "))))
}

/// The base of a row's figures: "of about 163,000 employed people".
pub(super) fn base(pick: &Pick) -> Option<String> {
    Some(format::base(pick.metric.id, pick.figure.base?))
}

/// The key of a chart, with what is to be known where a role has only a wider group's figures.
pub(super) fn with_groups(key: &str, picks: &[Option<Pick>]) -> String {
    let of_group = |pick: &&Pick| pick.figure.wider_group.is_some();
    let groups = match picks.iter().flatten().any(|pick| of_group(&pick)) {
        true => " Figures “for a wider group” are of everybody in that group.",
        false => "",
    };
    let shared = match any_share_group(picks) {
        true => " Roles that share a group have the same ones, which cannot tell them apart.",
        false => "",
    };
    format!("{key}{groups}{shared}")
}

/// Whether the roles answer by more than one metric.
pub(super) fn is_mixed(picks: &[Option<Pick>]) -> bool {
    let mut metrics = picks.iter().flatten().map(|pick| pick.metric.id);
    let first = metrics.next();
    metrics.any(|metric| Some(metric) != first)
}

/// The lines above a role's marks: its name, and what must be said with its figures.
pub(super) fn head(column: &Column, pick: Option<&Pick>, mixed: bool) -> Vec<RowLine> {
    let words = pick.and_then(|pick| qualifiers(pick, mixed));
    let name = RowLine::Name(column.role.title.clone());
    std::iter::once(name)
        .chain(words.map(RowLine::Words))
        .collect()
}

/// The row of a role without a value: why there is none, and a hatched place where the source keeps
/// it back.
pub(super) fn empty_row(column: &Column, pick: Option<&Pick>) -> ChartRow {
    let reason = match pick {
        Some(pick) => format::figure(pick.metric, pick.figure),
        None => format::NOT_PUBLISHED.to_owned(),
    };
    let kept_back = pick.is_some_and(|p| matches!(p.figure.reading, Reading::NotReleased(_)));
    let says = format::capitalized(&reason);
    let mut lines = head(column, None, false);
    lines.push(RowLine::Words(format!("{says}.")));
    let nothing = Mark {
        paint: Paint::Role(column.color),
        shape: Shape::Nothing,
        says,
    };
    ChartRow {
        role: column.role.title.clone(),
        lines,
        marks: kept_back.then_some(nothing).into_iter().collect(),
        labels: Vec::new(),
        close: false,
    }
}

/// The table of the roles' shares, each by its name; a role without any says why.
pub(super) fn table_of_shares(columns: &[Column], picks: &[Option<Pick>]) -> Vec<RoleFigures> {
    let roles = columns.iter().zip(picks).map(|(column, pick)| {
        let shares = pick.as_ref().map_or(&[][..], |pick| pick.figure.list());
        let figures = match pick {
            None => vec![("Figures".to_owned(), format::NOT_PUBLISHED.to_owned())],
            Some(pick) if shares.is_empty() => {
                let reason = format::figure(pick.metric, pick.figure);
                vec![(pick.metric.label.to_owned(), reason)]
            }
            Some(pick) => shares
                .iter()
                .map(|share| {
                    let text = format::number(pick.metric.unit, share.amount);
                    (share.name.clone(), text)
                })
                .collect(),
        };
        RoleFigures {
            role: column.role.title.clone(),
            figures,
        }
    });
    roles.collect()
}

/// The names of all shares, in the order in which they come up.
pub(super) fn share_names(picks: &[Option<Pick>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for pick in picks.iter().flatten() {
        for share in pick.figure.list() {
            if !names.contains(&share.name) {
                names.push(share.name.clone());
            }
        }
    }
    names
}
