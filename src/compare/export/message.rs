use super::Export;
use crate::compare::{SPOKEN_OF, Table, credits, in_short, sources_of, title};
use crate::model::{MetricId, Section, Source, format};

/// How many figures a message tells of a role.
const MOST_FIGURES: usize = 8;

/// The comparison as plain text, short enough for a message.
pub fn message(export: &Export) -> String {
    let columns = &export.comparison.columns;
    let tables = export.comparison.tables();
    let overview = tables.iter();
    let overview = overview.filter(|table| table.section == Section::Overview);
    let overview: Vec<&Table> = overview.collect();

    let mut paragraphs = vec![title(columns)];
    paragraphs.extend(in_short(columns));
    for (place, column) in columns.iter().enumerate() {
        let mut lines = vec![format!("{} ({})", column.role.title, column.provenance)];
        let rows = overview.iter().flat_map(|table| &table.groups);
        let figures = rows.flat_map(|group| &group.rows).filter_map(|row| {
            let cell = row.cells.get(place)?;
            let words = std::iter::once(cell.text.as_str());
            let words: Vec<&str> = words
                .chain(cell.qualifiers.iter().map(String::as_str))
                .collect();
            let text = words.join("; ");
            (cell.text != format::NOT_PUBLISHED).then(|| format!("{}: {text}", row.label))
        });
        lines.extend(figures.take(MOST_FIGURES));
        paragraphs.push(lines.join("\n"));
    }
    let told = told(&overview);
    let sources = sources_of(&told, columns, &export.sources);
    paragraphs.extend(named(&sources));
    paragraphs.push(export.link.clone());
    paragraphs.extend(credits(&sources));
    paragraphs.join("\n\n")
}

/// What the message tells figures of.
fn told(overview: &[&Table]) -> Vec<MetricId> {
    let groups = overview.iter().flat_map(|table| &table.groups);
    let rows = groups.flat_map(|group| &group.rows);
    let cells = rows.flat_map(|row| &row.cells);
    SPOKEN_OF
        .into_iter()
        .chain(cells.filter_map(|cell| cell.metric))
        .collect()
}

/// The sources in one line.
fn named(sources: &[Source]) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for source in sources {
        let name = format!("{} ({})", source.short, source.period);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| format!("Sources: {}.", names.join("; ")))
}
