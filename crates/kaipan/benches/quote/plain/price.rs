//! From the list total to the deal total, and who may approve it.

use super::{
    Applied, Approval, Case, Discount, Kind, Mode, Note, Plan, Policies, Price, Reason, Request,
    Rule, Severity, Step, Verdict, half_up, within,
};
use rust_decimal::Decimal;

/// The discounts of plan and choice, in the order of calculation; what may not be given is a
/// problem.
pub(super) fn chosen<'a>(
    request: &'a Request,
    plan: &'a Plan,
    problems: &mut Vec<String>,
) -> Vec<&'a Discount> {
    let Request { policies, case, choice } = request;
    let scheme = &policies.scheme;
    if !within(case.subscription, scheme.valid_from, scheme.valid_to) {
        problems.push(format!("the discounts are not in force on {}", case.subscription));
    }
    let of_plan = plan.discounts.iter().filter(|code| !choice.discounts.contains(code));
    let mut chosen = Vec::new();
    for code in of_plan.chain(&choice.discounts) {
        match scheme.discounts.iter().find(|discount| discount.code == *code) {
            Some(discount) => {
                if let Some(problem) = unmet(discount, case, plan) {
                    problems.push(format!("{code}: {problem}"));
                }
                chosen.push(discount);
            }
            None => problems.push(format!("there is no discount {code}")),
        }
    }
    // Payment method first, then other rates and points, then amounts.
    chosen.sort_by_key(|discount| match discount.kind {
        Kind::Rate(_) | Kind::Points(_) if discount.reason == Reason::PaymentMethod => 0,
        Kind::Rate(_) | Kind::Points(_) => 1,
        Kind::TotalOff(_) | Kind::DepositMultiplier { .. } => 2,
    });
    chosen
}

fn unmet(discount: &Discount, case: &Case, plan: &Plan) -> Option<String> {
    if !discount.enabled {
        return Some("switched off".to_owned());
    }
    if !within(case.subscription, discount.from, discount.to) {
        return Some(format!("not offered on {}", case.subscription));
    }
    if !discount.plans.is_empty() && !discount.plans.contains(&plan.code) {
        return Some(format!("not with plan {}", plan.code));
    }
    if discount.employee && !case.employee {
        return Some("for employees".to_owned());
    }
    if let (Kind::DepositMultiplier { paid, .. }, Some(money)) =
        (discount.kind, case.sincerity_money)
        && money < paid
    {
        return Some(format!("{paid} has to be paid in, not {money}"));
    }
    let late = |agreed| case.signing.unwrap_or(case.as_of) > agreed;
    if discount.reason == Reason::OnTimeSigning && case.agreed_signing.is_some_and(late) {
        return Some("signed late".to_owned());
    }
    None
}

pub(super) fn price(request: &Request, chosen: &[&Discount]) -> Price {
    let Request { policies, case, .. } = request;
    let mut running = case.list_total;
    let mut steps = Vec::with_capacity(chosen.len() + 4);
    let mut applied = Vec::with_capacity(chosen.len());
    steps.push(Step {
        rule: Rule::ListTotal,
        code: None,
        value: None,
        mode: None,
        before: None,
        after: running,
    });
    for discount in chosen {
        let before = running;
        let (rule, value) = match discount.kind {
            Kind::Rate(rate) => {
                running *= rate;
                (Rule::Rate, rate)
            }
            Kind::Points(off) => {
                running *= Decimal::ONE - off;
                (Rule::Points, off)
            }
            Kind::TotalOff(amount) => {
                running -= amount;
                (Rule::TotalOff, amount)
            }
            Kind::DepositMultiplier { paid, counts_as } => {
                running -= counts_as - paid;
                (Rule::DepositMultiplier, counts_as - paid)
            }
        };
        steps.push(Step {
            rule,
            code: Some(discount.code.clone()),
            value: Some(value),
            mode: None,
            before: Some(before),
            after: running,
        });
        applied.push(Applied {
            code: discount.code.clone(),
            name: discount.name.clone(),
            reason: discount.reason,
            kind: discount.kind,
            amount: half_up(before - running, 2),
            conditional: discount.reason == Reason::OnTimeSigning && case.signing.is_none(),
        });
    }
    if running < Decimal::ZERO {
        let before = Some(running);
        running = Decimal::ZERO;
        let (code, value, mode) = (None, None, None);
        steps.push(Step { rule: Rule::NotBelowZero, code, value, mode, before, after: running });
    }
    let deal_total = half_up(running, 2);
    steps.push(Step {
        rule: Rule::TotalRounding,
        code: None,
        value: Some(Decimal::new(1, 2)),
        mode: Some(Mode::HalfUp),
        before: Some(running),
        after: deal_total,
    });
    let area = case.unit.building_area;
    let deal_unit_price = half_up(deal_total / area, 2);
    steps.push(Step {
        rule: Rule::Derived,
        code: None,
        value: Some(area),
        mode: None,
        before: Some(deal_total),
        after: deal_unit_price,
    });
    let effective = deal_total / case.list_total;
    let mut notes = limits(policies, case, deal_unit_price);
    let below_floor = case.floor_price.is_some_and(|floor| deal_unit_price < floor);
    for discount in chosen {
        if let (Reason::OnTimeSigning, Some(agreed), None) =
            (discount.reason, case.agreed_signing, case.signing)
        {
            let (code, name, english) = (&discount.code, &discount.name, &discount.name_en);
            notes.push(Note {
                code: "discount.conditional",
                severity: Severity::Info,
                unit_no: None,
                params: vec![("code", code.clone()), ("date", agreed.to_string())],
                zh: format!("“{name}”以 {agreed} 前签约为条件，逾期取消"),
                en: format!(
                    "\"{english}\" is given for signing by {agreed} and is lost after that"
                ),
            });
        }
    }
    let effective_discount = half_up(effective, 6);
    let discount_amount = case.list_total - deal_total;
    let (text_zh, text_en) = texts(chosen);
    Price {
        list_total: case.list_total,
        list_unit_price: case.list_unit_price,
        area,
        deal_total,
        deal_unit_price,
        discount_amount,
        effective_discount,
        effective_percent: half_up(effective * Decimal::ONE_HUNDRED, 2),
        unit_discount: half_up(deal_unit_price / case.list_unit_price, 6),
        share_off: half_up(Decimal::ONE - effective, 6),
        text_zh,
        text_en,
        applied,
        steps,
        approval: approval(policies, effective, discount_amount, below_floor),
        notes,
    }
}

/// Floor price and filed price.
fn limits(policies: &Policies, case: &Case, price: Decimal) -> Vec<Note> {
    let broken = |code, zh: &str, en: &str, limit: Decimal| Note {
        code,
        severity: Severity::Violation,
        unit_no: Some(case.unit.unit_no.clone()),
        params: vec![("price", price.to_string()), ("limit", limit.to_string())],
        zh: format!("成交价 {price} {zh} {limit}"),
        en: format!("the deal price {price} is {en} {limit}"),
    };
    let mut notes = Vec::new();
    if let Some(floor) = case.floor_price.filter(|floor| price < *floor) {
        notes.push(broken("pricing.below_floor", "低于底价", "below the floor price", floor));
    }
    if let Some(filed) = case.filed_price {
        let (most, least) = (
            filed * (Decimal::ONE + policies.filed_up),
            filed * (Decimal::ONE - policies.filed_down),
        );
        if price > most {
            let en = "above the filed-price limit";
            notes.push(broken("pricing.above_filed", "高于备案价上限", en, most));
        }
        if price < least {
            let en = "below the filed-price limit";
            notes.push(broken("pricing.below_filed", "低于备案价下限", en, least));
        }
    }
    notes
}

fn approval(
    policies: &Policies,
    effective: Decimal,
    discount_amount: Decimal,
    below_floor: bool,
) -> Approval {
    let shown = half_up(effective, 6).normalize();
    let mut roles = Vec::with_capacity(policies.authority.len());
    let mut lowest = None;
    for role in &policies.authority {
        let mut why = Vec::new();
        let limit = role.min_effective;
        if effective < limit {
            why.push(Note {
                code: "discount.authority_effective",
                severity: Severity::Violation,
                unit_no: None,
                params: vec![("effective", shown.to_string()), ("limit", limit.to_string())],
                zh: format!("实际折扣 {shown} 低于权限 {limit}"),
                en: format!("the effective discount {shown} is below the limit {limit}"),
            });
        }
        if below_floor && !role.may_break_floor {
            why.push(Note {
                code: "discount.authority_floor",
                severity: Severity::Violation,
                unit_no: None,
                params: Vec::new(),
                zh: "无权破底价".to_owned(),
                en: "may not go below the floor price".to_owned(),
            });
        }
        let may_approve = why.is_empty();
        if may_approve && lowest.is_none() {
            lowest = Some(role);
        }
        roles.push(Verdict { role: role.role.clone(), may_approve, why });
    }
    let needed = lowest.filter(|_| discount_amount > Decimal::ZERO || below_floor);
    Approval {
        role: needed.map(|role| role.role.clone()),
        role_en: needed.map(|role| role.role_en.clone()),
        effective_discount: half_up(effective, 6),
        discount_amount,
        below_floor,
        roles,
    }
}

/// `一次性付款98折*按时签约99折;总价优惠5000元`, and in English.
fn texts(chosen: &[&Discount]) -> (String, String) {
    let (mut zh, mut en) = (String::new(), String::new());
    let mut scaled = false;
    for (at, discount) in chosen.iter().enumerate() {
        let scales = matches!(discount.kind, Kind::Rate(_) | Kind::Points(_));
        if at > 0 {
            zh.push_str(if scaled && scales { "*" } else { ";" });
            en.push_str(if scaled && scales { " x " } else { "; " });
        }
        scaled = scales;
        zh.push_str(&discount.name);
        en.push_str(&discount.name_en);
        match discount.kind {
            Kind::Rate(rate) => {
                let percent = (rate * Decimal::ONE_HUNDRED).normalize();
                zh.push_str(&format!("{percent}折"));
                en.push_str(&format!(" {percent}%"));
            }
            Kind::Points(off) => {
                let points = (off * Decimal::ONE_HUNDRED).normalize();
                let word = if points == Decimal::ONE { "point" } else { "points" };
                zh.push_str(&format!("减{points}点"));
                en.push_str(&format!(" {points} {word} off"));
            }
            Kind::TotalOff(amount) => {
                let amount = amount.normalize();
                let word = if discount.name.ends_with("优惠") { "" } else { "优惠" };
                zh.push_str(&format!("{word}{amount}元"));
                en.push_str(&format!(" {amount} yuan off"));
            }
            Kind::DepositMultiplier { paid, counts_as } => {
                let (paid, counts_as) = (paid.normalize(), counts_as.normalize());
                zh.push_str(&format!("交{paid}抵{counts_as}"));
                en.push_str(&format!(" {paid} counts as {counts_as}"));
            }
        }
    }
    (zh, en)
}
