//! What money the pay of a dataset is in.

use std::sync::OnceLock;

use serde::Deserialize;

use super::DataError;
use super::cell::{plain_text, quote};

/// A currency, as a dataset names it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Currency {
    /// Its code of three letters (ISO 4217): "USD".
    pub code: String,
    /// What stands before an amount: "$".
    pub sign: String,
    /// Its name, for many of it: "US dollars".
    pub name: String,
    /// Its name where nobody could take it for another: "dollars". The same, if none is given.
    short: Option<String>,
}

/// The longest sign or name, in characters: an axis and a sentence have to bear it.
const LONGEST: usize = 30;

impl Currency {
    /// The money of the official figures, and of a dataset that names none.
    pub fn us_dollars() -> Self {
        Self {
            code: "USD".to_owned(),
            sign: "$".to_owned(),
            name: "US dollars".to_owned(),
            short: Some("dollars".to_owned()),
        }
    }

    /// The currency of everything on the page.
    ///
    /// A page has one dataset, which is chosen when it is built, and one currency with it. It is said here once instead
    /// of being handed through every sentence, chart and table that writes an amount.
    pub fn of_page() -> &'static Currency {
        PAGE.get_or_init(Self::us_dollars)
    }

    /// Makes this the currency of the page. The first one stays.
    pub fn settle(&self) {
        PAGE.get_or_init(|| self.clone());
    }

    /// Its name where nobody could take it for another: "dollars".
    pub fn short(&self) -> &str {
        self.short.as_ref().unwrap_or(&self.name)
    }

    /// The name of the page's currency with a period: "US dollars a year".
    pub(super) fn per(period: Period) -> &'static str {
        static UNITS: OnceLock<[String; 3]> = OnceLock::new();
        let units = UNITS.get_or_init(|| {
            let name = &Self::of_page().name;
            ["a year", "a week", "an hour"].map(|period| format!("{name} {period}"))
        });
        &units[period as usize]
    }

    /// The currency, where it can be written before every amount.
    pub(super) fn checked(self) -> Result<Self, DataError> {
        let at = |field: &str, expected: &'static str, found: &str| {
            Err(DataError::new("currency", field, expected, quote(found)))
        };
        if self.code.len() != 3 || !self.code.chars().all(|c| c.is_ascii_uppercase()) {
            return at("code", "three letters A-Z", &self.code);
        }
        let names = [("sign", &self.sign), ("name", &self.name)].into_iter();
        for (field, text) in names.chain(self.short.iter().map(|name| ("short", name))) {
            let short = text.chars().count() <= LONGEST;
            // A digit or a point would become part of the amount.
            let apart = !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
            if !short || !apart || plain_text(text).is_err() {
                return at(field, "a short plain text without digits", text);
            }
        }
        Ok(self)
    }
}

/// A period by which pay is stated.
#[derive(Clone, Copy)]
pub(super) enum Period {
    Year,
    Week,
    Hour,
}

static PAGE: OnceLock<Currency> = OnceLock::new();
