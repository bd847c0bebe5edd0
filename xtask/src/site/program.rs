//! The program of the page, as `index.html` names it.

use anyhow::{Context, Result, ensure};

use super::frame::cut;
use crate::bindgen::{FETCHER, PARTS};

/// The script that starts the program, as Trunk writes it into the page.
const SCRIPT: (&str, &str) = ("<script type=\"module\">", "</script>");

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
        let (_, script, _) = cut(html, SCRIPT.0, SCRIPT.1).with_context(|| {
            format!(
                "expected {} in the page that Trunk wrote, found none",
                SCRIPT.0
            )
        })?;
        // The attribute of the tag is in quotation marks too.
        let script = script.trim_start_matches(SCRIPT.0);
        let named = |ending: &str| {
            let quoted = script.split(['\'', '"']).skip(1).step_by(2);
            let mut paths = quoted.map(|path| path.trim_start_matches("./"));
            let path = paths.find(|path| path.ends_with(ending));
            path.map(str::to_owned).with_context(|| {
                format!("expected the name of a {ending} file in the script that starts the program:\n{script}")
            })
        };
        let program = Self {
            js: named(".js")?,
            wasm: named(".wasm")?,
        };
        for path in [&program.js, &program.wasm] {
            ensure!(
                !path.starts_with('/') && !path.contains(".."),
                "expected the program inside the site, found it at {path}"
            );
        }
        Ok(program)
    }

    /// The module that fetches the parts of the program that not every visit needs.
    pub fn parts(&self) -> String {
        let folder = self.js.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{folder}/{PARTS}/{FETCHER}")
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
            "<head>\n<script type=\"module\">\nimport init, * as bindings from '{js}';\nconst wasm = await init({{ \
             module_or_path: '{wasm}' }});\ndispatchEvent(new CustomEvent(\"TrunkApplicationStarted\", {{detail: \
             {{wasm}}}}));\n</script>\n</head>"
        )
    }

    #[test]
    fn the_program_is_found_wherever_the_page_says_it_lies() {
        for (js, wasm) in [
            (
                "crossroads-29001185aa4b170c.js",
                "crossroads-29001185aa4b170c_bg.wasm",
            ),
            (
                "code-0123456789abcdef/crossroads.js",
                "code-0123456789abcdef/crossroads_bg.wasm",
            ),
        ] {
            let html = page(&format!("./{js}"), &format!("./{wasm}"));
            let program = Program::named_in(&html).unwrap();
            assert_eq!((&*program.js, &*program.wasm), (js, wasm));
            assert_eq!(program.without(&html), "<head>\n</head>");
        }
    }

    #[test]
    fn a_page_without_the_program_is_an_error_that_says_so() {
        for (html, named) in [
            ("<head></head>".to_owned(), "<script"),
            (page("./a.js", "./a"), ".wasm"),
            (page("../a.js", "./a.wasm"), "../a.js"),
        ] {
            let error = Program::named_in(&html).unwrap_err().to_string();
            assert!(error.contains(named), "{error}");
        }
    }
}
