//! Files for hosts and search engines: headers, a page for unknown addresses, a sitemap.

use std::path::Path;

use anyhow::Result;

use super::frame::Frame;
use super::pages::Page;
use super::policy;
use crate::files;

/// The Cache-Control of files that are named after their content.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// Writes them all.
pub fn write(dist: &Path, frame: &Frame, roles: &[Page]) -> Result<()> {
    let write = |name: &str, content: String| files::write(&dist.join(name), content);
    write("_headers", headers(frame))?;
    write("404.html", not_found(frame))?;
    // Without this file, GitHub Pages leaves out files whose name begins with "_".
    write(".nojekyll", String::new())?;
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(url) = &frame.site_url {
        write("sitemap.xml", sitemap(url, roles))?;
        robots += &format!("\nSitemap: {url}sitemap.xml\n");
    } else {
        eprintln!(
            "No --site-url is set: the canonical links are relative, and there is no sitemap."
        );
    }
    write("robots.txt", robots)
}

/// Returns the headers in the format of Netlify and Cloudflare Pages.
fn headers(frame: &Frame) -> String {
    let mut text = "/*\n".to_owned();
    for (name, value) in policy::HEADERS {
        text += &format!("  {name}: {value}\n");
    }
    let code = format!("{}/*", frame.program.folder);
    for path in [&frame.style, &frame.start, &code] {
        text += &format!("/{path}\n  Cache-Control: {FOREVER}\n");
    }
    text
}

/// Returns the page for unknown addresses. Hosts show it at any depth, so its addresses begin at the root of the host.
fn not_found(frame: &Frame) -> String {
    let root = frame.site_url.as_deref().map_or("/", path_of);
    let style = &frame.style;
    format!(
        "<!doctype html>\n<html lang=\"en\">\n  <head>\n    <meta charset=\"utf-8\" />\n    \
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n    \
         <meta name=\"color-scheme\" content=\"light dark\" />\n    <meta name=\"robots\" content=\"noindex\" />\n    \
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />\n    \
         <title>Not here · Crossroads</title>\n    <link rel=\"stylesheet\" href=\"{root}{style}\" />\n  </head>\n  <body>\n    \
         <header class=\"masthead\"><a class=\"wordmark\" href=\"{root}\">Crossroads</a></header>\n    \
         <main>\n      <h1>There is nothing at this address</h1>\n      \
         <p class=\"invitation\">It may be of an occupation that goes by another number now.</p>\n      \
         <p class=\"role-link\"><a href=\"{root}?view=browse\">Browse all roles</a></p>\n    </main>\n  </body>\n</html>\n",
        policy::OF_A_PAGE
    )
}

/// Returns the path of a full address.
fn path_of(url: &str) -> &str {
    let after_scheme = url.find("://").map_or(0, |at| at + 3);
    let path = url[after_scheme..].find('/');
    path.map_or("/", |at| &url[after_scheme + at..])
}

fn sitemap(url: &str, roles: &[Page]) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for path in std::iter::once("").chain(roles.iter().map(|role| role.path.as_str())) {
        let address = format!("{url}{path}").replace('&', "&amp;");
        text += &format!("  <url><loc>{address}</loc></url>\n");
    }
    text + "</urlset>\n"
}

#[cfg(test)]
mod tests {
    use super::super::frame::tests::frame;
    use super::*;

    #[test]
    fn files_named_after_their_content_are_kept_forever() {
        let text = headers(&frame());
        let start = "/*\n  Content-Security-Policy: default-src 'none';";
        assert!(text.starts_with(start), "{text}");
        for path in ["/style-1.css", "/start-1.js", "/code-1/*"] {
            let header = format!("\n{path}\n  Cache-Control: {FOREVER}\n");
            assert!(text.contains(&header), "{text}");
        }
    }

    #[test]
    fn the_container_keeps_only_existing_files_named_after_their_content_forever() {
        let text = include_str!("../../../hosting/Caddyfile");
        // A header without "?" would override the others.
        assert!(text.contains("\t\t?Cache-Control no-cache\n"), "{text}");
        let (_, named) = text.split_once("@named {").unwrap();
        let (conditions, _) = named.split_once("\n\t}").unwrap();
        assert!(conditions.lines().any(|line| line.trim() == "file"));
        assert!(text.contains(&format!("header @named Cache-Control \"{FOREVER}\"")));
        let (_, errors) = text.split_once("handle_errors {").unwrap();
        assert!(errors.contains("header Cache-Control no-cache"), "{text}");
    }

    #[test]
    fn the_workflow_names_its_actions_by_commit_and_only_publishing_may_write() {
        let text = include_str!("../../../.github/workflows/pages.yml");
        for line in text.lines().filter(|line| line.contains("uses: ")) {
            let (_, commit) = line.split_once('@').unwrap();
            let commit = commit.split(' ').next().unwrap();
            let is_hash = commit.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(commit.len() == 40 && is_hash, "{line}");
        }
        let (before, publish) = text.split_once("\n  publish:\n").unwrap();
        assert!(before.contains("\npermissions: {}\n"), "{text}");
        assert!(!before.contains(": write"), "{text}");
        assert!(!publish.contains("run:"), "{text}");
    }

    #[test]
    fn the_page_for_unknown_addresses_leads_to_the_site() {
        let at_root = not_found(&frame());
        assert!(at_root.contains("href=\"/?view=browse\""), "{at_root}");
        let below = not_found(&Frame {
            site_url: Some("https://example.org/a/b/".to_owned()),
            ..frame()
        });
        assert!(below.contains("href=\"/a/b/style-1.css\""), "{below}");
        assert_eq!(path_of("https://example.org"), "/");
    }

    #[test]
    fn the_sitemap_names_every_page() {
        let role = Page {
            path: "role/29-1141/".to_owned(),
            ..Page::default()
        };
        let map = sitemap("https://example.org/", &[role]);
        assert!(map.contains("<loc>https://example.org/</loc>"), "{map}");
        let role = "<loc>https://example.org/role/29-1141/</loc>";
        assert!(map.contains(role), "{map}");
    }
}
