//! Which tools build the site, in which versions, and where they are found.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::workspace::{self, Workspace};
use crate::{process, setup};

/// What rebuilds the page on save (`cargo xtask serve --debug`).
const TRUNK: &str = "0.21.14";
/// What takes the program apart into files that are fetched when they are needed.
const WASM_SPLIT: &str = "0.2.4";
/// The npm package that brings `wasm-opt`.
const BINARYEN: &str = "132.0.0";

/// The npm package that brings the server of the built site.
const SIRV: &str = "3.0.1";

/// What holds the packages against `deny.toml`.
const CARGO_DENY: &str = "0.20.2";

/// The program that takes another apart.
pub const WASM_SPLIT_PROGRAM: &str = "wasm-split-cli";

/// Where a tool comes from.
#[derive(Clone, Copy)]
pub enum Source {
    /// `cargo install` with these arguments.
    CratesIo(&'static [&'static str]),
    /// `npm install`.
    Npm,
}

/// One tool in the version that this source tree needs.
pub struct Tool {
    /// The name of its package.
    pub package: &'static str,
    /// The version of its package.
    pub version: String,
    /// Where its package comes from.
    pub source: Source,
    /// What it has to bring; the first one is asked for its version.
    programs: &'static [&'static str],
    /// The word with which the first program states the version.
    states: String,
}

impl Tool {
    /// The name of the folder it is installed in: one for each version, so that source trees can differ.
    pub fn folder_name(&self) -> String {
        format!("{}-{}", self.package, self.version)
    }

    /// The folder with its programs, in the folder it was installed in.
    pub fn programs_in(&self, installed: &Path) -> PathBuf {
        match self.source {
            Source::CratesIo(_) => installed.join("bin"),
            Source::Npm => installed.join("node_modules").join(".bin"),
        }
    }

    /// Whether all of it is in the folder it was installed in.
    pub fn is_complete_in(&self, installed: &Path) -> bool {
        self.is_all_in(&self.programs_in(installed))
    }

    fn is_all_in(&self, programs: &Path) -> bool {
        self.programs
            .iter()
            .all(|program| process::program_in(programs, program).is_some())
    }

    /// The folder with its programs if the user has installed it, in exactly this version.
    fn installed_by_user(&self) -> Option<PathBuf> {
        let program = process::find_on_path(self.programs.first()?)?;
        let folder = program.parent()?;
        if !self.is_all_in(folder) {
            return None;
        }
        let mut command = process::command(&program);
        // Trunk fails at a NO_COLOR that is not a boolean.
        command.arg("--version").env_remove("NO_COLOR");
        let output = process::capture(&mut command).ok()?;
        states(&output, &self.states).then(|| folder.to_owned())
    }

    /// The folder with its programs: the user's own or the cache's.
    pub fn find(&self) -> Result<Option<PathBuf>> {
        let cached = folder()?.join(self.folder_name());
        if self.is_complete_in(&cached) {
            return Ok(Some(self.programs_in(&cached)));
        }
        Ok(self.installed_by_user())
    }

    /// The tool's own program, installed first if it is missing.
    pub fn ensure(&self) -> Result<PathBuf> {
        setup::ensure_tools(std::slice::from_ref(self))?;
        self.find()?
            .zip(self.programs.first())
            .and_then(|(folder, program)| process::program_in(&folder, program))
            .with_context(|| format!("expected {} to be installed by now", self.package))
    }

    /// Whether nothing has to be installed.
    pub fn is_there(&self) -> Result<bool> {
        Ok(self.find()?.is_some())
    }
}

/// The folder with one folder for each tool and version.
pub fn folder() -> Result<PathBuf> {
    Ok(workspace::cache()?.join("tools"))
}

/// All tools that build the site.
pub fn needed(workspace: &Workspace) -> Result<[Tool; 4]> {
    let wasm_bindgen = workspace.locked_version("wasm-bindgen")?;
    Ok([
        // The bindings it writes fit the crate of the very same version only.
        Tool {
            package: "wasm-bindgen-cli",
            version: wasm_bindgen.clone(),
            // The versions of its own lockfile do not build any more.
            source: Source::CratesIo(&[]),
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            states: wasm_bindgen,
        },
        Tool {
            package: "wasm_split_cli_support",
            version: WASM_SPLIT.to_owned(),
            source: Source::CratesIo(&["--locked", "--features", "build-binary"]),
            programs: &[WASM_SPLIT_PROGRAM],
            states: WASM_SPLIT.to_owned(),
        },
        Tool {
            package: "binaryen",
            version: BINARYEN.to_owned(),
            source: Source::Npm,
            programs: &["wasm-opt"],
            states: binaryen_release().to_owned(),
        },
        sirv(),
    ])
}

fn sirv() -> Tool {
    Tool {
        package: "sirv-cli",
        version: SIRV.to_owned(),
        source: Source::Npm,
        programs: &["sirv"],
        states: SIRV.to_owned(),
    }
}

/// The program of sirv; its module lies where Node.js finds it from there.
pub fn sirv_program() -> Result<PathBuf> {
    sirv().ensure()
}

/// Trunk, which only `cargo xtask serve --debug` and the test of its build need.
pub fn trunk() -> Tool {
    Tool {
        package: "trunk",
        version: TRUNK.to_owned(),
        // Its features are for talking to other hosts, which it never does here.
        source: Source::CratesIo(&["--locked", "--no-default-features"]),
        programs: &["trunk"],
        states: TRUNK.to_owned(),
    }
}

/// What only `cargo xtask audit` needs.
pub fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        version: CARGO_DENY.to_owned(),
        source: Source::CratesIo(&["--locked"]),
        programs: &["cargo-deny"],
        states: CARGO_DENY.to_owned(),
    }
}

/// Binaryen counts its releases in whole numbers; npm makes three parts of them.
fn binaryen_release() -> &'static str {
    BINARYEN
        .split_once('.')
        .map_or(BINARYEN, |(release, _)| release)
}

/// The tools, ready to be used by a command.
pub struct Toolbox {
    path: OsString,
    wasm_bindgen: String,
}

impl Toolbox {
    /// Collects the tools; all of them must have been installed.
    pub fn collect(workspace: &Workspace) -> Result<Self> {
        let mut folders = Vec::new();
        for tool in needed(workspace)? {
            match tool.find()? {
                Some(folder) => folders.push(folder),
                None => bail!(
                    "expected {} {} on PATH or in {}, but it is in neither: run `cargo xtask setup`",
                    tool.package,
                    tool.version,
                    folder()?.display()
                ),
            }
        }
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        Ok(Self {
            path: env::join_paths(folders)
                .context("a folder on PATH has a name that PATH cannot hold")?,
            wasm_bindgen: workspace.locked_version("wasm-bindgen")?,
        })
    }

    /// Puts the tools on the PATH of a command, before all others.
    pub fn equip<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("PATH", &self.path)
    }

    /// A command of Trunk, which is installed if it is missing, held to these very tools and kept from the network.
    pub fn trunk(&self, subcommand: &str) -> Result<Command> {
        let mut command = process::command(trunk().ensure()?);
        self.equip(&mut command)
            .args([subcommand, "--offline"])
            .env("TRUNK_TOOLS_WASM_BINDGEN", &self.wasm_bindgen)
            .env(
                "TRUNK_TOOLS_WASM_OPT",
                format!("version_{}", binaryen_release()),
            );
        // Trunk reads NO_COLOR as a boolean and fails at the usual "1".
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        Ok(command)
    }
}

/// Whether the answer to `--version` contains this version as a word.
fn states(output: &str, version: &str) -> bool {
    output.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_recognised_as_a_whole_word() {
        assert!(states("trunk 0.21.14\n", "0.21.14"));
        assert!(states("wasm-opt version 132 (version_132)\n", "132"));
        assert!(!states("trunk 0.21.140\n", "0.21.14"));
        assert!(!states("wasm-opt version 108\n", "132"));
    }

    #[test]
    fn a_folder_without_all_programs_is_not_an_installation() {
        let workspace = Workspace::locate().unwrap();
        let nowhere = Path::new("no-such-folder");
        for tool in needed(&workspace).unwrap() {
            assert!(!tool.is_complete_in(nowhere), "{}", tool.package);
        }
    }

    #[test]
    fn binaryen_is_asked_for_by_its_release() {
        assert_eq!(format!("{}.0.0", binaryen_release()), BINARYEN);
    }
}
