//! What is overdue on a day: balances, late fees, and what they come to for each deal.

mod answer;
mod beside;
mod demands;
mod engine;
mod one_claim;
mod per_deal;
mod posting;

pub use answer::{AssessedClaim, AssessedDeal, LateFeePart, OverdueAssessment, OverdueTotals};
pub use beside::{LateFeeWaiver, OverduePosting, PostedLateFee};
pub use engine::OverdueAssessing;
