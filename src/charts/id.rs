use crate::compare::Dollars;
use crate::model::{Details, MetricId, PriceIndex, Section};

/// What is to be known of a chart that is drawn from what is fetched apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FetchedFigures {
    /// What they mean.
    pub meaning: &'static str,
    /// Their sources by id, each with what was done to its cells.
    pub sources: &'static [(&'static str, &'static str)],
}

const PAST_MEDIANS: &str = "The median of each year’s estimates: half earned less, half more.";

const IN_DOLLARS_OF_MAY_2025: FetchedFigures = FetchedFigures {
    meaning: PAST_MEDIANS,
    sources: &[
        (
            Details::HISTORY_SOURCE,
            "Crossroads multiplied the median of each year’s table by the consumer price index of May 2025 and divided \
             it by that of May of its year. Pay is rounded to whole dollars a year or cents an hour. Where a table says \
             only that a median is very high, the point is open upwards from that year’s limit, rounded down.",
        ),
        (
            PriceIndex::SOURCE,
            "The index of May of each year is the cell of the table.",
        ),
    ],
};

const IN_DOLLARS_OF_EACH_YEAR: FetchedFigures = FetchedFigures {
    meaning: PAST_MEDIANS,
    sources: &[(
        Details::HISTORY_SOURCE,
        "The medians are the cells of each year’s table, in the dollars of that year: inflation is not taken out. Where \
         a table says only that a median is very high, the point is open upwards from that year’s limit.",
    )],
};

/// The key of [`ChartId::PayHistory`] in dollars of each year, alone in another page.
const PAY_HISTORY_OF_EACH_YEAR: &str = "pay-history-each-year";

/// A chart of the page, by its stable id: in links, in file names, in the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChartId {
    /// What people earn in a year, from the low to the high end.
    SalaryRange,
    /// How the number of jobs changes.
    Growth,
    /// How many jobs open each year.
    Openings,
    /// What people earned in past years.
    PayHistory,
    /// How far people went in school.
    Education,
    /// How old people are.
    Ages,
    /// Women and men.
    Gender,
    /// Race and ethnicity.
    Race,
    /// What women and men earn in a week.
    PayBySex,
    /// How many are satisfied.
    Satisfaction,
    /// What the roles need.
    Skills,
}

impl ChartId {
    /// All charts, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::SalaryRange,
        Self::Growth,
        Self::Openings,
        Self::PayHistory,
        Self::Education,
        Self::Ages,
        Self::Gender,
        Self::Race,
        Self::PayBySex,
        Self::Satisfaction,
        Self::Skills,
    ];

    /// Its id as text.
    pub fn key(self) -> &'static str {
        match self {
            Self::SalaryRange => "salary-range",
            Self::Growth => "growth",
            Self::Openings => "openings",
            Self::PayHistory => "pay-history",
            Self::Education => "education",
            Self::Ages => "ages",
            Self::Gender => "gender",
            Self::Race => "race",
            Self::PayBySex => "pay-by-sex",
            Self::Satisfaction => "satisfaction",
            Self::Skills => "skills",
        }
    }

    /// The chart with this id, if there is one.
    pub fn with_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chart| chart.key() == key)
    }

    /// The key by which another page shows it.
    pub fn embed_key(self, dollars: Dollars) -> &'static str {
        match (self, dollars) {
            (Self::PayHistory, Dollars::OfEachYear) => PAY_HISTORY_OF_EACH_YEAR,
            _ => self.key(),
        }
    }

    /// The chart that another page shows by this key, and the dollars of past pay in it.
    pub fn embedded(key: &str) -> Option<(Self, Dollars)> {
        match key {
            PAY_HISTORY_OF_EACH_YEAR => Some((Self::PayHistory, Dollars::OfEachYear)),
            key => Some((Self::with_key(key)?, Dollars::default())),
        }
    }

    /// What is seen.
    pub fn title(self) -> &'static str {
        match self {
            Self::SalaryRange => "Salary range",
            Self::Growth => "Expected change in the number of jobs",
            Self::Openings => "Expected openings a year",
            Self::PayHistory => "Middle pay (median) in past years",
            Self::Education => "How far people in the role went in school",
            Self::Ages => "How old people in the role are",
            Self::Gender => "Women and men in the role",
            Self::Race => "Race and ethnicity of people in the role",
            Self::PayBySex => "Weekly pay of women and men",
            Self::Satisfaction => "Job satisfaction",
            Self::Skills => "Most important skills, up to ten a role",
        }
    }

    /// The rows whose figures it shows one by one, so that its own table is their place. The rows of
    /// pay stay in the section's table: the chart shows what lies between them.
    pub fn rows(self) -> &'static [MetricId] {
        match self {
            Self::SalaryRange => &[],
            _ => self.metrics(),
        }
    }

    /// The section of the page it stands in.
    pub fn section(self) -> Section {
        match self {
            Self::SalaryRange => Section::Pay,
            Self::Growth | Self::Openings | Self::PayHistory => Section::Outlook,
            Self::Education => Section::Education,
            Self::Ages | Self::Gender | Self::Race | Self::PayBySex | Self::Satisfaction => {
                Section::People
            }
            Self::Skills => Section::Skills,
        }
    }

    /// Whether its figures are fetched apart.
    pub fn is_fetched(self) -> bool {
        self == Self::PayHistory
    }

    /// What is to be known of its figures, where they are fetched apart.
    pub fn fetched(self, dollars: Dollars) -> Option<FetchedFigures> {
        self.is_fetched().then_some(match dollars {
            Dollars::OfMay2025 => IN_DOLLARS_OF_MAY_2025,
            Dollars::OfEachYear => IN_DOLLARS_OF_EACH_YEAR,
        })
    }

    /// What it is drawn from. Where several can answer the same question, each role answers by the
    /// first that all have, and otherwise by its own first.
    pub fn metrics(self) -> &'static [MetricId] {
        use MetricId::*;
        match self {
            Self::SalaryRange => &[
                PayYearMedian,
                PayYearAverage,
                PayYearP10,
                PayYearP25,
                PayYearP75,
                PayYearP90,
                PayRange,
            ],
            Self::Growth => &[GrowthProjected, Growth],
            Self::Openings => &[Openings],
            // Its figures are fetched apart.
            Self::PayHistory => &[],
            Self::Education => &[EducationMix],
            Self::Ages => &[AgeBands],
            Self::Gender => &[Gender],
            Self::Race => &[RaceOverlapping, RaceAndEthnicity],
            Self::PayBySex => &[WeeklyWomen, WeeklyMen],
            Self::Satisfaction => &[Satisfied, Satisfaction],
            Self::Skills => &[SkillImportance, Skills],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chart_stands_at_its_own_place_and_is_found_by_its_key() {
        for (place, id) in ChartId::ALL.into_iter().enumerate() {
            assert_eq!(id as usize, place, "{}", id.key());
            assert_eq!(ChartId::with_key(id.key()), Some(id));
        }
        assert_eq!(ChartId::with_key("salary"), None);
    }

    #[test]
    fn a_chart_in_another_page_keeps_its_dollars() {
        for id in ChartId::ALL {
            for dollars in [Dollars::OfMay2025, Dollars::OfEachYear] {
                let kept = ChartId::embedded(id.embed_key(dollars));
                let dollars = if id.is_fetched() {
                    dollars
                } else {
                    Dollars::default()
                };
                assert_eq!(kept, Some((id, dollars)));
            }
        }
        assert_eq!(ChartId::embedded("salary"), None);
    }
}
