//! What a page may do: the Content-Security-Policy of every page, and how it is said in the headers of hosts.

/// The policy as it stands in each page.
///
/// Scripts, styles and data come from the site alone, and WebAssembly may run. Nothing is embedded, sent or redirected.
/// Markup reaches the page as text only through the one policy of the start script, which lets through what cannot act.
pub const OF_A_PAGE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'; trusted-types default";

/// Headers that belong to every answer. They do not forbid frames: charts are there to stand in other pages.
pub fn headers() -> [(&'static str, String); 3] {
    [
        ("Content-Security-Policy", OF_A_PAGE.to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        (
            "Referrer-Policy",
            "strict-origin-when-cross-origin".to_owned(),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_same_wherever_it_is_written_down() {
        for (file, text) in [
            ("docs/HOSTING.md", include_str!("../../../docs/HOSTING.md")),
            (
                "hosting/Caddyfile",
                include_str!("../../../hosting/Caddyfile"),
            ),
        ] {
            let starts = text.matches("default-src").count();
            assert!(starts > 0, "no policy in {file}");
            assert_eq!(
                text.matches(OF_A_PAGE).count(),
                starts,
                "another policy in {file}"
            );
        }
    }

    #[test]
    fn no_script_or_style_may_stand_in_a_page_itself() {
        assert!(!OF_A_PAGE.contains("unsafe-inline"));
        assert!(!OF_A_PAGE.contains("'unsafe-eval'"));
        assert!(OF_A_PAGE.starts_with("default-src 'none';"));
        assert!(!OF_A_PAGE.contains("  "), "{OF_A_PAGE}");
    }
}
