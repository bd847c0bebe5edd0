use super::figures::source;
use crate::model::{Figure, Metric, MetricId, SourceId};

/// The years of a figure that newer projections lack, so that it stands beside figures of theirs; none for all others.
pub fn vintage(metric: MetricId, source: &SourceId) -> Option<&'static str> {
    (source.0 == source::PROJECTIONS_2024).then_some(match metric {
        MetricId::SelfEmployed => "2024",
        _ => "2024–34",
    })
}

/// The name of a metric with the years of this figure, where those have to be said: "Self-employed (2024)".
pub fn dated_label(metric: &Metric, figure: Option<&Figure>) -> String {
    match figure.and_then(|figure| vintage(metric.id, &figure.source)) {
        Some(years) => format!("{} ({years})", metric.label),
        None => metric.label.to_owned(),
    }
}

/// What Crossroads did to a source's cells to make a figure of them, in one or two sentences; none
/// where the figure is the cell itself.
pub fn derivation(metric: MetricId, source: &SourceId) -> Option<&'static str> {
    Some(match metric {
        MetricId::TopMetro
        | MetricId::TopState
        | MetricId::TopIndustry
        | MetricId::TopMetroHour
        | MetricId::TopStateHour
        | MetricId::TopIndustryHour => {
            "Of the places or industries that pass the limits above, Crossroads picked each that no \
             other one’s published median exceeds by more than the survey’s error. Where fewer than 5 can be \
             ranked, none is named. The medians are the cells; their error is taken to be that of the mean, \
             since none is stated for them."
        }
        MetricId::JobsBase
        | MetricId::JobsProjected
        | MetricId::Openings
        | MetricId::Exits
        | MetricId::Transfers => {
            "The table counts in thousands with one decimal; Crossroads multiplied by 1,000. A zero \
             there stands for fewer than 50."
        }
        MetricId::NewJobs => {
            "Crossroads subtracted the jobs of 2025 from those of 2035 and divided by ten. Both are rounded to 100 jobs, \
             so the result can be off by 10. Where they are 100 apart or less, the page says only that it is fewer than 20."
        }
        MetricId::TopEducation => {
            "Crossroads picked the largest of the published shares; where several are equally large, \
             all are named."
        }
        MetricId::RequiredEducation
        | MetricId::RequiredExperience
        | MetricId::OnSiteTraining
        | MetricId::OnTheJobTraining => {
            "Crossroads picked the answer given most often among those that the table has, and \
             rounds its share to whole percents. Where several are given equally often, all are named."
        }
        MetricId::AgeBands => {
            "The table has thousands of people of each age; Crossroads made shares of them."
        }
        // The job site publishes both shares itself.
        MetricId::Gender if source.0 == source::CPS_11 => {
            "The table has the share of women; Crossroads counts all others as men."
        }
        MetricId::Satisfied | MetricId::VerySatisfied => {
            "Crossroads’ data put the answers of seven surveys together, each survey with its own \
             weights, and made the share and its margin of them. The margin is a little too small, \
             because it does not know which people were asked in the same place."
        }
        MetricId::SkillImportance => {
            "The ratings are the cells. Crossroads shows the ten highest of up to 35, equals by their \
             level, and leaves out those that O*NET recommends not to use."
        }
        MetricId::Related => {
            "Crossroads shows the first eight, in O*NET’s order, and joins those that are one \
             occupation in the wage survey."
        }
        _ => return None,
    })
}
