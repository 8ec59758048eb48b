//! What is due about deals: documents that end, signing, the cashier, questionnaires, entries.

use super::listing::{Listing, lapse, ran_out, unknown};
use super::{DealTaskKind, DeskRecord};
use crate::deal::{Deal, DealDocument, DocumentKind};
use crate::error::{Code, Error, Input, Result, finding};
use crate::{Date, Text, Time};

impl Listing<'_> {
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
        let subscribed = document.kind == DocumentKind::Subscription;
        if let Some(agreed) = document.agreed_signing.filter(|_| subscribed) {
            self.signing(at, deal, agreed);
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
            task.command = lapse(document.kind.unit_state(), Some(document.kind));
            let days = task.days_left.unsigned_abs();
            let told = match kind {
                DealTaskKind::RegistrationEnds => ran_out("the registration", "认筹", until),
                _ => finding!(Code::DealSubscriptionOverdue, deal = deal.id, day = until, days),
            };
            self.tell(told, at, Input::Deals);
        }
        self.tasks.push(task.worded());
    }

    /// The day agreed for signing.
    fn signing(&mut self, at: usize, deal: &Deal, agreed: Date) {
        if !self.is_near(agreed, self.deadlines.signing_reminder_days) {
            return;
        }
        let overdue = agreed < self.now.date();
        let kind = match overdue {
            true => DealTaskKind::SigningOverdue,
            false => DealTaskKind::SigningReminder,
        };
        let task = self.about(deal, kind, agreed);
        if overdue {
            let days = task.days_left.unsigned_abs();
            let told = finding!(Code::DealSigningOverdue, deal = deal.id, day = agreed, days);
            self.tell(told, at, Input::Deals);
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
            self.tell(unknown(id), at, Input::Unanswered);
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
            let told = finding!(Code::DealQuestionnaireLate, deal = deal.id, day = due, days);
            self.tell(told, at, Input::Unanswered);
        }
        self.tasks.push(task.worded());
        Ok(())
    }

    /// What happened at the desk is entered the same day, what a written instruction asks for in the
    /// days after it.
    pub(super) fn record(
        &mut self,
        at: usize,
        record: &DeskRecord,
        deal: Option<&Deal>,
    ) -> Result<()> {
        let (what, what_zh) = (record.kind.english(), record.kind.chinese());
        let (id, day) = (&record.id, record.day);
        match &record.deal {
            Some(named) if deal.is_none() => {
                self.tell(unknown(named).at("deal"), at, Input::Records)
            }
            None if !record.kind.is_instructed() => {
                let told = finding!(Code::DealEntryOfNothing, what, what_zh, id);
                self.tell(told.at("deal"), at, Input::Records);
            }
            _ => {}
        }
        let due = self.entry_due(record).map_err(|error| error.at(at).within(Input::Records))?;
        let entered = record.recorded_at.map_or(self.now.date(), Time::date);
        let days = entered.days_since(due);
        if days > 0 {
            let told = match record.kind.is_instructed() {
                true => finding!(Code::DealInstructionLate, what, what_zh, id, day, due, days),
                false => finding!(Code::DealEntryLate, what, what_zh, id, day, days),
            };
            self.tell(told, at, Input::Records);
        }
        if record.recorded_at.is_some() {
            if entered < day {
                let recorded = entered;
                let told = finding!(Code::DealEntryEarly, what, what_zh, id, day, recorded);
                self.tell(told.at("recorded_at"), at, Input::Records);
            }
            return Ok(());
        }
        let mut task = self.task(DealTaskKind::EntryDue, due);
        task.deal.clone_from(&record.deal);
        task.subject = Some(id.clone());
        task.record = Some(record.kind);
        let of_deal = deal.and_then(|deal| deal.unit_no.clone());
        task.unit_no = record.unit_no.clone().or(of_deal);
        task.customer = deal.and_then(Deal::first_buyer).cloned();
        task.agent = record.agent.clone().or_else(|| deal.and_then(|deal| deal.agent.clone()));
        self.tasks.push(task.worded());
        Ok(())
    }

    /// The last day on which something is entered in time.
    fn entry_due(&self, record: &DeskRecord) -> Result<Date> {
        if !record.kind.is_instructed() {
            return Ok(record.day);
        }
        let days = self.deadlines.instruction_days;
        record.day.add_days(days).ok_or_else(|| {
            let error = Error::new(Code::PaymentDueDate).with("date", record.day);
            error.with("months", 0).with("days", days).at("day")
        })
    }
}
