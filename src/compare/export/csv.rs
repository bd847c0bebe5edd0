use super::{Export, Record, RecordValue};
use crate::model::csv_text::{BYTE_ORDER_MARK, harmless, push_line};

/// The names of the columns. Every row is complete in itself: it names its source, the release and
/// the comparison it was taken from.
const HEADER: [&str; 27] = [
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
    "base",
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
    push_line(&mut text, &HEADER.map(str::to_owned));
    for record in &export.records {
        push_line(&mut text, &cells(export, record));
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
        harmless(&record.label),
        words(record.part.as_deref()),
        value,
        words(record.unit),
        harmless(&record.shown),
        record.kind.to_owned(),
        harmless(&record.qualifiers.join("; ")),
        record
            .base
            .map(|people| people.to_string())
            .unwrap_or_default(),
        words(record.error.as_deref()),
        words(record.wider_group.as_deref()),
        words(record.difference.as_deref()),
        words(record.source.as_ref().map(|id| id.0.as_str())),
        of_source(|source| &source.publisher),
        of_source(|source| &source.table),
        of_source(|source| &source.release),
        of_source(|source| &source.period),
        of_source(|source| &source.license),
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
