//! The balances of an account, movement by movement.

use super::movement::AccountMovement;
use super::supervising::Supervising;
use crate::Date;
use crate::error::Result;
use crate::number::{Money, overflow};
use crate::supervision::MoneyAccount;

/// A movement with its place in the list, and the balances around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct BalanceStep<'a> {
    pub(super) at: usize,
    pub(super) movement: &'a AccountMovement,
    pub(super) before: Money,
    pub(super) after: Money,
}

impl<'a> Supervising<'a> {
    /// The movements of an account by date, of one day in the order given; those after `until` are left
    /// out.
    pub(super) fn timeline(
        &self,
        account: &MoneyAccount,
        until: Option<Date>,
    ) -> Result<Vec<BalanceStep<'a>>> {
        let own = self.movements.iter().enumerate().filter(|(_, one)| {
            one.account == account.code && until.is_none_or(|until| one.date <= until)
        });
        let mut own: Vec<(usize, &AccountMovement)> = own.collect();
        own.sort_by_key(|(_, one)| one.date);
        let mut balance = opening(account);
        let step = |(at, movement): (usize, &'a AccountMovement)| {
            let before = balance;
            balance = balance.checked_add(movement.amount).ok_or_else(overflow)?;
            Ok(BalanceStep { at, movement, before, after: balance })
        };
        own.into_iter().map(step).collect()
    }
}

/// The balance before the first movement.
pub(super) fn opening(account: &MoneyAccount) -> Money {
    account.opening.unwrap_or(Money::ZERO)
}
