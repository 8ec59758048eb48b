//! Money items (款项) and what kind of money each is (handbook §6.1).

use kaipan_derive::boundary;

/// 诚意金 / 认筹金.
pub const SINCERITY: &str = "sincerity_money";
/// 订金 / 预定金.
pub const BOOKING: &str = "booking_money";
/// 定金.
pub const DEPOSIT: &str = "deposit";
/// 首期款.
pub const DOWN_PAYMENT: &str = "down_payment";
/// 楼款.
pub const HOUSE_PAYMENT: &str = "house_payment";
/// 按揭款.
pub const COMMERCIAL_LOAN: &str = "commercial_loan";
/// 公积金款.
pub const FUND_LOAN: &str = "fund_loan";
/// 面积补差款.
pub const AREA_DIFFERENCE: &str = "area_difference";
/// 专项维修资金. This and the two below are named as rules of fees name them.
pub const MAINTENANCE_FUND: &str = "maintenance_fund";
/// 契税, where the house collects it for the tax office.
pub const DEED_TAX: &str = "deed_tax";
/// 不动产登记费.
pub const REGISTRATION_FEE: &str = "registration_fee";
/// 手续费.
pub const HANDLING_FEE: &str = "handling_fee";
/// 违约金 / 滞纳金.
pub const LATE_FEE: &str = "late_fee";

/// The names of an item of the library in Chinese and English; none of one that a host has named.
pub fn item_name(item: &str) -> Option<(&'static str, &'static str)> {
    Some(match item {
        SINCERITY => ("诚意金", "sincerity money"),
        BOOKING => ("预定金", "booking money"),
        DEPOSIT => ("定金", "deposit"),
        DOWN_PAYMENT => ("首期款", "down payment"),
        HOUSE_PAYMENT => ("楼款", "house payment"),
        COMMERCIAL_LOAN => ("按揭款", "commercial loan"),
        FUND_LOAN => ("公积金款", "provident fund loan"),
        AREA_DIFFERENCE => ("面积补差款", "area difference"),
        MAINTENANCE_FUND => ("专项维修资金", "special maintenance fund"),
        DEED_TAX => ("契税", "deed tax"),
        REGISTRATION_FEE => ("不动产登记费", "registration fee"),
        HANDLING_FEE => ("手续费", "handling fee"),
        LATE_FEE => ("违约金", "late fee"),
        _ => return None,
    })
}

/// What a money item is, which decides how it behaves.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum MoneyCategory {
    /// 售前款: 诚意金, 预定金; outside the contract total until it is transferred.
    PreSale,
    /// 非贷款类房款: 定金, 首期, 楼款.
    HouseNonLoan,
    /// 贷款类房款: 按揭款, 公积金款.
    HouseLoan,
    /// 面积补差.
    AreaDifference,
    /// 代收费用: 维修资金, 契税(代缴), 登记费.
    Collected,
    /// 手续费, 违约金, 更名费.
    Charge,
    /// 押金, 其他.
    Other,
}

/// The category of an item of the library; [`MoneyCategory::Other`] for one that a host has named,
/// which says its category beside it.
pub fn category(item: &str) -> MoneyCategory {
    match item {
        SINCERITY | BOOKING => MoneyCategory::PreSale,
        DEPOSIT | DOWN_PAYMENT | HOUSE_PAYMENT => MoneyCategory::HouseNonLoan,
        COMMERCIAL_LOAN | FUND_LOAN => MoneyCategory::HouseLoan,
        AREA_DIFFERENCE => MoneyCategory::AreaDifference,
        MAINTENANCE_FUND | DEED_TAX | REGISTRATION_FEE => MoneyCategory::Collected,
        HANDLING_FEE | LATE_FEE => MoneyCategory::Charge,
        _ => MoneyCategory::Other,
    }
}

/// The items of the library, each with other names that people have for it; `instalment` is a line
/// of a schedule, whose money is a house payment.
const NAMES: &[(&str, &[&str])] = &[
    (SINCERITY, &["诚意金", "认筹金"]),
    (BOOKING, &["预定金", "订金", "小订"]),
    (DEPOSIT, &["定金", "大定"]),
    (DOWN_PAYMENT, &["首期款", "首付款", "首付"]),
    (HOUSE_PAYMENT, &["楼款", "房款", "分期款", "instalment"]),
    (COMMERCIAL_LOAN, &["按揭款", "商业贷款"]),
    (FUND_LOAN, &["公积金款", "公积金贷款"]),
    (AREA_DIFFERENCE, &["面积补差款", "面积补差"]),
    (MAINTENANCE_FUND, &["维修资金", "专项维修资金", "维修基金"]),
    (DEED_TAX, &["契税"]),
    (REGISTRATION_FEE, &["登记费", "不动产登记费"]),
    (HANDLING_FEE, &["手续费"]),
    (LATE_FEE, &["违约金", "滞纳金"]),
];

/// The item of the library that is meant by what is none: by another name that people have for it,
/// or by one that is spelt wrongly.
pub(crate) fn meant_item(asked: &str) -> Option<&'static str> {
    let named = NAMES.iter().find(|(_, names)| names.contains(&asked)).map(|(item, _)| *item);
    named.or_else(|| crate::nearest(NAMES.iter().map(|(item, _)| *item), asked))
}
