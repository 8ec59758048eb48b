//! What cannot be, every reason at once.

use super::receipts::existing;
use super::*;

#[test]
fn everything_wrong_is_said_at_once() {
    let bad = FeeRule {
        rows: vec![FeeRow {
            when: FeeCondition {
                home_from: Some(2),
                home_to: Some(1),
                storeys_from: Some(9),
                storeys_to: Some(8),
                area_above: Some("140".parse().unwrap()),
                area_to: Some("140".parse().unwrap()),
                ..FeeCondition::default()
            },
            value: "-1".parse().unwrap(),
            note: None,
        }],
        min: Some("2".parse().unwrap()),
        max: Some("-1".parse().unwrap()),
        effective_from: Some("2026-01-02".parse().unwrap()),
        effective_to: Some("2026-01-01".parse().unwrap()),
        ..rule("", FeeBasis::Formula { terms: vec![], constant: None }, "1")
    };
    let none = FeeRule { rows: vec![], ..rule("none", FeeBasis::PerUnit {}, "1") };
    let twice = rule("none", FeeBasis::PerUnit {}, "1");
    let unit = FeeUnit {
        inside_area: Some("0".parse().unwrap()),
        surveyed_area: Some("-1".parse().unwrap()),
        storeys: Some(0),
        ..home("0", "-1")
    };
    let mut request = own(
        vec![bad, none, twice],
        vec![unit, home("1", "1")],
        vec![buyer("甲", "0", 0), buyer("乙", "1.5", 1)],
    );
    request.facts.vat_rate = Some("9".parse().unwrap());
    request.facts.loan_amount = Some("-1".parse().unwrap());
    request.existing = vec![ExistingFee { code: Text::default(), ..existing("", "1", "1", "1") }];
    let error = request.sheet().unwrap_err();
    let mut found = vec![error.path()];
    found.extend(error.others().iter().map(|other| other.path()));
    assert_eq!(
        found,
        [
            "/policy/rules/0/code",
            "/policy/rules/0/basis/terms",
            "/policy/rules/0/rows/0/when/area_above",
            "/policy/rules/0/rows/0/when/home_from",
            "/policy/rules/0/rows/0/when/storeys_from",
            "/policy/rules/0/rows/0/value",
            "/policy/rules/0/max",
            "/policy/rules/0/min",
            "/policy/rules/0/effective_from",
            "/policy/rules/1/rows",
            "/policy/rules/2/effective_from",
            "/facts/units/0/price",
            "/facts/units/0/building_area",
            "/facts/units/0/inside_area",
            "/facts/units/0/surveyed_area",
            "/facts/units/0/storeys",
            "/facts/units/1/unit_no",
            "/facts/buyers/0/share",
            "/facts/buyers/0/home_count",
            "/facts/buyers/1/share",
            "/facts/buyers",
            "/facts/vat_rate",
            "/facts/loan_amount",
            "/existing/0/code",
        ]
    );
    let nobody = own(vec![], vec![], vec![]);
    assert_eq!(nobody.sheet().unwrap_err().code(), Code::ProjectNoUnits);
}

#[test]
fn amounts_beyond_money_are_errors() {
    let most = kaipan::number::Money::MAX.to_string();
    let twice = rule("x", FeeBasis::ContractPrice {}, "2");
    let mut request = own(vec![twice], vec![home("1", &most)], vec![]);
    let error = request.sheet().unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (Code::NumberOverflow, "/facts/units/0"));
    request.policy.rules = vec![];
    request.facts.units.push(FeeUnit { unit_no: None, ..home("1", &most) });
    let error = request.sheet().unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (Code::NumberOverflow, "/facts/units"));
}
