//! `cargo xtask audit`: the checks of packages that need the network.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value as Json;

use crate::workspace::Workspace;
use crate::{install, node, process, tools};

/// The folders with npm packages.
const NPM: [&str; 2] = ["tests/e2e", "bench/web"];

/// Runs every audit and returns whether none failed. An unreachable network is reported and is no failure, because it
/// says nothing about the packages.
pub fn command(workspace: &Workspace) -> Result<bool> {
    let programs = install::ensure(&tools::cargo_deny())?;
    let deny = |arguments: &str| {
        let mut command = process::command(programs.join("cargo-deny"));
        command
            .current_dir(workspace.root())
            .arg("--workspace")
            .args(arguments.split(' '));
        command
    };
    let mut held = report(
        "deny.toml",
        process::succeeds(&mut deny("check bans licenses sources"))?,
    );
    held &= if process::succeeds_silently(&mut deny("fetch db")) {
        let advisories = process::succeeds(&mut deny("check --disable-fetch advisories"))?;
        report("known vulnerabilities", advisories)
    } else {
        skip("known vulnerabilities", "the RustSec database")
    };
    for folder in NPM {
        held &= signatures(&workspace.root().join(folder), folder)?;
    }
    Ok(held)
}

/// Returns whether the npm packages of a folder have the signatures of their registry.
fn signatures(folder: &Path, name: &str) -> Result<bool> {
    let audit = format!("signatures of {name}");
    node::ensure_packages(folder)?;
    let mut npm = node::npm();
    npm.current_dir(folder)
        .args(["audit", "signatures", "--json"]);
    let output = npm.output().context("`npm` cannot be started")?;
    let Some(doubtful) = doubtful(&output.stdout) else {
        return Ok(skip(&audit, "the npm registry, or its keys"));
    };
    for package in &doubtful {
        eprintln!("{package}");
    }
    Ok(report(&audit, doubtful.is_empty()))
}

/// Reads the packages with a missing or wrong signature. Returns nothing if npm could not ask its registry.
fn doubtful(output: &[u8]) -> Option<Vec<String>> {
    let output: Json = serde_json::from_slice(output).ok()?;
    let invalid = output["invalid"].as_array()?.iter();
    let packages = invalid.chain(output["missing"].as_array()?);
    Some(packages.map(Json::to_string).collect())
}

fn report(audit: &str, held: bool) -> bool {
    println!("{audit}: {}", if held { "passed" } else { "FAILED" });
    held
}

fn skip(audit: &str, unreachable: &str) -> bool {
    println!("{audit}: skipped, because {unreachable} cannot be reached");
    true
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Returns the quoted words of a list in `deny.toml` that begins like this.
    fn list<'a>(deny: &'a str, begins: &str) -> Vec<&'a str> {
        let (_, list) = deny.split_once(begins).unwrap();
        let (list, _) = list.split_once(']').unwrap();
        list.split('"').skip(1).step_by(2).collect()
    }

    /// Returns whether these licenses satisfy an SPDX expression. Stricter than SPDX where AND is not in brackets.
    fn is_satisfied(expression: &str, allowed: &[&str]) -> bool {
        let plain = expression.replace(['(', ')'], "").replace('/', " OR ");
        let is_allowed = |name: &str| allowed.contains(&name.split(" WITH ").next().unwrap());
        plain
            .split(" AND ")
            .all(|choice| choice.split(" OR ").any(is_allowed))
    }

    #[test]
    fn license_expressions_are_read() {
        for (expression, expected) in [
            ("Apache-2.0/MIT", true),
            ("Apache-2.0 WITH LLVM-exception OR MIT", true),
            ("(MIT OR Apache-2.0) AND Zlib", true),
            ("MIT AND Unicode-3.0", false),
            ("", false),
        ] {
            let satisfied = is_satisfied(expression, &["MIT", "Zlib"]);
            assert_eq!(satisfied, expected, "{expression}");
        }
    }

    #[test]
    fn every_package_keeps_to_deny_toml_without_cargo_deny() {
        let workspace = Workspace::locate().unwrap();
        let deny = fs::read_to_string(workspace.root().join("deny.toml")).unwrap();
        let allowed = list(&deny, "\nallow = [");
        let [excepted, more @ ..] = &list(&deny, "exceptions = [{")[..] else {
            panic!("no exception in deny.toml");
        };
        let [registry] = list(&deny, "allow-registry = [")[..] else {
            panic!("not one registry in deny.toml");
        };
        let packages = workspace.packages().unwrap();
        assert!(packages.len() > 100, "{} packages", packages.len());
        for package in packages {
            let name = package["name"].as_str().unwrap();
            let license = package["license"].as_str().unwrap_or_default();
            let satisfied = is_satisfied(license, &allowed);
            let is_exception = name == *excepted && is_satisfied(license, more);
            assert!(satisfied || is_exception, "{name}: {license:?}");
            // The packages of the workspace have no source.
            let source = package["source"].as_str();
            let is_known = source.is_none_or(|it| it == format!("registry+{registry}"));
            assert!(is_known, "{name}: {source:?}");
        }
    }

    #[test]
    fn only_an_answer_of_the_registry_counts() {
        let none: Option<Vec<String>> = Some(Vec::new());
        assert_eq!(doubtful(br#"{"invalid":[],"missing":[]}"#), none);
        let one = doubtful(br#"{"invalid":[{"name":"a"}],"missing":[]}"#);
        assert_eq!(one, Some(vec![r#"{"name":"a"}"#.to_owned()]));
        assert_eq!(doubtful(br#"{"error":{"code":"ENOTFOUND"}}"#), None);
    }

    #[test]
    fn npm_lockfiles_do_not_name_the_registry_of_whoever_wrote_them() {
        let workspace = Workspace::locate().unwrap();
        for folder in NPM {
            let lockfile = workspace.root().join(folder).join("package-lock.json");
            let lockfile = fs::read_to_string(lockfile).unwrap();
            assert!(!lockfile.contains("\"resolved\""), "{folder}");
        }
    }
}
