//! `index.html` of the source tree, which names the style sheets and the program for Trunk.

use std::path::Path;

use anyhow::{Result, ensure};
use fs_err as fs;

/// The start of each line for Trunk.
const FOR_TRUNK: &str = "<link data-trunk ";

/// Returns the page without the lines for Trunk, and the style sheets that they name, as one.
pub fn page_and_style(root: &Path) -> Result<(String, String)> {
    let html = fs::read_to_string(root.join("index.html"))?;
    let (for_trunk, page): (Vec<&str>, Vec<&str>) = html
        .lines()
        .partition(|line| line.trim_start().starts_with(FOR_TRUNK));
    let mut style = String::new();
    for path in for_trunk.iter().filter_map(|line| style_sheet(line)) {
        let sheet = fs::read_to_string(root.join(path))?;
        ensure!(
            !sheet.contains("@import") && !sheet.contains("url("),
            "{path} names other files, which are not beside the built style sheet"
        );
        style += &sheet;
    }
    ensure!(!style.is_empty(), "index.html names no style sheets");
    Ok((page.join("\n") + "\n", style))
}

/// Returns the path of the style sheet that a line names.
fn style_sheet(line: &str) -> Option<&str> {
    let (_, path) = line.split_once("rel=\"css\" href=\"")?;
    Some(path.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    #[test]
    fn the_page_has_nothing_for_trunk_and_the_style_has_every_sheet() {
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
