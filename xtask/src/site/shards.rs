//! The version of the data, written at the beginning of each shard. While a host is updated, an older page may get newer
//! data: it then says so and does not mix the two.

use std::path::Path;

use anyhow::{Context, Result};
use fs_err as fs;

use crate::files;

/// Writes the version into each shard of the site. `src/state/shards.rs` and `sw.js` read it.
pub fn mark(dist: &Path, version: &str) -> Result<()> {
    let folder = dist.join("data");
    if !folder.exists() {
        return Ok(());
    }
    for path in files::list(&folder)? {
        if path.ends_with(".json") {
            let file = folder.join(&path);
            let shard = fs::read_to_string(&file)?;
            let rest = shard.strip_prefix('{');
            let rest = rest.with_context(|| format!("{path} is not a JSON object"))?;
            files::write(&file, format!("{{\"version\":\"{version}\",{rest}"))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_names_the_version_of_the_data() {
        let dist = tempfile::tempdir().unwrap();
        let dist = dist.path();
        let shard = dist.join("data/area/06.json");
        let table = dist.join("data/roles.csv");
        files::write(&shard, "{\"layout\":1,\n\"rows\":[]}\n").unwrap();
        files::write(&table, "id,title\n").unwrap();
        mark(dist, "12ab-34cd").unwrap();
        let expected = "{\"version\":\"12ab-34cd\",\"layout\":1,\n\"rows\":[]}\n";
        assert_eq!(fs::read_to_string(&shard).unwrap(), expected);
        assert_eq!(fs::read_to_string(table).unwrap(), "id,title\n");
        files::write(&shard, "<html>").unwrap();
        let error = mark(dist, "12ab-34cd").unwrap_err().to_string();
        assert!(error.contains("06.json"), "{error}");
    }
}
