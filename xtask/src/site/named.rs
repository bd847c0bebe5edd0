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
