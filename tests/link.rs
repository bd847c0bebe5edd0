//! A link opens what it was made of, and nothing that a link holds can break the page.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use crossroads::charts::ChartId;
use crossroads::compare::{Entry, MAX_COMPARED, MAX_TRAY, Selection, link, query_of_embed};
use crossroads::model::{Dataset, RoleId};
use proptest::prelude::*;

const CSM: &str = "customer-service-manager";
const SM: &str = "sales-manager";

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

fn entry(id: &str, on: bool) -> Entry {
    Entry {
        role: RoleId(id.to_owned()),
        on,
    }
}

/// Every tray that can be made of the bundled seed roles: every order of every subset, each role
/// on or off.
fn all_selections() -> Vec<Selection> {
    let trays: [&[&str]; 5] = [&[], &[CSM], &[SM], &[CSM, SM], &[SM, CSM]];
    let mut selections = Vec::new();
    for tray in trays {
        for switches in 0..1_u32 << tray.len() {
            let entries = tray.iter().enumerate();
            let entries = entries.map(|(place, id)| entry(id, switches >> place & 1 == 1));
            selections.push(Selection::of(entries));
        }
    }
    selections
}

#[test]
fn every_selection_survives_its_link() {
    let selections = all_selections();
    assert_eq!(selections.len(), 13);
    for selection in selections {
        let query = link::query(&selection, dataset());
        let opened = link::parse(&query, dataset());
        assert_eq!(opened.selection, selection, "?{query}");
        assert_eq!(opened.notices, [""; 0], "?{query}");
    }
}

#[test]
fn links_differ_where_selections_do() {
    let mut queries: Vec<String> = all_selections()
        .iter()
        .map(|selection| link::query(selection, dataset()))
        .collect();
    queries.sort();
    let count = queries.len();
    queries.dedup();
    assert_eq!(queries.len(), count);
}

#[test]
fn a_link_holds_only_what_differs_from_the_default() {
    let default = Selection::default_of(dataset());
    let query = |selection: &Selection| link::query(selection, dataset());
    assert_eq!(query(&default), "");
    let switched = default.with_switched(&RoleId(SM.to_owned()));
    assert_eq!(query(&switched), "off=sales-manager");
    assert_eq!(query(&switched.with_switched(&RoleId(SM.to_owned()))), "");
    let turned = Selection::of([entry(SM, true), entry(CSM, true)]);
    assert_eq!(
        query(&turned),
        "roles=sales-manager,customer-service-manager"
    );
    assert_eq!(query(&Selection::of([])), "roles=");
}

#[test]
fn what_is_not_understood_is_dropped_and_named() {
    let default = Selection::default_of(dataset());
    let one = Selection::of([entry(SM, true)]);
    let one_off = Selection::of([entry(SM, false)]);
    for (query, selection, named) in [
        ("?color=red", &default, "color"),
        ("?roles=astronaut", &default, "astronaut"),
        ("?roles=sales-manager,astronaut", &one, "astronaut"),
        (
            "?roles=sales-manager,,astronaut",
            &one,
            "a comma with nothing",
        ),
        ("?roles=sales-manager,sales-manager", &one, "more than once"),
        (
            "?roles=sales-manager&roles=x",
            &one,
            "more than once. The first",
        ),
        ("?roles=sales-manager&off=plumber", &one, "plumber"),
        ("?roles=SALES-MANAGER", &default, "SALES-MANAGER"),
        ("?%FF%00=1", &default, "part named"),
        ("?=1", &default, "part named"),
        ("?roles=sales-manager&off=sales-manager&x", &one_off, "x"),
    ] {
        let opened = link::parse(query, dataset());
        assert_eq!(opened.selection, *selection, "{query}");
        assert!(
            opened.notices.iter().any(|notice| notice.contains(named)),
            "{query}: {:?}",
            opened.notices
        );
    }
}

#[test]
fn a_question_mark_alone_is_the_default() {
    for query in ["", "?", "&", "?&&", "?=&&=", "?)", "?."] {
        let opened = link::parse(query, dataset());
        assert_eq!(
            opened.selection,
            Selection::default_of(dataset()),
            "{query}"
        );
        assert_eq!(opened.notices, [""; 0], "{query}");
    }
}

#[test]
fn many_unknown_roles_still_say_that_none_could_be_shown() {
    let notices = link::parse("?roles=a,b,c,d,e,f,g", dataset()).notices;
    assert!(notices.iter().any(|notice| notice.contains("More parts")));
    let last = notices.last().expect("a notice");
    assert!(
        last.contains("No role of the link could be shown"),
        "{last}"
    );
    let again = link::parse("?roles=,,sales-manager,,x", dataset()).notices;
    assert_eq!(again.len(), 2, "{again:?}");
    assert_eq!(link::parse("?off=", dataset()).notices, [""; 0]);
}

#[test]
fn a_code_that_is_published_combined_opens_the_combined_one() {
    let opened = link::parse(
        "roles=39-7011,11-2022,39-7012&off=39-7012&baseline=11-2022",
        dataset(),
    );
    let expected = Selection::of([entry("39-7010", false), entry("11-2022", true)]);
    let expected = expected.with_baseline(Some(&RoleId("11-2022".to_owned())));
    assert_eq!(opened.selection, expected);
    assert_eq!(opened.notices.len(), 2, "{:?}", opened.notices);
    for (notice, before) in opened.notices.iter().zip([
        "Tour Guides and Escorts (39-7011)",
        "Travel Guides (39-7012)",
    ]) {
        assert!(notice.contains(before), "{notice}");
        assert!(notice.contains("Tour and Travel Guides"), "{notice}");
    }
    let pinned = link::parse("roles=31-1121,29-1141&baseline=31-1122", dataset());
    let combined = RoleId("31-1120".to_owned());
    assert_eq!(pinned.selection.baseline(), Some(&combined));
    // Its own id stays as it is.
    assert_eq!(link::parse("roles=31-1120", dataset()).notices, [""; 0]);
}

#[test]
fn every_moved_role_leads_to_one_that_is_there() {
    let table: serde_json::Value =
        serde_json::from_str(include_str!("../data/moved-roles.json")).expect("JSON");
    let rows = table["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), 28);
    for row in rows {
        let [id, title, now] = [0, 1, 2].map(|place| row[place].as_str().expect("a text"));
        let moved = dataset()
            .moved(&RoleId(id.to_owned()))
            .expect("it is found");
        assert_eq!((moved.title.as_str(), moved.now.0.as_str()), (title, now));
        assert!(dataset().has(&moved.now), "{now}");
        assert!(!dataset().has(&RoleId(id.to_owned())), "{id} is there");
    }
}

#[test]
fn a_view_is_kept_with_the_selection() {
    use crossroads::compare::link::View;
    for selection in all_selections() {
        for view in [View::Comparison, View::About] {
            let query = link::query_of_view(view, &selection, dataset());
            let opened = link::parse(&query, dataset());
            assert_eq!((opened.view, opened.selection), (view, selection.clone()));
            assert_eq!(opened.notices, [""; 0], "?{query}");
        }
    }
    let unknown = link::parse("?view=moon", dataset());
    assert_eq!(unknown.view, View::Comparison);
    assert_eq!(unknown.notices.len(), 1);
}

#[test]
fn a_hostile_link_cannot_fill_the_page() {
    let turned = link::parse("?roles=%E2%80%AEx%E2%81%A6y", dataset()).notices;
    let turning = |c: char| matches!(c, '\u{202E}' | '\u{2066}');
    assert!(turned[0].contains("\u{FFFD}x\u{FFFD}y") && !turned[0].contains(turning));
    let long = format!("?roles={}", "x".repeat(100_000));
    let many = format!("?{}", "a=1&".repeat(10_000));
    for query in [long, many] {
        let notices = link::parse(&query, dataset()).notices;
        assert!(!notices.is_empty());
        let letters: usize = notices.iter().map(|notice| notice.chars().count()).sum();
        assert!(letters < 1_500, "{letters} letters of notices");
    }
}

#[test]
fn a_selection_keeps_its_limits() {
    let many = (0..40).map(|number| entry(&format!("role-{number}"), true));
    let selection = Selection::of(many);
    assert_eq!(selection.tray().len(), MAX_TRAY);
    assert_eq!(selection.compared().count(), MAX_COMPARED);
    let waiting = RoleId("role-20".to_owned());
    let switched = selection.with_switched(&waiting);
    assert_eq!(switched, selection, "a seventh role stays off");
    let room = selection.with_switched(&RoleId("role-0".to_owned()));
    let switched = room.with_switched(&waiting);
    assert!(switched.compared().any(|role| *role == waiting));
}

proptest! {
    #[test]
    fn any_query_opens(query in "(?s).{0,200}") {
        let opened = link::parse(&query, dataset());
        // What it opened can be linked to, and that link opens the same without a notice.
        let again = link::parse(&link::query(&opened.selection, dataset()), dataset());
        prop_assert_eq!(again.selection, opened.selection);
        prop_assert!(again.notices.is_empty());
    }

    #[test]
    fn any_query_of_known_parts_opens(
        params in proptest::collection::vec(
            ("(roles|off|%72oles|rol%65s|)", "(sales-manager|customer-service-manager|,|%2C|&|=|x){0,6}"),
            0..5,
        )
    ) {
        let params: Vec<String> = params.into_iter().map(|(name, ids)| format!("{name}={ids}")).collect();
        let opened = link::parse(&params.join("&"), dataset());
        let again = link::parse(&link::query(&opened.selection, dataset()), dataset());
        prop_assert_eq!(again.selection, opened.selection);
        prop_assert!(again.notices.is_empty());
    }
}

#[test]
fn a_chart_alone_survives_its_link() {
    for selection in all_selections() {
        let query = query_of_embed("salary-range", &selection);
        let opened = link::parse(&query, dataset());
        assert_eq!(opened.embed.as_deref(), Some("salary-range"), "?{query}");
        assert!(opened.selection.compared().eq(selection.compared()));
        assert!(opened.names_roles);
        assert_eq!(opened.notices, [""; 0], "?{query}");
    }
    assert_eq!(link::parse("?view=about", dataset()).embed, None);
}

#[test]
fn a_chart_alone_has_no_other_view() {
    let opened = link::parse("?embed=salary-range&view=browse", dataset());
    assert_eq!(opened.view, link::View::Comparison);
    assert_eq!(opened.notices.len(), 1, "{:?}", opened.notices);
    assert!(opened.notices[0].contains("browse"));
}

#[test]
fn a_chart_alone_never_shows_other_roles_than_its_link_names() {
    for (query, notices) in [
        ("embed=salary-range", 0),
        ("embed=salary-range&off=11-2022", 1),
        ("embed=salary-range&roles=", 0),
        ("embed=salary-range&roles=astronaut", 2),
        ("embed=salary-range&roles=own-a", 2),
    ] {
        let opened = link::parse(query, dataset());
        assert!(opened.selection.tray().is_empty(), "{query}");
        assert_eq!(
            opened.notices.len(),
            notices,
            "{query}: {:?}",
            opened.notices
        );
        assert!(
            !opened.notices.iter().any(|notice| notice.contains("usual")),
            "{query}: {:?}",
            opened.notices
        );
    }
    let some = link::parse("embed=salary-range&roles=astronaut,11-2022", dataset());
    assert_eq!(some.selection, Selection::of([entry("11-2022", true)]));
}

/// What one link is after it was mangled.
const MANGLED: [&str; 28] = [
    "roles=11-2022,29-1141)",
    "roles=11-2022,29-1141.",
    "roles=11-2022,29-1141,",
    "roles=11-2022,29-1141;",
    "roles=11-2022,29-1141>",
    "roles=11-2022,29-1141\"",
    "roles=11-2022,29-1141'",
    "roles=11-2022,29-1141*",
    "roles=11-2022,29-1141_",
    "roles=11-2022,29-1141 ",
    "roles=11-2022,29-1141%20",
    "roles=11-2022,29-1141%0D%0A",
    "roles=11-2022,29-1141\u{201D}).\u{200B}",
    "roles=11-2022%2C29-1141",
    "roles=11-2022%252C29-1141",
    "roles%3D11-2022%2C29-1141",
    "roles=11-2022,+29-1141",
    "roles=11-2022+29-1141",
    "roles=11-2022%2B29-1141",
    "roles=11-2022,%0A29-1141",
    "roles=11-2022.00,29-1141.00",
    "roles=11-2022,29-1141.00).",
    "Roles=11-2022,29-1141",
    "amp;roles=11-2022,29-1141",
    "amp;amp;roles=11-2022,29-1141",
    "roles=11-2022,29-1141&utm_source=a&utm_medium=b&fbclid=c&gclid=d&msclkid=e&mc_cid=f&igshid=g",
    "roles=11-2022,29-1141?utm_source=a",
    "roles=11-2022,29-1141&)",
];

#[test]
fn a_mangled_link_opens_what_it_was() {
    let pair = Selection::of([entry("11-2022", true), entry("29-1141", true)]);
    for query in MANGLED {
        let opened = link::parse(query, dataset());
        assert_eq!(opened.selection, pair, "{query}");
        assert_eq!(opened.notices, [""; 0], "{query}");
        assert!(opened.names_roles && link::names(query, "roles"), "{query}");
    }
    let whole = "?embed=growth&amp;roles=11-2022&amp;place=0019740&amp;off=11-2022).";
    let opened = link::parse(whole, dataset());
    assert_eq!(opened.embed.as_deref(), Some("growth"));
    assert_eq!(opened.selection.tray(), [entry("11-2022", false)]);
    assert!(opened.selection.place().is_some());
    assert_eq!(opened.notices, [""; 0]);
}

#[test]
fn a_narrower_occupation_of_onet_is_not_taken_for_the_whole() {
    let opened = link::parse("roles=15-1299.08,29-1141", dataset());
    assert_eq!(opened.selection, Selection::of([entry("29-1141", true)]));
    assert_eq!(opened.notices.len(), 1, "{:?}", opened.notices);
    assert!(opened.notices[0].contains("15-1299.08"));
    let moved = link::parse("roles=39-7011.00&baseline=39-7011.00", dataset());
    assert_eq!(
        moved.selection.baseline(),
        Some(&RoleId("39-7010".to_owned()))
    );
    assert_eq!(moved.notices.len(), 1, "{:?}", moved.notices);
}

#[test]
fn unknown_parts_share_one_notice() {
    for (query, words) in [
        ("a=1", "a part named \"a\" that"),
        ("a=1&b", "parts named \"a\" and \"b\" that"),
        (
            "a=1&b&a=2&utm_term=x&c",
            "parts named \"a\", \"b\" and \"c\" that",
        ),
        (
            "a&b&c&d&e&f",
            "parts named \"a\", \"b\", \"c\" and 3 more that",
        ),
    ] {
        let notices = link::parse(query, dataset()).notices;
        assert_eq!(notices.len(), 1, "{query}: {notices:?}");
        let isolates = |c: char| matches!(c, '\u{2068}' | '\u{2069}');
        let said = notices[0]
            .replace(isolates, "")
            .replace(['\u{201C}', '\u{201D}'], "\"");
        assert!(said.contains(words), "{query}: {said}");
    }
}

#[test]
fn nothing_valid_is_taken_for_mangled() {
    use crossroads::compare::{Browse, SortBy};
    let own = ["own-a-", "own-0000000000ab", "own--"];
    let all = dataset().ids().map(|id| id.0);
    for id in all.chain(own.map(str::to_owned)) {
        let opened = link::parse(&format!("roles={id}&off={id}"), dataset());
        match RoleId::is_own(&RoleId(id.clone())) {
            true => assert!(
                opened.notices[0].contains("from a file"),
                "{:?}",
                opened.notices
            ),
            false => assert_eq!(opened.selection.tray(), [entry(&id, false)]),
        }
    }
    let one = Selection::of([entry(SM, true)]);
    for area in dataset().areas().all() {
        let placed = one.with_place(Some(area));
        let query = link::query(&placed, dataset());
        let opened = link::parse(&query, dataset());
        assert_eq!(
            (opened.selection, opened.notices),
            (placed, Vec::new()),
            "{query}"
        );
    }
    for by in SortBy::all() {
        let sorted = Browse::default().sorted_by(by);
        for browse in [sorted.sorted_by(by), sorted] {
            let query = link::query_of_browse(&browse, &one, dataset());
            assert_eq!(link::parse(&query, dataset()).browse, browse, "{query}");
        }
    }
    for family in dataset().families() {
        let query = format!("view=browse&family={}", family.code);
        assert_eq!(
            link::parse(&query, dataset()).browse.family,
            Some(family.code.clone())
        );
    }
    for chart in ChartId::ALL {
        let opened = link::parse(&query_of_embed(chart.key(), &one), dataset());
        assert_eq!(opened.embed.as_deref(), Some(chart.key()));
    }
    let shared = link::query_to_share(&one, dataset());
    assert_eq!(link::parse(&shared, dataset()).notices, [""; 0], "{shared}");
}
