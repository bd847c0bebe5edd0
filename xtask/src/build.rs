//! `cargo xtask build`: the optimised site, with its compressed copies.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::compress::{self, Kind};
use crate::site::{self, Options};
use crate::tools::Toolbox;
use crate::workspace::Workspace;
use crate::{process, setup};

/// Sets up what is missing, builds, and prints how large the result is.
pub fn command(workspace: &Workspace, options: Options) -> Result<()> {
    let options = options.or_environment()?;
    setup::for_building(workspace)?;
    site(workspace, &Toolbox::collect(workspace)?, &options, |_| {
        Ok(())
    })
}

/// Builds with tools that are there, and with whatever else is set for the compiler.
pub fn site(
    workspace: &Workspace,
    tools: &Toolbox,
    options: &Options,
    set_compiler: impl Fn(&mut Command) -> Result<()>,
) -> Result<()> {
    let mut trunk = tools.trunk(workspace, "build")?;
    trunk
        .arg("--release")
        .arg("--dist")
        .arg(workspace.dist())
        .current_dir(workspace.root());
    set_compiler(&mut trunk)?;
    process::run(&mut trunk)?;
    site::finish(workspace, tools, options, &set_compiler)?;
    compress::folder(
        &workspace.dist(),
        &workspace.root().join("target/compressed"),
    )?;
    print!("{}", table(&sizes(&workspace.dist())?));
    Ok(())
}

/// What a browser loads at least, in bytes: as they are and as they travel.
struct Size {
    kind: &'static str,
    raw: u64,
    brotli: u64,
}

fn sizes(dist: &Path) -> Result<Vec<Size>> {
    let mut sizes = ["html", "css", "js", "wasm"].map(|kind| Size {
        kind,
        raw: 0,
        brotli: 0,
    });
    for file in compress::files(dist)? {
        // A visit that begins at the page of a role loads that in place of the first page.
        if file.starts_with(dist.join("role")) {
            continue;
        }
        let Some(size) = sizes
            .iter_mut()
            .find(|size| file.extension().is_some_and(|found| found == size.kind))
        else {
            continue;
        };
        let raw = length(&file)?;
        let copy = compress::copy_of(&file, Kind::Brotli);
        size.raw += raw;
        size.brotli += if copy.is_file() { length(&copy)? } else { raw };
    }
    Ok(sizes.into())
}

fn length(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file)
        .with_context(|| format!("{} cannot be read", file.display()))?
        .len())
}

fn table(sizes: &[Size]) -> String {
    let total = Size {
        kind: "total",
        raw: sizes.iter().map(|size| size.raw).sum(),
        brotli: sizes.iter().map(|size| size.brotli).sum(),
    };
    let mut table = format!("{:<6}{:>12}{:>12}\n", "", "raw", "brotli");
    for Size { kind, raw, brotli } in sizes.iter().chain([&total]) {
        table += &format!(
            "{kind:<6}{:>12}{:>12}\n",
            kilobytes(*raw),
            kilobytes(*brotli)
        );
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
    fn the_table_is_aligned_and_adds_up() {
        let sizes = [
            Size {
                kind: "html",
                raw: 4_321,
                brotli: 999,
            },
            Size {
                kind: "wasm",
                raw: 1_234_567,
                brotli: 345_678,
            },
        ];
        let expected = "               raw      brotli
html        4.3 kB      0.9 kB
wasm     1234.5 kB    345.6 kB
total    1238.8 kB    346.6 kB
";
        assert_eq!(table(&sizes), expected);
    }
}
