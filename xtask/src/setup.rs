//! Installs everything that is missing. Does nothing, and needs no network, if nothing is missing.

use anyhow::Result;

use crate::toolbox::Toolbox;
use crate::workspace::Workspace;
use crate::{browser, install, node, process, toolchain, tools};

/// Makes sure of Rust's components and of Node.js, which every check needs.
pub fn for_checking() -> Result<()> {
    toolchain::ensure()?;
    node::check()
}

/// Makes sure of everything that building and serving need. Returns the tools.
pub fn for_building(workspace: &Workspace) -> Result<Toolbox> {
    for_checking()?;
    // The build itself does not use the network.
    process::run_aside(&mut workspace.cargo("fetch"))?;
    install::ensure(&tools::sirv())?;
    Toolbox::ensure(workspace)
}

/// Makes sure of everything that the browser tests need.
pub fn for_testing(workspace: &Workspace) -> Result<()> {
    browser::ensure()?;
    node::ensure_packages(&workspace.e2e())
}
