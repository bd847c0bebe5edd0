//! What the server says about a file besides its content.

use crate::site::named;

/// For what is named after its content: it never changes, so never ask again.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// For what keeps its name when its content changes: keep it, but ask each time whether it still holds.
const ASK_EACH_TIME: &str = "no-cache";

/// How long a browser may keep what is at this path.
pub fn cache_control(path: &str) -> &'static str {
    if is_named_after_content(path) {
        FOREVER
    } else {
        ASK_EACH_TIME
    }
}

/// The content type with its charset, if it is one that lacks it. Everything here is UTF-8.
pub fn with_charset(content_type: &str) -> Option<String> {
    (content_type.starts_with("text/") && !content_type.contains("charset"))
        .then(|| format!("{content_type}; charset=utf-8"))
}

/// Whether the path is that of a compressed copy, which is only ever sent in place of the file it was made from.
pub fn is_compressed_copy(path: &str) -> bool {
    path.ends_with(".br") || path.ends_with(".gz")
}

/// Whether the file, or a folder it lies in, is named after its content, as in `/code-8d6b0c3cfe2a4a17/crossroads.js`.
fn is_named_after_content(path: &str) -> bool {
    path.split('/').any(named::is_named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_after_its_content_is_kept_for_ever() {
        for path in [
            "/code-8d6b0c3cfe2a4a17/crossroads.js",
            "/below/code-8d6b0c3cfe2a4a17/crossroads_bg.wasm",
            "/style-8d6b0c3cfe2a4a17.css",
            "/code-8d6b0c3cfe2a4a17/chunks/split_browse.wasm",
        ] {
            assert_eq!(cache_control(path), FOREVER, "{path}");
        }
        for path in [
            "/",
            "/index.html",
            "/data/15-1252.json",
            "/report-20240101.json",
            "/code-8d6b0c3cfe2a4a1/start.js",
            "/code-8D6B0C3CFE2A4A17/start.js",
            "/8d6b0c3cfe2a4a17.js",
            "/icon-maskable-512.png",
        ] {
            assert_eq!(cache_control(path), ASK_EACH_TIME, "{path}");
        }
    }

    #[test]
    fn text_and_only_text_gets_a_charset() {
        assert_eq!(
            with_charset("text/html").as_deref(),
            Some("text/html; charset=utf-8")
        );
        assert_eq!(with_charset("text/html; charset=utf-8"), None);
        assert_eq!(with_charset("application/wasm"), None);
        assert_eq!(with_charset("image/svg+xml"), None);
    }
}
