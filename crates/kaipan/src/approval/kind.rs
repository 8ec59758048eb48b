//! What is approved.

use crate::organisation::command;
use kaipan_derive::boundary;

/// What an approval is about (审批类别).
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum ApprovalKind {
    /// 定价单、调价单.
    PriceBill,
    /// 付款方式.
    PaymentPlan,
    /// 折扣方案.
    DiscountScheme,
    /// 特殊折扣.
    SpecialDiscount,
    /// 破底价.
    BelowFloor,
    /// 价格变更 of a deal.
    PriceChange,
    /// 退房.
    Quit,
    /// 换房.
    ChangeUnit,
    /// 更名.
    ChangeName,
    /// 变更付款方式.
    ChangePlan,
    /// 变更折扣.
    ChangeDiscount,
    /// 延期签约、延期付款.
    Extension,
    /// 客户资料修改.
    CustomerEdit,
    /// 退款.
    Refund,
    /// 滞纳金减免.
    LateFeeWaiver,
    /// A guard that is waived for once (条件豁免).
    Waiver,
    /// 作废.
    Void,
    /// 房源录入: homes as they were first entered, one or a whole batch.
    StockEntry,
    /// 房源资料: corrections of homes that were entered (`StockEntry`), before the release.
    StockData,
    /// 房源资料变更.
    StockChange,
    /// 面积变更.
    AreaChange,
    /// 合同财务审核.
    Contract,
    /// 销售指标.
    Targets,
    /// 客户合并.
    CustomerMerge,
    /// 销售计划: one version of a sales plan.
    SalesPlan,
    /// 销售机会审核: something about an opportunity that a gate asks for.
    OpportunityStep,
}

impl ApprovalKind {
    /// Every kind.
    pub const ALL: &'static [ApprovalKind] = &[
        ApprovalKind::PriceBill,
        ApprovalKind::PaymentPlan,
        ApprovalKind::DiscountScheme,
        ApprovalKind::SpecialDiscount,
        ApprovalKind::BelowFloor,
        ApprovalKind::PriceChange,
        ApprovalKind::Quit,
        ApprovalKind::ChangeUnit,
        ApprovalKind::ChangeName,
        ApprovalKind::ChangePlan,
        ApprovalKind::ChangeDiscount,
        ApprovalKind::Extension,
        ApprovalKind::CustomerEdit,
        ApprovalKind::Refund,
        ApprovalKind::LateFeeWaiver,
        ApprovalKind::Waiver,
        ApprovalKind::Void,
        ApprovalKind::StockEntry,
        ApprovalKind::StockData,
        ApprovalKind::StockChange,
        ApprovalKind::AreaChange,
        ApprovalKind::Contract,
        ApprovalKind::Targets,
        ApprovalKind::CustomerMerge,
        ApprovalKind::SalesPlan,
        ApprovalKind::OpportunityStep,
    ];

    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            ApprovalKind::PriceBill => "定价单",
            ApprovalKind::PaymentPlan => "付款方式",
            ApprovalKind::DiscountScheme => "折扣方案",
            ApprovalKind::SpecialDiscount => "特殊折扣",
            ApprovalKind::BelowFloor => "破底价",
            ApprovalKind::PriceChange => "价格变更",
            ApprovalKind::Quit => "退房",
            ApprovalKind::ChangeUnit => "换房",
            ApprovalKind::ChangeName => "更名",
            ApprovalKind::ChangePlan => "变更付款方式",
            ApprovalKind::ChangeDiscount => "变更折扣",
            ApprovalKind::Extension => "延期",
            ApprovalKind::CustomerEdit => "客户资料修改",
            ApprovalKind::Refund => "退款",
            ApprovalKind::LateFeeWaiver => "滞纳金减免",
            ApprovalKind::Waiver => "条件豁免",
            ApprovalKind::Void => "作废",
            ApprovalKind::StockEntry => "房源录入",
            ApprovalKind::StockData => "房源资料",
            ApprovalKind::StockChange => "房源资料变更",
            ApprovalKind::AreaChange => "面积变更",
            ApprovalKind::Contract => "合同财务审核",
            ApprovalKind::Targets => "销售指标",
            ApprovalKind::CustomerMerge => "客户合并",
            ApprovalKind::SalesPlan => "销售计划",
            ApprovalKind::OpportunityStep => "销售机会审核",
        }
    }

    /// The command whose process variant says who approves, where one differs from elsewhere.
    pub const fn command(self) -> &'static str {
        match self {
            ApprovalKind::PriceBill | ApprovalKind::PriceChange => command::PRICE_CHANGE,
            ApprovalKind::PaymentPlan | ApprovalKind::DiscountScheme => command::PROJECT_EDIT,
            ApprovalKind::SpecialDiscount | ApprovalKind::BelowFloor => command::DISCOUNT_SPECIAL,
            ApprovalKind::Quit => command::DEAL_QUIT,
            ApprovalKind::ChangeUnit
            | ApprovalKind::ChangeName
            | ApprovalKind::ChangePlan
            | ApprovalKind::ChangeDiscount
            | ApprovalKind::Extension
            | ApprovalKind::LateFeeWaiver
            | ApprovalKind::Waiver => command::DEAL_CHANGE,
            ApprovalKind::CustomerEdit => command::CUSTOMER_EDIT,
            ApprovalKind::Refund => command::REFUND_PAY,
            ApprovalKind::Void => command::DEAL_VOID,
            ApprovalKind::StockEntry | ApprovalKind::StockData | ApprovalKind::StockChange => {
                command::STOCK_EDIT
            }
            ApprovalKind::AreaChange => command::AREA_CHANGE,
            ApprovalKind::Contract => command::CONTRACT_SIGN,
            ApprovalKind::Targets | ApprovalKind::SalesPlan => command::TARGET_SET,
            ApprovalKind::CustomerMerge => command::CUSTOMER_MERGE,
            ApprovalKind::OpportunityStep => command::OPPORTUNITY_MANAGE,
        }
    }

    /// The discount authority says who approves, where a price is given (handbook §3.4).
    pub(super) const fn follows_authority(self) -> bool {
        matches!(
            self,
            ApprovalKind::SpecialDiscount
                | ApprovalKind::BelowFloor
                | ApprovalKind::ChangeDiscount
                | ApprovalKind::PriceChange
        )
    }
}
