//! The built site: the program, prerendered pages, one style sheet, a policy, a service worker, the licenses and the files
//! that hosts look for.

mod frame;
mod hosting;
mod licenses;
mod named;
mod offline;
mod pages;
mod policy;
mod program;
mod shards;
mod source;

use std::path::Path;

use anyhow::{Context, Result};
use clap::Args;
use fs_err as fs;

use crate::files;
use crate::toolbox::Toolbox;
use crate::workspace::Workspace;
use frame::Frame;

/// The options of a build.
#[derive(Args, Default)]
pub struct Options {
    /// The full address of the site, for canonical links and the sitemap
    #[arg(long, value_name = "URL", env = "CROSSROADS_SITE_URL", value_parser = address)]
    site_url: Option<String>,
    /// Build a site that keeps nothing for use without a network, and removes what earlier builds kept
    #[arg(long)]
    no_offline: bool,
}

/// Reads an address and puts a slash at its end. An empty one, as from an unset variable, stays empty.
fn address(url: &str) -> Result<String, String> {
    let is_plain = |letter: char| letter.is_ascii_graphic() && !"\"'<>&?#".contains(letter);
    let rest = url.strip_prefix("https://");
    let rest = rest.or_else(|| url.strip_prefix("http://"));
    match rest {
        None if url.is_empty() => Ok(String::new()),
        Some(rest) if !rest.is_empty() && rest.chars().all(is_plain) => {
            Ok(format!("{}/", url.trim_end_matches('/')))
        }
        _ => Err("expected a full address like https://example.org/crossroads/".to_owned()),
    }
}

/// Replaces `dist/` by the built site.
pub fn build(workspace: &Workspace, toolbox: &Toolbox, options: &Options) -> Result<()> {
    let dist = &workspace.dist();
    files::remove_folder(dist)?;
    copy(&workspace.root().join("public"), dist)?;
    let program = program::build(workspace, toolbox, dist)?;
    let data = fs::read_to_string(workspace.root().join("data/official/version.txt"))?;
    let data = data.trim().to_owned();
    shards::mark(dist, &data)?;
    let (html, style) = source::page_and_style(workspace.root())?;
    let style = named::write(dist, "style", "css", &style)?;
    let start = named::write(dist, "start", "js", include_str!("start.js"))?;
    let pages = pages::rendered(workspace)?;
    let (first, roles) = pages.split_first().context("no pages were rendered")?;
    let frame = Frame {
        html,
        style,
        start,
        program,
        site_url: options.site_url.clone().filter(|url| !url.is_empty()),
        keeps: !options.no_offline,
        data,
    };
    let home = frame.around(first)?;
    let version = offline::version(dist, &home)?;
    let write = |path: &str, html: &str| {
        let file = dist.join(path).join("index.html");
        files::write(&file, frame::with_version(html, &version))
    };
    write("", &home)?;
    for role in roles {
        write(&role.path, &frame.around(role)?)?;
    }
    offline::write_worker(dist, &frame, &version)?;
    licenses::write(workspace, dist)?;
    hosting::write(dist, &frame, roles)
}

/// Copies all files of a folder.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for path in files::list(from)? {
        let copy = to.join(&path);
        fs::create_dir_all(copy.parent().unwrap_or(to))?;
        fs::copy(from.join(path), copy)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_can_be_appended_to_the_address_of_a_site() {
        for (given, expected) in [
            ("https://example.org", "https://example.org/"),
            ("https://example.org/a/", "https://example.org/a/"),
            ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a/"),
            ("", ""),
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
            assert!(address(given).is_err(), "{given}");
        }
    }
}
