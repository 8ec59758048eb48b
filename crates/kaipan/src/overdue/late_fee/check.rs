//! What is wrong with a policy of late fees.

use super::policy::{LateFeeCap, LateFeePolicy, LateFeeTier, LateRateUnit};
use crate::check::Must;
use crate::error::{Code, Error, Finding, finding};
use crate::scale;

/// More days of grace than this are hardly meant.
const USUAL_GRACE: u32 = 180;

impl LateFeePolicy {
    /// What cannot be, at its field: tiers that leave a hole, overlap or fall, negative amounts.
    pub(in crate::overdue) fn wrong(&self) -> Vec<Error> {
        let mut errors = wrong_tiers(&self.tiers);
        let mut before = None;
        for (at, change) in self.changes.iter().enumerate() {
            let mut own = wrong_tiers(&change.tiers);
            if change.tiers.is_empty() {
                own.push(Error::new(Code::OverdueBlank).with("field", "tiers").at("tiers"));
            }
            if before.is_some_and(|before| before >= change.from) {
                own.push(Error::new(Code::OverdueChangesOrder).with("day", change.from).at("from"));
            }
            before = Some(change.from);
            errors.extend(own.into_iter().map(|error| error.at(at).at("changes")));
        }
        errors
            .extend(self.fixed_fee.and_then(|fee| {
                Must::NotBeNegative.refused(Code::OverdueNumber, "fixed_fee", fee)
            }));
        for (at, cap) in self.caps.iter().enumerate() {
            let wrong = match cap {
                LateFeeCap::Amount { amount } => {
                    Must::NotBeNegative.refused(Code::OverdueNumber, "amount", *amount)
                }
                LateFeeCap::OfClaim { share } | LateFeeCap::OfTotal { share } => {
                    Must::NotBeNegative.refused(Code::OverdueNumber, "share", *share)
                }
            };
            errors.extend(wrong.map(|error| error.at(at).at("caps")));
        }
        errors.extend(
            self.loss_rate
                .and_then(|rate| Must::BePositive.refused(Code::OverdueNumber, "loss_rate", rate)),
        );
        errors
    }

    /// What is hardly meant, at its field.
    pub(in crate::overdue) fn odd(&self) -> Vec<Finding> {
        let mut told = Vec::new();
        if self.tiers.is_empty() && self.changes.is_empty() && self.fixed_fee.is_none() {
            told.push(finding!(Code::OverdueNoRates).at("tiers"));
        }
        told.extend(self.odd_tiers(&self.tiers));
        for (at, change) in self.changes.iter().enumerate() {
            let each = self.odd_tiers(&change.tiers);
            told.extend(each.into_iter().map(|found| found.at(at).at("changes")));
        }
        for (at, cap) in self.caps.iter().enumerate() {
            if let LateFeeCap::OfClaim { share } | LateFeeCap::OfTotal { share } = cap {
                let found = scale::rate(scale::LATE_FEE_CAP, *share);
                told.extend(found.map(|found| found.at("share").at(at).at("caps")));
            }
        }
        if self.grace_days > USUAL_GRACE {
            let days = self.grace_days;
            told.push(finding!(Code::OverdueGraceLong, days).at("grace_days"));
        }
        if self.categories.is_empty() {
            told.push(finding!(Code::OverdueNoCategories).at("categories"));
        }
        let loss = scale::optional(scale::LOSS_RATE, self.loss_rate);
        told.extend(loss.map(|found| found.at("loss_rate")));
        told
    }

    fn odd_tiers(&self, tiers: &[LateFeeTier]) -> Vec<Finding> {
        let usual = match self.rate_unit {
            LateRateUnit::Day => scale::LATE_FEE_DAY,
            LateRateUnit::Year360 | LateRateUnit::Year365 => scale::LATE_FEE_YEAR,
        };
        let each = tiers.iter().enumerate().filter_map(|(at, tier)| {
            let found = scale::rate(usual, tier.rate)?;
            Some(found.at("rate").at(at).at("tiers"))
        });
        each.collect()
    }
}

/// Tiers that do not go on from each other to the end, or whose rates fall.
fn wrong_tiers(tiers: &[LateFeeTier]) -> Vec<Error> {
    let mut errors = Vec::new();
    let last = tiers.len().saturating_sub(1);
    let mut before: Option<&LateFeeTier> = None;
    for (at, tier) in tiers.iter().enumerate() {
        let number = at.saturating_add(1);
        let mut own = Vec::new();
        own.extend(Must::NotBeNegative.refused(Code::OverdueNumber, "rate", tier.rate));
        match (tier.up_to_days, at == last) {
            (Some(days), true) => {
                let error = Error::new(Code::OverdueTiersHole).with("days", days);
                own.push(error.at("up_to_days"));
            }
            (None, false) => {
                own.push(
                    Error::new(Code::OverdueTiersOrder).with("number", number).at("up_to_days"),
                );
            }
            _ => {}
        }
        if let Some(before) = before {
            let is_after = match (before.up_to_days, tier.up_to_days) {
                (Some(before), Some(own)) => own > before,
                _ => true,
            };
            if !is_after {
                own.push(
                    Error::new(Code::OverdueTiersOrder).with("number", number).at("up_to_days"),
                );
            }
            if tier.rate < before.rate {
                let error = Error::new(Code::OverdueTiersFall).with("number", number);
                own.push(error.with("rate", tier.rate).with("before", before.rate).at("rate"));
            }
        }
        if tier.up_to_days == Some(0) {
            own.push(Error::new(Code::OverdueTiersOrder).with("number", number).at("up_to_days"));
        }
        before = Some(tier);
        errors.extend(own.into_iter().map(|error| error.at(at).at("tiers")));
    }
    errors
}
