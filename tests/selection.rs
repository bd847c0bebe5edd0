//! What can be done with the tray keeps its promises, and every state of it survives its link.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::BTreeSet;

use crossroads::compare::{MAX_COMPARED, MAX_TRAY, Selection, link};
use crossroads::model::{Dataset, RoleId, StartingComparison};
use proptest::prelude::*;

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

fn id(role: &str) -> RoleId {
    RoleId(role.to_owned())
}

fn selection(roles: &[&str]) -> Selection {
    Selection::compared_alone(roles.iter().map(|role| id(role)))
}

fn ids(selection: &Selection) -> Vec<&str> {
    selection
        .tray()
        .iter()
        .map(|entry| entry.role.0.as_str())
        .collect()
}

/// The promises of [`Selection`].
fn keeps_its_promises(selection: &Selection) {
    let unique: BTreeSet<&str> = ids(selection).into_iter().collect();
    assert_eq!(unique.len(), selection.tray().len(), "a role stands twice");
    assert!(selection.tray().len() <= MAX_TRAY);
    assert!(selection.compared().count() <= MAX_COMPARED);
    if let Some(baseline) = selection.baseline() {
        assert!(selection.compared().any(|role| role == baseline));
    }
    let colors = selection.colors();
    assert_eq!(colors.len(), selection.tray().len());
    let on = selection
        .tray()
        .iter()
        .zip(&colors)
        .filter(|(entry, _)| entry.on);
    let on: Vec<usize> = on.map(|(_, color)| *color).collect();
    let unique: BTreeSet<&usize> = on.iter().collect();
    assert_eq!(unique.len(), on.len(), "two compared roles share a color");
    assert!(colors.iter().all(|color| *color < MAX_COMPARED));
}

#[test]
fn a_role_is_swapped_in_its_place_and_keeps_its_switch() {
    let tray = selection(&["11-2022", "29-1141"]).with_switched(&id("11-2022"));
    let swapped = tray.with_swapped(&id("11-2022"), &id("15-1252"));
    assert_eq!(ids(&swapped), ["15-1252", "29-1141"]);
    assert!(!swapped.tray()[0].on && swapped.tray()[1].on);
    // One that is in the tray changes places.
    let turned = tray.with_swapped(&id("11-2022"), &id("29-1141"));
    assert_eq!(ids(&turned), ["29-1141", "11-2022"]);
    assert_eq!(tray.with_swapped(&id("99-9999"), &id("15-1252")), tray);
}

#[test]
fn the_baseline_is_always_compared() {
    let tray = selection(&["11-2022", "29-1141"]);
    let pinned = tray.with_baseline(Some(&id("29-1141")));
    assert_eq!(pinned.baseline(), Some(&id("29-1141")));
    assert_eq!(pinned.with_switched(&id("29-1141")).baseline(), None);
    assert_eq!(pinned.with_removed(&id("29-1141")).baseline(), None);
    assert_eq!(
        pinned.with_removed(&id("11-2022")).baseline(),
        Some(&id("29-1141"))
    );
    let swapped = pinned.with_swapped(&id("29-1141"), &id("15-1252"));
    assert_eq!(swapped.baseline(), Some(&id("15-1252")));
    assert_eq!(tray.with_baseline(Some(&id("15-1252"))).baseline(), None);
}

#[test]
fn a_role_is_moved_to_its_place() {
    let tray = selection(&["11-2022", "29-1141", "15-1252"]);
    assert_eq!(
        ids(&tray.with_moved(&id("15-1252"), 0)),
        ["15-1252", "11-2022", "29-1141"]
    );
    assert_eq!(
        ids(&tray.with_moved(&id("11-2022"), 99)),
        ["29-1141", "15-1252", "11-2022"]
    );
    assert_eq!(tray.with_moved(&id("99-9999"), 0), tray);
}

#[test]
fn a_color_stays_while_others_are_switched() {
    let roles: Vec<RoleId> = dataset().ids().skip(2).take(8).collect();
    let tray = Selection::compared_alone(roles.clone());
    let before = tray.colors();
    assert_eq!(before[..6], [0, 1, 2, 3, 4, 5]);
    let switched = tray.with_switched(&roles[2]);
    assert_eq!(switched.colors()[..6], before[..6]);
    // The seventh takes the color that is free.
    let seventh = switched.with_switched(&roles[6]);
    assert_eq!(seventh.colors()[6], 2);
    keeps_its_promises(&seventh);
}

#[test]
fn a_role_is_added_switched_off_and_switched_on_again() {
    let roles: Vec<RoleId> = dataset().ids().skip(2).take(2).collect();
    let alone = Selection::compared_alone([roles[0].clone()]);
    let compared = |selection: &Selection| selection.compared().cloned().collect::<Vec<_>>();
    let both = alone.with_toggled(&roles[1]);
    assert_eq!(compared(&both), roles);
    let off = both.with_toggled(&roles[1]);
    assert_eq!(compared(&off), [roles[0].clone()]);
    assert!(off.holds(&roles[1]));
    assert_eq!(compared(&off.with_toggled(&roles[1])), roles);
}

#[test]
fn another_s_roles_come_after_one_s_own() {
    let own = selection(&["11-2022", "29-1141"]);
    let theirs = selection(&["29-1141", "15-1252"]);
    assert_eq!(
        ids(&own.with_all_of(&theirs)),
        ["11-2022", "29-1141", "15-1252"]
    );
}

#[test]
fn every_ready_made_comparison_can_be_opened() {
    let starts = StartingComparison::all().expect("a list that can be read");
    assert!(starts.len() >= 8);
    let titles: BTreeSet<&str> = starts.iter().map(|start| start.title.as_str()).collect();
    assert_eq!(titles.len(), starts.len());
    for start in &starts {
        assert!(
            (2..=MAX_COMPARED).contains(&start.roles.len()),
            "{}",
            start.title
        );
        for role in &start.roles {
            assert!(dataset().has(role), "{}: {role:?}", start.title);
        }
    }
}

#[test]
fn a_link_to_pass_on_names_its_roles_and_the_release() {
    let query = link::query_to_share(&Selection::default_of(dataset()), dataset());
    assert!(
        query.starts_with("roles=customer-service-manager,sales-manager&data="),
        "{query}"
    );
    let opened = link::parse(&query, dataset());
    assert_eq!(opened.selection, Selection::default_of(dataset()));
    assert_eq!(opened.notices, [""; 0]);
    let old = link::parse("?roles=11-2022&data=0123abcd", dataset());
    assert_eq!(ids(&old.selection), ["11-2022"]);
    assert!(
        old.notices[0].contains("have been renewed"),
        "{:?}",
        old.notices
    );
}

#[test]
fn what_a_link_says_of_the_comparison_is_checked() {
    for (query, notice) in [
        (
            "?roles=11-2022,29-1141&baseline=15-1252",
            "measures against",
        ),
        (
            "?roles=11-2022,29-1141&off=11-2022&baseline=11-2022",
            "measures against",
        ),
        ("?roles=11-2022,29-1141&only=winners", "All rows are shown"),
    ] {
        let opened = link::parse(query, dataset());
        assert!(
            opened.notices[0].contains(notice),
            "{query}: {:?}",
            opened.notices
        );
        assert_eq!(opened.selection.baseline(), None);
        assert!(!opened.selection.only_differences());
    }
}

#[derive(Clone, Debug)]
enum Step {
    Switch(usize),
    Add(usize),
    Remove(usize),
    Swap(usize, usize),
    Move(usize, usize),
    Pin(usize),
    Unpin,
    Only(bool),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let role = 0..40_usize;
    let step = prop_oneof![
        role.clone().prop_map(Step::Switch),
        role.clone().prop_map(Step::Add),
        role.clone().prop_map(Step::Remove),
        (role.clone(), role.clone()).prop_map(|(a, b)| Step::Swap(a, b)),
        (role.clone(), 0..35_usize).prop_map(|(a, to)| Step::Move(a, to)),
        role.prop_map(Step::Pin),
        Just(Step::Unpin),
        any::<bool>().prop_map(Step::Only),
    ];
    proptest::collection::vec(step, 0..80)
}

proptest! {
    #[test]
    fn any_steps_keep_the_promises_and_survive_the_link(steps in steps()) {
        let roles: Vec<RoleId> = dataset().ids().take(40).collect();
        let mut tray = Selection::default_of(dataset());
        for step in steps {
            tray = match step {
                Step::Switch(a) => tray.with_switched(&roles[a]),
                Step::Add(a) => tray.with_added(&roles[a]),
                Step::Remove(a) => tray.with_removed(&roles[a]),
                Step::Swap(a, b) => tray.with_swapped(&roles[a], &roles[b]),
                Step::Move(a, to) => tray.with_moved(&roles[a], to),
                Step::Pin(a) => tray.with_baseline(Some(&roles[a])),
                Step::Unpin => tray.with_baseline(None),
                Step::Only(only) => tray.with_only_differences(only),
            };
            keeps_its_promises(&tray);
        }
        for query in [link::query(&tray, dataset()), link::query_to_share(&tray, dataset())] {
            let opened = link::parse(&query, dataset());
            prop_assert_eq!(&opened.selection, &tray, "?{}", query);
            prop_assert_eq!(opened.notices.len(), 0);
        }
    }
}
