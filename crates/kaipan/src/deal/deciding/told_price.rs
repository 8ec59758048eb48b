//! What is told about the price that is agreed.

use crate::deal::DealPrice;
use crate::deal::guard::Situation;
use crate::deal::settlement::share;
use crate::error::{Code, Finding, Input, finding};
use crate::number::{Money, Rate, WrittenDiscount, WrittenKind, parse_written_discount};

/// 1 %: roundings of a price do not come to it.
const ROUNDED: Rate = Rate::from_millionths(10_000);

/// What there is to say about the price of the draft.
pub(super) fn of_price<'s>(at: &'s Situation<'_>) -> impl Iterator<Item = Finding> + use<'s> {
    let price = at.draft.price.as_ref();
    let deep = |price: &DealPrice| {
        let found =
            || finding!(Code::DealPriceDeep, deal = price.deal_total, list = price.list_total);
        at.is_deep().then(|| (found(), "deal_total"))
    };
    let found = price.map(|price| [contract_above(price), discount_differs(price), deep(price)]);
    let placed = |(found, field): (Finding, &'static str)| {
        found.at(field).at("price").at("draft").within(Input::Command)
    };
    found.into_iter().flatten().flatten().map(placed)
}

/// The contract total has something besides the deal total.
fn contract_above(price: &DealPrice) -> Option<(Finding, &'static str)> {
    let above = price.contract_total.checked_sub(price.deal_total)?;
    let found =
        || finding!(Code::DealContractAbove, contract = price.contract_total, above = above);
    above.is_positive().then(|| (found(), "contract_total"))
}

/// The text of the discounts is one rate, such as `98折`, and the price is not what it comes to.
fn discount_differs(price: &DealPrice) -> Option<(Finding, &'static str)> {
    let read = parse_written_discount(&price.discounts, WrittenKind::Rate).ok()?;
    let WrittenDiscount::Rate(rate) = read else { return None };
    let of_list = |rate: Rate| share(price.list_total, rate).ok();
    let (expected, allowed) = (of_list(rate)?, of_list(ROUNDED)?);
    let apart = price.deal_total.checked_sub(expected)?;
    let apart = apart.max(Money::ZERO.checked_sub(apart)?);
    let found = || {
        finding!(
            Code::DealDiscountDiffers,
            text = price.discounts,
            found = price.deal_total,
            expected = expected
        )
    };
    (apart >= allowed).then(|| (found(), "discounts"))
}
