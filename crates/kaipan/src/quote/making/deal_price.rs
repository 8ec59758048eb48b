//! The deal price of a quote: list price, discounts of the plan and of the buyer.

use super::held;
use crate::discount::{AuthorityTable, DealFacts, DiscountOutcome, Discounting, ListPrice};
use crate::error::{Code, Error, Input, InputPlace, Result, Told};
use crate::payment::PaymentPlan;
use crate::quote::{QuoteChoice, Quoting};
use std::borrow::Cow;

/// The price of a choice with the plan at a place; without a plan, what stands against the rest.
pub(super) fn price(
    quoting: &Quoting<'_>,
    choice: &QuoteChoice,
    plan: Option<(usize, &PaymentPlan)>,
    facts: &DealFacts,
    authority: Option<&AuthorityTable>,
) -> Result<DiscountOutcome> {
    let (policies, case) = (quoting.policies, quoting.case);
    let names = policies.plans.iter().map(|plan| {
        (&*plan.code, plan.name.as_str(), plan.name_en.as_deref().unwrap_or(&plan.code))
    });
    let names: Vec<(&str, &str, &str)> = names.collect();
    let list = list(quoting);
    let discounting = match &list {
        Ok(list) => Discounting::new(&policies.discounts, list, facts),
        Err(_) => Discounting::unpriced(&policies.discounts, facts),
    };
    let discounting = discounting
        .unit(&case.unit)
        .rules(&policies.rules)
        .confirmed(choice.confirmed)
        .plan_discounts(plan.map_or(&[], |(_, plan)| &plan.discounts))
        .plan_names(&names)
        .authority(authority);
    let outcome = match &list {
        Err(error) => Err(error.clone().and(discounting.refusal(&choice.discounts).err())),
        Ok(_) if choice.best => discounting.best_price(&choice.discounts),
        Ok(_) => discounting.apply(&choice.discounts),
    };
    let outcome = match case.list {
        Some(_) => outcome,
        None => outcome.moved_by(&held::list_of_unit),
    };
    outcome.moved(&|input| match (input, plan) {
        (Input::Plan, Some((at, _))) => Some(held::plan(at)),
        _ => held::by_discounts(input),
    })
}

/// The list price of the case, or of its unit.
pub(super) fn list<'a>(quoting: &Quoting<'a>) -> Result<Cow<'a, ListPrice>> {
    let unit = &quoting.case.unit;
    if let Some(list) = &quoting.case.list {
        return Ok(Cow::Borrowed(list));
    }
    let (total, unit_price) = (unit.list_total, unit.list_price);
    if total.is_none() && unit_price.is_none() {
        let error = Error::new(Code::QuoteListMissing).with("unit_no", &unit.unit_no);
        return Err(error.placed(InputPlace::of(Input::Case).then("unit")));
    }
    Ok(Cow::Owned(ListPrice { total, unit_price, area: unit.building_area }))
}
