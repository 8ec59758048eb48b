//! `deal.intake`.

pub use kaipan::deal::IntakeList;

use kaipan::deal::{DealIntake, IntakeOwner, OnlineRequest, UnitStock};
use kaipan::error::Result;
use kaipan::{Text, Time};
use kaipan_derive::boundary;

/// Online requests, and who may take them.
#[boundary]
pub struct DealIntakeRequest {
    /// Now.
    pub now: Time,
    /// Requests that nobody has yet, in any order.
    #[boundary(required)]
    pub requests: Vec<OnlineRequest>,
    /// Whose the customers are.
    pub owners: Vec<IntakeOwner>,
    /// The agents of the desk, in the order of their turns.
    pub rota: Vec<Text>,
    /// The place on the rota whose turn it is, from 0.
    #[boundary(default)]
    pub next: u32,
    /// The stock of units that are asked for.
    pub stock: Vec<UnitStock>,
}

/// `deal.intake`: online requests as tasks of agents.
///
/// # Errors
/// As [`DealIntake::assign`].
pub fn intake(request: &DealIntakeRequest) -> Result<IntakeList> {
    DealIntake::new(&request.requests, request.now)
        .owners(&request.owners)
        .rota(&request.rota)
        .next(request.next)
        .stock(&request.stock)
        .assign()
}
