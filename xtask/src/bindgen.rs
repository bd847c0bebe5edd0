//! What Trunk runs in the place of `wasm-bindgen`: the linked program is first taken apart at its split points, and what
//! is left of it, the part that every visit needs, is bound.
//!
//! The other parts lie beside the bindings in the folder of snippets, which Trunk copies along. `src/pages/parts.rs` names
//! the split points.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::tools::WASM_SPLIT_PROGRAM;
use crate::workspace::Workspace;

/// The name this program has when Trunk calls it.
const NAME: &str = "wasm-bindgen";
/// What tells it where the real one is.
const REAL: &str = "CROSSROADS_WASM_BINDGEN";

/// Where the parts lie, seen from the bindings.
pub const PARTS: &str = "snippets/parts";
/// The script there that fetches them.
pub const FETCHER: &str = "__wasm_split.js";

/// Makes a command find this program where it looks for `wasm-bindgen`.
///
/// It is copied there under that name; nothing else tells two programs apart on every system.
pub fn stand_in(workspace: &Workspace, command: &mut Command, path: &OsStr) -> Result<()> {
    let real = env::split_paths(path)
        .find_map(|folder| process::program_in(&folder, NAME))
        .context(
            "expected wasm-bindgen among the tools, but it is not there: run `cargo xtask setup`",
        )?;
    let folder = workspace.root().join("target/stand-in");
    let this = env::current_exe().context("this program does not know where it is")?;
    let there = folder.join(format!("{NAME}{}", env::consts::EXE_SUFFIX));
    fs::create_dir_all(&folder)
        // One that is running can be replaced, but not written over.
        .and_then(|()| match fs::remove_file(&there) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => fs::copy(&this, &there).map(drop),
        })
        .with_context(|| format!("{} cannot be written", there.display()))?;
    let folders = [folder].into_iter().chain(env::split_paths(path));
    let path =
        env::join_paths(folders).context("a folder on PATH has a name that PATH cannot hold")?;
    command.env("PATH", path).env(REAL, real);
    Ok(())
}

/// The arguments, if this program was called in the place of `wasm-bindgen`.
pub fn asked_for() -> Option<Vec<OsString>> {
    let mut arguments = env::args_os();
    let called = PathBuf::from(arguments.next()?);
    (called.file_stem() == Some(OsStr::new(NAME))).then(|| arguments.collect())
}

/// Does what `wasm-bindgen` does with these arguments, to a program that was taken apart.
pub fn run(arguments: &[OsString]) -> Result<bool> {
    let real =
        env::var_os(REAL).with_context(|| format!("expected {REAL} to be set by `cargo xtask`"))?;
    let mut bind = Command::new(real);
    let Some(asked) = Asked::of(arguments) else {
        // Its version, for example.
        process::run(bind.args(arguments))?;
        return Ok(true);
    };
    let parts = asked.out.join(PARTS);
    match fs::remove_dir_all(&parts) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("{} cannot be emptied", parts.display()));
        }
        _ => {}
    }
    process::run(
        Command::new(WASM_SPLIT_PROGRAM)
            .arg(&asked.program)
            .arg(&parts)
            .args(["--target", "web", "--out-name", &asked.name]),
    )?;
    // The part that stays is bound, under the name that the bindings are to have.
    let rest = parts.join(format!("{}.wasm", asked.name));
    let arguments = arguments.iter().map(|argument| {
        if *argument == asked.program {
            rest.as_os_str()
        } else {
            argument
        }
    });
    // The parts are linked to its memory and its table.
    process::run(bind.args(arguments).arg("--keep-lld-exports"))?;
    fs::remove_file(&rest).with_context(|| format!("{} cannot be removed", rest.display()))?;
    let bindings = format!("{}.js", asked.name);
    let up = "../".repeat(PARTS.split('/').count());
    readdress(
        &asked.out.join(&bindings),
        FETCHER,
        &format!("{PARTS}/{FETCHER}"),
    )?;
    readdress(&parts.join(FETCHER), &bindings, &format!("{up}{bindings}"))?;
    Ok(true)
}

/// What Trunk asks for when it wants a program bound.
struct Asked {
    program: OsString,
    out: PathBuf,
    name: String,
}

impl Asked {
    fn of(arguments: &[OsString]) -> Option<Self> {
        let value = |flag: &str| {
            let mut values = arguments
                .iter()
                .filter_map(|argument| argument.to_str()?.strip_prefix(flag));
            values.next().map(str::to_owned)
        };
        let is_program =
            |argument: &&OsString| Path::new(argument).extension() == Some(OsStr::new("wasm"));
        Some(Self {
            program: arguments.iter().find(is_program)?.clone(),
            out: value("--out-dir=")?.into(),
            name: value("--out-name=")?,
        })
    }
}

/// Lets a script import another one from where that lies now. Elsewhere its old address is but a name.
fn readdress(script: &Path, from: &str, to: &str) -> Result<()> {
    let import = |address: &str| format!("from \"./{address}\"");
    let text = fs::read_to_string(script)
        .with_context(|| format!("{} cannot be read", script.display()))?;
    let moved = text.replace(&import(from), &import(to));
    fs::write(script, moved).with_context(|| format!("{} cannot be written", script.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(words: &str) -> Vec<OsString> {
        words.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn what_trunk_asks_for_is_understood() {
        let asked = Asked::of(&arguments(
            "--target=web --out-dir=/t/bound --out-name=app /t/release/app.wasm --no-typescript",
        ));
        let asked = asked.map(|asked| (asked.program, asked.out, asked.name));
        let expected = (
            "/t/release/app.wasm".into(),
            "/t/bound".into(),
            "app".to_owned(),
        );
        assert_eq!(asked, Some(expected));
    }

    #[test]
    fn anything_else_is_left_to_the_real_program() {
        assert!(Asked::of(&arguments("--version")).is_none());
    }

    #[test]
    fn only_the_import_of_the_moved_script_changes() {
        let script = env::temp_dir().join(format!("crossroads-bindgen-{}.js", std::process::id()));
        fs::write(
            &script,
            "import a from \"./a.js\"; import b from \"./aa.js\"; a({ \"./a.js\": b })",
        )
        .unwrap();
        readdress(&script, "a.js", "b/a.js").unwrap();
        let text = fs::read_to_string(&script).unwrap();
        assert_eq!(
            text,
            "import a from \"./b/a.js\"; import b from \"./aa.js\"; a({ \"./a.js\": b })"
        );
        fs::remove_file(script).unwrap();
    }
}
