//! Since when what is owed of a claim counts, and which records are older.

use super::notices::Owing;
use super::record::DunningRecord;
use crate::error::{Code, Finding, Input, finding};
use crate::overdue::balance::ClaimBalance;
use crate::overdue::claim::MoneyClaim;
use crate::{Date, Text};
use std::collections::HashMap;

/// The day from which on steps for a claim count: the day on which it arose, else the first on which the
/// plan looks at it; after it was paid in full, the day on which money was given back.
pub(super) fn begun(claim: &MoneyClaim, balance: &ClaimBalance<'_>, lead: u32) -> Option<Date> {
    let before = i32::try_from(lead).unwrap_or(i32::MAX).saturating_neg();
    let first = claim.since.or_else(|| claim.due?.shift_days(before));
    let (mut paid, mut opened) = (0_i64, None);
    for part in &balance.parts {
        if part.is_given_back {
            opened = if paid >= claim.amount.fen() { Some(part.until) } else { opened };
            paid = paid.saturating_sub(part.amount);
        } else if part.is_paid {
            paid = paid.saturating_add(part.amount);
        }
    }
    let opened = claim.due.zip(opened).and_then(|(due, days)| due.shift_days(days));
    first.max(opened)
}

/// Records from before what is owed counts, up to a day: they take no step off.
pub(super) fn older(records: &[DunningRecord], owing: &[Owing<'_>], as_of: Date) -> Vec<Finding> {
    let begun = owing.iter().filter_map(|one| Some((&one.claim.id, one.begun?)));
    let begun: HashMap<&Text, Date> = begun.collect();
    let mut told = Vec::new();
    for (at, record) in records.iter().enumerate().filter(|(_, record)| record.on <= as_of) {
        for (number, claim) in record.claims.iter().enumerate() {
            let Some(from) = begun.get(claim).filter(|from| record.on < **from) else { continue };
            let found = finding!(Code::OverdueRecordOld, claim, from, day = record.on);
            told.push(found.at(number).at("claims").at(at).within(Input::Records));
        }
    }
    told
}
