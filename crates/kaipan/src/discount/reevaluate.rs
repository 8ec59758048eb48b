//! `discount.reevaluate`: what a change of plan, unit, date or buyer does to a deal's discounts.

use super::apply::Terms;
use super::choice::Wanted;
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
    let policies = policies(request, &later);
    let before = outcome(request, &request.before, "before");
    let after = outcome(request, &later, "after");
    let (before, after) = match (policies, before, after) {
        (Ok(()), Ok(before), Ok(after)) => (before, after),
        (policies, before, after) => {
            let errors = [policies.err(), before.err(), after.err()];
            Error::collect(errors.into_iter().flatten().collect())?;
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

fn terms<'a>(request: &'a ReevaluateRequest, deal: &'a DiscountedDeal) -> Terms<'a> {
    Terms {
        scheme: &request.scheme,
        facts: &deal.facts,
        unit: deal.checks.unit.as_ref(),
        rules: &deal.checks.rules,
        authority: request.authority.as_ref(),
    }
}

/// What both deals share.
fn policies(request: &ReevaluateRequest, later: &DiscountedDeal) -> Result<()> {
    let (before, after) = (terms(request, &request.before), terms(request, later));
    let mut errors = vec![];
    errors.extend(before.check_scheme().err());
    // Other roles may be in charge of another unit.
    let (mut one, two) = (before.check_authority().err(), after.check_authority().err());
    if one == two {
        one = None;
    }
    errors.extend(one.into_iter().chain(two));
    Error::collect(errors)
}

fn outcome(
    request: &ReevaluateRequest,
    deal: &DiscountedDeal,
    side: &str,
) -> Result<DiscountOutcome> {
    let place = |at: usize, error: Error| error.at(at).at("chosen").at(side);
    let terms = terms(request, deal);
    let list = terms.check_deal(&deal.list).at(side);
    let wanted = Wanted { chosen: &deal.chosen, place: &place, by_itself: 0, best: false };
    terms.settle(list, wanted, Ineligible::Remove, |list, given| terms.outcome(list, given))
}
