//! Files that are named after their content, so that a browser may keep them for ever.

use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use anyhow::Result;

/// 16 hexadecimal digits that stand for the content: another content, other digits.
pub fn hash(contents: &[&[u8]]) -> String {
    let mut hasher = DefaultHasher::new();
    for content in contents {
        hasher.write_usize(content.len());
        hasher.write(content);
    }
    format!("{:016x}", hasher.finish())
}

/// Whether a part of a path, less the ending of a file, ends in the hash of what it stands for.
pub fn is_named(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        hash.len() == 16 && hash.bytes().all(is_digit)
    })
}

/// Writes a file under a name that ends in the hash of its content, and returns that name.
pub fn write(folder: &Path, stem: &str, ending: &str, content: &str) -> Result<String> {
    let name = format!("{stem}-{}.{ending}", hash(&[content.as_bytes()]));
    super::write(&folder.join(&name), content)?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    #[test]
    fn other_contents_have_other_hashes() {
        let hash = |contents: &[&str]| {
            let contents: Vec<&[u8]> = contents.iter().map(|c| c.as_bytes()).collect();
            super::hash(&contents)
        };
        assert_eq!(hash(&["a", "b"]), hash(&["a", "b"]));
        assert_ne!(hash(&["a", "b"]), hash(&["ab"]));
        assert_ne!(hash(&["a"]), hash(&["b"]));
        assert_eq!(hash(&["a"]).len(), 16);
    }
}
