//! What the import writes.

pub mod derived;
pub mod files;
pub mod names;
pub mod official;
pub mod shards;
pub mod sizes;

use std::path::Path;

use crate::refusal::Result;
use crate::sources::Sources;
use files::Files;

/// All files of the dataset. `root` holds the files written by hand.
///
/// # Errors
/// When the project's own model cannot read what came of the sources.
pub fn dataset(sources: &Sources, root: &Path) -> Result<Files> {
    let mut files = Files::default();
    official::add(&mut files, sources);
    shards::add(&mut files, sources);
    derived::add(&mut files, root)?;
    Ok(files)
}
