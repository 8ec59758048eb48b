//! Discounts: kinds and conditions, stacking, limits, the discount text, approval, the best
//! combination (handbook §3).

mod apply;
mod approve;
mod authority;
mod best;
mod bound;
mod check;
mod choice;
mod conditions;
mod exclusion;
mod facts;
mod kind;
mod list;
mod outcome;
mod ratio;
mod reevaluate;
mod references;
mod request;
mod samples;
mod scheme;
mod search;
mod size;
mod stack;
mod text;
mod unusual;

pub(crate) use apply::Terms;
pub use apply::apply;
pub use approve::authority;

pub use authority::{
    Approval, AuthorityRule, AuthorityTable, LimitsApplyTo, ReasonLimit, RoleVerdict,
};
pub use best::best;
pub(crate) use best::best_of;
pub(crate) use choice::Wanted;
pub(crate) use conditions::{between, within};
pub use facts::{ChosenDiscount, DealChecks, DealFacts, DiscountUse, ListPrice, Referral};
pub use kind::{DiscountKind, DiscountReason, Stack};
pub use outcome::{
    AppliedDiscount, DiscountOutcome, DiscountRest, DiscountRestRule, DiscountRule, DiscountStep,
    RemovedDiscount, SpecialOffer,
};
pub use reevaluate::reevaluate;
pub use request::{
    ApplyRequest, ApprovalNeeded, AuthorityRequest, BestDiscounts, BestRequest, DiscountedDeal,
    ExcludedDiscount, Ineligible, ReasonAmount, ReevaluateRequest, Reevaluation,
};
pub use scheme::{
    AdditiveBase, Discount, DiscountConditions, DiscountLimits, DiscountOrder, DiscountScheme,
    DiscountTier, Exclusivity, Stacking,
};
