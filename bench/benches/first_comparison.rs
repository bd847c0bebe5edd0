//! From the start of the program to the first comparison of two official roles, at the number of roles
//! there are and at ten and a hundred times as many: the time must not grow with it.
//!
//! `cargo bench -p bench --bench first_comparison`
#![allow(missing_docs, reason = "the macros make undocumented items")]
#![allow(
    clippy::expect_used,
    reason = "a benchmark that cannot go on fails by panicking"
)]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use crossroads::charts::{draw, salary_range};
use crossroads::compare::search::Index;
use crossroads::compare::{compare, in_short, link};
use crossroads::model::{Dataset, OfficialTables};

const SEEDS: &str = include_str!("../../data/seed-roles.json");
const OCCUPATIONS: &str = include_str!("../../data/official/occupations.json");

fn first_comparison(c: &mut Criterion) {
    let mut group = c.benchmark_group("first comparison");
    for times in [1, 10, 100] {
        let occupations: &'static str = multiplied(times).leak();
        let roles = 830 * times + 2;
        let id = BenchmarkId::from_parameter(format!("{roles} roles"));
        group.bench_function(id, |bencher| {
            bencher.iter(|| {
                let dataset = Dataset::parse(SEEDS).expect("sound seeds");
                let dataset = dataset.with_official(tables(occupations));
                let dataset = dataset.expect("sound tables");
                let opened = link::parse("?roles=11-2022,29-1141", &dataset);
                let comparison = compare(&dataset, &opened.selection);
                assert_eq!(comparison.columns.len(), 2);
                black_box(in_short(&comparison.columns))
            });
        });
    }
    group.finish();
}

fn tables(occupations: &'static str) -> OfficialTables {
    OfficialTables {
        sources: include_str!("../../data/official-sources.json"),
        occupations,
        census: Some(include_str!("../../data/official/census.json")),
        satisfaction: include_str!("../../data/official/satisfaction.json"),
        groups: include_str!("../../data/official/groups.json"),
        names: include_str!("../../data/official/names.json"),
        places: Some(include_str!("../../data/official/places.json")),
    }
}

/// What follows the first comparison: another one, its drawing, a search, each with as many roles.
fn at_scale(c: &mut Criterion) {
    let mut group = c.benchmark_group("at scale");
    for times in [1, 10, 100] {
        let occupations: &'static str = multiplied(times).leak();
        let roles = 830 * times + 2;
        let dataset = Dataset::parse(SEEDS).expect("sound seeds");
        let dataset = dataset.with_official(tables(occupations));
        let dataset = dataset.expect("sound tables");
        let six = "?roles=11-2022,29-1141,15-1252,43-1011,25-2021,47-2111";
        let opened = link::parse(six, &dataset);
        let comparison = compare(&dataset, &opened.selection);
        let spec = salary_range(&comparison.columns, None).expect("a chart");
        let index = Index::new(&dataset, None);
        let id = |what: &str| BenchmarkId::from_parameter(format!("{what}, {roles} roles"));
        group.bench_function(id("compare six"), |bencher| {
            bencher.iter(|| compare(&dataset, black_box(&opened.selection)).tables());
        });
        group.bench_function(id("draw six"), |bencher| {
            bencher.iter(|| draw(black_box(&spec), 360));
        });
        group.bench_function(id("search"), |bencher| {
            bencher.iter(|| index.search(black_box("registered nurse")));
        });
    }
    group.finish();
}

/// The table of occupations with every row many times over, under codes of its own, in order.
fn multiplied(times: usize) -> String {
    let (head, rest) = OCCUPATIONS.split_once("\"rows\":[\n").expect("a head");
    let rows = rest.trim_end().strip_suffix("\n]}").expect("an end");
    let mut copies = Vec::new();
    for row in rows.lines() {
        let row = row.trim_end_matches(',');
        copies.push(row.to_owned());
        let (code, cells) = row[2..].split_once('"').expect("a code");
        // The copies' codes follow that of their row and come before the next one's.
        copies.extend((1..times).map(|copy| format!("[\"{code}.{copy:02}\"{cells}")));
    }
    assert!(copies.is_sorted(), "the copies are out of order");
    format!("{head}\"rows\":[\n{}\n]}}\n", copies.join(",\n"))
}

/// What a table of all roles, or a test of all of them, costs.
fn every_role(c: &mut Criterion) {
    c.bench_function("read all 832 roles", |bencher| {
        bencher.iter(|| {
            let dataset = Dataset::parse(SEEDS).expect("sound seeds");
            let dataset = dataset.with_official(tables(OCCUPATIONS));
            let dataset = dataset.expect("sound tables");
            let ids: Vec<_> = dataset.ids().collect();
            let read = ids
                .iter()
                .filter(|id| matches!(dataset.role(id), Ok(Some(_))));
            assert_eq!(read.count(), 832);
        });
    });
}

/// What opening the list of all roles costs.
fn every_summary(c: &mut Criterion) {
    c.bench_function("read 832 roles for a list", |bencher| {
        bencher.iter(|| {
            let dataset = Dataset::parse(SEEDS).expect("sound seeds");
            let dataset = dataset.with_official(tables(OCCUPATIONS));
            let dataset = dataset.expect("sound tables");
            assert_eq!(dataset.summaries().roles.len(), 832);
        });
    });
}

criterion_group!(
    benches,
    first_comparison,
    at_scale,
    every_role,
    every_summary
);
criterion_main!(benches);
