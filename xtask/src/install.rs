//! Installing tools into the cache: all of a tool or nothing, and one set-up at a time.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::tools::{Source, Tool};
use crate::{node, process, tools, workspace};

/// Settings of an outer Cargo that would change how a tool is compiled, or where to.
const COMPILER_SETTINGS: [&str; 7] = [
    "CARGO_BUILD_BUILD_DIR",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_TARGET_DIR",
    "RUSTFLAGS",
];

/// How a tool is compiled: for a short set-up. Its own settings would save it seconds of work in a build and cost
/// most of an hour of waiting for it.
const QUICK_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
];

/// Installs tools while holding the lock on the cache.
///
/// Everything is put together in a staging folder next to the finished tools and renamed at the end, so that what an
/// interrupted run leaves behind is never taken for a tool.
pub struct Installer {
    tools: PathBuf,
    staging: PathBuf,
    _lock: File,
}

impl Installer {
    /// Waits until no other set-up is running, and clears away what an interrupted one may have left.
    pub fn new() -> Result<Self> {
        let (cache, tools) = (workspace::cache()?, tools::folder()?);
        create_folder(&tools)?;
        let lock_path = cache.join("setup.lock");
        let lock = File::create(&lock_path)
            .with_context(|| format!("{} cannot be written", lock_path.display()))?;
        if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
            eprintln!("Another set-up is running; waiting for it to end…");
        }
        lock.lock()
            .with_context(|| format!("{} cannot be locked", lock_path.display()))?;
        let staging = cache.join("staging");
        remove_folder(&staging)?;
        create_folder(&staging)?;
        Ok(Self {
            tools,
            staging,
            _lock: lock,
        })
    }

    /// Installs one tool.
    pub fn install(&self, tool: &Tool) -> Result<()> {
        let staged = self.staging.join(tool.folder_name());
        create_folder(&staged)?;
        eprintln!(
            "Installing {} {} ({})…",
            tool.package,
            tool.version,
            expectation(tool.source)
        );
        let mut command = match tool.source {
            Source::CratesIo(arguments) => self.cargo_install(tool, arguments, &staged),
            Source::Npm => npm_install(tool, &staged),
        };
        process::run_aside(&mut command)
            .with_context(|| format!("{} {} cannot be installed", tool.package, tool.version))?;
        if !tool.is_complete_in(&staged) {
            bail!(
                "`{}` succeeded, but not all programs of {} are in {}",
                process::show(&command),
                tool.package,
                tool.programs_in(&staged).display()
            );
        }
        let finished = self.tools.join(tool.folder_name());
        // Whatever is there lacks a program, else nothing would have been installed.
        remove_folder(&finished)?;
        fs::rename(&staged, &finished).with_context(|| {
            format!(
                "{} cannot be moved to {}",
                staged.display(),
                finished.display()
            )
        })
    }

    /// The working folder is outside of the source tree, so that its Cargo settings do not apply.
    fn cargo_install(&self, tool: &Tool, arguments: &[&str], into: &Path) -> Command {
        let mut command = process::cargo();
        for name in COMPILER_SETTINGS {
            command.env_remove(name);
        }
        command
            .envs(QUICK_PROFILE)
            .current_dir(&self.staging)
            .args(["install", tool.package, "--version", &tool.version])
            .args(arguments)
            .arg("--root")
            .arg(into)
            .arg("--target-dir")
            .arg(self.staging.join("target"));
        command
    }
}

impl Drop for Installer {
    fn drop(&mut self) {
        // Only space is lost if this fails, and the next set-up tries again.
        let _ = fs::remove_dir_all(&self.staging);
    }
}

fn npm_install(tool: &Tool, into: &Path) -> Command {
    let mut command = node::npm();
    command
        .current_dir(into)
        .args([
            "install",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--no-package-lock",
            "--prefix",
        ])
        .arg(into)
        .arg(format!("{}@{}", tool.package, tool.version));
    command
}

fn expectation(source: Source) -> &'static str {
    match source {
        Source::CratesIo(_) => "some minutes, once per machine",
        Source::Npm => "once per machine",
    }
}

fn create_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("the folder {} cannot be made", folder.display()))
}

fn remove_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("the folder {} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}
