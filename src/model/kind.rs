use super::{MetricId, PayPeriod, Reading, Role};

/// Which of the kinds of thing a cell holds that are never mixed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A value, as published.
    Value,
    /// Top-coded.
    AtLeast,
    /// Kept back by the source.
    NotReleased,
    /// There is no such figure.
    NotPublished,
    /// There are figures of places, and they do not tell which is the best.
    NoneChosen,
    /// No larger than the rounding of what it is computed from.
    WithinRounding,
    /// Pay is published by the hour only.
    HourlyOnly,
    /// Pay is published by the year only.
    YearlyOnly,
}

impl Kind {
    /// What kind of thing a role's figure of a metric is; where no source speaks of it, it is not published.
    pub fn of(role: &Role, metric: MetricId) -> Self {
        let figure = role.figure(metric);
        figure.map_or(Self::NotPublished, |figure| {
            Self::of_reading(&figure.reading)
        })
    }

    /// What kind of thing a cell says.
    pub fn of_reading(reading: &Reading) -> Self {
        match reading {
            Reading::Exact(_) => Self::Value,
            Reading::AtLeast(_) => Self::AtLeast,
            Reading::NotReleased(_) => Self::NotReleased,
            Reading::NotPublished => Self::NotPublished,
            Reading::WithinRounding => Self::WithinRounding,
            Reading::PaidOnly(PayPeriod::Hourly) => Self::HourlyOnly,
            Reading::PaidOnly(PayPeriod::Yearly) => Self::YearlyOnly,
            Reading::TooFewPlaces | Reading::UnsureRivals(_) => Self::NoneChosen,
        }
    }

    /// How it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::AtLeast => "at least",
            Self::NotReleased => "not released",
            Self::NotPublished => "not published for this role",
            Self::NoneChosen => "none chosen",
            Self::WithinRounding => "below the rounding",
            Self::HourlyOnly => "published by the hour only",
            Self::YearlyOnly => "published by the year only",
        }
    }

    /// What a reader should know of what is not a value; none for a value.
    pub fn meaning(self) -> Option<&'static str> {
        Some(match self {
            Self::Value => return None,
            Self::AtLeast => {
                "The source says only that it is this much or more. Nothing is computed with it but “at least”."
            }
            Self::NotReleased => {
                "The source has the figure and keeps it back, to protect those who answered or because it is too unsure."
            }
            Self::NotPublished => "The source has no such figure for this role.",
            Self::NoneChosen => {
                "Fewer than 5 places or industries have enough of these jobs and an exact, sure enough median to be ranked. Or others may pay as much, but their pay is too uncertain to be ranked. So none is called the best-paying."
            }
            Self::WithinRounding => {
                "This would be computed from two numbers that are rounded to hundreds and differ by no more than that: fewer than 20 jobs a year are gained or lost. The growth in percent says which, because the source computes it before it rounds."
            }
            Self::HourlyOnly | Self::YearlyOnly => {
                "Pay of this role is published for one period. Nothing is multiplied or divided to get the other."
            }
        })
    }
}
