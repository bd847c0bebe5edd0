//! Where things are: the source tree and the cache of tools.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, anyhow};

/// The source tree that the commands work on.
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Finds the source tree: the one that `cargo xtask` was built from, else the one around the current folder.
    ///
    /// Asked at run time, because a path compiled in would be wrong after the folder has been moved.
    pub fn locate() -> Result<Self> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => env::current_dir().context("the current folder cannot be read")?,
        };
        start
            .ancestors()
            .find(|folder| folder.join("xtask/Cargo.toml").is_file())
            .map(|root| Self { root: root.to_owned() })
            .ok_or_else(|| {
                anyhow!(
                    "expected to be inside the source tree (a folder with xtask/Cargo.toml), but neither {} nor any \
                     folder above it is one: change into it and run `cargo xtask` there",
                    start.display()
                )
            })
    }

    /// The folder of the root package.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the built site goes.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where an unoptimised site goes, so that it never passes for the optimised one.
    pub fn debug_dist(&self) -> PathBuf {
        self.root.join("target/debug-dist")
    }

    /// The folder of the browser tests.
    pub fn e2e(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }

    /// The version of a package that `Cargo.lock` has settled on.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lockfile = fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        locked_version(&lockfile, package)
            .map(str::to_owned)
            .ok_or_else(|| {
                anyhow!(
                    "expected package `{package}` in {}, but it is not there",
                    path.display()
                )
            })
    }
}

/// The folder in the user's cache that is this project's own.
pub fn cache() -> Result<PathBuf> {
    dirs::cache_dir()
        .map(|folder| folder.join("crossroads"))
        .context("this user has no cache folder: set HOME (or XDG_CACHE_HOME) to a folder that can be written")
}

/// Cargo writes `version` right after `name`, so that two lines are all there is to read.
fn locked_version<'a>(lockfile: &'a str, package: &str) -> Option<&'a str> {
    let quoted = |line: &'a str, key: &str| {
        line.strip_prefix(key)?
            .strip_prefix(" = \"")?
            .strip_suffix('"')
    };
    let mut lines = lockfile.lines();
    lines.find(|line| quoted(line, "name") == Some(package))?;
    quoted(lines.next()?, "version")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCKFILE: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-futures"
version = "0.4.80"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry+https://github.com/rust-lang/crates.io-index"
dependencies = [
 "wasm-bindgen-macro",
]
"#;

    #[test]
    fn reads_the_version_of_the_package_with_exactly_that_name() {
        assert_eq!(locked_version(LOCKFILE, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(
            locked_version(LOCKFILE, "wasm-bindgen-futures"),
            Some("0.4.80")
        );
    }

    #[test]
    fn a_name_among_the_dependencies_is_not_a_package() {
        assert_eq!(locked_version(LOCKFILE, "wasm-bindgen-macro"), None);
    }

    #[test]
    fn reads_this_tree() {
        let version = Workspace::locate()
            .unwrap()
            .locked_version("anyhow")
            .unwrap();
        assert!(version.starts_with("1."), "{version}");
    }
}
