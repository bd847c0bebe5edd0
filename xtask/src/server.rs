//! The server of the built site, for this machine only: sirv, which Node.js runs (`server.mjs`).

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};

use anyhow::{Context, Result, ensure};

use crate::{install, node, tools};

/// The port if none is given.
const DEFAULT_PORT: u16 = 8080;

/// A server that runs in the background until it is dropped.
pub struct Server {
    /// The address of the first page.
    pub url: String,
    program: Child,
    /// The server ends when this is closed, which `Child::wait` would do.
    _input: Option<ChildStdin>,
}

impl Server {
    /// Starts to serve a folder at a port, or at any free port if it is 0.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        let sirv = install::ensure(&tools::sirv())?.join("sirv");
        let mut program = node::script(include_str!("server.mjs"))
            .args([&sirv, folder])
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("`node` cannot be started")?;
        let output = program.stdout.take().context("`node` has no output")?;
        let mut url = String::new();
        BufReader::new(output).read_line(&mut url)?;
        // The server has printed why.
        ensure!(!url.is_empty(), "the server did not start");
        Ok(Self {
            url: url.trim_end().to_owned(),
            _input: program.stdin.take(),
            program,
        })
    }

    /// Waits for the end of the server (Ctrl+C).
    pub fn wait(mut self) -> Result<()> {
        self.program.wait().map(drop).context("the server")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only if the server has ended.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Returns the given port, else the default one, or 0 if that is taken.
pub fn port(given: Option<u16>) -> u16 {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    given.unwrap_or_else(|| Some(DEFAULT_PORT).filter(is_free).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_server_prints_its_address_and_ends_when_it_is_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let server = Server::start(folder.path(), 0).unwrap();
        let url = server.url.clone();
        let address = url.trim_start_matches("http://").trim_end_matches('/');
        assert!(TcpStream::connect(address).is_ok());
        let (_, taken) = address.split_once(':').unwrap();
        assert!(Server::start(folder.path(), taken.parse().unwrap()).is_err());
        drop(server);
        assert!(TcpStream::connect(address).is_err());
    }

    #[test]
    fn a_server_answers_while_it_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let server = Server::start(folder.path(), 0).unwrap();
        let url = server.url.clone();
        let address = url.trim_start_matches("http://").trim_end_matches('/');
        // It ends with this process.
        let waiting = thread::spawn(move || server.wait());
        thread::sleep(Duration::from_millis(500));
        assert!(!waiting.is_finished());
        assert!(TcpStream::connect(address).is_ok());
    }
}
