//! Making sure that everything is there, and doing nothing if it is.

use anyhow::Result;

use crate::install::Installer;
use crate::workspace::Workspace;
use crate::{browser, engines, node, process, toolchain, tools};

/// `cargo xtask setup`.
pub fn command(workspace: &Workspace, tests: bool) -> Result<()> {
    let mut installed = for_building(workspace)?;
    if tests {
        installed |= for_testing(workspace)?;
    }
    println!(
        "{}",
        if installed {
            "Everything is installed."
        } else {
            "Everything is there already."
        }
    );
    Ok(())
}

/// What building needs. Returns whether anything had to be installed.
pub fn for_building(workspace: &Workspace) -> Result<bool> {
    let mut installed = toolchain::ensure()?;
    node::check()?;
    // The build itself stays off the network. This prints nothing and fetches nothing if all crates are there.
    process::run_aside(process::cargo().arg("fetch").current_dir(workspace.root()))?;
    installed |= ensure_tools(workspace)?;
    Ok(installed)
}

/// What testing needs on top of building. Returns whether anything had to be installed.
pub fn for_testing(workspace: &Workspace) -> Result<bool> {
    let mut installed = browser::ensure()?;
    installed |= engines::ensure();
    installed |= node::ensure_packages(&workspace.e2e())?;
    Ok(installed)
}

fn ensure_tools(workspace: &Workspace) -> Result<bool> {
    let mut installer = None;
    for tool in tools::needed(workspace)? {
        if tool.is_there()? {
            continue;
        }
        let installer = match &mut installer {
            Some(installer) => installer,
            none => none.insert(Installer::new()?),
        };
        // Another set-up may have installed it while this one was waiting.
        if !tool.is_there()? {
            installer.install(&tool)?;
        }
    }
    Ok(installer.is_some())
}
