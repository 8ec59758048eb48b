//! What is asked to be approved.

use super::kind::ApprovalKind;
use crate::check::{Must, blank};
use crate::error::{Code, Error};
use crate::number::Money;
use crate::{Label, StreamRead, Text};
use kaipan_derive::boundary;

/// What is asked to be approved.
#[boundary]
pub struct ApprovalAsked {
    /// What it is about.
    pub kind: ApprovalKind,
    /// Id of what it is about: the code of a bill, the id of a deal.
    pub subject: Text,
    /// Id of the node of the organisation where it happens.
    pub node: Text,
    /// Yuan that routes compare: of a refund, a waiver, a contract.
    pub amount: Option<Money>,
    /// Why.
    pub reason: Option<Label>,
    /// Reference of the signed paper.
    pub paper: Option<Text>,
    /// Of a waiver: what is waived, by word, as the table of the business names it; of a deal its
    /// guards.
    pub waives: Vec<Text>,
    /// The streams of what it is about, with the versions that the asker saw.
    pub about: Vec<StreamRead>,
}

impl ApprovalAsked {
    /// A subject or a stream that is not there, and an amount that cannot be.
    pub(super) fn wrong(&self) -> Vec<Error> {
        let amount = self
            .amount
            .and_then(|amount| Must::NotBeNegative.refused(Code::ApprovalAmount, "amount", amount));
        let about = self.about.iter().enumerate().filter_map(|(at, read)| {
            let error = blank(Code::ApprovalBlank, "id", &read.id)?;
            Some(error.at(at).at("about"))
        });
        let subject = blank(Code::ApprovalBlank, "subject", &self.subject);
        subject.into_iter().chain(amount).chain(about).collect()
    }

    pub(super) fn has_reason(&self) -> bool {
        self.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty())
    }
}
