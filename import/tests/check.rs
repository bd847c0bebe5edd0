//! The command itself.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use common::{oews, root, sources};
use import::output::files::Files;
use tempfile::tempdir;

/// Runs the command as if Cargo had started it in the source tree `root`.
fn run(root: &Path, sources: &Path, oews: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_import"))
        .env("CARGO_MANIFEST_DIR", root.join("import"))
        .arg("--sources")
        .arg(sources)
        .arg("--oews")
        .arg(oews)
        .args(more)
        .output()
        .expect("the command can be run")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_is_committed_is_what_the_sources_give() {
    let (Some(sources), Some(oews)) = (sources(), oews()) else {
        return;
    };
    let output = run(&root(), &sources, &oews, &["--check"]);
    assert!(output.status.success(), "{}", errors(&output));
}

#[test]
fn a_refused_import_writes_nothing() {
    let (Some(sources), Some(oews)) = (sources(), oews()) else {
        return;
    };
    let (tree, broken) = (tempdir().expect("a folder"), tempdir().expect("a folder"));
    fs::create_dir(tree.path().join("import")).expect("a folder");
    fs::write(tree.path().join("import/Cargo.toml"), "").expect("a file");
    for entry in fs::read_dir(&sources).expect("the sources") {
        let path = entry.expect("an entry").path();
        let copy = broken.path().join(path.file_name().expect("a name"));
        // The last table that is read: everything before it is accepted.
        if copy.ends_with("cip_soc_programs.csv") {
            let text = fs::read_to_string(&path).expect("a table");
            fs::write(copy, text.replace("52.0101", "52.01.01")).expect("a file");
        } else if path.is_file() {
            fs::copy(&path, copy).expect("a copy");
        }
    }
    let output = run(tree.path(), broken.path(), &oews, &[]);
    assert!(!output.status.success());
    let errors = errors(&output);
    assert!(
        errors.contains(
            "error: cip_soc_programs.csv, line 3, 11-1011, cip_2020: expected a code like 52.0101"
        ),
        "{errors}"
    );
    assert!(!tree.path().join("data").exists() && !tree.path().join("public").exists());
}

#[test]
fn another_file_than_the_known_wheel_is_refused() {
    let folder = tempdir().expect("a folder");
    for (name, what) in [("other.whl", "other.whl"), ("other.sqlite", "other.sqlite")] {
        let file = folder.path().join(name);
        fs::write(&file, "something else").expect("a file");
        let output = run(&root(), folder.path(), &file, &["--check"]);
        let errors = errors(&output);
        assert!(!output.status.success());
        assert!(
            errors.contains(&format!("error: {what}, sha256: expected ")),
            "{errors}"
        );
        assert!(errors.contains(", found "), "{errors}");
    }
}

#[test]
fn files_are_written_once_named_when_they_differ_and_removed_when_they_no_longer_belong() {
    let tree = tempdir().expect("a folder");
    let mut files = Files::default();
    files.add("data/official/version.txt".into(), "1\n".into());
    files.add("public/data/area/0000000.json".into(), "{}\n".into());
    assert_eq!(files.differing(tree.path()).expect("a comparison").len(), 2);
    assert_eq!(
        files
            .write(tree.path())
            .expect("a folder that can be written"),
        2
    );
    assert!(
        files
            .differing(tree.path())
            .expect("a comparison")
            .is_empty()
    );
    assert_eq!(
        files
            .write(tree.path())
            .expect("a folder that can be written"),
        0
    );

    let stranger = tree.path().join("public/data/area/0099999.json");
    fs::write(&stranger, "{}\n").expect("a file");
    fs::write(tree.path().join("data/official/version.txt"), "2\n").expect("a file");
    fs::write(tree.path().join("data/README.md"), "ours").expect("a file");
    let differing = files.differing(tree.path()).expect("a comparison");
    assert_eq!(
        differing,
        ["data/official/version.txt", "public/data/area/0099999.json"]
    );
    assert_eq!(
        files
            .write(tree.path())
            .expect("a folder that can be written"),
        2
    );
    assert!(!stranger.exists() && tree.path().join("data/README.md").exists());
    assert!(
        files
            .differing(tree.path())
            .expect("a comparison")
            .is_empty()
    );
}
