//! The engine: accounts, movements, nodes, and the rule that holds.

use super::account::{MoneyAccount, MoneyAccountKind};
use super::movement::{AccountMovement, MovementPurpose};
use super::rule::{RequiredBalance, SupervisionNode, SupervisionRule, SupervisionStage};
use crate::builder::{inputs, optional_inputs};
use crate::check::{Must, with_repeats};
use crate::error::{Code, Error, Input, Result};
use crate::{Date, Text};
use std::collections::BTreeSet;

/// Supervision of the accounts of one project (handbook §28.3).
///
/// ```
/// use kaipan::supervision::*;
/// let rules = SupervisionRule::presets();
/// let accounts = [MoneyAccount::new("6222-1", MoneyAccountKind::SupervisedPresale)];
/// let day = |text: &str| text.parse::<kaipan::Date>();
/// let paid = AccountMovement::new("R-1", day("2026-09-01")?, "6222-1", "300000".parse()?, MovementPurpose::HouseMoney);
/// let movements = [paid];
/// let supervising = Supervising::new(&rules, &accounts)
///     .movements(&movements)
///     .planning_permit(day("2026-08-28")?);
/// let sheet = supervising.check(day("2026-09-30")?)?;
/// assert_eq!(sheet.accounts[0].releasable.to_string(), "0.00");
/// let release = SupervisedRelease::new("6222-1", day("2026-09-30")?, "100000".parse()?);
/// assert_eq!(supervising.release(&release).unwrap_err().code().as_str(), "supervision.below");
/// // Completed, with water, power, gas and heat: all of it is free.
/// let reached = [
///     SupervisionNode::new("completion_accepted", day("2026-09-20")?),
///     SupervisionNode::new("utilities_ready", day("2026-09-25")?),
/// ];
/// let answer = supervising.reached(&reached).release(&release)?;
/// assert_eq!(answer.balance_after.to_string(), "200000.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Supervising<'a> {
    pub(super) rules: &'a [SupervisionRule],
    pub(super) accounts: &'a [MoneyAccount],
    pub(super) movements: &'a [AccountMovement],
    pub(super) reached: &'a [SupervisionNode],
    pub(super) planning_permit: Option<Date>,
}

impl<'a> Supervising<'a> {
    /// Rules, of which the one for the project's planning permit holds, and the accounts of the project.
    pub fn new(rules: &'a [SupervisionRule], accounts: &'a [MoneyAccount]) -> Supervising<'a> {
        Supervising { rules, accounts, movements: &[], reached: &[], planning_permit: None }
    }

    inputs! {
        /// What came in and went out, in the order in which it was recorded.
        movements: &'a [AccountMovement];
        /// The nodes that were reached.
        reached: &'a [SupervisionNode];
    }

    optional_inputs! {
        /// The day of the planning permit; the latest rule holds without one.
        planning_permit: Date;
    }

    /// The rule that holds, once nothing is wrong with what is given.
    pub(super) fn checked(&self) -> Result<&'a SupervisionRule> {
        let rule = SupervisionRule::in_force(self.rules, self.planning_permit);
        let mut wrong = self.wrong_accounts();
        wrong.extend(self.wrong_movements());
        let Some(rule) = rule else {
            return Err(self.no_rule().and(wrong));
        };
        let at = self.rules.iter().position(|one| std::ptr::eq(one, rule)).unwrap_or_default();
        let figures = wrong_figures(rule).into_iter();
        wrong.extend(figures.map(|error| error.at(at).within(Input::Rules)));
        Error::collect(wrong)?;
        Ok(rule)
    }

    /// No rule holds for the planning permit.
    fn no_rule(&self) -> Error {
        let day = self.planning_permit.map_or_else(|| "…".to_owned(), |day| day.to_string());
        let error = Error::new(Code::SupervisionNoStage).with("name", "planning_permit");
        error.with("day", day).within(Input::Rules)
    }

    fn wrong_accounts(&self) -> Vec<Error> {
        let mut wrong = Vec::new();
        for (at, account, first) in with_repeats(self.accounts, |one| &one.code) {
            if first.is_some() {
                wrong.push(repeated(&account.code).at("code").at(at).within(Input::Accounts));
            }
            for (row, bases) in account.bases.iter().enumerate() {
                let fields = [
                    ("contract_value", bases.contract_value),
                    ("supervised_sum", bases.supervised_sum),
                ];
                let must = |(field, value): (&'static str, Option<_>)| {
                    Must::NotBeNegative.refused(Code::SupervisionFigure, field, value?)
                };
                let errors = fields.into_iter().filter_map(must);
                let place = |error: Error| error.at(row).at("bases").at(at).within(Input::Accounts);
                wrong.extend(errors.map(place));
            }
        }
        wrong
    }

    fn wrong_movements(&self) -> Vec<Error> {
        let mut wrong = Vec::new();
        let keys: BTreeSet<&Text> = self.movements.iter().map(|one| &one.key).collect();
        for (at, movement, first) in with_repeats(self.movements, |one| &one.key) {
            let mut refuse = |error: Error, field: &'static str| {
                wrong.push(error.at(field).at(at).within(Input::Movements));
            };
            if first.is_some() {
                refuse(repeated(&movement.key), "key");
            }
            if let Err(error) = self.account(&movement.account) {
                refuse(error, "account");
            }
            let (purpose, amount) = (movement.purpose, movement.amount);
            let wrong = if amount.is_zero() {
                Some(Error::new(Code::SupervisionZero))
            } else {
                (!purpose.goes(amount))
                    .then(|| Error::new(Code::SupervisionSign).with("amount", amount))
            };
            if let Some(error) = wrong {
                let error =
                    error.with("purpose", purpose.word()).with("purpose_zh", purpose.chinese());
                refuse(error, "amount");
            }
            let needs = purpose == MovementPurpose::PutRight;
            match &movement.about {
                None if needs => {
                    let error = Error::new(Code::SupervisionAboutMissing);
                    refuse(error.with("name", &movement.key), "about");
                }
                Some(key) if !keys.contains(key) => {
                    refuse(unknown(["收支", "movement"], key), "about");
                }
                _ => {}
            }
        }
        wrong
    }

    /// The account with a code.
    ///
    /// # Errors
    /// [`Code::SupervisionUnknown`], with the nearest code.
    pub(super) fn account(&self, code: &Text) -> Result<&'a MoneyAccount> {
        let error = || {
            let names = self.accounts.iter().map(|one| one.code.as_str());
            unknown(["账户", "account"], code).with_nearest(names, code)
        };
        self.accounts.iter().find(|one| one.code == *code).ok_or_else(error)
    }
}

/// The stages of a rule for an account; none for ordinary ones.
pub(super) fn stages(
    rule: &SupervisionRule,
    kind: MoneyAccountKind,
) -> Option<&[SupervisionStage]> {
    match kind {
        MoneyAccountKind::Ordinary => None,
        MoneyAccountKind::SupervisedPresale => Some(&rule.presale),
        MoneyAccountKind::SupervisedDeposit => Some(&rule.deposit),
    }
}

fn wrong_figures(rule: &SupervisionRule) -> Vec<Error> {
    let both = [("presale", &rule.presale), ("deposit", &rule.deposit)];
    let mut wrong = Vec::new();
    for (field, stages) in both {
        for (at, stage) in stages.iter().enumerate() {
            let code = Code::SupervisionFigure;
            let error = match &stage.required {
                RequiredBalance::Amount { amount } => {
                    Must::NotBeNegative.refused(code, "amount", *amount)
                }
                RequiredBalance::ShareOfContracts { share }
                | RequiredBalance::ShareOfSupervised { share } => {
                    Must::BeShare.refused(code, "share", *share)
                }
                RequiredBalance::All {} | RequiredBalance::Ended {} => None,
            };
            wrong.extend(error.map(|error| error.at("required").at(at).at(field)));
        }
    }
    wrong
}

fn repeated(name: &Text) -> Error {
    Error::new(Code::SupervisionRepeated).with("name", name)
}

fn unknown([what_zh, what]: [&str; 2], name: &str) -> Error {
    let error = Error::new(Code::SupervisionUnknown).with("what_zh", what_zh).with("what", what);
    error.with("name", name)
}
