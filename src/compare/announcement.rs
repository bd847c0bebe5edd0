use super::Selection;
use crate::model::{Dataset, RoleId};

/// What changed from one selection to the next, for those who do not see it; nothing where nothing
/// did.
pub fn announcement(dataset: &Dataset, before: &Selection, after: &Selection) -> Option<String> {
    let title = |role: &RoleId| dataset.title(role);
    let is_on = |selection: &Selection, role: &RoleId| selection.compared().any(|on| on == role);
    let mut sentences = Vec::new();
    for entry in after.tray() {
        let role = &entry.role;
        let change = match (before.holds(role), is_on(before, role), entry.on) {
            (_, false, true) => "is on",
            (false, _, false) => "waits, switched off",
            (true, true, false) => "is off",
            _ => continue,
        };
        sentences.extend(title(role).map(|title| format!("{title} {change}.")));
    }
    for entry in before
        .tray()
        .iter()
        .filter(|entry| !after.holds(&entry.role))
    {
        sentences.extend(title(&entry.role).map(|title| format!("{title} was taken out.")));
    }
    if before.baseline() != after.baseline() {
        sentences.push(match after.baseline().and_then(title) {
            Some(title) => format!("The others are measured against {title}."),
            None => "The roles are not measured against each other.".to_owned(),
        });
    }
    if before.place() != after.place() {
        let area = after.place().and_then(|code| dataset.areas().get(code));
        let phrase = area.map_or("the whole United States", |area| &area.phrase);
        sentences.push(format!("Pay and jobs are those of {phrase}."));
    } else if before.cost_adjusted() != after.cost_adjusted() {
        sentences.push(match after.cost_adjusted() {
            true => "Pay is in cost-adjusted dollars.".to_owned(),
            false => "Pay is as it is published.".to_owned(),
        });
    }
    let of_roles = before.tray() != after.tray() || before.baseline() != after.baseline();
    if sentences.is_empty() && before.tray() != after.tray() {
        sentences.push("The order of the roles has changed.".to_owned());
    }
    if sentences.is_empty() {
        return None;
    }
    if !of_roles {
        return Some(sentences.join(" "));
    }
    sentences.push(match after.compared().count() {
        0 => "No role is compared.".to_owned(),
        1 => "1 role is compared.".to_owned(),
        count => format!("{count} roles are compared."),
    });
    Some(sentences.join(" "))
}
