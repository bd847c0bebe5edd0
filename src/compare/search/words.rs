//! Text as the words it is compared by: case, accents, punctuation and plural do not count.
//!
//! The letters are folded by hand. `unicode-normalization` knows every letter there is, for some 40 kB of tables in
//! the bundle; what people type or paste for a job title is the Latin of Europe, ligatures of a typeset page, and the
//! wide letters of an East Asian keyboard, and those are the few lines below.

/// Words that carry no meaning in a title. "Or" and "it" are not among
/// them, for they are the operating room and information technology.
const IDLE: &[&str] = &["a", "an", "and", "for", "in", "of", "the"];

/// Whether a word carries no meaning in a title, and counts only where there is no other word.
pub(super) fn is_idle(word: &str) -> bool {
    // Most words are longer, which is told faster.
    word.len() <= 3 && IDLE.contains(&word)
}

/// The text before its last word, where that is the beginning of a word that carries no meaning.
pub(super) fn before_begun_idle(text: &str) -> Option<&str> {
    let (before, last) = text.rsplit_once(' ')?;
    let last = last.to_ascii_lowercase();
    let is_begun = |idle: &&str| idle.len() > last.len() && idle.starts_with(&last);
    (!last.is_empty() && IDLE.iter().any(is_begun)).then_some(before)
}

/// The longest query that is looked at, in characters; what follows is left out.
const LONGEST: usize = 200;

/// The words of a query as they are typed, without accents, and in the form that is compared. Idle words are left out,
/// unless they are all there is.
pub(super) fn typed_words(text: &str) -> Vec<(String, String)> {
    let mut words = Vec::new();
    let end = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    each_plain_word(&text[..end], &mut |word| {
        let typed = word.clone();
        stem(word);
        words.push((typed, word.clone()));
    });
    if words
        .iter()
        .any(|(typed, _)| !IDLE.contains(&typed.as_str()))
    {
        words.retain(|(typed, _)| !IDLE.contains(&typed.as_str()));
    }
    words
}

/// Whether two texts are the same but for case, accents and punctuation.
pub(super) fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        let mut all = String::new();
        each_plain_word(text, &mut |word| {
            all.push_str(word);
            all.push(' ');
        });
        all
    };
    plain(one) == plain(other)
}

/// Hands over every word in small letters and without accents.
///
/// Marks that belong to a name stay: "c++", "c#", ".net".
pub(super) fn each_plain_word(text: &str, take: &mut impl FnMut(&mut String)) {
    let mut word = String::with_capacity(32);
    let mut before = ' ';
    let mut rest = text.chars();
    while let Some(c) = rest.next().map(narrow) {
        let next = || rest.as_str().chars().next().map(narrow);
        match c {
            'a'..='z' | '0'..='9' => word.push(c),
            'A'..='Z' => word.push(c.to_ascii_lowercase()),
            '.' if word.is_empty() && starts_a_name(before, next()) => word.push(c),
            '+' | '#' if ends_a_name(&word, rest.as_str()) => word.push(c),
            // They stand inside words: "driver's", "R.N.", and accents that are characters of their own.
            '\'' | '’' | '.' | '\u{300}'..='\u{36f}' => {}
            c if c.is_alphanumeric() => {
                for small in c.to_lowercase() {
                    match plain(small) {
                        Some(plain) => word.push_str(plain),
                        None => word.push(small),
                    }
                }
            }
            _ => {
                if !word.is_empty() {
                    take(&mut word);
                    word.clear();
                }
            }
        }
        before = c;
    }
    if !word.is_empty() {
        take(&mut word);
    }
}

/// Whether a full stop between these is the beginning of a name: ".NET", but neither "R.N." nor "...nurse".
fn starts_a_name(before: char, next: Option<char>) -> bool {
    let inside = before.is_alphanumeric() || before == '.';
    !inside && next.is_some_and(|next| next.is_ascii_alphabetic())
}

/// Whether a plus or hash after this word, with this after it, belongs to the name of a language or a grade: "C++", "C#"
/// and "A+" are a letter and its marks, whereas "BD+C" is two words and "#1" is one.
fn ends_a_name(word: &str, rest: &str) -> bool {
    const MOST_MARKS: usize = 2;
    let letter = word.starts_with(|c: char| c.is_ascii_alphabetic());
    let marks = word.get(1..).unwrap_or(" ");
    let only_marks = |text: &str| text.chars().all(is_mark);
    let next = rest.chars().map(narrow).find(|c| !is_mark(*c));
    let stands_alone = !next.is_some_and(char::is_alphanumeric);
    letter && marks.len() < MOST_MARKS && only_marks(marks) && stands_alone
}

fn is_mark(c: char) -> bool {
    matches!(narrow(c), '+' | '#')
}

/// A wide letter or mark of an East Asian keyboard as the usual one.
fn narrow(c: char) -> char {
    /// From a usual character to its wide form.
    const TO_WIDE: u32 = 0xfee0;
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - TO_WIDE).unwrap_or(c),
        _ => c,
    }
}

/// A small letter of the languages of western and central Europe, or one that stands for several, as plain letters.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ª' | 'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'į' | 'ı' => "i",
        'ĳ' => "ij",
        'ł' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'º' | 'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ſ' | 'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ﬅ' | 'ﬆ' => "st",
        'ť' | 'ţ' | 'ț' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        '¹' => "1",
        '²' => "2",
        '³' => "3",
        _ => return None,
    })
}

/// Takes the plural off a word. What remains need not be a word, as long as both numbers come to the same: "movie" and
/// "movies" become "movy".
pub(super) fn stem(word: &mut String) {
    let long = word.len() > 4;
    let ends = |ending: &str| word.ends_with(ending);
    let (cut, ending) = if long && ends("men") {
        (2, "an")
    } else if ends("wives") {
        (3, "fe")
    } else if long && ends("ies") {
        (3, "y")
    } else if long && ends("ie") {
        (2, "y")
    } else if ["sses", "xes", "ches", "shes"].iter().any(|e| ends(e)) {
        (2, "")
    } else if word.len() > 3 && ends("s") && !["ss", "us", "is"].iter().any(|e| ends(e)) {
        (1, "")
    } else {
        return;
    };
    word.truncate(word.len() - cut);
    word.push_str(ending);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        typed_words(text)
            .into_iter()
            .map(|(_, word)| word)
            .collect()
    }

    #[test]
    fn one_and_many_are_the_same_word() {
        for (one, many) in [
            ("nurse", "Nurses"),
            ("secretary", "secretaries"),
            ("movie", "movies"),
            ("coach", "coaches"),
            ("waitress", "waitresses"),
            ("fireman", "firemen"),
            ("midwife", "midwives"),
            ("bus", "bus"),
            ("CPA", "CPAs"),
            ("analysis", "analysis"),
        ] {
            assert_eq!(words(one), words(many));
        }
    }

    #[test]
    fn case_accents_and_punctuation_do_not_count() {
        assert_eq!(words("R.N."), ["rn"]);
        assert_eq!(words("Maître d’Hôtel"), ["maitre", "dhotel"]);
        assert_eq!(words("Cafe\u{301} & Bar"), words("café and bar"));
        assert_eq!(words("UI/UX-Designer"), ["ui", "ux", "designer"]);
        assert_eq!(words("the"), ["the"]);
        assert_eq!(words(" .'’- "), [""; 0]);
        assert_eq!(words("看護師"), ["看護師"]);
        assert_eq!(
            words("oﬃce ﬁreﬁghter ﬂoriﬆ"),
            ["office", "firefighter", "florist"]
        );
        assert_eq!(words("ＮＵＲＳＥ　Ｒ．Ｎ．"), ["nurse", "rn"]);
        assert!(same("Sales Manager", "sales, MANAGER"));
        assert!(!same("Sales Manager", "Sales Managers"));
    }

    #[test]
    fn marks_that_belong_to_a_name_stay() {
        for (text, expected) in [
            ("C++ developer", &["c++", "developer"] as &[&str]),
            ("c/c++", &["c", "c++"]),
            ("C#/C++.", &["c#", "c++"]),
            ("(C#)", &["c#"]),
            ("Ｃ＋＋", &["c++"]),
            (".NET Programmer", &[".net", "programmer"]),
            ("programmer/.net", &["programmer", ".net"]),
            ("A+ technician", &["a+", "technician"]),
            ("AP BD+C", &["ap", "bd", "c"]),
            ("a+b", &["b"]),
            ("nurse + midwife", &["nurse", "midwife"]),
            ("c+++++++", &["c++"]),
            ("#1 nurse", &["1", "nurse"]),
            ("...nurse", &["nurse"]),
            ("ASP.NET", &["aspnet"]),
            ("R.N.", &["rn"]),
            (". . + #", &[]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
