//! Runs other programs, with errors that name the command.

use std::env;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// Prefixes of the variables in which Cargo describes this package. An inner Cargo would pass them on to build scripts
/// and rebuild everything that depends on them.
const OUTER_CARGO: [&str; 3] = ["CARGO_MANIFEST_", "CARGO_PKG_", "CARGO_BIN_"];

/// Returns a command without the variables of the outer Cargo.
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

/// Returns a command of the Cargo that runs this program, so that both are of one toolchain.
pub fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command to its end and shows its output. Fails unless it succeeds.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    ensure!(status.success(), "`{}` failed ({status})", show(command));
    Ok(())
}

/// Like [`run`], but with all output on standard error: for progress, which is not a command's result.
pub fn run_aside(command: &mut Command) -> Result<()> {
    run(command.stdin(Stdio::null()).stdout(io::stderr()))
}

/// Runs a command to its end and returns its standard output. Fails unless it succeeds.
pub fn capture(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| cannot_start(command))?;
    let status = output.status;
    ensure!(status.success(), "`{}` failed ({status})", show(command));
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command to its end and shows its output. Returns whether it succeeded.
pub fn succeeds(command: &mut Command) -> Result<bool> {
    let status = command.status().with_context(|| cannot_start(command))?;
    Ok(status.success())
}

/// Returns whether a command can be run and succeeds. Shows nothing.
pub fn succeeds_silently(command: &mut Command) -> bool {
    command.stdin(Stdio::null());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Runs a command, copies its standard output and gives each line of it to `on_line`. Returns whether it succeeded.
pub fn stream(
    command: &mut Command,
    mut to: impl Write,
    mut on_line: impl FnMut(&str),
) -> Result<bool> {
    let child = command.stdout(Stdio::piped()).spawn();
    let mut child = child.with_context(|| cannot_start(command))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.with_context(|| format!("the output of `{}`", show(command)))?;
            to.write_all(&line)?;
            to.write_all(b"\n")?;
            on_line(&String::from_utf8_lossy(&line));
        }
    }
    Ok(child.wait()?.success())
}

/// Finds a program on PATH, or at an absolute path.
pub fn find_on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).find_map(|folder| program_in(&folder, program))
}

/// Finds a program in a folder, with the file endings of this system.
pub fn program_in(folder: &Path, program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    let mut files = endings
        .iter()
        .map(|ending| folder.join(format!("{program}{ending}")));
    files.find(|file| file.is_file())
}

/// Returns the command as typed in a shell, for messages.
pub fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(OsStr::to_string_lossy).collect();
    words.join(" ")
}

fn cannot_start(command: &Command) -> String {
    format!("`{}` cannot be started", show(command))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command() {
        let mut failing = cargo();
        failing.arg("--no-such-flag").stderr(Stdio::null());
        let error = run_aside(&mut failing).unwrap_err();
        assert!(error.to_string().contains("--no-such-flag"), "{error}");
    }

    #[test]
    fn a_missing_program_is_an_error_and_not_a_success() {
        let missing = "crossroads-no-such-program";
        assert!(!succeeds_silently(&mut command(missing)));
        let error = run(&mut command(missing)).unwrap_err();
        assert!(error.to_string().contains(missing), "{error}");
        assert_eq!(find_on_path(missing), None);
    }

    #[test]
    fn commands_do_not_inherit_the_variables_of_the_outer_cargo() {
        assert!(env::var_os("CARGO_MANIFEST_DIR").is_some());
        let any = command("any");
        let mut removed = any.get_envs().filter(|(_, value)| value.is_none());
        assert!(removed.any(|(name, _)| name == "CARGO_MANIFEST_DIR"));
    }
}
