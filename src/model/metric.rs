//! What kind of thing can be said of a role; the things themselves are in [`super::METRICS`].

use super::error::Expected;

/// The section of the page a metric belongs to, in the order of the page.
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
    /// Interests, values, from home, exposure to AI.
    KindOfWork,
    /// Similar roles and the role's family.
    Related,
    /// Files, a message and a print of it all.
    TakeItWithYou,
    /// Roles from a file of the visitor's own.
    OwnRoles,
    /// Every source used on the screen.
    Sources,
}

impl Section {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 13] = [
        Self::Overview,
        Self::WhatTheyDo,
        Self::Pay,
        Self::Outlook,
        Self::Education,
        Self::People,
        Self::Duties,
        Self::Skills,
        Self::KindOfWork,
        Self::Related,
        Self::TakeItWithYou,
        Self::OwnRoles,
        Self::Sources,
    ];

    /// Its stable id, by which a link can name this section.
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
            Self::KindOfWork => "kind-of-work",
            Self::Related => "related",
            Self::TakeItWithYou => "take-it-with-you",
            Self::OwnRoles => "own-roles",
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
            Self::KindOfWork => "Kind of work",
            Self::Related => "Related",
            Self::TakeItWithYou => "Take it with you",
            Self::OwnRoles => "Your own roles",
            Self::Sources => "Sources",
        }
    }
}

/// The unit a metric's numbers are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Money a year: US dollars, unless the dataset is in another currency ([`super::Currency`]).
    DollarsAYear,
    /// The same money a week.
    DollarsAWeek,
    /// The same money an hour.
    DollarsAnHour,
    /// A change, in percent, with this many decimals.
    Percent(usize),
    /// A share of a whole, in percent, with this many decimals.
    Share(usize),
    /// A number of jobs or of people.
    Jobs,
    /// By how many jobs there are more a year; fewer, where it is negative.
    JobChange,
    /// Years, with at most one decimal.
    Years,
    /// Points of five, with at most two decimals.
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
    /// Shares that add up to a whole; their names, in order, where every source has the same ones.
    Whole(&'static [&'static str]),
    /// Shares of groups that overlap, so that they need not add up to anything; their names, in order.
    Overlapping(&'static [&'static str]),
    /// Weights of a list; they need not add up to anything.
    Weights,
    /// A place or industry with what is paid there.
    Place,
    /// Other roles.
    Roles,
}

/// The metrics' names in the code, in the order of [`super::METRICS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is described by its entry in METRICS")]
pub enum MetricId {
    PayYearMedian,
    PayYearAverage,
    PayYearP10,
    PayYearP25,
    PayYearP75,
    PayYearP90,
    PayRange,
    PayHourMedian,
    PayHourAverage,
    PayHourP10,
    PayHourP25,
    PayHourP75,
    PayHourP90,
    PayHourRate,
    BestPayingCity,
    BestPayingState,
    BestPayingCompany,
    BestPayingIndustry,
    TopMetro,
    TopState,
    TopIndustry,
    TopMetroHour,
    TopStateHour,
    TopIndustryHour,
    Growth,
    GrowthProjected,
    Jobs,
    JobsEmployed,
    JobsBase,
    JobsProjected,
    Openings,
    NewJobs,
    Exits,
    Transfers,
    SeparationRate,
    SelfEmployed,
    AiExposure,
    Satisfaction,
    Satisfied,
    VerySatisfied,
    TopDegree,
    TopEducation,
    EducationMix,
    EntryEducation,
    RequiredEducation,
    EntryExperience,
    EntryTraining,
    RequiredExperience,
    OnSiteTraining,
    OnTheJobTraining,
    Certification,
    Apprenticeship,
    TopMajor,
    TopCollege,
    YearsOfExperience,
    YearsToBecome,
    AgeMedian,
    AgeAverage,
    AgeBands,
    Gender,
    RaceAndEthnicity,
    RaceOverlapping,
    Lgbt,
    WeeklyMen,
    WeeklyWomen,
    Skills,
    SkillImportance,
    Family,
    Group,
    Related,
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
    /// The section it belongs to.
    pub section: Section,
    /// The unit of its numbers.
    pub unit: Unit,
    /// The kind of value it takes.
    pub shape: Shape,
    /// What it means, in one sentence without jargon.
    pub definition: &'static str,
    /// What sets it apart from the other metrics that can stand in the same row: "median".
    pub qualifier: Option<&'static str>,
    /// Which way is better, if any.
    pub direction: Direction,
    /// The names of its columns in a flat file, each with its unit: as many as its shape asks for
    /// (see [`super::flat`]).
    pub columns: &'static [&'static str],
    /// The column of its error in a flat file, where sources state one.
    pub error_column: Option<&'static str>,
    /// The column of the number of people it describes, where a source publishes that.
    pub base_column: Option<&'static str>,
}

impl Metric {
    /// A metric of which more is only more, and that needs no word to set it apart.
    pub(super) const fn new(
        id: MetricId,
        (key, label): (&'static str, &'static str),
        section: Section,
        (unit, shape): (Unit, Shape),
        definition: &'static str,
        columns: &'static [&'static str],
    ) -> Self {
        Self {
            id,
            key,
            label,
            section,
            unit,
            shape,
            definition,
            qualifier: None,
            direction: Direction::None,
            columns,
            error_column: None,
            base_column: None,
        }
    }

    /// The same metric, with the column of its error.
    pub(super) const fn with_error(mut self, column: &'static str) -> Self {
        self.error_column = Some(column);
        self
    }

    /// The same metric, with the column of the number of people it describes.
    pub(super) const fn with_base(mut self, column: &'static str) -> Self {
        self.base_column = Some(column);
        self
    }

    /// The same metric, set apart from others of its row by this word.
    pub(super) const fn apart(mut self, qualifier: &'static str) -> Self {
        self.qualifier = Some(qualifier);
        self
    }

    /// The same metric, of which more is better.
    pub(super) const fn higher_is_better(mut self) -> Self {
        self.direction = Direction::HigherIsBetter;
        self
    }

    /// What was expected in the place of a key that no metric has. A key of the projections before is not read as the
    /// newer one, because its figure is of other years; the newer one is named.
    pub(super) fn expected_key(words: &'static str, key: &str) -> Expected {
        const RENEWED: [(&str, &str); 3] = [
            ("growth-projected", "growth-2025-35"),
            ("jobs-2024", "jobs-2025"),
            ("jobs-2034", "jobs-2035"),
        ];
        let renewed = RENEWED.iter().find(|(former, _)| *former == key);
        Expected::MetricKey { words, renewed }
    }

    /// Whether one number leads another by more than the rounding of both, and by enough for it to matter: half a
    /// percentage point of a change in percent, one percent of a number of jobs.
    pub fn is_lead(&self, number: f64, other: f64) -> bool {
        let (rounding, least) = match self.unit {
            Unit::Percent(0) => (1.0, 0.5),
            Unit::Percent(_) => (0.1, 0.5),
            // The projections count in hundreds.
            Unit::Jobs => (100.0, other.abs() / 100.0),
            _ => (0.0, 0.0),
        };
        // Tenths of a percent are not exact in binary.
        let lead = number - other;
        lead > rounding + 1e-9 && lead > least - 1e-9
    }
}
