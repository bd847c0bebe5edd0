//! The pages, as the package `prerender` renders them.

use anyhow::{Context, Result};
use fs_err as fs;
use serde_json::Value as Json;

use crate::process;
use crate::workspace::Workspace;

/// A page's own content.
#[derive(Debug, Default)]
pub struct Page {
    /// Its folder in the site, with a slash at the end. Empty for the first page.
    pub path: String,
    /// Its title, if it is not the site's.
    pub title: Option<String>,
    /// Its description, if it is not the site's.
    pub description: Option<String>,
    /// Its markup.
    pub body: String,
    /// Its structured data, as JSON.
    pub data: Option<String>,
    /// The shard that the program will fetch first, from the root of the site.
    pub shard: Option<String>,
}

/// Returns all pages, the first page of the site before the others. They are rendered again only after a change.
pub fn rendered(workspace: &Workspace) -> Result<Vec<Page>> {
    let file = workspace.root().join("target/pages.jsonl");
    let mut program = workspace.cargo("run --quiet --package prerender --");
    process::run(program.arg(&file))?;
    let text = fs::read_to_string(&file)?;
    text.lines()
        .map(|line| page(line).with_context(|| format!("a line of {}", file.display())))
        .collect()
}

fn page(line: &str) -> Result<Page> {
    let json: Json = serde_json::from_str(line)?;
    let text = |key: &str| json[key].as_str().map(str::to_owned);
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
    fn a_rendered_page_is_read() {
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
