//! Who acts, and who buys.

use super::{Look, all_there, named, needs};
use crate::Text;
use crate::deal::guard::{Lacking, Situation};
use crate::number::{Fraction, Unrounded};
use std::cmp::Ordering;

/// The one who asks has a role that may do it.
pub(super) fn may_act(at: &Situation<'_>, roles: &[&str]) -> Look {
    if at.context.roles.is_empty() {
        return needs("roles");
    }
    let may = at.context.roles.iter().any(|own| roles.contains(&own.as_str()));
    match roles.first() {
        Some(first) if !may => Err(Lacking::Approval { role: Text::from(*first) }),
        _ => Ok(()),
    }
}

/// Buyers are named once each, and their shares come to the whole.
pub(super) fn buyers_named(at: &Situation<'_>) -> Look {
    let buyers = match at.deal {
        Some(deal) if at.draft.buyers.is_empty() => &deal.buyers,
        _ => &at.draft.buyers,
    };
    let [first, others @ ..] = buyers.as_slice() else { return needs("buyers") };
    for (place, buyer) in buyers.iter().enumerate() {
        if buyers.iter().take(place).any(|before| before.customer == buyer.customer) {
            return Err(named(&buyer.customer, 1));
        }
    }
    if others.is_empty() && first.share.is_none() {
        return Ok(());
    }
    if buyers.iter().any(|buyer| buyer.share.is_none()) {
        return needs("share");
    }
    let negative = buyers.iter().find(|buyer| !buyer.share.is_some_and(Fraction::is_positive));
    if let Some(buyer) = negative {
        return Err(named(&buyer.customer, 1));
    }
    let sum = Fraction::sum(buyers.iter().filter_map(|buyer| buyer.share));
    let sum = sum.and_then(|(sum, _)| sum.compare(&Unrounded::ONE));
    match sum.is_ok_and(Ordering::is_eq) {
        true => Ok(()),
        false => Err(named(&first.customer, buyers.len())),
    }
}

/// Every buyer's identity is on record.
pub(super) fn identified(at: &Situation<'_>) -> Look {
    each_buyer(at, |facts| if facts.identified { 0 } else { 1 })
}

/// No required field of a buyer is empty.
pub(super) fn required_fields(at: &Situation<'_>) -> Look {
    let Some(known) = &at.context.buyers else { return needs("buyers") };
    let missing = known.iter().find(|facts| !facts.missing.is_empty());
    each_buyer(at, |_| 0)?;
    missing.map_or(Ok(()), |facts| all_there(&facts.missing))
}

/// Looks at what is known of every buyer; the count of what is wrong with him.
fn each_buyer(at: &Situation<'_>, wrong: impl Fn(&crate::deal::BuyerFacts) -> usize) -> Look {
    let Some(known) = &at.context.buyers else { return needs("buyers") };
    let buyers = match at.deal {
        Some(deal) if at.draft.buyers.is_empty() => &deal.buyers,
        _ => &at.draft.buyers,
    };
    if buyers.is_empty() {
        return needs("buyers");
    }
    for buyer in buyers {
        match known.iter().find(|facts| facts.customer == buyer.customer) {
            None => return needs("buyers"),
            Some(facts) if wrong(facts) > 0 => return Err(named(&buyer.customer, wrong(facts))),
            Some(_) => {}
        }
    }
    Ok(())
}

/// Every required question has an answer.
pub(super) fn questionnaire(at: &Situation<'_>) -> Look {
    match &at.context.unanswered {
        None => needs("unanswered"),
        Some(missing) => all_there(missing),
    }
}
