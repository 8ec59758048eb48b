//! Quotas and fixed-price offers.

use super::{Look, fact, named, needs};
use crate::check::{Index, with_repeats};
use crate::deal::guard::{Lacking, Situation};
use crate::deal::{DealAction, FixedPriceOffer, Quota};
use crate::number::Money;
use crate::{Date, Text};

impl<'a> Situation<'a> {
    /// The quotas as the host knows them, by id.
    pub(in crate::deal) fn known_quotas(&self) -> Index<'a, Quota, &'a Text> {
        Index::new(self.context.quotas.as_deref().unwrap_or_default(), |quota| &quota.id)
    }

    /// A quota as the host knows it.
    pub(in crate::deal) fn quota(&self, id: &Text) -> Option<&'a Quota> {
        self.context.quotas.iter().flatten().find(|quota| quota.id == *id)
    }

    /// Quotas of the draft that the deal has not used before.
    pub(in crate::deal) fn new_quotas(&self) -> impl Iterator<Item = &'a Text> + use<'a> {
        let used = self.deal.map(|deal| deal.quotas.as_slice()).unwrap_or_default();
        let used = Index::new(used, |id| id);
        self.draft.quotas.iter().filter(move |id| !used.has(id))
    }

    /// The quotas whose uses are given back: of a deal that ends by a change all, else those of the
    /// active document.
    pub(in crate::deal) fn quotas_to_return(&self) -> Vec<&'a Text> {
        match (self.row.action, self.changed_deal()) {
            (
                DealAction::RefundSubscription
                | DealAction::ForfeitSubscription
                | DealAction::Quit
                | DealAction::ChangeUnit,
                deal,
            ) => deal.iter().flat_map(|deal| &deal.quotas).collect(),
            (_, deal) => deal.iter().flat_map(|deal| deal.own_quotas()).collect(),
        }
    }

    /// The fixed-price offers among the quotas, each with its quota.
    fn offers(&self) -> impl Iterator<Item = (&'a Quota, &'a FixedPriceOffer)> {
        let known = self.known_quotas();
        self.quotas().filter_map(move |id| {
            let quota = known.get(&id)?;
            Some((quota, quota.offer.as_ref()?))
        })
    }

    /// Neither the draft nor the deal names a quota, as in most deals: there is nothing to look up.
    fn names_no_quota(&self) -> bool {
        self.draft.quotas.is_empty() && self.deal.is_none_or(|deal| deal.quotas.is_empty())
    }

    /// The fixed price that the unit has by its offer, which the deal has used already or which can
    /// be used still.
    pub(in crate::deal) fn offered_total(&self) -> Option<Money> {
        if self.names_no_quota() {
            return None;
        }
        let (quota, offer) = self.offers().next()?;
        let is_used = self.deal.is_some_and(|deal| deal.quotas.contains(&quota.id));
        let counts = is_used || is_open(quota, self.today()).is_ok();
        offer.total_of(self.unit_no()?).filter(|_| counts)
    }
}

/// The quota has not ended, its last day has not passed, and an offer has a use left.
fn is_open(quota: &Quota, today: Date) -> Look {
    match quota.until {
        _ if quota.ended => Err(named(&quota.id, 1)),
        Some(day) if day < today => Err(Lacking::Day { day }),
        _ if quota.offer.is_some() && quota.left() == 0 => Err(named(&quota.id, 1)),
        _ => Ok(()),
    }
}

/// Every quota that the draft newly uses is open, which no approval can bring about.
pub(super) fn open(at: &Situation<'_>) -> Look {
    if at.names_no_quota() {
        return Ok(());
    }
    let known = at.known_quotas();
    for id in at.new_quotas() {
        let Some(quota) = known.get(&id) else { return needs("quotas") };
        is_open(quota, at.today())?;
    }
    Ok(())
}

/// Every discount that the draft newly uses has a use left. An approval may allow more uses, of what
/// is no offer.
pub(super) fn left(at: &Situation<'_>) -> Look {
    if at.names_no_quota() {
        return Ok(());
    }
    let known = at.known_quotas();
    for id in at.new_quotas() {
        let Some(quota) = known.get(&id) else { return needs("quotas") };
        if quota.offer.is_none() && !quota.ended && quota.left() == 0 {
            return Err(named(id, 1));
        }
    }
    Ok(())
}

/// The quotas that the deal has used are given, so that the uses can be given back.
pub(super) fn given(at: &Situation<'_>) -> Look {
    let used = at.quotas_to_return();
    let known = at.known_quotas();
    match used.iter().find(|id| !known.has(id)) {
        Some(_) => needs("quotas"),
        None => Ok(()),
    }
}

/// The deal has the fixed price of the one offer that it uses, and the offer is about its unit.
pub(super) fn offer_kept(at: &Situation<'_>) -> Look {
    if at.names_no_quota() {
        return Ok(());
    }
    let known = at.known_quotas();
    if at.quotas().any(|id| !known.has(&id)) {
        return needs("quotas");
    }
    let mut offers = at.offers();
    let Some((_, offer)) = offers.next() else { return Ok(()) };
    if let Some((second, _)) = offers.next() {
        return Err(named(&second.id, 2));
    }
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
    for (_, unit, again) in with_repeats(&offer.units, |unit| unit.unit_no.as_str()) {
        if !unit.total.is_positive() || again.is_some() {
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
