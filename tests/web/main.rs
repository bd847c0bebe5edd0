//! What only a browser can show: the page mounted, its address, its history, its measured charts.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use crossroads::pages::App;
use crossroads::state::Address;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A place of this width in the document, with the page mounted at an address.
fn mounted(width: u32, address: fn() -> Address) -> HtmlElement {
    let place = document().create_element("div").expect("an element");
    let place: HtmlElement = place.unchecked_into();
    place
        .set_attribute("style", &format!("width: {width}px"))
        .expect("a style");
    document()
        .body()
        .expect("a body")
        .append_child(&place)
        .expect("a child");
    mount_to(place.clone(), move || view! { <App address=address() /> }).forget();
    place
}

/// Until effects have run and the browser has laid out.
async fn settled() {
    let promise = web_sys::js_sys::Promise::new(&mut |resolve, _| {
        let set = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 60);
        set.expect("a timeout");
    });
    wasm_bindgen_futures::JsFuture::from(promise)
        .await
        .expect("time passes");
}

fn heading(place: &Element) -> String {
    let heading = place.query_selector("h1").expect("a selector");
    heading.and_then(|h| h.text_content()).unwrap_or_default()
}

fn switch(place: &Element, number: u32) -> HtmlInputElement {
    let switches = place.query_selector_all("input[role=switch]");
    let switch = switches.expect("a selector").get(number);
    switch.expect("a switch").unchecked_into()
}

#[wasm_bindgen_test]
async fn a_switch_changes_the_page_and_the_address_and_back_undoes_it() {
    let place = mounted(800, Address::of_browser);
    settled().await;
    assert_eq!(heading(&place), "Customer service manager vs sales manager");

    switch(&place, 1).click();
    settled().await;
    assert_eq!(heading(&place), "Customer service manager");
    let search = window().location().search().expect("a query");
    assert_eq!(search, "?off=sales-manager");
    assert!(!switch(&place, 1).checked());
    assert!(document().title().starts_with("Customer service manager"));

    window().history().expect("a history").back().expect("back");
    settled().await;
    settled().await;
    assert_eq!(heading(&place), "Customer service manager vs sales manager");
    assert!(switch(&place, 1).checked());
    place.remove();
}

#[wasm_bindgen_test]
async fn the_chart_is_drawn_for_the_width_it_has_and_again_when_that_changes() {
    let place = mounted(480, || Address::at(""));
    settled().await;
    let drawn_for = |place: &HtmlElement| {
        let frame = place.query_selector(".frame").expect("a selector");
        let chart = place.query_selector(".frame svg").expect("a selector");
        let width = chart.and_then(|chart| chart.get_attribute("width"));
        (
            frame.expect("a frame").client_width().to_string(),
            width.expect("a width"),
        )
    };
    let (frame, chart) = drawn_for(&place);
    assert_eq!(frame, chart);
    place
        .set_attribute("style", "width: 340px")
        .expect("a style");
    settled().await;
    let (narrow_frame, narrow_chart) = drawn_for(&place);
    assert_eq!(narrow_frame, narrow_chart);
    assert_ne!(chart, narrow_chart);
    place.remove();
}

#[wasm_bindgen_test]
async fn the_switch_that_was_used_keeps_the_focus() {
    let place = mounted(400, || Address::at(""));
    settled().await;
    let used = switch(&place, 0);
    used.focus().expect("focus");
    used.click();
    settled().await;
    let focused = document()
        .active_element()
        .expect("something has the focus");
    assert_eq!(Element::from(switch(&place, 0)), focused);
    assert_eq!(heading(&place), "Sales manager");
    place.remove();
}
