//! Node.js and npm, which run `wasm-opt`, the compression, the server and the browser tests.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};
use fs_err as fs;

use crate::process;

/// The oldest supported release.
const OLDEST: u32 = 20;
/// A copy of the lockfile from when the packages were installed. Its content is compared, because file times mean
/// nothing after a checkout.
const INSTALLED: &str = "node_modules/.installed-package-lock.json";

/// Returns a command of Node.js.
pub fn node() -> Command {
    process::command("node")
}

/// Returns a command of npm, which is a script.
pub fn npm() -> Command {
    process::command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Returns a command that runs an inline module.
pub fn script(module: &str) -> Command {
    let mut command = node();
    command.args(["--input-type=module", "--eval", module]);
    command
}

/// Fails unless npm and a recent Node.js are installed.
pub fn check() -> Result<()> {
    let version = ["--print", "process.versions.node"];
    let found = process::capture(node().args(version)).unwrap_or_default();
    let major = found.split('.').next().unwrap_or_default();
    ensure!(
        major.parse().is_ok_and(|major: u32| major >= OLDEST),
        "expected Node.js {OLDEST} or newer, found {found:?}: install it from https://nodejs.org or with your package manager"
    );
    ensure!(
        process::succeeds_silently(npm().arg("--version")),
        "found Node.js, but `npm` does not run: install npm, which some systems package separately"
    );
    Ok(())
}

/// Installs the packages of a folder's lockfile, unless they are installed.
pub fn ensure_packages(folder: &Path) -> Result<()> {
    let wanted = fs::read(folder.join("package-lock.json"))?;
    let installed = folder.join(INSTALLED);
    if fs::read(&installed).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    eprintln!("Installing the npm packages of {}…", folder.display());
    let mut command = npm();
    command
        .current_dir(folder)
        .args(["ci", "--no-audit", "--no-fund"])
        // The tests use an installed browser.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run_aside(&mut command)?;
    Ok(fs::write(&installed, wanted)?)
}
