//! What is wrong with a table, cut to what a person reads.

use crate::error::{Error, Input, Result};

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

    pub(super) fn finish(mut self) -> Result<()> {
        if self.more > 0 {
            let more = Error::unlisted(self.more);
            self.listed.push(more.within(Input::Csv));
        }
        Error::collect(self.listed)
    }
}
