use crate::compare::Column;

/// How long the name of a file may be, its ending not counted.
const LONGEST: usize = 80;

/// The name of a file of the compared roles, or of one thing about them:
/// `crossroads-salary-range-sales-managers-vs-actors.csv`. Only a-z, digits and `-`, so that every
/// system takes it.
pub fn file_name(about: Option<&str>, columns: &[Column], ending: &str) -> String {
    let titles: Vec<String> = columns.iter().map(|c| plain(&c.role.title)).collect();
    let start = match about {
        Some(about) => format!("crossroads-{about}"),
        None => "crossroads".to_owned(),
    };
    let all = titles.join("-vs-");
    let whole = format!("{start}-{all}");
    let stem = match titles.as_slice() {
        [] => start,
        _ if whole.len() <= LONGEST => whole,
        [only] => format!("{start}-{only}"),
        [first, rest @ ..] => {
            let more = format!("-and-{}-more", rest.len());
            let first = format!("{start}-{first}");
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
