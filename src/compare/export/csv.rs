use super::{Export, Record, RecordValue};

/// The mark that tells Excel the text is UTF-8; without it, it shows ’ and ® as other letters. All
/// that read CSV for computing know it too.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The end of a line, as RFC 4180 has it.
const LINE_END: &str = "\r\n";

/// The names of the columns. Every row is complete in itself: it names its source, the release and
/// the comparison it was taken from.
const HEADER: [&str; 26] = [
    "role_id",
    "role",
    "section",
    "metric_id",
    "label",
    "part",
    "value",
    "unit",
    "shown",
    "kind",
    "qualifiers",
    "error",
    "wider_group",
    "difference",
    "source_id",
    "publisher",
    "table",
    "release",
    "period",
    "licence",
    "link",
    "note",
    "credit",
    "what_was_done",
    "crossroads_release",
    "comparison",
];

/// The comparison as CSV (RFC 4180, UTF-8 with a byte order mark): one row for each record.
pub fn csv(export: &Export) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    line(&mut text, HEADER.map(str::to_owned));
    for record in &export.records {
        line(&mut text, cells(export, record));
    }
    text
}

fn cells(export: &Export, record: &Record) -> [String; HEADER.len()] {
    let columns = export.comparison.columns.iter();
    let mut role = columns.filter(|column| column.role.id.0 == record.role);
    let title = role.next().map(|column| column.role.title.as_str());
    let source = export.source_of(record);
    let of_source = |fact: fn(&crate::model::Source) -> &str| words(source.map(fact));
    let link = source.and_then(|source| source.link.as_deref());
    let credit = source.and_then(|source| source.credit.as_deref());
    let value = match &record.value {
        // A number may begin with a minus: that is no formula.
        RecordValue::Number(digits) => digits.clone(),
        RecordValue::Text(text) => harmless(text),
    };
    [
        harmless(&record.role),
        words(title),
        record.section.to_owned(),
        record.metric.to_owned(),
        harmless(record.label),
        words(record.part.as_deref()),
        value,
        words(record.unit),
        harmless(&record.shown),
        record.kind.to_owned(),
        harmless(&record.qualifiers.join("; ")),
        words(record.error.as_deref()),
        words(record.wider_group.as_deref()),
        words(record.difference.as_deref()),
        words(record.source.as_ref().map(|id| id.0.as_str())),
        of_source(|source| &source.publisher),
        of_source(|source| &source.table),
        of_source(|source| &source.release),
        of_source(|source| &source.period),
        of_source(|source| &source.licence),
        words(link),
        of_source(|source| &source.note),
        words(credit),
        words(record.done),
        export.release.to_owned(),
        harmless(&export.link),
    ]
}

fn words(text: Option<&str>) -> String {
    text.map(harmless).unwrap_or_default()
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

fn line<const N: usize>(text: &mut String, cells: [String; N]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        if cell.contains(['"', ',', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push_str(LINE_END);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_made_harmless() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        for text in ["", "Sales Managers", "$1 = 1", "−3.2%", "a-b"] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut text = String::new();
        line(
            &mut text,
            ["a", "b,c", "say \"d\"", "e\nf", ""].map(str::to_owned),
        );
        assert_eq!(text, "a,\"b,c\",\"say \"\"d\"\"\",\"e\nf\",\r\n");
    }
}
