//! Signing (签约): what pays the house is house money from the day on.

use super::entering::Entering;
use crate::Date;
use crate::error::Result;
use crate::ledger::book::{Account, Effect};
use crate::number::{Money, less, negative, plus};
use std::collections::BTreeMap;

impl Entering<'_> {
    /// What pays the house on the day moves from pre-sale money, item by item. What is dated later and
    /// was recorded already is house money from its own day on.
    pub(super) fn move_house(&mut self, owner: u32) -> Result<()> {
        let later = self.house_later(owner)?;
        let mut by_item: Vec<(u32, Money)> = Vec::new();
        for at in &self.ledger.owners.get(owner)?.receivables {
            let row = self.ledger.receivables.get(*at)?;
            if !row.category.is_house() || (row.allocated.is_zero() && later.is_empty()) {
                continue;
            }
            let mut paid = row.allocated;
            for ((allocation, _), amount) in &later {
                if self.ledger.allocations.get(*allocation)?.receivable == *at {
                    paid = less(paid, *amount)?;
                }
            }
            match by_item.iter_mut().find(|(item, _)| *item == row.item) {
                Some((_, sum)) => *sum = plus(*sum, paid)?,
                None => by_item.push((row.item, paid)),
            }
        }
        for (item, amount) in by_item.into_iter().filter(|(_, amount)| !amount.is_zero()) {
            self.leg(owner, Account::PreSale, item, negative(amount)?)?;
            self.leg(owner, Account::HouseMoney, item, amount)?;
        }
        for ((allocation, day), amount) in later {
            let row = *self.ledger.allocations.get(allocation)?;
            self.ledger.house_money_from(row.receipt, row.receivable, amount, day)?;
        }
        Ok(())
    }

    /// What is applied to the house or freed after the day, by allocation and day.
    fn house_later(&self, owner: u32) -> Result<BTreeMap<(u32, Date), Money>> {
        let mut later = BTreeMap::new();
        if !self.ledger.has_later(owner, self.date)? {
            return Ok(later);
        }
        for at in &self.ledger.owners.get(owner)?.postings {
            for effect in self.ledger.effects_of(*at)? {
                let Effect::Allocated { allocation, amount, on, .. } = *effect else { continue };
                let row = self.ledger.allocations.get(allocation)?;
                let to = self.ledger.receivables.get(row.receivable)?;
                if on > self.date && to.owner == owner && to.category.is_house() {
                    let sum: &mut Money = later.entry((allocation, on)).or_default();
                    *sum = plus(*sum, amount)?;
                }
            }
        }
        later.retain(|_, amount| !amount.is_zero());
        Ok(later)
    }
}
