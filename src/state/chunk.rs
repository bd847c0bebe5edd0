use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use leptos::task::spawn_local;

/// A code file of the program that is fetched when it is first needed.
///
/// Without a browser there is one file, and every chunk is loaded from the start.
#[derive(Debug)]
pub struct Chunk {
    name: &'static str,
    what: &'static str,
    fetch: fn() -> Fetching,
    here: AtomicBool,
}

/// Fetches the code of a chunk; resolves to whether it was loaded.
pub type Fetching = Pin<Box<dyn Future<Output = bool>>>;

/// The state of a chunk on its way to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChunkState {
    /// Its code is being fetched.
    OnItsWay,
    /// Its code is loaded, for as long as the page lives.
    Here,
    /// Its code could not be loaded.
    Failed,
}

impl Chunk {
    /// Makes a chunk from its name in the page, its description ("the list of all roles") and the function that fetches it.
    pub const fn new(name: &'static str, what: &'static str, fetch: fn() -> Fetching) -> Self {
        Self {
            name,
            what,
            fetch,
            here: AtomicBool::new(cfg!(not(target_family = "wasm"))),
        }
    }

    /// Its name in the page.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Its description, for messages.
    pub fn what(&self) -> &'static str {
        self.what
    }

    /// Returns whether its code is loaded.
    pub fn is_here(&self) -> bool {
        self.here.load(Ordering::Relaxed)
    }

    /// Loads its code unless it is loaded; returns whether it is loaded then. Two calls fetch once; a failed fetch is
    /// tried again.
    pub async fn bring(&self) -> bool {
        if self.is_here() {
            return true;
        }
        let came = (self.fetch)().await;
        if came {
            self.here.store(true, Ordering::Relaxed);
        }
        came
    }

    /// Loads its code unless it is loaded, and writes the outcome into `state`.
    pub fn ask(&'static self, state: RwSignal<ChunkState>) {
        if self.is_here() {
            state.set(ChunkState::Here);
            return;
        }
        state.set(ChunkState::OnItsWay);
        spawn_local(async move {
            let came = self.bring().await;
            // The component may have been unmounted.
            let _ = state.try_set(if came {
                ChunkState::Here
            } else {
                ChunkState::Failed
            });
        });
    }
}
