//! What a customer is looking for.

use crate::Text;
use crate::number::{Area, Money};
use kaipan_derive::boundary;

/// 购房意向: what the customer is looking for.
#[boundary]
#[derive(Default)]
pub struct CustomerPreferences {
    /// 置业目的, such as 首次置业, 改善, 投资.
    pub purpose: Option<Text>,
    /// 意向户型.
    pub layouts: Vec<Text>,
    /// 意向面积, from, m².
    pub area_from: Option<Area>,
    /// 意向面积, to, m².
    pub area_to: Option<Area>,
    /// 预算, from, yuan.
    pub budget_from: Option<Money>,
    /// 预算, to, yuan.
    pub budget_to: Option<Money>,
    /// 意向区域.
    pub districts: Vec<Text>,
    /// 认知途径: the medium by which the customer heard of the project.
    pub medium: Option<Text>,
}
