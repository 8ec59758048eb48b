//! What a person should read about what was done.

use crate::Date;
use crate::error::{Code, Finding, Input, finding};
use crate::number::Money;
use crate::service::{Service, ServiceDisbursed, ServiceFacts, ServiceStep, ServiceTodoKind};

/// A step was done after its planned day.
pub(super) fn put_late(step: &ServiceStep, planned: Option<Date>, on: Date) -> Option<Finding> {
    let planned = planned?;
    let days = on.days_since(planned);
    let (step, step_zh) = (&step.en, &step.zh);
    let told = || finding!(Code::ServiceStepLate, step, step_zh, day = planned, days);
    (days > 0).then(|| told().at("on").at("act").within(Input::Command))
}

/// A loan arrives while the buyer still owes its shortfall, or in another account than it should.
pub(super) fn paid(
    service: &Service,
    paid: &ServiceDisbursed,
    facts: &ServiceFacts,
) -> Vec<Finding> {
    let open = service.todos.iter().filter(|todo| todo.kind == ServiceTodoKind::Shortfall);
    let mut told: Vec<Finding> = open
        .filter_map(|todo| todo.amount)
        .map(|amount| finding!(Code::ServiceShortfallOpen, amount))
        .collect();
    let other = facts.supervised_account.as_ref().filter(|account| **account != paid.account);
    if let Some(account) = other {
        let told_of = finding!(Code::ServiceAccountOther, account, found = paid.account);
        told.push(told_of.at("account").at("act").within(Input::Command));
    }
    told
}

/// The bank paid less than it had approved.
pub(super) fn less(amount: Money) -> Finding {
    finding!(Code::ServiceDisbursedLess, amount).at("amount").at("act").within(Input::Command)
}

/// A day is promised that has passed.
pub(super) fn promised_past(day: Date, today: Date) -> Option<Finding> {
    let told = || finding!(Code::ServicePromisePast, day, now = today);
    (day < today).then(|| told().at("on").at("act").within(Input::Command))
}
