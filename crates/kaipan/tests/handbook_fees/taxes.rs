//! What the presets say: taxes, registration, maintenance funds.

use super::*;

/// Deed tax of one person's home; the base is 1,000,000.00.
fn deed_tax(date: &str, city: Option<&str>, homes: u32, area: &str) -> String {
    let mut request = request(date, vec![home(area, "1090000")], vec![buyer("甲", "1", homes)]);
    request.facts.city = city.map(Text::from);
    let response = request.sheet().unwrap();
    amounts(&response, "deed_tax").join(" ")
}

#[test]
fn deed_tax_example() {
    let request = request("2026-06-01", vec![home("150", "2180000")], vec![buyer("甲", "1", 1)]);
    let response = request.sheet().unwrap();
    let line = &response.lines[0];
    assert_eq!((line.code.as_str(), line.amount.to_string().as_str()), ("deed_tax", "30000.00"));
    assert_eq!(line.basis.to_string(), "2000000");
    assert_eq!(line.value.to_string(), "0.015");
    assert_eq!(line.source.as_deref().unwrap(), "财政部 税务总局 住房城乡建设部公告2024年第16号");
    assert_eq!(response.vat.ex_vat.to_string(), "2000000.00");
    assert_eq!(response.vat.tax.to_string(), "180000.00");
    // The simplified method has another base: 2,180,000 ÷ 1.05 = 2,076,190.476…
    let simplified = FeeFacts { vat_rate: Some("0.05".parse().unwrap()), ..request.facts.clone() };
    let response = (Contract { facts: simplified, ..request }).sheet().unwrap();
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
    let response = old.sheet().unwrap();
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
        let response = request_of(unit, buyer).sheet().unwrap();
        assert_eq!(amounts(&response, "deed_tax"), ["30000.00"]);
        assert_eq!(response.lines[0].note.as_deref(), Some("地方税率（预设 3%）"));
        assert!(response.findings.is_empty());
    }
    // A project says what its city has.
    let mut local = request_of(shop("1090000"), buyer("甲", "1", 1));
    local.policy.rules = vec![rule("deed_tax", FeeBasis::PriceExVat {}, "0.04")];
    assert_eq!(amounts(&local.sheet().unwrap(), "deed_tax"), ["40000.00"]);
}

#[test]
fn joint_buyers_each_at_their_own_household() {
    let buyers = vec![buyer("甲", "0.6", 1), buyer("乙", "0.4", 2)];
    let request = request("2026-06-01", vec![home("150", "2180000")], buyers);
    let response = request.sheet().unwrap();
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
    let error = request.sheet().unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (Code::FeeShares, "/facts/buyers"));
    assert_eq!(error.params()[0].value, "0.9");
    request.facts.buyers[1].share = "0.4".parse().unwrap();
    assert!(request.sheet().is_ok());
}

#[test]
fn stamp_duty() {
    let person = || vec![buyer("甲", "1", 1)];
    for date in ["2022-06-30", "2022-07-01"] {
        let response = request(date, vec![shop("1000000")], person()).sheet().unwrap();
        assert_eq!(amounts(&response, "stamp_duty"), ["500.00"]);
        assert_eq!(amounts(&response, "stamp_duty_seller"), ["500.00"]);
        assert_eq!(response.seller_total.to_string(), "500.00");
    }
    let response = request("2026-06-01", vec![home("89.50", "1000000")], person()).sheet().unwrap();
    let exempt = response.lines.iter().find(|line| line.code == "stamp_duty").unwrap();
    assert_eq!((exempt.amount.fen(), exempt.note.as_deref()), (0, Some("免征")));
    // The developer is no individual.
    assert_eq!(amounts(&response, "stamp_duty_seller"), ["500.00"]);
    let company = FeeBuyer { buyer: BuyerKind::Company, ..buyer("公司", "1", 1) };
    let response =
        request("2026-06-01", vec![home("89.50", "1000000")], vec![company]).sheet().unwrap();
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
    let response = request.sheet().unwrap();
    assert_eq!(amounts(&response, "registration_fee"), ["80.00", "80.00"]);
    assert_eq!(amounts(&response, "certificate_fee"), [""; 0]);
    // The parking space is no home: 3 % of 100,000.
    assert_eq!(amounts(&response, "deed_tax"), ["10000.00", "3000.00"]);
    // 10,000 + 3,000 + 54.50 stamp duty on the parking space + 160
    assert_eq!(response.buyer_total.to_string(), "13214.50");
    request.facts.units[0].certificates = Some(3);
    request.facts.units[1].property_use = PropertyUse::NonResidential;
    let response = request.sheet().unwrap();
    assert_eq!(amounts(&response, "certificate_fee"), ["20.00"]);
    assert_eq!(amounts(&response, "registration_fee"), ["80.00", "550.00"]);
}

#[test]
fn maintenance_fund_of_nanchang() {
    let fund = |unit| {
        let mut request = request("2026-06-01", vec![unit], vec![]);
        request.policy.presets = vec![FeePreset::Nanchang];
        request.sheet().unwrap()
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
    assert_eq!(unknown.findings[0].path.as_ref().unwrap(), &"/facts/units/0/elevator");
}

#[test]
fn maintenance_fund_of_other_cities() {
    let fund = |preset, unit: FeeUnit| {
        let surveyed_area = Some(unit.building_area);
        let mut request = request("2026-06-01", vec![FeeUnit { surveyed_area, ..unit }], vec![]);
        request.policy.presets = vec![preset];
        amounts(&request.sheet().unwrap(), "maintenance_fund").join(" ")
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
        let response = own(vec![fund.clone()], vec![unit], vec![]).sheet().unwrap();
        assert_eq!(amounts(&response, "maintenance_fund").join(" "), amount, "{storeys} storeys");
    }
}

#[test]
fn vat_split_of_both_rates() {
    let split = |rate: &str| {
        let amounts = ["2180000", "1000000"].map(|amount| amount.parse().unwrap());
        vat_split(&amounts, rate.parse().unwrap()).unwrap()
    };
    let general = split("0.09");
    assert_eq!(general.splits[0].tax.to_string(), "180000.00");
    assert_eq!(general.total.ex_vat.to_string(), "2917431.19");
    // 2,180,000 ÷ 1.05 = 2,076,190.476…; 1,000,000 ÷ 1.05 = 952,380.952…
    let simplified = split("0.05");
    assert_eq!(simplified.total.ex_vat.to_string(), "3028571.43");
    assert_eq!(simplified.total.tax.to_string(), "151428.57");
}
