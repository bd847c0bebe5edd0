//! The codes of a row of O*NET: which occupation it is about.

use std::collections::BTreeSet;

use crate::codes::Codes;
use crate::refusal::Result;
use crate::table::Row;

/// The occupation that a row is about, if it is the occupation's own row.
///
/// # Errors
/// When the codes are unknown or do not belong together.
pub fn base<'r>(row: &Row<'r>, codes: &Codes) -> Result<Option<&'r str>> {
    let Some(soc) = occupation(row, codes)? else {
        return Ok(None);
    };
    let own = row.text("onet_code")?.strip_suffix(".00") == Some(soc);
    Ok(Some(soc).filter(|_| own))
}

/// The occupation that a row belongs to, also as one of its specialities.
///
/// # Errors
/// When the codes are unknown or do not belong together.
pub fn occupation<'r>(row: &Row<'r>, codes: &Codes) -> Result<Option<&'r str>> {
    let (soc, onet) = (row.text("soc_code")?, row.text("onet_code")?);
    codes.known(row, "soc_code", soc)?;
    let prefix = onet
        .split_once('.')
        .filter(|(_, rest)| rest.len() == 2)
        .map(|(soc, _)| soc);
    if prefix.is_none_or(|prefix| codes.oews_code(prefix) != Some(soc)) {
        return Err(row.refuse("onet_code", &format!("an O*NET code that belongs to {soc}")));
    }
    Ok(Some(soc).filter(|soc| codes.occupations.contains_key(*soc)))
}

/// Refuses a row whose key was there before.
///
/// # Errors
/// When it was.
pub fn once<K: Ord>(row: &Row<'_>, field: &str, seen: &mut BTreeSet<K>, key: K) -> Result<()> {
    if seen.insert(key) {
        return Ok(());
    }
    Err(row.refuse(field, "each only once for an O*NET code"))
}
