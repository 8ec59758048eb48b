//! `stock.decide` and `deal.decide`.

use super::answer::DecisionAnswer;
use super::given::{GivenDeal, GivenStock};
use kaipan::deal::{DealCommand, DealContext, Deciding};
use kaipan::error::{Input, Result};
use kaipan_derive::boundary;

/// A command about the stock of a unit, or about a fixed-price offer.
#[boundary]
pub struct StockDecideRequest {
    /// The unit; none for a fixed-price offer, which is opened and lapses without one (T32, T31).
    pub stock: Option<GivenStock>,
    /// What is asked.
    pub command: DealCommand,
    /// What the host knows as it asks.
    pub context: DealContext,
}

/// A command about a deal, and the unit it is about.
#[boundary]
pub struct DealDecideRequest {
    /// The unit; none for a registration without one.
    pub stock: Option<GivenStock>,
    /// The deal.
    pub deal: GivenDeal,
    /// What is asked.
    pub command: DealCommand,
    /// What the host knows as it asks.
    pub context: DealContext,
}

/// `stock.decide`: what follows from a command about the stock of a unit or a fixed-price offer,
/// or why it is refused.
///
/// # Errors
/// As [`Deciding::decide`] and [`kaipan::deal::UnitStock::replay`].
pub fn decide_stock(request: &StockDecideRequest) -> Result<DecisionAnswer> {
    let stock = request.stock.as_ref().map(GivenStock::stock).transpose();
    let stock = stock.map_err(|error| error.within(Input::Stock))?;
    let expected = request.stock.as_ref().and_then(|stock| stock.expected_version);
    let deciding = Deciding::new(&request.context).stock(stock.as_ref()).expected_stock(expected);
    Ok(deciding.decide(&request.command)?.into())
}

/// `deal.decide`: what follows from a command about a deal, or why it is refused.
///
/// # Errors
/// As [`Deciding::decide`], [`kaipan::deal::UnitStock::replay`] and [`kaipan::deal::Deal::replay`].
pub fn decide(request: &DealDecideRequest) -> Result<DecisionAnswer> {
    let stock = request.stock.as_ref().map(GivenStock::stock).transpose();
    let stock = stock.map_err(|error| error.within(Input::Stock))?;
    let deal = request.deal.deal().map_err(|error| error.within(Input::Deal))?;
    let expected = request.stock.as_ref().and_then(|stock| stock.expected_version);
    let deciding = Deciding::new(&request.context).stock(stock.as_ref()).deal(&deal);
    let deciding = deciding.expected_stock(expected).expected_deal(request.deal.expected_version);
    Ok(deciding.decide(&request.command)?.into())
}
