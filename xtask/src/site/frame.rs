//! The frame of every page: `index.html` with the page's own texts, policy and files.

use anyhow::{Context, Result};

use super::pages::Page;
use super::policy;
use super::program::Program;

/// Stands for the version of the site until it is known.
const VERSION: &str = "{version}";

/// The content that all pages share.
pub struct Frame {
    /// `index.html` without the lines for Trunk.
    pub html: String,
    /// The name of the style sheet.
    pub style: String,
    /// The name of the script that runs first.
    pub start: String,
    /// The program.
    pub program: Program,
    /// The full address of the site, if it is known.
    pub site_url: Option<String>,
    /// True if the site is kept for use without a network.
    pub keeps: bool,
    /// The version of the data.
    pub data: String,
}

impl Frame {
    /// Returns a whole page, without the version of the site: see [`with_version`].
    pub fn around(&self, page: &Page) -> Result<String> {
        let prefix = "../".repeat(page.path.matches('/').count());
        let mut html = with_prefix(&self.html, &prefix);
        if let Some(title) = &page.title {
            html = replaced(&html, "<title>", "</title>", &text(title))?;
        }
        if let Some(description) = &page.description {
            let start = "name=\"description\"\n      content=\"";
            html = replaced(&html, start, "\"", &attribute(description))?;
        }
        // The first page shows a sample; a role's page shows that role.
        let sample = if page.path.is_empty() {
            " data-sample"
        } else {
            ""
        };
        let attributes = format!(" data-version=\"{VERSION}\"{sample}");
        html = replaced(&html, "<html lang=\"en\"", ">", &attributes)?;
        // The policy comes before everything that it applies to.
        let policy = format!(
            "\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />",
            attribute(policy::OF_A_PAGE)
        );
        html = replaced(&html, "<meta charset=\"utf-8\" />", "\n", &policy)?;
        let head = html.split_once("  </head>");
        let (before, after) = head.context("index.html has no </head>")?;
        html = format!("{before}{}  </head>{after}", self.head(page, &prefix));
        let body = with_prefix(&page.body, &prefix);
        replaced(&html, "<div id=\"app\">", "</div>", &body)
    }

    fn head(&self, page: &Page, prefix: &str) -> String {
        let (style, start) = (&self.style, &self.start);
        let (js, wasm) = (self.program.js(), self.program.wasm());
        let fetcher = self.program.fetcher();
        let keeps = if self.keeps {
            ""
        } else {
            " data-keeps-nothing"
        };
        let canonical = match &self.site_url {
            Some(url) => format!("{url}{}", page.path),
            None => "./".to_owned(),
        };
        let mut lines = vec![
            format!("<link rel=\"stylesheet\" href=\"{prefix}{style}\" />"),
            format!(
                "<script src=\"{prefix}{start}\" data-js=\"{js}\" data-wasm=\"{wasm}\"{keeps}></script>"
            ),
            // Without these the browser would fetch one after the other.
            format!("<link rel=\"modulepreload\" href=\"{prefix}{js}\" />"),
            format!("<link rel=\"modulepreload\" href=\"{prefix}{fetcher}\" />"),
            format!("<link rel=\"canonical\" href=\"{canonical}\" />"),
        ];
        if let Some(shard) = &page.shard {
            let address = format!("{prefix}{shard}?v={}", self.data);
            lines.push(format!(
                "<link rel=\"preload\" href=\"{address}\" crossorigin=\"anonymous\" as=\"fetch\" />"
            ));
        }
        for (name, content) in [
            ("og:title", &page.title),
            ("og:description", &page.description),
        ] {
            if let Some(content) = content {
                let content = attribute(content);
                lines.push(format!(
                    "<meta property=\"{name}\" content=\"{content}\" />"
                ));
            }
        }
        if let Some(data) = &page.data {
            // JSON may contain the end of the element.
            let data = data.replace('<', "\\u003c");
            lines.push(format!(
                "<script type=\"application/ld+json\">{data}</script>"
            ));
        }
        lines.iter().map(|line| format!("    {line}\n")).collect()
    }
}

/// Fills in the version of the site.
pub fn with_version(html: &str, version: &str) -> String {
    html.replacen(VERSION, version, 1)
}

/// Escapes the text of an element.
fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Escapes the value of a quoted attribute.
fn attribute(text: &str) -> String {
    self::text(text).replace('"', "&quot;")
}

/// Replaces the text between the first `start` and the next `end`.
fn replaced(html: &str, start: &str, end: &str, by: &str) -> Result<String> {
    let pieces = html.split_once(start).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(end)?;
        Some((before, after))
    });
    let (before, after) = pieces.with_context(|| format!("index.html has no {start}…{end}"))?;
    Ok(format!("{before}{start}{by}{end}{after}"))
}

/// Puts a prefix before the relative addresses, for a page in a folder.
fn with_prefix(html: &str, prefix: &str) -> String {
    const STARTS: [&str; 2] = [" href=\"", " src=\""];
    let mut out = String::with_capacity(html.len() + 64 * prefix.len());
    let mut rest = html;
    while let Some((at, start)) = STARTS
        .iter()
        .filter_map(|start| Some((rest.find(start)?, start)))
        .min()
    {
        let (before, after) = rest.split_at(at + start.len());
        out.push_str(before);
        rest = after;
        let address = after.split(['"', '?']).next().unwrap_or_default();
        let is_elsewhere = after.starts_with(['#', '/', '"']) || address.contains(':');
        if !is_elsewhere && !prefix.is_empty() {
            out.push_str(prefix);
            rest = after.strip_prefix("./").unwrap_or(after);
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
pub mod tests {
    use super::*;

    const INDEX: &str = "<!doctype html>\n<html lang=\"en\">\n  <head>\n    <meta charset=\"utf-8\" />\n    <title>Site</title>\n    \
                         <meta\n      name=\"description\"\n      content=\"All\"\n    />\n    <link rel=\"icon\" href=\"icon.svg\" />\n  \
                         </head>\n  <body>\n    <div id=\"app\">old</div>\n  </body>\n</html>\n";

    pub fn frame() -> Frame {
        Frame {
            html: INDEX.to_owned(),
            style: "style-1.css".to_owned(),
            start: "start-1.js".to_owned(),
            program: Program {
                folder: "code-1".to_owned(),
            },
            site_url: None,
            keeps: true,
            data: "v1".to_owned(),
        }
    }

    fn role() -> Page {
        Page {
            path: "role/29-1141/".to_owned(),
            title: Some("Nurses & <others>".to_owned()),
            description: Some("They \"care\".".to_owned()),
            body:
                "<a href=\"?roles=1\">a</a><a href=\"#pay\">b</a><a href=\"https://bls.gov/\">c</a>"
                    .to_owned(),
            data: Some("{\"name\":\"</script>\"}".to_owned()),
            shard: Some("data/occupation/29-1141.json".to_owned()),
        }
    }

    #[test]
    fn addresses_of_a_page_in_a_folder_lead_to_the_root() {
        let html = frame().around(&role()).unwrap();
        for expected in [
            "<a href=\"../../?roles=1\">",
            "<a href=\"#pay\">",
            "<a href=\"https://bls.gov/\">",
            "href=\"../../icon.svg\"",
            "href=\"../../style-1.css\"",
            "src=\"../../start-1.js\" data-js=\"code-1/crossroads.js\" data-wasm=\"code-1/crossroads_bg.wasm\">",
            "href=\"../../data/occupation/29-1141.json?v=v1\"",
            "<link rel=\"canonical\" href=\"./\" />",
        ] {
            assert!(html.contains(expected), "no {expected} in {html}");
        }
        assert!(!html.contains("old"), "{html}");
    }

    #[test]
    fn only_the_first_page_is_a_sample() {
        let frame = frame();
        let first = frame.around(&Page::default()).unwrap();
        assert!(first.contains(" data-sample>"), "{first}");
        assert!(!frame.around(&role()).unwrap().contains("data-sample"));
    }

    #[test]
    fn texts_are_escaped() {
        let html = frame().around(&role()).unwrap();
        assert!(
            html.contains("<title>Nurses &amp; &lt;others></title>"),
            "{html}"
        );
        assert!(
            html.contains("content=\"They &quot;care&quot;.\""),
            "{html}"
        );
        assert!(html.contains("{\"name\":\"\\u003c/script>\"}"), "{html}");
    }

    #[test]
    fn the_policy_comes_before_everything_that_it_applies_to() {
        let html = frame().around(&role()).unwrap();
        let policy = html.find("Content-Security-Policy").unwrap();
        for later in ["<link", "<script", "<title"] {
            assert!(policy < html.find(later).unwrap(), "{later}");
        }
    }

    #[test]
    fn the_canonical_link_names_a_known_address() {
        let mut frame = frame();
        frame.site_url = Some("https://example.org/a/".to_owned());
        let html = frame.around(&role()).unwrap();
        assert!(
            html.contains(
                "<link rel=\"canonical\" href=\"https://example.org/a/role/29-1141/\" />"
            )
        );
    }

    #[test]
    fn a_frame_without_room_for_the_page_is_an_error() {
        let mut frame = frame();
        frame.html = INDEX.replace("id=\"app\"", "id=\"other\"");
        let error = frame.around(&role()).unwrap_err().to_string();
        assert!(error.contains("id=\"app\""), "{error}");
    }
}
