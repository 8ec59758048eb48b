//! `discount.reevaluate`: what a change of plan, unit, date or buyer does to a deal's discounts.

use super::apply::Terms;
use super::choice::Wanted;
use super::facts::DealFacts;
use super::outcome::{DiscountOutcome, RemovedDiscount};
use super::request::{DiscountedDeal, Ineligible, ReevaluateRequest, Reevaluation};
use crate::error::{At, Code, Error, Finding, Result};

/// Looks at a deal's discounts again (handbook §3.5).
///
/// Conditions are looked at as of the original subscription date, on-time discounts with the real
/// signing date; what no longer holds is removed.
///
/// # Errors
/// As [`super::apply`], for both deals; conditions that do not hold are no errors.
pub fn reevaluate(request: &ReevaluateRequest) -> Result<Reevaluation> {
    let mut later = request.after.facts.clone();
    later.subscription_date = request.before.facts.subscription_date;
    let before = Deal { side: "before", deal: &request.before, facts: &request.before.facts };
    let after = Deal { side: "after", deal: &request.after, facts: &later };
    let policies = policies(request, &before, &after);
    let (before, after) = (before.outcome(request), after.outcome(request));
    let (before, after) = match (policies, before, after) {
        (Ok(()), Ok(before), Ok(after)) => (before, after),
        (policies, before, after) => {
            let mut errors = Vec::new();
            errors.extend(policies.err());
            errors.extend(before.err());
            errors.extend(after.err());
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
    Ok(Reevaluation {
        lost: lost.collect(),
        gained: new.map(|applied| applied.code.clone()).collect(),
        difference: difference.ok_or_else(|| Error::new(Code::NumberOverflow))?,
        before,
        after,
    })
}

/// One of the two deals, with the facts it is looked at by.
struct Deal<'a> {
    side: &'static str,
    deal: &'a DiscountedDeal,
    facts: &'a DealFacts,
}

impl<'a> Deal<'a> {
    fn terms(&self, request: &'a ReevaluateRequest) -> Terms<'a> {
        Terms {
            scheme: &request.scheme,
            facts: self.facts,
            unit: self.deal.checks.unit.as_ref(),
            rules: &self.deal.checks.rules,
            authority: request.authority.as_ref(),
            confirmed: self.deal.confirmed,
            plan_names: &[],
        }
    }

    fn outcome(&self, request: &'a ReevaluateRequest) -> Result<DiscountOutcome> {
        let place = |at: usize, error: Error| error.at(at).at("chosen").at(self.side);
        let terms = self.terms(request);
        let list = terms.check_deal(&self.deal.list).at(self.side);
        let wanted = Wanted { chosen: &self.deal.chosen, place: &place, by_itself: 0, best: false };
        let mut outcome = terms.settle(list, wanted, Ineligible::Remove, |list, given| {
            terms.outcome(list, given, wanted)
        })?;
        let places = match self.side {
            "before" => [("/list", "/before/list"), ("/checks", "/before/checks")],
            _ => [("/list", "/after/list"), ("/checks", "/after/checks")],
        };
        let moved = |finding: Finding| finding.moved_text(&places);
        outcome.findings = outcome.findings.into_iter().map(moved).collect();
        Ok(outcome)
    }
}

/// What both deals share.
fn policies(request: &ReevaluateRequest, before: &Deal<'_>, after: &Deal<'_>) -> Result<()> {
    let (before, after) = (before.terms(request), after.terms(request));
    let mut errors = vec![];
    errors.extend(before.check_scheme().err());
    // Other roles may be in charge of another unit.
    let (mut one, two) = (before.check_authority().err(), after.check_authority().err());
    if one == two {
        one = None;
    }
    errors.extend(one);
    errors.extend(two);
    Error::collect(errors)
}
