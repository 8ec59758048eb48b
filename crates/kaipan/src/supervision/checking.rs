//! What accounts hold and may release on a day.

use super::account::MoneyAccount;
use super::rule::SupervisionRule;
use super::sheet::{AccountPosition, SupervisionSheet};
use super::supervising::Supervising;
use super::timeline::{BalanceStep, opening};
use crate::Date;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::number::{Money, overflow};

impl<'a> Supervising<'a> {
    /// What accounts hold and may release on a day, and what lies elsewhere. What came later changes
    /// nothing in it.
    ///
    /// # Errors
    /// [`Code::SupervisionUnknown`], [`Code::SupervisionRepeated`], [`Code::SupervisionSign`] and
    /// [`Code::SupervisionFigure`] for inputs that cannot be; [`Code::SupervisionNoStage`] where no
    /// stage holds; [`Code::SupervisionBaseMissing`] for a share of what is not given.
    pub fn check(&self, as_of: Date) -> Result<SupervisionSheet> {
        let rule = self.checked()?;
        let (mut accounts, mut findings) = (Vec::new(), Vec::new());
        for (at, account) in self.accounts.iter().enumerate() {
            let steps = self.timeline(account, Some(as_of))?;
            for step in &steps {
                findings.extend(self.broken(rule, account, step)?);
            }
            let balance = steps.last().map_or_else(|| opening(account), |step| step.after);
            let position = self.position(rule, account, balance, as_of)?;
            findings.extend(short(&position).map(|found| found.at(at).within(Input::Accounts)));
            accounts.push(position);
        }
        let misplaced = self.misplaced(rule, as_of)?;
        findings.extend(misplaced.findings);
        findings.extend(self.nowhere(rule));
        let (rule, misplaced) = (rule.code.clone(), misplaced.rows);
        Ok(SupervisionSheet { as_of, rule, accounts, misplaced, findings })
    }

    /// What an account with this balance must keep and may release on a day.
    pub(super) fn position(
        &self,
        rule: &'a SupervisionRule,
        account: &MoneyAccount,
        balance: Money,
        day: Date,
    ) -> Result<AccountPosition> {
        let kept = self.kept(rule, account, day)?;
        let required = match kept {
            None => None,
            Some(kept) => self.required(account, kept, balance, day)?,
        };
        let room = balance.checked_sub(required.unwrap_or(Money::ZERO)).ok_or_else(overflow)?;
        let lacking = Money::ZERO.checked_sub(room).ok_or_else(overflow)?;
        let stage = kept.and_then(|kept| u32::try_from(kept.stage.saturating_add(1)).ok());
        Ok(AccountPosition {
            account: account.code.clone(),
            kind: account.kind,
            balance,
            stage,
            kept: kept.map(|kept| kept.required.clone()),
            required,
            releasable: room.max(Money::ZERO),
            shortfall: if required.is_some() { lacking.max(Money::ZERO) } else { Money::ZERO },
        })
    }

    /// What a movement out of an account breaks: all of them are held to what must be kept.
    fn broken(
        &self,
        rule: &'a SupervisionRule,
        account: &MoneyAccount,
        step: &BalanceStep<'_>,
    ) -> Result<Option<Finding>> {
        let movement = step.movement;
        if !movement.amount.is_negative() {
            return Ok(None);
        }
        let place = |found: Finding| found.at("amount").at(step.at).within(Input::Movements);
        let (day, code) = (movement.date, &account.code);
        let position = self.position(rule, account, step.before, day)?;
        let amount = Money::ZERO.checked_sub(movement.amount).ok_or_else(overflow)?;
        let most = position.releasable;
        if amount > most && position.stage.is_some() {
            let found = finding!(Code::SupervisionBelow, account = code, day, most, amount);
            return Ok(Some(place(found)));
        }
        let balance = step.after;
        let told = || place(finding!(Code::SupervisionOverdrawn, account = code, day, balance));
        Ok(balance.is_negative().then(told))
    }

    /// Nodes that no stage has.
    fn nowhere(&self, rule: &SupervisionRule) -> Vec<Finding> {
        let stages = || rule.presale.iter().chain(&rule.deposit);
        let unknown = self
            .reached
            .iter()
            .enumerate()
            .filter(|(_, one)| !stages().any(|stage| stage.nodes.contains(&one.node)));
        let told = unknown.map(|(at, one)| {
            let found = finding!(Code::SupervisionPointsNowhere, name = one.node);
            found.at("node").at(at).within(Input::Reached)
        });
        told.collect()
    }
}

/// An account that holds less than it must keep.
fn short(position: &AccountPosition) -> Option<Finding> {
    let needed = position.required.filter(|_| position.shortfall.is_positive())?;
    let (account, balance) = (&position.account, position.balance);
    Some(finding!(Code::SupervisionShort, account, balance, needed))
}
