//! 资料修改申请: what is to change, and what became of it.

use super::super::record::{Customer, CustomerField};
use crate::error::{Finding, told};
use crate::{StreamRead, Text, Time};
use kaipan_derive::boundary;

/// 客户资料修改申请: a request to change the record of a customer.
#[boundary]
pub struct CustomerChange {
    /// Id.
    pub id: Text,
    /// The customer.
    pub customer: Text,
    /// What changes.
    #[boundary(required)]
    pub fields: Vec<FieldChange>,
    /// Who asks for it.
    pub by: Text,
    /// When.
    pub recorded_at: Time,
    /// Why.
    pub reason: Option<Text>,
}

/// A field that changes.
#[boundary]
pub struct FieldChange {
    /// The field.
    pub field: CustomerField,
    /// The name of the field, for one of the company's own.
    pub attribute: Option<Text>,
    /// What stands there; none if nothing does. Of several values, such as phones, the one meant.
    pub old: Option<Text>,
    /// What is to stand there; none to take it out.
    pub new: Option<Text>,
}

/// What became of a request.
#[boundary]
pub enum ChangeState {
    /// The record is changed.
    Applied,
    /// It needs an approval; the record is as it was.
    NeedsApproval,
}

/// The decision about a request to change a customer.
#[boundary(answer)]
pub struct ChangeDecision {
    /// What became of it.
    pub state: ChangeState,
    /// Which of its fields need an approval.
    pub approval_fields: Vec<CustomerField>,
    /// The record after it.
    pub customer: Customer,
    /// What changed, to be appended to the history of the customer; nothing while it waits.
    #[boundary(required)]
    pub history: Vec<CustomerHistory>,
    /// The streams that the decision read: it is appended only while they are as they were.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(ChangeDecision: findings);

/// 客户历史信息: one change of one field.
#[boundary(answer)]
pub struct CustomerHistory {
    /// The request.
    pub change: Text,
    /// The field.
    pub field: CustomerField,
    /// The name of the field, for one of the company's own.
    pub attribute: Option<Text>,
    /// What stood there.
    pub old: Option<Text>,
    /// What stands there now.
    pub new: Option<Text>,
    /// Who asked for it.
    pub by: Text,
    /// When.
    pub recorded_at: Time,
    /// Why.
    pub reason: Option<Text>,
    /// Id of the request for approval.
    pub approval: Option<Text>,
}
