use super::change::too_soon;
use super::*;
use crate::Date;
use crate::error::{Code, Result};
use crate::project::{PresalePermit, Project, Selection, Unit, UnitState};

fn project() -> Project {
    let unit = Unit {
        unit_no: "101".into(),
        building: "1".into(),
        line: "01".into(),
        floor: 1,
        building_area: "100".parse().unwrap(),
        list_price: Some("12000".parse().unwrap()),
        floor_price: Some("11000".parse().unwrap()),
        filed_price: Some("12000".parse().unwrap()),
        ..Unit::default()
    };
    Project { units: vec![unit], ..Project::default() }
}

/// By the rules of Zhongshan, a month after the last change unless another day is given.
fn checked(project: &Project, prices: &[CheckedPrice], on: Option<&str>) -> Result<PriceCheck> {
    let rules =
        PriceRules { filed: Some(FiledPriceRule::zhongshan_2022()), ..PriceRules::default() };
    let changes = [LastChange { unit_no: "101".into(), on: "2026-01-01".parse().unwrap() }];
    let on: Option<Date> = on.map(|on| on.parse().unwrap());
    let check = Checking::new(project).prices(prices).rules(&rules);
    check.last_changes(&changes).on(on).check()
}

fn codes(check: Result<PriceCheck>) -> Vec<Code> {
    check.unwrap().findings.iter().map(|f| f.code).collect()
}

fn price(list: Option<&str>, deal: Option<&str>) -> CheckedPrice {
    CheckedPrice {
        unit_no: "101".into(),
        list_price: list.map(|p| p.parse().unwrap()),
        list_total: None,
        deal_price: deal.map(|p| p.parse().unwrap()),
        deal_total: None,
    }
}

#[test]
fn list_and_deal_prices_keep_their_levels() {
    let project = project();
    let found = |prices: &[CheckedPrice], on| codes(checked(&project, prices, Some(on)));
    assert_eq!(found(&[], "2026-02-01"), [], "the list price in force is fine");
    assert_eq!(
        found(&[price(Some("11300"), None)], "2026-02-01"),
        [Code::PricingTooSoonMonths, Code::PricingCutTooDeep]
    );
    assert_eq!(
        found(&[price(Some("11400"), Some("10900"))], "2026-04-01"),
        [Code::PricingBelowFloor],
        "three months on, and 5 % exactly"
    );
    let sold = checked(&project, &[price(None, Some("11500"))], None).unwrap();
    assert_eq!(sold.premium.unwrap().to_string(), "50000.00");
}

#[test]
fn waits_in_months_end_on_the_day_and_days_count_beside_them() {
    let rule = |days, months| FiledPriceRule {
        min_days_between_changes: days,
        min_months_between_changes: months,
        ..FiledPriceRule::strict()
    };
    let found = |rule: &FiledPriceRule, last: &str, on: &str| -> Vec<(Code, String)> {
        let found = too_soon(rule, last.parse().unwrap(), on.parse().unwrap());
        found.iter().map(|f| (f.code, f.params.last().unwrap().value.to_string())).collect()
    };
    let months = |date: &str| (Code::PricingTooSoonMonths, date.to_owned());
    let three = rule(None, Some(3));
    assert_eq!(found(&three, "2022-07-04", "2022-10-03"), [months("2022-10-04")]);
    assert_eq!(found(&three, "2022-07-04", "2022-10-04"), []);
    assert_eq!(found(&three, "2026-11-30", "2027-02-27"), [months("2027-02-28")]);
    assert_eq!(found(&three, "2026-11-30", "2027-02-28"), []);
    let both = rule(Some(100), Some(3));
    let days = (Code::PricingTooSoon, "2022-10-12".to_owned());
    assert_eq!(found(&both, "2022-07-04", "2022-10-05"), [days]);
    let never = rule(Some(u32::MAX), Some(u32::MAX));
    assert_eq!(found(&never, "2022-07-04", "9999-12-30").len(), 2);
}

#[test]
fn unknown_repeated_and_empty_prices_are_all_named() {
    let mut prices = [price(Some("1"), None), price(None, None), price(Some("1"), None)];
    prices[2].unit_no = "999".into();
    let error = checked(&project(), &prices, None).unwrap_err();
    let codes: Vec<Code> =
        std::iter::once(&error).chain(error.others()).map(|e| e.code()).collect();
    assert_eq!(
        codes,
        [Code::ProjectUnitTwice, Code::PricingMissingPrice, Code::PricingUnknownUnit]
    );
}

#[test]
fn units_on_sale_need_a_permit_and_a_confirmed_price() {
    let mut project = project();
    let unit = &mut project.units[0];
    unit.state = UnitState::OnSale;
    unit.needs_price_confirmation = true;
    project.permits = vec![PresalePermit {
        number: "1".into(),
        issued_on: "2026-03-01".parse().unwrap(),
        valid_until: None,
        covers: Some(Selection::all()),
    }];
    assert_eq!(
        codes(checked(&project, &[], Some("2026-02-01"))),
        [Code::ProjectNoPermit, Code::PricingNeedsConfirmation]
    );
    assert_eq!(codes(checked(&project, &[], Some("2026-03-01"))), [Code::PricingNeedsConfirmation]);
}
