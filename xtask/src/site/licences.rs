//! The licences of what the page's program is made of, as one text file beside the pages.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value as Json;

use crate::process;
use crate::toolchain::WASM;
use crate::workspace::Workspace;

/// The file in the site; the page about the figures links to it.
const FILE: &str = "licences.txt";

/// How files with licences begin.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"];

/// Writes the licences of all packages that the program is linked from.
pub fn write(workspace: &Workspace, dist: &Path) -> Result<()> {
    let mut cargo = process::cargo();
    cargo
        .args([
            "metadata",
            "--format-version=1",
            "--locked",
            "--features=csr",
        ])
        .args(["--filter-platform", WASM])
        .current_dir(workspace.root());
    let metadata = process::capture(&mut cargo)?;
    let metadata = serde_json::from_str(&metadata)
        .context("what `cargo metadata` printed cannot be read as JSON")?;
    let packages = linked(&metadata, "crossroads");
    let packages = packages.context("`cargo metadata` names no package `crossroads`")?;
    super::write(&dist.join(FILE), &text(&packages))
}

/// A package with its licences.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
}

/// All that a package is linked from, without itself: not what only tests or builds use, and no macros, which run in the
/// compiler.
fn linked(metadata: &Json, root: &str) -> Option<BTreeSet<Package>> {
    let packages = metadata["packages"].as_array()?;
    let nodes = metadata["resolve"]["nodes"].as_array()?;
    let named = packages.iter().find(|package| package["name"] == root)?;
    let mut open = vec![&named["id"]];
    let mut seen = Vec::new();
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let package = packages.iter().find(|package| package["id"] == *id)?;
        if is_macro(package) {
            continue;
        }
        if id != &named["id"] {
            found.insert(described(package)?);
        }
        let node = nodes.iter().find(|node| node["id"] == *id)?;
        let needed = node["deps"].as_array()?.iter().filter(|dep| {
            let kinds = dep["dep_kinds"].as_array();
            kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
        });
        open.extend(needed.map(|dep| &dep["pkg"]));
    }
    Some(found)
}

fn is_macro(package: &Json) -> bool {
    let targets = package["targets"].as_array().into_iter().flatten();
    let mut kinds = targets.filter_map(|target| target["kind"].as_array());
    kinds.any(|kinds| kinds.iter().any(|kind| kind == "proc-macro"))
}

fn described(package: &Json) -> Option<Package> {
    let text = |key: &str| package[key].as_str().map(str::to_owned);
    Some(Package {
        name: text("name")?,
        version: text("version")?,
        licence: text("license").unwrap_or_else(|| "see its text".to_owned()),
        folder: Path::new(package["manifest_path"].as_str()?)
            .parent()?
            .to_owned(),
    })
}

fn text(packages: &BTreeSet<Package>) -> String {
    let mut text = format!(
        "The program of Crossroads is linked from these {} packages, beside the standard library of Rust \
         (MIT OR Apache-2.0).\n\n",
        packages.len()
    );
    for package in packages {
        // Writing into a text cannot fail.
        let _ = writeln!(
            text,
            "{} {}: {}",
            package.name, package.version, package.licence
        );
    }
    // Many packages have the same text word for word.
    let mut texts: Vec<(String, Vec<&str>)> = Vec::new();
    let mut without: Vec<&str> = Vec::new();
    for package in packages {
        let found = licence_texts(&package.folder);
        if found.is_empty() {
            without.push(&package.name);
        }
        for licence in found {
            match texts.iter_mut().find(|(known, _)| *known == licence) {
                Some((_, names)) => names.push(&package.name),
                None => texts.push((licence, vec![&package.name])),
            }
        }
    }
    if !without.is_empty() {
        let _ = writeln!(
            text,
            "\nAs published, these have no file with the text of their licence: {}.",
            without.join(", ")
        );
    }
    for (licence, names) in texts {
        let _ = write!(
            text,
            "\n{}\n{}\n\n{licence}\n",
            "-".repeat(80),
            names.join(", ")
        );
    }
    text
}

/// The texts of the licences that lie in a package, in the order of their files' names; none where it has none.
fn licence_texts(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    let is_licence = |file: &PathBuf| {
        let name = file
            .file_name()
            .map(|name| name.to_string_lossy().to_uppercase());
        name.is_some_and(|name| NAMES.iter().any(|start| name.starts_with(start)))
    };
    let texts = files.into_iter().filter(is_licence);
    let texts = texts.filter_map(|file| fs::read_to_string(file).ok());
    texts
        .map(|text| text.replace("\r\n", "\n").trim_end().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_linked_is_named_with_its_licence_and_its_text() {
        let folder =
            std::env::temp_dir().join(format!("crossroads-licences-{}", std::process::id()));
        for package in ["one", "two"] {
            super::super::write(
                &folder.join(package).join("LICENSE-MIT"),
                "Do with it\r\nas you like.\n",
            )
            .unwrap();
        }
        let package = |name: &str, kind: &str| {
            json!({
                "id": name, "name": name, "version": "1.0.0", "license": "MIT",
                "manifest_path": folder.join(name).join("Cargo.toml"),
                "targets": [{"kind": [kind]}],
            })
        };
        let needs = |name: &str, others: &[(&str, Json)]| {
            let deps: Vec<Json> = others
                .iter()
                .map(|(other, kind)| json!({"pkg": other, "dep_kinds": [{"kind": kind}]}))
                .collect();
            json!({"id": name, "deps": deps})
        };
        let metadata = json!({
            "packages": [
                package("root", "lib"), package("one", "lib"), package("two", "lib"), package("bare", "lib"),
                package("macros", "proc-macro"), package("of-macros", "lib"), package("of-tests", "lib"),
            ],
            "resolve": {"nodes": [
                needs("root", &[("one", Json::Null), ("bare", Json::Null), ("macros", Json::Null), ("of-tests", json!("dev"))]),
                needs("one", &[("two", Json::Null)]),
                needs("two", &[("one", Json::Null)]),
                needs("bare", &[]),
                needs("macros", &[("of-macros", Json::Null)]),
            ]},
        });
        let packages = linked(&metadata, "root").unwrap();
        let text = text(&packages);
        fs::remove_dir_all(&folder).unwrap();
        assert!(text.contains("these 3 packages"), "{text}");
        assert!(
            text.contains("\nbare 1.0.0: MIT\none 1.0.0: MIT\ntwo 1.0.0: MIT\n"),
            "{text}"
        );
        assert!(
            text.contains("the text of their licence: bare.\n"),
            "{text}"
        );
        // The same text stands once, under the names of all it belongs to.
        assert!(
            text.contains("\none, two\n\nDo with it\nas you like.\n"),
            "{text}"
        );
        assert_eq!(text.matches("Do with it").count(), 1, "{text}");
        for missing in ["root 1", "macros", "of-tests"] {
            assert!(!text.contains(missing), "{text}");
        }
        assert_eq!(linked(&metadata, "another"), None);
    }
}
