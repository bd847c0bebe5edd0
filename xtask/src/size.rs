//! `cargo xtask size`: what a visit loads, in bytes as they travel, and the budgets that a build is held to.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value as Json, json};

use crate::compress::{self, Kind};
use crate::workspace::Workspace;

/// Parts of the program that no first visit asks for.
const FETCHED_LATER: [&str; 4] = ["about", "browse", "choosing", "embed"];

/// What a visit waits for together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Before the first picture.
    FirstPicture,
    /// Until a switch works.
    Program,
    /// Until all of the first page is there.
    FirstPage,
    /// When somebody asks for it.
    Later,
}

/// What a budget is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    /// The stage.
    Alone,
    /// The stage and all before it.
    WithWhatComesBefore,
}

/// What travels for a stage, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Travelling {
    stage: Stage,
    alone: u64,
    with_what_comes_before: u64,
}

impl Travelling {
    /// What is held to the stage's budget, and how much that is, in bytes.
    fn budget(self) -> Option<(u64, u64)> {
        let (counted, budget) = self.stage.budget()?;
        let of = match counted {
            Counted::Alone => self.alone,
            Counted::WithWhatComesBefore => self.with_what_comes_before,
        };
        Some((of, budget * 1000))
    }
}

impl Stage {
    const ALL: [Self; 4] = [
        Self::FirstPicture,
        Self::Program,
        Self::FirstPage,
        Self::Later,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::FirstPicture => "before the first picture",
            Self::Program => "until a switch works",
            Self::FirstPage => "until the first page is whole",
            Self::Later => "when it is asked for",
        }
    }

    /// How much it may be, in kB, and of what: `docs/PERFORMANCE.md` says what was aimed at.
    fn budget(self) -> Option<(Counted, u64)> {
        match self {
            Self::FirstPicture => Some((Counted::Alone, 40)),
            Self::Program => Some((Counted::Alone, 340)),
            Self::FirstPage => Some((Counted::WithWhatComesBefore, 810)),
            Self::Later => None,
        }
    }

    /// When a file of the site is loaded; none for what is data, or a copy.
    fn of(path: &str) -> Option<Self> {
        let ending = path.rsplit('.').next()?;
        let part = || {
            let name = path.rsplit('/').next()?.strip_prefix("split_")?;
            name.strip_suffix(".wasm")
        };
        match ending {
            _ if path.starts_with("data/") || path.starts_with("role/") => None,
            "css" => Some(Self::FirstPicture),
            "html" if path == "index.html" => Some(Self::FirstPicture),
            "js" if path == "sw.js" => Some(Self::FirstPage),
            "js" if path.starts_with("start-") => Some(Self::FirstPicture),
            "js" => Some(Self::Program),
            "wasm" if path.ends_with("_bg.wasm") => Some(Self::Program),
            "wasm" if part().is_some_and(|part| FETCHED_LATER.contains(&part)) => Some(Self::Later),
            "wasm" => Some(Self::FirstPage),
            _ => None,
        }
    }
}

/// A file, as it is and as it travels, in bytes.
#[derive(Debug, PartialEq, Eq)]
struct Size {
    stage: Stage,
    path: String,
    raw: u64,
    brotli: u64,
}

/// Prints what is in `dist/`.
pub fn command(workspace: &Workspace) -> Result<()> {
    let dist = workspace.dist();
    if !dist.join("index.html").is_file() {
        bail!(
            "expected a built site in {}, but there is none: run `cargo xtask build`",
            dist.display()
        );
    }
    let sizes = sizes(&dist)?;
    print!("{}", details(&sizes));
    print!("{}", table(&sizes));
    let tables = workspace.root().join("data/official");
    for file in compress::files(&tables)? {
        println!(
            "{:>12}  compiled in: {}",
            kilobytes(length(&file)?),
            file.display()
        );
    }
    Ok(())
}

/// Prints the stages of what was built, and fails where one is over its budget.
pub fn check(dist: &Path) -> Result<()> {
    let sizes = sizes(dist)?;
    print!("{}", table(&sizes));
    for travelling in sums(&sizes) {
        if let Some((of, budget)) = travelling.budget()
            && of > budget
        {
            bail!(
                "expected at most {} {}, found {}: `cargo xtask size` says what is in it",
                kilobytes(budget),
                travelling.stage.name(),
                kilobytes(of)
            );
        }
    }
    Ok(())
}

/// How many kilobytes travel up to and with each stage.
pub fn up_to_each_stage(dist: &Path) -> Result<Vec<Json>> {
    let sums = sums(&sizes(dist)?).into_iter();
    Ok(sums
        .map(|travelling| {
            let sum = travelling.with_what_comes_before;
            json!({ "stage": travelling.stage.name(), "kilobytes": sum as f64 / 1000.0 })
        })
        .collect())
}

fn sizes(dist: &Path) -> Result<Vec<Size>> {
    let mut sizes = Vec::new();
    for file in compress::files(dist)? {
        let path = file
            .strip_prefix(dist)?
            .to_string_lossy()
            .replace('\\', "/");
        let Some(stage) = Stage::of(&path) else {
            continue;
        };
        let raw = length(&file)?;
        let copy = compress::copy_of(&file, Kind::Brotli);
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
    Ok(fs::metadata(file)
        .with_context(|| format!("{} cannot be read", file.display()))?
        .len())
}

/// How much travels for each stage.
fn sums(sizes: &[Size]) -> Vec<Travelling> {
    let mut with_what_comes_before = 0;
    let stages = Stage::ALL.into_iter();
    stages
        .map(|stage| {
            let of_stage = sizes.iter().filter(|size| size.stage == stage);
            let alone = of_stage.map(|size| size.brotli).sum();
            with_what_comes_before += alone;
            Travelling {
                stage,
                alone,
                with_what_comes_before,
            }
        })
        .collect()
}

fn table(sizes: &[Size]) -> String {
    let line = |travelling: Travelling| {
        let budget = travelling.budget().map(|(of, budget)| {
            let (of, budget) = (kilobytes(of), kilobytes(budget));
            format!(" (held: {of} of {budget})")
        });
        format!(
            "{:>12}  {}{}\n",
            kilobytes(travelling.with_what_comes_before),
            travelling.stage.name(),
            budget.unwrap_or_default()
        )
    };
    let lines: String = sums(sizes).into_iter().map(line).collect();
    format!("Loaded, as it travels (Brotli), each with what comes before it:\n{lines}")
}

fn details(sizes: &[Size]) -> String {
    let line = |size: &Size| {
        format!(
            "{:>12}{:>12}  {}: {}\n",
            kilobytes(size.raw),
            kilobytes(size.brotli),
            size.stage.name(),
            size.path
        )
    };
    let lines: String = sizes.iter().map(line).collect();
    format!("{:>12}{:>12}\n{lines}", "raw", "brotli")
}

fn kilobytes(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_belongs_to_when_it_is_loaded() {
        for (path, expected) in [
            ("index.html", Some(Stage::FirstPicture)),
            ("style-1.css", Some(Stage::FirstPicture)),
            ("start-1.js", Some(Stage::FirstPicture)),
            ("code-1/crossroads.js", Some(Stage::Program)),
            ("code-1/crossroads_bg.wasm", Some(Stage::Program)),
            ("code-1/chunks/split_sections.wasm", Some(Stage::FirstPage)),
            ("code-1/chunks/chunk_7.wasm", Some(Stage::FirstPage)),
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
    fn a_stage_counts_what_comes_before_it() {
        let size = |stage, brotli| Size {
            stage,
            path: String::new(),
            raw: 0,
            brotli,
        };
        let sizes = [
            size(Stage::Program, 3_000),
            size(Stage::FirstPicture, 1_500),
            size(Stage::FirstPicture, 500),
        ];
        let sums = sums(&sizes);
        let [first, program, ..] = sums[..] else {
            panic!("a sum for each stage");
        };
        assert_eq!((first.alone, first.with_what_comes_before), (2_000, 2_000));
        assert_eq!(
            (program.alone, program.with_what_comes_before),
            (3_000, 5_000)
        );
        let line = "      5.0 kB  until a switch works (held: 3.0 kB of 340.0 kB)\n";
        assert!(table(&sizes).contains(line), "{}", table(&sizes));
    }

    #[test]
    fn the_program_is_held_to_its_budget_alone() {
        let of = |alone| Travelling {
            stage: Stage::Program,
            alone,
            with_what_comes_before: alone + 40_000,
        };
        assert_eq!(of(340_000).budget(), Some((340_000, 340_000)));
        let whole = Travelling {
            stage: Stage::FirstPage,
            alone: 1,
            with_what_comes_before: 900_000,
        };
        assert_eq!(whole.budget(), Some((900_000, 810_000)));
    }
}
