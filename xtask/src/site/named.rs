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
    let content = lean(content);
    let name = format!("{stem}-{}.{ending}", hash(&[content.clone().into()]));
    files::write(&folder.join(&name), content)?;
    Ok(name)
}

/// A script or style sheet without indentation and lines of comments.
pub fn lean(text: &str) -> String {
    let mut in_comment = false;
    let is_code = |line: &&str| {
        let is_comment = in_comment || line.starts_with("/*");
        in_comment = is_comment && !line.ends_with("*/");
        !is_comment && !line.is_empty() && !line.starts_with("//")
    };
    let lines: Vec<&str> = text.lines().map(str::trim).filter(is_code).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn comments_and_indentation_do_not_travel() {
        let text = "/* One\n   two. */\n a {\n  b: c; /* d */\n }\n\n// e\n/** f */\n g()\n";
        assert_eq!(super::lean(text), "a {\nb: c; /* d */\n}\ng()");
    }

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
