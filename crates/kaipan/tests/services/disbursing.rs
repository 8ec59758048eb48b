//! A bank's list of loans: one answer a row, and nothing else changes.

use crate::world::{at, context, date, good_facts, sum, yuan};
use kaipan::error::Code;
use kaipan::service::{
    BankedLoan, DisbursementRefusal, DisbursementRow, LoanDisbursing, Service, ServiceAct,
    ServiceFacts, ServiceGuard, ServiceKind,
};

fn loan(deal: &str, steps: &[&str]) -> BankedLoan {
    let mut service = at(ServiceKind::Mortgage, steps);
    service.id = format!("S-{deal}").into();
    service.deal = deal.into();
    BankedLoan::new(service).with_facts(good_facts())
}

fn row(key: &str, deal: &str, bank: &str, amount: &str) -> DisbursementRow {
    let (amount, on) = (yuan(amount), date("2028-07-01"));
    DisbursementRow::new(key, deal, ServiceKind::Mortgage, bank, amount, on, "监管户")
}

const APPROVED: &[&str] = &["loan_contract", "documents", "approved"];

#[test]
fn every_row_has_its_answer() {
    let mut closed = loan("D5", APPROVED);
    crate::world::does(
        &mut closed.service,
        &context(good_facts().with_quit_agreed(true)),
        ServiceAct::take_branch("quit", date("2028-07-01")),
    );
    let mut early = loan("D6", APPROVED);
    early.facts.dates.pay_out = Some(date("2028-07-02"));
    let loans = [
        loan("D1", APPROVED),
        loan("D2", &["loan_contract", "documents", "approved", "disbursed"]),
        loan("D3", APPROVED),
        loan("D4", &["loan_contract", "documents"]),
        closed,
        early,
    ];
    let before: Vec<Service> = loans.iter().map(|loan| loan.service.clone()).collect();
    let rows = [
        row("1", "D1", "工行", "700000"),
        row("2", "D1", "工行", "700000"),
        row("3", "D2", "工行", "700000"),
        row("4", "D3", "工行", "700000.01"),
        row("5", "D3", "建行", "700000"),
        row("6", "D3", "工行", "0"),
        row("7", "D3", "工行", "-1"),
        row("8", "D9", "工行", "700000"),
        row("9", "D4", "工行", "700000"),
        row("10", "D5", "工行", "700000"),
        row("11", "D6", "工行", "700000"),
        row("1", "D1", "工行", "700000"),
        row("1", "D3", "工行", "700000"),
        row("12", "D3", "工行", "700000"),
    ];
    let context = context(ServiceFacts::default());
    let ruling = LoanDisbursing::new(&rows, &loans, &context).decide().unwrap();
    let refusals: Vec<Option<DisbursementRefusal>> =
        ruling.rows.iter().map(|row| row.refusal).collect();
    let expected = [
        None,
        Some(DisbursementRefusal::AlreadyDisbursed),
        Some(DisbursementRefusal::AlreadyDisbursed),
        Some(DisbursementRefusal::AboveApproved),
        Some(DisbursementRefusal::WrongBank),
        Some(DisbursementRefusal::NoAmount),
        Some(DisbursementRefusal::NoAmount),
        Some(DisbursementRefusal::UnknownDeal),
        Some(DisbursementRefusal::NotApproved),
        Some(DisbursementRefusal::LoanClosed),
        Some(DisbursementRefusal::GuardsNotMet),
        None,
        Some(DisbursementRefusal::KeyReused),
        None,
    ];
    assert_eq!(refusals, expected);
    assert_eq!(ruling.rows[10].guards[0].guard, ServiceGuard::PayOutPoint);
    assert!(ruling.rows[11].decision.as_ref().unwrap().repeated);
    assert_eq!((ruling.accepted, ruling.rejected, ruling.total), (3, 11, yuan("1400000")));
    // Every fen of the total is an entry, and a refused row leaves nothing.
    let entries = ruling.rows.iter().filter_map(|row| row.decision.as_ref());
    let banked = entries.flat_map(|one| &one.entries).map(|entry| entry.legs[1].amount);
    assert_eq!(sum(banked), ruling.total);
    assert!(ruling.rows.iter().all(|row| row.decision.is_none() == row.refusal.is_some()));
    assert!(ruling.rows.iter().all(|row| row.zh.is_some() == row.refusal.is_some()));
    assert_eq!(before, loans.iter().map(|loan| loan.service.clone()).collect::<Vec<_>>());
}

#[test]
fn the_open_loan_of_a_deal_counts_and_not_the_one_before_it() {
    let mut before = loan("D1", APPROVED);
    before.service.id = "S0".into();
    let other = ServiceAct::TakeBranch {
        branch: "other_bank".into(),
        on: date("2028-07-01"),
        amount: None,
        bank: Some("建行".into()),
        documents: Vec::new(),
        reason: None,
    };
    crate::world::does(&mut before.service, &context(good_facts()), other);
    let rows = [row("1", "D1", "工行", "700000")];
    let context = context(ServiceFacts::default());
    for loans in [[before.clone(), loan("D1", APPROVED)], [loan("D1", APPROVED), before]] {
        let ruling = LoanDisbursing::new(&rows, &loans, &context).decide().unwrap();
        assert_eq!(ruling.rows[0].service.as_deref(), Some("S-D1"));
        assert_eq!(ruling.accepted, 1);
    }
}

#[test]
fn findings_stand_at_their_row_and_wrong_lists_are_refused() {
    let context = context(ServiceFacts::default());
    let loans = [loan("D1", APPROVED), loan("D2", APPROVED)];
    let rows = [row("1", "D1", "工行", "700000"), row("2", "D2", "工行", "600000")];
    let ruling = LoanDisbursing::new(&rows, &loans, &context).decide().unwrap();
    let told = &ruling.rows[1].decision.as_ref().unwrap().findings[0];
    let place = told.path.as_ref().unwrap().to_string();
    assert_eq!((told.code, place.as_str()), (Code::ServiceDisbursedLess, "/rows/1/amount"));

    let error = |loans: &[BankedLoan], rows: &[DisbursementRow]| {
        let error = LoanDisbursing::new(rows, loans, &context).decide().unwrap_err();
        (error.code(), error.path())
    };
    let twice = [loan("D1", APPROVED), loan("D1", APPROVED)];
    assert_eq!(error(&twice, &rows), (Code::ServiceTwice, "/loans/1/service/id".into()));
    let blank = [row(" ", "D1", "工行", "700000")];
    assert_eq!(error(&loans, &blank), (Code::ServiceBlank, "/rows/0/key".into()));
    let facts = crate::world::context(good_facts());
    let error = LoanDisbursing::new(&rows, &loans, &facts).decide().unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (Code::ServiceFieldUnused, "/context/facts"));
}
