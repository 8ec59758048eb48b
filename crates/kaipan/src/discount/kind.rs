//! How a discount is calculated (handbook §3.1).

use crate::error::{Code, Error, Result};
use crate::number::{Money, Rate, UnitPrice, WrittenDiscount, WrittenKind, parse_written_discount};

/// How a discount changes the price.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "serde", serde(tag = "kind"))]
pub enum DiscountKind {
    /// 打折: a rate of the price is paid.
    Rate {
        /// Rate to pay, share in (0, 1]: 0.98 is 98 % (98折). 10 % to 99.9 % is usual.
        rate: Rate,
    },
    /// 减点: a share of the price is taken off.
    Points {
        /// Share taken off, in [0, 1): 0.01 is one point. From 0.1 % on is usual.
        off: Rate,
    },
    /// 总价优惠: an amount off the total.
    TotalOff {
        /// Yuan.
        amount: Money,
    },
    /// 单价优惠: an amount off the unit price.
    UnitOff {
        /// Yuan per m².
        amount: UnitPrice,
    },
    /// 一口价: a total that takes the place of the list price.
    FixedPrice {
        /// Yuan.
        total: Money,
    },
    /// 一口价 by unit price.
    FixedUnitPrice {
        /// Yuan per m².
        unit_price: UnitPrice,
    },
    /// 交x抵y: money paid in counts for more. The money itself is part of the price; only what it
    /// counts beyond itself is a discount.
    DepositMultiplier {
        /// Sincerity money paid in, yuan.
        paid: Money,
        /// What it counts as, yuan.
        counts_as: Money,
    },
    /// A gift that does not change the price (赠送).
    Gift {
        /// What it is worth, yuan, for reports.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "uniffi", uniffi(default))]
        value: Option<Money>,
    },
}

impl DiscountKind {
    /// An agreed value of the same kind, from text as a person types it: `98折` and `2% off` for a
    /// rate, `1.5` for points, `2万` for an amount.
    ///
    /// # Errors
    /// As [`parse_written_discount`]: text of another kind, or that can be read in two ways.
    ///
    /// ```
    /// use kaipan::discount::DiscountKind;
    /// let points = DiscountKind::Points { off: "0".parse()? };
    /// assert_eq!(points.agreed("1.5")?, DiscountKind::Points { off: "0.015".parse()? });
    /// assert!(points.agreed("20000").is_err());
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    pub fn agreed(&self, text: &str) -> Result<DiscountKind> {
        let read = parse_written_discount(text, self.written())?;
        let agreed = match (self, read) {
            (DiscountKind::Rate { .. }, WrittenDiscount::Rate(rate)) => DiscountKind::Rate { rate },
            (DiscountKind::Points { .. }, WrittenDiscount::Points(off)) => {
                DiscountKind::Points { off }
            }
            (DiscountKind::TotalOff { .. }, WrittenDiscount::Amount(amount)) => {
                DiscountKind::TotalOff { amount }
            }
            (DiscountKind::UnitOff { .. }, WrittenDiscount::UnitPrice(amount)) => {
                DiscountKind::UnitOff { amount }
            }
            (DiscountKind::FixedPrice { .. }, WrittenDiscount::Amount(total)) => {
                DiscountKind::FixedPrice { total }
            }
            (DiscountKind::FixedUnitPrice { .. }, WrittenDiscount::UnitPrice(unit_price)) => {
                DiscountKind::FixedUnitPrice { unit_price }
            }
            (DiscountKind::DepositMultiplier { paid, .. }, WrittenDiscount::Amount(counts_as)) => {
                DiscountKind::DepositMultiplier { paid: *paid, counts_as }
            }
            (DiscountKind::Gift { .. }, WrittenDiscount::Amount(value)) => {
                DiscountKind::Gift { value: Some(value) }
            }
            _ => return Err(Error::new(Code::NumberDiscount).with("text", text)),
        };
        Ok(agreed)
    }

    /// The kind that its value is written in.
    const fn written(&self) -> WrittenKind {
        match self {
            DiscountKind::Rate { .. } => WrittenKind::Rate,
            DiscountKind::Points { .. } => WrittenKind::Points,
            DiscountKind::TotalOff { .. } => WrittenKind::TotalOff,
            DiscountKind::UnitOff { .. } => WrittenKind::UnitOff,
            DiscountKind::FixedPrice { .. } => WrittenKind::FixedPrice,
            DiscountKind::FixedUnitPrice { .. } => WrittenKind::FixedUnitPrice,
            DiscountKind::DepositMultiplier { .. } => WrittenKind::DepositMultiplier,
            DiscountKind::Gift { .. } => WrittenKind::Gift,
        }
    }
}

/// How a rate or points join with what was taken off before (折上折 or 累加).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Stack {
    /// 折上折: applied to the price as discounted so far.
    #[default]
    Multiply,
    /// 累加: all such items form one group, and their points are summed.
    Add,
}

/// Why a discount is given (handbook §3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
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
    /// The name used in requests.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            DiscountReason::PaymentMethod => "payment_method",
            DiscountReason::Opening => "opening",
            DiscountReason::OnTimeSigning => "on_time_signing",
            DiscountReason::OnTimePayment => "on_time_payment",
            DiscountReason::Member => "member",
            DiscountReason::GroupBuy => "group_buy",
            DiscountReason::Referral => "referral",
            DiscountReason::Employee => "employee",
            DiscountReason::SpecialApproval => "special_approval",
            DiscountReason::LumpSum => "lump_sum",
            DiscountReason::DepositMultiplier => "deposit_multiplier",
            DiscountReason::SpecialPrice => "special_price",
            DiscountReason::Campaign => "campaign",
            DiscountReason::Other => "other",
        }
    }

    /// The name in Chinese.
    #[must_use]
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
