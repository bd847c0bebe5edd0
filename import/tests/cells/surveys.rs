//! The tables of the statistical agencies.

use serde_json::Value;

use crate::common::{Csv, Rows, is, json, sources, text_of};
use crate::{compare, item, shard};

#[test]
fn groups_and_titles() {
    let (occupations, groups) = (Rows::official("occupations"), Rows::official("groups"));
    compare("soc_groups.csv", &["title"], |row, _| {
        let code = &row["soc_code"];
        match row["level"].as_str() {
            "detailed" => {
                let group = text_of(&occupations.cell(code, "group"));
                Some(
                    occupations.cell(code, "title") == row["title"].as_str()
                        && code[..3] == group[..3],
                )
            }
            "major" | "minor" => Some(groups.cell(code, "title") == row["title"].as_str()),
            _ => None,
        }
    });
}

#[test]
fn projections() {
    let occupations = Rows::official("occupations");
    let names = json("data/official/names.json");
    let of_2025 = [
        ("change_pct", 0, None),
        ("employment_2025_thousands", 1, None),
        ("employment_2035_thousands", 2, None),
        ("annual_openings_thousands", 3, None),
        ("typical_entry_education", 4, Some("entry_education")),
    ];
    let of_2024 = [
        ("self_employed_pct_2024", 5, None),
        ("annual_exits_thousands", 6, None),
        ("annual_transfers_thousands", 7, None),
        ("work_experience", 8, Some("experience")),
        ("on_the_job_training", 9, Some("training")),
        ("separations_rate_pct", 10, None),
    ];
    let Some(folder) = sources() else { return };
    for (file, columns) in [
        ("ep_projections_2025.csv", &of_2025[..]),
        ("ep_projections.csv", &of_2024[..]),
    ] {
        let mut compared = 0;
        for row in Csv::read(&folder, file).0 {
            if row["row_type"] != "detailed" || !occupations.has(&row["soc_code"]) {
                continue;
            }
            let outlook = occupations.cell(&row["soc_code"], "outlook");
            for (column, place, list) in columns {
                let index = || usize::try_from(outlook[place].as_u64()?).ok();
                let written = match list {
                    None => outlook[place].clone(),
                    Some(list) => names[*list][index().expect("an index")].clone(),
                };
                assert!(is(&written, &row[*column]), "{file}: {column} of {row:?}");
            }
            compared += 1;
        }
        assert_eq!(compared, occupations.keys().len(), "{file}");
    }
}

#[test]
fn legislators_are_no_line_item_and_no_occupation() {
    let Some(folder) = sources() else { return };
    let projected = Csv::read(&folder, "ep_projections_2025.csv").0;
    assert!(projected.iter().all(|row| row["soc_code"] != "11-1031"));
    let occupations = Rows::official("occupations");
    assert!(!occupations.has("11-1031"));
    for soc in occupations.keys() {
        let related = occupations.cell(&soc, "related");
        let mut related = related.as_array().into_iter().flatten();
        assert!(related.all(|other| other != "11-1031"), "{soc}");
    }
}

#[test]
fn education_of_workers() {
    let occupations = Rows::official("occupations");
    let columns = [
        "pct_less_than_high_school",
        "pct_high_school",
        "pct_some_college",
        "pct_associate",
        "pct_bachelor",
        "pct_master",
        "pct_doctoral_professional",
    ];
    compare("ep_education.csv", &columns, |row, column| {
        if !occupations.has(&row["soc_code"]) {
            return None;
        }
        let education = occupations.cell(&row["soc_code"], "education");
        let place = columns.iter().position(|name| *name == column)?;
        let wider = if row["not_exact_acs_match"] == "1" {
            1
        } else {
            0
        };
        Some(is(&education[0][place], &row[column]) && education[1] == wider)
    });
}

#[test]
fn people() {
    let census = Rows::official("census");
    let occupations = Rows::official("occupations");
    let compare_table = |file: &str, columns: &[(&str, &str, Option<usize>)]| {
        let names: Vec<&str> = columns.iter().map(|(name, _, _)| *name).collect();
        compare(file, &names, |row, column| {
            if row["row_type"] != "detail" {
                return None;
            }
            let code = &row["census_code_2018"];
            let covered: Vec<&str> = row["soc_codes"]
                .split(';')
                .filter(|soc| occupations.has(soc))
                .collect();
            let matching = match row["soc_match"].as_str() {
                "exact" => "exact",
                "cps_broader" => "broader",
                _ => {
                    // Narrower than the occupation: not shown.
                    return Some(
                        !census.has(code)
                            && covered
                                .iter()
                                .all(|soc| occupations.cell(soc, "census").is_null()),
                    );
                }
            };
            if covered.is_empty() {
                return None;
            }
            let (_, field, place) = columns.iter().find(|(name, _, _)| *name == column)?;
            let cell = census.cell(code, field);
            let written = place.map_or_else(|| cell.clone(), |place| cell[place].clone());
            Some(
                is(&written, &row[column])
                    && census.cell(code, "match") == matching
                    && covered
                        .iter()
                        .all(|soc| occupations.cell(soc, "census") == code.as_str()),
            )
        });
    };
    compare_table(
        "cps_demographics.csv",
        &[
            ("employed_thousands", "employed_thousands", None),
            ("pct_women", "demographics", Some(0)),
            ("pct_white", "demographics", Some(1)),
            ("pct_black", "demographics", Some(2)),
            ("pct_asian", "demographics", Some(3)),
            ("pct_hispanic", "demographics", Some(4)),
        ],
    );
    compare_table(
        "cps_age.csv",
        &[
            ("employed_thousands", "employed_thousands", None),
            ("cps_title", "title", None),
            ("age_16_19", "ages", Some(0)),
            ("age_20_24", "ages", Some(1)),
            ("age_25_34", "ages", Some(2)),
            ("age_35_44", "ages", Some(3)),
            ("age_45_54", "ages", Some(4)),
            ("age_55_64", "ages", Some(5)),
            ("age_65_plus", "ages", Some(6)),
            ("median_age", "median_age", None),
        ],
    );
    compare_table(
        "cps_earnings_by_sex.csv",
        &[
            ("median_weekly", "weekly", Some(0)),
            ("men_median_weekly", "weekly", Some(1)),
            ("women_median_weekly", "weekly", Some(2)),
            ("men_thousands", "weekly", Some(3)),
            ("women_thousands", "weekly", Some(4)),
        ],
    );
}

#[test]
fn job_satisfaction() {
    let (satisfaction, occupations) = (
        Rows::official("satisfaction"),
        Rows::official("occupations"),
    );
    let columns = [
        ("n", "n", None),
        ("pct_satisfied", "satisfied", Some(0)),
        ("moe95_satisfied", "satisfied", Some(1)),
        ("pct_very_satisfied", "very", Some(0)),
        ("moe95_very", "very", Some(1)),
        ("pct_dissatisfied", "dissatisfied", None),
    ];
    compare(
        "gss_job_satisfaction.csv",
        &columns.map(|(name, _, _)| name),
        |row, column| {
            let code = &row["code"];
            let shown = match (row["level"].as_str(), row["mapping"].as_str()) {
                ("all", _) | (_, "partial") => false,
                ("major", _) => true,
                _ => row["n"].parse::<u32>().ok()? >= 50,
            };
            let mut listed = row["soc_codes"]
                .split(';')
                .filter(|soc| occupations.has(soc));
            if !shown {
                return Some(
                    listed.all(|soc| occupations.cell(soc, "satisfaction") != code.as_str()),
                );
            }
            if !satisfaction.has(code) {
                // A major group that no occupation of it refers to.
                return (row["level"] == "major").then_some(true);
            }
            let (_, field, place) = columns.iter().find(|(name, _, _)| *name == column)?;
            let cell = satisfaction.cell(code, field);
            let written = place.map_or_else(|| cell.clone(), |place: usize| cell[place].clone());
            Some(
                is(&written, &row[column])
                    && listed.all(|soc| occupations.cell(soc, "satisfaction") == code.as_str()),
            )
        },
    );
}

#[test]
fn history() {
    let occupations = Rows::official("occupations");
    let columns = [
        "employment",
        "annual_p10",
        "annual_median",
        "annual_p90",
        "annual_mean",
    ];
    compare("oews_history.csv", &columns, |row, column| {
        let soc = row["soc_code"].as_str();
        if !occupations.has(soc) {
            return None;
        }
        let year = row["year"].parse::<u32>().expect("a year");
        let written = item(&shard(soc)["history"], &Value::from(year))?;
        let place = columns.iter().position(|name| *name == column)? + 1;
        if column == "annual_median" && row["median_topcoded"] == "1" {
            let least = match year {
                ..2017 => ">=187200",
                2017..2022 => ">=208000",
                _ => ">=239200",
            };
            return Some(written[place] == least);
        }
        let shown = if row[column] == "0" { "" } else { &row[column] };
        Some(is(&written[place], shown))
    });
}
