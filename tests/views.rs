//! The whole page, rendered without a browser.
#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
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
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, letter);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the page this one grew from shows, figure by figure, for both roles.
const SEED_FIGURES: &[[&str; 2]] = &[
    ["$61,487", "$73,952"],
    ["$29.56", "$35.55"],
    ["$35,000 to $105,000", "$42,000 to $129,000"],
    ["6%", "5%"],
    ["313,110", "119,066"],
    ["5 of 5", "5 of 5"],
    ["6 years", "8 years"],
    ["4 to 6 years", "6 to 8 years"],
    ["Washington, DC", "Jersey City, NJ"],
    ["New Jersey", "New Jersey"],
    ["KLA", "Capgemini"],
    ["Manufacturing", "not published for this role"],
    ["Bachelor's Degree, 46%", "Bachelor's Degree, 63%"],
    ["Business", "Business"],
    [
        "University of Pennsylvania",
        "University of Southern California",
    ],
    ["44 years", "46 years"],
    ["63.0%", "31.3%"],
    ["37.0%", "68.7%"],
    ["67.0%", "78.2%"],
    ["15.5%", "9.8%"],
    ["6.4%", "4.1%"],
    ["6.3%", "3.2%"],
    ["0.5%", "0.2%"],
    ["4.3%", "4.4%"],
    ["10%", "7%"],
    ["Strong Customer Service 15%", "Product Knowledge 12%"],
    ["Payroll 6%", "Sales Performance 6%"],
    ["Customer Complaints 6%", "CRM 5%"],
    ["Customer Service 6%", "Sales Process 4%"],
    ["ISO 5%", "Work Ethic 4%"],
    ["Customer Service Manager 6%", "Sales Manager 7%"],
    ["Executive management", "Executive management"],
];

#[test]
fn every_figure_of_the_seed_page_is_on_the_page() {
    let page = text("");
    for figure in SEED_FIGURES.iter().flatten() {
        assert!(page.contains(figure), "{figure} is not on the page: {page}");
    }
}

#[test]
fn one_role_alone_shows_its_figures_and_not_the_other_s() {
    let page = text("?off=customer-service-manager");
    for [other, own] in SEED_FIGURES {
        // What the roles share, and what one figure is part of another, proves nothing.
        if *own != "not published for this role" && *own != "Sales Manager 7%" {
            assert!(page.contains(own), "{own} is not on the page");
        }
        if other.starts_with('$') {
            assert!(!page.contains(other), "{other} is on the page");
        }
    }
}

/// The ids of the sections, in the order of the page.
fn sections(html: &str) -> Vec<&str> {
    let ids = html.split("aria-labelledby=\"").skip(1).filter_map(|part| {
        let (id, _) = part.split_once('"')?;
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
            "related",
            "sources"
        ]
    );
}

#[test]
fn with_no_role_on_the_page_invites_to_choose() {
    let query = "?off=customer-service-manager,sales-manager";
    assert!(text(query).contains("Nothing is compared now."));
    assert_eq!(sections(&html(query)), [""; 0]);
}

#[test]
fn a_link_that_is_partly_wrong_opens_with_a_notice() {
    let page = text("?roles=astronaut,sales-manager");
    assert!(page.contains("asks for a role “astronaut” that Crossroads does not have"));
    assert!(page.contains("Sales managers earn $73,952 a year on average."));
    assert!(!text("").contains("About this link"));
}

#[test]
fn nothing_of_a_link_becomes_markup() {
    let page = html("?roles=%3Cimg%20src=x%20onerror=alert(1)%3E&%3Cscript%3E=1");
    assert!(!page.contains("<img"), "{page}");
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;"), "{page}");
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
