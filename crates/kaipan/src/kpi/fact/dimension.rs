//! What facts are grouped by.

use super::fact_kind::FactKind;
use super::record::Fact;
use crate::Text;
use kaipan_derive::boundary;

/// What facts are grouped by.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum FactDimension {
    /// The node of the organisation, or the one above it at a level.
    Node,
    /// 房号.
    Unit,
    /// The deal.
    Deal,
    /// The customer.
    Customer,
    /// 置业顾问; of spend, who spent it.
    Agent,
    /// 部门: the department of the agent, or the one that has spent.
    Department,
    /// 渠道.
    Channel,
    /// 媒体大类.
    Media,
    /// 媒体小类.
    SubMedia,
    /// 推广活动.
    Campaign,
    /// 意向等级.
    Grade,
    /// 业态、产品类型.
    Product,
    /// 户型.
    Layout,
    /// 推售批次.
    Batch,
    /// What of the kind: the item of a receipt, the kind of a cancellation.
    Detail,
}

/// A value by which facts are grouped.
#[boundary(answer)]
#[derive(PartialOrd, Ord)]
pub struct DimensionValue {
    /// What they are grouped by.
    pub dimension: FactDimension,
    /// The value; absent of facts without one (未归属).
    pub value: Option<Text>,
}

impl FactDimension {
    /// The value of a fact.
    pub(in crate::kpi) fn of(self, fact: &Fact) -> Option<&Text> {
        let value = match self {
            FactDimension::Node => &fact.node,
            FactDimension::Unit => &fact.unit,
            FactDimension::Deal => &fact.deal,
            FactDimension::Customer => &fact.customer,
            FactDimension::Agent => &fact.agent,
            FactDimension::Department => &fact.department,
            FactDimension::Channel => &fact.channel,
            FactDimension::Media => &fact.media,
            FactDimension::SubMedia => &fact.sub_media,
            FactDimension::Campaign => &fact.campaign,
            FactDimension::Grade => &fact.grade,
            FactDimension::Product => &fact.product,
            FactDimension::Layout => &fact.layout,
            FactDimension::Batch => &fact.batch,
            FactDimension::Detail => &fact.detail,
        };
        value.as_ref()
    }
}

impl FactKind {
    /// It takes something back, which a treatment of cancellations may date as what it takes back.
    pub(in crate::kpi) const fn is_cancellation(self) -> bool {
        matches!(self, FactKind::Cancellation | FactKind::RegistrationCancelled)
    }
}
