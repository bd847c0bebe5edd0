//! `cargo xtask bench`: loading and interaction on a simulated slow phone, and native benchmarks, written to
//! `docs/PERFORMANCE.md`.

use std::path::Path;

use anyhow::{Context, Result};
use clap::Args;
use fs_err as fs;
use serde_json::{Map, Value as Json, json};

use crate::browser::{CHROMIUM, CHROMIUM_FLAGS};
use crate::server::Server;
use crate::workspace::Workspace;
use crate::{build, files, node, process, setup, site, size};

#[derive(Args)]
pub struct Options {
    /// Measurements of each figure; their median counts
    #[arg(long, default_value_t = 5)]
    runs: u32,
    /// Another site to compare with
    #[arg(long, value_name = "URL")]
    peer: Option<String>,
    /// Measure dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// Builds, measures and writes the document.
pub fn command(workspace: &Workspace, options: &Options) -> Result<()> {
    setup::for_testing(workspace)?;
    if !options.no_build {
        build::command(workspace, &site::Options::default())?;
    }
    let folder = workspace.root().join("bench/web");
    node::ensure_packages(&folder)?;
    process::run_aside(&mut workspace.cargo("bench --package bench -- --quiet"))?;
    let measured = json!({
        "browser": in_browser(workspace, &folder, options)?,
        "native": native(&workspace.root().join("target/criterion"))?,
        "bytes": size::up_to_each_stage(&workspace.dist())?,
        "rust": process::capture(process::command("rustc").arg("--version"))?.trim(),
        "machine": machine(),
    });
    let file = workspace.root().join("target/measured.json");
    files::write(&file, serde_json::to_vec_pretty(&measured)?)?;
    let document = workspace.root().join("docs/PERFORMANCE.md");
    let mut report = node::node();
    report.current_dir(&folder).arg("report.mjs");
    process::run(report.args([&file, &document]))?;
    println!("{}", document.display());
    Ok(())
}

fn in_browser(workspace: &Workspace, folder: &Path, options: &Options) -> Result<Json> {
    let server = Server::start(&workspace.built_site()?, 0)?;
    let mut measure = node::node();
    measure
        .current_dir(folder)
        .arg("measure.mjs")
        .arg(options.runs.to_string())
        .arg(&server.url)
        .args(&options.peer)
        .envs(CHROMIUM.find()?)
        .env("CHROMIUM_FLAGS", CHROMIUM_FLAGS.join(" "));
    let text = process::capture(&mut measure)?;
    serde_json::from_str(&text).context("the output of measure.mjs is not JSON")
}

/// Returns Criterion's medians in nanoseconds, by the name of each benchmark.
fn native(criterion: &Path) -> Result<Map<String, Json>> {
    let read = |path: String| -> Result<Json> {
        Ok(serde_json::from_slice(&fs::read(criterion.join(path))?)?)
    };
    let mut medians = Map::new();
    for path in files::list(criterion)? {
        let Some(folder) = path.strip_suffix("new/estimates.json") else {
            continue;
        };
        let benchmark = read(format!("{folder}new/benchmark.json"))?;
        if let Some(name) = benchmark["full_id"].as_str() {
            let median = read(path.clone())?["median"]["point_estimate"].take();
            medians.insert(name.to_owned(), median);
        }
    }
    Ok(medians)
}

/// Returns the model of the processor, where the system names it, and the number of its cores.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let mut lines = info.lines();
    let model = lines.find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("an unnamed processor", |(_, name)| name);
    format!("{model}, {cores} cores")
}
