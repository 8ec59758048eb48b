//! The data of a snapshot.

use super::{DealAgentShare, ESignature};
use crate::deal::{BuyerDetails, DocumentKind};
use crate::discount::AppliedDiscount;
use crate::number::{Area, Money, Rate, UnitPrice};
use crate::payment::ScheduleLine;
use crate::pricing::AreaBasis;
use crate::quote::{AttachedUnit, PolicyUse};
use crate::{Date, Label, Text, Time};
use kaipan_derive::boundary;

/// What was agreed at subscription or at signing, kept as it was (handbook §5.11). Its hash,
/// [`DealSnapshot::hash`], is that of its canonical text.
#[boundary]
pub struct DealSnapshot {
    /// The deal.
    pub deal: Text,
    /// What was signed.
    pub document: DocumentKind,
    /// When.
    pub at: Time,
    /// Who entered it.
    pub by: Text,
    /// The unit.
    pub unit: SnapshotUnit,
    /// The price.
    pub price: SnapshotPrice,
    /// The payment.
    pub payment: SnapshotPayment,
    /// The people.
    pub people: SnapshotPeople,
    /// The dates.
    pub dates: SnapshotDates,
    /// What signing adds.
    pub writing: Option<SnapshotWriting>,
}

/// The unit as it was agreed.
#[boundary]
pub struct SnapshotUnit {
    /// 房号.
    pub unit_no: Text,
    /// 楼栋.
    pub building: Text,
    /// 楼层.
    pub floor: i32,
    /// 建筑面积, m².
    pub building_area: Area,
    /// 套内建筑面积, m².
    pub inside_area: Option<Area>,
    /// 公摊面积, m².
    pub shared_area: Option<Area>,
    /// The area that prices are per.
    pub area_basis: Option<AreaBasis>,
    /// 实测: the areas are those of the survey.
    #[boundary(required)]
    pub surveyed: bool,
    /// 实测建筑面积, m².
    pub surveyed_area: Option<Area>,
    /// 户型.
    pub layout: Option<Text>,
    /// 装修标准.
    pub fitout: Option<Text>,
    /// 附属房源: units sold with it.
    pub attached: Vec<AttachedUnit>,
}

/// The price as it was agreed.
#[boundary]
pub struct SnapshotPrice {
    /// 表价单价, yuan per m².
    pub list_price: UnitPrice,
    /// 表价总价, yuan.
    pub list_total: Money,
    /// 备案单价, yuan per m².
    pub filed_price: Option<UnitPrice>,
    /// 备案总价, yuan.
    pub filed_total: Option<Money>,
    /// Every discount, in the order of calculation.
    pub discounts: Vec<AppliedDiscount>,
    /// 折扣说明.
    pub discount_text: Label,
    /// Quotas that the price uses.
    pub quotas: Vec<Text>,
    /// Area that prices are per, m².
    pub area: Area,
    /// 成交单价, yuan per m².
    pub deal_price: UnitPrice,
    /// 成交总价, yuan.
    pub deal_total: Money,
    /// 合同总价, yuan.
    pub contract_total: Money,
    /// The policies that were used, with their versions.
    pub policies: Vec<PolicyUse>,
}

/// The payment as it was agreed.
#[boundary]
pub struct SnapshotPayment {
    /// The payment plan.
    pub plan: Text,
    /// What is due.
    #[boundary(required)]
    pub schedule: Vec<ScheduleLine>,
    /// 定金 agreed, yuan.
    pub deposit: Option<Money>,
    /// Loans ÷ contract total, share: 0.7 is 70 %; half up to 6 decimals.
    pub loan_share: Option<Rate>,
    /// The bank of the commercial loan.
    pub bank: Option<Label>,
    /// The centre of the fund loan (公积金中心).
    pub fund_centre: Option<Label>,
    /// 评估价, yuan.
    pub appraisal: Option<Money>,
}

/// The people as they were.
#[boundary]
pub struct SnapshotPeople {
    /// The buyers; the first speaks for all.
    #[boundary(required)]
    pub buyers: Vec<BuyerDetails>,
    /// The agents.
    pub agents: Vec<DealAgentShare>,
    /// 渠道.
    pub channel: Option<Text>,
    /// 媒体.
    pub media: Option<Text>,
    /// 活动.
    pub campaign: Option<Text>,
}

/// The dates as they were agreed.
#[boundary]
#[derive(Default)]
pub struct SnapshotDates {
    /// 约定签约日.
    pub agreed_signing: Option<Date>,
    /// 约定交付日.
    pub handover: Option<Date>,
    /// The last day that what was agreed holds.
    pub valid_until: Option<Date>,
}

/// What signing adds.
#[boundary]
#[derive(Default)]
pub struct SnapshotWriting {
    /// 合同编号.
    pub contract_number: Option<Text>,
    /// 网签备案号.
    pub filing_number: Option<Text>,
    /// 电子签名.
    pub e_signatures: Vec<ESignature>,
}

/// A snapshot that was taken, by its hash.
#[boundary]
pub struct SnapshotTaken {
    /// What was signed.
    pub document: DocumentKind,
    /// When.
    pub at: Time,
    /// SHA-256 of the canonical text, 64 lower-case hexadecimal digits.
    pub hash: Text,
}
