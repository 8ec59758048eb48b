//! The price that is agreed.

use super::money::LEAST;
use super::{Desk, named};
use kaipan::Text;
use kaipan::deal::{DealGuard, DealPrice, Lacking};
use kaipan::error::Code;
use kaipan::number::{Area, Money, UnitPrice};

/// A unit price has millionths and an area ten-thousandths: a fen has so many parts in their product.
const FEN: i128 = 100_000_000;

/// A total that is given, or the unit price × the area, half up to the fen.
pub(super) fn total(price: Option<UnitPrice>, area: Area, total: Option<Money>) -> Option<Money> {
    total.or_else(|| product(price?, area))
}

fn product(price: UnitPrice, area: Area) -> Option<Money> {
    let parts = i128::from(price.micros()) * i128::from(area.ten_thousandths());
    i64::try_from((parts + FEN / 2) / FEN).ok().map(Money::from_fen)
}

/// A unit price × an area is a total, within a step of each as they are written.
fn agree(price: UnitPrice, area: Area, total: Money) -> bool {
    let (micros, size) = (i128::from(price.micros()), i128::from(area.ten_thousandths()));
    if micros <= 0 || size <= 0 {
        return true;
    }
    let fen = i128::from(total.fen());
    let step = [1_000_000, 100_000].into_iter().find(|step| micros % step == 0);
    let place = [100_000, 10_000, 1_000].into_iter().find(|place| fen % place == 0);
    let allowed = step.unwrap_or(10_000) * size + place.unwrap_or(100) * FEN;
    (micros * size - fen * FEN).abs() <= allowed
}

impl<'a> Desk<'a> {
    pub(super) fn agreed_price(&self) -> Option<&'a DealPrice> {
        self.draft.price.as_ref().or(self.deal.price.as_ref())
    }

    pub(super) fn price(&mut self) {
        self.unusual();
        let by_approval = self.context.policy.above_filed_by_approval;
        let filed_guard =
            if by_approval { DealGuard::FiledPriceKept } else { DealGuard::WithinFiled };
        let Some(price) = self.agreed_price() else {
            for guard in [
                DealGuard::ListPriceKept,
                DealGuard::PriceAgrees,
                DealGuard::AboveFloor,
                filed_guard,
                DealGuard::Authority,
            ] {
                self.needs(guard, "price");
            }
            return;
        };
        self.list_price_kept(price);
        self.agrees(price);
        let unit = self.unit;
        let filed = total(unit.filed_price, unit.building_area, unit.filed_total);
        if let Some(most) = filed
            && price.deal_total > most
        {
            self.lacks(filed_guard, Lacking::TooMuch { most, found: price.deal_total });
        }
        if self.offered_total() != Some(price.deal_total) {
            self.above_floor(price);
            self.authority(price);
        }
    }

    fn list_price_kept(&mut self, price: &DealPrice) {
        let (unit, guard) = (self.unit, DealGuard::ListPriceKept);
        if let Some(needed) = total(unit.list_price, unit.building_area, unit.list_total)
            && needed != price.list_total
        {
            return self.lacks(guard, Lacking::Amount { needed, found: price.list_total });
        }
        if price.area != unit.building_area && Some(price.area) != unit.inside_area {
            let (needed, found) = (unit.building_area, price.area);
            return self.lacks(guard, Lacking::Area { needed, found });
        }
        if let Some(needed) = unit.list_price
            && price.area == unit.building_area
            && price.list_price != needed
        {
            self.lacks(guard, Lacking::UnitPrice { needed, found: price.list_price });
        }
    }

    fn agrees(&mut self, price: &DealPrice) {
        let guard = DealGuard::PriceAgrees;
        for found in [price.deal_total, price.contract_total] {
            if !found.is_positive() {
                return self.lacks(guard, Lacking::Amount { needed: LEAST, found });
            }
        }
        if price.contract_total < price.deal_total {
            let (needed, found) = (price.deal_total, price.contract_total);
            return self.lacks(guard, Lacking::Amount { needed, found });
        }
        if agree(price.deal_price, price.area, price.deal_total) {
            return;
        }
        match product(price.deal_price, price.area) {
            Some(needed) => {
                self.lacks(guard, Lacking::Amount { needed, found: price.deal_total });
            }
            None => self.lacks(guard, Lacking::Fact {}),
        }
    }

    fn above_floor(&mut self, price: &DealPrice) {
        let (unit, guard) = (self.unit, DealGuard::AboveFloor);
        match total(unit.floor_price, unit.building_area, unit.floor_total) {
            Some(needed) if price.deal_total < needed => {
                self.lacks(guard, Lacking::Amount { needed, found: price.deal_total });
            }
            None if !self.context.policy.without_floor_prices => self.needs(guard, "floor_total"),
            _ => {}
        }
    }

    fn authority(&mut self, price: &DealPrice) {
        let guard = DealGuard::Authority;
        let Some(asked) = &self.context.price_approval else {
            return self.needs(guard, "price_approval");
        };
        if let Some(role) = &asked.role
            && !self.approved_price(role, price)
        {
            self.lacks(guard, Lacking::Approval { role: role.clone() });
        }
    }

    /// What is almost surely a mistake is confirmed: what the host found, and a price below 70 % of
    /// the list.
    fn unusual(&mut self) {
        let deep = self.is_deep().then(|| Text::from(Code::DealPriceDeep.as_str()));
        let found = self.context.unusual.iter().chain(&deep);
        let confirmed = &self.draft.confirmed;
        let mut open = found.filter(|code| !confirmed.contains(code));
        if let Some(first) = open.next() {
            let lacking = named(first, open.count() + 1);
            self.lacks(DealGuard::UnusualConfirmed, lacking);
        }
    }

    fn is_deep(&self) -> bool {
        let Some(price) = &self.draft.price else { return false };
        if self.deal.price.as_ref() == Some(price) {
            return false;
        }
        let least = (i128::from(price.list_total.fen()) * 7 + 5) / 10;
        i128::from(price.deal_total.fen()) < least && self.offered_total().is_none()
    }
}
