//! What tells two commands under one key apart.

use crate::ledger::LedgerCommand;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// 128 bits of a command: two hashes of it with different beginnings. Each is that of fixed keys, so
/// that the same command has the same print on every host.
pub(in crate::ledger) fn print(command: &LedgerCommand) -> [u64; 2] {
    let of = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        hasher.write_u8(salt);
        command.hash(&mut hasher);
        hasher.finish()
    };
    [of(0), of(1)]
}
