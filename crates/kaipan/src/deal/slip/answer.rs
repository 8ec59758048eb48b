use crate::error::{Finding, told};
use crate::number::{Area, Money, UnitPrice};
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// 房号确认单: what a customer takes to the cashier. What is not known stays away.
#[boundary(answer)]
pub struct RoomSlip {
    /// 项目.
    pub project: Option<Label>,
    /// 房号.
    pub unit_no: Text,
    /// 楼栋.
    pub building: Option<Text>,
    /// 单元.
    pub stair: Option<Text>,
    /// 楼层.
    pub floor: Option<i32>,
    /// 户型.
    pub layout: Option<Text>,
    /// 建筑面积, m².
    pub building_area: Option<Area>,
    /// 套内建筑面积, m².
    pub inside_area: Option<Area>,
    /// 表价单价, yuan per m² of building area.
    pub list_price: Option<UnitPrice>,
    /// 表价总价, yuan.
    pub list_total: Option<Money>,
    /// Id of the customer.
    pub customer: Text,
    /// 客户姓名.
    pub customer_name: Option<Label>,
    /// Their phone, as the host wants it shown.
    pub phone: Option<Label>,
    /// Id of the sales agent.
    pub agent: Text,
    /// 置业顾问姓名.
    pub agent_name: Option<Label>,
    /// When it was written.
    pub written_at: Time,
    /// The first moment at which the hold has lapsed.
    pub until: Time,
    /// Whole minutes until then. Absent where they are more than 32 bits hold.
    pub minutes_left: Option<u32>,
    /// The slip in Chinese, to be printed.
    pub text_zh: String,
    /// The slip in English.
    pub text_en: String,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(RoomSlip: findings);
