//! Notices about the params of a link that were left out.

use crate::model::DataError;
pub use crate::model::format::quoted as quote;

/// Says that a role of the comparison can't be read.
pub fn unreadable_role(error: &DataError) -> String {
    format!("A role cannot be shown: {error}.")
}

/// Collects notices; a hostile link cannot fill the page with them.
#[derive(Default)]
pub(super) struct Notices {
    params: Vec<String>,
    summaries: Vec<String>,
    more: bool,
}

impl Notices {
    const MOST: usize = 5;

    /// Adds a notice about one param: once each, and of the first few only.
    pub(super) fn add(&mut self, sentence: String) {
        match self.params.len() {
            _ if self.params.contains(&sentence) => {}
            few if few < Self::MOST => self.params.push(sentence),
            _ => self.more = true,
        }
    }

    /// Adds a notice about the whole link, however many there are about its params.
    pub(super) fn sum_up(&mut self, sentence: String) {
        self.summaries.push(sentence);
    }

    pub(super) fn sentences(self) -> Vec<String> {
        let more = "More parts of the link were left out in the same way.".to_owned();
        let more = self.more.then_some(more);
        let params = self.params.into_iter().chain(more);
        params.chain(self.summaries).collect()
    }
}
