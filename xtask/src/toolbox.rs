//! The tools of a build, ready to use.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use anyhow::{Context, Result};

use crate::workspace::Workspace;
use crate::{install, process, tools};

/// A PATH that begins with the tools.
pub struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// Collects the tools of a build. Installs those that are missing.
    pub fn ensure(workspace: &Workspace) -> Result<Self> {
        let mut folders = Vec::new();
        for tool in tools::for_building(workspace)? {
            folders.push(install::ensure(&tool)?);
        }
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        let path = env::join_paths(folders).context("PATH cannot hold the folder of a tool")?;
        Ok(Self { path })
    }

    /// Puts the tools on the PATH of a command.
    pub fn equip<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("PATH", &self.path)
    }

    /// Returns a command of one of the tools.
    pub fn command(&self, program: &str) -> Command {
        let mut command = process::command(program);
        self.equip(&mut command);
        command
    }

    /// Returns a command of Trunk with these tools and without network access. Installs Trunk if it is missing.
    pub fn trunk(&self, workspace: &Workspace, subcommand: &str) -> Result<Command> {
        let programs = install::ensure(&tools::trunk())?;
        let mut command = process::command(programs.join("trunk"));
        self.equip(&mut command)
            .current_dir(workspace.root())
            .args([subcommand, "--offline"]);
        // Trunk reads NO_COLOR as a boolean and rejects the usual "1".
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        Ok(command)
    }
}
