//! The split points of the program. The code behind each is a chunk, a file that the first view does not wait for.
//!
//! `cargo xtask build` splits the linked program at these functions. Each can be called once its [`Chunk`] is loaded;
//! [`ChunkView`](super::chunk_view::ChunkView) sees to that.
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
use leptos::wasm_split::SplitLoaderError;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

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
use crate::state::{Chunk, Comparing, Fetching, OwnFile, Shards};

/// What a split point returns: what it makes, or that its program could not be had.
type Split<T = AnyView> = Result<T, SplitLoaderError>;

/// A function behind which the program is taken apart, and what brings the file it lies in. Without the feature `split`
/// (in tests, which are not built by `cargo xtask build`) there is one file, and both are here from the beginning.
macro_rules! split_point {
    ($module:ident, $fetch:ident, $(#[$docs:meta])* fn $name:ident($($argument:ident: $kind:ty),*) -> $made:ty $body:block) => {
        $(#[$docs])*
        #[cfg(feature = "split")]
        #[wasm_split($module, wasm_split_path = leptos::wasm_split, fallible, preload($fetch))]
        pub(super) fn $name($($argument: $kind),*) -> $made $body

        $(#[$docs])*
        #[cfg(not(feature = "split"))]
        pub(super) async fn $name($($argument: $kind),*) -> $made $body

        #[cfg(not(feature = "split"))]
        async fn $fetch() -> Result<(), SplitLoaderError> {
            Ok(())
        }
    };
}

macro_rules! chunk {
    ($(#[$docs:meta])* $chunk:ident, $name:literal, $what:literal, $fetch:ident) => {
        $(#[$docs])*
        pub static $chunk: Chunk = Chunk::new($name, $what, || {
            let fetching: Fetching = Box::pin(async { $fetch().await.is_ok() });
            fetching
        });
    };
}

chunk!(
    /// The list of all roles.
    BROWSE, "browse", "the list of all roles", fetch_browse
);
chunk!(
    /// What the figures are.
    ABOUT, "about", "what the figures are", fetch_about
);
chunk!(
    /// Finding a role.
    CHOOSING, "choosing", "the search for roles", fetch_choosing
);
chunk!(
    /// A place for the comparison.
    PLACE, "place", "the choice of a place", fetch_place
);
chunk!(
    /// The sections of a comparison.
    SECTIONS, "sections", "the comparison in full", fetch_sections
);
chunk!(
    /// One chart, to stand in another page.
    EMBED, "embed", "the chart", fetch_embed
);
chunk!(
    /// Roles from the visitor's own file.
    OWN_ROLES, "own-roles", "your own roles", fetch_own_roles
);
chunk!(
    /// What reads the roles from the visitor's own file that are kept on the device.
    KEPT_ROLES, "kept-roles", "your own roles", fetch_kept_roles
);
chunk!(
    /// The places a comparison can be in.
    AREAS, "areas", "the places", fetch_areas
);
chunk!(
    /// Exporting the comparison.
    EXPORT, "export", "the ways to take this along", fetch_export
);

split_point! {
    browse, fetch_browse,
    /// The page with the list of all roles.
    fn browse(comparing: Comparing, dataset: &'static Dataset) -> Split {
        Ok(view! { <BrowsePage comparing dataset /> }.into_any())
    }
}

split_point! {
    about, fetch_about,
    /// The page that says what the figures are.
    fn about(dataset: &'static Dataset) -> Split {
        Ok(view! { <AboutPage dataset /> }.into_any())
    }
}

split_point! {
    choosing, fetch_choosing,
    /// The picker.
    fn choosing(comparing: Comparing) -> Split {
        Ok(view! { <Picking comparing /> }.into_any())
    }
}

split_point! {
    place, fetch_place,
    /// The field for a place.
    fn place(comparing: Comparing, dataset: &'static Dataset) -> Split {
        Ok(view! { <PlacePart comparing dataset /> }.into_any())
    }
}

split_point! {
    place, fetch_areas,
    /// Adds the places a comparison can be in.
    fn add_areas(dataset: &'static Dataset) -> Split<()> {
        dataset.add_areas();
        Ok(())
    }
}

split_point! {
    sections, fetch_sections,
    /// The sections below the first view.
    fn sections(comparing: Comparing, dataset: &'static Dataset, related: Memo<Vec<Related>>, shards: Shards<Details>, at_once: bool) -> Split {
        Ok(view! { <Sections comparing dataset related shards at_once /> }.into_any())
    }
}

split_point! {
    embed, fetch_embed,
    /// One chart, to stand in another page.
    fn embed(comparing: Comparing, dataset: &'static Dataset, id: String) -> Split {
        Ok(view! { <EmbedPage comparing dataset id /> }.into_any())
    }
}

split_point! {
    own_roles, fetch_own_roles,
    /// The visitor's own roles.
    fn own_roles(comparing: Comparing, dataset: &'static Dataset) -> Split {
        Ok(view! { <OwnRolesPart comparing dataset /> }.into_any())
    }
}

split_point! {
    own_roles, fetch_kept_roles,
    /// Takes up the visitor's own roles that are kept on the device.
    fn take_up_kept(file: OwnFile) -> Split<()> {
        file.take_up_kept();
        Ok(())
    }
}

split_point! {
    export, fetch_export,
    /// The ways to export the comparison.
    fn export(comparing: Comparing, shards: Shards<Details>) -> Split {
        Ok(view! { <TakingPart comparing shards /> }.into_any())
    }
}

/// What a split point returns once its chunk is loaded; nothing before that.
pub(super) fn now<T>(split: impl Future<Output = Split<T>>) -> Option<T> {
    match pin!(split).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(made)) => Some(made),
        Poll::Ready(Err(_)) | Poll::Pending => None,
    }
}
