//! `cargo xtask bench`: what a reader waits for, measured in a browser that plays a slow phone and natively, and written
//! down in `docs/PERFORMANCE.md`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use clap::Args;
use serde_json::{Value as Json, json};

use crate::browser::{self, Browser};
use crate::server::Server;
use crate::workspace::Workspace;
use crate::{build, node, process, setup, site, size};

#[derive(Args)]
pub struct Options {
    /// How often each figure is measured; the middle one counts
    #[arg(long, default_value_t = 5)]
    runs: u32,
    /// A site to put beside this one
    #[arg(long, value_name = "URL")]
    peer: Option<String>,
    /// Measure what is in dist/ already
    #[arg(long)]
    no_build: bool,
}

/// Builds, measures, and writes the document.
pub fn command(workspace: &Workspace, options: &Options) -> Result<()> {
    setup::for_testing(workspace)?;
    if !options.no_build {
        build::command(workspace, site::Options::default())?;
    }
    let folder = workspace.root().join("bench/web");
    node::ensure_packages(&folder)?;
    let mut criterion = process::cargo();
    criterion
        .args(["bench", "--package", "bench", "--", "--quiet"])
        .current_dir(workspace.root());
    process::run_aside(&mut criterion)?;
    let in_browser = in_browser(workspace, &folder, options)?;
    let measured = json!({
        "browser": in_browser,
        "native": native(&workspace.root().join("target/criterion"))?,
        "bytes": size::up_to_each_stage(&workspace.dist())?,
        "rust": process::capture(process::command("rustc").arg("--version"))?.trim(),
        "machine": machine(),
    });
    let file = workspace.root().join("target/measured.json");
    fs::write(&file, serde_json::to_vec_pretty(&measured)?)
        .with_context(|| format!("{} cannot be written", file.display()))?;
    let document = workspace.root().join("docs/PERFORMANCE.md");
    process::run(
        node::node()
            .current_dir(&folder)
            .arg("report.mjs")
            .args([&file, &document]),
    )?;
    println!("{}", document.display());
    Ok(())
}

fn in_browser(workspace: &Workspace, folder: &Path, options: &Options) -> Result<Json> {
    let browser = Browser::find()?;
    let server = Server::start(&workspace.dist(), 0)?;
    let mut measure = node::node();
    measure
        .current_dir(folder)
        .arg("measure.mjs")
        .arg(options.runs.to_string())
        .arg(server.url())
        .args(&options.peer)
        .env("CHROMIUM", browser.chromium)
        .env("CHROMIUM_FLAGS", browser::FLAGS.join(" "));
    let text = process::capture(&mut measure)?;
    serde_json::from_str(&text).context("what was measured in the browser cannot be read")
}

/// The medians that Criterion has written, in nanoseconds, by the name of each benchmark.
fn native(criterion: &Path) -> Result<Json> {
    let mut found = serde_json::Map::new();
    for file in crate::compress::files(criterion)? {
        if !file.ends_with("new/estimates.json") {
            continue;
        }
        let estimates: Json = serde_json::from_slice(&fs::read(&file)?)?;
        let named = file.with_file_name("benchmark.json");
        let benchmark: Json = serde_json::from_slice(&fs::read(&named)?)?;
        if let Some(name) = benchmark["full_id"].as_str() {
            found.insert(
                name.to_owned(),
                estimates["median"]["point_estimate"].clone(),
            );
        }
    }
    Ok(Json::Object(found))
}

/// The processor and how many of its cores there are, as far as the system says.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("a processor that the system does not name", |(_, name)| {
        name
    });
    format!("{model}, {cores} cores")
}
