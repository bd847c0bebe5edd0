use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Figure, MetricId, RoleId, SourceId};

/// A job that can be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Its stable id, as links carry it.
    pub id: RoleId,
    /// Its name, as a heading: "Sales Manager".
    pub title: String,
    /// Its people, inside a sentence: "sales managers".
    pub plural: String,
    /// One of its people, inside a sentence, without an article: "sales manager". Official titles
    /// are plural and have none.
    pub singular: Option<String>,
    /// The source most of its figures come from, which tells it from a namesake.
    pub source: SourceId,
    /// The official occupation that stands nearest, for a role that is not official itself.
    pub official: Option<Counterpart>,
    /// Descriptive sentences, where somebody has written them.
    pub words: Option<Words>,
    /// Whether O*NET rates narrower occupations within it, and not the role as one.
    pub rated_narrower: bool,
    figures: BTreeMap<MetricId, Figure>,
}

/// An official occupation that another role may be set against.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counterpart {
    /// Its id, which is its SOC code.
    pub code: RoleId,
    /// Its official title.
    pub title: String,
}

/// Sentences about a role. They are written by the project and never taken from a source.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Who wrote them.
    pub source: SourceId,
    /// What people in the role do, in a few sentences.
    pub description: String,
    /// Example responsibilities, each a phrase that starts with a verb.
    pub duties: Vec<String>,
}

/// How a role is called.
pub(super) struct Names {
    pub title: String,
    pub plural: String,
    pub singular: Option<String>,
}

impl Role {
    /// Makes a role from fields that were checked.
    pub(super) fn new(
        id: RoleId,
        names: Names,
        source: SourceId,
        official: Option<Counterpart>,
        words: Option<Words>,
        figures: BTreeMap<MetricId, Figure>,
    ) -> Self {
        Self {
            id,
            title: names.title,
            plural: names.plural,
            singular: names.singular,
            source,
            official,
            words,
            rated_narrower: false,
            figures,
        }
    }

    /// The role's figure for a metric; none when no source speaks of it.
    pub fn figure(&self, metric: MetricId) -> Option<&Figure> {
        self.figures.get(&metric)
    }

    /// The role's number for a metric, where it may be computed with: see [`Figure::own_number`].
    pub fn own_number(&self, metric: MetricId) -> Option<f64> {
        self.figure(metric)?.own_number()
    }

    /// Puts other figures in the place of those for which `other` gives one.
    pub(super) fn replace_figures(&mut self, other: impl Fn(MetricId, &Figure) -> Option<Figure>) {
        for (metric, figure) in &mut self.figures {
            if let Some(other) = other(*metric, figure) {
                *figure = other;
            }
        }
    }

    /// All figures of the role, in the order of the registry.
    pub fn figures(&self) -> impl Iterator<Item = (MetricId, &Figure)> {
        self.figures.iter().map(|(id, figure)| (*id, figure))
    }
}
