use std::sync::Arc;

use leptos::prelude::*;

use super::{AboutButton, RoleName, ScaleBar, SourceLine};
use crate::compare::{About, Cell, Column, Row, RowGroup, Table, about_row};
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
    /// Called with what is to be known about a row, when somebody asks for it.
    on_about: Callback<About>,
) -> impl IntoView {
    let used = table.sources.iter();
    let used = used.filter_map(|id| sources.iter().find(|source| source.id == *id));
    let used: Vec<Source> = used.cloned().collect();
    let width = columns.len() + 1;
    let several = columns.len() > 1;
    let many = columns.len() > 3;
    let heads = columns.clone();
    let section = table.section;
    let told_from = Arc::new((columns.clone(), sources));
    let asked = Callback::new(move |row: Row| {
        let (columns, sources) = &*told_from;
        on_about.run(about_row(&row, columns, sources));
    });
    let groups = table.groups.into_iter().map(|group| {
        view! { <Group group columns=columns.clone() width section asked /> }
    });
    view! {
        <table class="comparison" class:many=many role="table">
            <caption class="visually-hidden">{format!("{} of the compared roles", table.section.heading())}</caption>
            <ColumnHeads columns=heads of_figures=true />
            {groups.collect_view()}
        </table>
        {(section == Section::Overview).then(|| view! { <TableKey several /> })}
        <Alike count=table.alike />
        <LeftOut labels=table.left_out />
        <SourceLine sources=used />
    }
    .into_any()
}

/// The names of the roles above their columns.
#[component]
pub fn ColumnHeads(
    /// The roles.
    columns: Vec<Column>,
    /// Whether it matters whose figures stand below.
    of_figures: bool,
) -> impl IntoView {
    let heads = columns.into_iter().map(|column| {
        view! {
            <th scope="col" role="columnheader">
                <RoleName column of_figures />
            </th>
        }
    });
    view! {
        <thead role="rowgroup">
            <tr role="row">
                <td role="cell"></td>
                {heads.collect_view()}
            </tr>
        </thead>
    }
    .into_any()
}

#[component]
fn Group(
    group: RowGroup,
    columns: Vec<Column>,
    width: usize,
    section: Section,
    asked: Callback<Row>,
) -> impl IntoView {
    let grouped = group.label.is_some();
    let notes = group.notes.into_iter();
    let notes = notes.map(|note| view! { <span class="definition">{note}</span> });
    let head = group.label.map(|label| {
        view! {
            <tr class="group-head" role="row">
                <th scope="rowgroup" role="rowheader" colspan=width.to_string()>
                    {label}
                    {notes.collect_view()}
                </th>
            </tr>
        }
    });
    let rows = group.rows.into_iter().map(|row| {
        view! { <RowView row columns=columns.clone() section asked /> }
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
fn RowView(
    row: Row,
    columns: Vec<Column>,
    section: Section,
    asked: Callback<Row>,
) -> impl IntoView {
    let held = row.clone();
    let on_about = Callback::new(move |()| asked.run(held.clone()));
    // The overview is for the eye; what each row means is said where the row is at home.
    let definition = row.definition.filter(|_| section != Section::Overview);
    // A row is called by its label alone; what it means is not read out again with every cell.
    let name_id = format!("{}-{}", section.key(), key_of(&row.label));
    let definition_id = definition.map(|_| format!("{name_id}-means"));
    let (labelled_by, described_by) = (name_id.clone(), definition_id.clone());
    let cells = row.cells.into_iter().zip(columns).map(|(cell, column)| {
        view! { <CellView cell column /> }
    });
    view! {
        <tr role="row">
            <th
                scope="row"
                role="rowheader"
                aria-labelledby=labelled_by
                aria-describedby=described_by
            >
                <AboutButton on_about>
                    <span id=name_id>{row.label}</span>
                    <span class="visually-hidden">" about this figure"</span>
                </AboutButton>
                {definition.map(|words| {
                    view! {
                        <span class="definition" id=definition_id>
                            {words}
                        </span>
                    }
                })}
            </th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

/// A label as part of an element's id.
pub(super) fn key_of(label: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    label.chars().map(plain).collect()
}

/// From how many characters on a value gets a line of its own on a narrow screen.
const LONG: usize = 22;

/// What one role has in one row, with its bar.
#[component]
pub fn CellView(
    /// The cell.
    cell: Cell,
    /// The role.
    column: Column,
) -> impl IntoView {
    let colour = column.colour;
    let qualifiers = (!cell.qualifiers.is_empty()).then(|| cell.qualifiers.join("; "));
    let length = cell.text.chars().count() + qualifiers.iter().map(String::len).sum::<usize>();
    let long = length > LONG;
    view! {
        <td role="cell">
            // Seen only where the column heads are not; those name the cell for assistive technology.
            <span class="cell-role" aria-hidden="true">
                <RoleName column of_figures=false />
            </span>
            <span
                class="figure"
                class:non-value=!cell.is_value
                class:leads=cell.leads
                class:long=long
            >
                {cell.text}
                {qualifiers.map(|words| view! { <span class="qualifier">" "{words}</span> })}
                {cell.difference.map(|difference| {
                    view! { <span class="difference">{difference.text().to_owned()}</span> }
                })}
                {cell.leads.then(|| view! { <span class="visually-hidden">", the highest"</span> })}
            </span>
            {cell.extent.map(|extent| view! { <ScaleBar extent colour /> })}
        </td>
    }
    .into_any()
}

#[component]
fn TableKey(several: bool) -> impl IntoView {
    let scale = several.then(|| format!(" {KEY}"));
    view! {
        <p class="left-out">
            <span class="on-screen">{ABOUT}</span>
            {scale}
        </p>
    }
    .into_any()
}

/// How one learns more of a figure.
const ABOUT: &str = "The name of each row opens what is to be known about its figures: source, error, what was done.";

/// How the tables are read.
const KEY: &str = "The bars of a row share one scale, from zero. Where most people would call more \
                   better, the highest value is bold, unless the difference is within the survey’s \
                   error.";

/// One line that counts the rows in which the roles do not differ.
#[component]
fn Alike(count: usize) -> impl IntoView {
    let words = match count {
        0 => return None,
        1 => "1 row is hidden, because the roles do not differ in it.".to_owned(),
        _ => format!("{count} rows are hidden, because the roles do not differ in them."),
    };
    Some(view! { <p class="left-out">{words}</p> })
}

/// One line that names the rows no compared role has.
#[component]
fn LeftOut(labels: Vec<String>) -> impl IntoView {
    (!labels.is_empty()).then(|| {
        let names = labels.join("; ");
        view! { <p class="left-out">"Not shown, because no compared role has it: " {names} "."</p> }
    })
}
