//! `deal.options`.

use super::answer::UnmetDealGuardAnswer;
use super::given::{GivenDeal, GivenStock};
use kaipan::Text;
use kaipan::deal::{DealAction, DealCommand, DealContext, Deciding};
use kaipan::error::{Finding, Input, Result};
use kaipan_derive::boundary;

/// What may be done with a unit and a deal now?
#[boundary]
pub struct DealOptionsRequest {
    /// The unit; none for a registration without one.
    pub stock: Option<GivenStock>,
    /// The deal; without one the commands about stock alone are looked at.
    pub deal: Option<GivenDeal>,
    /// What the host knows as it asks.
    pub context: DealContext,
    /// What is known of commands that are not yet asked for.
    pub drafts: Vec<DealCommand>,
}

/// What may be done now, and what is lacking.
#[boundary(answer)]
pub struct DealOptionsResponse {
    /// Every command that the table has for this state.
    #[boundary(required)]
    pub options: Vec<DealOptionAnswer>,
}

/// A command, and whether it may be done now.
#[boundary(answer)]
pub struct DealOptionAnswer {
    /// What can be done.
    pub action: DealAction,
    /// The action in Chinese.
    pub zh: Text,
    /// The action in English.
    pub en: Text,
    /// The row of the table: `T12`.
    pub row: Text,
    /// It may be done now, with the draft given.
    #[boundary(required)]
    pub may: bool,
    /// Guards that are not met.
    pub lacking: Vec<UnmetDealGuardAnswer>,
    /// What a person should read before it is done.
    pub findings: Vec<Finding>,
}

/// `deal.options`: for every command of the table, may it be done now, and what is lacking.
///
/// # Errors
/// As [`Deciding::options`], [`kaipan::deal::UnitStock::replay`] and [`kaipan::deal::Deal::replay`].
pub fn options(request: &DealOptionsRequest) -> Result<DealOptionsResponse> {
    let stock = request.stock.as_ref().map(GivenStock::stock).transpose();
    let stock = stock.map_err(|error| error.within(Input::Stock))?;
    let deal = request.deal.as_ref().map(GivenDeal::deal).transpose();
    let deal = deal.map_err(|error| error.within(Input::Deal))?;
    let deciding = Deciding::new(&request.context).stock(stock.as_ref()).deal(deal.as_ref());
    let options = deciding.options(&request.drafts)?;
    let options = options.into_iter().map(|option| DealOptionAnswer {
        action: option.action,
        zh: option.action.chinese().into(),
        en: option.action.english().into(),
        row: option.row,
        may: option.may,
        findings: option.findings,
        lacking: option.lacking.into_iter().map(UnmetDealGuardAnswer::from).collect(),
    });
    Ok(DealOptionsResponse { options: options.collect() })
}
