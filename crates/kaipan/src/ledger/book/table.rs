//! Rows under numbers.

use crate::error::{Code, Error, Result};

/// Rows that are found by their number.
#[derive(Debug, Clone)]
pub(in crate::ledger) struct Table<T>(Vec<T>);

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table(Vec::new())
    }
}

impl<T> Table<T> {
    pub(in crate::ledger) fn len(&self) -> Result<u32> {
        u32::try_from(self.0.len()).map_err(|_| Error::new(Code::NumberOverflow))
    }

    pub(in crate::ledger) fn add(&mut self, row: T) -> Result<u32> {
        let at = self.len()?;
        self.0.push(row);
        Ok(at)
    }

    pub(in crate::ledger) fn get(&self, at: u32) -> Result<&T> {
        usize::try_from(at).ok().and_then(|at| self.0.get(at)).ok_or_else(broken)
    }

    pub(in crate::ledger) fn get_mut(&mut self, at: u32) -> Result<&mut T> {
        usize::try_from(at).ok().and_then(|at| self.0.get_mut(at)).ok_or_else(broken)
    }

    pub(in crate::ledger) fn rows(&self) -> &[T] {
        &self.0
    }

    /// The rows from one number on, up to another.
    pub(in crate::ledger) fn part(&self, from: u32, to: u32) -> &[T] {
        let (Ok(from), Ok(to)) = (usize::try_from(from), usize::try_from(to)) else { return &[] };
        self.0.get(from..to).unwrap_or_default()
    }

    /// Drops the rows from a number on.
    pub(in crate::ledger) fn cut(&mut self, to: u32) {
        if let Ok(to) = usize::try_from(to) {
            self.0.truncate(to);
        }
    }

    pub(in crate::ledger) fn pop(&mut self) -> Option<T> {
        self.0.pop()
    }
}

/// Rows of the ledger that do not fit together: a defect, told and not passed over.
pub(in crate::ledger) fn broken() -> Error {
    Error::new(Code::LedgerBroken)
}
