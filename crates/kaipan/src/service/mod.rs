//! Services after signing (签约后事务): filing, mortgage, fund loan, handover, title, as step machines
//! that are data (handbook §5.13).
//!
//! A [`ServiceDefinition`] has the steps, side branches and documents of one kind of service;
//! [`ServiceDefinition::preset`] is what most houses have. [`ServiceDeciding`] decides a command about
//! one [`Service`], [`LoanDisbursing`] a list of loans that a bank has paid, and [`ServiceFollowing`]
//! lists what is due over many services, with their sheet (客户事务流程表).

mod command;
mod context;
mod dates;
mod deciding;
mod definition;
mod disbursing;
mod due;
mod event;
mod guard;
mod kind;
mod planned;
mod record;

pub use command::{ServiceAct, ServiceAction, ServiceCommand};
pub use context::{LoanFact, ServiceContext, ServiceDates, ServiceFacts};
pub use deciding::{
    ServiceDeciding, ServiceDecision, ServiceMove, ServiceRejection, ServiceRuling,
};
pub use definition::{
    BranchLead, BranchTodo, DayKind, PlannedFrom, RequiredDocuments, ServiceBranch, ServiceBuyer,
    ServiceDefinition, ServiceDocument, ServiceStep, StepField,
};
pub use disbursing::{
    BankedLoan, DisbursedRow, DisbursementRefusal, DisbursementRow, DisbursementRuling,
    LoanDisbursing,
};
pub use due::{
    DueStep, DueTodo, FollowedService, ServiceCell, ServiceColumn, ServiceDueList,
    ServiceFollowing, ServiceSheet, ServiceSheetRow, StepStanding,
};
pub use event::{ServiceChange, ServiceEvent};
pub use guard::{MissingPiece, ServiceGuard, UnmetServiceGuard};
pub use kind::{HandoverNotice, LoanWaiting, ServiceKind, ServiceState};
pub use planned::PlannedStep;
pub use record::{
    BranchTaken, DocumentReceived, DoneStep, PromisedDay, Service, ServiceDisbursed, ServiceTodo,
    ServiceTodoKind, UsedKey,
};
