//! Approvals of a script: requests that were approved, in short.

use kaipan::approval::{ApprovalKind, ApprovalRequest};
use kaipan::error::Result;
use kaipan::number::Money;
use kaipan::{Label, StreamRead, Text, Time};
use kaipan_derive::boundary;
use kaipan_ops::json;
use serde_json::{Map, Value, json};

/// A request that was approved before the step.
#[boundary(read)]
#[derive(Debug)]
pub(super) struct ScriptApproval {
    /// What it is about.
    pub(super) kind: ApprovalKind,
    /// Of a waiver: the guards.
    pub(super) waives: Vec<Text>,
    /// The deal, unit or offer; the deal of the step if absent.
    pub(super) subject: Option<Text>,
    /// For whom it is, of a request about a unit: the streams of the deal or of customers.
    pub(super) about: Vec<StreamRead>,
    /// Yuan, where the kind asks for an amount.
    pub(super) amount: Option<Money>,
    /// Why.
    pub(super) reason: Option<Label>,
    /// The reference of the signed paper.
    pub(super) paper: Option<Text>,
    /// Who asked.
    pub(super) by: Text,
    /// Who signed.
    #[boundary(required)]
    pub(super) signed: Vec<Signed>,
}

/// Somebody signed.
#[boundary(read)]
#[derive(Debug)]
pub(super) struct Signed {
    /// The role, by code.
    pub(super) role: Text,
    /// The person.
    pub(super) person: Text,
}

impl ScriptApproval {
    /// The request as `approval.replay` would give it: one step of the roles that signed.
    ///
    /// # Errors
    /// Values that a request cannot have.
    pub(super) fn request(&self, number: usize, deal: &Text, at: Time) -> Result<ApprovalRequest> {
        let at = at.to_string();
        let roles: Vec<&str> = self.signed.iter().map(|signed| signed.role.as_str()).collect();
        let signatures: Vec<Value> = self
            .signed
            .iter()
            .map(|one| {
                json!({ "step": 1, "role": one.role.as_str(), "person": one.person.as_str(), "at": at })
            })
            .collect();
        let mut asked = Map::new();
        let subject = self.subject.as_ref().unwrap_or(deal);
        let waives: Vec<&str> = self.waives.iter().map(Text::as_str).collect();
        let about = self.about.iter().map(|read| {
            json!({ "kind": read.kind.word(), "id": read.id.as_str(), "version": read.version })
        });
        let about: Vec<Value> = about.collect();
        for (name, value) in [
            ("kind", Some(json!(self.kind.word()))),
            ("subject", Some(json!(subject.as_str()))),
            ("node", Some(json!("-"))),
            ("waives", Some(json!(waives))),
            ("about", Some(json!(about))),
            ("amount", self.amount.map(|amount| json!(amount.to_string()))),
            ("reason", self.reason.as_ref().map(|reason| json!(reason.to_string()))),
            ("paper", self.paper.as_ref().map(|paper| json!(paper.as_str()))),
        ] {
            asked.extend(value.map(|value| (name.to_owned(), value)));
        }
        // Submitted, signed by each, approved.
        let version = self.signed.len().saturating_add(2);
        let request = json!({
            "id": format!("A{number}"),
            "asked": asked,
            "requested_by": self.by.as_str(),
            "requested_at": at,
            "status": "approved",
            "route": { "source": "table", "steps": [{ "roles": roles, "rule": "all" }] },
            "step": 1,
            "signatures": signatures,
            "round": 1,
            "changed_at": at,
            "version": version,
        });
        json::read(&request.to_string())
    }
}
