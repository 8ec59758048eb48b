//! Why a discount is given (handbook §3.1).

use kaipan_derive::boundary;

/// Why a discount is given (handbook §3.1).
#[boundary]
pub enum DiscountReason {
    /// 付款方式优惠.
    PaymentMethod,
    /// 开盘优惠.
    Opening,
    /// 按时签约优惠: lost at signing if the buyer signs late.
    OnTimeSigning,
    /// 按时付款优惠: taken back if the buyer pays late.
    OnTimePayment,
    /// 会员优惠.
    Member,
    /// 团购.
    GroupBuy,
    /// 老带新.
    Referral,
    /// 员工内购.
    Employee,
    /// 经理特批 / 关系户 / 特殊折扣.
    SpecialApproval,
    /// 总价优惠.
    LumpSum,
    /// 认筹抵扣 (交x抵y).
    DepositMultiplier,
    /// 特价房 / 一口价.
    SpecialPrice,
    /// 促销活动.
    Campaign,
    /// Anything else.
    #[default]
    Other,
}

impl DiscountReason {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            DiscountReason::PaymentMethod => "付款方式",
            DiscountReason::Opening => "开盘",
            DiscountReason::OnTimeSigning => "按时签约",
            DiscountReason::OnTimePayment => "按时付款",
            DiscountReason::Member => "会员",
            DiscountReason::GroupBuy => "团购",
            DiscountReason::Referral => "老带新",
            DiscountReason::Employee => "员工内购",
            DiscountReason::SpecialApproval => "特批",
            DiscountReason::LumpSum => "总价",
            DiscountReason::DepositMultiplier => "认筹抵扣",
            DiscountReason::SpecialPrice => "特价房",
            DiscountReason::Campaign => "促销活动",
            DiscountReason::Other => "其他",
        }
    }
}
