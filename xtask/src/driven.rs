//! What the tests in a browser did besides passing or failing, read from Playwright's report: by the tags and annotations
//! that `tests/e2e/support/found.ts` gives them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

/// How the tag of a test begins that puts a fault in the program's way; what follows is the fault's kind.
const FAULT: &str = "fault-";

/// The faults that were injected, how many states axe looked at, how many pages were validated, and what was measured.
pub fn found(report: &Json) -> Json {
    let mut driven = Driven::default();
    for suite in items(&report["suites"]) {
        driven.read(suite);
    }
    json!({
        "faults": driven.faults,
        "axe": driven.looked_at.len(),
        "validated": driven.validated.len(),
        "measured": driven.measured,
    })
}

#[derive(Default)]
struct Driven<'a> {
    /// By kind and test, each once however many screens it was tried on. A test that names none is one itself.
    faults: BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<&'a str>>>,
    looked_at: BTreeSet<(&'a str, &'a str, &'a str)>,
    validated: BTreeSet<&'a str>,
    measured: BTreeMap<&'a str, &'a str>,
}

impl<'a> Driven<'a> {
    fn read(&mut self, suite: &'a Json) {
        for spec in items(&suite["specs"]) {
            let title = spec["title"].as_str().unwrap_or_default();
            let notes = items(&spec["tests"])
                .flat_map(|test| items(&test["results"]).map(move |result| (test, result)))
                .flat_map(|(test, result)| {
                    items(&result["annotations"]).map(move |note| (test, note))
                });
            let mut injected = BTreeSet::new();
            for (test, note) in notes {
                let said = note["description"].as_str().unwrap_or_default();
                match note["type"].as_str() {
                    Some("fault") => {
                        injected.insert(said);
                    }
                    Some("axe") => {
                        let project = test["projectName"].as_str().unwrap_or_default();
                        self.looked_at.insert((title, project, said));
                    }
                    Some("validated") => {
                        self.validated.insert(said);
                    }
                    Some("measured") => {
                        if let Some((what, value)) = said.split_once(": ") {
                            self.measured.insert(what, value);
                        }
                    }
                    _ => {}
                }
            }
            let tags = items(&spec["tags"]).filter_map(Json::as_str);
            if let Some(kind) = tags.filter_map(kind_of).next() {
                let tests = self.faults.entry(kind).or_default();
                tests.entry(title).or_default().extend(injected);
            }
        }
        for inner in items(&suite["suites"]) {
            self.read(inner);
        }
    }
}

fn kind_of(tag: &str) -> Option<&str> {
    tag.trim_start_matches('@').strip_prefix(FAULT)
}

fn items(list: &Json) -> impl Iterator<Item = &Json> {
    list.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test(project: &str, notes: &[(&str, &str)]) -> Json {
        let notes = notes
            .iter()
            .map(|(kind, said)| json!({ "type": kind, "description": said }));
        json!({ "projectName": project, "results": [{ "annotations": notes.collect::<Vec<_>>() }] })
    }

    #[test]
    fn a_fault_is_counted_once_for_all_screens() {
        let spec = json!({
            "title": "a shard",
            "tags": ["fault-network"],
            "tests": [
                test("desktop", &[("fault", "cut off"), ("fault", "a page"), ("axe", "1")]),
                test("phone", &[("fault", "cut off"), ("axe", "1"), ("axe", "2")]),
            ],
        });
        let plain = json!({ "title": "no network", "tags": ["fault-network"], "tests": [test("phone", &[])] });
        let other = json!({
            "title": "all pages",
            "tags": [],
            "tests": [test("desktop", &[("validated", "index.html"), ("measured", "longest task, ms: 12")])],
        });
        let report = json!({ "suites": [
            { "specs": [spec], "suites": [{ "specs": [plain] }] },
            { "specs": [other] },
        ] });
        assert_eq!(
            found(&report),
            json!({
                "faults": { "network": { "a shard": ["a page", "cut off"], "no network": [] } },
                "axe": 3,
                "validated": 1,
                "measured": { "longest task, ms": "12" },
            })
        );
    }

    #[test]
    fn a_report_without_notes_has_found_nothing() {
        let expected = json!({ "faults": {}, "axe": 0, "validated": 0, "measured": {} });
        assert_eq!(found(&json!({})), expected);
    }
}
