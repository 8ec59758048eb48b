//! Fees and taxes as they are answered.

use super::rule::{FeeCategory, Payer};
use super::vat::VatSplit;
use crate::error::{Finding, told};
use crate::number::{Exact, Money};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Fees and taxes.
#[boundary(answer)]
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
#[boundary(answer)]
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
pub enum FeeLineState {
    /// Computed; takes the place of a line without receipts.
    Computed,
    /// Something was received on it: its amount stays.
    Kept,
    /// The difference between the fee now and the lines kept.
    Adjustment,
}

told!(FeeSheet: findings);
