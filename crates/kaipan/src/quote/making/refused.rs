//! What else stands against a choice whose price is refused.

use super::deal_price::price;
use super::loans;
use super::payment::{Purchase, Totals};
use crate::discount::DealFacts;
use crate::error::{Error, Input, PlaceStep};

/// As far as it can be known without a deal price.
pub(super) fn reasons(purchase: &Purchase<'_>, facts: &DealFacts, refused: &Error) -> Vec<Error> {
    let mut errors = match by_table(refused) {
        // A table of approvals that is wrong leaves the price as it is.
        true => {
            let plan = Some((purchase.plan_at, purchase.plan));
            let price = price(purchase.quoting, purchase.choice, plan, facts, None);
            let totals = price.and_then(|price| Totals::of(purchase.quoting, price.deal_total));
            let paid = totals.and_then(|totals| purchase.pay(totals));
            paid.err().into_iter().collect()
        }
        false => purchase.reasons(),
    };
    errors.extend(loans::reasons(purchase));
    errors
}

/// Nothing but the table of approvals is wrong.
fn by_table(refused: &Error) -> bool {
    let in_table = |error: &Error| {
        let place = error.place();
        let field = place.steps().next();
        place.input() == Some(Input::Policies)
            && matches!(field, Some(PlaceStep::Field("authority")))
    };
    in_table(refused) && refused.others().iter().all(in_table)
}
