//! How the tables travel in the bundle: column after column, which compresses by a sixth better than row after row. The
//! files in `data/official` keep a row a line, so that a change of the figures can be read; `build.rs` packs them.
//!
//! ```text
//! {"columns":["id","title"],
//! "id":[
//! "11-1011",
//! "11-1021"
//! ],
//! "title":[
//! "Chief Executives",
//! "General and Operations Managers"
//! ]}
//! ```
//!
//! An hourly wage that follows from the yearly one to the cent is one sign: the survey divides by 2,080 hours before it
//! rounds either, so that the two say nearly the same. Whatever does not follow stays as it is.

/// What stands before the rows of a table.
const ROWS: &str = "\"rows\":[\n";
/// The column of wages by the hour, and the one they follow from.
const HOUR: &str = "hour";
const YEAR: &str = "year";

/// A table of rows (see [`Rows`](super::rows::Rows)) column after column; none where it is no such table.
pub fn pack(table: &str) -> Option<String> {
    let (head, rows) = head_and_rows(table)?;
    let names = names(head)?;
    let year = names.iter().position(|name| *name == YEAR);
    let blocks = names.iter().enumerate().map(|(at, name)| {
        let cells = rows.iter().map(|row| {
            let signs = year.filter(|_| *name == HOUR);
            let signs = signs.and_then(|year| signs_of(row[year], row[at]));
            signs.unwrap_or_else(|| row[at].to_owned())
        });
        let cells: Vec<String> = cells.collect();
        format!("\"{name}\":[\n{}\n]", cells.join(",\n"))
    });
    let blocks: Vec<String> = blocks.collect();
    Some(format!("{head}{}}}\n", blocks.join(",\n")))
}

/// The table of rows again, letter by letter.
pub fn unpack(packed: &str) -> String {
    let mut lines = Lines { rest: packed };
    let (mut head, mut columns) = (0, Vec::new());
    while let Some(line) = lines.next() {
        if line.ends_with(":[") {
            columns.push(lines);
        }
        if columns.is_empty() {
            head = packed.len() - lines.rest.len() - 1;
        }
    }
    let head = packed.get(..head).unwrap_or_default();
    let names = names(head).unwrap_or_default();
    let year = names.iter().position(|name| *name == YEAR);
    let mut table = String::with_capacity(packed.len() + packed.len() / 4);
    table.push_str(head);
    table.push('\n');
    table.push_str(ROWS);
    let mut cells = Vec::with_capacity(names.len());
    let mut before_a_row = "[";
    loop {
        cells.clear();
        let next = columns.iter_mut().map_while(Iterator::next);
        // After the last cell of a column stands what closes it.
        let next = next.filter(|cell| !cell.starts_with(']'));
        cells.extend(next.map(|cell| cell.strip_suffix(',').unwrap_or(cell)));
        if cells.is_empty() || cells.len() < names.len() {
            break;
        }
        table.push_str(before_a_row);
        before_a_row = ",\n[";
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                table.push(',');
            }
            match year.filter(|_| names.get(at) == Some(&HOUR) && cell.starts_with("\"=")) {
                Some(year) => push_hours(&mut table, cells[year], cell),
                None => table.push_str(cell),
            }
        }
        table.push(']');
    }
    table.push_str("\n]}\n");
    table
}

/// A table without the cells of some columns, where null stands instead, and the table of those cells under the key of
/// each row; none where it is no such table. With each column stand the places in its lists that stay, if any do.
pub fn set_apart(table: &str, columns: &[(&str, &[usize])]) -> Option<(String, String)> {
    let (head, rows) = head_and_rows(table)?;
    let names = names(head)?;
    let place = |name: &str| names.iter().position(|other| *other == name);
    let places = columns
        .iter()
        .map(|(name, stay)| Some((place(name)?, *stay)));
    let places: Vec<(usize, &[usize])> = places.collect::<Option<_>>()?;
    let (mut without, mut apart) = (Vec::new(), Vec::new());
    for cells in rows {
        let mut kept: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        let mut row = vec![kept.first()?.clone()];
        for (at, stay) in &places {
            let (stays, rest) = divided(cells[*at], stay);
            kept[*at] = stays;
            row.push(rest);
        }
        without.push(kept);
        apart.push(row);
    }
    let key = names.first().copied()?;
    let columns = std::iter::once(key).chain(columns.iter().map(|(name, _)| *name));
    let columns: Vec<String> = columns.map(|name| format!("\"{name}\"")).collect();
    let apart_head = format!("{{\"columns\":[{}],\n", columns.join(","));
    Some((text(head, &without), text(&apart_head, &apart)))
}

/// A cell of which only what is at some places of a list stays, and what was taken out of it, in order.
fn divided(cell: &str, stay: &[usize]) -> (String, String) {
    const NOTHING: &str = "null";
    let list = cell
        .strip_prefix('[')
        .and_then(|cell| cell.strip_suffix(']'));
    let Some(list) = list.filter(|list| !list.is_empty() && !stay.is_empty()) else {
        return (NOTHING.to_owned(), cell.to_owned());
    };
    let mut rest = Vec::new();
    let kept = cells_of(list).into_iter().enumerate().map(|(at, item)| {
        if stay.contains(&at) {
            return item;
        }
        rest.push(item);
        NOTHING
    });
    let kept: Vec<&str> = kept.collect();
    (
        format!("[{}]", kept.join(",")),
        format!("[{}]", rest.join(",")),
    )
}

/// The lines of a text. They are short: looking at letter after letter finds their ends sooner than what is made for long
/// ones.
#[derive(Clone, Copy)]
struct Lines<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let end = self.rest.bytes().position(|letter| letter == b'\n')?;
        let (line, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest.get(1..).unwrap_or_default();
        Some(line)
    }
}

/// Splits a table into the text before its rows and the cells of each row.
fn head_and_rows(table: &str) -> Option<(&str, Vec<Vec<&str>>)> {
    let (head, rows) = table.split_once(ROWS)?;
    let width = names(head)?.len();
    let rows = rows.trim_end().strip_suffix("]}")?.trim_end().lines();
    let rows = rows.map(|row| {
        let cells = cells_of_row(row.trim_end_matches(','))?;
        (cells.len() == width).then_some(cells)
    });
    Some((head, rows.collect::<Option<_>>()?))
}

fn text(head: &str, rows: &[Vec<String>]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|row| format!("[{}]", row.join(",")))
        .collect();
    format!("{head}{ROWS}{}\n]}}\n", rows.join(",\n"))
}

/// The names of the columns.
fn names(head: &str) -> Option<Vec<&str>> {
    let names = head.split_once("{\"columns\":[")?.1.split_once(']')?.0;
    Some(
        names
            .split(',')
            .map(|name| name.trim_matches('"'))
            .collect(),
    )
}

/// The cells of a row, as they are written; none where it is no row.
pub fn cells_of_row(row: &str) -> Option<Vec<&str>> {
    Some(cells_of(row.strip_prefix('[')?.strip_suffix(']')?))
}

/// The cells between the brackets of a row or of a cell, as they are written.
fn cells_of(row: &str) -> Vec<&str> {
    let (mut cells, mut start) = (Vec::new(), 0);
    let (mut depth, mut in_text, mut escaped) = (0, false, false);
    for (at, letter) in row.bytes().enumerate() {
        match letter {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            b',' if depth == 0 => {
                cells.push(&row[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    cells.push(&row[start..]);
    cells
}

/// What a yearly wage of whole dollars is by the hour, in cents.
fn cents_an_hour(year: &str) -> Option<u32> {
    let dollars: u32 = year.parse().ok()?;
    // 2,080 hours, rounded half up.
    Some((dollars.checked_mul(10)? + 104) / 208)
}

/// Writes dollars as the tables do: `129.63`, `244.1`, `63`.
fn push_dollars(text: &mut String, cents: u32) {
    let digit = |digit: u32| char::from_digit(digit, 10).unwrap_or_default();
    let (dollars, cents) = (cents / 100, cents % 100);
    let mut place = 1;
    while dollars / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        text.push(digit(dollars / place % 10));
        place /= 10;
    }
    if cents > 0 {
        text.push('.');
        text.push(digit(cents / 10));
    }
    if cents % 10 > 0 {
        text.push(digit(cents % 10));
    }
}

fn dollars(cents: u32) -> String {
    let mut text = String::new();
    push_dollars(&mut text, cents);
    text
}

/// By how many cents each wage differs from what follows from the yearly one, as signs; none where one does not follow.
fn signs_of(year: &str, hour: &str) -> Option<String> {
    let inside = |cell: &str| -> Option<Vec<String>> {
        let cells = cell.strip_prefix('[')?.strip_suffix(']')?;
        Some(cells_of(cells).into_iter().map(str::to_owned).collect())
    };
    let (years, hours) = (inside(year)?, inside(hour)?);
    if years.len() != hours.len() {
        return None;
    }
    let signs = years.iter().zip(&hours).map(|(year, hour)| {
        let follows = cents_an_hour(year)?;
        SIGNS
            .into_iter()
            .find(|sign| dollars(stepped(follows, *sign)) == *hour)
    });
    let signs: String = signs.collect::<Option<_>>()?;
    Some(format!("\"={signs}\""))
}

/// As it follows, a cent more, a cent less.
const SIGNS: [char; 3] = ['0', '+', '-'];

fn stepped(cents: u32, sign: char) -> u32 {
    match sign {
        '+' => cents + 1,
        '-' => cents.saturating_sub(1),
        _ => cents,
    }
}

fn push_hours(table: &mut String, year: &str, signs: &str) {
    let years = year.trim_matches(['[', ']']).split(',');
    let signs = signs.trim_matches(['"', '=']).chars();
    let mut before = '[';
    for (year, sign) in years.zip(signs) {
        table.push(before);
        let cents = cents_an_hour(year).unwrap_or_default();
        push_dollars(table, stepped(cents, sign));
        before = ',';
    }
    table.push(']');
}
