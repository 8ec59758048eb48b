//! Waivers of late fees and what was posted of them, as they stand beside claims.

use super::assessing::{LateFeeWaiver, PostedLateFee};
use super::claim::{ClaimOfDay, MoneyClaim, day_number};
use crate::check::{Index, Must, blank, with_repeats};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::number::{Money, overflow};
use crate::{Date, Text};
use std::collections::BTreeMap;

/// What stands beside one claim.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Waivers that count: day and fen.
    waivers: Vec<(i32, i64)>,
    pub(super) posted: Money,
    /// How many entries were posted.
    pub(super) entries: u32,
    /// The place of the last of them.
    last: usize,
}

/// What was waived and posted of late fees.
#[derive(Debug, Clone, Copy)]
pub(super) struct FeesBeside<'a> {
    pub(super) waivers: &'a [LateFeeWaiver],
    pub(super) posted: &'a [PostedLateFee],
}

impl Beside {
    /// The waivers by their days, counted from the due day of the claim.
    pub(super) fn waived(&self, due: Option<Date>) -> Vec<(i32, i64)> {
        let due = due.map(day_number);
        let waivers = self.waivers.iter();
        let mut waivers: Vec<(i32, i64)> =
            waivers.map(|(on, fen)| (due.map_or(0, |due| on.saturating_sub(due)), *fen)).collect();
        waivers.sort_unstable();
        waivers
    }

    /// Waivers of more than was unpaid of the late fee on their days.
    pub(super) fn above(&self, of_day: &ClaimOfDay<'_>, taken: Money) -> Result<Option<Finding>> {
        let waived = Money::sum(self.waivers.iter().map(|(_, fen)| Money::from_fen(*fen)))?;
        let told = || {
            let claim = &of_day.claim.id;
            let told = finding!(Code::OverdueWaivedAbove, claim, waived, fee = taken);
            told.at(of_day.at).within(Input::Claims)
        };
        Ok((waived > taken).then(told))
    }
}

impl<'a> FeesBeside<'a> {
    /// Waivers and posted fees that cannot be.
    pub(super) fn wrong(&self, claims: &[MoneyClaim]) -> Vec<Error> {
        let known = Index::new(claims, |claim: &MoneyClaim| &claim.id);
        let unknown = |id: &Text| {
            let error = || {
                let names = claims.iter().map(|one| one.id.as_str());
                let error = Error::new(Code::OverdueClaimUnknown).with("claim", id);
                error.with_nearest(names, id).at("claim")
            };
            (!known.has(&id)).then(error)
        };
        let mut errors = Vec::new();
        for (at, waiver) in self.waivers.iter().enumerate() {
            let amount = Must::BePositive.refused(Code::OverdueNumber, "amount", waiver.amount);
            let approval = waiver.approval.as_ref();
            let approval = approval.and_then(|id| blank(Code::OverdueBlank, "approval", id));
            let own = unknown(&waiver.claim).into_iter().chain(amount).chain(approval);
            errors.extend(own.map(|error| error.at(at).within(Input::Waivers)));
        }
        for (at, posted) in self.posted.iter().enumerate() {
            let own = unknown(&posted.claim);
            errors.extend(own.map(|error| error.at(at).within(Input::Posted)));
        }
        errors
    }

    /// The same waiver or posted fee a second time.
    pub(super) fn twice(&self) -> Vec<Finding> {
        let mut told = Vec::new();
        let key = |one: &'a LateFeeWaiver| (&one.claim, one.on, one.amount, &one.approval);
        let repeats = with_repeats(self.waivers, key);
        for (at, waiver, first) in repeats.filter(|(_, waiver, _)| waiver.approval.is_some()) {
            let Some(first) = first else { continue };
            let (claim, day, amount) = (&waiver.claim, waiver.on, waiver.amount);
            let found = finding!(Code::OverdueWaiverTwice, claim, day, amount, first);
            told.push(found.at(at).within(Input::Waivers));
        }
        let key = |one: &'a PostedLateFee| (&one.claim, one.on, one.amount);
        for (at, posted, first) in with_repeats(self.posted, key) {
            let Some(first) = first else { continue };
            let (claim, day, amount) = (&posted.claim, posted.on, posted.amount);
            let found = finding!(Code::OverduePostedTwice, claim, day, amount, first);
            told.push(found.at(at).within(Input::Posted));
        }
        told
    }

    /// Waivers and posted fees by claim, up to a day.
    pub(super) fn by_claim(
        &self,
        as_of: Date,
        findings: &mut Vec<Finding>,
    ) -> Result<BTreeMap<&'a Text, Beside>> {
        let mut beside: BTreeMap<&Text, Beside> = BTreeMap::new();
        for (at, waiver) in self.waivers.iter().enumerate() {
            if waiver.approval.is_none() {
                let (claim, amount) = (&waiver.claim, waiver.amount);
                let told = finding!(Code::OverdueWaiverUnapproved, claim, amount);
                findings.push(told.at("approval").at(at).within(Input::Waivers));
            } else if waiver.on <= as_of {
                let own = beside.entry(&waiver.claim).or_default();
                own.waivers.push((day_number(waiver.on), waiver.amount.fen()));
            }
        }
        let posted = self.posted.iter().enumerate();
        for (at, posted) in posted.filter(|(_, posted)| posted.on <= as_of) {
            let own = beside.entry(&posted.claim).or_default();
            own.posted = own.posted.checked_add(posted.amount).ok_or_else(overflow)?;
            own.entries = own.entries.saturating_add(1);
            own.last = at;
        }
        for (claim, own) in beside.iter().filter(|(_, own)| own.posted.is_negative()) {
            let told = finding!(Code::OverduePostedBelow, claim, sum = own.posted);
            findings.push(told.at("amount").at(own.last).within(Input::Posted));
        }
        Ok(beside)
    }
}
