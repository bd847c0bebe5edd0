//! Other titles that people use.

use std::collections::BTreeMap;
use std::path::Path;

use super::rows::occupation;
use crate::codes::Codes;
use crate::refusal::Result;
use crate::table::Table;

const ALTERNATE: &[&str] = &["onet_code", "soc_code", "alternate_title", "short_title"];
const REPORTED: &[&str] = &["onet_code", "soc_code", "reported_title", "my_next_move"];

/// The other titles of each occupation, by its code.
pub type Titles = BTreeMap<String, Vec<String>>;

/// Reads onet_alternate_titles.csv and onet_reported_titles.csv: every title of the occupation and of its specialities,
/// once whatever its capitals, in alphabetical order, and without the official title.
///
/// # Errors
/// When a code is unknown or a title is empty.
pub fn read(sources: &Path, codes: &Codes) -> Result<(Titles, usize)> {
    // By its small letters, so that one spelling of each is kept: the first in byte order, which has more capitals.
    let mut found: BTreeMap<&str, BTreeMap<String, &str>> = BTreeMap::new();
    let alternate = Table::read(sources, "onet_alternate_titles.csv", "onet_code", ALTERNATE)?;
    let reported = Table::read(sources, "onet_reported_titles.csv", "onet_code", REPORTED)?;
    for row in alternate.rows() {
        let (title, short) = (
            row.text("alternate_title")?,
            row.optional_text("short_title")?,
        );
        let Some(soc) = occupation(&row, codes)? else {
            continue;
        };
        add(&mut found, soc, title);
        if let Some(short) = short {
            add(&mut found, soc, short);
        }
    }
    for row in reported.rows() {
        let title = row.text("reported_title")?;
        if let Some(soc) = occupation(&row, codes)? {
            add(&mut found, soc, title);
        }
    }
    let mut titles = Titles::new();
    for (soc, of_occupation) in found {
        let official = codes
            .occupations
            .get(soc)
            .map(|occupation| occupation.title.to_lowercase());
        let others = of_occupation
            .into_iter()
            .filter(|(small, _)| Some(small) != official.as_ref());
        titles.insert(
            soc.to_owned(),
            others.map(|(_, title)| title.to_owned()).collect(),
        );
    }
    Ok((titles, alternate.len() + reported.len()))
}

fn add<'t>(found: &mut BTreeMap<&'t str, BTreeMap<String, &'t str>>, soc: &'t str, title: &'t str) {
    let kept = found
        .entry(soc)
        .or_default()
        .entry(title.to_lowercase())
        .or_insert(title);
    *kept = title.min(kept);
}
