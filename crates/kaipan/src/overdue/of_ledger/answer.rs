//! What is answered about the claims of a ledger.

use crate::Date;
use crate::error::{Finding, told};
use crate::overdue::aging::DatedPrepayment;
use crate::overdue::claim::{ClaimDeal, MoneyClaim};
use kaipan_derive::boundary;

/// What deals owe, as a ledger had it on a day. The other operations about what is overdue take the
/// lists as they are.
#[boundary(answer)]
pub struct LedgerClaims {
    /// The day.
    pub as_of: Date,
    /// The last posting in the recorded order that counts.
    pub horizon: u32,
    /// The claims, by deal, in the order in which they were raised. What became of nothing is left out.
    #[boundary(required)]
    pub claims: Vec<MoneyClaim>,
    /// The deals, in the order in which they were opened.
    #[boundary(required)]
    pub deals: Vec<ClaimDeal>,
    /// Money of deals and customers that no claim has.
    #[boundary(required)]
    pub prepayments: Vec<DatedPrepayment>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(LedgerClaims: findings);
