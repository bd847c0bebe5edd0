//! The pages as the package `prerender` writes them.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value as Json;

use crate::process;
use crate::workspace::Workspace;

/// What one page has of its own.
#[derive(Debug, Default)]
pub struct Page {
    /// Its folder in the site, with a slash at the end; empty for the first page.
    pub path: String,
    /// Its title, where it is not the site's.
    pub title: Option<String>,
    /// What search engines show of it, where it is not the site's.
    pub description: Option<String>,
    /// Its markup.
    pub body: String,
    /// What it says to machines, as JSON.
    pub data: Option<String>,
    /// The file that the program will ask for first, from the site's root.
    pub shard: Option<String>,
}

/// All pages, the site's first one before the others. They are written anew only when what they are made of has changed.
pub fn written(
    workspace: &Workspace,
    set_compiler: impl FnOnce(&mut Command) -> Result<()>,
) -> Result<Vec<Page>> {
    let file = workspace.root().join("target/pages.jsonl");
    let mut program = process::cargo();
    program
        .args(["run", "--quiet", "--package", "prerender", "--"])
        .arg(&file)
        .current_dir(workspace.root());
    set_compiler(&mut program)?;
    process::run(&mut program)?;
    let lines =
        fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    lines
        .lines()
        .map(|line| page(line).with_context(|| format!("a line of {} is no page", file.display())))
        .collect()
}

fn page(line: &str) -> Result<Page> {
    let json: Json = serde_json::from_str(line)?;
    let text = |part: &str| json[part].as_str().map(str::to_owned);
    Ok(Page {
        path: text("path").context("expected a path")?,
        title: text("title"),
        description: text("description"),
        body: text("body").context("expected a body")?,
        data: json.get("data").map(Json::to_string),
        shard: text("shard"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_it_was_written() {
        let line = r#"{"path":"role/1/","title":"T","description":"D","body":"<p>","data":{"a":1},"shard":null}"#;
        let read = page(line).unwrap();
        assert_eq!((&*read.path, &*read.body), ("role/1/", "<p>"));
        assert_eq!(read.title.as_deref(), Some("T"));
        assert_eq!(read.data.as_deref(), Some("{\"a\":1}"));
        assert_eq!(read.shard, None);
        assert!(page("{\"path\":\"\"}").is_err());
        assert!(page("text").is_err());
    }
}
