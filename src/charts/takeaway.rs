use super::ChartId;
use crate::compare::{self, Column};
use crate::model::MetricId;

/// What a chart of these roles shows, in one sentence; empty where there is nothing to say.
pub(super) fn takeaway(id: ChartId, columns: &[Column]) -> String {
    let sentence = match id {
        ChartId::SalaryRange => compare::pay_takeaway(columns),
        ChartId::Growth => compare::growth(columns),
        ChartId::Skills => compare::top_skills(columns),
        ChartId::Ages => {
            let metrics = [MetricId::AgeMedian, MetricId::AgeAverage];
            compare::takeaway(&metrics, columns)
        }
        id => compare::takeaway(id.metrics(), columns),
    };
    sentence.unwrap_or_default()
}
