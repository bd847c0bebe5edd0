//! The page's program: compiled, split into chunks, bound to JavaScript and optimized.
//!
//! `src/pages/chunks.rs` names the split points. All files of a program are in a folder named after its content, so that
//! a page only loads files that fit together, and caches can keep them forever.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;

use super::named;
use crate::toolbox::Toolbox;
use crate::toolchain::WASM;
use crate::tools::WASM_SPLIT;
use crate::workspace::Workspace;
use crate::{files, process};

/// The name of the binary and of its bindings.
const NAME: &str = "crossroads";
/// The folder of the chunks, from the bindings.
const CHUNKS: &str = "chunks";
/// The script that fetches chunks, in their folder.
const FETCHER: &str = "__wasm_split.js";
/// The WebAssembly features of the compiler. The main program names them itself, its chunks do not.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The second pass makes the program a little smaller. Browsers do not read the stripped sections.
const OPTIMIZE: [&str; 4] = ["-Oz", "-Oz", "--strip-producers", "--strip-target-features"];

/// The addresses of the program.
pub struct Program {
    /// The folder, from the root of the site.
    pub folder: String,
}

impl Program {
    /// The module that loads and binds the program.
    pub fn js(&self) -> String {
        format!("{}/{NAME}.js", self.folder)
    }

    /// The main chunk.
    pub fn wasm(&self) -> String {
        format!("{}/{NAME}_bg.wasm", self.folder)
    }

    /// The module that fetches the other chunks.
    pub fn fetcher(&self) -> String {
        format!("{}/{CHUNKS}/{FETCHER}", self.folder)
    }
}

/// Builds the program into a folder of `dist`.
pub fn build(workspace: &Workspace, toolbox: &Toolbox, dist: &Path) -> Result<Program> {
    let linked = link(workspace)?;
    let folder = dist.join("code");
    let chunks = folder.join(CHUNKS);
    let mut split = toolbox.command(WASM_SPLIT);
    split.args([&linked, &chunks]);
    process::run(split.args(["--target", "web", "--out-name", NAME]))?;
    // The main program, without the chunks. They use its exports, which therefore stay.
    let main = chunks.join(format!("{NAME}.wasm"));
    let mut bind = toolbox.command("wasm-bindgen");
    bind.arg(&main).arg("--out-dir").arg(&folder);
    process::run(bind.args(["--target=web", "--no-typescript", "--keep-lld-exports"]))?;
    fs::remove_file(&main)?;
    let bindings = format!("{NAME}.js");
    let fetcher = format!("{CHUNKS}/{FETCHER}");
    readdress(&folder.join(&bindings), FETCHER, &fetcher)?;
    readdress(&folder.join(&fetcher), &bindings, &format!("../{bindings}"))?;
    for path in files::list(&folder)? {
        if path.ends_with(".wasm") {
            let file = folder.join(path);
            let mut optimize = toolbox.command("wasm-opt");
            optimize.args(OPTIMIZE).args(FEATURES);
            process::run(optimize.arg(&file).arg("-o").arg(&file))?;
        }
    }
    let name = name_of(&folder)?;
    fs::rename(&folder, dist.join(&name))?;
    Ok(Program { folder: name })
}

/// Compiles and links the program. Returns its file.
fn link(workspace: &Workspace) -> Result<PathBuf> {
    let mut cargo = workspace.cargo("build --release --package crossroads --bin crossroads");
    process::run(cargo.args(["--features", "split", "--target", WASM]))?;
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let release = workspace.root().join(target).join(WASM).join("release");
    Ok(release.join(format!("{NAME}.wasm")))
}

/// Changes the address of a script's import.
fn readdress(script: &Path, from: &str, to: &str) -> Result<()> {
    let import = |address: &str| format!("from \"./{address}\"");
    let text = fs::read_to_string(script)?;
    files::write(
        script,
        named::lean(&text.replace(&import(from), &import(to))),
    )
}

/// Returns a name that changes with the content and the name of each file.
fn name_of(folder: &Path) -> Result<String> {
    let mut contents = Vec::new();
    for path in files::list(folder)? {
        contents.push(fs::read(folder.join(&path))?);
        contents.push(path.into_bytes());
    }
    Ok(format!("code-{}", named::hash(&contents)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_import_of_the_moved_script_changes() {
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("a.js");
        let text = "import a from \"./a.js\"; import b from \"./aa.js\"; a({ \"./a.js\": b })";
        files::write(&script, text).unwrap();
        readdress(&script, "a.js", "../a.js").unwrap();
        assert_eq!(
            fs::read_to_string(script).unwrap(),
            "import a from \"./../a.js\"; import b from \"./aa.js\"; a({ \"./a.js\": b })"
        );
    }

    #[test]
    fn the_name_of_the_folder_follows_the_name_and_content_of_each_file() {
        let folder = tempfile::tempdir().unwrap();
        let mut names = Vec::new();
        for (name, content) in [("a.js", "1"), ("a.js", "2"), ("b.js", "2"), ("b.js", "2")] {
            files::write(&folder.path().join(name), content).unwrap();
            names.push(name_of(folder.path()).unwrap());
        }
        assert_eq!(names[2], names[3]);
        names.dedup();
        assert_eq!(names.len(), 3);
        // `hosting/Caddyfile`, `server.mjs` and hosts' headers know the folder by this form.
        assert!(names.iter().all(|name| name.len() == "code-".len() + 16));
    }
}
