//! Names under numbers.

use super::table::broken;
use crate::Text;
use crate::error::{Code, Error, Result};
use indexmap::IndexSet;

/// Hashes with a fixed seed, the same in every run. Names are looked up many times for every posting.
pub(in crate::ledger) type FixedHash = foldhash::fast::FixedState;

/// Names, each with the number in which it came.
#[derive(Debug, Clone, Default)]
pub(in crate::ledger) struct Names(IndexSet<Text, FixedHash>);

impl Names {
    pub(in crate::ledger) fn find(&self, name: &str) -> Option<u32> {
        self.0.get_index_of(name).and_then(|at| u32::try_from(at).ok())
    }

    /// The number of a name, new or not.
    pub(in crate::ledger) fn add(&mut self, name: &Text) -> Result<u32> {
        let (at, _) = self.0.insert_full(name.clone());
        u32::try_from(at).map_err(|_| Error::new(Code::NumberOverflow))
    }

    pub(in crate::ledger) fn name(&self, at: u32) -> Result<&Text> {
        usize::try_from(at).ok().and_then(|at| self.0.get_index(at)).ok_or_else(broken)
    }

    pub(in crate::ledger) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(Text::as_str)
    }

    pub(in crate::ledger) fn count(&self) -> usize {
        self.0.len()
    }

    /// Forgets the names from a number on.
    pub(in crate::ledger) fn cut(&mut self, to: usize) {
        self.0.truncate(to);
    }
}
