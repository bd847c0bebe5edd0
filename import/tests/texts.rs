//! The texts: what is refused, what is committed, and what a corrected one changes.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use common::{Rows, json, root, text_of};
use import::output::files::Files;
use import::output::words;
use import::refusal::Refusal;
use import::texts::{self, Texts};
use serde_json::Value;
use tempfile::tempdir;

const SOUND: &str = "\
# Management

## 11-1011 Chief Executives

They lead.

- Decide.
- Report.
- Hire.
- Approve.
- Speak.

## 11-1021 General Managers

They run.

- Walk.
- Compare.
- Settle.
- Meet.
- Set.
";

fn parsed(text: &str) -> Result<Texts, Refusal> {
    let titles = [
        ("11-1011", "Chief Executives"),
        ("11-1021", "General Managers"),
    ];
    let titles = titles.map(|(code, title)| (code.to_owned(), title.to_owned()));
    texts::parse("11.md", text, &BTreeMap::from(titles))
}

#[test]
fn a_sound_file_is_read_word_by_word() {
    let texts = parsed(SOUND).expect("accepted");
    assert_eq!(texts.len(), 2);
    assert_eq!(texts["11-1021"].description, "They run.");
    assert_eq!(
        texts["11-1011"].duties,
        ["Decide.", "Report.", "Hire.", "Approve.", "Speak."]
    );
}

#[test]
fn what_is_not_in_the_form_is_refused_at_its_line() {
    let long = format!("They {}.", "run ".repeat(80));
    let long_duty = format!("- Walk {}.\n", "on ".repeat(40));
    for (found, instead, line, field, expected) in [
        ("# Management\n", "Management\n", 1, "", "“# ”"),
        (
            "## 11-1021",
            "## 11-9999",
            13,
            "code",
            "the code of an occupation of this family",
        ),
        (
            "## 11-1021",
            "## 13-1011",
            13,
            "code",
            "the code of an occupation of this family",
        ),
        (
            "## 11-1021 General",
            "## 11-1011 Chief Executives",
            13,
            "title",
            "“Chief Executives”",
        ),
        (
            "General Managers",
            "General Bosses",
            13,
            "title",
            "“General Managers”",
        ),
        (
            "They run.\n",
            "They run.\nAnd walk.\n",
            16,
            "description",
            "one line of description",
        ),
        (
            "They run.\n",
            "",
            16,
            "duties",
            "a description before the duties",
        ),
        (
            "They run.",
            &long,
            15,
            "description",
            "at most 280 characters",
        ),
        (
            "They run.",
            "They <b>run</b>.",
            15,
            "description",
            "plain text",
        ),
        ("They run.", "They run. ", 15, "description", "plain text"),
        (
            "- Walk.\n",
            &long_duty,
            17,
            "duties",
            "at most 110 characters",
        ),
        ("- Walk.\n", "", 13, "duties", "5 duties"),
        ("- Walk.\n", "- Walk.\n- Stand.\n", 13, "duties", "5 duties"),
        (
            "- Walk.\n",
            "* Walk.\n",
            17,
            "description",
            "one line of description",
        ),
    ] {
        assert_eq!(SOUND.matches(found).count(), 1, "{found}");
        let refusal = parsed(&SOUND.replacen(found, instead, 1)).expect_err(instead);
        assert_eq!(&*refusal.file, "11.md", "{refusal}");
        assert_eq!(*refusal.place, format!("line {line}"), "{refusal}");
        assert_eq!(&*refusal.field, field, "{refusal}");
        assert!(refusal.expected.contains(expected), "{refusal}");
    }
}

#[test]
fn an_occupation_without_a_text_is_refused_and_so_is_one_that_stands_twice() {
    let (first, _) = SOUND.split_at(SOUND.find("## 11-1021").expect("a second"));
    let refusal = parsed(first).expect_err("one is missing");
    assert_eq!(
        refusal.to_string(),
        "11.md, 11-1021: expected “## 11-1021 General Managers”, found nothing"
    );
    let (_, again) = first.split_once("\n\n").expect("a heading");
    let refusal = parsed(&format!("{first}{again}")).expect_err("one stands twice");
    assert!(
        refusal.expected.contains("a code after 11-1011"),
        "{refusal}"
    );
}

#[test]
fn a_file_of_no_family_and_a_missing_one_are_refused() {
    let titles = BTreeMap::from([("11-1011".to_owned(), "Chief Executives".to_owned())]);
    let folder = tempdir().expect("a folder");
    let refusal = texts::read(folder.path(), &titles).expect_err("nothing is there");
    assert_eq!(&*refusal.file, "11.md", "{refusal}");
    let (first, _) = SOUND.split_at(SOUND.find("## 11-1021").expect("a second"));
    fs::write(folder.path().join("11.md"), first).expect("a file");
    fs::write(folder.path().join("README.md"), "About them.").expect("a file");
    assert_eq!(
        texts::read(folder.path(), &titles).expect("accepted").len(),
        1
    );
    fs::write(folder.path().join("12.md"), first).expect("a file");
    let refusal = texts::read(folder.path(), &titles).expect_err("of no family");
    assert_eq!(&*refusal.file, "12.md", "{refusal}");
}

/// Read without any of the import's own code.
#[test]
fn each_shard_says_what_the_text_says() {
    let mut count = 0;
    for entry in fs::read_dir(root().join(texts::FOLDER)).expect("the texts") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a text");
        for section in text.split("\n## ").skip(1) {
            let Some((code, _)) = section
                .split_once(' ')
                .filter(|_| !path.ends_with("README.md"))
            else {
                continue;
            };
            let mut lines = section.lines().skip(1).filter(|line| !line.is_empty());
            let words = &json(&format!("public/data/occupation/{code}.json"))["words"];
            assert_eq!(
                words["description"],
                *lines.next().expect("a description"),
                "{code}"
            );
            let duties: Vec<Value> = lines.map(|line| line[2..].into()).collect();
            assert_eq!(words["duties"], Value::Array(duties), "{code}");
            count += 1;
        }
    }
    assert_eq!(count, Rows::official("occupations").keys().len());
}

/// Runs `import --texts` as if Cargo had started it in the source tree `root`.
fn run(root: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_import"))
        .env("CARGO_MANIFEST_DIR", root.join("import"))
        .arg("--texts")
        .args(more)
        .output()
        .expect("the command can be run")
}

#[test]
fn what_is_committed_is_what_the_texts_give() {
    let output = run(&root(), &["--check"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
}

#[test]
fn a_refused_text_writes_nothing() {
    let tree = tempdir().expect("a folder");
    for folder in ["import", "data/official", "data/texts"] {
        fs::create_dir_all(tree.path().join(folder)).expect("a folder");
    }
    fs::write(tree.path().join("import/Cargo.toml"), "").expect("a file");
    let table =
        "{\"columns\":[\"code\",\"title\"],\n\"rows\":[\n[\"11-1011\",\"Chief Executives\"]\n]}\n";
    fs::write(tree.path().join("data/official/occupations.json"), table).expect("a file");
    fs::write(tree.path().join("data/texts/11.md"), "Management\n").expect("a file");
    let before = Files::read(tree.path()).expect("files");
    let output = run(tree.path(), &[]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(
        errors.contains("error: 11.md, line 1: expected “# ”"),
        "{errors}"
    );
    assert_eq!(Files::read(tree.path()).expect("files"), before);
}

/// So that links, which carry the state of the figures, do not say that figures have changed since.
#[test]
fn a_corrected_text_changes_its_shard_and_the_second_half_of_the_version() {
    let tree = tempdir().expect("a folder");
    let folder = tree.path().join(texts::FOLDER);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("11.md"), SOUND).expect("a file");
    let mut files = Files::default();
    let row = |code: &str, title: &str| format!("[\"{code}\",\"{title}\"]");
    let rows = [
        row("11-1011", "Chief Executives"),
        row("11-1021", "General Managers"),
    ];
    let table = format!(
        "{{\"columns\":[\"code\",\"title\"],\"rows\":[{}]}}\n",
        rows.join(",")
    );
    files.add("data/official/occupations.json".into(), table);
    files.add(
        "data/official/version.txt".into(),
        "0123456789abcdef\n".into(),
    );
    for code in ["11-1011", "11-1021"] {
        let lists = "\"best\":{\"states\":[],\"metros\":[],\"industries\":[],\"tied\":[[],[],[]],\"tied_more\":[0,0,0],\"top_coded\":[0,0,0]},\n\
                     \"largest\":{\"states\":[],\"metros\":[],\"tied\":[[],[]],\"tied_more\":[0,0],\"not_released\":[0,0]},\n\
                     \"history_thin\":true";
        let keys = [
            "skills",
            "knowledge",
            "work_styles",
            "interests",
            "work_values",
            "ai",
            "telework",
            "programmes",
            "technology",
        ];
        let nulls: Vec<String> = keys.iter().map(|key| format!("\"{key}\":null")).collect();
        let nulls = nulls.join(",\n");
        let shard = format!("{{\"layout\":1,\n\"id\":\"{code}\",\n{lists},\n{nulls}}}\n");
        files.add(format!("public/data/occupation/{code}.json"), shard);
    }
    words::put(&mut files, tree.path()).expect("accepted");
    let before = files.clone();
    words::put(&mut files, tree.path()).expect("accepted");
    assert_eq!(files, before, "the same texts give the same bytes");

    fs::write(
        folder.join("11.md"),
        SOUND.replace("They run.", "They walk."),
    )
    .expect("a file");
    words::put(&mut files, tree.path()).expect("accepted");
    let changed: Vec<&str> = files
        .iter()
        .filter(|(path, text)| before.get(path) != Some(text))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(
        changed,
        [
            "data/official/version.txt",
            "public/data/occupation/11-1021.json"
        ]
    );
    let shard = files
        .get("public/data/occupation/11-1021.json")
        .expect("a shard");
    let shard: Value = serde_json::from_str(shard).expect("JSON");
    assert_eq!(shard["words"]["description"], "They walk.");
    let version = |files: &Files| text_of(&files.get("data/official/version.txt").into());
    let (old, new) = (version(&before), version(&files));
    assert_eq!(
        (&old[..17], &new[..17]),
        ("0123456789abcdef-", "0123456789abcdef-")
    );
    assert_ne!(old, new);
}
