//! What hosts and search engines want to find: headers, a page for what is not there, a map of the site.

use std::path::Path;

use anyhow::Result;

use super::frame::Frame;
use super::pages::Page;
use super::policy;

/// For what is named after its content.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// Writes them all.
pub fn write(dist: &Path, frame: &Frame, roles: &[Page]) -> Result<()> {
    super::write(&dist.join("_headers"), &headers(frame))?;
    super::write(&dist.join("404.html"), &not_found(frame))?;
    // GitHub Pages leaves out what starts with a line below if it takes the site for one of Jekyll's.
    super::write(&dist.join(".nojekyll"), "")?;
    let Some(url) = &frame.site_url else {
        eprintln!(
            "No --site-url is set: the pages name no full address, and there is no sitemap, which needs one."
        );
        return super::write(&dist.join("robots.txt"), "User-agent: *\nAllow: /\n");
    };
    super::write(&dist.join("sitemap.xml"), &sitemap(url, roles))?;
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {url}sitemap.xml\n");
    super::write(&dist.join("robots.txt"), &robots)
}

/// The headers in the form that Netlify and Cloudflare Pages read.
fn headers(frame: &Frame) -> String {
    let mut text = "/*\n".to_owned();
    for (name, value) in policy::headers() {
        text += &format!("  {name}: {value}\n");
    }
    let code = format!("{}/*", frame.program.folder);
    for path in [&frame.style, &frame.start, &code] {
        text += &format!("/{path}\n  Cache-Control: {FOREVER}\n");
    }
    text
}

/// The page for what is not there. It is shown at any depth, so that it can name the site's files by their whole path
/// alone.
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

/// The path of a full address.
fn path_of(url: &str) -> &str {
    let after_scheme = url.find("://").map_or(0, |at| at + 3);
    let path = url[after_scheme..].find('/');
    path.map_or("/", |at| &url[after_scheme + at..])
}

fn sitemap(url: &str, roles: &[Page]) -> String {
    let paths = std::iter::once("").chain(roles.iter().map(|role| role.path.as_str()));
    let entries: String = paths
        .map(|path| {
            format!(
                "  <url><loc>{}</loc></url>\n",
                format!("{url}{path}").replace('&', "&amp;")
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::super::program::Program;
    use super::*;

    fn frame(url: Option<&str>) -> Frame {
        Frame {
            html: String::new(),
            style: "style-1.css".to_owned(),
            start: "start-1.js".to_owned(),
            program: Program {
                folder: "code-1".to_owned(),
            },
            site_url: url.map(str::to_owned),
            keeps: true,
            data: String::new(),
        }
    }

    #[test]
    fn what_is_named_after_its_content_is_kept_for_ever() {
        let text = headers(&frame(None));
        assert!(
            text.starts_with("/*\n  Content-Security-Policy: default-src 'none';"),
            "{text}"
        );
        for path in ["/style-1.css", "/start-1.js", "/code-1/*"] {
            assert!(
                text.contains(&format!("\n{path}\n  Cache-Control: {FOREVER}\n")),
                "{text}"
            );
        }
    }

    #[test]
    fn the_container_keeps_for_ever_what_is_there_under_the_name_of_its_content_and_nothing_else() {
        let text = include_str!("../../../hosting/Caddyfile");
        // What has no condition would come last, and count.
        assert!(text.contains("\t\t?Cache-Control no-cache\n"), "{text}");
        let named = text.split("@named {").nth(1).unwrap_or_default();
        let (conditions, _) = named.split_once("\n\t}").unwrap_or_default();
        assert!(
            conditions.lines().any(|line| line.trim() == "file"),
            "{text}"
        );
        assert!(
            text.contains(&format!("header @named Cache-Control \"{FOREVER}\"")),
            "{text}"
        );
        let errors = text.split("handle_errors {").nth(1).unwrap_or_default();
        assert!(errors.contains("header Cache-Control no-cache"), "{text}");
    }

    #[test]
    fn the_workflow_names_its_actions_by_their_commits_and_only_publishing_may_write() {
        let text = include_str!("../../../.github/workflows/pages.yml");
        for line in text.lines().filter(|line| line.contains("uses: ")) {
            let commit = line
                .split('@')
                .nth(1)
                .and_then(|rest| rest.split(' ').next());
            let is_commit = commit.is_some_and(|commit| {
                commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit())
            });
            assert!(is_commit, "{line}");
        }
        let (before, publish) = text.split_once("\n  publish:\n").unwrap_or_default();
        assert!(before.contains("\npermissions: {}\n"), "{text}");
        assert!(!before.contains(": write"), "{text}");
        assert!(!publish.contains("run:"), "{text}");
    }

    #[test]
    fn the_page_for_what_is_not_there_leads_to_the_site() {
        let at_root = not_found(&frame(None));
        assert!(at_root.contains("href=\"/?view=browse\""), "{at_root}");
        let below = not_found(&frame(Some("https://example.org/a/b/")));
        assert!(below.contains("href=\"/a/b/style-1.css\""), "{below}");
        assert_eq!(path_of("https://example.org"), "/");
    }

    #[test]
    fn the_map_names_every_page() {
        let role = Page {
            path: "role/29-1141/".to_owned(),
            ..Page::default()
        };
        let map = sitemap("https://example.org/", &[role]);
        assert!(map.contains("<loc>https://example.org/</loc>"), "{map}");
        assert!(
            map.contains("<loc>https://example.org/role/29-1141/</loc>"),
            "{map}"
        );
    }
}
