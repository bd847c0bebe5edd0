use std::time::Duration;

use leptos::prelude::*;
use web_sys::Window;

use super::laid_out::{lay_out_all, leave_out_what_is_far};
use super::listening::listen;

/// Parts of the page that follow a change one after the other, each in a task of its own: first the browser shows what
/// the visitor looks at and presses next, then what lies further down is made anew. A change that comes meanwhile begins
/// from the top.
///
/// Without a browser every part follows at once.
#[derive(Clone, Copy)]
pub(super) struct Turns {
    in_browser: bool,
    parts: StoredValue<Vec<(usize, Trigger)>>,
    /// The number of the last change.
    change: StoredValue<usize>,
    /// Whether every part has been laid out, so that it has a height to keep while it is left out.
    are_laid_out: StoredValue<bool>,
    /// Whether the reader is far down: what is above them must take its new height while the browser keeps their place.
    is_far_down: StoredValue<bool>,
}

impl Turns {
    /// Turns after each change of a value.
    pub(super) fn after<T: Send + Sync + 'static>(source: Memo<T>, in_browser: bool) -> Self {
        let turns = Self {
            in_browser,
            parts: StoredValue::new(Vec::new()),
            change: StoredValue::new(0),
            are_laid_out: StoredValue::new(false),
            is_far_down: StoredValue::new(false),
        };
        if !in_browser {
            return turns;
        }
        Effect::new(move |before: Option<()>| {
            source.track();
            if before.is_some() {
                turns.begin();
            }
        });
        if let Some(window) = web_sys::window() {
            // On paper everything is of the same comparison.
            listen(&window, "beforeprint", move || turns.all_at_once());
            let scrolled = window.clone();
            listen(&window, "scroll", move || {
                turns.look_how_far_down(&scrolled)
            });
        }
        turns
    }

    /// The value as a part sees it: as it was when the part had its last turn. Parts have their turns in the order in
    /// which they asked for them, for as long as they are there.
    pub(super) fn follow<T>(self, source: Memo<T>) -> Memo<T>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        if !self.in_browser {
            return source;
        }
        self.are_laid_out.set_value(false);
        lay_out_all();
        after_a_frame(move || {
            // The page may be gone by now.
            let _ = self.are_laid_out.try_set_value(true);
        });
        let turn = Trigger::new();
        self.parts.update_value(|parts| {
            let number = parts.last().map_or(0, |(number, _)| number + 1);
            parts.push((number, turn));
            on_cleanup(move || {
                let others = |parts: &mut Vec<(usize, Trigger)>| {
                    parts.retain(|(other, _)| *other != number);
                };
                // The page may be gone as a whole.
                let _ = self.parts.try_update_value(others);
            });
        });
        Memo::new(move |_| {
            turn.track();
            source.get_untracked()
        })
    }

    fn begin(self) {
        if self.are_laid_out.get_value() && !self.is_far_down.get_value() {
            leave_out_what_is_far();
        }
        self.change
            .update_value(|change| *change = change.wrapping_add(1));
        let change = self.change.get_value();
        after_a_frame(move || self.give_turn(change, 0));
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

    /// Gives the first part from this number on its turn, and the others after it.
    fn give_turn(self, change: usize, from: usize) {
        if self.change.try_get_value() != Some(change) {
            return;
        }
        let next = |parts: &Vec<(usize, Trigger)>| {
            let next = parts.iter().find(|(number, _)| *number >= from);
            next.copied()
        };
        if let Some(Some((number, turn))) = self.parts.try_with_value(next) {
            turn.notify();
            set_timeout(move || self.give_turn(change, number + 1), Duration::ZERO);
        } else {
            lay_out_all();
        }
    }

    fn all_at_once(self) {
        let parts = self.parts.try_get_value().unwrap_or_default();
        for (_, turn) in parts {
            turn.notify();
        }
        lay_out_all();
    }
}

/// Acts in the task after the one in which what is there now is painted.
fn after_a_frame(act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, Duration::ZERO));
}
