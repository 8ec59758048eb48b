//! Quotes: the parts agree with each other, everything that is wrong is said at once, and a quote
//! can be made again later.

use kaipan::error::{Code, Severity};
use kaipan::fee::FeeBuyer;
use kaipan::number::{Money, Rate};
use kaipan::payment::{LineAmount, MoneyItem};
use kaipan::project::UnitState;
use kaipan::quote::{AttachedUnit, CompareMeasure, QuoteChoice, QuoteFigure, QuoteState, Quoting};
use kaipan_ops::quote::{QuoteRequest, ValidityRequest, make, validity};
use proptest::prelude::*;

/// A mortgage of seven tenths on the unit of example 3-B, with two discounts.
fn request() -> QuoteRequest {
    serde_json::from_str(include_str!("data/quote.json")).unwrap()
}

fn fen(amounts: impl IntoIterator<Item = Money>) -> i64 {
    amounts.into_iter().map(Money::fen).sum()
}

#[test]
fn examples_3b_and_4a_in_one_quote() {
    let mut request = request();
    let stacking = &mut request.policies.discounts.stacking;
    stacking.price_basis = kaipan::pricing::PriceBasis::UnitFirst;
    stacking.unit_rounding = "1".parse().map(kaipan::number::Rounding::half_up).unwrap();
    request.policies.discounts.discounts[1].value =
        kaipan::discount::DiscountKind::Rate { rate: "0.98".parse().unwrap() };
    request.choice.discounts.truncate(1);
    let quote = make(&request).unwrap();
    assert_eq!(quote.price.deal_total.to_string(), "1455206.00");
    let due: Vec<String> = quote.schedule.lines.iter().map(|l| l.amount.to_string()).collect();
    assert_eq!(due, ["50000.00", "395206.00", "1010000.00"]);
    assert_eq!(quote.monthly_payment.unwrap().to_string(), "4535.35");
    assert_eq!(quote.total_interest.unwrap().to_string(), "622726.82");
    assert_eq!(quote.first_cash.unwrap().to_string(), "445206.00");
    assert_eq!(quote.loan_years.len(), 30);
    let principal = fen(quote.loan_years.iter().map(|year| year.principal));
    assert_eq!(principal, 101_000_000);
    assert_eq!(quote.valid_until.unwrap().to_string(), "2026-05-17");
}

#[test]
fn the_earliest_end_of_what_gave_the_price_ends_the_quote() {
    let mut request = request();
    request.policies.quote_days = Some(60);
    // The opening discount ends first, then the sales policies.
    assert_eq!(make(&request).unwrap().valid_until.unwrap().to_string(), "2026-05-31");
    request.choice.discounts.truncate(1);
    assert_eq!(make(&request).unwrap().valid_until.unwrap().to_string(), "2026-06-30");
}

#[test]
fn a_contradictory_policy_gives_every_reason_at_once() {
    let mut request = request();
    request.choice.discounts.push(kaipan::discount::ChosenDiscount::new("FIVE"));
    request.case.facts.subscription_date = "2026-06-20".parse().unwrap();
    for at in [2, 4] {
        request.policies.discounts.discounts[at].exclusive_group = Some("g".into());
    }
    let plan = &mut request.policies.plans[1];
    plan.enabled = false;
    plan.lines[0].amount = LineAmount::Ratio { ratio: "0.4".parse().unwrap() };
    let mut tail = plan.lines[0].clone();
    tail.amount = LineAmount::Fixed { amount: "1000".parse().unwrap() };
    tail.deduct_deposit = false;
    plan.lines.push(tail);
    request.policies.authority.as_mut().unwrap().rules.pop();
    let error = make(&request).unwrap_err();
    let mut all = vec![(error.code(), error.path())];
    all.extend(error.others().iter().map(|other| (other.code(), other.path())));
    for (code, path) in [
        (Code::DiscountAuthorityGap, "/policies/authority/rules"),
        (Code::DiscountWindow, "/choice/discounts/1"),
        (Code::DiscountExclusiveGroup, "/choice/discounts/2"),
        (Code::PaymentPlanDisabled, "/policies/plans/1/enabled"),
        (Code::PaymentRatioSum, "/policies/plans/1/lines"),
        (Code::PaymentRemainderMissing, "/policies/plans/1/lines"),
    ] {
        assert!(all.contains(&(code, path.to_owned())), "{code} at {path} is not among {all:?}");
    }
}

#[test]
fn a_comparison_goes_on_when_one_choice_cannot_be_quoted() {
    let QuoteRequest { policies, case, choice } = request();
    let plan = |plan: &str| QuoteChoice { plan: plan.into(), discounts: vec![], ..choice.clone() };
    let best = QuoteChoice { best: true, ..plan("LOAN70") };
    let choices = vec![plan("CASH"), choice.clone(), best, plan("NONE")];
    let annual_rate = "0.035".parse().unwrap();
    let rows = Quoting::new(&policies, &case).compare(&choices, annual_rate).unwrap().rows;
    assert_eq!(rows[3].refused[0].code, Code::QuotePlanUnknown);
    assert_eq!(rows[3].refused[0].path.as_ref().unwrap(), &"/choices/3/plan");
    let total = |row: usize| rows[row].figures.as_ref().unwrap().deal_total;
    assert!(total(2) < total(1));
    assert!(rows[2].lowest.contains(&CompareMeasure::ContractTotal));
    assert!(rows[0].figures.as_ref().unwrap().monthly_payment.is_none());
    // A loan at the rate that later payments are worth less by is worth what was lent, but for
    // the days between signing and the loan.
    let loan = rows[1].figures.as_ref().unwrap();
    let paid = loan.contract_total.fen() + loan.fees.fen();
    assert!((loan.present_cost.unwrap().fen() - paid).abs() * 200 < paid, "{loan:?}");
}

#[test]
fn a_comparison_keeps_what_stands_against_a_price() {
    let QuoteRequest { policies, mut case, choice } = request();
    case.unit.floor_total = "1490000".parse().ok();
    case.unit.state = UnitState::Signed;
    let quoting = Quoting::new(&policies, &case);
    let own = quoting.quote(&choice).unwrap();
    assert!(own.price.findings.iter().any(|one| one.severity == Severity::Violation), "{own:?}");
    let annual_rate = "0.035".parse().unwrap();
    let row = &quoting.compare(&[choice], annual_rate).unwrap().rows[0];
    // Undated fees in the present cost are said in a comparison only.
    let (last, first) = row.findings.split_last().unwrap();
    assert_eq!(last.code, Code::QuotePresentUndated);
    assert!(first.iter().eq(own.all_findings()));
    assert!(row.findings.iter().any(|one| one.code == Code::QuoteUnitState));
    assert_eq!(row.approval, own.price.approval);
    let applied = own.price.applied.iter().map(|one| &one.code);
    assert!(row.discounts.iter().eq(applied) && !row.discounts.is_empty());
}

#[test]
fn units_sold_together_are_all_looked_at() {
    let mut request = request();
    let unit = |unit_no: &str, state: Option<UnitState>| AttachedUnit {
        state,
        ..AttachedUnit::new(unit_no, "100000".parse().unwrap(), "12.5".parse().unwrap())
    };
    let states = [None, Some(UnitState::OnSale), Some(UnitState::Signed)];
    let all = ["P-1", "P-2", "P-3"].into_iter().zip(states);
    request.case.attached = all.map(|(unit_no, state)| unit(unit_no, state)).collect();
    let findings = make(&request).unwrap().findings;
    let found: Vec<_> = findings.iter().filter(|f| f.code == Code::QuoteUnitState).collect();
    let [found] = found.as_slice() else { panic!("{findings:?}") };
    assert_eq!(found.unit_no.as_deref(), Some("P-3"));
    assert_eq!(found.path.as_ref().unwrap(), &"/case/attached/2/state");
    assert_eq!(found.zh, "房间“P-3”现在是“签约”，不是在售");
}

#[test]
fn nothing_is_signed_before_it_is_subscribed() {
    let mut early = request();
    let before = "2026-01-01".parse().ok();
    early.case.facts.agreed_signing_date = before;
    early.case.dates.signing = before;
    let error = make(&early).unwrap_err();
    assert_eq!(error.code(), Code::QuoteSigningEarly);
    let places = [error.path(), error.others()[0].path()];
    assert_eq!(places, ["/case/facts/agreed_signing_date", "/case/dates/signing"]);
    let QuoteRequest { policies, case, choice } = early;
    let annual_rate = "0.035".parse().unwrap();
    let compared = Quoting::new(&policies, &case).compare(&[choice], annual_rate);
    assert_eq!(compared.unwrap_err().code(), Code::QuoteSigningEarly);
}

#[test]
fn a_quote_is_made_again() {
    let request = request();
    let quote = make(&request).unwrap();
    let again: kaipan::quote::Quote =
        serde_json::from_str(&serde_json::to_string(&quote).unwrap()).unwrap();
    assert_eq!(again, quote);
    let ask = |request: &QuoteRequest, as_of: &str| {
        let (quote, request) = (quote.clone(), request.clone());
        validity(&ValidityRequest { quote, request, as_of: as_of.parse().unwrap() }).unwrap()
    };
    assert_eq!(ask(&request, "2026-05-12").state, QuoteState::Valid);
    let mut dearer = request.clone();
    dearer.case.unit.list_total = "1500918".parse().ok();
    let changed = ask(&dearer, "2026-05-12");
    assert_eq!(changed.state, QuoteState::Changed);
    assert_eq!(changed.changes[0].figure, QuoteFigure::ListTotal);
    // Past the agreed signing date the on-time discount is gone, and the price with it.
    let late = ask(&request, "2026-05-20");
    assert_eq!(late.state, QuoteState::Changed);
    assert_eq!(late.why[0].code, Code::QuoteExpired);
    let mut off = request.clone();
    off.policies.plans[1].enabled = false;
    let refused = ask(&off, "2026-05-12");
    assert_eq!(refused.state, QuoteState::Refused);
    assert_eq!(refused.why[0].path.as_ref().unwrap(), &"/request/policies/plans/1/enabled");
}

proptest! {
    #[test]
    fn the_parts_make_the_whole(
        list in 10_000_000_i64..2_000_000_000, rate in 800_000_i64..=1_000_000,
        ratio in 100_000_i64..=850_000, fitout in 0_i64..50_000_000, home in 1_u32..=3,
    ) {
        let mut request = request();
        request.case.unit.list_total = Some(Money::from_fen(list));
        request.case.fitout = Some(Money::from_fen(fitout));
        request.policies.discounts.discounts[1].value =
            kaipan::discount::DiscountKind::Rate { rate: Rate::from_millionths(rate) };
        let plan = &mut request.policies.plans[1];
        plan.commercial.as_mut().unwrap().ratio = Some(Rate::from_millionths(ratio));
        plan.lines[0].amount =
            LineAmount::Ratio { ratio: Rate::from_millionths(1_000_000 - ratio) };
        plan.deposit.as_mut().unwrap().amount = Money::from_fen(1_000_000);
        request.case.buyers = vec![FeeBuyer::new(Rate::ONE.into()).with_home_count(home)];
        let quote = make(&request).unwrap();
        let lines = &quote.schedule.lines;
        prop_assert_eq!(fen(lines.iter().map(|line| line.amount)), quote.contract_total.fen());
        prop_assert_eq!(
            quote.contract_total.fen(),
            quote.price.deal_total.fen() + fitout
        );
        let loan: i64 = fen(lines.iter().filter(|l| l.item == MoneyItem::CommercialLoan).map(|l| l.amount));
        let fees = quote.fees.as_ref().unwrap().buyer_total.fen();
        let cash = quote.cash.last().unwrap().cumulative.fen();
        prop_assert_eq!(cash + loan, quote.contract_total.fen() + fees);
        let interest = quote.total_interest.unwrap_or_default().fen();
        prop_assert_eq!(quote.total_cost.unwrap().fen(), quote.contract_total.fen() + fees + interest);
        let years = &quote.loan_years;
        prop_assert_eq!(fen(years.iter().map(|year| year.principal)), loan);
        prop_assert_eq!(fen(years.iter().map(|year| year.interest)), interest);
        prop_assert!(years.last().is_none_or(|year| year.balance.is_zero()));
    }
}
