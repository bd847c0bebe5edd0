//! What is written about the official occupations, as the page reads it: all of them, and in the style that
//! `data/texts/README.md` describes.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use crossroads::model::{Dataset, Details, RoleId, Words};

/// Words and phrases that say nothing, or that people do not say.
const FILLER: &[&str] = &[
    "a variety of",
    "and more",
    "and so on",
    "as needed",
    "as required",
    "best practices",
    "best-in-class",
    "bridge the gap",
    "collaborate",
    "collaborates",
    "crucial",
    "cutting-edge",
    "day-to-day",
    "delve",
    "dynamic",
    "ensure",
    "ensures",
    "etc",
    "facilitate",
    "facilitates",
    "fast-paced",
    "foster",
    "fosters",
    "holistic",
    "implement",
    "implements",
    "in nature",
    "in order to",
    "individuals who",
    "interface with",
    "key role",
    "leverage",
    "leverages",
    "mission-critical",
    "navigate",
    "on a daily basis",
    "optimal",
    "other duties",
    "oversee the smooth",
    "passionate",
    "perform duties",
    "perform tasks",
    "professionals who",
    "related duties",
    "responsible for",
    "robust",
    "seamless",
    "seamlessly",
    "smooth running",
    "smoothly",
    "spearhead",
    "stakeholder",
    "stakeholders",
    "state-of-the-art",
    "strategic",
    "strategically",
    "streamline",
    "tailored",
    "top-notch",
    "utilize",
    "utilizes",
    "variety of",
    "various",
    "vital role",
    "wide range",
    "wide variety",
    "world-class",
];

/// Verbs in the base form that end as another form does.
const BASE_FORMS: &[&str] = &[
    "Address", "Assess", "Bring", "Canvass", "Compress", "Cross", "Discuss", "Dress", "Focus",
    "Guess", "Harness", "Pass", "Press", "Process", "Sing", "String", "Swing", "Witness",
];

/// How alike two texts may be: the share of their runs of three words that both have.
const MOST_ALIKE: f64 = 0.25;

/// The words of each official occupation, as its shard has them.
fn texts() -> &'static BTreeMap<RoleId, Words> {
    static TEXTS: OnceLock<BTreeMap<RoleId, Words>> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let dataset = Dataset::bundled().expect("a sound dataset");
        let shards = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/occupation");
        let official = dataset.ids().filter(|id| dataset.has_details(id));
        let texts = official.map(|id| {
            let path = shards.join(format!("{}.json", id.0));
            let json = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", id.0));
            let details = Details::parse(&id, &json).unwrap_or_else(|error| panic!("{error}"));
            let words = details.words;
            (
                id.clone(),
                words.unwrap_or_else(|| panic!("{} has no words", id.0)),
            )
        });
        texts.collect()
    })
}

/// Every description and duty, with the occupation it is about.
fn sentences() -> impl Iterator<Item = (&'static str, &'static str)> {
    texts().iter().flat_map(|(id, words)| {
        let duties = words.duties.iter().map(String::as_str);
        let all = std::iter::once(words.description.as_str()).chain(duties);
        all.map(|text| (id.0.as_str(), text))
    })
}

/// Nothing is to be found fault with; otherwise everything is listed.
#[track_caller]
fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}

fn listed(faults: impl Iterator<Item = String>) -> Vec<String> {
    faults.collect()
}

#[test]
fn every_occupation_has_a_description_and_five_duties_of_the_project() {
    let dataset = Dataset::bundled().expect("a sound dataset");
    assert_eq!(texts().len(), 830);
    for (id, words) in texts() {
        assert_eq!(words.duties.len(), 5, "{}", id.0);
        let role = dataset.role(id).expect("readable").expect("known");
        assert_eq!(dataset.writer(&role).as_ref(), Some(&words.source));
        let source = dataset.source(&words.source).expect("a described source");
        assert_eq!(source.publisher, "The Crossroads project");
    }
}

#[test]
fn a_shard_without_words_has_none_and_one_with_markup_is_refused() {
    let id = RoleId("11-1011".to_owned());
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/public/data/occupation/11-1011.json"
    );
    let whole = std::fs::read_to_string(path).expect("a shard");
    let shard = |words: &str| {
        let mut json: serde_json::Value = serde_json::from_str(&whole).expect("JSON");
        json["words"] = serde_json::from_str(words).expect("JSON");
        Details::parse(&id, &json.to_string())
    };
    assert_eq!(shard("null").expect("sound").words, None);
    let words = shard(r#"{"description":"They lead.","duties":["Decide."]}"#);
    let words = words.expect("sound").words.expect("words");
    assert_eq!(words.duties, ["Decide."]);
    assert!(shard(r#"{"description":"They <b>lead</b>.","duties":[]}"#).is_err());
    assert!(shard(r#"{"description":"They lead.","duties":[""]}"#).is_err());
    assert!(shard(r#"{"description":"They lead."}"#).is_err());
}

#[test]
fn texts_are_neither_long_nor_a_mere_word() {
    assert_none(listed(texts().iter().flat_map(|(id, words)| {
        let is_off = |text: &str, least: usize, most: usize| {
            let length = text.chars().count();
            (length < least || length > most).then(|| format!("{}, {length}: {text}", id.0))
        };
        let duties = words
            .duties
            .iter()
            .filter_map(move |duty| is_off(duty, 30, 110));
        is_off(&words.description, 90, 280)
            .into_iter()
            .chain(duties)
    })));
}

#[test]
fn descriptions_are_one_or_two_sentences_and_duties_one() {
    let ends = |text: &str| {
        let mut rest = text.replace(['”', '’'], "");
        rest.push(' ');
        rest.match_indices(['.', '!', '?'])
            .filter(|(at, _)| rest[at + 1..].starts_with(' '))
            .filter(|(at, _)| {
                rest[at + 1..]
                    .trim()
                    .chars()
                    .next()
                    .is_none_or(char::is_uppercase)
            })
            .count()
    };
    assert_none(listed(texts().iter().flat_map(|(id, words)| {
        let count = ends(&words.description);
        let long = (!(1..=2).contains(&count)).then(|| format!("{}: {}", id.0, words.description));
        let duties = words.duties.iter().filter(move |duty| ends(duty) != 1);
        long.into_iter()
            .chain(duties.map(|duty| format!("{}: {duty}", id.0)))
    })));
    let unended = sentences().filter(|(_, text)| !text.ends_with('.'));
    assert_none(listed(unended.map(|(id, text)| format!("{id}: {text}"))));
}

#[test]
fn a_duty_starts_with_a_plain_verb_that_no_other_duty_of_the_role_starts_with() {
    let first = |duty: &str| duty.split(' ').next().unwrap_or_default().to_owned();
    let is_plain = |verb: &str| {
        let mut letters = verb.chars();
        letters
            .next()
            .is_some_and(|letter| letter.is_ascii_uppercase())
            && letters.all(|letter| letter.is_ascii_lowercase() || letter == '-')
            && verb.len() > 1
            && (BASE_FORMS.contains(&verb) || !(verb.ends_with('s') || verb.ends_with("ing")))
    };
    assert_none(listed(texts().iter().filter_map(|(id, words)| {
        let verbs: Vec<String> = words.duties.iter().map(|duty| first(duty)).collect();
        let different = verbs.iter().collect::<BTreeSet<_>>().len() == verbs.len();
        let plain = verbs.iter().all(|verb| is_plain(verb));
        (!different || !plain).then(|| format!("{}: {}", id.0, verbs.join(", ")))
    })));
}

#[test]
fn texts_have_no_figures_no_dashes_and_typographic_quotes() {
    let strange = |c: char| c.is_numeric() || "'\"–—<>*_`#".contains(c);
    let faults = sentences().filter(|(_, text)| text.contains(strange) || text.contains("  "));
    assert_none(listed(faults.map(|(id, text)| format!("{id}: {text}"))));
}

#[test]
fn texts_have_no_filler() {
    assert_none(listed(sentences().flat_map(|(id, text)| {
        let lower = format!(" {} ", spaced(text));
        let found = FILLER
            .iter()
            .filter(move |filler| lower.contains(&format!(" {} ", spaced(filler))));
        found.map(move |filler| format!("{id}, “{filler}”: {text}"))
    })));
}

/// In small letters, with a space for all that is neither letter nor apostrophe.
fn spaced(text: &str) -> String {
    let letters = text.to_lowercase();
    let letters = letters.replace(|c: char| !c.is_alphabetic() && c != '’', " ");
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_sentence_stands_twice() {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    assert_none(listed(sentences().filter_map(|(id, text)| {
        let other = seen.insert(spaced(text), id)?;
        Some(format!("{other} and {id}: {text}"))
    })));
}

#[test]
fn no_two_occupations_are_described_alike() {
    let of = |text: fn(&Words) -> String| {
        let texts = texts().iter();
        texts
            .map(|(id, words)| (id.0.as_str(), text(words)))
            .collect::<Vec<_>>()
    };
    assert_none(alike(&of(|words| words.description.clone())));
    assert_none(alike(&of(|words| words.duties.join(" "))));
}

#[test]
fn a_changed_word_leaves_texts_alike_and_other_work_does_not() {
    let text = |id, text: &str| (id, text.to_owned());
    let found = alike(&[
        text(
            "a",
            "Set up the machine, feed it with sheets and check what comes out.",
        ),
        text("b", "Weld pipes in ditches and test the seams for leaks."),
        text(
            "c",
            "Set up the machine, feed it with boards and check what comes out.",
        ),
    ]);
    assert_eq!(found, ["a and c: 0.57"]);
}

/// The pairs of texts that share too many of their runs of three words.
fn alike(texts: &[(&str, String)]) -> Vec<String> {
    let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut counts: Vec<usize> = Vec::new();
    let mut alike = Vec::new();
    for (place, (id, text)) in texts.iter().enumerate() {
        let runs = runs_of_three(text);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        counts.push(runs.len());
        for run in runs {
            let others = holders.entry(run).or_default();
            others
                .iter()
                .for_each(|other| *shared.entry(*other).or_default() += 1);
            others.push(place);
        }
        for (other, shared) in shared {
            let either = counts[place] + counts[other] - shared;
            let share = shared as f64 / either as f64;
            if share > MOST_ALIKE {
                alike.push(format!("{} and {id}: {share:.2}", texts[other].0));
            }
        }
    }
    alike
}

fn runs_of_three(text: &str) -> BTreeSet<String> {
    let text = spaced(text);
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(3).map(|run| run.join(" ")).collect()
}
