//! What is asked: a change that its deal can have, with terms that belong to it.

use super::amounts::in_price;
use super::engine::{missing, of_draft};
use super::{ChangeFault, ChangeSettling, FaultRemedy, SettlementTerms};
use crate::check::Must;
use crate::deal::guard::{Lacking, named_and_whole};
use crate::deal::{DealAction, DealDocument, DealPrice, DocumentKind};
use crate::error::{Code, Error, Input, Result};

/// The documents that a change is about; none of what is no change.
fn documents(action: DealAction) -> Option<&'static [DocumentKind]> {
    const SUBSCRIBED: &[DocumentKind] = &[DocumentKind::Subscription];
    const AGREED: &[DocumentKind] = &[DocumentKind::Subscription, DocumentKind::Contract];
    match action {
        DealAction::RefundSubscription
        | DealAction::ForfeitSubscription
        | DealAction::ExtendSigning => Some(SUBSCRIBED),
        DealAction::Quit
        | DealAction::ChangeUnit
        | DealAction::ChangeNames
        | DealAction::ChangePlan
        | DealAction::ChangePrice
        | DealAction::ExtendPayment => Some(AGREED),
        _ => None,
    }
}

/// The document that is changed.
pub(super) fn document<'a>(of: &ChangeSettling<'a>) -> Result<&'a DealDocument> {
    let named = |error: Error| {
        let error = error.with("action", of.action.english());
        error.with("action_zh", of.action.chinese())
    };
    let Some(kinds) = documents(of.action) else {
        return Err(named(Error::new(Code::ChangeAction)).at("action").within(Input::Command));
    };
    let Some(document) = of.deal.active() else { return Err(ended(of)) };
    if kinds.contains(&document.kind) {
        return Ok(document);
    }
    let error = named(Error::new(Code::ChangeDocument)).with("document", document.kind.english());
    Err(error.with("document_zh", document.kind.chinese()).within(Input::Deal))
}

/// A deal that has ended, or that has nothing agreed yet.
fn ended(of: &ChangeSettling<'_>) -> Error {
    let closed = of.deal.documents.iter().rev().find_map(|document| document.closed);
    let Some(why) = closed else {
        return Error::new(Code::ChangeNothingAgreed).with("deal", &of.deal.id).within(Input::Deal);
    };
    let error = Error::new(Code::ChangeEnded).with("deal", &of.deal.id);
    let error = error.with("why", why.word().replace('_', " "));
    error.with("why_zh", why.chinese()).within(Input::Deal)
}

/// Everything that cannot be.
pub(super) fn check(of: &ChangeSettling<'_>) -> Result<()> {
    let mut errors = Vec::new();
    errors.extend(document(of).err());
    let terms = of.terms().map(SettlementTerms::check).unwrap_or_default();
    errors.extend(terms.into_iter().map(|error| of_draft(error, "settlement")));
    errors.extend(unused(of));
    let policy = of.change_policy().map(|policy| policy.check()).unwrap_or_default();
    errors.extend(policy.into_iter().map(|error| error.at("change").within(Input::Policy)));
    for (at, one) in of.received.iter().enumerate() {
        let negative = Must::NotBeNegative.refused(Code::ChangeAmount, "amount", one.amount);
        errors.extend(negative.map(|error| error.at(at).within(Input::Received)));
    }
    if errors.is_empty() {
        errors.extend(remedy(of).err());
    }
    Error::collect(errors)
}

/// Terms that the change has no use for.
fn unused(of: &ChangeSettling<'_>) -> Vec<Error> {
    let Some(terms) = of.terms() else { return Vec::new() };
    let ends = matches!(
        of.action,
        DealAction::RefundSubscription | DealAction::ForfeitSubscription | DealAction::Quit
    );
    let moves = matches!(
        of.action,
        DealAction::ChangeUnit | DealAction::ChangePlan | DealAction::ChangePrice
    );
    let given = [
        ("fault", terms.fault.is_some() && !ends),
        ("remedy", terms.remedy.is_some() && !ends),
        ("refund", terms.refund.is_some() && !ends),
        ("late_fee", terms.late_fee.is_some() && !ends),
        ("surplus", terms.surplus.is_some() && !moves),
        (
            "reminded_on",
            terms.reminded_on.is_some() && of.action != DealAction::ForfeitSubscription,
        ),
        ("late_fee_moves", terms.late_fee_moves && of.action != DealAction::ExtendPayment),
    ];
    let unused = given.into_iter().filter(|(_, is_unused)| *is_unused).map(|(field, _)| {
        let error = Error::new(Code::ChangeTermUnused).with("field", field);
        let error = error.with("action", of.action.english());
        of_draft(error.with("action_zh", of.action.chinese()).at(field), "settlement")
    });
    unused.collect()
}

/// Whose fault it is: that of the buyer where a subscription is forfeited.
pub(super) fn fault(of: &ChangeSettling<'_>) -> Result<ChangeFault> {
    let given = of.terms().and_then(|terms| terms.fault);
    match (of.action, given) {
        (DealAction::ForfeitSubscription, None) => Ok(ChangeFault::Buyer),
        (DealAction::ForfeitSubscription, Some(fault)) if fault != ChangeFault::Buyer => {
            let error = Error::new(Code::ChangeForfeitFault).at("fault");
            Err(of_draft(error, "settlement"))
        }
        (_, given) => Ok(given.unwrap_or_default()),
    }
}

/// What the side at fault owes. Nobody owes where nobody is at fault; the deposit of a buyer at
/// fault is lost by forfeiting the subscription or by quitting, and by nothing else; the seller
/// alone hands over late.
pub(super) fn remedy<'a>(of: &ChangeSettling<'a>) -> Result<Option<&'a FaultRemedy>> {
    let given = of.terms().and_then(|terms| terms.remedy.as_ref());
    let fits = match (fault(of)?, given, of.action) {
        (_, None, DealAction::ForfeitSubscription) => return Ok(Some(&FaultRemedy::Deposit {})),
        (_, None, _) => return Ok(None),
        (ChangeFault::Neither, Some(_), _) => false,
        (_, Some(remedy), DealAction::ForfeitSubscription) => *remedy == FaultRemedy::Deposit {},
        (ChangeFault::Buyer, Some(FaultRemedy::LateHandover { .. }), _) => false,
        (ChangeFault::Buyer, Some(FaultRemedy::Deposit {}), action) => action == DealAction::Quit,
        _ => true,
    };
    match fits {
        true => Ok(given),
        false => Err(of_draft(Error::new(Code::ChangeRemedy).at("remedy"), "settlement")),
    }
}

/// The price of the draft.
pub(super) fn price<'a>(of: &ChangeSettling<'a>) -> Result<&'a DealPrice> {
    of.draft.price.as_ref().ok_or_else(|| of_draft(missing("price"), "price"))
}

/// The plan of the draft is offered.
pub(super) fn plan(of: &ChangeSettling<'_>) -> Result<()> {
    if of.is_guarded {
        return Ok(());
    }
    let offered = of.policy.and_then(|policy| policy.plans.as_ref());
    match (&of.draft.plan, offered) {
        (Some(plan), Some(offered)) if !offered.contains(plan) => {
            let error = Error::new(Code::ChangePlanUnknown).with("plan", plan);
            Err(of_draft(error, "plan"))
        }
        _ => Ok(()),
    }
}

/// The lines of the draft that are part of the price add up to it.
pub(super) fn schedule(of: &ChangeSettling<'_>, total: crate::number::Money) -> Result<()> {
    if of.is_guarded {
        return Ok(());
    }
    if of.draft.schedule.is_empty() {
        return Err(of_draft(missing("schedule"), "schedule"));
    }
    let found = in_price(&of.draft.schedule)?;
    if found == total {
        return Ok(());
    }
    let error = Error::new(Code::ChangeScheduleSum).with("found", found).with("total", total);
    Err(of_draft(error, "schedule"))
}

/// The buyers of the draft are named once each, and their shares come to the whole.
pub(super) fn buyers(of: &ChangeSettling<'_>) -> Result<()> {
    if of.is_guarded {
        return Ok(());
    }
    let error = match named_and_whole(&of.draft.buyers) {
        Ok(()) => return Ok(()),
        Err(Lacking::Shares { sum }) => Error::new(Code::ChangeShares).with("sum", sum),
        Err(Lacking::Named { name, .. }) => Error::new(Code::ChangeBuyers).with("customer", name),
        Err(Lacking::NeedsInput { input }) if input == "share" => {
            Error::new(Code::ChangeMissing).with("field", "share")
        }
        Err(_) => missing("buyers"),
    };
    Err(of_draft(error, "buyers"))
}
