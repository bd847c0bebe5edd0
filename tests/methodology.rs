//! What is told of how the figures are made.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use crossroads::compare::{Block, methodology, methodology_markdown};
use crossroads::model::{Dataset, Kind, METRICS};

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled data")
}

#[test]
fn the_file_is_what_the_code_says() {
    let file = include_str!("../docs/METHODOLOGY.md").replace("\r\n", "\n");
    assert!(
        file == methodology_markdown(dataset()),
        "docs/METHODOLOGY.md is not what the code says: run `cargo run --example methodology` and read what it changed"
    );
}

#[test]
fn every_metric_and_every_non_value_is_told_once() {
    let mut told = Vec::new();
    for block in methodology(dataset())
        .into_iter()
        .flat_map(|section| section.blocks)
    {
        if let Block::Terms(_, terms) = block {
            told.extend(terms);
        }
    }
    for metric in &METRICS {
        let of_it = |(term, meaning): &&(String, String)| {
            (term == metric.label || term.starts_with(&format!("{} (", metric.label)))
                && meaning.starts_with(metric.definition)
        };
        assert_eq!(told.iter().filter(of_it).count(), 1, "{}", metric.key);
    }
    for kind in [
        Kind::AtLeast,
        Kind::NotReleased,
        Kind::NotPublished,
        Kind::WithinRounding,
        Kind::HourlyOnly,
        Kind::YearlyOnly,
    ] {
        let of_it = |(term, _): &&(String, String)| term == kind.name();
        assert_eq!(told.iter().filter(of_it).count(), 1, "{}", kind.name());
    }
    for (place, (term, _)) in told.iter().enumerate() {
        assert!(
            !told[..place].iter().any(|(other, _)| other == term),
            "{term} stands twice"
        );
    }
}

#[test]
fn a_site_with_figures_of_its_own_is_told_nothing_of_official_ones() {
    let own = Dataset::parse(include_str!("../examples/own-dataset/roles.json"))
        .expect("a sound dataset");
    let text = methodology_markdown(&own);
    assert!(text.contains("Where there is no number") && text.contains("The Harbor Example"));
    for missing in ["O*NET", "United States", "job site"] {
        assert!(!text.contains(missing), "{missing}");
    }
}
