//! The outcomes of what a visitor asked for, with their words for the screen.

use std::fmt;

use crate::model::{DataError, Unit, format};

/// Why a shard of the site isn't here.
#[derive(Clone, Debug, PartialEq)]
pub enum FetchError {
    /// The request got no answer.
    NoConnection,
    /// The site answered with this HTTP status.
    Status(u16),
    /// The answer ended before the file did.
    CutOff,
    /// The site has newer data than the page.
    Renewed,
    /// The file came and can't be read.
    Unreadable(DataError),
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoConnection => write!(f, "There is no connection to the site."),
            Self::Status(status) => {
                write!(f, "The site answered {status} where the file was expected.")
            }
            Self::CutOff => write!(f, "The connection broke off before the file was whole."),
            Self::Renewed => write!(
                f,
                "The site has been renewed since this page was opened: please load the page again."
            ),
            Self::Unreadable(error) => write!(f, "They cannot be read: {error}."),
        }
    }
}

/// An area, by its phrase ("the San Juan area"), that has no price level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPriceLevel(pub String);

impl fmt::Display for NoPriceLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "The Bureau of Economic Analysis publishes no price level for {}, so that its pay cannot be cost-adjusted.",
            self.0
        )
    }
}

/// Two roles between which no change can be described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MovingError {
    /// Both have the ratings of one occupation: the titles of the two.
    RatedAlike(String, String),
    /// These titles have no ratings.
    Unrated(Vec<String>),
}

impl fmt::Display for MovingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RatedAlike(from, to) => write!(
                f,
                "{from} and {to} are rated as one and the same occupation, so there is nothing between them."
            ),
            Self::Unrated(titles) => write!(
                f,
                "O*NET publishes no ratings of skills and knowledge for {}.",
                format::list(titles)
            ),
        }
    }
}

/// What became of a link that was shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The system's own sheet took it, or was closed again.
    BySystem,
    /// It lies in the clipboard.
    Copied,
    /// Neither was allowed: the link, to be copied by hand.
    AsText(String),
}

impl Shared {
    /// The outcome in words; none where the visitor has seen it happen.
    pub fn words(&self) -> Option<&'static str> {
        match self {
            Self::BySystem => None,
            Self::Copied => Some("The link to this comparison is in the clipboard."),
            Self::AsText(_) => Some("Copy the link from here:"),
        }
    }
}

/// What became of a comparison or chart that was exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// The browser was given a file of this name.
    Saved(String),
    /// It lies in the clipboard.
    Copied,
    /// The clipboard was out of reach: the text, to be copied by hand.
    AsText(String),
    /// The browser doesn't let the page save a file.
    NotSaved,
    /// The file couldn't be written.
    NotWritten,
    /// The browser couldn't draw the image.
    NotDrawn,
    /// The browser doesn't print from a page.
    NotPrinted,
}

impl Exported {
    /// The outcome of saving a file of this name.
    pub fn of_saving(name: String, is_saved: bool) -> Self {
        match is_saved {
            true => Self::Saved(name),
            false => Self::NotSaved,
        }
    }
}

impl fmt::Display for Exported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Saved(name) => {
                return write!(f, "The file {name} is on its way to your downloads.");
            }
            Self::Copied => "The comparison is in the clipboard, as text.",
            Self::AsText(_) => "Couldn’t copy. Select the text and copy it yourself.",
            Self::NotSaved => "This browser does not let the page save a file.",
            Self::NotWritten => "The file could not be written.",
            Self::NotDrawn => "This browser could not make the picture. The SVG file is the same.",
            Self::NotPrinted => "This browser does not print from here.",
        })
    }
}

/// What became of a visitor's own file, or of the roles in it.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnFileOutcome {
    /// The file has more bytes than are read.
    TooLong {
        /// Its size.
        bytes: f64,
        /// The longest that is read.
        most: usize,
    },
    /// The browser couldn't read the file.
    Unread,
    /// So many roles of it were read, with so many problems.
    Read {
        /// The roles.
        roles: usize,
        /// The problems.
        problems: usize,
    },
    /// The roles are kept on this device.
    Kept,
    /// They are kept no longer.
    Forgotten,
    /// They have more bytes than are kept.
    TooLongToKeep {
        /// Their size.
        bytes: usize,
        /// The most that is kept.
        most: usize,
    },
    /// The browser's storage is full or blocked.
    NotKept,
    /// Some of what was kept couldn't be read again.
    PartlyLost,
    /// The roles were removed.
    Removed,
    /// The roles, or a template, were saved as a file.
    Exported(Exported),
}

impl fmt::Display for OwnFileOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { bytes, most } => {
                let size = format::number(Unit::Percent(1), bytes / 1e6);
                let (size, most) = (size.trim_end_matches('%'), most / 1_000_000);
                write!(
                    f,
                    "The file has {size} MB, and at most {most} MB is read. Please take out what is not needed."
                )
            }
            Self::Unread => write!(
                f,
                "The browser could not read the file. Please try it once more."
            ),
            Self::Read { roles, problems } => {
                let count = match problems {
                    0 => "no problem".to_owned(),
                    1 => "1 problem".to_owned(),
                    count => format!("{count} problems"),
                };
                match (roles, problems) {
                    (0, 0) => write!(f, "There is no role in the file."),
                    (0, _) => write!(f, "No role of the file could be read; it has {count}."),
                    (1, _) => write!(f, "1 role is read, with {count}."),
                    (roles, _) => write!(f, "{roles} roles are read, with {count}."),
                }
            }
            Self::Kept => write!(
                f,
                "The roles are kept on this device until you remove them."
            ),
            Self::Forgotten => write!(f, "The roles are no longer kept on this device."),
            Self::TooLongToKeep { bytes, most } => {
                let (size, most) = (bytes / 1_000, most / 1_000);
                write!(
                    f,
                    "The roles have {size} kB, and at most {most} kB are kept on a device. They are here until you leave."
                )
            }
            Self::NotKept => write!(
                f,
                "The roles could not be kept: this browser’s memory for the page is full or blocked. They are here until \
                 you leave."
            ),
            Self::PartlyLost => write!(
                f,
                "Something of what was kept on this device could not be read any more."
            ),
            Self::Removed => write!(f, "Your own roles are removed."),
            Self::Exported(exported) => exported.fmt(f),
        }
    }
}
