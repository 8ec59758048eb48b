//! The deal price of a quote: list price, discounts of the plan and of the buyer.

use super::held;
use crate::discount::{
    AuthorityTable, ChosenDiscount, DealFacts, DiscountOutcome, Discounting, ListPrice,
};
use crate::error::{Code, Error, Input, InputPlace, Result, Told};
use crate::payment::PaymentPlan;
use crate::quote::{QuoteChoice, Quoting};

/// The price of a choice with this plan; of an unknown plan, what stands against the rest.
pub(super) fn price(
    quoting: &Quoting<'_>,
    choice: &QuoteChoice,
    plan: Option<(usize, &PaymentPlan)>,
    facts: &DealFacts,
    authority: Option<&AuthorityTable>,
) -> Result<DiscountOutcome> {
    todo!()
}
