//! What deals owe: claims with their due days, and what was paid for them on which day.

mod check;
mod claim_deal;
mod claims_of_day;
mod money_claim;

pub(super) use check::{odd_deals, wrong_claims, wrong_deals, wrong_horizon};
pub use claim_deal::ClaimDeal;
pub(super) use claims_of_day::{ClaimOfDay, ClaimsOfDay, day_number};
pub use money_claim::{ClaimPayment, ClaimReversal, MoneyClaim};
