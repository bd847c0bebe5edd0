//! The import rules of ARCHITECTURE.md, as a test that names the offending file and line.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

#[path = "architecture/circles.rs"]
mod circles;

use std::fs;
use std::path::{Path, PathBuf};

/// What each module of `src/` may use: of the crate, and of the crates that are kept in one place.
struct Rule {
    module: &'static str,
    own: &'static [&'static str],
    outside: &'static [&'static str],
}

const RULES: &[Rule] = &[
    Rule {
        module: "model",
        own: &["model"],
        outside: &[],
    },
    Rule {
        module: "compare",
        own: &["model", "compare"],
        outside: &[],
    },
    Rule {
        module: "charts",
        own: &["model", "compare", "charts"],
        outside: &["plotters"],
    },
    Rule {
        module: "state",
        own: &["model", "compare", "state"],
        outside: &["leptos", "web_sys", "wasm_bindgen", "gloo_net"],
    },
    Rule {
        module: "ui",
        own: &["model", "compare", "charts", "ui"],
        outside: &["leptos", "web_sys", "wasm_bindgen"],
    },
    Rule {
        module: "pages",
        own: &["model", "compare", "charts", "state", "ui", "pages"],
        outside: &["leptos"],
    },
    Rule {
        module: "main.rs",
        own: &[],
        outside: &["leptos", "web_sys"],
    },
    Rule {
        module: "lib.rs",
        own: &[],
        outside: &[],
    },
];

/// The crates that not every module may name.
const KEPT_IN_PLACE: &[&str] = &["plotters", "leptos", "web_sys", "wasm_bindgen", "gloo_net"];

/// The one file in which what a macro writes may be unsafe: the split points of the program.
const SPLIT_POINTS: &str = "src/pages/chunks.rs";

/// What `ui` and `pages` never do while rendering: they get values, and give callbacks.
const NOT_IN_VIEWS: &[&str] = &["use_context", "provide_context", "window()", "document()"];

/// The one file that reads the fields of events, safely.
const EVENTS: &str = "src/ui/event.rs";

/// What other files may do with an event.
const DONE_WITH_EVENTS: &str = "event.prevent_default()";

#[test]
fn imports_run_one_way() {
    let mut found = Vec::new();
    let mut files = 0;
    for path in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = fs::read_to_string(&path).expect("a source file can be read");
        let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR"));
        let name = name.expect("inside the project").display().to_string();
        found.extend(violations(&name.replace('\\', "/"), &text));
        files += 1;
    }
    assert!(files > 30, "only {files} files were looked at");
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// What judges the words of the page calls nothing that makes them: one file asks the page for its final text, and one has
/// the file of the wage survey fetched and unpacked.
#[test]
fn the_oracle_calls_nothing_of_what_it_judges() {
    let allowed = [
        ("page.rs", "crossroads::"),
        ("sources.rs", "import::oews::archive::database("),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("claims/tests/claims");
    let mut files = 0;
    for path in rust_files(&folder) {
        let text = fs::read_to_string(&path).expect("a source file can be read");
        let name = path.file_name().expect("a name").to_string_lossy();
        for line in text.lines() {
            let named = ["crossroads", "import"]
                .iter()
                .find(|it| names_crate(line, it));
            let is_allowed = allowed
                .iter()
                .any(|(file, path)| *file == name && line.contains(path));
            assert!(named.is_none() || is_allowed, "{name}: {line}");
        }
        files += 1;
    }
    assert!(files > 5, "only {files} files were looked at");
}

#[test]
fn a_forbidden_import_is_named_with_its_line() {
    for (file, line) in [
        ("src/model/role.rs", "use crate::compare::Selection;"),
        ("src/compare/link.rs", "use crate::state::Address;"),
        ("src/compare/link.rs", "use leptos::prelude::*;"),
        ("src/charts/draw.rs", "    let x = crate::ui::Tray;"),
        ("src/ui/tray.rs", "use plotters::prelude::*;"),
        ("src/ui/tray.rs", "use super::super::state::Address;"),
        ("src/ui/tray.rs", "use crate::{state, ui};"),
        ("src/ui/tray.rs", "    let held = use_context::<u8>();"),
        ("src/pages/app.rs", "use gloo_net::http::Request;"),
        ("src/pages/app.rs", "#![allow(unsafe_code)]"),
        ("src/ui/tray.rs", "    let key = event.key();"),
        ("src/ui/tray.rs", "    on(event_target_checked(&event));"),
        ("src/odd/new.rs", "use std::fmt;"),
    ] {
        let found = violations(file, &format!("// first\n{line}\n"));
        let place = format!("{file}:2:");
        assert!(
            found.iter().any(|v| v.starts_with(&place)) || file.contains("odd"),
            "{file}: {line} passed: {found:?}"
        );
        assert!(!found.is_empty(), "{file}: {line} passed");
    }
    for line in ["use leptos::prelude::*;", "    event.prevent_default();"] {
        assert_eq!(violations("src/ui/tray.rs", line), [""; 0]);
    }
}

#[test]
fn changing_text_is_alone_in_its_element() {
    let mut found = Vec::new();
    let mut uses = 0;
    for folder in ["src/ui", "src/pages"] {
        for path in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let code = fs::read_to_string(&path).expect("a source file can be read");
            for (line, is_alone) in changing_texts(&code) {
                uses += 1;
                if !is_alone {
                    found.push(format!("{}:{line}", path.display()));
                }
            }
        }
    }
    assert!(uses > 100, "only {uses} texts were looked at");
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn changing_text_beside_something_else_is_found() {
    for (view, is_alone) in [
        ("<p>{text(a)}</p>", true),
        ("<p>\n    {move || text(f({ a }))}\n</p>", true),
        ("<p>{text(a)} \".\"</p>", false),
        ("<p>{text(a)}<b>c</b></p>", false),
        ("<p>\"Not shown: \" {super::text(a)}</p>", false),
        ("<p><b>c</b>{text(a)}</p>", false),
    ] {
        assert_eq!(
            changing_texts(view),
            [(1 + usize::from(view.contains("move")), is_alone)],
            "{view}"
        );
    }
}

/// The line of each `{text(…)}` in a view, and whether it is the only child of its element.
fn changing_texts(code: &str) -> Vec<(usize, bool)> {
    let starts = ["{text(", "{super::text(", "{move || text("];
    let starts = starts.iter().flat_map(|start| code.match_indices(start));
    let text = |(at, _): (usize, &str)| {
        let (before, after) = code.split_at(at);
        let mut depth = 0;
        let end = after.find(|c: char| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        let rest = end.and_then(|end| after.get(end + 1..)).unwrap_or_default();
        let tag = before.rfind('<').and_then(|tag| before.get(tag..));
        let tag = tag.unwrap_or_default().trim_end();
        let opens = tag.ends_with('>') && !tag.starts_with("</") && !tag.ends_with("/>");
        let line = before.matches('\n').count() + 1;
        (line, opens && rest.trim_start().starts_with("</"))
    };
    starts.map(text).collect()
}

fn violations(file: &str, text: &str) -> Vec<String> {
    let module = file.split('/').nth(1).unwrap_or_default();
    let Some(rule) = RULES.iter().find(|rule| rule.module == module) else {
        return vec![format!("{file}: {module} has no rule in {}", file!())];
    };
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        let mut object = |what: String| {
            found.push(format!("{file}:{}: {what}: {}", number + 1, line.trim()));
        };
        if code.contains("super::super") || code.contains("crate::{") {
            object("write the path from crate:: on, one module a line".to_owned());
        }
        for path in code.split("crate::").skip(1) {
            let named: String = path.chars().take_while(|c| is_name(*c)).collect();
            let is_module = RULES.iter().any(|rule| rule.module == named);
            if is_module && !rule.own.contains(&named.as_str()) {
                object(format!("{module} may not use {named}"));
            }
        }
        for outside in KEPT_IN_PLACE {
            if names_crate(code, outside) && !rule.outside.contains(outside) {
                object(format!("{module} may not use {outside}"));
            }
        }
        if code.contains("unsafe") && file != SPLIT_POINTS {
            object(format!("only {SPLIT_POINTS} may allow unsafe code"));
        }
        let reads = code.matches("event.").count() > code.matches(DONE_WITH_EVENTS).count();
        if file != EVENTS && (reads || code.contains("event_target")) {
            object(format!("only {EVENTS} may read an event"));
        }
        if ["ui", "pages"].contains(&module) {
            for call in NOT_IN_VIEWS {
                if code.contains(call) {
                    object(format!("{module} may not call {call}"));
                }
            }
        }
    }
    found
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether `code` has a path that starts with the crate's name.
fn names_crate(code: &str, name: &str) -> bool {
    code.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| is_name(c) || c == ':')
    })
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("src can be listed") {
        let path = entry.expect("src can be listed").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}
