//! Fields of a draft that an action does not take.

use crate::deal::{DealDraft, DraftField};

/// The fields that a draft gives, each with its name.
pub(super) fn given(draft: &DealDraft) -> impl Iterator<Item = (DraftField, &'static str)> {
    let DealDraft {
        reason,
        batch,
        buyers,
        agent,
        channel,
        number,
        queue_number,
        lottery_number,
        until,
        minutes,
        amount,
        price,
        plan,
        schedule,
        agreed_signing,
        handover,
        old_home,
        old_home_sold,
        ended_by,
        quotas,
        offer,
        todo,
        buyer_edit,
        filing_number,
        e_signatures,
        confirmed,
        paper,
        corrections,
    } = draft;
    [
        (reason.is_some(), DraftField::Reason, "reason"),
        (batch.is_some(), DraftField::Batch, "batch"),
        (!buyers.is_empty(), DraftField::Buyers, "buyers"),
        (agent.is_some(), DraftField::Agent, "agent"),
        (channel.is_some(), DraftField::Channel, "channel"),
        (number.is_some(), DraftField::Number, "number"),
        (queue_number.is_some(), DraftField::QueueNumber, "queue_number"),
        (lottery_number.is_some(), DraftField::LotteryNumber, "lottery_number"),
        (until.is_some(), DraftField::Until, "until"),
        (minutes.is_some(), DraftField::Minutes, "minutes"),
        (amount.is_some(), DraftField::Amount, "amount"),
        (price.is_some(), DraftField::Price, "price"),
        (plan.is_some(), DraftField::Plan, "plan"),
        (!schedule.is_empty(), DraftField::Schedule, "schedule"),
        (agreed_signing.is_some(), DraftField::AgreedSigning, "agreed_signing"),
        (handover.is_some(), DraftField::Handover, "handover"),
        (old_home.is_some(), DraftField::OldHome, "old_home"),
        (old_home_sold.is_some(), DraftField::OldHomeSold, "old_home_sold"),
        (ended_by.is_some(), DraftField::EndedBy, "ended_by"),
        (!quotas.is_empty(), DraftField::Quotas, "quotas"),
        (offer.is_some(), DraftField::Offer, "offer"),
        (todo.is_some(), DraftField::Todo, "todo"),
        (buyer_edit.is_some(), DraftField::BuyerEdit, "buyer_edit"),
        (filing_number.is_some(), DraftField::FilingNumber, "filing_number"),
        (!e_signatures.is_empty(), DraftField::ESignatures, "e_signatures"),
        (!confirmed.is_empty(), DraftField::Confirmed, "confirmed"),
        (paper.is_some(), DraftField::Paper, "paper"),
        (!corrections.is_empty(), DraftField::Corrections, "corrections"),
    ]
    .into_iter()
    .filter_map(|(is_given, field, name)| is_given.then_some((field, name)))
}
