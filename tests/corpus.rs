//! Every input of the fuzzer's corpus keeps the promises of `fuzz/lib.rs`, also where the fuzzer is not run.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::fs;
use std::path::Path;

#[path = "../fuzz/lib.rs"]
mod promises;

/// Holds one input against a promise.
type Promise = fn(&[u8]);

#[test]
fn the_corpus_keeps_its_promises() {
    let targets: [(&str, Promise); 5] = [
        ("link", promises::link),
        ("dataset", promises::dataset),
        ("own_json", promises::own_json),
        ("own_csv", promises::own_csv),
        ("search", promises::search),
    ];
    for (target, promise) in targets {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fuzz/corpus")
            .join(target);
        let mut inputs = 0;
        for entry in fs::read_dir(&folder).expect("a folder of inputs") {
            let input = entry.expect("an entry of the folder").path();
            println!("{}", input.display());
            promise(&fs::read(&input).expect("an input that can be read"));
            inputs += 1;
        }
        assert!(inputs > 0, "{target} has no inputs");
    }
}
