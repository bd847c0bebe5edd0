//! Writes `docs/METHODOLOGY.md` from the code that makes the figures: `cargo run --example methodology`

use std::error::Error;
use std::fs;

use crossroads::compare::methodology_markdown;
use crossroads::model::Dataset;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/METHODOLOGY.md");

fn main() -> Result<(), Box<dyn Error>> {
    let text = methodology_markdown(Dataset::bundled()?);
    fs::write(FILE, text).map_err(|error| format!("{FILE}: {error}"))?;
    Ok(())
}
