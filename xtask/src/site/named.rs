//! Files that are named after their content, so that browsers can keep them forever.

use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use anyhow::Result;

use crate::files;

/// Returns a hash of 16 hexadecimal digits.
pub fn hash(contents: &[Vec<u8>]) -> String {
    let mut hasher = DefaultHasher::new();
    for content in contents {
        hasher.write_usize(content.len());
        hasher.write(content);
    }
    format!("{:016x}", hasher.finish())
}

/// Writes a file under a name that ends in the hash of its content. Returns the name.
pub fn write(folder: &Path, stem: &str, ending: &str, content: &str) -> Result<String> {
    let name = format!("{stem}-{}.{ending}", hash(&[content.into()]));
    files::write(&folder.join(&name), content)?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    #[test]
    fn different_contents_have_different_hashes() {
        let hash = |contents: &[&str]| {
            let contents: Vec<Vec<u8>> = contents.iter().map(|it| (*it).into()).collect();
            super::hash(&contents)
        };
        assert_eq!(hash(&["a", "b"]), hash(&["a", "b"]));
        assert_ne!(hash(&["a", "b"]), hash(&["ab"]));
        assert_ne!(hash(&["a"]), hash(&["b"]));
        assert_eq!(hash(&["a"]).len(), 16);
    }
}
