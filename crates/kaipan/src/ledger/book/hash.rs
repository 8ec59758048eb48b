//! How rows that are found by a name are hashed.

use std::hash::{BuildHasherDefault, Hasher};

/// Hashes with fixed keys: the same ledger on every host.
pub(in crate::ledger) type FixedHash = BuildHasherDefault<FixedHasher>;

/// A multiplication for every eight bytes, both halves of the product folded into one. Names are looked up
/// many times for every posting.
#[derive(Debug, Clone, Copy)]
pub(in crate::ledger) struct FixedHasher(u64);

impl Default for FixedHasher {
    fn default() -> FixedHasher {
        FixedHasher(0x9e37_79b9_7f4a_7c15)
    }
}

impl FixedHasher {
    fn fold(&mut self, word: u64) {
        const FACTOR: u64 = 0xd6e8_feb8_6659_fd93;
        let own = self.0 ^ word;
        let high = u128::from(own).wrapping_mul(u128::from(FACTOR)) >> 64;
        self.0 = own.wrapping_mul(FACTOR) ^ u64::try_from(high).unwrap_or_default();
    }
}

impl Hasher for FixedHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.fold(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            self.fold(rest.iter().fold(0, |word, byte| (word << 8) | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.fold(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.fold(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.fold(number);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
