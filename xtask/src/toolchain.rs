//! The parts of the Rust toolchain that not every installation has.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// The target that the app is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Clippy's compiler.
const CLIPPY: &str = "clippy-driver";

/// Adds the missing parts by rustup; returns whether there were any.
pub fn ensure() -> Result<bool> {
    let sysroot = sysroot()?;
    let mut installed = false;
    // The folder of the toolchain answers at once, and whoever has put the toolchain there.
    if !sysroot.join("lib/rustlib").join(WASM).is_dir() {
        add("target", WASM)?;
        installed = true;
    }
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", CLIPPY)] {
        let there = process::program_in(&sysroot.join("bin"), program).is_some();
        if !there && !process::succeeds(process::command(program).arg("--version")) {
            add("component", component)?;
            installed = true;
        }
    }
    Ok(installed)
}

/// Makes Cargo compile this workspace's own crates by Clippy, with every warning an error.
///
/// Clippy is the compiler with more lints. `cargo clippy` checks with it and leaves nothing to run, so that all
/// dependencies would be gone through once more for the tests; compiling with it takes one pass for both.
pub fn lint(command: &mut Command) -> Result<()> {
    let driver = process::program_in(&sysroot()?.join("bin"), CLIPPY)
        .unwrap_or_else(|| PathBuf::from(CLIPPY));
    command
        .env("RUSTC_WORKSPACE_WRAPPER", driver)
        // What `cargo clippy` makes of `-- -D warnings`.
        .env("CLIPPY_ARGS", "-Dwarnings__CLIPPY_HACKERY__");
    Ok(())
}

fn sysroot() -> Result<PathBuf> {
    let sysroot = process::capture(process::command("rustc").args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(sysroot.trim()))
}

fn add(kind: &str, name: &str) -> Result<()> {
    if process::find_on_path("rustup").is_none() {
        bail!(
            "expected the {kind} {name} in the Rust toolchain, but it is missing, and so is rustup, which could add it: \
             install {name} in the way this Rust was installed, or install Rust by https://rustup.rs"
        );
    }
    eprintln!("Adding the {kind} {name} to the Rust toolchain…");
    process::run_aside(process::command("rustup").args([kind, "add", name]))
}
