//! Prints what the page lists for a query, one `id<TAB>title<TAB>why` a line.
//!
//! `cargo run --example search -- registered nurse`, or `cargo xtask search registered nurse`

use std::error::Error;
use std::io::{self, Write};
use std::{env, fs};

use crossroads::compare::search::Index;
use crossroads::model::{Dataset, OtherTitles};

const TITLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/titles.json");

fn main() -> Result<(), Box<dyn Error>> {
    let query: Vec<String> = env::args().skip(1).collect();
    let titles = fs::read_to_string(TITLES).map_err(|error| format!("{TITLES}: {error}"))?;
    let titles = OtherTitles::parse(&titles)?;
    let index = Index::new(Dataset::bundled()?, Some(&titles));
    let mut out = io::stdout().lock();
    for hit in index.search(&query.join(" ")) {
        let written = writeln!(out, "{}\t{}\t{}", hit.role.0, hit.title, hit.why);
        match written {
            // Whoever reads along may have seen enough: `cargo xtask search nurse | head -1`.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => break,
            written => written?,
        }
    }
    Ok(())
}
