//! The words of the page for some roles. The only module that calls the code under test, and only for its final text.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crossroads::charts::{ChartId, Shown, chart};
use crossroads::compare::{
    self, Arrived, Column, Dollars, PayHistory, Selection, compare_in_place,
};
use crossroads::model::{Alike, AreaCode, AreaFigures, Dataset, Details, RoleId, Standing};

/// The final text of a page.
#[derive(Debug, Default)]
pub struct Page {
    /// The sentences of the summary.
    pub summary: Vec<String>,
    /// The sentences above the charts, by their titles.
    pub charts: Vec<(String, String)>,
    /// The rows of all tables.
    pub rows: Vec<Row>,
    /// The rows of them that stay where only differences are shown.
    pub differing: Vec<Row>,
    /// The sentences above the chart of past pay: after inflation, and in dollars of each year.
    pub past: Vec<(bool, String)>,
    /// The sentences about the rows that do not, by the headings of their sections.
    pub hidden: Vec<(&'static str, String)>,
    /// The sentences about whole tables, by the headings of their sections.
    pub remarks: Vec<(&'static str, &'static str)>,
    /// The sentences about rows in which roles share a wider group's figure, by the headings of their sections.
    pub shared: Vec<(&'static str, String)>,
    /// The same where only differences are shown.
    pub shared_differing: Vec<(&'static str, String)>,
}

/// A row of a table.
#[derive(Debug, PartialEq)]
pub struct Row {
    /// The heading of its section.
    pub section: &'static str,
    /// The name of the whole that it is a part of, where it is one.
    pub whole: Option<String>,
    /// Its name.
    pub label: String,
    /// The note with the figures of its group.
    pub notes: Vec<String>,
    /// Its cells, in the order of the roles.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The row on one line.
    pub fn in_words(&self) -> String {
        let cells = self.cells.iter().map(|cell| {
            let qualifiers = cell.qualifiers.join("; ");
            let bold = if cell.is_bold { ", bold" } else { "" };
            let difference = cell.difference.as_deref().unwrap_or_default();
            format!("{} ({qualifiers}{bold}) {difference}", cell.text)
        });
        let cells: Vec<String> = cells.collect();
        format!("{:?}: {} {:?}", self.label, cells.join(" | "), self.notes)
    }
}

/// A cell of a table.
#[derive(Debug, PartialEq)]
pub struct Cell {
    /// The figure.
    pub text: String,
    /// Its qualifiers.
    pub qualifiers: Vec<String>,
    /// True if it is bold.
    pub is_bold: bool,
    /// Its difference from the baseline.
    pub difference: Option<String>,
}

/// A list of places of a role.
#[derive(Debug, PartialEq)]
pub struct Ranking {
    /// The title of the list.
    pub title: String,
    /// The places.
    pub places: Vec<PlaceLine>,
    /// The sentence about them.
    pub remarks: Vec<String>,
}

/// A place of a list.
#[derive(Debug, PartialEq)]
pub struct PlaceLine {
    /// Its name.
    pub name: String,
    /// The median pay.
    pub pay: String,
    /// Its error.
    pub pay_error: Option<String>,
    /// The number of jobs.
    pub jobs: String,
    /// Its error.
    pub jobs_error: Option<String>,
}

/// A role that is shown as like another one.
pub struct SimilarRole {
    /// Its code.
    pub code: String,
    /// The differences of its figures from those of the other one.
    pub steps: Vec<Step>,
    /// The wishes it fulfills: it pays more, needs no more education, grows, and fewer people leave it.
    pub fulfills: [bool; 4],
}

/// A figure of a similar role.
pub struct Step {
    /// Its label.
    pub label: String,
    /// The figure.
    pub text: String,
    /// Its change.
    pub change: String,
}

/// A place with its figures.
pub struct Place {
    area: std::sync::Arc<crossroads::model::Area>,
    figures: AreaFigures,
}

impl Place {
    /// Reads what the page fetches of a place.
    pub fn read(code: &str) -> Self {
        let code = AreaCode(code.to_owned());
        let areas = dataset().areas();
        let area = areas.get(&code).expect("a known area").clone();
        let json = fetched(&format!("area/{}.json", code.0));
        let figures = AreaFigures::parse(&code, &json).expect("sound figures");
        Self { area, figures }
    }

    /// Its name in sentences.
    pub fn phrase(&self) -> &str {
        &self.area.phrase
    }
}

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

/// The page of these roles, in a place or in the whole United States, with the others measured against one of them.
pub fn page(codes: &[&str], baseline: Option<usize>, place: Option<&Place>) -> Page {
    let roles: Vec<RoleId> = codes
        .iter()
        .map(|code| RoleId((*code).to_owned()))
        .collect();
    let selection = Selection::compared_alone(roles.iter().cloned())
        .with_baseline(baseline.map(|at| &roles[at]))
        .with_place(place.map(|place| &*place.area));
    let arrived = place.map_or(Arrived::OnTheirWay, |place| Arrived::Here(&place.figures));
    let all = compare_in_place(dataset(), &selection, arrived);
    let differing = compare_in_place(dataset(), &selection.with_only_differences(true), arrived);
    let differing = differing.tables();
    let hidden = differing.iter();
    let hidden = hidden.filter_map(|it| Some((it.section.heading(), it.hidden.in_words()?)));
    let shared = |tables: &[compare::Table]| {
        let tables = tables.iter();
        let shared = tables.filter_map(|it| Some((it.section.heading(), it.shared.clone()?)));
        shared.collect()
    };
    let tables = all.tables();
    let remarks = tables.iter();
    let remarks = remarks.filter_map(|it| Some((it.section.heading(), it.remark()?)));
    // What is said above charts is put together role by role, and there are very many pairs.
    let ids = ChartId::ALL.into_iter().filter(|_| codes.len() != 2);
    let shown = Shown::of(&all.columns);
    let charts = ids.filter_map(|id| chart(id, shown));
    Page {
        summary: compare::in_short(&all.columns),
        past: past(codes, &all.columns),
        charts: charts.map(|chart| (chart.title, chart.takeaway)).collect(),
        remarks: remarks.collect(),
        shared: shared(&tables),
        shared_differing: shared(&differing),
        rows: rows(tables),
        hidden: hidden.collect(),
        differing: rows(differing),
    }
}

/// The sentences about past pay; none for pairs, because they are put together role by role.
fn past(codes: &[&str], columns: &[Column]) -> Vec<(bool, String)> {
    if codes.len() == 2 {
        return Vec::new();
    }
    let said = |after_inflation: bool| {
        let dollars = match after_inflation {
            true => Dollars::OfMay2025,
            false => Dollars::OfEachYear,
        };
        let histories = columns.iter().enumerate().map(|(at, column)| {
            let details = DETAILS.get(codes[at]);
            compare::pay_history(at, &column.role, Standing::Here, details, dollars)
        });
        let histories: Vec<PayHistory> = histories.collect();
        let said = compare::history_takeaway(columns, &histories);
        (after_inflation, said.unwrap_or_default())
    };
    [true, false].map(said).to_vec()
}

/// The details that the page fetches for each occupation.
static DETAILS: LazyLock<BTreeMap<String, Details>> = LazyLock::new(|| {
    let details = |role: RoleId| {
        let json = fetched(&format!("occupation/{}.json", role.0));
        let details = Details::parse(&role, &json).expect("sound details");
        (role.0, details)
    };
    dataset().official_ids().map(details).collect()
});

/// The lists of where a role is paid best and where most of its people work.
pub fn lists(code: &str) -> Vec<Ranking> {
    let role = RoleId(code.to_owned());
    let json = fetched(&format!("occupation/{code}.json"));
    let details = Details::parse(&role, &json).expect("sound details");
    let comparison = compare::compare(dataset(), &Selection::compared_alone([role]));
    let lists = compare::whereabouts(&comparison.columns, &[Some(details)]);
    let lists = lists.into_iter().flat_map(|role| role.rankings);
    lists
        .map(|list| Ranking {
            title: list.title.to_owned(),
            places: list
                .places
                .into_iter()
                .map(|place| PlaceLine {
                    name: place.name,
                    pay: place.pay,
                    pay_error: place.pay_error,
                    jobs: place.jobs,
                    jobs_error: place.jobs_error,
                })
                .collect(),
            remarks: list.remarks,
        })
        .collect()
}

/// The roles that are shown as like this one.
pub fn similar(code: &str) -> Vec<SimilarRole> {
    let role = RoleId(code.to_owned());
    let json = fetched(&format!("alike/{code}.json"));
    let alike = Alike::parse(&role, &json, dataset()).expect("sound likenesses");
    let similar = compare::similar(dataset(), &role, &alike).into_iter();
    similar
        .map(|similar| SimilarRole {
            code: similar.role.0,
            steps: similar
                .steps
                .into_iter()
                .map(|step| Step {
                    label: step.label,
                    text: step.text,
                    change: step.change,
                })
                .collect(),
            fulfills: similar.fulfills,
        })
        .collect()
}

/// Returns whether the page has a file of similar roles for an occupation.
pub fn is_rated(code: &str) -> bool {
    data().join(format!("alike/{code}.json")).is_file()
}

fn data() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.expect("the package is inside the source tree")
        .join("public/data")
}

/// A file that the page fetches.
fn fetched(path: &str) -> String {
    let file = data().join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn rows(tables: Vec<compare::Table>) -> Vec<Row> {
    let mut rows = Vec::new();
    for table in tables {
        for group in table.groups {
            rows.extend(group.rows.into_iter().map(|row| {
                Row {
                    section: table.section.heading(),
                    whole: row.whole,
                    label: row.label,
                    notes: group.notes.clone(),
                    cells: row
                        .cells
                        .into_iter()
                        .map(|cell| Cell {
                            text: cell.text,
                            qualifiers: cell.qualifiers,
                            is_bold: cell.leads,
                            difference: cell.difference.map(|it| it.text().to_owned()),
                        })
                        .collect(),
                }
            }));
        }
    }
    rows
}
