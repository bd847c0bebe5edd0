//! Running other programs: with a clean environment, errors that name the command, and output that streams.

use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::{env, str};

use anyhow::{Context, Error, Result, bail};

use crate::workspace::Workspace;

/// What Cargo tells the program it runs about that program's package. A Cargo below would hand it on to build scripts
/// and rebuild whatever depends on it.
const OUTER_CARGO: [&str; 3] = ["CARGO_MANIFEST_", "CARGO_PKG_", "CARGO_BIN_"];

/// A command that does not inherit what the outer Cargo said about this package.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        if OUTER_CARGO.iter().any(|prefix| name.starts_with(prefix)) {
            command.env_remove(&*name);
        }
    }
    command
}

/// The Cargo that runs this command, so that both are of one toolchain.
pub fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs to the end, showing all output; anything but success is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    expect_success(command, status)
}

/// Runs a program of this source tree by Cargo; returns whether it succeeded, for it says itself why not. `which` names
/// it as `cargo run` asks for it. It sees paths from the current folder.
pub fn run_program<A: AsRef<OsStr>>(
    workspace: &Workspace,
    which: &[&str],
    arguments: &[A],
) -> Result<bool> {
    let mut program = cargo();
    program
        .args(["run", "--quiet"])
        .args(which)
        .arg("--manifest-path")
        .arg(workspace.root().join("Cargo.toml"))
        .arg("--")
        .args(arguments);
    succeeds_aloud(&mut program)
}

/// Like [`run`], with all output on standard error: for progress, which is not what a command was asked for.
pub fn run_aside(command: &mut Command) -> Result<()> {
    run(command.stdin(Stdio::null()).stdout(io::stderr()))
}

/// Runs to the end and returns what was written to standard output.
pub fn capture(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| cannot_start(command))?;
    expect_success(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether the program can be run with these arguments and succeeds, in silence.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs to the end, showing all output; whether it succeeded, for it says itself why not.
pub fn succeeds_aloud(command: &mut Command) -> Result<bool> {
    let status = command.status().with_context(|| cannot_start(command))?;
    Ok(status.success())
}

/// Runs to the end, passing standard output on to `to` as it comes and giving each of its lines to `on_line`.
pub fn stream(
    command: &mut Command,
    to: impl Write,
    mut on_line: impl FnMut(&str),
) -> Result<ExitStatus> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(command))?;
    if let Some(output) = child.stdout.take() {
        copy_lines(output, to, &mut on_line)
            .with_context(|| format!("the output of `{}` cannot be read", show(command)))?;
    }
    child
        .wait()
        .with_context(|| format!("`{}` cannot be waited for", show(command)))
}

/// The file that a program's name stands for on PATH.
pub fn find_on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).find_map(|folder| program_in(&folder, program))
}

/// The file of a program in a folder: with the ending that this system wants for programs or for scripts.
pub fn program_in(folder: &Path, program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    endings
        .iter()
        .map(|ending| folder.join(format!("{program}{ending}")))
        .find(|file| file.is_file())
}

/// The command as one would type it, for messages.
pub fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The error and its causes for whoever typed the command: one a line, without a backtrace.
pub fn describe(error: &Error) -> String {
    let causes = error
        .chain()
        .skip(1)
        .map(|cause| format!("\n  because: {cause}"));
    std::iter::once(format!("error: {error}"))
        .chain(causes)
        .collect()
}

fn cannot_start(command: &Command) -> String {
    format!("`{}` cannot be started", show(command))
}

fn expect_success(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` failed ({status})", show(command));
    }
    Ok(())
}

fn copy_lines(
    mut from: impl Read,
    mut to: impl Write,
    on_line: &mut impl FnMut(&str),
) -> io::Result<()> {
    let mut buffer = [0; 8192];
    let mut line = Vec::new();
    loop {
        let read = match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => &buffer[..read],
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        to.write_all(read)?;
        to.flush()?;
        for &byte in read {
            if byte == b'\n' {
                on_line(&String::from_utf8_lossy(&line));
                line.clear();
            } else {
                line.push(byte);
            }
        }
    }
    if !line.is_empty() {
        on_line(&String::from_utf8_lossy(&line));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_is_passed_on_unchanged_while_its_lines_are_seen() {
        let output = "first\nsecond \u{1b}[32mgreen\u{1b}[0m\n\nlast without end";
        let (mut copy, mut lines) = (Vec::new(), Vec::new());
        copy_lines(output.as_bytes(), &mut copy, &mut |line: &str| {
            lines.push(line.to_owned())
        })
        .unwrap();
        assert_eq!(copy, output.as_bytes());
        assert_eq!(lines, output.split('\n').collect::<Vec<_>>());
    }

    #[test]
    fn a_failure_names_the_command() {
        let error = run_aside(process_that_fails().arg("--no-such-flag")).unwrap_err();
        assert!(error.to_string().contains("--no-such-flag"), "{error}");
    }

    #[test]
    fn a_missing_program_is_an_error_and_not_a_success() {
        assert!(!succeeds(&mut command("crossroads-no-such-program")));
        assert!(run(&mut command("crossroads-no-such-program")).is_err());
        assert_eq!(find_on_path("crossroads-no-such-program"), None);
    }

    #[test]
    fn what_cargo_said_about_this_package_is_not_inherited() {
        assert!(
            env::var_os("CARGO_MANIFEST_DIR").is_some(),
            "cargo test sets it"
        );
        let removed = command("any")
            .get_envs()
            .any(|(name, value)| name == "CARGO_MANIFEST_DIR" && value.is_none());
        assert!(removed);
    }

    #[test]
    fn an_error_is_described_with_its_causes() {
        let error = Error::msg("no route")
            .context("npm failed")
            .context("binaryen is missing");
        assert_eq!(
            describe(&error),
            "error: binaryen is missing\n  because: npm failed\n  because: no route"
        );
    }

    fn process_that_fails() -> Command {
        let mut command = cargo();
        command.stderr(Stdio::null());
        command
    }
}
