//! The longest step in which a visitor's own file is read: for so long the page answers to nothing. A step reads so many
//! bytes, whatever the file holds; what is measured here is that no file makes one of them long.
//!
//! `cargo bench -p bench --bench own_file`
#![allow(missing_docs, reason = "the macros make undocumented items")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use crossroads::model::own_roles::Reading;
use crossroads::model::{Currency, OwnRoles};

/// The longest of all steps of reading a file, from its beginning to what is made of it.
fn longest(text: &str) -> Duration {
    let mut longest = Duration::ZERO;
    let mut timed = |start: Instant| longest = longest.max(start.elapsed());
    let text = text.to_owned();
    let start = Instant::now();
    let mut reading = Reading::new("roles", text, Currency::of_page());
    timed(start);
    loop {
        let start = Instant::now();
        let more = reading.step();
        timed(start);
        if !more {
            break;
        }
    }
    let start = Instant::now();
    black_box(reading.finish());
    timed(start);
    longest
}

/// Files as long as any that is read, made of lines like this one.
fn of_lines(head: &str, line: &str) -> String {
    let count = (OwnRoles::MOST_BYTES - head.len()) / line.len();
    format!("{head}{}", line.repeat(count))
}

fn files() -> Vec<(&'static str, String)> {
    let name = "x".repeat(10_000);
    let object = format!("{{\"title\":\"{name}\",\"figures\":{{}}}},");
    let objects = object.repeat((OwnRoles::MOST_BYTES - 40) / object.len());
    vec![
        ("empty rows", of_lines("title,growth\n", ",\n")),
        (
            "a problem in every row",
            of_lines("title,growth\n", "r,sixty\n"),
        ),
        (
            "names of 10,000 letters",
            of_lines("title,growth\n", &format!("{name},6\n")),
        ),
        ("one row", of_lines("title\n", "x")),
        ("one row of cells", of_lines("title\n", "a,")),
        ("a head of columns", of_lines("title,", "pay-year-median,")),
        ("an open quotation mark", of_lines("title\n\"", "a\n")),
        (
            "objects",
            format!("{{\"roles\":[{}]}}", objects.trim_end_matches(',')),
        ),
        (
            "broken objects after many lines",
            format!(
                "{{{}\"roles\":[{}{{}}]}}",
                "\n".repeat(OwnRoles::MOST_BYTES / 2),
                "{\"title\" 1},".repeat(30_000)
            ),
        ),
        (
            "an object in objects",
            format!("{{\"roles\":[{}", of_lines("", "{\"a\":")),
        ),
    ]
}

fn steps(c: &mut Criterion) {
    let mut group = c.benchmark_group("own file of 1 MB, longest step");
    group.sample_size(10);
    for (name, text) in files() {
        let text: String = text.chars().take(OwnRoles::MOST_BYTES).collect();
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|times| (0..times).map(|_| longest(&text)).sum());
        });
    }
    group.finish();
}

criterion_group!(benches, steps);
criterion_main!(benches);
