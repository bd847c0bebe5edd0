//! Checksums of files.

use sha2::{Digest, Sha256};

use crate::refusal::{Refusal, Result};

/// Refuses bytes with another checksum than the one that is known.
///
/// # Errors
/// When it is another one.
pub fn check(file: &str, bytes: &[u8], expected: &str) -> Result<()> {
    let found = sha256(bytes);
    if found != expected {
        return Err(Refusal::of_file(file, "sha256", expected, found));
    }
    Ok(())
}

/// The SHA-256 of some bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
