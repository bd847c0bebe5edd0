//! Roles from a visitor's own file (`docs/OWN-ROLES.md`): everything that is good in it, and every problem with the rest.

mod amount;
mod csv;
mod draft;
mod file;
mod json;
mod problems;
mod sheet;
mod write;

use super::error::Expected;
use super::{Currency, Source, SourceId, format};
use draft::Reader;
pub use file::OwnRoles;
pub use problems::Problems;
pub use write::{template_csv, template_json};

impl OwnRoles {
    /// Reads a file, JSON or CSV, which its content tells. `currency` is that of the figures it shall be set against.
    ///
    /// Never fails: what is not good is left out, with a problem that names row, field, expected and found.
    pub fn read(name: &str, text: &str, currency: &Currency) -> (Self, Problems) {
        let mut reading = Reading::new(name, text.to_owned(), currency);
        while reading.step() {}
        reading.finish()
    }

    /// The roles as JSON, as they can be read again.
    pub fn to_json(&self) -> String {
        write::json(self)
    }

    /// The roles as CSV, as they can be read again.
    pub fn to_csv(&self) -> String {
        write::csv(self)
    }
}

/// A file that is being read, in steps that are short however long the file is.
pub struct Reading {
    name: String,
    text: String,
    form: Form,
    reader: Reader,
}

/// How far a file is read.
enum Form {
    Sheet(sheet::Sheet),
    Json(json::Roles),
    Done,
}

impl Reading {
    /// How much is read in a step, in bytes, and at most one row more: a few milliseconds' worth.
    pub const STEP: usize = 20_000;

    /// Begins to read a file. `currency` is that of the figures it shall be set against.
    pub fn new(name: &str, mut text: String, currency: &Currency) -> Self {
        let mut reader = Reader::new(currency);
        if text.starts_with(super::csv_text::BYTE_ORDER_MARK) {
            text.remove(0);
        }
        let form = if text.len() > OwnRoles::MOST_BYTES {
            let found = format!("{} bytes", text.len());
            let expected = Expected::AtMost(OwnRoles::MOST_BYTES, "bytes");
            reader.problems.add("The file", "size", expected, &found);
            None
        } else if text.chars().take(4).any(|c| matches!(c, '\0' | '\u{FFFD}')) {
            let expected = "text in UTF-8 (in Excel: “CSV UTF-8”)";
            let found = "another encoding, or no text";
            reader.problems.add("The file", "text", expected, found);
            None
        } else if text.trim_start().starts_with(['{', '[']) {
            json::Roles::find(&text, &mut reader).map(Form::Json)
        } else {
            sheet::Sheet::begin(&text, &mut reader).map(Form::Sheet)
        };
        Self {
            name: name.to_owned(),
            text,
            form: form.unwrap_or(Form::Done),
            reader,
        }
    }

    /// Reads on; whether there is more to be read after that.
    pub fn step(&mut self) -> bool {
        let mut before = self.form.at();
        let end = before.saturating_add(Self::STEP);
        while before < end {
            let more = match &mut self.form {
                Form::Sheet(sheet) => sheet.step(&self.text, &mut self.reader),
                Form::Json(roles) => roles.step(&self.text, &mut self.reader),
                Form::Done => false,
            };
            if !more {
                self.form = Form::Done;
                return false;
            }
            before = self.form.at();
        }
        true
    }

    /// What has been read, and what is wrong with the rest.
    pub fn finish(self) -> (OwnRoles, Problems) {
        let own = OwnRoles {
            source: source(&self.name),
            roles: self.reader.roles,
            currency: self.reader.currency.code,
        };
        (own, self.reader.problems)
    }
}

impl Form {
    fn at(&self) -> usize {
        match self {
            Self::Sheet(sheet) => sheet.at,
            Self::Json(roles) => roles.at,
            Self::Done => 0,
        }
    }
}

/// The file as a source.
fn source(name: &str) -> Source {
    let name = match name.trim() {
        "" => "without a name".to_owned(),
        name => format::quoted(name),
    };
    Source {
        id: SourceId::own_file(),
        publisher: "Your file".to_owned(),
        table: name,
        short: "your file".to_owned(),
        release: "as it was when it was opened here".to_owned(),
        period: "what the file means by it".to_owned(),
        license: "yours; the file stays on this device".to_owned(),
        link: None,
        note: "Figures from a file that was opened on this device. They are shown as they stand there; nobody has \
               checked them."
            .to_owned(),
        credit: None,
    }
}
