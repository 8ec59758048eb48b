//! Fees made anew when some are paid already.

use super::*;

pub(crate) fn existing(code: &str, unit_no: &str, amount: &str, received: &str) -> ExistingFee {
    ExistingFee {
        code: code.into(),
        unit_no: Some(unit_no.into()),
        buyer: None,
        amount: amount.parse().unwrap(),
        received: received.parse().unwrap(),
    }
}

/// Code, state and amount of every line.
fn shown(response: &FeeSheet) -> Vec<(String, FeeLineState, String)> {
    let row = |line: &FeeLine| (line.code.to_string(), line.state, line.amount.to_string());
    response.lines.iter().map(row).collect()
}

fn line(code: &str, state: FeeLineState, amount: &str) -> (String, FeeLineState, String) {
    (code.into(), state, amount.into())
}

#[test]
fn lines_are_made_anew_kept_or_adjusted() {
    use FeeLineState::{Adjustment, Computed, Kept};
    let per_m2 = |code| rule(code, FeeBasis::BuildingArea {}, "10");
    let rules = vec![per_m2("unpaid"), per_m2("same"), per_m2("changed"), per_m2("new")];
    let mut request = own(rules, vec![home("100", "1")], vec![]);
    request.existing = vec![
        existing("unpaid", "1-1801", "990", "0"),
        existing("same", "1-1801", "1000", "1000"),
        existing("changed", "1-1801", "990", "200"),
        existing("gone", "1-1801", "300", "300"),
        existing("gone_unpaid", "1-1801", "300", "0"),
        existing("same", "2-0101", "70", "70"),
    ];
    let response = request.sheet().unwrap();
    assert_eq!(
        shown(&response),
        [
            line("unpaid", Computed, "1000.00"),
            line("same", Kept, "1000.00"),
            line("changed", Kept, "990.00"),
            line("changed", Adjustment, "10.00"),
            line("new", Computed, "1000.00"),
            line("gone", Kept, "300.00"),
            line("gone", Adjustment, "-300.00"),
            line("same", Kept, "70.00"),
            line("same", Adjustment, "-70.00"),
        ]
    );
    assert_eq!(response.buyer_total.to_string(), "4000.00");
    // The facts have no unit 2-0101.
    assert_eq!(codes(&response), [Code::ProjectReferenceUnknown, Code::FeeExistingUnknown]);
    assert_eq!(response.findings[0].path.as_ref().unwrap(), &"/existing/5/unit_no");
    assert_eq!(response.findings[1].path.as_ref().unwrap(), &"/existing/3/code");
    assert_eq!(response.lines[3].raw.to_string(), "1000");
    assert_eq!(response.lines[2].raw.to_string(), "990");
}

#[test]
fn adjustments_kept_apart_or_together_come_to_the_same() {
    use FeeLineState::{Adjustment, Kept};
    let rules = || vec![rule("x", FeeBasis::BuildingArea {}, "10")];
    let mut request = own(rules(), vec![home("100", "1")], vec![]);
    // Kept apart: 1,200 paid, an adjustment of −100 still open; the fee is 1,000 now.
    request.existing =
        vec![existing("x", "1-1801", "1200", "1200"), existing("x", "1-1801", "-100", "0")];
    let response = request.sheet().unwrap();
    assert_eq!(shown(&response), [line("x", Kept, "1200.00"), line("x", Adjustment, "-200.00")]);
    // Together: 1,100 on which 1,200 was received.
    request.existing = vec![existing("x", "1-1801", "1100", "1200")];
    let response = request.sheet().unwrap();
    assert_eq!(shown(&response), [line("x", Kept, "1100.00"), line("x", Adjustment, "-100.00")]);
    // Once adjusted, the next run adds nothing.
    request.existing =
        vec![existing("x", "1-1801", "1200", "1200"), existing("x", "1-1801", "-200", "-200")];
    let response = request.sheet().unwrap();
    assert_eq!(shown(&response), [line("x", Kept, "1200.00"), line("x", Kept, "-200.00")]);
}

#[test]
fn what_is_not_known_adjusts_nothing() {
    let mut request = request("2026-06-01", vec![home("100", "1")], vec![]);
    request.policy.presets = vec![FeePreset::Nanchang];
    request.existing = vec![existing("maintenance_fund", "1-1801", "10000", "10000")];
    let response = request.sheet().unwrap();
    assert_eq!(shown(&response), [line("maintenance_fund", FeeLineState::Kept, "10000.00")]);
    assert_eq!(codes(&response), [Code::FeeFactMissing]);
}

#[test]
fn fees_by_buyer_are_matched_by_buyer() {
    use FeeLineState::{Adjustment, Computed, Kept};
    let tax = FeeRule { per_buyer: true, ..rule("tax", FeeBasis::ContractPrice {}, "0.01") };
    let buyers = vec![buyer("甲", "0.5", 1), buyer("乙", "0.5", 1)];
    let mut request = own(vec![tax], vec![home("100", "1000000")], buyers);
    let paid = ExistingFee { buyer: Some("甲".into()), ..existing("tax", "1-1801", "10000", "1") };
    request.existing = vec![paid];
    let response = request.sheet().unwrap();
    assert_eq!(
        shown(&response),
        [
            line("tax", Kept, "10000.00"),
            line("tax", Adjustment, "-5000.00"),
            line("tax", Computed, "5000.00")
        ]
    );
    request.facts.buyers[1].name = Some("甲".into());
    let error = request.sheet().unwrap_err();
    assert_eq!(
        (error.code(), error.path().as_str()),
        (Code::FeeNameNeeded, "/facts/buyers/1/name")
    );
    request.existing.clear();
    assert!(request.sheet().is_ok());
}
