//! `deal.tasks`.

pub use kaipan::deal::DealTaskList;

use kaipan::deal::{Deal, DealDeadlines, DealTasks, DeskRecord, Quota, UnitStock};
use kaipan::error::Result;
use kaipan::project::{PresalePermit, Unit};
use kaipan::{Text, Time, WorkingDays};
use kaipan_derive::boundary;

/// Deals, stock and records, and the moment to look at them.
#[boundary]
pub struct DealTasksRequest {
    /// Now.
    pub now: Time,
    /// The deals.
    pub deals: Vec<Deal>,
    /// Units with their holds and reservations.
    pub stock: Vec<UnitStock>,
    /// Quotas: fixed-price offers (一口价), and those of discounts and group purchases.
    pub quotas: Vec<Quota>,
    /// Subscriptions, changes and receipts of the desk.
    pub records: Vec<DeskRecord>,
    /// Deals whose questionnaires have required questions without an answer.
    pub unanswered: Vec<Text>,
    /// 预售许可证: their homes are entered, and all put on sale at once.
    pub permits: Vec<PresalePermit>,
    /// Homes with their permits; one that is in `stock` stands as it does there.
    pub homes: Vec<Unit>,
    /// How long before a deadline it is told.
    pub deadlines: Option<DealDeadlines>,
    /// Which days are worked; Monday to Friday if absent.
    pub working_days: Option<WorkingDays>,
}

/// `deal.tasks`: what is due, what is overdue, and the commands for what lapses.
///
/// # Errors
/// As [`DealTasks::list`].
pub fn tasks(request: &DealTasksRequest) -> Result<DealTaskList> {
    DealTasks::new(&request.deals, request.now)
        .stock(&request.stock)
        .quotas(&request.quotas)
        .records(&request.records)
        .unanswered(&request.unanswered)
        .permits(&request.permits)
        .homes(&request.homes)
        .deadlines(request.deadlines.as_ref())
        .working_days(request.working_days.as_ref())
        .list()
}
