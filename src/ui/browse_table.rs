use leptos::prelude::*;

use super::{CompareButton, InPageLink, text};
use crate::compare::{BrowseCell, BrowseRow, Choice, Order, Sort, SortBy};
use crate::model::{Headline, RoleId};

/// Roles down, a few of their figures across. On a narrow screen each role is a card and the heads
/// are a line of their own, by which it is sorted there too; the explicit roles keep it a table for
/// assistive technology.
#[component]
pub fn BrowseTable(
    /// The roles of this page.
    rows: Memo<Vec<BrowseRow>>,
    /// What the tray says to each of them.
    choices: Memo<Vec<Choice>>,
    /// The order they stand in.
    sort: Signal<Sort>,
    /// Called with the column to sort by.
    on_sort: Callback<SortBy>,
    /// Called with a role that is to be compared, or no longer.
    on_compare: Callback<RoleId>,
    /// Called with the query string of a comparison to open.
    on_open: Callback<String>,
) -> impl IntoView {
    let heads = SortBy::all().map(|by| view! { <Head by sort on_sort /> });
    view! {
        <table class="browse" role="table">
            <caption class="visually-hidden">
                {move || text(format!("Roles {}", sort.get().words()))}
            </caption>
            <thead role="rowgroup">
                <tr role="row">
                    {heads.collect_view()} <th scope="col" role="columnheader" class="head-compare">
                        <span class="visually-hidden">"Compare"</span>
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <For each=move || rows.get() key=|row| row.role.clone() let:row>
                    <RowView row choices on_compare on_open />
                </For>
            </tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Head(by: SortBy, sort: Signal<Sort>, on_sort: Callback<SortBy>) -> impl IntoView {
    let order = move || Some(sort.get()).filter(|s| s.by == by).map(|s| s.order);
    let aria = move || {
        order().map(|order| match order {
            Order::Ascending => "ascending",
            Order::Descending => "descending",
        })
    };
    let mark = move || {
        text(match order() {
            Some(Order::Ascending) => "↑",
            Some(Order::Descending) => "↓",
            None => "",
        })
    };
    view! {
        <th scope="col" role="columnheader" aria-sort=aria class:number=is_number(by)>
            <button type="button" on:click=move |_| on_sort.run(by)>
                {by.label()}
                <span class="sort-mark" aria-hidden="true">
                    {mark}
                </span>
            </button>
            {by.unit().map(|unit| view! { <span class="unit">{unit}</span> })}
        </th>
    }
    .into_any()
}

/// Whether the column holds numbers of many lengths, which stand under each other by their last digit.
fn is_number(by: SortBy) -> bool {
    match by {
        SortBy::Title => false,
        SortBy::Figure(headline) => !matches!(headline, Headline::Education | Headline::Satisfied),
    }
}

#[component]
fn RowView(
    row: BrowseRow,
    choices: Memo<Vec<Choice>>,
    on_compare: Callback<RoleId>,
    on_open: Callback<String>,
) -> impl IntoView {
    let role = row.role.clone();
    let choice = Memo::new(move |_| {
        let of_role = |choice: &&Choice| choice.role == role;
        choices.with(|choices| choices.iter().find(of_role).cloned())
    });
    let query = move || choice.with(|c| c.as_ref().map(|c| c.query.clone()).unwrap_or_default());
    let href = Signal::derive(move || format!("?{}", query()));
    let on_follow = Callback::new(move |()| on_open.run(choice_query(choice)));
    let provenance = row.provenance.map(|words| {
        view! { <span class="provenance">{text(format!(" {words}"))}</span> }
    });
    let title = row.title.clone();
    let cells = row
        .cells
        .into_iter()
        .map(|cell| view! { <CellView cell /> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <InPageLink href on_follow>{text(title)}</InPageLink>
                {provenance}
            </th>
            {cells.collect_view()}
            <td role="cell" class="compare">
                <CompareButton role=row.role title=row.title choice on_compare />
            </td>
        </tr>
    }
    .into_any()
}

fn choice_query(choice: Memo<Option<Choice>>) -> String {
    choice.with_untracked(|choice| choice.as_ref().map(|c| c.query.clone()).unwrap_or_default())
}

#[component]
fn CellView(cell: BrowseCell) -> impl IntoView {
    let by = SortBy::Figure(cell.headline);
    let qualifiers = cell.qualifiers.into_iter();
    let qualifiers = qualifiers
        .map(|words| view! { <span class="qualifier">{text(format!(" {words}"))}</span> });
    let unit = by.unit().map(|unit| format!(", {unit}"));
    view! {
        <td role="cell" class:number=is_number(by)>
            // Seen only where the heads do not stand above; those name the cell for assistive technology.
            <span class="cell-head" aria-hidden="true">
                {by.label()}
                <span class="unit">{unit}</span>
            </span>
            <span class="figure" class:non-value=!cell.is_value>
                <span>{text(cell.text)}</span>
                {qualifiers.collect_view()}
            </span>
            {cell.wider_group.map(|words| view! { <span class="wider">{text(format!(" {words}"))}</span> })}
        </td>
    }
    .into_any()
}
