//! One discount on offer (handbook §3.1).

use super::kind::DiscountKind;
use super::reason::DiscountReason;
use super::stacking::Stack;
use crate::error::{Code, Error};
use crate::project::Selection;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// One discount on offer (折扣).
#[boundary]
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
    #[boundary(default = true)]
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
    pub(crate) fn shown(&self) -> &str {
        if self.name.is_empty() { &self.code } else { &self.name }
    }

    /// The name in English; the code if there is none.
    pub(crate) fn english(&self) -> &str {
        self.name_en.as_deref().unwrap_or(&self.code)
    }

    /// An error about it: its code, and its names for the messages.
    pub(crate) fn error(&self, code: Code) -> Error {
        let error = Error::new(code).with("code", &self.code).with("name", self.shown());
        error.with("name_en", self.english())
    }
}

/// A value for some buyers.
#[boundary]
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
#[derive(Default)]
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
