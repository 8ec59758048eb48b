//! What supervised accounts release as nodes are reached.

use super::answer::ForecastRelease;
use super::expected::ExpectedMoney;
use super::kind::CollectionKind;
use crate::check::{Must, blank, with_repeats};
use crate::error::{Code, Error, Finding, Input, Result, finding};
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
    /// House money that is expected goes into it; of several accounts into the first.
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

/// What cannot be about accounts, each at its place.
pub(super) fn wrong_accounts(accounts: &[ForecastAccount]) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, account, first) in with_repeats(accounts, |one| &one.account) {
        let mut own = account.wrong();
        own.extend(first.map(|first| {
            let error = Error::new(Code::OverdueTwice).with("name", &account.account);
            error.with("first", first).at("account")
        }));
        errors.extend(own.into_iter().map(|error| error.at(at).within(Input::Accounts)));
    }
    errors
}

/// The first account that collects: what is expected goes into it alone.
pub(super) fn collecting(accounts: &[ForecastAccount]) -> Option<usize> {
    accounts.iter().position(|account| account.collects)
}

/// Accounts that collect beside the first that does.
pub(super) fn odd_accounts(accounts: &[ForecastAccount]) -> Vec<Finding> {
    let mut collecting = accounts.iter().enumerate().filter(|(_, account)| account.collects);
    let Some((first, other)) = collecting.next() else { return Vec::new() };
    let (first, other) = (first.saturating_add(1), &other.account);
    let told = collecting.map(|(at, account)| {
        let told = finding!(Code::OverdueCollectsTwice, name = account.account, first, other);
        told.at("collects").at(at).within(Input::Accounts)
    });
    told.collect()
}

impl ForecastAccount {
    /// What cannot be, at its field.
    fn wrong(&self) -> Vec<Error> {
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

    /// What it releases: at each node what is above what has to stay. What is above that of a node that
    /// was reached before is released on the first day.
    pub(super) fn releases(
        &self,
        money: &[ExpectedMoney],
        collects: bool,
        [from, to]: [Date; 2],
    ) -> Result<Vec<ForecastRelease>> {
        let mut balance = self.balance;
        let mut seen = None;
        let mut releases = Vec::new();
        // Of the nodes that were reached before, the last says what has to stay.
        let reached = self.nodes.iter().filter(|node| node.on <= from).count().saturating_sub(1);
        for node in self.nodes.iter().skip(reached).filter(|node| node.on <= to) {
            let on = node.on.max(from);
            let comes = money.iter().filter(|one| {
                collects
                    && one.kind != CollectionKind::Fee
                    && one.on <= on
                    && seen.is_none_or(|seen| one.on > seen)
            });
            let comes = Money::sum(comes.map(|one| one.amount))?;
            balance = balance.checked_add(comes).ok_or_else(overflow)?;
            seen = Some(on);
            let above = balance.checked_sub(node.required).ok_or_else(overflow)?;
            if !above.is_positive() {
                continue;
            }
            releases.push(ForecastRelease {
                account: self.account.clone(),
                on,
                balance,
                required: node.required,
                amount: above,
            });
            balance = node.required;
        }
        Ok(releases)
    }
}
