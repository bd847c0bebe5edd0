//! The rows of a section as plain data: what a table shows, before anything is laid out.

use super::difference::Difference;
use crate::model::{MetricId, Section, SourceId, vintage};

/// The rows of one section.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The section.
    pub section: Section,
    /// Its rows, in groups.
    pub groups: Vec<RowGroup>,
    /// The sources of its figures, in the order of first use.
    pub sources: Vec<SourceId>,
    /// The sentence about which figures are of the place and which of the whole United States, where a place is chosen.
    pub scope: Option<String>,
    /// The names of the rows left out because no compared role has them.
    pub left_out: Vec<String>,
    /// The hidden rows, by reason.
    pub hidden: Hidden,
    /// In which rows roles share the figure of a wider group, in a sentence; none where they share none.
    pub shared: Option<String>,
}

/// The counts of rows that are hidden because the roles are not known to differ in them, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// All roles have the same figure.
    pub same: usize,
    /// Every two roles have the same figure or differ by no more than the survey's error, and some differ.
    pub too_close: usize,
}

/// Rows that belong together under one name, or a single row that needs none.
#[derive(Clone, Debug, PartialEq)]
pub struct RowGroup {
    /// The name above the rows, where the group has one.
    pub label: Option<String>,
    /// True if any two roles answer with the figure of one wider group.
    pub shares_group: bool,
    /// The notes for all figures of a role in the group, each named by its title.
    pub notes: Vec<String>,
    /// The metrics that its rows compare.
    pub metrics: Vec<MetricId>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One thing compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its label.
    pub label: String,
    /// Its definition.
    pub definition: Option<&'static str>,
    /// The metric it compares, where that is one for all roles.
    pub metric: Option<MetricId>,
    /// The name of the whole, where the row is one share of it.
    pub whole: Option<String>,
    /// One cell for each column, in the same order.
    pub cells: Vec<Cell>,
}

/// The cell of one role in one row.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The metric the role answers the row with; none where no source has one.
    pub metric: Option<MetricId>,
    /// The figure, or which kind of non-value it is, in words.
    pub text: String,
    /// True if the text is a value; otherwise it says why there is none.
    pub is_value: bool,
    /// Its qualifiers: the statistic in a mixed row, the wider group it belongs to.
    pub qualifiers: Vec<String>,
    /// Its extent on the row's shared scale: start and end as fractions of the longest.
    pub extent: Option<(f64, f64)>,
    /// True if it is the better one of the row.
    pub leads: bool,
    /// Its difference from the baseline's.
    pub difference: Option<Difference>,
}

/// A figure that the newest projections lack, so that it is of those before.
const OF_EARLIER_PROJECTIONS: [MetricId; 4] = [
    MetricId::Exits,
    MetricId::Transfers,
    MetricId::SeparationRate,
    MetricId::SelfEmployed,
];

/// The note where figures of the projections before stand among newer ones: the jobs were counted anew in between.
const REBASED: &str = "Figures of 2024 or 2024–34 rest on an earlier count of jobs and do not add up with newer ones.";

impl Table {
    /// Returns the notes of the table as a whole.
    pub fn remark(&self) -> Option<&'static str> {
        let mut metrics = self.groups.iter().flat_map(|group| &group.metrics);
        let has_earlier = metrics.any(|metric| {
            let is_earlier = |source| vintage(*metric, source).is_some();
            OF_EARLIER_PROJECTIONS.contains(metric) && self.sources.iter().any(is_earlier)
        });
        has_earlier.then_some(REBASED)
    }

    /// The table without the groups that are shown elsewhere, and those groups apart: a group is
    /// taken where all it compares is among `metrics`.
    pub fn split(self, metrics: &[MetricId]) -> (Self, Self) {
        let taken = |group: &RowGroup| {
            !group.metrics.is_empty() && group.metrics.iter().all(|id| metrics.contains(id))
        };
        let (apart, rest) = self.groups.into_iter().partition(taken);
        let apart = Self {
            section: self.section,
            groups: apart,
            sources: Vec::new(),
            scope: None,
            left_out: Vec::new(),
            hidden: Hidden::default(),
            shared: None,
        };
        (
            Self {
                groups: rest,
                ..self
            },
            apart,
        )
    }
}

impl Hidden {
    /// Returns how many rows are hidden and why, in a sentence; none where no row is.
    pub fn in_words(self) -> Option<String> {
        let Self { same, too_close } = self;
        let (rows, them) = match same + too_close {
            0 => return None,
            1 => ("1 row is".to_owned(), "it"),
            count => (format!("{count} rows are"), "them"),
        };
        let why = match (same, too_close) {
            (_, 0) => format!("the same in {them}"),
            (0, _) => format!("too close to tell apart in {them}"),
            _ => format!("the same in {same} and too close to tell apart in {too_close}"),
        };
        Some(format!("{rows} hidden: what is published is {why}."))
    }
}

/// Adds a source that is used for the first time.
pub(super) fn note(used: &mut Vec<SourceId>, source: &SourceId) {
    if !used.contains(source) {
        used.push(source.clone());
    }
}
