//! Wuxi: special maintenance fund.

use super::About;
use super::table::{ANY, MAINTENANCE_FUND, Rule, When, yuan};

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

pub(super) const RULES: &[Rule] = &[Rule {
    source: "《无锡市物业专项维修资金管理办法》交存标准",
    rows: &[
        yuan(When { elevator: Some(false), ..ANY }, 50),
        yuan(When { elevator: Some(true), ..ANY }, 90),
    ],
    ..MAINTENANCE_FUND
}];
