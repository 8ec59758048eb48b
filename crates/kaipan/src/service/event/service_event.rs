use crate::deal::StreamEvent;
use crate::number::Money;
use crate::service::{
    DoneStep, LoanWaiting, ServiceBuyer, ServiceDisbursed, ServiceKind, ServiceState, ServiceTodo,
    UsedKey,
};
use crate::{Date, Label, Text, Time};
use kaipan_derive::boundary;

/// Something that happened to a service.
#[boundary(older = crate::deal::older_service)]
pub struct ServiceEvent {
    /// The service.
    pub service: Text,
    /// Its place in the stream of the service, from 1.
    pub version: u32,
    /// When it was recorded.
    pub at: Time,
    /// Who did it.
    pub by: Text,
    /// Why.
    pub reason: Option<Label>,
    /// What changed.
    pub change: ServiceChange,
    /// The key of the command, on the first of its events.
    pub command: Option<UsedKey>,
    /// The schema that it was written in; today's if absent. JSON of older schemas is brought up
    /// to today's when it is read.
    pub schema: Option<u32>,
}

/// What changed about a service.
#[boundary]
pub enum ServiceChange {
    /// 开始办理.
    Started {
        /// The deal.
        deal: Text,
        /// What the service is about.
        service_kind: ServiceKind,
        /// The day.
        on: Date,
        /// 房号.
        unit_no: Option<Text>,
        /// What kinds of buyers there are.
        buyers: Vec<ServiceBuyer>,
        /// The bank, of a loan.
        bank: Option<Text>,
        /// The loan that is applied for, yuan.
        applied: Option<Money>,
        /// The months for which the loan is applied for.
        months: Option<u32>,
        /// The service that it takes the place of.
        replaces: Option<Text>,
    },
    /// A step was done.
    StepDone {
        /// The step.
        done: DoneStep,
    },
    /// A step is to be done again.
    StepUndone {
        /// The step.
        step: Text,
    },
    /// The bank has approved a loan.
    LoanApproved {
        /// Yuan.
        amount: Money,
    },
    /// The approval of the loan does not count any more.
    ApprovalUndone {},
    /// The bank has paid.
    LoanDisbursed {
        /// What.
        paid: ServiceDisbursed,
    },
    /// The payment was entered by mistake.
    DisbursementUndone {},
    /// What the approved loan waits for.
    WaitingNoted {
        /// What.
        waiting_for: LoanWaiting,
    },
    /// A side branch was taken.
    BranchTaken {
        /// The branch.
        branch: Text,
        /// The day.
        on: Date,
        /// The service waits in it.
        #[boundary(required)]
        waits: bool,
    },
    /// The side branch was left, and the service goes on.
    BranchLeft {
        /// The branch.
        branch: Text,
        /// The day.
        on: Date,
    },
    /// Documents were received.
    DocumentsReceived {
        /// Their codes.
        #[boundary(required)]
        documents: Vec<Text>,
        /// The day.
        on: Date,
    },
    /// Documents were not enough, or were given back.
    DocumentsReturned {
        /// Their codes.
        #[boundary(required)]
        documents: Vec<Text>,
    },
    /// A day was promised for a step.
    DayPromised {
        /// The step.
        step: Text,
        /// The day.
        on: Date,
    },
    /// Something has to be done.
    TodoOpened {
        /// What.
        todo: ServiceTodo,
    },
    /// It was done.
    TodoDone {
        /// Its id.
        id: u32,
    },
    /// It does not have to be done any more.
    TodoDropped {
        /// Its id.
        id: u32,
    },
    /// Every step is done, or the service is closed.
    Ended {
        /// Its state from then on.
        state: ServiceState,
        /// The day.
        on: Date,
    },
}

impl StreamEvent for ServiceEvent {
    const STREAM: &'static str = "service";

    fn stream(&self) -> &Text {
        &self.service
    }

    fn version(&self) -> u32 {
        self.version
    }

    fn at(&self) -> Time {
        self.at
    }

    fn schema(&self) -> Option<u32> {
        self.schema
    }
}
