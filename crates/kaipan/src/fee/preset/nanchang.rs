//! Nanchang: special maintenance fund (handbook §7.2).

use super::About;
use super::table::{ANY, HOMES, MAINTENANCE_FUND, Rule, When, yuan};
use crate::fee::PropertyUse;

pub(super) const ABOUT: About = About {
    name: "南昌",
    name_en: "Nanchang",
    city: Some("南昌"),
    remark: "首期交存标准按手册 §7.2，车位、储藏室未列；使用前按当地现行公告核对。",
    remark_en: "First deposits after handbook 7.2; parking and storage are not listed. Check them \
                against the notice in force in the city.",
};

pub(super) const RULES: &[Rule] = &[Rule {
    source: "南昌市首期住宅专项维修资金交存标准",
    rows: &[
        yuan(When { elevator: Some(false), ..HOMES }, 55),
        yuan(When { elevator: Some(true), ..HOMES }, 100),
        yuan(When { uses: &[PropertyUse::NonResidential], ..ANY }, 130),
    ],
    ..MAINTENANCE_FUND
}];
