//! `cargo xtask size`: the bytes that a visit loads, and the budgets that a build is held to.

use std::path::Path;

use anyhow::{Result, bail};
use fs_err as fs;
use serde_json::{Value as Json, json};

use crate::files;
use crate::workspace::Workspace;

/// Chunks that no first visit loads.
const LATER_CHUNKS: [&str; 4] = ["about", "browse", "choosing", "embed"];

/// A stage of a visit's loading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    FirstPaint,
    Program,
    FirstPage,
    Later,
}

impl Stage {
    const ALL: [Self; 4] = [
        Self::FirstPaint,
        Self::Program,
        Self::FirstPage,
        Self::Later,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::FirstPaint => "before the first paint",
            Self::Program => "until a switch works",
            Self::FirstPage => "until the first page is whole",
            Self::Later => "on request",
        }
    }

    /// The budget in kB. `docs/PERFORMANCE.md` has the goals.
    fn budget(self) -> Option<u64> {
        match self {
            Self::FirstPaint => Some(40),
            Self::Program => Some(340),
            Self::FirstPage => Some(810),
            Self::Later => None,
        }
    }

    /// Returns the stage that loads a file. Data, role pages and compressed copies have none.
    fn of(path: &str) -> Option<Self> {
        if path.starts_with("data/") || path.starts_with("role/") {
            return None;
        }
        let (stem, ending) = path.rsplit_once('.')?;
        let is_later = |chunk: &&str| stem.ends_with(&format!("/split_{chunk}"));
        match ending {
            "css" => Some(Self::FirstPaint),
            "html" if stem == "index" => Some(Self::FirstPaint),
            "js" if stem == "sw" => Some(Self::FirstPage),
            "js" if stem.starts_with("start-") => Some(Self::FirstPaint),
            "js" => Some(Self::Program),
            "wasm" if stem.ends_with("_bg") => Some(Self::Program),
            "wasm" if LATER_CHUNKS.iter().any(is_later) => Some(Self::Later),
            "wasm" => Some(Self::FirstPage),
            _ => None,
        }
    }
}

/// A file with its bytes on disk and in transit.
struct Size {
    stage: Stage,
    path: String,
    raw: u64,
    brotli: u64,
}

/// The bytes in transit of a stage.
struct Sum {
    stage: Stage,
    alone: u64,
    with_stages_before: u64,
}

impl Sum {
    /// Returns the bytes that are held to the budget, and the budget. The first page's includes the stages before it.
    fn held(&self) -> Option<(u64, u64)> {
        let bytes = match self.stage {
            Stage::FirstPage => self.with_stages_before,
            _ => self.alone,
        };
        Some((bytes, self.stage.budget()? * 1000))
    }
}

/// Prints the sizes of the built site, file by file.
pub fn command(workspace: &Workspace) -> Result<()> {
    let sizes = sizes(&workspace.built_site()?)?;
    println!("{:>12}{:>12}", "raw", "Brotli");
    for size in &sizes {
        let (raw, brotli) = (kilobytes(size.raw), kilobytes(size.brotli));
        println!(
            "{raw:>12}{brotli:>12}  {}: {}",
            size.stage.name(),
            size.path
        );
    }
    print!("{}", table(&sums(&sizes)));
    let tables = workspace.root().join("data/official");
    for path in files::list(&tables)? {
        let bytes = kilobytes(length(&tables.join(&path))?);
        println!("{bytes:>12}  compiled in: {path}");
    }
    Ok(())
}

/// Prints the stages of the built site, and fails if one is over its budget.
pub fn check(dist: &Path) -> Result<()> {
    let sums = sums(&sizes(dist)?);
    print!("{}", table(&sums));
    for sum in sums {
        if let Some((found, budget)) = sum.held().filter(|(found, budget)| found > budget) {
            bail!(
                "expected at most {} {}, found {}: `cargo xtask size` lists the files",
                kilobytes(budget),
                sum.stage.name(),
                kilobytes(found)
            );
        }
    }
    Ok(())
}

/// Returns the kilobytes in transit up to each stage.
pub fn up_to_each_stage(dist: &Path) -> Result<Vec<Json>> {
    let entry = |sum: Sum| {
        let kilobytes = sum.with_stages_before as f64 / 1000.0;
        json!({ "stage": sum.stage.name(), "kilobytes": kilobytes })
    };
    Ok(sums(&sizes(dist)?).into_iter().map(entry).collect())
}

fn sizes(dist: &Path) -> Result<Vec<Size>> {
    let mut sizes = Vec::new();
    for path in files::list(dist)? {
        let Some(stage) = Stage::of(&path) else {
            continue;
        };
        let raw = length(&dist.join(&path))?;
        let copy = dist.join(format!("{path}.br"));
        let brotli = if copy.is_file() { length(&copy)? } else { raw };
        sizes.push(Size {
            stage,
            path,
            raw,
            brotli,
        });
    }
    Ok(sizes)
}

fn length(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file)?.len())
}

fn sums(sizes: &[Size]) -> Vec<Sum> {
    let mut total = 0;
    let mut sum = |stage| {
        let files = sizes.iter().filter(|size| size.stage == stage);
        let alone = files.map(|size| size.brotli).sum();
        total += alone;
        Sum {
            stage,
            alone,
            with_stages_before: total,
        }
    };
    Stage::ALL.map(&mut sum).into()
}

fn table(sums: &[Sum]) -> String {
    let mut table = "In transit (Brotli), up to each stage:\n".to_owned();
    for sum in sums {
        let total = kilobytes(sum.with_stages_before);
        table += &format!("{total:>12}  {}", sum.stage.name());
        if let Some((found, budget)) = sum.held() {
            table += &format!(" (held: {} of {})", kilobytes(found), kilobytes(budget));
        }
        table.push('\n');
    }
    table
}

fn kilobytes(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_belongs_to_the_stage_that_loads_it() {
        for (path, expected) in [
            ("index.html", Some(Stage::FirstPaint)),
            ("style-1.css", Some(Stage::FirstPaint)),
            ("start-1.js", Some(Stage::FirstPaint)),
            ("code-1/crossroads.js", Some(Stage::Program)),
            ("code-1/crossroads_bg.wasm", Some(Stage::Program)),
            ("code-1/chunks/split_sections.wasm", Some(Stage::FirstPage)),
            ("code-1/chunks/chunk_7.wasm", Some(Stage::FirstPage)),
            ("sw.js", Some(Stage::FirstPage)),
            ("code-1/chunks/split_browse.wasm", Some(Stage::Later)),
            ("data/titles.json", None),
            ("role/29-1141/index.html", None),
            ("404.html", None),
            ("code-1/crossroads.js.br", None),
        ] {
            assert_eq!(Stage::of(path), expected, "{path}");
        }
    }

    #[test]
    fn a_site_over_a_budget_is_refused() {
        let dist = tempfile::tempdir().unwrap();
        let write = |path: &str, bytes| files::write(&dist.path().join(path), vec![0; bytes]);
        write("index.html", 200_000).unwrap();
        write("index.html.br", 40_000).unwrap();
        // The program's budget does not count the page before it, the first page's does.
        write("code-1/crossroads.js", 340_000).unwrap();
        write("code-1/chunks/chunk_1.wasm", 430_000).unwrap();
        check(dist.path()).unwrap();
        let table = table(&sums(&sizes(dist.path()).unwrap()));
        let line = "    380.0 kB  until a switch works (held: 340.0 kB of 340.0 kB)\n";
        assert!(table.contains(line), "{table}");
        for (path, within, over) in [
            ("index.html.br", 40_000, 40_001),
            ("code-1/crossroads.js", 340_000, 340_001),
            ("sw.js", 0, 1),
        ] {
            write(path, over).unwrap();
            let error = check(dist.path()).unwrap_err().to_string();
            assert!(error.starts_with("expected at most"), "{error}");
            write(path, within).unwrap();
        }
    }
}
