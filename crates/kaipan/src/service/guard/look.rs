//! Looks whether a guard holds.

use super::{MissingPiece, ServiceGuard, UnmetServiceGuard};
use crate::deal::{Lacking, SaleMode};
use crate::number::Money;
use crate::service::{
    LoanFact, Service, ServiceAct, ServiceContext, ServiceDefinition, ServiceDocument,
    ServiceFacts, StepField,
};
use crate::{Date, Label, Text};

/// What guards look at.
#[derive(Clone, Copy)]
pub(in crate::service) struct ServiceLook<'a> {
    pub(in crate::service) service: &'a Service,
    pub(in crate::service) definition: &'a ServiceDefinition,
    pub(in crate::service) act: &'a ServiceAct,
    pub(in crate::service) context: &'a ServiceContext,
    /// The roles that may do it.
    pub(in crate::service) roles: &'a [Text],
    /// What has to be given with it.
    pub(in crate::service) takes: &'a [StepField],
}

impl<'a> ServiceLook<'a> {
    /// Those of the guards that are not met.
    pub(in crate::service) fn unmet(
        &self,
        guards: impl IntoIterator<Item = ServiceGuard>,
    ) -> Vec<UnmetServiceGuard> {
        let mut unmet: Vec<UnmetServiceGuard> = Vec::new();
        for guard in guards {
            if unmet.iter().all(|known| known.guard != guard) {
                unmet.extend(self.lacks(guard));
            }
        }
        unmet
    }

    /// What is lacking, if the guard does not hold.
    fn lacks(&self, guard: ServiceGuard) -> Option<UnmetServiceGuard> {
        let missing = match guard {
            ServiceGuard::DocumentsComplete => self.missing_documents(),
            ServiceGuard::FieldsGiven => self.missing_fields(),
            _ => Vec::new(),
        };
        let lacking = match (missing.first(), guard) {
            (Some(first), ServiceGuard::FieldsGiven) => {
                Some(Lacking::NeedsInput { input: first.code.clone() })
            }
            (Some(first), _) => Some(named(first.code.clone(), missing.len())),
            (None, _) => self.lacking(guard),
        };
        Some(UnmetServiceGuard { guard, lacking: lacking?, missing })
    }

    fn lacking(&self, guard: ServiceGuard) -> Option<Lacking> {
        let facts = &self.context.facts;
        let amount = self.amount();
        match guard {
            ServiceGuard::MayAct => self.may_act(),
            ServiceGuard::DayNotAhead => {
                let today = self.context.now.date();
                (self.act.day()? > today).then_some(Lacking::Day { day: today })
            }
            ServiceGuard::DayInOrder => {
                let last = self.last_day()?;
                (self.act.day()? < last).then_some(Lacking::Day { day: last })
            }
            ServiceGuard::FieldsGiven | ServiceGuard::DocumentsComplete => None,
            ServiceGuard::ReasonGiven => {
                fact(self.act.reason().is_some_and(|why| !why.trim().is_empty()))
            }
            ServiceGuard::WithinApplied => at_most(amount?, self.service.applied?),
            ServiceGuard::WithinApproved => at_most(amount?, self.service.approved?),
            ServiceGuard::BankAgrees => {
                let bank = self.service.bank.as_ref()?;
                (self.bank()? != bank).then(|| named(bank.clone(), 1))
            }
            ServiceGuard::TodoOpen => match self.act {
                ServiceAct::FinishTodo { todo } => {
                    fact(self.service.todos.iter().any(|one| one.id == *todo))
                }
                _ => None,
            },
            ServiceGuard::ContractSigned => self.by_then(facts.dates.signing, "signing"),
            ServiceGuard::ContractFiled => self.by_then(facts.dates.filing, "filing"),
            ServiceGuard::CompletionFiled => {
                self.by_then(facts.dates.completion_filed, "completion_filed")
            }
            ServiceGuard::DocumentsNamed => match self.act {
                ServiceAct::TakeBranch { documents, .. } => fact(!documents.is_empty()),
                _ => None,
            },
            ServiceGuard::ApprovedInFull => {
                let (found, needed) = (amount?, self.service.applied?);
                (found < needed).then_some(Lacking::Amount { needed, found })
            }
            ServiceGuard::ApprovedLess => {
                let Some(found) = amount else { return needs("amount") };
                let applied = self.service.applied?;
                (found >= applied).then_some(Lacking::TooMuch { most: applied, found })
            }
            ServiceGuard::OtherBank => {
                let Some(bank) = self.bank() else { return needs("bank") };
                (self.service.bank.as_ref() == Some(bank)).then(|| named(bank.clone(), 1))
            }
            ServiceGuard::PayOutPoint => self.by_then(facts.dates.pay_out, "pay_out"),
            ServiceGuard::HousePaid => nothing_left(facts.house_unpaid, "house_unpaid"),
            ServiceGuard::FeesPaid => nothing_left(facts.fees_unpaid, "fees_unpaid"),
            ServiceGuard::NothingOverdue => nothing_left(facts.overdue, "overdue"),
            ServiceGuard::AreaSettled => known(facts.area_settled, "area_settled"),
            ServiceGuard::LoanArrived => known(loans_are_there(facts), "loans"),
            ServiceGuard::TitleReady => match facts.mode {
                None => needs("mode"),
                Some(SaleMode::Presale) => None,
                Some(SaleMode::Completed) => known(facts.title_ready, "title_ready"),
            },
            ServiceGuard::QuitAgreed => known(facts.quit_agreed, "quit_agreed"),
            ServiceGuard::ChangeAgreed => known(facts.change_agreed, "change_agreed"),
            ServiceGuard::LoanNotOut => match self.service.disbursed {
                None => None,
                Some(_) => known(facts.loan_returned, "loan_returned"),
            },
            // What is not known has not happened: a host that has no quits says nothing of them.
            ServiceGuard::QuitNotAgreed => fact(facts.quit_agreed != Some(true)),
            ServiceGuard::LoanStays => {
                let leaves = [facts.loan_returned, facts.quit_agreed].contains(&Some(true));
                fact(self.service.disbursed.is_none() || !leaves)
            }
        }
    }

    fn may_act(&self) -> Option<Lacking> {
        let may = self.roles.is_empty()
            || self.roles.iter().any(|role| self.context.roles.contains(role));
        let first = self.roles.first().filter(|_| !may)?;
        Some(named(first.clone(), self.roles.len()))
    }

    /// The amount that is given with it.
    fn amount(&self) -> Option<Money> {
        match self.act {
            ServiceAct::Start { amount, .. }
            | ServiceAct::DoStep { amount, .. }
            | ServiceAct::TakeBranch { amount, .. } => *amount,
            _ => None,
        }
    }

    /// The bank that is given with it.
    fn bank(&self) -> Option<&'a Text> {
        match self.act {
            ServiceAct::Start { bank, .. }
            | ServiceAct::DoStep { bank, .. }
            | ServiceAct::TakeBranch { bank, .. } => bank.as_ref(),
            _ => None,
        }
    }

    /// The last day on which something was done.
    fn last_day(&self) -> Option<Date> {
        let step = self.service.last_step().map(|done| done.on);
        let branch = self.service.branch.as_ref().map(|branch| branch.since);
        self.service.applied_on.max(step).max(branch)
    }

    /// Something has come by the day of the act.
    fn by_then(&self, day: Option<Date>, input: &'static str) -> Option<Lacking> {
        let Some(day) = day else { return needs(input) };
        let act = self.act.day().unwrap_or_else(|| self.context.now.date());
        (act < day).then_some(Lacking::Day { day })
    }

    fn missing_documents(&self) -> Vec<MissingPiece> {
        let needed = self.definition.documents_of(&self.service.buyers).into_iter();
        let missing = needed.filter(|one| !self.service.has_document(&one.code));
        let piece = |one: &ServiceDocument| {
            MissingPiece::new(one.code.clone(), one.zh.clone(), one.en.clone())
        };
        missing.map(piece).collect()
    }

    fn missing_fields(&self) -> Vec<MissingPiece> {
        let mut missing: Vec<[&'static str; 3]> = Vec::new();
        let mut needs = |is_given: bool, field| missing.extend((!is_given).then_some(field));
        match self.act {
            ServiceAct::Start { bank, amount, .. } if self.service.kind.is_loan() => {
                needs(bank.is_some(), BANK);
                needs(amount.is_some(), AMOUNT);
            }
            ServiceAct::DoStep { number, amount, bank, account, .. } => {
                for field in self.takes {
                    match field {
                        StepField::Number => needs(number.is_some(), NUMBER),
                        StepField::Approved => needs(amount.is_some(), AMOUNT),
                        StepField::Disbursed => {
                            needs(amount.is_some(), AMOUNT);
                            needs(bank.is_some(), BANK);
                            needs(account.is_some(), ACCOUNT);
                        }
                        StepField::Notice => {}
                    }
                }
            }
            ServiceAct::TakeBranch { amount, .. } if self.takes.contains(&StepField::Approved) => {
                needs(amount.is_some(), AMOUNT);
            }
            _ => {}
        }
        let piece = |[code, zh, en]: [&'static str; 3]| {
            MissingPiece::new(Text::constant(code), Label::constant(zh), Label::constant(en))
        };
        missing.into_iter().map(piece).collect()
    }
}

const BANK: [&str; 3] = ["bank", "银行", "bank"];
const AMOUNT: [&str; 3] = ["amount", "金额", "amount"];
const NUMBER: [&str; 3] = ["number", "编号", "number"];
const ACCOUNT: [&str; 3] = ["account", "到账账户", "account"];

/// Whether the loans of a deal are there, if that is known.
pub(in crate::service) fn loans_are_there(facts: &ServiceFacts) -> Option<bool> {
    facts.loans.map(|loans| loans != LoanFact::Awaited)
}

fn needs(input: &'static str) -> Option<Lacking> {
    Some(Lacking::NeedsInput { input: Text::constant(input) })
}

fn fact(holds: bool) -> Option<Lacking> {
    (!holds).then_some(Lacking::Fact {})
}

fn known(holds: Option<bool>, input: &'static str) -> Option<Lacking> {
    holds.map_or_else(|| needs(input), fact)
}

fn nothing_left(unpaid: Option<Money>, input: &'static str) -> Option<Lacking> {
    let Some(found) = unpaid else { return needs(input) };
    found.is_positive().then_some(Lacking::TooMuch { most: Money::ZERO, found })
}

fn at_most(found: Money, most: Money) -> Option<Lacking> {
    (found > most).then_some(Lacking::TooMuch { most, found })
}

fn named(name: Text, count: usize) -> Lacking {
    Lacking::Named { name, count: u32::try_from(count).unwrap_or(u32::MAX) }
}
