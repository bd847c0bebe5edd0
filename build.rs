//! Which dataset is compiled in: that of the project, or the file that `CROSSROADS_ROLES` names (`docs/OWN-DATASET.md`).
//! What is in the file is checked by `Dataset::parse`, which says what is wrong with it.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=CROSSROADS_ROLES");
    println!("cargo:rustc-check-cfg=cfg(own_dataset)");
    let Some(named) = env::var_os("CROSSROADS_ROLES").filter(|name| !name.is_empty()) else {
        return;
    };
    // A relative name is meant from the folder of the project, wherever Cargo was called.
    let root = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let file = Path::new(&root).join(&named);
    let text = match fs::read(&file) {
        Ok(text) => text,
        Err(error) => {
            let file = file.display();
            println!(
                "cargo:error=CROSSROADS_ROLES: expected a file of roles at {file}, found none that can be read ({error})"
            );
            return;
        }
    };
    println!("cargo:rerun-if-changed={}", file.display());
    println!("cargo:rustc-cfg=own_dataset");
    println!("cargo:rustc-env=CROSSROADS_ROLES_FILE={}", file.display());
    println!(
        "cargo:rustc-env=CROSSROADS_ROLES_RELEASE={:08x}",
        hash(&text)
    );
}

/// FNV-1a of 32 bits: another release for another file.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash: u32, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}
