//! Beijing: special maintenance fund.

use super::{About, maintenance_fund, uses, yuan};
use crate::fee::{FeeCondition, FeeRule, PropertyUse};

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

pub(super) fn rules() -> Vec<FeeRule> {
    let homes = || uses(&[PropertyUse::Residential]);
    vec![maintenance_fund(
        "《北京市住宅专项维修资金管理办法》（京建物〔2009〕836号）",
        vec![
            yuan(FeeCondition { storeys_to: Some(6), ..homes() }, 100),
            yuan(FeeCondition { storeys_from: Some(7), ..homes() }, 200),
            yuan(uses(&[PropertyUse::NonResidential]), 50),
        ],
    )]
}
