//! Making the index, which happens once before and once after the other titles have arrived, and what a keystroke
//! costs: on a phone it has to fit into a frame.
//!
//! `cargo bench -p bench --bench search`
#![allow(missing_docs, reason = "the macros make undocumented items")]
#![allow(
    clippy::expect_used,
    reason = "a benchmark that cannot go on fails by panicking"
)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use crossroads::compare::search::Index;
use crossroads::model::{Dataset, OtherTitles};

const TITLES: &str = include_str!("../../public/data/titles.json");

fn index(c: &mut Criterion) {
    let dataset = Dataset::bundled().expect("a sound dataset");
    let titles = OtherTitles::parse(TITLES).expect("a sound shard");
    let mut group = c.benchmark_group("search index");
    group.bench_function("read the other titles", |bencher| {
        bencher.iter(|| OtherTitles::parse(black_box(TITLES)));
    });
    group.bench_function("official titles", |bencher| {
        bencher.iter(|| Index::new(dataset, None));
    });
    group.bench_function("with other titles", |bencher| {
        bencher.iter(|| Index::new(dataset, Some(&titles)));
    });
    group.finish();
}

fn queries(c: &mut Criterion) {
    let dataset = Dataset::bundled().expect("a sound dataset");
    let titles = OtherTitles::parse(TITLES).expect("a sound shard");
    let index = Index::new(dataset, Some(&titles));
    let longest = "machine operator and tender ".repeat(10);
    let letters = "a b c d e f g h i j k l m n o p q r s t u v w x y z";
    let mut group = c.benchmark_group("search");
    for (name, query) in [
        ("one letter", "m"),
        ("short prefix", "nur"),
        ("one word", "teacher"),
        ("two words", "truck driver"),
        ("ambiguous", "machine operator"),
        ("typo", "enviromental enginer"),
        (
            "some of the words",
            "senior nurse of the night shift in chicago",
        ),
        ("nonsense", "qqqqzzzzxxxx"),
        ("200 characters", &longest),
        ("single letters", letters),
    ] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| index.search(black_box(query)));
        });
    }
    group.finish();
}

criterion_group!(benches, index, queries);
criterion_main!(benches);
