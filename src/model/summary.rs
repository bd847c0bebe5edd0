//! A role as a row of a list: the few figures by which all roles are looked through at once.

use super::{DataError, Figure, MetricId, Reading, Role, RoleId, SourceId, Value};

/// A figure of a [`Summary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Headline {
    /// What is earned in a year.
    Pay,
    /// How much the number of jobs changes.
    Growth,
    /// How many jobs open each year.
    Openings,
    /// The education that is usually needed to start.
    Education,
    /// How many jobs there are.
    Jobs,
    /// How many are satisfied with their work.
    Satisfied,
}

impl Headline {
    /// All of them, in the order of a list's columns.
    pub const ALL: [Self; 6] = [
        Self::Pay,
        Self::Growth,
        Self::Openings,
        Self::Education,
        Self::Jobs,
        Self::Satisfied,
    ];

    /// The metrics that can answer it. Only figures of the first one are held against each other;
    /// the others stand in where a source measures differently, and say so.
    pub fn metrics(self) -> &'static [MetricId] {
        match self {
            Self::Pay => &[MetricId::PayYearMedian, MetricId::PayYearAverage],
            Self::Growth => &[MetricId::GrowthProjected, MetricId::Growth],
            Self::Openings => &[MetricId::Openings],
            Self::Education => &[MetricId::EntryEducation],
            Self::Jobs => &[MetricId::JobsEmployed, MetricId::Jobs],
            Self::Satisfied => &[MetricId::Satisfied, MetricId::Satisfaction],
        }
    }
}

/// What a list shows of a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The role.
    pub role: RoleId,
    /// Its title.
    pub title: String,
    /// The source most of its figures come from.
    pub source: SourceId,
    /// The code of its family; none for a role that is not official.
    pub family: Option<String>,
    /// The place of its usual education in [`super::Dataset::entry_education`].
    pub education: Option<usize>,
    /// In the order of [`Headline::ALL`].
    figures: [Option<(MetricId, Figure)>; Headline::ALL.len()],
}

/// The summaries of all roles.
#[derive(Debug, Default)]
pub struct Summaries {
    /// Those that can be read: the roles written out first, then the official ones by code.
    pub roles: Vec<Summary>,
    /// What is wrong with the others.
    pub unreadable: Vec<DataError>,
}

/// A group of occupations that belong together: a major group of the classification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// Its code: "29-0000".
    pub code: String,
    /// Its title.
    pub title: String,
}

impl Summary {
    /// The summary of a role that is read already.
    pub(super) fn of_role(role: &Role) -> Self {
        let figure = |metric| role.figure(metric).cloned();
        let (id, title, source) = (role.id.clone(), role.title.clone(), role.source.clone());
        Self::new(id, title, source, figure)
    }

    /// A summary of what `figure` gives.
    pub(super) fn new(
        role: RoleId,
        title: String,
        source: SourceId,
        mut figure: impl FnMut(MetricId) -> Option<Figure>,
    ) -> Self {
        let figures = Headline::ALL.map(|headline| {
            let mut metrics = headline.metrics().iter();
            metrics.find_map(|metric| Some((*metric, figure(*metric)?)))
        });
        Self {
            role,
            title,
            source,
            family: None,
            education: None,
            figures,
        }
    }

    /// The figure, and which metric it is of; none where no source speaks of it.
    pub fn figure(&self, headline: Headline) -> Option<(MetricId, &Figure)> {
        let place = Headline::ALL.iter().position(|other| *other == headline)?;
        let (metric, figure) = self.figures.get(place)?.as_ref()?;
        Some((*metric, figure))
    }

    /// All figures that there are.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.figures.iter().flatten().map(|(_, figure)| figure)
    }

    /// What the role is sorted and filtered by: the role's own exact number, measured as the others
    /// are; for the education, its place among the levels. Nothing else is held against another.
    pub fn comparable(&self, headline: Headline) -> Option<f64> {
        let (metric, figure) = self.figure(headline)?;
        if Some(&metric) != headline.metrics().first() {
            return None;
        }
        match (&figure.reading, &figure.wider_group, self.education) {
            (Reading::Exact(Value::Name(_)), None, Some(place)) => Some(place as f64),
            _ => figure.own_number(),
        }
    }
}
