use serde::{Serialize, Serializer};
use serde_json::Number;

use crate::compare::difference::{difference, difference_of_shares, stated_error};
use crate::compare::row_group::qualifiers;
use crate::compare::{Column, Comparison};
use crate::model::{
    Dataset, Details, Figure, Kind, METRICS, Metric, Reading, Role, RoleId, Section, SourceId,
    Technology, Top, Unit, Value, dated_label, derivation, format,
};

/// One thing said of one role. A figure of several values (a range, shares, a list) has one record for
/// each.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// The id of the role.
    pub role: String,
    /// The key of the section it belongs to.
    pub section: &'static str,
    /// The key of the metric.
    pub metric: &'static str,
    /// The metric's name on the page.
    pub label: String,
    /// Which value of the figure it is, where that has several: "low end", "16 to 19".
    pub part: Option<String>,
    /// The value, or in words why there is none.
    pub value: RecordValue,
    /// The unit of a number.
    pub unit: Option<&'static str>,
    /// As the page writes it.
    pub shown: String,
    /// Which kind of thing the value is: see [`Kind::name`]; "words" for sentences of the project.
    pub kind: &'static str,
    /// What must be said with it: the statistic, the wider group.
    pub qualifiers: Vec<String>,
    /// The number of people it describes, where its source publishes that.
    pub base: Option<u64>,
    /// The error its source states, or the rule of thumb for its base, in words.
    pub error: Option<String>,
    /// The broader occupation whose figure it is.
    pub wider_group: Option<String>,
    /// How it differs from the pinned role's, in words.
    pub difference: Option<String>,
    /// The id of its source; none where no source speaks of it.
    pub source: Option<SourceId>,
    /// What was done to the source's cells; none where the value is the cell.
    pub done: Option<&'static str>,
}

/// What a record holds.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordValue {
    /// A number as a program reads it, with the decimals of the screen.
    Number(String),
    /// A name, a sentence, or which kind of non-value it is.
    Text(String),
}

impl RecordValue {
    /// The value as text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Number(text) | Self::Text(text) => text,
        }
    }
}

impl Serialize for RecordValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(digits) => match digits.parse::<Number>() {
                Ok(number) => number.serialize(serializer),
                Err(_) => serializer.serialize_str(digits),
            },
        }
    }
}

/// What sentences are called where figures name their kind.
const WORDS: &str = "words";

/// One value of a figure.
struct Entry {
    name: Option<String>,
    value: RecordValue,
    unit: Option<&'static str>,
    shown: String,
    difference: Option<String>,
}

/// Everything compared, role by role.
pub(super) fn records(
    dataset: &Dataset,
    comparison: &Comparison,
    details_of: &dyn Fn(&RoleId) -> Option<Details>,
) -> Vec<Record> {
    let columns = &comparison.columns;
    let is_compared = |metric: &&Metric| {
        let mut roles = columns.iter().map(|column| &column.role);
        roles.any(|role| {
            let figure = role.figure(metric.id);
            figure.is_some_and(|figure| figure.reading != Reading::NotPublished)
        })
    };
    let mut metrics: Vec<&'static Metric> = METRICS.iter().filter(is_compared).collect();
    metrics.sort_by_key(|metric| metric.section);
    let baseline = comparison.baseline.and_then(|at| columns.get(at));
    let mut records = Vec::new();
    for column in columns {
        records.extend(words(column));
        let (before, after): (Vec<&Metric>, Vec<&Metric>) = metrics
            .iter()
            .partition(|metric| metric.section <= Section::Skills);
        for metric in before {
            records.extend(of_metric(dataset, metric, &column.role, baseline));
        }
        let details = details_of(&column.role.id);
        let tools = details.iter().flat_map(|details| &details.technology);
        records.extend(tools.map(|tool| of_tool(column, tool)));
        for metric in after {
            records.extend(of_metric(dataset, metric, &column.role, baseline));
        }
    }
    records
}

/// The records of one role and metric; at least one.
fn of_metric(
    dataset: &Dataset,
    metric: &'static Metric,
    role: &Role,
    baseline: Option<&Column>,
) -> Vec<Record> {
    let figure = role.figure(metric.id);
    let base = baseline.map(|base| &*base.role);
    let base = base.filter(|base| base.id != role.id);
    let kind = Kind::of(role, metric.id).name();
    let record = |entry: Entry| Record {
        role: role.id.0.clone(),
        section: metric.section.key(),
        metric: metric.key,
        label: dated_label(metric, figure),
        part: entry.name,
        value: entry.value,
        unit: entry.unit,
        shown: entry.shown,
        kind,
        qualifiers: figure.map_or_else(Vec::new, |figure| {
            let local = figure.local.as_ref();
            let place = local.map(|local| format!("in {}", local.area.phrase));
            let others = qualifiers(metric, figure, true);
            place.into_iter().chain(others).collect()
        }),
        base: figure
            .and_then(|figure| figure.base)
            .map(|people| people as u64),
        error: error(metric, role),
        wider_group: figure.and_then(|figure| figure.wider_group.clone()),
        difference: entry.difference,
        source: figure.map(|figure| figure.source.clone()),
        done: figure.and_then(|figure| derivation(metric.id, &figure.source)),
    };
    let entries = match figure.and_then(|figure| Some((figure, figure.exact()?))) {
        Some((figure, value)) => entries(dataset, metric, figure, value, (role, base)),
        None => {
            let shown = figure.map_or_else(
                || format::NOT_PUBLISHED.to_owned(),
                |figure| format::figure(metric, figure),
            );
            vec![Entry {
                name: None,
                value: RecordValue::Text(shown.clone()),
                unit: None,
                shown,
                difference: None,
            }]
        }
    };
    let whole = base.and_then(|base| difference(metric, role, base));
    let mut records: Vec<Record> = entries.into_iter().map(record).collect();
    if let [only] = records.as_mut_slice() {
        let whole = whole.map(|difference| difference.text().to_owned());
        only.difference = only.difference.take().or(whole);
    }
    records
}

/// A tool of a role.
fn of_tool(column: &Column, tool: &Technology) -> Record {
    let marks = tool.mark().map(str::to_owned);
    Record {
        role: column.role.id.0.clone(),
        section: Section::Skills.key(),
        metric: "technology",
        label: Technology::TITLE.to_owned(),
        part: None,
        value: RecordValue::Text(tool.name.clone()),
        unit: None,
        shown: tool.name.clone(),
        kind: Kind::Value.name(),
        qualifiers: std::iter::once(tool.category.clone())
            .chain(marks)
            .collect(),
        base: None,
        error: None,
        wider_group: None,
        difference: None,
        source: Some(SourceId(Details::TECHNOLOGY_SOURCE.to_owned())),
        done: None,
    }
}

fn entries(
    dataset: &Dataset,
    metric: &Metric,
    figure: &Figure,
    value: &Value,
    (role, base): (&Role, Option<&Role>),
) -> Vec<Entry> {
    let shown = format::figure(metric, figure);
    let number = |name: Option<&str>, unit: Unit, amount: f64, shown: &str| Entry {
        name: name.map(str::to_owned),
        value: RecordValue::Number(format::plain(unit, amount)),
        unit: format::unit(unit),
        shown: shown.to_owned(),
        difference: None,
    };
    let text = |name: Option<String>, text: &str, shown: &str| Entry {
        name,
        value: RecordValue::Text(text.to_owned()),
        unit: None,
        shown: shown.to_owned(),
        difference: None,
    };
    match value {
        Value::Number(amount) => vec![number(None, metric.unit, *amount, &shown)],
        Value::Range { low, high } => vec![
            number(Some("low end"), metric.unit, *low, &shown),
            number(Some("high end"), metric.unit, *high, &shown),
        ],
        Value::Name(name) => vec![text(None, name, &shown)],
        Value::Named { names, amount } => {
            let (kind, names) = match names.as_slice() {
                [name] => ("name", name.clone()),
                names => ("names", format::answers(metric.id, names)),
            };
            vec![
                text(Some(kind.to_owned()), &names, &shown),
                number(Some("share"), metric.unit, *amount, &shown),
            ]
        }
        Value::Place(place) => match &place.top {
            Top::One {
                name, median, jobs, ..
            } => vec![
                text(Some("name".to_owned()), name, &shown),
                number(Some("median pay there"), metric.unit, *median, &shown),
                number(Some("jobs there"), Unit::Jobs, *jobs, &shown),
            ],
            Top::Several {
                names,
                others,
                lowest,
                highest,
            } => {
                let names = format::alternatives(names, *others);
                vec![
                    text(Some("names".to_owned()), &names, &shown),
                    number(
                        Some("lowest median pay there"),
                        metric.unit,
                        *lowest,
                        &shown,
                    ),
                    number(
                        Some("highest median pay there"),
                        metric.unit,
                        *highest,
                        &shown,
                    ),
                ]
            }
        },
        Value::List(list) => {
            let entry = |item: &crate::model::NamedAmount| {
                let shown = format::number(metric.unit, item.amount);
                let difference =
                    base.and_then(|base| difference_of_shares(metric, &item.name, role, base));
                Entry {
                    difference: difference.map(|difference| difference.text().to_owned()),
                    ..number(Some(&item.name), metric.unit, item.amount, &shown)
                }
            };
            list.iter().map(entry).collect()
        }
        Value::Roles(roles) => roles
            .iter()
            .map(|role| {
                let title = dataset.title(role).unwrap_or_else(|| role.0.clone());
                text(Some(role.0.clone()), &title, &title)
            })
            .collect(),
    }
}

/// The error a source states or the rule of thumb, in words, and of what it is stated where that is another figure.
fn error(metric: &Metric, role: &Role) -> Option<String> {
    let figure = role.figure(metric.id)?;
    match figure.exact()? {
        Value::Place(place) => match &place.top {
            Top::One { wage_rse, .. } => Some(format!(
                "relative standard error of the mean there {}",
                format::number(Unit::Percent(1), *wage_rse)
            )),
            Top::Several { .. } => None,
        },
        _ => {
            let (error, stated_for) = stated_error(metric.id, role)?;
            let words = format::error(error);
            Some(match stated_for == metric.id {
                true => words,
                false => format!("{words} of the mean; none is stated for this figure"),
            })
        }
    }
}

/// The sentences about a role.
fn words(column: &Column) -> Vec<Record> {
    let Some(words) = column.role.words.as_ref() else {
        return Vec::new();
    };
    let record =
        |section: Section, metric, label: &str, part: Option<usize>, sentence: &str| Record {
            role: column.role.id.0.clone(),
            section: section.key(),
            metric,
            label: label.to_owned(),
            part: part.map(|place| place.to_string()),
            value: RecordValue::Text(sentence.to_owned()),
            unit: None,
            shown: sentence.to_owned(),
            kind: WORDS,
            qualifiers: Vec::new(),
            base: None,
            error: None,
            wider_group: None,
            difference: None,
            source: Some(words.source.clone()),
            done: None,
        };
    let description = &words.description;
    let description = record(
        Section::WhatTheyDo,
        "description",
        "What they do",
        None,
        description,
    );
    let duties = words.duties.iter().enumerate();
    let duties =
        duties.map(|(place, duty)| record(Section::Duties, "duty", "Duty", Some(place + 1), duty));
    std::iter::once(description).chain(duties).collect()
}
