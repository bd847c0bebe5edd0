use crate::model::{MetricId, Section};

/// A row of a section: the first of these metrics that a role has.
///
/// A headline row lists several that answer the same question ("what does it pay?"); where the
/// roles then answer by different metrics, each cell names its own.
pub(super) struct RowLayout {
    /// The row's name, where it is not that of its only metric.
    pub label: Option<&'static str>,
    /// In the order of preference.
    pub metrics: &'static [MetricId],
}

const fn one(metric: &'static [MetricId; 1]) -> RowLayout {
    RowLayout {
        label: None,
        metrics: metric,
    }
}

const fn headline(label: &'static str, metrics: &'static [MetricId]) -> RowLayout {
    RowLayout {
        label: Some(label),
        metrics,
    }
}

/// Which rows stand in which section, in the order of the page.
pub(super) const TABLES: &[(Section, &[RowLayout])] = {
    use MetricId::*;
    &[
        (
            Section::Overview,
            &[
                headline("Yearly pay", &[PayYearAverage]),
                headline("Hourly pay", &[PayHourAverage]),
                one(&[Growth]),
                one(&[Jobs]),
                one(&[Satisfaction]),
                one(&[TopDegree]),
                headline("Age", &[AgeAverage]),
                headline("Experience", &[YearsOfExperience]),
            ],
        ),
        (
            Section::Pay,
            &[
                one(&[PayYearAverage]),
                one(&[PayHourAverage]),
                one(&[PayRange]),
                one(&[BestPayingCity]),
                one(&[BestPayingState]),
                one(&[BestPayingCompany]),
                one(&[BestPayingIndustry]),
            ],
        ),
        (Section::Outlook, &[one(&[Growth]), one(&[Jobs])]),
        (
            Section::Education,
            &[
                one(&[TopDegree]),
                one(&[TopMajor]),
                one(&[TopCollege]),
                one(&[YearsOfExperience]),
                one(&[YearsToBecome]),
            ],
        ),
        (
            Section::People,
            &[
                one(&[AgeAverage]),
                one(&[Gender]),
                one(&[RaceAndEthnicity]),
                one(&[Lgbt]),
            ],
        ),
        (Section::Related, &[one(&[Family])]),
    ]
};
