//! Requests and answers of the fee operations.

use super::rule::{BuyerKind, FeeCategory, FeeRule, Payer, PropertyUse};
use crate::Date;
use crate::error::Finding;
use crate::number::{Area, Exact, Money, Rate, Share};
use crate::payment::{AnchorDates, WorkingDays};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A request to compute fees and taxes.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeRequest {
    /// The rules.
    pub policy: FeePolicy,
    /// The facts they look at.
    pub facts: FeeFacts,
    /// Dates that due dates hang on.
    #[boundary(empty)]
    pub dates: AnchorDates,
    /// Moves due dates to working days; dates stand as they are if absent.
    pub working_days: Option<WorkingDays>,
    /// Fee lines as they were, with what was received: lines without receipts are made anew, to
    /// the others an adjustment is added.
    pub existing: Vec<ExistingFee>,
}

/// A request that borrows its parts, so that quotes need no copies of policies and dates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ask<'a> {
    pub(crate) policy: &'a FeePolicy,
    pub(crate) facts: &'a FeeFacts,
    pub(crate) dates: &'a AnchorDates,
    pub(crate) working_days: Option<&'a WorkingDays>,
    pub(crate) existing: &'a [ExistingFee],
}

/// The rules of a project: presets and rules of its own.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeePolicy {
    /// Version, as quotes record it.
    pub version: Option<Text>,
    /// Named sets of published rules.
    pub presets: Vec<FeePreset>,
    /// Rules of the project's own; a code that a preset has too takes its place.
    pub rules: Vec<FeeRule>,
    /// Which area counts where a rule asks for the area or takes it as its basis.
    #[boundary(default)]
    pub area: FeeArea,
}

/// The area that fee rules look at. (The basis `surveyed_area` is the surveyed one in any case.)
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum FeeArea {
    /// 实测面积: the surveyed area once it is known, before that the contract's.
    #[default]
    Surveyed,
    /// 合同面积: the area of the contract, whatever the survey finds.
    Contract,
}

impl FeePolicy {
    /// The codes of all rules.
    pub(crate) fn codes(&self) -> Vec<Text> {
        let presets = self.presets.iter().flat_map(|preset| preset.rules());
        self.rules.iter().cloned().chain(presets).map(|rule| rule.code).collect()
    }
}

/// A named set of published rules.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FeePreset {
    /// National rules: deed tax, stamp duty, registration fee.
    National,
    /// Nanchang: special maintenance fund.
    Nanchang,
    /// Beijing: special maintenance fund.
    Beijing,
    /// Wuxi: special maintenance fund.
    Wuxi,
}

/// The facts that fee rules look at.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeFacts {
    /// The day whose rules apply: for taxes the filing date.
    pub date: Date,
    /// City, in any usual way to write it: 深圳, 深圳市, 广东省深圳市, Shenzhen. One that is not known
    /// is compared as it is written, and told.
    pub city: Option<Text>,
    /// The units of the contract.
    #[boundary(required)]
    pub units: Vec<FeeUnit>,
    /// The buyers; one person with a first home if empty.
    pub buyers: Vec<FeeBuyer>,
    /// VAT rate in the price, share: 0.09 is 9 % (general), 0.05 is 5 % (simplified); 0.09 if
    /// absent. 1 % to 13 % is usual.
    pub vat_rate: Option<Rate>,
    /// Σ of the loans, yuan; no loans if absent.
    pub loan_amount: Option<Money>,
}

/// A unit as fees see it.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeUnit {
    /// 房号.
    pub unit_no: Option<Text>,
    /// Use.
    pub property_use: PropertyUse,
    /// Contract price with VAT, yuan.
    pub price: Money,
    /// 核定价格: the price that the tax office assesses, with VAT, yuan.
    pub assessed_price: Option<Money>,
    /// 建筑面积 by the contract, m².
    pub building_area: Area,
    /// 套内面积 by the contract, m².
    pub inside_area: Option<Area>,
    /// 实测面积, m².
    pub surveyed_area: Option<Area>,
    /// 实测套内面积, m².
    pub surveyed_inside_area: Option<Area>,
    /// With a lift.
    pub elevator: Option<bool>,
    /// Storeys of the building.
    pub storeys: Option<u32>,
    /// Certificates to be issued; 1 if absent.
    pub certificates: Option<u32>,
}

impl FeeUnit {
    /// The building area that counts.
    pub(super) fn area(&self, choice: FeeArea) -> Area {
        let surveyed = self.surveyed_area.filter(|_| choice == FeeArea::Surveyed);
        surveyed.unwrap_or(self.building_area)
    }

    /// The inside area that counts, if one is known.
    pub(super) fn inside(&self, choice: FeeArea) -> Option<Area> {
        let surveyed = self.surveyed_inside_area.filter(|_| choice == FeeArea::Surveyed);
        surveyed.or(self.inside_area)
    }
}

/// A buyer as fees see them.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeBuyer {
    /// Name.
    pub name: Option<Text>,
    /// Kind.
    #[boundary(default)]
    pub buyer: BuyerKind,
    /// Share of the property, such as `1/3` or `0.5` (0.5 is 50 %); the shares add up to exactly 1.
    pub share: Share,
    /// Which home of the household this is (1, 2, 3…); taken for the first if absent, and said so.
    pub home_count: Option<u32>,
}

/// A fee line as it was.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExistingFee {
    /// Code.
    pub code: Text,
    /// The unit.
    pub unit_no: Option<Text>,
    /// The buyer, for fees by buyer.
    pub buyer: Option<Text>,
    /// Yuan. Adjustments are lines of their own or included, as the host keeps them.
    pub amount: Money,
    /// Yuan received on it.
    pub received: Money,
}

/// Fees and taxes.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeSheet {
    /// The lines.
    #[boundary(required)]
    pub lines: Vec<FeeLine>,
    /// Σ of what the buyer pays, yuan.
    pub buyer_total: Money,
    /// Σ of what the seller pays, yuan.
    pub seller_total: Money,
    /// Contract price split into VAT and the rest.
    pub vat: VatSplit,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// A fee.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeLine {
    /// Code.
    pub code: Text,
    /// Name.
    pub name: Label,
    /// Name in English.
    pub name_en: Label,
    /// What it is.
    pub category: FeeCategory,
    /// Who pays it.
    pub payer: Payer,
    /// The unit.
    pub unit_no: Option<Text>,
    /// The buyer, for fees by buyer.
    pub buyer: Option<Text>,
    /// Made anew, kept, or an adjustment of a line with receipts.
    pub state: FeeLineState,
    /// What the value was applied to, for fees by buyer the buyer's share of it: yuan, m², pieces.
    pub basis: Exact,
    /// The value: a share (0.015 is 1.5 %), yuan per m², yuan.
    pub value: Exact,
    /// Yuan before the limits and the rounding point. Kept lines whose fee is another now show
    /// their amount; the adjustment shows the new fee.
    pub raw: Exact,
    /// Yuan; below zero for adjustments in the payer's favour.
    pub amount: Money,
    /// Due date, if it is known.
    pub due: Option<Date>,
    /// Law or notice it comes from.
    pub source: Option<Label>,
    /// Why, as statements show it.
    pub note: Option<Label>,
}

/// Where a fee line comes from.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FeeLineState {
    /// Computed; takes the place of a line without receipts.
    Computed,
    /// Something was received on it: its amount stays.
    Kept,
    /// The difference between the fee now and the lines kept.
    Adjustment,
}

/// A request to take VAT out of amounts.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VatRequest {
    /// Amounts with VAT, yuan.
    #[boundary(required)]
    pub amounts: Vec<Money>,
    /// VAT rate, share: 0.09 is 9 % (general), 0.05 is 5 % (simplified). 1 % to 13 % is usual.
    pub rate: Rate,
}

/// Amounts without VAT.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VatSplits {
    /// One an amount.
    #[boundary(required)]
    pub splits: Vec<VatSplit>,
    /// Σ of all.
    pub total: VatSplit,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// An amount split into VAT and the rest.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VatSplit {
    /// With VAT, yuan.
    pub amount: Money,
    /// VAT rate, share: 0.09 is 9 %.
    pub rate: Rate,
    /// Without VAT: amount ÷ (1 + rate), half up to the fen.
    pub ex_vat: Money,
    /// VAT: the rest.
    pub tax: Money,
}
