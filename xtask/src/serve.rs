//! `cargo xtask serve`: the site in the browser of whoever works on it.

use std::process::Command;

use anyhow::{Result, bail};
use clap::Args;

use crate::server::{self, Server};
use crate::tools::Toolbox;
use crate::workspace::Workspace;
use crate::{build, process, setup, site};

#[derive(Args)]
pub struct Options {
    /// The port to serve at [default: 8080, or a free one if that is taken]
    #[arg(long)]
    port: Option<u16>,
    /// Open the site in the default browser
    #[arg(long)]
    open: bool,
    /// Serve an unoptimised build, and build again whenever a file is saved
    #[arg(long)]
    debug: bool,
    /// Serve what is in dist/ already
    #[arg(long, conflicts_with = "debug")]
    no_build: bool,
}

/// Serves until Ctrl+C.
pub fn command(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.debug {
        return rebuild_on_save(workspace, options);
    }
    if !options.no_build {
        build::command(workspace, site::Options::default())?;
    } else if !workspace.dist().join("index.html").is_file() {
        bail!(
            "expected a built site in {}, but there is no index.html: leave out --no-build",
            workspace.dist().display()
        );
    }
    let server = Server::start(&workspace.dist(), server::port(options.port))?;
    if options.open {
        open_in_browser(server.url());
    }
    println!("Crossroads is at {}  (Ctrl+C stops)", server.url());
    server.wait()
}

/// Leaves building and serving to Trunk, which watches the files and reloads the page.
fn rebuild_on_save(workspace: &Workspace, options: &Options) -> Result<()> {
    setup::for_building(workspace)?;
    let mut trunk = Toolbox::collect(workspace)?.trunk("serve")?;
    trunk
        .current_dir(workspace.root())
        .args(["--address", "127.0.0.1"]);
    trunk.args(["--port", &server::port(options.port).to_string()]);
    trunk.arg("--dist").arg(workspace.debug_dist());
    if options.open {
        trunk.arg("--open");
    }
    process::run(&mut trunk)
}

fn open_in_browser(url: &str) {
    let mut command: Command = if cfg!(windows) {
        process::command("explorer")
    } else if cfg!(target_os = "macos") {
        process::command("open")
    } else {
        process::command("xdg-open")
    };
    // The address is printed anyway, and `explorer` reports failure even when it succeeds.
    if command.arg(url).spawn().is_err() {
        eprintln!("No browser could be opened; the address is below.");
    }
}
