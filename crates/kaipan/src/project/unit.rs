use super::Dimension;
use crate::number::{Area, Money, Rate, UnitPrice, Unrounded};
use crate::{Label, Text};
use kaipan_derive::boundary;
use std::borrow::Cow;

/// State of a unit in stock control (销控状态, handbook §5.1).
#[boundary]
pub enum UnitState {
    /// 未推盘 / 未放盘.
    #[default]
    NotReleased,
    /// 在售 (已放盘).
    OnSale,
    /// 预留 / 保留: held for a named customer, no money.
    Reserved,
    /// 销控: company hold, not for sale.
    Controlled,
    /// 预定 / 小订.
    Booked,
    /// 定金锁定: promised by a deposit contract, in completed-home sale.
    Promised,
    /// 认购 / 大定.
    Subscribed,
    /// 签约.
    Signed,
}

impl UnitState {
    /// Every state, in the order of the sale.
    pub const ALL: [UnitState; 8] = [
        UnitState::NotReleased,
        UnitState::OnSale,
        UnitState::Reserved,
        UnitState::Controlled,
        UnitState::Booked,
        UnitState::Promised,
        UnitState::Subscribed,
        UnitState::Signed,
    ];

    /// A deal is under way: the unit keeps the price snapshot of its deal (handbook §2.9).
    pub const fn in_active_deal(self) -> bool {
        matches!(
            self,
            UnitState::Booked | UnitState::Promised | UnitState::Subscribed | UnitState::Signed
        )
    }

    /// The Chinese names seen in spreadsheets; the first is the one to show.
    pub const fn chinese(self) -> &'static [&'static str] {
        match self {
            UnitState::NotReleased => &["未放盘", "未推盘", "未推售", "未推出", "未开盘"],
            UnitState::OnSale => &["在售", "待售", "已放盘", "可售", "未售", "已推售"],
            UnitState::Reserved => &["预留", "保留", "已预留", "已保留"],
            UnitState::Controlled => {
                &["销控", "不可售", "锁定", "已锁定", "控制", "暂不可售", "已销控"]
            }
            UnitState::Booked => {
                &["预定", "小订", "订房", "预订", "已预定", "已预订", "已小订", "小定"]
            }
            UnitState::Promised => &["定金锁定", "已签定金合同"],
            UnitState::Subscribed => &["认购", "大定", "已认购", "已大定", "大订"],
            UnitState::Signed => {
                &["签约", "已签约", "网签", "已网签", "已售", "售出", "已售出", "已备案"]
            }
        }
    }
}

impl std::fmt::Display for UnitState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.word())
    }
}

/// An attribute that the project adds to its units, such as `noise side: street`.
#[boundary]
pub struct Attribute {
    /// Name of the attribute.
    pub name: Text,
    /// Value for this unit.
    pub value: Text,
}

/// A sellable unit (房间 / 房源), counted in 套.
///
/// `building_area = inside_area + shared_area`; the shared area is derived when it is not given.
#[boundary(name = "ProjectUnit")]
#[derive(Default)]
pub struct Unit {
    /// 房号, unique in the project, such as `3-1-1802`.
    pub unit_no: Text,
    /// 房间名称, if it has one besides its number.
    pub name: Option<Label>,
    /// 楼栋.
    pub building: Text,
    /// 单元 (entrance).
    pub stair: Option<Text>,
    /// 楼层; negative below ground. For a duplex (复式) the lower of its floors: selections and
    /// factors by floor look at this one.
    pub floor: i32,
    /// 复式上层: the upper floor of a duplex; above `floor`.
    pub top_floor: Option<i32>,
    /// 户位 / 列: the horizontal position.
    pub line: Text,
    /// 分期.
    pub phase: Option<Text>,
    /// 组团 / 苑区.
    pub precinct: Option<Text>,
    /// 户型.
    pub layout: Option<Text>,
    /// 朝向.
    pub orientation: Option<Text>,
    /// 景观.
    pub view: Option<Text>,
    /// 装修标准.
    pub fitout: Option<Text>,
    /// 噪音.
    pub noise: Option<Text>,
    /// 采光.
    pub daylight: Option<Text>,
    /// 业态 / 产品类型.
    pub product_type: Option<Text>,
    /// 建筑面积, m²: the presale (预测) area that prices are set on.
    pub building_area: Area,
    /// 套内建筑面积, m².
    pub inside_area: Option<Area>,
    /// 公摊面积, m².
    pub shared_area: Option<Area>,
    /// 赠送面积, m², outside the saleable area.
    pub gift_area: Option<Area>,
    /// 实测建筑面积, m²: as surveyed after completion.
    pub surveyed_area: Option<Area>,
    /// 实测套内面积, m².
    pub surveyed_inside_area: Option<Area>,
    /// 产权登记面积, m².
    pub registered_area: Option<Area>,
    /// For attached units (车位、储藏室): the number of the unit they are sold with.
    pub attached_to: Option<Text>,
    /// Attributes of the project's own.
    pub attributes: Vec<Attribute>,
    /// 销控状态.
    #[boundary(default)]
    pub state: UnitState,
    /// The unit has come back from a deal and its price needs confirmation before sale.
    pub needs_price_confirmation: bool,
    /// 推盘批次.
    pub batch: Option<Text>,
    /// 预售许可证号.
    pub permit: Option<Text>,
    /// 表价 (单价) in force, yuan per m² of building area.
    pub list_price: Option<UnitPrice>,
    /// 表价 (总价) in force, yuan.
    pub list_total: Option<Money>,
    /// 底价, yuan per m² of building area.
    pub floor_price: Option<UnitPrice>,
    /// 底价 (总价), yuan.
    pub floor_total: Option<Money>,
    /// 备案价, yuan per m² of building area.
    pub filed_price: Option<UnitPrice>,
    /// 备案总价: the filed price of the whole unit, yuan.
    pub filed_total: Option<Money>,
    /// Total entered by hand, for units priced per unit (按套), yuan.
    pub entered_total: Option<Money>,
}

impl Unit {
    /// 得房率: inside ÷ building area, half up to 6 decimals.
    pub fn efficiency_ratio(&self) -> Option<Rate> {
        let inside = Unrounded::from(self.inside_area?);
        inside.div(&Unrounded::from(self.building_area)).and_then(|ratio| ratio.to_rate()).ok()
    }

    /// The value of an attribute, if the unit has one.
    ///
    /// [`Dimension::Stack`] is `building/stair/line`; [`Dimension::AreaBand`] has no text value.
    pub fn attribute(&self, dimension: &Dimension) -> Option<Cow<'_, str>> {
        let text = match dimension {
            Dimension::Building => Some(self.building.as_str()),
            Dimension::Stair => self.stair.as_deref(),
            Dimension::Line => Some(self.line.as_str()),
            Dimension::Phase => self.phase.as_deref(),
            Dimension::Precinct => self.precinct.as_deref(),
            Dimension::Orientation => self.orientation.as_deref(),
            Dimension::View => self.view.as_deref(),
            Dimension::Layout => self.layout.as_deref(),
            Dimension::Fitout => self.fitout.as_deref(),
            Dimension::Noise => self.noise.as_deref(),
            Dimension::Daylight => self.daylight.as_deref(),
            Dimension::ProductType => self.product_type.as_deref(),
            Dimension::Unit => Some(self.unit_no.as_str()),
            Dimension::Custom(name) => {
                self.attributes.iter().find(|a| a.name == *name).map(|a| a.value.as_str())
            }
            Dimension::Floor => return Some(Cow::Owned(self.floor.to_string())),
            Dimension::Stack => {
                let stair = self.stair.as_deref().unwrap_or("");
                return Some(Cow::Owned(format!("{}/{stair}/{}", self.building, self.line)));
            }
            Dimension::AreaBand => None,
        };
        text.map(Cow::Borrowed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_by_dimension() {
        let unit = Unit {
            unit_no: "3-1-1802".into(),
            building: "3".into(),
            floor: 18,
            line: "02".into(),
            building_area: "125.53".parse().unwrap(),
            inside_area: Some("100.05".parse().unwrap()),
            attributes: vec![Attribute { name: "电梯厅".into(), value: "独立".into() }],
            ..Unit::default()
        };
        let value = |name: &str| unit.attribute(&name.parse().unwrap()).map(Cow::into_owned);
        assert_eq!(value("floor").as_deref(), Some("18"));
        assert_eq!(value("stack").as_deref(), Some("3//02"));
        assert_eq!(value("custom:电梯厅").as_deref(), Some("独立"));
        assert_eq!(value("view"), None);
        assert_eq!(unit.efficiency_ratio().unwrap().to_string(), "0.797021");
    }
}
