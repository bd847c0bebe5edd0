//! The split points of the program: what is behind them lies in files of its own, so that the first view waits for none
//! of it.
//!
//! `cargo xtask build` takes the linked program apart at these functions. Each can be called once its [`Part`] is here;
//! [`PartView`](super::part_view::PartView) sees to that.
#![cfg_attr(
    target_family = "wasm",
    allow(
        unsafe_code,
        reason = "what calls into another file of the program is written by the macro, and is the only such code here"
    )
)]

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::about_page::AboutPage;
use super::browse_page::BrowsePage;
use super::embed_page::EmbedPage;
use super::own_roles_part::OwnRolesPart;
use super::picking::Picking;
use super::place_part::PlacePart;
use super::sections_part::Sections;
use super::taking_part::TakingPart;
use crate::compare::Related;
use crate::model::{Dataset, Details};
use crate::state::{Comparing, Fetching, Part, Shards};

/// What a split point returns: the part, or that its program could not be had.
type Split = Result<AnyView, SplitLoaderError>;

macro_rules! part {
    ($(#[$docs:meta])* $part:ident, $name:literal, $what:literal, $fetch:ident) => {
        $(#[$docs])*
        pub(super) static $part: Part = Part::new($name, $what, || {
            let fetching: Fetching = Box::pin(async { $fetch().await.is_ok() });
            fetching
        });
    };
}

part!(
    /// The list of all roles.
    BROWSE, "browse", "the list of all roles", fetch_browse
);
part!(
    /// What the figures are.
    ABOUT, "about", "what the figures are", fetch_about
);
part!(
    /// Finding a role.
    CHOOSING, "choosing", "the search for roles", fetch_choosing
);
part!(
    /// A place for the comparison.
    PLACE, "place", "the choice of a place", fetch_place
);
part!(
    /// The sections of a comparison.
    SECTIONS, "sections", "the comparison in full", fetch_sections
);
part!(
    /// One chart, to stand in another page.
    EMBED, "embed", "the chart", fetch_embed
);
part!(
    /// Roles from the visitor's own file.
    OWN_ROLES, "own-roles", "your own roles", fetch_own_roles
);
part!(
    /// Taking the comparison along.
    TAKING, "taking", "the ways to take this along", fetch_taking
);

/// The page with the list of all roles.
#[wasm_split(browse, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_browse))]
pub(super) fn browse(comparing: Comparing, dataset: &'static Dataset) -> Split {
    Ok(view! { <BrowsePage comparing dataset /> }.into_any())
}

/// The page that says what the figures are.
#[wasm_split(about, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_about))]
pub(super) fn about(dataset: &'static Dataset) -> Split {
    Ok(view! { <AboutPage dataset /> }.into_any())
}

/// The picker.
#[wasm_split(choosing, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_choosing))]
pub(super) fn choosing(comparing: Comparing) -> Split {
    Ok(view! { <Picking comparing /> }.into_any())
}

/// The field for a place.
#[wasm_split(place, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_place))]
pub(super) fn place(comparing: Comparing, dataset: &'static Dataset) -> Split {
    Ok(view! { <PlacePart comparing dataset /> }.into_any())
}

/// The sections below the first view.
#[wasm_split(sections, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_sections))]
pub(super) fn sections(
    comparing: Comparing,
    dataset: &'static Dataset,
    related: Memo<Vec<Related>>,
    shards: Shards<Details>,
) -> Split {
    Ok(view! { <Sections comparing dataset related shards /> }.into_any())
}

/// One chart, to stand in another page.
#[wasm_split(embed, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_embed))]
pub(super) fn embed(comparing: Comparing, dataset: &'static Dataset, id: String) -> Split {
    Ok(view! { <EmbedPage comparing dataset id /> }.into_any())
}

/// The visitor's own roles.
#[wasm_split(own_roles, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_own_roles))]
pub(super) fn own_roles(comparing: Comparing, dataset: &'static Dataset) -> Split {
    Ok(view! { <OwnRolesPart comparing dataset /> }.into_any())
}

/// The ways to take the comparison along.
#[wasm_split(taking, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_taking))]
pub(super) fn taking(comparing: Comparing, shards: Shards<Details>) -> Split {
    Ok(view! { <TakingPart comparing shards /> }.into_any())
}

/// What a split point returns once its part is here; nothing before that.
pub(super) fn now(split: impl Future<Output = Split>) -> Option<AnyView> {
    match pin!(split).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => Some(view),
        Poll::Ready(Err(_)) | Poll::Pending => None,
    }
}
