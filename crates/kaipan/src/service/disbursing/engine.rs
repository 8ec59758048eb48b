//! Decides row by row.

use super::{BankedLoan, DisbursedRow, DisbursementRefusal, DisbursementRow, DisbursementRuling};
use crate::builder::inputs;
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Input, InputPlace, Lang, Result, Told};
use crate::number::Money;
use crate::service::{
    Service, ServiceAct, ServiceCommand, ServiceContext, ServiceDeciding, ServiceDecision,
    ServiceDefinition, ServiceFacts, ServiceGuard, ServiceKind, ServiceRejection, ServiceRuling,
    ServiceStep, StepField, UnmetServiceGuard,
};
use std::collections::BTreeMap;

/// Takes a bank's list of loans that it has paid: every row is a command of its service by itself, and
/// sees the rows before it.
///
/// ```
/// use kaipan::service::{
///     DisbursementRefusal, DisbursementRow, LoanDisbursing, ServiceContext, ServiceKind,
/// };
/// let context = ServiceContext::new("2026-12-01T10:00:00".parse()?, "王五");
/// let row = |key: &str, yuan: &str| -> kaipan::Result<DisbursementRow> {
///     let (amount, on) = (yuan.parse()?, "2026-11-30".parse()?);
///     Ok(DisbursementRow::new(key, "D1", ServiceKind::Mortgage, "工行", amount, on, "监管户"))
/// };
/// let ruling = LoanDisbursing::new(&[row("1", "0")?, row("2", "700000")?], &[], &context).decide()?;
/// let refused: Vec<_> = ruling.rows.iter().filter_map(|row| row.refusal).collect();
/// assert_eq!(refused, [DisbursementRefusal::NoAmount, DisbursementRefusal::UnknownDeal]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct LoanDisbursing<'a> {
    rows: &'a [DisbursementRow],
    loans: &'a [BankedLoan],
    context: &'a ServiceContext,
    definitions: &'a [ServiceDefinition],
}

/// What a row comes to.
enum Outcome {
    Taken(ServiceDecision),
    Refused(DisbursementRefusal, Vec<UnmetServiceGuard>),
}

impl<'a> LoanDisbursing<'a> {
    /// The rows, the loans they can be about, each with what is known of its deal, and who enters them
    /// when. The facts of the context are those of the loans, and none of its own.
    pub fn new(
        rows: &'a [DisbursementRow],
        loans: &'a [BankedLoan],
        context: &'a ServiceContext,
    ) -> LoanDisbursing<'a> {
        LoanDisbursing { rows, loans, context, definitions: &[] }
    }

    inputs! {
        /// Machines of loans, where they are not the presets.
        definitions: &'a [ServiceDefinition];
    }

    /// One answer a row, in the order given.
    ///
    /// # Errors
    /// [`Code::ServiceBlank`] for rows without a key, [`Code::ServiceTwice`] for a loan or a
    /// definition that is given twice, [`Code::ServiceFieldUnused`] for facts in the context; as
    /// [`ServiceDeciding::decide`] for definitions.
    pub fn decide(&self) -> Result<DisbursementRuling> {
        self.check()?;
        let mut services: Vec<Service> =
            self.loans.iter().map(|loan| loan.service.clone()).collect();
        let mut by_deal: BTreeMap<(&str, ServiceKind), usize> = BTreeMap::new();
        for (at, loan) in self.loans.iter().enumerate() {
            // Of several the one that is not closed, else the last.
            let key = (loan.service.deal.as_str(), loan.service.kind);
            let known = by_deal.get(&key).and_then(|known| services.get(*known));
            if known.is_none_or(|known| known.state.is_closed()) {
                by_deal.insert(key, at);
            }
        }
        let (mut rows, mut total) = (Vec::with_capacity(self.rows.len()), Money::ZERO);
        for (at, row, again) in with_repeats(self.rows, |row| &row.key) {
            let found = by_deal.get(&(row.deal.as_str(), row.loan)).copied();
            let first =
                again.and_then(|first| first.checked_sub(1)).and_then(|at| self.rows.get(at));
            let outcome = match first.filter(|first| *first != row) {
                Some(_) => Outcome::Refused(DisbursementRefusal::KeyReused, Vec::new()),
                None => {
                    let loan =
                        found.and_then(|at| Some((services.get(at)?, &self.loans.get(at)?.facts)));
                    let held = |input: Input| {
                        let place = InputPlace::of(Input::Loans).then(found?).then("service");
                        (input == Input::Service).then_some(place)
                    };
                    self.outcome(row, loan).map_err(|error| error.moved(&held))?
                }
            };
            let service = found.and_then(|at| services.get_mut(at));
            let answer = answer(at, row, service.as_deref(), outcome);
            if let (Some(decision), Some(service)) = (&answer.decision, service) {
                for event in &decision.events {
                    service.apply(event)?;
                }
                let counts = if decision.repeated { Money::ZERO } else { row.amount };
                total = Money::sum([total, counts])?;
            }
            rows.push(answer);
        }
        let count = |taken: bool| {
            let rows = rows.iter().filter(|row: &&DisbursedRow| row.refusal.is_none() == taken);
            u32::try_from(rows.count()).map_err(|_| Error::new(Code::NumberOverflow))
        };
        let (accepted, rejected) = (count(true)?, count(false)?);
        Ok(DisbursementRuling { rows, accepted, rejected, total, findings: Vec::new() })
    }

    fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let error = blank(Code::ServiceBlank, "key", &row.key);
            errors.extend(error.map(|error| error.at(at).within(Input::Rows)));
        }
        for (at, loan, again) in with_repeats(self.loans, |loan| &loan.service.id) {
            let error = |first| {
                Error::new(Code::ServiceTwice).with("id", &loan.service.id).with("first", first)
            };
            let place = |error: Error| error.at("id").at("service").at(at).within(Input::Loans);
            errors.extend(again.map(error).map(place));
        }
        for (at, one, again) in with_repeats(self.definitions, |one| one.kind) {
            let error = |first| {
                Error::new(Code::ServiceTwice).with("id", one.kind.word()).with("first", first)
            };
            let place = |error: Error| error.at("kind").at(at).within(Input::Definitions);
            errors.extend(again.map(error).map(place));
            let wrong = one.check().err();
            errors.extend(wrong.map(|error| error.at(at).within(Input::Definitions)));
        }
        if self.context.facts != ServiceFacts::default() {
            let error = Error::new(Code::ServiceFieldUnused).with("field", "facts");
            let error = error.with("action", "take a list of loans").with("action_zh", "批量放款");
            errors.push(error.at("facts").within(Input::Context));
        }
        Error::collect(errors)
    }

    /// What a row comes to, about the loan that it means.
    fn outcome(
        &self,
        row: &DisbursementRow,
        loan: Option<(&Service, &ServiceFacts)>,
    ) -> Result<Outcome> {
        let refused = |refusal| Ok(Outcome::Refused(refusal, Vec::new()));
        if !row.amount.is_positive() {
            return refused(DisbursementRefusal::NoAmount);
        }
        let Some((service, facts)) = loan else { return refused(DisbursementRefusal::UnknownDeal) };
        let mut context = self.context.clone();
        context.facts = facts.clone();
        let definition = self.definitions.iter().find(|one| one.kind == row.loan);
        let deciding = ServiceDeciding::new(service, &context).definition(definition);
        let machine = deciding.machine()?;
        let pays = |step: &&ServiceStep| step.takes.contains(&StepField::Disbursed);
        let Some(step) = machine.steps.iter().find(pays) else {
            return refused(DisbursementRefusal::NotApproved);
        };
        let act = ServiceAct::DoStep {
            step: step.code.clone(),
            on: row.on,
            number: None,
            amount: Some(row.amount),
            bank: Some(row.bank.clone()),
            account: Some(row.account.clone()),
        };
        let command = ServiceCommand::new(act).with_key(row.key.clone());
        match deciding.decide_by(&machine, &deciding.calendar()?, &command) {
            Ok(ServiceRuling::Accepted { decision }) => Ok(Outcome::Taken(decision)),
            Ok(ServiceRuling::Rejected { rejection }) => {
                let (refusal, guards) = refusal(service, rejection);
                Ok(Outcome::Refused(refusal, guards))
            }
            Err(error) if error.code() == Code::ServiceKeyReused => {
                refused(DisbursementRefusal::KeyReused)
            }
            Err(error) => Err(error),
        }
    }
}

/// Why a row is refused, from the rejection of its command.
fn refusal(
    service: &Service,
    rejection: ServiceRejection,
) -> (DisbursementRefusal, Vec<UnmetServiceGuard>) {
    let guards = match rejection {
        ServiceRejection::GuardsNotMet { guards } => guards,
        ServiceRejection::NotInTable { .. } | ServiceRejection::Stale { .. } => {
            let refusal = match service.disbursed {
                Some(_) => DisbursementRefusal::AlreadyDisbursed,
                None if service.state.is_closed() => DisbursementRefusal::LoanClosed,
                None => DisbursementRefusal::NotApproved,
            };
            return (refusal, Vec::new());
        }
    };
    let lacks = |guard| guards.iter().any(|unmet| unmet.guard == guard);
    let refusal = if lacks(ServiceGuard::BankAgrees) {
        DisbursementRefusal::WrongBank
    } else if lacks(ServiceGuard::WithinApproved) {
        DisbursementRefusal::AboveApproved
    } else {
        DisbursementRefusal::GuardsNotMet
    };
    (refusal, guards)
}

/// The answer for a row; what is told of its command stands at the row.
fn answer(
    at: usize,
    row: &DisbursementRow,
    service: Option<&Service>,
    outcome: Outcome,
) -> DisbursedRow {
    let mut answer = DisbursedRow {
        key: row.key.clone(),
        deal: row.deal.clone(),
        service: service.map(|service| service.id.clone()),
        decision: None,
        refusal: None,
        guards: Vec::new(),
        zh: None,
        en: None,
    };
    match outcome {
        Outcome::Taken(decision) => {
            let held = |place: &InputPlace| {
                let field = place.steps().last()?.clone();
                let row = InputPlace::of(Input::Rows).then(at).then(field);
                (place.input()? == Input::Command).then_some(row)
            };
            answer.decision = Some(decision.moved_by(&held));
        }
        Outcome::Refused(refusal, guards) => {
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| Some(refusal.message(lang).to_owned()));
            (answer.refusal, answer.guards, answer.zh, answer.en) = (Some(refusal), guards, zh, en);
        }
    }
    answer
}
