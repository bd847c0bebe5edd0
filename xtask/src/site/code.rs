//! The program, gathered into one folder that is named after its content: whatever a page loads of it fits together, and
//! caches may keep it for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::named;
use crate::bindgen::PARTS;
use crate::tools::Toolbox;
use crate::{compress, process};

/// The bindings, the program, and the folder with what is fetched when it is needed, as Trunk leaves them.
const PROGRAM: [&str; 3] = ["crossroads.js", "crossroads_bg.wasm", "snippets"];
/// What the compiler may use of WebAssembly; the bound program says so itself, its parts do not.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Gathers the program that Trunk wrote into `dist`; returns its page with the new place of it.
pub fn gather(html: &str, dist: &Path, tools: &Toolbox) -> Result<String> {
    let folder = dist.join("code");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for name in PROGRAM {
        fs::rename(dist.join(name), folder.join(name)).with_context(|| {
            format!(
                "expected {name} in {}, but it cannot be moved",
                dist.display()
            )
        })?;
    }
    for file in compress::files(&folder.join(PARTS))? {
        if file.extension().is_some_and(|ending| ending == "wasm") {
            shrink(&file, tools)?;
        }
    }
    let name = name_of(&folder)?;
    fs::rename(&folder, dist.join(&name)).with_context(|| format!("{name} cannot be named"))?;
    Ok(at_its_place(html, &name))
}

/// Trunk optimises the bound program alone; the parts are as they were linked.
fn shrink(part: &Path, tools: &Toolbox) -> Result<()> {
    let mut command = process::command("wasm-opt");
    tools.equip(&mut command);
    command
        .arg("-Oz")
        .args(FEATURES)
        .arg(part)
        .arg("-o")
        .arg(part);
    process::run(&mut command)
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

fn at_its_place(html: &str, folder: &str) -> String {
    PROGRAM.iter().fold(html.to_owned(), |html, name| {
        html.replace(&format!("'./{name}'"), &format!("'./{folder}/{name}'"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_program_where_it_lies() {
        let html = "import init from './crossroads.js'; init('./crossroads_bg.wasm'); other('./crossroads.jsx')";
        let expected = "import init from './code-1/crossroads.js'; init('./code-1/crossroads_bg.wasm'); \
                        other('./crossroads.jsx')";
        assert_eq!(at_its_place(html, "code-1"), expected);
    }

    #[test]
    fn every_byte_and_every_name_counts_for_the_name_of_the_folder() {
        let folder = std::env::temp_dir().join(format!("crossroads-code-{}", std::process::id()));
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
        assert!(names.iter().all(|name| named::is_named(name)), "{names:?}");
    }
}
