use super::DayKind;
use crate::service::{ServiceGuard, ServiceState, ServiceTodoKind};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A side branch of a service: what happens beside its steps.
#[boundary]
pub struct ServiceBranch {
    /// Its code, unique among steps and branches.
    pub code: Text,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// It may be taken at any place: before the first step, after every step, within every other
    /// branch, and when all is done.
    pub anywhere: bool,
    /// It may be taken before the first step.
    pub before_all: bool,
    /// Steps after which, as the last that was done, it may be taken.
    pub after: Vec<Text>,
    /// Branches within which it may be taken.
    pub within: Vec<Text>,
    /// Roles that take it, by code; anybody if empty.
    pub roles: Vec<Text>,
    /// What has to hold before it is taken.
    pub requires: Vec<ServiceGuard>,
    /// What it leads to.
    pub leads: BranchLead,
    /// What has to be done then.
    pub todo: Option<BranchTodo>,
}

/// What a side branch leads to.
#[boundary]
pub enum BranchLead {
    /// The service waits in the branch. No step is done until it is left.
    Waits {
        /// It can be left as it was entered: the service goes on where it was.
        #[boundary(required)]
        resumes: bool,
    },
    /// The service goes back: the steps after the one named are to be done again.
    Returns {
        /// The last step that stays done; none if absent.
        after: Option<Text>,
    },
    /// The step named is done with it, in another way than usual. It is the next one.
    Does {
        /// The step.
        step: Text,
    },
    /// The service is closed.
    Ends {
        /// Its state from then on.
        state: ServiceState,
    },
}

/// What has to be done when a branch is taken.
#[boundary]
pub struct BranchTodo {
    /// What.
    pub kind: ServiceTodoKind,
    /// Days after the branch by which it is due.
    #[boundary(default)]
    pub days: u32,
    /// Natural or working days.
    #[boundary(default)]
    pub day_kind: DayKind,
}
