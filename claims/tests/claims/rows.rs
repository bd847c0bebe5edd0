//! Rows of the page's tables: cells, bold marks, differences from the baseline, and which rows are hidden.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::figures::{Figure, Measure, Occupation, Relation, Says, grouped, of_numbers, shortest};
use crate::page::{Cell, Page, Row, SimilarRole, Step};
use crate::places::best;
use crate::sentences::{Verdict, need, percent_of};

/// The measures of rows, by name; where several measures answer a row, the cells say which one.
const ROWS: &[(&str, &[Measure])] = &[
    ("Yearly pay", &[Measure::YearMedian, Measure::YearMean]),
    ("Hourly pay", &[Measure::HourMedian, Measure::HourMean]),
    ("Middle yearly pay (median)", &[Measure::YearMedian]),
    ("Average yearly pay", &[Measure::YearMean]),
    ("Lowest tenth, yearly", &[Measure::YearP10]),
    ("Lower quarter, yearly", &[Measure::YearP25]),
    ("Upper quarter, yearly", &[Measure::YearP75]),
    ("Highest tenth, yearly", &[Measure::YearP90]),
    ("Middle hourly pay (median)", &[Measure::HourMedian]),
    ("Average hourly pay", &[Measure::HourMean]),
    ("Lowest tenth, hourly", &[Measure::HourP10]),
    ("Lower quarter, hourly", &[Measure::HourP25]),
    ("Upper quarter, hourly", &[Measure::HourP75]),
    ("Highest tenth, hourly", &[Measure::HourP90]),
    (
        "Best-paying city or metropolitan area",
        &[Measure::BestMetro],
    ),
    ("Best-paying state", &[Measure::BestState]),
    ("Best-paying industry", &[Measure::BestIndustry]),
    ("Growth", &[Measure::Growth]),
    ("Growth, 2025 to 2035", &[Measure::Growth]),
    ("Number of jobs", &[Measure::Jobs]),
    ("All jobs, 2025", &[Measure::JobsBefore]),
    ("All jobs, 2035", &[Measure::JobsAfter]),
    ("Openings a year", &[Measure::Openings]),
    ("New jobs a year", &[Measure::NewJobs]),
    ("Leave the labor force each year", &[Measure::Exits]),
    (
        "Move to another occupation each year",
        &[Measure::Transfers],
    ),
    (
        "Share who leave the role each year",
        &[Measure::SeparationRate],
    ),
    ("Self-employed", &[Measure::SelfEmployed]),
    (
        "Exposure to AI, compared with other jobs",
        &[Measure::AiExposure],
    ),
    ("Job satisfaction", &[Measure::Satisfied]),
    ("Satisfied with their job", &[Measure::Satisfied]),
    ("Very satisfied with their job", &[Measure::VerySatisfied]),
    ("Most common degree", &[Measure::TopEducation]),
    ("Usual education to start", &[Measure::EntryEducation]),
    (
        "Required education: most common answer",
        &[Measure::RequiredEducation],
    ),
    ("Experience", &[Measure::EntryExperience]),
    ("Usual experience to start", &[Measure::EntryExperience]),
    (
        "Related experience: most common answer",
        &[Measure::RequiredExperience],
    ),
    ("Usual training on the job", &[Measure::EntryTraining]),
    (
        "On-site training: most common answer",
        &[Measure::OnSiteTraining],
    ),
    (
        "On-the-job training: most common answer",
        &[Measure::OnTheJobTraining],
    ),
    ("Importance of a certification", &[Measure::Certification]),
    (
        "Importance of an apprenticeship",
        &[Measure::Apprenticeship],
    ),
    ("Age", &[Measure::AgeMedian]),
    ("Men's weekly pay (median)", &[Measure::WeeklyMen]),
    ("Women's weekly pay (median)", &[Measure::WeeklyWomen]),
    ("Family", &[Measure::Family]),
    ("Closest group", &[Measure::Group]),
];

/// The measures of shares, by the name of the whole.
const WHOLES: &[(&str, Measure)] = &[
    (
        "Education of people in the role, 25 and older",
        Measure::EducationMix,
    ),
    ("Ages", Measure::Ages),
    ("Women and men", Measure::Sexes),
    ("Race and ethnicity", Measure::Races),
];

/// From which lead on growth may be called higher, in percentage points, and openings, as a share of the smaller ones.
const GROWTH_LEAD: f64 = 0.5;
const OPENINGS_LEAD: f64 = 0.01;

/// Numbers made of decimals differ in the last bits.
const BITS: f64 = 1e-9;

/// Returns the faults in the rows of a page, each with its row.
pub fn wrong(
    page: &Page,
    roles: &[&Occupation],
    national: &[&Occupation],
    baseline: Option<usize>,
) -> Vec<(String, String)> {
    let name = |row: &Row| match &row.whole {
        Some(whole) => format!("{}: {whole}", row.section),
        None => format!("{}: {}", row.section, row.label),
    };
    let mut wrong = Vec::new();
    // How many rows of each section are hidden: the same, and too close.
    let mut hidden: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    // The rows of each section in which roles share the figure of a group.
    let mut shared: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut differing = page.differing.iter().peekable();
    for row in &page.rows {
        let is_hidden = differing.next_if_eq(&row).is_none();
        let verdict = Told::of(row, roles, national).and_then(|told| {
            let (same, close) = hidden.entry(row.section).or_default();
            match told.is_same() {
                true => *same += usize::from(is_hidden),
                false => *close += usize::from(is_hidden),
            }
            if told.shares_group() {
                let name = row.whole.as_ref().unwrap_or(&row.label).as_str();
                let names = shared.entry(row.section).or_default();
                names.extend((names.last() != Some(&name)).then_some(name));
            }
            told.cells(baseline)?;
            told.hidden(is_hidden)
        });
        if let Err(error) = verdict {
            wrong.push((name(row), format!("{error} in {}", row.in_words())));
        }
    }
    wrong.extend(
        rebased(page)
            .err()
            .map(|error| ("two counts of jobs".to_owned(), error)),
    );
    if let Some(row) = differing.next() {
        wrong.push((name(row), "shown among differences alone".to_owned()));
    }
    for (said, tail) in [
        (&page.shared, ""),
        (&page.shared_differing, " Such rows are never hidden."),
    ] {
        let who = if roles.len() == 2 { "Both" } else { "Some" };
        let expected = shared.iter().map(|(section, names)| {
            let names = names.join("; ");
            let line = format!(
                "{who} roles share a wider group’s figure, which cannot tell them apart: {names}.{tail}"
            );
            (*section, line)
        });
        let expected: BTreeMap<&str, String> = expected.collect();
        let said: BTreeMap<&str, String> = said.iter().cloned().collect();
        if said != expected {
            let error = format!("{said:?} and not {expected:?}");
            wrong.push(("shared figures".to_owned(), error));
        }
    }
    let expected = hidden.into_iter();
    let expected = expected.filter_map(|(section, counts)| Some((section, line(counts)?)));
    let expected: BTreeMap<&str, String> = expected.collect();
    let said: BTreeMap<&str, String> = page.hidden.iter().cloned().collect();
    if said != expected {
        wrong.push((
            "hidden rows".to_owned(),
            format!("{said:?} and not {expected:?}"),
        ));
    }
    wrong
}

/// Checks the note that jobs, openings or people of the projections before do not add up with newer ones.
fn rebased(page: &Page) -> Verdict {
    const SAID: &str = "Figures of 2024 or 2024–34 rest on an earlier count of jobs and do not add up with newer ones.";
    let is_dated = |row: &&Row| {
        let in_cells = row.cells.iter().flat_map(|cell| &cell.qualifiers);
        let mut words = in_cells.chain([&row.label]);
        row.section == "Outlook"
            && words.any(|words| words.contains("(2024") || words.starts_with("2024"))
    };
    let expected = page
        .rows
        .iter()
        .find(is_dated)
        .map(|row| (row.section, SAID));
    need(page.remarks.iter().copied().eq(expected), || {
        format!("{:?} and not {expected:?}", page.remarks)
    })
}

/// The line that counts hidden rows: those that are the same, and those that are too close.
fn line((same, close): (usize, usize)) -> Option<String> {
    let (rows, them) = match same + close {
        0 => return None,
        1 => ("1 row is".to_owned(), "it"),
        count => (format!("{count} rows are"), "them"),
    };
    let why = match (same, close) {
        (_, 0) => format!("the same in {them}"),
        (0, _) => format!("too close to tell apart in {them}"),
        _ => format!("the same in {same} and too close to tell apart in {close}"),
    };
    Some(format!("{rows} hidden: what is published is {why}."))
}

/// A row and what its cells are about.
struct Told<'a> {
    row: &'a Row,
    roles: &'a [&'a Occupation],
    national: &'a [&'a Occupation],
    /// The measure of each cell.
    measures: Vec<Measure>,
}

impl<'a> Told<'a> {
    fn of(
        row: &'a Row,
        roles: &'a [&'a Occupation],
        national: &'a [&'a Occupation],
    ) -> Verdict<Self> {
        let unknown = || format!("{row:?} is no known row");
        let measures = match &row.whole {
            Some(whole) => {
                let found = WHOLES.iter().find(|(name, _)| name == whole);
                vec![found.ok_or_else(unknown)?.1; roles.len()]
            }
            None => {
                let (label, _) = row.label.split_once(" (2024").unwrap_or((&row.label, ""));
                let found = ROWS.iter().find(|(name, _)| *name == label);
                let (_, measures) = found.ok_or_else(unknown)?;
                let cells = row.cells.iter().zip(roles);
                cells
                    .map(|(cell, role)| measure(measures, cell, role))
                    .collect()
            }
        };
        need(row.cells.len() == roles.len(), unknown)?;
        Ok(Self {
            row,
            roles,
            national,
            measures,
        })
    }

    fn figure(&self, at: usize) -> Option<&'a Figure> {
        self.roles[at].figure(self.measures[at])
    }

    /// The share that a cell is about.
    fn share(&self, at: usize) -> Option<f64> {
        self.figure(at)?.share(&self.row.label)
    }

    /// Returns whether two roles have the figure of one group. Groups without a name are the same where all shares are.
    fn shares_group(&self) -> bool {
        let of_group = |at: usize| {
            let measure = match self.measures[at] {
                Measure::TopEducation => Measure::EducationMix,
                measure => measure,
            };
            let figure = self.roles[at].figure(measure)?;
            figure.group.is_some().then_some((measure, figure))
        };
        (0..self.roles.len()).any(|one| {
            let one_has = of_group(one);
            one_has.is_some() && (0..one).any(|other| of_group(other) == one_has)
        })
    }

    fn is_best(&self) -> bool {
        matches!(
            self.measures.first(),
            Some(Measure::BestState | Measure::BestMetro | Measure::BestIndustry)
        )
    }

    fn cells(&self, baseline: Option<usize>) -> Verdict {
        for (at, cell) in self.row.cells.iter().enumerate() {
            if self.is_best() {
                best(self.national[at], self.measures[at], cell)?;
            } else {
                self.text(at, cell)?;
                self.years(at, cell)?;
                self.group(at, cell)?;
            }
            if cell.is_bold {
                self.bold(at)?;
            }
            match (&cell.difference, baseline) {
                (Some(difference), Some(baseline)) if at != baseline => {
                    self.difference(at, baseline, difference)?;
                }
                (Some(_), _) => return Err("a difference from nothing".to_owned()),
                (None, _) => {}
            }
        }
        Ok(())
    }

    /// The figure of a cell is that of the source.
    fn text(&self, at: usize, cell: &Cell) -> Verdict {
        let measure = self.measures[at];
        let part = self.row.whole.is_some().then(|| self.share(at));
        let expected = match (self.figure(at).map(|figure| &figure.says), part) {
            (None, _) | (Some(Says::Shares(_)), Some(None)) => {
                "not published for this role".to_owned()
            }
            (Some(Says::Shares(_)), Some(Some(share))) => measure.written(share),
            (Some(says), _) => measure.shown(says),
        };
        let is_so = match expected.as_str() {
            "not released (" | "not published for this role" => cell.text.starts_with(&expected),
            _ => cell.text == expected,
        };
        need(is_so, || {
            format!("the cell is {expected:?} and not {:?}", cell.text)
        })
    }

    /// A figure of earlier projections than the others is dated.
    fn years(&self, at: usize, cell: &Cell) -> Verdict {
        let Some(years) = self.measures[at].years() else {
            return need(!self.row.label.contains(" (2024"), || "dated".to_owned());
        };
        if self.figure(at).is_none() {
            return Ok(());
        }
        let in_label = self.row.label.ends_with(&format!(" ({years})"));
        let is_dated = in_label || cell.qualifiers.iter().any(|words| words == years);
        need(is_dated, || format!("{years} is not said"))
    }

    /// A figure of a wider group is said to be one, and one without an error says how many people it describes.
    fn group(&self, at: usize, cell: &Cell) -> Verdict {
        let figure = self.figure(at);
        let said = match &self.row.whole {
            None => cell.qualifiers.clone(),
            Some(_) => {
                let name = format!("{}: ", self.roles[at].title);
                let of_role = self
                    .row
                    .notes
                    .iter()
                    .filter_map(|note| note.strip_prefix(&name));
                of_role.map(str::to_owned).collect()
            }
        };
        let says = |words: &str| said.iter().any(|said| said.contains(words));
        let group = figure.and_then(|figure| figure.group.as_ref());
        need(says("for a wider group: ") == group.is_some(), || {
            format!("of a wider group: {group:?}, said: {said:?}")
        })?;
        if let (Measure::Satisfied | Measure::VerySatisfied, Some(figure)) =
            (self.measures[at], figure)
        {
            let margin = margin_of(figure);
            need(margin.iter().all(|margin| says(margin)), || {
                format!("{margin:?} is not said but {said:?}")
            })?;
        }
        // An answer given most often among few says how few.
        let answered = figure.and_then(|figure| figure.answered);
        let answered = answered.map(|count| format!("from {count} answers"));
        let from = said.iter().find(|said| said.ends_with(" answers"));
        need(from == answered.as_ref(), || {
            format!("{answered:?} is not said but {said:?}")
        })?;
        let Some(people) = figure.and_then(|figure| figure.people) else {
            return Ok(());
        };
        let who = match self.measures[at] {
            Measure::WeeklyMen => "men who work full time",
            Measure::WeeklyWomen => "women who work full time",
            _ => "employed people",
        };
        let base = format!("of about {} {who}", grouped(people * 1_000.0, 0));
        need(says(&base), || format!("{base:?} is not said but {said:?}"))?;
        let margin = figure
            .and_then(|figure| figure.error)
            .map(|error| 1.96 * error);
        let rule = margin.map(|points| {
            let points = grouped(points, usize::from(points < 2.0));
            format!("rule of thumb: about ±{points} points")
        });
        need(rule.iter().all(|rule| says(rule)), || {
            format!("{rule:?} is not said but {said:?}")
        })
    }

    /// Returns the relation of two cells of the row.
    fn relation(&self, one: usize, other: usize) -> Relation {
        let (Some(a), Some(b)) = (self.figure(one), self.figure(other)) else {
            return Relation::Unknown;
        };
        if self.measures[one] != self.measures[other] || a.group.is_some() || b.group.is_some() {
            return Relation::Unknown;
        }
        if self.row.whole.is_some() {
            return match (self.share(one), self.share(other)) {
                (Some(one), Some(other)) => of_numbers((one, a.error), (other, b.error)),
                _ => Relation::Unknown,
            };
        }
        match (&a.says, &b.says) {
            (Says::Name(one), Says::Name(other)) if one == other => Relation::Same,
            // The page has the shares of answers in whole percents, so it cannot know that two are the same.
            (Says::Shares(_), Says::Shares(_)) => Relation::Unknown,
            _ => self.measures[one].relation(a, b),
        }
    }

    /// A bold cell is clearly above all others.
    fn bold(&self, at: usize) -> Verdict {
        for other in (0..self.roles.len()).filter(|other| *other != at) {
            let number = |at: usize| self.figure(at).and_then(Figure::number).unwrap_or_default();
            let (a, b) = (number(at), number(other));
            let is_clear = match (self.measures[at], self.relation(at, other)) {
                (Measure::Growth, Relation::Unlike(_)) => a - b >= GROWTH_LEAD - BITS,
                // Both are rounded to hundreds, so that those a hundred apart may be equal.
                (Measure::Openings, Relation::Unlike(_)) => {
                    a - b > 100.0 + BITS && a - b >= OPENINGS_LEAD * b - BITS
                }
                (_, relation) => relation == Relation::Apart(Ordering::Greater),
            };
            need(is_clear, || {
                let (one, other) = (&self.roles[at].people, &self.roles[other].people);
                format!("bold {one} are not clearly above {other}")
            })?;
        }
        need(self.roles.len() > 1, || "one cell alone is bold".to_owned())
    }

    /// Checks that the words for a difference follow from the figures.
    fn difference(&self, at: usize, baseline: usize, said: &str) -> Verdict {
        let measure = self.measures[at];
        let relation = self.relation(at, baseline);
        let number = |at: usize| match &self.row.whole {
            Some(_) => self.share(at),
            None => self.figure(at).and_then(Figure::number),
        };
        match said {
            "the same published figure" => {
                return need(relation == Relation::Same, || {
                    format!("not the same but {relation:?}")
                });
            }
            "too close to tell apart" => {
                return need(relation == Relation::Close, || {
                    format!("not close but {relation:?}")
                });
            }
            "the same figure" => {
                let (one, other) = (self.figure(at), self.figure(baseline));
                let is_of_group = one.is_some_and(|figure| figure.group.is_some());
                return need(is_of_group && one == other, || {
                    format!("{one:?} and {other:?}")
                });
            }
            _ => {}
        }
        let least = match self.figure(at).map(|figure| &figure.says) {
            Some(Says::AtLeast(least)) => Some(*least),
            _ => None,
        };
        let is_known = matches!(relation, Relation::Apart(_) | Relation::Unlike(_));
        let is_at_least = least.is_some() && !measure.is_outer_percentile();
        need(is_known || is_at_least, || {
            format!("{said:?} of figures that are {relation:?}")
        })?;
        let (Some(a), Some(b)) = (least.or_else(|| number(at)), number(baseline)) else {
            return Err(format!("{said:?} without numbers"));
        };
        // Nothing is said of less than a threshold, and the other one has an error too.
        let error = self.figure(baseline).and_then(|figure| figure.error);
        let margin = 1.96 * error.unwrap_or_default();
        need(least.is_none_or(|least| least - b > margin), || {
            format!("{said:?} of at least {a} and {b}")
        })?;
        let counts_jobs = matches!(
            measure,
            Measure::Jobs
                | Measure::JobsBefore
                | Measure::JobsAfter
                | Measure::Openings
                | Measure::Exits
                | Measure::Transfers
        );
        let (sign, word) = match (a < b, counts_jobs) {
            (false, _) => ("+", "more"),
            (true, true) => ("−", "fewer"),
            (true, false) => ("−", "less"),
        };
        let amount = measure.written_difference((a - b).abs());
        let at_least = if least.is_some() { "at least " } else { "" };
        let mut expected = format!("{at_least}{sign}{amount}");
        let has_percent = !matches!(
            measure,
            Measure::AgeMedian
                | Measure::NewJobs
                | Measure::Certification
                | Measure::Apprenticeship
        );
        if !amount.ends_with("points") && has_percent && b > 0.0 {
            expected.push_str(&format!(", {} {word}", percent_of(a - b, b)));
        }
        need(expected == said, || {
            format!("the difference is {expected:?} and not {said:?}")
        })
    }

    /// Returns whether all roles have the same in it.
    fn is_same(&self) -> bool {
        let mut others = 1..self.roles.len();
        others.all(|other| self.relation(0, other) == Relation::Same)
    }

    /// A row is hidden where all pairs are known to be the same or within the error, and nowhere else.
    fn hidden(&self, is_hidden: bool) -> Verdict {
        let mut is_alike = self.roles.len() > 1;
        for one in 0..self.roles.len() {
            for other in 0..one {
                let relation = match self.is_best() {
                    true => Relation::Unknown,
                    false => self.relation(one, other),
                };
                let is_close = matches!(relation, Relation::Same | Relation::Close);
                need(is_close || !is_hidden, || {
                    let (one, other) = (&self.roles[one].people, &self.roles[other].people);
                    format!("hidden, and {one} and {other} are {relation:?}")
                })?;
                is_alike &= is_close;
            }
        }
        need(is_hidden || !is_alike, || {
            "shown among differences".to_owned()
        })
    }
}

/// Returns the words for the error of a share of answers: no share is below 0 or above 100 percent.
fn margin_of(figure: &Figure) -> Option<String> {
    let (share, margin) = (figure.number()?, 1.96 * figure.error?);
    let percent = |share: f64| format!("{}%", grouped(share, 1));
    Some(if share + margin > 100.0 {
        format!("likely {} or more", percent(share - margin))
    } else if share < margin {
        format!("likely {} or less", percent(share + margin))
    } else {
        format!("± {} points", shortest(margin))
    })
}

/// The usual education to start, from the least to the most.
const LEVELS: [&str; 8] = [
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
];

fn level(role: &Occupation) -> Option<usize> {
    match &role.figure(Measure::EntryEducation)?.says {
        Says::Name(name) => LEVELS.iter().position(|level| level == name),
        _ => None,
    }
}

/// Returns the faults in the figures of a role that is shown as like another one, each with its figure.
pub fn wrong_in_similar(
    from: &Occupation,
    to: &Occupation,
    similar: &SimilarRole,
) -> Vec<(String, String)> {
    let mut wrong = Vec::new();
    for step in &similar.steps {
        let error = self::step(from, to, step).err();
        wrong.extend(error.map(|error| {
            (
                format!("similar: {}", step.label),
                format!("{}: {error}", to.code),
            )
        }));
    }
    let by_the_hour = from.is_paid_by_the_hour() || to.is_paid_by_the_hour();
    let pay = if by_the_hour {
        Measure::HourMedian
    } else {
        Measure::YearMedian
    };
    let is_more = |measure: Measure, one: &Occupation, other: &Occupation| {
        let (one, other) = (one.figure(measure)?, other.figure(measure)?);
        let relation = measure.relation(one, other);
        Some(matches!(
            relation,
            Relation::Apart(Ordering::Greater) | Relation::Unlike(Ordering::Greater)
        ))
    };
    let expected = [
        is_more(pay, to, from) == Some(true),
        level(from)
            .zip(level(to))
            .is_some_and(|(from, to)| to <= from),
        to.own_number(Measure::Growth)
            .is_some_and(|growth| growth > 0.0),
        is_more(Measure::SeparationRate, from, to) == Some(true),
    ];
    if similar.fulfills != expected {
        let error = format!("{}: {:?} and not {expected:?}", to.code, similar.fulfills);
        wrong.push(("similar: wishes".to_owned(), error));
    }
    wrong
}

fn step(from: &Occupation, to: &Occupation, step: &Step) -> Verdict {
    let cell = |text: &str| Cell {
        text: text.to_owned(),
        qualifiers: Vec::new(),
        is_bold: false,
        difference: None,
    };
    let row = Row {
        section: "Similar jobs",
        whole: None,
        label: step.label.clone(),
        notes: Vec::new(),
        cells: vec![cell(""), cell(&step.text)],
    };
    let roles = [from, to];
    let told = Told::of(&row, &roles, &roles)?;
    told.text(1, &row.cells[1])?;
    told.years(1, &row.cells[1])?;
    let change = step.change.as_str();
    if told.measures[1] == Measure::EntryEducation {
        let expected = match (level(from), level(to)) {
            (Some(from), Some(to)) if to > from => "a higher level",
            (Some(from), Some(to)) if to < from => "a lower level",
            (Some(_), Some(_)) => "the same",
            _ => "no difference can be told (",
        };
        return need(change.starts_with(expected), || {
            format!("{change:?} and not {expected:?}")
        });
    }
    if change.starts_with("no difference can be told (") {
        let relation = told.relation(1, 0);
        return need(relation == Relation::Unknown, || {
            format!("{change:?} of {relation:?}")
        });
    }
    told.difference(1, 0, change)
}

/// Returns the one of several measures that a cell is about.
fn measure(measures: &[Measure], cell: &Cell, role: &Occupation) -> Measure {
    let says = |word: &str| cell.qualifiers.iter().any(|qualifier| qualifier == word);
    let by_word = measures.iter().find(|measure| match measure.is_mean() {
        true => says("average"),
        false => says("median"),
    });
    // What is not a value has no statistic.
    let published = || {
        measures
            .iter()
            .find(|measure| role.figure(**measure).is_some())
    };
    let found = by_word.or_else(published).or(measures.first());
    *found.unwrap_or(&Measure::Group)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row of yearly pay, and what is wrong with it.
    struct Tried {
        roles: Vec<Occupation>,
        row: Row,
    }

    impl Tried {
        fn of(pay: &[(f64, Option<&str>)]) -> Self {
            let role = |(median, group): &(f64, Option<&str>)| {
                let median = Figure::of(Says::Number(*median)).with_error(Some(500.0));
                let median = median.of_group(group.map(str::to_owned));
                let figures = BTreeMap::from([(Measure::YearMedian, median)]);
                Occupation::new("00-0000".to_owned(), "Nurses".to_owned(), figures)
            };
            let cell = |(median, group): &(f64, Option<&str>)| Cell {
                text: Measure::YearMedian.written(*median),
                qualifiers: group
                    .map(|group| format!("for a wider group: {group}"))
                    .into_iter()
                    .collect(),
                is_bold: false,
                difference: None,
            };
            let row = Row {
                section: "Pay",
                whole: None,
                label: "Middle yearly pay (median)".to_owned(),
                notes: Vec::new(),
                cells: pay.iter().map(cell).collect(),
            };
            Self {
                roles: pay.iter().map(role).collect(),
                row,
            }
        }

        fn with(mut self, change: impl FnOnce(&mut [Cell])) -> Self {
            change(&mut self.row.cells);
            self
        }

        fn is_right(&self, is_hidden: bool) -> bool {
            let roles: Vec<&Occupation> = self.roles.iter().collect();
            let told = Told::of(&self.row, &roles, &roles);
            told.and_then(|told| {
                told.cells(Some(0))?;
                told.hidden(is_hidden)
            })
            .is_ok()
        }
    }

    #[test]
    fn a_cell_is_the_source_s() {
        assert!(Tried::of(&[(50_000.0, None)]).is_right(false));
        let other = |cells: &mut [Cell]| cells[0].text = "$50,001".to_owned();
        assert!(!Tried::of(&[(50_000.0, None)]).with(other).is_right(false));
        let silent = |cells: &mut [Cell]| cells[0].qualifiers.clear();
        assert!(
            !Tried::of(&[(50_000.0, Some("Doctors"))])
                .with(silent)
                .is_right(false)
        );
    }

    #[test]
    fn bold_is_what_is_clearly_more() {
        let bold = |cells: &mut [Cell]| cells[1].is_bold = true;
        assert!(
            Tried::of(&[(50_000.0, None), (52_000.0, None)])
                .with(bold)
                .is_right(false)
        );
        assert!(
            !Tried::of(&[(52_000.0, None), (50_000.0, None)])
                .with(bold)
                .is_right(false)
        );
        // Apart from the first, and close to the third.
        let three = [(50_000.0, None), (52_000.0, None), (51_000.0, None)];
        assert!(!Tried::of(&three).with(bold).is_right(false));
        let of_group = [(50_000.0, Some("Doctors")), (52_000.0, None)];
        assert!(!Tried::of(&of_group).with(bold).is_right(false));
    }

    #[test]
    fn a_difference_is_within_or_beyond_the_error() {
        let said = |words: &'static str| {
            move |cells: &mut [Cell]| cells[1].difference = Some(words.to_owned())
        };
        let apart = || Tried::of(&[(50_000.0, None), (52_000.0, None)]);
        assert!(apart().with(said("+$2,000, 4% more")).is_right(false));
        for wrong in [
            "−$2,000, 4% less",
            "+$2,000, 5% more",
            "+$2,001, 4% more",
            "too close to tell apart",
            "the same",
        ] {
            assert!(!apart().with(said(wrong)).is_right(false), "{wrong}");
        }
        let close = || Tried::of(&[(50_000.0, None), (51_000.0, None)]);
        assert!(close().with(said("too close to tell apart")).is_right(true));
        assert!(!close().with(said("+$1,000, 2% more")).is_right(true));
    }

    #[test]
    fn the_margin_of_a_share_stays_between_0_and_100_percent() {
        let margin = |share: f64, margin: f64| {
            margin_of(&Figure::of(Says::Number(share)).with_error(Some(margin / 1.96)))
        };
        assert_eq!(margin(91.4, 1.9).as_deref(), Some("± 1.9 points"));
        assert_eq!(margin(96.8, 5.1).as_deref(), Some("likely 91.7% or more"));
        assert_eq!(margin(3.2, 5.1).as_deref(), Some("likely 8.3% or less"));
    }

    #[test]
    fn roles_share_a_group_whose_figure_they_both_have() {
        let shares = |pay: &[(f64, Option<&str>)]| {
            let Tried { roles, row } = Tried::of(pay);
            let roles: Vec<&Occupation> = roles.iter().collect();
            let told = Told::of(&row, &roles, &roles).expect("a known row");
            told.shares_group()
        };
        let doctors = (50_000.0, Some("Doctors"));
        assert!(shares(&[doctors, (40_000.0, None), doctors]));
        assert!(!shares(&[
            doctors,
            (50_000.0, Some("Nurses")),
            (50_000.0, None)
        ]));
        assert!(!shares(&[(50_000.0, None), (50_000.0, None)]));
    }

    #[test]
    fn a_row_is_hidden_where_all_pairs_are_close() {
        assert!(Tried::of(&[(50_000.0, None), (51_000.0, None)]).is_right(true));
        assert!(!Tried::of(&[(50_000.0, None), (51_000.0, None)]).is_right(false));
        // Neighbors are close, and the ends are not.
        let chain = [(50_000.0, None), (51_000.0, None), (52_000.0, None)];
        assert!(!Tried::of(&chain).is_right(true));
        let of_one_group = [(50_000.0, Some("Doctors")), (50_000.0, Some("Doctors"))];
        assert!(!Tried::of(&of_one_group).is_right(true));
    }
}
