use leptos::prelude::*;

use super::{AboutButton, Each, RoleName, ScaleBar, SourceLine, text};
use crate::compare::{About, Cell, Column, Row, RowGroup, Table, about_row};
use crate::model::{Section, Source};

/// The rows of a section: attributes down, roles across. On a narrow screen the same table is laid
/// out metric first, each with all roles under each other; the explicit roles keep it a table for
/// assistive technology there too.
///
/// A change touches the cells that are others after it, and nothing else.
#[component]
pub fn ComparisonTable(
    /// Which section.
    section: Section,
    /// The rows; empty where there are none.
    table: Memo<Option<Table>>,
    /// The compared roles.
    columns: Memo<Vec<Column>>,
    /// All sources of the comparison.
    sources: Memo<Vec<Source>>,
    /// Called with what is to be known about a row, when somebody asks for it.
    on_about: Callback<About>,
) -> impl IntoView {
    let used = Memo::new(move |_| {
        let used = table.with(|table| table.as_ref().map(|table| table.sources.clone()));
        let used = used.unwrap_or_default();
        sources.with(|sources| {
            let used = used.iter();
            let used = used.filter_map(|id| sources.iter().find(|source| source.id == *id));
            used.cloned().collect::<Vec<_>>()
        })
    });
    let hidden =
        Memo::new(move |_| table.with(|t| t.as_ref().map(|t| t.hidden).unwrap_or_default()));
    let left_out = Memo::new(move |_| {
        table.with(|table| {
            let labels = &table.as_ref()?.left_out;
            (!labels.is_empty()).then(|| format!("No data for: {}.", labels.join("; ")))
        })
    });
    let remark = Memo::new(move |_| table.with(|table| table.as_ref().and_then(Table::remark)));
    let shared = Memo::new(move |_| table.with(|t| t.as_ref().and_then(|t| t.shared.clone())));
    let several = Memo::new(move |_| columns.with(|columns| columns.len() > 1));
    let many = Memo::new(move |_| columns.with(|columns| columns.len() > 3));
    let asked = Callback::new(move |row: Row| {
        let about = columns.with_untracked(|columns| {
            sources.with_untracked(|sources| about_row(&row, columns, sources))
        });
        on_about.run(about);
    });
    let groups = Memo::new(move |_| {
        table.with(|table| {
            let groups = table.iter().flat_map(|table| &table.groups);
            groups.map(key_of_group).collect::<Vec<_>>()
        })
    });
    let group = Callback::new(move |key: String| {
        view! { <Group key table columns section asked /> }.into_any()
    });
    view! {
        <table class="comparison" class:many=move || many.get() role="table">
            <caption class="visually-hidden">{format!("{} of the compared roles", section.heading())}</caption>
            {move || view! { <ColumnHeads columns=columns.get() of_figures=true /> }}
            <Each keys=groups view=group />
        </table>
        {(section == Section::Overview)
            .then_some(move || view! { <TableKey several=several.get() /> })}
        {move || view! { <Remark words=remark.get().map(str::to_owned) /> }}
        {move || view! { <Remark words=shared.get() /> }}
        {move || view! { <Remark words=hidden.get().in_words() /> }}
        {move || view! { <Remark words=left_out.get() /> }}
        {move || view! { <SourceLine sources=used.get() /> }}
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

/// What makes a group the same one after a change.
fn key_of_group(group: &RowGroup) -> String {
    let first = || group.rows.first().map(|row| row.label.clone());
    match &group.label {
        Some(label) => format!("{label}:"),
        None => first().unwrap_or_default(),
    }
}

#[component]
fn Group(
    key: String,
    table: Memo<Option<Table>>,
    columns: Memo<Vec<Column>>,
    section: Section,
    asked: Callback<Row>,
) -> impl IntoView {
    // None of a group that goes away.
    let group = Memo::new(move |_| {
        table.with(|table| {
            let mut groups = table.as_ref()?.groups.iter();
            groups.find(|group| key_of_group(group) == key).cloned()
        })
    });
    let notes = Memo::new(move |_| {
        group.with(|group| {
            group
                .as_ref()
                .map(|group| group.notes.clone())
                .unwrap_or_default()
        })
    });
    let label = group.with_untracked(|group| group.as_ref()?.label.clone());
    let grouped = label.is_some();
    let head = label.map(|label| {
        let notes = move || {
            let notes = notes.get().into_iter();
            let notes = notes.map(|note| view! { <span class="definition">{text(note)}</span> });
            notes.collect_view()
        };
        view! {
            <tr class="group-head" role="row">
                <th
                    scope="rowgroup"
                    role="rowheader"
                    colspan=move || columns.with(|columns| columns.len() + 1).to_string()
                >
                    {label}
                    {notes}
                </th>
            </tr>
        }
    });
    let rows = Memo::new(move |_| {
        group.with(|group| {
            let rows = group.iter().flat_map(|group| &group.rows);
            rows.map(|row| row.label.clone()).collect::<Vec<_>>()
        })
    });
    let row = Callback::new(move |label: String| {
        view! { <RowView label group columns section asked /> }.into_any()
    });
    view! {
        <tbody role="rowgroup" class:grouped=grouped>
            {head}
            <Each keys=rows view=row />
        </tbody>
    }
    .into_any()
}

#[component]
fn RowView(
    label: String,
    group: Memo<Option<RowGroup>>,
    columns: Memo<Vec<Column>>,
    section: Section,
    asked: Callback<Row>,
) -> impl IntoView {
    // A row is called by its label alone; what it means is not read out again with every cell.
    let name_id = format!("{}-{}", section.key(), key_of(&label));
    let definition_id = StoredValue::new(format!("{name_id}-means"));
    let labelled_by = name_id.clone();
    let shown = label.clone();
    // None of a row that goes away.
    let row = Memo::new(move |_| {
        group.with(|group| {
            let mut rows = group.as_ref()?.rows.iter();
            rows.find(|row| row.label == label).cloned()
        })
    });
    let on_about = Callback::new(move |()| {
        if let Some(row) = row.get_untracked() {
            asked.run(row);
        }
    });
    // The overview is for the eye; what each row means is said where the row is at home.
    let definition = Memo::new(move |_| {
        let definition = row.with(|row| row.as_ref()?.definition);
        definition.filter(|_| section != Section::Overview)
    });
    let keys = Memo::new(move |_| {
        columns.with(|columns| columns.iter().map(Column::key).collect::<Vec<_>>())
    });
    let cell = Callback::new(move |key: String| view! { <CellOf row columns key /> }.into_any());
    let described_by = move || definition.get().map(|_| definition_id.get_value());
    let definition = move || {
        let words = definition.get()?;
        Some(view! {
            <span class="definition" id=definition_id.get_value()>
                {text(words)}
            </span>
        })
    };
    view! {
        <tr role="row">
            <th
                scope="row"
                role="rowheader"
                aria-labelledby=labelled_by
                aria-describedby=described_by
            >
                <AboutButton on_about>
                    <span id=name_id>{shown}</span>
                    <span class="visually-hidden">" about this figure"</span>
                </AboutButton>
                {definition}
            </th>
            <Each keys view=cell />
        </tr>
    }
    .into_any()
}

/// The cell of a role in a row.
#[component]
fn CellOf(row: Memo<Option<Row>>, columns: Memo<Vec<Column>>, key: String) -> impl IntoView {
    let at = move |columns: &[Column]| columns.iter().position(|c| c.key() == key);
    let column = columns.with_untracked(|columns| Some(columns.get(at(columns)?)?.clone()));
    // None of a role that goes away.
    let cell = Memo::new(move |_| {
        let at = columns.with(|columns| at(columns))?;
        row.with(|row| row.as_ref()?.cells.get(at).cloned())
    });
    let shown = move || {
        let (cell, column) = cell.get().zip(column.clone())?;
        Some(view! { <CellView cell column /> })
    };
    shown.into_any()
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
    let color = column.color;
    let qualifiers = (!cell.qualifiers.is_empty()).then(|| cell.qualifiers.join("; "));
    let length = cell.text.chars().count() + qualifiers.iter().map(String::len).sum::<usize>();
    let long = length > LONG;
    view! {
        <td role="cell" class:wide=long || !cell.is_value>
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
                <span>{text(cell.text)}</span>
                {qualifiers.map(|words| view! { <span class="qualifier">{text(format!(" {words}"))}</span> })}
                {cell.difference.map(|difference| {
                    view! { <span class="difference">{text(difference.text().to_owned())}</span> }
                })}
                {cell.leads.then(|| view! { <span class="visually-hidden">", the highest"</span> })}
            </span>
            {cell.extent.map(|extent| view! { <ScaleBar extent color /> })}
        </td>
    }
    .into_any()
}

#[component]
fn TableKey(several: bool) -> impl IntoView {
    let scale = several.then(|| view! { <span>{text(format!(" {KEY}"))}</span> });
    view! {
        <p class="left-out">
            <span class="on-screen">{ABOUT}</span>
            {scale}
        </p>
    }
    .into_any()
}

/// How one learns more of a figure.
const ABOUT: &str = "Select a row’s name to see its source, margin of error and method.";

/// How the tables are read.
const KEY: &str = "The bars of a row share one scale, from zero. Where most people would call more \
                   better, the highest value is bold, unless its lead is within the survey’s error, \
                   within the rounding, or too small to matter.";

/// One line under a table.
#[component]
fn Remark(words: Option<String>) -> impl IntoView {
    words.map(|words| view! { <p class="left-out">{text(words)}</p> })
}
