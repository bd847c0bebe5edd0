//! The files that are fetched when they are needed: `public/data`.

use crossroads::model::columns;
use sha2::{Digest, Sha256};

use crate::checksum::hex;
use crate::json::{self, Json, lines};
use crate::oews::ties::KEPT;
use crate::oews::{Area, Place, largest};
use crate::onet::likeness::Likeness;
use crate::onet::ratings;
use crate::output::files::Files;
use crate::output::official;
use crate::sources::Sources;

/// The folder of the shards.
pub const FOLDER: &str = "public/data";

/// The path of an occupation's shard.
pub fn of_occupation(soc: &str) -> String {
    format!("{FOLDER}/occupation/{soc}.json")
}

/// The path of the shard that says how alike an occupation is to all others.
pub fn alike_to(soc: &str) -> String {
    format!("{FOLDER}/alike/{soc}.json")
}

/// Adds the shards, all but their words, to `files`, which hold the tables that are compiled in, and the `version.txt` that names the state
/// of them all.
pub fn add(files: &mut Files, sources: &Sources) {
    let mut shards = Files::default();
    let mut add = |name: String, fields: &[json::Field]| {
        shards.add(format!("{FOLDER}/{name}"), json::shard(fields));
    };
    for area in &sources.oews.areas {
        add(
            format!("area/{}.json", area.code),
            &area_shard(sources, area),
        );
    }
    add("titles.json".into(), &titles(sources));
    for soc in sources.codes.occupations.keys() {
        let fields = occupation(sources, soc);
        shards.add(of_occupation(soc), json::shard(&fields));
    }
    let likeness = Likeness::of(&sources.onet.skills, &sources.onet.knowledge);
    for soc in sources.codes.occupations.keys() {
        if let Some(fields) = alike(sources, &likeness, soc) {
            shards.add(alike_to(soc), json::shard(&fields));
        }
    }
    files.extend(shards);
    let version = version(files);
    files.add(official::VERSION.to_owned(), version);
}

/// What changes whenever a figure does: the page asks for shards by it, so that a cached one is never taken for a new
/// one, and links carry it, so that one from before can say so.
fn version(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (path, text) in files.iter() {
        // A zero between them, which neither holds, so that no two sets of files read the same.
        for content in [path, text] {
            hash.update(content);
            hash.update([0]);
        }
    }
    let mut name = hex(&hash.finalize());
    name.truncate(16);
    name.push('\n');
    name
}

fn area_shard(sources: &Sources, area: &Area) -> [json::Field; 4] {
    let rows = sources
        .oews
        .rows
        .get(&area.code)
        .map_or(&[][..], Vec::as_slice);
    [
        ("code", Json::text(&area.code).to_string()),
        ("name", Json::text(&area.name).to_string()),
        ("columns", Json::list(columns::AREA).to_string()),
        ("rows", lines(rows)),
    ]
}

fn titles(sources: &Sources) -> [json::Field; 1] {
    let row =
        |(soc, titles): (&String, &Vec<String>)| Json::List(vec![soc.into(), Json::list(titles)]);
    let rows: Vec<Json> = sources.onet.titles.iter().map(row).collect();
    [("titles", lines(&rows))]
}

fn occupation(sources: &Sources, soc: &str) -> Vec<json::Field> {
    let onet = &sources.onet;
    let history = sources.histories.get(soc);
    let rows =
        |rows: Option<&Vec<Json>>| rows.map_or_else(|| Json::Null.to_string(), |rows| lines(rows));
    let past = history.map(|history| history.rows());
    let thin = history.is_none_or(|history| history.is_thin(sources.oews.jobs(soc)));
    let fields: Vec<(&'static str, Json)> = vec![
        ("history_thin", thin.into()),
        ("skills", ratings::with_levels(onet.skills.get(soc))),
        ("knowledge", ratings::named(onet.knowledge.get(soc))),
        ("work_styles", ratings::named(onet.work_styles.get(soc))),
        ("interests", onet.interests.get(soc).cloned().into()),
        ("work_values", onet.work_values.get(soc).cloned().into()),
        ("ai", sources.exposures.get(soc).cloned().into()),
        ("telework", sources.telework.get(soc).into()),
    ];
    let mut written = vec![
        ("id", Json::text(soc).to_string()),
        ("best", best(sources, soc)),
        ("largest", largest(sources, soc)),
        ("states", rows(sources.oews.states.get(soc))),
        ("history", rows(past.as_ref())),
    ];
    written.extend(
        fields
            .into_iter()
            .map(|(name, value)| (name, value.to_string())),
    );
    written.push(("technology", rows(onet.technology.get(soc))));
    written.push(("programmes", rows(sources.programs.get(soc))));
    written
}

/// For each occupation of the dataset, in the order of the codes, how alike it is; none where this one is not rated.
fn alike(sources: &Sources, likeness: &Likeness, soc: &str) -> Option<[json::Field; 4]> {
    // In the order of the compiled-in table, whose rows are those with national figures.
    let [overall, skills, knowledge] = likeness.rows(soc, sources.oews.national.keys())?;
    Some([
        ("id", Json::text(soc).to_string()),
        ("overall", overall.to_string()),
        ("skills", skills.to_string()),
        ("knowledge", knowledge.to_string()),
    ])
}

/// Rows of the best-paying places; which of them could be the first, and how many others could be (see [`tied`]); and how many
/// places of each kind could not be ranked because their median is top-coded: one of those may pay more than the first.
fn best(sources: &Sources, soc: &str) -> String {
    let best = &sources.oews.best;
    let top_coded = Json::list(Place::ALL.map(|place| best.top_coded(soc, place)));
    let tied = tied(Place::ALL.map(|place| best.tied(soc, place)));
    let lists = Place::ALL.map(|place| (place, best.top(soc, place)));
    format!(
        "{{{},\n{tied},\n\"top_coded\":{top_coded}}}",
        ranked(&lists)
    )
}

/// Rows of the places with the most jobs; which of them could be the first, and how many others could be (see [`tied`]); and how
/// many places of each kind are not in that order because their jobs are not released.
fn largest(sources: &Sources, soc: &str) -> String {
    let largest = &sources.oews.largest;
    let not_released = Json::list(largest::KINDS.map(|place| largest.not_released(soc, place)));
    let tied = tied(largest::KINDS.map(|place| largest.tied(soc, place)));
    let lists = largest::KINDS.map(|place| (place, largest.top(soc, place)));
    format!(
        "{{{},\n{tied},\n\"not_released\":{not_released}}}",
        ranked(&lists)
    )
}

/// The lists of places, each on its own lines.
fn ranked(of_kinds: &[(Place, Vec<Json>)]) -> String {
    let list = |(place, rows): &(Place, Vec<Json>)| format!("\"{}\":{}", place.list(), lines(rows));
    of_kinds.iter().map(list).collect::<Vec<_>>().join(",\n")
}

/// For each kind, the positions in its list of the places that could be the first; then, for each kind, how many others could
/// be that are not in the list.
fn tied<const KINDS: usize>(of_kinds: [&[usize]; KINDS]) -> String {
    let is_listed = |at: &&usize| **at < KEPT;
    let listed = of_kinds.map(|tied| Json::list(tied.iter().filter(is_listed).copied()));
    let more = of_kinds.map(|tied| tied.iter().filter(|at| !is_listed(at)).count());
    format!(
        "\"tied\":{},\n\"tied_more\":{}",
        Json::list(listed),
        Json::list(more)
    )
}
