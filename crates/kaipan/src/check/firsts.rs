//! What is in a list more than once.

use std::cmp::Ordering;

/// For each of a list, the place of the first that has its key.
///
/// By sorting places, which is much less code in what a page loads than a map of each kind of key.
pub(crate) fn firsts<'a, T, K: Ord>(list: &'a [T], key: impl Fn(&'a T) -> K) -> Vec<usize> {
    of_places(list.len(), &|a, b| list.get(a).map(&key).cmp(&list.get(b).map(&key)))
}

/// Every item of a list with its place, and for one whose key an earlier item has, the number of the
/// first that has it, counted from 1 as people count.
pub(crate) fn with_repeats<'a, T, K: Ord>(
    list: &'a [T],
    key: impl Fn(&'a T) -> K,
) -> impl Iterator<Item = (usize, &'a T, Option<usize>)> {
    // Keys that ascend, as those of most lists do, are each of one item, and need no sorting.
    let ascends = list.is_sorted_by(|one, next| key(one) < key(next));
    let firsts = if ascends { Vec::new() } else { firsts(list, key) };
    list.iter().enumerate().map(move |(at, item)| {
        let first = firsts.get(at).copied().unwrap_or(at);
        (at, item, (first != at).then(|| first.saturating_add(1)))
    })
}

fn of_places(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut firsts: Vec<usize> = (0..count).collect();
    if count < 2 {
        return firsts;
    }
    let mut sorted = firsts.clone();
    sorted.sort_unstable_by(|a, b| order(*a, *b).then(a.cmp(b)));
    let mut first = None;
    for at in sorted {
        let same = *first.get_or_insert(at);
        if order(same, at).is_ne() {
            first = Some(at);
        } else if let Some(slot) = firsts.get_mut(at) {
            *slot = same;
        }
    }
    firsts
}

#[cfg(test)]
mod tests {
    use super::{firsts, with_repeats};

    #[test]
    fn repetitions_point_to_the_first() {
        let key = |text: &&'static str| text.len();
        assert_eq!(firsts(&["b", "aa", "a", "b", "cc"], key), [0, 1, 0, 0, 1]);
        assert!(firsts(&[], key).is_empty());
        let repeats = with_repeats(&["b", "aa", "a"], key).map(|(_, _, first)| first);
        assert!(repeats.eq([None, None, Some(1)]));
    }
}
