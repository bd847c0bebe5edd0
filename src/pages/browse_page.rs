use leptos::html::Div;
use leptos::prelude::*;

use crate::compare::link::View;
use crate::compare::{self, Browse, SortBy};
use crate::model::{Dataset, RoleId, Section};
use crate::state::Comparing;
use crate::ui::{
    BrowseFilters, BrowseTable, Families, InPageLink, Notices, PageSection, Pager, SourceLine,
    Sources, text,
};

/// All roles, to look through.
#[component]
pub fn BrowsePage(
    /// The comparison that roles are added to, and how they are looked through.
    comparing: Comparing,
    /// The roles.
    dataset: &'static Dataset,
) -> impl IntoView {
    let browse = comparing.browse();
    let selection = comparing.selection();
    let page = Memo::new(move |_| browse.with(|browse| compare::browse(dataset, browse)));
    let rows = Memo::new(move |_| page.with(|page| page.rows.clone()));
    let choices = Memo::new(move |_| {
        let of_rows = |selection: &_| {
            rows.with(|rows| compare::choices(dataset, selection, rows.iter().map(|row| &row.role)))
        };
        selection.with(of_rows)
    });
    let families = Memo::new(move |_| page.with(|page| page.families.clone()));
    let sources = Memo::new(move |_| page.with(|page| page.sources.clone()));
    let unreadable = Memo::new(move |_| page.with(|page| page.unreadable.clone()));
    let any = Memo::new(move |_| page.with(|page| page.total > 0));
    let several = Memo::new(move |_| page.with(|page| page.pages > 1));
    let narrowed = Memo::new(move |_| browse.with(|b| b.family.is_some()));
    let on_dismiss = Callback::new(move |()| comparing.dismiss_notices());

    let on_browse = Callback::new(move |browse: Browse| comparing.look_through(&browse));
    let now = move || browse.get_untracked();
    let on_sort = Callback::new(move |by: SortBy| comparing.look_through(&now().sorted_by(by)));
    let on_compare = Callback::new(move |role: RoleId| comparing.change(|s| s.with_toggled(&role)));
    let on_open = Callback::new(move |query: String| comparing.follow_link(&query));

    let list = NodeRef::<Div>::new();
    // Where the list is another one, it is read from its beginning.
    let to_list = move || {
        if let Some(list) = list.get_untracked() {
            // A refused focus leaves the reader where they are, in sight of the list.
            let _ = list.focus();
            list.scroll_into_view();
        }
    };
    let family_href = Callback::new(move |code: Option<String>| {
        comparing.query_of_browse(&browse.get().of_family(code.as_deref()))
    });
    let on_family = Callback::new(move |code: Option<String>| {
        comparing.look_through(&now().of_family(code.as_deref()));
        to_list();
    });
    let page_href = Callback::new(move |page: usize| {
        comparing.query_of_browse(&browse.get().on_page_after(page))
    });
    let on_page = Callback::new(move |page: usize| {
        comparing.look_through(&now().on_page_after(page));
        to_list();
    });
    let clear = move |_| {
        comparing.look_through(&now().without_filters());
        to_list();
    };

    let shown = move || {
        let range = page.with(|page| page.range());
        match any.get() {
            true => text(format!("{range}, {}", browse.with(|b| b.sort.words()))),
            false => text(range),
        }
    };
    view! {
        <h1 tabindex="-1">{move || text(browse.with(|browse| compare::list_title(dataset, browse)))}</h1>
        <Notices sentences=comparing.notices() on_dismiss />
        <p class="browse-tray">
            <span>{move || text(selection.with(compare::tray_line))}</span> " "
            <InPageLink
                href=Signal::derive(move || comparing.query_of(View::Comparison))
                on_follow=Callback::new(move |()| comparing.show(View::Comparison))
            >
                "See the comparison"
            </InPageLink>
        </p>
        <p class="visually-hidden" role="status">
            {move || text(comparing.announcement().get())}
        </p>
        <BrowseFilters browse levels=dataset.entry_education().to_vec() on_browse />
        <Families
            families
            in_all=Signal::derive(move || page.with(|page| page.in_all_families))
            shown=Signal::derive(move || browse.with(|browse| browse.family.clone()))
            href_of=family_href
            on_family
        />
        <div class="browse-list" node_ref=list tabindex="-1">
            <div class="browse-line">
                <p role="status">{shown}</p>
                <Show when=move || narrowed.get()>
                    <InPageLink
                        href=Signal::derive(move || family_href.run(None))
                        on_follow=Callback::new(move |()| on_family.run(None))
                    >
                        "Show all families"
                    </InPageLink>
                </Show>
            </div>
            <Show
                when=move || any.get()
                fallback=move || {
                    view! {
                        <div class="browse-empty">
                            <p>"No role has all of that. A role whose figure is not published is left out by a filter on it."</p>
                            <button type="button" on:click=clear>
                                "Clear all filters"
                            </button>
                        </div>
                    }
                }
            >
                <BrowseTable
                    rows
                    choices
                    sort=Signal::derive(move || browse.with(|browse| browse.sort))
                    on_sort
                    on_compare
                    on_open
                />
                <Show when=move || several.get()>
                <Pager
                    pages_before=Signal::derive(move || page.with(|page| page.pages_before))
                    pages=Signal::derive(move || page.with(|page| page.pages))
                    href_of=page_href
                    on_page
                />
                </Show>
                <p class="left-out">{HOW_SORTED}</p>
                {move || view! { <SourceLine sources=sources.get() /> }}
            </Show>
            {move || {
                let errors = unreadable.get().into_iter();
                let lines = errors.map(|error| {
                    view! { <p class="left-out">{text(format!("One role could not be read. In {error}."))}</p> }
                });
                lines.collect_view()
            }}
        </div>
        <Show when=move || any.get()>
            <PageSection section=Section::Sources>
                {move || view! { <Sources sources=sources.get() /> }}
            </PageSection>
        </Show>
    }
    .into_any()
}

/// How the list treats what is not a value of the role's own.
const HOW_SORTED: &str = "Sorting and filters go by a role’s own published figures. What is not \
                          published, measured in another way or counted for a wider group stands \
                          after those, whichever end comes first, and meets no filter.";
