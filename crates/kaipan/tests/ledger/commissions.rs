//! Commissions are posted as sheets have them: once, by their differences, and paid by the fund plan.

use crate::desk::{day, yuan};
use kaipan::Text;
use kaipan::channel::{ClawBack, CommissionPart, EarningCondition};
use kaipan::fund_plan::{FundPlan, FundPlanLine, FundPurpose};
use kaipan::kpi::{
    CommissionMeasure, CommissionPay, CommissionScheme, CommissionShare, CommissionSheet,
    CommissionTier, CommissionTierMode, CommissionedDeal, Commissioning, PeriodKind,
};
use kaipan::ledger::{
    Bookkeeping, CommissionFollowing, CommissionStep, Ledger, LedgerAct, LedgerCommand,
    LedgerCommission, LedgerContext,
};
use kaipan::money::LedgerAccount;
use kaipan::number::Money;

/// 0.2 % up to ten million in a month, 0.3 % of all above; all goes back on a quit.
fn scheme() -> CommissionScheme {
    let tier = |above: &str, rate: &str| {
        CommissionTier::new(above.parse().unwrap()).with_rate(rate.parse().unwrap())
    };
    let tiers = vec![tier("0", "0.002"), tier("10000000", "0.003")];
    let pay = CommissionPay::Tiers { mode: CommissionTierMode::Cliff, tiers };
    CommissionScheme::new("S/1", CommissionMeasure::DealAmount, PeriodKind::Month, pay)
        .with_earned(vec![CommissionPart::new("1".parse().unwrap(), EarningCondition::Signing)])
        .with_claw_back(ClawBack::All {})
}

fn deal(id: &str, amount: &str, signed: &str) -> CommissionedDeal {
    let shares = vec![CommissionShare::new("李", "1".parse().unwrap())];
    CommissionedDeal::new(id, yuan(amount), shares).with_signed_on(day(signed))
}

struct Desk {
    ledger: Ledger,
    deals: Vec<CommissionedDeal>,
}

impl Desk {
    fn new() -> Desk {
        let mut desk = Desk { ledger: Ledger::new(), deals: Vec::new() };
        for deal in ["D1", "D2"] {
            let open = LedgerCommand::new(deal, LedgerAct::open_deal(deal));
            desk.post("2026-03-01", &open.with_date(day("2026-03-01")));
        }
        desk
    }

    fn context(today: &str) -> LedgerContext {
        LedgerContext::new(format!("{today}T18:00:00").parse().unwrap(), "账务")
    }

    fn post(&mut self, today: &str, command: &LedgerCommand) {
        Bookkeeping::new(&mut self.ledger, &Desk::context(today)).post(command).unwrap();
    }

    fn sheet(&self) -> CommissionSheet {
        Commissioning::new(&scheme(), &self.deals).sheet().unwrap()
    }

    /// Day, step, deal and amount of what follows; it is posted.
    fn follow(&mut self, today: &str) -> Vec<String> {
        let (sheet, scheme) = (self.sheet(), scheme());
        let following = CommissionFollowing::new(&self.ledger, &scheme.code, &self.deals);
        let commands = following.commands(&sheet).unwrap();
        let mut shown = Vec::new();
        for command in &commands {
            self.post(today, command);
            let LedgerAct::Commission { commission } = &command.act else { panic!("{command:?}") };
            let date = command.date.map_or("-".to_owned(), |date| date.to_string());
            let step = commission.step.word();
            shown.push(format!("{date} {step} {} {}", commission.deal, commission.amount));
        }
        shown
    }

    fn payable(&self) -> Money {
        let trial = self.ledger.trial(day("2026-12-31"), self.ledger.last_order()).unwrap();
        let own = trial.iter().find(|row| row.account == LedgerAccount::CommissionPayable {});
        own.map_or(Money::ZERO, |row| row.amount)
    }
}

#[test]
fn a_sheet_is_posted_once_and_then_by_its_differences() {
    let mut desk = Desk::new();
    desk.deals.push(deal("D1", "8000000", "2026-03-05"));
    // 8,000,000 × 0.2 %.
    assert_eq!(desk.follow("2026-03-10"), ["2026-03-05 earned D1 16000.00"]);
    assert!(desk.follow("2026-03-10").is_empty());
    // 15,000,000 reach 0.3 %: 45,000, of which 24,000 are of D1, 8,000 more than before.
    desk.deals.push(deal("D2", "7000000", "2026-03-20"));
    let both = ["2026-03-05 earned D1 8000.00", "2026-03-20 earned D2 21000.00"];
    assert_eq!(desk.follow("2026-03-31"), both);
    assert_eq!((desk.payable(), desk.sheet().total), (yuan("45000"), yuan("45000")));
    // D2 quits in a later period: what it earned goes back there, D1 keeps its rate.
    desk.deals[1].quit_on = Some(day("2026-05-08"));
    assert_eq!(desk.follow("2026-05-10"), ["2026-05-08 clawed_back D2 21000.00"]);
    assert_eq!((desk.payable(), desk.sheet().total), (yuan("24000"), yuan("24000")));
    assert!(desk.follow("2026-05-11").is_empty());
}

#[test]
fn a_quit_in_the_period_takes_back_what_was_posted() {
    let mut desk = Desk::new();
    desk.deals = vec![deal("D1", "8000000", "2026-03-05"), deal("D2", "7000000", "2026-03-20")];
    assert_eq!(desk.follow("2026-03-25").len(), 2);
    // As if never sold: D1 alone does not reach the higher tier.
    desk.deals[1].quit_on = Some(day("2026-03-28"));
    let back = ["2026-03-05 clawed_back D1 8000.00", "- clawed_back D2 21000.00"];
    assert_eq!(desk.follow("2026-03-31"), back);
    assert_eq!((desk.payable(), desk.sheet().total), (yuan("16000"), yuan("16000")));
    // Deals that the sheet is not computed of are left as they are.
    desk.deals.truncate(1);
    assert!(desk.follow("2026-03-31").is_empty());
}

#[test]
fn what_is_dated_in_a_closed_period_is_posted_today() {
    let mut desk = Desk::new();
    desk.deals.push(deal("D1", "8000000", "2026-03-05"));
    desk.follow("2026-03-10");
    desk.post("2026-04-02", &LedgerCommand::new("close", LedgerAct::close(day("2026-03-31"))));
    desk.deals.push(deal("D2", "7000000", "2026-03-20"));
    let late = ["- earned D1 8000.00", "- earned D2 21000.00"];
    assert_eq!(desk.follow("2026-04-03"), late);
    assert_eq!(desk.payable(), yuan("45000"));
}

#[test]
fn what_was_reversed_follows_again_under_another_key() {
    let mut desk = Desk::new();
    desk.deals.push(deal("D1", "8000000", "2026-03-05"));
    desk.follow("2026-03-10");
    let key = "commission/S~11/2026-03/李/D1/earned/signing/2026-03-05";
    let reverse = LedgerAct::Reverse { posting: key.into(), voucher: None, reason: None };
    desk.post("2026-03-11", &LedgerCommand::new("back", reverse));
    assert_eq!(desk.payable(), Money::ZERO);
    assert_eq!(desk.follow("2026-03-12"), ["2026-03-05 earned D1 16000.00"]);
    assert_eq!(desk.payable(), yuan("16000"));
}

#[test]
fn commission_is_paid_by_the_fund_plan() {
    let mut desk = Desk::new();
    desk.deals.push(deal("D1", "8000000", "2026-03-05"));
    desk.follow("2026-03-10");
    let today = day("2026-04-10");
    let line = |id: &str, amount: &str| {
        FundPlanLine::new(id, today, FundPurpose::Commission, yuan(amount)).with_approval("SP-1")
    };
    let plan = FundPlan::new(day("2026-04-01"), yuan("40000"))
        .with_lines(vec![line("L1", "15999.99"), line("L2", "16000")])
        .with_approval("SP-0");
    let context = LedgerContext { fund_plan: Some(plan), ..Desk::context("2026-04-10") };
    let mut pay = |key: &str, amount: &str, line: Option<&str>| {
        let step = CommissionStep::Paid;
        let mut commission = LedgerCommission::new(step, "李", "D1", yuan(amount));
        commission.account = Some("基本户".into());
        commission.plan_line = line.map(Text::from);
        let command = LedgerCommand::new(key, LedgerAct::Commission { commission });
        let posted = Bookkeeping::new(&mut desk.ledger, &context).post(&command);
        posted.map(|_| ()).map_err(|error| error.code().to_string())
    };
    assert!(pay("1", "16000", None).is_err(), "without a line nothing is paid");
    assert!(pay("2", "16000", Some("L1")).is_err(), "a line pays no more than it has");
    assert_eq!(pay("3", "16000.01", Some("L2")), Err("ledger.above_payable".into()));
    assert_eq!(pay("4", "16000", Some("L2")), Ok(()));
    assert_eq!(desk.payable(), Money::ZERO);
    // What goes back after it was paid is owed back.
    desk.deals[0].quit_on = Some(day("2026-05-08"));
    assert_eq!(desk.follow("2026-05-10"), ["2026-05-08 clawed_back D1 16000.00"]);
    assert_eq!(desk.payable(), yuan("-16000"));
}
