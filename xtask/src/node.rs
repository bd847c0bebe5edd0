//! Node.js and npm: `wasm-opt`, the compression and the browser tests run on them.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;

/// The oldest release that everything here runs on.
const OLDEST: u32 = 20;
/// The lockfile as it was when the packages were installed, kept among them. Its content is compared, because file
/// times mean nothing after a checkout.
const INSTALLED: &str = "node_modules/.installed-package-lock.json";

/// A command of Node.js.
pub fn node() -> Command {
    process::command("node")
}

/// A command of npm, which is a script.
pub fn npm() -> Command {
    process::command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Fails with what to do unless a Node.js that is new enough is there.
pub fn check() -> Result<()> {
    let wanted = format!(
        "Node.js {OLDEST} or newer: install it from https://nodejs.org or by your package manager"
    );
    let found = match node().arg("--version").output() {
        Ok(output) => String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        Err(error) => bail!("`node` cannot be started ({error}), expected {wanted}"),
    };
    if major(&found).is_none_or(|major| major < OLDEST) {
        bail!("found Node.js {found}, expected {wanted}");
    }
    if !process::succeeds(npm().arg("--version")) {
        bail!(
            "found Node.js {found}, but `npm` does not run: install npm, which some systems package separately"
        );
    }
    Ok(())
}

/// Installs the packages of a folder exactly as its lockfile lists them; returns whether there was anything to do.
pub fn ensure_packages(folder: &Path) -> Result<bool> {
    let lockfile = folder.join("package-lock.json");
    let wanted =
        fs::read(&lockfile).with_context(|| format!("{} cannot be read", lockfile.display()))?;
    let installed = folder.join(INSTALLED);
    if fs::read(&installed).is_ok_and(|found| found == wanted) {
        return Ok(false);
    }
    eprintln!("Installing the npm packages of {}…", folder.display());
    let mut command = npm();
    command
        .current_dir(folder)
        .args(["ci", "--no-audit", "--no-fund"])
        // The tests use the browser that is there.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run_aside(&mut command)?;
    fs::write(&installed, wanted)
        .with_context(|| format!("{} cannot be written", installed.display()))?;
    Ok(true)
}

/// `20` of `v20.19.2`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_release_of_node() {
        assert_eq!(major("v20.19.2"), Some(20));
        assert_eq!(major("v8.17.0"), Some(8));
        assert_eq!(major("20.19.2"), None);
        assert_eq!(major(""), None);
    }
}
