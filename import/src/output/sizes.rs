//! How large the dataset is.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::output::files::Files;

/// The folders with one file for each area or occupation.
const FOLDERS: [&str; 3] = ["/alike", "/area", "/occupation"];

/// A table in Markdown: for each kind of file their number, their bytes raw and compressed, and the largest of them.
///
/// Files of a folder with many are taken together.
pub fn table(files: &Files) -> String {
    let mut kinds: Vec<Kind> = Vec::new();
    for (path, text) in files.iter() {
        let name = kind(path);
        let size = Size {
            raw: text.len(),
            compressed: compressed(text),
        };
        match kinds.iter_mut().find(|kind| kind.name == name) {
            Some(kind) => kind.add(path, size),
            None => kinds.push(Kind {
                name,
                count: 1,
                total: size,
                largest: (path.to_owned(), size),
            }),
        }
    }
    let mut table = String::from(
        "| files | count | bytes | gzip -9 | largest | its bytes | its gzip -9 |\n\
         |---|---:|---:|---:|---|---:|---:|\n",
    );
    for Kind {
        name,
        count,
        total,
        largest: (path, size),
    } in &kinds
    {
        let file = path.rsplit('/').next().unwrap_or_default();
        let (raw, packed) = (total.raw, total.compressed);
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| `{name}` | {count} | {raw} | {packed} | `{file}` | {} | {} |",
            size.raw, size.compressed
        );
    }
    table
}

#[derive(Clone, Copy)]
struct Size {
    raw: usize,
    compressed: usize,
}

struct Kind {
    name: String,
    count: usize,
    total: Size,
    largest: (String, Size),
}

impl Kind {
    fn add(&mut self, path: &str, size: Size) {
        self.count += 1;
        self.total.raw += size.raw;
        self.total.compressed += size.compressed;
        if size.raw > self.largest.1.raw {
            self.largest = (path.to_owned(), size);
        }
    }
}

/// A file's own path, or its folder's where there is one file for each area or occupation.
fn kind(path: &str) -> String {
    match path.rsplit_once('/') {
        Some((folder, _)) if FOLDERS.iter().any(|name| folder.ends_with(name)) => {
            format!("{folder}/*.json")
        }
        _ => path.to_owned(),
    }
}

/// The bytes of a text after gzip -9, as most servers send it.
pub fn compressed(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    match encoder
        .write_all(text.as_bytes())
        .and_then(|()| encoder.finish())
    {
        Ok(bytes) => bytes.len(),
        // Writing to memory cannot fail; uncompressed would be the honest answer.
        Err(_) => text.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_folder_with_many_are_taken_together() {
        let mut files = Files::default();
        for (path, text) in [
            ("public/data/area/0000000.json", "123"),
            ("public/data/area/0100000.json", "12345"),
            ("public/data/titles.json", "1"),
        ] {
            files.add(path.to_owned(), text.to_owned());
        }
        let table = table(&files);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 4);
        assert!(
            lines[2].starts_with("| `public/data/area/*.json` | 2 | 8 | "),
            "{table}"
        );
        assert!(lines[2].contains(" | `0100000.json` | 5 | "), "{table}");
        assert!(
            lines[3].starts_with("| `public/data/titles.json` | 1 | 1 | "),
            "{table}"
        );
    }
}
