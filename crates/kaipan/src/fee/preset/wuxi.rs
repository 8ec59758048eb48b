//! Wuxi: special maintenance fund.

use super::{About, maintenance_fund, yuan};
use crate::fee::{FeeCondition, FeeRule};

pub(super) const ABOUT: About = About {
    name: "无锡",
    name_en: "Wuxi",
    city: Some("无锡"),
    remark: "住宅、非住宅和车库同一标准；独立式房屋每平方米 30 元、面积不明的车位每个 1000 元未列，\
             请用自有规则。使用前按当地现行公告核对。",
    remark_en: "Homes, other units and garages are alike; detached houses (30 yuan per m2) and \
                parking of unknown area (1000 yuan each) are not listed: use rules of your own. \
                Check them against the notice in force in the city.",
};

pub(super) fn rules() -> Vec<FeeRule> {
    let units = |elevator| FeeCondition { elevator: Some(elevator), ..FeeCondition::default() };
    vec![maintenance_fund(
        "《无锡市物业专项维修资金管理办法》交存标准",
        vec![yuan(units(false), 50), yuan(units(true), 90)],
    )]
}
