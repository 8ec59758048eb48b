//! Beijing: special maintenance fund.

use super::About;
use super::table::{ANY, HOMES, MAINTENANCE_FUND, Rule, When, yuan};
use crate::fee::PropertyUse;

pub(super) const ABOUT: About = About {
    name: "北京",
    name_en: "Beijing",
    city: Some("北京"),
    remark: "六层及以下为多层，七层及以上为高层；独立式住宅每平方米 50 元、车位未列，请用自有规则。\
             使用前按当地现行公告核对。",
    remark_en: "Up to six storeys are multi-storey, from seven on high-rise; detached houses (50 \
                yuan per m2) and parking are not listed: use rules of your own. Check them against \
                the notice in force in the city.",
};

pub(super) const RULES: &[Rule] = &[Rule {
    source: "《北京市住宅专项维修资金管理办法》（京建物〔2009〕836号）",
    rows: &[
        yuan(When { storeys_to: Some(6), ..HOMES }, 100),
        yuan(When { storeys_from: Some(7), ..HOMES }, 200),
        yuan(When { uses: &[PropertyUse::NonResidential], ..ANY }, 50),
    ],
    ..MAINTENANCE_FUND
}];
