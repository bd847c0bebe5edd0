use super::SourceId;

/// One cell of a source: what it says, and whose it is. It cannot be made without a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The value, or which kind of non-value stands in its place.
    pub reading: Reading,
    /// Who says so.
    pub source: SourceId,
    /// The title of the broader occupation when the figure is that group's and not the role's own.
    pub wider_group: Option<String>,
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
    /// A name and its share: the most common degree and how many have it.
    Share(NamedShare),
    /// Shares of a whole or weights of a list, in the order of the source.
    Shares(Vec<NamedShare>),
}

/// A name with a percentage.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedShare {
    /// What it is a share of.
    pub name: String,
    /// Percent, 0 to 100.
    pub percent: f64,
}

impl Figure {
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

    /// The shares of an exact value; none for everything else.
    pub fn shares(&self) -> &[NamedShare] {
        match self.exact() {
            Some(Value::Shares(shares)) => shares,
            _ => &[],
        }
    }
}
