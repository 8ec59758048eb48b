//! `stock.room_slip`.

pub use kaipan::deal::RoomSlip;

use super::given::GivenStock;
use kaipan::deal::RoomSlipWriting;
use kaipan::error::{Input, Result};
use kaipan::project::Unit;
use kaipan::{Label, Time};
use kaipan_derive::boundary;

/// A unit that is held for a customer, and what the slip says about it.
#[boundary]
pub struct StockRoomSlipRequest {
    /// The unit with its hold.
    pub stock: GivenStock,
    /// Now.
    pub now: Time,
    /// The home: where it is, areas, list price.
    pub unit: Option<Unit>,
    /// Name of the project.
    pub project: Option<Label>,
    /// Name of the customer.
    pub customer_name: Option<Label>,
    /// Their phone, as it is to be shown.
    pub phone: Option<Label>,
    /// Name of the sales agent.
    pub agent_name: Option<Label>,
    /// Who writes.
    pub seller: Option<Label>,
}

/// `stock.room_slip`: the slip that confirms a home held for a customer, in Chinese and English.
///
/// # Errors
/// As [`RoomSlipWriting::slip`] and [`kaipan::deal::UnitStock::replay`].
pub fn room_slip(request: &StockRoomSlipRequest) -> Result<RoomSlip> {
    let stock = request.stock.stock().map_err(|error| error.within(Input::Stock))?;
    RoomSlipWriting::new(&stock, request.now)
        .unit(request.unit.as_ref())
        .project(request.project.as_deref())
        .customer_name(request.customer_name.as_deref())
        .phone(request.phone.as_deref())
        .agent_name(request.agent_name.as_deref())
        .seller(request.seller.as_deref())
        .slip()
}
