//! What supervised accounts release as nodes are reached.

use super::answer::ForecastRelease;
use super::expected::ExpectedMoney;
use super::kind::CollectionKind;
use crate::check::{Must, blank};
use crate::error::{Code, Error, Result};
use crate::number::{Money, overflow};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A supervised account (监管账户) with what has to stay in it as the project goes on.
#[boundary]
pub struct ForecastAccount {
    /// Its code.
    pub account: Text,
    /// What is in it, yuan.
    pub balance: Money,
    /// House money that is expected goes into it.
    pub collects: bool,
    /// The nodes, by day.
    #[boundary(required)]
    pub nodes: Vec<ReleaseNode>,
}

/// A node of the project: what has to stay from then on.
#[boundary]
pub struct ReleaseNode {
    /// The planned day.
    pub on: Date,
    /// What has to stay, yuan.
    pub required: Money,
}

impl ForecastAccount {
    /// What cannot be, at its field.
    pub(super) fn wrong(&self) -> Vec<Error> {
        let mut errors: Vec<Error> =
            blank(Code::OverdueBlank, "account", &self.account).into_iter().collect();
        errors.extend(Must::NotBeNegative.refused(Code::OverdueNumber, "balance", self.balance));
        let mut before = None;
        for (at, node) in self.nodes.iter().enumerate() {
            let mut own: Vec<Error> = Vec::new();
            own.extend(Must::NotBeNegative.refused(Code::OverdueNumber, "required", node.required));
            if before.is_some_and(|before| before >= node.on) {
                own.push(Error::new(Code::OverdueNodesOrder).with("day", node.on).at("on"));
            }
            before = Some(node.on);
            errors.extend(own.into_iter().map(|error| error.at(at).at("nodes")));
        }
        errors
    }

    /// What it releases: at each node what is above what has to stay.
    pub(super) fn releases(
        &self,
        money: &[ExpectedMoney],
        from: Date,
        to: Date,
    ) -> Result<Vec<ForecastRelease>> {
        let mut balance = self.balance;
        let mut seen = None;
        let mut releases = Vec::new();
        for node in self.nodes.iter().filter(|node| node.on <= to) {
            let comes = money.iter().filter(|one| {
                self.collects
                    && one.kind != CollectionKind::Fee
                    && one.on <= node.on
                    && seen.is_none_or(|seen| one.on > seen)
            });
            let comes = Money::sum(comes.map(|one| one.amount))?;
            balance = balance.checked_add(comes).ok_or_else(overflow)?;
            seen = Some(node.on);
            let above = balance.checked_sub(node.required).ok_or_else(overflow)?;
            if !above.is_positive() {
                continue;
            }
            if node.on >= from {
                releases.push(ForecastRelease {
                    account: self.account.clone(),
                    on: node.on,
                    balance,
                    required: node.required,
                    amount: above,
                });
            }
            balance = node.required;
        }
        Ok(releases)
    }
}
