//! `deal.settle_change`.

pub use kaipan::deal::ChangeSettlement;

use super::given::GivenDeal;
use kaipan::deal::{ChangeSettling, DealCommand, DealPolicy, ReceivedMoney};
use kaipan::discount::Reevaluation;
use kaipan::error::{Input, Result};
use kaipan::{Text, Time};
use kaipan_derive::boundary;

/// A deal, the change that is meant, and the money that is there.
#[boundary]
pub struct ChangeSettleRequest {
    /// Now.
    pub now: Time,
    /// The deal.
    pub deal: GivenDeal,
    /// The change, as `deal.decide` takes it.
    pub command: DealCommand,
    /// What was received for the deal, by item.
    #[boundary(required)]
    pub received: Vec<ReceivedMoney>,
    /// What the house has decided.
    #[boundary(empty)]
    pub policy: DealPolicy,
    /// The discounts of the deal as it becomes: the answer of `discount.reevaluate`.
    pub discounts: Option<Reevaluation>,
    /// The deal that a change of unit moves to.
    pub to_deal: Option<Text>,
    /// The unit that a change of unit moves to.
    pub to_unit: Option<Text>,
}

/// `deal.settle_change`: what a change comes to in money before anyone commits it.
///
/// # Errors
/// As [`ChangeSettling::settle`] and [`kaipan::deal::Deal::replay`].
pub fn settle_change(request: &ChangeSettleRequest) -> Result<ChangeSettlement> {
    let deal = request.deal.deal().map_err(|error| error.within(Input::Deal))?;
    let DealCommand { action, draft } = &request.command;
    ChangeSettling::new(&deal, *action, draft, request.now)
        .received(&request.received)
        .policy(&request.policy)
        .discounts(request.discounts.as_ref())
        .to_deal(request.to_deal.as_ref())
        .to_unit(request.to_unit.as_ref())
        .settle()
}
