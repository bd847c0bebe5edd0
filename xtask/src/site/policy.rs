//! The Content-Security-Policy of every page, and the headers that go with it.

/// Scripts, styles and data come from the site alone, and WebAssembly may run. Nothing is embedded, sent or redirected.
/// Text becomes markup only through the policy of the start script, which rejects everything that could act.
pub const OF_A_PAGE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'; trusted-types default";

/// The headers of every response. They allow frames, because charts can be embedded in other pages.
pub const HEADERS: [(&str, &str); 3] = [
    ("Content-Security-Policy", OF_A_PAGE),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documents_and_the_container_have_the_same_policy() {
        for text in [
            include_str!("../../../docs/HOSTING.md"),
            include_str!("../../../hosting/Caddyfile"),
        ] {
            let policies = text.matches("default-src").count();
            assert!(policies > 0, "no policy in {text}");
            assert_eq!(text.matches(OF_A_PAGE).count(), policies, "{text}");
        }
    }

    #[test]
    fn the_policy_allows_no_inline_script_or_style() {
        assert!(OF_A_PAGE.starts_with("default-src 'none';"));
        assert!(!OF_A_PAGE.contains("unsafe-inline"));
        assert!(!OF_A_PAGE.contains("'unsafe-eval'"));
        assert!(!OF_A_PAGE.contains("  "), "{OF_A_PAGE}");
    }
}
