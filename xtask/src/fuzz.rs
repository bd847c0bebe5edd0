//! `cargo xtask fuzz`: random bytes against everything that strangers write, for a bounded time.
//!
//! The fuzzer is libFuzzer, built by the stable compiler: what it needs of it is that each branch is counted, which is a
//! pass of LLVM and no unstable flag. There is no unsafe code here that a sanitizer could watch; what is looked for are
//! panics, overflows and broken promises.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::counts::Counts;
use crate::process;
use crate::workspace::Workspace;

/// What is fuzzed, each a program of `fuzz/`.
pub const TARGETS: [&str; 5] = ["link", "dataset", "own_json", "own_csv", "search"];

/// What makes the compiler count branches and hand comparisons to the fuzzer.
const COVERAGE: [&str; 7] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
];

/// The longest input that is tried, in bytes.
const LONGEST: usize = 4_000;

#[derive(Args)]
pub struct Options {
    /// How long each target is fuzzed, in seconds
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// Fuzz this target alone: link, dataset, own_json, own_csv or search
    #[arg(long)]
    only: Option<String>,
}

/// Fuzzes; returns whether every promise was kept.
pub fn command(workspace: &Workspace, options: &Options) -> Result<bool> {
    if let Some(only) = &options.only
        && !TARGETS.contains(&only.as_str())
    {
        bail!("expected one of {}, found {only}", TARGETS.join(", "));
    }
    let programs = build(workspace)?;
    let wanted = |target: &&str| options.only.as_ref().is_none_or(|only| only == target);
    let targets: Vec<&str> = TARGETS.into_iter().filter(wanted).collect();
    let counts = run(workspace, &programs, &targets, options.seconds)?;
    Ok(counts.failed == 0)
}

/// Builds the fuzzer and its targets; returns the folder with their programs.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    let host = host()?;
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--release", "--target", &host])
        .current_dir(folder(workspace))
        .env("RUSTFLAGS", COVERAGE.join(" "));
    process::run(&mut cargo)?;
    let target = folder(workspace).join("target");
    Ok(target.join(host).join("release"))
}

/// Fuzzes each of these targets for so long, from the committed corpus and from what earlier runs have added to it.
pub fn run(
    workspace: &Workspace,
    programs: &Path,
    targets: &[&str],
    seconds: u32,
) -> Result<Counts> {
    let fuzz = folder(workspace);
    let artifacts = fuzz.join("artifacts");
    let mut counts = Counts::default();
    for target in targets {
        // The committed corpus stays as it is; what is found to reach further is kept beside what is built.
        let found = fuzz.join("target/corpus").join(target);
        for folder in [&found, &artifacts] {
            fs::create_dir_all(folder)
                .with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        println!("Fuzzing {target} for {seconds} s…");
        let mut program = process::command(programs.join(target));
        program
            .arg(&found)
            .arg(corpus(workspace, target))
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-max_len={LONGEST}"))
            .arg(format!(
                "-artifact_prefix={}/{target}-",
                artifacts.display()
            ))
            .args(["-timeout=10", "-verbosity=0", "-print_final_stats=1"]);
        if process::succeeds_aloud(&mut program)? {
            counts.passed += 1;
        } else {
            counts.failed += 1;
            eprintln!(
                "{target}: a promise of fuzz/lib.rs was broken. The input lies in {}; run `{} FILE` on it to see where.",
                artifacts.display(),
                programs.join(target).display()
            );
        }
    }
    Ok(counts)
}

/// The inputs that every run of a target begins with.
fn corpus(workspace: &Workspace, target: &str) -> PathBuf {
    folder(workspace).join("corpus").join(target)
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.root().join("fuzz")
}

/// The name of this machine's kind. Flags for a named target leave build scripts alone.
fn host() -> Result<String> {
    let version = process::capture(process::command("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .context("expected `rustc -vV` to name its host, but it does not")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_a_program_and_a_corpus() {
        let workspace = Workspace::locate().unwrap();
        let manifest = fs::read_to_string(folder(&workspace).join("Cargo.toml")).unwrap();
        for target in TARGETS {
            assert!(
                manifest.contains(&format!("name = \"{target}\"")),
                "{target}"
            );
            assert!(
                fs::read_dir(corpus(&workspace, target)).unwrap().count() > 0,
                "{target}"
            );
        }
        assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
    }
}
