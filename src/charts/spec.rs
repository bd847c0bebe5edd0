use std::fmt;

use super::ChartId;
use super::axis::Axis;

/// A chart in the units of its data: what is drawn, with its words and its table, without a pixel or
/// a color.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// Which chart it is.
    pub id: ChartId,
    /// What is seen.
    pub title: String,
    /// What it shows, in one sentence.
    pub takeaway: String,
    /// How to read the marks, in plain words.
    pub key: String,
    /// What the colors stand for, where the rows do not say it themselves.
    pub legend: Vec<LegendEntry>,
    /// What is drawn.
    pub body: Body,
    /// What the reader sets against all of it, where there is something.
    pub reference: Option<Reference>,
    /// The same figures as a table, role after role.
    pub table: Vec<RoleFigures>,
}

/// The two ways in which marks are arranged.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Rows under each other on one axis that runs across.
    Rows {
        /// The axis all rows share.
        axis: Axis,
        /// The rows, from top to bottom.
        rows: Vec<ChartRow>,
    },
    /// Lines over the years, on one axis that runs upwards.
    Lines {
        /// The axis all lines share.
        axis: Axis,
        /// The first and the last year.
        years: (u16, u16),
        /// The lines, in the order of the roles.
        lines: Vec<ChartLine>,
        /// Where the way of counting changed: before this year, with what happened.
        breaks: Vec<(u16, String)>,
        /// The roles that have no line, with the reason, in sentences.
        without: Vec<String>,
    },
}

/// The reader's own value, which the rows are set against.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The value, in the unit of the axis; none where it has no place there.
    pub at: Option<f64>,
    /// What it is called: "Your pay".
    pub name: &'static str,
    /// The value as text.
    pub text: String,
    /// What its line is, or why there is none, in a sentence.
    pub says: String,
    /// Whether it is for this screen alone: it is neither printed nor in a file.
    pub is_private: bool,
}

/// What a color stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// The color.
    pub paint: Paint,
    /// What it stands for.
    pub words: String,
}

/// The color of a mark, by its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// The color of a compared role, by its number.
    Role(usize),
    /// A step of one color from light to strong, by its number: the shares of a whole.
    Tone(usize),
}

/// A row of marks at the values of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartRow {
    /// Whose row it is, for errors and for what a mark says.
    pub role: String,
    /// What is written above the marks.
    pub lines: Vec<RowLine>,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// The values written at the marks.
    pub labels: Vec<Label>,
    /// Whether it stands close under the row before it, as one of several of a group.
    pub close: bool,
}

/// Words above a row's marks, which take the lines they need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowLine {
    /// A role's or a group's name.
    Name(String),
    /// Words of less weight: what the marks say, or why there are none.
    Words(String),
}

/// Something drawn, and what it says when it is looked at alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its color.
    pub paint: Paint,
    /// Its form and place.
    pub shape: Shape,
    /// Its name and value: "Median: $61,487".
    pub says: String,
}

/// The form of a mark, in the unit of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
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
    /// A share of a whole, set off from its neighbors by a gap.
    Segment {
        /// Where it begins.
        from: f64,
        /// Where it ends.
        to: f64,
    },
    /// A dot at a value.
    Dot {
        /// The value.
        at: f64,
    },
    /// A hollow dot at a value.
    Ring {
        /// The value.
        at: f64,
    },
    /// From a value that is only "at least" so much: an arrow, open to the end of the axis.
    AtLeast {
        /// The least it can be.
        from: f64,
    },
    /// An empty row, hatched: there is no value to draw.
    Nothing,
}

impl Shape {
    /// The values it is drawn at.
    pub fn values(&self) -> Vec<f64> {
        match *self {
            Self::Line { from, to } | Self::Bar { from, to } | Self::Segment { from, to } => {
                vec![from, to]
            }
            Self::Dot { at } | Self::Ring { at } => vec![at],
            Self::AtLeast { from } => vec![from],
            Self::Nothing => Vec::new(),
        }
    }
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

/// Where a label stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Side {
    /// Above the mark.
    Above,
    /// Below it.
    Below,
    /// To the right of it.
    After,
    /// To the left of it.
    Before,
    /// Inside a segment; where that is too narrow, the other words are listed under the row.
    Inside {
        /// Where the segment begins.
        from: f64,
        /// Where it ends.
        to: f64,
        /// The words that name the segment as well.
        otherwise: String,
    },
}

/// One role's line over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartLine {
    /// Its color.
    pub paint: Paint,
    /// Whose it is.
    pub role: String,
    /// Its points, by year; between two segments the line is broken.
    pub segments: Vec<Vec<LinePoint>>,
    /// What is written at its end.
    pub end: String,
}

/// A point of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct LinePoint {
    /// The year.
    pub year: u16,
    /// The value, in the unit of the axis.
    pub at: f64,
    /// Whether it is only "at least" so much.
    pub at_least: bool,
    /// Its name and value.
    pub says: String,
}

/// The figures of one role as text, for the table and for the accessible description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleFigures {
    /// Whose they are.
    pub role: String,
    /// What each figure is, and the figure.
    pub figures: Vec<(String, String)>,
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
        /// The start of the axis, as text.
        start: String,
        /// The end of the axis, as text.
        end: String,
    },
    /// The drawing would be too narrow to hold a row's words.
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
            Self::OutsideAxis {
                row,
                found,
                start,
                end,
            } => {
                write!(
                    f,
                    "{row}: expected a value from {start} to {end}, found {found}"
                )
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
    /// The chart in words: its title and every row's values. What is private is said beside it, so that
    /// it can be left out on paper.
    pub fn described(&self) -> String {
        let rows = self.table.iter().map(|RoleFigures { role, figures }| {
            let figures = figures.iter();
            let figures =
                figures.map(|(name, text)| format!("{}: {text}", name.to_ascii_lowercase()));
            format!(" {role}, {}.", figures.collect::<Vec<_>>().join(", "))
        });
        let shared = self.reference.as_ref().filter(|own| !own.is_private);
        let shared = shared.map(|own| format!(" {}: {}.", own.name, own.text));
        format!(
            "{}.{}{}",
            self.title,
            rows.collect::<String>(),
            shared.unwrap_or_default()
        )
    }

    /// Checks that every value has a place on the axis: the drawing library draws NaN silently and
    /// hangs on infinity.
    pub(super) fn check(&self) -> Result<(), ChartError> {
        let (axis, values): (&Axis, Vec<(&str, f64)>) = match &self.body {
            Body::Rows { axis, rows } => {
                let of_row = |row: &'_ ChartRow| {
                    let marks = row.marks.iter().flat_map(|mark| mark.shape.values());
                    marks
                        .chain(row.labels.iter().map(|label| label.at))
                        .collect::<Vec<f64>>()
                };
                let values = rows.iter().flat_map(|row| {
                    let role = row.role.as_str();
                    of_row(row).into_iter().map(move |value| (role, value))
                });
                let reference = self.reference.iter();
                let own = reference.filter_map(|own| Some((own.name, own.at?)));
                (axis, values.chain(own).collect())
            }
            Body::Lines { axis, lines, .. } => {
                let values = lines.iter().flat_map(|line| {
                    let points = line.segments.iter().flatten();
                    points.map(|point| (line.role.as_str(), point.at))
                });
                (axis, values.collect())
            }
        };
        for (role, value) in values {
            if !(axis.start()..=axis.end()).contains(&value) {
                return Err(ChartError::OutsideAxis {
                    row: role.to_owned(),
                    found: value.to_string(),
                    start: axis.start().to_string(),
                    end: axis.end().to_string(),
                });
            }
        }
        Ok(())
    }
}
