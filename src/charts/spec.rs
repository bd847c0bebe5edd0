use std::fmt;

use super::axis::Axis;

/// A chart in the units of its data: one row for each role, all on one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// What is seen.
    pub title: String,
    /// What it shows, in one sentence.
    pub takeaway: String,
    /// How to read the marks, in plain words.
    pub key: String,
    /// The axis all rows share.
    pub axis: Axis,
    /// The rows, from top to bottom.
    pub rows: Vec<ChartRow>,
    /// The same figures as a table.
    pub table: ChartTable,
}

/// One role's row.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartRow {
    /// The number of the role's colour.
    pub colour: usize,
    /// The role's name, written above the marks.
    pub name: String,
    /// A line of words under the name: what the marks say, or why there are none.
    pub words: Option<String>,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// The values written at the marks.
    pub labels: Vec<Label>,
}

/// Something drawn at a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// A thin line between two values.
    Line {
        /// The lower value.
        from: f64,
        /// The higher value.
        to: f64,
    },
    /// A thick bar between two values.
    Bar {
        /// The lower value.
        from: f64,
        /// The higher value.
        to: f64,
    },
    /// A dot at a value.
    Dot {
        /// The value.
        at: f64,
    },
}

/// A value written at its mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The value it belongs to, in the unit of the axis.
    pub at: f64,
    /// What is written.
    pub text: String,
    /// On which side of the mark.
    pub side: Side,
}

/// Above or below the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above it.
    Above,
    /// Below it.
    Below,
}

/// The figures of a chart as text, for the table and for the accessible description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartTable {
    /// The names of the columns after the role's.
    pub columns: Vec<&'static str>,
    /// The role's name, and one text for each column.
    pub rows: Vec<(String, Vec<String>)>,
}

/// Why a chart was not drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartError {
    /// A value that has no place on the axis.
    OutsideAxis {
        /// The role whose row holds it.
        row: String,
        /// The value, as text.
        found: String,
        /// The end of the axis, as text.
        end: String,
    },
    /// The picture would be too narrow to hold a row's words.
    TooNarrow {
        /// The width asked for, in pixels.
        found: u32,
        /// The least width, in pixels.
        least: u32,
    },
    /// The drawing library refused.
    Drawing(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutsideAxis { row, found, end } => {
                write!(f, "{row}: expected a value from 0 to {end}, found {found}")
            }
            Self::TooNarrow { found, least } => {
                write!(
                    f,
                    "expected a width of at least {least} px, found {found} px"
                )
            }
            Self::Drawing(reason) => write!(f, "the chart could not be drawn: {reason}"),
        }
    }
}

impl std::error::Error for ChartError {}

impl ChartSpec {
    /// The chart in words: its title and every row's values.
    pub fn described(&self) -> String {
        let rows = self.table.rows.iter().map(|(name, cells)| {
            let cells: Vec<String> = self
                .table
                .columns
                .iter()
                .zip(cells)
                .map(|(column, cell)| format!("{}: {cell}", column.to_lowercase()))
                .collect();
            format!(" {name}, {}.", cells.join(", "))
        });
        format!("{}.{}", self.title, rows.collect::<String>())
    }

    /// Checks that every value has a place on the axis: the drawing library draws NaN silently and
    /// hangs on infinity.
    pub(super) fn check(&self) -> Result<(), ChartError> {
        for row in &self.rows {
            let marks = row.marks.iter().flat_map(|mark| match *mark {
                Mark::Line { from, to } | Mark::Bar { from, to } => vec![from, to],
                Mark::Dot { at } => vec![at],
            });
            let labels = row.labels.iter().map(|label| label.at);
            for value in marks.chain(labels) {
                if !(0.0..=self.axis.end()).contains(&value) {
                    return Err(ChartError::OutsideAxis {
                        row: row.name.clone(),
                        found: value.to_string(),
                        end: self.axis.end().to_string(),
                    });
                }
            }
        }
        Ok(())
    }
}
