//! What is said of the parts of a link that could not be had.

use crate::model::DataError;
pub use crate::model::format::quoted as quote;

/// Says that a role of the comparison can't be read.
pub fn unreadable_role(error: &DataError) -> String {
    format!("A role cannot be shown: {error}.")
}

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
