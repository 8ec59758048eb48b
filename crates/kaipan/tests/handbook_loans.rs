//! The worked loans of handbook §4.4.

use kaipan::error::Lang;
use kaipan::number::Money;
use kaipan::payment::loan::*;

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn terms(principal: &str, annual: &str, months: u32) -> LoanTerms {
    LoanTerms::new(money(principal), months, LoanRate::Annual { annual: annual.parse().unwrap() })
}

fn one(terms: LoanTerms) -> LoanSchedule {
    let mut sheet = Repaying::new(&[terms]).sheet().unwrap();
    assert!(sheet.combined.is_none());
    sheet.loans.remove(0)
}

/// The handbook's table: payment, interest in the three conventions, last month.
#[test]
fn equal_instalments_in_three_conventions() {
    use LoanConvention::{CentPayment, CentSchedule, Theoretical};
    for (principal, annual, payment, theoretical, by_payment, by_schedule, last) in [
        ("1000000", "0.049", "5307.27", "910616.19", "910617.20", "910615.12", "5305.19"),
        ("1010000", "0.035", "4535.35", "622726.48", "622726.00", "622726.82", "4536.17"),
        ("410000", "0.035", "1841.08", "252789.96", "252788.80", "252790.90", "1843.18"),
        ("600000", "0.026", "2402.04", "264733.78", "264734.40", "264733.47", "2401.11"),
    ] {
        for (convention, interest, last) in [
            (Theoretical, theoretical, payment),
            (CentPayment, by_payment, payment),
            (CentSchedule, by_schedule, last),
        ] {
            let loan = one(LoanTerms { convention, ..terms(principal, annual, 360) });
            assert_eq!(loan.first_payment, money(payment), "{principal} {convention:?}");
            assert_eq!(loan.total_interest, money(interest), "{principal} {convention:?}");
            assert_eq!(loan.last_payment, money(last), "{principal} {convention:?}");
            assert_eq!(loan.total_payment, money(principal).checked_add(money(interest)).unwrap());
            assert_eq!(loan.table.len(), 360);
            assert_eq!(loan.table[359].balance, Money::ZERO);
        }
    }
}

#[test]
fn equal_principal() {
    let equal = |principal, annual, convention| {
        let repayment = RepaymentMethod::EqualPrincipal;
        one(LoanTerms { repayment, convention, ..terms(principal, annual, 360) })
    };
    let loan = equal("1010000", "0.035", LoanConvention::CentSchedule);
    assert_eq!(loan.table[0].principal, money("2805.56"));
    assert_eq!(loan.first_payment, money("5751.39"));
    assert_eq!(loan.table[1].payment, money("5743.21"));
    assert_eq!(loan.last_payment, money("2812.14"));
    assert_eq!(loan.total_interest, money("531722.08"));
    assert_eq!(loan.monthly_decrease.unwrap().to_string(), "8.18287");
    let loan = equal("1000000", "0.049", LoanConvention::CentSchedule);
    assert_eq!(loan.first_payment, money("6861.11"));
    assert_eq!(loan.last_payment, money("2788.32"));
    assert_eq!(loan.total_interest, money("737041.08"));
    let loan = equal("1000000", "0.049", LoanConvention::Theoretical);
    assert_eq!(loan.total_interest, money("737041.67"));
    assert_eq!(loan.first_payment, money("6861.11"));
}

/// The worked combination 4-B: the two loans of the table, added month by month.
#[test]
fn combination() {
    let loans = [terms("410000", "0.035", 360), terms("600000", "0.026", 360)];
    let combined = Repaying::new(&loans).table(false).sheet().unwrap().combined.unwrap();
    assert_eq!(combined.principal, money("1010000"));
    assert_eq!(combined.first_payment, money("4243.12"));
    assert_eq!(combined.highest_payment, money("4244.29"), "the last month: 1843.18 + 2401.11");
    assert_eq!(combined.total_interest, money("517524.37"));
    assert_eq!((combined.months, combined.table.len()), (360, 0));
}

/// Up to a year: once at maturity, `P × (1 + annual)`.
#[test]
fn bullet() {
    let loan = |months| LoanTerms {
        repayment: RepaymentMethod::Bullet,
        ..terms("100000", "0.0435", months)
    };
    assert_eq!(one(loan(12)).total_payment, money("104350"));
    assert_eq!(one(loan(6)).total_interest, money("2175"));
    let error = Repaying::new(&[loan(13)]).sheet().unwrap_err();
    assert_eq!(error.path(), "/loans/0/months");
    assert!(error.message(Lang::En).contains("12 at most"));
}

/// `M(P) ≈ P ÷ 10,000 × factor`: the factor is the payment of 10,000 yuan.
#[test]
fn per_ten_thousand() {
    let loan = one(terms("1000000", "0.049", 360));
    assert_eq!(loan.per_ten_thousand.unwrap().to_string(), "53.072672");
}
