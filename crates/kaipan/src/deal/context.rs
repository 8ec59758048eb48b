//! What the host knows when it asks: the day, who asks, the unit, the building, the people, the
//! money.

use super::{DealGuard, SaleRules, SaleStatus};
use crate::number::Money;
use crate::payment::DepositLimit;
use crate::project::{PresalePermit, Unit};
use crate::{StreamRead, Text, Time};
use kaipan_derive::boundary;

/// What a decision looks at beside the unit's stock and the deal. What is absent is not known, and a
/// guard that needs it is not met: it needs input.
#[boundary]
pub struct DealContext {
    /// Now.
    pub now: Time,
    /// Who asks.
    pub person: Text,
    /// His roles here, by code.
    pub roles: Vec<Text>,
    /// The unit with its areas and prices.
    pub unit: Option<Unit>,
    /// Presale permits of the project.
    pub permits: Option<Vec<PresalePermit>>,
    /// What is known of project, phases and buildings.
    pub status: Option<SaleStatus>,
    /// The organisation nodes that the unit lies in, the nearest first.
    pub nodes: Vec<Text>,
    /// The dated rules of a sale; the national ones if absent.
    pub rules: Option<SaleRules>,
    /// What the house has decided.
    #[boundary(empty)]
    pub policy: DealPolicy,
    /// What is known of the buyers.
    pub buyers: Option<Vec<BuyerFacts>>,
    /// Required questions that have no answer yet.
    pub unanswered: Option<Vec<Text>>,
    /// Money received for the deal, by item.
    pub received: Option<Vec<ReceivedMoney>>,
    /// Approvals on record.
    pub approvals: Vec<GivenApproval>,
    /// What the discounts of the draft still have, by their quotas.
    pub quotas: Option<Vec<QuotaLeft>>,
    /// The role that has to approve the price; none if it needs no approval.
    pub price_approval: Option<PriceApproval>,
    /// The channel that the unit is allotted to, if it is.
    pub allotted_to: Option<Text>,
    /// Codes of findings about the draft that are almost surely mistakes.
    pub unusual: Vec<Text>,
    /// Other streams that were read to give these answers, with the versions seen.
    pub reads: Vec<StreamRead>,
}

/// What the house has decided about its deals.
#[boundary]
#[derive(Default)]
pub struct DealPolicy {
    /// The largest deposit; the law's if absent.
    pub deposit_limit: Option<DepositLimit>,
    /// The sincerity money of every registration, yuan.
    pub sincerity_amount: Option<Money>,
    /// The least booking money, yuan.
    pub least_booking: Option<Money>,
    /// The least deposit of a subscription, yuan.
    pub least_deposit: Option<Money>,
    /// A subscription may be entered before the whole deposit is there.
    pub allow_partial_deposit: bool,
    /// The longest reservation, days; 7 if absent.
    pub longest_reservation: Option<u32>,
    /// The longest hold of a room, minutes; 30 if absent.
    pub longest_hold: Option<u32>,
    /// Payment plans that are offered, by code; all if absent.
    pub plans: Option<Vec<Text>>,
    /// Contracts need a finance review.
    pub finance_review: bool,
}

/// What is known of a buyer.
#[boundary]
pub struct BuyerFacts {
    /// The customer.
    pub customer: Text,
    /// His identity is on record and its number is sound.
    #[boundary(required)]
    pub identified: bool,
    /// Required fields that are empty.
    pub missing: Vec<Text>,
}

/// Money received for a deal.
#[boundary]
pub struct ReceivedMoney {
    /// What it is.
    pub item: Text,
    /// Yuan, what was given back taken off.
    pub amount: Money,
    /// The account it lies in.
    pub account: Option<Text>,
}

/// An approval on record.
#[boundary]
pub struct GivenApproval {
    /// Its id.
    pub id: Text,
    /// The guard that it waives or meets.
    pub guard: DealGuard,
    /// The role that gave it.
    pub role: Text,
    /// Who gave it.
    pub person: Text,
}

/// What a quota still has.
#[boundary]
pub struct QuotaLeft {
    /// The discount or offer.
    pub quota: Text,
    /// Uses left.
    pub left: u32,
    /// The version seen.
    pub version: u32,
}

/// Who has to approve a price.
#[boundary]
pub struct PriceApproval {
    /// The role; none if no approval is needed.
    pub role: Option<Text>,
}
