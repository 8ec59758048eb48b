//! The money of a deal as it is given out, item by item: what leaves one place comes to another.

use crate::Text;
use crate::deal::ReceivedMoney;
use crate::error::Result;
use crate::money::{self, LedgerAccount, LedgerLeg, MoneyCategory};
use crate::number::{Money, less};

/// Money that has been received and not yet given out, and the legs of what was.
#[derive(Debug)]
pub(super) struct Purse<'a> {
    left: Vec<(&'a ReceivedMoney, Money)>,
    pub(super) legs: Vec<LedgerLeg>,
}

/// A part of what was received, taken out.
#[derive(Debug, Clone)]
pub(super) struct Taken<'a> {
    pub(super) from: &'a ReceivedMoney,
    pub(super) amount: Money,
}

impl<'a> Purse<'a> {
    pub(super) fn new(received: &'a [ReceivedMoney]) -> Purse<'a> {
        let there = received.iter().filter(|one| one.amount.is_positive());
        Purse { left: there.map(|one| (one, one.amount)).collect(), legs: Vec::new() }
    }

    /// What is left of money that fits.
    pub(super) fn left(&self, fits: impl Fn(&ReceivedMoney) -> bool) -> Result<Money> {
        Money::sum(self.left.iter().filter(|(one, _)| fits(one)).map(|(_, left)| *left))
    }

    /// Takes up to an amount of money that fits, in the order in which it was given.
    pub(super) fn take(
        &mut self,
        mut amount: Money,
        fits: impl Fn(&ReceivedMoney) -> bool,
    ) -> Result<Vec<Taken<'a>>> {
        let mut taken = Vec::new();
        for (from, left) in self.left.iter_mut().filter(|(one, _)| fits(one)) {
            let part = amount.min(*left);
            if part.is_positive() {
                (*left, amount) = (less(*left, part)?, less(amount, part)?);
                taken.push(Taken { from, amount: part });
            }
        }
        Ok(taken)
    }

    /// What was taken goes to an account, as another item if one is named.
    pub(super) fn give(
        &mut self,
        taken: &Taken<'_>,
        account: LedgerAccount,
        item: Option<&'static str>,
    ) -> Result<()> {
        let out = less(Money::ZERO, taken.amount)?;
        self.legs.push(LedgerLeg::new(taken.from.lies_in(), taken.from.item.clone(), out));
        let item = item.map_or_else(|| taken.from.item.clone(), Text::constant);
        self.legs.push(LedgerLeg::new(account, item, taken.amount));
        Ok(())
    }

    /// Keeps up to an amount of what may be returned as income of an item, fees collected for
    /// others last. What it comes to.
    pub(super) fn keep(&mut self, amount: Money, item: &'static str) -> Result<Money> {
        let own = |one: &ReceivedMoney| is_refundable(one) && !is_collected(one);
        let first = self.take(amount, own)?;
        let so_far = total(&first)?;
        let last = self.take(less(amount, so_far)?, is_collected)?;
        for one in first.iter().chain(&last) {
            self.give(one, LedgerAccount::ChargeIncome {}, Some(item))?;
        }
        total(first.iter().chain(&last))
    }
}

/// What was taken in all.
pub(super) fn total<'t, 'a: 't>(taken: impl IntoIterator<Item = &'t Taken<'a>>) -> Result<Money> {
    Money::sum(taken.into_iter().map(|one| one.amount))
}

/// Loans are the bank's, and fees and late fees that were charged are the seller's. All else is
/// the buyer's where nothing is kept of it.
pub(super) fn is_refundable(one: &ReceivedMoney) -> bool {
    !is_loan(one) && one.kind_of_money() != MoneyCategory::Charge
}

pub(super) fn is_loan(one: &ReceivedMoney) -> bool {
    one.kind_of_money() == MoneyCategory::HouseLoan
}

pub(super) fn is_collected(one: &ReceivedMoney) -> bool {
    one.kind_of_money() == MoneyCategory::Collected
}

/// The buyer's own money for the house, with what was paid for a difference of area.
pub(super) fn is_own_house(one: &ReceivedMoney) -> bool {
    one.is_own_house() || one.kind_of_money() == MoneyCategory::AreaDifference
}

pub(super) fn is_deposit(one: &ReceivedMoney) -> bool {
    one.item == money::DEPOSIT
}
