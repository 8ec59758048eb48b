//! Chance that is the same on every machine: ChaCha, whose numbers are promised not to change, and
//! whole numbers alone.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// Draws by chance.
#[derive(Debug)]
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    /// The dice of one project of a year.
    pub(crate) fn new(seed: u64, project: u32) -> Dice {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        dice.set_stream(u64::from(project));
        Dice(dice)
    }

    /// A whole number below a bound; 0 if the bound is 0.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        // The upper half of the product: a bias of less than one in four billion.
        let product = u64::from(self.0.next_u32()) * u64::from(bound);
        u32::try_from(product >> 32).unwrap_or(0)
    }

    /// A whole number from one to another, both included.
    pub(crate) fn between(&mut self, from: u32, to: u32) -> u32 {
        from + self.below(to.saturating_sub(from) + 1)
    }

    /// True so often in a thousand.
    pub(crate) fn chance(&mut self, thousandths: u32) -> bool {
        self.below(1000) < thousandths
    }

    /// A place in a list.
    pub(crate) fn place(&mut self, length: usize) -> usize {
        let bound = u32::try_from(length).unwrap_or(u32::MAX);
        usize::try_from(self.below(bound)).unwrap_or(0)
    }

    /// One of a few.
    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        of.get(self.place(of.len())).copied()
    }

    /// A place, each as likely as its weight says.
    pub(crate) fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut rest = self.below(weights.iter().sum());
        for (at, weight) in weights.iter().enumerate() {
            if rest < *weight {
                return at;
            }
            rest -= weight;
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_project_give_the_same_numbers() {
        let draw = |seed, project| {
            let mut dice = Dice::new(seed, project);
            [dice.below(1000), dice.between(5, 9), dice.below(1_000_000)]
        };
        assert_eq!(draw(2026, 1), draw(2026, 1));
        assert_ne!(draw(2026, 1), draw(2026, 2));
        assert_ne!(draw(2026, 1), draw(2027, 1));
        let mut dice = Dice::new(1, 1);
        let mut seen = [0_u32; 3];
        for _ in 0..3000 {
            seen[dice.weighted(&[1, 0, 2])] += 1;
            assert!((5..=9).contains(&dice.between(5, 9)) && dice.below(1) == 0);
        }
        assert!(seen[1] == 0 && seen[2] > seen[0] && seen[0] > 800);
    }
}
