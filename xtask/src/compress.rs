//! Compressed copies of the built files (`compress.mjs`).
//!
//! Node.js compresses because it is needed anyway, and its Brotli is the optimized one in C. The crates for it would take a
//! sixth of this program's compile time.

use std::path::Path;

use anyhow::Result;

use crate::{node, process};

/// Writes the compressed copies of all files in a folder that gain from it. `kept` keeps them for the next time.
pub fn folder(folder: &Path, kept: &Path) -> Result<()> {
    process::run(node::script(include_str!("compress.mjs")).args([folder, kept]))
}

#[cfg(test)]
mod tests {
    use std::hash::{DefaultHasher, Hasher};

    use super::*;
    use crate::files;

    #[test]
    fn files_that_get_smaller_get_copies() {
        let temporary = tempfile::tempdir().unwrap();
        let (dist, kept) = (temporary.path().join("dist"), temporary.path().join("kept"));
        let write = |name: &str, content: &[u8]| files::write(&dist.join(name), content).unwrap();
        let read = |name: &str| std::fs::read(dist.join(name)).unwrap();
        let text = "one line like all the others\n".repeat(200);
        write("index.html", text.as_bytes());
        write("data/shard.json", text.as_bytes());
        write("tiny.css", b"a{}");
        write("icon.png", text.as_bytes());
        write("noise.txt", &noise());

        folder(&dist, &kept).unwrap();

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
        assert_eq!(files::list(&dist).unwrap(), expected);
        assert_eq!(read("index.html.gz")[..2], [0x1f, 0x8b]);
        let copy = read("index.html.br");
        assert!(copy.len() < 200);

        // The next time a changed file gets another copy, and copies of removed files are not kept.
        std::fs::remove_file(dist.join("data/shard.json")).unwrap();
        write("index.html", format!("{text}.").as_bytes());
        folder(&dist, &kept).unwrap();
        assert_ne!(read("index.html.br"), copy);
        write("index.html", text.as_bytes());
        folder(&dist, &kept).unwrap();
        assert_eq!(read("index.html.br"), copy);
        // The page and the noise, each in two formats.
        assert_eq!(files::list(&kept).unwrap().len(), 4);
    }

    /// Returns bytes without a pattern.
    fn noise() -> Vec<u8> {
        let hash = |number| {
            let mut hasher = DefaultHasher::new();
            hasher.write_u64(number);
            hasher.finish().to_le_bytes()
        };
        (0..512).flat_map(hash).collect()
    }
}
