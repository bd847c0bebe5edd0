//! The tables as they travel in the bundle: packed when the program is built, and the same again when it starts.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use std::fs;

use crossroads::compare::{Selection, compare, in_short};
use crossroads::model::columns::OCCUPATIONS_APART;
use crossroads::model::packed::{pack, set_apart, unpack};
use crossroads::model::{Dataset, OfficialTables};

const TABLE: &str = r#"{"columns":["id","title","year","hour"],
"rows":[
["11-1011","Chief, \"[Executives]\"",[269630,75700],[129.63,36.39]],
["11-1021","Managers",[134940,50010],[64.87,24.05]],
["29-1242","Surgeons",[">=",75700],[">=",36.39]],
["27-2011","Actors","hourly-only",[24,30.5]],
["25-1011","Teachers",[41600,43680],[20,21.5]]
]}
"#;

#[test]
fn a_table_travels_by_column_and_wages_that_follow_to_the_cent_as_signs() {
    let packed = r#"{"columns":["id","title","year","hour"],
"id":[
"11-1011",
"11-1021",
"29-1242",
"27-2011",
"25-1011"
],
"title":[
"Chief, \"[Executives]\"",
"Managers",
"Surgeons",
"Actors",
"Teachers"
],
"year":[
[269630,75700],
[134940,50010],
[">=",75700],
"hourly-only",
[41600,43680]
],
"hour":[
"=00",
"=-+",
[">=",36.39],
[24,30.5],
[20,21.5]
]}
"#;
    // 134,940 by 2,080 is 64.875, which is 64.88 rounded half up: a cent more than published. 50,010 is 24.04.
    assert_eq!(pack(TABLE).as_deref(), Some(packed));
    assert_eq!(unpack(packed), TABLE);
}

#[test]
fn the_tables_of_the_project_are_the_same_again() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let names = [
        "occupations",
        "census",
        "satisfaction",
        "groups",
        "areas",
        "states",
    ];
    let official = names.map(|name| format!("{root}/official/{name}.json"));
    for file in official.iter().chain([&format!("{root}/moved-roles.json")]) {
        let table = fs::read_to_string(file).expect("a table of the project");
        let packed = pack(&table).expect("it can be packed");
        assert_eq!(unpack(&packed), table, "{file}");
        let json: serde_json::Value = serde_json::from_str(&packed).expect("JSON");
        assert!(json.get("columns").is_some(), "{file}");
    }
}

#[test]
fn what_the_first_view_does_not_tell_of_is_set_apart() {
    let table = r#"{"columns":["id","title","best","outlook","skills"],
"rows":[
["11-1011","Chiefs, [all]",["Oregon",1],[4.3,309.4,[22,"a,b"],25.9],[[9,4.75],[2,4.38]]],
["11-1021","Managers",null,[null,1,2],null],
["11-1031","Makers","not-released","unknown",[]]
]}
"#;
    let without = r#"{"columns":["id","title","best","outlook","skills"],
"rows":[
["11-1011","Chiefs, [all]",null,[4.3,null,null,25.9],[[9,4.75],null]],
["11-1021","Managers",null,[null,null,null],null],
["11-1031","Makers",null,null,null]
]}
"#;
    let apart = r#"{"columns":["id","skills","outlook","best"],
"rows":[
["11-1011",[[2,4.38]],[309.4,[22,"a,b"]],["Oregon",1]],
["11-1021",null,[1,2],null],
["11-1031",[],"unknown","not-released"]
]}
"#;
    let columns: [(&str, &[usize]); 3] = [("skills", &[0]), ("outlook", &[0, 3]), ("best", &[])];
    let set = set_apart(table, &columns).expect("a table");
    assert_eq!(set.0, without);
    assert_eq!(set.1, apart);
    assert_eq!(set_apart("{}", &columns), None);
}

#[test]
fn what_is_no_table_is_not_packed() {
    for text in [
        "",
        "{}",
        "{\"columns\":[\"id\"],\n\"rows\":[\n",
        "{\"columns\":[\"id\",\"title\"],\n\"rows\":[\n[\"11-1011\"]\n]}\n",
    ] {
        assert_eq!(pack(text), None, "{text}");
    }
}

#[test]
fn the_first_view_says_of_each_role_what_the_whole_does() {
    let read = |name: &str| {
        let path = format!("{}/data/{name}.json", env!("CARGO_MANIFEST_DIR"));
        fs::read_to_string(path).expect("a table of the project")
    };
    let leaked = |text: String| -> &'static str { text.leak() };
    let (occupations, _) =
        set_apart(&read("official/occupations"), &OCCUPATIONS_APART).expect("a table");
    let first = Dataset::parse(&read("seed-roles")).expect("roles");
    let first = first.with_official(OfficialTables {
        sources: leaked(read("official-sources")),
        occupations: leaked(occupations),
        census: None,
        satisfaction: leaked(read("official/satisfaction")),
        groups: leaked(read("official/groups")),
        names: leaked(read("official/names")),
        places: None,
    });
    let first = first.expect("sound tables");
    let whole = Dataset::bundled().expect("the bundled dataset");
    for id in whole.official_ids() {
        let said = |dataset| {
            let alone = Selection::compared_alone([id.clone()]);
            in_short(&compare(dataset, &alone).columns)
        };
        assert_eq!(said(&first), said(whole), "{}", id.0);
    }
}
