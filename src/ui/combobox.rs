use leptos::ev::{Event, KeyboardEvent};
use leptos::html::{Input, Ul};
use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{event, text};

/// Something that can be chosen from a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListOption {
    /// Its name.
    pub title: String,
    /// What is said of it; empty where nothing is.
    pub remark: String,
}

/// A list under a field: the focus stays in the field, and the keys move a mark through the list.
#[derive(Clone, Copy)]
pub struct Combobox {
    /// By which its elements are known in the page.
    id: &'static str,
    options: Memo<Vec<ListOption>>,
    active: RwSignal<usize>,
    list: NodeRef<Ul>,
    on_choose: Callback<usize>,
    on_intent: Option<Callback<usize>>,
}

impl Combobox {
    /// A list of these options. `on_choose` is called with the place of the one that is chosen.
    pub fn new(
        id: &'static str,
        options: Memo<Vec<ListOption>>,
        on_choose: Callback<usize>,
    ) -> Self {
        Self {
            id,
            options,
            active: RwSignal::new(0),
            list: NodeRef::new(),
            on_choose,
            on_intent: None,
        }
    }

    /// The same list, calling this with the place of an option that may be about to be chosen.
    pub fn on_intent(self, on_intent: Callback<usize>) -> Self {
        Self {
            on_intent: Some(on_intent),
            ..self
        }
    }

    /// Marks the first option, as for another list.
    pub fn begin_anew(&self) {
        self.active.set(0);
    }

    fn option_id(&self, place: usize) -> String {
        format!("{}-option-{place}", self.id)
    }

    fn list_id(&self) -> String {
        format!("{}-options", self.id)
    }

    fn mark(&self, place: usize) {
        self.active.set(place);
        if let Some(on_intent) = self.on_intent {
            on_intent.run(place);
        }
    }

    /// Marks an option and brings it into sight.
    fn go_to(&self, place: usize) {
        self.mark(place);
        let options = self.list.get_untracked().map(|list| list.children());
        let number = u32::try_from(place).ok();
        if let Some(option) = options.zip(number).and_then(|(options, n)| options.item(n)) {
            // No further than it needs, so that its neighbors stay in sight.
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }

    /// Does what a key asks for.
    fn press(&self, event: &KeyboardEvent) {
        let count = self.options.with_untracked(Vec::len);
        let at = self.active.get_untracked();
        let Some(key) = event::pressed_key(event) else {
            return;
        };
        let ctrl = event::is_set(event, "ctrlKey");
        match key.as_str() {
            "ArrowDown" if count > 0 => self.go_to((at + 1) % count),
            "ArrowUp" if count > 0 => self.go_to((at + count - 1) % count),
            "Home" if ctrl => self.go_to(0),
            "End" if ctrl => self.go_to(count.saturating_sub(1)),
            "Enter" if at < count => self.on_choose.run(at),
            "Enter" => {}
            _ => return,
        }
        event.prevent_default();
    }
}

/// The field above the list.
#[component]
pub fn ComboboxField(
    /// The list.
    combobox: Combobox,
    /// What stands in the field.
    #[prop(into)]
    text: Signal<String>,
    /// Called with what is typed.
    on_text: Callback<String>,
    /// Whether the list is shown; where it is not, a key or a tap shows it.
    #[prop(into)]
    shown: Signal<bool>,
    /// Called to show the list.
    on_show: Callback<()>,
    /// The field itself, to put the focus there.
    node_ref: NodeRef<Input>,
) -> impl IntoView {
    let any = Memo::new(move |_| shown.get() && combobox.options.with(|all| !all.is_empty()));
    let active_option = move || any.get().then(|| combobox.option_id(combobox.active.get()));
    let typed = move |event: Event| {
        if let Some(text) = event::value(&event) {
            combobox.begin_anew();
            on_show.run(());
            on_text.run(text);
        }
    };
    let key = move |event: KeyboardEvent| {
        if shown.get_untracked() {
            combobox.press(&event);
        } else if let Some("ArrowDown" | "ArrowUp" | "Enter") =
            event::pressed_key(&event).as_deref()
        {
            on_show.run(());
            event.prevent_default();
        }
    };
    view! {
        <input
            type="text"
            role="combobox"
            node_ref=node_ref
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-autocomplete="list"
            aria-controls=combobox.list_id()
            aria-expanded=move || any.get().to_string()
            aria-activedescendant=active_option
            prop:value=text
            on:input=typed
            on:keydown=key
        />
    }
    .into_any()
}

/// The list under the field.
#[component]
pub fn ComboboxList(
    /// The list.
    combobox: Combobox,
    /// What it is called.
    label: &'static str,
) -> impl IntoView {
    let count = Memo::new(move |_| combobox.options.with(Vec::len));
    view! {
        <ul
            id=combobox.list_id()
            node_ref=combobox.list
            class="picker-options"
            role="listbox"
            aria-label=label
            // The focus stays in the field, so that one can type on.
            on:mousedown=move |event| event.prevent_default()
        >
            // A row stays where it is and shows another option, so that typing changes words alone.
            <For each=move || 0..count.get() key=|place| *place let:place>
                <OptionView combobox place />
            </For>
        </ul>
    }
    .into_any()
}

#[component]
fn OptionView(combobox: Combobox, place: usize) -> impl IntoView {
    let is_active = Memo::new(move |_| combobox.active.get() == place);
    let words = move |of: fn(&ListOption) -> &String| {
        let words = Memo::new(move |_| {
            let words = |options: &Vec<ListOption>| options.get(place).map(of).cloned();
            combobox.options.with(words).unwrap_or_default()
        });
        move || text(words.get())
    };
    view! {
        <li
            id=combobox.option_id(place)
            role="option"
            class:active=move || is_active.get()
            aria-selected=move || is_active.get().to_string()
            on:pointermove=move |_| {
                if combobox.active.get_untracked() != place {
                    combobox.mark(place);
                }
            }
            on:click=move |_| combobox.on_choose.run(place)
        >
            <span class="choice-title">{words(|option| &option.title)}</span>
            <span class="qualifier">{words(|option| &option.remark)}</span>
        </li>
    }
    .into_any()
}
