//! About a figure: what it means, whose it is, how sure it is and what was done to it.

use super::difference::{is_unsure, stated_error};
use super::{Column, Row};
use crate::model::{
    Kind, MetricId, SamplingError, Shape, Source, SourceId, Top, Unit, Value, derivation, format,
};

/// Everything one should know about some figures before trusting them.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// What the figures are, as the page calls them.
    pub title: String,
    /// What each kind of figure means.
    pub definitions: Vec<Definition>,
    /// Each compared role with its figures; nothing where the figures are not told one by one.
    pub roles: Vec<AboutRole>,
    /// Where they come from, in the order of first use.
    pub sources: Vec<AboutSource>,
}

/// What a kind of figure means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Its name.
    pub name: String,
    /// What it means, in a sentence.
    pub meaning: String,
    /// The unit of its numbers, in words; none for a name.
    pub unit: Option<&'static str>,
}

/// A compared role and its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutRole {
    /// The role.
    pub column: Column,
    /// Its figures, in the order asked for.
    pub figures: Vec<AboutFigure>,
}

/// One figure of one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutFigure {
    /// Which measure it is.
    pub measure: &'static str,
    /// The figure, or which kind of non-value it is, as the page shows it.
    pub text: String,
    /// How its source is called; none where no source speaks of it.
    pub source: Option<String>,
    /// What must be known of it: what kind of non-value it is, the wider group, the error. Sentences.
    pub remarks: Vec<String>,
}

/// A source of the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutSource {
    /// The source.
    pub source: Source,
    /// What was done to its cells, in sentences; nothing where they are shown as published.
    pub done: Vec<&'static str>,
}

/// About the figures that the columns have of some metrics, as a chart shows them.
pub fn about(title: &str, metrics: &[MetricId], columns: &[Column], sources: &[Source]) -> About {
    let has = |id: &&MetricId| columns.iter().any(|c| c.role.figure(**id).is_some());
    let metrics: Vec<MetricId> = metrics.iter().filter(has).copied().collect();
    let asked = columns.iter().map(|column| (column, metrics.clone()));
    of_each(title.to_owned(), asked.collect(), None, sources)
}

/// About the figures of one row of a table.
pub fn about_row(row: &Row, columns: &[Column], sources: &[Source]) -> About {
    let share = row.whole.as_ref().map(|_| row.label.as_str());
    let title = match &row.whole {
        Some(whole) => format!("{whole}: {}", row.label),
        None => row.label.clone(),
    };
    // A role that no source speaks of is asked what the others are.
    let other = row.cells.iter().find_map(|cell| cell.metric);
    let asked = columns.iter().zip(&row.cells);
    let asked = asked.map(|(column, cell)| {
        let metric = cell.metric.or(other);
        (column, metric.into_iter().collect())
    });
    of_each(title, asked.collect(), share, sources)
}

/// About a list whose items are not told one by one.
pub fn about_list(title: &str, meaning: &str, sources: Vec<AboutSource>) -> About {
    About {
        title: title.to_owned(),
        definitions: vec![Definition {
            name: title.to_owned(),
            meaning: meaning.to_owned(),
            unit: None,
        }],
        roles: Vec::new(),
        sources,
    }
}

fn of_each(
    title: String,
    asked: Vec<(&Column, Vec<MetricId>)>,
    share: Option<&str>,
    sources: &[Source],
) -> About {
    let mut about = About {
        title,
        definitions: Vec::new(),
        roles: Vec::new(),
        sources: Vec::new(),
    };
    let mut defined: Vec<MetricId> = Vec::new();
    for (column, metrics) in asked {
        let mut figures = Vec::new();
        for id in metrics {
            if !defined.contains(&id) {
                defined.push(id);
            }
            let source = column.role.figure(id).map(|figure| &figure.source);
            let source = source.and_then(|id| sources.iter().find(|source| source.id == *id));
            if let Some(source) = source {
                note_source(&mut about.sources, source, id);
            }
            figures.push(figure(column, id, share, source));
        }
        about.roles.push(AboutRole {
            column: column.clone(),
            figures,
        });
    }
    about.definitions = defined.into_iter().map(definition).collect();
    about
}

fn definition(id: MetricId) -> Definition {
    let metric = id.metric();
    Definition {
        name: metric.label.to_owned(),
        meaning: metric.definition.to_owned(),
        unit: format::unit(metric.unit),
    }
}

fn note_source(noted: &mut Vec<AboutSource>, source: &Source, metric: MetricId) {
    let done = derivation(metric, &source.id);
    match noted.iter_mut().find(|other| other.source.id == source.id) {
        Some(known) => {
            let new = done.filter(|done| !known.done.contains(done));
            known.done.extend(new);
        }
        None => noted.push(AboutSource {
            source: source.clone(),
            done: done.into_iter().collect(),
        }),
    }
}

fn figure(
    column: &Column,
    id: MetricId,
    share: Option<&str>,
    source: Option<&Source>,
) -> AboutFigure {
    let metric = id.metric();
    let figure = column.role.figure(id);
    let named = share.zip(figure).and_then(|(name, figure)| {
        let share = figure.list().iter().find(|share| share.name == name)?;
        Some(format::number(metric.unit, share.amount))
    });
    // A list that has no such item says nothing of it.
    let is_missing =
        share.is_some() && named.is_none() && figure.is_some_and(|figure| figure.exact().is_some());
    let text = match (named, figure) {
        (Some(named), _) => named,
        (None, Some(figure)) if !is_missing => format::figure(metric, figure),
        _ => format::NOT_PUBLISHED.to_owned(),
    };
    let kind = if is_missing {
        Kind::NotPublished
    } else {
        Kind::of(&column.role, id)
    };
    let mut remarks: Vec<String> = kind.meaning().map(str::to_owned).into_iter().collect();
    if let Some(group) = figure.and_then(|figure| figure.wider_group.as_ref()) {
        remarks.push(format!(
            "It is the figure of a wider group that this role is counted in: {group}."
        ));
    }
    if kind == Kind::Value {
        remarks.extend(base(column, id));
        remarks.extend(error(column, id));
        remarks.extend(rivals(column, id));
    }
    AboutFigure {
        measure: metric.label,
        text,
        source: source.map(|source| source.short.clone()),
        remarks,
    }
}

/// The base of the figure, in a sentence.
fn base(column: &Column, id: MetricId) -> Option<String> {
    let base = column.role.figure(id)?.base?;
    Some(match id.metric().shape {
        Shape::NamedShare => format!("It comes {}.", format::base(id, base)),
        _ => {
            let people = format::people(id, base);
            format!("It describes {people}, by the survey’s own estimate.")
        }
    })
}

/// How sure the figure is, in plain words.
fn error(column: &Column, id: MetricId) -> Option<String> {
    let figure = column.role.figure(id)?;
    let percent = |amount: f64| format::number(Unit::Percent(1), amount);
    if let Some(Value::Place(place)) = figure.exact() {
        return Some(match &place.top {
            Top::One { wage_rse, .. } => format!(
                "The survey’s stated error of the mean there is {} of it (relative standard error).",
                percent(*wage_rse)
            ),
            Top::Several { names, others, .. } => format!(
                "The {} medians differ by no more than the survey’s error.",
                names.len() + *others as usize
            ),
        });
    }
    let numbers = matches!(figure.exact()?, Value::Number(_));
    Some(match stated_error(id, &column.role) {
        Some((SamplingError::MarginAt95(points), _)) => match format::bound(figure, points) {
            Some(bound) => format!("With 95 percent confidence, the true share is {bound}."),
            None => format!(
                "The survey is unsure by {} points up or down: with 95 percent confidence the true \
             share lies within that.",
                format::plain(Unit::Share(1), points)
            ),
        },
        Some((SamplingError::RelativeStandardError(error), stated_for)) if stated_for != id => {
            format!(
                "The survey’s stated error of the mean is {} of it (relative standard error); none \
                 is stated for this figure, so Crossroads uses that of the mean.",
                percent(error)
            )
        }
        Some((SamplingError::RelativeStandardError(error), _)) => format!(
            "The survey’s stated error is {} of the figure (relative standard error).",
            percent(error)
        ),
        Some((SamplingError::RuleOfThumb(points), _)) => format!(
            "Its table states no error. Rule of thumb for so many people: about ±{} points at 95 percent confidence.",
            format::roughly(points)
        ),
        None if is_unsure(id, figure) && figure.base.is_some() => {
            "Its table states no error, and no rule of thumb holds for medians. So \
                                      Crossroads claims no difference."
                .to_owned()
        }
        None if is_unsure(id, figure) => {
            "The survey states no error for this percentile. So Crossroads claims no difference."
                .to_owned()
        }
        None if numbers => "The source states no error for this figure.".to_owned(),
        None => return None,
    })
}

/// How many places cannot be ranked beside the best-paying one.
fn rivals(column: &Column, id: MetricId) -> Option<String> {
    let Value::Place(place) = column.role.figure(id)?.exact()? else {
        return None;
    };
    match place.top_coded_rivals {
        0 => None,
        1 => Some("1 more may pay more: its median is published only as “at least”.".to_owned()),
        more => Some(format!(
            "{more} more may pay more: their medians are published only as “at least”."
        )),
    }
}

/// A source as it stands, by its id.
pub fn as_published(id: &SourceId, sources: &[Source], done: &[&'static str]) -> Vec<AboutSource> {
    let found = sources.iter().filter(|source| source.id == *id);
    found
        .map(|source| AboutSource {
            source: source.clone(),
            done: done.to_vec(),
        })
        .collect()
}
