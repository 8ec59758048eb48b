//! Who acts, and who buys.

use super::{Look, all_there, named, needs};
use crate::Text;
use crate::check::{Index, with_repeats};
use crate::deal::guard::{Lacking, Situation};
use crate::deal::{BuyerFacts, DealBuyer, DocumentKind};
use crate::number::{Fraction, Unrounded};
use std::cmp::Ordering;

/// The one who asks has a role that may do it: of the process variant that counts here, else of the
/// table.
pub(super) fn may_act(at: &Situation<'_>) -> Look {
    let own = &at.context.roles;
    if own.is_empty() {
        return needs("roles");
    }
    let variant = at.entering();
    if variant.is_empty() {
        let roles = at.row.roles;
        return match roles.is_empty() || own.iter().any(|role| roles.contains(&role.as_str())) {
            true => Ok(()),
            false => {
                let roles = roles.iter().map(|role| Text::constant(role)).collect();
                Err(Lacking::Role { roles })
            }
        };
    }
    match own.iter().any(|role| variant.contains(role)) {
        true => Ok(()),
        false => Err(Lacking::Role { roles: variant.to_vec() }),
    }
}

/// Buyers are named once each, and their shares come to the whole.
pub(super) fn buyers_named(at: &Situation<'_>) -> Look {
    named_and_whole(at.buyers())
}

/// Buyers are named once each, and their shares come to the whole.
pub(in crate::deal) fn named_and_whole(buyers: &[DealBuyer]) -> Look {
    let [first, others @ ..] = buyers else { return needs("buyers") };
    let mut each = with_repeats(buyers, |buyer| buyer.customer.as_str());
    if let Some((_, buyer, _)) = each.find(|(_, _, again)| again.is_some()) {
        return Err(named(&buyer.customer, 1));
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
    match Fraction::sum(buyers.iter().filter_map(|buyer| buyer.share)) {
        Ok((sum, _)) if sum.compare(&Unrounded::ONE).is_ok_and(Ordering::is_eq) => Ok(()),
        Ok((_, text)) => Err(Lacking::Shares { sum: Text::of(format_args!("{text}")) }),
        Err(_) => Err(named(&first.customer, buyers.len())),
    }
}

/// A document keeps the buyers of the one before it: to change them is a change of name (T19). To a
/// registration or booking others may be added, as long as the first stays.
pub(super) fn buyers_kept(at: &Situation<'_>) -> Look {
    let Some(deal) = at.deal.filter(|_| !at.draft.buyers.is_empty()) else { return Ok(()) };
    let Some(document) = deal.active() else { return Ok(()) };
    let drafted = &at.draft.buyers;
    let differs = match document.kind {
        DocumentKind::Registration | DocumentKind::Booking => {
            drafted.first().filter(|buyer| Some(&buyer.customer) != deal.first_buyer())
        }
        DocumentKind::DepositContract | DocumentKind::Subscription | DocumentKind::Contract => {
            let before = Index::new(&deal.buyers, |one| &one.customer);
            let after = Index::new(drafted, |one| &one.customer);
            let differs = |others: &Index<'_, DealBuyer, &Text>, one: &DealBuyer| {
                others.get(&&one.customer).is_none_or(|other| other.share != one.share)
            };
            let gone = deal.buyers.iter().find(|buyer| differs(&after, buyer));
            drafted.iter().find(|buyer| differs(&before, buyer)).or(gone)
        }
    };
    differs.map_or(Ok(()), |buyer| Err(named(&buyer.customer, 1)))
}

/// Every buyer's identity is on record.
pub(super) fn identified(at: &Situation<'_>) -> Look {
    each_buyer(at, |facts| match facts.identified {
        true => Ok(()),
        false => Err(named(&facts.customer, 1)),
    })
}

/// No required field of a buyer is empty.
pub(super) fn required_fields(at: &Situation<'_>) -> Look {
    each_buyer(at, |facts| all_there(&facts.missing))
}

/// No buyer who has a limit of credit owes more.
pub(super) fn credit_limit(at: &Situation<'_>) -> Look {
    each_buyer(at, |facts| match (facts.credit_limit, facts.owes) {
        (None, _) => Ok(()),
        (Some(_), None) => needs("owes"),
        (Some(most), Some(found)) if found > most => Err(Lacking::TooMuch { most, found }),
        _ => Ok(()),
    })
}

/// Looks at what is known of every buyer, and of nobody else.
fn each_buyer(at: &Situation<'_>, look: impl Fn(&BuyerFacts) -> Look) -> Look {
    let Some(known) = &at.context.buyers else { return needs("buyers") };
    if at.buyers().is_empty() {
        return needs("buyers");
    }
    let known = Index::new(known, |facts| &facts.customer);
    for buyer in at.buyers() {
        match known.get(&&buyer.customer) {
            None => return needs("buyers"),
            Some(facts) => look(facts)?,
        }
    }
    Ok(())
}

/// The edit is about a buyer of the contract, and says something new.
pub(super) fn buyer_edit_given(at: &Situation<'_>) -> Look {
    let Some(edit) = &at.draft.buyer_edit else { return needs("buyer_edit") };
    let known = at.deal.map(|deal| deal.contract_buyers.as_slice()).unwrap_or_default();
    let Some(buyer) = known.iter().find(|buyer| buyer.customer == edit.customer) else {
        return Err(named(&edit.customer, 1));
    };
    let is_new =
        !edit.value.trim().is_empty() && buyer.value(edit.field).as_ref() != Some(&edit.value);
    super::fact(is_new)
}

/// Every required question has an answer.
pub(super) fn questionnaire(at: &Situation<'_>) -> Look {
    match &at.context.unanswered {
        None => needs("unanswered"),
        Some(missing) => all_there(missing),
    }
}
