//! `cargo xtask fuzz`: random bytes against every reader of foreign input, for a bounded time.
//!
//! The fuzzer is libFuzzer, built with the stable compiler: an LLVM pass counts the branches, so no unstable flag is needed.
//! There is no unsafe code for a sanitizer to watch. The fuzzer looks for panics, overflows and broken promises.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use fs_err as fs;

use crate::counts::Counts;
use crate::process;
use crate::workspace::Workspace;

/// The fuzz targets, each a program of `fuzz/`.
pub const TARGETS: [&str; 5] = ["link", "dataset", "own_json", "own_csv", "search"];

/// Flags that make the compiler count branches and report comparisons to the fuzzer.
const COVERAGE: [&str; 7] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
];

/// The longest input, in bytes.
const LONGEST: usize = 4_000;

#[derive(Args)]
pub struct Options {
    /// Seconds for each target
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// Fuzz this target alone
    #[arg(long, value_parser = TARGETS)]
    only: Option<String>,
}

/// Fuzzes. Returns whether every promise was kept.
pub fn command(workspace: &Workspace, options: &Options) -> Result<bool> {
    let targets = match &options.only {
        Some(only) => vec![only.as_str()],
        None => TARGETS.to_vec(),
    };
    let programs = build(workspace)?;
    let counts = run(workspace, &programs, &targets, options.seconds)?;
    Ok(counts.failed == 0)
}

/// Builds the targets. Returns the folder of their programs.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    // With a named target the flags do not reach build scripts.
    let host = process::capture(process::command("rustc").args(["--print", "host-tuple"]))?;
    let host = host.trim();
    let folder = folder(workspace);
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--release", "--target", host])
        .current_dir(&folder)
        .env("RUSTFLAGS", COVERAGE.join(" "));
    process::run(&mut cargo)?;
    Ok(folder.join("target").join(host).join("release"))
}

/// Fuzzes each target, starting from the committed corpus and from the inputs that earlier runs have found.
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
        // New inputs are kept apart from the committed corpus.
        let found = fuzz.join("target/corpus").join(target);
        fs::create_dir_all(&found)?;
        fs::create_dir_all(&artifacts)?;
        println!("Fuzzing {target} for {seconds} s…");
        let prefix = artifacts.join(format!("{target}-"));
        let mut program = process::command(programs.join(target));
        program
            .args([found, fuzz.join("corpus").join(target)])
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-max_len={LONGEST}"))
            .arg(format!("-artifact_prefix={}", prefix.display()))
            .args(["-timeout=10", "-verbosity=0", "-print_final_stats=1"]);
        if process::succeeds(&mut program)? {
            counts.passed += 1;
        } else {
            counts.failed += 1;
            eprintln!(
                "{target} broke a promise of fuzz/lib.rs. The input is in {}; run `{} FILE` on it to see where.",
                artifacts.display(),
                programs.join(target).display()
            );
        }
    }
    Ok(counts)
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.root().join("fuzz")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_a_program_and_a_corpus() {
        let fuzz = folder(&Workspace::locate().unwrap());
        let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).unwrap();
        for target in TARGETS {
            assert!(manifest.contains(&format!("name = \"{target}\"")));
            let mut corpus = fs::read_dir(fuzz.join("corpus").join(target)).unwrap();
            assert!(corpus.next().is_some(), "{target}");
        }
        assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
    }
}
