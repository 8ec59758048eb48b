//! The deal of a claim, as lists of arrears show it.

use crate::number::{Area, Money};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// What lists of arrears say about a deal: where it belongs, who buys, and what the contract says.
///
/// ```
/// use kaipan::overdue::ClaimDeal;
/// let deal = ClaimDeal::new("D1").with_agent("A7");
/// assert!(deal.project.is_none());
/// ```
#[boundary]
pub struct ClaimDeal {
    /// Its id.
    pub id: Text,
    /// The project.
    pub project: Option<Text>,
    /// 产品类型.
    pub product: Option<Text>,
    /// 房号.
    pub unit_no: Option<Text>,
    /// 建筑面积, m².
    pub building_area: Option<Area>,
    /// The customer.
    pub customer: Option<Text>,
    /// 业主姓名, to be shown.
    pub owner: Option<Label>,
    /// Their phone, to be shown, masked as the host wants it.
    pub phone: Option<Label>,
    /// 置业顾问.
    pub agent: Option<Text>,
    /// 认购日期.
    pub subscribed_on: Option<Date>,
    /// 约定签约日.
    pub agreed_signing: Option<Date>,
    /// 签约日期.
    pub signed_on: Option<Date>,
    /// 合同总价, yuan.
    pub contract_total: Option<Money>,
}
