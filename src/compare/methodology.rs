//! How the figures are made: told once, for the page about them and for `docs/METHODOLOGY.md`.
//!
//! The registry, the non-values, what was done to cells, the limits and the sources are read from where the code has them.
//! The sentences between them are written here: whoever changes a rule changes its sentence.

use super::bridges::NEAR_IN_WORDS;
use super::difference::NORMAL_AT_95;
use super::similar::{MOST_ALIKE, Wish};
use super::{CLEAR, NEEDED, NEW_METHOD, exposure, whereabouts};
use crate::model::{
    Dataset, KNOWN_BASE, KNOWN_MARGIN, Kind, METRICS, Metric, Place, PriceLevel, Section, Unit,
    derivation, format, share_margin,
};

/// What the pay of the wage survey counts and leaves out, in short.
pub const PAY_COUNTED: &str = "Pay in the BLS wage survey is before taxes and includes tips, commissions and production \
    bonuses. It leaves out overtime, other bonuses, benefits and people who work for themselves. Yearly pay is the \
    hourly rate for 2,080 hours, a full-time year, where hourly pay is published.";

/// A section of the methodology.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodSection {
    /// Its stable id, by which a page can be linked to it.
    pub id: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Words(String),
    /// Terms with what each means, under a heading where there is one.
    Terms(Option<&'static str>, Vec<(String, String)>),
}

/// What else a figure may say of itself.
const WIDER_GROUP: (&str, &str) = (
    "for a wider group",
    "The source counts this role together with others. The figure is theirs together, and their name stands with it.",
);

/// What is told of a dataset's figures. What only official figures need is left out where there are none.
pub fn methodology(dataset: &Dataset) -> Vec<MethodSection> {
    let mut sections = vec![non_values(), differences()];
    if dataset.has_official() {
        sections.extend([
            pay(),
            places(),
            best_paid(),
            past_pay(),
            outlook(),
            moving(),
            likeness(),
            exposed(),
            figures(dataset),
        ]);
    }
    sections
}

/// The same as Markdown, with the sources.
pub fn methodology_markdown(dataset: &Dataset) -> String {
    let mut text = "# Methodology\n\nWhat each figure is, how it is made, and what it is not. \
        `cargo run --example methodology` writes this file from the code that makes the figures; the page “About the \
        figures” shows the same.\n"
        .to_owned();
    for section in methodology(dataset) {
        text += &format!("\n## {}\n", section.heading);
        for block in section.blocks {
            text += &match block {
                Block::Words(words) => format!("\n{words}\n"),
                Block::Terms(heading, terms) => {
                    let heading = heading.map(|heading| format!("\n### {heading}\n"));
                    let terms: String = terms
                        .iter()
                        .map(|(term, meaning)| format!("* **{term}**: {meaning}\n"))
                        .collect();
                    format!("{}\n{terms}", heading.unwrap_or_default())
                }
            };
        }
    }
    text += "\n## All sources\n";
    for source in dataset.sources() {
        let link = source.link.as_ref().map(|link| format!(" <{link}>"));
        text += &format!(
            "\n### {}: {}\n\n{}\n\nRelease: {}. Period: {}. License: {}.{}\n",
            source.publisher,
            source.table,
            source.note,
            source.release,
            source.period,
            source.license,
            link.unwrap_or_default()
        );
    }
    text
}

fn section(id: &'static str, heading: &'static str, blocks: Vec<Block>) -> MethodSection {
    MethodSection {
        id,
        heading,
        blocks,
    }
}

fn words(text: &str) -> Block {
    Block::Words(text.to_owned())
}

fn terms<'a>(terms: impl Iterator<Item = (&'a str, &'a str)>) -> Block {
    let owned = terms.map(|(term, meaning)| (term.to_owned(), meaning.to_owned()));
    Block::Terms(None, owned.collect())
}

fn non_values() -> MethodSection {
    let kinds = [
        Kind::AtLeast,
        Kind::NotReleased,
        Kind::NotPublished,
        Kind::NoneChosen,
        Kind::WithinRounding,
        Kind::HourlyOnly,
        Kind::YearlyOnly,
    ];
    let kinds = kinds.into_iter();
    let kinds = kinds.filter_map(|kind| Some((kind.name(), kind.meaning()?)));
    section(
        "words",
        "Where there is no number",
        vec![terms(kinds.chain([WIDER_GROUP]))],
    )
}

fn differences() -> MethodSection {
    section(
        "differences",
        "When a difference is called one",
        vec![
            words(
                "Two figures are held against each other where both come from the same source and neither is of a wider \
                 group. Figures of a visitor’s own file may be held against any other; each says whose it is.",
            ),
            Block::Words(format!(
                "A difference within {NORMAL_AT_95} standard errors of the difference (95 percent confidence) is called \
                 “too close to tell apart”. The wage survey states an error for the mean and none for \
                 the median, so that of the mean stands for both. It states none for the other percentiles either, and no \
                 difference between two of those is claimed. Two equal figures are “the same published figure”, which \
                 does not say that the true ones are equal. Elsewhere an error that is not stated counts as none, with these exceptions: the rules below, the importance of a certification or of an apprenticeship, which \
                 differs from {CLEAR} points on, and new jobs a year, which differ from 30 on."
            )),
            Block::Words(format!(
                "The tables of the Current Population Survey state no errors, so each of its figures says how many people \
                 it describes. Crossroads uses a rule of thumb for its shares: at 95 percent confidence, the margin is \
                 {KNOWN_MARGIN} points times the square root of {known} divided by the number of people. That is about \
                 {small} points at 60,000 people, {KNOWN_MARGIN} at {known} and {large} at 1,000,000. For shares near 0 or \
                 100 percent it is wider than need be. A difference of two shares that is no larger than the square root of \
                 the sum of both squared margins is “too close to tell apart” as well.",
                known = format::number(Unit::Jobs, KNOWN_BASE),
                small = format::plain(Unit::Share(1), share_margin(60_000.0)),
                large = format::plain(Unit::Share(1), share_margin(1_000_000.0)),
            )),
            words(
                "The Bureau of Labor Statistics publishes a formula for approximate standard errors of these shares and, in \
                 a separate workbook, the parameters it needs. The workbook could not be reached, so no parameter of it is \
                 used. The rule takes every margin to shrink with the square root of the number of people, as sampling \
                 errors do, and assumes about 10 points at 60,000 people and 5 at 250,000.",
            ),
            words(
                "The rule holds for shares only. No published rule for the medians of this survey was found, and the tables \
                 give no spread from which to work one out. So no difference is claimed between two median ages or two \
                 weekly pays, and women’s and men’s weekly pay stand side by side without a ratio: whether it differs \
                 from 100 percent by more than chance is not known.",
            ),
            words(
                "Two roles that one wider group counts together have the same figure of it. That says nothing about how the \
                 two roles differ. A line under each table names the rows in which roles share a group.",
            ),
            words(
                "No share is below 0 or above 100 percent. Where the margin of a share of answers would go beyond, only its \
                 other end is given: “likely 91.7% or more”.",
            ),
            words(
                "Of three roles or more, all pairs are compared. Those that “earn the most” are all that no other role is \
                 clearly above. Those that earn “the least” are all that are clearly above no other. A role that cannot \
                 be told apart from any other is neither, and the sentence says so.",
            ),
            words(
                "Where most people would call more better, the highest value of a row is bold if it is clearly above \
                 every other. A lead within the rounding of the figures, of less than half a percentage point of growth, \
                 or of less than 1% of openings, is too small to mark. Nothing is bold in a row with a missing figure, an \
                 “at least” or a wider group, or of a percentile of pay other than the median.",
            ),
            words(
                "“Only rows that differ” hides a row if every two roles have the same published figure, or figures too close to tell \
                 apart. A row with a missing figure, an “at least”, a wider group or several sources is never hidden.",
            ),
            words(
                "Skills stand in the order of their importance. Equally important ones stand in the order of their \
                 level, if each of them has one. A sentence names the first three and one or two that are as important \
                 as the third. Of more than two it says how many are “rated the same”.",
            ),
            words(
                "Your own pay is put between the nearest published percentiles, and no closer. Nothing between two of \
                 them is estimated.",
            ),
        ],
    )
}

fn pay() -> MethodSection {
    section(
        "pay",
        "What counts as pay",
        vec![
            words(PAY_COUNTED),
            words(
                "In the wage survey’s terms: base rate, cost-of-living allowances, hazard and incentive pay, commissions, \
                 tips and production bonuses count. Overtime, shift differentials, holiday and weekend premiums, year-end \
                 and other nonproduction bonuses, severance, back pay, profit sharing, stock and what benefits cost the \
                 employer do not. Self-employed people, owners of unincorporated firms, household workers and unpaid \
                 family workers are not in it.",
            ),
            words(
                "Men’s and women’s weekly pay is from another survey, of households (CPS). It is what employees say they \
                 usually earn before taxes, with overtime, tips and commissions. So it is not set against the pay above.",
            ),
        ],
    )
}

fn places() -> MethodSection {
    section(
        "places",
        "A place, and what its pay buys",
        vec![
            words(
                "With a place chosen, pay and the number of employees are those of the place, each with the figure of the \
                 whole United States beside it. All else stays that of the whole United States. What is not published \
                 for the place is said to be so; the figure of the whole United States never stands in for it.",
            ),
            Block::Words(format!(
                "Cost-adjusted pay is published pay divided by the price level of the place in {}, where 100 is that of \
                 the whole United States. It is rounded to $100 a year or 10 cents an hour and called “about”: more \
                 digits would be false precision. Published pay decides whether two roles differ. A nonmetropolitan area \
                 has no level of its own: it takes that of all US nonmetropolitan areas together, which is said. No level \
                 is published for territories, so their pay is not adjusted.",
                PriceLevel::YEAR
            )),
        ],
    )
}

fn best_paid() -> MethodSection {
    section(
        "best-paid",
        "Where a role is paid best",
        vec![
            words(
                "Places and industries stand in the order of their published median. A small number of jobs or an unsure \
                 wage keeps one out of the order:",
            ),
            terms(whereabouts::best()),
            Block::Words(format!(
                "One is named as the best-paying only where at least {} can be ranked. The best of fewer says little: it \
                 can pay less than places with fewer jobs, and less than the median of the whole United States. A list \
                 of fewer says so.",
                Place::FEWEST
            )),
            words(
                "A place or industry with enough jobs whose pay is too unsure to be ranked may still pay the most. Where none \
                 of the ranked ones clearly pays more than it, by the test below, none is named as the best-paying, and the \
                 page says so.",
            ),
            Block::Words(format!(
                "The best-paying one is the one whose median no other’s exceeds by more than the survey’s error: \
                 {NORMAL_AT_95} standard errors of the difference (95 percent confidence), with the stated error of the \
                 mean standing for that of the median, and the estimates of two places taken as independent. Where that is \
                 true of several, any of them could be the best, and no two of them can be told apart: three are named, the \
                 others counted. Being within the error of the highest median is not enough for that. One whose own error \
                 is large may be within it and yet clearly below another."
            )),
            words(
                "The same test, with the error of the number of jobs, says which of the places with the most jobs cannot be \
                 told apart.",
            ),
            words(
                "One whose median is published only as “at least” has no place in the order; how many there are is said.",
            ),
        ],
    )
}

fn past_pay() -> MethodSection {
    section(
        "past-pay",
        "Pay of past years",
        vec![
            Block::Words(format!(
                "Pay of past years is in dollars of May 2025: the median of each May times the consumer price index \
                 (CPI-U) of May 2025, divided by that of its own May, and rounded to whole dollars. “At least” is \
                 rounded down. The index is one for the whole country and all goods. One switch shows the dollars of \
                 each year, which are the cells of the tables. From {NEW_METHOD} on the survey estimates pay by another \
                 method, so that no line leads there from before, and none over a year that is missing."
            )),
            Block::Words(format!(
                "A sentence says by how much the median of the last year differs from the first one by the same method, \
                 after inflation. The two are “too close to tell” if the difference is no more than {NORMAL_AT_95} \
                 standard errors of the difference, and else “about the same” if it is less than 1%. The stated error of the \
                 mean stands for that of the last median. The errors of earlier years are not known: that of the first \
                 median is taken to be as large, and nothing is said to rise or fall."
            )),
            words(
                "The index was read in the package cpi 2.1.0, which copies the Bureau’s series; four values of May were \
                 read once more there.",
            ),
        ],
    )
}

fn outlook() -> MethodSection {
    section(
        "outlook",
        "Expected jobs and the way in",
        vec![
            words(
                "Growth, jobs, openings and the usual education to start are projections for 2025 to 2035. The copy of them \
                 lacks the self-employed, the people who leave, and the usual experience and training. Those figures are \
                 from the projections for 2024 to 2034 and are dated wherever they are shown. The Bureau re-estimated the \
                 number of jobs in between, so no figure is computed from both, and the jobs of 2025 are not compared with \
                 those of 2024.",
            ),
            words(
                "New jobs a year are the jobs expected in 2035 minus those of 2025, divided by ten. The table rounds both to \
                 100 jobs. Where they are 100 apart or less, no figure is shown.",
            ),
        ],
    )
}

fn moving() -> MethodSection {
    section(
        "moving",
        "What a change from one role to another takes",
        vec![Block::Words(format!(
            "A role needs what O*NET rates at {NEEDED} or more of 5 in importance. Ratings of two roles differ from \
             {CLEAR} points on; below that they are taken as alike. Where both roles need something, its level decides \
             if both have one, and otherwise its importance. What is rated for one of them alone is named and not \
             compared."
        ))],
    )
}

fn likeness() -> MethodSection {
    let wishes = Wish::ALL.iter().map(|wish| (wish.name(), wish.meaning()));
    section(
        "likeness",
        "How alike two roles are",
        vec![
            words(
                "A measure of the project’s own, made of O*NET’s ratings: the importance and the level of skills, and the \
                 importance of areas of knowledge. Each rating is told in standard deviations from the mean of all rated \
                 occupations. In skills, and apart from that in knowledge, two occupations are as alike as Pearson’s \
                 correlation of these; overall it is the mean of both correlations. Shown is how many of 1,000 pairs of \
                 occupations are less alike.",
            ),
            Block::Words(format!(
                "Ratings that O*NET recommends not to use are left out and not filled in. An occupation that O*NET does \
                 not rate, or of which it rates only narrower occupations, has no similar roles. The {MOST_ALIKE} most alike are looked at. A way over a third \
                 role is one whose two steps are both more alike than the two ends. The usual education of the third \
                 role is that of one of the ends, or between the two. Those whose less alike step is the most alike come \
                 first. Where the ends are more alike than {NEAR_IN_WORDS}, no way is looked for."
            )),
            words(
                "It holds the shape of two profiles against each other and not their height, and it knows nothing of \
                 licenses, degrees, strength or tools. Similar roles can be filtered:",
            ),
            terms(wishes),
        ],
    )
}

fn exposed() -> MethodSection {
    section(
        "exposure",
        "Exposure to AI",
        vec![
            words(exposure::CATEGORY_METHOD),
            words(
                "The category is the Bureau’s own label; it is never turned into a number. It says how occupations compare \
                 with one another, and is not a forecast of job loss, of the use of AI or of pay. Crossroads could not \
                 reach the Bureau’s workbook or its page on the method (bls.gov/emp/publications/ai-exposure-categories.htm). \
                 The categories were read in a public copy of the workbook as published on 27 August 2026. Two readings of \
                 all 831 rows did not differ. How many occupations are in each category, and 23 sample rows, equal what is \
                 given with that copy and in a second one. What is said of the method is from the notes of both.",
            ),
            words(
                "Four measures by four groups of researchers stand side by side behind it and are never put together. Each \
                 has a scale of its own, so that Crossroads says in which fifth of the official occupations that have the \
                 measure a role is. Equal scores share all fifths that they lie in: more than half of all occupations have \
                 none of the use that one measure counts, and share its lowest three fifths.",
            ),
            words(
                "The measures are said to agree or nearly agree where they are in one fifth, or in two next to each other, \
                 wherever among its equals each score is put. They are said to disagree where no such order brings them \
                 that close. In all other cases it is unclear.",
            ),
            terms(exposure::measures()),
        ],
    )
}

/// Every metric of the registry, under the section of the page it stands in.
fn figures(dataset: &Dataset) -> MethodSection {
    let mut blocks = vec![words(
        "A figure is the cell of its source as it stands there, unless it says here what was done to it.",
    )];
    let mut groups: Vec<(Section, Vec<(String, String)>)> = Vec::new();
    for metric in &METRICS {
        let told = (name(metric), meaning(metric, dataset));
        match groups.iter_mut().find(|(at, _)| *at == metric.section) {
            Some((_, group)) => group.push(told),
            None => groups.push((metric.section, vec![told])),
        }
    }
    let groups = groups.into_iter();
    blocks.extend(groups.map(|(section, terms)| Block::Terms(Some(section.heading()), terms)));
    section("figures", "Every figure", blocks)
}

/// The metric's name, with what sets it apart where another one is called the same.
fn name(metric: &Metric) -> String {
    let mut same = METRICS.iter().filter(|other| other.label == metric.label);
    match metric.qualifier {
        Some(word) if same.nth(1).is_some() => format!("{} ({word})", metric.label),
        _ => metric.label.to_owned(),
    }
}

fn meaning(metric: &Metric, dataset: &Dataset) -> String {
    let mut text = metric.definition.to_owned();
    if let Some(unit) = format::unit(metric.unit) {
        text += &format!(" Unit: {unit}.");
    }
    let of_some = dataset
        .sources()
        .any(|source| derivation(metric.id, &source.id).is_none());
    let done = dataset
        .sources()
        .find_map(|source| Some((source, derivation(metric.id, &source.id)?)));
    text += &match done {
        None => String::new(),
        // The same metric by another source is the cell.
        Some((source, done)) if of_some => format!(" {}: {done}", source.short),
        Some((_, done)) => format!(" {done}"),
    };
    text
}
