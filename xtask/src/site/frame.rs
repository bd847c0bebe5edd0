//! The frame that every page has: `index.html` with the page's own words, policy and style.

use anyhow::{Result, ensure};

use super::pages::Page;
use super::policy;
use super::program::Program;

/// Where in the frame the version of the site is named before it is known.
const VERSION: &str = "{version}";

/// The place of the page itself.
const APP: (&str, &str) = ("<div id=\"app\">", "</div>");

/// What all pages have in common.
pub struct Frame {
    /// `index.html` without the lines written for Trunk.
    pub html: String,
    /// The name of the one style sheet.
    pub style: String,
    /// The name of the script that runs first.
    pub start: String,
    /// The program.
    pub program: Program,
    /// Where the site will be, if that is known.
    pub site_url: Option<String>,
    /// Whether the site is kept for use without a network.
    pub keeps: bool,
    /// The state of the data beside the pages.
    pub data: String,
}

impl Frame {
    /// A whole page, whose version is not named yet: see [`of_version`].
    pub fn around(&self, page: &Page) -> Result<String> {
        let prefix = "../".repeat(page.path.matches('/').count());
        let mut html = with_local_addresses_from(&self.html, &prefix);
        if let Some(title) = &page.title {
            html = replaced(&html, "<title>", "</title>", &text(title))?;
        }
        if let Some(description) = &page.description {
            let (before, after) = split(&html, "name=\"description\"")?;
            let after = replaced(&after, "content=\"", "\"", &attribute(description))?;
            html = before + &after;
        }
        // What the first page shows is a sample; the page of a role shows that role.
        let sample = if page.path.is_empty() {
            " data-sample"
        } else {
            ""
        };
        html = replaced(
            &html,
            "<html lang=\"en\"",
            ">",
            &format!(" data-version=\"{VERSION}\"{sample}"),
        )?;
        // Before anything that it is about.
        let (before, after) = split(&html, "<meta charset=\"utf-8\" />")?;
        let policy = attribute(policy::OF_A_PAGE);
        html = format!(
            "{before}<meta charset=\"utf-8\" />\n    \
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />{}",
            after.trim_start_matches("<meta charset=\"utf-8\" />")
        );
        let (before, after) = split(&html, "</head>")?;
        html = format!(
            "{}\n{}  {after}",
            before.trim_end(),
            self.head(page, &prefix)
        );
        let body = with_local_addresses_from(&page.body, &prefix);
        replaced(&html, APP.0, APP.1, &body)
    }

    fn head(&self, page: &Page, prefix: &str) -> String {
        let Self {
            style,
            start,
            program,
            ..
        } = self;
        let (js, wasm, fetcher) = (program.js(), program.wasm(), program.fetcher());
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
            // What the program is bound by is asked for at once, and not one after the other.
            format!("<link rel=\"modulepreload\" href=\"{prefix}{js}\" />"),
            format!("<link rel=\"modulepreload\" href=\"{prefix}{fetcher}\" />"),
            format!("<link rel=\"canonical\" href=\"{canonical}\" />"),
        ];
        if let Some(shard) = &page.shard {
            let version = &self.data;
            lines.push(format!(
                "<link rel=\"preload\" href=\"{prefix}{shard}?v={version}\" crossorigin=\"anonymous\" as=\"fetch\" />"
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
            // The end of the element is the one thing that JSON could hold and may not.
            let data = data.replace('<', "\\u003c");
            lines.push(format!(
                "<script type=\"application/ld+json\">{data}</script>"
            ));
        }
        lines.iter().map(|line| format!("    {line}\n")).collect()
    }
}

/// The page with the version of the site in it.
pub fn of_version(html: &str, version: &str) -> String {
    html.replacen(VERSION, version, 1)
}

/// What stands before, in and after the first part from a start to the next end.
fn cut<'a>(html: &'a str, start: &str, end: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let from = html.find(start)?;
    let inside = from + start.len();
    let to = inside + html[inside..].find(end)? + end.len();
    Some((&html[..from], &html[from..to], &html[to..]))
}

/// A text as the content of an element.
fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A text as the content of an attribute in quotation marks.
fn attribute(text: &str) -> String {
    self::text(text).replace('"', "&quot;")
}

/// With something else between the first start and the next end.
fn replaced(html: &str, start: &str, end: &str, by: &str) -> Result<String> {
    let found = cut(html, start, end);
    ensure!(
        found.is_some(),
        "expected {start}…{end} in index.html, found none"
    );
    let (before, _, after) = found.unwrap_or_default();
    Ok(format!("{before}{start}{by}{end}{after}"))
}

fn split(html: &str, at: &str) -> Result<(String, String)> {
    let place = html.find(at);
    ensure!(place.is_some(), "expected {at} in index.html, found none");
    let (before, after) = html.split_at(place.unwrap_or_default());
    Ok((before.to_owned(), after.to_owned()))
}

/// The markup for a page that lies deeper: the addresses beside the site's first page start with this.
fn with_local_addresses_from(html: &str, prefix: &str) -> String {
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
        let is_elsewhere = after.starts_with(['#', '/', '"'])
            || after
                .split(['"', '?'])
                .next()
                .is_some_and(|path| path.contains(':'));
        if !is_elsewhere {
            out.push_str(prefix);
            if !prefix.is_empty() {
                rest = after.strip_prefix("./").unwrap_or(after);
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<!doctype html>\n<html lang=\"en\">\n  <head>\n    <meta charset=\"utf-8\" />\n    <title>Site</title>\n    \
                         <meta\n      name=\"description\"\n      content=\"All\"\n    />\n    <link rel=\"icon\" href=\"icon.svg\" />\n  \
                         </head>\n  <body>\n    <div id=\"app\">old</div>\n  </body>\n</html>\n";

    fn frame() -> Frame {
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
    fn a_page_further_down_leads_to_what_lies_at_the_root() {
        let html = frame().around(&role()).unwrap();
        for part in [
            "<a href=\"../../?roles=1\">",
            "<a href=\"#pay\">",
            "<a href=\"https://bls.gov/\">",
            "href=\"../../icon.svg\"",
            "href=\"../../style-1.css\"",
            "src=\"../../start-1.js\" data-js=\"code-1/crossroads.js\" data-wasm=\"code-1/crossroads_bg.wasm\">",
            "href=\"../../data/occupation/29-1141.json?v=v1\"",
            "<link rel=\"canonical\" href=\"./\" />",
        ] {
            assert!(html.contains(part), "no {part} in {html}");
        }
        assert!(!html.contains("old"), "{html}");
    }

    #[test]
    fn the_first_page_alone_holds_a_sample() {
        let frame = frame();
        let first = frame.around(&Page::default()).unwrap();
        assert!(first.contains(" data-sample>"), "{first}");
        assert!(!frame.around(&role()).unwrap().contains("data-sample"));
    }

    #[test]
    fn nothing_leaves_the_place_it_is_written_into() {
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
    fn the_policy_stands_before_everything_it_is_about() {
        let html = frame().around(&role()).unwrap();
        let policy = html.find("Content-Security-Policy").unwrap();
        for later in ["<link", "<script", "<title"] {
            assert!(policy < html.find(later).unwrap(), "{later}");
        }
    }

    #[test]
    fn a_site_that_knows_its_address_says_it() {
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
    fn a_frame_without_a_place_for_the_page_is_an_error() {
        let mut frame = frame();
        frame.html = INDEX.replace("id=\"app\"", "id=\"other\"");
        let error = frame.around(&role()).unwrap_err().to_string();
        assert!(error.contains("id=\"app\""), "{error}");
    }
}
