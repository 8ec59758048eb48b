use crate::error::{Code, Lang, Result};
use crate::pricing::LastChange;
use crate::pricing::bill::{
    AdvancedBill, BillCommand, BillKind, BillLine, BillState, BillStep, PriceBill,
};
use crate::project::{Project, Unit, UnitState};

const STATES: [BillState; 7] = [
    BillState::Draft,
    BillState::PendingApproval,
    BillState::Approved,
    BillState::Executed,
    BillState::Superseded,
    BillState::Rejected,
    BillState::Void,
];
const COMMANDS: [BillCommand; 7] = [
    BillCommand::Submit,
    BillCommand::Withdraw,
    BillCommand::Approve,
    BillCommand::Reject,
    BillCommand::Execute,
    BillCommand::Supersede,
    BillCommand::Void,
];

fn bill(state: BillState) -> PriceBill {
    let line = |no: &str| BillLine {
        unit_no: no.into(),
        building_area: "100".parse().unwrap(),
        old_list_price: Some("10000".parse().unwrap()),
        old_list_total: Some("1000000".parse().unwrap()),
        new_list_price: "10100".parse().unwrap(),
        new_list_total: "1010000".parse().unwrap(),
        old_floor_price: None,
        new_floor_price: None,
        new_floor_total: None,
        change: None,
        change_rate: None,
        flags: vec![],
    };
    PriceBill {
        code: "B1".into(),
        kind: BillKind::Adjust,
        method: None,
        further_methods: vec![],
        reason: None,
        effective_date: "2026-03-01".parse().unwrap(),
        state,
        locks_units: true,
        lines: vec![line("101"), line("102")],
        violations: 0,
    }
}

fn project() -> Project {
    let unit = |no: &str, state| Unit {
        unit_no: no.into(),
        building: "1".into(),
        line: "01".into(),
        building_area: "100".parse().unwrap(),
        state,
        list_price: Some("10000".parse().unwrap()),
        ..Unit::default()
    };
    let units = vec![unit("101", UnitState::OnSale), unit("102", UnitState::Booked)];
    Project { units, ..Project::default() }
}

fn advanced(state: BillState, command: BillCommand) -> Result<AdvancedBill> {
    let bill = bill(state);
    let today = bill.effective_date;
    bill.advance(&BillStep::new(command, today).project(&project()))
}

#[test]
fn every_pair_is_in_the_table_or_refused() {
    let mut allowed = 0;
    for state in STATES {
        for command in COMMANDS {
            match advanced(state, command) {
                Ok(response) => {
                    allowed += 1;
                    assert_eq!(Some(response.bill.state), state.after(command));
                }
                Err(error) => {
                    assert_eq!(error.code(), Code::PricingBillState);
                    assert_eq!(state.after(command), None);
                }
            }
        }
    }
    assert_eq!(allowed, 9);
}

#[test]
fn no_step_is_dated_before_the_one_that_it_follows() {
    let submitted: crate::Date = "2026-03-01".parse().unwrap();
    let approve = |day: &str| {
        let step = BillStep::new(BillCommand::Approve, day.parse().unwrap()).last_step(submitted);
        bill(BillState::PendingApproval).advance(&step)
    };
    let error = approve("2026-02-28").unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (Code::PricingBillBackwards, "/today"));
    assert_eq!(approve("2026-03-01").unwrap().bill.state, BillState::Approved, "the same day");
}

#[test]
fn what_is_possible_is_said_in_words() {
    let hint = |state, lang| advanced(state, BillCommand::Approve).unwrap_err().hint(lang);
    let draft = hint(BillState::Draft, Lang::Zh);
    assert!(draft.contains("可以提交审批（“submit”）、作废（“void”）"), "{draft}");
    assert!(hint(BillState::Draft, Lang::En).ends_with("one can submit, void it"));
    for state in [BillState::Executed, BillState::Rejected, BillState::Void] {
        assert!(hint(state, Lang::Zh).contains("另做一张"), "{state:?}");
        assert!(hint(state, Lang::En).contains("make another bill"), "{state:?}");
    }
}

#[test]
fn execution_leaves_out_units_in_a_deal_and_refuses_changed_prices() {
    let done = advanced(BillState::Approved, BillCommand::Execute).unwrap();
    assert_eq!(done.changes.len(), 1);
    assert_eq!(done.changes[0].list_price.to_string(), "10100.00");
    assert_eq!(done.skipped[0].unit_no, "102");
    assert!(done.locked_units.is_empty());

    let day_before = "2026-02-28".parse().unwrap();
    let early = BillStep::new(BillCommand::Execute, day_before);
    let error = bill(BillState::Approved).advance(&early).unwrap_err();
    assert_eq!(error.code(), Code::PricingBillEarly);

    let mut changed = project();
    changed.units[0].list_price = Some("10001".parse().unwrap());
    let today = "2026-03-01".parse().unwrap();
    let stale = BillStep::new(BillCommand::Execute, today).project(&changed);
    let error = bill(BillState::Approved).advance(&stale).unwrap_err();
    assert_eq!(
        (error.code(), error.path().as_str()),
        (Code::PricingBillStale, "/bill/lines/0/unit_no")
    );
}

#[test]
fn broken_prices_are_submitted_only_on_purpose_and_waiting_bills_lock() {
    let submitted = |flags: &[&str], allow: bool| {
        let mut bill = bill(BillState::Draft);
        bill.lines[0].flags = flags.iter().map(|flag| (*flag).into()).collect();
        let today = bill.effective_date;
        bill.advance(&BillStep::new(BillCommand::Submit, today).allow_violations(allow))
    };
    let error = submitted(&["pricing.above_filed"], false).unwrap_err();
    assert_eq!(error.code(), Code::PricingBillViolations);
    let warned = submitted(&["pricing.filed_differs"], false).unwrap();
    assert_eq!(warned.bill.state, BillState::PendingApproval, "a warning stops nothing");
    let flags = ["pricing.filed_differs", "pricing.above_filed", "pricing.too_soon"];
    let error = submitted(&flags, false).unwrap_err();
    assert_eq!(error.params()[0].value, "2", "violations are counted, not lines or warnings");
    assert_eq!(submitted(&flags, true).unwrap().locked_units, ["101", "102"]);
}

#[test]
fn executed_prices_are_taken_over_and_remembered() {
    let done = advanced(BillState::Approved, BillCommand::Execute).unwrap();
    let mut units = project().units;
    done.apply_to(&mut units);
    let list = |unit: &Unit| unit.list_price.map(|price| price.to_string());
    assert_eq!(list(&units[0]).as_deref(), Some("10100.00"));
    assert_eq!(units[0].list_total.unwrap().to_string(), "1010000.00");
    assert_eq!(units[0].floor_price, None, "the bill does not change it");
    assert_eq!(list(&units[1]).as_deref(), Some("10000.00"), "in a deal");

    let mut later = done.changes[0].clone();
    later.effective_date = "2026-05-01".parse().unwrap();
    let latest = LastChange::latest([&later, &done.changes[0]]);
    assert_eq!(latest.len(), 1);
    assert_eq!(latest[0].on.to_string(), "2026-05-01", "the latest, in whatever order");
}

#[test]
fn a_bill_replaces_one_whose_units_it_all_has() {
    let (all, mut one) = (bill(BillState::Executed), bill(BillState::Executed));
    one.lines.pop();
    assert!(all.replaces(&one) && all.replaces(&all));
    assert!(!one.replaces(&all));
}
