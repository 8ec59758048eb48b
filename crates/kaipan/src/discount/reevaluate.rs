//! `discount.reevaluate`: what a change of plan, unit, date or buyer does to a deal's discounts.

use super::apply::Terms;
use super::choice::Choice;
use super::outcome::{DiscountOutcome, RemovedDiscount};
use super::request::{DiscountedDeal, Ineligible, ReevaluateRequest, ReevaluateResponse};
use crate::error::{At, Code, Error, Result};

/// Looks at a deal's discounts again (handbook §3.5).
///
/// Conditions are looked at as of the original subscription date, on-time discounts with the real
/// signing date; what no longer holds is removed.
///
/// # Errors
/// As [`super::apply`], for both deals; conditions that do not hold are no errors.
pub fn reevaluate(request: &ReevaluateRequest) -> Result<ReevaluateResponse> {
    let mut later = request.after.clone();
    later.facts.subscription_date = request.before.facts.subscription_date;
    let before = outcome(request, &request.before).at("before");
    let after = outcome(request, &later).at("after");
    let (before, after) = match (before, after) {
        (Ok(before), Ok(after)) => (before, after),
        (before, after) => {
            let errors = before.err().into_iter().chain(after.err()).collect();
            Error::collect(errors)?;
            return Err(Error::new(Code::DiscountListMissing));
        }
    };
    let has = |outcome: &DiscountOutcome, code: &str| {
        outcome.applied.iter().any(|applied| applied.code == code)
    };
    let gone = before.applied.iter().filter(|applied| !has(&after, &applied.code));
    let lost = gone.map(|applied| {
        let known = after.removed.iter().find(|removed| removed.code == applied.code);
        // Without a reason it was simply not chosen again.
        let dropped = || RemovedDiscount { code: applied.code.clone(), why: Vec::new() };
        known.cloned().unwrap_or_else(dropped)
    });
    let new = after.applied.iter().filter(|applied| !has(&before, &applied.code));
    let difference = after.deal_total.checked_sub(before.deal_total);
    Ok(ReevaluateResponse {
        lost: lost.collect(),
        gained: new.map(|applied| applied.code.clone()).collect(),
        difference: difference.ok_or_else(|| Error::new(Code::NumberOverflow))?,
        before,
        after,
    })
}

fn outcome(request: &ReevaluateRequest, deal: &DiscountedDeal) -> Result<DiscountOutcome> {
    let place = |at: usize, error: Error| error.at(at).at("chosen");
    let terms = Terms {
        scheme: &request.scheme,
        facts: &deal.facts,
        unit: deal.checks.unit.as_ref(),
        rules: &deal.checks.rules,
        authority: request.authority.as_ref(),
    };
    let list = terms.check(&deal.list)?;
    let choice = Choice {
        scheme: &request.scheme,
        list: &list,
        deal: terms.deal(),
        chosen: &deal.chosen,
        place: &place,
        by_itself: 0,
    };
    terms.outcome(&list, choice.given(Ineligible::Remove)?)
}
