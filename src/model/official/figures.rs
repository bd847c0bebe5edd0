//! The figures of one occupation, and the ids of their sources.

use std::collections::BTreeMap;

use crate::model::{Figure, MetricId, Reading, SamplingError, SourceId, Value};

/// The ids of the sources in `data/official-sources.json`.
pub(super) mod source {
    pub const OEWS: &str = "oews-2025";
    pub const PROJECTIONS: &str = "ep-2025-35";
    pub const PROJECTIONS_2024: &str = "ep-2024-34";
    pub const EDUCATION: &str = "ep-education-2021-22";
    pub const REQUIRED_EDUCATION: &str = "onet-education-30-2";
    pub const TRAINING: &str = "onet-training-30-2";
    pub const CPS_11: &str = "cps-11-2025";
    pub const CPS_11B: &str = "cps-11b-2025";
    pub const CPS_39: &str = "cps-39-2025";
    pub const GSS: &str = "gss-2010-24";
    pub const SKILLS: &str = "onet-skills-30-2";
    pub const RELATED: &str = "onet-related-29-3";
}

/// The source most figures of an official occupation come from.
pub(in crate::model) fn main_source() -> SourceId {
    SourceId(source::OEWS.to_owned())
}

/// What the projections and the population survey count in.
pub(super) const THOUSANDS: f64 = 1_000.0;

/// The figures of an occupation while they are gathered.
#[derive(Default)]
pub(super) struct Figures(pub(super) BTreeMap<MetricId, Figure>);

impl Figures {
    /// Adds an exact value.
    pub(super) fn add(
        &mut self,
        metric: MetricId,
        source: &str,
        value: Value,
        wider_group: Option<String>,
        error: Option<SamplingError>,
    ) {
        let figure = Figure::new(Reading::Exact(value), &SourceId(source.to_owned()));
        let figure = figure.of_wider_group(wider_group).with_error(error);
        self.0.insert(metric, figure);
    }

    /// Takes a figure out.
    pub(super) fn take(&mut self, metric: MetricId) -> Option<Figure> {
        self.0.remove(&metric)
    }

    pub(super) fn own(&mut self, metric: MetricId, source: &str, value: Value) {
        self.add(metric, source, value, None, None);
    }

    /// Adds a figure of the role's own, whatever it says.
    pub(super) fn read(&mut self, metric: MetricId, source: &str, reading: Reading) {
        let figure = Figure::new(reading, &SourceId(source.to_owned()));
        self.0.insert(metric, figure);
    }
}
