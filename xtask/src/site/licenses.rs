//! The licenses of the packages that the page's program is linked from, as a text file beside the pages.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use fs_err as fs;

use crate::toolchain::WASM;
use crate::workspace::Workspace;
use crate::{files, process};

/// The file in the site. The page about the figures links to it.
const FILE: &str = "licenses.txt";

/// The first letters of the names of license files.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"];

/// A package with its licenses.
struct Package {
    name: String,
    /// Name, version and license.
    line: String,
    /// The texts of its license files.
    texts: Vec<String>,
}

/// Writes the licenses of all packages that the program is linked from.
pub fn write(workspace: &Workspace, dist: &Path) -> Result<()> {
    files::write(&dist.join(FILE), text(&linked(workspace)?))
}

/// Returns the packages that the program is linked from: no dependencies of tests or builds, and no macros, which run in
/// the compiler.
fn linked(workspace: &Workspace) -> Result<Vec<Package>> {
    let mut tree = workspace.cargo("tree --locked --package crossroads --features split");
    tree.args(["--target", WASM, "--edges", "normal,no-proc-macro"])
        .args(["--prefix", "none", "--format", "{l}|{p}"]);
    let tree = process::capture(&mut tree)?;
    // A package that others share is listed once for each of them.
    let mut linked = BTreeMap::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        // Such as `MIT OR Apache-2.0|cfg-if v1.0.5`.
        let (license, package) = line.split_once('|').with_context(|| line.to_owned())?;
        let mut words = package.split(' ');
        let name = words.next().unwrap_or_default();
        let version = words.next().unwrap_or_default().trim_start_matches('v');
        linked.insert((name, version), license);
    }
    linked.retain(|(name, _), _| *name != "crossroads");
    let all = workspace.packages()?;
    let package = |((name, version), license): (&(&str, &str), &&str)| {
        let mut packages = all.iter();
        let found = packages.find(|it| it["name"] == *name && it["version"] == *version);
        let manifest = found.and_then(|it| it["manifest_path"].as_str());
        let manifest = Path::new(manifest.with_context(|| format!("no package {name}"))?);
        Ok(Package {
            name: (*name).to_owned(),
            line: format!("{name} {version}: {license}"),
            texts: texts(manifest.parent().unwrap_or(manifest))?,
        })
    };
    linked.iter().map(package).collect()
}

/// Reads the license files of a package, in the order of their names.
fn texts(folder: &Path) -> Result<Vec<String>> {
    let mut paths = files::list(folder)?;
    paths.retain(|path| {
        let name = path.to_uppercase();
        !path.contains('/') && NAMES.iter().any(|start| name.starts_with(start))
    });
    let read = |path: &String| {
        let text = fs::read_to_string(folder.join(path))?.replace("\r\n", "\n");
        Ok(text.trim_end().to_owned())
    };
    paths.iter().map(read).collect()
}

/// Returns the file: a line for each package, then each text once, under the names of its packages.
fn text(packages: &[Package]) -> String {
    let mut text = format!(
        "The program of Crossroads is linked from these {} packages, beside the standard library of Rust \
         (MIT OR Apache-2.0).\n\n",
        packages.len()
    );
    let mut texts: Vec<(&str, Vec<&str>)> = Vec::new();
    for package in packages {
        text += &format!("{}\n", package.line);
        for license in &package.texts {
            match texts.iter_mut().find(|(known, _)| known == license) {
                Some((_, names)) => names.push(&package.name),
                None => texts.push((license, vec![&package.name])),
            }
        }
    }
    let without = packages.iter().filter(|it| it.texts.is_empty());
    let without: Vec<&str> = without.map(|it| it.name.as_str()).collect();
    if !without.is_empty() {
        let names = without.join(", ");
        text += &format!("\nThese packages were published without a license file: {names}.\n");
    }
    for (license, names) in texts {
        let (line, names) = ("-".repeat(80), names.join(", "));
        text += &format!("\n{line}\n{names}\n\n{license}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_linked_from_leptos_and_neither_from_macros_nor_from_tests() {
        let packages = linked(&Workspace::locate().unwrap()).unwrap();
        let is_listed = |name: &str| packages.iter().any(|package| package.name == name);
        assert!(is_listed("leptos") && is_listed("wasm-bindgen"));
        for name in ["crossroads", "leptos_macro", "proptest"] {
            assert!(!is_listed(name), "{name}");
        }
        let serde = packages.iter().find(|package| package.name == "serde");
        let serde = serde.unwrap();
        assert!(serde.line.ends_with(": MIT OR Apache-2.0"));
        assert!(serde.texts[1].contains("Permission is hereby granted"));
    }

    #[test]
    fn the_same_text_is_written_once() {
        let package = |name: &str, texts: &[&str]| Package {
            name: name.to_owned(),
            line: format!("{name} 1.0.0: MIT"),
            texts: texts.iter().map(|it| (*it).to_owned()).collect(),
        };
        let text = text(&[
            package("bare", &[]),
            package("one", &["Do with it\nas you like."]),
            package("two", &["Do with it\nas you like.", "Other"]),
        ]);
        assert!(text.contains("these 3 packages"), "{text}");
        let lines = "\nbare 1.0.0: MIT\none 1.0.0: MIT\ntwo 1.0.0: MIT\n";
        assert!(text.contains(lines), "{text}");
        assert!(text.contains("without a license file: bare.\n"), "{text}");
        assert!(text.contains("\none, two\n\nDo with it\nas you like.\n"));
        assert_eq!(text.matches("Do with it").count(), 1, "{text}");
    }
}
