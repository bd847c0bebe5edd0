//! Measures, programs and price levels.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::common::{Csv, Rows, is, json, sources};
use crate::{compare, item, shard};

#[test]
fn measures() {
    let occupations = Rows::official("occupations");
    let columns = [
        "eloundou_gpt4_alpha",
        "eloundou_gpt4_beta",
        "eloundou_gpt4_gamma",
        "eloundou_human_alpha",
        "eloundou_human_beta",
        "eloundou_human_gamma",
        "microsoft_ai_applicability",
        "microsoft_score_user",
        "microsoft_score_ai",
        "anthropic_observed_exposure",
        "felten_aioe",
        "felten_lm_aioe",
    ];
    compare("ai_exposure.csv", &columns, |row, column| {
        let soc = row["soc_code"].as_str();
        occupations
            .has(soc)
            .then(|| is(&shard(soc)["ai"][column][0], &row[column]))
    });
    compare(
        "telework_feasibility.csv",
        &["dn_teleworkable_onet"],
        |row, column| {
            let soc = row["soc_code"].as_str();
            occupations
                .has(soc)
                .then(|| is(&shard(soc)["telework"], &row[column]))
        },
    );
}

#[test]
fn every_occupation_has_its_category_of_exposure() {
    let Some(folder) = sources() else { return };
    let occupations = Rows::official("occupations");
    let names = json("data/official/names.json");
    let table = Csv::read(&folder, "bls_ai_exposure_2025.csv").0;
    let mut found = 0;
    for row in &table {
        let soc = row["soc_code"].as_str();
        if !occupations.has(soc) {
            // OEWS does not have fishing and hunting workers.
            assert_eq!(soc, "45-3031");
            continue;
        }
        let place = occupations.cell(soc, "ai_exposure").as_u64();
        let place = usize::try_from(place.expect("a place")).expect("a place");
        assert_eq!(
            names["ai_exposure"][place],
            row["category"].as_str(),
            "{soc}"
        );
        found += 1;
    }
    assert_eq!(found, occupations.keys().len());
}

#[test]
fn bands_of_exposure() {
    let Some(folder) = sources() else { return };
    let occupations = Rows::official("occupations");
    let table = Csv::read(&folder, "ai_exposure.csv");
    for column in [
        "eloundou_human_beta",
        "anthropic_observed_exposure",
        "felten_lm_aioe",
    ] {
        let mut measures: Vec<(f64, &str)> = table
            .0
            .iter()
            .filter(|row| occupations.has(&row["soc_code"]) && !row[column].is_empty())
            .map(|row| {
                (
                    row[column].parse().expect("a number"),
                    row["soc_code"].as_str(),
                )
            })
            .collect();
        measures.sort_by(|a, b| a.0.total_cmp(&b.0));
        // Of those that are equal, the place of the first tells how many have less.
        let mut first = 0;
        for (place, (measure, soc)) in measures.iter().enumerate() {
            if *measure > measures[first].0 {
                first = place;
            }
            let last = measures.iter().rposition(|other| other.0 == *measure);
            let fifth = |place: usize| 1 + 5 * place / measures.len();
            let written = &shard(soc)["ai"][column];
            assert_eq!(written[1], fifth(first), "{soc}, {column}");
            let last = last.expect("it is among them");
            assert_eq!(written[2], fifth(last), "{soc}, {column}");
        }
    }
}

#[test]
fn price_indexes() {
    let Some(folder) = sources() else { return };
    let index = Rows::official("price_index");
    let table = Csv::read(&folder, "cpi_u.csv").0;
    for year in index.keys() {
        let of_may = |row: &&HashMap<String, String>| row["year"] == year && row["month"] == "5";
        let rows: Vec<_> = table.iter().filter(of_may).collect();
        assert_eq!(rows.len(), 1, "{year}");
        assert!(is(
            &index.cell(&year, "cpi_u_may"),
            &rows[0]["index_1982_84_100"]
        ));
    }
    // The years of past pay, and no others.
    let past = Csv::read(&folder, "oews_history.csv").0;
    let mut years: Vec<String> = past.into_iter().map(|row| row["year"].clone()).collect();
    years.sort();
    years.dedup();
    assert_eq!(index.keys(), years);
}

#[test]
fn programs() {
    let occupations = Rows::official("occupations");
    compare("cip_soc_programs.csv", &["cip_title"], |row, column| {
        let soc = row["soc_code"].as_str();
        if !occupations.has(soc) {
            return None;
        }
        let written = item(
            &shard(soc)["programmes"],
            &Value::from(row["cip_2020"].as_str()),
        )?;
        Some(written[1] == row[column].as_str())
    });
}

#[test]
fn price_levels() {
    let areas = Rows::official("areas");
    compare("bea_rpp_state.csv", &["rpp_all"], |row, column| {
        Some(is(
            &areas.cell(&format!("{}00000", row["fips"]), "rpp"),
            &row[column],
        ))
    });
    compare("bea_rpp_metro.csv", &["rpp_all"], |row, column| {
        match row["geo_type"].as_str() {
            "us_nonmetro" => None,
            _ => Some(is(
                &areas.cell(&format!("00{}", row["cbsa"]), "rpp"),
                &row[column],
            )),
        }
    });
    let Some(folder) = sources() else { return };
    let levels = Csv::read(&folder, "bea_rpp_metro.csv").0;
    let mut together = levels.iter().filter(|row| row["geo_type"] == "us_nonmetro");
    let together = &together.next().expect("a row")["rpp_all"];
    let states = Csv::read(&folder, "bea_rpp_state.csv").0;
    let states: HashSet<&str> = states.iter().map(|row| row["fips"].as_str()).collect();
    let mut counts = (0, 0);
    for code in areas.keys() {
        if areas.cell(&code, "kind") != "nonmetro" {
            continue;
        }
        let level = areas.cell(&code, "rpp");
        if states.contains(areas.cell(&code, "state").as_str().expect("a state")) {
            assert!(is(&level, together), "{code}: {level}");
            counts.0 += 1;
        } else {
            assert!(level.is_null(), "{code}: {level}");
            counts.1 += 1;
        }
    }
    assert_eq!(counts, (134, 1));
}
