//! Installs tools into the cache: each one whole or not at all, and one at a time.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use crate::tools::{Source, Tool};
use crate::{files, node, process, workspace};

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

/// A profile that compiles quickly. A tool's own profile would save seconds in each build and take most of an hour.
const QUICK_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
];

/// Returns the folder of a tool's programs. Installs the tool first if it is missing.
pub fn ensure(tool: &Tool) -> Result<PathBuf> {
    if let Some(programs) = tool.find()? {
        return Ok(programs);
    }
    let cache = workspace::cache()?;
    fs::create_dir_all(&cache)?;
    let _lock = lock(&cache.join("setup.lock"))?;
    // Another set-up may have installed it in the meantime.
    if let Some(programs) = tool.find()? {
        return Ok(programs);
    }
    // The finished tool is renamed at the end, so that an interrupted installation is never used.
    let staging = cache.join("staging");
    files::remove_folder(&staging)?;
    let staged = staging.join("tool");
    fs::create_dir_all(&staged)?;
    let mut command = match tool.source {
        Source::CratesIo(arguments) => cargo_install(tool, arguments, &staging),
        Source::Npm => npm_install(tool),
    };
    eprintln!("Installing {} {}, once…", tool.package, tool.version);
    process::run_aside(command.current_dir(&staged))
        .with_context(|| format!("{} {} was not installed", tool.package, tool.version))?;
    ensure!(
        tool.is_complete_in(&tool.programs_in(&staged)),
        "`{}` succeeded, but did not install all programs of {}",
        process::show(&command),
        tool.package
    );
    let folder = tool.folder()?;
    fs::create_dir_all(folder.parent().unwrap_or(&folder))?;
    files::remove_folder(&folder)?;
    fs::rename(&staged, &folder)?;
    files::remove_folder(&staging)?;
    Ok(tool.programs_in(&folder))
}

/// Waits until no other set-up is running, and keeps others waiting until the file is closed.
fn lock(path: &Path) -> Result<File> {
    let lock = File::create(path).with_context(|| path.display().to_string())?;
    if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
        eprintln!("Waiting for another set-up to end…");
    }
    lock.lock().with_context(|| path.display().to_string())?;
    Ok(lock)
}

/// The command runs outside of the source tree, so that the tree's Cargo settings do not apply.
fn cargo_install(tool: &Tool, arguments: &[&str], staging: &Path) -> Command {
    let mut command = process::cargo();
    for name in COMPILER_SETTINGS {
        command.env_remove(name);
    }
    command
        .envs(QUICK_PROFILE)
        .args(["install", tool.package, "--version", &tool.version])
        .args(arguments)
        .args(["--root", ".", "--target-dir"])
        .arg(staging.join("target"));
    command
}

fn npm_install(tool: &Tool) -> Command {
    let mut command = node::npm();
    command
        .args(["install", "--ignore-scripts", "--no-audit", "--no-fund"])
        .args(["--no-package-lock", "--prefix", "."])
        .arg(format!("{}@{}", tool.package, tool.version));
    command
}
