//! Crossroads puts jobs side by side.
//!
//! The module tree is a line, and imports run along it one way:
//!
//! ```text
//! model  <-  compare  <-  charts  <-  ui  <-  pages
//!    \_________\_______________________ state _/
//! ```
//!
//! * [`model`]: what a role is. Figures, their sources, the registry of metrics, the bundled data.
//! * [`compare`]: what is asked. A selection of roles becomes a comparison; links and sentences.
//! * [`charts`]: a comparison becomes SVG text. The only place that names plotters.
//! * `state`: the only place that reads and writes the outside (address bar, element sizes).
//! * `ui`: components. Values in, callbacks out.
//! * `pages`: reads the state and arranges the components.
//!
//! `model`, `compare` and `charts` know neither the web nor Leptos; `state`, `ui` and `pages`
//! exist only with one of the renderers (features `csr` and `ssr`). `tests/architecture.rs`
//! holds these rules.

pub mod charts;
pub mod compare;
pub mod model;
#[cfg(feature = "ui")]
pub mod pages;
#[cfg(feature = "ui")]
pub mod state;
#[cfg(feature = "ui")]
pub mod ui;
