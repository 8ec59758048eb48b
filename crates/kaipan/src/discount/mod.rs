//! Discounts: kinds and conditions, stacking, limits, the discount text, approval, the best
//! combination (handbook §3).

mod authority;
mod facts;
mod kind;
mod outcome;
mod request;
mod scheme;

pub use authority::{
    Approval, AuthorityRule, AuthorityTable, LimitsApplyTo, ReasonLimit, RoleVerdict,
};
pub use facts::{ChosenDiscount, DealChecks, DealFacts, DiscountUse, ListPrice, Referral};
pub use kind::{DiscountKind, DiscountReason, Stack};
pub use outcome::{AppliedDiscount, DiscountOutcome, DiscountRule, DiscountStep, RemovedDiscount};
pub use request::{
    ApplyRequest, AuthorityRequest, AuthorityResponse, BestRequest, BestResponse, DiscountedDeal,
    ExcludedDiscount, Ineligible, ReasonAmount, ReevaluateRequest, ReevaluateResponse,
};
pub use scheme::{
    AdditiveBase, Discount, DiscountConditions, DiscountLimits, DiscountOrder, DiscountScheme,
    DiscountTier, Exclusivity, Stacking,
};
