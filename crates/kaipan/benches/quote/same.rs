//! Whether both say the same: amounts, steps, dates, texts, roles, fees, cash.

use super::input::decimal;
use super::plain;
use chrono::NaiveDate;
use kaipan::Date;
use kaipan::error::Finding;
use kaipan::number::Exact;
use kaipan::quote::Quote;
use rust_decimal::Decimal;
use std::fmt::Debug;

type Failure = Box<dyn std::error::Error>;

/// Refuses a difference, naming it.
pub(crate) fn same(ours: &Quote, peer: &plain::Quote) -> Result<(), Failure> {
    days("valid_until", ours.valid_until, peer.valid_until)?;
    amount("contract_total", ours.contract_total, peer.contract_total)?;
    amount("first_cash", ours.first_cash.unwrap_or_default(), peer.first_cash)?;
    // Without terms of the loans nobody knows the interest, and the library gives no total.
    if let Some(total_cost) = ours.total_cost {
        amount("total_cost", total_cost, peer.total_cost)?;
    }
    equal("policies", ours.policies.len(), peer.policies.len())?;
    findings("quote", &ours.findings, &peer.notes)?;
    price(&ours.price, &peer.price)?;
    schedule(ours, peer)?;
    loan(ours, peer)?;
    fees(ours, peer)
}

fn equal<T: PartialEq + Debug>(what: &str, ours: T, peer: T) -> Result<(), Failure> {
    if ours == peer { Ok(()) } else { Err(format!("{what}: {ours:?}, not {peer:?}").into()) }
}

fn text(what: &str, ours: &str, peer: &str) -> Result<(), Failure> {
    equal(what, ours, peer)
}

fn some_text(what: &str, ours: Option<&str>, peer: Option<&String>) -> Result<(), Failure> {
    equal(what, ours, peer.map(String::as_str))
}

fn amount(what: &str, ours: impl std::fmt::Display, peer: Decimal) -> Result<(), Failure> {
    equal(what, decimal(ours)?, peer)
}

fn maybe(what: &str, ours: Option<&Exact>, peer: Option<Decimal>) -> Result<(), Failure> {
    equal(what, ours.map(decimal).transpose()?, peer)
}

fn days(what: &str, ours: Option<Date>, peer: Option<NaiveDate>) -> Result<(), Failure> {
    let text = |day: &dyn std::fmt::Display| day.to_string();
    equal(what, ours.as_ref().map(|day| text(day)), peer.as_ref().map(|day| text(day)))
}

fn findings(what: &str, ours: &[Finding], peer: &[plain::Note]) -> Result<(), Failure> {
    let shown = |finding: &Finding| (finding.zh.clone(), finding.en.clone());
    let ours: Vec<_> = ours.iter().map(shown).collect();
    let peer: Vec<_> = peer.iter().map(|note| (note.zh.clone(), note.en.clone())).collect();
    equal(what, ours, peer)
}

fn price(ours: &kaipan::discount::DiscountOutcome, peer: &plain::Price) -> Result<(), Failure> {
    amount("deal_total", ours.deal_total, peer.deal_total)?;
    amount("deal_unit_price", ours.deal_unit_price, peer.deal_unit_price)?;
    amount("discount_amount", ours.discount_amount, peer.discount_amount)?;
    amount("effective_discount", ours.effective_discount, peer.effective_discount)?;
    amount("effective_percent", &ours.effective_percent, peer.effective_percent)?;
    amount("unit_discount", ours.unit_discount, peer.unit_discount)?;
    amount("share_off", ours.share_off, peer.share_off)?;
    equal("text_zh", &ours.text_zh, &peer.text_zh)?;
    equal("text_en", &ours.text_en, &peer.text_en)?;
    equal("applied", ours.applied.len(), peer.applied.len())?;
    for (ours, peer) in ours.applied.iter().zip(&peer.applied) {
        text("code", &ours.code, &peer.code)?;
        amount("applied", ours.amount, peer.amount)?;
        equal("conditional", ours.conditional, peer.conditional)?;
    }
    equal("steps", ours.steps.len(), peer.steps.len())?;
    for (ours, peer) in ours.steps.iter().zip(&peer.steps) {
        equal("rule", format!("{:?}", ours.rule), format!("{:?}", peer.rule))?;
        some_text("step's code", ours.codes.first().map(|code| code.as_str()), peer.code.as_ref())?;
        maybe("step's value", ours.value.as_ref(), peer.value)?;
        maybe("step's before", ours.before.as_ref(), peer.before)?;
        amount("step's after", &ours.after, peer.after)?;
    }
    let approval = ours.approval.as_ref().ok_or("no approval")?;
    some_text("role", approval.role.as_deref(), peer.approval.role.as_ref())?;
    some_text("role_en", approval.role_en.as_deref(), peer.approval.role_en.as_ref())?;
    equal("roles", approval.roles.len(), peer.approval.roles.len())?;
    for (ours, peer) in approval.roles.iter().zip(&peer.approval.roles) {
        equal("may_approve", ours.may_approve, peer.may_approve)?;
        findings("why", &ours.why, &peer.why)?;
    }
    findings("price", &ours.findings, &peer.notes)
}

fn schedule(ours: &Quote, peer: &plain::Quote) -> Result<(), Failure> {
    let (all, others) = (&ours.schedule, &peer.schedule);
    amount("own_funds", all.own_funds, others.own_funds)?;
    amount("loan_total", all.loan_total, others.loan_total)?;
    amount("own_ratio", all.own_ratio, others.own_ratio)?;
    amount("loan_ratio", all.loan_ratio, others.loan_ratio)?;
    findings("schedule", &all.findings, &others.notes)?;
    equal("lines", all.lines.len(), others.lines.len())?;
    for (ours, peer) in all.lines.iter().zip(&others.lines) {
        text("name", &ours.name, &peer.name)?;
        amount(&ours.name, ours.amount, peer.amount)?;
        amount("share", ours.share, peer.share)?;
        days("due", ours.due, peer.due)?;
        equal("provisional", ours.provisional, peer.provisional)?;
        equal("parts", ours.parts.len(), peer.parts.len())?;
        for (ours, peer) in ours.parts.iter().zip(&peer.parts) {
            equal("part", format!("{:?}", ours.rule), format!("{:?}", peer.rule))?;
            maybe("part's value", ours.value.as_ref(), peer.value)?;
            amount("part's after", &ours.after, peer.after)?;
        }
    }
    equal("dates of cash", ours.cash.len(), peer.cash.len())?;
    for (ours, peer) in ours.cash.iter().zip(&peer.cash) {
        days("cash due", ours.due, peer.due)?;
        amount("cash", ours.amount, peer.amount)?;
        amount("cumulative", ours.cumulative, peer.cumulative)?;
        let names = ours.items.iter().map(|item| item.name.as_str()).collect::<Vec<_>>();
        equal("cash for", names, peer.items.iter().map(|item| item.name.as_str()).collect())?;
    }
    Ok(())
}

fn loan(ours: &Quote, peer: &plain::Quote) -> Result<(), Failure> {
    equal("loans", ours.loans.len(), peer.loan.iter().count())?;
    let (Some(loan), Some(other)) = (ours.loans.first(), &peer.loan) else { return Ok(()) };
    amount("first_payment", loan.first_payment, other.first_payment)?;
    amount("last_payment", loan.last_payment, other.last_payment)?;
    amount("total_interest", loan.total_interest, other.total_interest)?;
    amount("total_payment", loan.total_payment, other.total_payment)?;
    maybe("factor", loan.per_ten_thousand.as_ref(), Some(other.per_ten_thousand))?;
    equal("years", ours.loan_years.len(), other.years.len())?;
    for (ours, peer) in ours.loan_years.iter().zip(&other.years) {
        amount("year's interest", ours.interest, peer.interest)?;
        amount("year's principal", ours.principal, peer.principal)?;
        amount("year's balance", ours.balance, peer.balance)?;
    }
    Ok(())
}

fn fees(ours: &Quote, peer: &plain::Quote) -> Result<(), Failure> {
    let fees = ours.fees.as_ref().ok_or("no fees")?;
    amount("buyer_total", fees.buyer_total, peer.fees.buyer_total)?;
    amount("ex_vat", fees.vat.ex_vat, peer.fees.ex_vat)?;
    amount("vat", fees.vat.tax, peer.fees.vat)?;
    findings("fees", &fees.findings, &peer.fees.notes)?;
    equal("fee lines", fees.lines.len(), peer.fees.lines.len())?;
    for (ours, peer) in fees.lines.iter().zip(&peer.fees.lines) {
        text("fee", &ours.code, &peer.code)?;
        amount("basis", &ours.basis, peer.basis)?;
        amount("value", &ours.value, peer.value)?;
        amount("raw", &ours.raw, peer.raw)?;
        amount("fee's amount", ours.amount, peer.amount)?;
        days("fee's due", ours.due, peer.due)?;
        some_text("note", ours.note.as_deref(), peer.note.as_ref())?;
    }
    Ok(())
}
