//! `index.html` as it is in the source tree, where its links to style sheets and to the program are written for Trunk.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// The start of each line that Trunk reads.
const FOR_TRUNK: &str = "<link data-trunk ";

/// The page without the lines written for Trunk, and the style sheets that they name, as one.
pub fn page_and_style(root: &Path) -> Result<(String, String)> {
    let read = |path: &str| {
        let file = root.join(path);
        fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
    };
    let html = read("index.html")?;
    let (for_trunk, page): (Vec<&str>, Vec<&str>) = html
        .lines()
        .partition(|line| line.trim_start().starts_with(FOR_TRUNK));
    let mut style = String::new();
    for path in for_trunk.iter().filter_map(|line| style_sheet(line)) {
        let sheet = read(path)?;
        ensure!(
            !sheet.contains("@import") && !sheet.contains("url("),
            "{path} names other files, which it would not find from where it is put"
        );
        style += &sheet;
    }
    ensure!(
        !style.is_empty(),
        "expected style sheets in index.html, found none"
    );
    Ok((page.join("\n") + "\n", style))
}

/// The path of the style sheet that a line names.
fn style_sheet(line: &str) -> Option<&str> {
    let (_, path) = line.split_once("rel=\"css\" href=\"")?;
    Some(path.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    #[test]
    fn nothing_of_trunk_stays_in_the_page_and_every_style_sheet_is_in_the_one() {
        let root = Workspace::locate().unwrap().root().to_owned();
        let (page, style) = page_and_style(&root).unwrap();
        assert!(!page.contains("trunk"), "{page}");
        assert!(page.contains("<div id=\"app\">") && page.ends_with("</html>\n"));
        for sheet in fs::read_dir(root.join("style")).unwrap() {
            let sheet = fs::read_to_string(sheet.unwrap().path()).unwrap();
            assert!(style.contains(&sheet), "{sheet}");
        }
    }
}
