//! Codes that map to nothing, or to two things.

use std::fs;
use std::path::Path;

use import::codes::Codes;
use import::onet::{ratings, related, technology};
use import::{exposure, people, projections, satisfaction};

use import::projections::Outlooks;
use import::refusal::Result;

use crate::skill_names;
use crate::small::{Small, assert_refused};

/// Reads one of the tables of projections.
type Projections = fn(&Path, &Codes) -> Result<(Outlooks, usize)>;

#[test]
fn unknown_codes() {
    for (table, read) in [
        ("ep_projections_2025.csv", projections::read as Projections),
        ("ep_projections.csv", projections::read_2024),
    ] {
        let small = Small::with(table, "11-1011,", "11-9999,");
        assert_refused(
            read(small.path(), &small.codes()),
            [table, "line 2", "11-9999", "soc_code"],
            "a code of OEWS or of the 2018 SOC",
            "11-9999",
        );
    }
    let small = Small::with(
        "onet_related.csv",
        "11-1031.00,11-1031",
        "11-9999.00,11-9999",
    );
    assert_refused(
        related::read(small.path(), &small.codes()),
        [
            "onet_related.csv",
            "line 2",
            "11-1011.00",
            "related_soc_code",
        ],
        "a code of OEWS or of the 2018 SOC",
        "11-9999",
    );
    let small = Small::with("gss_job_satisfaction.csv", "11-1011,exact", "11-9999,exact");
    assert_refused(
        satisfaction::read(small.path(), &small.codes()),
        ["gss_job_satisfaction.csv", "line 4", "0010", "soc_codes"],
        "a code of OEWS or of the 2018 SOC",
        "11-9999",
    );
    let small = Small::with("onet_technology.csv", "43232202", "43232299");
    assert_refused(
        technology::read(small.path(), &small.codes()),
        [
            "onet_technology.csv",
            "line 2",
            "11-1011.00",
            "commodity_code",
        ],
        "a code of onet_technology_categories.csv",
        "43232299",
    );
}

#[test]
fn codes_that_do_not_belong_together() {
    let small = Small::with(
        "onet_technology.csv",
        "11-1011.00,11-1011",
        "11-1011.00,11-1021",
    );
    assert_refused(
        technology::read(small.path(), &small.codes()),
        ["onet_technology.csv", "line 2", "11-1011.00", "onet_code"],
        "an O*NET code that belongs to 11-1021",
        "11-1011.00",
    );
    let small = Small::with("cps_age.csv", "0020,11-1021", "0020,11-1011");
    assert_refused(
        people::read(small.path(), &small.codes()),
        ["cps_age.csv", "line 3", "0020", "soc_codes"],
        "as soc_census_crosswalk.csv has it",
        "11-1011",
    );
}

#[test]
fn a_code_twice() {
    let row = "11-1011,Chief Executives,1.0\n";
    let small = Small::with("telework_feasibility.csv", row, &row.repeat(2));
    assert_refused(
        exposure::telework(small.path(), &small.codes()),
        ["telework_feasibility.csv", "line 3", "11-1011", "soc_code"],
        "each code once",
        "11-1011",
    );
    let row = "11-1011,Chief executives,detailed,291.6,300.9,3.2,19.1,213990,Bachelor's degree\n";
    let small = Small::with("ep_projections_2025.csv", row, &row.repeat(2));
    assert_refused(
        projections::read(small.path(), &small.codes()),
        ["ep_projections_2025.csv", "line 3", "11-1011", "soc_code"],
        "each code once",
        "11-1011",
    );
    let small = Small::with("soc_groups.csv", "11-1021,detailed", "11-1011,detailed");
    assert_refused(
        Codes::read(small.path()),
        ["soc_groups.csv", "line 8", "11-1011", "soc_code"],
        "each code once",
        "11-1011",
    );
    let small = Small::with(
        "soc_census_crosswalk.csv",
        "11-1021,11-1021,11-1021",
        "11-1021,11-1011,11-1011",
    );
    assert_refused(
        Codes::read(small.path()),
        [
            "soc_census_crosswalk.csv",
            "line 3",
            "11-1011",
            "soc_code_2018",
        ],
        "each code once",
        "11-1011",
    );
    let small = Small::sound();
    fs::write(
        small.path().join("onet_skills.csv"),
        "onet_code,soc_code,skill,importance,level,flags\n\
         11-1011.00,11-1011,Active Listening,4,4,\n11-1011.00,11-1011,Active Listening,5,5,\n",
    )
    .expect("a file");
    assert_refused(
        ratings::skills(small.path(), &small.codes(), &skill_names()),
        ["onet_skills.csv", "line 3", "11-1011.00", "skill"],
        "each only once",
        "Active Listening",
    );
}

#[test]
fn an_occupation_that_two_rows_cover() {
    let small = Small::with(
        "gss_job_satisfaction.csv",
        "13-1021;13-1022,group",
        "11-1011;11-1021,group",
    );
    assert_refused(
        satisfaction::read(small.path(), &small.codes()),
        ["gss_job_satisfaction.csv", "line 5", "0510", "soc_codes"],
        "occupations that no other row covers",
        "\"11-1011\" again",
    );
    // Two Census codes whose crosswalk names the same occupation: one of them is no exact match.
    let small = Small::with("cps_age.csv", "0020,11-1021,exact", "0510,13-1020,exact");
    let table = small.path().join("cps_age.csv");
    let text = fs::read_to_string(&table).expect("a table");
    fs::write(
        &table,
        text.replace("0010,11-1011,exact", "0520,13-1020,exact"),
    )
    .expect("a file");
    assert_refused(
        people::read(small.path(), &small.codes()),
        ["cps_age.csv", "line 3", "0510", "soc_codes"],
        "occupations that no other row covers",
        "\"13-1020\" again",
    );
}

#[test]
fn tables_that_do_not_agree() {
    for (table, found, instead, field) in [
        (
            "cps_demographics.csv",
            "Chief executives",
            "Chiefs",
            "cps_title",
        ),
        (
            "cps_demographics.csv",
            "0010,11-1011,exact",
            "0010,11-1011,cps_broader",
            "soc_match",
        ),
        ("cps_demographics.csv", "1802", "1801", "employed_thousands"),
        (
            "cps_earnings_by_sex.csv",
            "0010,11-1011",
            "0010,11-1021",
            "soc_codes",
        ),
    ] {
        let small = Small::with(table, found, instead);
        assert_refused(
            people::read(small.path(), &small.codes()),
            [table, "line 2", "0010", field],
            "cps_age.csv has",
            "",
        );
    }
}

#[test]
fn a_major_group_without_a_row() {
    let small = Small::with(
        "gss_job_satisfaction.csv",
        "major,11-0000,",
        "major,11-1000,",
    );
    assert_refused(
        satisfaction::read(small.path(), &small.codes()),
        ["gss_job_satisfaction.csv", "", "11-0000", "code"],
        "a row for each major group",
        "none",
    );
}
