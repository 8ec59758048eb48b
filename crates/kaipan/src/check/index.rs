//! Finds what a list has under a key, in a list of any length.

use std::collections::HashMap;
use std::hash::Hash;

/// Lists up to this long are looked through: that is quicker, and takes no memory.
const FEW: usize = 8;

/// A list, to be asked by a key again and again. The first item with a key counts.
#[derive(Debug)]
pub(crate) struct Index<'a, T, K> {
    list: &'a [T],
    key: fn(&'a T) -> K,
    many: Option<HashMap<K, &'a T>>,
}

impl<'a, T, K: Hash + Eq> Index<'a, T, K> {
    pub(crate) fn new(list: &'a [T], key: fn(&'a T) -> K) -> Index<'a, T, K> {
        let many = || list.iter().rev().map(|item| (key(item), item)).collect();
        Index { list, key, many: (list.len() > FEW).then(many) }
    }

    pub(crate) fn get(&self, wanted: &K) -> Option<&'a T> {
        match &self.many {
            Some(many) => many.get(wanted).copied(),
            None => self.list.iter().find(|item| (self.key)(item) == *wanted),
        }
    }

    #[cfg(any(test, feature = "deal"))]
    pub(crate) fn has(&self, wanted: &K) -> bool {
        self.get(wanted).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_lists_answer_alike() {
        for length in [0, 1, FEW, FEW + 1, 1_000] {
            let list: Vec<(usize, usize)> = (0..length).map(|at| (at / 2, at)).collect();
            let index = Index::new(&list, |one| one.0);
            for wanted in 0..=length {
                let first = list.iter().find(|one| one.0 == wanted);
                assert_eq!((index.get(&wanted), index.has(&wanted)), (first, first.is_some()));
            }
        }
    }
}
