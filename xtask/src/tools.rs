//! The tools that build, serve and audit the site, in their versions.

use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;

use crate::process;
use crate::workspace::{self, Workspace};

/// The program of wasm-split, which splits the compiled program into chunks.
pub const WASM_SPLIT: &str = "wasm-split-cli";

/// The registry that a tool is installed from.
#[derive(Clone, Copy)]
pub enum Source {
    /// `cargo install` with these arguments.
    CratesIo(&'static [&'static str]),
    /// `npm install`.
    Npm,
}

/// A tool in the version that this source tree needs.
pub struct Tool {
    /// The name of its package.
    pub package: &'static str,
    /// The version of its package.
    pub version: String,
    /// The source of its package.
    pub source: Source,
    /// Its programs. The first one is asked for its version.
    programs: &'static [&'static str],
}

impl Tool {
    fn new(
        package: &'static str,
        version: &str,
        source: Source,
        programs: &'static [&'static str],
    ) -> Self {
        Self {
            package,
            version: version.to_owned(),
            source,
            programs,
        }
    }

    /// The tool's folder in the cache. Versions have different folders, so that source trees can differ.
    pub fn folder(&self) -> Result<PathBuf> {
        let name = format!("{}-{}", self.package, self.version);
        Ok(workspace::cache()?.join("tools").join(name))
    }

    /// The folder of the programs in the folder that the tool was installed in.
    pub fn programs_in(&self, installed: &Path) -> PathBuf {
        installed.join(match self.source {
            Source::CratesIo(_) => "bin",
            Source::Npm => "node_modules/.bin",
        })
    }

    /// Finds the folder of the programs, in the cache or on PATH.
    pub fn find(&self) -> Result<Option<PathBuf>> {
        let cached = self.programs_in(&self.folder()?);
        Ok(if self.is_complete_in(&cached) {
            Some(cached)
        } else {
            self.find_on_path()
        })
    }

    /// Finds the folder of a fitting version on PATH.
    fn find_on_path(&self) -> Option<PathBuf> {
        let program = process::find_on_path(self.programs.first()?)?;
        let folder = program.parent().filter(|it| self.is_complete_in(it))?;
        if self.is_installed_by_cargo(folder) {
            return Some(folder.to_owned());
        }
        let mut command = process::command(&program);
        // Trunk rejects a NO_COLOR that is not a boolean.
        command.arg("--version").env_remove("NO_COLOR");
        let output = String::from_utf8(command.output().ok()?.stdout).ok()?;
        self.is_named_in(&output).then(|| folder.to_owned())
    }

    /// Reads Cargo's list of installed packages, because wasm-split does not know its version.
    fn is_installed_by_cargo(&self, programs: &Path) -> bool {
        let entry = format!("\"{} {} (", self.package, self.version);
        fs::read_to_string(programs.join("../.crates.toml"))
            .is_ok_and(|installed| installed.contains(&entry))
    }

    /// Returns whether a folder has all programs.
    pub fn is_complete_in(&self, programs: &Path) -> bool {
        let mut names = self.programs.iter();
        names.all(|name| process::program_in(programs, name).is_some())
    }

    /// Returns whether the output of `--version` names this version.
    fn is_named_in(&self, output: &str) -> bool {
        // Binaryen's releases are whole numbers, which npm pads to three.
        let release = self.version.trim_end_matches(".0.0");
        output.split_whitespace().any(|word| word == release)
    }
}

/// Returns the tools that every build needs.
pub fn for_building(workspace: &Workspace) -> Result<[Tool; 3]> {
    Ok([
        Tool::new(
            "wasm-bindgen-cli",
            // The bindings fit only the crate of the same version.
            &workspace.locked_version("wasm-bindgen")?,
            // The versions in its own lockfile no longer compile.
            Source::CratesIo(&[]),
            &["wasm-bindgen", "wasm-bindgen-test-runner"],
        ),
        Tool::new(
            "wasm_split_cli_support",
            "0.2.4",
            Source::CratesIo(&["--locked", "--features", "build-binary"]),
            &[WASM_SPLIT],
        ),
        binaryen(),
    ])
}

/// The package of `wasm-opt`.
fn binaryen() -> Tool {
    Tool::new("binaryen", "132.0.0", Source::Npm, &["wasm-opt"])
}

/// The server of the built site.
pub fn sirv() -> Tool {
    Tool::new("sirv-cli", "3.0.1", Source::Npm, &["sirv"])
}

/// Trunk, for `cargo xtask serve --debug` and the test of its build.
pub fn trunk() -> Tool {
    // Its features are for network access, which these commands do not use.
    let arguments = &["--locked", "--no-default-features"];
    Tool::new("trunk", "0.21.14", Source::CratesIo(arguments), &["trunk"])
}

/// The tool of `cargo xtask audit`.
pub fn cargo_deny() -> Tool {
    let source = Source::CratesIo(&["--locked"]);
    Tool::new("cargo-deny", "0.20.2", source, &["cargo-deny"])
}

#[cfg(test)]
mod tests {
    use std::env::consts::EXE_SUFFIX;

    use super::*;
    use crate::files;

    #[test]
    fn a_version_is_recognized_as_a_whole_word() {
        assert!(trunk().is_named_in("trunk 0.21.14\n"));
        assert!(!trunk().is_named_in("trunk 0.21.140\n"));
        assert!(binaryen().is_named_in("wasm-opt version 132 (version_132)\n"));
        assert!(!binaryen().is_named_in("wasm-opt version 108\n"));
    }

    #[test]
    fn an_installation_has_all_programs_in_the_version_that_cargo_lists() {
        let installed = tempfile::tempdir().unwrap();
        let programs = installed.path().join("bin");
        let [tool, ..] = for_building(&Workspace::locate().unwrap()).unwrap();
        let write = |path: String| files::write(&programs.join(path), "").unwrap();
        write(format!("wasm-bindgen{EXE_SUFFIX}"));
        assert!(!tool.is_complete_in(&programs));
        write(format!("wasm-bindgen-test-runner{EXE_SUFFIX}"));
        assert!(tool.is_complete_in(&programs));
        for (version, expected) in [("0.2.1", false), (&*tool.version, true)] {
            let list = format!("\"wasm-bindgen-cli {version} (registry)\" = []");
            files::write(&installed.path().join(".crates.toml"), list).unwrap();
            assert_eq!(tool.is_installed_by_cargo(&programs), expected);
        }
    }
}
