//! An index of keys: entries in the order of their hashes, and where each run of hashes begins.

use std::hash::{DefaultHasher, Hasher};

/// Keys with the row of each. A hash only leads to a key; the keys themselves are compared.
#[derive(Debug, Clone, Default)]
pub(super) struct KeyIndex {
    /// The keys, one behind the other, each with an [`END`].
    keys: Vec<u8>,
    entries: Vec<Entry>,
    /// For every beginning of a hash, the first entry that has it or a later one.
    begins: Vec<usize>,
    /// By how many bits a hash is shifted to be such a beginning.
    shift: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    hash: u64,
    row: usize,
    key: usize,
}

/// Stands behind every key; no key holds it, since it cannot be seen.
const END: u8 = 0;

/// Entries for every beginning of a hash, about.
const RUN: usize = 2;

pub(super) fn hash(key: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(key);
    hasher.finish()
}

impl KeyIndex {
    /// Adds the key of a row.
    pub(super) fn add(&mut self, row: usize, key: &[u8]) {
        self.entries.push(Entry { hash: hash(key), row, key: self.keys.len() });
        self.keys.extend_from_slice(key);
        self.keys.push(END);
    }

    /// Puts the entries in order, once all keys are there.
    pub(super) fn finish(&mut self) {
        self.entries.sort_unstable();
        let runs = self.entries.len().checked_div(RUN).unwrap_or_default();
        let runs = runs.max(2).checked_next_power_of_two().unwrap_or(2);
        self.shift = u64::BITS.saturating_sub(runs.trailing_zeros());
        self.begins = Vec::with_capacity(runs.saturating_add(1));
        for (at, entry) in self.entries.iter().enumerate() {
            let beginning = self.beginning(entry.hash);
            while self.begins.len() <= beginning {
                self.begins.push(at);
            }
        }
        self.begins.resize(runs.saturating_add(1), self.entries.len());
    }

    /// The rows that have a key, in their order.
    pub(super) fn rows<'k>(&'k self, hash: u64, key: &'k [u8]) -> impl Iterator<Item = usize> + 'k {
        let at = self.beginning(hash);
        let begin = self.begins.get(at).copied().unwrap_or_default();
        let end = self.begins.get(at.saturating_add(1)).copied().unwrap_or_default();
        let run = self.entries.get(begin..end).unwrap_or_default();
        let same = run.iter().filter(move |entry| entry.hash == hash && self.is_at(entry.key, key));
        same.map(|entry| entry.row)
    }

    fn beginning(&self, hash: u64) -> usize {
        hash.checked_shr(self.shift).and_then(|at| usize::try_from(at).ok()).unwrap_or_default()
    }

    fn is_at(&self, at: usize, key: &[u8]) -> bool {
        let kept = self.keys.get(at..).unwrap_or_default();
        kept.starts_with(key) && kept.get(key.len()) == Some(&END)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_a_key_is_found_and_no_other() {
        let mut index = KeyIndex::default();
        let key = |row: usize| format!("key {}", row % 300).into_bytes();
        (0..1000).for_each(|row| index.add(row, &key(row)));
        index.finish();
        for row in 0..300 {
            let found: Vec<usize> = index.rows(hash(&key(row)), &key(row)).collect();
            let expected: Vec<usize> = (0..1000).filter(|other| other % 300 == row).collect();
            assert_eq!(found, expected);
        }
        // A hash that leads to another key, and the beginning of a key, find nothing.
        assert_eq!(index.rows(hash(&key(1)), b"other").count(), 0);
        assert_eq!(index.rows(hash(b"key 10"), b"key 1").count(), 0);
        let mut empty = KeyIndex::default();
        empty.finish();
        assert_eq!(empty.rows(hash(b"x"), b"x").count(), 0);
    }
}
