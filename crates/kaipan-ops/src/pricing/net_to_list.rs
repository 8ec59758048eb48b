//! `pricing.net_to_list`: list prices from net prices.

use kaipan::error::Result;
use kaipan::number::Rounding;
use kaipan::pricing::{CompositeDiscount, ListFromNet, NetSource, NetToList, PriceBasis};
use kaipan_derive::boundary;

/// A request to turn net prices into list prices.
///
/// With a single mode of share 1 this is also `list = floor ÷ deepest discount` (handbook §2.8).
#[boundary]
pub struct NetToListRequest {
    /// What buyers pay on average of the list price.
    pub composite_discount: CompositeDiscount,
    /// The net prices.
    pub source: NetSource,
    /// Which of unit price and total is rounded first.
    #[boundary(default)]
    pub price_basis: PriceBasis,
    /// Rounding point of list unit prices.
    #[boundary(default)]
    pub unit_rounding: Rounding,
    /// Rounding point of list totals.
    #[boundary(default)]
    pub total_rounding: Rounding,
}

/// `pricing.net_to_list`: turns net prices into list prices.
///
/// # Errors
/// As [`NetToList::lists`].
pub fn net_to_list(request: &NetToListRequest) -> Result<ListFromNet> {
    NetToList::new(&request.composite_discount, &request.source)
        .price_basis(request.price_basis)
        .unit_rounding(request.unit_rounding)
        .total_rounding(request.total_rounding)
        .lists()
}
