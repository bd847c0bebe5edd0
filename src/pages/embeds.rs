//! The charts that can stand in somebody else's page.

use super::comparison_page::SALARY;
use crate::charts::{ChartSpec, salary_range};
use crate::compare::Column;
use crate::model::MetricId;

/// A chart that can stand alone.
pub(super) struct EmbeddedChart {
    /// The id by which an address asks for it.
    pub id: &'static str,
    /// What it shows.
    pub title: &'static str,
    /// What it is drawn from.
    pub metrics: &'static [MetricId],
    /// Makes it of the compared roles; nothing where none of them has it.
    pub spec: fn(&[Column]) -> Option<ChartSpec>,
}

/// All of them. A new chart is one entry.
pub(super) const EMBEDDED: [EmbeddedChart; 1] = [EmbeddedChart {
    id: "salary-range",
    title: "Salary range",
    metrics: &SALARY,
    spec: salary_range,
}];
