use super::Selection;
use crate::model::{Dataset, RoleId};

/// What changed from one selection to the next, for those who do not see it; nothing where nothing
/// did.
pub fn announcement(dataset: &Dataset, before: &Selection, after: &Selection) -> Option<String> {
    let ids = |selection: &Selection| -> Vec<RoleId> { selection.compared().cloned().collect() };
    let (was, is) = (ids(before), ids(after));
    if was == is {
        return None;
    }
    let only_in = |these: &[RoleId], those: &[RoleId], word: &str| -> Vec<String> {
        let missing = these.iter().filter(|role| !those.contains(role));
        missing
            .filter_map(|role| Some(format!("{} is {word}.", dataset.title(role)?)))
            .collect()
    };
    let mut sentences = only_in(&is, &was, "on");
    sentences.extend(only_in(&was, &is, "off"));
    sentences.push(match is.len() {
        0 => "No role is compared.".to_owned(),
        1 => "1 role is compared.".to_owned(),
        count => format!("{count} roles are compared."),
    });
    Some(sentences.join(" "))
}
