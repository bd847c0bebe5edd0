//! Every table that is not as it should be is refused, and the refusal says where and why.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

mod codes;
mod figures;
mod form;
#[path = "../small/mod.rs"]
mod small;

use import::oews::Oews;
use import::onet::{preparation, ratings, related, technology, titles};
use import::{
    exposure, history, inflation, people, programs, projections, satisfaction, schooling,
};
use small::{Small, oews};

fn skill_names() -> Vec<String> {
    vec!["Active Listening".into(), "Reading Comprehension".into()]
}

#[test]
fn sound_tables_are_accepted() {
    let small = Small::sound();
    let (path, codes) = (small.path(), small.codes());
    schooling::read(path, &codes).expect("accepted");
    projections::read(path, &codes).expect("accepted");
    projections::read_2024(path, &codes).expect("accepted");
    assert!(people::read(path, &codes).is_ok());
    assert!(satisfaction::read(path, &codes).is_ok());
    assert!(history::read(path, &codes).is_ok());
    exposure::ai(path, &codes).expect("accepted");
    exposure::categories(path, &codes).expect("accepted");
    let histories = history::read(path, &codes).unwrap_or_else(|error| panic!("{error}"));
    inflation::read(path, &histories.0).expect("accepted");
    exposure::telework(path, &codes).expect("accepted");
    programs::read(path, &codes).expect("accepted");
    assert!(ratings::skills(path, &codes, &skill_names()).is_ok());
    related::read(path, &codes).expect("accepted");
    preparation::education(path, &codes).expect("accepted");
    preparation::training(path, &codes).expect("accepted");
    preparation::certification(path, &codes).expect("accepted");
    technology::read(path, &codes).expect("accepted");
    titles::read(path, &codes).expect("accepted");
    assert!(Oews::read(&oews(&[]), &codes).is_ok());
}
