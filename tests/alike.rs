//! Which roles are alike: what is well known holds, and what is always true of the measure, the filters and the bridges.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crossroads::compare::{
    self, MOST_ALIKE, Selection, SimilarRole, Wish, Wishes, bridges, compared_with, fulfilling,
    how_many, rated, similar, what_empties,
};
use crossroads::model::{Alike, Dataset, Likeness, MetricId, RoleId, Value};

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset")
}

fn id(code: &str) -> RoleId {
    RoleId(code.to_owned())
}

fn path(code: &RoleId) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join(format!("public/data/alike/{}.json", code.0))
}

/// The shards of all rated roles.
fn all() -> &'static BTreeMap<RoleId, Alike> {
    static ALL: OnceLock<BTreeMap<RoleId, Alike>> = OnceLock::new();
    ALL.get_or_init(|| {
        let codes = dataset().ids().filter(|id| path(id).exists());
        let read = codes.map(|id| {
            let text = fs::read_to_string(path(&id)).expect("a shard");
            let alike = Alike::parse(&id, &text, dataset()).expect("a sound shard");
            (id, alike)
        });
        read.collect()
    })
}

fn alike(code: &str) -> &'static Alike {
    &all()[&id(code)]
}

fn likeness(one: &str, other: &str) -> Likeness {
    alike(one).with(&id(other)).expect("both are rated")
}

/// A shard in which only these roles are rated, each as alike in everything.
fn made(role: &str, others: &[(&str, u16)]) -> Alike {
    let official = dataset().official_ids();
    let share = |id: RoleId| {
        let found = others.iter().find(|(code, _)| *code == id.0);
        found.map_or("null".to_owned(), |(_, share)| share.to_string())
    };
    let row = official.map(share).collect::<Vec<_>>().join(",");
    let json = format!(
        "{{\"layout\":1,\"id\":\"{role}\",\"overall\":[{row}],\"skills\":[{row}],\"knowledge\":[{row}]}}"
    );
    Alike::parse(&id(role), &json, dataset()).expect("a sound shard")
}

#[test]
fn what_is_well_known_of_sixty_threesomes_holds() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/alike.tsv");
    let text = fs::read_to_string(path).expect("the list");
    let mut held: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [half, role, nearer, farther, words] = cells[..] else {
            panic!("five cells: {line}");
        };
        let (near, far) = (likeness(role, nearer), likeness(role, farther));
        let (holds, all) = held.entry(half).or_default();
        *all += 1;
        match near.overall > far.overall {
            true => *holds += 1,
            false => println!("does not hold: {words} ({near:?}, {far:?})"),
        }
    }
    println!("of how many how many hold: {held:?}");
    assert_eq!(held["tuning"], (30, 30));
    let (holds, all) = held["held out"];
    assert_eq!(all, 30);
    assert!(holds >= 28, "only {holds} of those held out hold");
}

#[test]
fn exactly_the_roles_with_ratings_have_a_shard() {
    for id in dataset().official_ids() {
        let role = dataset().role(&id).expect("readable").expect("a role");
        let is_rated = role.figure(MetricId::SkillImportance).is_some();
        assert_eq!(all().contains_key(&id), is_rated, "{}", id.0);
    }
    assert_eq!(all().len(), 725);
}

#[test]
fn no_role_is_like_itself_and_likeness_is_the_same_both_ways() {
    for (one, alike) in all() {
        assert_eq!(alike.with(one), None, "{}", one.0);
        assert_eq!(alike.others().len(), 724, "{}", one.0);
        for (other, likeness) in alike.others() {
            assert_eq!(
                all()[other].with(one),
                Some(*likeness),
                "{} {}",
                one.0,
                other.0
            );
        }
    }
}

#[test]
fn similar_roles_are_the_most_alike_in_order_and_never_the_role_itself() {
    for (one, alike) in all() {
        let similar = similar(dataset(), one, alike);
        assert_eq!(similar.len(), MOST_ALIKE, "{}", one.0);
        let overall = |role: &RoleId| alike.with(role).expect("rated").overall;
        assert!(similar.iter().all(|role| role.role != *one), "{}", one.0);
        let in_order = similar
            .windows(2)
            .all(|pair| overall(&pair[0].role) >= overall(&pair[1].role));
        assert!(in_order, "{}", one.0);
        let last = overall(&similar[MOST_ALIKE - 1].role);
        let better = alike
            .others()
            .iter()
            .filter(|(_, likeness)| likeness.overall > last);
        assert!(better.count() < MOST_ALIKE, "{}", one.0);
    }
}

#[test]
fn a_bridge_has_no_hop_less_alike_than_the_direct_way() {
    let some: Vec<&RoleId> = all().keys().step_by(29).collect();
    let mut found = 0;
    for from in &some {
        for to in some.iter().filter(|to| to != &from) {
            let (there, back) = (&all()[*from], &all()[*to]);
            let direct = there.with(to).expect("rated").overall;
            let ways = bridges(dataset(), (from, there), (to, back)).expect("both are rated");
            for way in &ways.over {
                assert!(way.role != **from && way.role != **to);
                let hops = [there.with(&way.role), back.with(&way.role)];
                for hop in hops.map(|hop| hop.expect("rated").overall) {
                    assert!(hop > direct, "{} {} {}", from.0, way.role.0, to.0);
                }
                found += 1;
            }
        }
    }
    assert!(found > 500, "only {found} bridges");
}

/// The bridges between two roles.
fn ways(from: &str, to: &str) -> compare::Bridges {
    let (from, to) = (id(from), id(to));
    let ends = ((&from, alike(&from.0)), (&to, alike(&to.0)));
    bridges(dataset(), ends.0, ends.1).expect("both are rated")
}

fn school(id: &RoleId) -> usize {
    let role = dataset().role(id).expect("readable").expect("there");
    let figure = role.figure(MetricId::EntryEducation).expect("a figure");
    let Some(Value::Name(name)) = figure.exact() else {
        panic!("a level: {figure:?}");
    };
    let mut levels = dataset().entry_education().iter();
    levels.position(|level| level == name).expect("a level")
}

#[test]
fn the_usual_education_of_a_bridge_lies_between_those_of_its_ends() {
    let more_alike = |from: &str, over: &str, to: &str| {
        let direct = likeness(from, to).overall;
        likeness(from, over).overall > direct && likeness(over, to).overall > direct
    };
    // A doctor's degree between two roles that need less, and a master's between two that need a doctor's.
    for (from, over, to) in [
        ("21-1093", "19-3033", "25-3031"),
        ("29-1211", "29-1071", "29-1213"),
    ] {
        assert!(more_alike(from, over, to), "{over}");
        let (low, high) = (school(&id(from)), school(&id(to)));
        assert!(!(low.min(high)..=low.max(high)).contains(&school(&id(over))));
        let ways = ways(from, to);
        assert!(!ways.over.is_empty() && !ways.near, "{from} {to}");
        for way in &ways.over {
            let level = school(&way.role);
            assert!(
                (low.min(high)..=low.max(high)).contains(&level),
                "{}",
                way.title
            );
        }
    }
}

#[test]
fn two_roles_that_are_nearly_one_need_no_bridge() {
    let ways = ways("29-1215", "29-1216");
    assert!(ways.over.is_empty());
    assert_eq!(
        ways.in_words(),
        "From Family Medicine Physicians to General Internal Medicine Physicians: no way over a third role, because \
         these two are more alike than 95% of all pairs."
    );
}

#[test]
fn bridges_are_ordered_by_the_weaker_hop() {
    let from = made(
        "11-1011",
        &[
            ("11-1021", 500),
            ("11-2021", 900),
            ("11-2022", 700),
            ("11-3031", 999),
            ("11-3121", 500),
        ],
    );
    let to = made(
        "11-1021",
        &[
            ("11-1011", 500),
            ("11-2021", 600),
            ("11-2022", 650),
            ("11-3031", 499),
            ("11-3121", 999),
        ],
    );
    let (one, other) = (id("11-1011"), id("11-1021"));
    let ways = bridges(dataset(), (&one, &from), (&other, &to)).expect("both are rated");
    let over: Vec<&str> = ways.over.iter().map(|way| way.role.0.as_str()).collect();
    // 11-3031 has a hop that is less alike, 11-3121 one that is just as alike.
    assert_eq!(over, ["11-2022", "11-2021"]);
    assert_eq!(
        ways.direct.likeness,
        "More alike than 50.0% of all pairs (skills 50.0%, knowledge 50.0%)"
    );
    assert!(
        ways.in_words()
            .starts_with("From Chief Executives to General and Operations Managers: 2 ways over"),
        "{}",
        ways.in_words()
    );
    let near = made("11-1011", &[("11-1021", 940), ("11-2021", 900)]);
    let none = bridges(dataset(), (&one, &near), (&other, &to)).expect("both are rated");
    assert!(none.over.is_empty());
    assert!(
        none.in_words().contains("no third role"),
        "{}",
        none.in_words()
    );
    let [first, second] = &ways.over[0].hops;
    assert_eq!(
        (first.from.as_str(), first.to.as_str()),
        ("Chief Executives", "Sales Managers")
    );
    assert_eq!(
        (second.from.as_str(), second.to.as_str()),
        ("Sales Managers", "General and Operations Managers")
    );
    assert_eq!(first.steps[0].text, "$148,270");
    // 213,990 - 148,270 = 65,720, which is 31 percent of 213,990.
    assert_eq!(first.steps[0].change, "−$65,720, 31% less");
    assert_eq!(bridges(dataset(), (&one, &from), (&one, &from)), None);
}

fn found(from: &str, to: &str) -> SimilarRole {
    let alike = made(from, &[(to, 990)]);
    let similar = similar(dataset(), &id(from), &alike);
    similar.into_iter().next().expect("one role")
}

#[test]
fn what_changes_is_told_by_the_official_figures() {
    // Registered nurses -> licensed practical nurses.
    let practical = found("29-1141", "29-2061");
    let labels: Vec<&str> = practical
        .steps
        .iter()
        .map(|step| step.label.as_str())
        .collect();
    assert_eq!(
        labels,
        [
            "Middle yearly pay (median)",
            "Growth, 2025 to 2035",
            "Usual education to start",
            "Share who leave the role each year (2024–34)"
        ]
    );
    let education = &practical.steps[2];
    assert_eq!(
        (education.text.as_str(), education.change.as_str()),
        ("Postsecondary nondegree award", "a lower level")
    );
    assert_eq!(practical.fulfills, [false, true, true, false]);
    let registered = found("29-2061", "29-1141");
    assert_eq!(registered.steps[2].change, "a higher level");
    assert_eq!(registered.fulfills, [true, false, true, true]);
}

#[test]
fn pay_by_the_hour_is_held_against_pay_by_the_hour() {
    // Actors are paid by the hour only; stockers by both.
    let step = &found("27-2011", "53-7065").steps[0];
    assert_eq!(step.label, "Middle hourly pay (median)");
    assert!(
        step.text.contains('$') && step.change.contains('$'),
        "{step:?}"
    );
    // Teachers are paid by the year only: their pay is shown and no difference made up.
    let step = &found("27-2011", "25-2021").steps[0];
    assert_eq!(step.label, "Middle yearly pay (median)");
    assert_eq!(
        step.change,
        "no difference can be told (for actors: published by the hour only)"
    );
    assert!(!found("27-2011", "25-2021").fulfills[0]);
}

#[test]
fn the_pay_that_similar_roles_are_held_against_is_shown() {
    let base = |from: &str, to: &[&str]| {
        let others: Vec<(&str, u16)> = to.iter().map(|to| (*to, 990)).collect();
        let similar = similar(dataset(), &id(from), &made(from, &others));
        compared_with(dataset(), &id(from), &similar).expect("an official role")
    };
    assert_eq!(
        base("11-2022", &["29-1141"]),
        "Compared with Sales Managers (BLS, $148,270 a year)"
    );
    // Stockers are held against actors by the hour, and against nurses by the year.
    assert_eq!(
        base("53-7065", &["27-2011", "29-1141"]),
        "Compared with Stockers and Order Fillers (BLS, $37,330 a year, $17.95 an hour)"
    );
    // No difference is told from the pay of actors to that of teachers, who are paid by the year only.
    assert_eq!(base("27-2011", &["25-2021"]), "Compared with Actors (BLS)");
}

#[test]
fn a_difference_in_pay_within_the_error_is_not_more_pay() {
    let mut seen = 0;
    for (one, alike) in all().iter().step_by(29) {
        for role in similar(dataset(), one, alike) {
            let change = role.steps[0].change.as_str();
            assert_ne!(change, "about the same");
            if ["too close to tell apart", "the same published figure"].contains(&change) {
                assert!(!role.fulfills[0], "{} {}", one.0, role.role.0);
                seen += 1;
            }
        }
    }
    assert!(seen > 5, "only {seen}");
}

/// Roles that fulfill these wishes.
fn roles(fulfills: &[Wishes]) -> Vec<SimilarRole> {
    let role = |fulfills: &Wishes| SimilarRole {
        role: id("11-1011"),
        title: String::new(),
        likeness: String::new(),
        steps: Vec::new(),
        fulfills: *fulfills,
    };
    fulfills.iter().map(role).collect()
}

#[test]
fn a_filter_keeps_what_fulfills_every_wish() {
    let some = roles(&[
        [true, true, false, false],
        [true, false, false, false],
        [false, true, false, false],
    ]);
    assert_eq!(fulfilling(&some, [false; 4]).len(), 3);
    assert_eq!(fulfilling(&some, [true, false, false, false]).len(), 2);
    assert_eq!(fulfilling(&some, [true, true, false, false]).len(), 1);
    assert_eq!(how_many(&some, [false; 4]), "the 3 most alike");
    assert_eq!(
        how_many(&some, [true, true, false, false]),
        "1 of the 3 most alike"
    );
    assert_eq!(what_empties(&some, [true, true, false, false]), None);
    assert_eq!(Wish::ALL.len(), some[0].fulfills.len());
}

#[test]
fn an_empty_list_says_which_filter_empties_it() {
    let some = roles(&[
        [true, true, false, false],
        [true, false, false, true],
        [false, true, false, true],
    ]);
    assert_eq!(
        what_empties(&some, [true, false, true, false]).as_deref(),
        Some("None of the 3 passes “Growing”.")
    );
    let none = roles(&[[false, true, false, true]; 3]);
    assert_eq!(
        what_empties(&none, [true, true, true, false]).as_deref(),
        Some("None of the 3 passes “More pay”, and none passes “Growing”.")
    );
    assert_eq!(
        what_empties(&some, [true, true, false, true]).as_deref(),
        Some(
            "None of the 3 passes all of these filters together: without “More pay”, 1 would be left; without “No \
             more education”, 1 would be left; without “Fewer people leaving”, 1 would be left."
        )
    );
    let apart = roles(&[
        [true, false, false, false],
        [false, true, false, false],
        [false, false, true, false],
    ]);
    assert_eq!(
        what_empties(&apart, [true, true, true, false]).as_deref(),
        Some("None of the 3 passes all of these filters together, nor all but one of them.")
    );
}

#[test]
fn a_job_sites_role_is_told_by_its_official_counterpart_and_an_unrated_one_says_so() {
    let codes = ["sales-manager", "29-1141", "29-1229", "29-1242"];
    let selection = Selection::compared_alone(codes.map(id));
    let columns = compare::compare(dataset(), &selection).columns;
    let rated = rated(dataset(), &columns);
    assert_eq!(rated[0].role, Some(id("11-2022")));
    let remark = rated[0].remark.as_deref().expect("a remark");
    assert!(
        remark.contains("nearest official occupation: Sales Managers"),
        "{remark}"
    );
    assert_eq!(
        (&rated[1].role, &rated[1].remark),
        (&Some(id("29-1141")), &None)
    );
    let unrated = |place: usize| {
        assert_eq!(rated[place].role, None);
        rated[place].remark.as_deref().expect("a remark")
    };
    assert_eq!(
        unrated(2),
        "O*NET rates only narrower occupations within Physicians, All Other, so Crossroads cannot compute which roles \
         are like it."
    );
    assert_eq!(
        unrated(3),
        "O*NET does not rate the skills and knowledge of Orthopedic Surgeons, Except Pediatric, so Crossroads cannot \
         compute which roles are like it."
    );
}

#[test]
fn a_shard_that_is_not_as_it_should_be_is_refused() {
    let nurses = id("29-1141");
    let text = fs::read_to_string(path(&nurses)).expect("a shard");
    let refused = |text: &str| {
        let error = Alike::parse(&nurses, text, dataset()).expect_err("refused");
        error.to_string()
    };
    assert!(refused(&text[..text.len() / 2]).contains("layout 1"));
    assert!(refused(&text.replace("29-1141", "29-1171")).contains("29-1171"));
    assert!(refused(&text.replace("\"layout\":1", "\"layout\":2")).contains("layout 1"));
    assert!(refused(&text.replacen("\"skills\":[", "\"skills\":[7,", 1)).contains("830"));
    assert!(refused(&text.replacen("\"skills\":[", "\"skills\":[1", 1)).contains("at most 999"));
}
