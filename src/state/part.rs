use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use leptos::task::spawn_local;

/// A part of the program that is a file of its own, fetched when it is first needed.
///
/// Without a browser there are no such files, and every part is here from the beginning.
#[derive(Debug)]
pub struct Part {
    name: &'static str,
    what: &'static str,
    fetch: fn() -> Fetching,
    here: AtomicBool,
}

/// Brings the program of a part; says whether it came.
pub type Fetching = Pin<Box<dyn Future<Output = bool>>>;

/// Whether a part can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartState {
    /// Its program is on its way.
    OnItsWay,
    /// Its program is here, for as long as the page lives.
    Here,
    /// Its program could not be had.
    Failed,
}

impl Part {
    /// A part, by its name in the page, by what it is ("the list of all roles") and by what brings its program.
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

    /// What it is, in words.
    pub fn what(&self) -> &'static str {
        self.what
    }

    /// Whether its program is here.
    pub fn is_here(&self) -> bool {
        self.here.load(Ordering::Relaxed)
    }

    /// Brings its program, unless it is here; says whether it is here then. What is asked for twice is fetched once; what
    /// failed is tried again.
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

    /// Brings its program, unless it is here, and says in `state` what became of it.
    pub fn ask(&'static self, state: RwSignal<PartState>) {
        if self.is_here() {
            state.set(PartState::Here);
            return;
        }
        state.set(PartState::OnItsWay);
        spawn_local(async move {
            let came = self.bring().await;
            // Whoever asked may be gone by now.
            let _ = state.try_set(if came {
                PartState::Here
            } else {
                PartState::Failed
            });
        });
    }
}
