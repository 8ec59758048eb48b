//! What is wrong with a table, cut to what a person reads.

use crate::error::{Error, InputPlace, Result};

/// The first errors, and how many more there are.
#[derive(Default)]
pub(super) struct Problems {
    listed: Vec<Error>,
    more: usize,
}

impl Problems {
    pub(super) fn add(&mut self, error: impl FnOnce() -> Error) {
        const LISTED: usize = 50;
        if self.listed.len() < LISTED {
            self.listed.push(error());
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// All of them as one error; how many are not listed is said of the table as a whole.
    pub(super) fn finish(mut self, whole: InputPlace) -> Result<()> {
        if self.more > 0 {
            self.listed.push(Error::unlisted(self.more).placed(whole));
        }
        Error::collect(self.listed)
    }
}
