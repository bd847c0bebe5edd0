//! Components of the Rust toolchain that some installations lack.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::process;

/// The target that the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds missing components with rustup.
pub fn ensure() -> Result<()> {
    let sysroot = process::capture(process::command("rustc").args(["--print", "sysroot"]))?;
    let sysroot = Path::new(sysroot.trim());
    // Looking into the folder also works for a toolchain that rustup did not install.
    if !sysroot.join("lib/rustlib").join(WASM).is_dir() {
        add("target", WASM)?;
    }
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        let found = process::program_in(&sysroot.join("bin"), program);
        if found.is_none()
            && !process::succeeds_silently(process::command(program).arg("--version"))
        {
            add("component", component)?;
        }
    }
    Ok(())
}

fn add(kind: &str, name: &str) -> Result<()> {
    ensure!(
        process::find_on_path("rustup").is_some(),
        "the Rust toolchain lacks the {kind} {name}, and rustup is not installed to add it: \
         install {name} the way Rust was installed, or install Rust from https://rustup.rs"
    );
    eprintln!("Adding the {kind} {name} to the Rust toolchain…");
    process::run_aside(process::command("rustup").args([kind, "add", name]))
}
