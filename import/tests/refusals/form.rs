//! Files that are not the tables they should be.

use std::fs;

use import::onet::technology;
use import::{exposure, projections, schooling};

use crate::small::{Small, assert_refused};

#[test]
fn a_missing_file() {
    let small = Small::sound();
    fs::remove_file(small.path().join("ep_education.csv")).expect("removed");
    assert_refused(
        schooling::read(small.path(), &small.codes()),
        ["ep_education.csv", "", "", ""],
        "a file that can be read",
        "",
    );
}

#[test]
fn an_unexpected_header() {
    for (found, instead) in [
        ("pct_bachelor,", "pct_bachelors,"),
        (",not_exact_acs_match", ""),
    ] {
        let small = Small::with("ep_education.csv", found, instead);
        assert_refused(
            schooling::read(small.path(), &small.codes()),
            ["ep_education.csv", "line 1", "", "header"],
            "pct_bachelor,",
            "soc_code,",
        );
    }
    // The columns name the years, so that the table of another ten is no table of these.
    let table = "ep_projections_2025.csv";
    let small = Small::with(table, "employment_2035", "employment_2034");
    assert_refused(
        projections::read(small.path(), &small.codes()),
        [table, "line 1", "", "header"],
        "employment_2035_thousands",
        "employment_2034_thousands",
    );
}

#[test]
fn a_row_of_another_length() {
    let small = Small::with("ep_education.csv", "6.9,1", "6.9");
    assert_refused(
        schooling::read(small.path(), &small.codes()),
        ["ep_education.csv", "line 2", "", ""],
        "as long as the header",
        "",
    );
}

#[test]
fn a_table_without_rows() {
    let small = Small::with(
        "telework_feasibility.csv",
        "11-1011,Chief Executives,1.0\n",
        "",
    );
    assert_refused(
        exposure::telework(small.path(), &small.codes()),
        ["telework_feasibility.csv", "line 2", "", ""],
        "at least one row",
        "none",
    );
}

#[test]
fn bytes_that_are_not_text() {
    let small = Small::sound();
    let path = small.path().join("telework_feasibility.csv");
    fs::write(
        path,
        b"soc_code,title,dn_teleworkable_onet\n11-1011,Caf\xe9,1\n",
    )
    .expect("a file");
    assert_refused(
        exposure::telework(small.path(), &small.codes()),
        ["telework_feasibility.csv", "line 2", "", ""],
        "UTF-8",
        "",
    );
}

#[test]
fn text_with_markup_control_characters_or_space_around_it() {
    for (instead, expected) in [
        ("Adobe <b>Acrobat</b>", "text without markup"),
        ("Adobe &amp; Acrobat", "text without markup"),
        ("Adobe\u{7}Acrobat", "text without control characters"),
        ("Adobe Acrobat ", "text without space around it"),
        ("\u{a0}Adobe Acrobat", "text without space around it"),
    ] {
        let small = Small::with("onet_technology.csv", "Adobe Acrobat", instead);
        assert_refused(
            technology::read(small.path(), &small.codes()),
            ["onet_technology.csv", "line 2", "11-1011.00", "technology"],
            expected,
            "Adobe",
        );
    }
}
