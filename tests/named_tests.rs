//! Every test that a document names is there, so that a document cannot promise what nothing holds.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const DOCUMENTS: [&str; 2] = ["docs/ACCESSIBILITY.md", "SECURITY.md"];

fn read(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(file).expect("a file that a document names")
}

/// The titles of the tests of a spec; what a title is made of at run time is “…”.
fn titles(spec: &str) -> Vec<String> {
    // What some specs call `test` where no page is watched.
    let calls = ["test(", "unwatched(", "plain("];
    let calls = calls.into_iter().flat_map(|call| spec.match_indices(call));
    let calls = calls.filter_map(|(at, call)| {
        let rest = &spec[at + call.len()..];
        let quote = rest
            .chars()
            .next()
            .filter(|c| ['\'', '`', '"'].contains(c))?;
        let (title, _) = rest[1..].split_once(quote)?;
        Some(title)
    });
    calls
        .map(|title| {
            let mut pieces = title.split("${");
            let first = pieces.next().unwrap_or_default().to_owned();
            pieces.fold(first, |text, piece| {
                let after = piece.split_once('}').map_or("", |(_, after)| after);
                format!("{text}…{after}")
            })
        })
        .collect()
}

/// Whether a name in a document means a title: word for word, or with something in the place of the “…” of either.
fn means(name: &str, title: &str) -> bool {
    name == title || fits(name, title) || fits(title, name)
}

/// Whether a text is that of a pattern with anything in the place of each “…”.
fn fits(text: &str, pattern: &str) -> bool {
    let mut pieces = pattern.split('…');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let pieces: Vec<&str> = pieces.collect();
    let Some((last, between)) = pieces.split_last() else {
        return false;
    };
    for piece in between {
        let Some((_, after)) = rest.split_once(piece) else {
            return false;
        };
        rest = after;
    }
    rest.ends_with(last)
}

/// What a line of a document says a test is called: a file in backticks, then names of its tests, in backticks for those of
/// Rust and in quotation marks for those in a browser.
fn named(line: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut file = None;
    let mut rest = line;
    while let Some(at) = rest.find(['`', '“']) {
        let is_code = rest[at..].starts_with('`');
        let close = if is_code { '`' } else { '”' };
        let inner = &rest[at + if is_code { 1 } else { '“'.len_utf8() }..];
        let Some((name, after)) = inner.split_once(close) else {
            break;
        };
        rest = after;
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let is_spec = name
            .strip_suffix(".spec.ts")
            .is_some_and(|stem| !stem.is_empty());
        if is_code && (is_spec || name.starts_with("tests/") && name.ends_with(".rs")) {
            file = Some(name.to_owned());
        } else if is_code && name.contains(['/', '.']) {
            file = None;
        } else if let Some(file) = &file {
            let in_browser = file.ends_with(".ts");
            if !is_code && in_browser || is_code && !in_browser && name.chars().all(is_name) {
                found.push((file.clone(), name.to_owned()));
            }
        }
    }
    found
}

#[test]
fn a_title_with_something_in_its_place_is_meant() {
    assert!(means("dark is shown", "dark is shown"));
    assert!(means("no violation in light", "no violation in …"));
    assert!(means("no violation in …", "no violation in …"));
    assert!(means("a b c d e", "a … c … e"));
    assert!(means("at … nothing moves", "at … x … nothing moves"));
    assert!(!means("a b d e", "a … c … e"));
    assert!(!means("dark is gone", "dark is shown"));
    assert!(!means("dark", "dark is shown"));
}

#[test]
fn what_a_line_names_is_found() {
    let line = "`a.spec.ts` “one” and “two, and three”, `tests/b.rs` `four_five`; `src/c.rs` and `six`, axe";
    let expected = [
        ("a.spec.ts", "one"),
        ("a.spec.ts", "two, and three"),
        ("tests/b.rs", "four_five"),
    ];
    let expected = expected.map(|(file, name)| (file.to_owned(), name.to_owned()));
    assert_eq!(named(line), expected);
}

#[test]
fn every_test_that_a_document_names_is_there() {
    let mut specs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut missing = Vec::new();
    let mut count = 0;
    for document in DOCUMENTS {
        // A name may be broken over two lines; a row of a table is one line.
        let text = read(document).replace(".spec.ts`\n  “", ".spec.ts` “");
        for (file, name) in text.lines().flat_map(named) {
            count += 1;
            let is_there = if file.ends_with(".rs") {
                read(&file).contains(&format!("fn {name}("))
            } else {
                let file_name = file.rsplit('/').next().unwrap_or(&file).to_owned();
                let titles = specs
                    .entry(file_name)
                    .or_insert_with_key(|name| titles(&read(&format!("tests/e2e/specs/{name}"))));
                titles.iter().any(|title| means(&name, title))
            };
            if !is_there {
                missing.push(format!("{document}: {file}: {name}"));
            }
        }
    }
    assert!(count > 70, "only {count} tests are named");
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The documents that say where things are, and what the build makes, which no checkout has.
const GUIDES: [&str; 2] = ["ARCHITECTURE.md", "CONTRIBUTING.md"];
const BUILT: [&str; 2] = ["dist/", "fuzz/artifacts"];

/// Returns the paths of a document that lead to nothing. A short one ("`ties.rs`" after "`import/src/oews/best.rs`")
/// starts from the root, from `src/`, or from a folder that the same paragraph or row has named before.
fn dead_paths(text: &str) -> (usize, Vec<String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let start = [root.to_owned(), root.join("src")];
    let (mut count, mut dead, mut folders) = (0, Vec::new(), start.to_vec());
    for line in text.lines() {
        if line.is_empty() || line.starts_with('|') {
            folders = start.to_vec();
        }
        for name in line.split('`').skip(1).step_by(2) {
            let letters = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
            let is_file = |(stem, ending): (&str, &str)| {
                !stem.is_empty() && ["rs", "md", "css", "json", "toml", "html"].contains(&ending)
            };
            let is_path = name.contains('/') || name.rsplit_once('.').is_some_and(is_file);
            if !name.chars().all(letters) || !is_path || BUILT.contains(&name) {
                continue;
            }
            count += 1;
            let found = folders.iter().map(|folder| folder.join(name));
            let Some(found) = found.into_iter().find(|path| path.exists()) else {
                dead.push(name.to_owned());
                continue;
            };
            let above = found.ancestors().take_while(|path| *path != root);
            folders.extend(above.map(Path::to_owned));
        }
    }
    (count, dead)
}

#[test]
fn a_path_that_leads_to_nothing_is_found() {
    let text = "`src/model/metric.rs`, `metrics.rs`, `official/occupation.rs`, `gone.rs`\n\n`metrics.rs` and `model/`, `a b.rs`";
    assert_eq!(
        dead_paths(text),
        (6, vec!["gone.rs".to_owned(), "metrics.rs".to_owned()])
    );
}

#[test]
fn every_path_that_a_guide_names_is_there() {
    for guide in GUIDES {
        let (count, dead) = dead_paths(&read(guide));
        assert!(count > 20, "{guide}: only {count} paths are named");
        assert_eq!(dead, [""; 0], "{guide}");
    }
}
