//! The source tree and the cache of tools.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value as Json;

use crate::process;

/// The source tree that the commands work on.
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Finds the source tree that `cargo xtask` was built from, else the one around the current folder.
    ///
    /// This happens at run time, because a compiled-in path would be wrong after the folder has been moved.
    pub fn locate() -> Result<Self> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => folder.into(),
            None => env::current_dir()?,
        };
        let mut folders = start.ancestors();
        let root = folders.find(|folder| folder.join("xtask/Cargo.toml").is_file());
        let root = root.with_context(|| {
            format!(
                "{} is not in the source tree: change into the source tree and run `cargo xtask` there",
                start.display()
            )
        })?;
        Ok(Self {
            root: root.to_owned(),
        })
    }

    /// The folder of the root package.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the built site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder of the built site, if one has been built.
    pub fn built_site(&self) -> Result<PathBuf> {
        let dist = self.dist();
        ensure!(
            dist.join("index.html").is_file(),
            "expected a built site in {}, found no index.html: run `cargo xtask build`",
            dist.display()
        );
        Ok(dist)
    }

    /// The folder of the browser tests.
    pub fn e2e(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }

    /// Returns a command of Cargo in the source tree. The arguments are separated by spaces.
    pub fn cargo(&self, arguments: &str) -> Command {
        let mut command = process::cargo();
        command
            .current_dir(&self.root)
            .args(arguments.split_whitespace());
        command
    }

    /// Runs a program of the source tree in the current folder. Returns whether it succeeded.
    pub fn run_program(&self, which: [&str; 2], arguments: &[OsString]) -> Result<bool> {
        let mut cargo = process::cargo();
        cargo.args(["run", "--quiet"]).args(which);
        cargo
            .arg("--manifest-path")
            .arg(self.root.join("Cargo.toml"));
        process::succeeds(cargo.arg("--").args(arguments))
    }

    /// Returns the packages that Cargo has settled on, as `cargo metadata` describes them.
    pub fn packages(&self) -> Result<Vec<Json>> {
        let mut cargo = self.cargo("metadata --format-version=1 --locked --all-features");
        let mut metadata: Json = serde_json::from_str(&process::capture(&mut cargo)?)?;
        let packages = metadata["packages"].as_array_mut().map(std::mem::take);
        packages.context("`cargo metadata` lists no packages")
    }

    /// Returns the version of a package in `Cargo.lock`.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let id = process::capture(&mut self.cargo(&format!("pkgid --locked {package}")))?;
        let version = id.trim().rsplit(['@', '#']).next();
        version
            .map(str::to_owned)
            .with_context(|| format!("`cargo pkgid {package}` names no version"))
    }
}

/// Returns this project's folder in the user's cache.
pub fn cache() -> Result<PathBuf> {
    let cache = dirs::cache_dir().context(
        "this user has no cache folder: set HOME or XDG_CACHE_HOME to a folder that can be written",
    )?;
    Ok(cache.join("crossroads"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lockfile() {
        let workspace = Workspace::locate().unwrap();
        let version = workspace.locked_version("wasm-bindgen").unwrap();
        assert!(version.starts_with("0.2."), "{version}");
        assert!(workspace.locked_version("no-such-package").is_err());
    }
}
