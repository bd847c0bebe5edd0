use leptos::prelude::*;

use super::{RoleName, ScaleBar, SourceLine};
use crate::compare::{Cell, Column, Row, RowGroup, Table};
use crate::model::{Section, Source};

/// The rows of a section: attributes down, roles across. On a narrow screen the same table is laid
/// out metric first, each with all roles under each other; the explicit roles keep it a table for
/// assistive technology there too.
#[component]
pub fn ComparisonTable(
    /// The rows.
    table: Table,
    /// The compared roles.
    columns: Vec<Column>,
    /// All sources of the comparison.
    sources: Vec<Source>,
) -> impl IntoView {
    // The overview is for the eye; what each row means is said where the row is at home.
    let with_definitions = table.section != Section::Overview;
    let used = table.sources.iter();
    let used = used.filter_map(|id| sources.iter().find(|source| source.id == *id));
    let used: Vec<Source> = used.cloned().collect();
    let width = columns.len() + 1;
    let heads = columns.iter().cloned().map(|column| {
        view! {
            <th scope="col" role="columnheader">
                <RoleName column />
            </th>
        }
    });
    let groups = table.groups.into_iter().map(|group| {
        view! { <Group group columns=columns.clone() width with_definitions /> }
    });
    view! {
        <table class="comparison" role="table">
            <caption class="visually-hidden">{format!("{} of the compared roles", table.section.heading())}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <td role="cell"></td>
                    {heads.collect_view()}
                </tr>
            </thead>
            {groups.collect_view()}
        </table>
        <LeftOut labels=table.left_out />
        <SourceLine sources=used />
    }
    .into_any()
}

#[component]
fn Group(
    group: RowGroup,
    columns: Vec<Column>,
    width: usize,
    with_definitions: bool,
) -> impl IntoView {
    let grouped = group.label.is_some();
    let head = group.label.map(|label| {
        view! {
            <tr class="group-head" role="row">
                <th scope="rowgroup" role="rowheader" colspan=width.to_string()>
                    {label}
                </th>
            </tr>
        }
    });
    let rows = group.rows.into_iter().map(|row| {
        view! { <RowView row columns=columns.clone() with_definitions /> }
    });
    view! {
        <tbody role="rowgroup" class:grouped=grouped>
            {head}
            {rows.collect_view()}
        </tbody>
    }
    .into_any()
}

#[component]
fn RowView(row: Row, columns: Vec<Column>, with_definitions: bool) -> impl IntoView {
    let definition = row.definition.filter(|_| with_definitions);
    let cells = row.cells.into_iter().zip(columns).map(|(cell, column)| {
        view! { <CellView cell column /> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {row.label}
                {definition.map(|words| view! { <span class="definition">{words}</span> })}
            </th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

#[component]
fn CellView(cell: Cell, column: Column) -> impl IntoView {
    let place = column.place;
    let qualifiers = (!cell.qualifiers.is_empty()).then(|| cell.qualifiers.join("; "));
    view! {
        <td role="cell">
            // Seen only where the column heads are not; those name the cell for assistive technology.
            <span class="cell-role" aria-hidden="true">
                <RoleName column of_figures=false />
            </span>
            <span class="figure" class:non-value=!cell.is_value class:leads=cell.leads>
                {cell.text}
                {cell.leads.then(|| view! { <span class="visually-hidden">" (highest)"</span> })}
                {qualifiers.map(|words| view! { <span class="qualifier">" "{words}</span> })}
            </span>
            {cell.extent.map(|extent| view! { <ScaleBar extent place /> })}
        </td>
    }
    .into_any()
}

/// One line that names the rows no compared role has.
#[component]
fn LeftOut(labels: Vec<String>) -> impl IntoView {
    (!labels.is_empty()).then(|| {
        let names = labels.join(", ").to_lowercase();
        view! { <p class="left-out">"Not shown, because no compared role has it: " {names} "."</p> }
    })
}
