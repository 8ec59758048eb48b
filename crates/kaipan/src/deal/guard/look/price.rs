//! The price, and who may agree to it.

use super::{Look, fact, needs};
use crate::Text;
use crate::approval::{ApprovalKind, ApprovalRequest};
use crate::deal::guard::{Lacking, Situation};
use crate::deal::settlement::share;
use crate::deal::{DealPrice, DocumentKind};
use crate::error::Code;
use crate::number::{Area, Money, Rate, Rounding, UnitPrice};
use crate::pricing::total_of;
use crate::project::Unit;
use crate::project::figures::{Figured, differ};

/// The price of the draft, else of the deal.
fn price<'a>(at: &Situation<'a>) -> Result<&'a DealPrice, Lacking> {
    at.price().map_or_else(|| needs("price"), Ok)
}

fn unit<'a>(at: &Situation<'a>) -> Result<&'a Unit, Lacking> {
    at.unit().map_or_else(|| needs("unit"), Ok)
}

/// A total that a unit has, or that follows from its unit price.
fn total(unit: &Unit, price: Option<UnitPrice>, total: Option<Money>) -> Option<Money> {
    total.or_else(|| total_of(price?, unit.building_area, &Rounding::FEN).ok())
}

/// The list price is above zero, and unit price and total agree where both are given.
pub(super) fn in_force(at: &Situation<'_>) -> Look {
    let unit = unit(at)?;
    let Some(found) = total(unit, unit.list_price, unit.list_total) else { return fact(false) };
    if !found.is_positive() {
        return Err(Lacking::Amount { needed: Money::FEN, found });
    }
    match unit.list_price {
        Some(price) => agree(Figured::List, price, unit.building_area, found),
        None => Ok(()),
    }
}

/// A unit price × an area is the total, to what rounding of the price can make of it.
fn agree(figured: Figured, price: UnitPrice, area: Area, found: Money) -> Look {
    if differ(figured, price, area, found).is_none() {
        return Ok(());
    }
    let needed = total_of(price, area, &Rounding::FEN).map_err(|_| Lacking::Fact {})?;
    Err(Lacking::Amount { needed, found })
}

/// The unit has a floor price, or the policy says that there are none (T1).
pub(super) fn floor_in_force(at: &Situation<'_>) -> Look {
    let unit = unit(at)?;
    match total(unit, unit.floor_price, unit.floor_total) {
        _ if at.context.policy.without_floor_prices => Ok(()),
        Some(found) if !found.is_positive() => Err(Lacking::Amount { needed: Money::FEN, found }),
        floor => fact(floor.is_some()),
    }
}

/// The price is in force, or the bill that brings the list total of the draft is approved (T23).
pub(super) fn approved(at: &Situation<'_>) -> Look {
    match in_force(at) {
        Err(Lacking::Fact {}) if at.bill_approved(price(at)?).is_some() => Ok(()),
        Err(Lacking::Fact {}) => {
            Err(Lacking::Request { about: ApprovalKind::PriceBill, role: None })
        }
        look => look,
    }
}

pub(super) fn confirmed(at: &Situation<'_>) -> Look {
    fact(!at.stock.is_some_and(|stock| stock.needs_price_confirmation))
}

/// The list price of the draft is the one in force, per m² and in total, and of the unit's area:
/// the building area, or the inside area where prices are per that.
pub(super) fn list_price_kept(at: &Situation<'_>) -> Look {
    let (unit, price) = (unit(at)?, price(at)?);
    if let Some(needed) = total(unit, unit.list_price, unit.list_total)
        && price.list_total != needed
    {
        return Err(Lacking::Amount { needed, found: price.list_total });
    }
    if ![Some(unit.building_area), unit.inside_area].contains(&Some(price.area)) {
        return Err(Lacking::Area { needed: unit.building_area, found: price.area });
    }
    match unit.list_price.filter(|_| price.area == unit.building_area) {
        Some(needed) if price.list_price != needed => {
            Err(Lacking::UnitPrice { needed, found: price.list_price })
        }
        _ => Ok(()),
    }
}

/// The deal total is above zero and the deal price × area, to what rounding of the price can make
/// of it, and the contract total, which has fit-out and attached units besides, is not below it.
pub(super) fn agrees(at: &Situation<'_>) -> Look {
    let price = price(at)?;
    if let Some(found) =
        [price.deal_total, price.contract_total].into_iter().find(|total| !total.is_positive())
    {
        return Err(Lacking::Amount { needed: Money::FEN, found });
    }
    if price.contract_total < price.deal_total {
        return Err(Lacking::Amount { needed: price.deal_total, found: price.contract_total });
    }
    agree(Figured::Deal, price.deal_price, price.area, price.deal_total)
}

pub(super) fn above_floor(at: &Situation<'_>) -> Look {
    let (unit, price) = (unit(at)?, price(at)?);
    if was_judged(at, price) {
        return Ok(());
    }
    match total(unit, unit.floor_price, unit.floor_total) {
        Some(floor) if price.deal_total < floor => {
            Err(Lacking::Amount { needed: floor, found: price.deal_total })
        }
        None if !at.context.policy.without_floor_prices => needs("floor_total"),
        _ => Ok(()),
    }
}

/// The price is not above the filed one, which nobody may waive where the city forbids it.
pub(super) fn within_filed(at: &Situation<'_>) -> Look {
    if at.context.policy.above_filed_by_approval { Ok(()) } else { at_most_filed(at) }
}

/// The same where the city does not forbid it: an approval may allow more.
pub(super) fn filed_price_kept(at: &Situation<'_>) -> Look {
    if at.context.policy.above_filed_by_approval { at_most_filed(at) } else { Ok(()) }
}

fn at_most_filed(at: &Situation<'_>) -> Look {
    let (unit, price) = (unit(at)?, price(at)?);
    match filed(unit) {
        Some(filed) if price.deal_total > filed => {
            Err(Lacking::TooMuch { most: filed, found: price.deal_total })
        }
        _ => Ok(()),
    }
}

fn filed(unit: &Unit) -> Option<Money> {
    total(unit, unit.filed_price, unit.filed_total)
}

/// The price was judged before: a fixed-price offer is approved with its prices (T32), and what a
/// deposit contract promised was judged when it was signed (T25); under a filed ceiling the lower of
/// the two.
fn was_judged(at: &Situation<'_>, price: &DealPrice) -> bool {
    if at.offered_total() == Some(price.deal_total) {
        return true;
    }
    let promised = at.deal.filter(|deal| deal.active_of(DocumentKind::DepositContract).is_some());
    let Some(promised) = promised.and_then(|deal| deal.price.as_ref()) else { return false };
    let filed = at.unit().and_then(filed);
    let bound = filed.map_or(promised.deal_total, |filed| filed.min(promised.deal_total));
    price.deal_total >= bound
}

impl<'a> Situation<'a> {
    /// The list total of the unit, if it has a list price.
    pub(in crate::deal) fn list_total(&self) -> Option<Money> {
        let unit = self.unit()?;
        total(unit, unit.list_price, unit.list_total)
    }

    /// The request by which the price was approved, where it needs one.
    pub(in crate::deal) fn price_request(&self) -> Option<&'a ApprovalRequest> {
        let price = self.price()?;
        let role = self.context.price_approval.as_ref()?.role.as_ref()?;
        if was_judged(self, price) { None } else { self.price_approved_by(role, price) }
    }
}

/// The role that has to approve the price has approved it.
pub(super) fn authority(at: &Situation<'_>) -> Look {
    let price = price(at)?;
    if was_judged(at, price) {
        return Ok(());
    }
    let Some(approval) = &at.context.price_approval else { return needs("price_approval") };
    let Some(role) = &approval.role else { return Ok(()) };
    match at.price_approved_by(role, price) {
        Some(_) => Ok(()),
        None => Err(Lacking::Approval { role: role.clone() }),
    }
}

/// What the deposit contract promised: the list price, no higher price, in all or for the unit, no
/// later handover. Under a filed ceiling the lower of the two holds, which
/// [`DealGuard::WithinFiled`](crate::deal::DealGuard::WithinFiled) looks at.
pub(super) fn promise_kept(at: &Situation<'_>) -> Look {
    let promised = at
        .deal
        .and_then(|deal| deal.active_of(DocumentKind::DepositContract).zip(deal.price.as_ref()));
    let Some((document, promised)) = promised else { return Ok(()) };
    let price = price(at)?;
    if price.list_total != promised.list_total {
        return Err(Lacking::Amount { needed: promised.list_total, found: price.list_total });
    }
    let totals =
        [(promised.deal_total, price.deal_total), (promised.contract_total, price.contract_total)];
    if let Some((most, found)) = totals.into_iter().find(|(most, found)| found > most) {
        return Err(Lacking::TooMuch { most, found });
    }
    match (document.handover, at.draft.handover) {
        (Some(day), Some(later)) if later > day => Err(Lacking::Day { day }),
        _ => Ok(()),
    }
}

/// Every value that is almost surely a mistake has been confirmed: what the host found, and what
/// is seen here.
pub(super) fn unusual_confirmed(at: &Situation<'_>) -> Look {
    let deep = Text::constant(Code::DealPriceDeep.as_str());
    let deep = at.is_deep().then_some(&deep);
    let found = at.context.unusual.iter().chain(deep);
    let mut open = found.filter(|code| !at.draft.confirmed.contains(code));
    match open.next() {
        None => Ok(()),
        Some(first) => Err(super::named(first, open.count().saturating_add(1))),
    }
}

/// 70 %: a price below this share of the list is almost surely a mistake.
const DEEP: Rate = Rate::from_millionths(700_000);

impl Situation<'_> {
    /// The price that is newly agreed is below 70 % of the list total, and is no fixed price of an
    /// offer.
    pub(in crate::deal) fn is_deep(&self) -> bool {
        let Some(price) = &self.draft.price else { return false };
        if self.deal.is_some_and(|deal| deal.price.as_ref() == Some(price))
            || self.offered_total().is_some()
        {
            return false;
        }
        share(price.list_total, DEEP).is_ok_and(|least| price.deal_total < least)
    }
}
