//! The worked examples and rules of the handbook, §7, to the fen.

use kaipan::Text;
use kaipan::error::{Code, Severity};
use kaipan::fee::*;
use kaipan::number::{Mode, Place, Rounding};
use kaipan::payment::{Anchor, AnchorDates, NodeDate};

fn home(area: &str, price: &str) -> FeeUnit {
    FeeUnit {
        unit_no: Some("1-1801".into()),
        property_use: PropertyUse::Residential,
        price: price.parse().unwrap(),
        building_area: area.parse().unwrap(),
        inside_area: None,
        surveyed_area: None,
        elevator: None,
        storeys: None,
        certificates: None,
    }
}

fn shop(price: &str) -> FeeUnit {
    FeeUnit { property_use: PropertyUse::NonResidential, ..home("50", price) }
}

fn buyer(name: &str, share: &str, home_count: u32) -> FeeBuyer {
    FeeBuyer {
        name: Some(name.into()),
        buyer: BuyerKind::Person,
        share: share.parse().unwrap(),
        home_count: Some(home_count),
    }
}

fn request(date: &str, units: Vec<FeeUnit>, buyers: Vec<FeeBuyer>) -> FeeRequest {
    FeeRequest {
        policy: FeePolicy { presets: vec![FeePreset::National], ..FeePolicy::default() },
        facts: FeeFacts {
            date: date.parse().unwrap(),
            city: None,
            units,
            buyers,
            vat_rate: None,
            loan_amount: None,
        },
        dates: AnchorDates::default(),
        working_days: None,
        existing: vec![],
    }
}

/// A rule of the project's own with one value for everything.
fn rule(code: &str, basis: FeeBasis, value: &str) -> FeeRule {
    FeeRule {
        code: code.into(),
        name: code.into(),
        name_en: None,
        source: None,
        category: FeeCategory::Collected,
        basis,
        rows: vec![when(FeeCondition::default(), value)],
        min: None,
        max: None,
        rounding: Rounding::FEN,
        payer: Payer::Buyer,
        per_buyer: false,
        anchor: None,
        months: 0,
        days: 0,
        effective_from: None,
        effective_to: None,
    }
}

fn when(when: FeeCondition, value: &str) -> FeeRow {
    FeeRow { when, value: value.parse().unwrap(), note: None }
}

fn own(rules: Vec<FeeRule>, units: Vec<FeeUnit>, buyers: Vec<FeeBuyer>) -> FeeRequest {
    let request = request("2026-06-01", units, buyers);
    FeeRequest { policy: FeePolicy { rules, ..FeePolicy::default() }, ..request }
}

/// The amounts of a fee's lines.
fn amounts(response: &FeeResponse, code: &str) -> Vec<String> {
    let of_code = response.lines.iter().filter(|line| line.code == code);
    of_code.map(|line| line.amount.to_string()).collect()
}

fn codes(response: &FeeResponse) -> Vec<Code> {
    response.findings.iter().map(|finding| finding.code).collect()
}

/// Deed tax of one person's home; the base is 1,000,000.00.
fn deed_tax(date: &str, city: Option<&str>, homes: u32, area: &str) -> String {
    let mut request = request(date, vec![home(area, "1090000")], vec![buyer("甲", "1", homes)]);
    request.facts.city = city.map(Text::from);
    let response = compute(&request).unwrap();
    amounts(&response, "deed_tax").join(" ")
}

#[test]
fn deed_tax_example() {
    let request = request("2026-06-01", vec![home("150", "2180000")], vec![buyer("甲", "1", 1)]);
    let response = compute(&request).unwrap();
    let line = &response.lines[0];
    assert_eq!((line.code.as_str(), line.amount.to_string().as_str()), ("deed_tax", "30000.00"));
    assert_eq!(line.basis.to_string(), "2000000");
    assert_eq!(line.value.to_string(), "0.015");
    assert_eq!(line.source.as_deref().unwrap(), "财政部 税务总局 住房城乡建设部公告2024年第16号");
    assert_eq!(response.vat.ex_vat.to_string(), "2000000.00");
    assert_eq!(response.vat.tax.to_string(), "180000.00");
    // The simplified method has another base: 2,180,000 ÷ 1.05 = 2,076,190.476…
    let simplified = FeeFacts { vat_rate: Some("0.05".parse().unwrap()), ..request.facts.clone() };
    let response = compute(&FeeRequest { facts: simplified, ..request }).unwrap();
    assert_eq!(response.lines[0].basis.to_string(), "2076190.48");
    assert_eq!(response.lines[0].amount.to_string(), "31142.86");
}

#[test]
fn deed_tax_from_2024_12() {
    let now = "2024-12-01";
    for (homes, area, tax) in [
        (1, "89.50", "10000.00"),
        (1, "140.00", "10000.00"),
        (1, "140.01", "15000.00"),
        (2, "140.00", "10000.00"),
        (2, "140.01", "20000.00"),
        (3, "89.50", "30000.00"),
        (3, "140.01", "30000.00"),
        (7, "89.50", "30000.00"),
    ] {
        assert_eq!(deed_tax(now, None, homes, area), tax, "home {homes}, {area} m²");
        assert_eq!(deed_tax(now, Some("上海市"), homes, area), tax);
    }
}

#[test]
fn deed_tax_before_2024_12_by_filing_date() {
    for date in ["2016-02-22", "2024-11-30"] {
        for (city, homes, area, tax) in [
            ("南昌", 1, "90.00", "10000.00"),
            ("南昌", 1, "90.01", "15000.00"),
            ("南昌", 2, "90.00", "10000.00"),
            ("南昌", 2, "90.01", "20000.00"),
            ("南昌", 3, "90.00", "30000.00"),
            ("北京", 1, "90.00", "10000.00"),
            ("北京", 1, "90.01", "15000.00"),
            ("北京", 2, "90.00", "30000.00"),
            ("上海市", 2, "90.01", "30000.00"),
            ("广州", 2, "90.01", "30000.00"),
            ("深圳市", 2, "90.00", "30000.00"),
        ] {
            assert_eq!(deed_tax(date, Some(city), homes, area), tax, "{city}, {homes}, {area}");
        }
    }
    // First and third homes do not hang on the city, second ones do.
    assert_eq!(deed_tax("2024-11-30", None, 1, "90"), "10000.00");
    assert_eq!(deed_tax("2024-11-30", None, 3, "90"), "30000.00");
    assert_eq!(deed_tax("2024-11-30", None, 2, "90"), "");
    let old = request("2016-02-21", vec![home("90", "1090000")], vec![buyer("甲", "1", 1)]);
    let response = compute(&old).unwrap();
    assert!(amounts(&response, "deed_tax").is_empty());
    let finding = &response.findings[0];
    assert_eq!((finding.code, finding.severity), (Code::FeeNotInForce, Severity::Warning));
    assert_eq!(finding.zh, "2016-02-21 没有生效的“契税”规则");
}

#[test]
fn companies_and_shops_pay_the_local_rate() {
    let company =
        FeeBuyer { buyer: BuyerKind::Company, home_count: None, ..buyer("公司", "1", 1) };
    let request_of = |unit, buyer| request("2026-06-01", vec![unit], vec![buyer]);
    for (unit, buyer) in
        [(home("89.50", "1090000"), company), (shop("1090000"), buyer("甲", "1", 1))]
    {
        let response = compute(&request_of(unit, buyer)).unwrap();
        assert_eq!(amounts(&response, "deed_tax"), ["30000.00"]);
        assert_eq!(response.lines[0].note.as_deref(), Some("地方税率（预设 3%）"));
        assert!(response.findings.is_empty());
    }
    // A project says what its city has.
    let mut local = request_of(shop("1090000"), buyer("甲", "1", 1));
    local.policy.rules = vec![rule("deed_tax", FeeBasis::PriceExVat {}, "0.04")];
    assert_eq!(amounts(&compute(&local).unwrap(), "deed_tax"), ["40000.00"]);
}

#[test]
fn joint_buyers_each_at_their_own_household() {
    let buyers = vec![buyer("甲", "0.6", 1), buyer("乙", "0.4", 2)];
    let request = request("2026-06-01", vec![home("150", "2180000")], buyers);
    let response = compute(&request).unwrap();
    // 2,000,000 × 0.6 × 1.5 % and 2,000,000 × 0.4 × 2 %
    assert_eq!(amounts(&response, "deed_tax"), ["18000.00", "16000.00"]);
    assert_eq!(response.lines[1].buyer.as_deref(), Some("乙"));
    assert_eq!(response.lines[1].basis.to_string(), "800000");
    // Registration is per unit, not per buyer.
    assert_eq!(amounts(&response, "registration_fee"), ["80.00"]);
}

#[test]
fn shares_must_add_up_to_one() {
    let buyers = vec![buyer("甲", "0.6", 1), buyer("乙", "0.3", 2)];
    let mut request = request("2026-06-01", vec![home("150", "2180000")], buyers);
    let error = compute(&request).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::FeeShares, "/facts/buyers"));
    assert_eq!(error.params()[0].value, "0.9");
    request.facts.buyers[1].share = "0.4".parse().unwrap();
    assert!(compute(&request).is_ok());
}

#[test]
fn stamp_duty() {
    let person = || vec![buyer("甲", "1", 1)];
    for date in ["2022-06-30", "2022-07-01"] {
        let response = compute(&request(date, vec![shop("1000000")], person())).unwrap();
        assert_eq!(amounts(&response, "stamp_duty"), ["500.00"]);
        assert_eq!(amounts(&response, "stamp_duty_seller"), ["500.00"]);
        assert_eq!(response.seller_total.to_string(), "500.00");
    }
    let response =
        compute(&request("2026-06-01", vec![home("89.50", "1000000")], person())).unwrap();
    let exempt = response.lines.iter().find(|line| line.code == "stamp_duty").unwrap();
    assert_eq!((exempt.amount.fen(), exempt.note.as_deref()), (0, Some("免征")));
    // The developer is no individual.
    assert_eq!(amounts(&response, "stamp_duty_seller"), ["500.00"]);
    let company = FeeBuyer { buyer: BuyerKind::Company, ..buyer("公司", "1", 1) };
    let response =
        compute(&request("2026-06-01", vec![home("89.50", "1000000")], vec![company])).unwrap();
    assert_eq!(amounts(&response, "stamp_duty"), ["500.00"]);
}

#[test]
fn registration_of_a_unit_and_its_parking() {
    let parking = FeeUnit {
        unit_no: Some("B1-012".into()),
        property_use: PropertyUse::Parking,
        ..home("12.50", "109000")
    };
    let units = vec![home("89.50", "1090000"), parking];
    let mut request = request("2026-06-01", units, vec![buyer("甲", "1", 1)]);
    let response = compute(&request).unwrap();
    assert_eq!(amounts(&response, "registration_fee"), ["80.00", "80.00"]);
    assert_eq!(amounts(&response, "certificate_fee"), [""; 0]);
    // The parking space is no home: 3 % of 100,000.
    assert_eq!(amounts(&response, "deed_tax"), ["10000.00", "3000.00"]);
    // 10,000 + 3,000 + 54.50 stamp duty on the parking space + 160
    assert_eq!(response.buyer_total.to_string(), "13214.50");
    request.facts.units[0].certificates = Some(3);
    request.facts.units[1].property_use = PropertyUse::NonResidential;
    let response = compute(&request).unwrap();
    assert_eq!(amounts(&response, "certificate_fee"), ["20.00"]);
    assert_eq!(amounts(&response, "registration_fee"), ["80.00", "550.00"]);
}

#[test]
fn maintenance_fund_of_nanchang() {
    let fund = |unit| {
        let mut request = request("2026-06-01", vec![unit], vec![]);
        request.policy.presets = vec![FeePreset::Nanchang];
        compute(&request).unwrap()
    };
    let surveyed = |elevator| FeeUnit {
        surveyed_area: Some("128.60".parse().unwrap()),
        elevator,
        ..home("130", "1090000")
    };
    let lift = fund(surveyed(Some(true)));
    assert_eq!(amounts(&lift, "maintenance_fund"), ["12860.00"]);
    assert!(lift.findings.is_empty());
    assert_eq!(amounts(&fund(surveyed(Some(false))), "maintenance_fund"), ["7073.00"]);
    assert_eq!(amounts(&fund(shop("1")), "maintenance_fund"), ["6500.00"]);
    // Before the survey the building area stands in, and the answer says so.
    let early = fund(FeeUnit { surveyed_area: None, ..surveyed(Some(true)) });
    assert_eq!(amounts(&early, "maintenance_fund"), ["13000.00"]);
    assert_eq!(codes(&early), [Code::FeeNotSurveyed]);
    assert_eq!(early.findings[0].unit_no.as_deref(), Some("1-1801"));
    // With or without a lift: that is not guessed.
    let unknown = fund(surveyed(None));
    assert!(unknown.lines.is_empty());
    assert_eq!(codes(&unknown), [Code::FeeFactMissing]);
    assert_eq!(unknown.findings[0].path.as_deref(), Some("/facts/units/0/elevator"));
}

#[test]
fn maintenance_fund_of_other_cities() {
    let fund = |preset, unit: FeeUnit| {
        let surveyed_area = Some(unit.building_area);
        let mut request = request("2026-06-01", vec![FeeUnit { surveyed_area, ..unit }], vec![]);
        request.policy.presets = vec![preset];
        amounts(&compute(&request).unwrap(), "maintenance_fund").join(" ")
    };
    let storeys = |storeys| FeeUnit { storeys: Some(storeys), ..home("100", "1") };
    assert_eq!(fund(FeePreset::Beijing, storeys(6)), "10000.00");
    assert_eq!(fund(FeePreset::Beijing, storeys(7)), "20000.00");
    assert_eq!(fund(FeePreset::Beijing, shop("1")), "2500.00");
    let elevator = |elevator, unit| FeeUnit { elevator: Some(elevator), ..unit };
    assert_eq!(fund(FeePreset::Wuxi, elevator(false, home("100", "1"))), "5000.00");
    assert_eq!(fund(FeePreset::Wuxi, elevator(true, shop("1"))), "4500.00");
}

/// 70 / 95 up to 7 storeys without and with a lift, 130 for 8–11, 145 from 12, garages 60.
#[test]
fn maintenance_fund_by_storeys_as_a_rule_of_the_project() {
    let homes = |storeys_from, storeys_to, elevator| FeeCondition {
        uses: vec![PropertyUse::Residential, PropertyUse::NonResidential],
        storeys_from,
        storeys_to,
        elevator,
        ..FeeCondition::default()
    };
    let fund = FeeRule {
        rows: vec![
            when(
                FeeCondition { uses: vec![PropertyUse::Parking], ..FeeCondition::default() },
                "60",
            ),
            when(homes(None, Some(7), Some(false)), "70"),
            when(homes(None, Some(7), Some(true)), "95"),
            when(homes(Some(8), Some(11), None), "130"),
            when(homes(Some(12), None, None), "145"),
        ],
        ..rule("maintenance_fund", FeeBasis::SurveyedArea {}, "0")
    };
    for (property_use, storeys, elevator, amount) in [
        (PropertyUse::Residential, 7, Some(false), "7000.00"),
        (PropertyUse::Residential, 7, Some(true), "9500.00"),
        (PropertyUse::Residential, 8, Some(true), "13000.00"),
        (PropertyUse::NonResidential, 11, None, "13000.00"),
        (PropertyUse::Residential, 12, None, "14500.00"),
        (PropertyUse::Parking, 30, None, "6000.00"),
        (PropertyUse::Residential, 7, None, ""),
    ] {
        let unit = FeeUnit { property_use, storeys: Some(storeys), elevator, ..home("100", "1") };
        let response = compute(&own(vec![fund.clone()], vec![unit], vec![])).unwrap();
        assert_eq!(amounts(&response, "maintenance_fund").join(" "), amount, "{storeys} storeys");
    }
}

#[test]
fn vat_split_of_both_rates() {
    let split = |rate: &str| {
        let amounts = vec!["2180000".parse().unwrap(), "1000000".parse().unwrap()];
        vat_split(&VatRequest { amounts, rate: rate.parse().unwrap() }).unwrap()
    };
    let general = split("0.09");
    assert_eq!(general.splits[0].tax.to_string(), "180000.00");
    assert_eq!(general.total.ex_vat.to_string(), "2917431.19");
    // 2,180,000 ÷ 1.05 = 2,076,190.476…; 1,000,000 ÷ 1.05 = 952,380.952…
    let simplified = split("0.05");
    assert_eq!(simplified.total.ex_vat.to_string(), "3028571.43");
    assert_eq!(simplified.total.tax.to_string(), "151428.57");
}

#[test]
fn every_basis_minimum_maximum_and_rounding() {
    let unit = FeeUnit {
        inside_area: Some("80.55".parse().unwrap()),
        surveyed_area: Some("100.36".parse().unwrap()),
        certificates: Some(4),
        ..home("100.50", "1090000")
    };
    let amount = |rule: FeeRule| {
        let mut request = own(vec![rule], vec![unit.clone(), shop("200")], vec![]);
        request.facts.units[1].unit_no = Some("S1".into());
        request.facts.loan_amount = Some("763333.33".parse().unwrap());
        amounts(&compute(&request).unwrap(), "x").first().cloned()
    };
    let simple = |basis, value| amount(rule("x", basis, value)).unwrap();
    assert_eq!(simple(FeeBasis::ContractPrice {}, "0.000123"), "134.07");
    assert_eq!(simple(FeeBasis::PriceExVat {}, "0.000123"), "123.00");
    assert_eq!(simple(FeeBasis::BuildingArea {}, "1.5"), "150.75");
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
    assert!(compute(&request).unwrap().lines.is_empty());
    request.facts.loan_amount = Some("700000".parse().unwrap());
    let response = compute(&request).unwrap();
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
        amounts(&compute(&request).unwrap(), "service").join(" ")
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
    let response = compute(&request).unwrap();
    assert_eq!(codes(&response), [Code::FeeFactMissing]);
    assert_eq!(response.findings[0].path.as_deref(), Some("/facts/units/0/inside_area"));
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
    let dues = |request: &FeeRequest| -> Vec<Option<String>> {
        let response = compute(request).unwrap();
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
    let error = compute(&request).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::PaymentDueDate, "/policy/rules/3/months"));
}

fn existing(code: &str, unit_no: &str, amount: &str, received: &str) -> ExistingFee {
    ExistingFee {
        code: code.into(),
        unit_no: Some(unit_no.into()),
        buyer: None,
        amount: amount.parse().unwrap(),
        received: received.parse().unwrap(),
    }
}

/// Code, state and amount of every line.
fn shown(response: &FeeResponse) -> Vec<(String, FeeLineState, String)> {
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
    let response = compute(&request).unwrap();
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
    assert_eq!(codes(&response), [Code::FeeExistingUnknown]);
    assert_eq!(response.findings[0].path.as_deref(), Some("/existing/3/code"));
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
    let response = compute(&request).unwrap();
    assert_eq!(shown(&response), [line("x", Kept, "1200.00"), line("x", Adjustment, "-200.00")]);
    // Together: 1,100 on which 1,200 was received.
    request.existing = vec![existing("x", "1-1801", "1100", "1200")];
    let response = compute(&request).unwrap();
    assert_eq!(shown(&response), [line("x", Kept, "1100.00"), line("x", Adjustment, "-100.00")]);
    // Once adjusted, the next run adds nothing.
    request.existing =
        vec![existing("x", "1-1801", "1200", "1200"), existing("x", "1-1801", "-200", "-200")];
    let response = compute(&request).unwrap();
    assert_eq!(shown(&response), [line("x", Kept, "1200.00"), line("x", Kept, "-200.00")]);
}

#[test]
fn what_is_not_known_adjusts_nothing() {
    let mut request = request("2026-06-01", vec![home("100", "1")], vec![]);
    request.policy.presets = vec![FeePreset::Nanchang];
    request.existing = vec![existing("maintenance_fund", "1-1801", "10000", "10000")];
    let response = compute(&request).unwrap();
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
    let response = compute(&request).unwrap();
    assert_eq!(
        shown(&response),
        [
            line("tax", Kept, "10000.00"),
            line("tax", Adjustment, "-5000.00"),
            line("tax", Computed, "5000.00")
        ]
    );
    request.facts.buyers[1].name = Some("甲".into());
    let error = compute(&request).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::FeeNameNeeded, "/facts/buyers/1/name"));
    request.existing.clear();
    assert!(compute(&request).is_ok());
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
    let response = compute(&request).unwrap();
    assert_eq!(amounts(&response, "registration_fee"), ["0.00"]);
    assert_eq!(amounts(&response, "gas"), ["2500.00"]);
    assert_eq!(codes(&response), [Code::FeeHomeAssumed]);
    request.facts.date = "2026-05-31".parse().unwrap();
    assert_eq!(amounts(&compute(&request).unwrap(), "gas"), ["2000.00"]);
    // A rule of the own code replaces the preset's even before it is in force.
    request.policy.rules[0].effective_from = Some("2026-07-01".parse().unwrap());
    let response = compute(&request).unwrap();
    assert!(amounts(&response, "registration_fee").is_empty());
    assert!(codes(&response).contains(&Code::FeeNotInForce));
}

#[test]
fn presets_of_another_city_are_pointed_out() {
    let mut request = request("2026-06-01", vec![shop("1")], vec![buyer("甲", "1", 1)]);
    request.policy.presets = vec![FeePreset::Beijing];
    request.facts.city = Some("北京市".into());
    assert_eq!(codes(&compute(&request).unwrap()), [Code::FeeNotSurveyed]);
    request.facts.city = Some("南昌".into());
    let response = compute(&request).unwrap();
    assert_eq!(codes(&response), [Code::FeeCityDiffers, Code::FeeNotSurveyed]);
    request.policy.presets.push(FeePreset::Nanchang);
    let error = compute(&request).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::FeePresetClash, "/policy/presets/1"));
    request.policy.rules = vec![rule("maintenance_fund", FeeBasis::SurveyedArea {}, "60")];
    assert!(compute(&request).is_ok());
}

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
    let error = compute(&request).unwrap_err();
    let mut found = vec![error.path().to_owned()];
    found.extend(error.others().iter().map(|other| other.path().to_owned()));
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
    assert_eq!(compute(&nobody).unwrap_err().code(), Code::ProjectNoUnits);
}

#[test]
fn amounts_beyond_money_are_errors() {
    let most = kaipan::number::Money::MAX.to_string();
    let twice = rule("x", FeeBasis::ContractPrice {}, "2");
    let mut request = own(vec![twice], vec![home("1", &most)], vec![]);
    let error = compute(&request).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::NumberOverflow, "/facts/units/0"));
    request.policy.rules = vec![];
    request.facts.units.push(FeeUnit { unit_no: None, ..home("1", &most) });
    let error = compute(&request).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::NumberOverflow, "/facts/units"));
}

#[test]
fn rounding_follows_the_rule() {
    let amount = |mode, place| {
        let rule = FeeRule {
            rounding: Rounding::new(mode, place),
            ..rule("x", FeeBasis::ContractPrice {}, "0.00123")
        };
        let request = own(vec![rule], vec![home("1", "1090045")], vec![]);
        amounts(&compute(&request).unwrap(), "x").join(" ")
    };
    // 1,090,045 × 0.00123 = 1,340.75535
    assert_eq!(amount(Mode::HalfUp, Place::Fen), "1340.76");
    assert_eq!(amount(Mode::Down, Place::Jiao), "1340.70");
    assert_eq!(amount(Mode::HalfUp, Place::Yuan), "1341.00");
    assert_eq!(amount(Mode::Up, Place::Hundred), "1400.00");
}
