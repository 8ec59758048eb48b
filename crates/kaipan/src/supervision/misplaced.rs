//! House money and deposits that came to a wrong account.

use super::account::{MoneyAccount, MoneyAccountKind};
use super::movement::{AccountMovement, MovementPurpose};
use super::rule::{RequiredBalance, SupervisionRule};
use super::sheet::MisplacedMoney;
use super::supervising::{Supervising, stages};
use crate::Date;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::number::{Money, overflow};
use std::collections::BTreeMap;

/// Rows of money that came to a wrong account, and what there is to say.
#[derive(Default)]
pub(super) struct Misplaced {
    pub(super) rows: Vec<MisplacedMoney>,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Supervising<'a> {
    /// Money that came to a wrong account by a day, and what of it was put right by then.
    pub(super) fn misplaced(&self, rule: &'a SupervisionRule, as_of: Date) -> Result<Misplaced> {
        let mut moved: BTreeMap<&str, Vec<(usize, &AccountMovement)>> = BTreeMap::new();
        for (at, one) in
            self.until(as_of).filter(|(_, one)| one.purpose == MovementPurpose::PutRight)
        {
            let about = one.about.as_deref().unwrap_or_default();
            moved.entry(about).or_default().push((at, one));
        }
        let mut found = Misplaced::default();
        for (at, movement) in self.until(as_of) {
            let Some(right) = self.belongs(rule, movement)? else { continue };
            let is_right = |account: &crate::Text| right.iter().any(|one| one.code == *account);
            if is_right(&movement.account) {
                continue;
            }
            let all = moved.remove(movement.key.as_str()).unwrap_or_default();
            let (mut counted, mut last) = (Vec::new(), None);
            for (at, one) in all {
                if one.date < movement.date {
                    found.findings.push(early(at, one, movement.date));
                } else if is_right(&one.account) {
                    counted.push(one.amount);
                    last = Some(at);
                } else {
                    found.findings.push(to_another(at, one));
                }
            }
            let sum = Money::sum(counted)?;
            let put_right = sum.min(movement.amount);
            let last = last.filter(|_| sum > movement.amount);
            found.findings.extend(last.map(|at| above(at, movement, sum)));
            let left = movement.amount.checked_sub(put_right).ok_or_else(overflow)?;
            found.findings.extend(elsewhere(at, movement, left));
            found.rows.push(MisplacedMoney {
                key: movement.key.clone(),
                deal: movement.deal.clone(),
                account: movement.account.clone(),
                belongs_in: right.first().map(|account| account.code.clone()),
                purpose: movement.purpose,
                date: movement.date,
                amount: movement.amount,
                put_right,
                left,
            });
        }
        // What is about no money astray.
        let strange = moved.into_values().flatten();
        found.findings.extend(strange.map(|(at, one)| of_nothing(at, one)));
        Ok(found)
    }

    fn until(&self, as_of: Date) -> impl Iterator<Item = (usize, &'a AccountMovement)> {
        self.movements.iter().enumerate().filter(move |(_, one)| one.date <= as_of)
    }

    /// The supervised accounts that money of a movement belongs in: those of its building, else those
    /// of all buildings. None where it may lie anywhere.
    fn belongs(
        &self,
        rule: &'a SupervisionRule,
        movement: &AccountMovement,
    ) -> Result<Option<Vec<&'a MoneyAccount>>> {
        let kind = match movement.purpose {
            MovementPurpose::HouseMoney if rule.house_money => MoneyAccountKind::SupervisedPresale,
            MovementPurpose::DepositMoney => MoneyAccountKind::SupervisedDeposit,
            _ => return Ok(None),
        };
        let building = movement.building.as_ref();
        let stages = stages(rule, kind).unwrap_or_default();
        let held = self.last_reached(stages, building, movement.date);
        if held.is_some_and(|(_, stage)| matches!(stage.required, RequiredBalance::Ended {})) {
            return Ok(None);
        }
        let of = |building: Option<&crate::Text>| -> Vec<&'a MoneyAccount> {
            let all = self.accounts.iter().filter(|one| one.kind == kind);
            all.filter(|one| one.building.as_ref() == building).collect()
        };
        let own = of(building);
        Ok(Some(if own.is_empty() { of(None) } else { own }))
    }
}

fn elsewhere(at: usize, movement: &AccountMovement, left: Money) -> Option<Finding> {
    let told = || {
        let (purpose, purpose_zh) = (movement.purpose.word(), movement.purpose.chinese());
        let (amount, account) = (movement.amount, &movement.account);
        let found =
            finding!(Code::SupervisionElsewhere, purpose, purpose_zh, amount, account, left);
        found.at("account").at(at).within(Input::Movements)
    };
    left.is_positive().then(told)
}

/// More is put right than went astray.
fn above(at: usize, astray: &AccountMovement, moved: Money) -> Finding {
    let (about, amount) = (&astray.key, astray.amount);
    let found = finding!(Code::SupervisionPutRightAbove, about, amount, moved);
    found.at("amount").at(at).within(Input::Movements)
}

/// Money is put right that had not come yet.
fn early(at: usize, one: &AccountMovement, from: Date) -> Finding {
    let (name, day) = (&one.key, one.date);
    let found = finding!(Code::SupervisionPutRightEarly, name, day, from);
    found.at("date").at(at).within(Input::Movements)
}

/// Money is moved to another account that it does not belong in.
fn to_another(at: usize, one: &AccountMovement) -> Finding {
    let (name, account) = (&one.key, &one.account);
    let found = finding!(Code::SupervisionPutRightElsewhere, name, account);
    found.at("account").at(at).within(Input::Movements)
}

/// What is put right was not astray.
fn of_nothing(at: usize, one: &AccountMovement) -> Finding {
    let (name, about) = (&one.key, one.about.as_deref().unwrap_or_default());
    let found = finding!(Code::SupervisionPutRightNothing, name, about);
    found.at("about").at(at).within(Input::Movements)
}
