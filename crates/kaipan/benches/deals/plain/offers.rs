//! Quotas that the price uses, and fixed-price offers.

use super::{Desk, named};
use kaipan::Text;
use kaipan::deal::{DealGuard, FixedPriceOffer, Lacking, Quota};
use kaipan::number::Money;

impl<'a> Desk<'a> {
    fn quota(&self, id: &Text) -> Option<&'a Quota> {
        self.context.quotas.iter().flatten().find(|quota| quota.id == *id)
    }

    /// Those that the draft newly uses.
    fn new_quotas(&self) -> impl Iterator<Item = &'a Text> + use<'a> {
        let used = &self.deal.quotas;
        self.draft.quotas.iter().filter(move |id| !used.contains(id))
    }

    fn all_quotas(&self) -> impl Iterator<Item = &'a Text> {
        self.deal.quotas.iter().chain(self.new_quotas())
    }

    fn offers(&self) -> impl Iterator<Item = (&'a Quota, &'a FixedPriceOffer)> {
        let quotas = self.all_quotas().filter_map(|id| self.quota(id));
        quotas.filter_map(|quota| Some((quota, quota.offer.as_ref()?)))
    }

    fn total_in(&self, offer: &FixedPriceOffer) -> Option<Money> {
        let unit = offer.units.iter().find(|one| one.unit_no == self.stock.unit_no)?;
        Some(unit.total)
    }

    /// Why a quota cannot be used.
    fn closed(&self, quota: &Quota) -> Option<Lacking> {
        match quota.until {
            _ if quota.ended => Some(named(&quota.id, 1)),
            Some(day) if day < self.today => Some(Lacking::Day { day }),
            _ if quota.offer.is_some() && quota.left() == 0 => Some(named(&quota.id, 1)),
            _ => None,
        }
    }

    /// The fixed price of the unit by an offer that counts.
    pub(super) fn offered_total(&self) -> Option<Money> {
        let (quota, offer) = self.offers().next()?;
        let counts = self.deal.quotas.contains(&quota.id) || self.closed(quota).is_none();
        if counts { self.total_in(offer) } else { None }
    }

    pub(super) fn quotas(&mut self) {
        if self.draft.quotas.is_empty() && self.deal.quotas.is_empty() {
            return;
        }
        self.open();
        self.left();
        self.offer_kept();
    }

    fn open(&mut self) {
        for id in self.new_quotas() {
            let Some(quota) = self.quota(id) else {
                return self.needs(DealGuard::QuotaOpen, "quotas");
            };
            if let Some(lacking) = self.closed(quota) {
                return self.lacks(DealGuard::QuotaOpen, lacking);
            }
        }
    }

    fn left(&mut self) {
        for id in self.new_quotas() {
            let Some(quota) = self.quota(id) else {
                return self.needs(DealGuard::QuotaLeft, "quotas");
            };
            if quota.offer.is_none() && !quota.ended && quota.left() == 0 {
                return self.lacks(DealGuard::QuotaLeft, named(id, 1));
            }
        }
    }

    fn offer_kept(&mut self) {
        let guard = DealGuard::OfferKept;
        if self.all_quotas().any(|id| self.quota(id).is_none()) {
            return self.needs(guard, "quotas");
        }
        let (first, second) = {
            let mut offers = self.offers();
            (offers.next(), offers.next())
        };
        let Some((_, offer)) = first else { return };
        if let Some((second, _)) = second {
            return self.lacks(guard, named(&second.id, 2));
        }
        let Some(needed) = self.total_in(offer) else {
            return self.lacks(guard, named(&self.stock.unit_no, 1));
        };
        let Some(price) = self.agreed_price() else { return self.needs(guard, "price") };
        if price.deal_total != needed {
            self.lacks(guard, Lacking::Amount { needed, found: price.deal_total });
        }
    }
}
