//! A figure of a place, beside the nation's.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::metrics::{HOURLY_PAY, YEARLY_PAY};
use super::{
    Adjusted, Area, AreaCode, Figure, Local, MetricId, PayPeriod, Reading, Role, RoleId,
    SamplingError, Standing, Unit, Value,
};

/// The figures of all occupations in an area: its shard.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaFigures {
    code: AreaCode,
    roles: Arc<BTreeMap<RoleId, BTreeMap<MetricId, Figure>>>,
}

impl AreaFigures {
    /// The figures of an area, by role and metric.
    pub(super) fn new(code: AreaCode, roles: BTreeMap<RoleId, BTreeMap<MetricId, Figure>>) -> Self {
        Self {
            code,
            roles: Arc::new(roles),
        }
    }

    /// Whose they are.
    pub fn code(&self) -> &AreaCode {
        &self.code
    }

    /// What is published of a role there; nothing for a role without a row.
    pub fn of(&self, role: &RoleId) -> impl Iterator<Item = (MetricId, &Figure)> {
        let figures = self.roles.get(role).into_iter().flatten();
        figures.map(|(metric, figure)| (*metric, figure))
    }

    /// How many roles have a row.
    pub fn len(&self) -> usize {
        self.roles.len()
    }

    /// Whether no role has one.
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty()
    }
}

/// What depends on the place: pay and jobs, whoever publishes them.
pub fn depends_on_place(metric: MetricId) -> bool {
    let others = [
        MetricId::JobsEmployed,
        MetricId::Jobs,
        MetricId::PayRange,
        MetricId::PayHourRate,
    ];
    YEARLY_PAY.contains(&metric) || HOURLY_PAY.contains(&metric) || others.contains(&metric)
}

impl Role {
    /// The role in an area: its pay and jobs are the area's, each with the nation's beside it; all else stays.
    ///
    /// Where `figures` are not here yet, or have none of this role, nothing stands in for them.
    pub fn localized(
        &self,
        area: &Arc<Area>,
        standing: Standing,
        figures: Option<&AreaFigures>,
        cost_adjusted: bool,
    ) -> Role {
        let mut role = self.clone();
        let there: BTreeMap<MetricId, &Figure> = figures
            .map(|figures| figures.of(&self.id).collect())
            .unwrap_or_default();
        let level = area.prices.as_ref().filter(|_| cost_adjusted);
        role.replace_figures(|metric, national| {
            if !depends_on_place(metric) {
                return None;
            }
            let found = there.get(&metric);
            let mut figure = match found {
                Some(figure) => (*figure).clone(),
                None => Figure::new(Reading::NotPublished, &national.source),
            };
            let adjusted = level.and_then(|level| {
                let published = figure.reading.clone();
                let unit = metric.metric().unit;
                figure.reading = published.divided(unit, level.level / 100.0, Steps::ROUGH)?;
                Some(Adjusted {
                    published,
                    level: level.clone(),
                })
            });
            figure.local = Some(Box::new(Local {
                area: Arc::clone(area),
                standing,
                national: national.reading.clone(),
                national_error: national.error,
                adjusted,
            }));
            Some(figure)
        });
        role
    }

    /// By which period its pay is published in the nation: by the year, unless it is by the hour alone.
    pub fn pay_period(&self) -> PayPeriod {
        let national = |figure: &'_ Figure| match &figure.local {
            Some(local) => local.national.clone(),
            None => figure.reading.clone(),
        };
        match self.figure(MetricId::PayYearMedian).map(national) {
            Some(Reading::PaidOnly(period)) => period,
            _ => PayPeriod::Yearly,
        }
    }

    /// The place its figures are of, where they are not the nation's.
    pub fn place(&self) -> Option<&Arc<Area>> {
        let mut figures = self.figures();
        figures.find_map(|(_, figure)| figure.local.as_ref().map(|local| &local.area))
    }
}

/// The steps to which pay is rounded that was divided by a level of prices.
#[derive(Clone, Copy)]
pub(super) struct Steps {
    dollars_a_year: f64,
    cents_an_hour: f64,
}

impl Steps {
    /// As published pay is written.
    pub(super) const FINE: Self = Self {
        dollars_a_year: 1.0,
        cents_an_hour: 1.0,
    };

    /// As far as a level of prices and a survey of pay are precise together.
    pub(super) const ROUGH: Self = Self {
        dollars_a_year: 100.0,
        cents_an_hour: 10.0,
    };
}

impl Reading {
    /// Published pay divided by a level of prices. None for what is not an amount of pay.
    pub(super) fn divided(&self, unit: Unit, level: f64, steps: Steps) -> Option<Reading> {
        let (per_dollar, step) = match unit {
            Unit::DollarsAYear => (1.0, steps.dollars_a_year),
            Unit::DollarsAnHour => (100.0, steps.cents_an_hour),
            _ => return None,
        };
        let in_steps = |amount: f64| amount / level * per_dollar / step;
        let dollars = |steps: f64| steps * step / per_dollar;
        match self {
            Self::Exact(Value::Number(amount)) => {
                let adjusted = dollars(in_steps(*amount).round());
                Some(Self::Exact(Value::Number(adjusted)))
            }
            // Rounded down, so that it is still at least that.
            Self::AtLeast(least) => Some(Self::AtLeast(dollars(in_steps(*least).floor()))),
            _ => None,
        }
    }
}

impl Figure {
    /// What the source says of the place, before anything was done to it.
    pub fn published(&self) -> &Reading {
        let adjusted = self
            .local
            .as_ref()
            .and_then(|local| local.adjusted.as_ref());
        adjusted.map_or(&self.reading, |adjusted| &adjusted.published)
    }

    /// The error of the figure of the whole United States, where one is stated.
    pub fn national_error(&self) -> Option<SamplingError> {
        match &self.local {
            Some(local) => local.national_error,
            None => self.error,
        }
    }

    /// Whether it is worth a row: it says something, or the place it is asked of has none.
    pub fn has_a_say(&self) -> bool {
        self.reading != Reading::NotPublished || self.local.is_some()
    }
}
