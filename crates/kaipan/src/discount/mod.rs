//! Discounts: kinds and conditions, stacking, limits, the discount text, approval, the best
//! combination (handbook §3).

mod authority;
mod best;
mod choice;
mod combination;
mod deal;
mod discounting;
mod names;
mod outcome;
mod ratio;
mod reevaluate;
mod samples;
mod scheme;
mod stack;

pub use authority::{
    Approval, ApprovalNeeded, AskedPrice, AuthorityRule, AuthorityTable, LimitsApplyTo,
    ReasonAmount, ReasonLimit, RoleVerdict,
};
pub use best::{BestDiscounts, ExcludedDiscount};
pub use deal::{ChosenDiscount, DealFacts, DiscountUse, Ineligible, ListPrice, Referral};
pub use discounting::Discounting;
pub use outcome::{
    AppliedDiscount, DiscountOutcome, DiscountRest, DiscountRestRule, DiscountRule, DiscountStep,
    RemovedDiscount, SpecialOffer,
};
pub use reevaluate::Reevaluation;
pub use scheme::{
    AdditiveBase, Discount, DiscountConditions, DiscountKind, DiscountLimits, DiscountOrder,
    DiscountReason, DiscountScheme, DiscountTier, Exclusivity, Stack, Stacking,
};
