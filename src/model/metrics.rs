//! The registry: everything that can be said of a role, each thing once.
//!
//! Tables, charts, sentences, the data files and the documentation are driven by [`METRICS`]. A new
//! metric is one line in [`MetricId`], one entry here and its figures in the data.

use super::metric::{Metric, MetricId, Section, Shape, Unit};

/// The levels of education of the Census Bureau, from the least to the most.
pub(super) const EDUCATION: &[&str] = &[
    "Less than high school",
    "High school diploma",
    "Some college, no degree",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
];

/// The age bands of the Current Population Survey.
pub(super) const AGES: &[&str] = &[
    "16 to 19",
    "20 to 24",
    "25 to 34",
    "35 to 44",
    "45 to 54",
    "55 to 64",
    "65 and older",
];

/// Women and men.
pub(super) const SEXES: &[&str] = &["Women", "Men"];

/// The groups of the job site, which add up to a whole.
pub(super) const GROUPS: &[&str] = &[
    "White",
    "Hispanic or Latino",
    "Asian",
    "Black or African American",
    "American Indian and Alaska Native",
    "Unknown",
];

/// The groups of the Current Population Survey, which overlap.
pub(super) const RACES: &[&str] = &[
    "White",
    "Black or African American",
    "Asian",
    "Hispanic or Latino",
];

/// Where a role is paid best, by kind of place. The import holds the limits.
const TOP_METRO: &str = "The highest median, or all too close to tell, of at least 5 metropolitan areas with 250+ of these \
                         jobs and a relative standard error of mean pay up to 10%.";
const TOP_STATE: &str = "The highest median, or all too close to tell, of at least 5 states with 500+ of these jobs and a \
                         relative standard error of mean pay up to 10%.";
const TOP_INDUSTRY: &str = "The highest median, or all too close to tell, of at least 5 industries with 1,000+ of these \
                            jobs and a relative standard error of mean pay up to 10%.";

impl MetricId {
    /// The metric's entry in the registry.
    pub fn metric(self) -> &'static Metric {
        &METRICS[self as usize]
    }
}

impl Metric {
    /// The metric with this key, if there is one.
    pub fn with_key(key: &str) -> Option<&'static Metric> {
        METRICS.iter().find(|metric| metric.key == key)
    }
}

/// The metrics of the six cells of pay by the year, in the order of the wage survey.
pub(super) const YEARLY_PAY: [MetricId; 6] = [
    MetricId::PayYearAverage,
    MetricId::PayYearP10,
    MetricId::PayYearP25,
    MetricId::PayYearMedian,
    MetricId::PayYearP75,
    MetricId::PayYearP90,
];

/// The same by the hour.
pub(super) const HOURLY_PAY: [MetricId; 6] = [
    MetricId::PayHourAverage,
    MetricId::PayHourP10,
    MetricId::PayHourP25,
    MetricId::PayHourMedian,
    MetricId::PayHourP75,
    MetricId::PayHourP90,
];

/// Every metric, in the order of [`MetricId`].
pub const METRICS: [Metric; 70] = [
    Metric::new(
        MetricId::PayYearMedian,
        ("pay-year-median", "Middle yearly pay (median)"),
        Section::Pay,
        (Unit::DollarsAYear, Shape::Number),
        "Half earn less than this in a year, and half earn more.",
        &["annual_median_usd"],
    )
    .apart("median")
    .higher_is_better(),
    Metric::new(
        MetricId::PayYearAverage,
        ("pay-year-average", "Average yearly pay"),
        Section::Pay,
        (Unit::DollarsAYear, Shape::Number),
        "All pay for a year, divided by the number of people who earn it.",
        &["annual_mean_usd"],
    )
    .with_error("annual_mean_rse_pct")
    .apart("average")
    .higher_is_better(),
    Metric::new(
        MetricId::PayYearP10,
        ("pay-year-p10", "Lowest tenth, yearly"),
        Section::Pay,
        (Unit::DollarsAYear, Shape::Number),
        "One in ten earns less than this in a year (10th percentile).",
        &["annual_p10_usd"],
    ),
    Metric::new(
        MetricId::PayYearP25,
        ("pay-year-p25", "Lower quarter, yearly"),
        Section::Pay,
        (Unit::DollarsAYear, Shape::Number),
        "A quarter earn less than this in a year (25th percentile).",
        &["annual_p25_usd"],
    ),
    Metric::new(
        MetricId::PayYearP75,
        ("pay-year-p75", "Upper quarter, yearly"),
        Section::Pay,
        (Unit::DollarsAYear, Shape::Number),
        "A quarter earn more than this in a year (75th percentile).",
        &["annual_p75_usd"],
    ),
    Metric::new(
        MetricId::PayYearP90,
        ("pay-year-p90", "Highest tenth, yearly"),
        Section::Pay,
        (Unit::DollarsAYear, Shape::Number),
        "One in ten earns more than this in a year (90th percentile).",
        &["annual_p90_usd"],
    ),
    Metric::new(
        MetricId::PayRange,
        ("pay-range", "Yearly pay, low to high end"),
        Section::Pay,
        (Unit::DollarsAYear, Shape::Range),
        "From the low end to the high end of yearly pay.",
        &["annual_low_end_usd", "annual_high_end_usd"],
    ),
    Metric::new(
        MetricId::PayHourMedian,
        ("pay-hour-median", "Middle hourly pay (median)"),
        Section::Pay,
        (Unit::DollarsAnHour, Shape::Number),
        "Half earn less than this in an hour, and half earn more.",
        &["hourly_median_usd"],
    )
    .apart("median")
    .higher_is_better(),
    Metric::new(
        MetricId::PayHourAverage,
        ("pay-hour-average", "Average hourly pay"),
        Section::Pay,
        (Unit::DollarsAnHour, Shape::Number),
        "All pay for an hour, divided by the number of people who earn it.",
        &["hourly_mean_usd"],
    )
    .with_error("hourly_mean_rse_pct")
    .apart("average")
    .higher_is_better(),
    Metric::new(
        MetricId::PayHourP10,
        ("pay-hour-p10", "Lowest tenth, hourly"),
        Section::Pay,
        (Unit::DollarsAnHour, Shape::Number),
        "One in ten earns less than this in an hour (10th percentile).",
        &["hourly_p10_usd"],
    ),
    Metric::new(
        MetricId::PayHourP25,
        ("pay-hour-p25", "Lower quarter, hourly"),
        Section::Pay,
        (Unit::DollarsAnHour, Shape::Number),
        "A quarter earn less than this in an hour (25th percentile).",
        &["hourly_p25_usd"],
    ),
    Metric::new(
        MetricId::PayHourP75,
        ("pay-hour-p75", "Upper quarter, hourly"),
        Section::Pay,
        (Unit::DollarsAnHour, Shape::Number),
        "A quarter earn more than this in an hour (75th percentile).",
        &["hourly_p75_usd"],
    ),
    Metric::new(
        MetricId::PayHourP90,
        ("pay-hour-p90", "Highest tenth, hourly"),
        Section::Pay,
        (Unit::DollarsAnHour, Shape::Number),
        "One in ten earns more than this in an hour (90th percentile).",
        &["hourly_p90_usd"],
    ),
    Metric::new(
        MetricId::PayHourRate,
        ("pay-hour-rate", "Hourly rate, measure not named"),
        Section::Pay,
        (Unit::DollarsAnHour, Shape::Number),
        "Pay for an hour, as the source gives it; it does not name the measure.",
        &["hourly_rate_usd"],
    )
    .apart("measure not named")
    .higher_is_better(),
    Metric::new(
        MetricId::BestPayingCity,
        ("best-paying-city", "Best-paying city"),
        Section::Pay,
        (Unit::Name, Shape::Name),
        "The city where the role is paid most.",
        &["best_paying_city"],
    )
    .apart("measure not named"),
    Metric::new(
        MetricId::BestPayingState,
        ("best-paying-state", "Best-paying state"),
        Section::Pay,
        (Unit::Name, Shape::Name),
        "The state where the role is paid most.",
        &["best_paying_state"],
    )
    .apart("measure not named"),
    Metric::new(
        MetricId::BestPayingCompany,
        ("best-paying-company", "Best-paying company"),
        Section::Pay,
        (Unit::Name, Shape::Name),
        "The company that pays the role most.",
        &["best_paying_company"],
    ),
    Metric::new(
        MetricId::BestPayingIndustry,
        ("best-paying-industry", "Best-paying industry"),
        Section::Pay,
        (Unit::Name, Shape::Name),
        "The industry that pays the role most.",
        &["best_paying_industry"],
    )
    .apart("measure not named"),
    Metric::new(
        MetricId::TopMetro,
        ("top-metro", "Best-paying metropolitan area"),
        Section::Pay,
        (Unit::DollarsAYear, Shape::Place),
        TOP_METRO,
        &["best_metro", "best_metro_count", "best_metro_median_usd", "best_metro_lowest_median_usd", "best_metro_jobs", "best_metro_wage_rse_pct"],
    )
    .apart("by median pay"),
    Metric::new(
        MetricId::TopState,
        ("top-state", "Best-paying state"),
        Section::Pay,
        (Unit::DollarsAYear, Shape::Place),
        TOP_STATE,
        &["best_state", "best_state_count", "best_state_median_usd", "best_state_lowest_median_usd", "best_state_jobs", "best_state_wage_rse_pct"],
    )
    .apart("by median pay"),
    Metric::new(
        MetricId::TopIndustry,
        ("top-industry", "Best-paying industry"),
        Section::Pay,
        (Unit::DollarsAYear, Shape::Place),
        TOP_INDUSTRY,
        &["best_industry", "best_industry_count", "best_industry_median_usd", "best_industry_lowest_median_usd", "best_industry_jobs", "best_industry_wage_rse_pct"],
    )
    .apart("by median pay"),
    Metric::new(
        MetricId::TopMetroHour,
        ("top-metro-hour", "Best-paying metropolitan area, hourly"),
        Section::Pay,
        (Unit::DollarsAnHour, Shape::Place),
        TOP_METRO,
        &["best_metro_hourly", "best_metro_hourly_count", "best_metro_hourly_median_usd", "best_metro_hourly_lowest_median_usd", "best_metro_hourly_jobs", "best_metro_hourly_wage_rse_pct"],
    )
    .apart("by median pay"),
    Metric::new(
        MetricId::TopStateHour,
        ("top-state-hour", "Best-paying state, hourly"),
        Section::Pay,
        (Unit::DollarsAnHour, Shape::Place),
        TOP_STATE,
        &["best_state_hourly", "best_state_hourly_count", "best_state_hourly_median_usd", "best_state_hourly_lowest_median_usd", "best_state_hourly_jobs", "best_state_hourly_wage_rse_pct"],
    )
    .apart("by median pay"),
    Metric::new(
        MetricId::TopIndustryHour,
        ("top-industry-hour", "Best-paying industry, hourly"),
        Section::Pay,
        (Unit::DollarsAnHour, Shape::Place),
        TOP_INDUSTRY,
        &["best_industry_hourly", "best_industry_hourly_count", "best_industry_hourly_median_usd", "best_industry_hourly_lowest_median_usd", "best_industry_hourly_jobs", "best_industry_hourly_wage_rse_pct"],
    )
    .apart("by median pay"),
    Metric::new(
        MetricId::Growth,
        ("growth", "Growth"),
        Section::Outlook,
        (Unit::Percent(0), Shape::Number),
        "How much the number of jobs changes; the source names no period.",
        &["growth_no_period_pct"],
    )
    .apart("period not named")
    .higher_is_better(),
    Metric::new(
        MetricId::GrowthProjected,
        ("growth-2025-35", "Growth, 2025 to 2035"),
        Section::Outlook,
        (Unit::Percent(1), Shape::Number),
        "How much the number of jobs is expected to change from 2025 to 2035.",
        &["growth_pct"],
    )
    .apart("2025 to 2035")
    .higher_is_better(),
    Metric::new(
        MetricId::Jobs,
        ("jobs", "Number of jobs"),
        Section::Outlook,
        (Unit::Jobs, Shape::Number),
        "How many of these jobs there are.",
        &["jobs_no_date"],
    )
    .apart("no date named"),
    Metric::new(
        MetricId::JobsEmployed,
        ("jobs-employed", "Number of jobs"),
        Section::Outlook,
        (Unit::Jobs, Shape::Number),
        "How many people hold this job as employees; the self-employed are not counted.",
        &["jobs"],
    )
    .with_error("jobs_rse_pct")
    .apart("employees, May 2025"),
    Metric::new(
        MetricId::JobsBase,
        ("jobs-2025", "All jobs, 2025"),
        Section::Outlook,
        (Unit::Jobs, Shape::Number),
        "How many of these jobs there were in 2025, the self-employed counted too.",
        &["jobs_2025"],
    ),
    Metric::new(
        MetricId::JobsProjected,
        ("jobs-2035", "All jobs, 2035"),
        Section::Outlook,
        (Unit::Jobs, Shape::Number),
        "How many of these jobs are expected in 2035, the self-employed counted too.",
        &["jobs_2035"],
    ),
    Metric::new(
        MetricId::Openings,
        ("openings", "Openings a year"),
        Section::Outlook,
        (Unit::Jobs, Shape::Number),
        "How many jobs are expected to open each year: new ones, and those that people leave.",
        &["openings_per_year"],
    )
    .higher_is_better(),
    Metric::new(
        MetricId::NewJobs,
        ("new-jobs", "New jobs a year"),
        Section::Outlook,
        (Unit::JobChange, Shape::Number),
        "How many jobs are expected to be added or lost each year, on average from 2025 to 2035.",
        &["new_jobs_per_year"],
    ),
    Metric::new(
        MetricId::Exits,
        ("exits", "Leave the labor force each year"),
        Section::Outlook,
        (Unit::Jobs, Shape::Number),
        "How many a year are expected to leave work altogether, often to retire.",
        &["exits_per_year_2024_34"],
    ),
    Metric::new(
        MetricId::Transfers,
        ("transfers", "Move to another occupation each year"),
        Section::Outlook,
        (Unit::Jobs, Shape::Number),
        "How many a year are expected to leave for another kind of job.",
        &["transfers_per_year_2024_34"],
    ),
    Metric::new(
        MetricId::SeparationRate,
        ("separation-rate", "Share who leave the role each year"),
        Section::Outlook,
        (Unit::Share(1), Shape::Number),
        "How many of 100 people in the role are expected to leave it in a year, to stop working or for another occupation.",
        &["separations_rate_2024_34_pct"],
    ),
    Metric::new(
        MetricId::SelfEmployed,
        ("self-employed", "Self-employed"),
        Section::Outlook,
        (Unit::Share(1), Shape::Number),
        "How many of 100 people in the role work for themselves.",
        &["self_employed_2024_pct"],
    ),
    Metric::new(
        MetricId::AiExposure,
        ("ai-exposure", "Exposure to AI, compared with other jobs"),
        Section::Outlook,
        (Unit::Name, Shape::Name),
        "How exposed the work is to AI, compared with other jobs, in four categories. It is not a forecast of job loss.",
        &["ai_exposure_category"],
    ),
    Metric::new(
        MetricId::Satisfaction,
        ("satisfaction", "Job satisfaction"),
        Section::Overview,
        (Unit::OutOfFive, Shape::Number),
        "How content people in the role are with it, in points of five.",
        &["satisfaction_of_five"],
    )
    .apart("points")
    .higher_is_better(),
    Metric::new(
        MetricId::Satisfied,
        ("satisfied", "Satisfied with their job"),
        Section::Overview,
        (Unit::Share(1), Shape::Number),
        "How many of 100 people in the role say they are very or moderately satisfied with their work.",
        &["satisfied_pct"],
    )
    .with_error("satisfied_margin_points")
    .apart("say they are satisfied")
    .higher_is_better(),
    Metric::new(
        MetricId::VerySatisfied,
        ("very-satisfied", "Very satisfied with their job"),
        Section::Overview,
        (Unit::Share(1), Shape::Number),
        "How many of 100 people in the role say they are very satisfied with their work.",
        &["very_satisfied_pct"],
    )
    .with_error("very_satisfied_margin_points")
    .higher_is_better(),
    Metric::new(
        MetricId::TopDegree,
        ("top-degree", "Most common degree"),
        Section::Education,
        (Unit::Share(0), Shape::NamedShare),
        "The degree held most often by people in the role, and how many hold it.",
        &["top_degree", "top_degree_pct"],
    )
    .apart("of people in the role"),
    Metric::new(
        MetricId::TopEducation,
        ("top-education", "Most common level of education"),
        Section::Education,
        (Unit::Share(1), Shape::NamedShare),
        "The level of education reached most often by people of 25 and older in the role, and how many have.",
        &["top_education", "top_education_pct"],
    )
    .apart("of those 25 and older"),
    Metric::new(
        MetricId::EducationMix,
        ("education-mix", "Education of people in the role, 25 and older"),
        Section::Education,
        (Unit::Share(1), Shape::Whole(EDUCATION)),
        "How far people of 25 and older in the role went in school.",
        &["less_than_high_school_pct", "high_school_pct", "some_college_pct", "associates_pct", "bachelors_pct", "masters_pct", "doctoral_or_professional_pct"],
    ),
    Metric::new(
        MetricId::EntryEducation,
        ("entry-education", "Usual education to start"),
        Section::Education,
        (Unit::Name, Shape::Name),
        "The education that people usually need to enter the role.",
        &["entry_education"],
    ),
    Metric::new(
        MetricId::RequiredEducation,
        ("required-education", "Required education: most common answer"),
        Section::Education,
        (Unit::Share(0), Shape::NamedShare),
        "The level that people in the role, or experts on it, named most often as required. Few answered, so others may be as common.",
        &["required_education", "required_education_pct"],
    ),
    Metric::new(
        MetricId::EntryExperience,
        ("entry-experience", "Usual experience to start"),
        Section::Education,
        (Unit::Name, Shape::Name),
        "The experience in a related job that people usually need to enter the role.",
        &["entry_experience_2024_34"],
    )
    .apart("in a related job"),
    Metric::new(
        MetricId::EntryTraining,
        ("entry-training", "Usual training on the job"),
        Section::Education,
        (Unit::Name, Shape::Name),
        "The training that people usually get after they start.",
        &["entry_training_2024_34"],
    ),
    Metric::new(
        MetricId::RequiredExperience,
        ("required-experience", "Related experience: most common answer"),
        Section::Education,
        (Unit::Share(0), Shape::NamedShare),
        "The amount of related work experience that people in the role, or experts on it, named most often as required. Few answered, so others may be as common.",
        &["required_experience", "required_experience_pct"],
    ),
    Metric::new(
        MetricId::OnSiteTraining,
        ("on-site-training", "On-site training: most common answer"),
        Section::Education,
        (Unit::Share(0), Shape::NamedShare),
        "The amount of organized training at work that people in the role, or experts on it, named most often as required. Few answered, so others may be as common.",
        &["on_site_training", "on_site_training_pct"],
    ),
    Metric::new(
        MetricId::OnTheJobTraining,
        ("on-the-job-training", "On-the-job training: most common answer"),
        Section::Education,
        (Unit::Share(0), Shape::NamedShare),
        "The amount of training on the job that people in the role, or experts on it, named most often as required. Few answered, so others may be as common.",
        &["on_the_job_training", "on_the_job_training_pct"],
    ),
    Metric::new(
        MetricId::Certification,
        ("certification", "Importance of a certification"),
        Section::Education,
        (Unit::OutOfFive, Shape::Number),
        "How important a professional certification is for the role, from one to five, as people in it or experts on it say.",
        &["certification_importance_of_five"],
    ),
    Metric::new(
        MetricId::Apprenticeship,
        ("apprenticeship", "Importance of an apprenticeship"),
        Section::Education,
        (Unit::OutOfFive, Shape::Number),
        "How important an apprenticeship is for the role, from one to five, as people in it or experts on it say.",
        &["apprenticeship_importance_of_five"],
    ),
    Metric::new(
        MetricId::TopMajor,
        ("top-major", "Most common major"),
        Section::Education,
        (Unit::Name, Shape::Name),
        "The subject studied most often by people in the role.",
        &["top_major"],
    ),
    Metric::new(
        MetricId::TopCollege,
        ("top-college", "Most common college"),
        Section::Education,
        (Unit::Name, Shape::Name),
        "The college that people in the role went to most often.",
        &["top_college"],
    ),
    Metric::new(
        MetricId::YearsOfExperience,
        ("years-of-experience", "Years of experience"),
        Section::Education,
        (Unit::Years, Shape::Number),
        "How many years of work the source gives for the role.",
        &["experience_years"],
    )
    .apart("usual"),
    Metric::new(
        MetricId::YearsToBecome,
        ("years-to-become", "Time to get there"),
        Section::Education,
        (Unit::Years, Shape::Range),
        "How many years it usually takes to become one.",
        &["years_to_become_low", "years_to_become_high"],
    ),
    Metric::new(
        MetricId::AgeMedian,
        ("age-median", "Middle age (median)"),
        Section::People,
        (Unit::Years, Shape::Number),
        "Half of the people in the role are younger than this, and half are older.",
        &["median_age_years"],
    )
    .with_base("survey_employed_people")
    .apart("median"),
    Metric::new(
        MetricId::AgeAverage,
        ("age-average", "Average age"),
        Section::People,
        (Unit::Years, Shape::Number),
        "The average age of people in the role.",
        &["average_age_years"],
    )
    .apart("average"),
    Metric::new(
        MetricId::AgeBands,
        ("age-bands", "Ages"),
        Section::People,
        (Unit::Share(0), Shape::Whole(AGES)),
        "How many of 100 people in the role are of each age; counted from thousands of people.",
        &["age_16_19_pct", "age_20_24_pct", "age_25_34_pct", "age_35_44_pct", "age_45_54_pct", "age_55_64_pct", "age_65_plus_pct"],
    ),
    Metric::new(
        MetricId::Gender,
        ("gender", "Women and men"),
        Section::People,
        (Unit::Share(1), Shape::Whole(SEXES)),
        "How many of 100 people in the role are women and how many are men.",
        &["women_pct", "men_pct"],
    ),
    Metric::new(
        MetricId::RaceAndEthnicity,
        ("race-and-ethnicity", "Race and ethnicity"),
        Section::People,
        (Unit::Share(1), Shape::Whole(GROUPS)),
        "How many of 100 people in the role belong to each group, as the source groups them.",
        &["estimate_white_pct", "estimate_hispanic_pct", "estimate_asian_pct", "estimate_black_pct", "estimate_american_indian_pct", "estimate_unknown_pct"],
    )
    .apart("groups that do not overlap"),
    Metric::new(
        MetricId::RaceOverlapping,
        ("race-overlapping", "Race and ethnicity"),
        Section::People,
        (Unit::Share(1), Shape::Overlapping(RACES)),
        "How many of 100 people in the role belong to each group. Hispanic or Latino people can be of any race.",
        &["white_pct", "black_pct", "asian_pct", "hispanic_pct"],
    )
    .apart("groups that overlap"),
    Metric::new(
        MetricId::Lgbt,
        ("lgbt", "LGBT"),
        Section::People,
        (Unit::Share(0), Shape::Number),
        "How many of 100 people in the role are lesbian, gay, bisexual or transgender.",
        &["lgbt_pct"],
    ),
    Metric::new(
        MetricId::WeeklyMen,
        ("weekly-men", "Men's weekly pay (median)"),
        Section::People,
        (Unit::DollarsAWeek, Shape::Number),
        "Half of the men who work full time in the role earn less than this in a week, and half earn more.",
        &["men_weekly_median_usd"],
    )
    .with_base("survey_full_time_men"),
    Metric::new(
        MetricId::WeeklyWomen,
        ("weekly-women", "Women's weekly pay (median)"),
        Section::People,
        (Unit::DollarsAWeek, Shape::Number),
        "Half of the women who work full time in the role earn less than this in a week, and half earn more.",
        &["women_weekly_median_usd"],
    )
    .with_base("survey_full_time_women"),
    Metric::new(
        MetricId::Skills,
        ("skills", "Skills"),
        Section::Skills,
        (Unit::Share(0), Shape::Weights),
        "The most important skills, each with its weight.",
        &["skills_weights_pct"],
    )
    .apart("weight"),
    Metric::new(
        MetricId::SkillImportance,
        ("skill-importance", "Skills"),
        Section::Skills,
        (Unit::OutOfFive, Shape::Weights),
        "The ten most important skills of each role, each with its importance from one to five. Others are not drawn.",
        &["skills_importance_of_five"],
    )
    .apart("importance"),
    Metric::new(
        MetricId::Family,
        ("family", "Family"),
        Section::Related,
        (Unit::Name, Shape::Name),
        "The group of similar roles it is counted in.",
        &["family"],
    ),
    Metric::new(
        MetricId::Group,
        ("group", "Closest group"),
        Section::Related,
        (Unit::Name, Shape::Name),
        "The smaller group within the family.",
        &["group"],
    ),
    Metric::new(
        MetricId::Related,
        ("related", "Similar roles"),
        Section::Related,
        (Unit::Name, Shape::Roles),
        "Roles that ask for much the same, the nearest first.",
        &["related_ids"],
    ),
];

impl MetricId {
    /// The points of yearly pay below which a tenth, a quarter, half, three quarters and nine tenths earn.
    pub const YEARLY_PERCENTILES: [Self; 5] = [
        Self::PayYearP10,
        Self::PayYearP25,
        Self::PayYearMedian,
        Self::PayYearP75,
        Self::PayYearP90,
    ];

    /// The same points of hourly pay.
    pub const HOURLY_PERCENTILES: [Self; 5] = [
        Self::PayHourP10,
        Self::PayHourP25,
        Self::PayHourMedian,
        Self::PayHourP75,
        Self::PayHourP90,
    ];

    /// Returns true for a percentile of pay other than the median.
    pub fn is_outer_percentile(self) -> bool {
        let is_median = matches!(self, Self::PayYearMedian | Self::PayHourMedian);
        let mut percentiles = Self::YEARLY_PERCENTILES
            .iter()
            .chain(&Self::HOURLY_PERCENTILES);
        !is_median && percentiles.any(|percentile| *percentile == self)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_entry_stands_at_its_own_id() {
        for (place, metric) in METRICS.iter().enumerate() {
            assert_eq!(
                metric.id as usize, place,
                "{} stands at {place}",
                metric.key
            );
        }
    }

    #[test]
    fn keys_are_unique_and_fit_a_link() {
        let keys: BTreeSet<_> = METRICS.iter().map(|metric| metric.key).collect();
        assert_eq!(keys.len(), METRICS.len());
        for key in keys {
            assert!(
                key.chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
                "{key} holds something else than a-z, 0-9 and -"
            );
        }
    }

    #[test]
    fn columns_are_unique_and_as_many_as_the_shape_asks_for() {
        let mut seen = BTreeSet::new();
        for metric in &METRICS {
            let expected = match metric.shape {
                Shape::Range | Shape::NamedShare => 2,
                Shape::Whole(names) | Shape::Overlapping(names) => names.len(),
                Shape::Place => 6,
                _ => 1,
            };
            assert_eq!(metric.columns.len(), expected, "{}", metric.key);
            let columns = metric.columns.iter().chain(&metric.error_column);
            for column in columns.chain(&metric.base_column) {
                assert!(seen.insert(column), "{column} stands twice");
            }
        }
    }

    #[test]
    fn definitions_are_sentences() {
        for metric in &METRICS {
            assert!(metric.definition.ends_with('.'), "{}", metric.key);
            assert!(metric.definition.len() < 160, "{}", metric.key);
        }
    }
}
