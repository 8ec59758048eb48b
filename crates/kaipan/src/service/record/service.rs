use super::ServiceTodo;
use crate::number::Money;
use crate::service::{HandoverNotice, LoanWaiting, ServiceBuyer, ServiceKind, ServiceState};
use crate::{Date, StreamKind, StreamRead, Text};
use kaipan_derive::boundary;

/// One service of a deal: what its events come to.
#[boundary]
pub struct Service {
    /// Its id.
    pub id: Text,
    /// The deal.
    pub deal: Text,
    /// What it is about.
    pub kind: ServiceKind,
    /// How many events it had.
    #[boundary(default)]
    pub version: u32,
    /// State.
    #[boundary(default)]
    pub state: ServiceState,
    /// 房号.
    pub unit_no: Option<Text>,
    /// What kinds of buyers there are, which decides what documents they bring.
    pub buyers: Vec<ServiceBuyer>,
    /// The day it was started.
    pub applied_on: Option<Date>,
    /// The day it was done or closed.
    pub finished_on: Option<Date>,
    /// The bank, of a loan.
    pub bank: Option<Text>,
    /// The loan that was applied for, yuan.
    pub applied: Option<Money>,
    /// 贷款期限: the months for which the loan is applied for.
    pub months: Option<u32>,
    /// The loan that the bank has approved, yuan.
    pub approved: Option<Money>,
    /// What the bank has paid.
    pub disbursed: Option<ServiceDisbursed>,
    /// What an approved loan waits for.
    pub waiting_for: Option<LoanWaiting>,
    /// Steps that are done, in order.
    pub steps: Vec<DoneStep>,
    /// The side branch in which it waits.
    pub branch: Option<BranchTaken>,
    /// Documents that were received.
    pub documents: Vec<DocumentReceived>,
    /// 承诺日期: days of steps that were promised in the place of the planned ones.
    pub promised: Vec<PromisedDay>,
    /// What has still to be done beside its steps.
    pub todos: Vec<ServiceTodo>,
    /// The service that it takes the place of, at another bank.
    pub replaces: Option<Text>,
    /// The keys of commands that were carried out.
    pub keys: Vec<UsedKey>,
}

/// A step that was done.
#[boundary]
pub struct DoneStep {
    /// The step.
    pub step: Text,
    /// The day it was really done.
    pub on: Date,
    /// The day it was planned for, as it was known then.
    pub planned: Option<Date>,
    /// Who did it.
    pub by: Text,
    /// 备案号, 不动产权证号….
    pub number: Option<Text>,
    /// Which notice of handover was sent.
    pub notice: Option<HandoverNotice>,
    /// The side branch that did it, if one did.
    pub branch: Option<Text>,
}

/// What a bank has paid.
#[boundary]
pub struct ServiceDisbursed {
    /// Yuan.
    pub amount: Money,
    /// The day it arrived.
    pub on: Date,
    /// The account of the developer that it came to.
    pub account: Text,
}

/// A side branch in which a service waits.
#[boundary]
pub struct BranchTaken {
    /// The branch.
    pub branch: Text,
    /// Since when.
    pub since: Date,
}

/// A document that was received.
#[boundary]
pub struct DocumentReceived {
    /// Its code.
    pub document: Text,
    /// The day.
    pub on: Date,
}

/// The day that was promised for a step.
#[boundary]
pub struct PromisedDay {
    /// The step.
    pub step: Text,
    /// The day.
    pub on: Date,
}

/// The key of a command that was carried out.
#[boundary]
pub struct UsedKey {
    /// The key.
    pub key: Text,
    /// SHA-256 of what was asked, as JSON.
    pub hash: Text,
}

impl Service {
    /// The last step that is done.
    pub fn last_step(&self) -> Option<&DoneStep> {
        self.steps.last()
    }

    /// A step that is done.
    pub fn done(&self, step: &str) -> Option<&DoneStep> {
        self.steps.iter().find(|done| done.step == step)
    }

    /// A document is there.
    pub fn has_document(&self, code: &str) -> bool {
        self.documents.iter().any(|one| one.document == code)
    }

    /// Its stream, with the version that this state is of.
    #[must_use]
    pub fn read(&self) -> StreamRead {
        StreamRead::new(StreamKind::Service, self.id.clone(), self.version)
    }
}
