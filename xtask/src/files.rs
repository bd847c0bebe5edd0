//! Files of the built site.

use std::path::Path;

use anyhow::Result;
use fs_err as fs;

/// Lists the files in a folder and below it, in order, as paths from that folder with slashes on every system.
pub fn list(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            let below = list(&entry.path())?;
            found.extend(below.iter().map(|path| format!("{name}/{path}")));
        } else {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

/// Writes a file and creates its folder if needed.
pub fn write(file: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    Ok(fs::write(file, content)?)
}

/// Removes a folder with all that is in it, if it exists.
pub fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}
