//! What is kept in the browser for use without a network: the service worker and the list of what it keeps.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use super::frame::Frame;
use super::named;
use crate::compress;

/// The worker's file. Its name stays, so that a browser finds the next one.
pub const WORKER: &str = "sw.js";

/// What is beside the pages and not kept from the beginning: it is fetched, and kept, when it is first asked for.
const FETCHED_WHEN_ASKED_FOR: [&str; 2] = ["data", "role"];

/// What a page is made of and what stands for it in a list of programs.
const ENDINGS: [&str; 7] = ["css", "ico", "js", "png", "svg", "wasm", "webmanifest"];

/// The version of a site: of the files that the program is made of, and of its first page.
pub fn version(dist: &Path, first: &str) -> Result<String> {
    let mut contents = vec![first.as_bytes().to_vec()];
    for path in kept(dist)? {
        contents.push(path.clone().into_bytes());
        let file = dist.join(&path);
        let content =
            fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        contents.push(content);
    }
    let contents: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
    Ok(named::hash(&contents))
}

/// Writes the worker; for a site that keeps nothing, one that takes back what was kept.
pub fn write_worker(dist: &Path, frame: &Frame, version: &str) -> Result<()> {
    let worker = if frame.keeps {
        let mut core = vec!["./".to_owned()];
        core.extend(kept(dist)?);
        format!(
            "const VERSION = {};\nconst DATA = {};\nconst CORE = {};\n\n{}",
            json!(version),
            json!(frame.data),
            json!(core),
            include_str!("sw.js")
        )
    } else {
        include_str!("sw-off.js").to_owned()
    };
    super::write(&dist.join(WORKER), &worker)
}

/// The files that are kept from the beginning, from the site's root, in order.
fn kept(dist: &Path) -> Result<Vec<String>> {
    let files = compress::files(dist)?.into_iter();
    let paths = files.filter_map(|file: PathBuf| {
        let path = file.strip_prefix(dist).ok()?;
        let first = path.components().next()?.as_os_str().to_str()?;
        let ending = path.extension()?.to_str()?;
        let is_kept = ENDINGS.contains(&ending)
            && !FETCHED_WHEN_ASKED_FOR.contains(&first)
            && path != Path::new(WORKER);
        is_kept.then(|| path.to_string_lossy().replace('\\', "/"))
    });
    Ok(paths.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_kept_and_the_data_is_not() {
        let dist = std::env::temp_dir().join(format!("crossroads-offline-{}", std::process::id()));
        for (path, content) in [
            ("code-1/a.js", "js"),
            ("code-1/a_bg.wasm", "wasm"),
            ("code-1/chunk_2.wasm", "more"),
            ("code-1/a.js.br", "copy"),
            ("style-1.css", "css"),
            ("icon.svg", "svg"),
            ("manifest.webmanifest", "{}"),
            ("index.html", "page"),
            ("sw.js", "worker"),
            ("data/titles.json", "{}"),
            ("data/chart.svg", "svg"),
        ] {
            super::super::write(&dist.join(path), content).unwrap();
        }
        let expected = [
            "code-1/a.js",
            "code-1/a_bg.wasm",
            "code-1/chunk_2.wasm",
            "icon.svg",
            "manifest.webmanifest",
            "style-1.css",
        ];
        assert_eq!(kept(&dist).unwrap(), expected);

        let before = version(&dist, "page").unwrap();
        assert_eq!(version(&dist, "page").unwrap(), before);
        assert_ne!(version(&dist, "other page").unwrap(), before);
        fs::write(dist.join("code-1/chunk_2.wasm"), "other").unwrap();
        assert_ne!(version(&dist, "page").unwrap(), before);
        fs::remove_dir_all(dist).unwrap();
    }
}
