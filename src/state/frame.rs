use std::time::Duration;

use leptos::prelude::*;

/// Acts in the task after the one in which what is there now is painted. Browser only.
pub(super) fn after_a_frame(act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, Duration::ZERO));
}
