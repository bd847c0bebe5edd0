//! Compressed copies of the built files, made once so that a server only has to pick one.
//!
//! Node.js compresses: it is needed for `wasm-opt` anyway, and its Brotli is the optimised one in C. The crates for the
//! same were a sixth of this program's compile time, and many times slower in the unoptimised build that this program is.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::node;

/// Where reading a compressed copy starts to be worth it: below, all of it travels in one packet anyway.
const SMALLEST: u64 = 1024;

const SCRIPT: &str = include_str!("compress.mjs");

/// What gains from compression. Pictures and fonts are compressed already.
const ENDINGS: [&str; 12] = [
    "css",
    "csv",
    "html",
    "js",
    "json",
    "map",
    "mjs",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// How a copy is compressed.
#[derive(Clone, Copy)]
pub enum Kind {
    /// The smallest; every current browser accepts it over HTTPS and from this machine.
    Brotli,
    /// What everything accepts.
    Gzip,
}

/// The path of the compressed copy of a file.
pub fn copy_of(file: &Path, kind: Kind) -> PathBuf {
    let mut path = file.as_os_str().to_owned();
    path.push(match kind {
        Kind::Brotli => ".br",
        Kind::Gzip => ".gz",
    });
    path.into()
}

/// Writes the compressed copies of all files in the folder that gain from it. `kept` is where what was compressed lies
/// for the next time.
pub fn folder(folder: &Path, kept: &Path) -> Result<()> {
    let mut worthwhile = Vec::new();
    for file in files(folder)? {
        if is_worthwhile(&file)? {
            worthwhile.push(file);
        }
    }
    let list = serde_json::to_vec(
        &worthwhile
            .iter()
            .map(|file| {
                [
                    file.clone(),
                    copy_of(file, Kind::Brotli),
                    copy_of(file, Kind::Gzip),
                ]
            })
            .collect::<Vec<_>>(),
    )?;
    let mut child = node::node()
        .args(["--input-type=module", "--eval", SCRIPT])
        .arg(kept)
        .stdin(Stdio::piped())
        .spawn()
        .context("`node` cannot be started")?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin
            .write_all(&list)
            .context("`node` does not take the list of files to compress")?;
    }
    let status = child.wait().context("`node` cannot be waited for")?;
    if !status.success() {
        bail!(
            "the files in {} cannot be compressed ({status})",
            folder.display()
        );
    }
    Ok(())
}

/// All files in a folder and below it.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in
            fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?
        {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path)
            } else {
                found.push(path)
            }
        }
    }
    found.sort();
    Ok(found)
}

fn is_worthwhile(file: &Path) -> Result<bool> {
    let ending = file.extension().and_then(|ending| ending.to_str());
    if !ending.is_some_and(|ending| ENDINGS.contains(&ending)) {
        return Ok(false);
    }
    Ok(fs::metadata(file)
        .with_context(|| format!("{} cannot be read", file.display()))?
        .len()
        > SMALLEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_gets_smaller_gets_copies() {
        let dist = std::env::temp_dir().join(format!("crossroads-compress-{}", std::process::id()));
        fs::create_dir_all(dist.join("data")).unwrap();
        let text = "one line like all the others\n".repeat(200);
        fs::write(dist.join("index.html"), &text).unwrap();
        fs::write(dist.join("data/shard.json"), &text).unwrap();
        fs::write(dist.join("tiny.css"), "a{}").unwrap();
        fs::write(dist.join("icon.png"), &text).unwrap();
        fs::write(dist.join("noise.txt"), noise()).unwrap();

        let kept = dist.with_extension("kept");
        folder(&dist, &kept).unwrap();

        let names = |path: &Path| {
            path.strip_prefix(&dist)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/")
        };
        let found = files(&dist)
            .unwrap()
            .iter()
            .map(|path| names(path))
            .collect::<Vec<_>>();
        let expected = [
            "data/shard.json",
            "data/shard.json.br",
            "data/shard.json.gz",
            "icon.png",
            "index.html",
            "index.html.br",
            "index.html.gz",
            "noise.txt",
            "tiny.css",
        ];
        assert_eq!(found, expected);
        let gzip = fs::read(dist.join("index.html.gz")).unwrap();
        assert_eq!(gzip[..2], [0x1f, 0x8b]);
        assert!(fs::metadata(dist.join("index.html.br")).unwrap().len() < 200);

        // Again, from what was kept; and what belongs to no file any more is not kept.
        let copy = fs::read(dist.join("index.html.br")).unwrap();
        fs::remove_file(dist.join("index.html.br")).unwrap();
        fs::remove_file(dist.join("data/shard.json")).unwrap();
        fs::write(dist.join("index.html"), format!("{text}.")).unwrap();
        folder(&dist, &kept).unwrap();
        assert_ne!(fs::read(dist.join("index.html.br")).unwrap(), copy);
        fs::write(dist.join("index.html"), &text).unwrap();
        folder(&dist, &kept).unwrap();
        assert_eq!(fs::read(dist.join("index.html.br")).unwrap(), copy);
        // The page and the noise, each in two ways.
        assert_eq!(files(&kept).unwrap().len(), 4);
        fs::remove_dir_all(kept).unwrap();
        fs::remove_dir_all(dist).unwrap();
    }

    /// Bytes without any pattern that a compressor could find (xorshift).
    fn noise() -> Vec<u8> {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()
        };
        (0..512).flat_map(|_| next()).collect()
    }
}
