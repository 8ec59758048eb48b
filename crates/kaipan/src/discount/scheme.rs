//! Discount master data: what a project offers, and how it joins (handbook §§3.1, 3.2, 3.5).

use super::kind::{DiscountKind, DiscountReason, Stack};
use crate::Date;
use crate::error::{Code, Error};
use crate::number::{Rate, Rounding};
use crate::pricing::PriceBasis;
use crate::project::Selection;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// The discounts of a project and the rules that join them (折扣方案).
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DiscountScheme {
    /// Code.
    pub code: Text,
    /// Name to show.
    pub name: Option<Label>,
    /// Version, as quotes record it.
    pub version: Option<Text>,
    /// First day it is in force.
    pub valid_from: Option<Date>,
    /// Last day it is in force.
    pub valid_to: Option<Date>,
    /// The discounts on offer.
    #[boundary(required)]
    pub discounts: Vec<Discount>,
    /// How they join.
    #[boundary(default)]
    pub stacking: Stacking,
    /// How many and how much.
    #[boundary(default)]
    pub limits: DiscountLimits,
}

/// One discount on offer (折扣).
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discount {
    /// Code, unique in the scheme.
    pub code: Text,
    /// Name, as the discount text shows it: 一次性付款, 按时签约.
    pub name: Label,
    /// Name in English; the code if absent.
    pub name_en: Option<Label>,
    /// How it is calculated.
    pub value: DiscountKind,
    /// Values for buyers of a member level or a group size; the first row that fits the buyer
    /// takes the place of `value`.
    pub tiers: Vec<DiscountTier>,
    /// The value is agreed for each deal and given with the choice; `value` is then its kind and
    /// what is used when none is given.
    pub negotiable: bool,
    /// Why it is given.
    #[boundary(default)]
    pub reason: DiscountReason,
    /// How a rate or points join with others.
    #[boundary(default)]
    pub stack: Stack,
    /// Who gets it, and when.
    #[boundary(empty)]
    pub conditions: DiscountConditions,
    /// Not switched off (启用).
    #[boundary(default = yes)]
    pub enabled: bool,
    /// At most one of a group may be given.
    pub exclusive_group: Option<Text>,
    /// Codes of discounts it may not be given with; holds both ways.
    pub not_with: Vec<Text>,
    /// For fixed prices: other discounts may be given on top.
    pub combinable: bool,
    /// Beyond the approved scheme: counts as special when limits apply to special discounts only.
    pub needs_approval: bool,
    /// How many times it may be given in all (名额); no limit if absent.
    pub max_uses: Option<u32>,
    /// Campaign it is reported under (促销方式); the buyer must come by this campaign.
    pub campaign: Option<Text>,
}

impl Discount {
    /// The name to show; the code if there is none.
    pub(super) fn shown(&self) -> &str {
        if self.name.is_empty() { &self.code } else { &self.name }
    }

    /// The name in English; the code if there is none.
    pub(super) fn english(&self) -> &str {
        self.name_en.as_deref().unwrap_or(&self.code)
    }

    /// An error about it: its code, and its names for the messages.
    pub(super) fn error(&self, code: Code) -> Error {
        let error = Error::new(code).with("code", &self.code).with("name", self.shown());
        error.with("name_en", self.english())
    }
}

/// A value for some buyers.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscountTier {
    /// For members of this level.
    pub member_level: Option<Text>,
    /// For groups of at least this many units.
    pub min_group_units: Option<u32>,
    /// What they get.
    pub value: DiscountKind,
}

/// Who gets a discount, and when. What is absent or empty asks nothing.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DiscountConditions {
    /// First subscription date.
    pub from: Option<Date>,
    /// Last subscription date.
    pub to: Option<Date>,
    /// Codes of the projects.
    pub projects: Vec<Text>,
    /// Codes of the payment plans.
    pub plans: Vec<Text>,
    /// The units.
    #[boundary(empty = Selection::is_all)]
    pub units: Selection,
    /// The buyer's member level is one of these.
    pub member_levels: Vec<Text>,
    /// The group buys at least this many units.
    pub min_group_units: Option<u32>,
    /// The buyer was referred by an owner, recorded before the first visit.
    pub referral: bool,
    /// The buyer is an employee.
    pub employee: bool,
}

/// The stacking rules (handbook §3.2); stored with every deal, since each choice gives another
/// price.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stacking {
    /// Whether the total or the unit price is discounted and rounded first.
    #[boundary(default = total_first)]
    pub price_basis: PriceBasis,
    /// What added points are a share of.
    #[boundary(default)]
    pub additive_base: AdditiveBase,
    /// The order of the items.
    #[boundary(default)]
    pub order: DiscountOrder,
    /// Rounding after each item, as some systems do; none if absent.
    pub step_rounding: Option<Rounding>,
    /// Rounding point of the deal unit price, when it comes first; half up to the fen if absent.
    #[boundary(default = fen)]
    pub unit_rounding: Rounding,
    /// Rounding point of the deal total; half up to the fen if absent.
    #[boundary(default = fen)]
    pub total_rounding: Rounding,
}

impl Default for Stacking {
    fn default() -> Stacking {
        Stacking {
            price_basis: PriceBasis::TotalFirst,
            additive_base: AdditiveBase::default(),
            order: DiscountOrder::default(),
            step_rounding: None,
            unit_rounding: Rounding::FEN,
            total_rounding: Rounding::FEN,
        }
    }
}

fn total_first() -> PriceBasis {
    PriceBasis::TotalFirst
}

fn fen() -> Rounding {
    Rounding::FEN
}

fn yes() -> bool {
    true
}

/// What added points are a share of.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AdditiveBase {
    /// The price as discounted so far, at the place of the first added item.
    #[default]
    Running,
    /// The price that stacking starts from, wherever the item stands.
    Original,
}

/// The order of the items.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DiscountOrder {
    /// Fixed price, unit price off, payment-method rate, other rates and points, amounts off.
    #[default]
    RatesThenAmounts,
    /// As given.
    AsGiven,
}

/// How many discounts a deal may have, and how much (handbook §3.5).
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DiscountLimits {
    /// What happens when two discounts exclude each other.
    #[boundary(default)]
    pub exclusivity: Exclusivity,
    /// Most discounts in one deal.
    pub max_items: Option<u32>,
    /// Most that rates and points may take off in one deal, Σ of their shares: 0.05 is 5 %. 0.1 % to
    /// 50 % is usual.
    pub max_share_off: Option<Rate>,
    /// What takes more than this share off the list price, one discount or all together, has to be
    /// confirmed: without a confirmation the answer has a violation. Share: 0.3 is 30 %; 0.3 if
    /// absent; 1 asks for nothing. 1 % to 50 % is usual.
    pub confirm_above: Option<Rate>,
}

/// What happens when two chosen discounts exclude each other.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Exclusivity {
    /// The choice is refused.
    #[default]
    Reject,
    /// The combination that is cheapest for the buyer is kept.
    KeepBestForBuyer,
    /// The first one is kept.
    KeepFirst,
}
