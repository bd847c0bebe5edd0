//! What the import writes.

pub mod derived;
pub mod files;
pub mod names;
pub mod official;
pub mod shards;
pub mod sizes;
pub mod words;

use std::path::Path;

use crate::refusal::{Refusal, Result};
use crate::sources::Sources;
use files::Files;

/// All files of the dataset. `root` holds the files written by hand.
///
/// # Errors
/// When a text is refused, or the project's own model cannot read what came of the sources.
pub fn dataset(sources: &Sources, root: &Path) -> Result<Files> {
    let mut files = Files::default();
    official::add(&mut files, sources);
    shards::add(&mut files, sources);
    whole(files, root)
}

/// The files of the dataset as they lie in `root`, with the texts that lie there: all that a corrected text changes.
///
/// # Errors
/// When a file cannot be read or a text is refused.
pub fn with_texts(root: &Path) -> Result<Files> {
    let files = Files::read(root)
        .map_err(|error| Refusal::of_file("the dataset", "", "its files", error.to_string()))?;
    whole(files, root)
}

/// Adds what is made of the texts and of all other files.
fn whole(mut files: Files, root: &Path) -> Result<Files> {
    words::put(&mut files, root)?;
    derived::add(&mut files, root)?;
    Ok(files)
}
