//! Measures, programmes and price levels.

use serde_json::Value;

use crate::common::{Rows, is};
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
            .then(|| is(&shard(soc)["ai"][column], &row[column]))
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
fn programmes() {
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
}
