use super::Export;

/// How long the name of a file may be, its ending not counted.
const LONGEST: usize = 80;

/// The name of a file that holds the comparison: `crossroads-sales-managers-vs-actors.csv`. Only a-z,
/// digits and `-`, so that every system takes it.
pub fn file_name(export: &Export, ending: &str) -> String {
    let columns = export.comparison.columns.iter();
    let titles: Vec<String> = columns.map(|column| plain(&column.role.title)).collect();
    let all = titles.join("-vs-");
    let whole = format!("crossroads-{all}");
    let stem = match titles.as_slice() {
        [] => "crossroads".to_owned(),
        _ if whole.len() <= LONGEST => whole,
        [only] => format!("crossroads-{only}"),
        [first, rest @ ..] => {
            let more = format!("-and-{}-more", rest.len());
            let first = format!("crossroads-{first}");
            format!("{}{more}", cut(&first, LONGEST - more.len()))
        }
    };
    format!("{}.{ending}", cut(&stem, LONGEST))
}

/// In small letters, with one `-` for whatever is neither letter nor digit.
fn plain(title: &str) -> String {
    let mut name = String::new();
    for letter in title.chars() {
        if letter.is_ascii_alphanumeric() {
            name.push(letter.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    name.trim_end_matches('-').to_owned()
}

/// At most so many letters, ending with a whole word where there is one.
fn cut(name: &str, longest: usize) -> &str {
    match name.get(..longest) {
        Some(start) if name.len() > longest => match start.rsplit_once('-') {
            Some((words, _)) => words,
            None => start,
        },
        _ => name,
    }
}
