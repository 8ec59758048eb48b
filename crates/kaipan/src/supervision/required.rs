//! What an account must keep on a day.

use super::account::{MoneyAccount, SupervisedBases};
use super::rule::{RequiredBalance, SupervisionRule, SupervisionStage};
use super::supervising::{Supervising, stages};
use crate::check::in_force;
use crate::error::{Code, Error, Input, Result};
use crate::number::{Money, Rate, Rounding, Unrounded};
use crate::{Date, Text};

/// What an account must keep: the place of the stage, and what it asks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kept<'a> {
    /// The place of the stage in its list, from 0.
    pub(super) stage: usize,
    pub(super) required: &'a RequiredBalance,
}

impl<'a> Supervising<'a> {
    /// The stage that holds for an account on a day; none for ordinary accounts.
    ///
    /// # Errors
    /// [`Code::SupervisionNoStage`] where none holds.
    pub(super) fn kept(
        &self,
        rule: &'a SupervisionRule,
        account: &MoneyAccount,
        day: Date,
    ) -> Result<Option<Kept<'a>>> {
        let Some(stages) = stages(rule, account.kind) else { return Ok(None) };
        let Some((stage, held)) = self.last_reached(stages, account.building.as_ref(), day) else {
            let error = Error::new(Code::SupervisionNoStage).with("name", &account.code);
            return Err(error.with("day", day).within(Input::Rules));
        };
        Ok(Some(Kept { stage, required: &held.required }))
    }

    /// The last stage that is reached by a day, for a building or for all of them.
    pub(super) fn last_reached(
        &self,
        stages: &'a [SupervisionStage],
        building: Option<&Text>,
        day: Date,
    ) -> Option<(usize, &'a SupervisionStage)> {
        let mut numbered = stages.iter().enumerate().rev();
        numbered.find(|(_, stage)| self.is_reached(stage, building, day))
    }

    fn is_reached(&self, stage: &SupervisionStage, building: Option<&Text>, day: Date) -> bool {
        stage.nodes.iter().all(|node| {
            self.reached.iter().any(|one| {
                // A node of one building says nothing about an account of several.
                let is_its = one.building.is_none() || one.building.as_ref() == building;
                one.node == *node && is_its && one.on <= day
            })
        })
    }

    /// What must be kept of a balance; none once supervision has ended.
    ///
    /// # Errors
    /// [`Code::SupervisionBaseMissing`] for a share of what is not given.
    pub(super) fn required(
        &self,
        account: &MoneyAccount,
        kept: Kept<'_>,
        balance: Money,
        day: Date,
    ) -> Result<Option<Money>> {
        let bases = in_force(account.bases.iter(), day, |row| row.from, |_| ());
        let share = |of: fn(&SupervisedBases) -> Option<Money>,
                     field: &'static str,
                     share: Rate| {
            let Some(base) = bases.and_then(of) else {
                let error = Error::new(Code::SupervisionBaseMissing).with("account", &account.code);
                let error = error.with("day", day).with("field", field);
                let at = self.accounts.iter().position(|one| one.code == account.code);
                return Err(error.at("bases").at(at.unwrap_or_default()).within(Input::Accounts));
            };
            let exact = Unrounded::from(base).mul(&Unrounded::from(share))?;
            Rounding::FEN.round(&exact).map(Some)
        };
        match kept.required {
            RequiredBalance::All {} => Ok(Some(balance.max(Money::ZERO))),
            RequiredBalance::Amount { amount } => Ok(Some(*amount)),
            RequiredBalance::ShareOfContracts { share: of } => {
                share(|row| row.contract_value, "contract_value", *of)
            }
            RequiredBalance::ShareOfSupervised { share: of } => {
                share(|row| row.supervised_sum, "supervised_sum", *of)
            }
            RequiredBalance::Ended {} => Ok(None),
        }
    }
}
