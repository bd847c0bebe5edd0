use leptos::ev::{DragEvent, Event};
use leptos::html::Input;
use leptos::prelude::*;
use web_sys::Blob;
use web_sys::js_sys::Reflect;
use web_sys::wasm_bindgen::{JsCast, JsValue};

use super::event;

use super::text;

/// A file that somebody picked or dropped.
pub struct PickedFile {
    /// Its name.
    pub name: String,
    /// What is in it, still unread.
    pub content: Blob,
}

/// What can be done with a file of own roles.
#[derive(Clone, Copy)]
pub struct OwnRolesActions {
    /// Reads a file.
    pub open: Callback<PickedFile>,
    /// Puts its roles into the tray.
    pub compare: Callback<()>,
    /// Keeps them on this device, or no longer.
    pub keep: Callback<bool>,
    /// Takes them out of the page and of this device.
    pub remove: Callback<()>,
    /// Saves them as CSV.
    pub save_csv: Callback<()>,
    /// Saves them as JSON.
    pub save_json: Callback<()>,
    /// Saves a file to be filled in, as CSV.
    pub template_csv: Callback<()>,
    /// Saves a file to be filled in, as JSON.
    pub template_json: Callback<()>,
}

/// Where a file of own roles is opened, and what became of it.
#[component]
pub fn OwnRolesForm(
    /// The field by which a file is picked.
    field: NodeRef<Input>,
    /// The money the pay has to be in: "US dollars".
    money: String,
    /// What became of what was done last.
    outcome: Signal<Option<String>>,
    /// The titles of the roles that are here.
    titles: Memo<Vec<String>>,
    /// The first problems of the file, each in a sentence.
    problems: Memo<Vec<String>>,
    /// How many more there are.
    more: Memo<usize>,
    /// Whether the roles are kept on this device.
    is_kept: Signal<bool>,
    /// What can be done.
    actions: OwnRolesActions,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let take = move |holder: &JsValue| {
        if let Some(picked) = first_file(holder) {
            actions.open.run(picked);
        }
    };
    let picked = move |_: Event| {
        if let Some(input) = field.get_untracked() {
            take(&input);
            // So that the same file can be picked again, after it was changed.
            input.set_value("");
        }
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(transfer) = event::read(&event, "dataTransfer") {
            take(&transfer);
        }
    };
    let dragged = move |event: DragEvent| {
        // Else the browser would open the file in the place of the page.
        event.prevent_default();
        over.set(true);
    };
    let remove = move |_| {
        actions.remove.run(());
        // The button goes away; whoever reached it by keyboard goes on from here.
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    let way = |words: &'static str, act: Callback<()>| {
        view! {
            <button type="button" on:click=move |_| act.run(())>
                {words}
            </button>
        }
    };
    let any = Memo::new(move |_| titles.with(|titles| !titles.is_empty()));
    let here = move || {
        titles.with(|titles| {
            let listed = titles.iter().take(20).cloned();
            let mut names = listed.collect::<Vec<_>>().join("; ");
            if titles.len() > 20 {
                names.push_str(&format!("; and {} more", titles.len() - 20));
            }
            text(names)
        })
    };
    let any_problem = Memo::new(move |_| problems.with(|problems| !problems.is_empty()));
    let list = move || {
        let items = problems.get().into_iter();
        items
            .map(|problem| view! { <li>{text(problem)}</li> })
            .collect_view()
    };
    let rest = move || {
        let more = more.get();
        (more > 0).then(|| view! { <p>{text(format!("And {more} more."))}</p> })
    };
    view! {
        <p class="prose">
            {format!(
                "Set roles of your own beside the others: your company’s pay ranges, or offers you have. A CSV \
                 or JSON file of at most 500 roles and 1 MB is read on this device and sent nowhere. Pay in it \
                 is in {money}.",
            )}
        </p>
        <div
            class="drop"
            class:over=move || over.get()
            on:dragover=dragged
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <label class="field">
                <span>"Open a file of roles, or drop one here"</span>
                <input
                    type="file"
                    accept=".csv,.json,.tsv,.txt,text/csv,application/json"
                    node_ref=field
                    on:change=picked
                />
            </label>
        </div>
        <div class="choices">
            {way("CSV template", actions.template_csv)} {way("JSON template", actions.template_json)}
        </div>
        {move || outcome.get().map(|words| view! { <p class="taken">{text(words)}</p> })}
        <Show when=move || any_problem.get()>
            <h3>"Problems in the file"</h3>
            <p class="definition">"What is named here was left out; everything else is kept."</p>
            <ul class="file-problems">{list}</ul>
            {rest}
        </Show>
        <Show when=move || any.get()>
            <h3>"Roles that are here"</h3>
            <p class="own-titles">{here}</p>
            <p class="definition">
                "Each is found by its title under “Add a role”. A link names them by an id alone and carries none of \
                 their figures."
            </p>
            <div class="choices">
                {way("Add them to the comparison", actions.compare)}
                {way("Save as CSV", actions.save_csv)} {way("Save as JSON", actions.save_json)}
                <button type="button" on:click=remove>
                    "Remove them"
                </button>
            </div>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || is_kept.get()
                    on:change=move |event| {
                        let asked = event::is_checked(&event);
                        actions.keep.run(asked);
                        event::show_checked(&event, is_kept.get_untracked());
                    }
                />
                "Keep them on this device"
            </label>
        </Show>
    }
    .into_any()
}

/// The first of the files that something holds: a field, or what was dropped.
fn first_file(holder: &JsValue) -> Option<PickedFile> {
    let files = event::read(holder, "files")?;
    let content: Blob = Reflect::get_u32(&files, 0).ok()?.dyn_into().ok()?;
    let name = event::read(&content, "name")?.as_string()?;
    Some(PickedFile { name, content })
}
