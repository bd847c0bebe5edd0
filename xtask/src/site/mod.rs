//! The built site: the program, pages that can be read before it runs, one style sheet, a policy that says what a page may
//! do, a service worker for use without a network, the licenses, and what hosts want to find.

mod frame;
mod hosting;
mod licences;
pub mod named;
mod offline;
mod pages;
mod policy;
mod program;
mod shards;
mod source;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::compress;
use crate::tools::Toolbox;
use crate::workspace::Workspace;
use frame::Frame;

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

/// Builds the site into `dist/`, in place of what was there, with whatever is set for the compiler.
pub fn build(
    workspace: &Workspace,
    tools: &Toolbox,
    options: &Options,
    set_compiler: impl Fn(&mut Command) -> Result<()>,
) -> Result<()> {
    let dist = &workspace.dist();
    if dist.exists() {
        fs::remove_dir_all(dist)
            .with_context(|| format!("{} cannot be emptied", dist.display()))?;
    }
    copy(&workspace.root().join("public"), dist)?;
    let program = program::build(workspace, tools, dist, &set_compiler)?;
    let data = data_version(workspace)?;
    shards::mark(dist, &data)?;
    let (html, style) = source::page_and_style(workspace.root())?;
    let style = named::write(dist, "style", "css", &style)?;
    let start = named::write(dist, "start", "js", include_str!("start.js"))?;
    let written = pages::written(workspace, &set_compiler)?;
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
    write(
        &dist.join("index.html"),
        &frame::of_version(&first, &version),
    )?;
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

/// Copies all that is in a folder into another one.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in compress::files(from)? {
        let copy = to.join(file.strip_prefix(from)?);
        let folder = copy.parent().unwrap_or(to);
        fs::create_dir_all(folder)
            .and_then(|()| fs::copy(&file, &copy))
            .with_context(|| format!("{} cannot be written", copy.display()))?;
    }
    Ok(())
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
