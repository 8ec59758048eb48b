//! What was agreed beside price and schedule, as the host's quote and customers have it.

use crate::discount::AppliedDiscount;
use crate::number::{Fraction, Money};
use crate::pricing::AreaBasis;
use crate::quote::{AttachedUnit, PolicyUse, Quote};
use crate::{Date, Label, Text, Time};
use kaipan_derive::boundary;

/// What a snapshot records beside draft, deal and unit. What is absent was not agreed, or is not
/// known.
#[boundary]
#[derive(Default)]
pub struct AgreedTerms {
    /// The area that prices are per.
    pub area_basis: Option<AreaBasis>,
    /// 装修标准 agreed; that of the unit if absent.
    pub fitout: Option<Text>,
    /// 附属房源: units sold with it.
    pub attached: Vec<AttachedUnit>,
    /// Every discount, in the order of calculation.
    pub discounts: Vec<AppliedDiscount>,
    /// The policies that were used, with their versions.
    pub policies: Vec<PolicyUse>,
    /// The bank of the commercial loan.
    pub bank: Option<Label>,
    /// The centre of the fund loan (公积金中心).
    pub fund_centre: Option<Label>,
    /// 评估价, yuan.
    pub appraisal: Option<Money>,
    /// The agents, each with a share of the deal; the agent of the deal alone if empty.
    pub agents: Vec<DealAgentShare>,
    /// 媒体 by which the buyers heard of it.
    pub media: Option<Text>,
    /// 活动.
    pub campaign: Option<Text>,
    /// The last day that what was agreed holds.
    pub valid_until: Option<Date>,
}

/// An agent and his share of a deal.
#[boundary]
pub struct DealAgentShare {
    /// 置业顾问.
    pub agent: Text,
    /// His share; the shares of all agents are 1. A sole agent needs none.
    pub share: Option<Fraction>,
}

/// 电子签名: somebody signed a version of the contract.
#[boundary]
pub struct ESignature {
    /// Who.
    pub person: Text,
    /// When.
    pub at: Time,
    /// The version of the text that was signed.
    pub version: Text,
}

impl From<&Quote> for AgreedTerms {
    fn from(quote: &Quote) -> AgreedTerms {
        AgreedTerms {
            discounts: quote.price.applied.clone(),
            policies: quote.policies.clone(),
            valid_until: quote.valid_until,
            ..AgreedTerms::default()
        }
    }
}
