//! What the built site is beyond what Trunk writes: pages that can be read before the program runs, one style sheet, a
//! policy that says what a page may do, a service worker for use without a network, the licences, and what hosts want to find.
//!
//! [`finish`] turns the folder that Trunk wrote into that site. It finds the program by reading `index.html`, wherever
//! that says it lies.

mod code;
mod frame;
mod hosting;
mod licences;
pub mod named;
mod offline;
mod pages;
mod policy;
mod program;
mod shards;
mod style;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::tools::Toolbox;
use crate::workspace::Workspace;
use frame::Frame;
use program::Program;

/// What whoever builds can say about the site.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    /// The full address the site will be at, for canonical links and the sitemap [default: $CROSSROADS_SITE_URL, or none]
    #[arg(long, value_name = "URL", value_parser = address)]
    site_url: Option<String>,
    /// Build a site that keeps nothing for use without a network; what an earlier build keeps is thrown away
    #[arg(long)]
    no_offline: bool,
}

impl Options {
    /// What is said on the command line, else in the environment.
    pub fn or_environment(self) -> Result<Self> {
        let from_environment = match std::env::var("CROSSROADS_SITE_URL") {
            Ok(url) if !url.is_empty() => Some(
                address(&url).map_err(|error| anyhow::anyhow!("CROSSROADS_SITE_URL: {error}"))?,
            ),
            _ => None,
        };
        Ok(Self {
            site_url: self.site_url.or(from_environment),
            ..self
        })
    }
}

/// An address that other addresses can be put after.
fn address(url: &str) -> Result<String, String> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let is_plain = |letter: char| letter.is_ascii_graphic() && !"\"'<>&?#".contains(letter);
    match rest {
        Some(rest) if !rest.is_empty() && rest.chars().all(is_plain) => {
            Ok(format!("{}/", url.trim_end_matches('/')))
        }
        _ => Err(format!(
            "expected a full address like https://example.org/crossroads/, found {url:?}"
        )),
    }
}

/// Finishes what Trunk wrote into `dist/`.
pub fn finish(
    workspace: &Workspace,
    tools: &Toolbox,
    options: &Options,
    set_compiler: impl FnOnce(&mut Command) -> Result<()>,
) -> Result<()> {
    let dist = &workspace.dist();
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index)
        .with_context(|| format!("{} cannot be read", index.display()))?;
    let data = data_version(workspace)?;
    shards::mark(dist, &data)?;
    let html = code::gather(&html, dist, tools)?;
    let program = Program::named_in(&html)?;
    let (html, style) = style::in_one(&program.without(&html), dist)?;
    let start = named::write(dist, "start", "js", include_str!("start.js"))?;
    let written = pages::written(workspace, set_compiler)?;
    let Some((first, roles)) = written.split_first() else {
        bail!("expected the pages of the site, found none");
    };
    let frame = Frame {
        html,
        style,
        start,
        program,
        site_url: options.site_url.clone(),
        keeps: !options.no_offline,
        data,
    };
    let first = frame.around(first)?;
    let version = offline::version(dist, &first)?;
    write(&index, &frame::of_version(&first, &version))?;
    for role in roles {
        let page = frame.around(role)?;
        write(
            &dist.join(&role.path).join("index.html"),
            &frame::of_version(&page, &version),
        )?;
    }
    offline::write_worker(dist, &frame, &version)?;
    licences::write(workspace, dist)?;
    hosting::write(dist, &frame, roles)
}

fn data_version(workspace: &Workspace) -> Result<String> {
    let file = workspace.root().join("data/official/version.txt");
    let text =
        fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(text.trim().to_owned())
}

/// Writes a file, and the folder it lies in where there is none.
fn write(file: &Path, content: &str) -> Result<()> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, content))
        .with_context(|| format!("{} cannot be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_site_is_one_that_others_can_be_put_after() {
        for (given, expected) in [
            ("https://example.org", "https://example.org/"),
            ("https://example.org/a/", "https://example.org/a/"),
            ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a/"),
        ] {
            assert_eq!(address(given).unwrap(), expected);
        }
        for given in [
            "example.org",
            "https://",
            "ftp://a",
            "https://a/?b",
            "https://a/\"b",
        ] {
            let error = address(given).unwrap_err();
            assert!(error.contains(given.trim_end_matches("\"b")), "{error}");
        }
    }
}
