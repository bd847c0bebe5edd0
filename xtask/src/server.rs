//! The server of the built site, for this machine only: sirv, which Node.js runs (`server.mjs`).

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Child, Stdio};

use anyhow::{Context, Result, bail};

use crate::{node, tools};

/// The port if none is asked for.
const DEFAULT_PORT: u16 = 8080;

const SCRIPT: &str = include_str!("server.mjs");

/// A server that runs in the background until it is dropped.
pub struct Server {
    url: String,
    program: Child,
}

impl Server {
    /// Starts to serve a folder at a port; 0 is any free one.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        let mut program = node::node()
            .args(["--input-type=module", "--eval", SCRIPT])
            .arg(tools::sirv_program()?)
            .arg(folder)
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("`node` cannot be started")?;
        let output = program.stdout.take().context("`node` has no output")?;
        let mut url = String::new();
        BufReader::new(output)
            .read_line(&mut url)
            .context("the server does not say where it is")?;
        if url.is_empty() {
            bail!("the server ended without an address; its own words are above");
        }
        Ok(Self {
            url: url.trim_end().to_owned(),
            program,
        })
    }

    /// The address of the site's first page.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Waits until the server ends, which Ctrl+C brings about.
    pub fn wait(mut self) -> Result<()> {
        self.program
            .wait()
            .map(drop)
            .context("the server cannot be waited for")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only if the server has ended already.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// The port asked for, else the default one or, if that is taken, any free one.
pub fn port(asked: Option<u16>) -> u16 {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    asked.unwrap_or_else(|| Some(DEFAULT_PORT).filter(is_free).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn a_server_says_where_it_is_and_ends_when_it_is_dropped() {
        let folder = std::env::temp_dir().join(format!("crossroads-server-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let server = Server::start(&folder, 0).unwrap();
        let address = server.url().to_owned();
        let address = address.trim_start_matches("http://").trim_end_matches('/');
        assert!(TcpStream::connect(address).is_ok());
        let (_, taken) = address.split_once(':').unwrap();
        assert!(Server::start(&folder, taken.parse().unwrap()).is_err());
        drop(server);
        assert!(TcpStream::connect(address).is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}
