//! The service worker, which keeps the site for use without a network, and the files that it keeps.

use std::path::Path;

use anyhow::Result;
use fs_err as fs;
use serde_json::json;

use super::frame::Frame;
use super::named;
use crate::files;

/// The worker's file. Its name never changes, so that browsers find the next version.
const WORKER: &str = "sw.js";

/// Folders whose files are kept only once they have been fetched.
const KEPT_ON_REQUEST: [&str; 2] = ["data/", "role/"];

/// The endings of files that a page or an installed app is made of.
const ENDINGS: [&str; 7] = ["css", "ico", "js", "png", "svg", "wasm", "webmanifest"];

/// Returns the version of a site: a hash of its first page and of all kept files.
pub fn version(dist: &Path, first: &str) -> Result<String> {
    let mut contents = vec![first.into()];
    for path in kept(dist)? {
        contents.push(fs::read(dist.join(&path))?);
        contents.push(path.into_bytes());
    }
    Ok(named::hash(&contents))
}

/// Writes the worker. If the site keeps nothing, the worker removes what earlier versions kept.
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
    files::write(&dist.join(WORKER), worker)
}

/// Lists the files that are kept from the first visit on.
fn kept(dist: &Path) -> Result<Vec<String>> {
    let mut paths = files::list(dist)?;
    paths.retain(|path| {
        let ending = path.rsplit('.').next().unwrap_or_default();
        let on_request = KEPT_ON_REQUEST.iter().any(|it| path.starts_with(it));
        ENDINGS.contains(&ending) && !on_request && path != WORKER
    });
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_kept_and_the_data_is_not() {
        let dist = tempfile::tempdir().unwrap();
        let dist = dist.path();
        for path in [
            "code-1/a.js",
            "code-1/a_bg.wasm",
            "code-1/chunk_2.wasm",
            "code-1/a.js.br",
            "style-1.css",
            "icon.svg",
            "manifest.webmanifest",
            "index.html",
            "sw.js",
            "data/titles.json",
            "data/chart.svg",
        ] {
            files::write(&dist.join(path), path).unwrap();
        }
        let expected = [
            "code-1/a.js",
            "code-1/a_bg.wasm",
            "code-1/chunk_2.wasm",
            "icon.svg",
            "manifest.webmanifest",
            "style-1.css",
        ];
        assert_eq!(kept(dist).unwrap(), expected);

        let before = version(dist, "page").unwrap();
        assert_eq!(version(dist, "page").unwrap(), before);
        assert_ne!(version(dist, "other page").unwrap(), before);
        files::write(&dist.join("code-1/chunk_2.wasm"), "other").unwrap();
        assert_ne!(version(dist, "page").unwrap(), before);
    }
}
