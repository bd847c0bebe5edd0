//! The registry: what can be said of a role, each thing once.
//!
//! Tables, charts, sentences, the data files and the documentation are driven by [`METRICS`]. A new
//! metric is one line in [`MetricId`], one entry here and its figures in the data.

/// The part of a comparison a metric belongs to, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The nine or so figures most people ask for first.
    Overview,
    /// A short description of each role.
    WhatTheyDo,
    /// Pay, its range, and where it is best.
    Pay,
    /// Growth and number of jobs.
    Outlook,
    /// Degrees, majors, colleges, experience.
    Education,
    /// Who the people in the role are.
    People,
    /// Example responsibilities.
    Duties,
    /// What the role needs.
    Skills,
    /// Similar roles and the role's family.
    Related,
    /// Every source used on the screen.
    Sources,
}

impl Section {
    /// Its stable id, by which the page can be linked to this part.
    pub fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::WhatTheyDo => "what-they-do",
            Self::Pay => "pay",
            Self::Outlook => "outlook",
            Self::Education => "education",
            Self::People => "people",
            Self::Duties => "duties",
            Self::Skills => "skills",
            Self::Related => "related",
            Self::Sources => "sources",
        }
    }

    /// Its heading on the page.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::WhatTheyDo => "What they do",
            Self::Pay => "Pay",
            Self::Outlook => "Outlook",
            Self::Education => "Education",
            Self::People => "People",
            Self::Duties => "Duties",
            Self::Skills => "Skills",
            Self::Related => "Related",
            Self::Sources => "Sources",
        }
    }
}

/// The unit a metric's numbers are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// US dollars a year.
    DollarsAYear,
    /// US dollars an hour.
    DollarsAnHour,
    /// A change, in percent, with this many decimals.
    Percent(usize),
    /// A share of a whole, in percent, with this many decimals.
    Share(usize),
    /// A number of jobs.
    Jobs,
    /// Years.
    Years,
    /// Points of five.
    OutOfFive,
    /// None: the figure is a name.
    Name,
}

/// What kind of value a metric's figures hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One number.
    Number,
    /// A low and a high end.
    Range,
    /// A name.
    Name,
    /// A name with its share.
    NamedShare,
    /// Shares that add up to a whole.
    Whole,
    /// Weights of a list; they need not add up to anything.
    Weights,
}

/// Which statistic a number is. A row that mixes two of them says so on each figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    /// The mean: all added up, divided by how many.
    Average,
    /// A count, a share, a name: nothing that could be taken for another statistic.
    None,
}

/// Which way most people choosing a job would call better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    HigherIsBetter,
    /// Neither: more is only more.
    None,
}

/// One thing that can be said of a role.
#[derive(Debug)]
pub struct Metric {
    /// Its id in the code.
    pub id: MetricId,
    /// Its stable key in data files and links.
    pub key: &'static str,
    /// Its name on the page.
    pub label: &'static str,
    /// The unit of its numbers.
    pub unit: Unit,
    /// The kind of value it takes.
    pub shape: Shape,
    /// Which statistic its numbers are.
    pub statistic: Statistic,
    /// Which way is better, if any.
    pub direction: Direction,
    /// The part of the page it belongs to.
    pub section: Section,
    /// What it means, in one sentence without jargon.
    pub definition: &'static str,
}

/// The metrics' names in the code, in the order of [`METRICS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is described by its entry in METRICS")]
pub enum MetricId {
    PayYearAverage,
    PayHourAverage,
    PayRange,
    BestPayingCity,
    BestPayingState,
    BestPayingCompany,
    BestPayingIndustry,
    Growth,
    Jobs,
    Satisfaction,
    TopDegree,
    TopMajor,
    TopCollege,
    YearsOfExperience,
    YearsToBecome,
    AgeAverage,
    Gender,
    RaceAndEthnicity,
    Lgbt,
    Skills,
    Family,
}

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

/// Every metric, in the order of [`MetricId`].
pub const METRICS: [Metric; 21] = [
    Metric {
        id: MetricId::PayYearAverage,
        key: "pay-year-average",
        label: "Average yearly pay",
        unit: Unit::DollarsAYear,
        shape: Shape::Number,
        statistic: Statistic::Average,
        direction: Direction::HigherIsBetter,
        section: Section::Pay,
        definition: "All pay for a year, divided by the number of people who earn it.",
    },
    Metric {
        id: MetricId::PayHourAverage,
        key: "pay-hour-average",
        label: "Average hourly pay",
        unit: Unit::DollarsAnHour,
        shape: Shape::Number,
        statistic: Statistic::Average,
        direction: Direction::HigherIsBetter,
        section: Section::Pay,
        definition: "All pay for an hour, divided by the number of people who earn it.",
    },
    Metric {
        id: MetricId::PayRange,
        key: "pay-range",
        label: "Salary range",
        unit: Unit::DollarsAYear,
        shape: Shape::Range,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Pay,
        definition: "From the low end to the high end of yearly pay.",
    },
    Metric {
        id: MetricId::BestPayingCity,
        key: "best-paying-city",
        label: "Best-paying city",
        unit: Unit::Name,
        shape: Shape::Name,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Pay,
        definition: "The city where the role is paid most.",
    },
    Metric {
        id: MetricId::BestPayingState,
        key: "best-paying-state",
        label: "Best-paying state",
        unit: Unit::Name,
        shape: Shape::Name,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Pay,
        definition: "The state where the role is paid most.",
    },
    Metric {
        id: MetricId::BestPayingCompany,
        key: "best-paying-company",
        label: "Best-paying company",
        unit: Unit::Name,
        shape: Shape::Name,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Pay,
        definition: "The company that pays the role most.",
    },
    Metric {
        id: MetricId::BestPayingIndustry,
        key: "best-paying-industry",
        label: "Best-paying industry",
        unit: Unit::Name,
        shape: Shape::Name,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Pay,
        definition: "The industry that pays the role most.",
    },
    Metric {
        id: MetricId::Growth,
        key: "growth",
        label: "Growth",
        unit: Unit::Percent(0),
        shape: Shape::Number,
        statistic: Statistic::None,
        direction: Direction::HigherIsBetter,
        section: Section::Outlook,
        definition: "How much the number of jobs is expected to change.",
    },
    Metric {
        id: MetricId::Jobs,
        key: "jobs",
        label: "Number of jobs",
        unit: Unit::Jobs,
        shape: Shape::Number,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Outlook,
        definition: "How many of these jobs there are.",
    },
    Metric {
        id: MetricId::Satisfaction,
        key: "satisfaction",
        label: "Job satisfaction",
        unit: Unit::OutOfFive,
        shape: Shape::Number,
        statistic: Statistic::None,
        direction: Direction::HigherIsBetter,
        section: Section::Overview,
        definition: "How content people in the role are with it, in points of five.",
    },
    Metric {
        id: MetricId::TopDegree,
        key: "top-degree",
        label: "Most common degree",
        unit: Unit::Share(0),
        shape: Shape::NamedShare,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Education,
        definition: "The degree most people in the role hold, and how many hold it.",
    },
    Metric {
        id: MetricId::TopMajor,
        key: "top-major",
        label: "Most common major",
        unit: Unit::Name,
        shape: Shape::Name,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Education,
        definition: "The subject most people in the role studied.",
    },
    Metric {
        id: MetricId::TopCollege,
        key: "top-college",
        label: "Most common college",
        unit: Unit::Name,
        shape: Shape::Name,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Education,
        definition: "The college most people in the role went to.",
    },
    Metric {
        id: MetricId::YearsOfExperience,
        key: "years-of-experience",
        label: "Years of experience",
        unit: Unit::Years,
        shape: Shape::Number,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Education,
        definition: "How many years of work people usually bring to the role.",
    },
    Metric {
        id: MetricId::YearsToBecome,
        key: "years-to-become",
        label: "Time to get there",
        unit: Unit::Years,
        shape: Shape::Range,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Education,
        definition: "How many years it usually takes to become one.",
    },
    Metric {
        id: MetricId::AgeAverage,
        key: "age-average",
        label: "Average age",
        unit: Unit::Years,
        shape: Shape::Number,
        statistic: Statistic::Average,
        direction: Direction::None,
        section: Section::People,
        definition: "The average age of people in the role.",
    },
    Metric {
        id: MetricId::Gender,
        key: "gender",
        label: "Women and men",
        unit: Unit::Share(1),
        shape: Shape::Whole,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::People,
        definition: "How many of 100 people in the role are women and how many are men.",
    },
    Metric {
        id: MetricId::RaceAndEthnicity,
        key: "race-and-ethnicity",
        label: "Race and ethnicity",
        unit: Unit::Share(1),
        shape: Shape::Whole,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::People,
        definition: "How many of 100 people in the role belong to each group, as the source groups them.",
    },
    Metric {
        id: MetricId::Lgbt,
        key: "lgbt",
        label: "LGBT",
        unit: Unit::Share(0),
        shape: Shape::Number,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::People,
        definition: "How many of 100 people in the role are lesbian, gay, bisexual or transgender.",
    },
    Metric {
        id: MetricId::Skills,
        key: "skills",
        label: "Skills",
        unit: Unit::Share(0),
        shape: Shape::Weights,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Skills,
        definition: "The most important skills, each with its weight.",
    },
    Metric {
        id: MetricId::Family,
        key: "family",
        label: "Family",
        unit: Unit::Name,
        shape: Shape::Name,
        statistic: Statistic::None,
        direction: Direction::None,
        section: Section::Related,
        definition: "The group of similar roles it is counted in.",
    },
];

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
                key.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
                "{key} holds something else than a-z and -"
            );
        }
    }

    #[test]
    fn definitions_are_sentences() {
        for metric in &METRICS {
            assert!(metric.definition.ends_with('.'), "{}", metric.key);
            assert!(metric.definition.len() < 120, "{}", metric.key);
        }
    }
}
