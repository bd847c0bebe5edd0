use std::sync::Arc;

use super::{Area, PriceLevel, RoleId, SourceId};

/// One cell of a source: what it says, and whose it is. It cannot be made without a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The value, or which kind of non-value stands in its place.
    pub reading: Reading,
    /// Who says so.
    pub source: SourceId,
    /// The title of the broader occupation when the figure is that group's and not the role's own.
    pub wider_group: Option<String>,
    /// How far the survey may be off, where the source says so or a rule of thumb holds.
    pub error: Option<SamplingError>,
    /// The number of people the figure describes, or of answers to O*NET, published in place of an error.
    pub base: Option<f64>,
    /// Whose it is, where it is not the whole United States': a place, with the national figure beside.
    pub local: Option<Box<Local>>,
    /// How many more of a list its source rates the same as the last one of its top, where the amounts alone do not tell.
    pub tied: Option<usize>,
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
    /// No best-paying place is named: fewer than [`Place::FEWEST`] can be ranked.
    TooFewPlaces,
    /// No best-paying place is named: so many others, whose pay is too unsure to be ranked, may pay as much.
    UnsureRivals(u32),
}

/// The period by which pay is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayPeriod {
    /// By the hour.
    Hourly,
    /// By the year.
    Yearly,
}

/// How reliable a survey's figure is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SamplingError {
    /// The relative standard error, as published: percent of the figure itself.
    RelativeStandardError(f64),
    /// The published margin at 95 percent confidence, in points of the figure's own unit.
    MarginAt95(f64),
    /// The margin at 95 percent confidence by a rule of thumb of the project, in points: see [`share_margin`].
    RuleOfThumb(f64),
}

/// The base at which the rule of thumb puts the margin of a share at [`KNOWN_MARGIN`].
pub const KNOWN_BASE: f64 = 250_000.0;

/// The margin of a share of [`KNOWN_BASE`] people, in points at 95 percent confidence.
pub const KNOWN_MARGIN: f64 = 5.0;

/// The margin of a Current Population Survey share, in points at 95 percent confidence, by a rule of thumb.
///
/// A standard error shrinks with the square root of the base. The rule holds for shares of a year's average; for
/// shares near 0 or 100 percent it is too wide.
pub fn share_margin(base: f64) -> f64 {
    KNOWN_MARGIN * (KNOWN_BASE / base).sqrt()
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
    Named {
        /// The name, or several that have the amount each.
        names: Vec<String>,
        /// The amount.
        amount: f64,
    },
    /// Shares of a whole or weights of a list, in the order of the source.
    List(Vec<NamedAmount>),
    /// The state, metropolitan area or industry that pays best, or all that could.
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

/// Where a role is paid best, as far as the survey can tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The best-paying place, or those that cannot be told apart.
    pub top: Top,
    /// How many places may pay more: their median is top-coded, so that they cannot be ranked.
    pub top_coded_rivals: u32,
}

impl Place {
    /// The fewest places or industries of which the best-paying one is named: the best of a few says little, and can pay
    /// less than the median of the whole United States.
    pub const FEWEST: usize = 5;
}

/// The states, metropolitan areas or industries whose median pay no other one's exceeds by more than the survey's error.
/// Medians are in the unit of the metric.
#[derive(Clone, Debug, PartialEq)]
pub enum Top {
    /// There is only one, with what makes that believable.
    One {
        /// Its name.
        name: String,
        /// The median pay there.
        median: f64,
        /// How many of these jobs there are.
        jobs: f64,
        /// The relative standard error of the mean wage there, in percent.
        wage_rse: f64,
    },
    /// Any of several could be the best.
    Several {
        /// Their names, three at most, the highest median first.
        names: Vec<String>,
        /// How many others there are.
        others: u32,
        /// The lowest median of them all.
        lowest: f64,
        /// The highest median of them all.
        highest: f64,
    },
}

/// What a figure of a place is set against, and what was done to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Local {
    /// The place.
    pub area: Arc<Area>,
    /// Whether the place's figures are here.
    pub standing: Standing,
    /// What the same source says for the whole United States.
    pub national: Reading,
    /// The error of that, where one is stated.
    pub national_error: Option<SamplingError>,
    /// How it was made cost-adjusted, where it was.
    pub adjusted: Option<Adjusted>,
}

/// Whether the figures of a place are here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They are: what has none in it is not published there.
    Here,
    /// They are on their way.
    OnTheirWay,
    /// They could not be had.
    Failed,
}

/// Pay divided by what things cost where it is paid.
#[derive(Clone, Debug, PartialEq)]
pub struct Adjusted {
    /// The reading as it is published.
    pub published: Reading,
    /// What it was divided by.
    pub level: PriceLevel,
}

impl Figure {
    /// A figure of the role's own, without a stated error.
    pub fn new(reading: Reading, source: &SourceId) -> Self {
        Self {
            reading,
            source: source.clone(),
            wider_group: None,
            error: None,
            base: None,
            local: None,
            tied: None,
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

    /// The same figure, describing this many people. Its survey states no error: shares get the rule of thumb.
    pub fn of_people(self, base: f64) -> Self {
        let is_share = matches!(self.exact(), Some(Value::List(_)));
        Self {
            error: is_share.then(|| SamplingError::RuleOfThumb(share_margin(base))),
            base: Some(base),
            ..self
        }
    }

    /// The same list, with how many more its source rates the same as the last one of its top.
    pub fn with_tied(self, tied: usize) -> Self {
        Self {
            tied: Some(tied),
            ..self
        }
    }

    /// How many of a list are its top.
    pub const TOP: usize = 3;

    /// How many that count for as much as the last one of the top are named with it; more are counted.
    pub const TIED_NAMED: usize = 2;

    /// The top of a list, and how many more count for as much as the last one of it.
    pub fn top(&self) -> (&[NamedAmount], usize) {
        let list = self.list();
        let equal = || match list.split_at_checked(Self::TOP) {
            Some(([.., last], rest)) => rest.iter().filter(|one| one.amount == last.amount).count(),
            _ => 0,
        };
        let tied = self.tied.unwrap_or_else(equal);
        let (named, more) = match tied <= Self::TIED_NAMED {
            true => (Self::TOP + tied, 0),
            false => (Self::TOP, tied),
        };
        (list.get(..named).unwrap_or(list), more)
    }

    /// The share of this name in a list.
    pub fn share(&self, name: &str) -> Option<f64> {
        let share = self.list().iter().find(|share| share.name == name)?;
        Some(share.amount)
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
