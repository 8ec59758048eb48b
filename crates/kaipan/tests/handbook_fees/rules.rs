//! What rules can say: bases, limits, rounding, due dates; own rules beside presets.

use super::*;

#[test]
fn every_basis_minimum_maximum_and_rounding() {
    let unit = FeeUnit {
        inside_area: Some("80.55".parse().unwrap()),
        surveyed_area: Some("100.36".parse().unwrap()),
        certificates: Some(4),
        ..home("100.50", "1090000")
    };
    let by_area = |area: FeeArea, rule: FeeRule| {
        let mut request = own(vec![rule], vec![unit.clone(), shop("200")], vec![]);
        request.policy.area = area;
        request.facts.units[1].unit_no = Some("S1".into());
        request.facts.loan_amount = Some("763333.33".parse().unwrap());
        amounts(&request.sheet().unwrap(), "x").first().cloned()
    };
    let amount = |rule: FeeRule| by_area(FeeArea::Surveyed, rule);
    let simple = |basis, value| amount(rule("x", basis, value)).unwrap();
    assert_eq!(simple(FeeBasis::ContractPrice {}, "0.000123"), "134.07");
    assert_eq!(simple(FeeBasis::PriceExVat {}, "0.000123"), "123.00");
    // The surveyed area is known, so it counts, unless the policy holds to the contract.
    assert_eq!(simple(FeeBasis::BuildingArea {}, "1.5"), "150.54");
    let contract = by_area(FeeArea::Contract, rule("x", FeeBasis::BuildingArea {}, "1.5"));
    assert_eq!(contract.unwrap(), "150.75");
    assert_eq!(simple(FeeBasis::InsideArea {}, "1.5"), "120.83");
    assert_eq!(simple(FeeBasis::SurveyedArea {}, "1.5"), "150.54");
    assert_eq!(simple(FeeBasis::PerUnit {}, "368.8"), "368.80");
    assert_eq!(simple(FeeBasis::PerCertificate { free: 1 }, "10"), "30.00");
    assert_eq!(simple(FeeBasis::LoanAmount {}, "0.001"), "763.33");
    let price = || rule("x", FeeBasis::ContractPrice {}, "0.001");
    let limited = |min: &str, max: &str| FeeRule {
        min: Some(min.parse().unwrap()),
        max: Some(max.parse().unwrap()),
        ..price()
    };
    assert_eq!(amount(limited("2000", "3000")).unwrap(), "2000.00");
    assert_eq!(amount(limited("0", "1000.5")).unwrap(), "1000.50");
}

#[test]
fn loans_count_once_and_no_loan_is_no_fee() {
    let fee = FeeRule {
        min: Some("100".parse().unwrap()),
        ..rule("loan_fee", FeeBasis::LoanAmount {}, "0.001")
    };
    let second = FeeUnit { unit_no: Some("B1-012".into()), ..home("12", "100000") };
    let mut request = own(vec![fee], vec![home("100", "1000000"), second], vec![]);
    assert!(request.sheet().unwrap().lines.is_empty());
    request.facts.loan_amount = Some("700000".parse().unwrap());
    let response = request.sheet().unwrap();
    assert_eq!(amounts(&response, "loan_fee"), ["700.00"]);
    assert_eq!(response.lines[0].unit_no.as_deref(), Some("1-1801"));
}

/// A stepped tariff: 3 ‰ up to 500,000, 2 ‰ above, plus 50 yuan, with 5 yuan per m² above 90.
#[test]
fn formulas_step() {
    let term = |quantity, above: Option<&str>, times: &str| FormulaTerm {
        quantity,
        above: above.map(|above| above.parse().unwrap()),
        times: times.parse().unwrap(),
    };
    let basis = FeeBasis::Formula {
        terms: vec![
            term(FormulaQuantity::ContractPrice, None, "0.003"),
            term(FormulaQuantity::ContractPrice, Some("500000"), "-0.001"),
            term(FormulaQuantity::BuildingArea, Some("90"), "5"),
        ],
        constant: Some("50".parse().unwrap()),
    };
    let half = rule("service", basis.clone(), "0.5");
    let service = rule("service", basis, "1");
    let amount = |rule: &FeeRule, area: &str, price: &str| {
        let request = own(vec![rule.clone()], vec![home(area, price)], vec![]);
        amounts(&request.sheet().unwrap(), "service").join(" ")
    };
    assert_eq!(amount(&service, "80", "400000"), "1250.00");
    // 2,400 − 300 + 52.50 + 50
    assert_eq!(amount(&service, "100.50", "800000"), "2202.50");
    assert_eq!(amount(&half, "100.50", "800000"), "1101.25");
    // A sum below zero is no fee.
    let negative = FeeBasis::Formula {
        terms: vec![term(FormulaQuantity::Certificates, None, "-10")],
        constant: Some("5".parse().unwrap()),
    };
    assert_eq!(amount(&rule("service", negative, "1"), "80", "400000"), "");
    // Inside area is asked for and not known.
    let inside = FeeBasis::Formula {
        terms: vec![term(FormulaQuantity::InsideArea, None, "10")],
        constant: None,
    };
    let request = own(vec![rule("service", inside, "1")], vec![home("80", "1")], vec![]);
    let response = request.sheet().unwrap();
    assert_eq!(codes(&response), [Code::FeeFactMissing]);
    assert_eq!(response.findings[0].path.as_ref().unwrap(), &"/facts/units/0/inside_area");
}

#[test]
fn due_dates_hang_on_anchors() {
    let dated = |code: &str, anchor, months, days| FeeRule {
        anchor: Some(anchor),
        months,
        days,
        ..rule(code, FeeBasis::PerUnit {}, "100")
    };
    let roof = || Anchor::ConstructionNode { node: "封顶".into() };
    let rules = vec![
        dated("a", Anchor::SigningDate {}, 1, 0),
        dated("b", roof(), 0, -3),
        dated("c", Anchor::HandoverDate {}, 0, 0),
        dated("d", Anchor::FixedDate { date: "2026-12-31".parse().unwrap() }, 2, 1),
    ];
    let mut request = own(rules, vec![home("100", "1")], vec![]);
    let dues = |request: &Contract| -> Vec<Option<String>> {
        let response = request.sheet().unwrap();
        response.lines.iter().map(|line| line.due.map(|due| due.to_string())).collect()
    };
    let day = |text: &str| Some(text.parse().unwrap());
    let shown = |texts: [&str; 4]| texts.map(|t| (!t.is_empty()).then(|| t.to_owned())).to_vec();
    assert_eq!(dues(&request), shown(["", "", "", "2027-03-01"]));
    request.dates.agreed_signing = day("2026-01-31");
    let node =
        NodeDate { node: "封顶".into(), planned: day("2026-09-01"), real: None, notice: None };
    request.dates.nodes = vec![node];
    assert_eq!(dues(&request), shown(["2026-02-28", "2026-08-29", "", "2027-03-01"]));
    request.dates.signing = day("2026-01-20");
    request.dates.nodes[0].real = day("2026-10-02");
    request.dates.handover = day("2027-06-30");
    assert_eq!(dues(&request), shown(["2026-02-20", "2026-09-29", "2027-06-30", "2027-03-01"]));
    request.policy.rules[3].months = i32::MAX;
    let error = request.sheet().unwrap_err();
    assert_eq!(
        (error.code(), error.path().as_str()),
        (Code::PaymentDueDate, "/policy/rules/3/months")
    );
}

#[test]
fn own_rules_take_the_place_of_presets() {
    let mut request = request("2026-06-01", vec![home("100", "1090000")], vec![]);
    request.policy.rules = vec![
        rule("registration_fee", FeeBasis::PerUnit {}, "0"),
        FeeRule {
            effective_to: Some("2026-05-31".parse().unwrap()),
            ..rule("gas", FeeBasis::PerUnit {}, "2000")
        },
        FeeRule {
            effective_from: Some("2026-06-01".parse().unwrap()),
            ..rule("gas", FeeBasis::PerUnit {}, "2500")
        },
    ];
    let response = request.sheet().unwrap();
    assert_eq!(amounts(&response, "registration_fee"), ["0.00"]);
    assert_eq!(amounts(&response, "gas"), ["2500.00"]);
    assert_eq!(codes(&response), [Code::FeeHomeAssumed]);
    request.facts.date = "2026-05-31".parse().unwrap();
    assert_eq!(amounts(&request.sheet().unwrap(), "gas"), ["2000.00"]);
    // A rule of the own code replaces the preset's even before it is in force.
    request.policy.rules[0].effective_from = Some("2026-07-01".parse().unwrap());
    let response = request.sheet().unwrap();
    assert!(amounts(&response, "registration_fee").is_empty());
    assert!(codes(&response).contains(&Code::FeeNotInForce));
}

#[test]
fn presets_of_another_city_are_pointed_out() {
    let mut request = request("2026-06-01", vec![shop("1")], vec![buyer("甲", "1", 1)]);
    request.policy.presets = vec![FeePreset::Beijing];
    request.facts.city = Some("北京市".into());
    assert_eq!(codes(&request.sheet().unwrap()), [Code::FeeNotSurveyed]);
    request.facts.city = Some("南昌".into());
    let response = request.sheet().unwrap();
    assert_eq!(codes(&response), [Code::FeeCityDiffers, Code::FeeNotSurveyed]);
    request.policy.presets.push(FeePreset::Nanchang);
    let error = request.sheet().unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (Code::FeePresetClash, "/policy/presets/1"));
    request.policy.rules = vec![rule("maintenance_fund", FeeBasis::SurveyedArea {}, "60")];
    assert!(request.sheet().is_ok());
}

#[test]
fn rounding_follows_the_rule() {
    let amount = |mode, place| {
        let rule = FeeRule {
            rounding: Rounding::new(mode, place),
            ..rule("x", FeeBasis::ContractPrice {}, "0.00123")
        };
        let request = own(vec![rule], vec![home("1", "1090045")], vec![]);
        amounts(&request.sheet().unwrap(), "x").join(" ")
    };
    // 1,090,045 × 0.00123 = 1,340.75535
    assert_eq!(amount(Mode::HalfUp, Place::Fen), "1340.76");
    assert_eq!(amount(Mode::Down, Place::Jiao), "1340.70");
    assert_eq!(amount(Mode::HalfUp, Place::Yuan), "1341.00");
    assert_eq!(amount(Mode::Up, Place::Hundred), "1400.00");
}
