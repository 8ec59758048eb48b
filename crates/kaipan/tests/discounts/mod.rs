//! Discounts of deals, built in few words.
#![allow(dead_code, reason = "each test program uses a part")]

pub(crate) mod random;

use kaipan::Date;
use kaipan::discount::*;
use kaipan::error::{Code, Error, Result};
use kaipan::number::{Money, Place, Rounding};
use kaipan::project::Unit;

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn discount(code: &str, value: DiscountKind) -> Discount {
    Discount::new(code, code, value)
}

pub(crate) fn named(discount: Discount, name: &str, reason: DiscountReason) -> Discount {
    Discount { name: name.into(), reason, ..discount }
}

pub(crate) fn added(discount: Discount) -> Discount {
    discount.with_stack(Stack::Add)
}

pub(crate) fn grouped(discount: Discount, group: &str) -> Discount {
    discount.with_exclusive_group(group)
}

pub(crate) fn asking(discount: Discount, conditions: DiscountConditions) -> Discount {
    discount.with_conditions(conditions)
}

pub(crate) fn rate(rate: &str) -> DiscountKind {
    DiscountKind::Rate { rate: rate.parse().unwrap() }
}

pub(crate) fn points(off: &str) -> DiscountKind {
    DiscountKind::Points { off: off.parse().unwrap() }
}

pub(crate) fn total_off(amount: &str) -> DiscountKind {
    DiscountKind::TotalOff { amount: amount.parse().unwrap() }
}

pub(crate) fn unit_off(amount: &str) -> DiscountKind {
    DiscountKind::UnitOff { amount: amount.parse().unwrap() }
}

pub(crate) fn fixed(total: &str) -> DiscountKind {
    DiscountKind::FixedPrice { total: total.parse().unwrap() }
}

pub(crate) fn deposit(paid: &str, counts_as: &str) -> DiscountKind {
    let (paid, counts_as) = (paid.parse().unwrap(), counts_as.parse().unwrap());
    DiscountKind::DepositMultiplier { paid, counts_as }
}

pub(crate) fn place(place: &str) -> Rounding {
    Rounding::half_up(place.parse::<Place>().unwrap())
}

pub(crate) fn scheme(discounts: Vec<Discount>) -> DiscountScheme {
    DiscountScheme::new("D", discounts)
}

pub(crate) fn total(total: &str, area: &str) -> ListPrice {
    ListPrice::new(area.parse().unwrap()).with_total(money(total))
}

pub(crate) fn by_unit(unit_price: &str, area: &str) -> ListPrice {
    ListPrice::new(area.parse().unwrap()).with_unit_price(unit_price.parse().unwrap())
}

pub(crate) fn facts(subscription_date: &str) -> DealFacts {
    DealFacts::new(date(subscription_date))
}

pub(crate) fn unit(unit_no: &str, building: &str, area: &str) -> Unit {
    Unit {
        unit_no: unit_no.into(),
        building: building.into(),
        floor: 1,
        line: "01".into(),
        building_area: area.parse().unwrap(),
        ..Unit::default()
    }
}

pub(crate) fn choose(codes: &[&str]) -> Vec<ChosenDiscount> {
    codes.iter().map(|code| ChosenDiscount::new(*code)).collect()
}

/// What a discounting borrows.
#[derive(Debug, Clone)]
pub(crate) struct Sale {
    pub(crate) list: ListPrice,
    pub(crate) scheme: DiscountScheme,
    pub(crate) chosen: Vec<ChosenDiscount>,
    pub(crate) facts: DealFacts,
    pub(crate) unit: Option<Unit>,
    pub(crate) authority: Option<AuthorityTable>,
}

/// All discounts of the scheme, on 2026-05-01.
pub(crate) fn all_of(list: ListPrice, scheme: DiscountScheme) -> Sale {
    let codes: Vec<&str> = scheme.discounts.iter().map(|one| one.code.as_str()).collect();
    let chosen = choose(&codes);
    Sale { list, chosen, scheme, facts: facts("2026-05-01"), unit: None, authority: None }
}

impl Sale {
    pub(crate) fn engine(&self) -> Discounting<'_> {
        let engine = Discounting::new(&self.scheme, &self.list, &self.facts);
        let engine = self.unit.as_ref().map_or(engine, |unit| engine.unit(unit));
        self.authority.as_ref().map_or(engine, |table| engine.authority(table))
    }

    pub(crate) fn apply(&self) -> Result<DiscountOutcome> {
        self.engine().apply(&self.chosen)
    }

    /// The best combination with the chosen discounts.
    pub(crate) fn best(&self) -> Result<BestDiscounts> {
        self.engine().best(&self.chosen)
    }
}

pub(crate) fn given(outcome: &DiscountOutcome) -> Vec<&str> {
    outcome.applied.iter().map(|one| one.code.as_str()).collect()
}

pub(crate) fn removed(outcome: &DiscountOutcome) -> Vec<(&str, Vec<Code>)> {
    let codes = |one: &RemovedDiscount| one.why.iter().map(|why| why.code).collect();
    outcome.removed.iter().map(|one| (one.code.as_str(), codes(one))).collect()
}

/// Checks code and place of everything that is wrong.
#[track_caller]
pub(crate) fn assert_wrong(error: &Error, expected: &[(Code, &str)]) {
    let all = std::iter::once(error).chain(error.others());
    let found: Vec<(Code, String)> = all.map(|one| (one.code(), one.path())).collect();
    let found: Vec<(Code, &str)> = found.iter().map(|(code, path)| (*code, &**path)).collect();
    assert_eq!(found, expected);
}

pub(crate) fn money(text: &str) -> Money {
    text.parse().unwrap()
}

/// The table of the handbook, §3.4.
pub(crate) fn table_3_4() -> AuthorityTable {
    let role = |role: &str, least: &str, may_break_floor: bool| {
        let rule = AuthorityRule::new(role).with_may_break_floor(may_break_floor);
        rule.with_min_effective(least.parse().unwrap())
    };
    AuthorityTable::new(vec![
        role("置业顾问", "0.99", false),
        role("销售经理", "0.98", false),
        role("项目总", "0.96", false),
        role("城市公司营销总", "0.93", false),
        role("总部", "0", true),
    ])
}
