//! The industries of OEWS that can be ranked against each other.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::query::{refuse, sql, text};
use crate::refusal::Result;
use crate::table::check_text;

/// The industries that divide all jobs without overlap: those of four digits (display level 4), and of three digits
/// where OEWS shows no finer one. What OEWS splits by owner once more ("Hospitals, Privately Owned": a last digit of 2,
/// 3 or 5) is left out; its government designations (9991 to 9993) exclude schools and hospitals, so they stay.
///
/// # Errors
/// When a code or a name is not as expected.
pub(super) fn industries(database: &Connection) -> Result<BTreeMap<String, String>> {
    let mut statement = database
        .prepare("SELECT industry_code, industry_name, display_level FROM industry ORDER BY 1")
        .map_err(|error| sql(&error))?;
    let mut rows = statement.query([]).map_err(|error| sql(&error))?;
    let (mut three, mut four) = (BTreeMap::new(), BTreeMap::new());
    let mut divided = BTreeSet::new();
    while let Some(row) = rows.next().map_err(|error| sql(&error))? {
        let (code, name) = (text(row, 0)?.to_owned(), text(row, 1)?.to_owned());
        let level: i64 = row.get(2).map_err(|error| sql(&error))?;
        check_text(&name).map_err(|expected| refuse("industry", &code, "name", expected, &name))?;
        if code.len() != 6 || !code.is_ascii() {
            return Err(refuse("industry", &code, "code", "six characters", &code));
        }
        let by_owner = code.ends_with(['2', '3', '5']);
        match level {
            3 => {
                three.insert(code, name);
            }
            4 if !by_owner => {
                divided.insert(code[..3].to_owned());
                four.insert(code, name);
            }
            _ => {}
        }
    }
    four.extend(
        three
            .into_iter()
            .filter(|(code, _)| !divided.contains(&code[..3])),
    );
    Ok(four)
}
