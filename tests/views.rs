//! The whole page, rendered without a browser.
#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use crossroads::pages::App;
use crossroads::state::Address;
use leptos::prelude::*;

fn html(query: &str) -> String {
    let owner = Owner::new();
    owner.with(|| view! { <App address=Address::at(query) /> }.to_html())
}

/// The page as a reader has it: no tags, no comments, entities resolved.
fn text(query: &str) -> String {
    let html = html(query);
    let mut text = String::new();
    let mut rest = html.as_str();
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        rest = match tag.strip_prefix("!--") {
            Some(comment) => comment.split_once("-->").map_or("", |(_, rest)| rest),
            None => {
                text.push(' ');
                tag.split_once('>').map_or("", |(_, rest)| rest)
            }
        };
    }
    text.push_str(rest);
    for (entity, letter) in [
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, letter);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The figures in the cells of a row, known by the id of its label.
fn cells(html: &str, row: &str) -> Vec<String> {
    let at = html.find(&format!("id=\"{row}\""));
    let rest = &html[at.unwrap_or_else(|| panic!("no row {row}"))..];
    let (row, _) = rest.split_once("</tr>").expect("a whole row");
    let cells = row.split("class=\"figure").skip(1);
    cells
        .map(|cell| {
            let (_, cell) = cell
                .split_once("><span>")
                .expect("a value in its own element");
            let (value, _) = cell.split_once('<').expect("a whole cell");
            value.replace("&#x27;", "'")
        })
        .collect()
}

#[test]
fn no_form_can_be_sent_before_the_program_is_there() {
    let html = html("");
    let forms = html.matches("<form").count();
    assert!(forms > 0, "{html}");
    assert_eq!(html.matches("<form method=\"dialog\"").count(), forms);
}

#[test]
fn what_is_shared_is_offered_where_there_are_several_roles() {
    let shared = "Show what is shared, as a list";
    assert!(text("?roles=11-2022,29-1141").contains(shared));
    let alone = text("?roles=29-1141");
    assert!(
        !alone.contains(shared) && alone.contains("Show as a list"),
        "{alone}"
    );
}

/// What the page this one grew from shows of both roles, row by row.
const SEED_FIGURES: &[(&str, [&str; 2])] = &[
    ("overview-yearly-pay", ["$61,487", "$73,952"]),
    ("overview-hourly-pay", ["$29.56", "$35.55"]),
    ("overview-growth", ["6%", "5%"]),
    ("overview-number-of-jobs", ["313,110", "119,066"]),
    ("overview-job-satisfaction", ["5 of 5", "5 of 5"]),
    (
        "overview-most-common-degree",
        ["Bachelor's Degree, 46%", "Bachelor's Degree, 63%"],
    ),
    ("overview-age", ["44 years", "46 years"]),
    ("overview-experience", ["6 years", "8 years"]),
    ("pay-average-yearly-pay", ["$61,487", "$73,952"]),
    ("pay-hourly-rate--measure-not-named", ["$29.56", "$35.55"]),
    (
        "pay-yearly-pay--low-to-high-end",
        ["$35,000 to $105,000", "$42,000 to $129,000"],
    ),
    (
        "pay-best-paying-city-or-metropolitan-area",
        ["Washington, DC", "Jersey City, NJ"],
    ),
    ("pay-best-paying-state", ["New Jersey", "New Jersey"]),
    ("pay-best-paying-company", ["KLA", "Capgemini"]),
    (
        "pay-best-paying-industry",
        ["Manufacturing", "not published for this role"],
    ),
    ("outlook-growth", ["6%", "5%"]),
    ("outlook-number-of-jobs", ["313,110", "119,066"]),
    ("education-most-common-major", ["Business", "Business"]),
    (
        "education-most-common-college",
        [
            "University of Pennsylvania",
            "University of Southern California",
        ],
    ),
    ("education-years-of-experience", ["6 years", "8 years"]),
    (
        "education-time-to-get-there",
        ["4 to 6 years", "6 to 8 years"],
    ),
    ("people-age", ["44 years", "46 years"]),
    ("people-women", ["63.0%", "31.3%"]),
    ("people-men", ["37.0%", "68.7%"]),
    ("people-white", ["67.0%", "78.2%"]),
    ("people-hispanic-or-latino", ["15.5%", "9.8%"]),
    ("people-asian", ["6.4%", "4.1%"]),
    ("people-black-or-african-american", ["6.3%", "3.2%"]),
    ("people-american-indian-and-alaska-native", ["0.5%", "0.2%"]),
    ("people-unknown", ["4.3%", "4.4%"]),
    ("people-lgbt", ["10%", "7%"]),
    (
        "related-family",
        ["Executive management", "Executive management"],
    ),
];

#[test]
fn every_figure_of_the_seed_page_stands_in_its_row_and_column() {
    let page = html("");
    for (row, figures) in SEED_FIGURES {
        assert_eq!(cells(&page, row), figures, "{row}");
    }
    let page = text("");
    for skill in [
        "Strong Customer Service 15%",
        "Payroll 6%",
        "Customer Complaints 6%",
        "Customer Service 6%",
        "ISO 5%",
        "Product Knowledge 12%",
        "Sales Performance 6%",
        "CRM 5%",
        "Sales Process 4%",
        "Work Ethic 4%",
        "Customer Satisfaction Customer Service Manager 6% Sales Manager 7%",
    ] {
        assert!(page.contains(skill), "{skill} is not on the page");
    }
}

#[test]
fn one_role_alone_shows_its_figures_and_not_the_other_s() {
    let page = html("?off=customer-service-manager");
    for (row, [_, own]) in SEED_FIGURES {
        // A row that no compared role has is not there.
        if *own != "not published for this role" {
            assert_eq!(cells(&page, row), [*own], "{row}");
        }
    }
}

/// The ids of the sections, in the order of the page.
fn sections(html: &str) -> Vec<&str> {
    let ids = html.split("aria-labelledby=\"").skip(1).filter_map(|rest| {
        let (id, _) = rest.split_once('"')?;
        id.strip_suffix("-heading")
    });
    ids.collect()
}

#[test]
fn the_sections_stand_in_their_order() {
    let html = html("");
    assert_eq!(
        sections(&html),
        [
            "overview",
            "what-they-do",
            "pay",
            "outlook",
            "education",
            "people",
            "duties",
            "skills",
            "kind-of-work",
            "related",
            "take-it-with-you",
            "own-roles",
            "sources"
        ]
    );
}

#[test]
fn with_no_role_on_the_page_invites_to_choose() {
    let query = "?off=customer-service-manager,sales-manager";
    assert!(text(query).contains("Nothing is compared now."));
    // A file of own roles can be opened all the same.
    assert_eq!(sections(&html(query)), ["own-roles"]);
}

#[test]
fn a_link_that_is_partly_wrong_opens_with_a_notice() {
    let page = text("?roles=astronaut,sales-manager");
    assert!(
        page.contains("asks for a role “\u{2068}astronaut\u{2069}” that Crossroads does not have")
    );
    assert!(page.contains("Zippia estimates that sales managers earn $73,952 a year on average."));
    assert!(!text("").contains("About this link"));
}

#[test]
fn nothing_of_a_link_becomes_markup() {
    let page = html("?roles=%3Cimg%20src=x%20onerror=alert(1)%3E&%3Cscript%3E=1");
    assert!(!page.contains("<img"), "{page}");
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script"), "{page}");
}

#[test]
fn every_source_on_the_screen_is_described_once() {
    let html = html("");
    for id in ["source-zippia", "source-crossroads"] {
        let described = html.matches(&format!("id=\"{id}\"")).count();
        let linked = html.matches(&format!("href=\"#{id}\"")).count();
        assert_eq!(described, 1, "{id}");
        assert!(linked > 0, "{id} is linked from no figure");
    }
    assert!(text("").contains("no date given"));
}

#[test]
fn a_chart_alone_stands_without_the_page_around_it() {
    let page = html("?embed=salary-range&roles=11-2022,29-1141");
    assert!(page.contains("Sales managers vs registered nurses"));
    assert!(page.contains("Show as table"));
    assert!(page.contains("target=\"_top\""));
    for name in ["masthead", "class=\"tray", "colophon", "<button"] {
        assert!(!page.contains(name), "{name}");
    }
    // Its sources are described on the whole page, not here.
    assert!(!page.contains("href=\"#source-"), "{page}");
    assert!(page.contains("#source-oews-2025\""));
}

#[test]
fn a_chart_that_there_is_not_is_named_with_those_there_are() {
    let page = text("?embed=%3Cscript%3Epie&roles=11-2022");
    assert!(page.contains("There is no such chart"));
    assert!(page.contains("“\u{2068}<script>pie\u{2069}”"), "{page}");
    assert!(page.contains("salary-range : Salary range"), "{page}");
    assert!(!html("?embed=%3Cscript%3Epie").contains("<script"));
}

#[test]
fn every_row_has_one_way_to_what_is_known_about_it() {
    let page = html("?roles=sales-manager,11-2022,27-2011");
    let rows = page.matches("scope=\"row\" role=\"rowheader\"").count();
    let ways = page.matches(" about this figure").count();
    assert!(rows > 50, "{rows}");
    assert_eq!(ways, rows);
}
