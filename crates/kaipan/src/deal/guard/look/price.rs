//! The price, and who may agree to it.

use super::{Look, all_there, needs};
use crate::Text;
use crate::deal::guard::{DealGuard, Lacking, Situation};
use crate::deal::{DealPrice, DocumentKind};
use crate::number::{Money, Rounding, UnitPrice};
use crate::pricing::total_of;
use crate::project::Unit;
use crate::project::figures::{Figured, differ};

/// The price of the draft, else of the deal.
fn price<'a>(at: &Situation<'a>) -> Result<&'a DealPrice, Lacking> {
    let drafted = at.draft.price.as_ref();
    let price = drafted.or_else(|| at.deal.and_then(|deal| deal.price.as_ref()));
    price.map_or_else(|| needs("price"), Ok)
}

fn unit<'a>(at: &Situation<'a>) -> Result<&'a Unit, Lacking> {
    at.unit().map_or_else(|| needs("unit"), Ok)
}

/// A total that a unit has, or that follows from its unit price.
fn total(unit: &Unit, price: Option<UnitPrice>, total: Option<Money>) -> Option<Money> {
    total.or_else(|| total_of(price?, unit.building_area, &Rounding::FEN).ok())
}

pub(super) fn in_force(at: &Situation<'_>) -> Look {
    let unit = unit(at)?;
    super::fact(unit.list_price.is_some() || unit.list_total.is_some())
}

pub(super) fn confirmed(at: &Situation<'_>) -> Look {
    super::fact(!at.stock.is_some_and(|stock| stock.needs_price_confirmation))
}

/// The deal total is the deal price × area, to what rounding of the price can make of it.
pub(super) fn agrees(at: &Situation<'_>) -> Look {
    let price = price(at)?;
    match differ(Figured::Deal, price.deal_price, price.area, price.deal_total) {
        None => Ok(()),
        Some(_) => {
            let needed = total_of(price.deal_price, price.area, &Rounding::FEN);
            let needed = needed.map_err(|_| Lacking::Fact {})?;
            Err(Lacking::Amount { needed, found: price.deal_total })
        }
    }
}

pub(super) fn above_floor(at: &Situation<'_>) -> Look {
    let (unit, price) = (unit(at)?, price(at)?);
    match total(unit, unit.floor_price, unit.floor_total) {
        Some(floor) if price.deal_total < floor => {
            Err(Lacking::Amount { needed: floor, found: price.deal_total })
        }
        _ => Ok(()),
    }
}

pub(super) fn within_filed(at: &Situation<'_>) -> Look {
    let (unit, price) = (unit(at)?, price(at)?);
    match total(unit, unit.filed_price, unit.filed_total) {
        Some(filed) if price.deal_total > filed => {
            Err(Lacking::TooMuch { most: filed, found: price.deal_total })
        }
        _ => Ok(()),
    }
}

/// The role that has to approve the price has approved it.
pub(super) fn authority(at: &Situation<'_>) -> Look {
    price(at)?;
    let Some(approval) = &at.context.price_approval else { return needs("price_approval") };
    let Some(role) = &approval.role else { return Ok(()) };
    let given = at.context.approvals.iter();
    let given = given.filter(|one| one.guard == DealGuard::Authority && one.role == *role);
    match given.count() {
        0 => Err(Lacking::Approval { role: role.clone() }),
        _ => Ok(()),
    }
}

pub(super) fn quota_left(at: &Situation<'_>) -> Look {
    let Some(quotas) = &at.context.quotas else { return needs("quotas") };
    match quotas.iter().find(|quota| quota.left == 0) {
        Some(quota) => Err(super::named(&quota.quota, 1)),
        None => Ok(()),
    }
}

/// What the deposit contract promised: not a higher price, not a later handover. Under a filed
/// ceiling the lower of the two holds, which [`DealGuard::WithinFiled`] looks at.
pub(super) fn promise_kept(at: &Situation<'_>) -> Look {
    let promised = at
        .deal
        .and_then(|deal| deal.active_of(DocumentKind::DepositContract).zip(deal.price.as_ref()));
    let Some((document, promised)) = promised else { return Ok(()) };
    let price = price(at)?;
    if price.deal_total > promised.deal_total {
        return Err(Lacking::TooMuch { most: promised.deal_total, found: price.deal_total });
    }
    match (document.handover, at.draft.handover) {
        (Some(day), Some(later)) if later > day => Err(Lacking::Day { day }),
        _ => Ok(()),
    }
}

/// Every value that is almost surely a mistake has been confirmed.
pub(super) fn unusual_confirmed(at: &Situation<'_>) -> Look {
    let confirmed = &at.draft.confirmed;
    let open: Vec<&Text> =
        at.context.unusual.iter().filter(|code| !confirmed.contains(code)).collect();
    match open.first() {
        None => all_there(&[]),
        Some(first) => Err(super::named(first, open.len())),
    }
}
