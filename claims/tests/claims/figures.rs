//! The figures of an occupation, how they are written, and which differences they support.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A measure of an occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the columns")]
pub enum Measure {
    YearMedian,
    YearMean,
    YearP10,
    YearP25,
    YearP75,
    YearP90,
    HourMedian,
    HourMean,
    HourP10,
    HourP25,
    HourP75,
    HourP90,
    Jobs,
    Growth,
    JobsBefore,
    JobsAfter,
    Openings,
    NewJobs,
    Exits,
    Transfers,
    SeparationRate,
    SelfEmployed,
    AiExposure,
    Satisfied,
    VerySatisfied,
    TopEducation,
    EducationMix,
    EntryEducation,
    RequiredEducation,
    EntryExperience,
    RequiredExperience,
    EntryTraining,
    OnSiteTraining,
    OnTheJobTraining,
    Certification,
    Apprenticeship,
    AgeMedian,
    Ages,
    Sexes,
    Races,
    WeeklyMen,
    WeeklyWomen,
    Family,
    Group,
    BestState,
    BestMetro,
    BestIndustry,
}

impl Measure {
    /// Returns whether it is pay or jobs, which the survey publishes for each area.
    pub fn depends_on_place(self) -> bool {
        self <= Self::Jobs
    }

    /// The years that have to be said with it: those of the projections before the last.
    pub fn years(self) -> Option<&'static str> {
        use Measure::*;
        match self {
            SelfEmployed => Some("2024"),
            Exits | Transfers | SeparationRate | EntryExperience | EntryTraining => Some("2024–34"),
            _ => None,
        }
    }

    /// By how much two numbers of it may differ and still say nothing, where no error is stated.
    fn margin(self) -> Option<f64> {
        match self {
            // Both numbers of jobs are rounded to hundreds, so that their change by the year may be off by ten.
            Self::NewJobs => Some(2.0 * 10.0),
            // Averages of what a few people answered on a scale from one to five.
            Self::Certification | Self::Apprenticeship => Some(0.49),
            _ => None,
        }
    }

    /// Returns the relation that two figures of it support.
    pub fn relation(self, one: &Figure, other: &Figure) -> Relation {
        let number = |figure: &Figure| figure.number().unwrap_or_default();
        // Zero hundreds stand for fewer than 50.
        let in_hundreds = matches!(self, Self::Openings | Self::Exits | Self::Transfers);
        if in_hundreds && (number(one) == 0.0 || number(other) == 0.0) {
            return Relation::Unknown;
        }
        match (relation(one, other), self.margin()) {
            (Relation::Unlike(order), Some(margin)) => {
                match (number(one) - number(other)).abs() <= margin + 1e-9 {
                    true => Relation::Close,
                    false => Relation::Apart(order),
                }
            }
            // A percentile of a sample, and nobody knows how sure.
            (Relation::Unlike(_), None) if self.is_outer_percentile() => Relation::Unknown,
            (relation, _) => relation,
        }
    }

    /// Returns whether it is a percentile of pay other than the median.
    pub fn is_outer_percentile(self) -> bool {
        use Measure::*;
        matches!(
            self,
            YearP10 | YearP25 | YearP75 | YearP90 | HourP10 | HourP25 | HourP75 | HourP90
        )
    }

    /// Returns whether it is mean pay.
    pub fn is_mean(self) -> bool {
        matches!(self, Self::YearMean | Self::HourMean)
    }

    /// Writes a number of it.
    pub fn written(self, number: f64) -> String {
        use Measure::*;
        match self {
            HourMedian | HourMean | HourP10 | HourP25 | HourP75 | HourP90 => {
                format!("${}", grouped(number, 2))
            }
            Growth | SeparationRate | SelfEmployed | Satisfied | VerySatisfied | TopEducation
            | EducationMix | Sexes | Races => format!("{}%", grouped(number, 1)),
            Ages => format!("{}%", grouped(number, 0)),
            // The table has two decimals, and half a percent is rounded up.
            RequiredEducation | RequiredExperience | OnSiteTraining | OnTheJobTraining => {
                format!("{}%", grouped((number + 1e-9).round(), 0))
            }
            Certification | Apprenticeship => format!("{} of 5", shortest(number)),
            NewJobs if number < 0.0 => format!("{} jobs lost a year", grouped(-number, 0)),
            NewJobs => grouped(number, 0),
            AgeMedian => format!("{} years", shortest(number)),
            // The table counts in hundreds, so that its zero does not say that there are none.
            Openings | Exits | Transfers if number == 0.0 => "fewer than 50".to_owned(),
            Jobs | JobsBefore | JobsAfter | Openings | Exits | Transfers => grouped(number, 0),
            _ => format!("${}", grouped(number, 0)),
        }
    }

    /// Writes an answer; one that is "None" has to say of what.
    fn answer(self, name: &str) -> &str {
        match self {
            Self::EntryExperience | Self::RequiredExperience if name == "None" => {
                "No related experience"
            }
            Self::EntryTraining if name == "None" => "No training on the job",
            Self::OnSiteTraining if name == "None" => "No on-site training",
            _ => name,
        }
    }

    /// Returns the page's text for a cell that holds one thing; of what is kept back, the first words.
    pub fn shown(self, says: &Says) -> String {
        match says {
            Says::Number(number) => self.written(*number),
            Says::AtLeast(least) => format!("at least {}", self.written(*least)),
            Says::NotReleased => "not released (".to_owned(),
            Says::TooFew(title) => {
                let who = match self {
                    Self::WeeklyMen => "men who work full time",
                    Self::WeeklyWomen => "women who work full time",
                    _ => "people",
                };
                format!(
                    "not released (Current Population Survey: the survey counts fewer than 50,000 {who} in “{title}”)"
                )
            }
            Says::WithinRounding => "fewer than 20 gained or lost".to_owned(),
            Says::ByTheHour => "published by the hour only".to_owned(),
            Says::ByTheYear => "published by the year only".to_owned(),
            Says::Name(name) => self.answer(name).to_owned(),
            Says::Shares(shares) => match shares.as_slice() {
                [] => String::new(),
                [(name, share)] => format!("{}, {}", self.answer(name), self.written(*share)),
                // All of them have the same share.
                [(first, share), between @ .., (last, _)] => {
                    let mut names = self.answer(first).to_owned();
                    for (name, _) in between {
                        names += &format!(", {}", self.answer(name));
                    }
                    // A name with a comma in it needs one before the next.
                    let has_comma = shares.iter().any(|(name, _)| name.contains(", "));
                    names += if has_comma { ", or " } else { " or " };
                    names += self.answer(last);
                    let rest = names.split_off(1).to_lowercase();
                    format!("{names}{rest}, {} each", self.written(*share))
                }
            },
        }
    }

    /// Writes a difference of it, without its sign: "$12,400", "3.2 points", "2.5 years".
    pub fn written_difference(self, difference: f64) -> String {
        use Measure::*;
        match self {
            Openings | Exits | Transfers => grouped(difference, 0),
            Certification | Apprenticeship => shortest(difference),
            _ => {
                let number = self.written(difference);
                match number.strip_suffix('%') {
                    Some(points) => format!("{points} points"),
                    None if difference == 1.0 => number.replace("1 years", "1 year"),
                    None => number,
                }
            }
        }
    }
}

/// The content of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Says {
    /// A number.
    Number(f64),
    /// Top-coded: this much or more.
    AtLeast(f64),
    /// Kept back.
    NotReleased,
    /// Kept back by the population survey, which counts too few people in the occupation of this name.
    TooFew(String),
    /// Made of rounded numbers, and no larger than their rounding.
    WithinRounding,
    /// Pay is published by the hour only.
    ByTheHour,
    /// Pay is published by the year only.
    ByTheYear,
    /// A name.
    Name(String),
    /// Shares with their names.
    Shares(Vec<(String, f64)>),
}

/// A cell, with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its content.
    pub says: Says,
    /// Its standard error, in its own unit; none where the source states none.
    pub error: Option<f64>,
    /// The sample in thousands of people, where no error is stated.
    pub people: Option<f64>,
    /// The number of answers, where O*NET asked.
    pub answered: Option<u64>,
    /// Whose it is, where it is not the occupation's own.
    pub group: Option<String>,
}

impl Figure {
    /// A figure of the occupation's own, without a stated error.
    pub fn of(says: Says) -> Self {
        Self {
            says,
            error: None,
            people: None,
            answered: None,
            group: None,
        }
    }

    /// The same figure, of a wider group if one is named.
    pub fn of_group(self, group: Option<String>) -> Self {
        Self { group, ..self }
    }

    /// The same figure, made from so many thousands of people. Of shares the margin at 95 percent confidence is taken to
    /// be five points at 250,000 people, and to fall with their square root; of a median nothing is known.
    pub fn of_people(self, thousands: f64) -> Self {
        let is_share = matches!(self.says, Says::Shares(_));
        Self {
            people: Some(thousands),
            error: is_share.then(|| 5.0 * (250.0 / thousands).sqrt() / 1.96),
            ..self
        }
    }

    /// The same figure with its standard error.
    pub fn with_error(self, error: Option<f64>) -> Self {
        Self { error, ..self }
    }

    /// Its number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self.says {
            Says::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The share with a name.
    pub fn share(&self, name: &str) -> Option<f64> {
        match &self.says {
            Says::Shares(shares) => shares
                .iter()
                .find(|share| share.0 == name)
                .map(|share| share.1),
            _ => None,
        }
    }
}

/// The survey's figures of an occupation in a state, a metropolitan area or an industry.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The published median there.
    pub median: Says,
    /// The relative standard error of pay, in percent.
    pub wage_rse: Option<f64>,
    /// The number of these jobs.
    pub jobs: Option<f64>,
    /// The relative standard error of that, in percent.
    pub jobs_rse: Option<f64>,
}

/// A rated skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Skill {
    /// Its name.
    pub name: String,
    /// Its importance, from one to five.
    pub importance: f64,
    /// Its level, where that may be used.
    pub level: Option<f64>,
}

/// The pay of an occupation in an earlier year.
#[derive(Clone, Debug, PartialEq)]
pub struct PastYear {
    /// The year; the month is May.
    pub year: u16,
    /// The median in dollars of that year; none where none is published.
    pub median: Option<Says>,
    /// The price index of its May.
    pub prices: f64,
}

/// An occupation with everything the sources say of it.
#[derive(Clone, Debug)]
pub struct Occupation {
    /// Its code: "11-2022".
    pub code: String,
    /// Its official title.
    pub title: String,
    /// Its people inside a sentence, without capitals.
    pub people: String,
    /// Its figures.
    pub figures: BTreeMap<Measure, Figure>,
    /// All states, metropolitan areas and industries in which it is published, by the measure of the best-paying one.
    pub places: BTreeMap<Measure, Vec<Place>>,
    /// Its skills.
    pub skills: Vec<Skill>,
    /// Its pay of past years and of this one, in order.
    pub past: Vec<PastYear>,
}

impl Occupation {
    /// One with these figures.
    pub fn new(code: String, title: String, figures: BTreeMap<Measure, Figure>) -> Self {
        // The survey writes a dash as two hyphens.
        let title = title.replace("--", "—");
        let people = title.to_ascii_lowercase();
        let people = match people.strip_suffix(", all other") {
            Some(people) => format!("{people} (all other)"),
            None => people,
        };
        Self {
            code,
            title,
            people,
            figures,
            places: BTreeMap::new(),
            skills: Vec::new(),
            past: Vec::new(),
        }
    }

    /// A figure.
    pub fn figure(&self, measure: Measure) -> Option<&Figure> {
        self.figures.get(&measure)
    }

    /// A number of its own.
    pub fn own_number(&self, measure: Measure) -> Option<f64> {
        let figure = self.figure(measure)?;
        figure.number().filter(|_| figure.group.is_none())
    }

    /// Returns whether its pay is published by the hour only.
    pub fn is_paid_by_the_hour(&self) -> bool {
        let median = self.figure(Measure::YearMedian);
        median.is_some_and(|figure| figure.says == Says::ByTheHour)
    }
}

/// The relation of two figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They are the same.
    Same,
    /// They differ by no more than the error.
    Close,
    /// The first is more, or less, than the other by more than the error.
    Apart(Ordering),
    /// The first is more, or less, and nothing is known of an error.
    Unlike(Ordering),
    /// They cannot be held against each other.
    Unknown,
}

/// Returns the relation of the numbers of two figures.
fn relation(one: &Figure, other: &Figure) -> Relation {
    let own = one.group.is_none() && other.group.is_none();
    let (Some(a), Some(b), true) = (one.number(), other.number(), own) else {
        return Relation::Unknown;
    };
    match of_numbers((a, one.error), (b, other.error)) {
        // Made from a sample, and nobody knows how sure.
        Relation::Unlike(_) if one.people.is_some() => Relation::Unknown,
        relation => relation,
    }
}

/// Returns the relation of two numbers with their standard errors, at 95 percent confidence.
pub fn of_numbers((a, error_a): (f64, Option<f64>), (b, error_b): (f64, Option<f64>)) -> Relation {
    let order = a.total_cmp(&b);
    match (error_a, error_b) {
        _ if order == Ordering::Equal => Relation::Same,
        (Some(error_a), Some(error_b)) => {
            let margin = 1.96 * (error_a * error_a + error_b * error_b).sqrt();
            match (a - b).abs() <= margin {
                true => Relation::Close,
                false => Relation::Apart(order),
            }
        }
        _ => Relation::Unlike(order),
    }
}

/// With commas at thousands and so many decimals; a negative number has a real minus.
pub fn grouped(number: f64, decimals: usize) -> String {
    let digits = format!("{:.decimals$}", number.abs());
    let (whole, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let first = whole.len() % 3;
    let mut groups: Vec<&str> = Vec::new();
    if first > 0 {
        groups.push(&whole[..first]);
    }
    let rest = &whole[first..];
    groups.extend((0..rest.len() / 3).map(|group| &rest[3 * group..3 * group + 3]));
    let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if number < 0.0 && !is_zero { "−" } else { "" };
    format!("{sign}{}{fraction}", groups.join(","))
}

/// With the decimals that it has, up to two.
pub fn shortest(number: f64) -> String {
    let text = grouped(number, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The number of a text such as "$12,400", "−3.2%" or "300".
pub fn number_of(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '.' | '−'))
        .collect();
    plain.replace('−', "-").parse().ok()
}
