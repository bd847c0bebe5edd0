use std::time::Duration;

use leptos::prelude::*;
use web_sys::Window;

use super::laid_out::{lay_out_all, lay_out_next, leave_out_what_is_far};
use super::listening::{listen, listen_first};

/// Parts of the page that follow a change one after the other, each in a task of its own: first the browser shows what
/// the visitor looks at and presses next, then what lies further down is made, or made anew. A change that comes meanwhile
/// begins from the top.
///
/// Without a browser every part follows at once.
#[derive(Clone, Copy)]
pub(super) struct Turns {
    in_browser: bool,
    parts: StoredValue<Vec<(usize, Turn)>>,
    /// The number of the last change.
    change: StoredValue<usize>,
    /// Whether the first turn after the last change is still to be given.
    is_beginning: StoredValue<bool>,
    /// Whether every part has been laid out, so that it has a height to keep while it is left out.
    are_laid_out: StoredValue<bool>,
    /// Whether the reader is far down: what is above them must take its new height while the browser keeps their place.
    is_far_down: StoredValue<bool>,
}

/// The turn of a part, among those of the others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    /// How often the part has had it; none where every part follows at once.
    given: Option<RwSignal<usize>>,
}

impl Turn {
    /// The value as the part sees it: as it was when the part had its last turn.
    pub(super) fn follow<T>(self, source: Memo<T>) -> Memo<T>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        let Some(given) = self.given else {
            return source;
        };
        Memo::new(move |_| {
            given.track();
            source.get_untracked()
        })
    }

    /// Whether the part has had its turn, and should be there.
    pub(super) fn has_come(self) -> Signal<bool> {
        Memo::new(move |_| self.given.is_none_or(|given| given.get() > 0)).into()
    }
}

impl Turns {
    /// Turns after each change of what is tracked.
    pub(super) fn after(tracked: impl Fn() + 'static, in_browser: bool) -> Self {
        let turns = Self {
            in_browser,
            parts: StoredValue::new(Vec::new()),
            change: StoredValue::new(0),
            is_beginning: StoredValue::new(false),
            are_laid_out: StoredValue::new(false),
            is_far_down: StoredValue::new(false),
        };
        if !in_browser {
            return turns;
        }
        Effect::new(move |before: Option<()>| {
            tracked();
            if before.is_some() {
                if turns.are_laid_out.get_value() && !turns.is_far_down.get_value() {
                    leave_out_what_is_far();
                }
                turns.begin();
            }
        });
        if let Some(window) = web_sys::window() {
            // On paper everything is of the same comparison.
            listen(&window, "beforeprint", move || turns.all_at_once());
            // Whoever leaves at once has changed it all the same.
            listen(&window, "pagehide", move || turns.give_first());
            // A press may come before the browser tells of what was scrolled.
            for event in ["scroll", "click", "keydown"] {
                let scrolled = window.clone();
                let look = move || turns.look_how_far_down(&scrolled);
                listen_first(&window, event, look);
            }
        }
        turns
    }

    /// A turn after those that were taken before, for as long as its part is there.
    pub(super) fn take(self) -> Turn {
        if !self.in_browser {
            return Turn { given: None };
        }
        self.are_laid_out.set_value(false);
        let turn = Turn {
            given: Some(RwSignal::new(0)),
        };
        self.parts.update_value(|parts| {
            let number = parts.last().map_or(0, |(number, _)| number + 1);
            parts.push((number, turn));
            on_cleanup(move || {
                let others = |parts: &mut Vec<(usize, Turn)>| {
                    parts.retain(|(other, _)| *other != number);
                };
                // The page may be gone as a whole.
                let _ = self.parts.try_update_value(others);
            });
        });
        turn
    }

    /// Gives every part its turn soon, from the first on.
    pub(super) fn begin(self) {
        if !self.in_browser || self.is_beginning.get_value() {
            return;
        }
        self.is_beginning.set_value(true);
        self.change
            .update_value(|change| *change = change.wrapping_add(1));
        let change = self.change.get_value();
        after_a_frame(move || {
            // The page may be gone by now.
            let _ = self.is_beginning.try_set_value(false);
            self.give_turn(change, 0);
        });
    }

    fn look_how_far_down(self, window: &Window) {
        let scrolled = window.scroll_y().unwrap_or_default();
        let height = window.inner_height().ok();
        let height = height
            .and_then(|height| height.as_f64())
            .unwrap_or_default();
        // The page may be gone by now.
        let _ = self.is_far_down.try_set_value(scrolled > height / 2.0);
    }

    fn is_over(self, change: usize) -> bool {
        self.change.try_get_value() != Some(change)
    }

    /// Gives the first part from this number on its turn, and the others after it.
    fn give_turn(self, change: usize, from: usize) {
        if self.is_over(change) {
            return;
        }
        let next = |parts: &Vec<(usize, Turn)>| {
            let next = parts.iter().find(|(number, _)| *number >= from);
            next.copied()
        };
        if let Some(Some((number, turn))) = self.parts.try_with_value(next) {
            give(turn);
            set_timeout(move || self.give_turn(change, number + 1), Duration::ZERO);
        } else {
            self.lay_out(change);
        }
    }

    /// Lays out one section after the other, each in a frame of its own.
    fn lay_out(self, change: usize) {
        if self.is_over(change) {
            return;
        }
        if lay_out_next() {
            after_a_frame(move || self.lay_out(change));
        } else {
            self.are_laid_out.set_value(true);
        }
    }

    fn give_first(self) {
        let first = |parts: &Vec<(usize, Turn)>| parts.first().copied();
        if let Some(Some((_, turn))) = self.parts.try_with_value(first) {
            give(turn);
        }
    }

    fn all_at_once(self) {
        let parts = self.parts.try_get_value().unwrap_or_default();
        for (_, turn) in parts {
            give(turn);
        }
        lay_out_all();
    }
}

fn give(turn: Turn) {
    if let Some(given) = turn.given {
        // The part may be gone by now.
        let _ = given.try_update(|times| *times = times.wrapping_add(1));
    }
}

/// Acts in the task after the one in which what is there now is painted.
fn after_a_frame(act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, Duration::ZERO));
}
