//! What the lines of a project come to, counted as they are written and again as they are read.

use super::{Body, Line, Offered};
use kaipan::money::{LedgerAccount, LedgerEntry};
use kaipan::number::Money;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Counts and sums over the lines of a project.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Totals {
    /// Lines by kind.
    pub(crate) lines: BTreeMap<String, u64>,
    /// Refusals by what they show.
    pub(crate) refused: BTreeMap<Offered, u64>,
    /// Legs by account, fen: a credit is above zero, a debit below.
    pub(crate) accounts: BTreeMap<String, i64>,
}

/// What the lines of a project come to, and what its streams do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct YearEnd {
    pub(crate) totals: Totals,
    /// Streams by kind.
    pub(crate) streams: BTreeMap<String, u64>,
    /// SHA-256 of the states of all streams, in the order of kinds and ids.
    pub(crate) states: String,
}

impl Totals {
    /// Counts a line; false if its entry does not come to zero.
    pub(crate) fn count(&mut self, line: &Line) -> bool {
        *self.lines.entry(kind(&line.body).to_owned()).or_default() += 1;
        match &line.body {
            Body::Refused(refused) => *self.refused.entry(refused.because).or_default() += 1,
            Body::Entry(entry) => return self.add(entry),
            Body::Receipt(moved) | Body::Payment(moved) => return self.add(&moved.entry),
            _ => {}
        }
        true
    }

    fn add(&mut self, entry: &LedgerEntry) -> bool {
        for leg in &entry.legs {
            *self.accounts.entry(account(&leg.account)).or_default() += leg.amount.fen();
        }
        entry.is_balanced()
    }

    /// What the accounts come to together.
    pub(crate) fn sum(&self) -> Money {
        Money::from_fen(self.accounts.values().sum())
    }
}

/// An account as totals name it: banks by their code.
pub(crate) fn account(account: &LedgerAccount) -> String {
    match account {
        LedgerAccount::Bank { account } => format!("bank {account}"),
        other => other.word().to_owned(),
    }
}

/// The kind of a line, as it is written.
fn kind(body: &Body) -> &'static str {
    match body {
        Body::Year(_) => "year",
        Body::Node(_) => "node",
        Body::Assignment(_) => "assignment",
        Body::Permit(_) => "permit",
        Body::Status(_) => "status",
        Body::Policy(_) => "policy",
        Body::Questionnaire(_) => "questionnaire",
        Body::Unit(_) => "unit",
        Body::Price(_) => "price",
        Body::Target(_) => "target",
        Body::Spend(_) => "spend",
        Body::Customer(_) => "customer",
        Body::FollowUp(_) => "follow_up",
        Body::AnswerSheet(_) => "answer_sheet",
        Body::ChannelRegistration(_) => "channel_registration",
        Body::Stock(_) => "stock",
        Body::Deal(_) => "deal",
        Body::Quota(_) => "quota",
        Body::Approval(_) => "approval",
        Body::Service(_) => "service",
        Body::Survey(_) => "survey",
        Body::AreaSettlement(_) => "area_settlement",
        Body::Entry(_) => "entry",
        Body::Receipt(_) => "receipt",
        Body::Payment(_) => "payment",
        Body::Refused(_) => "refused",
        Body::End(_) => "end",
    }
}
