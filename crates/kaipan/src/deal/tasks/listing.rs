//! The tasks of one stock, deal, offer, questionnaire and record after the other.

use super::{DealDeadlines, DealTask, DealTaskKind, DealTaskList, DeskRecord};
use crate::deal::{
    Deal, DealAction, DealCommand, DealDocument, DealDraft, DocumentKind, Quota, UnitStock,
    transition,
};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::working_days::Calendar;
use crate::{Date, Text, Time};

/// The tasks found so far.
pub(super) struct Listing<'a> {
    now: Time,
    deadlines: &'a DealDeadlines,
    calendar: Calendar,
    tasks: Vec<DealTask>,
    findings: Vec<Finding>,
}

impl<'a> Listing<'a> {
    pub(super) fn new(now: Time, deadlines: &'a DealDeadlines, calendar: Calendar) -> Listing<'a> {
        Listing { now, deadlines, calendar, tasks: Vec::new(), findings: Vec::new() }
    }

    /// The tasks in their order.
    pub(super) fn list(self) -> DealTaskList {
        let mut tasks = self.tasks;
        tasks.sort_by(|one, other| {
            let order = (one.due, one.due_at, one.kind).cmp(&(other.due, other.due_at, other.kind));
            let order = order.then_with(|| one.deal.cmp(&other.deal));
            order.then_with(|| (&one.unit_no, &one.subject).cmp(&(&other.unit_no, &other.subject)))
        });
        let overdue = tasks.iter().filter(|task| task.overdue).count();
        let overdue = u32::try_from(overdue).unwrap_or(u32::MAX);
        DealTaskList { tasks, overdue, findings: self.findings }
    }

    pub(super) fn stock(&mut self, at: usize, stock: &UnitStock) {
        let lapse = lapse(transition(DealAction::Lapse, Some(stock.state), None).is_some());
        if let Some(hold) = &stock.hold {
            let left = hold.until.seconds_since(self.now);
            if left <= i64::from(self.deadlines.ending_minutes).saturating_mul(60) {
                let mut task = self.task(DealTaskKind::HoldEnds, hold.until.date());
                task.overdue = self.now >= hold.until;
                task.due_at = Some(hold.until);
                task.minutes_left = i32::try_from(left.div_euclid(60)).ok();
                if task.overdue {
                    task.minutes_left = i32::try_from(left.checked_div(60).unwrap_or(0)).ok();
                    task.command.clone_from(&lapse);
                    self.told(
                        finding!(
                            Code::DealRanOut,
                            what = "the hold of the room",
                            what_zh = "选房确认",
                            day = hold.until
                        )
                        .unit(&stock.unit_no)
                        .at("hold")
                        .at(at)
                        .within(Input::Stock),
                    );
                }
                task.unit_no = Some(stock.unit_no.clone());
                task.customer = Some(hold.customer.clone());
                task.agent = Some(hold.agent.clone());
                self.tasks.push(task.worded());
            }
        }
        // A reservation for a trade-in ends with the booking of its deal.
        let reservation = stock.reservation.as_ref().filter(|one| one.trade_in.is_none());
        if let Some(reservation) = reservation
            && self.is_near(reservation.until, self.deadlines.ending_days)
        {
            let mut task = self.task(DealTaskKind::ReservationEnds, reservation.until);
            if task.overdue {
                task.command = lapse;
                self.told(
                    finding!(
                        Code::DealRanOut,
                        what = "the reservation",
                        what_zh = "预留",
                        day = reservation.until
                    )
                    .unit(&stock.unit_no)
                    .at("reservation")
                    .at(at)
                    .within(Input::Stock),
                );
            }
            task.unit_no = Some(stock.unit_no.clone());
            task.customer = Some(reservation.customer.clone());
            self.tasks.push(task.worded());
        }
    }

    pub(super) fn deal(&mut self, at: usize, deal: &Deal) {
        for todo in &deal.todos {
            let mut task = self.about(deal, DealTaskKind::FinanceTodoWaits, self.now.date());
            task.todo = Some(todo.clone());
            self.tasks.push(task.worded());
        }
        let Some(document) = deal.active() else { return };
        if let Some(until) = document.valid_until {
            self.validity(at, deal, document, until);
        }
        let agreed =
            document.agreed_signing.filter(|_| document.kind == DocumentKind::Subscription);
        let Some(agreed) = agreed else { return };
        if self.is_near(agreed, self.deadlines.signing_reminder_days) {
            let overdue = agreed < self.now.date();
            let kind = match overdue {
                true => DealTaskKind::SigningOverdue,
                false => DealTaskKind::SigningReminder,
            };
            let task = self.about(deal, kind, agreed).worded();
            if overdue {
                let days = task.days_left.unsigned_abs();
                self.told(
                    finding!(Code::DealSigningOverdue, deal = deal.id, day = agreed, days)
                        .at(at)
                        .within(Input::Deals),
                );
            }
            self.tasks.push(task);
        }
    }

    /// The last day of a registration, a booking or a deposit contract.
    fn validity(&mut self, at: usize, deal: &Deal, document: &DealDocument, until: Date) {
        if !self.is_near(until, self.deadlines.ending_days) {
            return;
        }
        let over = until < self.now.date();
        let kind = match document.kind {
            DocumentKind::Registration => DealTaskKind::RegistrationEnds,
            DocumentKind::Booking | DocumentKind::DepositContract if over => {
                DealTaskKind::SubscriptionOverdue
            }
            DocumentKind::Booking => DealTaskKind::BookingEnds,
            DocumentKind::DepositContract => DealTaskKind::DepositContractEnds,
            DocumentKind::Subscription | DocumentKind::Contract => return,
        };
        let mut task = self.about(deal, kind, until);
        if over {
            let state = document.kind.unit_state();
            task.command =
                lapse(transition(DealAction::Lapse, state, Some(document.kind)).is_some());
            let finding = match kind {
                DealTaskKind::RegistrationEnds => finding!(
                    Code::DealRanOut,
                    what = "the registration",
                    what_zh = "认筹",
                    day = until
                ),
                _ => finding!(
                    Code::DealSubscriptionOverdue,
                    deal = deal.id,
                    day = until,
                    days = task.days_left.unsigned_abs()
                ),
            };
            self.told(finding.at(at).within(Input::Deals));
        }
        self.tasks.push(task.worded());
    }

    /// The last day of a quota that was not ended; an offer lapses by a command.
    pub(super) fn quota(&mut self, at: usize, quota: &Quota) {
        let Some(until) = quota.until.filter(|_| !quota.ended) else { return };
        if !self.is_near(until, self.deadlines.ending_days) {
            return;
        }
        let mut task = self.task(DealTaskKind::QuotaEnds, until);
        task.subject = Some(quota.id.clone());
        if task.overdue {
            let (what, what_zh) = ("the quota", "名额");
            let told = finding!(Code::DealRanOut, what, what_zh, day = until);
            self.told(told.at(at).within(Input::Quotas));
            task.command = lapse(transition(DealAction::Lapse, None, None).is_some());
            if let Some(command) = &mut task.command {
                command.draft.quotas = vec![quota.id.clone()];
            }
        }
        self.tasks.push(task.worded());
    }

    /// A questionnaire is due once the deal is subscribed.
    pub(super) fn questionnaire(
        &mut self,
        at: usize,
        id: &Text,
        deal: Option<&Deal>,
    ) -> Result<()> {
        let Some(deal) = deal else {
            self.told(unknown(id).at(at).within(Input::Unanswered));
            return Ok(());
        };
        let mut documents = deal.documents.iter().rev();
        let subscription = documents.find(|one| one.kind == DocumentKind::Subscription);
        let subscribed = subscription.and_then(|one| one.active_at).map(Time::date);
        let Some(day) = subscribed.filter(|_| !deal.is_ended()) else { return Ok(()) };
        let count = self.deadlines.questionnaire_working_days;
        let due = self.calendar.nth_after(day, count).ok_or_else(|| {
            let error = Error::new(Code::PaymentDueDate).with("date", day).with("months", 0);
            error.with("days", count).at(at).within(Input::Unanswered)
        })?;
        let task = self.about(deal, DealTaskKind::QuestionnaireDue, due);
        if task.overdue {
            let days = task.days_left.unsigned_abs();
            self.told(
                finding!(Code::DealQuestionnaireLate, deal = deal.id, day = due, days)
                    .at(at)
                    .within(Input::Unanswered),
            );
        }
        self.tasks.push(task.worded());
        Ok(())
    }

    pub(super) fn record(&mut self, at: usize, record: &DeskRecord, deal: Option<&Deal>) {
        if deal.is_none() {
            self.told(unknown(&record.deal).at("deal").at(at).within(Input::Records));
        }
        let (what, what_zh) = (record.kind.english(), record.kind.chinese());
        let entered = record.recorded_at.map_or(self.now.date(), Time::date);
        let days = entered.days_since(record.day);
        if days > 0 {
            self.told(
                finding!(
                    Code::DealEntryLate,
                    what,
                    what_zh,
                    id = record.id,
                    day = record.day,
                    days
                )
                .at(at)
                .within(Input::Records),
            );
        }
        if record.recorded_at.is_some() {
            if days < 0 {
                self.told(
                    finding!(
                        Code::DealEntryEarly,
                        what,
                        what_zh,
                        id = record.id,
                        day = record.day,
                        recorded = entered
                    )
                    .at("recorded_at")
                    .at(at)
                    .within(Input::Records),
                );
            }
            return;
        }
        let mut task = self.task(DealTaskKind::EntryDue, record.day);
        task.deal = Some(record.deal.clone());
        task.subject = Some(record.id.clone());
        task.record = Some(record.kind);
        task.unit_no = deal.and_then(|deal| deal.unit_no.clone());
        task.customer = deal.and_then(Deal::first_buyer).cloned();
        task.agent = record.agent.clone().or_else(|| deal.and_then(|deal| deal.agent.clone()));
        self.tasks.push(task.worded());
    }

    /// A day that is at most so many days away, or has passed.
    fn is_near(&self, day: Date, days: u32) -> bool {
        day.days_since(self.now.date()) <= i64::from(days)
    }

    fn about(&self, deal: &Deal, kind: DealTaskKind, due: Date) -> DealTask {
        let mut task = self.task(kind, due);
        task.deal = Some(deal.id.clone());
        task.unit_no.clone_from(&deal.unit_no);
        task.customer = deal.first_buyer().cloned();
        task.agent.clone_from(&deal.agent);
        task
    }

    fn task(&self, kind: DealTaskKind, due: Date) -> DealTask {
        let left = due.days_since(self.now.date());
        DealTask {
            kind,
            deal: None,
            unit_no: None,
            customer: None,
            agent: None,
            subject: None,
            record: None,
            todo: None,
            due,
            due_at: None,
            // Ten thousand years of days fit.
            days_left: i32::try_from(left).unwrap_or(i32::MAX),
            minutes_left: None,
            overdue: left < 0,
            command: None,
            zh: String::new(),
            en: String::new(),
        }
    }

    fn told(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}

/// The command to lapse what has run out, where the table has it.
fn lapse(is_in_table: bool) -> Option<DealCommand> {
    is_in_table.then(|| DealCommand { action: DealAction::Lapse, draft: DealDraft::default() })
}

/// A deal that is not among those given.
fn unknown(id: &Text) -> Finding {
    finding!(Code::ProjectReferenceUnknown, kind = "deal", kind_zh = "交易", name = id)
}
