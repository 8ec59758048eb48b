//! Work and marital status of a customer.

use crate::Text;
use kaipan_derive::boundary;

/// 婚姻状况.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum MaritalStatus {
    /// 未婚.
    Single,
    /// 已婚.
    Married,
    /// 离异.
    Divorced,
    /// 丧偶.
    Widowed,
}

/// 工作: what the customer does.
#[boundary]
#[derive(Default)]
pub struct CustomerWork {
    /// 工作单位.
    pub employer: Option<Text>,
    /// 行业.
    pub industry: Option<Text>,
    /// 职务.
    pub position: Option<Text>,
    /// 年收入区间, by the company's own bands.
    pub income_band: Option<Text>,
}
