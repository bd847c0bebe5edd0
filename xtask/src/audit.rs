//! `cargo xtask audit`: what needs the network and is not about this source tree alone. Are the packages what their
//! registries signed, is a weakness of one known, does each keep to `deny.toml`?

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value as Json;

use crate::workspace::Workspace;
use crate::{node, process, tools};

/// What is held without a network.
const OFFLINE: [&str; 5] = ["--workspace", "check", "bans", "licenses", "sources"];

/// What is held with the database of known weaknesses, once that is here.
const ADVISORIES: [&str; 4] = ["--workspace", "check", "--disable-fetch", "advisories"];

/// The folders with packages of npm.
const NPM: [&str; 2] = ["tests/e2e", "bench/web"];

/// Runs every audit and returns whether all of them held. What cannot be asked for lack of a network is said, and is no
/// failure: it says nothing about the packages.
pub fn command(workspace: &Workspace) -> Result<bool> {
    let program = tools::cargo_deny().ensure()?;
    let deny = |arguments: &[&str]| {
        let mut command = process::command(&program);
        command.current_dir(workspace.root()).args(arguments);
        command
    };
    let mut held = said("deny.toml", &mut deny(&OFFLINE))?;
    held &= if process::succeeds(&mut deny(&["fetch", "db"])) {
        said("known weaknesses", &mut deny(&ADVISORIES))?
    } else {
        not_asked("known weaknesses", "the database of RustSec")
    };
    for folder in NPM {
        held &= signatures(&workspace.root().join(folder), folder)?;
    }
    Ok(held)
}

/// Whether what is installed in a folder is what the registry has signed.
fn signatures(folder: &Path, name: &str) -> Result<bool> {
    let what = format!("signatures of {name}");
    node::ensure_packages(folder)?;
    let mut audit = node::npm();
    audit
        .current_dir(folder)
        .args(["audit", "signatures", "--json"]);
    let output = audit.output().context("`npm` cannot be started")?;
    let Some(doubtful) = doubtful(&output.stdout) else {
        return Ok(not_asked(&what, "the registry of npm, or its keys"));
    };
    for package in &doubtful {
        eprintln!("{package}");
    }
    Ok(told(&what, doubtful.is_empty()))
}

/// The packages whose signature is missing or wrong, as npm says in JSON; nothing where it says something else.
fn doubtful(output: &[u8]) -> Option<Vec<String>> {
    let said: Json = serde_json::from_slice(output).ok()?;
    let lists = [&said["invalid"], &said["missing"]].map(Json::as_array);
    let packages = lists.into_iter().collect::<Option<Vec<_>>>()?;
    let packages = packages.into_iter().flatten();
    Some(packages.map(Json::to_string).collect())
}

fn said(what: &str, audit: &mut Command) -> Result<bool> {
    Ok(told(what, process::succeeds_aloud(audit)?))
}

fn told(what: &str, held: bool) -> bool {
    println!("{what}: {}", if held { "held" } else { "NOT held" });
    held
}

fn not_asked(what: &str, whom: &str) -> bool {
    println!("{what}: not asked, because {whom} cannot be reached from here");
    true
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// The names in quotation marks of a list of `deny.toml` that begins so.
    fn listed(deny: &str, begins: &str) -> Vec<String> {
        let (_, list) = deny.split_once(begins).unwrap();
        let (list, _) = list.split_once(']').unwrap();
        let names = list.split('"').skip(1).step_by(2);
        names.map(str::to_owned).collect()
    }

    /// Whether these licenses are enough for an SPDX expression. Stricter than SPDX where AND stands without brackets.
    fn is_allowed(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
        let plain = expression.replace(['(', ')'], "").replace('/', " OR ");
        let is_one = |name: &str| allowed(name.split(" WITH ").next().unwrap_or(name));
        plain
            .split(" AND ")
            .all(|choice| choice.split(" OR ").any(is_one))
    }

    #[test]
    fn an_expression_of_licences_is_read() {
        let allowed = |name: &str| ["MIT", "Zlib"].contains(&name);
        for (expression, expected) in [
            ("MIT", true),
            ("Apache-2.0/MIT", true),
            ("Apache-2.0 WITH LLVM-exception OR MIT", true),
            ("(MIT OR Apache-2.0) AND Zlib", true),
            ("MIT AND Unicode-3.0", false),
            ("GPL-3.0-only", false),
            ("", false),
        ] {
            assert_eq!(is_allowed(expression, &allowed), expected, "{expression}");
        }
    }

    #[test]
    fn every_package_keeps_to_deny_toml_also_where_cargo_deny_is_not_installed() {
        let workspace = Workspace::locate().unwrap();
        let deny = fs::read_to_string(workspace.root().join("deny.toml")).unwrap();
        let allowed = listed(&deny, "\nallow = [");
        assert!(allowed.contains(&"MIT".to_owned()));
        let (_, exception) = deny.split_once("exceptions = [{ crate = \"").unwrap();
        let (excepted, _) = exception.split_once('"').unwrap();
        let more = listed(exception, "allow = [");
        let [registry] = listed(&deny, "allow-registry = [").try_into().unwrap();

        let mut cargo = process::cargo();
        cargo
            .args([
                "metadata",
                "--format-version=1",
                "--locked",
                "--all-features",
            ])
            .current_dir(workspace.root());
        let metadata: Json = serde_json::from_str(&process::capture(&mut cargo).unwrap()).unwrap();
        let packages = metadata["packages"].as_array().unwrap();
        assert!(packages.len() > 100, "{} packages", packages.len());
        let mut faults = Vec::new();
        for package in packages {
            let name = package["name"].as_str().unwrap();
            let licence = package["license"].as_str().unwrap_or_default();
            let is_known = |licence: &str| {
                let here = |list: &[String]| list.iter().any(|one| one == licence);
                here(&allowed) || name == excepted && here(&more)
            };
            if !is_allowed(licence, &is_known) {
                faults.push(format!("{name}: {licence:?}"));
            }
            match package["source"].as_str() {
                // A package of this workspace.
                None => {}
                Some(source) if source == format!("registry+{registry}") => {}
                Some(source) => faults.push(format!("{name}: from {source}")),
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn only_what_npm_says_of_signatures_is_an_answer() {
        let none: Option<Vec<String>> = Some(Vec::new());
        assert_eq!(doubtful(br#"{"invalid":[],"missing":[]}"#), none);
        let one = doubtful(br#"{"invalid":[{"name":"a"}],"missing":[]}"#);
        assert_eq!(one, Some(vec![r#"{"name":"a"}"#.to_owned()]));
        assert_eq!(doubtful(br#"{"error":{"code":"ENOTFOUND"}}"#), None);
        assert_eq!(doubtful(b""), None);
    }

    #[test]
    fn each_folder_with_packages_of_npm_is_there() {
        let workspace = Workspace::locate().unwrap();
        for folder in NPM {
            let lockfile = workspace.root().join(folder).join("package-lock.json");
            let lockfile = fs::read_to_string(lockfile).unwrap();
            // Where one of them came from is nobody's business, and another's registry is as good.
            assert!(!lockfile.contains("\"resolved\""), "{folder}");
        }
    }
}
