//! What is made of the dataset once the project's own model has read it: `roles.csv` and `COVERAGE.md`.
//!
//! They hold what the page would show, so that a table the page cannot read is refused here.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use crossroads::model::{
    Alike, DataError, Dataset, Figure, METRICS, Metric, OfficialTables, Reading, Role, RoleId, flat,
};

use super::files::Files;
use super::{official, shards, sizes};
use crate::refusal::{Refusal, Result};

/// The files written by hand that the dataset is read with.
const SEEDS: &str = "data/seed-roles.json";
const SOURCES: &str = "data/official-sources.json";

/// Adds both files to a dataset that is whole but for them. `root` holds the files written by hand.
///
/// # Errors
/// When one of those cannot be read, or the project's model refuses a table or a role.
pub fn add(files: &mut Files, root: &Path) -> Result<()> {
    let dataset = read(files, root)?;
    let refuse = |error: DataError| {
        Refusal::of_file(
            "the dataset",
            &error.field,
            error.expected.to_string(),
            &error.found,
        )
        .at("", &error.role)
    };
    let ids: Vec<RoleId> = dataset.ids().collect();
    let roles = ids.iter().filter_map(|id| dataset.role(id).transpose());
    let roles: Vec<Arc<Role>> = roles
        .collect::<std::result::Result<_, _>>()
        .map_err(refuse)?;
    files.add(format!("{}/roles.csv", shards::FOLDER), csv(&roles)?);
    check_alike(files, &dataset).map_err(refuse)?;
    let text = coverage(&dataset, &roles, files);
    files.add("data/COVERAGE.md".to_owned(), text);
    Ok(())
}

fn read(files: &Files, root: &Path) -> Result<Dataset> {
    let unreadable = |name: &str, error: &dyn std::fmt::Display| {
        Refusal::of_file(name, "", "the layout of data/README.md", error.to_string())
    };
    let by_hand =
        |name: &str| fs::read_to_string(root.join(name)).map_err(|error| unreadable(name, &error));
    // The model keeps its tables for as long as the program runs; this one reads them once and ends.
    let table = |name: &str| -> Result<&'static str> {
        let path = format!("{}/{name}", official::FOLDER);
        let text = files
            .get(&path)
            .ok_or_else(|| unreadable(&path, &"nothing"))?;
        Ok(text.to_owned().leak())
    };
    let tables = OfficialTables {
        sources: by_hand(SOURCES)?.leak(),
        occupations: table("occupations.json")?,
        census: Some(table("census.json")?),
        satisfaction: table("satisfaction.json")?,
        groups: table("groups.json")?,
        names: table("names.json")?,
        places: Some(table("places.json")?),
    };
    let seeds = by_hand(SEEDS)?;
    let dataset = Dataset::parse(&seeds).map_err(|error| unreadable(SEEDS, &error))?;
    dataset
        .with_official(tables)
        .map_err(|error| unreadable(official::FOLDER, &error))
}

fn csv(roles: &[Arc<Role>]) -> Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let refuse = |error: &dyn std::fmt::Display| {
        Refusal::of_file(
            "roles.csv",
            "",
            "a file that can be written",
            error.to_string(),
        )
    };
    writer
        .write_record(flat::header())
        .map_err(|error| refuse(&error))?;
    for role in roles {
        writer
            .write_record(flat::row(role))
            .map_err(|error| refuse(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| refuse(&error))?;
    String::from_utf8(bytes).map_err(|error| refuse(&error))
}

/// For each metric, how many roles have what of it.
#[derive(Default)]
struct Count {
    of_kinds: [usize; KINDS.len()],
    sources: Vec<String>,
}

/// The kinds of figures, as heads of the columns of the coverage table.
const KINDS: [&str; 7] = [
    "own",
    "wider group",
    "other period",
    "at least",
    "not released",
    "below the rounding",
    "none chosen",
];

fn count(metric: &Metric, roles: &[Arc<Role>]) -> Count {
    let mut count = Count::default();
    for figure in roles.iter().filter_map(|role| role.figure(metric.id)) {
        let Figure {
            reading,
            wider_group,
            source,
            ..
        } = figure;
        let kind = match (reading, wider_group) {
            (Reading::Exact(_), None) => Some(0),
            (Reading::Exact(_), Some(_)) => Some(1),
            (Reading::PaidOnly(_), _) => Some(2),
            (Reading::AtLeast(_), _) => Some(3),
            (Reading::NotReleased(_), _) => Some(4),
            (Reading::WithinRounding, _) => Some(5),
            (Reading::TooFewPlaces | Reading::UnsureRivals(_), _) => Some(6),
            (Reading::NotPublished, _) => None,
        };
        if let Some(kind) = kind {
            count.of_kinds[kind] += 1;
        }
        if !count.sources.contains(&source.0) {
            count.sources.push(source.0.clone());
        }
    }
    count
}

/// The shards that say how alike an occupation is to others, with its id.
fn alike(files: &Files) -> impl Iterator<Item = (RoleId, &str)> {
    files.iter().filter_map(|(path, text)| {
        let name = path.strip_prefix(shards::FOLDER)?.strip_prefix("/alike/")?;
        let code = name.strip_suffix(".json")?;
        Some((RoleId(code.to_owned()), text))
    })
}

/// Reads each of them as the page would.
fn check_alike(files: &Files, dataset: &Dataset) -> std::result::Result<(), DataError> {
    for (id, text) in alike(files) {
        Alike::parse(&id, text, dataset)?;
    }
    Ok(())
}

fn coverage(dataset: &Dataset, roles: &[Arc<Role>], files: &Files) -> String {
    let sizes = sizes::table(files);
    let mut text = format!(
        "# Coverage\n\nMade by `cargo xtask import`; do not edit.\n\n## Figures\n\nHow many of the {} roles \
         have a figure of their own, one of a wider group, pay by the other period only, a top-coded one, one \
         that is not released, one that is below the rounding, or a best-paying place that cannot be named. The rest \
         is not published.\n\n| figure | key | {} | not published | sources |\n|---|---|{}---:|---|\n",
        roles.len(),
        KINDS.join(" | "),
        "---:|".repeat(KINDS.len())
    );
    for metric in &METRICS {
        let Count { of_kinds, sources } = count(metric, roles);
        let said: usize = of_kinds.iter().sum();
        let of_kinds = of_kinds.map(|count| count.to_string()).join(" | ");
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "| {} | `{}` | {of_kinds} | {} | {} |",
            metric.label,
            metric.key,
            roles.len() - said,
            sources.join(", ")
        );
    }
    let rated = alike(files).count();
    let _ = writeln!(
        text,
        "| How alike others are | `alike` | {rated} | 0 | 0 | 0 | 0 | 0 | 0 | {} | {}, {} |",
        roles.len() - rated,
        Alike::SKILLS_SOURCE,
        Alike::KNOWLEDGE_SOURCE
    );
    text.push_str("\n## Sources\n\n| id | table | release |\n|---|---|---|\n");
    for source in dataset.sources() {
        let _ = writeln!(
            text,
            "| {} | {}, {} | {} |",
            source.id.0, source.publisher, source.table, source.release
        );
    }
    let _ = write!(
        text,
        "\n## Files\n\nThe first eight are compiled into the bundle; the page fetches the others when it needs \
         them.\n\n{sizes}"
    );
    text
}
