//! A site with a dataset of its own, in another currency (`docs/OWN-DATASET.md`). It has a process of its own, because a
//! page has one currency.
#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::sync::OnceLock;

use crossroads::charts::{ChartId, Shown, chart, draw};
use crossroads::compare::{OwnPay, Selection, about, compare, in_short};
use crossroads::model::{Dataset, MetricId, OwnRoles, PayPeriod};
use crossroads::pages::App;
use crossroads::state::Address;
use leptos::prelude::*;

const ROLES: &str = include_str!("../examples/own-dataset/roles.json");

fn dataset() -> &'static Dataset {
    static DATASET: OnceLock<Dataset> = OnceLock::new();
    DATASET.get_or_init(|| {
        let dataset = Dataset::parse(ROLES).expect("a sound dataset");
        dataset.currency().settle();
        dataset
    })
}

fn page(query: &str) -> String {
    let dataset = Ok(dataset());
    let owner = Owner::new();
    owner.with(|| view! { <App address=Address::at(query) dataset /> }.to_html())
}

#[test]
fn every_amount_is_in_the_currency_of_the_dataset() {
    let comparison = compare(dataset(), &Selection::default_of(dataset()));
    let short = in_short(&comparison.columns).join(" ");
    assert!(
        short.contains("€56,000 more a year") && !short.contains('$'),
        "{short}"
    );
    let spec = chart(ChartId::SalaryRange, Shown::of(&comparison.columns)).expect("a chart of pay");
    let words = draw(&spec, 700).expect("a chart that can be drawn").svg;
    assert!(
        words.contains("€36,000") && words.contains("€20K") && !words.contains('$'),
        "{words}"
    );
    let told = about(
        "Pay",
        &[MetricId::PayYearMedian],
        &comparison.columns,
        &comparison.sources,
    );
    assert_eq!(told.definitions[0].unit, Some("euros a year"));
    let pay = OwnPay::typed("€52,000", PayPeriod::Yearly).expect("an amount");
    assert_eq!(pay.dollars(), 52_000.0);
    let refused = OwnPay::typed("a lot", PayPeriod::Yearly)
        .expect_err("no amount")
        .to_string();
    assert!(refused.contains("in euros"), "{refused}");
}

#[test]
fn the_page_says_whose_figures_these_are_and_offers_nothing_official() {
    let about = page("view=about");
    assert!(
        about.contains("3 roles, with figures by The Harbor Example. Pay is in euros."),
        "{about}"
    );
    for missing in ["United States", "Open data", "job site"] {
        assert!(!about.contains(missing), "{missing}");
    }
    let comparison = page("");
    assert!(comparison.contains("pay scale of the Harbor Example"));
    assert!(comparison.contains("€98,000") && !comparison.contains('$'));
    for missing in [
        "Whole United States",
        "Or begin with one of these",
        "in dollars",
    ] {
        assert!(!comparison.contains(missing), "{missing}");
    }
    assert!(comparison.contains("Your own pay or an offer, in euros"));
    let browse = page("view=browse");
    assert!(browse.contains("Dock Clerk") && browse.contains("€31,000"));
}

#[test]
fn own_roles_are_held_to_the_currency_of_the_dataset() {
    let currency = dataset().currency();
    let sheet = "title,currency,pay-year-median\nHere,,€50 000\nThere,USD,50000\nHome,EUR,50000\n";
    let (own, problems) = OwnRoles::read("pay.csv", sheet, currency);
    let titles: Vec<&str> = own.roles.iter().map(|role| role.title.as_str()).collect();
    assert_eq!(titles, ["Here", "Home"]);
    let said: Vec<String> = problems.first(9).iter().map(ToString::to_string).collect();
    assert!(
        said[0].contains("expected EUR, because the pay here is in euros"),
        "{said:?}"
    );
}

#[test]
fn a_currency_that_cannot_be_written_is_refused() {
    for (currency, expected) in [
        (
            r#"{"code":"eur","sign":"€","name":"euros"}"#,
            "currency, code: expected three letters A-Z",
        ),
        (
            r#"{"code":"EUR","sign":"1","name":"euros"}"#,
            "currency, sign",
        ),
        (
            r#"{"code":"EUR","sign":"€","name":"<b>"}"#,
            "currency, name",
        ),
        (r#"{"code":"EUR","sign":"€"}"#, "missing field `name`"),
    ] {
        let json = ROLES.replacen(
            r#"{ "code": "EUR", "sign": "€", "name": "euros" }"#,
            currency,
            1,
        );
        let error = Dataset::parse(&json).expect_err("refused").to_string();
        assert!(error.contains(expected), "{error}");
    }
    assert_eq!(
        Dataset::parse(ROLES).map(|d| d.currency().code.clone()),
        Ok("EUR".to_owned())
    );
}

#[test]
fn an_id_of_a_visitor_s_own_roles_is_refused() {
    let json = ROLES.replace("dock-clerk", "own-dock-clerk");
    let error = Dataset::parse(&json).expect_err("refused").to_string();
    assert!(
        error.contains("an id that none of a visitor's own roles can have"),
        "{error}"
    );
}
