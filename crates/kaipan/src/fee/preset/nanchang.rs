//! Nanchang: special maintenance fund (handbook §7.2).

use super::{About, maintenance_fund, uses, yuan};
use crate::fee::{FeeCondition, FeeRule, PropertyUse};

pub(super) const ABOUT: About = About {
    name: "南昌",
    name_en: "Nanchang",
    city: Some("南昌"),
    remark: "首期交存标准按手册 §7.2，车位、储藏室未列；使用前按当地现行公告核对。",
    remark_en: "First deposits after handbook 7.2; parking and storage are not listed. Check them \
                against the notice in force in the city.",
};

pub(super) fn rules() -> Vec<FeeRule> {
    let homes =
        |elevator| FeeCondition { elevator: Some(elevator), ..uses(&[PropertyUse::Residential]) };
    vec![maintenance_fund(
        "南昌市首期住宅专项维修资金交存标准",
        vec![
            yuan(homes(false), 55),
            yuan(homes(true), 100),
            yuan(uses(&[PropertyUse::NonResidential]), 130),
        ],
    )]
}
