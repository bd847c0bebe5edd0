//! The tables that are compiled in: `data/official`.

use crossroads::model::columns;

use crate::codes::Codes;
use crate::json::{self, Json};
use crate::oews::Area;
use crate::onet::{Onet, ratings};
use crate::output::files::Files;
use crate::output::names;
use crate::projections;
use crate::sources::Sources;

/// The folder of the compiled-in tables.
pub const FOLDER: &str = "data/official";

/// The file that names the state of all files.
pub const VERSION: &str = "data/official/version.txt";

/// Adds the tables to `files`, all but `version.txt`.
pub fn add(files: &mut Files, sources: &Sources) {
    let mut add = |name: &str, text: String| files.add(format!("{FOLDER}/{name}"), text);
    add(
        "occupations.json",
        json::table(&columns::OCCUPATIONS, &occupations(sources)),
    );
    let census: Vec<Json> = sources.people.census.values().cloned().collect();
    add("census.json", json::table(&columns::CENSUS, &census));
    let satisfaction: Vec<Json> = sources.satisfaction.rows.values().cloned().collect();
    add(
        "satisfaction.json",
        json::table(&columns::SATISFACTION, &satisfaction),
    );
    add(
        "groups.json",
        json::table(&columns::GROUPS, &groups(&sources.codes)),
    );
    add("areas.json", json::table(&columns::AREAS, &areas(sources)));
    add(
        "states.json",
        json::table(&columns::STATES, &sources.states),
    );
    add(
        "price_index.json",
        json::table(&columns::PRICE_INDEX, &sources.price_index),
    );
    add("names.json", names::file(&sources.onet));
    add("places.json", sources.oews.best.file());
}

fn areas(sources: &Sources) -> Vec<Json> {
    let row = |area: &Area| {
        Json::List(vec![
            Json::text(&area.code),
            area.kind.name().into(),
            Json::text(&area.state),
            Json::text(&area.name),
            sources.prices.of(area).into(),
        ])
    };
    sources.oews.areas.iter().map(row).collect()
}

fn groups(codes: &Codes) -> Vec<Json> {
    codes
        .groups
        .iter()
        .map(|(code, title)| Json::list([code, title]))
        .collect()
}

/// The most important skills; an empty list where only narrower occupations are rated.
fn skills(onet: &Onet, soc: &str) -> Json {
    match onet.rated_narrower.contains(soc) {
        true => Json::List(Vec::new()),
        false => ratings::top_skills(onet.skills.get(soc), &onet.skill_names),
    }
}

fn occupations(sources: &Sources) -> Vec<Json> {
    let row = |(soc, national): (&String, &crate::oews::Estimate)| {
        let (title, group) = match sources.codes.occupations.get(soc) {
            Some(occupation) => (&occupation.title, &occupation.group),
            None => return None,
        };
        Some(Json::List(vec![
            soc.into(),
            title.into(),
            group.into(),
            national.year_json(),
            national.hour_json(),
            (&national.wage_rse).into(),
            (&national.jobs).into(),
            (&national.jobs_rse).into(),
            sources.oews.best.first(soc),
            projections::outlook(soc, sources.outlooks.each_ref()),
            sources.schooling.get(soc).cloned().into(),
            sources.onet.required(soc),
            sources.people.covering.get(soc).into(),
            sources.satisfaction.keys.get(soc).into(),
            skills(&sources.onet, soc),
            sources.onet.related.get(soc).cloned().into(),
            sources.exposure_categories.get(soc).cloned().into(),
        ]))
    };
    sources.oews.national.iter().filter_map(row).collect()
}
