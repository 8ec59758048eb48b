//! What follows from a command whose guards hold. Each change sees those before it.

use super::told::{less, paid, promised_past, put_late};
use super::{ServiceDeciding, ServiceDecision, notice::notice};
use crate::error::{Code, Error, Finding, Result};
use crate::money::{LedgerAccount, LedgerEntry, LedgerLeg};
use crate::number::Money;
use crate::service::planned::days_after;
use crate::service::{
    BranchLead, BranchTodo, DoneStep, PlannedStep, Service, ServiceAct, ServiceBranch,
    ServiceChange, ServiceContext, ServiceDefinition, ServiceDisbursed, ServiceEvent, ServiceState,
    ServiceStep, ServiceTodo, ServiceTodoKind, StepField, UsedKey,
};
use crate::working_days::Calendar;
use crate::{Date, Text};

pub(super) struct ServiceApplying<'a> {
    before: &'a Service,
    /// The service with all changes so far.
    service: Service,
    definition: &'a ServiceDefinition,
    context: &'a ServiceContext,
    calendar: &'a Calendar,
    act: &'a ServiceAct,
    key: Option<UsedKey>,
    events: Vec<ServiceEvent>,
    entries: Vec<LedgerEntry>,
    findings: Vec<Finding>,
}

/// What is given with a step.
#[derive(Clone, Copy, Default)]
struct Given<'a> {
    number: Option<&'a Text>,
    amount: Option<Money>,
    account: Option<&'a Text>,
    branch: Option<&'a Text>,
}

impl<'a> ServiceApplying<'a> {
    pub(super) fn new(
        of: &ServiceDeciding<'a>,
        definition: &'a ServiceDefinition,
        calendar: &'a Calendar,
        act: &'a ServiceAct,
        key: Option<UsedKey>,
    ) -> ServiceApplying<'a> {
        ServiceApplying {
            before: of.service,
            service: of.service.clone(),
            definition,
            context: of.context,
            calendar,
            act,
            key,
            events: Vec::new(),
            entries: Vec::new(),
            findings: Vec::new(),
        }
    }

    pub(super) fn run(mut self) -> Result<ServiceDecision> {
        self.follow()?;
        let mut reads = vec![self.before.read()];
        reads.extend(self.context.reads.iter().filter(|one| **one != self.before.read()).cloned());
        Ok(ServiceDecision {
            events: self.events,
            entries: self.entries,
            reads,
            repeated: false,
            findings: self.findings,
        })
    }

    fn follow(&mut self) -> Result<()> {
        match self.act {
            ServiceAct::Start { on, unit_no, buyers, bank, amount, months, replaces } => {
                let mut kinds = buyers.clone();
                kinds.sort_unstable();
                kinds.dedup();
                self.push(ServiceChange::Started {
                    deal: self.before.deal.clone(),
                    service_kind: self.before.kind,
                    on: *on,
                    unit_no: unit_no.clone(),
                    buyers: kinds,
                    bank: bank.clone(),
                    applied: *amount,
                    months: *months,
                    replaces: replaces.clone(),
                })
            }
            ServiceAct::DoStep { step, on, number, amount, account, .. } => {
                let (number, account) = (number.as_ref(), account.as_ref());
                let given = Given { number, amount: *amount, account, branch: None };
                self.do_step(step, *on, given)
            }
            ServiceAct::Back { step, .. } => self.undo(step),
            ServiceAct::TakeBranch { branch, on, amount, bank, documents, .. } => {
                let definition = self.definition;
                let Some(branch) = definition.branch(branch) else { return Ok(()) };
                self.take_branch(branch, *on, *amount, bank.as_ref(), documents)
            }
            ServiceAct::Resume { on, .. } => {
                let Some(inside) = self.before.branch.clone() else { return Ok(()) };
                self.refusal_decided()?;
                self.push(ServiceChange::BranchLeft { branch: inside.branch, on: *on })
            }
            ServiceAct::Cancel { on, .. } => self.end(ServiceState::Stopped, *on),
            ServiceAct::ReceiveDocuments { documents, on } => self.receive(documents, *on),
            ServiceAct::Promise { step, on, .. } => {
                self.findings.extend(promised_past(*on, self.context.now.date()));
                self.push(ServiceChange::DayPromised { step: step.clone(), on: *on })
            }
            ServiceAct::NoteWaiting { waiting_for } => {
                self.push(ServiceChange::WaitingNoted { waiting_for: *waiting_for })
            }
            ServiceAct::FinishTodo { todo } => self.push(ServiceChange::TodoDone { id: *todo }),
        }
    }

    fn do_step(&mut self, code: &Text, on: Date, given: Given<'_>) -> Result<()> {
        let definition = self.definition;
        let Some(step) = definition.step(code) else { return Ok(()) };
        let planned = self.planned(step)?;
        self.findings.extend(put_late(step, planned, on));
        let takes = |field: StepField| step.takes.contains(&field);
        let notice = takes(StepField::Notice).then(|| notice(&self.context.facts));
        let done = DoneStep {
            step: step.code.clone(),
            on,
            planned,
            by: self.context.person.clone(),
            number: given.number.cloned(),
            notice,
            branch: given.branch.cloned(),
        };
        self.push(ServiceChange::StepDone { done })?;
        if let Some(amount) = given.amount.filter(|_| takes(StepField::Approved)) {
            self.push(ServiceChange::LoanApproved { amount })?;
        }
        if let (true, Some(amount), Some(account)) =
            (takes(StepField::Disbursed), given.amount, given.account)
        {
            self.disburse(ServiceDisbursed::new(amount, on, account.clone()))?;
        }
        if self.service.steps.len() == definition.steps.len() {
            self.push(ServiceChange::Ended { state: ServiceState::Done, on })?;
        }
        Ok(())
    }

    /// The planned day of a step, as it is known now.
    fn planned(&self, step: &ServiceStep) -> Result<Option<Date>> {
        let dates = &self.context.facts.dates;
        let planned = self.definition.planned(&self.service, dates, self.calendar)?;
        let own = planned.into_iter().find(|one: &PlannedStep| one.step == step.code);
        Ok(own.and_then(|one| one.planned))
    }

    /// The bank has paid: the money comes in, and what it pays less than it approved is the buyer's.
    fn disburse(&mut self, of: ServiceDisbursed) -> Result<()> {
        self.findings.extend(paid(&self.service, &of, &self.context.facts));
        self.entry(&of, false)?;
        let lacking = self.service.approved.and_then(|approved| approved.checked_sub(of.amount));
        let on = of.on;
        self.push(ServiceChange::LoanDisbursed { paid: of })?;
        if let Some(lacking) = lacking.filter(|lacking| lacking.is_positive()) {
            self.findings.push(less(lacking));
            self.shortfall(lacking, Some(on))?;
        }
        Ok(())
    }

    /// The entry of a loan that arrives, or its mirror.
    fn entry(&mut self, paid: &ServiceDisbursed, mirrored: bool) -> Result<()> {
        let Some(item) = self.service.kind.loan_item() else { return Ok(()) };
        let out =
            Money::ZERO.checked_sub(paid.amount).ok_or_else(|| Error::new(Code::NumberOverflow))?;
        let (bank, owed) = if mirrored { (paid.amount, out) } else { (out, paid.amount) };
        let legs = vec![
            LedgerLeg::new(LedgerAccount::bank(paid.account.clone()), item, bank),
            LedgerLeg::new(LedgerAccount::RECEIVABLE, item, owed),
        ];
        let key = Text::of(format_args!("{}/{}", self.service.id, self.next_version()?));
        let date = if mirrored { self.context.now.date() } else { paid.on };
        let entry = LedgerEntry::new(key, date, self.context.now, legs);
        self.entries.push(entry.with_deal(self.service.deal.clone()));
        Ok(())
    }

    /// A step is to be done again, with everything that came with it.
    fn undo(&mut self, code: &Text) -> Result<()> {
        let definition = self.definition;
        let Some(step) = definition.step(code) else { return Ok(()) };
        if let Some(paid) = self.service.disbursed.clone()
            && step.takes.contains(&StepField::Disbursed)
        {
            let lacking = self.service.approved.and_then(|one| one.checked_sub(paid.amount));
            self.entry(&paid, true)?;
            self.push(ServiceChange::DisbursementUndone {})?;
            let opened = |todo: &&ServiceTodo| {
                todo.kind == ServiceTodoKind::Shortfall && todo.amount == lacking
            };
            if let Some(id) = self.service.todos.iter().rev().find(opened).map(|todo| todo.id) {
                self.push(ServiceChange::TodoDropped { id })?;
            }
        }
        if self.service.approved.is_some() && step.takes.contains(&StepField::Approved) {
            self.push(ServiceChange::ApprovalUndone {})?;
            self.drop_todos(|todo| todo.kind == ServiceTodoKind::Shortfall)?;
        }
        self.push(ServiceChange::StepUndone { step: step.code.clone() })
    }

    fn take_branch(
        &mut self,
        branch: &ServiceBranch,
        on: Date,
        amount: Option<Money>,
        bank: Option<&Text>,
        documents: &[Text],
    ) -> Result<()> {
        self.refusal_decided()?;
        let waits = branch.waits();
        self.push(ServiceChange::BranchTaken { branch: branch.code.clone(), on, waits })?;
        match &branch.leads {
            BranchLead::Waits { .. } | BranchLead::Ends { .. } => {}
            BranchLead::Returns { after } => {
                let stays = after
                    .as_ref()
                    .and_then(|code| self.service.steps.iter().position(|done| done.step == *code));
                let stays = stays.map_or(0, |at| at.saturating_add(1));
                let again =
                    self.service.steps.iter().skip(stays).rev().map(|done| done.step.clone());
                for step in again.collect::<Vec<_>>() {
                    self.undo(&step)?;
                }
                if !documents.is_empty() {
                    self.push(ServiceChange::DocumentsReturned { documents: documents.to_vec() })?;
                }
            }
            BranchLead::Does { step } => {
                let given = Given { amount, branch: Some(&branch.code), ..Given::default() };
                self.do_step(step, on, given)?;
            }
        }
        if let BranchLead::Ends { state } = branch.leads {
            self.end(state, on)?;
        }
        match &branch.todo {
            Some(todo) => self.open(todo, on, bank, documents),
            None => Ok(()),
        }
    }

    fn open(
        &mut self,
        todo: &BranchTodo,
        on: Date,
        bank: Option<&Text>,
        documents: &[Text],
    ) -> Result<()> {
        let due = days_after(on, todo.days, todo.day_kind, self.calendar)?;
        if todo.kind == ServiceTodoKind::Shortfall {
            let (applied, approved) = (self.service.applied, self.service.approved);
            let lacking = applied.zip(approved).and_then(|(a, b)| a.checked_sub(b));
            return match lacking.filter(|lacking| lacking.is_positive()) {
                Some(lacking) => self.shortfall(lacking, Some(due)),
                None => Ok(()),
            };
        }
        // What is open of the same kind goes on in the new one.
        let mut documents = documents.to_vec();
        let open = self.service.todos.iter().filter(|one| one.kind == todo.kind);
        for document in open.flat_map(|one| &one.documents) {
            if !documents.contains(document) && !self.service.has_document(document) {
                documents.push(document.clone());
            }
        }
        self.drop_todos(|one| one.kind == todo.kind)?;
        let todo = ServiceTodo {
            id: self.next_version()?,
            kind: todo.kind,
            amount: None,
            documents,
            bank: bank.cloned(),
            due: Some(due),
        };
        self.push(ServiceChange::TodoOpened { todo })
    }

    fn shortfall(&mut self, amount: Money, due: Option<Date>) -> Result<()> {
        let (id, kind) = (self.next_version()?, ServiceTodoKind::Shortfall);
        let (documents, bank) = (Vec::new(), None);
        let todo = ServiceTodo { id, kind, amount: Some(amount), documents, bank, due };
        self.push(ServiceChange::TodoOpened { todo })
    }

    /// Documents come in; a supplement all of whose documents are there is done.
    fn receive(&mut self, documents: &[Text], on: Date) -> Result<()> {
        let mut new: Vec<Text> = Vec::new();
        for document in documents {
            if !self.service.has_document(document) && !new.contains(document) {
                new.push(document.clone());
            }
        }
        self.push(ServiceChange::DocumentsReceived { documents: new, on })?;
        let done = |todo: &&ServiceTodo| {
            let mut documents = todo.documents.iter();
            todo.kind == ServiceTodoKind::Supplement
                && documents.all(|code| self.service.has_document(code))
        };
        let done: Vec<u32> = self.service.todos.iter().filter(done).map(|todo| todo.id).collect();
        done.into_iter().try_for_each(|id| self.push(ServiceChange::TodoDone { id }))
    }

    /// What follows a refusal was decided.
    fn refusal_decided(&mut self) -> Result<()> {
        match self.service.branch {
            Some(_) => self.drop_todos(|todo| todo.kind == ServiceTodoKind::DecideOnRefusal),
            None => Ok(()),
        }
    }

    /// The service is closed: what was open beside its steps need not be done any more.
    fn end(&mut self, state: ServiceState, on: Date) -> Result<()> {
        self.drop_todos(|_| true)?;
        self.push(ServiceChange::Ended { state, on })
    }

    fn drop_todos(&mut self, of: impl Fn(&ServiceTodo) -> bool) -> Result<()> {
        let todos: Vec<u32> =
            self.service.todos.iter().filter(|todo| of(todo)).map(|todo| todo.id).collect();
        todos.into_iter().try_for_each(|id| self.push(ServiceChange::TodoDropped { id }))
    }

    fn next_version(&self) -> Result<u32> {
        self.service.version.checked_add(1).ok_or_else(|| Error::new(Code::NumberOverflow))
    }

    fn push(&mut self, change: ServiceChange) -> Result<()> {
        let event = ServiceEvent {
            service: self.service.id.clone(),
            version: self.next_version()?,
            at: self.context.now,
            by: self.context.person.clone(),
            reason: self.act.reason().cloned(),
            change,
            command: self.key.take(),
            schema: None,
        };
        self.service.apply(&event)?;
        self.events.push(event);
        Ok(())
    }
}
