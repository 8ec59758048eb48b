//! What a discounted price is, and how it came about.

mod apply;
mod references;
mod size;
mod step;
mod step_text;
mod text;
mod unusual;

use crate::discount::authority::Approval;
use crate::discount::scheme::{DiscountKind, DiscountReason, Stack};
use crate::error::{Finding, told};
use crate::number::{Area, Exact, Money, Rate, UnitPrice};
use crate::{Label, Text};
use kaipan_derive::boundary;
pub use step::{DiscountRule, DiscountStep};

/// A deal price with everything that explains it (handbook §3.3).
#[boundary(answer)]
pub struct DiscountOutcome {
    /// 表价总价, yuan.
    pub list_total: Money,
    /// 表价单价, yuan per m².
    pub list_unit_price: UnitPrice,
    /// Area that prices are per, m².
    pub area: Area,
    /// 成交总价, yuan.
    pub deal_total: Money,
    /// 成交单价, yuan per m².
    pub deal_unit_price: UnitPrice,
    /// List total − deal total; below zero when a fixed price or rounding up goes above the list.
    pub discount_amount: Money,
    /// 实际折扣: deal total ÷ list total, share: 0.98 is 98 %; half up to 6 decimals.
    pub effective_discount: Rate,
    /// The same in percent, half up to 2 decimals: 95.05 is 95.05 %.
    pub effective_percent: Exact,
    /// Deal unit price ÷ list unit price, share: 0.98 is 98 %; half up to 6 decimals.
    pub unit_discount: Rate,
    /// 1 − effective discount, share: 0.02 is 2 %; half up to 6 decimals.
    pub share_off: Rate,
    /// 折扣说明 in Chinese.
    pub text_zh: String,
    /// The same in English.
    pub text_en: String,
    /// The discounts given, in the order of calculation.
    #[boundary(required)]
    pub applied: Vec<AppliedDiscount>,
    /// What else lies between list and deal total: Σ of the amounts of `applied` and of these is
    /// the discount amount. What is zero is left out.
    pub rest: Vec<DiscountRest>,
    /// Discounts asked for and not given.
    pub removed: Vec<RemovedDiscount>,
    /// Every step from the list price to the deal price.
    #[boundary(required)]
    pub steps: Vec<DiscountStep>,
    /// The two steps of a request for a special price, if a special discount is among those given.
    pub special: Option<SpecialOffer>,
    /// Who has to approve it, if an authority table was given.
    pub approval: Option<Approval>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// A discount that was given.
#[boundary(answer)]
pub struct AppliedDiscount {
    /// Code in the scheme.
    pub code: Text,
    /// Name.
    pub name: Label,
    /// Why it is given.
    pub reason: DiscountReason,
    /// The value used.
    pub value: DiscountKind,
    /// How it joined with the others.
    pub stack: Stack,
    /// What it took off the total, half up to the fen: for a unit price by area, for added points
    /// each by its own share.
    pub amount: Money,
    /// Campaign it is reported under.
    pub campaign: Option<Text>,
    /// It can still be lost: on-time discounts before the day has come.
    pub conditional: bool,
}

/// A part of the discount amount that no discount gave.
#[boundary(answer)]
#[derive(Copy)]
pub struct DiscountRest {
    /// Where it comes from.
    pub rule: DiscountRestRule,
    /// Yuan off the total; below zero for what it adds.
    pub amount: Money,
}

/// Where a part of the discount amount comes from that no discount gave.
#[boundary]
pub enum DiscountRestRule {
    /// The list total beyond unit price × area, where the unit price is discounted.
    ListTotal,
    /// What the discounts would take off below zero.
    NotBelowZero,
    /// All rounding points, and the fractions of a fen of the amounts shown (取整).
    Rounding,
}

/// A special price over the price on site (特惠, handbook §3.3): what discounts beyond the approved
/// scheme take off.
#[boundary(answer)]
pub struct SpecialOffer {
    /// 现场成交价: the total with the discounts of the approved scheme alone, yuan.
    pub standard_total: Money,
    /// 现场优惠折扣: standard total ÷ list total, share: 0.98 is 98 %; half up to 6 decimals.
    pub standard_discount: Rate,
    /// 特惠金额: standard total − deal total, yuan; below zero if the special price is higher.
    pub amount: Money,
    /// 特惠率: amount ÷ standard total, share: 0.01 is 1 %; half up to 6 decimals; 0 if the standard
    /// total is 0.
    pub rate: Rate,
}

/// A discount that was asked for and not given.
#[boundary(answer)]
pub struct RemovedDiscount {
    /// Code in the scheme.
    pub code: Text,
    /// Every reason.
    #[boundary(required)]
    pub why: Vec<Finding>,
}

told!(RemovedDiscount: why);
told!(DiscountOutcome: removed, approval, findings);
