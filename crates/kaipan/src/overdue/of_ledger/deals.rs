//! What lists of arrears say about a deal, from its ledger and its documents.

use crate::deal::{Deal, DealDocument, DocumentKind};
use crate::error::Result;
use crate::ledger::OwnerHistory;
use crate::overdue::claim::ClaimDeal;
use crate::{Date, Text};

/// The deal. Its documents count where they say something, else the ledger.
pub(super) fn claim_deal(
    id: &Text,
    history: &OwnerHistory<'_>,
    deal: Option<&Deal>,
) -> Result<ClaimDeal> {
    let signed = history.signed;
    let contract_total = deal.map(Deal::contract_total).transpose()?.flatten();
    let subscription = deal.and_then(|deal| last(deal, DocumentKind::Subscription));
    Ok(ClaimDeal {
        id: id.clone(),
        project: history.project.cloned(),
        product: None,
        unit_no: deal.and_then(|deal| deal.unit_no.clone()).or_else(|| history.unit_no.cloned()),
        building_area: None,
        customer: deal.and_then(Deal::first_buyer).or(history.customer).cloned(),
        owner: None,
        phone: None,
        agent: deal.and_then(|deal| deal.agent.clone()),
        subscribed_on: subscription.and_then(day),
        agreed_signing: subscription.and_then(|document| document.agreed_signing),
        signed_on: signed.map(|(day, _)| day),
        contract_total: match signed {
            Some((_, total)) => contract_total.or(Some(total)),
            None => None,
        },
    })
}

/// The last document of a kind.
fn last(deal: &Deal, kind: DocumentKind) -> Option<&DealDocument> {
    deal.documents.iter().rev().find(|document| document.kind == kind)
}

fn day(document: &DealDocument) -> Option<Date> {
    document.active_at.map(|at| at.date())
}
