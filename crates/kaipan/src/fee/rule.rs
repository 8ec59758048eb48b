//! Fee rules (收费管理, handbook §7.1).

use crate::check::Span;
use crate::number::{Area, Figure, Money, Rounding};
use crate::payment::Anchor;
pub use crate::project::PropertyUse;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A rule for a fee or tax.
///
/// `fee = rounding(clamp(basis × value, min, max))`, with the value of the first row that fits.
/// A basis of zero is no fee (no loan, no certificate beyond the free ones); a value of zero
/// exempts, and the lower limit does not apply.
#[boundary]
pub struct FeeRule {
    /// Code. Rules of one code with different dates follow each other.
    pub code: Text,
    /// Name to show: 契税.
    pub name: Label,
    /// Name in English; the code if absent.
    pub name_en: Option<Label>,
    /// Law or notice it comes from.
    pub source: Option<Label>,
    /// What it is.
    pub category: FeeCategory,
    /// What it is computed from.
    pub basis: FeeBasis,
    /// Rows of conditions and values; the first that fits counts. No row that fits = no fee.
    #[boundary(required)]
    pub rows: Vec<FeeRow>,
    /// Never less, yuan.
    pub min: Option<Money>,
    /// Never more, yuan.
    pub max: Option<Money>,
    /// Rounding point.
    #[boundary(default = fen)]
    pub rounding: Rounding,
    /// Who pays it.
    pub payer: Payer,
    /// Each buyer pays for their share, at the row that fits their own household; the limits
    /// count for the share too. What buyers at one value owe is rounded together and split by
    /// largest remainder, of equal parts the smaller name first. Otherwise conditions look at the
    /// first buyer.
    pub per_buyer: bool,
    /// What its due date hangs on; undated if absent.
    pub anchor: Option<Anchor>,
    /// Whole months after that.
    #[boundary(default)]
    pub months: i32,
    /// Whole days after that.
    #[boundary(default)]
    pub days: i32,
    /// First day it is in force.
    pub effective_from: Option<Date>,
    /// Last day it is in force.
    pub effective_to: Option<Date>,
}

impl FeeRule {
    /// The days on which it is in force.
    pub(super) fn days(&self) -> Span<Date> {
        Span::new(self.effective_from, self.effective_to)
    }
}

impl FeeCondition {
    /// Which homes of a household it asks for.
    pub(super) fn homes(&self) -> Span<u32> {
        Span::new(self.home_from, self.home_to)
    }

    /// How many storeys it asks for.
    pub(super) fn storeys(&self) -> Span<u32> {
        Span::new(self.storeys_from, self.storeys_to)
    }
}

/// Fees are exact to the fen unless a rule says otherwise.
fn fen() -> Rounding {
    Rounding::FEN
}

/// What a fee is.
#[boundary]
pub enum FeeCategory {
    /// 税.
    Tax,
    /// 代收费用: collected for somebody else.
    Collected,
    /// 收费: the company's own charge.
    Charge,
}

/// Who pays a fee.
#[boundary]
pub enum Payer {
    /// The buyer.
    Buyer,
    /// The seller.
    Seller,
}

/// What a fee is computed from, and so what its value is.
#[boundary]
pub enum FeeBasis {
    /// Contract price with VAT; the value is a share.
    ContractPrice {},
    /// Contract price without VAT, rounded half up to the fen; the value is a share.
    PriceExVat {},
    /// The higher of contract price and assessed price, with VAT, while that is not known the
    /// contract price; the value is a share.
    HigherPrice {},
    /// The same without VAT, rounded half up to the fen; the value is a share.
    HigherPriceExVat {},
    /// Building area, surveyed or by the contract as the policy says; the value is yuan per m².
    BuildingArea {},
    /// Inside area, surveyed or by the contract as the policy says; the value is yuan per m².
    InsideArea {},
    /// Surveyed area whatever the policy says, before the survey the building area; the value is yuan per m².
    SurveyedArea {},
    /// Every unit; the value is yuan (固定值).
    PerUnit {},
    /// Every certificate beyond the free ones; the value is yuan.
    PerCertificate {
        /// Certificates without a fee.
        free: u32,
    },
    /// Amount of the loans, once, with the contract's first unit; the value is a share.
    LoanAmount {},
    /// A sum of terms and a constant, not below zero; the row's value is a factor of all of it
    /// (1 for the plain sum).
    Formula {
        /// The terms.
        #[boundary(required)]
        terms: Vec<FormulaTerm>,
        /// Added to their sum, yuan; below zero for a quick deduction (速算扣除数).
        constant: Option<Money>,
    },
}

/// A term of a formula: `(quantity − above) × times`, where the quantity above is not below zero.
/// Steps of a tariff may have a factor below zero; only the sum of all is not below zero.
#[boundary]
pub struct FormulaTerm {
    /// The quantity.
    pub quantity: FormulaQuantity,
    /// Only what is above this counts, in the quantity's unit: yuan, m² or pieces.
    pub above: Option<Figure>,
    /// Factor of the quantity: yuan per m² or piece; of an amount a share: 0.01 is 1 %.
    /// Shares from 0.001 % to 20 % are usual where a row takes the plain sum.
    pub times: Figure,
}

/// A quantity of a formula.
#[boundary]
pub enum FormulaQuantity {
    /// Contract price with VAT, yuan.
    ContractPrice,
    /// Contract price without VAT, yuan.
    PriceExVat,
    /// The higher of contract price and assessed price, with VAT, yuan.
    HigherPrice,
    /// The higher of contract price and assessed price, without VAT, yuan.
    HigherPriceExVat,
    /// Building area, surveyed or by the contract as the policy says, m².
    BuildingArea,
    /// Inside area, surveyed or by the contract as the policy says, m².
    InsideArea,
    /// Surveyed area whatever the policy says, before the survey the building area, m².
    SurveyedArea,
    /// Amount of the loans, yuan; counts once, with the contract's first unit.
    LoanAmount,
    /// Certificates.
    Certificates,
}

/// A value, and for whom and what it is.
#[boundary]
pub struct FeeRow {
    /// When it applies; always, if empty.
    #[boundary(empty)]
    pub when: FeeCondition,
    /// The value, as the basis says: a share (0.015 is 1.5 %), yuan per m², yuan, or the factor of
    /// a formula. Shares from 0.001 % to 20 % are usual.
    pub value: Figure,
    /// Why, as statements show it: 免征.
    pub note: Option<Label>,
}

/// Conditions that must all hold. What is absent or empty asks nothing.
#[boundary]
#[derive(Default)]
pub struct FeeCondition {
    /// Use of the unit.
    pub uses: Vec<PropertyUse>,
    /// Kind of buyer.
    pub buyers: Vec<BuyerKind>,
    /// Which home of the household it is, from this on (1, 2, 3…). Never holds for companies.
    pub home_from: Option<u32>,
    /// Up to this.
    pub home_to: Option<u32>,
    /// Building area, surveyed or by the contract as the policy says, above this, m², which is not
    /// included.
    pub area_above: Option<Area>,
    /// The same area up to this, m², included.
    pub area_to: Option<Area>,
    /// With a lift, or without.
    pub elevator: Option<bool>,
    /// Storeys of the building, from this on.
    pub storeys_from: Option<u32>,
    /// Up to this.
    pub storeys_to: Option<u32>,
    /// Cities, in any usual way to write them: 深圳, 深圳市, Shenzhen.
    pub cities: Vec<Text>,
    /// All cities but these.
    pub except_cities: Vec<Text>,
}

/// Kind of buyer.
#[boundary]
pub enum BuyerKind {
    /// A natural person.
    #[default]
    Person,
    /// A company.
    Company,
}

/// The area that fee rules look at. (The basis `surveyed_area` is the surveyed one in any case.)
#[boundary]
pub enum FeeArea {
    /// 实测面积: the surveyed area once it is known, before that the contract's.
    #[default]
    Surveyed,
    /// 合同面积: the area of the contract, whatever the survey finds.
    Contract,
}
