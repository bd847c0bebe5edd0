//! Which dataset is compiled in: that of the project, whose tables are packed here, or the file that `CROSSROADS_ROLES`
//! names (`docs/OWN-DATASET.md`). What is in such a file is checked by `Dataset::parse`, which says what is wrong with it.

use std::path::Path;
use std::{env, fs};

#[path = "src/model/columns.rs"]
#[allow(dead_code, reason = "only what is set apart is needed here")]
mod columns;
#[path = "src/model/packed.rs"]
mod packed;

/// The tables that are packed: those of official occupations, and the one beside them.
const TABLES: [&str; 7] = [
    "official/occupations",
    "official/census",
    "official/satisfaction",
    "official/groups",
    "official/areas",
    "official/states",
    "moved-roles",
];

/// The table whose cells are set apart where the first view shows none of them.
const WIDE: &str = "official/occupations";

fn main() {
    println!("cargo:rerun-if-changed=src/model/columns.rs");
    println!("cargo:rerun-if-changed=src/model/packed.rs");
    for table in TABLES {
        if let Err(problem) = pack(table) {
            println!("cargo:error=data/{table}.json: {problem}");
        }
    }
    own_dataset();
}

/// Writes a table as it travels, to be named by `packed!` in `src/model/dataset.rs`.
fn pack(table: &str) -> Result<(), String> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(|error| error.to_string())?;
    let file = Path::new(&root).join(format!("data/{table}.json"));
    println!("cargo:rerun-if-changed={}", file.display());
    let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
    let name = table.rsplit('/').next().unwrap_or_default();
    if table != WIDE {
        return write(name, &text);
    }
    let apart = packed::set_apart(&text, &columns::OCCUPATIONS_APART);
    let (text, apart) = apart.ok_or(NO_TABLE)?;
    write(name, &text)?;
    write(&format!("{name}-apart"), &apart)
}

const NO_TABLE: &str = "expected a table with a row a line, as `cargo xtask import` writes it, found something that cannot be packed";

fn write(name: &str, table: &str) -> Result<(), String> {
    let packed = packed::pack(table).filter(|packed| packed::unpack(packed) == table);
    let packed = packed.ok_or(NO_TABLE)?;
    let folder = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let file = Path::new(&folder).join(name).with_extension("json");
    fs::write(file, packed).map_err(|error| error.to_string())
}

fn own_dataset() {
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
