//! A role as a file has it -> a [`Role`], or what is wrong with it: the same rules for JSON and CSV.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use super::Problems;
use crate::model::cell::plain_text;
use crate::model::error::{Expected, Refusal};
use crate::model::role::Names;
use crate::model::{
    Currency, Figure, Metric, MetricId, Reading, Role, RoleId, Shape, SourceId, Unit, Value,
    format, read,
};

/// The longest name of anything, in characters.
const LONGEST_NAME: usize = 120;

/// The longest list.
const LONGEST_LIST: usize = 50;

/// What a file says of a role, before any of it is checked.
#[derive(Default)]
pub(super) struct Draft {
    /// Which row it is: "Row 3".
    pub row: String,
    /// Its text fields by name, as the file has them: title, id, plural, singular, currency.
    pub fields: Vec<(String, Json)>,
    /// Its figures by the key of their metric.
    pub figures: Vec<(String, Json)>,
}

/// The fields of a role that are not figures.
pub(super) const FIELDS: [&str; 5] = ["title", "id", "plural", "singular", "currency"];

/// What is read so far.
pub(super) struct Reader {
    pub currency: Currency,
    pub roles: Vec<Arc<Role>>,
    pub problems: Problems,
}

impl Reader {
    pub(super) fn new(currency: &Currency) -> Self {
        Self {
            currency: currency.clone(),
            roles: Vec::new(),
            problems: Problems::default(),
        }
    }

    /// Takes what is good of a role.
    pub(super) fn take(&mut self, mut draft: Draft) {
        let mut fields: BTreeMap<&str, String> = BTreeMap::new();
        for (name, cell) in &draft.fields {
            match text(cell) {
                Ok(text) => {
                    let known = FIELDS.iter().find(|field| *field == name);
                    match known {
                        Some(field) if !fields.contains_key(field) => {
                            fields.insert(field, text);
                        }
                        Some(_) => self.problems.add(&draft.row, name, "it once", "it twice"),
                        None => {
                            let expected = Expected::OneOf(&FIELDS, " or figures");
                            self.problems.add(&draft.row, name, expected, "this name");
                        }
                    }
                }
                Err(Refusal { expected, found }) => {
                    self.problems.add(&draft.row, name, expected, &found);
                }
            }
        }
        let Some(title) = fields.remove("title") else {
            let named = draft.fields.iter().any(|(name, _)| name == "title");
            // Why a title that is there could not be taken has been said.
            if !named {
                let expected = "a title; without one the role is left out";
                self.problems.add(&draft.row, "title", expected, "none");
            }
            return;
        };
        draft.row = format!("{} ({})", draft.row, format::quoted(&title));
        let Some(id) = self.id(&draft.row, fields.remove("id"), &title) else {
            return;
        };
        let in_currency = self.is_in_currency(&draft, fields.remove("currency"));
        let figures = self.figures(&draft, in_currency);
        if figures.is_empty() {
            let expected = "at least one figure; without any the role is left out";
            self.problems
                .add(&draft.row, "figures", expected, "none that is good");
            return;
        }
        let title = format::set_apart(&title);
        let mut name = |field, usual: String| {
            let given: Option<String> = fields.remove(field);
            given.map_or(usual, |name| format::set_apart(&name))
        };
        let names = Names {
            plural: name("plural", people_in(&title)),
            singular: Some(name("singular", title.clone())),
            title,
        };
        let source = SourceId::own_file();
        let role = Role::new(id, names, source, None, None, figures);
        self.roles.push(Arc::new(role));
    }

    /// The id of a role: the one it has in the file, or one that is made from its title and gives it away to nobody.
    fn id(&mut self, row: &str, given: Option<String>, title: &str) -> Option<RoleId> {
        let prefix = RoleId::OWN_PREFIX;
        let fits_a_link = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let id = match given {
            Some(id) if id.len() > 40 || !id.chars().all(fits_a_link) => {
                let expected = "at most 40 letters a-z, digits and -";
                self.problems.add(row, "id", expected, &format::quoted(&id));
                format!("{prefix}{:012x}", hash(title))
            }
            Some(id) if id.starts_with(prefix) => id,
            Some(id) => format!("{prefix}{id}"),
            None => format!("{prefix}{:012x}", hash(title)),
        };
        if self.roles.iter().any(|role| role.id.0 == id) {
            let expected = "each role once (by its id, or by its title where it has none); this one is left out";
            self.problems.add(row, "id", expected, "it twice");
            return None;
        }
        Some(RoleId(id))
    }

    /// Whether pay of a role is in the currency it is set against; where it is not and there is pay, that is a problem.
    fn is_in_currency(&mut self, draft: &Draft, given: Option<String>) -> bool {
        let Currency { code, name, .. } = &self.currency;
        match given {
            Some(given) if given != *code => {
                let mut metrics = draft
                    .figures
                    .iter()
                    .filter_map(|(key, _)| Metric::with_key(key));
                if !metrics.any(|metric| is_pay(metric.unit)) {
                    return false;
                }
                let expected = Expected::PayIn {
                    code: code.as_str().into(),
                    name: name.as_str().into(),
                };
                let found = format::quoted(&given);
                self.problems.add(&draft.row, "currency", expected, &found);
                false
            }
            _ => true,
        }
    }

    fn figures(&mut self, draft: &Draft, in_currency: bool) -> BTreeMap<MetricId, Figure> {
        let mut figures = BTreeMap::new();
        let source = SourceId::own_file();
        for (key, cell) in &draft.figures {
            let Some(metric) = Metric::with_key(key) else {
                let expected = "the key of a figure, as in the template";
                let expected = Metric::expected_key(expected, key);
                self.problems.add(&draft.row, key, expected, "this name");
                continue;
            };
            if is_pay(metric.unit) && !in_currency {
                continue;
            }
            let figure = check(metric, cell).and_then(|()| read::figure(metric, cell, &source));
            let figure = figure.and_then(|figure| exact(metric, &figure).map(|()| figure));
            match figure {
                Ok(_) if figures.contains_key(&metric.id) => {
                    self.problems.add(&draft.row, key, "it once", "it twice");
                }
                Ok(figure) => {
                    figures.insert(metric.id, figure);
                }
                Err(Refusal { expected, found }) => {
                    self.problems.add(&draft.row, key, expected, &found);
                }
            }
        }
        for percentiles in [MetricId::YEARLY_PERCENTILES, MetricId::HOURLY_PERCENTILES] {
            self.put_in_order(&draft.row, &percentiles, &mut figures);
        }
        figures
    }

    /// Percentiles rise; one that does not is left out, because no chart and no sentence could be made of it.
    fn put_in_order(
        &mut self,
        row: &str,
        percentiles: &[MetricId; 5],
        figures: &mut BTreeMap<MetricId, Figure>,
    ) {
        let mut below: Option<(f64, MetricId)> = None;
        for metric in percentiles {
            let Some(number) = figures.get(metric).and_then(least) else {
                continue;
            };
            match below {
                Some((before, other)) if number < before => {
                    let unit = metric.metric().unit;
                    let expected = Expected::NotBelow {
                        number: format::number(unit, before).into(),
                        key: other.metric().key,
                    };
                    let found = format::number(unit, number);
                    self.problems
                        .add(row, metric.metric().key, expected, &found);
                    figures.remove(metric);
                }
                _ => below = Some((number, *metric)),
            }
        }
    }
}

/// The people of a role whose plural the file does not give. It is not guessed.
pub(super) fn people_in(title: &str) -> String {
    format!("people in the role {title}")
}

/// What a figure is at least.
fn least(figure: &Figure) -> Option<f64> {
    match &figure.reading {
        Reading::Exact(Value::Number(number)) | Reading::AtLeast(number) => Some(*number),
        _ => None,
    }
}

/// Whether numbers of this unit are amounts of money.
pub(super) fn is_pay(unit: Unit) -> bool {
    unit.is_pay() || unit == Unit::DollarsAWeek
}

/// A short text that can be read out.
fn text(cell: &Json) -> Result<String, Refusal> {
    let expected = Expected::TextOf(LONGEST_NAME);
    let Some(text) = cell.as_str() else {
        return Err(Refusal::new(expected, cell.to_string()));
    };
    let length = text.chars().count();
    if length > LONGEST_NAME {
        return Err(Refusal::new(expected, format!("{length} characters")));
    }
    if text.contains('\u{FFFD}') {
        let expected = "text in UTF-8 (in Excel: “CSV UTF-8”)";
        return Err(Refusal::new(expected, format::quoted(text)));
    }
    if plain_text(text).is_err() || text.contains(format::turns_direction) {
        return Err(Refusal::new(expected, format::quoted(text)));
    }
    Ok(text.to_owned())
}

/// What the figures of an own file are held to beyond those of the dataset's: a file of a stranger's making may be long.
fn check(metric: &Metric, cell: &Json) -> Result<(), Refusal> {
    match cell {
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
        Json::String(name) => {
            text(cell)?;
            if says_there_is_none(name) && name != NOT_PUBLISHED {
                let expected = "a name, or “not published”";
                return Err(Refusal::new(expected, format::quoted(name)));
            }
        }
        Json::Array(list) => {
            if list.len() > LONGEST_LIST {
                let expected = Expected::AtMost(LONGEST_LIST, "names");
                return Err(Refusal::new(expected, format!("{} names", list.len())));
            }
            for item in list {
                check(metric, item)?;
                // It stands between the names of a list in a sheet.
                if let Some(name) = item["name"].as_str().filter(|name| name.contains(';')) {
                    return Err(Refusal::new(
                        "names without a semicolon",
                        format::quoted(name),
                    ));
                }
                if let (Shape::Whole(names) | Shape::Overlapping(names), Some(Json::String(name))) =
                    (metric.shape, item.get("name"))
                    && !names.contains(&name.as_str())
                {
                    let expected = Expected::Shares(names);
                    return Err(Refusal::new(expected, format::quoted(name)));
                }
            }
        }
        Json::Object(fields) => {
            for (name, field) in fields {
                const KNOWN: [&str; 7] = [
                    "low",
                    "high",
                    "name",
                    "percent",
                    "at-least",
                    "not-released",
                    "paid-only",
                ];
                if !KNOWN.contains(&name.as_str()) {
                    let expected = Expected::OneOf(&KNOWN, "");
                    return Err(Refusal::new(expected, format::quoted(name)));
                }
                check(metric, field)?;
            }
        }
    }
    Ok(())
}

/// What says in a file that there is no figure.
pub(super) const NOT_PUBLISHED: &str = "not published";

/// Whether a text says in a sheet that there is no value, and can be no name.
fn says_there_is_none(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    [
        NOT_PUBLISHED,
        format::NOT_PUBLISHED,
        "hourly only",
        "yearly only",
    ]
    .contains(&lower.as_str())
        || lower.starts_with("not released")
}

/// How many decimals a number of this unit is shown with. More would be rounded, and the page would show another
/// figure than the file has.
pub(super) fn decimals(unit: Unit) -> usize {
    match unit {
        Unit::DollarsAYear | Unit::DollarsAWeek | Unit::Jobs | Unit::JobChange | Unit::Name => 0,
        Unit::Percent(decimals) | Unit::Share(decimals) => decimals,
        Unit::DollarsAnHour | Unit::Years | Unit::OutOfFive => 2,
    }
}

/// Whether all numbers are shown as they are.
fn exact(metric: &Metric, figure: &Figure) -> Result<(), Refusal> {
    let most = decimals(metric.unit);
    let scale = 10_f64.powi(most as i32);
    let fits = |number: f64| ((number * scale).round() / scale - number).abs() < 1e-9;
    let all: Vec<f64> = match &figure.reading {
        Reading::Exact(Value::Number(number)) | Reading::AtLeast(number) => vec![*number],
        Reading::Exact(Value::Range { low, high }) => vec![*low, *high],
        Reading::Exact(Value::Named { amount, .. }) => vec![*amount],
        Reading::Exact(Value::List(list)) => list.iter().map(|named| named.amount).collect(),
        _ => Vec::new(),
    };
    match all.into_iter().find(|number| !fits(*number)) {
        Some(number) => Err(Refusal::new(Expected::Decimals(most), number.to_string())),
        None => Ok(()),
    }
}

/// FNV-1a, cut to 48 bits: an id that stays the same for the same title.
fn hash(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash >> 16
}
