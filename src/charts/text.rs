//! How much room words take. The page's fonts are the reader's own and cannot be measured here,
//! so widths are estimates that err on the wide side.

/// The size of names and values, in px.
pub(super) const SIZE: f64 = 12.5;

/// The share of the size that an average character takes in the widest of the usual sans.
const EM_SHARE: f64 = 0.58;
/// The same for bold, in which names are set.
const BOLD_EM_SHARE: f64 = 0.64;

/// The share of the size that the widest characters take.
const WIDEST: f64 = 0.98;
/// The same for signs that fill a square, as in Chinese, Japanese and Korean.
const SQUARE: f64 = 1.05;
/// The same for emoji.
const EMOJI: f64 = 1.3;

/// How much wider words in capitals are than others. Scripts that have no small letters are taken for such.
const CAPITALS: f64 = 1.22;
/// From how many letters on it is words, and no unit: "$250K".
const WORDS: usize = 4;

/// About how wide a value is, in px.
pub(super) fn width(text: &str) -> f64 {
    width_by(text, EM_SHARE)
}

/// About how wide a name is, in px.
fn name_width(name: &str) -> f64 {
    width_by(name, BOLD_EM_SHARE)
}

fn width_by(text: &str, average: f64) -> f64 {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = match letters >= WORDS && !text.chars().any(char::is_lowercase) {
        true => CAPITALS,
        false => 1.0,
    };
    let shares = text.chars().map(|c| em_share(c, average, capitals));
    SIZE * shares.sum::<f64>()
}

fn em_share(c: char, average: f64, capitals: f64) -> f64 {
    match c {
        '%' | '@' | 'M' | 'W' | 'm' => WIDEST * capitals,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{20000}'..='\u{3FFFD}' => SQUARE,
        '\u{1F000}'..='\u{1FAFF}' => EMOJI,
        _ => average * capitals,
    }
}

/// Breaks a name into as many lines as it needs.
pub(super) fn wrap_name(name: &str, room: f64) -> Vec<String> {
    wrap_by(name, room, name_width)
}

/// Breaks words of ordinary weight into as many lines as they need.
pub(super) fn wrap(words: &str, room: f64) -> Vec<String> {
    wrap_by(words, room, width)
}

/// A word that is wider than a line goes on in the next one, after a hyphen or a stroke where it has one.
fn wrap_by(text: &str, room: f64, width: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let pieces: Vec<&str> = match width(word) <= room {
            true => vec![word],
            false => word.split_inclusive(['/', '-']).collect(),
        };
        for (number, piece) in pieces.into_iter().enumerate() {
            let is_free = lines.last().is_some_and(String::is_empty);
            let space = if number == 0 && !is_free { " " } else { "" };
            let longer = lines.last().map(|line| format!("{line}{space}{piece}"));
            match (longer, lines.last_mut()) {
                (Some(longer), Some(line)) if width(&longer) <= room => {
                    *line = longer;
                    continue;
                }
                _ if !is_free => lines.push(String::new()),
                _ => {}
            }
            for letter in piece.chars() {
                let is_full = lines.last().is_some_and(|line| {
                    !line.is_empty() && width(&format!("{line}{letter}")) > room
                });
                if is_full {
                    lines.push(String::new());
                }
                if let Some(line) = lines.last_mut() {
                    line.push(letter);
                }
            }
        }
    }
    lines
}

/// About how wide the widest word of a text is, in px.
pub(super) fn widest_word(text: &str) -> f64 {
    let words = text.split_whitespace();
    let pieces = words.flat_map(|word| word.split_inclusive(['/', '-']));
    pieces.map(width).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_takes_the_lines_it_needs_and_stays_whole() {
        let name = "First-Line Supervisors of Office and Administrative Support Workers";
        for room in [90.0, 300.0, 2_000.0] {
            let lines = wrap_name(name, room);
            assert!(
                lines.iter().all(|line| name_width(line) <= room),
                "{lines:?}"
            );
            assert_eq!(lines.concat().replace(' ', ""), name.replace(' ', ""));
        }
        assert_eq!(wrap_name(name, 300.0).join(" "), name);
        assert_eq!(wrap_name("Sales Manager", 280.0), ["Sales Manager"]);
    }

    #[test]
    fn capitals_and_the_signs_of_other_scripts_have_the_room_they_take() {
        // What they take in a usual bold sans, in shares of the size.
        for (name, taken) in [
            ("SENIOR SOFTWARE ENGINEER", 17.2),
            ("مهندس برمجيات", 8.5),
            ("漢字かな한국", 6.0),
            ("👩🌾", 2.4),
        ] {
            assert!(name_width(name) >= taken * SIZE, "{name}");
        }
        // Nor is a value wider for its unit.
        assert_eq!(width("$250K"), 5.0 * EM_SHARE * SIZE);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken() {
        assert_eq!(wrap("on abcdefgh", 30.0), ["on", "abcd", "efgh"]);
        assert_eq!(wrap("Career/Technical", 80.0), ["Career/", "Technical"]);
        assert_eq!(wrap("Career/Technical", 200.0), ["Career/Technical"]);
        assert_eq!(wrap("", 30.0), [""]);
    }
}
