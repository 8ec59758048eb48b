//! Discounts: kinds and conditions, stacking, limits, the discount text, approval, the best
//! combination (handbook §3).

mod apply;
mod approve;
mod asked;
mod authority;
mod best;
mod bound;
mod check;
mod choice;
mod conditions;
mod discounting;
mod exclusion;
mod facts;
mod kind;
mod list;
mod outcome;
mod ratio;
mod reevaluate;
mod references;
mod samples;
mod scheme;
mod search;
mod size;
mod stack;
mod text;
mod unusual;
mod wanted;

pub use asked::AskedPrice;
pub use authority::{
    Approval, ApprovalNeeded, AuthorityRule, AuthorityTable, LimitsApplyTo, ReasonAmount,
    ReasonLimit, RoleVerdict,
};
pub use best::{BestDiscounts, ExcludedDiscount};
pub(crate) use conditions::{between, within};
pub use discounting::Discounting;
pub use facts::{ChosenDiscount, DealFacts, DiscountUse, Ineligible, ListPrice, Referral};
pub use kind::{DiscountKind, DiscountReason, Stack};
pub use outcome::{
    AppliedDiscount, DiscountOutcome, DiscountRest, DiscountRestRule, DiscountRule, DiscountStep,
    RemovedDiscount, SpecialOffer,
};
pub use reevaluate::Reevaluation;
pub use scheme::{
    AdditiveBase, Discount, DiscountConditions, DiscountLimits, DiscountOrder, DiscountScheme,
    DiscountTier, Exclusivity, Stacking,
};
