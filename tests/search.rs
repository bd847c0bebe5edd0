//! What a search finds: for every role by its title, and for the everyday titles of `search-queries.tsv`.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crossroads::compare::search::{Hit, Index, MAX_HITS, Why};
use crossroads::model::{Dataset, OtherTitles, RoleId};
use proptest::prelude::*;

/// Queries and the roles they mean. What follows "# held out" was written
/// after the search was made, which was not changed because of it.
const QUERIES: &str = include_str!("search-queries.tsv");

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("a sound dataset")
}

fn titles() -> &'static OtherTitles {
    static TITLES: OnceLock<OtherTitles> = OnceLock::new();
    TITLES.get_or_init(|| {
        let json = include_str!("../public/data/titles.json");
        OtherTitles::parse(json).expect("a sound shard")
    })
}

fn full() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(dataset(), Some(titles())))
}

/// What is searched before the other titles have arrived.
fn bare() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(dataset(), None))
}

fn ids(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.role.0.as_str()).collect()
}

/// The shares of a block's queries whose role is the first hit, and among the first three.
fn shares(name: &str, block: &str) -> (f64, f64) {
    let (mut first, mut three, mut all) = (0, 0, 0);
    for line in block.lines().filter(|line| line.contains('\t')) {
        let (query, expected) = line.split_once('\t').expect("a tab");
        let expected: Vec<&str> = expected.split('|').collect();
        for id in &expected {
            assert!(dataset().has(&RoleId((*id).to_owned())), "{query}: {id}");
        }
        let hits = full().search(query);
        let place = hits
            .iter()
            .position(|hit| expected.contains(&hit.role.0.as_str()));
        all += 1;
        first += usize::from(place == Some(0));
        three += usize::from(place.is_some_and(|place| place < 3));
        if place != Some(0) && name != "all" {
            let found: Vec<String> = hits
                .iter()
                .take(3)
                .map(|hit| format!("{} ({})", hit.title, hit.why))
                .collect();
            println!("{query}: expected {expected:?} at {place:?}, found {found:#?}");
        }
    }
    let share = |count: usize| 100.0 * count as f64 / all as f64;
    println!(
        "{name}, {all} queries: {:.1} % at rank 1, {:.1} % in the first 3",
        share(first),
        share(three)
    );
    (share(first), share(three))
}

#[test]
fn everyday_titles_find_their_occupation() {
    let (tuned, held_out) = QUERIES.split_once("# held out").expect("blocks");
    let blocks = [("tuned", tuned), ("held out", held_out), ("all", QUERIES)];
    let [_, _, (first, three)] = blocks.map(|(name, block)| shares(name, block));
    assert!(first >= 90.0, "only {first:.1} % at rank 1");
    assert!(three >= 98.0, "only {three:.1} % in the first 3");
}

#[test]
fn the_exact_title_of_every_role_finds_it_first() {
    for index in [bare(), full()] {
        let mut roles = 0;
        for id in dataset().ids() {
            let title = dataset().title(&id).expect("a title");
            for query in [
                title.clone(),
                title.to_uppercase(),
                title.replace([',', '-'], " "),
            ] {
                let hits = index.search(&query);
                let first = hits.first().expect("a hit");
                assert_eq!((&first.role, &first.title), (&id, &title), "{query}");
                assert_eq!((&first.why, first.wider), (&Why::Title, false), "{query}");
            }
            roles += 1;
        }
        assert_eq!(roles, 832);
    }
}

#[test]
fn every_other_title_finds_its_role() {
    for id in dataset().ids().step_by(7) {
        for number in titles().of(&id).step_by(5) {
            let title = titles().get(number);
            let hits = full().search(title);
            // A title of more roles than are listed may be cut off before this one.
            let found = ids(&hits).contains(&id.0.as_str()) || hits.len() == MAX_HITS;
            assert!(found, "{title}: {:?}", ids(&hits));
        }
    }
}

#[test]
fn says_why_and_whether_the_figures_cover_more() {
    for (query, id, why, wider) in [
        ("Registered Nurses", "29-1141", "exact title", false),
        ("rn", "29-1141", "also called “RN”", false),
        ("scrub nurse", "29-1141", "also called “Scrub Nurse”", true),
        ("registered", "29-1141", "words inside the title", false),
        (
            "regsitered nurse",
            "29-1141",
            "close to “Registered Nurses”",
            false,
        ),
    ] {
        let hits = full().search(query);
        let hit = hits.iter().find(|hit| hit.role.0 == id).expect("a hit");
        assert_eq!(
            (hit.why.to_string().as_str(), hit.wider),
            (why, wider),
            "{query}"
        );
    }
    let hits = full().search("customer service manager");
    let group = hits
        .iter()
        .find(|hit| hit.role.0 == "43-1011")
        .expect("a hit");
    assert_eq!(
        group.covers().as_deref(),
        Some(
            "official data covers all of “First-Line Supervisors of Office and Administrative \
             Support Workers”"
        )
    );
    assert_eq!(hits[0].covers(), None, "an exact title covers itself");
    let hits = full().search("registered nurse qqqq");
    assert_eq!(hits[0].covers(), None, "a part of the words is no title");
    assert!(matches!(&hits[0].why, Why::Partly(_)), "{:?}", hits[0]);
}

#[test]
fn writing_does_not_matter() {
    for ways in [
        &["x-ray technician", "X Ray Technicians", "xray technician"] as &[&str],
        &[
            "registered nurse",
            "NURSE, REGISTERED",
            "Régistered--nurses",
            "nurse registered",
        ],
        &[
            "heating and cooling",
            "heating & cooling",
            "heating cooling",
        ],
        &["nurse's aide", "nurses aide", "nurse’s aides"],
        &["R.N.", "rn", "RNs", "RN's", "Ｒ．Ｎ．"],
        &["ﬁreﬁghter", "firefighter", "ＦＩＲＥＦＩＧＨＴＥＲ"],
        &[
            ".NET Programmer",
            ".net programmer",
            "net programmer",
            "NET-Programmer",
        ],
        &["C++ Professor", "professor c++", "Ｃ＋＋ professor"],
    ] {
        let first = ids(&full().search(ways[0]))[0].to_owned();
        for way in ways {
            assert_eq!(
                ids(&full().search(way)).first(),
                Some(&first.as_str()),
                "{way}"
            );
        }
    }
}

#[test]
fn all_occupations_of_a_title_are_shown() {
    let hits = full().search("customer service manager");
    assert_eq!(ids(&hits)[..2], ["customer-service-manager", "43-1011"]);
    assert!(hits.len() > 2 && hits[1].wider);
    let hits = full().search("machine operator");
    assert_eq!(hits.len(), MAX_HITS);
    let called = Why::Called("Machine Operator".to_owned());
    assert!(hits.iter().all(|hit| hit.why == called), "{hits:#?}");
}

#[test]
fn exceptions_are_what_a_title_is_not_about() {
    for query in ["landscape", "special education", "pediatric"] {
        let word = query.split(' ').next().expect("a word");
        for hit in bare().search(query) {
            let Some((head, _)) = hit.title.split_once(" Except ") else {
                continue;
            };
            assert!(head.to_lowercase().contains(word), "{query}: {}", hit.title);
        }
    }
}

#[test]
fn a_title_with_exceptions_stays_found_while_it_is_typed() {
    let title = "Middle School Teachers, Except Special and Career/Technical Education";
    for end in "Middle".len()..=title.len() {
        let hits = bare().search(&title[..end]);
        assert!(ids(&hits).contains(&"25-2022"), "{}", &title[..end]);
    }
}

#[test]
fn nothing_is_found_for_nothing() {
    for query in [
        "",
        " ",
        "\t\n",
        "...",
        "()",
        "—&—",
        "\u{0}",
        "\u{301}",
        "qqqqzzzzxxxx",
    ] {
        assert_eq!(full().search(query), [], "{query:?}");
    }
}

#[test]
fn without_other_titles_the_official_ones_are_found() {
    for (query, id) in [
        ("nurse practitioner", "29-1171"),
        ("electritian", "47-2111"),
        ("lawyr", "23-1011"),
    ] {
        assert_eq!(ids(&bare().search(query))[0], id, "{query}");
    }
    assert_eq!(bare().search("rn").len(), 0);
    let empty = Dataset::parse(r#"{"sources":[],"default":[],"roles":[]}"#);
    if let Ok(empty) = empty {
        assert_eq!(Index::new(&empty, None).search("nurse"), []);
        assert_eq!(Index::new(&empty, Some(titles())).search("nurse"), []);
    }
}

/// Checks what holds for the hits of any query.
fn check(query: &str) {
    for index in [bare(), full()] {
        let hits = index.search(query);
        assert!(hits.len() <= MAX_HITS);
        let different: BTreeSet<&str> = ids(&hits).into_iter().collect();
        assert_eq!(different.len(), hits.len(), "a role twice for {query:?}");
        for hit in &hits {
            assert_eq!(dataset().title(&hit.role).as_ref(), Some(&hit.title));
        }
        assert_eq!(
            index.search(query),
            hits,
            "not the same again for {query:?}"
        );
    }
}

#[test]
fn hostile_queries_are_answered() {
    for query in [
        "a".repeat(10_000),
        "é".repeat(300),
        "machine operator ".repeat(500),
        "😀👩‍⚕️ nurse \u{202e}esrun".to_owned(),
        "İıſßŒ ﬁ Ⅷ ①".to_owned(),
        "((((RN))))".to_owned(),
        "a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9".to_owned(),
        "看護師 медсестра".to_owned(),
    ] {
        check(&query);
    }
}

#[test]
fn a_title_is_found_while_a_word_without_meaning_is_typed() {
    for typed in [
        "First-Line Supervisors o",
        "Secretaries an",
        "Directors, Religious Activities a",
    ] {
        let hits = bare().search(typed);
        let before = typed.rsplit_once(' ').expect("several words").0;
        let all = bare().search(before);
        assert_eq!(hits.len(), all.len(), "{typed}: {:?}", ids(&hits));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_is_answered(query in any::<String>()) {
        check(&query);
    }

    #[test]
    fn anything_like_a_title_is_answered(query in "[a-zA-Z0-9 &,.'()/-]{0,60}") {
        check(&query);
    }

    #[test]
    fn mistyped_titles_are_answered(number in 0..59_000_usize, at in 0..60_usize, with in any::<Option<char>>()) {
        let mut query: Vec<char> = titles().get(number).chars().collect();
        let at = at.min(query.len());
        query.splice(at..(at + 1).min(query.len()), with);
        check(&query.into_iter().collect::<String>());
    }

    #[test]
    fn the_beginning_of_a_title_finds_its_role(role in 0..832_usize, cut in 0..200_usize) {
        let id = dataset().ids().nth(role).expect("a role");
        let title = dataset().title(&id).expect("a title");
        let typed: String = title.chars().take(title.chars().count().saturating_sub(cut).max(4)).collect();
        let hits = bare().search(&typed);
        prop_assert!(hits.len() == MAX_HITS || ids(&hits).contains(&id.0.as_str()), "{typed}: {:?}", ids(&hits));
    }
}
