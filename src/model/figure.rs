use super::{Local, RoleId, SourceId};

/// One cell of a source: what it says, and whose it is. It cannot be made without a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The value, or which kind of non-value stands in its place.
    pub reading: Reading,
    /// Who says so.
    pub source: SourceId,
    /// The title of the broader occupation when the figure is that group's and not the role's own.
    pub wider_group: Option<String>,
    /// How far the survey may be off, where the source says so.
    pub error: Option<SamplingError>,
    /// Whose it is, where it is not the whole United States': a place, with the national figure beside.
    pub local: Option<Box<Local>>,
}

/// What a cell says. The kinds are never mixed up and only `Exact` is ever computed with.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// The source's cell, as published.
    Exact(Value),
    /// Top-coded: the source says only that it is this much or more (in the metric's unit).
    AtLeast(f64),
    /// The source has the cell and keeps it back, for this reason.
    NotReleased(String),
    /// The source has no such figure for this role.
    NotPublished,
    /// What Crossroads computes lies within the rounding of the source's numbers.
    WithinRounding,
    /// The source publishes pay for this role by the other period only.
    PaidOnly(PayPeriod),
}

/// The period by which pay is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayPeriod {
    /// By the hour.
    Hourly,
    /// By the year.
    Yearly,
}

/// How reliable a survey's figure is, as its publisher states it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SamplingError {
    /// The relative standard error: percent of the figure itself.
    RelativeStandardError(f64),
    /// The margin at 95 percent confidence, in points of the figure's own unit.
    MarginAt95(f64),
}

/// A published value, in the unit of its metric.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// One number.
    Number(f64),
    /// From a low to a high end.
    Range {
        /// The low end.
        low: f64,
        /// The high end, not below the low one.
        high: f64,
    },
    /// A name: a city, a company.
    Name(String),
    /// A name and its amount: the most common degree and the share who have it.
    Named(NamedAmount),
    /// Shares of a whole or weights of a list, in the order of the source.
    List(Vec<NamedAmount>),
    /// A state, metropolitan area or industry with what is paid there.
    Place(Place),
    /// Other roles, the nearest first.
    Roles(Vec<RoleId>),
}

/// A name with a number in the unit of its metric: a share in percent, an importance.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedAmount {
    /// What it is.
    pub name: String,
    /// How much of it.
    pub amount: f64,
}

/// Where a role is paid best, with what makes that believable.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The state, metropolitan area or industry.
    pub name: String,
    /// The median pay there, in the unit of the metric.
    pub median: f64,
    /// How many of these jobs there are.
    pub jobs: f64,
    /// The relative standard error of the mean wage there, in percent.
    pub wage_rse: f64,
    /// How many places may pay more: their median is top-coded, so that they cannot be ranked.
    pub top_coded_rivals: u32,
}

impl Figure {
    /// A figure of the role's own, without a stated error.
    pub fn new(reading: Reading, source: &SourceId) -> Self {
        Self {
            reading,
            source: source.clone(),
            wider_group: None,
            error: None,
            local: None,
        }
    }

    /// The same figure, belonging to a broader occupation if one is named.
    pub fn of_wider_group(self, title: Option<String>) -> Self {
        Self {
            wider_group: title,
            ..self
        }
    }

    /// The same figure with its error, if one is stated.
    pub fn with_error(self, error: Option<SamplingError>) -> Self {
        Self { error, ..self }
    }

    /// The number that may be computed with: exact, and the role's own rather than a wider group's.
    pub fn own_number(&self) -> Option<f64> {
        match (&self.reading, &self.wider_group) {
            (Reading::Exact(Value::Number(number)), None) => Some(*number),
            _ => None,
        }
    }

    /// The exact value, whoever's it is.
    pub fn exact(&self) -> Option<&Value> {
        match &self.reading {
            Reading::Exact(value) => Some(value),
            _ => None,
        }
    }

    /// The shares or weights of an exact value; none for everything else.
    pub fn list(&self) -> &[NamedAmount] {
        match self.exact() {
            Some(Value::List(list)) => list,
            _ => &[],
        }
    }
}
