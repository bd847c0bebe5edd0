//! A folder of tiny tables that are accepted, each of which a test can break, and a tiny OEWS.
#![allow(dead_code, reason = "not every test needs everything")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::fs;
use std::path::Path;

use import::codes::Codes;
use import::refusal::{Refusal, Result};
use rusqlite::{Connection, MAIN_DB, params_from_iter};
use tempfile::{TempDir, tempdir};

/// The tables: two occupations, one that OEWS puts together from two, and one that it does not have.
const TABLES: &[(&str, &[&str])] = &[
    (
        "soc_groups.csv",
        &[
            "soc_code,level,parent_code,title",
            "00-0000,total,,All Occupations",
            "11-0000,major,00-0000,Management Occupations",
            "11-1000,minor,11-0000,Top Executives",
            "11-1010,broad,11-1000,Chief Executives",
            "11-1011,detailed,11-1010,Chief Executives",
            "11-1020,broad,11-1000,General and Operations Managers",
            "11-1021,detailed,11-1020,General and Operations Managers",
            "13-0000,major,00-0000,Business and Financial Operations Occupations",
            "13-1020,detailed,13-0000,Buyers and Purchasing Agents",
        ],
    ),
    (
        "soc_census_crosswalk.csv",
        &[
            "census_code_2018,census_title,census_list_soc,soc_code_2018,oews_code,basis",
            "0010,Chief executives,11-1011,11-1011,11-1011,listed",
            "0020,General and operations managers,11-1021,11-1021,11-1021,listed",
            "0030,Legislators,11-1031,11-1031,11-1031,listed",
            "0510,\"Buyers, farm products\",13-1021,13-1021,13-1020,listed",
            "0520,\"Buyers, except farm products\",13-1022,13-1022,13-1020,listed",
        ],
    ),
    (
        "ep_education.csv",
        &[
            "soc_code,title,pct_less_than_high_school,pct_high_school,pct_some_college,pct_associate,pct_bachelor,pct_master,pct_doctoral_professional,not_exact_acs_match",
            "11-1011,Chief executives,1.6,7.9,13.7,5.2,40,24.7,6.9,1",
        ],
    ),
    (
        "ep_projections_2025.csv",
        &[
            "soc_code,title,row_type,employment_2025_thousands,employment_2035_thousands,change_pct,annual_openings_thousands,median_annual_wage_2025,typical_entry_education",
            "11-1011,Chief executives,detailed,291.6,300.9,3.2,19.1,213990,Bachelor's degree",
        ],
    ),
    (
        "ep_projections.csv",
        &[
            "soc_code,title,row_type,employment_2024_thousands,employment_2034_thousands,change_thousands,change_pct,self_employed_pct_2024,annual_openings_thousands,median_annual_wage_2024,wage_top_coded,typical_entry_education,work_experience,on_the_job_training,labor_force_exit_rate_pct,occupational_transfer_rate_pct,separations_rate_pct,annual_exits_thousands,annual_transfers_thousands,annual_separations_thousands",
            "11-1011,Chief executives,detailed,309.4,322.7,13.3,4.3,25.9,22.2,206420,,Bachelor's degree,5 years or more,None,3.0,3.6,6.6,9.5,11.4,20.9",
        ],
    ),
    (
        "cps_age.csv",
        &[
            "cps_title,row_type,census_code_2018,soc_codes,soc_match,employed_thousands,age_16_19,age_20_24,age_25_34,age_35_44,age_45_54,age_55_64,age_65_plus,median_age",
            "Chief executives,detail,0010,11-1011,exact,1802,3,9,148,384,551,471,235,51.6",
            "General and operations managers,detail,0020,11-1021,exact,1379,5,34,280,410,349,235,64,44",
        ],
    ),
    (
        "cps_demographics.csv",
        &[
            "cps_title,row_type,census_code_2018,soc_codes,soc_match,employed_thousands,pct_women,pct_white,pct_black,pct_asian,pct_hispanic",
            "Chief executives,detail,0010,11-1011,exact,1802,33,85.3,5.6,7,8.4",
            "General and operations managers,detail,0020,11-1021,exact,1379,34.4,83,8.4,4,14.1",
        ],
    ),
    (
        "cps_earnings_by_sex.csv",
        &[
            "cps_title,row_type,census_code_2018,soc_codes,soc_match,workers_thousands,median_weekly,men_thousands,men_median_weekly,women_thousands,women_median_weekly",
            "Chief executives,detail,0010,11-1011,exact,1300,2908,860,3098,440,2325",
            "General and operations managers,detail,0020,11-1021,exact,1200,1739,780,1846,420,1558",
        ],
    ),
    (
        "gss_job_satisfaction.csv",
        &[
            "level,code,title,soc_codes,mapping,n,pct_very_satisfied,pct_satisfied,pct_dissatisfied,moe95_very,moe95_satisfied",
            "major,11-0000,Management,,,1185,53.8,91.4,8.6,3.4,1.9",
            "major,13-0000,Business and Financial Operations,,,601,47.1,91.5,8.5,4.6,2.6",
            "census_2010,0010,Chief Executives,11-1011,exact,76,73.6,96.8,3.2,12.7,5.1",
            "census_2010,0510,Buyers,13-1021;13-1022,group,60,50,90,10,12,7",
        ],
    ),
    (
        "oews_history.csv",
        &[
            "soc_code,title,year,employment,annual_p10,annual_median,annual_p90,annual_mean,median_topcoded,published_code_if_different",
            "11-1011,Chief Executives,2021,900,60300,,,213020,1,",
            "11-1011,Chief Executives,2024,900,73710,110000,,262930,0,",
            "11-1011,Chief Executives,2025,800,75700,213990,507730,269630,0,",
        ],
    ),
    (
        "ai_exposure.csv",
        &[
            "soc_code,title,eloundou_gpt4_alpha,eloundou_gpt4_beta,eloundou_gpt4_gamma,eloundou_human_alpha,eloundou_human_beta,eloundou_human_gamma,microsoft_ai_applicability,microsoft_score_user,microsoft_score_ai,anthropic_observed_exposure,felten_aioe,felten_lm_aioe",
            "11-1011,Chief Executives,0.1333,,,,,,,,,,-1.3342,",
        ],
    ),
    (
        "bls_ai_exposure_2025.csv",
        &[
            "soc_code,category",
            "11-1011,Very high",
            "11-1021,High",
            "13-1020,Low",
        ],
    ),
    (
        "cpi_u.csv",
        &[
            "series,year,month,index_1982_84_100",
            "CUUR0000SA0,2021,4,267.054",
            "CUUR0000SA0,2021,5,269.195",
            "CUUR0000SA0,2024,5,314.069",
            "CUUR0000SA0,2025,5,321.465",
            "CUUR0000SA0,2025,6,322.561",
        ],
    ),
    (
        "telework_feasibility.csv",
        &[
            "soc_code,title,dn_teleworkable_onet",
            "11-1011,Chief Executives,1.0",
        ],
    ),
    (
        "cip_soc_programs.csv",
        &[
            "soc_code,cip_2020,cip_title",
            "11-1011,52.0101,Business",
            "13-1021,01.0102,Agribusiness",
            "13-1022,52.0101,Business",
        ],
    ),
    (
        "onet_elements.csv",
        &[
            "element_id,domain,name",
            "2.A.1.a,skill,Reading Comprehension",
            "2.A.1.b,skill,Active Listening",
        ],
    ),
    (
        "onet_skills.csv",
        &[
            "onet_code,soc_code,skill,importance,level,flags",
            "11-1011.00,11-1011,Reading Comprehension,4.12,4.62,",
            "11-1011.00,11-1011,Active Listening,4,4.75,s",
            "11-1011.03,11-1011,Active Listening,4,4.75,",
            "13-1021.00,13-1020,Active Listening,4,4.75,",
            "11-1021.00,11-1021,Active Listening,4.12,4.75,S",
            "11-1021.00,11-1021,Reading Comprehension,4.12,0,n",
        ],
    ),
    (
        "onet_related.csv",
        &[
            "onet_code,soc_code,related_onet_code,related_soc_code,tier,rank",
            "11-1011.00,11-1011,11-1031.00,11-1031,Primary-Short,1",
            "11-1011.00,11-1011,11-1021.00,11-1021,Primary-Short,3",
            "11-1011.00,11-1011,13-1022.00,13-1020,Primary-Short,2",
            "11-1011.00,11-1011,13-1021.00,13-1020,Primary-Short,4",
            "11-1011.00,11-1011,11-1011.03,11-1011,Primary-Short,5",
        ],
    ),
    (
        "onet_education.csv",
        &[
            "onet_code,soc_code,pct_less_than_high_school,pct_high_school,pct_post_secondary_certificate,pct_some_college,pct_associate_degree,pct_bachelors_degree,pct_post_baccalaureate_certificate,pct_masters_degree,pct_post_masters_certificate,pct_first_professional_degree,pct_doctoral_degree,pct_post_doctoral_training,n,flags,date",
            "11-1011.00,11-1011,0,4.46,0,0,5.15,32.29,0,45.91,3.94,0.55,4.92,2.78,28,,08/2023",
            "11-1021.00,11-1021,0,50,0,0,0,50,0,0,0,0,0,0,28,,08/2023",
        ],
    ),
    (
        "onet_experience_training.csv",
        &[
            "onet_code,soc_code,scale,pct_cat_1,pct_cat_2,pct_cat_3,pct_cat_4,pct_cat_5,pct_cat_6,pct_cat_7,pct_cat_8,pct_cat_9,pct_cat_10,pct_cat_11,n,flags,date",
            "11-1011.00,11-1011,RW,0,0,0,0,0,0,9.69,5.87,15.09,1.11,68.24,28,,08/2023",
            "11-1011.00,11-1011,PT,10.22,3.82,5.15,6.66,16.79,0.52,6.62,15.92,34.32,,,28,s,08/2023",
        ],
    ),
    (
        "onet_certification.csv",
        &[
            "onet_code,soc_code,certification_importance,apprenticeship_importance,flags,n,date",
            "11-1011.00,11-1011,3.01,2.2,a,27,08/2023",
        ],
    ),
    (
        "onet_technology_categories.csv",
        &[
            "commodity_code,category",
            "43232202,Document management software",
        ],
    ),
    (
        "onet_technology.csv",
        &[
            "onet_code,soc_code,technology,commodity_code,hot_technology,in_demand",
            "11-1011.00,11-1011,Adobe Acrobat,43232202,Y,N",
        ],
    ),
    (
        "onet_alternate_titles.csv",
        &[
            "onet_code,soc_code,alternate_title,short_title",
            "11-1011.00,11-1011,Chief Executive Officer (CEO),CEO",
            "11-1011.03,11-1011,Sustainability Chief,",
            "11-1011.00,11-1011,chief executives,",
        ],
    ),
    (
        "onet_reported_titles.csv",
        &[
            "onet_code,soc_code,reported_title,my_next_move",
            "11-1011.00,11-1011,Ceo,Y",
        ],
    ),
];

/// A folder of tables.
pub struct Small {
    folder: TempDir,
}

impl Small {
    /// All tables as they should be.
    pub fn sound() -> Self {
        let folder = tempdir().expect("a folder");
        for (name, lines) in TABLES {
            fs::write(folder.path().join(name), lines.join("\n") + "\n").expect("a file");
        }
        Self { folder }
    }

    /// The same with something else in one place of one table.
    pub fn with(table: &str, found: &str, instead: &str) -> Self {
        let small = Self::sound();
        let path = small.path().join(table);
        let text = fs::read_to_string(&path).expect("a table");
        assert_eq!(text.matches(found).count(), 1, "{found:?} in {table}");
        fs::write(path, text.replacen(found, instead, 1)).expect("a file");
        small
    }

    /// Where they are.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The codes of the tables.
    pub fn codes(&self) -> Codes {
        match Codes::read(self.path()) {
            Ok((codes, _)) => codes,
            Err(refusal) => panic!("{refusal}"),
        }
    }
}

/// What was refused, whatever it would have been.
pub fn refusal<T>(result: Result<T>) -> Refusal {
    match result {
        Ok(_) => panic!("it was accepted"),
        Err(refusal) => refusal,
    }
}

/// Refused at this file, place, role and field, with these words in what was expected and found.
#[track_caller]
pub fn assert_refused<T>(result: Result<T>, at: [&str; 4], expected: &str, found: &str) {
    let refusal = refusal(result);
    let place = [&refusal.file, &refusal.place, &refusal.role, &refusal.field].map(|step| &**step);
    assert_eq!(place, at, "{refusal}");
    assert!(refusal.expected.contains(expected), "{refusal}");
    assert!(refusal.found.contains(found), "{refusal}");
    for step in at {
        assert!(refusal.to_string().contains(step), "{refusal}");
    }
}

/// A row of a tiny OEWS: its key, then value and footnote of some of its columns; the others are figures.
#[derive(Clone, Copy)]
pub struct Cells<'c>(
    pub &'c str,
    pub &'c [(&'c str, Option<&'c str>, Option<&'c str>)],
);

/// The figures of a row where nothing else is said.
const USUAL: [&str; 17] = [
    "1000", "1.0", "50.00", "104000", "2.0", "20.00", "30.00", "40.00", "60.00", "80.00", "41600",
    "62400", "83200", "124800", "166400", "1.000", "1.00",
];

/// Where the nation's row of each of the three occupations stands.
pub const NATIONAL: [&str; 3] = [
    "OEUN0000000000000111011",
    "OEUN0000000000000111021",
    "OEUN0000000000000131020",
];

/// The bytes of a tiny OEWS with these rows; the national rows are added where they are not given.
pub fn oews(rows: &[Cells<'_>]) -> Vec<u8> {
    let mut database = Connection::open_in_memory().expect("a database");
    let columns = |kind: &str| {
        (1..=17)
            .map(|at| format!("{kind}{at:02} TEXT"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let tables = format!(
        "CREATE TABLE cell (key TEXT PRIMARY KEY, {}, {}) WITHOUT ROWID;
         CREATE TABLE area (area_code TEXT PRIMARY KEY, areatype_code TEXT, state_code TEXT, area_name TEXT);
         CREATE TABLE industry (industry_code TEXT PRIMARY KEY, industry_name TEXT, display_level INTEGER);
         CREATE TABLE occupation (occupation_code TEXT PRIMARY KEY, occupation_name TEXT, display_level INTEGER);
         CREATE TABLE footnote (footnote_code TEXT PRIMARY KEY, footnote_text TEXT);
         CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
         INSERT INTO meta VALUES ('release', 'May 2025');
         INSERT INTO footnote VALUES
           ('5', 'This wage is equal to or greater than $115.00 per hour or $239,200 per year.');
         INSERT INTO occupation VALUES ('111011', 'Chief Executives', 3),
           ('111021', 'General and Operations Managers', 3), ('131020', 'Buyers and Purchasing Agents', 3);
         INSERT INTO area VALUES ('0000000', 'N', '00', 'National'), ('0100000', 'S', '01', 'Alabama'),
           ('0200000', 'S', '02', 'Alaska'), ('0400000', 'S', '04', 'Arizona'),
           ('0500000', 'S', '05', 'Arkansas'), ('0600000', 'S', '06', 'California'),
           ('0800000', 'S', '08', 'Colorado'), ('0010180', 'M', '48', 'Abilene, TX'),
           ('0100001', 'M', '01', 'Northwest Alabama nonmetropolitan area');
         INSERT INTO industry VALUES ('000000', 'Cross-Industry', 0), ('000001', 'Private', 1),
           ('611000', 'Educational Services', 3), ('611100', 'Schools', 4), ('611005', 'Private Education', 4),
           ('484000', 'Truck Transportation', 3);",
        columns("v"),
        columns("f")
    );
    database.execute_batch(&tables).expect("tables");
    let insert = |key: &str, cells: &[(&str, Option<&str>, Option<&str>)]| {
        let mut values: Vec<Option<&str>> = USUAL.map(Some).to_vec();
        let mut notes: Vec<Option<&str>> = vec![None; 17];
        for (column, value, note) in cells {
            let at: usize = column.trim_start_matches('v').parse().expect("v01 to v17");
            values[at - 1] = *value;
            notes[at - 1] = *note;
        }
        let marks = vec!["?"; 35].join(", ");
        let all = std::iter::once(Some(key)).chain(values).chain(notes);
        database
            .execute(
                &format!("INSERT INTO cell VALUES ({marks})"),
                params_from_iter(all),
            )
            .expect("a row");
    };
    for Cells(key, cells) in rows {
        insert(key, cells);
    }
    for key in NATIONAL {
        if rows.iter().all(|Cells(other, _)| *other != key) {
            insert(key, &[]);
        }
    }
    database.serialize(MAIN_DB).expect("bytes").to_vec()
}
