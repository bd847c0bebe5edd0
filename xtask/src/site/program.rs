//! The program of the page: compiled, taken apart at its split points, bound to JavaScript and optimized.
//!
//! `src/pages/parts.rs` names the split points. All files of one program lie in a folder named after their content, so
//! that whatever a page loads of it fits together and caches may keep it forever.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::named;
use crate::toolchain::WASM;
use crate::tools::{Toolbox, WASM_SPLIT_PROGRAM};
use crate::workspace::Workspace;
use crate::{compress, process};

/// The name of the binary, of its bindings and of what is bound.
const NAME: &str = "crossroads";
/// The folder of the chunks, seen from the bindings.
const CHUNKS: &str = "chunks";
/// The script there that fetches them.
const FETCHER: &str = "__wasm_split.js";
/// The features of WebAssembly that the compiler may use; the bound program states them itself, its chunks do not.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// A second pass makes the program a little smaller. The stripped sections say what made it and what it may use, which no
/// browser reads, in each of its many files.
const OPTIMIZE: [&str; 4] = ["-Oz", "-Oz", "--strip-producers", "--strip-target-features"];

/// Where the program lies, from the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The folder that is named after its content.
    pub folder: String,
}

impl Program {
    /// The module that loads and binds the program.
    pub fn js(&self) -> String {
        format!("{}/{NAME}.js", self.folder)
    }

    /// The part of the program that every visit needs.
    pub fn wasm(&self) -> String {
        format!("{}/{NAME}_bg.wasm", self.folder)
    }

    /// The module that fetches the chunks.
    pub fn fetcher(&self) -> String {
        format!("{}/{CHUNKS}/{FETCHER}", self.folder)
    }
}

/// Builds the program into a folder of `dist`.
pub fn build(
    workspace: &Workspace,
    tools: &Toolbox,
    dist: &Path,
    set_compiler: impl FnOnce(&mut Command) -> Result<()>,
) -> Result<Program> {
    let linked = link(workspace, set_compiler)?;
    let folder = dist.join("code");
    let chunks = folder.join(CHUNKS);
    let tool = |program: &str| {
        let mut command = process::command(program);
        tools.equip(&mut command);
        command
    };
    process::run(tool(WASM_SPLIT_PROGRAM).args([&linked, &chunks]).args([
        "--target",
        "web",
        "--out-name",
        NAME,
    ]))?;
    // What stays when the chunks are taken out. They are linked to its memory and its table, which is why its exports stay.
    let rest = chunks.join(format!("{NAME}.wasm"));
    process::run(
        tool("wasm-bindgen")
            .arg(&rest)
            .arg("--out-dir")
            .arg(&folder)
            .args(["--target=web", "--no-typescript", "--keep-lld-exports"]),
    )?;
    fs::remove_file(&rest).with_context(|| format!("{} cannot be removed", rest.display()))?;
    let bindings = format!("{NAME}.js");
    readdress(
        &folder.join(&bindings),
        FETCHER,
        &format!("{CHUNKS}/{FETCHER}"),
    )?;
    readdress(&chunks.join(FETCHER), &bindings, &format!("../{bindings}"))?;
    for file in compress::files(&folder)? {
        if file.extension().is_some_and(|ending| ending == "wasm") {
            process::run(
                tool("wasm-opt")
                    .args(OPTIMIZE)
                    .args(FEATURES)
                    .arg(&file)
                    .arg("-o")
                    .arg(&file),
            )?;
        }
    }
    let name = name_of(&folder)?;
    fs::rename(&folder, dist.join(&name)).with_context(|| format!("{name} cannot be named"))?;
    Ok(Program { folder: name })
}

/// Compiles and links the whole program; returns its file.
fn link(
    workspace: &Workspace,
    set_compiler: impl FnOnce(&mut Command) -> Result<()>,
) -> Result<PathBuf> {
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--release", "--package", NAME, "--bin", NAME])
        .args(["--features", "split", "--target", WASM])
        .current_dir(workspace.root());
    set_compiler(&mut cargo)?;
    process::run(&mut cargo)?;
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let release = workspace.root().join(target).join(WASM).join("release");
    Ok(release.join(format!("{NAME}.wasm")))
}

/// Lets a script import another one from its present place. Elsewhere the old address is a mere name.
fn readdress(script: &Path, from: &str, to: &str) -> Result<()> {
    let import = |address: &str| format!("from \"./{address}\"");
    let text = fs::read_to_string(script)
        .with_context(|| format!("{} cannot be read", script.display()))?;
    let moved = text.replace(&import(from), &import(to));
    fs::write(script, moved).with_context(|| format!("{} cannot be written", script.display()))
}

/// A name that changes with any byte, and with the name, of any file.
fn name_of(folder: &Path) -> Result<String> {
    let mut contents = Vec::new();
    for file in compress::files(folder)? {
        let content =
            fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let path: PathBuf = file.strip_prefix(folder)?.to_owned();
        contents.extend([
            path.to_string_lossy().replace('\\', "/").into_bytes(),
            content,
        ]);
    }
    let contents: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
    Ok(format!("code-{}", named::hash(&contents)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_import_of_the_moved_script_changes() {
        let script = env::temp_dir().join(format!("crossroads-imports-{}.js", std::process::id()));
        let text = "import a from \"./a.js\"; import b from \"./aa.js\"; a({ \"./a.js\": b })";
        fs::write(&script, text).unwrap();
        readdress(&script, "a.js", "../a.js").unwrap();
        let moved = fs::read_to_string(&script).unwrap();
        fs::remove_file(script).unwrap();
        assert_eq!(
            moved,
            "import a from \"./../a.js\"; import b from \"./aa.js\"; a({ \"./a.js\": b })"
        );
    }

    #[test]
    fn the_name_of_the_folder_follows_every_byte_and_every_name() {
        let folder = env::temp_dir().join(format!("crossroads-code-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let mut names = Vec::new();
        for (name, content) in [("a.js", "1"), ("a.js", "2"), ("b.js", "2"), ("b.js", "2")] {
            fs::write(folder.join(name), content).unwrap();
            names.push(name_of(&folder).unwrap());
        }
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(names[2], names[3]);
        names.dedup();
        assert_eq!(names.len(), 3);
        let digits = |name: &String| name.strip_prefix("code-").map(str::len);
        assert!(
            names.iter().all(|name| digits(name) == Some(16)),
            "{names:?}"
        );
    }
}
