//! What women and men earn in a week: two dots and the distance between them.

use super::answers::{base, empty_row, head, with_groups};
use super::axis::Axis;
use super::spec::{
    Body, ChartRow, ChartSpec, Label, Mark, Paint, RoleFigures, RowLine, Shape, Side,
};
use super::{ChartId, takeaway};
use crate::compare::{Column, Pick, picks};
use crate::model::{MetricId, Unit, Value, format};

/// A hollow dot for women's median, a full one for men's, and the line between them.
pub(super) fn pay_by_sex(columns: &[Column]) -> Option<ChartSpec> {
    let women = picks(&[MetricId::WeeklyWomen], columns);
    let men = picks(&[MetricId::WeeklyMen], columns);
    let amount = |pick: &Option<Pick>| match pick.as_ref()?.figure.exact()? {
        Value::Number(number) => Some(*number),
        _ => None,
    };
    let all = women.iter().chain(&men).filter_map(amount);
    let longest = all.fold(0.0, f64::max);
    if longest <= 0.0 {
        return None;
    }
    let rows = columns.iter().zip(women.iter().zip(&men));
    let rows = rows.map(
        |(column, (women, men))| match (amount(women), amount(men)) {
            (None, None) => empty_row(column, women.as_ref().or(men.as_ref())),
            ends => row(column, women.as_ref(), men.as_ref(), ends),
        },
    );
    let id = ChartId::PayBySex;
    Some(ChartSpec {
        id,
        title: id.title().to_owned(),
        takeaway: takeaway(id, columns),
        key: with_groups(
            "Middle weekly pay (median) of those who work full time: the hollow dot is women’s, \
             the full dot is men’s. No error of these medians is known, so no difference is claimed.",
            &women,
        ),
        legend: Vec::new(),
        body: Body::Rows {
            axis: Axis::reaching(longest, Unit::DollarsAWeek),
            rows: rows.collect(),
        },
        reference: None,
        table: table(columns, &women, &men),
    })
}

fn row(
    column: &Column,
    women: Option<&Pick>,
    men: Option<&Pick>,
    ends: (Option<f64>, Option<f64>),
) -> ChartRow {
    let paint = Paint::Role(column.color);
    let dollars = |amount| format::number(Unit::DollarsAWeek, amount);
    let mut marks = Vec::new();
    let mut labels = Vec::new();
    if let (Some(women), Some(men)) = ends {
        let (from, to) = (women.min(men), women.max(men));
        marks.push(Mark {
            paint,
            shape: Shape::Line { from, to },
            says: format!("Between them: {} to {} a week", dollars(from), dollars(to)),
        });
    }
    let paid = [women, men].into_iter().flatten();
    let mut paid = paid.filter(|pick| pick.figure.exact().is_some());
    let mut lines = head(column, paid.next(), false);
    // The head has the base of one of them.
    let other = paid.next().and_then(base);
    lines.extend(other.map(|words| RowLine::Words(format!("{}.", format::capitalized(&words)))));
    let ring: fn(f64) -> Shape = |at| Shape::Ring { at };
    let dot: fn(f64) -> Shape = |at| Shape::Dot { at };
    for (who, pick, amount, shape, side) in [
        ("Women", women, ends.0, ring, Side::Above),
        ("Men", men, ends.1, dot, Side::Below),
    ] {
        let Some(at) = amount else {
            let reason = pick.map_or_else(
                || format::NOT_PUBLISHED.to_owned(),
                |pick| format::figure(pick.metric, pick.figure),
            );
            lines.push(RowLine::Words(format!("{who}: {reason}.")));
            continue;
        };
        marks.push(Mark {
            paint,
            shape: shape(at),
            says: format!("{who}: {} a week", dollars(at)),
        });
        labels.push(Label {
            at,
            text: format!("{} {}", who.to_ascii_lowercase(), dollars(at)),
            side,
        });
    }
    ChartRow {
        role: column.role.title.clone(),
        lines,
        marks,
        labels,
        close: false,
    }
}

fn table(columns: &[Column], women: &[Option<Pick>], men: &[Option<Pick>]) -> Vec<RoleFigures> {
    let figure = |id: MetricId, pick: &Option<Pick>| {
        let text = match pick {
            Some(pick) => format::figure(pick.metric, pick.figure),
            None => format::NOT_PUBLISHED.to_owned(),
        };
        (id.metric().label.to_owned(), text)
    };
    let roles = columns.iter().zip(women.iter().zip(men));
    let roles = roles.map(|(column, (women, men))| RoleFigures {
        role: column.role.title.clone(),
        figures: vec![
            figure(MetricId::WeeklyWomen, women),
            figure(MetricId::WeeklyMen, men),
        ],
    });
    roles.collect()
}
