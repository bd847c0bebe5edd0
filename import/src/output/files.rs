//! The files of the dataset: held in memory until everything was accepted, then written or compared.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Files by their path from the root of the source tree, with `/` between folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, String>);

/// The folders that hold nothing but what the import writes.
const OWN_FOLDERS: [&str; 2] = ["data/official", "public/data"];

impl Files {
    /// The files of the import's own folders below `root`.
    ///
    /// # Errors
    /// When a folder or a file cannot be read.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut files = Self::default();
        for (path, file) in own_files(root)? {
            files.add(path, fs::read_to_string(file)?);
        }
        Ok(files)
    }

    /// Adds a file.
    pub fn add(&mut self, path: String, text: String) {
        self.0.insert(path, text);
    }

    /// Adds all files of another set.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The text of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Path and text of each file, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The files that are not in `root` as they are here: changed, missing, or there although they no longer belong.
    ///
    /// # Errors
    /// When a folder or a file cannot be read.
    pub fn differing(&self, root: &Path) -> io::Result<Vec<String>> {
        let mut differing = self.strangers(root)?;
        for (path, text) in &self.0 {
            match fs::read(root.join(path)) {
                Ok(bytes) if bytes == text.as_bytes() => {}
                Ok(_) => differing.push(path.clone()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    differing.push(path.clone())
                }
                Err(error) => return Err(error),
            }
        }
        differing.sort();
        Ok(differing)
    }

    /// Writes what differs, removes what no longer belongs, and returns how many files that were.
    ///
    /// # Errors
    /// When a folder or a file cannot be read or written.
    pub fn write(&self, root: &Path) -> io::Result<usize> {
        let differing = self.differing(root)?;
        for path in &differing {
            let file = root.join(path);
            match self.0.get(path) {
                Some(text) => {
                    if let Some(folder) = file.parent() {
                        fs::create_dir_all(folder)?;
                    }
                    // Never half a file, whenever it is interrupted.
                    let unfinished = file.with_extension("unfinished");
                    fs::write(&unfinished, text)?;
                    fs::rename(&unfinished, &file)?;
                }
                None => fs::remove_file(&file)?,
            }
        }
        Ok(differing.len())
    }

    /// Files in the import's own folders that it would not write.
    fn strangers(&self, root: &Path) -> io::Result<Vec<String>> {
        let mut own = own_files(root)?;
        own.retain(|(path, _)| !self.0.contains_key(path));
        Ok(own.into_iter().map(|(path, _)| path).collect())
    }
}

/// What lies in the import's own folders: the paths from `root`, and where that is.
fn own_files(root: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut own = Vec::new();
    for folder in OWN_FOLDERS {
        for file in files_below(&root.join(folder))? {
            let path = file.strip_prefix(root).unwrap_or(&file);
            let path = path
                .components()
                .map(|component| component.as_os_str().to_string_lossy());
            own.push((path.collect::<Vec<_>>().join("/"), file));
        }
    }
    Ok(own)
}

fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(files),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
