//! Quotas and fixed-price offers.

use super::{Look, fact, named, needs};
use crate::Text;
use crate::deal::guard::{Lacking, Situation};
use crate::deal::{FixedPriceOffer, Quota};
use crate::number::Money;

impl<'a> Situation<'a> {
    /// A quota as the host knows it.
    pub(in crate::deal) fn quota(&self, id: &Text) -> Option<&'a Quota> {
        self.context.quotas.iter().flatten().find(|quota| quota.id == *id)
    }

    /// Quotas of the draft that the deal has not used before.
    pub(in crate::deal) fn new_quotas(&self) -> impl Iterator<Item = &'a Text> + use<'a> {
        let used = self.deal.map(|deal| deal.quotas.as_slice()).unwrap_or_default();
        self.draft.quotas.iter().filter(move |id| !used.contains(id))
    }

    /// The fixed-price offer among the quotas.
    fn offer(&self) -> Option<&'a FixedPriceOffer> {
        self.quotas().iter().find_map(|id| self.quota(id)?.offer.as_ref())
    }

    /// The fixed price that the unit has by its offer.
    pub(in crate::deal) fn offered_total(&self) -> Option<Money> {
        self.offer()?.total_of(self.unit_no()?)
    }
}

/// Every quota that the draft newly uses has a use left, and has not ended.
pub(super) fn left(at: &Situation<'_>) -> Look {
    for (place, id) in at.new_quotas().enumerate() {
        if at.new_quotas().take(place).any(|before| before == id) {
            return Err(named(id, 1));
        }
        let Some(quota) = at.quota(id) else { return needs("quotas") };
        match quota.until {
            _ if quota.left() == 0 => return Err(named(id, 1)),
            Some(day) if day < at.today() => return Err(Lacking::Day { day }),
            _ => {}
        }
    }
    Ok(())
}

/// The quotas that the deal has used are given, so that the uses can be given back.
pub(super) fn given(at: &Situation<'_>) -> Look {
    let mut used = at.deal.iter().flat_map(|deal| deal.own_quotas());
    match used.find(|id| at.quota(id).is_none()) {
        Some(_) => needs("quotas"),
        None => Ok(()),
    }
}

/// The deal has the fixed price of the offer that it uses, and the offer is about its unit.
pub(super) fn offer_kept(at: &Situation<'_>) -> Look {
    if at.quotas().iter().any(|id| at.quota(id).is_none()) {
        return needs("quotas");
    }
    let Some(offer) = at.offer() else { return Ok(()) };
    let Some(unit_no) = at.unit_no() else { return needs("unit") };
    let Some(needed) = offer.total_of(unit_no) else { return Err(named(unit_no, 1)) };
    let Some(price) = at.price() else { return needs("price") };
    match price.deal_total {
        found if found == needed => Ok(()),
        found => Err(Lacking::Amount { needed, found }),
    }
}

/// An offer names units, each once and with a price, a number of uses that is not zero and not
/// above that of the units, and a day that has not passed.
pub(super) fn offer_given(at: &Situation<'_>) -> Look {
    let Some(offer) = &at.draft.offer else { return needs("offer") };
    if offer.until < at.today() {
        return Err(Lacking::Day { day: offer.until });
    }
    for (place, unit) in offer.units.iter().enumerate() {
        let mut before = offer.units.iter().take(place);
        if !unit.total.is_positive() || before.any(|one| one.unit_no == unit.unit_no) {
            return Err(named(&unit.unit_no, 1));
        }
    }
    let most = u32::try_from(offer.units.len()).unwrap_or(u32::MAX);
    match offer.limit {
        0 => Err(Lacking::Fact {}),
        found if found > most => Err(Lacking::Count { most, found }),
        _ => fact(at.quota(&offer.code).is_none()),
    }
}

/// The quota that the draft names has run out, and was not ended yet.
pub(super) fn offer_expired(at: &Situation<'_>) -> Look {
    let [id] = at.draft.quotas.as_slice() else { return needs("quotas") };
    let Some(quota) = at.quota(id) else { return needs("quotas") };
    match quota.until {
        _ if quota.ended => Err(named(id, 1)),
        Some(day) if day < at.today() => Ok(()),
        Some(day) => Err(Lacking::Day { day }),
        None => Err(Lacking::Fact {}),
    }
}
