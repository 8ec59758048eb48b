//! A buyer: what he wants, and what he does on the day. All of it follows from his number, so that a
//! process that takes his case up again does the same.

use crate::day::{SINCERITY, SPECIAL};
use kaipan::number::Money;

/// How many homes a buyer has on his list.
const WISHES: usize = 10;

/// Somebody who registered for the opening.
#[derive(Debug)]
pub(crate) struct Buyer {
    number: u32,
    /// Homes by their place in the building, the dearest to him first.
    pub(crate) wishes: Vec<usize>,
    pub(crate) wants: Wants,
}

/// What a buyer does once a home is held for him.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wants {
    /// Pays booking money and books.
    Book,
    /// Books, and subscribes the same morning: booking money above the deposit becomes house money.
    BookAndSubscribe,
    /// Pays the deposit and subscribes at the list price.
    Subscribe,
    /// As `Subscribe`, with the special discount while there is one left.
    SubscribeSpecial,
    /// Thinks better of it: lets the home go, and wants his money back.
    LetGo,
}

/// What the day has come to for a buyer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Booked,
    Subscribed,
    /// Went without a home; his money was returned.
    Left,
}

impl Buyer {
    /// The buyer of a number, from 1, in a building of so many homes.
    pub(crate) fn new(number: u32, homes: usize) -> Buyer {
        let wants = match number % 10 {
            1 | 2 => Wants::Book,
            3 => Wants::BookAndSubscribe,
            4 => Wants::LetGo,
            5 | 6 => Wants::Subscribe,
            _ => Wants::SubscribeSpecial,
        };
        let mut random = fastrand::Rng::with_seed(u64::from(number));
        let mut wishes = Vec::new();
        while wishes.len() < WISHES.min(homes) {
            let home = random.usize(..homes);
            if !wishes.contains(&home) {
                wishes.push(home);
            }
        }
        // Everybody begins at the top.
        wishes.sort_unstable_by(|one, other| other.cmp(one));
        Buyer { number, wishes, wants }
    }

    /// 客户.
    pub(crate) fn customer(&self) -> String {
        format!("C{:04}", self.number)
    }

    /// 交易.
    pub(crate) fn deal(&self) -> String {
        format!("D{:04}", self.number)
    }

    /// The key of a command about him.
    pub(crate) fn key(&self, step: &str) -> String {
        format!("{}/{step}", self.deal())
    }

    /// His number in the queue.
    pub(crate) fn number(&self) -> u32 {
        self.number
    }

    /// A few fen that are his own, so that no two buyers pay the same and a fen that goes astray is
    /// seen.
    fn own_fen(&self) -> i64 {
        i64::from(self.number) * 37 % 9_973
    }

    /// 预定金 that he pays.
    pub(crate) fn booking(&self) -> Money {
        Money::from_fen(3_000_000 + self.own_fen())
    }

    /// 定金 that he agrees to.
    pub(crate) fn deposit(&self) -> Money {
        match self.wants {
            Wants::BookAndSubscribe => Money::from_fen(4_000_000 + self.own_fen()),
            _ => Money::from_fen(5_000_000 + self.own_fen()),
        }
    }

    /// What he pays besides the sincerity money before he subscribes.
    pub(crate) fn rest_of_deposit(&self) -> Money {
        Money::from_fen(self.deposit().fen() - SINCERITY.fen())
    }

    /// All that he has paid when the day is over.
    pub(crate) fn paid(&self, ending: Ending) -> Money {
        let besides = match (ending, self.wants) {
            (Ending::Left, _) => 0,
            (Ending::Booked, _) | (_, Wants::BookAndSubscribe) => self.booking().fen(),
            (Ending::Subscribed, _) => self.rest_of_deposit().fen(),
        };
        Money::from_fen(SINCERITY.fen() + besides)
    }

    /// Quotas that his command looks at.
    pub(crate) fn quotas(special: bool) -> Vec<String> {
        if special { vec![SPECIAL.to_owned()] } else { Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buyer_is_the_same_whoever_asks() {
        let [one, other] = [Buyer::new(17, 120), Buyer::new(17, 120)];
        assert_eq!((one.wishes.len(), &one.wishes), (WISHES, &other.wishes));
        assert_eq!(Buyer::new(17, 3).wishes.len(), 3);
    }

    #[test]
    fn many_want_the_same_homes() {
        let first = |number| Buyer::new(number, 120).wishes[0];
        let top = (1..=300).filter(|number| first(*number) >= 90).count();
        assert!(top > 150, "{top} of 300 begin in the upper quarter");
    }

    #[test]
    fn what_is_paid_follows_from_the_ending() {
        let buyer = Buyer::new(13, 120);
        assert_eq!(buyer.wants, Wants::BookAndSubscribe);
        assert_eq!(buyer.paid(Ending::Left), SINCERITY);
        assert_eq!(buyer.paid(Ending::Subscribed).to_string(), "50004.81");
        assert_eq!(Buyer::new(15, 120).paid(Ending::Subscribed).to_string(), "50005.55");
    }
}
