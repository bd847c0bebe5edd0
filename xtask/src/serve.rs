//! `cargo xtask serve`: the site on this machine.

use anyhow::Result;
use clap::Args;

use crate::server::{self, Server};
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
    /// Serve an unoptimized build, and rebuild when a file is saved
    #[arg(long)]
    debug: bool,
    /// Serve dist/ as it is
    #[arg(long, conflicts_with = "debug")]
    no_build: bool,
}

/// Serves until Ctrl+C.
pub fn command(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.debug {
        return rebuild_on_save(workspace, options);
    }
    if !options.no_build {
        build::command(workspace, &site::Options::default())?;
    }
    let server = Server::start(&workspace.built_site()?, server::port(options.port))?;
    if options.open {
        open_in_browser(&server.url);
    }
    println!("Crossroads is at {}  (Ctrl+C stops)", server.url);
    server.wait()
}

/// Trunk watches the files, rebuilds and reloads the page.
fn rebuild_on_save(workspace: &Workspace, options: &Options) -> Result<()> {
    let mut trunk = setup::for_building(workspace)?.trunk(workspace, "serve")?;
    trunk.args(["--address", "127.0.0.1", "--port"]);
    trunk.arg(server::port(options.port).to_string());
    // An unoptimized site is kept apart, so that it is never published.
    trunk.args(["--dist", "target/debug-dist"]);
    if options.open {
        trunk.arg("--open");
    }
    process::run(&mut trunk)
}

fn open_in_browser(url: &str) {
    let program = match std::env::consts::OS {
        "windows" => "explorer",
        "macos" => "open",
        _ => "xdg-open",
    };
    // Success is not checked: `explorer` reports failure even when it succeeds.
    if process::command(program).arg(url).spawn().is_err() {
        eprintln!("`{program}` cannot be started; open the address below.");
    }
}
