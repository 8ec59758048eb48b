//! What tells two commands under one key apart.

use crate::ledger::LedgerCommand;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// A hash of a command. It has fixed keys, so that the same command has the same print on every host.
/// It is compared with one other, that of the command that had the key first.
pub(in crate::ledger) fn print(command: &LedgerCommand) -> u64 {
    let mut hasher = DefaultHasher::new();
    command.hash(&mut hasher);
    hasher.finish()
}
