//! Effects on quotas and fixed-price offers.

use super::apply::{Applying, missing};
use crate::Text;
use crate::deal::{DealChange, QuotaChange, QuotaKind};
use crate::error::Result;

/// Every quota that the draft newly uses is used once.
pub(super) fn use_quotas(on: &mut Applying<'_>) -> Result<()> {
    let quotas: Vec<Text> = on.at.new_quotas().cloned().collect();
    if quotas.is_empty() {
        return Ok(());
    }
    let deal = on.deal_id()?;
    let known = on.at.known_quotas();
    for id in &quotas {
        let version = known.get(&id).ok_or_else(|| missing("quotas"))?.version;
        on.quota(id, version, QuotaChange::Used { deal: deal.clone() })?;
    }
    on.deal(DealChange::QuotasUsed { quotas })
}

/// The uses of the active document do not count.
pub(super) fn return_quotas(on: &mut Applying<'_>) -> Result<()> {
    let Some(deal) = on.at.deal else { return Ok(()) };
    let quotas: Vec<Text> = on.at.quotas_to_return().into_iter().cloned().collect();
    if quotas.is_empty() {
        return Ok(());
    }
    let known = on.at.known_quotas();
    for id in &quotas {
        let version = known.get(&id).ok_or_else(|| missing("quotas"))?.version;
        on.quota(id, version, QuotaChange::Returned { deal: deal.id.clone() })?;
    }
    on.deal(DealChange::QuotasReturned { quotas })
}

/// A fixed-price offer begins, with a quota of its own.
pub(super) fn open(on: &mut Applying<'_>) -> Result<()> {
    let offer = on.at.draft.offer.as_ref().ok_or_else(|| missing("offer"))?;
    let change = QuotaChange::Opened {
        quota_kind: QuotaKind::Offer,
        limit: offer.limit,
        until: Some(offer.until),
        offer: Some(offer.clone()),
    };
    on.quota(&offer.code, 0, change)
}

pub(super) fn end_quota(on: &mut Applying<'_>) -> Result<()> {
    let id = on.at.draft.quotas.first().ok_or_else(|| missing("quotas"))?;
    let version = on.at.quota(id).ok_or_else(|| missing("quotas"))?.version;
    on.quota(id, version, QuotaChange::Ended {})
}
