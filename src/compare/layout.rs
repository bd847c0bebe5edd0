use crate::model::{MetricId, Section};

/// What stands in a section.
pub(super) enum Layout {
    /// A row.
    Row(RowLayout),
    /// Rows under one name.
    Group(&'static str, &'static [RowLayout]),
}

/// A row of a section, which several metrics can answer.
///
/// All roles answer by the first of them that every role has; where there is none, each answers by
/// its own first one. A row of several metrics says on each figure which one it is.
pub(super) struct RowLayout {
    /// The row's name, where it is not that of its only metric.
    pub label: Option<&'static str>,
    /// In the order of preference.
    pub metrics: &'static [MetricId],
}

const fn row(metric: &'static [MetricId; 1]) -> RowLayout {
    RowLayout {
        label: None,
        metrics: metric,
    }
}

const fn one(metric: &'static [MetricId; 1]) -> Layout {
    Layout::Row(row(metric))
}

const fn any(label: &'static str, metrics: &'static [MetricId]) -> Layout {
    Layout::Row(RowLayout {
        label: Some(label),
        metrics,
    })
}

/// Which rows stand in which section, in the order of the page.
pub(super) const TABLES: &[(Section, &[Layout])] = {
    use MetricId::*;
    &[
        (
            Section::Overview,
            &[
                any("Yearly pay", &[PayYearMedian, PayYearAverage]),
                any("Hourly pay", &[PayHourMedian, PayHourAverage, PayHourRate]),
                any("Growth", &[GrowthProjected, Growth]),
                any("Number of jobs", &[JobsEmployed, Jobs]),
                one(&[Openings]),
                any("Job satisfaction", &[Satisfied, Satisfaction]),
                any("Most common degree", &[TopEducation, TopDegree]),
                any("Age", &[AgeMedian, AgeAverage]),
                any("Experience", &[EntryExperience, YearsOfExperience]),
            ],
        ),
        (
            Section::Pay,
            &[
                one(&[PayYearMedian]),
                one(&[PayYearAverage]),
                one(&[PayRange]),
                Layout::Group(
                    "How far yearly pay spreads",
                    &[
                        row(&[PayYearP10]),
                        row(&[PayYearP25]),
                        row(&[PayYearP75]),
                        row(&[PayYearP90]),
                    ],
                ),
                one(&[PayHourMedian]),
                one(&[PayHourAverage]),
                one(&[PayHourRate]),
                Layout::Group(
                    "How far hourly pay spreads",
                    &[
                        row(&[PayHourP10]),
                        row(&[PayHourP25]),
                        row(&[PayHourP75]),
                        row(&[PayHourP90]),
                    ],
                ),
                any(
                    "Best-paying city or metropolitan area",
                    &[TopMetro, TopMetroHour, BestPayingCity],
                ),
                any(
                    "Best-paying state",
                    &[TopState, TopStateHour, BestPayingState],
                ),
                one(&[BestPayingCompany]),
                any(
                    "Best-paying industry",
                    &[TopIndustry, TopIndustryHour, BestPayingIndustry],
                ),
            ],
        ),
        (
            Section::Outlook,
            &[
                any("Growth", &[GrowthProjected, Growth]),
                any("Number of jobs", &[JobsEmployed, Jobs]),
                one(&[JobsBase]),
                one(&[JobsProjected]),
                one(&[Openings]),
                one(&[NewJobs]),
                one(&[Exits]),
                one(&[Transfers]),
                one(&[SeparationRate]),
                one(&[SelfEmployed]),
                one(&[AiExposure]),
            ],
        ),
        (
            Section::Education,
            &[
                any("Most common degree", &[TopEducation, TopDegree]),
                one(&[EducationMix]),
                one(&[EntryEducation]),
                one(&[RequiredEducation]),
                one(&[EntryExperience]),
                one(&[RequiredExperience]),
                one(&[EntryTraining]),
                one(&[OnSiteTraining]),
                one(&[OnTheJobTraining]),
                one(&[Certification]),
                one(&[Apprenticeship]),
                one(&[TopMajor]),
                one(&[TopCollege]),
                one(&[YearsOfExperience]),
                one(&[YearsToBecome]),
            ],
        ),
        (
            Section::People,
            &[
                any("Age", &[AgeMedian, AgeAverage]),
                one(&[AgeBands]),
                one(&[Gender]),
                any("Race and ethnicity", &[RaceOverlapping, RaceAndEthnicity]),
                one(&[Lgbt]),
                one(&[WeeklyMen]),
                one(&[WeeklyWomen]),
                one(&[Satisfied]),
                one(&[VerySatisfied]),
            ],
        ),
        (Section::Related, &[one(&[Family]), one(&[Group])]),
    ]
};

pub(super) fn label_of(layout: &RowLayout) -> &'static str {
    let metric = layout.metrics.first().map(|id| id.metric().label);
    layout.label.or(metric).unwrap_or_default()
}

pub(super) fn name_of(layout: &Layout) -> String {
    match layout {
        Layout::Row(row) => label_of(row).to_owned(),
        Layout::Group(label, _) => (*label).to_owned(),
    }
}
