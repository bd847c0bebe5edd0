use leptos::prelude::*;

use super::comparison_table::{CellView, ColumnHeads, key_of};
use super::text;
use crate::compare::{Column, Row};

/// Ratings of the roles on one scale: what is rated down, roles across; on a narrow screen laid out as the tables of the
/// comparison are.
#[component]
pub fn RatedTable(
    /// What is rated: "Interests".
    title: &'static str,
    /// Where the ratings are from and on what scale: "O*NET 30.2, from 1 to 7". Where the rows say it themselves, the
    /// table stands without a heading.
    #[prop(optional)]
    release: Option<&'static str>,
    /// The rows.
    rows: Vec<Row>,
    /// The roles, in the order of the cells.
    columns: Vec<Column>,
    /// What is said where there is no row.
    none: &'static str,
) -> impl IntoView {
    let head = release.map(|release| {
        view! {
            <h4>
                {title} " " <span class="qualifier">{release}</span>
            </h4>
        }
    });
    if rows.is_empty() {
        return view! {
            {head}
            <p class="definition">{none}</p>
        }
        .into_any();
    }
    let many = columns.len() > 3;
    let heads = columns.clone();
    let rows = rows.into_iter().map(|row| {
        // A row is called by its label alone; what it means is not read out again with every cell.
        let name_id = format!("{}-{}", key_of(title), key_of(&row.label));
        let definition_id = row.definition.map(|_| format!("{name_id}-means"));
        let (labelled_by, described_by) = (name_id.clone(), definition_id.clone());
        let definition = row.definition.map(|words| {
            view! {
                <span class="definition" id=definition_id>
                    {text(words)}
                </span>
            }
        });
        let cells = row.cells.into_iter().zip(columns.iter().cloned());
        let cells = cells.map(|(cell, column)| view! { <CellView cell column /> });
        view! {
            <tr role="row">
                <th
                    scope="row"
                    role="rowheader"
                    aria-labelledby=labelled_by
                    aria-describedby=described_by
                >
                    <span id=name_id>{text(row.label)}</span>
                    {definition}
                </th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        {head}
        <table class="comparison rated" class:many=many role="table">
            <caption class="visually-hidden">{format!("{title} of the compared roles")}</caption>
            <ColumnHeads columns=heads of_figures=false />
            <tbody role="rowgroup">{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
