//! The program of the page, as `index.html` names it.

use anyhow::{Context, Result, ensure};

use super::frame::cut;

/// The script that starts the program, the module that binds it and the program itself, as `Trunk.toml` has them written
/// into the page.
const SCRIPT: (&str, &str) = ("<script type=\"module\"", "</script>");
const MODULE: (&str, &str) = ("<link rel=\"modulepreload\" href=\"", "\"");
const WASM: (&str, &str) = ("<link rel=\"preload\" href=\"", "\"");

/// Where the program lies, from the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The module that loads and binds it.
    pub js: String,
    /// The program itself.
    pub wasm: String,
}

impl Program {
    /// Reads it from the page that Trunk wrote.
    pub fn named_in(html: &str) -> Result<Self> {
        let named = |(start, end): (&str, &str), ending: &str| {
            let (_, link, _) = cut(html, start, end).with_context(|| {
                format!("expected {start} in the page that Trunk wrote, found none")
            })?;
            let path = link.trim_start_matches(start).trim_end_matches(end);
            let path = path.trim_start_matches("./");
            ensure!(
                path.ends_with(ending),
                "expected a {ending} file in the page that Trunk wrote, found {path}"
            );
            Ok(path.to_owned())
        };
        let program = Self {
            js: named(MODULE, ".js")?,
            wasm: named(WASM, ".wasm")?,
        };
        for path in [&program.js, &program.wasm] {
            ensure!(
                !path.starts_with('/') && !path.contains(".."),
                "expected the program inside the site, found it at {path}"
            );
        }
        Ok(program)
    }

    /// The page without the script that starts the program.
    pub fn without(&self, html: &str) -> String {
        match cut(html, SCRIPT.0, SCRIPT.1) {
            Some((before, _, after)) => format!("{}{}", before.trim_end(), after),
            None => html.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(js: &str, wasm: &str) -> String {
        format!(
            "<head>\n<script type=\"module\" src=\"./start.js\"></script>\n<link rel=\"modulepreload\" href=\"{js}\">\
             <link rel=\"preload\" href=\"{wasm}\" as=\"fetch\"><link rel=\"modulepreload\" href=\"./other.js\"></head>"
        )
    }

    #[test]
    fn the_program_is_found_wherever_the_page_says_it_lies() {
        for (js, wasm) in [
            ("crossroads.js", "crossroads_bg.wasm"),
            (
                "code-0123456789abcdef/crossroads.js",
                "code-0123456789abcdef/crossroads_bg.wasm",
            ),
        ] {
            let html = page(&format!("./{js}"), &format!("./{wasm}"));
            let program = Program::named_in(&html).unwrap();
            assert_eq!((&*program.js, &*program.wasm), (js, wasm));
            assert!(!program.without(&html).contains("<script"), "{html}");
        }
    }

    #[test]
    fn a_page_without_the_program_is_an_error_that_says_so() {
        for (html, named) in [
            ("<head></head>".to_owned(), "modulepreload"),
            (page("./a.js", "./a"), ".wasm"),
            (page("../a.js", "./a.wasm"), "../a.js"),
        ] {
            let error = Program::named_in(&html).unwrap_err().to_string();
            assert!(error.contains(named), "{error}");
        }
    }
}
