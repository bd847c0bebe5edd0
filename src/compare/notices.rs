//! What is said of the parts of a link that could not be had.

/// Collects notices; a hostile link cannot fill the page with them.
#[derive(Default)]
pub(super) struct Notices {
    parts: Vec<String>,
    summaries: Vec<String>,
    more: bool,
}

impl Notices {
    const MOST: usize = 5;

    /// What is said of one part of the link: once each, and of the first few only.
    pub(super) fn add(&mut self, sentence: String) {
        match self.parts.len() {
            _ if self.parts.contains(&sentence) => {}
            few if few < Self::MOST => self.parts.push(sentence),
            _ => self.more = true,
        }
    }

    /// What is said of the link as a whole, however much is said of its parts.
    pub(super) fn sum_up(&mut self, sentence: String) {
        self.summaries.push(sentence);
    }

    pub(super) fn sentences(self) -> Vec<String> {
        let more = "More parts of the link were left out in the same way.".to_owned();
        let more = self.more.then_some(more);
        let parts = self.parts.into_iter().chain(more);
        parts.chain(self.summaries).collect()
    }
}

/// A part of a link in quotation marks, cut where it would fill the page.
///
/// It is set apart from the sentence around it, so that letters that run from right to left, and
/// marks that turn the direction, turn nothing else.
pub fn quote(part: &str) -> String {
    const MOST: usize = 40;
    /// Marks that turn the direction of the text after them.
    const TURNING: [char; 12] = [
        '\u{061C}', '\u{200E}', '\u{200F}', '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}',
        '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
    ];
    let printable = |c: char| match c {
        _ if c.is_control() || TURNING.contains(&c) => '\u{FFFD}',
        _ => c,
    };
    let mut text: String = part.chars().take(MOST).map(printable).collect();
    if part.chars().count() > MOST {
        text.push('…');
    }
    format!("“\u{2068}{text}\u{2069}”")
}
