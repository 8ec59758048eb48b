//! Requests about discounts, built in few words.
#![allow(dead_code, reason = "each test program uses a part")]

use kaipan::Date;
use kaipan::discount::*;
use kaipan::error::{Code, Error};
use kaipan::number::{Money, Place, Rounding};

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn discount(code: &str, value: DiscountKind) -> Discount {
    Discount {
        code: code.into(),
        name: code.into(),
        name_en: None,
        value,
        tiers: vec![],
        negotiable: false,
        reason: DiscountReason::Other,
        stack: Stack::Multiply,
        conditions: DiscountConditions::default(),
        enabled: true,
        exclusive_group: None,
        not_with: vec![],
        combinable: false,
        needs_approval: false,
        max_uses: None,
        campaign: None,
    }
}

pub(crate) fn named(mut discount: Discount, name: &str, reason: DiscountReason) -> Discount {
    discount.name = name.into();
    discount.reason = reason;
    discount
}

pub(crate) fn added(mut discount: Discount) -> Discount {
    discount.stack = Stack::Add;
    discount
}

pub(crate) fn grouped(mut discount: Discount, group: &str) -> Discount {
    discount.exclusive_group = Some(group.into());
    discount
}

pub(crate) fn asking(mut discount: Discount, conditions: DiscountConditions) -> Discount {
    discount.conditions = conditions;
    discount
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
    DiscountScheme { code: "D".into(), discounts, ..DiscountScheme::default() }
}

pub(crate) fn total(total: &str, area: &str) -> ListPrice {
    let (total, area) = (total.parse().unwrap(), area.parse().unwrap());
    ListPrice { total: Some(total), unit_price: None, area }
}

pub(crate) fn facts(subscription_date: &str) -> DealFacts {
    DealFacts {
        subscription_date: date(subscription_date),
        agreed_signing_date: None,
        signing_date: None,
        as_of: None,
        paid_late: false,
        project: None,
        plan: None,
        member_level: None,
        group_units: None,
        referral: None,
        employee: false,
        campaigns: vec![],
        sincerity_money: None,
        uses: vec![],
    }
}

pub(crate) fn choose(codes: &[&str]) -> Vec<ChosenDiscount> {
    codes.iter().map(|code| ChosenDiscount { code: (*code).into(), value: None }).collect()
}

/// All discounts of the scheme, on 2026-05-01.
pub(crate) fn all_of(list: ListPrice, scheme: DiscountScheme) -> ApplyRequest {
    let codes: Vec<&str> = scheme.discounts.iter().map(|one| one.code.as_str()).collect();
    ApplyRequest {
        list,
        chosen: choose(&codes),
        scheme,
        facts: facts("2026-05-01"),
        checks: DealChecks::default(),
        authority: None,
        ineligible: Ineligible::Reject,
        confirmed: false,
    }
}

pub(crate) fn given(outcome: &DiscountOutcome) -> Vec<&str> {
    outcome.applied.iter().map(|one| one.code.as_str()).collect()
}

pub(crate) fn removed(outcome: &DiscountOutcome) -> Vec<(&str, Vec<Code>)> {
    let codes = |one: &RemovedDiscount| one.why.iter().map(|why| why.code).collect();
    outcome.removed.iter().map(|one| (one.code.as_str(), codes(one))).collect()
}

/// Code and place of everything that is wrong.
pub(crate) fn wrong(error: &Error) -> Vec<(Code, &str)> {
    let others = error.others().iter();
    std::iter::once(error).chain(others).map(|one| (one.code(), one.path())).collect()
}

pub(crate) fn money(text: &str) -> Money {
    text.parse().unwrap()
}

/// The table of the handbook, §3.4.
pub(crate) fn table_3_4() -> AuthorityTable {
    let role = |role: &str, min_effective: &str, may_break_floor: bool| AuthorityRule {
        role: role.into(),
        role_en: None,
        projects: vec![],
        product_types: vec![],
        min_effective: Some(min_effective.parse().unwrap()),
        max_share_off: None,
        max_total_off: None,
        may_break_floor,
        reason_limits: vec![],
    };
    AuthorityTable {
        version: None,
        limits_apply_to: LimitsApplyTo::AllDiscounts,
        rules: vec![
            role("置业顾问", "0.99", false),
            role("销售经理", "0.98", false),
            role("项目总", "0.96", false),
            role("城市公司营销总", "0.93", false),
            role("总部", "0", true),
        ],
    }
}

pub(crate) fn best_of(request: &ApplyRequest, chosen: Vec<ChosenDiscount>) -> BestRequest {
    BestRequest {
        list: request.list.clone(),
        scheme: request.scheme.clone(),
        chosen,
        facts: request.facts.clone(),
        checks: request.checks.clone(),
        authority: None,
        confirmed: false,
    }
}
