//! Customers that belong together: sets that are joined.

/// Sets of numbers that are joined; the least of a set stands for it.
pub(crate) struct Sets(Vec<usize>);

impl Sets {
    pub(crate) fn new(count: usize) -> Sets {
        Sets((0..count).collect())
    }

    /// The least number of the set that this one is in.
    pub(crate) fn first(&mut self, of: usize) -> usize {
        let mut at = of;
        while let Some(up) = self.0.get(at).copied().filter(|up| *up != at) {
            // The way is halved as it is walked.
            let further = self.0.get(up).copied().unwrap_or(up);
            if let Some(slot) = self.0.get_mut(at) {
                *slot = further;
            }
            at = further;
        }
        at
    }

    /// Joins the sets of two numbers.
    pub(crate) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        if let Some(slot) = self.0.get_mut(one.max(other)) {
            *slot = one.min(other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sets;

    #[test]
    fn the_least_stands_for_all_that_are_joined() {
        let mut sets = Sets::new(6);
        for (one, other) in [(5, 3), (1, 4), (3, 1), (3, 5), (2, 2)] {
            sets.join(one, other);
        }
        let firsts: Vec<usize> = (0..6).map(|at| sets.first(at)).collect();
        assert_eq!(firsts, [0, 1, 2, 1, 1, 1]);
    }
}
