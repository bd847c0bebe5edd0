//! The style sheets, made one: it is asked for once and serves every page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::frame::cut;
use super::named;

/// The tag of a style sheet as Trunk writes it.
const LINK: (&str, &str) = ("<link rel=\"stylesheet\" href=\"", "\"/>");

/// The page without its style sheets, and the name of the one that they are now.
pub fn in_one(html: &str, dist: &Path) -> Result<(String, String)> {
    let (mut kept, mut rest) = (String::new(), html);
    let mut all = String::new();
    while let Some((before, link, after)) = cut(rest, LINK.0, LINK.1) {
        let name = link.trim_start_matches(LINK.0).trim_end_matches(LINK.1);
        let file = dist.join(name.trim_start_matches("./"));
        let style = fs::read_to_string(&file)
            .with_context(|| format!("the style sheet {} cannot be read", file.display()))?;
        ensure!(
            !style.contains("@import") && !style.contains("url("),
            "{} names other files, which it would not find from where it is put",
            file.display()
        );
        all.push_str(&style);
        all.push('\n');
        fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?;
        kept.push_str(before.trim_end());
        rest = after;
    }
    ensure!(
        !all.is_empty(),
        "expected style sheets in the page that Trunk wrote, found none"
    );
    kept.push_str(rest);
    Ok((kept, named::write(dist, "style", "css", &all)?))
}
