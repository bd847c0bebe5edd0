//! The words of the shards: what `data/texts` says of each occupation.
//!
//! They are put into shards that are whole without them, so that a corrected text needs no source table.

use std::collections::BTreeMap;
use std::path::Path;

use crossroads::model::{Details, RoleId};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::checksum::hex;
use crate::output::files::Files;
use crate::output::{official, shards};
use crate::refusal::{Refusal, Result};
use crate::texts::{self, Text};

/// How the line of the words starts, and that of the line before it.
const WORDS: &str = "\"words\":";
const ID: &str = "\"id\":";

/// How many hexadecimal digits name the words.
const DIGITS: usize = 8;

/// Puts the texts that lie in `root` into the shards of `files`, instead of those that they may have, and names their
/// state in `version.txt`, behind that of the figures.
///
/// # Errors
/// When a text is refused, or a shard is not there or not as it should be.
pub fn put(files: &mut Files, root: &Path) -> Result<()> {
    let texts = texts::read(&root.join(texts::FOLDER), &titles(files)?)?;
    let mut hash = Sha256::new();
    for (code, text) in &texts {
        let path = shards::of_occupation(code);
        let shard = with_words(written(files, &path)?, text).ok_or_else(|| {
            Refusal::of_file(
                &path,
                "",
                "a line for each field, the id among them",
                "none",
            )
        })?;
        Details::parse(&RoleId(code.clone()), &shard).map_err(|error| {
            Refusal::of_file(
                &path,
                &error.field,
                error.expected.to_string(),
                &error.found,
            )
        })?;
        hash.update(code);
        hash.update(text.json().to_string());
        files.add(path, shard);
    }
    let path = official::VERSION;
    let version = written(files, path)?.trim();
    let figures = version.split('-').next().unwrap_or(version);
    let mut words = hex(&hash.finalize());
    words.truncate(DIGITS);
    let version = format!("{figures}-{words}\n");
    files.add(path.to_owned(), version);
    Ok(())
}

/// The title of each occupation, by its code.
fn titles(files: &Files) -> Result<BTreeMap<String, String>> {
    let path = format!("{}/occupations.json", official::FOLDER);
    let text = written(files, &path)?;
    let refuse = |found: String| Refusal::of_file(&path, "", "rows of code and title", found);
    let table: Value = serde_json::from_str(text).map_err(|error| refuse(error.to_string()))?;
    let rows = table["rows"].as_array().into_iter().flatten();
    rows.map(|row| match (row[0].as_str(), row[1].as_str()) {
        (Some(code), Some(title)) => Ok((code.to_owned(), title.to_owned())),
        _ => Err(refuse(row.to_string())),
    })
    .collect()
}

fn written<'f>(files: &'f Files, path: &str) -> Result<&'f str> {
    files
        .get(path)
        .ok_or_else(|| Refusal::of_file(path, "", "a file", "none"))
}

/// A shard with these words behind its id.
fn with_words(shard: &str, text: &Text) -> Option<String> {
    let mut lines: Vec<String> = shard
        .lines()
        .filter(|line| !line.starts_with(WORDS))
        .map(str::to_owned)
        .collect();
    let id = lines.iter().position(|line| line.starts_with(ID))?;
    lines.insert(id + 1, format!("{WORDS}{},", text.json()));
    Some(lines.join("\n") + "\n")
}
