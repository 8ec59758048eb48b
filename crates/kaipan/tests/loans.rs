//! Loans: changes on the way, dates, and everything that can be wrong.

use kaipan::Date;
use kaipan::error::{Code, Error};
use kaipan::number::Money;
use kaipan::payment::loan::*;

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn annual(text: &str) -> LoanRate {
    LoanRate::Annual { annual: text.parse().unwrap() }
}

fn terms(changes: Vec<LoanChange>) -> LoanTerms {
    LoanTerms::new(money("1000000"), 360, annual("0.049"))
        .with_name("商业贷款")
        .with_changes(changes)
}

fn rate(month: u32, annual: &str) -> LoanChange {
    LoanChange::Rate { month: Some(month), date: None, annual: annual.parse().unwrap() }
}

fn prepay(month: u32, amount: &str, effect: PrepayEffect) -> LoanChange {
    LoanChange::Prepay { month: Some(month), date: None, amount: money(amount), effect }
}

fn pay_off(month: u32) -> LoanChange {
    LoanChange::PayOff { month: Some(month), date: None }
}

fn one(terms: LoanTerms) -> LoanSchedule {
    Repaying::new(&[terms]).sheet().unwrap().loans.remove(0)
}

fn refused(terms: LoanTerms) -> Error {
    Repaying::new(&[terms]).table(false).sheet().unwrap_err()
}

fn found(error: &Error) -> Vec<(Code, String)> {
    let all = std::iter::once(error).chain(error.others());
    all.map(|error| (error.code(), error.path())).collect()
}

fn wrong<const N: usize>(all: [(Code, &str); N]) -> Vec<(Code, String)> {
    all.map(|(code, path)| (code, path.to_owned())).into()
}

/// From the reset month on, the loan is one of the balance over the months left.
#[test]
fn a_new_rate_starts_a_new_loan() {
    let loan = one(terms(vec![rate(61, "0.035")]));
    let balance = loan.table[59].balance;
    let rest =
        one(LoanTerms { principal: balance, months: 300, rate: annual("0.035"), ..terms(vec![]) });
    let payments = |loan: &LoanSchedule, skip| {
        let rows = loan.table.iter().skip(skip);
        rows.map(|row| (row.payment, row.interest, row.balance)).collect::<Vec<_>>()
    };
    assert_eq!(payments(&loan, 60), payments(&rest, 0));
    let change = &loan.changes[0];
    assert_eq!((change.month, change.months_left, change.balance), (61, 300, balance));
    assert_eq!(change.payment, rest.first_payment);
    assert!(loan.interest_saved.is_none());
}

#[test]
fn part_repayments() {
    let lower = one(terms(vec![prepay(12, "200000", PrepayEffect::LowerPayment)]));
    let row = &lower.table[11];
    assert_eq!(row.prepaid, Some(money("200000")));
    // 1,000,000 over a year at 5,307.27 leaves 984,978.39; the rest is a loan of 348 months.
    assert_eq!(row.balance, money("784978.39"));
    let rest = LoanTerms { principal: row.balance, months: 348, ..terms(vec![]) };
    assert_eq!(lower.changes[0].payment, one(rest).first_payment);
    assert_eq!((lower.months, lower.changes[0].months_left), (360, 348));
    let shorter = one(terms(vec![prepay(12, "200000", PrepayEffect::ShorterTerm)]));
    assert_eq!(shorter.changes[0].payment, money("5307.27"));
    assert_eq!(shorter.months, 12 + shorter.changes[0].months_left);
    assert!(shorter.last_payment <= money("5307.27"));
    let whole = one(terms(vec![])).total_interest;
    let saved = shorter.interest_saved.unwrap();
    assert_eq!(saved.checked_add(shorter.total_interest), Some(whole));
    assert!(saved > lower.interest_saved.unwrap());
}

#[test]
fn a_rate_after_a_shorter_term_keeps_the_end() {
    let changes = vec![prepay(12, "200000", PrepayEffect::ShorterTerm), rate(24, "0.03")];
    let loan = one(terms(changes));
    let end = 12 + loan.changes[0].months_left;
    assert_eq!((loan.months, loan.changes[1].months_left), (end, end - 23));
    assert!(loan.changes[1].payment < loan.changes[0].payment);
}

#[test]
fn equal_principal_keeps_its_principal() {
    let change = vec![prepay(12, "100000", PrepayEffect::ShorterTerm)];
    let loan = one(LoanTerms {
        repayment: RepaymentMethod::EqualPrincipal,
        principal: money("720000"),
        ..terms(change)
    });
    // 2,000.00 a month: 100,000 are 50 of them.
    assert_eq!(loan.months, 310);
    assert!(loan.table.iter().all(|row| row.principal == money("2000")));
}

#[test]
fn paying_off() {
    let loan = one(terms(vec![pay_off(24)]));
    assert_eq!((loan.months, loan.table.len()), (24, 24));
    let before = one(terms(vec![])).table[23].balance;
    assert_eq!(loan.table[23].prepaid, Some(before));
    assert_eq!(loan.table[23].balance, Money::ZERO);
    assert_eq!((loan.changes[0].payment, loan.changes[0].months_left), (Money::ZERO, 0));
    assert_eq!(loan.last_payment, money("5307.27"));
    // A part and the rest with the same payment.
    let twice = one(terms(vec![prepay(24, "1000", PrepayEffect::LowerPayment), pay_off(24)]));
    assert_eq!(twice.table[23].prepaid, Some(before));
    assert_eq!(twice.total_interest, loan.total_interest);
}

#[test]
fn dates() {
    let first_payment = Some(date("2026-01-31"));
    let changes = vec![
        LoanChange::Rate {
            month: None,
            date: Some(date("2027-01-01")),
            annual: "0.03".parse().unwrap(),
        },
        LoanChange::PayOff { month: None, date: Some(date("2027-02-28")) },
    ];
    let loan = one(LoanTerms { first_payment, ..terms(changes) });
    let due = |month: usize| loan.table[month - 1].due.unwrap().to_string();
    assert_eq!(
        [due(1), due(2), due(3), due(14)],
        ["2026-01-31", "2026-02-28", "2026-03-31", "2027-02-28"]
    );
    // Payment 13 is due on 2027-01-31; interest at the new rate begins that day.
    assert_eq!((loan.changes[0].month, loan.changes[1].month), (14, 14));
}

#[test]
fn bullets_in_a_combination() {
    let bullet = LoanTerms {
        repayment: RepaymentMethod::Bullet,
        months: 3,
        rate: annual("0.04"),
        principal: money("300000"),
        first_payment: Some(date("2026-06-30")),
        ..terms(vec![])
    };
    let sheet = Repaying::new(&[terms(vec![]), bullet]).sheet().unwrap();
    let [loan, bullet] = &sheet.loans[..] else { panic!() };
    assert_eq!(bullet.table.len(), 1);
    assert_eq!(bullet.table[0].due, Some(date("2026-06-30")));
    assert_eq!(bullet.total_interest, money("3000"));
    let combined = sheet.combined.unwrap();
    assert_eq!(combined.first_payment, money("5307.27"));
    assert_eq!(combined.highest_payment, money("308307.27"));
    let owed = loan.table[1].balance.checked_add(money("300000"));
    assert_eq!(Some(combined.table[1].balance), owed);
    assert_eq!(combined.table[2].balance, loan.table[2].balance);
}

#[test]
fn everything_wrong_at_once() {
    let both = LoanChange::PayOff { month: Some(3), date: Some(date("2026-01-01")) };
    let neither = LoanChange::PayOff { month: None, date: None };
    let undated = LoanChange::PayOff { month: None, date: Some(date("2026-01-01")) };
    let error = refused(LoanTerms {
        principal: Money::ZERO,
        months: 0,
        rate: annual("-0.01"),
        ..terms(vec![
            both,
            neither,
            undated,
            rate(0, "1.5"),
            prepay(9, "-1", PrepayEffect::LowerPayment),
            rate(9, "0.03"),
            rate(8, "0.03"),
        ])
    });
    assert_eq!(
        found(&error),
        wrong([
            (Code::LoanAmount, "/loans/0/principal"),
            (Code::LoanMonths, "/loans/0/months"),
            (Code::LoanRate, "/loans/0/rate/annual"),
            (Code::LoanChangeWhen, "/loans/0/changes/0"),
            (Code::LoanChangeWhen, "/loans/0/changes/1"),
            (Code::LoanChangeUndated, "/loans/0/changes/2/date"),
            (Code::LoanRate, "/loans/0/changes/3/annual"),
            (Code::LoanChangeOutside, "/loans/0/changes/3/month"),
            (Code::LoanAmount, "/loans/0/changes/4/amount"),
            (Code::LoanChangeOrder, "/loans/0/changes/5/month"),
            (Code::LoanChangeOrder, "/loans/0/changes/6/month"),
        ])
    );
}

#[test]
fn wrong_on_the_way() {
    let error = refused(terms(vec![
        prepay(12, "984978.39", PrepayEffect::ShorterTerm),
        pay_off(360),
        rate(361, "0.03"),
    ]));
    assert_eq!(
        found(&error),
        wrong([
            (Code::LoanPrepayTooMuch, "/loans/0/changes/0/amount"),
            (Code::LoanChangeOutside, "/loans/0/changes/1/month"),
            (Code::LoanChangeOutside, "/loans/0/changes/2/month"),
        ])
    );
    let error = refused(terms(vec![pay_off(12), rate(13, "0.03")]));
    assert_eq!(found(&error), wrong([(Code::LoanChangeOutside, "/loans/0/changes/1/month")]));
    let early = LoanTerms { first_payment: Some(date("9990-01-01")), ..terms(vec![]) };
    assert_eq!(found(&refused(early)), wrong([(Code::LoanPastCalendar, "/loans/0/first_payment")]));
    let many = refused(terms(vec![rate(1, "0.03"); 241]));
    assert_eq!(found(&many), wrong([(Code::LoanChangeCount, "/loans/0/changes")]));
    let bullet = LoanTerms { repayment: RepaymentMethod::Bullet, ..terms(vec![pay_off(3)]) };
    assert_eq!(
        found(&refused(bullet)),
        wrong([
            (Code::LoanBulletMonths, "/loans/0/months"),
            (Code::LoanBulletChange, "/loans/0/changes"),
        ])
    );
    for count in [0, 9] {
        let error = Repaying::new(&vec![terms(vec![]); count]).sheet().unwrap_err();
        assert_eq!(found(&error), wrong([(Code::LoanCount, "/loans")]));
    }
}

/// The table is the only allocation that grows with the months.
#[test]
fn one_allocation_for_the_table() {
    let count = |months, table| {
        let loans = [LoanTerms { months, ..terms(vec![]) }];
        let sheet = || Repaying::new(&loans).table(table).sheet();
        allocation_counter::measure(|| drop(sheet().unwrap())).count_total
    };
    assert_eq!(count(360, false), count(12, false));
    assert_eq!(count(360, true), count(12, false) + 1);
}
