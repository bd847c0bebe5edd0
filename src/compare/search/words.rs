//! Text as the words it is compared by: case, accents, punctuation and plural do not count.

/// Words that carry no meaning in a title. "Or" and "it" are not among
/// them, for they are the operating room and information technology.
const IDLE: &[&str] = &["a", "an", "and", "for", "in", "of", "the"];

/// Whether a word carries no meaning in a title, and counts only where there is no other word.
pub(super) fn is_idle(word: &str) -> bool {
    // Most words are longer, which is told faster.
    word.len() <= 3 && IDLE.contains(&word)
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
pub(super) fn each_plain_word(text: &str, take: &mut impl FnMut(&mut String)) {
    let mut word = String::with_capacity(32);
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => word.push(c),
            'A'..='Z' => word.push(c.to_ascii_lowercase()),
            // They stand inside words: "driver's", "R.N.", and accents that are characters of their own.
            '\'' | '’' | '.' | '\u{300}'..='\u{36f}' => {}
            c if c.is_alphanumeric() => {
                for small in c.to_lowercase() {
                    match without_accent(small) {
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
    }
    if !word.is_empty() {
        take(&mut word);
    }
}

/// A small letter of the languages of western and central Europe as plain letters.
fn without_accent(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'į' | 'ı' => "i",
        'ł' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
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
        assert!(same("Sales Manager", "sales, MANAGER"));
        assert!(!same("Sales Manager", "Sales Managers"));
    }
}
